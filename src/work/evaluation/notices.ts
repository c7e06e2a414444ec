// Results told in writing (BJ 三(五)): when a notice was served, until when it can be objected to, what was objected and
// what came of it. Nothing of the result changes here.
import { WorkingCalendar } from '../../domain/calendar/working-days.ts'
import type { Day } from '../../domain/day.ts'
import type { Values } from '../../domain/imports/column.ts'
import { type Problem, problem } from '../../domain/problem.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { SubjectNoun } from '../../domain/scheme/scheme.ts'
import {
  asksForReopening,
  DECIDE_DAYS,
  dayFindings,
  decisionColumns,
  OBJECT_DAYS,
  type ObjectionOutcome,
  type ObjectionState,
  objectionColumns,
  objectionState,
  servingColumns,
} from '../../domain/score/objection.ts'
import type { PartyName } from '../../domain/score/party.ts'
import type { Evaluation } from '../../store/evaluation.ts'
import {
  insertNotice,
  insertObjection,
  listNotices,
  listObjections,
  type Notice,
  type Objection,
  setDecision,
} from '../../store/notice.ts'
import type { Reader } from '../../store/open.ts'
import { partyNames } from '../../store/party.ts'
import { readCalendar } from '../../store/reference.ts'
import { listResults } from '../../store/result.ts'
import { ask, change, type Desk } from '../desk.ts'
import { addFindings, type GivenFields, readWhole } from '../given-fields.ts'
import { partyNamed } from './party.ts'
import { evaluationFor, schemeOf } from './which.ts'

export type ShownNotice = Omit<Notice, 'id'> & { party: PartyName }

export interface Served {
  /** With any, nothing was changed. */
  problems: Problem[]
  evaluation: Evaluation
  notices: ShownNotice[]
  /** Of all, how many had been served before and stay as they are. */
  before: number
}

/** `subject`: null for everybody to whom none was served yet. */
export function serveNotices(
  desk: Desk,
  which: string | null,
  subject: string | null,
  given: GivenFields,
): Served {
  return change(desk, 'evaluation serve', writer => {
    const evaluation = finalizedOne(writer, which)
    const noun = schemeOf(writer, evaluation).applies_to.subject
    const names = partyNames(writer, noun)
    const results = listResults(writer, evaluation).map(r => names.get((r.agency_id ?? r.subject_id)!)!)
    const served = new Map(listNotices(writer, evaluation).map(n => [(n.agency_id ?? n.subject_id)!, n]))
    const idOf = (party: PartyName) => (party.agency_id ?? party.subject_id)!
    const one = subject === null ? null : partyNamed(writer, noun, subject)
    if (one && !results.some(r => idOf(r) === idOf(one))) throw new Refusal('CX3013', { agency: one.name })
    const { values, problems } = readWhole(servingColumns, given)
    const { today } = desk
    const on = values.served_on as Day | null
    const by = (values.object_by ?? null) as Day | null
    addFindings(problems, dayFindings(['served_on', '送达日期', on], null, today), given.place)
    if (on !== null) {
      const after = ['送达日期', on] as const
      addFindings(problems, dayFindings(['object_by', '异议截止日', by], after, null), given.place)
    }
    const earlier = one && served.get(idOf(one))
    if (earlier) problems.push(problem('CX1250', { subject: one.name, on: earlier.served_on }))
    const limit = by ?? limitAfter(writer, on, OBJECT_DAYS, '--object-by', problems)
    const parties = one ? [one] : results.filter(party => !served.has(idOf(party)))
    const { method = null, receiver = null } = values as Values & Pick<Notice, 'method' | 'receiver'>
    const notices =
      problems.length > 0
        ? []
        : parties.map(party => {
            const { agency_id, subject_id } = party
            const notice = { agency_id, subject_id, served_on: on!, method, receiver, object_by: limit! }
            insertNotice(writer, evaluation, notice)
            return { ...notice, party }
          })
    return {
      result: { problems, evaluation, notices, before: one ? 0 : served.size },
      summary: {
        ...{ evaluation: evaluation.id, version: evaluation.version, subject: one?.name ?? null },
        ...{ notices: notices.length, served_on: on, object_by: limit, method, receiver },
      },
    }
  }).result
}

/** A notice is of a result that stands. */
export function finalizedOne(reader: Reader, which: string | null): Evaluation {
  const evaluation = evaluationFor(reader, which)
  if (evaluation.status !== 'finalized') throw new Refusal('CX1249', { id: evaluation.id })
  return evaluation
}

/** So many working days after; what cannot be counted is a problem. */
function limitAfter(
  reader: Reader,
  start: Day | null,
  days: number,
  option: string,
  problems: Problem[],
): Day | null {
  if (start === null) return null
  const notices = readCalendar(reader)
  const counted = new WorkingCalendar(notices.years, notices.days).addWorkingDays(start, days)
  if (counted === null) problems.push(problem('CX1251', { value: start, option }, { column: option }))
  return counted?.day ?? null
}

export interface ShownObjection extends Objection {
  party: PartyName
  state: ObjectionState
  /** Raised after its last day. */
  late: boolean
}

export interface Objected {
  problems: Problem[]
  /** Null where there are problems. */
  objection: ShownObjection | null
}

/** `late`: why one that comes after its last day is taken all the same. */
export function raiseObjection(
  desk: Desk,
  which: string | null,
  subject: string,
  given: GivenFields & { late: string | null },
): Objected {
  return change(desk, 'evaluation object', writer => {
    const evaluation = finalizedOne(writer, which)
    const party = partyNamed(writer, schemeOf(writer, evaluation).applies_to.subject, subject)
    const notice = noticeOf(writer, evaluation, party)
    if (!notice) throw new Refusal('CX1252', { subject: party.name })
    const { values, problems } = readWhole(objectionColumns, given)
    const on = (values.raised_on ?? (problems.length === 0 ? desk.today : null)) as Day | null
    const served = ['送达日期', notice.served_on] as const
    addFindings(problems, dayFindings(['raised_on', '提出日期', on], served, desk.today), given.place)
    const by = (values.decide_by ?? null) as Day | null
    if (on !== null)
      addFindings(problems, dayFindings(['decide_by', '答复期限', by], ['提出日期', on], null), given.place)
    const isLate = on !== null && on > notice.object_by && on <= desk.today
    if (isLate && given.late === null)
      problems.push(problem('CX1253', { subject: party.name, on, by: notice.object_by }))
    const limit = by ?? limitAfter(writer, on, DECIDE_DAYS, '--decide-by', problems)
    const content = String(values.content)
    const id =
      problems.length > 0
        ? null
        : insertObjection(writer, evaluation, party, { raised_on: on!, content, decide_by: limit! })
    return {
      result: { problems, objection: id === null ? null : shownOf(desk, writer, evaluation, id) },
      summary: {
        ...{ evaluation: evaluation.id, version: evaluation.version, subject: party.name, objection: id },
        ...(isLate ? { late: given.late } : {}),
      },
    }
  }).result
}

function noticeOf(reader: Reader, which: Pick<Evaluation, 'id' | 'version'>, party: PartyName) {
  return listNotices(reader, which).find(
    n => n.agency_id === party.agency_id && n.subject_id === party.subject_id,
  )
}

export interface Decided {
  /** With any, nothing was changed. */
  problems: Problem[]
  objection: ShownObjection
  /** The evaluation has to be opened again for it to change anything. */
  reopen: boolean
}

/** Records what was decided; the evaluation itself stays as it is. */
export function decideObjection(desk: Desk, which: string | null, no: string, given: GivenFields): Decided {
  return change(desk, 'evaluation decide', writer => {
    const evaluation = evaluationFor(writer, which)
    const all = listObjections(writer, evaluation.id)
    const objection = all.find(o => String(o.id) === no.trim())
    if (!objection) {
      const open = all.filter(o => o.outcome === null).map(o => String(o.id))
      const available = open.join('、') || 'chengxin evaluation objections'
      throw new Refusal('CX4002', { kind: 'objection', value: no, available })
    }
    const { values, problems } = readWhole(decisionColumns, given)
    const on = (values.decided_on ?? (problems.length === 0 ? desk.today : null)) as Day | null
    const raised = ['提出日期', objection.raised_on] as const
    addFindings(problems, dayFindings(['decided_on', '决定日期', on], raised, desk.today), given.place)
    const { outcome: taken, decided_on: earlier } = objection
    if (earlier !== null && taken !== null)
      problems.push(problem('CX1254', { no: objection.id, on: earlier, outcome: taken }))
    const outcome = values.outcome as ObjectionOutcome
    const decided_by = (values.decided_by ?? desk.operator) as string
    const reply = String(values.reply)
    const done = problems.length === 0
    if (done) setDecision(writer, objection.id, { outcome, decided_on: on, decided_by, reply })
    return {
      result: {
        problems,
        objection: shownOf(desk, writer, evaluation, objection.id),
        reopen: done && asksForReopening(outcome),
      },
      summary: { evaluation: evaluation.id, objection: objection.id, outcome },
    }
  }).result
}

function shownOf(desk: Desk, reader: Reader, evaluation: Evaluation, id: number): ShownObjection {
  return objectionsOf(desk, reader, evaluation).find(o => o.id === id)!
}

function objectionsOf(desk: Desk, reader: Reader, evaluation: Evaluation): ShownObjection[] {
  const names = partyNames(reader, schemeOf(reader, evaluation).applies_to.subject)
  return listObjections(reader, evaluation.id).map(objection => {
    const party = names.get((objection.agency_id ?? objection.subject_id)!)!
    const notice = noticeOf(reader, { id: evaluation.id, version: objection.version }, party)
    const late = notice !== undefined && objection.raised_on > notice.object_by
    return { ...objection, party, late, state: objectionState(objection, desk.today) }
  })
}

/** Oldest first; `state` null for all. */
export function showObjections(
  desk: Desk,
  which: string | null,
  state: ObjectionState | null,
): { noun: SubjectNoun; objections: ShownObjection[] } {
  return ask(desk, reader => {
    const evaluation = evaluationFor(reader, which)
    const objections = objectionsOf(desk, reader, evaluation)
    return {
      noun: schemeOf(reader, evaluation).applies_to.subject,
      objections: objections.filter(o => state === null || o.state === state),
    }
  })
}
