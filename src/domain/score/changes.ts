// Whether the changes of a license were reported in time.
import { addDays, FOREVER, isWithin } from '../day.ts'
import type { LicenseChange } from '../records/license.ts'
import { isUnlicensedPublic } from '../roster/agency.ts'
import type { RuleBody } from '../scheme/scheme.ts'
import { changeRef } from './countable.ts'
import type { Dossier, EvaluatedAgency, RuleContext } from './dossier.ts'
import type { Reason, Verdict } from './outcome.ts'

/** Changes of so many months are looked at; ours, the documents only say within how many days to report. */
const MONTHS = 12

/** License changes are a complete register: none on file means that none had to be reported. */
export function changesReported(
  { max: days }: Extract<RuleBody, { type: 'max_days' }>,
  agency: EvaluatedAgency,
  { changes }: Dossier,
  { asOf, within }: RuleContext,
): Verdict {
  if (isUnlicensedPublic(agency)) return { outcome: 'not_applicable', reason: { is: 'unlicensed_public' } }
  const window = within(MONTHS)
  const counted = changes.filter(c => isWithin(c.occurred_on ?? c.decided_on, window))
  const verdict = (outcome: Verdict['outcome'], deciding: LicenseChange[], reason: Reason): Verdict => ({
    outcome,
    records: deciding.map(changeRef),
    ...window,
    reason,
  })
  // What was settled had been reported by then.
  const late = counted.filter(({ occurred_on: occurred, reported_on, decided_on }) => {
    const last = occurred === null ? FOREVER : addDays(occurred, days)
    return last < asOf && (reported_on ?? decided_on) > last
  })
  if (late.length > 0) return verdict('not_met', late, { is: 'reported_late', found: late.length, days })
  const undated = counted.filter(c => c.occurred_on === null)
  if (undated.length > 0) return verdict('no_data', undated, { is: 'missing', fact: 'change.occurred_on' })
  return counted.length === 0
    ? verdict('met', [], { is: 'count', found: 0, limit: 0 })
    : verdict('met', counted, { is: 'reported_late', found: 0, days })
}
