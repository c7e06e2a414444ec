// Candidates that a person puts in or takes out, with the reason. Nobody else is displaced or moves up by it: that is
// for the next proposal.
import { isIn } from '../../domain/nomination/pool.ts'
import type { CandidateReason, FailedGate } from '../../domain/nomination/reason.ts'
import { rulingColumns } from '../../domain/nomination/ruling.ts'
import { type Problem, problem } from '../../domain/problem.ts'
import { Refusal } from '../../domain/refusal.ts'
import { nominationOf } from '../../domain/scheme/nomination.ts'
import { idOf, nameOf, type PartyName } from '../../domain/score/party.ts'
import type { Evaluation } from '../../store/evaluation.ts'
import type { Writer } from '../../store/open.ts'
import { listDistricts } from '../../store/reference.ts'
import { listRulings } from '../../store/ruling.ts'
import { publishedNominees } from '../../store/title.ts'
import { change, type Desk } from '../desk.ts'
import { computeForNomination, type NominationBasis } from '../evaluation/compute.ts'
import { partyNamed } from '../evaluation/party.ts'
import { hasRun } from '../evaluation/run-evaluation.ts'
import { evaluationFor, notSuperseded } from '../evaluation/which.ts'
import type { GivenFields } from '../given-fields.ts'
import { keptOn } from './kept.ts'
import { type DistrictTally, type ListedCandidate, type NominationList, readNominations } from './list.ts'
import { planNominees, renewProposal } from './propose.ts'
import { dropNominee, endRulings, isAbout, readSaid, ruleByHand, type Said } from './rulings.ts'

export interface ByHand {
  /** With any, nothing was changed. */
  problems: Problem[]
  candidate: ListedCandidate
  /** As it was before. */
  before: ListedCandidate['decision']
  /** Of the candidate's pool. */
  tally: DistrictTally
  /** Who would be chosen besides, or be tied, if it were proposed anew. */
  next: ListedCandidate[]
}

interface Found {
  writer: Writer
  evaluation: Evaluation
  computed: NominationBasis
  list: NominationList
  party: PartyName
  candidate: ListedCandidate
}

/** Refuses whoever fails a gate; it may be more than there are places, which the check refuses. */
export function addNominee(desk: Desk, which: string | null, key: string, given: GivenFields): ByHand {
  return byHand(desk, 'nomination add', which, key, given, (found, problems, said) => {
    const { writer, evaluation, computed, party, candidate } = found
    const failed = gatesFailed(found)
    const barred = barredBy(found)
    if (barred) problems.push(barred)
    else if (failed.length > 0) {
      const gates = failed.map(({ name, reason }) => {
        const id = nominationOf(computed.scheme).gates.find(g => g.name === name)?.id
        // Without a total nobody can be ranked, whatever is switched off.
        return { id: reason.is === 'no_total' ? null : (id ?? null), name }
      })
      problems.push(problem('CX1350', { candidate: party.name, gates }))
    } else if (candidate.decision === 'nominated') {
      const { reason } = candidate
      const by = reason.is === 'by_hand' ? reason : { signer: null, on: null }
      problems.push(problem('CX1351', { candidate: party.name, signer: by.signer, on: by.on }))
    }
    return () => ruleByHand(writer, evaluation, party, 'add', said)
  })
}

/** Takes out a nominee, or whoever might become one; not who was granted the title. */
export function dropCandidate(desk: Desk, which: string | null, key: string, given: GivenFields): ByHand {
  return byHand(desk, 'nomination drop', which, key, given, (found, problems, said) => {
    const { writer, evaluation, party, candidate } = found
    const { reason, decision } = candidate
    if (keptOn(writer, evaluation.id).titled.has(idOf(party))) {
      const held = { state: 'titled', now: 'dropped', gates: [] } as const
      throw new Refusal([problem('CX1356', { candidate: party.name, ...held })])
    }
    if (reason.is === 'by_hand' && reason.how === 'drop') {
      problems.push(problem('CX1352', { candidate: party.name, signer: reason.signer, on: reason.on }))
    } else if (decision === 'ineligible') problems.push(problem('CX1353', { candidate: party.name }))
    return () => dropNominee(writer, evaluation, party, said)
  })
}

/** As if it had not been decided by hand: the candidate's pool is proposed anew. */
export function withdrawByHand(
  desk: Desk,
  how: 'add' | 'drop',
  which: string | null,
  key: string,
  given: GivenFields,
): ByHand {
  return byHand(desk, `nomination ${how}`, which, key, given, (found, problems, said) => {
    const { writer, evaluation, computed, list, party } = found
    const own = list.rulings.filter(r => r.kind === how && isAbout(r, party))
    const barred = how === 'drop' ? barredBy(found) : null
    if (barred) problems.push(barred)
    else if (own.length === 0) problems.push(problem('CX1354', { candidate: party.name, how }))
    return () => {
      endRulings(writer, own, said)
      renewProposal(writer, evaluation, computed, poolOf(list, party).pool.code)
    }
  })
}

/** Whoever an upheld objection took out of a publicity comes back by no hand. */
function barredBy({ writer, evaluation, party }: Found): Problem | null {
  const removed = publishedNominees(writer, evaluation.id).find(
    c => idOf(c) === idOf(party) && c.removed_on !== null,
  )
  return removed ? problem('CX1358', { candidate: party.name, on: removed.removed_on! }) : null
}

/** `decide` says what stands against it, and what is done where nothing does. */
function byHand(
  desk: Desk,
  command: string,
  which: string | null,
  key: string,
  given: GivenFields,
  decide: (found: Found, problems: Problem[], said: Said) => () => void,
): ByHand {
  return change(desk, command, writer => {
    const evaluation = notSuperseded(hasRun(evaluationFor(writer, which)))
    const computed = computeForNomination(writer, evaluation)
    const list = readNominations(writer, evaluation)
    const party = partyNamed(writer, computed.scheme.applies_to.subject, key)
    const candidate = candidateOf(list, party)
    // Evaluated, and not on the list: it has to be proposed anew first.
    if (!candidate) {
      const known = computed.candidates.some(c => idOf(nameOf(c.dossier)) === idOf(party))
      throw new Refusal(known ? 'CX3025' : 'CX3013', { agency: party.name })
    }
    const { said, problems } = readSaid(desk, rulingColumns, given)
    const act = decide({ writer, evaluation, computed, list, party, candidate }, problems, said)
    if (problems.length === 0) act()
    const after = readNominations(writer, evaluation)
    const summary = { evaluation: evaluation.id, subject: party.name, ...said }
    return {
      result: {
        problems,
        candidate: candidateOf(after, party)!,
        before: candidate.decision,
        tally: poolOf(after, party),
        next: nextIn(writer, evaluation, computed, after, party),
      },
      summary,
    }
  }).result
}

function candidateOf(list: NominationList, party: PartyName): ListedCandidate | undefined {
  return list.candidates.find(c => idOf(c.party) === idOf(party))
}

function poolOf(list: NominationList, party: PartyName): DistrictTally {
  const tally = list.districts.find(t => isIn(t.pool, party.district_code))
  if (!tally) throw new Refusal('CX1355', { candidate: party.name })
  return tally
}

/** The gates that keep a candidate out, whatever was decided by hand. */
function gatesFailed({ writer, evaluation, computed, party }: Found): FailedGate[] {
  const rulings = listRulings(writer, evaluation.id).filter(r => !isAbout(r, party))
  const planned = planNominees(writer, evaluation, computed, listDistricts(writer), rulings)
  const reason = JSON.parse(planned.find(c => idOf(c) === idOf(party))!.reason) as CandidateReason
  return reason.is === 'gates' ? reason.gates : []
}

function nextIn(
  writer: Writer,
  evaluation: Evaluation,
  computed: NominationBasis,
  list: NominationList,
  party: PartyName,
): ListedCandidate[] {
  const { pool } = poolOf(list, party)
  const chosen = planNominees(writer, evaluation, computed, listDistricts(writer))
    .filter(c => c.decision === 'nominated' || c.decision === 'tied')
    .map(idOf)
  const ids = new Set(chosen)
  return list.candidates.filter(
    c =>
      isIn(pool, c.district?.code ?? null) &&
      ids.has(idOf(c.party)) &&
      c.decision !== 'nominated' &&
      c.decision !== 'tied',
  )
}
