// The cover of an agency's self-summary (机构自评总结, BJ 三(七)): its own ratings by category where its sheet is on file,
// and room to say what each category is about.
import { MICRO, type Ratio, ratioText } from '../../domain/exact.ts'
import { papersAsked } from '../../domain/nomination/papers-asked.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { Agency } from '../../domain/roster/agency.ts'
import type { Scheme } from '../../domain/scheme/scheme.ts'
import type { Evaluation } from '../../store/evaluation.ts'
import type { Reader } from '../../store/open.ts'
import { listSheets } from '../../store/sheet.ts'
import { ask, type Desk } from '../desk.ts'
import { evaluationFor, schemeOf } from '../evaluation/which.ts'
import { agencyNamed } from '../find-agency.ts'
import { districtNames } from '../list-agencies.ts'
import { readNominations } from '../nomination/list.ts'
import { ownDistrict } from '../own-district.ts'
import { codeInName, footerNote, type Paper, type Stationery, stationeryOf, wordPaper } from './paper.ts'
import { nomineesOf, SELF_SUMMARY } from './recommendation.ts'

/** Of one agency, nominated or not, or of the nominees (of a district, by code or name). Refuses schemes that ask for none. */
export function planSummaries(
  desk: Desk,
  which: string | null,
  only: { agency: string | null; district: string | null },
): Paper[] {
  return ask(desk, reader => {
    const evaluation = evaluationFor(reader, which)
    const scheme = schemeOf(reader, evaluation)
    if (!papersAsked(scheme).includes('self_summary'))
      throw new Refusal('CX3017', { scheme: scheme.id, paper: SELF_SUMMARY })
    const district = ownDistrict(reader, only.district)?.code ?? null
    const agencies =
      only.agency === null
        ? nomineesOf(readNominations(reader, evaluation), district).map(n => n.candidate.agency)
        : [agencyNamed(reader, only.agency)]
    return summariesOf(reader, stationeryOf(desk, reader), evaluation, agencies)
  })
}

export function summariesOf(
  reader: Reader,
  stationery: Stationery,
  evaluation: Evaluation,
  agencies: readonly Agency[],
): Paper[] {
  const scheme = schemeOf(reader, evaluation)
  const names = districtNames(reader)
  const rated = selfRatings(reader, evaluation, agencies.length === 1 ? agencies[0]!.id : null)
  return agencies.map(agency => {
    const { district_code, name, uscc, license_no } = agency
    const district = names.get(district_code)!
    const ratings = rated.get(agency.id) ?? []
    const content = {
      title: SELF_SUMMARY,
      ...{ agency_name: name, agency_code: uscc ?? license_no, district, year: String(evaluation.year) },
      scheme: scheme.document,
      rows: scheme.categories.map(({ number, name: category, points }) => {
        const own = scheme.indicators.filter(i => i.category === number)
        return {
          category: `${NUMERALS[number - 1] ?? number}、${category}\n（${points / 100}分）`,
          score: ratedText(
            own.map(i => i.number),
            ratings,
          ),
          cover: `（${own.map(i => i.name).join('、')}）`,
        }
      }),
      total: ratedText(
        scheme.indicators.map(i => i.number),
        ratings,
      ),
      notes: [noteOf(scheme, ratings.length)],
      footer_note: footerNote(stationery, 'summary', scheme, district_code),
    }
    const parts = ['自评总结', district_code, district, codeInName(agency), name]
    return wordPaper(stationery, 'summary', parts, () => content)
  })
}

const NUMERALS = [...'一二三四五六七八九十']

/** The ratings of one sheet, millionths by the number of the indicator. */
type Ratings = Readonly<Record<string, number>>

/** Of the sheets that count, by agency. */
function selfRatings(reader: Reader, { id }: Evaluation, agency: number | null): Map<number, Ratings[]> {
  const found = new Map<number, Ratings[]>()
  for (const { agency_id, rater_kind, standing, ratings } of listSheets(reader, id, 'agency', agency)) {
    if (rater_kind !== 'self' || standing !== 'counted') continue
    found.set(agency_id!, [...(found.get(agency_id!) ?? []), JSON.parse(ratings) as Ratings])
  }
  return found
}

/** To be filled in by hand. */
const BLANK = '　　　'

/** The sum of the means over several sheets; where indicators are left out, of how many it is. */
function ratedText(numbers: readonly number[], sheets: readonly Ratings[]): string {
  let sum: Ratio = { n: 0n, d: 1n }
  let count = 0
  for (const number of numbers) {
    const given = sheets.flatMap(sheet => sheet[number] ?? [])
    if (given.length === 0) continue
    const [n, d] = [BigInt(given.reduce((a, b) => a + b, 0)), BigInt(given.length * MICRO)]
    sum = { n: sum.n * d + n * sum.d, d: sum.d * d }
    count += 1
  }
  if (count === 0) return BLANK
  const text = ratioText(sum, 2, 3)
  return count === numbers.length ? text : `${text}\n（${numbers.length}项评${count}项）`
}

function noteOf({ raters }: Scheme, sheets: number): string {
  const name = raters.find(r => r.kind === 'self')?.name ?? '自评'
  if (sheets === 0) return `没有${name}的评分表，得分由机构填写。`
  return `得分取自${name}的评分表${sheets === 1 ? '' : `（${sheets}份，取平均）`}。`
}
