// Proposals for the red and the black list, from the records on file; nothing is changed.
import type { Day } from '../../domain/day.ts'
import type { Values } from '../../domain/imports/column.ts'
import type { RecordTable } from '../../domain/records/kind.ts'
import {
  type ListingDossier,
  type ListingProposal,
  proposeListings,
} from '../../domain/records/listing-proposals.ts'
import { type List, lastDayOf } from '../../domain/records/listing-rules.ts'
import { rectificationOrders } from '../../domain/records/sanction-ladder.ts'
import { readDossiers } from '../../store/dossier.ts'
import { listEvaluations } from '../../store/evaluation.ts'
import type { Reader } from '../../store/open.ts'
import { listRecords } from '../../store/record.ts'
import { listDistricts } from '../../store/reference.ts'
import { listResults } from '../../store/result.ts'
import { ask, type Desk } from '../desk.ts'

export type ProposedListing = ListingProposal & {
  uscc: string | null
  agency_name: string
  district: string | null
  /** Last day of the term that an entry on the as-of day would have. */
  until: Day | null
  /** What a person runs who agrees. */
  command: string
}

export interface ProposedListings {
  proposals: ProposedListing[]
  /** The evaluation that red entries rest on; null while none is finalized. */
  evaluation: number | null
}

/** In the order of the roster; `list`: of this list alone. */
export function proposedListings(desk: Desk, list: List | null, asOf: Day): ProposedListings {
  return ask(desk, reader => {
    const evaluation =
      listEvaluations(reader)
        .filter(e => e.status === 'finalized' && e.as_of <= asOf)
        .sort((a, b) => (a.as_of < b.as_of ? 1 : a.as_of > b.as_of ? -1 : b.id - a.id))[0] ?? null
    const results = evaluation === null ? [] : listResults(reader, evaluation)
    const grades = new Map(results.map(r => [r.agency_id, r.grade]))
    const all = (table: RecordTable) => byAgency(reader, table)
    const [penalties, sanctions, inspections] = [all('penalty'), all('sanction'), all('inspection')]
    const listings = all('listing')
    const district = new Map(listDistricts(reader).map(d => [d.code, d.name]))
    const proposals = readDossiers(reader).flatMap(({ agency, complaints, offenses }) => {
      const own = (rows: Register) => rows.get(agency.id) ?? []
      const dossier: ListingDossier = {
        complaints,
        penalties: own(penalties) as unknown as ListingDossier['penalties'],
        offenses,
        sanctioned: own(sanctions).flatMap(s => (s.person === null ? [s.decided_on as Day] : [])),
        orders: rectificationOrders(own(sanctions), own(inspections)),
        listings: own(listings),
        grade: grades.get(agency.id) ?? null,
      }
      return proposeListings(dossier, evaluation, asOf)
        .filter(proposal => list === null || proposal.list === list)
        .map(
          (proposal): ProposedListing => ({
            ...proposal,
            uscc: agency.uscc,
            agency_name: agency.name,
            district: district.get(agency.district_code) ?? null,
            until: proposal.action === 'enter' ? lastDayOf(asOf, proposal.list) : null,
            command: commandOf(proposal, agency.uscc ?? String(agency.id), asOf),
          }),
        )
    })
    return { proposals, evaluation: evaluation?.id ?? null }
  })
}

const BASIS = { complaint: '查实不诚信投诉', penalty: '行政处罚', evaluation: '评估等级A', entry: '期满' }

/** The day of the notice is not known before it was served. */
function commandOf(
  { action, list, records, listing_id }: ListingProposal,
  agency: string,
  asOf: Day,
): string {
  const [latest] = records
  const basis = BASIS[latest!.is]
  if (action === 'exit')
    return `listing exit ${listing_id} --kind expired --reason ${basis} --exited-on ${asOf}`
  const entry = `listing add --agency ${agency} --list ${list} --basis ${basis} --listed-on ${asOf}`
  return list === 'red' ? entry : `${entry} --source-no ${quoted(latest!.ref)} --noticed-on YYYY-MM-DD`
}

/** One word of a command line: what a shell may take for more than text stands in single quotes. */
function quoted(word: string): string {
  return /^[\p{L}\p{N}〔〕_./:-]+$/u.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`
}

/** Records by agency id. */
type Register = Map<number | null, (Values & { id: number })[]>

function byAgency(reader: Reader, table: RecordTable): Register {
  const found: Register = new Map()
  for (const row of listRecords(reader, table, { agency: null, district: null })) {
    const rows = found.get(row.agency_id)
    if (rows) rows.push(row)
    else found.set(row.agency_id, [row])
  }
  return found
}
