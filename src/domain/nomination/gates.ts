// Gates before a nomination: which candidate may be chosen at all, and why not.
import type { Gate, Scheme } from '../scheme/scheme.ts'
import type { Dossier, RuleContext } from '../score/dossier.ts'
import type { RuleResult } from '../score/outcome.ts'
import { applyRule } from '../score/rules.ts'

export interface GateFailure {
  gate: string
  name: string
  clause: string
  /** The rule's answer, for gates that are rules. */
  rule: RuleResult | null
}

/** The gates that a candidate does not pass. A gate without data is not passed: unknown is not yes. */
export function failedGates(
  scheme: Scheme,
  dossier: Dossier,
  evaluation: { finalized: boolean; total: number | null },
  context: RuleContext,
): GateFailure[] {
  return scheme.nomination.gates
    .filter(gate => gate.on)
    .flatMap(gate => fail(gate, dossier, evaluation, context))
}

function fail(
  gate: Gate,
  dossier: Dossier,
  evaluation: { finalized: boolean; total: number | null },
  context: RuleContext,
): GateFailure[] {
  const failure = (rule: RuleResult | null): GateFailure[] => [
    { gate: gate.id, name: gate.name, clause: gate.clause, rule },
  ]
  switch (gate.test) {
    case 'evaluated':
      return evaluation.finalized && evaluation.total !== null ? [] : failure(null)
    case 'min_total':
      return evaluation.total !== null && evaluation.total >= gate.min ? [] : failure(null)
    case 'rule': {
      const result = applyRule(gate.rule, dossier, context)
      return result.outcome === 'met' || result.outcome === 'not_applicable' ? [] : failure(result)
    }
    default: {
      const never: never = gate
      return never
    }
  }
}
