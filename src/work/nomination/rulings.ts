// What people decide about a nomination, recorded with its reason and carried out on the list in the same transaction.
import type { Day } from '../../domain/day.ts'
import type { CandidateReason } from '../../domain/nomination/reason.ts'
import type { Party } from '../../domain/score/party.ts'
import type { Evaluation } from '../../store/evaluation.ts'
import { setDecision } from '../../store/nomination.ts'
import type { Writer } from '../../store/open.ts'
import { insertRuling } from '../../store/ruling.ts'

/** Takes somebody off the list; the place stays open. */
export function dropNominee(
  writer: Writer,
  evaluation: Evaluation,
  party: Party,
  { reason, signer, ruled_on }: { reason: string; signer: string; ruled_on: Day },
): void {
  const { agency_id, subject_id } = party
  insertRuling(writer, evaluation.id, {
    kind: 'drop',
    ...{ district_code: null, gate: null, method: null, tied: [] },
    ...{ party: { agency_id, subject_id }, reason, signer, ruled_on },
  })
  const dropped: CandidateReason = { is: 'dropped', reason, signer, on: ruled_on }
  setDecision(writer, evaluation.id, party, 'dropped', JSON.stringify(dropped))
}
