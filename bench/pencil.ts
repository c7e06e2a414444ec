// The total of an agency of the benchmark, worked out as a person with the notice and a pencil would: from what
// year.ts says of it and the scheme's figures written down once more, with no function of the program's own.

import { addYears } from '../samples/generator/days.ts'
import { rosterRow } from './roster.ts'
import { maximumOf, type Sheet, sheetsOf, type Year, yearOf } from './year.ts'

const AS_OF = '2013-10-31'
const WEIGHTS = { self: 10, expert: 60, public: 30 }

/** Who rates an indicator; those that are not here follow from records alone. */
const RATERS: Readonly<Record<number, readonly Sheet['kind'][]>> = {
  ...{
    5: ['expert'],
    8: ['expert'],
    15: ['public'],
    18: ['self', 'expert', 'public'],
    22: ['expert', 'public'],
  },
  ...Object.fromEntries([6, 7, 9, 10, 11, 12, 13, 14, 17, 19, 20, 21].map(n => [n, ['self', 'expert']])),
}

/** Hundredths of a point. */
export function totalOf(i: number): number {
  const missed = missedBy(i, yearOf(i))
  const sheets = sheetsOf(i)
  let total = 0
  for (let number = 1; number <= 22; number++) {
    const raters = RATERS[number]
    if (raters) total += reviewed(number, raters, sheets, missed.has(number))
    else if (!missed.has(number)) total += maximumOf(number)
  }
  return total
}

/** The mean of each kind of rater, weighted; half of the points at most if the records are against it. */
function reviewed(
  number: number,
  raters: readonly Sheet['kind'][],
  sheets: readonly Sheet[],
  capped: boolean,
): number {
  // Twice the points, for the half that two experts have between them.
  let sum = 0
  let weights = 0
  for (const kind of raters) {
    const [one = 0, other = one] = sheets.filter(s => s.kind === kind).map(s => s.ratings[number - 1]!)
    sum += WEIGHTS[kind] * (one + other)
    weights += WEIGHTS[kind]
  }
  const half = maximumOf(number) / 2
  if (capped && sum > 2 * half * weights) return Math.round(half)
  // Rounded half up in whole numbers: sum / (2 * weights).
  return Math.floor((sum + weights) / (2 * weights))
}

/** The indicators that the records are against. */
function missedBy(i: number, { complaint, penalty, inspection, annual }: Year): Set<number> {
  const [, , , , , , , issued = '', validTo = ''] = rosterRow(i)
  const missed = new Set<number>()
  const against = (number: number, holds: boolean) => {
    if (holds) missed.add(number)
  }
  against(1, validTo < AS_OF)
  against(2, annual !== '合格')
  against(3, addYears(issued, 3) > AS_OF)
  against(4, penalty !== null && penalty > '2011-10-31' && penalty <= AS_OF)
  const { cooperated, failed, due, done } = inspection
  against(5, failed !== null && failed <= 5)
  against(7, failed === 8)
  const overdue = due !== null && (done === null ? due < AS_OF : done > due)
  against(8, !cooperated || overdue)
  if (complaint !== null) {
    const closed = complaint.closed <= AS_OF
    const upheld = closed && ['属实', '部分属实'].includes(complaint.finding)
    const recent = (day: string) => day > '2012-10-31' && day <= AS_OF
    against(14, upheld && complaint.category === '用工权益')
    against(15, upheld && complaint.category === '客户权益')
    const late = closed ? complaint.closed > complaint.due : complaint.due < AS_OF
    const counts = recent(complaint.due) || (closed && recent(complaint.closed))
    against(16, (upheld && complaint.dishonest && recent(complaint.closed)) || (late && counts))
  }
  return missed
}
