// Whether what was due is all there, and since when: by the papers received, the titles granted or the filings on file.
import type { DeadlineMark } from '../../domain/calendar/deadlines.ts'
import type { Day } from '../../domain/day.ts'
import { papersAsked } from '../../domain/nomination/papers-asked.ts'
import type { PaperKind } from '../../domain/records/paper-problems.ts'
import type { Deadline } from '../../domain/scheme/scheme.ts'
import { idOf, type Party, type PartyName } from '../../domain/score/party.ts'
import { listCandidates } from '../../store/nomination.ts'
import type { Reader } from '../../store/open.ts'
import { nomineePublicities } from '../../store/publicity-days.ts'
import { listRecords } from '../../store/record.ts'
import { getSetting, listDistricts, readPlaces } from '../../store/reference.ts'
import { findSubmission } from '../../store/submission.ts'
import { titlesOfEvaluation } from '../../store/title.ts'
import type { PlannedDeadline } from '../deadlines.ts'
import type { NominationList } from '../nomination/list.ts'

export function nomineesOf({ candidates }: NominationList): PartyName[] {
  return candidates.filter(c => c.decision === 'nominated').map(c => c.party)
}

export interface Completion {
  mark: DeadlineMark
  /**
   * The day on which it was handed in, else that since which nothing is owed any more: the last paper, title or filing of a nominee, the end of the last
   * publicity. Null while anything is owed, and of deadlines that nothing on file tells of.
   */
  completed_on: Day | null
}

/** `owed`: all that is. What was handed in is done, whatever is still owed for it. */
export function completionOf(reader: Reader, plan: PlannedDeadline, owed: readonly unknown[]): Completion {
  const completed_on = handedInOn(reader, plan) ?? (owed.length > 0 ? null : lastDay(reader, plan))
  return { mark: completed_on === null ? plan.deadline.mark : 'done', completed_on }
}

/**
 * The day on which it was handed in. Of packages that came to the city, the last one's, once every district with places
 * has sent its own; what the city chooses itself nobody sends.
 */
export function handedInOn(reader: Reader, { scheme, year, deadline }: PlannedDeadline): Day | null {
  const kind = deadline.handed_in
  if (kind === null) return null
  const district_code = getSetting(reader, 'district')
  const sent = findSubmission(reader, { direction: 'sent', kind, scheme_id: scheme.id, year, district_code })
  if (sent) return sent.handed_in_on
  if (district_code !== null) return null
  const places = readPlaces(reader, scheme.id)
  const days = listDistricts(reader)
    .filter(d => d.kind === 'district' && (places.get(d.code) ?? 0) > 0)
    .map(({ code }) => {
      const which = { direction: 'received', kind, scheme_id: scheme.id, year, district_code: code } as const
      return findSubmission(reader, which)?.handed_in_on ?? null
    })
  return days.length === 0 || days.includes(null) ? null : days.sort().at(-1)!
}

function lastDay(reader: Reader, { scheme, evaluation, deadline }: PlannedDeadline): Day | null {
  if (deadline.done_by === null || evaluation === null) return null
  const nominees = listCandidates(reader, evaluation.id).filter(c => c.decision === 'nominated')
  if (nominees.length === 0) return null
  const days = outcomeDays(reader, { scheme, evaluation }, deadline.done_by)
  const closed = nomineePublicities(reader, evaluation.id).map(p => p.closed_on!)
  const last = [...nominees.map(party => days.get(idOf(party)) ?? ''), ...closed].sort().at(-1)!
  return last === '' ? null : last
}

/** By id of the agency or subject: the day on which the last that is asked of it was there, of those that have any. */
export function outcomeDays(
  reader: Reader,
  { scheme, evaluation }: Pick<NominationList, 'scheme' | 'evaluation'>,
  by: NonNullable<Deadline['done_by']>,
): Map<number, Day> {
  if (by === 'titles')
    return new Map(titlesOfEvaluation(reader, evaluation.id).map(t => [idOf(t), t.granted_on]))
  const asked: readonly PaperKind[] = by === 'filing' ? ['filing'] : papersAsked(scheme)
  // Of a paper that came twice, the first counts.
  const first = new Map<string, { id: number; day: Day }>()
  for (const row of listRecords(reader, 'paper', { agency: null, district: null })) {
    const { kind, year, received_on, ...paper } = row as unknown as ReceivedPaper
    const counts = year === evaluation.year && (paper.scheme ?? scheme.id) === scheme.id
    if (!counts || !asked.includes(kind)) continue
    const key = `${kind} ${idOf(paper)}`
    const before = first.get(key)
    if (before === undefined || received_on < before.day)
      first.set(key, { id: idOf(paper), day: received_on })
  }
  const last = new Map<number, Day>()
  for (const { id, day } of first.values()) if (day > (last.get(id) ?? '')) last.set(id, day)
  return last
}

interface ReceivedPaper extends Party {
  kind: PaperKind
  year: number
  scheme: string | null
  received_on: Day
}
