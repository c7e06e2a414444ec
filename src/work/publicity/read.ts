// Publicity as it stands: its days, whom it is about with what objections made of each, what was said and answered.

import { publicityPeriod } from '../../domain/calendar/publicity-days.ts'
import { WorkingCalendar } from '../../domain/calendar/working-days.ts'
import type { Day } from '../../domain/day.ts'
import { type Blocks, blocksClosing, type CaseState, caseState } from '../../domain/publicity/case.ts'
import { type PublicityState, publicityState } from '../../domain/publicity/period.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { District } from '../../domain/roster/district.ts'
import type { Scheme } from '../../domain/scheme/scheme.ts'
import { type ObjectionState, objectionState } from '../../domain/score/objection.ts'
import { idOf, type Party, type PartyName } from '../../domain/score/party.ts'
import type { Evaluation } from '../../store/evaluation.ts'
import { listCandidates } from '../../store/nomination.ts'
import type { Reader } from '../../store/open.ts'
import { partyNames } from '../../store/party.ts'
import {
  listCases,
  listPublicities,
  listPublicityObjections,
  type Publicity,
  type PublicityCase,
  type PublicityObjection,
} from '../../store/publicity.ts'
import { listDistricts, readCalendar } from '../../store/reference.ts'
import { ask, type Desk } from '../desk.ts'
import { evaluationFor, schemeById, schemeOf } from '../evaluation/which.ts'

export interface ShownCase extends PublicityCase {
  party: PartyName
  district: string | null
  state: CaseState
}

export interface ShownObjection extends PublicityObjection {
  /** Null of an opinion on the whole. */
  party: PartyName | null
  state: ObjectionState
}

export interface ShownPublicity extends Publicity {
  scheme: Scheme
  /** Of nominees. */
  evaluation: Evaluation | null
  /** Whose `district_code` is. */
  district: District | null
  state: PublicityState
  /** The working days that count, by the calendar on file. */
  counted: Day[]
  /** Of these, those that are left, today among them. */
  days_left: number
  cases: ShownCase[]
  objections: ShownObjection[]
  /** What would keep it from being closed today. */
  blocks: Blocks
}

export interface ListedPublicity extends Publicity {
  state: PublicityState
  cases: number
  open_objections: number
  /** Open ones whose day of reply is past. */
  overdue: number
}

/** Oldest first; `state` null for all. */
export function listPublicity(desk: Desk, state: PublicityState | null): ListedPublicity[] {
  return ask(desk, reader => {
    const cases = listCases(reader)
    const objections = listPublicityObjections(reader)
    return listPublicities(reader)
      .map(publicity => {
        const states = objections
          .filter(o => o.publicity_id === publicity.id)
          .map(o => stateOf(o, desk.today))
        return {
          ...publicity,
          state: publicityState(publicity, desk.today),
          cases: cases.filter(c => c.publicity_id === publicity.id).length,
          open_objections: states.filter(s => s !== 'decided').length,
          overdue: states.filter(s => s === 'overdue').length,
        }
      })
      .filter(p => state === null || p.state === state)
  })
}

export function publicityNamed(reader: Reader, no: string): Publicity {
  const all = listPublicities(reader)
  const found = all.find(p => String(p.id) === no.trim())
  if (found) return found
  const available = all.map(p => `${p.id} ${p.title}`).join('、') || 'chengxin publicity open'
  throw new Refusal('CX4002', { kind: 'publicity', value: no, available })
}

/** Refuses one that was closed or withdrawn. */
export function standing<P extends Publicity>(publicity: P): P {
  const { id, closed_on } = publicity
  if (closed_on !== null) throw new Refusal('CX1376', { id, state: 'closed', on: closed_on })
  return notWithdrawn(publicity)
}

export function notWithdrawn<P extends Publicity>(publicity: P): P {
  const { id, withdrawn_on } = publicity
  if (withdrawn_on !== null) throw new Refusal('CX1376', { id, state: 'withdrawn', on: withdrawn_on })
  return publicity
}

export function evaluationOf(reader: Reader, { evaluation_id }: Publicity): Evaluation | null {
  return evaluation_id === null ? null : evaluationFor(reader, String(evaluation_id))
}

export function readPublicity(reader: Reader, publicity: Publicity, today: Day): ShownPublicity {
  const evaluation = evaluationOf(reader, publicity)
  const scheme = evaluation === null ? schemeById(reader, publicity.scheme_id) : schemeOf(reader, evaluation)
  const names = partyNames(reader, scheme.applies_to.subject)
  const districts = new Map(listDistricts(reader).map(d => [d.code, d]))
  const objections = listPublicityObjections(reader)
    .filter(o => o.publicity_id === publicity.id)
    .map(o => ({ ...o, party: isOnWhole(o) ? null : names.get(idOf(o))!, state: stateOf(o, today) }))
  const dropped = new Set(
    (evaluation === null ? [] : listCandidates(reader, evaluation.id))
      .filter(c => c.decision === 'dropped')
      .map(idOf),
  )
  const cases = listCases(reader)
    .filter(c => c.publicity_id === publicity.id)
    .map(c => {
      const party = names.get(idOf(c))!
      const own = objections.filter(o => o.party !== null && idOf(o.party) === idOf(c))
      const district = districts.get(party.district_code ?? '')?.name ?? null
      return {
        ...c,
        party,
        district,
        state: caseState(
          own.map(o => o.outcome),
          dropped.has(idOf(c)),
        ),
      }
    })
  const { years, days } = readCalendar(reader)
  const { first_day, working_days, count_first_day } = publicity
  const calendar = new WorkingCalendar(years, days)
  const period = publicityPeriod(calendar, first_day, working_days, count_first_day)
  const counted = 'missingYear' in period ? [] : period.counted
  const state = publicityState(publicity, today)
  return {
    ...publicity,
    ...{ scheme, evaluation, state, counted, cases, objections },
    district: districts.get(publicity.district_code ?? '') ?? null,
    days_left: state === 'open' ? counted.filter(day => day >= today).length : 0,
    blocks: blocksClosing(publicity.last_day, objections, today),
  }
}

export function isOnWhole({ agency_id, subject_id }: Party): boolean {
  return agency_id === null && subject_id === null
}

function stateOf({ reply_by, resolved_on }: PublicityObjection, today: Day): ObjectionState {
  return objectionState({ decide_by: reply_by, decided_on: resolved_on }, today)
}
