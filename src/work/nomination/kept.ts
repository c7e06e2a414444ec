// Who stays on a nomination list: whoever stands in a publicity of the evaluation, and whoever was granted the title on
// it. A proposal takes neither off; people do, with a reason.

import type { CandidateReason } from '../../domain/nomination/reason.ts'
import { type Problem, problem } from '../../domain/problem.ts'
import { idOf, type PartyName } from '../../domain/score/party.ts'
import type { StoredCandidate } from '../../store/nomination.ts'
import type { Reader } from '../../store/open.ts'
import { publishedNominees, titlesOfEvaluation } from '../../store/title.ts'

/** Ids of agencies or subjects. */
export interface Kept {
  /** Published, in a publicity that was not withdrawn, and not taken out by an objection. */
  published: ReadonlySet<number>
  /** Granted the title, and not taken back. */
  titled: ReadonlySet<number>
}

export function keptOn(reader: Reader, evaluationId: number): Kept {
  const published = publishedNominees(reader, evaluationId).filter(p => p.removed_on === null)
  const titled = titlesOfEvaluation(reader, evaluationId).filter(t => t.status !== 'revoked')
  return { published: new Set(published.map(idOf)), titled: new Set(titled.map(idOf)) }
}

/** Those who stay, are nominated before and would not be after; each with what the records say now. */
export function takenOff(
  { published, titled }: Kept,
  before: readonly StoredCandidate[],
  after: readonly StoredCandidate[],
  names: ReadonlyMap<number, PartyName>,
): Problem[] {
  const now = new Map(after.map(c => [idOf(c), c]))
  return before.flatMap(candidate => {
    const id = idOf(candidate)
    const fresh = now.get(id)
    const kept = published.has(id) || titled.has(id)
    const decision = fresh?.decision ?? null
    if (!kept || candidate.decision !== 'nominated' || decision === 'nominated') return []
    const state = titled.has(id) ? 'titled' : 'published'
    return [
      problem('CX1356', { candidate: names.get(id)!.name, state, now: decision, gates: gatesOf(fresh) }),
    ]
  })
}

function gatesOf(candidate: StoredCandidate | undefined): (string | null)[] {
  if (candidate === undefined) return []
  const reason = JSON.parse(candidate.reason) as CandidateReason
  return reason.is === 'gates' ? reason.gates.map(g => g.name) : []
}
