// What adding a sanction, a list entry, an incentive or a commitment by hand asks of the file beyond the checks of its row.
import type { Day } from '../../domain/day.ts'
import { type Finding, fault, type Value, type Values } from '../../domain/imports/column.ts'
import { type Honor, honorStatus } from '../../domain/records/honor.ts'
import { incentiveKind, incentiveState, isRestriction } from '../../domain/records/incentive.ts'
import { type RecordKind, type RecordTable, storedValues, wordOf } from '../../domain/records/kind.ts'
import { listingKind, listingState } from '../../domain/records/listing.ts'
import {
  entryFindings,
  type List,
  lastDayOf,
  listingMonths,
  type Source,
  tasksOf,
} from '../../domain/records/listing-rules.ts'
import type { MeasureNote } from '../../domain/records/measure-note.ts'
import { carriedOutBy, ladderFindings, rectificationOrders } from '../../domain/records/sanction-ladder.ts'
import { taskKind } from '../../domain/records/task.ts'
import { agenciesById } from '../../store/agency.ts'
import type { Reader, Writer } from '../../store/open.ts'
import { insertRecord, listRecords, recordsByKey } from '../../store/record.ts'

interface Findings {
  refused: Finding[]
  warned: Finding[]
}

export interface AddRules {
  /** Lays into the values what follows from them. */
  fill?: (values: Values) => MeasureNote[]
  /** Values of bad or empty cells are null. `self`: the record itself, where it is on file. */
  check: (reader: Reader, values: Values, agency: number, self: number | null) => Findings
  /** What comes with the record once nothing stands against it; `write`: not on a dry run. */
  along?: (writer: Writer, values: Values, agency: number, write: boolean) => MeasureNote[]
}

const listing: AddRules = {
  fill: values => {
    const list = values.list as List | null
    if (list === null || values.listed_on === null || values.until !== null) return []
    values.until = lastDayOf(String(values.listed_on), list)
    return [{ is: 'term', until: values.until, months: listingMonths[list] }]
  },
  check: (reader, values, agency, self) =>
    entryFindings(values, agency, {
      others: listRecords(reader, 'listing', { agency, district: null }).filter(o => o.id !== self),
      sources: sourcesOf(reader, values),
    }),
  // An entry of old that is over owes nothing.
  along: (writer, values, agency, write) =>
    values.exited_on === null ? layTasks(writer, values, agency, 'entered', write) : [],
}

const sanction: AddRules = {
  check: (reader, values, agency, self) => {
    if (values.kind === null || values.decided_on === null) return { refused: [], warned: [] }
    const all = (table: RecordTable) => listRecords(reader, table, { agency, district: null })
    const serious = all('offense').some(o => o.serious === 1 && o.date! <= values.decided_on!)
    const orders = rectificationOrders(
      all('sanction').filter(s => s.id !== self),
      all('inspection'),
    )
    return { refused: [], warned: ladderFindings(values, orders, serious) }
  },
  along: (_writer, { kind, uscc }, agency) => {
    const by = carriedOutBy[String(kind)]
    return by ? [{ is: 'decided', kind: String(kind), by, agency: String(uscc ?? agency) }] : []
  },
}

const incentive: AddRules = {
  check: (reader, values, agency) => {
    const { kind, starts_on, ends_on, person = null } = values
    if (kind === null || starts_on === null) return { refused: [], warned: [] }
    if (isRestriction(values)) {
      if (ends_on !== null) return { refused: [], warned: [] }
      const params = {
        value: wordOf(incentiveKind.columns, 'kind', values),
        header: '激励或限制',
        needs: '有效期至',
      }
      return { refused: [{ fault: fault('CX1039', params), key: 'ends_on' }], warned: [] }
    }
    return { refused: [], warned: standings(reader, agency, { person, on: String(starts_on) }) }
  },
}

/** More signed than there are heads: the rate is not more than all. */
const commitment: AddRules = {
  check: (reader, { kind, signed_count: signed = null }, agency) => {
    const { name, staff_count: staff } = agenciesById(reader, [agency])[0]!
    if (kind !== 'staff' || staff === null || Number(signed ?? 0) <= staff) return { refused: [], warned: [] }
    const params = { agency: name, signed: Number(signed), staff }
    return { refused: [], warned: [{ fault: fault('CX1120', params), key: 'signed_count' }] }
  },
}

/** Only a decision that stands touches what was granted before it. */
const penalty: AddRules = {
  check: () => ({ refused: [], warned: [] }),
  along: (reader, { status, revoked_on, decision_date }, agency) =>
    (status ?? 'in_force') !== 'in_force' || revoked_on !== null
      ? []
      : listRecords(reader, 'honor', { agency, district: null })
          .map(row => row as unknown as Honor & { plate_no: string | null })
          .filter(honor => honor.holder_kind === 'agency' && honor.granted_on < decision_date!)
          .filter(honor => honorStatus(honor, decision_date as Day) === 'valid')
          .map(({ holder, title, granted_on, plate_no }): MeasureNote => {
            return { is: 'honored', holder, title, granted_on, plate_no }
          }),
}

const rules: Partial<Record<RecordTable, AddRules>> = { listing, sanction, incentive, commitment, penalty }

export function addRulesOf(kind: RecordKind): AddRules | undefined {
  return rules[kind.table]
}

/** Every record that has the number named as basis. */
function sourcesOf(reader: Reader, { list, source_no }: Values): Source[] {
  if (typeof source_no !== 'string') return []
  return listingKind
    .refersTo!.tables.filter(table => list === 'red' || table !== 'honor')
    .flatMap(table => {
      const found = recordsByKey(reader, table, [source_no]).get(source_no)
      return found ? [{ table, agency_id: found.agency_id, values: found.values }] : []
    })
}

/** The black list and restrictions in force on a day, of the agency or the person. */
function standings(reader: Reader, agency: number, { person, on }: { person: Value; on: Day }): Finding[] {
  const of = { agency, district: null }
  const same = (row: Values) => row.person === null || row.person === person
  const listed = listRecords(reader, 'listing', of)
    .filter(l => l.list === 'black' && same(l) && ['listed', 'expired'].includes(listingState(l, on)))
    .map(l => ({ standing: 'listed' as const, what: '黑名单', on: String(l.listed_on) }))
  const restricted = listRecords(reader, 'incentive', of)
    .filter(r => isRestriction(r) && same(r) && incentiveState(r, on) === 'active')
    .map(r => ({
      standing: 'restricted' as const,
      what: wordOf(incentiveKind.columns, 'kind', r),
      on: String(r.starts_on),
    }))
  return [...listed, ...restricted].map(found => ({
    fault: fault('CX1158', found),
    key: 'kind',
  }))
}

/** Lays the tasks that an entry or its end owes to systems of others, unless they are on file. */
export function layTasks(
  writer: Writer,
  entry: Values,
  agency: number,
  occasion: 'entered' | 'exited',
  write: boolean,
): MeasureNote[] {
  return tasksOf(entry, occasion).map(task => {
    const key = taskKind.key(task, agency)
    const there = recordsByKey(writer, 'task', [key]).has(key)
    if (write && !there)
      insertRecord(writer, 'task', storedValues(taskKind, { ...taskKind.pack(task), key, agency_id: agency }))
    return { is: 'task', title: String(task.title) }
  })
}
