// Puts a scheme on file, or a new text in the place of an older one.
import { createHash } from 'node:crypto'
import { type Problem, problem } from '../../domain/problem.ts'
import { misfitsOf } from '../../domain/scheme/compare.ts'
import { parseScheme } from '../../schemes/load.ts'
import type { Reader } from '../../store/open.ts'
import { findScheme, insertScheme } from '../../store/reference.ts'
import { openUses, replaceScheme, type SchemeUse } from '../../store/scheme.ts'
import { ask, change, type Desk } from '../desk.ts'
import { type Named, type SchemeText, textOf } from './texts.ts'

export interface AddedScheme {
  id: string | null
  title: string | null
  done: 'added' | 'replaced' | 'unchanged' | 'refused'
  /** Open evaluations that go by the new text from now on and must be run again. */
  affected: SchemeUse[]
  problems: Problem[]
}

/** A dry run decides and writes nothing. */
export function addScheme(desk: Desk, named: Named, how: { replace: boolean; dryRun: boolean }): AddedScheme {
  const text = textOf(desk, named)
  if (how.dryRun) return ask(desk, reader => decide(reader, text, how.replace))
  return change(desk, 'scheme add', writer => {
    const found = decide(writer, text, how.replace)
    const { id, done, affected } = found
    const { source } = text
    const sha256 = createHash('sha256').update(source).digest('hex')
    if (done === 'added') insertScheme(writer, { id: id!, sha256, source })
    if (done === 'replaced') replaceScheme(writer, { id: id!, sha256, source })
    const evaluations = affected.map(use => use.evaluation)
    return { result: found, summary: { scheme: id, done, evaluations, sha256 } }
  }).result
}

function decide(reader: Reader, { source, file }: SchemeText, replace: boolean): AddedScheme {
  const refused = (problems: Problem[]): AddedScheme => ({
    ...{ id: null, title: null, done: 'refused', affected: [] },
    problems,
  })
  const { value: scheme, problems } = parseScheme(source, file)
  if (scheme === null) return refused(problems)
  const { id, title } = scheme
  const stored = findScheme(reader, id)
  const none = { id, title, affected: [], problems: [] }
  if (stored === undefined) return { ...none, done: 'added' }
  if (stored.source === source) return { ...none, done: 'unchanged' }
  if (!replace) return refused([problem('CX1220', { id }, { file })])
  const affected = openUses(reader, id)
  const before = parseScheme(stored.source, `${id}.yaml`).value
  const rated = affected.filter(use => use.sheets > 0)
  const misfits = before === null ? [] : misfitsOf(before, scheme)
  if (rated.length > 0 && misfits.length > 0) {
    const evaluations = rated.map(use => `${use.evaluation}（${use.year}）`).join('、')
    return refused([problem('CX1221', { id, evaluations, misfits: misfits.join('、') }, { file })])
  }
  return { ...none, done: 'replaced', affected }
}
