// What people decided about a nomination, over what the rules alone would give: each with its reason and who signed.
import type { Day } from '../day.ts'
import type { Column } from '../imports/column.ts'
import { idOf, type Party } from '../score/party.ts'

export type TieMethod = 'rule' | 'vote' | 'lot'

export interface Ruling {
  id: number
  /**
   * `gate`: switched off for everybody. `share`: the for-profit share waived in a district. `tie`: who of the tied was
   * chosen. `add`, `drop`: one candidate in or out by hand.
   */
  kind: 'gate' | 'share' | 'tie' | 'add' | 'drop'
  /** Of share and tie: where; null for all in one. */
  district_code: string | null
  gate: string | null
  /** Of add and drop: whom. */
  party: Party | null
  /** Of a drop: the number of the objection to a publicity that was upheld, where that was why. */
  objection?: number | null
  /** Of a tie: how it was settled. */
  method: TieMethod | null
  reason: string
  signer: string
  ruled_on: Day
  /** Of a tie: everybody who was tied. */
  tied: (Party & { chosen: boolean })[]
}

const methods: Readonly<Record<string, TieMethod>> = { 规则: 'rule', 表决: 'vote', 抽签: 'lot' }

/** What is said of each ruling. */
export const rulingColumns: readonly Column[] = [
  { key: 'reason', headers: ['理由'], type: { is: 'text' }, required: true },
  { key: 'signer', headers: ['签署人'], type: { is: 'text' } },
  { key: 'ruled_on', headers: ['决定日期'], type: { is: 'day' } },
]

export const settlingColumns: readonly Column[] = [
  { key: 'method', headers: ['决定方式'], type: { is: 'choice', of: methods }, required: true },
  ...rulingColumns,
]

/** The rulings that bear on the choice among the candidates of one pool. */
export interface PoolRulings {
  /** By whom they are about. */
  added: ReadonlyMap<number, Ruling>
  dropped: ReadonlyMap<number, Ruling>
  ties: readonly Ruling[]
}

export const NO_RULINGS: PoolRulings = { added: new Map(), dropped: new Map(), ties: [] }

/** `code`: the pool's, null for all in one. */
export function rulingsIn(rulings: readonly Ruling[], code: string | null): PoolRulings {
  const byParty = (kind: 'add' | 'drop') =>
    new Map(rulings.filter(r => r.kind === kind).map(r => [idOf(r.party!), r]))
  const ties = rulings.filter(r => r.kind === 'tie' && r.district_code === code)
  return { added: byParty('add'), dropped: byParty('drop'), ties }
}

/** The ruling that waives the for-profit share in a district. */
export function waiverIn(rulings: readonly Ruling[], code: string | null): Ruling | undefined {
  return rulings.find(r => r.kind === 'share' && r.district_code === code)
}
