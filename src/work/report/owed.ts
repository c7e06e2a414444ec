// What is still owed for a deadline whose papers go out after publicity: by district where it is a district's, else of
// all. Only what the file can tell; of other deadlines it tells nothing.
import type { OwedWhat } from '../../domain/calendar/deadlines.ts'
import type { Day } from '../../domain/day.ts'
import type { Scheme } from '../../domain/scheme/scheme.ts'
import { idOf } from '../../domain/score/party.ts'
import type { Evaluation } from '../../store/evaluation.ts'
import { listCandidates } from '../../store/nomination.ts'
import type { Reader } from '../../store/open.ts'
import { partyNames } from '../../store/party.ts'
import { nomineePublicities, undecidedObjections } from '../../store/publicity-days.ts'
import { listDistricts } from '../../store/reference.ts'
import { listResults } from '../../store/result.ts'
import type { PlannedDeadline } from '../deadlines.ts'
import { isStale } from '../evaluation/run-evaluation.ts'
import { withoutPapers } from '../nomination/check.ts'
import { countOutdated, type NominationList, readNominations } from '../nomination/list.ts'
import { handedInOn, nomineesOf, outcomeDays } from './completion.ts'
import { unpublishedNominees } from './published.ts'

export interface Owed {
  /** Null: of all. */
  district_code: string | null
  district: string | null
  what: OwedWhat
  /** Of how many; null of a step that is one. */
  count: number | null
  /** The last day of a publicity. */
  until: Day | null
  /** Whether a publicity that is not closed can be closed by the day due: on the day after its last. */
  in_time: boolean | null
}

/** In the order of the official table, what concerns all first. */
export function owedOf(reader: Reader, plan: PlannedDeadline, today: Day): Owed[] {
  const { deadline } = plan
  const asked = deadline.after_publicity || deadline.handed_in !== null
  if (!asked) return []
  const districts = new Map(listDistricts(reader).map(({ code, name }) => [code, name]))
  const owe: Owe = (code, what, count, until = null) => {
    const in_time = until === null ? null : until < deadline.due_on
    return { district_code: code, district: districts.get(code ?? '') ?? null, what, count, until, in_time }
  }
  const owed = deadline.after_publicity
    ? steps(reader, owe, plan, today)
    : handedInOn(reader, plan) === null
      ? [owe(null, 'not_handed_in', null)]
      : []
  return [null, ...districts.keys()].flatMap(code => owed.filter(o => o.district_code === code))
}

type Owe = (code: string | null, what: OwedWhat, count: number | null, until?: Day | null) => Owed

/** One step after the other: what follows on a step that is not taken is not owed yet. */
function steps(
  reader: Reader,
  owe: Owe,
  { scheme, evaluation, deadline }: PlannedDeadline,
  today: Day,
): Owed[] {
  if (evaluation === null) return [owe(null, 'evaluation_not_opened', null)]
  if (evaluation.result_sha256 === null) return [owe(null, 'not_run', null)]
  if (isStale(reader, evaluation)) return [owe(null, 'run_again', null)]
  const results =
    evaluation.status === 'open'
      ? [...incomplete(reader, owe, scheme, evaluation), owe(null, 'not_finalized', null)]
      : []
  if (scheme.nomination === null) return results
  if (listCandidates(reader, evaluation.id).length === 0) return [...results, owe(null, 'not_proposed', null)]
  const list = readNominations(reader, evaluation)
  const ties = list.districts.filter(t => t.tied > 0).map(t => owe(t.pool.code, 'ties_open', t.tied))
  const outdated = countOutdated(reader, evaluation)
  return [
    ...results,
    ...unproposed(reader, owe, list),
    ...ties,
    ...(outdated > 0 ? [owe(null, 'outdated', outdated)] : []),
    ...papers(reader, owe, list),
    ...publicity(reader, owe, evaluation.id, today),
    ...outcome(reader, owe, list, deadline.done_by),
  ]
}

/** Districts with places and somebody evaluated in them, of whom nobody has been proposed. */
function unproposed(
  reader: Reader,
  owe: Owe,
  { evaluation, scheme, candidates, districts }: NominationList,
): Owed[] {
  const names = partyNames(reader, scheme.applies_to.subject)
  const evaluated = new Set(listResults(reader, evaluation).map(r => names.get(idOf(r))!.district_code))
  const proposed = new Set(candidates.map(c => c.district?.code ?? null))
  return districts
    .filter(({ pool, places }) => places > 0 && evaluated.has(pool.code) && !proposed.has(pool.code))
    .map(({ pool }) => owe(pool.code, 'not_proposed', null))
}

/** What is to come of the nominees by the day due. */
function outcome(
  reader: Reader,
  owe: Owe,
  list: NominationList,
  by: PlannedDeadline['deadline']['done_by'],
): Owed[] {
  if (by !== 'titles' && by !== 'filing') return []
  const days = outcomeDays(reader, list, by)
  const left = nomineesOf(list).filter(party => !days.has(idOf(party)))
  const what = by === 'titles' ? 'not_granted' : 'not_filed'
  return [...countBy(left.map(party => party.district_code))].map(([code, count]) => owe(code, what, count))
}

function papers(reader: Reader, owe: Owe, list: NominationList): Owed[] {
  const counts = countBy(withoutPapers(reader, list).map(({ party }) => party.district_code))
  return [...counts].map(([code, count]) => owe(code, 'papers_missing', count))
}

function incomplete(reader: Reader, owe: Owe, scheme: Scheme, evaluation: Evaluation): Owed[] {
  const names = partyNames(reader, scheme.applies_to.subject)
  const open = listResults(reader, evaluation).filter(r =>
    scheme.decision ? r.decision === null : r.total === null || r.grade === null,
  )
  const counts = countBy(open.map(r => names.get(idOf(r))!.district_code))
  return [...counts].map(([code, count]) => owe(code, 'incomplete', count))
}

function publicity(reader: Reader, owe: Owe, id: number, today: Day): Owed[] {
  return [
    ...[...countBy(unpublishedNominees(reader, id).map(n => n.district_code))].map(([code, count]) =>
      owe(code, 'publicity_not_opened', count),
    ),
    ...nomineePublicities(reader, id)
      .filter(p => p.closed_on === null)
      .map(({ district_code, last_day }) => {
        const what = today <= last_day ? 'publicity_running' : 'publicity_not_closed'
        return owe(district_code, what, null, last_day)
      }),
    ...undecidedObjections(reader, id).map(o => owe(o.district_code, 'objections_open', o.objections)),
  ]
}

function countBy(codes: readonly (string | null)[]): Map<string | null, number> {
  const counts = new Map<string | null, number>()
  for (const code of codes) counts.set(code, (counts.get(code) ?? 0) + 1)
  return counts
}
