// The ranking of an evaluation (评估结果排名表): everybody with total, grade and the sums of the categories, equals
// sharing a rank; of all, or of one district.

import { pointsText } from '../../domain/exact.ts'
import { hasPoints } from '../../domain/scheme/points.ts'
import type { Category, Indicator, Scheme } from '../../domain/scheme/scheme.ts'
import { agenciesById } from '../../store/agency.ts'
import type { StoredResult } from '../../store/result.ts'
import { ask, type Desk } from '../desk.ts'
import { hasRun } from '../evaluation/run-evaluation.ts'
import { resultsIn, type ShownResult } from '../evaluation/show-results.ts'
import { evaluationFor } from '../evaluation/which.ts'
import { districtNames } from '../list-agencies.ts'
import { ownDistrict } from '../own-district.ts'
import { chineseDay, footerNote, type Paper, standing, stationeryOf } from './paper.ts'
import {
  codeTitle,
  columnsIn,
  gradeText,
  kindText,
  kindWidth,
  NO_CODE,
  nameTitle,
  type TableFormat,
  tablePaper,
  totalText,
} from './sheet.ts'

/** `district`: code or name, null for all. */
export function rankingPaper(
  desk: Desk,
  which: string | null,
  district: string | null,
  format: TableFormat,
): Paper {
  return ask(desk, reader => {
    const { evaluation, scheme, results: all } = resultsIn(reader, hasRun(evaluationFor(reader, which)), null)
    const where = ownDistrict(reader, district)
    const results = all.filter(({ party }) => where === null || party.district_code === where.code)
    const names = districtNames(reader)
    const noun = scheme.applies_to.subject
    const agencies = new Map(
      (noun === 'agency'
        ? agenciesById(
            reader,
            results.map(r => r.party.agency_id!),
          )
        : []
      ).map(a => [a.id, a]),
    )
    const places = placesIn(all)
    const rows = results.map(shown => {
      const { party, result, type } = shown
      return {
        rank: result.rank,
        district: names.get(party.district_code ?? '') ?? '—',
        district_rank: places.get(result) ?? null,
        name: party.name,
        code: party.uscc ?? party.code,
        kind: kindText(scheme, agencies.get(party.agency_id ?? 0) ?? null, type),
        sums: scheme.categories.map(category => ({ category, sum: sumOf(scheme, category, shown) })),
        total: totalText(scheme, rangeText(result.min_total, result.max_total)),
        grade: gradeText(scheme, result.grade),
        note: noteOf(scheme, shown),
      }
    })
    // A column that says nothing takes no room from the others on paper.
    const noted = rows.some(row => row.note !== '')
    const nameHeader = nameTitle(noun)
    const title = '评估结果排名表'
    const subtitle = `${where === null ? '' : `${where.name}　`}${evaluation.year}年度　${scheme.title}　截止日${chineseDay(evaluation.as_of)}`
    const notes = [
      ...(rows.length === 0 ? ['没有评估结果。'] : []),
      hasPoints(scheme) ? rankNote(scheme) : '本方案不计分，不排名次。',
      ...standing(evaluation),
    ]
    const { scored, graded } = columnsIn(scheme)
    const told = (n: number | null) => (n === null ? '—' : String(n))
    const text = (header: string, width: number) => ({ header, width, type: 'text' }) as const
    const centered = (header: string, width: number) => ({ ...text(header, width), align: 'center' }) as const
    const whole = (header: string) => ({ header, width: 6, type: 'int', align: 'center' }) as const
    const points = (header: string, width: number) =>
      ({ header, width, type: 'decimal', align: 'center' }) as const
    const stationery = stationeryOf(desk, reader)
    return tablePaper(
      stationery,
      {
        kind: 'ranking',
        name: ['排名表', ...(where === null ? [] : [where.code, where.name]), String(evaluation.year)],
        word: {
          ...{ title, subtitle, name_header: nameHeader, code_header: codeTitle(noun) },
          // The sums of the categories stand where the grades do.
          ...{ scored, graded: graded || (scored && scheme.categories.length > 0), notes },
          rows: rows.map(row => ({
            ...row,
            rank: told(row.rank),
            district_rank: told(row.district_rank),
            sums: inThrees(row.sums.map(({ category, sum }) => `${category.name}${sum}`)),
          })),
          footer_note: footerNote(stationery, 'ranking', scheme, where?.code ?? null),
        },
        sheet: {
          ...{ name: title, title, subtitle, notes, landscape: true },
          columns: [
            ...only(scored, whole('名次')),
            ...[text(nameHeader, 26), text(codeTitle(noun), 22), text('推荐范围', 10)],
            ...only(scored, whole('本范围名次')),
            centered('类别', kindWidth(scheme)),
            ...only(scored, ...scheme.categories.map(({ name }) => points(name, 7.5)), points('总分', 8)),
            ...only(graded, centered('等级', 14)),
            text('等级限制、\n结论', noted ? 14 : 11),
          ],
          rows: rows.map(r => [
            ...only(scored, r.rank ?? '—'),
            ...[r.name, r.code ?? NO_CODE, r.district],
            ...only(scored, r.district_rank ?? '—'),
            r.kind,
            ...only(scored, ...r.sums.map(s => s.sum), r.total),
            ...only(graded, r.grade),
            r.note,
          ]),
        },
      },
      format,
    )
  })
}

function only<T>(stands: boolean, ...these: T[]): T[] {
  return stands ? these : []
}

function rankNote({ decision }: Scheme): string {
  const failed = decision === null ? '' : `，结论不是“${decision.passed}”的`
  return `总分相同的名次相同；总分未定的${failed}不排名次。`
}

function inThrees(texts: readonly string[]): string {
  if (texts.length === 0) return '—'
  return texts.map((text, i) => (i === 0 ? '' : i % 3 === 0 ? '\n' : '　') + text).join('')
}

/** The rank of each among those of its district; `results` best first. */
function placesIn(results: readonly ShownResult[]): Map<StoredResult, number> {
  const seen = new Map<string | null, { count: number; rank: number; place: number }>()
  const places = new Map<StoredResult, number>()
  for (const { party, result } of results) {
    if (result.rank === null) continue
    const before = seen.get(party.district_code) ?? { count: 0, rank: 0, place: 0 }
    const place = before.rank === result.rank ? before.place : before.count + 1
    seen.set(party.district_code, { count: before.count + 1, rank: result.rank, place })
    places.set(result, place)
  }
  return places
}

/** What the printed scores of a category add up to; from least to most while one is open. */
function sumOf({ indicators }: Scheme, { number }: Category, { result, type }: ShownResult): string {
  let [least, most] = [0, 0]
  for (const indicator of indicators) {
    const asked = indicator.category === number && isAsked(indicator, type)
    const score = asked ? result.scores[indicator.number] : undefined
    if (score === undefined) continue
    const [min, max] = typeof score === 'number' ? [score, score] : score
    least += min
    most += max
  }
  return rangeText(least, most)
}

function rangeText(least: number, most: number): string {
  return least === most ? pointsText(least) : `${pointsText(least)}–${pointsText(most)}`
}

/** What holds the grade down, and what was decided. */
function noteOf({ indicators, grade_limits, decision }: Scheme, { result, type }: ShownResult): string {
  const limits = result.vetoes.map(id =>
    typeof id === 'number'
      ? `一票否决：${indicators.find(i => i.number === id && isAsked(i, type))?.name ?? id}`
      : `等级限制：${grade_limits.find(l => l.id === id)?.name ?? id}`,
  )
  const decided = decision === null ? [] : [result.decision === null ? '结论未定' : decision[result.decision]]
  return [...limits, ...decided].join('；')
}

/** A number stands for one indicator of each type. */
function isAsked({ types }: Indicator, type: string | null): boolean {
  return types.length === 0 || (type !== null && types.includes(type))
}
