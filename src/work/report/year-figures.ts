// The figures of a year, of all and by jurisdiction, with those of the year before where anything of it is on file
// (BJ 四(一): the three rates; ZS 四(四): results and problems go up). Papers and pages are made of them elsewhere.

import { commitmentRates } from '../../domain/archive/roll.ts'
import { type Day, dayOf, isWithin } from '../../domain/day.ts'
import type { Values } from '../../domain/imports/column.ts'
import { complaintRates } from '../../domain/records/complaint-rates.ts'
import { honorStatus } from '../../domain/records/honor.ts'
import type { RecordTable } from '../../domain/records/kind.ts'
import { isInForce, type Penalty, penaltyKinds } from '../../domain/records/penalty.ts'
import { sanctionLadder } from '../../domain/records/sanction.ts'
import {
  byCount,
  type Tally,
  tally,
  type YearDistrict,
  type YearFigures,
  type YearPart,
} from '../../domain/report/year.ts'
import { readShippedChecklist } from '../../schemes/checklist.ts'
import type { Reader } from '../../store/open.ts'
import { listRecords } from '../../store/record.ts'
import { listDistricts } from '../../store/reference.ts'
import { ratesIn } from '../archive/roll.ts'
import { complaintRatesIn } from '../complaint-rates.ts'
import { ask, type Desk } from '../desk.ts'
import { coverageIn } from '../inspection/coverage.ts'
import { summariesIn } from '../inspection/summary.ts'
import { limitRules } from '../limit-rules.ts'
import { ownDistrict } from '../own-district.ts'
import { honorsReviewed } from '../title/titles.ts'
import { outcomeOf, readEvaluations } from './year-evaluations.ts'

interface YearWanted {
  /** Null for the year that runs. */
  year: number | null
  district: string | null
}

export function readYearFigures(desk: Desk, wanted: YearWanted): YearFigures {
  return ask(desk, reader => yearFiguresIn(desk, reader, wanted))
}

export function yearFiguresIn(desk: Desk, reader: Reader, wanted: YearWanted): YearFigures {
  const year = wanted.year ?? Number(desk.today.slice(0, 4))
  const place = ownDistrict(reader, wanted.district)
  const code = place?.code ?? null
  const last = dayOf(year, 12, 31)!
  const on = desk.today < last ? desk.today : last
  const { whole, inDistricts } = partsOf({ ...desk, today: on }, reader, { year, code, now: desk.today })
  const { figures: spring } = summariesIn(desk, reader, { year, batch: null, district: code })
  const before = { year: year - 1, code, now: desk.today }
  const then = { ...desk, today: dayOf(before.year, 12, 31)! }
  const { rates: _rates, ...past } = partsOf(then, reader, before).whole
  return {
    ...{ year, on, district_code: code, district: place?.name ?? null },
    ...{ whole, districts: inDistricts(), spring },
    previous: isKnown(past) ? { year: before.year, whole: past } : null,
  }
}

/** Nothing in any register tells that the file was not kept yet. */
function isKnown({
  complaints,
  penalties,
  sanctions,
  inspections,
  evaluations,
}: Omit<YearPart, 'rates'>): boolean {
  const counts = [
    complaints.received,
    penalties.count,
    penalties.revoked,
    sanctions.count,
    inspections.visits,
  ]
  return counts.some(count => count > 0) || evaluations.length > 0
}

interface Asked {
  year: number
  code: string | null
  /** The day as of which complaints stand. */
  now: Day
}

/** `desk.today`: the last day that is looked at. */
function partsOf(
  desk: Desk,
  reader: Reader,
  { year, code, now }: Asked,
): { whole: YearPart; inDistricts: () => YearDistrict[] } {
  const span = { from: dayOf(year, 1, 1)!, to: desk.today }
  const during = (rows: readonly Values[], day: string) =>
    rows.filter(row => typeof row[day] === 'string' && isWithin(row[day], span))
  const all = (table: RecordTable): readonly Values[] =>
    listRecords(reader, table, { agency: null, district: code })
  const rates = ratesIn(desk, reader, code)
  const complaints = complaintRatesIn(reader, now, { ...span, district: code })
  const covered = coverageIn(desk, reader, { year, batch: null, district: code })
  const checklist = readShippedChecklist(desk.schemes)
  const names = new Map(checklist.items.map(item => [item.id, item.name]))
  const honors: Values[] = honorsReviewed(reader).map(({ honor }) => honor)
  const file = {
    penalties: during(all('penalty'), 'decision_date'),
    sanctions: during(all('sanction'), 'decided_on'),
    inspections: during(all('inspection'), 'date'),
    granted: during(honors, 'granted_on'),
    revoked: during(honors, 'revoked_on').filter(h => honorStatus(h as never, desk.today) === 'revoked'),
    listed: during(all('listing'), 'listed_on'),
    exited: during(all('listing'), 'exited_on'),
    incentives: during(all('incentive'), 'starts_on'),
  }
  const noneReceived = complaintRates([], now, limitRules(reader))
  const evaluations = readEvaluations(reader, year)
  const part = (own: (row: Values) => boolean, place: string | null): YearPart => {
    const of = (rows: readonly Values[]) => rows.filter(own)
    const standing = of(file.penalties).filter(row => isInForce(row as unknown as Penalty, desk.today))
    const rated = place === null ? rates.total : rates.districts.find(d => d.district_code === place)
    const received = complaints.rows.find(row => row.district_code === place) ?? noneReceived
    const seen = covered.rows.find(row => row.district_code === place)
    const listed = (list: string) => of(file.listed).filter(row => row.list === list).length
    return {
      rates: bare(rated ?? commitmentRates([], desk.today)),
      complaints: bare(received),
      penalties: {
        count: standing.length,
        kinds: tally(
          standing.flatMap(row => String(row.kind).split(';')),
          penaltyKinds,
        ),
        revoked: of(file.penalties).length - standing.length,
      },
      sanctions: {
        count: of(file.sanctions).length,
        kinds: tally(
          of(file.sanctions).map(row => String(row.kind)),
          sanctionLadder,
        ),
      },
      coverage: {
        to_inspect: seen?.to_inspect ?? 0,
        inspected: seen?.inspected ?? 0,
        license_unknown: seen?.license_unknown ?? 0,
      },
      inspections: inspectionsOf(of(file.inspections), desk.today),
      problems: byCount(
        tally(
          of(file.inspections)
            .flatMap(failedItems)
            .map(id => names.get(id) ?? id),
          [...names.values()],
        ),
      ),
      evaluations: evaluations.flatMap(e => outcomeOf(e, place ?? code)),
      titles: { granted: titles(of(file.granted)), revoked: titles(of(file.revoked)) },
      listings: { red: listed('red'), black: listed('black'), exited: of(file.exited).length },
      incentives: tally(of(file.incentives).map(row => String(row.kind))),
    }
  }
  // Honors are read of all.
  const whole = part(row => code === null || row.district_code === code, null)
  const present = listDistricts(reader).filter(d => code === null || d.code === code)
  const inDistricts = () =>
    present
      .map(d => ({
        ...{ district_code: d.code, district: d.name },
        ...part(row => row.district_code === d.code, d.code),
      }))
      .filter(d => d.district_code === code || hasAny(d))
  return { whole, inDistricts }
}

function hasAny({
  rates,
  complaints,
  penalties,
  sanctions,
  coverage,
  inspections,
  evaluations,
  titles,
}: YearPart): boolean {
  const titled = titles.granted.length + titles.revoked.length
  const counts = [rates.agencies, complaints.received, penalties.count, penalties.revoked, sanctions.count]
  return [...counts, coverage.to_inspect, inspections.visits, evaluations.length, titled].some(
    count => count > 0,
  )
}

/** The figures of a row, without whose they are. */
function bare<T extends object>(row: T): Omit<T, 'district_code' | 'district'> {
  const {
    district_code: _code,
    district: _name,
    ...figures
  } = row as T & Record<'district_code' | 'district', unknown>
  return figures
}

function titles(rows: readonly Values[]): Tally[] {
  return tally(rows.map(row => String(row.title)))
}

function failedItems({ items }: Values): string[] {
  const results = Object.entries(JSON.parse(String(items)) as Record<string, string>)
  return results.filter(([, result]) => result === 'fail').map(([id]) => id)
}

/** Late is what was done after its day, overdue what is not done yet. */
function inspectionsOf(rows: readonly Values[], on: Day): YearPart['inspections'] {
  const ordered = rows.filter(row => row.rectify_due !== null)
  const doneBy = (row: Values) => row.rectified_on !== null && row.rectified_on! <= on
  return {
    visits: rows.length,
    ordered: ordered.length,
    rectified: ordered.filter(doneBy).length,
    late: ordered.filter(row => doneBy(row) && row.rectified_on! > row.rectify_due!).length,
    overdue: ordered.filter(row => !doneBy(row) && row.rectify_due! < on).length,
  }
}
