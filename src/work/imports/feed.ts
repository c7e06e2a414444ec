// The rows of a file made ready for staging: read by their columns, checked, decided as far as a row alone can be.
// Pure: it asks no database and writes nothing.
import type { Finding, Values } from '../../domain/imports/column.ts'
import type { RowReader } from '../../domain/imports/read-rows.ts'
import type { RowRules } from '../../domain/imports/row-rules.ts'
import type { Place, Problem } from '../../domain/problem.ts'
import type { TablePart, TableRow } from '../../domain/table.ts'
import { nameKey } from '../../domain/text.ts'
import type { Staged } from '../../store/staged.ts'

export interface FeedPart {
  rows: number
  /** Lines of a form that were not filled in. */
  unfilled: number[]
  staged: Staged[]
  /** What is wrong with rows of this part; those are not staged, or staged as bad. */
  refused: Problem[]
  warnings: Problem[]
  /** Those of `refused` that the file itself has, whatever its columns mean. */
  ofFile: Problem[]
  spoiled: Problem[]
  read: number
}

/** `fields`: those of a decided row, in the order in which they are staged. */
export function* feed(
  parts: Iterable<TablePart>,
  reader: RowReader,
  rules: RowRules,
  fields: readonly string[],
): Generator<FeedPart> {
  const feeding = new Feeding(reader, rules, fields)
  for (const part of parts) yield feeding.take(part)
}

class Feeding {
  private readonly reader: RowReader
  private readonly rules: RowRules
  private readonly fields: readonly string[]

  constructor(reader: RowReader, rules: RowRules, fields: readonly string[]) {
    this.reader = reader
    this.rules = rules
    this.fields = fields
  }

  take({ rows, problems, warnings, spoiled, read }: TablePart): FeedPart {
    const faulty = new Map<number | undefined, Problem[]>()
    for (const found of problems)
      faulty.set(found.place.line, [...(faulty.get(found.place.line) ?? []), found])
    const part: FeedPart = {
      rows: rows.length,
      unfilled: [],
      staged: [],
      refused: [...problems],
      warnings,
      ofFile: problems,
      spoiled,
      read,
    }
    for (const row of rows) this.row(row, faulty.get(row.line), part)
    return part
  }

  /** `faulty`: what is wrong with the row as the file has it. */
  private row(row: TableRow, faulty: readonly Problem[] | undefined, part: FeedPart): void {
    const { unfilled } = this.rules
    if (unfilled !== undefined && !faulty && this.reader.cell(row, unfilled)?.trim() === '') {
      part.unfilled.push(row.line)
      return
    }
    const { values, problems: found } = this.reader.read(row)
    // What a damaged cell does not mean is an echo of its damage.
    const problems = faulty ? found.filter(p => !faulty.some(f => isSameCell(f.place, p.place))) : found
    if (problems.length > 0) {
      const partial = this.rules.partial?.(values) ?? []
      part.refused.push(...problems, ...partial.map(found => this.problem(row, found)))
    }
    if (problems.length > 0 || faulty) {
      part.staged.push(this.staged(row.line, values, null, null))
      return
    }
    const alone = this.rules.alone?.(values)
    if (row.given !== undefined) {
      part.warnings.push(this.reader.short(row))
      values.absent = this.reader.absent(row)
    }
    for (const found of alone?.refused ?? []) part.refused.push(this.problem(row, found))
    for (const found of alone?.warned ?? []) part.warnings.push(this.problem(row, found))
    // A row that is not all there must be laid over what is on file before it is decided.
    const decided = alone !== undefined && row.given === undefined
    const held = decided ? this.fields.map(field => values[field] ?? null) : null
    part.staged.push(this.staged(row.line, values, decided ? null : JSON.stringify(values), held))
  }

  private problem(row: TableRow, { fault, key }: Finding): Problem {
    return this.reader.problem(row.line, fault, key, this.reader.cell(row, key))
  }

  /** Whom a row means. Also a bad row means somebody, who is not missing from the file then. */
  private staged(line: number, values: Values, row: string | null, held: Staged['held']): Staged {
    const wanted = this.rules.wanted(values)
    return {
      line,
      uscc: wanted?.uscc ?? null,
      license_no: wanted?.license_no ?? null,
      name_key: wanted === null || wanted.name === null ? null : nameKey(wanted.name),
      district_code: wanted?.district_code ?? null,
      row,
      held,
    }
  }
}

function isSameCell(one: Place, other: Place): boolean {
  return one.column !== undefined && one.column === other.column && one.cell === other.cell
}
