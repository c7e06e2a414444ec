// Gates before a nomination: which candidate may be chosen at all, and why not.
import { addMonths } from '../day.ts'
import { pointsText } from '../exact.ts'
import { honorStatus } from '../records/honor.ts'
import type { Gate, NominationRules } from '../scheme/scheme.ts'
import type { Dossier, RuleContext } from '../score/dossier.ts'
import type { Reason } from '../score/outcome.ts'
import { applyRule } from '../score/rules.ts'

export interface GateFailure {
  gate: string
  /** Null for what is no gate of the scheme. */
  name: string | null
  clause: string
  reason: Reason
  /** Numbers of the records that decided. */
  records: string[]
}

/** What the evaluation says of a candidate; the total in hundredths. */
export interface Standing {
  finalized: boolean
  total: number | null
  decision: 'passed' | 'failed' | null
}

/** The gates that a candidate does not pass. A gate without data is not passed: unknown is not yes. */
export function failedGates(
  { gates, title, ranking }: Pick<NominationRules, 'gates' | 'title' | 'ranking'>,
  dossier: Dossier,
  evaluation: Standing,
  context: RuleContext,
): GateFailure[] {
  // Where nobody is ranked by points there is no total to be unknown.
  const wanting = evaluation.total === null && ranking.some(r => r.key === 'total')
  const failures = gates
    .filter(gate => gate.on)
    .flatMap(gate => fail(gate, title, dossier, { ...evaluation, wanting }, context))
  if (!wanting || failures.length > 0) return failures
  // Without a total there is nothing to rank by, whatever gates are switched off.
  return [{ gate: 'total', name: null, clause: 'default', reason: { is: 'no_total' }, records: [] }]
}

function fail(
  gate: Gate,
  title: string,
  dossier: Dossier,
  { finalized, total, decision, wanting }: Standing & { wanting: boolean },
  context: RuleContext,
): GateFailure[] {
  const failure = (reason: Reason, records: string[] = []): GateFailure[] => [
    { gate: gate.id, name: gate.name, clause: gate.clause, reason, records },
  ]
  switch (gate.test) {
    case 'evaluated':
      if (!finalized) return failure({ is: 'not_finalized' })
      return wanting ? failure({ is: 'no_total' }) : []
    case 'min_total':
      if (total === null) return failure({ is: 'no_total' })
      return total >= gate.min
        ? []
        : failure({ is: 'below', total: pointsText(total), least: pointsText(gate.min) })
    case 'passed':
      return decision === 'passed' ? [] : failure({ is: 'not_passed', decision })
    case 'holds_title': {
      const { titles } = gate
      const held = dossier.honors.some(
        h => titles.includes(h.title) && honorStatus(h, context.asOf) === 'valid',
      )
      return held ? [] : failure({ is: 'no_title', titles })
    }
    case 'not_held': {
      const held = dossier.honors.find(h => h.title === title && honorStatus(h, context.asOf) === 'valid')
      return held === undefined ? [] : failure({ is: 'title_held', title, on: held.granted_on })
    }
    case 'not_revoked': {
      // Also what was taken back after the as-of day: what became known since counts at the gates.
      const since = addMonths(context.asOf, -gate.months)
      const days = dossier.honors.flatMap(h =>
        h.title === title && h.status === 'revoked' && h.revoked_on !== null && h.revoked_on > since
          ? [h.revoked_on]
          : [],
      )
      return days.length === 0 ? [] : failure({ is: 'title_revoked', title, on: days.sort().at(-1)! })
    }
    case 'rule': {
      const result = applyRule(gate.rule, dossier, context)
      return result.outcome === 'met' || result.outcome === 'not_applicable'
        ? []
        : failure(result.reason, result.outcome === 'not_met' ? result.records : [])
    }
    default: {
      const never: never = gate
      return never
    }
  }
}
