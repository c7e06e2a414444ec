// Rulings about nominees in the file: whoever is put in or taken out by hand, with the reason and who signed.
import type { Day } from '../../domain/day.ts'
import type { CandidateReason } from '../../domain/nomination/reason.ts'
import type { Ruling } from '../../domain/nomination/ruling.ts'
import { idOf, type Party } from '../../domain/score/party.ts'
import type { Evaluation } from '../../store/evaluation.ts'
import { setDecision } from '../../store/nomination.ts'
import type { Writer } from '../../store/open.ts'
import { endRuling, insertRuling, listRulings } from '../../store/ruling.ts'

/** What everybody says who decides. */
export interface Said {
  reason: string
  signer: string
  ruled_on: Day
}

/** Takes a candidate out; the place stays open until nominees are proposed anew. */
export function dropNominee(writer: Writer, evaluation: Evaluation, party: Party, ruling: Said): void {
  ruleByHand(writer, evaluation, party, 'drop', ruling)
}

/** The last word holds: whoever is dropped is added no longer, and the other way round. */
export function ruleByHand(
  writer: Writer,
  evaluation: Evaluation,
  party: Party,
  how: 'add' | 'drop',
  { reason, signer, ruled_on }: Said,
): void {
  for (const earlier of byHandOn(listRulings(writer, evaluation.id), party))
    endRuling(writer, earlier.id, ruled_on, reason)
  const { agency_id, subject_id } = party
  insertRuling(writer, evaluation.id, {
    ...{ kind: how, district_code: null, gate: null, party: { agency_id, subject_id }, method: null },
    ...{ reason, signer, ruled_on, tied: [] },
  })
  const why: CandidateReason = { is: 'by_hand', how, reason, signer, on: ruled_on }
  const decision = how === 'add' ? 'nominated' : 'dropped'
  setDecision(writer, evaluation.id, party, decision, JSON.stringify(why))
}

/** The rulings that put somebody in or took them out. */
function byHandOn(rulings: readonly Ruling[], party: Party): Ruling[] {
  return rulings.filter(r => r.party !== null && idOf(r.party) === idOf(party))
}
