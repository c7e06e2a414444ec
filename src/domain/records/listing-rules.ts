// What an entry of the red or the black list needs (ZS 三(四), (五); BJ 三(八)2): a term, notice, a basis on file.
import { addDays, addMonths, type Day } from '../day.ts'
import { type Finding, fault, type Values } from '../imports/column.ts'
import { type Complaint, isVerified } from './complaint.ts'
import type { RecordTable } from './kind.ts'
import type { SourceLack } from './measure-problems.ts'
import { isInForce, type Penalty } from './penalty.ts'
import { outsideSystems, taskKind } from './task.ts'

export type List = 'red' | 'black'

/** Months on a list: ours, for the notices leave the term to localities (ZS 三(四)). */
export const listingMonths: Readonly<Record<List, number>> = { red: 24, black: 12 }

/** The last day of a term that begins on a day. */
export function lastDayOf(listedOn: Day, list: List): Day {
  return addDays(addMonths(listedOn, listingMonths[list]), -1)
}

/** A record that an entry names as its basis. */
export interface Source {
  table: RecordTable
  agency_id: number | null
  values: Values
}

/** What the records of the number given lack as basis of an entry; null where one of them carries it. */
export function sourceLack(entry: Values, agencyId: number, sources: readonly Source[]): SourceLack | null {
  if (entry.source_no === null) return entry.list === 'black' ? 'unnamed' : null
  const lacks = sources.map(source => lackOf(entry, agencyId, source))
  return lacks.includes(null) ? null : (lacks[0] ?? 'unknown')
}

function lackOf(
  { list, listed_on }: Values,
  agencyId: number,
  { table, agency_id, values }: Source,
): SourceLack | null {
  if (agency_id !== agencyId) return 'other_agency'
  const on = String(listed_on)
  if (list === 'red') return null
  if (table === 'penalty') return isInForce(values as unknown as Penalty, on) ? null : 'not_in_force'
  if (table === 'sanction') return String(values.decided_on) <= on ? null : 'not_decided'
  if (!isVerified(values as unknown as Complaint, on)) return 'not_verified'
  return values.dishonest === 1 ? null : 'not_dishonest'
}

/** Entries of one agency whose time on a list meets that of another one. */
function meets(one: Values, other: Values): boolean {
  const beganBefore = (a: Values, b: Values) => b.exited_on === null || a.listed_on! < b.exited_on!
  return beganBefore(one, other) && beganBefore(other, one)
}

/** In: an entry to be made by hand, and those of its agency, each with its id. */
export function entryFindings(
  entry: Values,
  agencyId: number,
  { others, sources }: { others: readonly (Values & { id: number })[]; sources: readonly Source[] },
): { refused: Finding[]; warned: Finding[] } {
  const refused: Finding[] = []
  const warned: Finding[] = []
  const black = entry.list === 'black'
  const value = String(entry.person ?? entry.agency_name)
  if (entry.list !== null && entry.listed_on !== null) {
    if (black && entry.noticed_on === null) {
      const params = { value: '黑名单', header: '名单', needs: '告知日期' }
      refused.push({ fault: fault('CX1039', params), key: 'noticed_on' })
    }
    const lack = sourceLack(entry, agencyId, sources)
    if (lack !== null) {
      const params = { value: String(entry.source_no ?? ''), lack }
      refused.push({ fault: fault('CX1153', params), key: 'source_no' })
    }
    // The same entry once more is told as such.
    const own = others.filter(
      o =>
        o.person === entry.person &&
        (o.list !== entry.list || o.listed_on !== entry.listed_on) &&
        meets(o, entry),
    )
    for (const [code, found, list] of [
      ['CX1154', own.find(o => o.list === entry.list), entry.list],
      ['CX1155', own.find(o => o.list !== entry.list), black ? 'red' : 'black'],
    ] as const) {
      if (!found) continue
      const params = { value, list: list as List, on: String(found.listed_on), id: found.id }
      const into = code === 'CX1154' ? refused : warned
      into.push({ fault: fault(code, params), key: 'list' })
    }
  }
  if (black && entry.persons === null && entry.person === null)
    warned.push({ fault: fault('CX1156', { value }), key: 'persons' })
  return { refused, warned }
}

/** What systems of others are owed when an entry of the black list is made or taken off: tasks, as rows of theirs. */
export function tasksOf(entry: Values, occasion: 'entered' | 'exited'): Values[] {
  if (entry.list !== 'black') return []
  const blank = Object.fromEntries(taskKind.columns.map(c => [c.key, null]))
  const [day, verb] = occasion === 'entered' ? [entry.listed_on, '列入'] : [entry.exited_on, '移出']
  const whose = entry.person === null ? '' : String(entry.person)
  return Object.entries(outsideSystems).map(([word, kind]) => ({
    ...blank,
    title: `${whose}${verb}黑名单（${day}）报${word}`,
    kind,
    uscc: entry.uscc ?? null,
    agency_name: entry.agency_name ?? null,
    source_no: entry.source_no ?? null,
    basis: kind === 'credit_system' ? '京人社市场发〔2013〕220号三（八）2' : '舟山2019征求意见稿三（四）',
  }))
}
