// What of the file goes into a package: the agencies of one district as they were evaluated, and what their totals and
// nominations rest on. Raters, practitioners and officials go under pseudonyms.
import { createHash } from 'node:crypto'
import { dueDay } from '../../domain/calendar/deadlines.ts'
import { unpacked } from '../../domain/records/kind.ts'
import type { Scheme } from '../../domain/scheme/scheme.ts'
import type {
  PackageContent,
  PackedNomination,
  PackedRecord,
  PackedSheet,
} from '../../domain/submission/package.ts'
import {
  pseudonymOf,
  travelling,
  travellingAgencyFields,
  travellingKinds,
} from '../../domain/submission/travel.ts'
import { listAgencies } from '../../store/agency.ts'
import type { Evaluation } from '../../store/evaluation.ts'
import { listLog } from '../../store/log.ts'
import type { Reader } from '../../store/open.ts'
import { listOverrides } from '../../store/override.ts'
import { recordById, recordsByAgency } from '../../store/record.ts'
import { listResults } from '../../store/result.ts'
import { listSheets } from '../../store/sheet.ts'
import { withoutPapers } from '../nomination/check.ts'
import { readNominations } from '../nomination/list.ts'
import { outstandingIn } from './plan-outstanding.ts'

/** Why a sheet does not count whose rater must not rate here: the reason itself names persons. */
const EXCLUDED = '回避'

export function gatherContent(
  reader: Reader,
  evaluation: Evaluation,
  district: string,
): Omit<PackageContent, 'manifest'> {
  const results = new Map(listResults(reader, evaluation).map(r => [r.agency_id, r]))
  const agencies = listAgencies(reader, district).filter(a => results.has(a.id))
  const places = new Map(agencies.map((agency, i) => [agency.id, i]))
  const pseudonym = pseudonyms(reader, district)
  return {
    agencies: agencies.map(a => Object.fromEntries(travellingAgencyFields.map(f => [f, a[f]]))),
    results: agencies.map(({ id }, agency) => {
      const { total, min_total, max_total, computed_grade, grade, rank, scores } = results.get(id)!
      const own = { agency, total, min_total, max_total, computed_grade, grade, rank }
      return { ...own, scores: new Map(Object.entries(scores)) }
    }),
    nomination: nominationOf(reader, evaluation, district, places),
    records: new Map(
      travellingKinds.map(kind => {
        const byAgency = recordsByAgency(reader, kind.table)
        const rows = agencies.flatMap(({ id }, agency) =>
          (byAgency.get(id) ?? []).map((row): PackedRecord => {
            const { values } = recordById(reader, kind.table, row.id)!
            return { agency, values: travelling(kind, unpacked(kind, values), pseudonym) }
          }),
        )
        return [kind.noun, rows]
      }),
    ),
    sheets: sheetsOf(reader, evaluation, places, pseudonym),
    overrides: listOverrides(reader, evaluation.id).flatMap(
      ({ agency_id, indicator, points, reason, document }) => {
        const agency = places.get(agency_id ?? 0)
        return agency === undefined ? [] : [{ agency, indicator, points, reason, document }]
      },
    ),
  }
}

function sheetsOf(
  reader: Reader,
  evaluation: Evaluation,
  places: ReadonlyMap<number, number>,
  pseudonym: (name: string) => string,
): PackedSheet[] {
  return listSheets(reader, evaluation.id, 'agency', null)
    .flatMap((sheet): PackedSheet[] => {
      const agency = places.get(sheet.agency_id!)
      if (agency === undefined) return []
      const { rater_kind, note, standing, withdrawn_on, withdrawn_reason } = sheet
      const withdrawn = {
        counted: null,
        withdrawn: { on: withdrawn_on!, reason: withdrawn_reason ?? '' },
        excluded: { on: evaluation.as_of, reason: EXCLUDED },
      }[standing]
      const ratings = new Map(Object.entries(JSON.parse(sheet.ratings) as Record<string, number>))
      return [{ agency, rater_kind, rater: pseudonym(sheet.rater), ratings, note, withdrawn }]
    })
    .sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1))
}

/** Not by name: their order would tell. */
function sortKey({ agency, rater_kind, rater }: PackedSheet): string {
  return `${String(agency).padStart(9, '0')} ${rater_kind} ${rater}`
}

function nominationOf(
  reader: Reader,
  evaluation: Evaluation,
  district: string,
  places: ReadonlyMap<number, number>,
): PackedNomination {
  const list = readNominations(reader, evaluation)
  const tally = list.districts.find(t => t.pool.code === district)!
  const lacking = new Map(withoutPapers(reader, list).map(l => [l.party.agency_id, l.papers]))
  const ofDistrict = (id: number | null | undefined) => places.get(id ?? 0) ?? null
  return {
    ...{ places: tally.places, required: tally.required },
    due_on: packageDue(list.scheme, evaluation.year),
    candidates: list.candidates.flatMap(({ party, rank, total, decision, reason }) => {
      const agency = ofDistrict(party.agency_id)
      if (agency === null) return []
      const papers_missing = lacking.get(party.agency_id) ?? []
      return [{ agency, rank, total, decision, reason: JSON.stringify(reason), papers_missing }]
    }),
    outstanding: outstandingIn(reader, list.scheme, evaluation.year).flatMap(
      ({ agency_id, campaign, day, reason }) => {
        const agency = ofDistrict(agency_id)
        return agency === null ? [] : [{ agency, campaign: campaign.name, day, reason }]
      },
    ),
    rulings: list.rulings
      .filter(
        r => r.kind === 'gate' || r.district_code === district || ofDistrict(r.party?.agency_id) !== null,
      )
      .map(({ kind, gate, party, method, reason, signer, ruled_on, tied }) => ({
        ...{ kind, gate, method, reason, signer, ruled_on },
        agency: ofDistrict(party?.agency_id),
        tied: tied.flatMap(({ agency_id, chosen }) => {
          const agency = ofDistrict(agency_id)
          return agency === null ? [] : [{ agency, chosen }]
        }),
      })),
  }
}

/** The last day of the package; null where the scheme sets none. */
export function packageDue({ deadlines }: Pick<Scheme, 'deadlines'>, year: number): string | null {
  const due = deadlines.find(d => d.handed_in === 'nomination')
  return due ? dueDay(due, due.year ?? year) : null
}

/**
 * Another name for everybody, the same from pack to pack. It cannot be guessed from the name, because what it is made
 * with, the seal of the first entry of this file's log, never leaves it.
 */
function pseudonyms(reader: Reader, district: string): (name: string) => string {
  const secret = listLog(reader)[0]!.hash
  return name => pseudonymOf(district, createHash('sha256').update(`${secret}\n${name}`).digest('hex'))
}
