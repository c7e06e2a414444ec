// The English catalogue; the sentences for rules and candidates are here.
import type { CandidateReason, FailedGate, Settled } from '../../domain/nomination/reason.ts'
import type { Reason } from '../../domain/score/outcome.ts'
import type { Messages } from '../messages.ts'
import { capital, many } from './count.ts'
import { problems } from './problems.ts'
import { words } from './words.ts'

const { fact, fact_value: factValue } = words.value

function reason(r: Reason): string {
  switch (r.is) {
    case 'flag':
      return `${capital(fact[r.fact] ?? r.fact)}: ${factValue[r.value] ?? r.value}`
    case 'unlicensed_public':
      return 'Does not apply to a public agency without a license, taken as met'
    case 'no_uscc':
      return 'Does not apply to an agency without a USCC, taken as met'
    case 'annual':
      return `Annual check of ${r.year}: ${factValue[r.result] ?? r.result}`
    case 'annual_missing':
      return `No result of an annual check since ${r.year}`
    case 'tenure':
      return `In business since ${r.start}, required time reached on ${r.completed}`
    case 'missing':
      return `Nothing on file: ${fact[r.fact] ?? r.fact}`
    case 'count':
      return r.found === 0 ? 'None on file' : `${r.found} on file`
    case 'reported_late':
      return r.found === 0
        ? `Changes were reported within ${r.days} days, or those days are not over`
        : `${many(r.found, 'change')} not reported within ${r.days} days`
    case 'ratio':
      return `${r.percent}%, at least ${r.least}% required`
    case 'no_cases':
      return 'No case was closed or fell due in the period'
    case 'number':
      return `${capital(fact[r.fact] ?? r.fact)}: ${r.value} ${r.unit} in ${r.year}, at least ${r.least} ${r.unit} required`
    case 'growth':
      return (
        `${capital(fact[r.fact] ?? r.fact)}: ${r.value} ${r.unit} in ${r.year}, ${r.before} ${r.unit} the year before` +
        `${r.percent === null ? '' : ` (${r.percent}%)`}, at least ${r.least}% of that required`
      )
    case 'not_agency':
      return 'Does not apply: no agency of the roster'
    case 'figure':
      return `${r.name} (${r.period}) is ${r.value}${r.unit ?? ''}, required ${r.limit}${r.unit ?? ''}`
    case 'figure_unit':
      return `The unit of ${r.name} should be "${r.wanted}", on file is "${r.unit}"`
    case 'figures':
      return r.failed.length === 0
        ? `${r.name}: as required in ${r.periods.join(', ')}`
        : `${r.name}: not as required in ${r.failed.join(', ')}`
    case 'quarters':
      return `${r.counts.map(c => `${c.quarter}: ${c.found}`).join(', ')}; at least ${r.limit} in every quarter`
    case 'no_quarter':
      return 'No quarter of the year is over yet'
    case 'deducted':
      return r.found === 0
        ? 'Nothing to deduct for'
        : `${many(r.found, 'record')}, ${r.points} points deducted`
    case 'graded':
      return `${r.name} (${r.period}) is ${r.value}${r.unit ?? ''}: ${r.points} points`
    case 'metric_missing':
      return `Nothing on file for ${r.years.join(' and ')}: ${fact[r.fact] ?? r.fact}`
    case 'items':
      return r.failed.length === 0
        ? `Inspection of ${r.date} passed`
        : `Inspection of ${r.date} failed on ${r.failed.length === 1 ? 'item' : 'items'} ${r.failed.join(', ')}`
    case 'items_not_applicable':
      return `No item of the inspection of ${r.date} applies`
    case 'items_blank':
      return `Inspection of ${r.date} left ${r.items.join(', ')} blank`
    case 'looked_at':
      return `Looked at ${many(r.times, 'time')}, nothing against it`
    case 'not_inspected':
      return 'No inspection in the period'
    case 'not_finalized':
      return 'The evaluation is not finalized yet'
    case 'no_total':
      return 'The total is unknown for want of sheets or evidence'
    case 'below':
      return `Total ${r.total}, at least ${r.least} required`
    case 'not_passed':
      return r.decision === null ? 'Not decided yet' : 'The decision is not a pass'
    case 'no_title':
      return `Holds no title in force of: ${r.titles.join(', ')}`
    case 'title_held':
      return `Holds the title "${r.title}" since ${r.on}`
    case 'title_revoked':
      return `The title "${r.title}" was revoked on ${r.on}`
    default: {
      const never: never = r
      return never
    }
  }
}

function candidate(r: CandidateReason, rated = true): string {
  const despite = r.despite === undefined ? '' : `; ${failed(r.despite)}, which is switched off`
  return `${decided(r, rated)}${despite}`
}

function decided(r: CandidateReason, rated: boolean): string {
  switch (r.is) {
    case 'nominated': {
      const settled = r.settled ? `; the tie was settled ${settling(r.settled)}` : ''
      return `Rank ${r.rank}${r.shared ? ' (shared)' : ''}${rated ? ' by total and the further criteria' : ''}, nominee ${r.place} of ${many(r.places, 'place')}${settled}`
    }
    case 'full':
      if (r.line === null) return many(r.places, 'place')
      return `${r.places === 1 ? 'The only place is' : `All ${r.places} places are`} taken; the lowest total nominated is ${r.line}${r.key === undefined ? '' : `, the same; it comes behind by ${words.value.ranking[r.key]}`}`
    case 'share':
      return `At least ${r.required} must be for-profit, so the place goes to a for-profit agency (lowest total nominated: ${r.line ?? '—'})`
    case 'tied':
      return `Tied in every criterion with ${r.with.join(', ')}${r.others > r.with.length ? ` and ${r.others - r.with.length} more` : ''} for ${many(r.open, 'place')}, to be decided`
    case 'settled':
      return `Equal in every criterion to a nominee; the tie was settled ${settling(r.by)}`
    case 'short':
      return `Only ${many(r.for_profit, 'for-profit agency is', 'for-profit agencies are')} eligible, so the share allows only ${many(r.size, 'nomination')} (${many(r.places, 'place')})`
    case 'by_hand':
      if (r.objection !== undefined)
        return `Objection ${r.objection} to the publicity was upheld: ${r.reason} (${r.signer}, ${r.on})`
      return `${r.how === 'add' ? 'Added' : 'Dropped'} by hand: ${r.reason} (${r.signer}, ${r.on})`
    case 'gates':
      return failed(r.gates)
    case 'no_district':
      return 'Belongs to no district, and places are given by district'
    default: {
      const never: never = r
      return never
    }
  }
}

function settling({ method, reason: why, signer, on }: Settled): string {
  return `by ${words.said.tieMethod[method]}: ${why} (${signer}, ${on})`
}

/** Whose condition it is: the document's clause, or ours. */
function clauseOf(clause: string): string {
  return clause === 'default' ? words.labels.ours : clause
}

function failed(gates: readonly FailedGate[]): string {
  return gates
    .map(
      g =>
        `${g.name === null ? '' : `Does not meet "${g.name}" (${clauseOf(g.clause)}): `}${reason(g.reason)}${g.records.length > 0 ? ` (${g.records.join(', ')})` : ''}`,
    )
    .join('; ')
}

export const en: Messages = { problems, reason, candidate, words }
