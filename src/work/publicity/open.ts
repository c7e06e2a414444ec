// Opens a publicity: of the nominees of a finalized evaluation whose list is settled, or of a draft on which opinions
// are asked for. The days follow from the calendar, the telephones from the jurisdictions.

import { dueDay } from '../../domain/calendar/deadlines.ts'
import { lastDayToOpen, publicityPeriod } from '../../domain/calendar/publicity-days.ts'
import { WorkingCalendar } from '../../domain/calendar/working-days.ts'
import { addDays, type Day } from '../../domain/day.ts'
import { isPhone, withLostZero } from '../../domain/imports/phone.ts'
import { isIn } from '../../domain/nomination/pool.ts'
import { type Problem, problem } from '../../domain/problem.ts'
import { openingColumns } from '../../domain/publicity/columns.ts'
import type { PublicityKind, PublicityTerm } from '../../domain/publicity/period.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { District } from '../../domain/roster/district.ts'
import { nominationOf } from '../../domain/scheme/nomination.ts'
import type { Scheme } from '../../domain/scheme/scheme.ts'
import { idOf, type Party } from '../../domain/score/party.ts'
import type { Evaluation } from '../../store/evaluation.ts'
import type { Reader } from '../../store/open.ts'
import {
  insertCase,
  insertPublicity,
  listCases,
  listPublicities,
  type Publicity,
  type PublicityPhones,
} from '../../store/publicity.ts'
import { getSetting, listDistricts, officePhones, readCalendar } from '../../store/reference.ts'
import { change, type Desk } from '../desk.ts'
import { finalizedOne } from '../evaluation/notices.ts'
import { knownScheme, schemeForUse } from '../evaluation/open-evaluation.ts'
import { districtNamed } from '../find-district.ts'
import { type GivenFields, readWhole } from '../given-fields.ts'
import { type NominationList, outdated, readNominations } from '../nomination/list.ts'
import { readPublicity, type ShownPublicity } from './read.ts'

export interface Wanted {
  kind: PublicityKind
  evaluation: string | null
  district: string | null
  /** Of a consultation: whose draft. */
  scheme: string | null
  /** Null: as the scheme says. */
  countFirstDay: boolean | null
  /** Empty: those of the jurisdictions, else of the scheme. */
  phones: readonly string[]
}

export interface Opened {
  problems: Problem[]
  warnings: Problem[]
  /** Null where there are problems. */
  publicity: ShownPublicity | null
  /** Of consultations the clause of their stage. */
  clause: string
  /** Nominees that an earlier publicity has, and this one leaves out. */
  before: number
}

/** What is published, before anything is said of when and where. */
interface Subject {
  scheme: Scheme
  evaluation: Evaluation | null
  district: District | null
  title: string
  term: PublicityTerm & { clause: string }
  parties: (Party & { district_code: string | null })[]
  before: number
  problems: Problem[]
}

export function openPublicity(desk: Desk, wanted: Wanted, given: GivenFields): Opened {
  return change<Opened>(desk, 'publicity open', writer => {
    const subject =
      wanted.kind === 'nominees' ? nomineesOf(writer, wanted) : consultationOf(desk, writer, wanted)
    const { scheme, evaluation, district, parties, term, before } = subject
    const { values, problems: said } = readWhole(openingColumns, given)
    const problems = [...subject.problems, ...said]
    if (values.working_days === 0) {
      const range = { value: '0', min: '1', max: '100' }
      problems.push(
        problem('CX1034', range, { column: given.place('working_days') }, { field: 'working_days' }),
      )
    }
    const first_day = (values.first_day ?? (said.length === 0 ? desk.today : null)) as Day | null
    const lasting = {
      working_days: (values.working_days || term.working_days) as number,
      count_first_day: wanted.countFirstDay ?? term.count_first_day,
    }
    const { years, days } = readCalendar(writer)
    const calendar = new WorkingCalendar(years, days)
    const { working_days, count_first_day } = lasting
    const period = first_day && publicityPeriod(calendar, first_day, working_days, count_first_day)
    if (period && 'missingYear' in period) {
      const missing = { value: first_day!, days: working_days, year: Number(period.missingYear) }
      problems.push(problem('CX1370', missing, { column: given.place('first_day') }))
    }
    const lastDay = period && !('missingYear' in period) ? period.last_day : null
    const warnings = [
      ...(evaluation !== null && first_day !== null && first_day < evaluation.as_of
        ? [
            problem(
              'CX1383',
              { first: first_day, asOf: evaluation.as_of },
              { column: given.place('first_day') },
            ),
          ]
        : []),
      ...(evaluation === null || lastDay === null
        ? []
        : afterDeadlines(calendar, scheme, evaluation, lasting, lastDay)),
    ]
    const phones = phonesFor(writer, scheme, wanted, parties, problems)
    const refused: Opened = { problems, warnings: [], publicity: null, clause: term.clause, before }
    if (problems.length > 0 || !period || 'missingYear' in period) return { result: refused, summary: {} }
    if (evaluation === null) schemeForUse(desk, writer, scheme.id)
    const id = insertPublicity(writer, {
      ...{ kind: wanted.kind, title: (values.title ?? subject.title) as string, scheme_id: scheme.id },
      ...{ evaluation_id: evaluation?.id ?? null, district_code: district?.code ?? null },
      ...{ first_day: period.first_day, last_day: period.last_day, ...lasting },
      ...{ channel: values.channel as string | null, phones },
    })
    for (const party of parties) insertCase(writer, id, party)
    const publicity = readPublicity(writer, stored(writer, id), desk.today)
    const { last_day } = publicity
    return {
      result: { ...refused, warnings, publicity },
      summary: {
        ...{ publicity: id, kind: wanted.kind, scheme: scheme.id, evaluation: evaluation?.id ?? null },
        ...{ district: district?.name ?? null, first_day, last_day, cases: parties.length },
      },
    }
  }).result
}

/** The deadlines that what is published has to meet afterwards, where it can be closed only later. */
function afterDeadlines(
  calendar: WorkingCalendar,
  { deadlines }: Scheme,
  { year }: Evaluation,
  { working_days, count_first_day }: PublicityTerm,
  last: Day,
): Problem[] {
  return deadlines
    .filter(d => d.after_publicity && (d.year ?? year) >= year)
    .map(d => ({ ...d, due: dueDay(d, d.year ?? year) }))
    .filter(({ due }) => last >= due)
    .map(({ name, clause, due }) => {
      const found = lastDayToOpen(calendar, addDays(due, -1), working_days, count_first_day)
      return problem('CX1373', { last, due, name, clause, open: 'day' in found ? found.day : null })
    })
}

function stored(reader: Reader, id: number): Publicity {
  return listPublicities(reader).find(p => p.id === id)!
}

/** Everybody nominated who is not in another publicity of the evaluation; with what keeps the list from going out. */
function nomineesOf(reader: Reader, { evaluation: which, district: named }: Wanted): Subject {
  const evaluation = finalizedOne(reader, which)
  const list = readNominations(reader, evaluation)
  const { scheme } = list
  const { title } = nominationOf(scheme)
  // A district desk publishes its own.
  const own = named ?? getSetting(reader, 'district')
  const district = own === null ? null : districtNamed(reader, own)
  const code = district?.code ?? null
  const nominated = list.candidates.filter(
    c => c.decision === 'nominated' && (code === null || c.district?.code === code),
  )
  const earlier = listPublicities(reader).filter(
    p => p.evaluation_id === evaluation.id && p.withdrawn_on === null,
  )
  const numbers = new Set(earlier.map(p => p.id))
  const published = new Map(
    listCases(reader)
      .filter(c => numbers.has(c.publicity_id))
      .map(c => [idOf(c), c.publicity_id]),
  )
  const no = earlier.filter(p => p.district_code === code).length + 1
  const parties = nominated
    .filter(c => !published.has(idOf(c.party)))
    .map(({ party: { agency_id, subject_id }, district: d }) => ({
      ...{ agency_id, subject_id },
      district_code: d?.code ?? null,
    }))
  if (nominated.length === 0)
    throw new Refusal('CX1372', { id: evaluation.id, district: district?.name ?? null })
  if (parties.length === 0) {
    const those = new Set(nominated.map(c => published.get(idOf(c.party))!))
    throw new Refusal('CX1371', { what: 'nominees', published: [...those].join('、') })
  }
  return {
    ...{ scheme, evaluation, district, parties },
    title: `${evaluation.year}年度${title}${district === null ? '' : `（${district.name}）`}推荐对象公示${no === 1 ? '' : `（第${'二三四五六七八九十'[no - 2] ?? no}次）`}`,
    term: scheme.publicity,
    before: nominated.length - parties.length,
    problems: unsettled(reader, list, code),
  }
}

/** What is wrong with the list, of one jurisdiction or of all, as its check finds it. */
function unsettled(reader: Reader, list: NominationList, code: string | null): Problem[] {
  const found: Problem[] = []
  for (const { pool, places, nominated, for_profit, required, waived, tied, open } of list.districts) {
    if (code !== null && !isIn(pool, code)) continue
    const district = pool.name
    if (tied > 0) {
      const names = list.candidates
        .filter(c => c.decision === 'tied' && isIn(pool, c.district?.code ?? null))
        .map(c => c.party.name)
      found.push(problem('CX3022', { district, open, tied: names.join('、') }))
    }
    if (nominated > places) found.push(problem('CX3020', { district, places, nominated }))
    if (for_profit < required && !waived)
      found.push(problem('CX3021', { district, nominated, for_profit, required }))
  }
  const here = list.candidates.filter(c => code === null || c.district?.code === code)
  return [...found, ...outdated(reader, list.evaluation, { ...list, candidates: here })]
}

/** A draft is consulted on once at a time. */
function consultationOf(desk: Desk, reader: Reader, { scheme: named }: Wanted): Subject {
  const { scheme } = knownScheme(desk, reader, named ?? getSetting(reader, 'scheme')!)
  if (scheme.status !== 'draft') throw new Refusal('CX1375', { scheme: scheme.id })
  const running = listPublicities(reader).find(
    p => p.kind === 'consultation' && p.scheme_id === scheme.id && !p.closed_on && !p.withdrawn_on,
  )
  if (running) throw new Refusal('CX1371', { what: 'consultation', published: String(running.id) })
  const stage = scheme.stages.find(s => s.work.includes('consultation'))
  const { count_first_day, clause, working_days } = scheme.publicity
  return {
    ...{ scheme, evaluation: null, district: null, parties: [], before: 0, problems: [] },
    title: `《${scheme.notice}》公开征求意见`,
    term: {
      working_days: stage?.working_days ?? working_days,
      count_first_day,
      clause: stage?.clause ?? clause,
    },
  }
}

/** Those given; else of each jurisdiction concerned, and of the scheme or the office for all that have none. */
function phonesFor(
  reader: Reader,
  { contact }: Scheme,
  { phones: given, kind }: Wanted,
  parties: Subject['parties'],
  problems: Problem[],
): PublicityPhones[] {
  for (const value of given.filter(phone => !isPhone(phone)))
    problems.push(problem('CX1384', { value, likely: withLostZero(value) }, { column: '--phone' }, { value }))
  if (given.length > 0) return [{ district: null, phones: [...given] }]
  const codes = new Set(parties.map(p => p.district_code))
  const concerned = listDistricts(reader).filter(d => codes.has(d.code))
  const own = concerned
    .filter(d => d.market_phones.length > 0)
    .map(d => ({ district: d.name, phones: d.market_phones }))
  const without = concerned.filter(d => d.market_phones.length === 0).map(d => d.name)
  if (without.length === 0 && !codes.has(null) && kind === 'nominees') return own
  const general = contact?.phones ?? officePhones(reader)
  if (general.length > 0) return [...own, { district: null, phones: general }]
  problems.push(problem('CX1374', { places: without.join('、') }, { column: '--phone' }))
  return own
}
