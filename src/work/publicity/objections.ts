// Objections to what is published: raised within its days, resolved with a recorded outcome. One that is upheld takes
// the nominee off the list in the same transaction; the place stays open until a person decides about it.
import { WorkingCalendar } from '../../domain/calendar/working-days.ts'
import type { Day } from '../../domain/day.ts'
import { isIn } from '../../domain/nomination/pool.ts'
import { type Problem, problem } from '../../domain/problem.ts'
import { raisingColumns, resolvingColumns } from '../../domain/publicity/columns.ts'
import { Refusal } from '../../domain/refusal.ts'
import { DECIDE_DAYS, dayFindings, type ObjectionOutcome } from '../../domain/score/objection.ts'
import { idOf, type PartyName } from '../../domain/score/party.ts'
import type { Reader, Writer } from '../../store/open.ts'
import {
  insertPublicityObjection,
  listPublicities,
  listPublicityObjections,
  setRemoved,
  setResolved,
} from '../../store/publicity.ts'
import { readCalendar } from '../../store/reference.ts'
import { change, type Desk } from '../desk.ts'
import { partyNamed } from '../evaluation/party.ts'
import { addFindings, type GivenFields, readWhole } from '../given-fields.ts'
import { type NominationList, readNominations } from '../nomination/list.ts'
import { dropNominee } from '../nomination/rulings.ts'
import {
  publicityNamed,
  readPublicity,
  type ShownCase,
  type ShownObjection,
  type ShownPublicity,
  standing,
} from './read.ts'

export interface Raised {
  /** With any, nothing was changed. */
  problems: Problem[]
  publicity: ShownPublicity
  /** Null where there are problems. */
  objection: ShownObjection | null
}

/** `who`: the nominee, null for an opinion on the whole; `late`: why one after the last day is taken all the same. */
export function raisePublicityObjection(
  desk: Desk,
  no: string,
  who: string | null,
  given: GivenFields & { late: string | null },
): Raised {
  return change(desk, 'publicity object', writer => {
    const { today } = desk
    const publicity = readPublicity(writer, standing(publicityNamed(writer, no)), today)
    const objected = who === null ? null : caseNamed(writer, publicity, who)
    const { values, problems } = readWhole(raisingColumns, given)
    const on = (values.raised_on ?? (problems.length === 0 ? today : null)) as Day | null
    const by = values.reply_by as Day | null
    const first = ['公示首日', publicity.first_day] as const
    addFindings(problems, dayFindings(['raised_on', '提出日期', on], first, today), given.place)
    if (on !== null)
      addFindings(problems, dayFindings(['reply_by', '答复期限', by], ['提出日期', on], null), given.place)
    const isLate = on !== null && on > publicity.last_day && on <= today
    if (isLate && given.late === null) problems.push(problem('CX1378', { on, by: publicity.last_day }))
    const reply_by = by ?? (on === null ? null : replyDay(writer, on))
    if (on !== null && reply_by === null) {
      const column = '--reply-by'
      problems.push(problem('CX1251', { value: on, option: column }, { column }))
    }
    const id =
      problems.length > 0
        ? null
        : insertPublicityObjection(writer, {
            ...{ publicity_id: publicity.id, raised_on: on!, reply_by: reply_by! },
            ...{ agency_id: objected?.agency_id ?? null, subject_id: objected?.subject_id ?? null },
            ...{ submitter: values.submitter as string | null, contact: values.contact as string | null },
            ...{ content: String(values.content), late_reason: isLate ? given.late : null },
          })
    return {
      result: { problems, ...shown(desk, writer, publicity.id, id) },
      summary: {
        ...{ publicity: publicity.id, objection: id, subject: objected?.party.name ?? null, raised_on: on },
        ...(isLate ? { late: given.late } : {}),
      },
    }
  }).result
}

function shown(desk: Desk, reader: Reader, publicityId: number, objectionId: number | null) {
  const publicity = readPublicity(reader, publicityNamed(reader, String(publicityId)), desk.today)
  return { publicity, objection: publicity.objections.find(o => o.id === objectionId) ?? null }
}

/** Refuses whom it is not about, and whom an objection has taken out. */
function caseNamed(reader: Reader, { id, kind, scheme, cases }: ShownPublicity, who: string): ShownCase {
  const party = partyNamed(reader, scheme.applies_to.subject, who)
  const found = cases.find(c => idOf(c) === idOf(party))
  if (!found) throw new Refusal('CX1377', { id, name: party.name, kind })
  if (found.state === 'removed') throw new Refusal('CX1379', { name: party.name, on: found.removed_on })
  return found
}

/** Ten working days after, by our default; null into a year without a calendar. */
function replyDay(reader: Reader, raisedOn: Day): Day | null {
  const { years, days } = readCalendar(reader)
  return new WorkingCalendar(years, days).addWorkingDays(raisedOn, DECIDE_DAYS)?.day ?? null
}

export interface Resolved {
  /** With any, nothing was changed. */
  problems: Problem[]
  publicity: ShownPublicity
  objection: ShownObjection
  /** Of a nominee that was taken out: who of the same places comes next, equals together. */
  removed: { next: string[] } | null
}

/** Records what came of an objection and the reply to it. */
export function resolvePublicityObjection(desk: Desk, no: string, given: GivenFields): Resolved {
  return change(desk, 'publicity resolve', writer => {
    const { today } = desk
    const stored = objectionNamed(writer, no)
    const before = shown(desk, writer, stored.publicity_id, stored.id)
    const publicity = standing(before.publicity)
    const objection = before.objection!
    const { values, problems } = readWhole(resolvingColumns, given)
    const on = (values.resolved_on ?? (problems.length === 0 ? today : null)) as Day | null
    const replied = values.replied_on as Day | null
    const raised = ['提出日期', objection.raised_on] as const
    addFindings(problems, dayFindings(['resolved_on', '决定日期', on], raised, today), given.place)
    const decided = on === null ? null : (['决定日期', on] as const)
    addFindings(problems, dayFindings(['replied_on', '答复日期', replied], decided, today), given.place)
    const { id, outcome: taken, resolved_on: earlier } = objection
    if (taken !== null && earlier !== null)
      problems.push(problem('CX1254', { no: id, on: earlier, outcome: taken }))
    const outcome = values.outcome as ObjectionOutcome
    const resolved_by = (values.resolved_by ?? desk.operator) as string
    const reply = String(values.reply)
    let removed: Resolved['removed'] = null
    if (problems.length === 0 && on !== null) {
      const replied_on = replied ?? on
      setResolved(writer, id, { outcome, resolved_on: on, resolved_by, reply, replied_on })
      const ruling = { reason: reply, signer: resolved_by, ruled_on: on }
      if (outcome === 'upheld') removed = removeCase(writer, publicity, objection, ruling)
    }
    const now = shown(desk, writer, publicity.id, id)
    return {
      result: { problems, removed, publicity: now.publicity, objection: now.objection! },
      summary: {
        ...{ publicity: publicity.id, objection: id, subject: objection.party?.name ?? null, outcome },
        removed: removed !== null,
      },
    }
  }).result
}

function objectionNamed(reader: Reader, no: string) {
  const all = listPublicityObjections(reader)
  const found = all.find(o => String(o.id) === no.trim())
  if (found) return found
  const open = all.filter(o => o.outcome === null).map(o => String(o.id))
  const available =
    open.join('、') || `chengxin publicity ${listPublicities(reader).length > 0 ? 'object' : 'open'}`
  throw new Refusal('CX4002', { kind: 'objection', value: no, available })
}

/** Out of the publicity and off the list, once however many objections are upheld; nobody moves up by itself. */
function removeCase(
  writer: Writer,
  { cases, evaluation }: ShownPublicity,
  { id, party }: ShownObjection,
  ruling: { reason: string; signer: string; ruled_on: Day },
): Resolved['removed'] {
  const found = party && cases.find(c => idOf(c) === idOf(party))
  if (!found || found.state === 'removed' || evaluation === null) return null
  setRemoved(writer, found.id, ruling.ruled_on)
  const list = readNominations(writer, evaluation)
  // Somebody may have taken it off by hand meanwhile.
  const listed = list.candidates.find(c => idOf(c.party) === idOf(found))
  if (listed?.decision !== 'dropped') dropNominee(writer, evaluation, found, { ...ruling, objection: id })
  return { next: nextTo(list, found.party) }
}

function nextTo({ candidates, districts }: NominationList, { district_code }: PartyName): string[] {
  const pool = districts.find(t => isIn(t.pool, district_code))?.pool
  const waiting = candidates.filter(
    c => c.decision === 'passed_over' && pool !== undefined && isIn(pool, c.district?.code ?? null),
  )
  const ranks = waiting.map(c => c.rank ?? Infinity)
  const best = ranks.reduce((a, b) => Math.min(a, b), Infinity)
  return waiting.filter(c => c.rank === best).map(c => c.party.name)
}
