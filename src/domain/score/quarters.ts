// Duties of every quarter (SD 三(五)1: a survey, a forum): the quarters of the as-of year that are over on that day.
import { addDays, addMonths, type Day, isWithin } from '../day.ts'
import type { RuleBody } from '../scheme/scheme.ts'
import { entriesOf, fits } from './countable.ts'
import type { Dossier, RuleContext } from './dossier.ts'
import type { Verdict } from './outcome.ts'

type QuarterRule = Extract<RuleBody, { type: 'each_quarter_at_least' }>

export function eachQuarter(rule: QuarterRule, dossier: Dossier, { asOf }: RuleContext): Verdict {
  const quarters = quartersUntil(asOf)
  // Before the end of March no quarter of the year can lack anything.
  if (quarters.length === 0) return { outcome: 'met', reason: { is: 'no_quarter' } }
  const entries = entriesOf(rule.record, dossier, asOf).filter(e => fits(e, rule.where))
  const counts = quarters.map(({ quarter, from, to }) => ({
    quarter,
    found: entries.filter(e => isWithin(e.day, { from, to })).length,
  }))
  const span = { from: quarters[0]!.from, to: quarters.at(-1)!.to }
  // Activities are no complete register: that nothing at all is on file does not say that nothing was done.
  const none = counts.every(c => c.found === 0)
  return {
    outcome: none ? 'no_data' : counts.every(c => c.found >= rule.limit) ? 'met' : 'not_met',
    records: entries.filter(e => isWithin(e.day, span)).map(e => e.ref),
    ...span,
    reason: { is: 'quarters', counts, limit: rule.limit },
  }
}

function quartersUntil(asOf: Day): { quarter: string; from: Day; to: Day }[] {
  const year = asOf.slice(0, 4)
  return [0, 1, 2, 3]
    .map(k => {
      const from = addMonths(`${year}-01-01`, 3 * k)
      return { quarter: `${year}-Q${k + 1}`, from, to: addDays(addMonths(from, 3), -1) }
    })
    .filter(({ to }) => to <= asOf)
}
