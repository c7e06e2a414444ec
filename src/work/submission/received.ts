// What the city holds of the packages that it merged.

import { pointsText } from '../../domain/exact.ts'
import type { PaperKind } from '../../domain/records/paper-problems.ts'
import { type SentNominee, waiverIn } from '../../domain/submission/content-rules.ts'
import { dataOf, type PackageContent } from '../../domain/submission/package.ts'
import type { Reader } from '../../store/open.ts'
import { listDistricts } from '../../store/reference.ts'
import { listSubmissions, type Submission } from '../../store/submission.ts'

export interface ReceivedCandidate {
  uscc: string | null
  license_no: string | null
  name: string
  kind: 'for_profit' | 'public'
  rank: number | null
  total: number | null
  decision: 'nominated' | 'passed_over' | 'ineligible' | 'tied' | 'dropped'
  papers_missing: PaperKind[]
}

export interface ReceivedContent {
  /** The day on which the district's first package of this year came. */
  first_on: string
  evaluation: { year: number; as_of: string; version: number; status: 'open' | 'finalized' }
  packed_on: string
  /** Digests of the data; packages that were merged before they were kept have none. */
  data?: string
  waiver: { reason: string; signer: string; ruled_on: string } | null
  candidates: ReceivedCandidate[]
}

/** What the city keeps of a package, besides the records that went into its registers: as it took them. */
export function contentOf(content: PackageContent, first_on: string): ReceivedContent {
  const { manifest, agencies, nomination } = content
  const { year, as_of, version, status } = manifest.evaluation
  return {
    ...{ first_on, evaluation: { year, as_of, version, status }, packed_on: manifest.packed_on },
    data: dataOf(manifest),
    waiver: waiverIn(content),
    candidates: nomination.candidates.map(({ agency, rank, total, decision, papers_missing }) => {
      const { uscc, license_no, name, kind } = agencies[agency] as unknown as ReceivedCandidate
      return { uscc, license_no, name, kind, rank, total, decision, papers_missing }
    }),
  }
}

export function receivedContent({ content }: Submission): ReceivedContent {
  return JSON.parse(content!) as ReceivedContent
}

export function receivedOf(reader: Reader, scheme: string, year: number): Submission[] {
  return listSubmissions(reader, 'received').filter(s => s.scheme_id === scheme && s.year === year)
}

/** What one list says and the other does not: nominees with their totals, and whether the share is waived; '' of nothing. */
export function listDifference(
  one: Pick<ReceivedContent, 'candidates' | 'waiver'>,
  other: Pick<ReceivedContent, 'candidates' | 'waiver'>,
): [one: string, other: string] {
  const linesOf = ({ candidates, waiver }: typeof one) => [
    ...candidates
      .filter(c => c.decision === 'nominated')
      .map(c => `${c.name}${c.total === null ? '' : `（${pointsText(c.total)}）`}`),
    ...(waiver === null ? [] : [`${waiver.reason}（${waiver.signer}）`]),
  ]
  const [here, there] = [linesOf(one), linesOf(other)]
  const only = (own: string[], others: string[]) => own.filter(line => !others.includes(line)).join('、')
  return [only(here, there), only(there, here)]
}

/** Of all districts that have sent. */
export function receivedNominees(reader: Reader, scheme: string, year: number): SentNominee[] {
  const names = new Map(listDistricts(reader).map(d => [d.code, d.name]))
  return receivedOf(reader, scheme, year).flatMap(submission =>
    receivedContent(submission)
      .candidates.filter(c => c.decision === 'nominated')
      .map(({ name, uscc, license_no }) => ({
        ...{ name, uscc, code: license_no },
        ...{ district_code: submission.district_code!, district: names.get(submission.district_code!) ?? '' },
      })),
  )
}
