// The totals of a folder of samples under beijing-2013, worked out a second time and independently
// of the program: straight from the CSV files, in whole hundredths and exact fractions (bigint).
// Deliberately plain, with the rules written out instead of read from a scheme.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'

export type Row = Record<string, string>
export type Gate = 'license' | 'evaluated' | 'complaint' | 'penalty' | 'tenure'

export interface Result {
  /** Credit code, or the name where there is none. */
  key: string
  name: string
  uscc: string
  district: string
  kind: 'for_profit' | 'public'
  /** Null where something is unknown; `min` and `max` then differ. */
  total: string | null
  min: string
  max: string
  /** Points of indicators 1 to 22, null where unknown. */
  perIndicator: (string | null)[]
  grade: 'A' | 'B' | 'C' | 'D' | null
  /** Gates for a nomination that are not passed; empty means eligible. */
  failed: Gate[]
  /** Ranking keys after the total: rated A=1 … AAAAA=5 or 0, verified complaints, day of the start. */
  standardGrade: number
  verifiedComplaints: number
  businessStart: string
}

type Fraction = readonly [numerator: bigint, denominator: bigint]
type Records = Record<'complaints' | 'penalties' | 'inspections' | 'sheets', Row[]>

const RECORDS = new Set([1, 2, 3, 4, 16])
const WEIGHT: Record<string, bigint> = { 自我评价: 1n, 专家评价: 6n, 群众评价: 3n }
const EXPERT_ONLY = new Set([5, 8])

export function readTable(file: string): Row[] {
  const bytes = readFileSync(file)
  const utf8 = bytes.subarray(0, 3).equals(Buffer.from([0xef, 0xbb, 0xbf]))
  const text = new TextDecoder(utf8 ? 'utf-8' : 'gb18030', { fatal: true }).decode(bytes)
  return parse(text, { columns: true }) as Row[]
}

/** 2012/4/9 and 2012-04-09 to the latter. */
function iso(cell: string): string {
  const [year, month, day] = cell.split(/[-/]/)
  return cell === '' ? '' : `${year}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}`
}

/** The same day N months earlier; a month end stays inside its month. */
function monthsBefore(day: string, months: number): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  const last = new Date(Date.UTC(year, month - months, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 - months, Math.min(date, last))).toISOString().slice(0, 10)
}

const daysBetween = (a: string, b: string): number => (Date.parse(b) - Date.parse(a)) / 86_400_000
const points = (hundredths: number): string => (hundredths / 100).toFixed(2)
const hundredths = (cell: string): bigint => {
  const [whole, decimals = ''] = cell.split('.')
  return BigInt(whole!) * 100n + BigInt(decimals.padEnd(2, '0'))
}

const maximum = (n: number): number => (n <= 4 ? 250 : n <= 12 ? 375 : n <= 16 ? 750 : 500)

function raterKinds(n: number): string[] {
  if (n === 15) return ['群众评价']
  if (n === 18) return ['自我评价', '专家评价', '群众评价']
  if (n === 22) return ['专家评价', '群众评价']
  return EXPERT_ONLY.has(n) ? ['专家评价'] : ['自我评价', '专家评价']
}

/** Mean per kind, weighted over the kinds that rated; null when nobody did. */
function review(n: number, sheets: Row[]): Fraction | null {
  let [numerator, denominator, weights] = [0n, 1n, 0n]
  for (const kind of raterKinds(n)) {
    const cells = sheets
      .filter(sheet => sheet.评价主体 === kind)
      .map(sheet => Object.entries(sheet).find(([header]) => header.startsWith(`${n}.`))![1])
      .filter(cell => cell !== '')
    if (cells.length === 0) continue
    const sum = cells.reduce((total, cell) => total + hundredths(cell), 0n) * WEIGHT[kind]!
    const count = BigInt(cells.length)
    numerator = numerator * count + sum * denominator
    denominator *= count
    weights += WEIGHT[kind]!
  }
  return weights === 0n ? null : [numerator, denominator * weights]
}

const halfUp = ([numerator, denominator]: Fraction): number =>
  Number((2n * numerator + denominator) / (2n * denominator))

const upheld = (row: Row): boolean => ['属实', '部分属实'].includes(row.查处结论!)

/** Handled in time? Null when the case says nothing about the window. */
function onTime(row: Row, from: string, asOf: string): boolean | null {
  const closed = row.办结日期! !== '' && iso(row.办结日期!) <= asOf ? iso(row.办结日期!) : ''
  if (row.办结时限 === '') {
    // Sixty working days are more than sixty days: a case closed within those needs no calendar.
    if (closed === '' || daysBetween(iso(row.受理日期!), closed) > 60) throw new Error('needs a calendar')
    return closed > from ? true : null
  }
  const due = iso(row.办结时限!)
  const concerns = (closed > from && closed !== '') || (due > from && due < asOf)
  return concerns ? closed !== '' && closed <= due : null
}

/** The outcome of every rule that can cost points: true met, false not met, null no data. */
function rules(agency: Row, records: Records, asOf: string): Map<number, boolean | null> {
  const since = (months: number, day: string): boolean => day > monthsBefore(asOf, months) && day <= asOf
  const closedWithin = (months: number, row: Row): boolean =>
    row.办结日期 !== '' && since(months, iso(row.办结日期!))
  const { complaints, penalties } = records
  const inspection = records.inspections
    .filter(row => since(12, iso(row.检查日期!)))
    .sort((a, b) => (a.检查日期! < b.检查日期! ? 1 : -1))[0]
  const items = (...numbers: number[]): boolean | null => {
    const cells = numbers.map(n => inspection?.[`SC-${String(n).padStart(2, '0')}`] ?? '不适用')
    const applicable = cells.filter(cell => cell !== '不适用')
    return applicable.length === 0 ? null : applicable.every(cell => cell === '合格')
  }
  const exempt = kindOf(agency) === 'public' && agency.许可证编号 === ''
  const validTo = iso(agency.有效期至!)
  const inForce = ['有效', ''].includes(agency.状态!) && (validTo === '' || validTo >= asOf)
  const start = iso(agency.从业起始日期! || agency.发证日期!)
  const [due, done] = [iso(inspection?.整改期限 ?? ''), iso(inspection?.整改完成日期 ?? '')]
  const overdue = due !== '' && (done !== '' && done <= asOf ? done > due : due < asOf)
  const annual = agency.年检结论 === '' ? null : agency.年检结论 === '合格'
  const about = (category: string): boolean =>
    complaints.some(row => row.类别 === category && upheld(row) && closedWithin(24, row))
  const dishonest = complaints.some(row => row.涉不诚信 === '是' && upheld(row) && closedWithin(12, row))
  const late = complaints.some(row => onTime(row, monthsBefore(asOf, 12), asOf) === false)
  const penalized = penalties.some(row => {
    const undone = row.状态 === '已撤销' && iso(row.撤销日期!) <= asOf
    return since(24, iso(row.决定日期!)) && !undone
  })
  return new Map<number, boolean | null>([
    [1, exempt || inForce],
    [2, exempt ? true : annual],
    [3, start <= monthsBefore(asOf, 36)],
    [4, !penalized],
    [5, items(1, 2, 3, 4, 5)],
    [7, items(8)],
    [8, inspection === undefined ? null : inspection.配合检查 === '是' && !overdue],
    [14, !about('用工权益')],
    [15, !about('客户权益')],
    [16, !dishonest && !late],
    // Not an indicator: the gate against verified dishonesty, which lateness does not close.
    [0, !dishonest],
  ])
}

function kindOf(agency: Row): 'for_profit' | 'public' {
  if (agency.机构类别 !== '市属') return agency.机构类别 === '公共' ? 'public' : 'for_profit'
  return agency.机构性质 === '事业单位' ? 'public' : 'for_profit'
}

function score(n: number, met: boolean | null | undefined, sheets: Row[]): [number | null, number, number] {
  const max = maximum(n)
  if (RECORDS.has(n)) return met == null ? [null, 0, max] : met ? [max, max, max] : [0, 0, 0]
  const cap: Fraction = met === false ? [BigInt(max), 2n] : [BigInt(max), 1n]
  const value = review(n, sheets)
  if (value === null) return [null, 0, halfUp(cap)]
  const capped = halfUp(value[0] * cap[1] > cap[0] * value[1] ? cap : value)
  return [capped, capped, capped]
}

function evaluate(agency: Row, records: Records, asOf: string): Result {
  const outcome = rules(agency, records, asOf)
  const scores = Array.from({ length: 22 }, (_, i) => score(i + 1, outcome.get(i + 1), records.sheets))
  const sum = (pick: 1 | 2): number => scores.reduce((total, s) => total + s[pick], 0)
  const known = scores.every(s => s[0] !== null)
  const total = known ? sum(1) : null
  const gates: [Gate, boolean][] = [
    ['license', outcome.get(1) === true],
    ['evaluated', known],
    ['complaint', outcome.get(0) === true],
    ['penalty', outcome.get(4) === true],
    ['tenure', outcome.get(3) === true],
  ]
  const from = monthsBefore(asOf, 12)
  return {
    key: agency.统一社会信用代码 || agency.机构名称!,
    name: agency.机构名称!,
    uscc: agency.统一社会信用代码!,
    district: agency.推荐范围!,
    kind: kindOf(agency),
    total: total === null ? null : points(total),
    min: points(sum(1)),
    max: points(sum(2)),
    perIndicator: scores.map(([value]) => (value === null ? null : points(value))),
    grade: total === null ? null : total >= 9000 ? 'A' : total >= 8000 ? 'B' : total >= 7000 ? 'C' : 'D',
    failed: gates.filter(([, passed]) => !passed).map(([gate]) => gate),
    standardGrade: agency.标准等级!.length,
    verifiedComplaints: records.complaints.filter(row => {
      const closed = iso(row.办结日期!)
      return upheld(row) && closed > from && closed <= asOf
    }).length,
    businessStart: iso(agency.从业起始日期! || agency.发证日期!),
  }
}

/** Every agency of the folder, keyed by credit code, or by name where there is none. */
export function computeTotals(dir: string, asOf = '2013-10-31'): Map<string, Result> {
  const roster = readTable(join(dir, 'roster.csv'))
  const keyOf = new Map<string, string>()
  for (const agency of roster) {
    const key = agency.统一社会信用代码 || agency.机构名称!
    for (const handle of [key, agency.机构名称!]) keyOf.set(handle, key)
  }
  const file = (name: string, nameHeader = '机构名称'): Map<string, Row[]> => {
    const rows = new Map<string, Row[]>()
    for (const row of readTable(join(dir, name))) {
      const key = keyOf.get(row.统一社会信用代码 || row[nameHeader]!)
      if (key === undefined) throw new Error(`${name}: not on the roster: ${JSON.stringify(row)}`)
      rows.set(key, [...(rows.get(key) ?? []), row])
    }
    return rows
  }
  const complaints = file('complaints.csv', '被投诉机构')
  const penalties = file('penalties.csv')
  const inspections = file('inspection.csv')
  const sheets = file('scores.csv')
  return new Map(
    roster.map(agency => {
      const key = agency.统一社会信用代码 || agency.机构名称!
      const of = (rows: Map<string, Row[]>): Row[] => rows.get(key) ?? []
      const records = {
        complaints: of(complaints),
        penalties: of(penalties),
        inspections: of(inspections),
        sheets: of(sheets),
      }
      return [key, evaluate(agency, records, asOf)]
    }),
  )
}
