// What all papers share: the seal of content and log in the footer, file names, the bytes that leave.
import { createHash } from 'node:crypto'
import type { Scheme } from '../../domain/scheme/scheme.ts'
import type { FilledDocx } from '../../formats/docx.ts'
import { lastChange } from '../../store/log.ts'
import type { Reader } from '../../store/open.ts'

/** A paper that is made when its turn comes: of thousands, one at a time. */
export interface Paper {
  /** File name: sortable, in Chinese, safe on Windows. */
  name: string
  make: () => Promise<FilledDocx>
}

/** Twelve hex digits of the content's digest in groups, as printed. */
export function checkCode(content: unknown): string {
  const digest = createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 12).toUpperCase()
  return digest.replace(/(.{4})(?=.)/g, '$1-')
}

/** The footer of a paper: the check code of its content, and the log entry that data was last changed by. */
export function checkLine(reader: Reader, content: unknown): string {
  return checkLines(reader)(content)
}

/** The same for many papers, made later. */
export function checkLines(reader: Reader): (content: unknown) => string {
  const head = lastChange(reader)
  const log = head ? `　日志第${head.no}条 ${head.hash.slice(0, 12)}` : ''
  return content => `校验码 ${checkCode(content)}${log}`
}

/** A grade as papers name it. */
export function gradeLabel(scheme: Scheme, grade: string | null): string {
  if (grade === null) return '未定'
  const { label = grade } = scheme.grades.bands.find(b => b.grade === grade) ?? {}
  return label === grade ? grade : `${grade}（${label}）`
}

const NAME_CHARS = 60

/** Parts joined by '-', without characters that Windows refuses, each at most sixty characters long. */
export function fileName(parts: readonly string[], extension: string): string {
  const clean = (part: string) =>
    [...part.replace(/[\\/:*?"<>|\s]|\p{Cc}/gu, '')].slice(0, NAME_CHARS).join('').replace(/\.+$/, '')
  return `${parts.map(clean).join('-')}.${extension}`
}
