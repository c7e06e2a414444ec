// Who has sent, what is late and what is missing: at the city desk jurisdiction by jurisdiction, at a district desk its own.
import type { Day } from '../../domain/day.ts'
import { forProfitNeeded, poolsOf, shareIn } from '../../domain/nomination/pool.ts'
import { problem } from '../../domain/problem.ts'
import type { District } from '../../domain/roster/district.ts'
import { nominationOf } from '../../domain/scheme/nomination.ts'
import type { Scheme } from '../../domain/scheme/scheme.ts'
import { type Evaluation, listEvaluations } from '../../store/evaluation.ts'
import { listCandidates } from '../../store/nomination.ts'
import type { Reader } from '../../store/open.ts'
import { partyNames } from '../../store/party.ts'
import { getSetting, listDistricts } from '../../store/reference.ts'
import {
  findSubmission,
  listSubmissions,
  type Submission,
  type SubmissionKind,
} from '../../store/submission.ts'
import { planDeadlines } from '../deadlines.ts'
import { ask, type Desk } from '../desk.ts'
import { schemeById } from '../evaluation/which.ts'
import { placesOf } from '../nomination/places.ts'
import { packageDue } from './gather.ts'
import { type Readiness, readiness } from './readiness.ts'
import { type ReceivedCandidate, receivedContent, receivedOf } from './received.ts'

/** What was sent against the city's own list. */
export interface ListDifference {
  name: string
  uscc: string | null
  /** Nominated only in the package, only here, or with another total; totals in hundredths. */
  what: 'only_sent' | 'only_here' | 'total'
  sent: number | null
  here: number | null
}

export interface DistrictSubmission {
  district: District
  places: number
  /** The city chooses these itself (BJ 三(七)3): nobody has to send them. */
  chosen_here: boolean
  /** Null of one that has not sent. */
  received: {
    on: Day
    packed_on: Day
    receipt: string
    nominated: number
    for_profit: number
    required: number
    waiver: { reason: string; signer: string } | null
    papers_missing: number
    open: boolean
  } | null
  /** Came after the deadline, or is not there now that it has passed. */
  late: boolean
  /** Null while the city has no list of its own. */
  differences: ListDifference[] | null
}

export interface OwnSubmission {
  kind: SubmissionKind
  name: string
  clause: string
  due_on: Day
  days_left: number
  sent: Pick<Submission, 'handed_in_on' | 'receipt' | 'note'> | null
  late: boolean
  /** Of a district's package that is not handed in: what it lacks; null of anything else. */
  lacks: Pick<Readiness, 'problems' | 'warnings'> | null
}

export interface SubmissionStatus {
  scheme: string
  year: number
  due_on: Day | null
  /** A district desk's own; null at the city desk. */
  desk: District | null
  districts: DistrictSubmission[]
  own: OwnSubmission[]
}

/** `wanted`: the year; null for the latest that anything is on file of. */
export function submissionStatus(desk: Desk, wanted: number | null): SubmissionStatus {
  return ask(desk, reader => {
    const scheme = schemeById(reader, getSetting(reader, 'scheme')!)
    const code = getSetting(reader, 'district')
    const evaluations = listEvaluations(reader).filter(e => e.scheme_id === scheme.id)
    const sent = listSubmissions(reader, 'received').filter(s => s.scheme_id === scheme.id)
    const years = [...evaluations, ...sent].map(one => one.year)
    const year = wanted ?? (years.length > 0 ? Math.max(...years) : Number(desk.today.slice(0, 4)))
    const evaluation = evaluations.findLast(e => e.year === year) ?? null
    const due_on = packageDue(scheme, year)
    const about = { scheme: scheme.id, year, due_on }
    const own = ownSubmissions(reader, desk, code)
    if (code !== null || !scheme.nomination || scheme.nomination.places_total.by === 'whole') {
      const district = listDistricts(reader).find(d => d.code === code) ?? null
      return { ...about, desk: district, districts: [], own }
    }
    return { ...about, desk: null, districts: byDistrict(reader, desk, { scheme, year, evaluation }), own }
  })
}

/** What this desk has to hand in itself. */
function ownSubmissions(reader: Reader, desk: Desk, district_code: string | null): OwnSubmission[] {
  return planDeadlines(reader, desk.today).flatMap(({ scheme, year, deadline }) => {
    const { handed_in: kind, name, clause, due_on, days_left } = deadline
    if (kind === null) return []
    const which = { direction: 'sent', kind, scheme_id: scheme.id, year, district_code } as const
    const sent = findSubmission(reader, which) ?? null
    const late = (sent?.handed_in_on ?? desk.today) > due_on
    const packs = kind === 'nomination' && sent === null && district_code !== null
    const lacks = packs ? lackingFor(reader, scheme.id, district_code) : null
    return [{ ...{ kind, name, clause, due_on, days_left, late, lacks }, sent }]
  })
}

function lackingFor(reader: Reader, scheme: string, code: string): OwnSubmission['lacks'] {
  const district = listDistricts(reader).find(d => d.code === code)!
  const own = listEvaluations(reader).filter(e => e.scheme_id === scheme)
  const latest = own.reduce<Evaluation | null>((a, b) => (a && a.year > b.year ? a : b), null)
  if (latest === null) return { problems: [problem('CX3003', {})], warnings: [] }
  const { problems, warnings } = readiness(reader, String(latest.id), district)
  return { problems, warnings }
}

/** Jurisdictions with places, and any other that has sent. */
function byDistrict(
  reader: Reader,
  desk: Desk,
  { scheme, year, evaluation }: { scheme: Scheme; year: number; evaluation: Evaluation | null },
): DistrictSubmission[] {
  const rules = nominationOf(scheme)
  const pools = poolsOf(rules, listDistricts(reader))
  const places = placesOf(reader, scheme, { id: evaluation?.id ?? 0 }, pools)
  const received = new Map(receivedOf(reader, scheme.id, year).map(s => [s.district_code, s]))
  const due = packageDue(scheme, year)
  return listDistricts(reader).flatMap((district): DistrictSubmission[] => {
    const submission = received.get(district.code)
    const left = places.get(district.code)?.left ?? 0
    if (left === 0 && submission === undefined) return []
    const chosen_here = district.kind === 'city'
    const awaited = submission !== undefined || !chosen_here
    // Whoever came in time and sent a better one afterwards was in time.
    const came = submission === undefined ? desk.today : receivedContent(submission).first_on
    const late = due !== null && awaited && came > due
    const about = { district, places: left, chosen_here, late }
    if (submission === undefined) return [{ ...about, received: null, differences: null }]
    const { candidates, waiver, packed_on, evaluation: sent } = receivedContent(submission)
    const nominees = candidates.filter(c => c.decision === 'nominated')
    const share = shareIn(rules, { ...district })
    return [
      {
        ...about,
        received: {
          ...{ on: submission.handed_in_on, packed_on, receipt: submission.receipt!, waiver },
          nominated: nominees.length,
          for_profit: nominees.filter(c => c.kind === 'for_profit').length,
          required: forProfitNeeded(nominees.length, share),
          papers_missing: nominees.filter(c => c.papers_missing.length > 0).length,
          open: sent.status === 'open',
        },
        differences: differencesIn(reader, evaluation, district.code, nominees),
      },
    ]
  })
}

function differencesIn(
  reader: Reader,
  evaluation: Evaluation | null,
  district: string,
  sent: readonly ReceivedCandidate[],
): ListDifference[] | null {
  const list = evaluation === null ? [] : listCandidates(reader, evaluation.id)
  if (list.length === 0) return null
  const names = partyNames(reader, 'agency')
  const here = list
    .filter(c => c.district_code === district && c.decision === 'nominated')
    .map(c => ({ ...names.get(c.agency_id!)!, total: c.total }))
  const isSame = (one: ReceivedCandidate, other: (typeof here)[number]) =>
    one.uscc !== null || other.uscc !== null
      ? one.uscc === other.uscc
      : one.license_no !== null || other.code !== null
        ? one.license_no === other.code
        : one.name === other.name
  return [
    ...sent.flatMap(({ name, uscc, total, ...rest }): ListDifference[] => {
      const other = here.find(h => isSame({ name, uscc, total, ...rest }, h))
      if (other?.total === total) return []
      const what = other === undefined ? 'only_sent' : 'total'
      return [{ name, uscc, what, sent: total, here: other?.total ?? null }]
    }),
    ...here
      .filter(h => !sent.some(s => isSame(s, h)))
      .map(({ name, uscc, total }): ListDifference => {
        return { name, uscc, what: 'only_here', sent: null, here: total }
      }),
  ]
}
