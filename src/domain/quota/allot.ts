// Splits places among units by a method, with floors, caps and places that are used already. Every place is told how it
// was got; who ties for the last ones gets none of them, and what cannot be is told with what stands against it.
import { type Basis, type Claim, type Computed, claimOf, compareClaims } from './method.ts'

export interface Unit {
  name: string
  code: string | null
  /** Over the scale that all have in common. */
  weight: bigint
  min: number
  /** Null where there is no limit. */
  max: number | null
  /** Of the same total in earlier years: nobody gets fewer. */
  used: number
}

export interface Question {
  method: Computed
  seats: number
  units: readonly Unit[]
  scale: bigint
}

/** Places got by claims, one after the other; in plain numbers, as there may be very many. */
export interface Awards {
  to: Int32Array
  /** Who would have got it else; -1 where there is nobody. */
  next: Int32Array
}

/** Units with one and the same claim, more than there are places left. */
export interface Tie {
  units: number[]
  open: number
  /** How many of them each has already. */
  had: number[]
}

export interface Infeasible {
  /** `floors` are more than the total; `caps` less than it; nobody has a `weight`. */
  constraint: 'floors' | 'caps' | 'weights'
  needed: number
  available: number
  by: number
  units: number[]
}

export interface Allotment {
  basis: Basis
  units: readonly Unit[]
  /** By unit, without places that a tie keeps open. */
  seats: number[]
  total: number
  /** What each began with: its floor, or what it used. */
  floors: number[]
  /** Whole quotas above the floor (largest remainder only). */
  whole: number[]
  awards: Awards
  /** None or one. */
  ties: Tie[]
}

export type Answer = { is: 'allotted'; allotment: Allotment } | { is: 'infeasible'; infeasible: Infeasible }

export function floorOf({ min, used }: Pick<Unit, 'min' | 'used'>): number {
  return Math.max(min, used)
}

/** Rows of one another's order give the same answer; units are told apart by their names. */
export function allot({ method, seats, units, scale }: Question): Answer {
  const infeasible = obstacle(units, seats)
  if (infeasible) return { is: 'infeasible', infeasible }
  const weights = units.map(unit => unit.weight)
  const total = weights.reduce((sum, weight) => sum + weight, 0n)
  const basis: Basis = { method, seats, weights, scale, total }
  const floors = units.map(floorOf)
  const whole = method === 'largest-remainder' ? wholeQuotas(basis, units, floors) : floors.map(() => 0)
  const start = floors.map((floor, i) => floor + whole[i]!)
  const race = new Race(basis, units, start, seats - sumOf(start))
  race.run()
  const tie = race.takeTie()
  return {
    is: 'allotted',
    allotment: {
      ...{ basis, units, floors, whole },
      seats: race.had,
      total: sumOf(race.had),
      awards: race.awards(),
      ties: tie === null ? [] : [tie],
    },
  }
}

export const sumOf = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0)

/** Null where the places can be split. */
function obstacle(units: readonly Unit[], seats: number): Infeasible | null {
  const all = units.map((_, i) => i)
  const floors = units.map(floorOf)
  const least = sumOf(floors)
  if (least > seats) {
    const held = all.filter(i => floors[i]! > 0)
    return { constraint: 'floors', needed: least, available: seats, by: least - seats, units: held }
  }
  const most = sumOf(units.map(({ weight, max }, i) => (weight > 0n ? (max ?? Infinity) : floors[i]!)))
  if (most >= seats) return null
  const weighed = all.filter(i => units[i]!.weight > 0n)
  const constraint = weighed.length > 0 ? 'caps' : 'weights'
  const concerned = weighed.length > 0 ? weighed : all
  return { constraint, needed: seats, available: most, by: seats - most, units: concerned }
}

/** What whole quotas give above the floors; nothing at once where floors leave too little for them. */
function wholeQuotas({ weights, seats, total }: Basis, units: readonly Unit[], floors: readonly number[]) {
  if (total === 0n) return floors.map(() => 0)
  const whole = weights.map((weight, i) => {
    const quota = Number((weight * BigInt(seats)) / total)
    const most = units[i]!.max ?? Infinity
    return Math.max(0, Math.min(quota, most) - floors[i]!)
  })
  return sumOf(floors) + sumOf(whole) > seats ? floors.map(() => 0) : whole
}

/** Claims are held as integers of so many bits, which a number keeps exactly. */
const BITS = 52

/** Gives places one by one to the greatest claim, which stands at the top of a heap. */
class Race {
  readonly had: number[]
  private readonly to: Int32Array
  private readonly next: Int32Array
  /** Places got so far. */
  private given = 0
  private readonly basis: Basis
  private readonly units: readonly Unit[]
  /** Units that may get more, the greatest claim first. */
  private readonly heap: number[]
  private readonly claims: Claim[]
  /** The whole part of each claim in steps of 2^-shift: where two differ, so do the claims, in the same sense. */
  private readonly keys: number[]
  private readonly shift: bigint
  /** Only for the order in which equal claims are told when all of them are met. */
  private readonly names: number[]

  constructor(basis: Basis, units: readonly Unit[], start: readonly number[], places: number) {
    this.basis = basis
    this.units = units
    this.had = [...start]
    this.to = new Int32Array(places)
    this.next = new Int32Array(places)
    this.heap = units.flatMap(({ weight, max }, i) =>
      weight > 0n && start[i]! < (max ?? Infinity) ? [i] : [],
    )
    this.names = ranksOf(units)
    this.claims = units.map((_, i) => claimOf(basis, i, start[i]!))
    const greatest = this.claims.reduce((most, { n, d }) => {
      const size = d === 0n ? 0n : (n < 0n ? -n : n) / d
      return size > most ? size : most
    }, 0n)
    // Of who begins without a place, the second claim may be the greatest that is measured.
    const weight = basis.weights.reduce((most, w) => (w > most ? w : most), 0n)
    const bound = basis.method === 'huntington-hill' ? weight * weight : 2n * weight
    const size = basis.method === 'largest-remainder' || greatest > bound ? greatest : bound
    this.shift = BigInt(BITS - size.toString(2).length)
    this.keys = this.claims.map(claim => this.keyOf(claim))
    for (let at = (this.heap.length >> 1) - 1; at >= 0; at--) this.sink(at)
  }

  awards(): Awards {
    return { to: this.to.slice(0, this.given), next: this.next.slice(0, this.given) }
  }

  run(): void {
    for (; this.given < this.to.length; this.given++) {
      const unit = this.heap[0]!
      const had = this.had[unit]!
      this.to[this.given] = unit
      this.next[this.given] = this.second() ?? -1
      this.had[unit] = had + 1
      if (had + 1 === this.units[unit]!.max) {
        const last = this.heap.pop()!
        if (this.heap.length > 0) this.heap[0] = last
      } else {
        this.claims[unit] = claimOf(this.basis, unit, had + 1)
        this.keys[unit] = this.keyOf(this.claims[unit]!)
      }
      this.sink(0)
    }
  }

  /** Takes back the last places if others have the same claim to them. Claims only fall, so those were given last. */
  takeTie(): Tie | null {
    if (this.given === 0) return null
    const claimOfLast = () => {
      const unit = this.to[this.given - 1]!
      return claimOf(this.basis, unit, this.had[unit]! - 1)
    }
    const claim = claimOfLast()
    const others = this.heap.filter(unit => compareClaims(this.claims[unit]!, claim) === 0n)
    if (others.length === 0) return null
    const taken = new Set<number>()
    while (this.given > 0 && compareClaims(claimOfLast(), claim) === 0n) {
      this.given -= 1
      const unit = this.to[this.given]!
      this.had[unit]! -= 1
      taken.add(unit)
    }
    const units = [...taken, ...others].sort((a, b) => a - b)
    return { units, open: taken.size, had: units.map(unit => this.had[unit]!) }
  }

  private keyOf({ n, d }: Claim): number {
    if (d === 0n) return Infinity
    return Number(this.shift < 0n ? n / (d << -this.shift) : (n << this.shift) / d)
  }

  private isBefore(one: number, other: number): boolean {
    const [a, b] = [this.keys[one]!, this.keys[other]!]
    if (a !== b) return a > b
    const more = compareClaims(this.claims[one]!, this.claims[other]!)
    return more === 0n ? this.names[one]! < this.names[other]! : more > 0n
  }

  /** Whose claim is the greatest after that of the top. */
  private second(): number | undefined {
    const left = this.heap[1]
    const right = this.heap[2]
    return left === undefined || right === undefined || this.isBefore(left, right) ? left : right
  }

  private sink(from: number): void {
    const { heap } = this
    for (let at = from; ; ) {
      let first = at
      for (let child = 2 * at + 1; child <= 2 * at + 2 && child < heap.length; child++)
        if (this.isBefore(heap[child]!, heap[first]!)) first = child
      if (first === at) return
      const unit = heap[at]!
      heap[at] = heap[first]!
      heap[first] = unit
      at = first
    }
  }
}

function ranksOf(units: readonly Unit[]): number[] {
  const key = ({ name, code }: Unit) => `${name}\n${code ?? ''}`
  const order = units
    .map((unit, i) => ({ i, key: key(unit) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
  const ranks: number[] = []
  order.forEach(({ i }, rank) => {
    ranks[i] = rank
  })
  return ranks
}
