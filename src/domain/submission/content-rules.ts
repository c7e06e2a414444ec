// What whoever receives a package holds against it: places, share, one body nominated twice, papers, the day it was packed.
import type { Day } from '../day.ts'
import type { Values } from '../imports/column.ts'
import { forProfitNeeded } from '../nomination/pool.ts'
import { nominatedTwice } from '../nomination/same-body.ts'
import { type Problem, problem } from '../problem.ts'
import type { PackageContent, PackedNomination } from './package.ts'

type Ruling = PackedNomination['rulings'][number]

/** A district's handing-in, as everybody counts it. */
export interface PackedTally {
  places: number
  nominated: number
  for_profit: number
  required: number
  waiver: Pick<Ruling, 'reason' | 'signer' | 'ruled_on'> | null
  papers_missing: number
}

export function nomineesIn({ nomination, agencies }: PackageContent): {
  agency: Values
  candidate: PackedNomination['candidates'][number]
}[] {
  return nomination.candidates
    .filter(c => c.decision === 'nominated')
    .map(candidate => ({ agency: agencies[candidate.agency]!, candidate }))
}

/**
 * `places`: those of the receiver, who knows better; without a file of one's own, those that the sender states. `share`:
 * least percentage of for-profit agencies among the nominees (BJ 附件2备注); null where the sender's word has to do.
 */
export function tallyOf(content: PackageContent, places: number | null, share: number | null): PackedTally {
  const nominees = nomineesIn(content)
  const nominated = nominees.length
  const { nomination } = content
  return {
    places: places ?? nomination.places,
    nominated,
    for_profit: nominees.filter(n => n.agency.kind === 'for_profit').length,
    required: share === null ? nomination.required : forProfitNeeded(nominated, share),
    waiver: waiverIn(content),
    papers_missing: nominees.filter(n => n.candidate.papers_missing.length > 0).length,
  }
}

/** The ruling by which the share does not hold. */
export function waiverIn({ nomination }: PackageContent): PackedTally['waiver'] {
  return nomination.rulings.find(r => r.kind === 'share') ?? null
}

/** Refused: more than there are places, a share that is neither held nor waived with a reason, ties. */
export function refusals(content: PackageContent, tally: PackedTally): Problem[] {
  const { district } = content.manifest
  const { places, nominated, for_profit, required, waiver } = tally
  const about = { district: district.name, nominated, sent: true as const }
  const waived = waiver !== null && waiver.reason.trim() !== ''
  const tied = content.nomination.candidates.filter(c => c.decision === 'tied')
  const names = tied.map(c => String(content.agencies[c.agency]!.name)).join('、')
  return [
    ...(nominated > places ? [problem('CX3020', { ...about, places })] : []),
    ...(for_profit < required && !waived ? [problem('CX3021', { ...about, for_profit, required })] : []),
    ...(tied.length > 0
      ? [
          problem('CX3022', {
            district: district.name,
            sent: true,
            open: Math.max(0, places - nominated),
            tied: names,
          }),
        ]
      : []),
  ]
}

/** What somebody has to see to, and does not spoil the package. `due`: by the scheme, whatever the sender says. */
export function findings(content: PackageContent, tally: PackedTally, due: Day | null): Problem[] {
  const { manifest, nomination } = content
  const { district, packed_on: on } = manifest
  const { places, required, waiver } = tally
  const sent = { places: nomination.places, required: nomination.required }
  const alike = sent.places === places && sent.required === required
  return [
    ...(alike ? [] : [problem('CX1442', { district: district.name, sent, taken: { places, required } })]),
    ...(due !== null && on > due
      ? [problem('CX1426', { district: district.name, on, due, what: 'packed' })]
      : []),
    ...nomineesIn(content)
      .filter(n => n.candidate.papers_missing.length > 0)
      .map(n => problem('CX1431', { name: String(n.agency.name), papers: [...n.candidate.papers_missing] })),
    ...(waiver ? [problem('CX1437', { district: district.name, ...pick(waiver) })] : []),
    ...nomination.rulings
      .filter(r => r.kind === 'gate')
      .map(r => problem('CX1436', { gate: r.gate ?? '', ...pick(r) })),
  ]
}

/** Of a year in which nothing was evaluated here, and which is not the present one. */
export function outOfYear({ manifest }: PackageContent, today: Day, evaluated: readonly number[]): Problem[] {
  const { year } = manifest.evaluation
  if (evaluated.includes(year) || today.startsWith(String(year))) return []
  return [problem('CX1427', { misfit: 'now', there: String(year), here: today })]
}

function pick({ reason, signer }: Pick<Ruling, 'reason' | 'signer'>) {
  return { reason, signer }
}

/** A nominee of a package, or of a file, to be held against the others. */
export interface SentNominee {
  name: string
  uscc: string | null
  code: string | null
  district_code: string
  district: string
}

export function sentNominees(content: PackageContent): SentNominee[] {
  const { code, name } = content.manifest.district
  return nomineesIn(content).map(({ agency }) => ({
    name: String(agency.name),
    uscc: agency.uscc as string | null,
    code: agency.license_no as string | null,
    ...{ district_code: code, district: name },
  }))
}

/** One body that is nominated more than once, within a package or by two districts; told where one of them is `own`. */
export function twice(all: readonly SentNominee[], own: ReadonlySet<SentNominee>): Problem[] {
  return nominatedTwice(all.map(n => ({ ...n, corporate_group: null, self: n })))
    .filter(({ nominees }) => nominees.some(n => own.has(n.self)))
    .map(({ by, value, nominees }) =>
      problem('CX1362', {
        ...{ by, value },
        nominees: nominees
          .map(n => `${n.name}（${[n.district, n.uscc ?? n.code].filter(part => part).join('，')}）`)
          .join('、'),
      }),
    )
}
