// The year at a glance: what is done, what is missing, days to each deadline, what to do next.
import { type Day, daysBetween, isWithin } from '../domain/day.ts'
import { recordKinds } from '../domain/records/all.ts'
import { taskIs } from '../domain/records/task.ts'
import type { Scheme, SubjectNoun } from '../domain/scheme/scheme.ts'
import type { RoundFacts } from '../domain/title/stages.ts'
import { countBatches } from '../store/batch.ts'
import { listCampaigns } from '../store/campaign.ts'
import { type Evaluation, listEvaluations } from '../store/evaluation.ts'
import { logHead } from '../store/log.ts'
import { listCandidates } from '../store/nomination.ts'
import type { Reader } from '../store/open.ts'
import { countParties } from '../store/party.ts'
import { countRows, listRecords } from '../store/record.ts'
import { getSetting, listDistricts, officePhones } from '../store/reference.ts'
import { countResults } from '../store/result.ts'
import { countSheets } from '../store/sheet.ts'
import { type DeadlineStatus, type PlannedDeadline, planDeadlines } from './deadlines.ts'
import { ask, type Desk } from './desk.ts'
import { isStale } from './evaluation/run-evaluation.ts'
import { schemeById, schemeOf } from './evaluation/which.ts'
import { coverageOf } from './inspection/coverage.ts'
import { limitsWhenAsked } from './limit-rules.ts'
import { withoutPapers } from './nomination/check.ts'
import { outdated, readNominations } from './nomination/list.ts'
import { type Completion, completionOf } from './report/completion.ts'
import { owedOf } from './report/owed.ts'
import { type PublicityFigures, publicityFigures } from './report/published.ts'
import { readQuota } from './show-quota.ts'
import { countTouched } from './title/review.ts'
import { roundFacts } from './title/stages.ts'

const COUNTED = [
  'agency',
  'complaint',
  'penalty',
  'honor',
  'commitment',
  'activity',
  'inspection',
  'metric',
] as const

export type NextStep =
  | 'agency import'
  | 'subject import'
  | 'record import'
  | 'evaluation open'
  | 'evaluation import'
  | 'evaluation run'
  | 'evaluation finalize'
  | 'nomination propose'
  | 'nomination check'
  | 'nomination list'
  | 'paper import'
  | 'publicity open'
  | 'publicity close'
  | 'title grant'
  | 'title review'
  | 'evaluation notice'

export interface Status {
  today: string
  scheme: string
  /** Name of the jurisdiction whose desk this is; null at the city's. */
  district: string | null
  /** Of the office itself, where no district stands for it. */
  phones: string[]
  counts: Record<string, number>
  batches: Record<string, number>
  evaluation:
    | (Pick<Evaluation, 'id' | 'version' | 'year' | 'as_of' | 'status' | 'partial_reason'> & {
        sheets: number
        run: boolean
        stale: boolean
        complete: number
        incomplete: number
        /** Whether commands have to be told which one: several are open. */
        several: boolean
      })
    | null
  /** `outdated`: candidates whose proposal no longer fits the records. `without_papers`: nominees who lack some. */
  nomination: {
    places: number
    nominated: number
    for_profit: number
    tied: number
    outdated: number
    without_papers: number
  } | null
  /** Of the nominees; null where there are none. */
  publicity: PublicityFigures | null
  /** Of the round's nominees: titles granted. Of all rounds: titles in force, and those that a later record touches. */
  titles: { granted: number; in_force: number; touched: number } | null
  deadlines: (DeadlineStatus & Completion)[]
  /** Records that somebody has to do something about, by kind and state; those of which there are any. */
  pressing: { noun: string; state: string; word: string; count: number }[]
  /** The inspection of the first half of today's year; null while nobody is to be inspected. */
  inspection: { due_on: string; days_left: number; to_inspect: number; inspected: number } | null
  /** Of any campaign or none. */
  tasks: { open: number; overdue: number }
  /** The campaign that is running; of several the one that ends first. */
  campaign: { name: string; starts_on: string; ends_on: string; days_left: number } | null
  log: { no: number; hash: string } | null
  next: NextStep
}

export function showStatus(desk: Desk): Status {
  const inspection = inspectionStatus(desk)
  return ask(desk, reader => {
    const scheme = schemeById(reader, getSetting(reader, 'scheme')!)
    const all = listEvaluations(reader)
    const evaluation = currentEvaluation(all, scheme.id)
    const counts = Object.fromEntries(COUNTED.map(table => [table, countRows(reader, table)]))
    const progress =
      evaluation && evaluationStatus(reader, evaluation, all.filter(e => e.status === 'open').length > 1)
    const nomination = evaluation && nominationStatus(reader, evaluation, !progress?.run || progress.stale)
    const planned = planDeadlines(reader, desk.today)
    const facts = evaluation && roundFacts(reader, schemeOf(reader, evaluation), evaluation, desk.today)
    const published = facts !== null && facts.nominated > 0 && facts.publicity_asked
    return {
      today: desk.today,
      scheme: scheme.id,
      district: deskDistrict(reader),
      phones: officePhones(reader),
      counts,
      batches: Object.fromEntries(countBatches(reader).map(b => [b.kind, b.batches])),
      evaluation: progress,
      nomination,
      publicity: published ? publicityStatus(reader, evaluation!, planned, desk.today) : null,
      titles: titleStatus(reader, scheme, facts, desk.today),
      deadlines: planned.map(plan => {
        const owed = owedOf(reader, plan, desk.today)
        return { ...plan.deadline, ...completionOf(reader, plan, owed) }
      }),
      pressing: pressingRecords(reader, desk.today),
      inspection,
      tasks: taskStatus(reader, desk.today),
      campaign: runningCampaign(reader, desk.today),
      log: logHead(reader),
      next: nextStep(
        { noun: scheme.applies_to.subject, parties: countParties(reader, scheme.applies_to.subject), counts },
        progress,
        nomination,
        facts,
      ),
    }
  })
}

function inspectionStatus(desk: Desk): Status['inspection'] {
  const { to, rows } = coverageOf(desk, { year: null, batch: null, district: null })
  const { to_inspect, inspected } = rows.at(-1)!
  return to_inspect === 0
    ? null
    : { due_on: to, days_left: daysBetween(desk.today, to), to_inspect, inspected }
}

function pressingRecords(reader: Reader, today: string): Status['pressing'] {
  const limits = limitsWhenAsked(reader)
  return recordKinds.flatMap(({ noun, table, states }) => {
    const pressing = (states ?? []).filter(state => state.pressing)
    if (pressing.length === 0 || countRows(reader, table) === 0) return []
    const rows = listRecords(reader, table, { agency: null, district: null })
    return pressing
      .map(({ name, word, holds }) => {
        return { noun, state: name, word, count: rows.filter(row => holds(row, today, limits)).length }
      })
      .filter(({ count }) => count > 0)
  })
}

function taskStatus(reader: Reader, today: string): Status['tasks'] {
  const tasks = listRecords(reader, 'task', { agency: null, district: null })
  const inState = (state: 'open' | 'overdue') => tasks.filter(task => taskIs(state, task, today)).length
  return { open: inState('open'), overdue: inState('overdue') }
}

function runningCampaign(reader: Reader, today: string): Status['campaign'] {
  const running = listCampaigns(reader).filter(c => isWithin(today, { from: c.starts_on, to: c.ends_on }))
  const first = running.sort((a, b) => (a.ends_on < b.ends_on ? -1 : 1))[0]
  if (first === undefined) return null
  const { name, starts_on, ends_on } = first
  return { name, starts_on, ends_on, days_left: daysBetween(today, ends_on) }
}

function deskDistrict(reader: Reader): string | null {
  const code = getSetting(reader, 'district')
  return listDistricts(reader).find(d => d.code === code)?.name ?? null
}

/** The one that is worked on: of the latest year, by the scheme that the bureau goes by before others. */
function currentEvaluation(all: readonly Evaluation[], scheme: string): Evaluation | null {
  const own = all.filter(e => e.scheme_id === scheme)
  return (own.length > 0 ? own : all).reduce<Evaluation | null>(
    (a, b) => (a && a.year >= b.year ? a : b),
    null,
  )
}

function evaluationStatus(
  reader: Reader,
  evaluation: Evaluation,
  several: boolean,
): NonNullable<Status['evaluation']> {
  const { id, version, year, as_of, status, partial_reason } = evaluation
  const sheets = countSheets(reader, id)
  const run = evaluation.result_sha256 !== null
  const { complete, evaluated } = countResults(reader, evaluation)
  const stale = run && isStale(reader, evaluation)
  const incomplete = evaluated - complete
  const told = { id, version, year, as_of, status, partial_reason }
  return { ...told, sheets, run, stale, complete, incomplete, several }
}

/** `stale`: there are no results that the proposal could be held against. */
function nominationStatus(reader: Reader, evaluation: Evaluation, stale: boolean): Status['nomination'] {
  if (listCandidates(reader, evaluation.id).length === 0) return null
  const { rows, total: places } = readQuota(reader)
  const used = rows.flatMap(row => (row.used ? [row.used] : []))
  const list = readNominations(reader, evaluation)
  const sum = (pick: (u: (typeof used)[number]) => number) => used.reduce((total, u) => total + pick(u), 0)
  return {
    places,
    nominated: sum(u => u.nominated),
    for_profit: sum(u => u.for_profit),
    tied: sum(u => u.tied),
    outdated: stale ? 0 : outdated(reader, evaluation, list).length,
    without_papers: withoutPapers(reader, list).length,
  }
}

function publicityStatus(
  reader: Reader,
  { id }: Evaluation,
  planned: readonly PlannedDeadline[],
  today: Day,
): PublicityFigures {
  const own = planned.filter(p => p.evaluation?.id === id && p.deadline.publicity !== null)
  const due = own.map(p => p.deadline.due_on).sort()[0] ?? null
  return publicityFigures(reader, id, due, today)
}

/** Null while there is none of them. */
function titleStatus(reader: Reader, scheme: Scheme, facts: RoundFacts | null, today: Day): Status['titles'] {
  const granted = facts?.granted ?? 0
  const titles = countTouched(reader, scheme, today)
  return granted + titles.in_force === 0 ? null : { granted, ...titles }
}

function nextStep(
  { noun, parties, counts }: { noun: SubjectNoun; parties: number; counts: Record<string, number> },
  evaluation: Status['evaluation'],
  nomination: Status['nomination'],
  facts: RoundFacts | null,
): NextStep {
  if (evaluation === null && noun === 'agency' && counts.agency === 0) return 'agency import'
  if (evaluation === null && noun !== 'agency' && parties === 0) return 'subject import'
  const records = COUNTED.filter(table => table !== 'agency' && counts[table]! > 0)
  if (!evaluation) return records.length === 0 ? 'record import' : 'evaluation open'
  if (evaluation.sheets === 0) return 'evaluation import'
  if (!evaluation.run || evaluation.stale) return 'evaluation run'
  if (evaluation.status === 'open') return 'evaluation finalize'
  const { nominated, granted, published, served, evaluated } = facts!
  if (facts!.nomination === 'none') return served < evaluated ? 'evaluation notice' : 'title review'
  if (nominated > 0 && granted === nominated) return 'title review'
  if (!nomination || nomination.outdated > 0) return 'nomination propose'
  if (nomination.tied > 0) return 'nomination check'
  if (nominated === 0) return 'nomination list'
  if (nomination.without_papers > 0) return 'paper import'
  if (facts!.publicity_asked && published.closed < nominated)
    return published.open + published.closed < nominated ? 'publicity open' : 'publicity close'
  return 'title grant'
}
