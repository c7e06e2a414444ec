// By rule nearly any bytes are GB18030, Big5 among them. Where no header of such a file is known, the encoding is in
// doubt, and a list of missing columns would lead nowhere.
import { type Problem, problem } from '../../domain/problem.ts'
import type { TableHead } from '../../domain/table.ts'

/** In: the head of a table whose encoding nobody named, and the fields that its header gives. */
export function encodingDoubt(head: TableHead, present: ReadonlySet<string>): Problem | null {
  if (head.encoding !== 'gb18030' || present.size > 0) return null
  const header = head.header.slice(0, 3).join('、')
  return problem('CX1016', { header }, { file: head.file, line: head.headerLine })
}
