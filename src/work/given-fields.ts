// Fields given one by one on the command line, read as an import reads the cells of a row.
import { readCell } from '../domain/imports/cell.ts'
import { type Column, type Finding, fault, type Values } from '../domain/imports/column.ts'
import { type Problem, problem } from '../domain/problem.ts'
import { controlIn, visible } from '../domain/text.ts'

export interface GivenFields {
  /** As the clerk writes them, by field. */
  fields: ReadonlyMap<string, string>
  /** How the clerk names a field, for problems. */
  place: (field: string) => string
}

/** A required field that has no value. */
export function missing(column: Column, given: Pick<GivenFields, 'place'>): Problem {
  const at = { column: given.place(column.key) }
  return problem('CX1023', { header: column.headers[0]! }, at, { field: column.key })
}

/** The value of every column, null where nothing was given or what was given is bad; and what is wrong with it. */
export function readGiven(
  columns: readonly Column[],
  { fields, place }: GivenFields,
): { values: Values; problems: Problem[] } {
  const values: Values = {}
  const problems: Problem[] = []
  for (const column of columns) {
    const { key } = column
    const raw = fields.get(key) ?? ''
    const control = controlIn(raw)
    const read = control === null ? readCell(column, raw) : [fault('CX1013', { code: control })]
    values[key] = Array.isArray(read) ? null : read
    for (const { code, params } of Array.isArray(read) ? read : [])
      problems.push(
        problem(code, params as never, { column: place(key) }, { field: key, value: visible(raw) }),
      )
  }
  return { values, problems }
}

/** What stands against what was given, as problems behind those of its cells; what a bad cell does not say is an echo of it. */
export function addFindings(
  problems: Problem[],
  refused: readonly Finding[],
  place: GivenFields['place'],
): void {
  const bad = new Set(problems.map(p => p.field))
  for (const { fault, key } of refused.filter(f => !bad.has(f.key)))
    problems.push(problem(fault.code, fault.params as never, { column: place(key) }, { field: key }))
}

/** As `readGiven`, with the required fields of which nothing was said. */
export function readWhole(
  columns: readonly Column[],
  given: GivenFields,
): { values: Values; problems: Problem[] } {
  const { values, problems } = readGiven(columns, given)
  const bad = new Set(problems.map(p => p.field))
  const empty = columns.filter(({ key, required }) => required && values[key] === null && !bad.has(key))
  return { values, problems: [...problems, ...empty.map(column => missing(column, given))] }
}
