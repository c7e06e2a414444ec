// Methods side by side: what each gives, whom it favors against the official table, where it leaves the quota rule, and
// whether a larger total would cost a unit a place with these very numbers.
import { type Allotment, type Answer, allot, type Question } from './allot.ts'
import type { Computed } from './method.ts'

/** A unit that loses places although there is one more to give. */
export interface Paradox {
  unit: number
  from: number
  to: number
  before: number
  after: number
}

/** A unit with fewer places than its whole quota, or more than the next whole number. */
export interface Violation {
  unit: number
  seats: number
  lower: number
  upper: number
}

export interface Compared {
  method: Computed
  answer: Answer
  paradoxes: Paradox[]
  violations: Violation[]
}

/** `range`: how many totals are looked at on each side. */
export function compareMethods(
  question: Omit<Question, 'method'>,
  methods: readonly Computed[],
  range: number,
): Compared[] {
  return methods.map(method => {
    const at = (seats: number) => allot({ ...question, method, seats })
    const answer = at(question.seats)
    const violations = answer.is === 'allotted' ? violationsOf(answer.allotment) : []
    return { method, answer, violations, paradoxes: paradoxesOf(at, question.seats, range) }
  })
}

function paradoxesOf(at: (seats: number) => Answer, seats: number, range: number): Paradox[] {
  const found: Paradox[] = []
  let before: Answer | null = null
  for (let to = Math.max(0, seats - range); to <= seats + range; to++) {
    const after = at(to)
    if (before?.is === 'allotted' && after.is === 'allotted')
      found.push(...lossesOf(before.allotment, after.allotment, to))
    before = after
  }
  return found
}

/** Only what is certain: whoever ties may still get a place. */
function lossesOf(before: Allotment, after: Allotment, to: number): Paradox[] {
  const open = new Set(after.ties.flatMap(tie => tie.units))
  return before.seats.flatMap((had, unit) => {
    const has = after.seats[unit]! + (open.has(unit) ? 1 : 0)
    return has < had ? [{ unit, from: to - 1, to, before: had, after: has }] : []
  })
}

function violationsOf({ basis, seats, ties }: Allotment): Violation[] {
  const { weights, total } = basis
  if (total === 0n) return []
  const open = new Set(ties.flatMap(tie => tie.units))
  return weights.flatMap((weight, unit) => {
    const whole = weight * BigInt(basis.seats)
    const lower = Number(whole / total)
    const upper = whole % total === 0n ? lower : lower + 1
    const has = seats[unit]!
    const most = has + (open.has(unit) ? 1 : 0)
    return most < lower || has > upper ? [{ unit, seats: has, lower, upper }] : []
  })
}
