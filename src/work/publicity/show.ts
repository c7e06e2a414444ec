// One publicity to look at, and whom of those published the grant would refuse by what is known now: nothing is taken out for it, people decide.

import type { Day } from '../../domain/day.ts'
import { type Problem, problem } from '../../domain/problem.ts'
import { stands } from '../../domain/publicity/case.ts'
import { nominationOf } from '../../domain/scheme/nomination.ts'
import { idOf, partyOf } from '../../domain/score/party.ts'
import { grantHindrance } from '../../domain/title/grant.ts'
import type { Reader } from '../../store/open.ts'
import { listRulings } from '../../store/ruling.ts'
import { titlesOfEvaluation } from '../../store/title.ts'
import { ask, askOnRecord, type Desk } from '../desk.ts'
import { computeForNomination, contextOf } from '../evaluation/compute.ts'
import { publicityNamed, readPublicity, type ShownPublicity } from './read.ts'

/** By the gates as of a day; who has got the title meanwhile is not asked about any more. */
export function hinderedNow(
  reader: Reader,
  { evaluation, state, cases }: ShownPublicity,
  on: Day,
): Problem[] {
  if (evaluation === null || evaluation.status !== 'finalized' || state === 'withdrawn') return []
  const granted = new Set(titlesOfEvaluation(reader, evaluation.id).map(idOf))
  const asked = cases.filter(c => stands(c) && !granted.has(idOf(c)))
  if (asked.length === 0) return []
  const { scheme, candidates } = computeForNomination(reader, evaluation)
  const rules = nominationOf(scheme)
  const off = new Set(listRulings(reader, evaluation.id).map(ruling => ruling.gate))
  const held = { ...rules, gates: rules.gates.filter(gate => !off.has(gate.id)) }
  const context = contextOf(reader, { ...evaluation, as_of: on }, scheme)
  const found = new Map(candidates.map(c => [idOf(partyOf(c.dossier)), c]))
  return asked.flatMap(c => {
    const candidate = found.get(idOf(c))
    if (candidate === undefined) return []
    const { dossier, total, decision } = candidate
    const nominee = { dossier, standing: { finalized: true, total, decision }, published: undefined }
    const hindrance = grantHindrance(held, nominee, false, context)
    return hindrance === null
      ? []
      : [problem('CX1386', { subject: c.party.name, title: rules.title, hindrance }, {}, { field: 'agency' })]
  })
}

export interface Looked {
  publicity: ShownPublicity
  /** Whom the grant would refuse today. */
  warnings: Problem[]
}

/** `personal`: the reason for which names and contacts are wanted too; that is logged. */
export function showPublicity(desk: Desk, no: string, personal: string | null): Looked {
  const look = (reader: Reader): Looked => {
    const publicity = readPublicity(reader, publicityNamed(reader, no), desk.today)
    return { publicity, warnings: hinderedNow(reader, publicity, desk.today) }
  }
  if (personal === null) return ask(desk, look)
  return askOnRecord(desk, 'publicity show', reader => {
    const looked = look(reader)
    const { id, objections } = looked.publicity
    return { result: looked, summary: { publicity: id, reason: personal, records: objections.length } }
  })
}
