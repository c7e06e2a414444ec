// Reads a table from which places are computed, by the same reader and columns as imports; nothing of it is stored.
import { type Fault, fault, type Values } from '../../domain/imports/column.ts'
import { headerTest, matchHeader, type RowReader } from '../../domain/imports/read-rows.ts'
import { isTotalRow } from '../../domain/nomination/quota-columns.ts'
import { type Problem, problem } from '../../domain/problem.ts'
import { allotmentColumns, DEFAULT_WEIGHTS, factorHeader, factorKey } from '../../domain/quota/columns.ts'
import { exactText } from '../../domain/quota/method.ts'
import { combine, type Decimal, readDecimal, type Weights } from '../../domain/quota/weights.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { DistrictIndex } from '../../domain/roster/district.ts'
import type { Table, TableRow } from '../../domain/table.ts'
import { nameKey } from '../../domain/text.ts'
import type { Source } from '../../formats/source.ts'
import { openTable, placeOf } from '../../formats/table-file.ts'
import { encodingDoubt } from '../imports/encoding-doubt.ts'

export interface WeightsFile {
  source: Source
  encoding?: string
  sheet?: string
}

/** A column and how much it counts. */
export interface NamedFactor {
  name: string
  weight: number
}

export interface GivenUnit {
  name: string
  code: string | null
  /** Null where neither the row nor the command line says. */
  min: number | null
  max: number | null
  used: number | null
  official: number | null
}

export interface GivenWeights {
  file: string
  units: GivenUnit[]
  weights: Weights
  factors: NamedFactor[]
  /** Whether the file tells what was used, and what was official. */
  present: ReadonlySet<string>
  warnings: Problem[]
}

/** `index`: the jurisdictions that the rows have to be. Refuses with everything that is wrong with the file. */
export async function readWeights(
  { source, encoding, sheet }: WeightsFile,
  { factors: asked, weighs }: { factors: readonly NamedFactor[]; weighs: boolean },
  index: DistrictIndex | null,
): Promise<GivenWeights> {
  const columns = allotmentColumns(asked.map(factor => factor.name))
  const options = { ...(encoding ? { encoding } : {}), ...(sheet ? { sheet } : {}) }
  const {
    value: table,
    problems,
    warnings,
  } = await openTable(source, {
    ...options,
    isHeader: headerTest(columns),
  })
  if (table === null) throw new Refusal(problems)
  const header = matchHeader(table.head, columns, placeOf, { oneOf: [['unit', 'district_code']] })
  const { reader } = header
  const doubt = encoding === undefined ? encodingDoubt(table.head, reader.present) : null
  if (doubt) throw new Refusal([doubt])
  const factors = asked.length > 0 ? [...asked] : defaultFactors(reader.present)
  const at = placeOf(table.head, table.head.headerLine)
  const lacking = factors.filter(({ name }) => !reader.present.has(factorKey(name)))
  const wanted = lacking.map(({ name }) => problem('CX1020', { header: factorHeader(name), nearest: '' }, at))
  if (factors.length === 0 && (weighs || !reader.present.has('official'))) {
    // A table that has places and nothing to weigh by was meant for another command.
    const other = reader.present.has('official')
    wanted.push(
      other
        ? problem('CX1309', { file: table.head.file, has: 'places' }, at)
        : problem('CX1020', { header: '权重', nearest: '' }, at),
    )
  }
  const unreadable = [...problems, ...header.problems, ...wanted]
  if (unreadable.length > 0) throw new Refusal(unreadable)
  const rows = new Rows(table, reader, factors, index)
  if (rows.problems.length > 0) throw new Refusal(rows.problems)
  return {
    ...{ file: table.head.file, units: rows.units, factors, present: reader.present },
    weights:
      factors.length === 0
        ? { values: rows.units.map(() => 0n), scale: 1n }
        : combine(
            factors.map(({ weight }, k) => ({ weight: BigInt(weight), values: rows.values.map(v => v[k]!) })),
          ),
    warnings: [...warnings, ...header.warnings, ...rows.warnings],
  }
}

function defaultFactors(present: ReadonlySet<string>): NamedFactor[] {
  const name = DEFAULT_WEIGHTS.find(key => present.has(key))
  return name === undefined ? [] : [{ name, weight: 1 }]
}

class Rows {
  readonly units: GivenUnit[] = []
  /** Of each unit, by factor. */
  readonly values: Decimal[][] = []
  readonly problems: Problem[] = []
  readonly warnings: Problem[] = []
  private readonly reader: RowReader
  /** Of the factors. */
  private readonly keys: readonly string[]
  private readonly index: DistrictIndex | null
  private readonly lines = new Map<string, number>()
  private readonly totals: { line: number; key: string; stated: Decimal; k: number }[] = []

  constructor(table: Table, reader: RowReader, factors: readonly NamedFactor[], index: DistrictIndex | null) {
    this.reader = reader
    this.keys = factors.map(factor => factorKey(factor.name))
    this.index = index
    for (const part of table.parts()) {
      this.problems.push(...part.problems, ...part.spoiled)
      this.warnings.push(...part.warnings)
      for (const row of part.rows) this.row(row)
    }
    if (this.problems.length === 0) this.checkSums()
  }

  private row(row: TableRow): void {
    const { values, problems } = this.reader.read(row)
    const [name, code] = [values.unit as string | null, values.district_code as string | null]
    if (isTotalRow(name, code)) {
      this.total(row)
      return
    }
    this.problems.push(...problems)
    const decimals = this.keys.map(key => this.decimal(row, values, key))
    const unit = this.unitOf(row, name, code)
    if (unit === null) return
    // Neither a name nor a code stands twice.
    const keys = [nameKey(unit.name), ...(unit.code === null ? [] : [unit.code])]
    const firstLine = keys.map(key => this.lines.get(key)).find(line => line !== undefined)
    if (firstLine !== undefined) this.add(row, fault('CX1301', { value: unit.name, firstLine }), 'unit')
    for (const key of keys) this.lines.set(key, firstLine ?? row.line)
    const [min, max, used, official] = ['min', 'max', 'used', 'official'].map(
      field => values[field] as number | null,
    )
    this.units.push({ ...unit, min: min!, max: max!, used: used!, official: official! })
    this.values.push(decimals.map(d => d ?? { digits: 0n, places: 0 }))
  }

  private unitOf(
    row: TableRow,
    name: string | null,
    code: string | null,
  ): Pick<GivenUnit, 'name' | 'code'> | null {
    if (this.index === null) {
      if (name !== null || code !== null) return { name: (name ?? code)!, code }
      this.add(row, fault('CX1023', { header: '单位' }), 'unit')
      return null
    }
    const found = this.index.find(name, code)
    if ('district' in found) return { name: found.district.name, code: found.district.code }
    this.add(row, found.fault, found.key === 'district' ? 'unit' : found.key)
    return null
  }

  private decimal(row: TableRow, values: Values, key: string): Decimal | null {
    const text = String(values[key] ?? '')
    const read = text === '' ? null : readDecimal(text)
    if (read === null) this.add(row, decimalFault(text, key), key)
    return read
  }

  private total(row: TableRow): void {
    this.keys.forEach((key, k) => {
      const stated = readDecimal(this.reader.cell(row, key) ?? '')
      if (stated !== null) this.totals.push({ line: row.line, key, stated, k })
    })
  }

  /** What a row of totals states must be what the others come to. */
  private checkSums(): void {
    for (const { line, key, stated, k } of this.totals) {
      const column = this.values.map(values => values[k]!)
      const sum = combine([{ weight: 1n, values: [...column, stated] }])
      const last = sum.values.pop()!
      const all = sum.values.reduce((a, b) => a + b, 0n)
      if (all === last) continue
      const params = { stated: exactText(last, sum.scale), sum: exactText(all, sum.scale) }
      this.problems.push(this.reader.problem(line, fault('CX1302', params), key))
    }
    if (this.keys.length < 2) return
    this.keys.forEach((key, k) => {
      if (this.values.some(values => values[k]!.digits > 0n)) return
      this.problems.push(problem('CX1303', { factor: factorHeader(key) }, { column: '--factor' }))
    })
  }

  private add(row: TableRow, found: Fault, key: string): void {
    this.problems.push(this.reader.problem(row.line, found, key, this.reader.cell(row, key)))
  }
}

function decimalFault(value: string, factor: string): Fault {
  if (value === '') return fault('CX1023', { header: factorHeader(factor) })
  if (/^[-−]\d/.test(value)) return fault('CX1034', { value, min: '0', max: '10^30' })
  return /^\d+\.\d{21,}$/.test(value) ? fault('CX1036', { value, places: 20 }) : fault('CX1033', { value })
}
