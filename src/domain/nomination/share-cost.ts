// What the for-profit share costs (BJ 附件2备注): who is in because of it, who is out because of it, and how many it lets in.
import { chooseNominees } from './choose.ts'

export interface Listed {
  id: number
  for_profit: boolean
  /** Among the eligible, equals sharing one; null for the ineligible. */
  rank: number | null
  /** Whatever a person put in or took out. */
  by_hand: 'add' | 'drop' | null
}

export interface ShareCost {
  /** How many are nominated with the rule as it stands, not relaxed, once every tie is settled. */
  size: number
  /** Better ones first; `in` is null where the place stays empty. */
  pairs: { in: number | null; out: number }[]
}

/**
 * Compares the best set that holds the share, as far as it is not relaxed, with the best of all. While a tie is open in either there are no pairs:
 * nobody is in or out yet.
 */
export function shareCost(
  listed: readonly Listed[],
  places: number,
  { share, relaxed }: { share: number; relaxed: boolean },
): ShareCost {
  const ranked = listed.filter(c => c.rank !== null && c.by_hand !== 'drop')
  const free = ranked.filter(c => c.by_hand === null)
  const putIn = ranked.filter(c => c.by_hand === 'add')
  const added = { all: putIn.length, forProfit: putIn.filter(c => c.for_profit).length }
  const candidates = free.map(({ id, for_profit, rank }) => ({ id, for_profit, keys: [-rank!] }))
  const chosen = (rule: { share: number; relaxed: boolean }) =>
    chooseNominees(candidates, { places, ...rule, added })
  const [held, without] = [chosen({ share, relaxed }), chosen({ share: 0, relaxed: false })]
  const { size } = chosen({ share, relaxed: false })
  const choices = [...held.choices.values(), ...without.choices.values()]
  if (choices.some(c => c.choice === 'tied')) return { size, pairs: [] }
  const only = (these: typeof held, those: typeof held) =>
    free
      .filter(
        ({ id }) =>
          [these, those].map(s => s.choices.get(id)!.choice === 'nominated').join() === 'true,false',
      )
      .sort((a, b) => a.rank! - b.rank!)
  const ins = only(held, without)
  return {
    size,
    pairs: only(without, held).map(({ id }, i) => ({ in: ins[i]?.id ?? null, out: id })),
  }
}
