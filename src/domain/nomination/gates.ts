// Gates before a nomination: which candidate may be chosen at all, and why not.
import { pointsText } from '../exact.ts'
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

/** The gates that a candidate does not pass. A gate without data is not passed: unknown is not yes. */
export function failedGates(
  { gates }: Pick<NominationRules, 'gates'>,
  dossier: Dossier,
  evaluation: { finalized: boolean; total: number | null },
  context: RuleContext,
): GateFailure[] {
  const failures = gates.filter(gate => gate.on).flatMap(gate => fail(gate, dossier, evaluation, context))
  if (evaluation.total !== null || failures.length > 0) return failures
  // Without a total there is nothing to rank by, whatever gates are switched off.
  return [{ gate: 'total', name: null, clause: 'default', reason: { is: 'no_total' }, records: [] }]
}

function fail(
  gate: Gate,
  dossier: Dossier,
  evaluation: { finalized: boolean; total: number | null },
  context: RuleContext,
): GateFailure[] {
  const failure = (reason: Reason, records: string[] = []): GateFailure[] => [
    { gate: gate.id, name: gate.name, clause: gate.clause, reason, records },
  ]
  const { finalized, total } = evaluation
  switch (gate.test) {
    case 'evaluated':
      if (!finalized) return failure({ is: 'not_finalized' })
      return total === null ? failure({ is: 'no_total' }) : []
    case 'min_total':
      if (total === null) return failure({ is: 'no_total' })
      return total >= gate.min
        ? []
        : failure({ is: 'below', total: pointsText(total), least: pointsText(gate.min) })
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
