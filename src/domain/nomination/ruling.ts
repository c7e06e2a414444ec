// What people decided about a nomination, over what the rules alone would give: each with its reason and who signed.
import type { Day } from '../day.ts'
import type { Party } from '../score/party.ts'

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
  /** Of a tie: how it was settled. */
  method: 'rule' | 'vote' | 'lot' | null
  reason: string
  signer: string
  ruled_on: Day
  /** Of a tie: everybody who was tied. */
  tied: (Party & { chosen: boolean })[]
}
