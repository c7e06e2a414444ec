// Choosing with the ties that people settled. What they decided is a last ranking key among exactly those who were tied;
// where others are tied, or for another number of places, it does not fit, and the tie is open again.
import { idOf } from '../score/party.ts'
import { type Candidate, type Chosen, chooseNominees, type DistrictRule } from './choose.ts'
import type { Ruling } from './ruling.ts'

export interface Settling {
  chosen: Chosen
  /** With the key behind the scheme's own: 1 for those who were chosen. */
  candidates: Candidate[]
  /** Which ruling settled a candidate's tie. */
  by: Map<number, Ruling>
}

export function chooseSettled(
  eligible: readonly Candidate[],
  rule: DistrictRule,
  ties: readonly Ruling[],
): Settling {
  let candidates: Candidate[] = eligible.map(c => ({ ...c, keys: [...c.keys, 0] }))
  const by = new Map<number, Ruling>()
  for (;;) {
    const chosen = chooseNominees(candidates, rule)
    // One tie settled can bring about the next.
    const next = ties.map(tie => ({ tie, after: settle(candidates, rule, chosen, tie) })).find(s => s.after)
    if (!next) return { chosen, candidates, by }
    candidates = next.after!
    for (const party of next.tie.tied) by.set(idOf(party), next.tie)
  }
}

/** Ties that are open, best first: equals share a rank. */
export function openTies(
  tied: readonly { id: number; rank: number; open: number }[],
): { ids: number[]; open: number }[] {
  const byRank = new Map<number, { ids: number[]; open: number }>()
  for (const { id, rank, open } of tied) {
    const tie = byRank.get(rank) ?? { ids: [], open }
    tie.ids.push(id)
    byRank.set(rank, tie)
  }
  return [...byRank].sort(([a], [b]) => a - b).map(([, tie]) => tie)
}

/** The candidates with the decision behind their keys; null where it settles no open tie as it stands. */
function settle(
  candidates: readonly Candidate[],
  rule: DistrictRule,
  before: Chosen,
  tie: Pick<Ruling, 'tied'>,
): Candidate[] | null {
  const wanted = new Set(tie.tied.filter(t => t.chosen).map(idOf))
  const of = new Set(tie.tied.map(idOf))
  const tied = [...before.choices].flatMap(([id, c]) => (c.choice === 'tied' ? [{ id, ...c }] : []))
  const fits = openTies(tied).some(
    ({ ids, open }) => open === wanted.size && ids.length === of.size && ids.every(id => of.has(id)),
  )
  if (!fits) return null
  const after = candidates.map(c => (wanted.has(c.id) ? { ...c, keys: [...c.keys.slice(0, -1), 1] } : c))
  const { choices } = chooseNominees(after, rule)
  const holds = [...of].every(id => (choices.get(id)!.choice === 'nominated') === wanted.has(id))
  // Not every choice among the tied is one that the for-profit share allows.
  return holds && [...of].every(id => choices.get(id)!.choice !== 'tied') ? after : null
}
