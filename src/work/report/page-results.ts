// Of the year as a page: how totals and grades are distributed, by jurisdiction and by category.
import { pointsText } from '../../domain/exact.ts'
import type { Indicator, Scheme } from '../../domain/scheme/scheme.ts'
import { averagesOf } from '../../domain/score/average.ts'
import { indicatorsFor } from '../../domain/score/score.ts'
import type { Figure, Section, Stacked } from '../../formats/year-page/model.ts'
import { howMany } from '../../messages/zh-CN/how-many.ts'
import type { ShownResult } from '../evaluation/show-results.ts'
import { gradeLabel } from '../papers/paper.ts'
import { meanPoints, number, percentOf, pointsOr, text } from './page-text.ts'
import { NONE, rateText } from './rate-text.ts'

export const UNKNOWN = '未定'

/** Best first; where nothing is graded, the words of the decision. */
export function gradesOf({ grades, decision }: Scheme): string[] {
  if (grades.bands.length > 0) return grades.bands.map(band => band.grade)
  return decision === null ? [] : [decision.passed, decision.failed]
}

/** Of those that are known. */
export function totalsOf(results: readonly ShownResult[]): number[] {
  return results.flatMap(({ result }) => (result.total === null ? [] : [result.total]))
}

/** How many have each grade, and last how many have none yet. */
export function gradeCounts(scheme: Scheme, results: readonly ShownResult[]): number[] {
  const count = (grade: string | null) => results.filter(r => r.result.grade === grade).length
  return [...gradesOf(scheme).map(count), count(null)]
}

export function gradeSeries(scheme: Scheme): Stacked['series'] {
  return [
    ...gradesOf(scheme).map(grade => ({ name: gradeLabel(scheme, grade) })),
    { name: UNKNOWN, open: true },
  ]
}

export function distribution(scheme: Scheme, results: readonly ShownResult[]): Section {
  return {
    id: 'distribution',
    title: '总分和等级分布',
    lead: [],
    figures: [
      ...(totalsOf(results).length > 0 ? [totals(scheme, results)] : []),
      ...(gradesOf(scheme).length > 0 ? [grades(scheme, results)] : []),
    ],
  }
}

/** Hundredths to a column. */
const STEP = 500

function totals(scheme: Scheme, results: readonly ShownResult[]): Figure {
  const known = totalsOf(results).sort((a, b) => a - b)
  // The full points belong to the column under them.
  const full = Math.max(STEP, ...results.map(r => r.result.max_total))
  const last = Math.ceil(full / STEP) - 1
  const columnOf = (total: number) => Math.min(last, Math.floor(total / STEP))
  const counts = new Map<number, number>()
  for (const total of known) counts.set(columnOf(total), (counts.get(columnOf(total)) ?? 0) + 1)
  const first = known.length === 0 ? 0 : columnOf(known[0]!)
  const end = known.length === 0 ? -1 : columnOf(known.at(-1)!)
  const columns = Array.from({ length: end - first + 1 }, (_, i) => {
    const k = first + i
    return { from: (k * STEP) / 100, to: ((k + 1) * STEP) / 100, top: k === last, count: counts.get(k) ?? 0 }
  })
  const noun = scheme.applies_to.subject
  const open = results.length - known.length
  const { mean, median } = averagesOf(known)
  return {
    title: '总分分布',
    note: `每栏 ${STEP / 100} 分，下标为起点。总分已定 ${howMany(known.length, noun)}，平均 ${mean ?? NONE}，中位 ${median ?? NONE}${open === 0 ? '' : `；另有 ${howMany(open, noun)}总分未定，不在图中`}。`,
    plot: { is: 'columns', rows: columns.map(({ from, count }) => ({ label: String(from), count })) },
    table: {
      columns: [text('总分'), number('数量'), number('占总分已定的')],
      rows: columns.map(({ from, to, top, count }) => [
        top ? `${from} 至 ${to}` : `${from} 以上不满 ${to}`,
        String(count),
        rateText(count, known.length),
      ]),
    },
  }
}

function grades(scheme: Scheme, results: readonly ShownResult[]): Figure {
  const counts = gradeCounts(scheme, results)
  const names = gradeSeries(scheme).map(s => s.name)
  const rows = names.map((name, i) => ({ name, count: counts[i]! }))
  const ours = scheme.grades.bands.length > 0 && scheme.grades.clause === 'default'
  return {
    title: scheme.grades.bands.length > 0 ? '等级分布' : '结论分布',
    note: `共 ${howMany(results.length, scheme.applies_to.subject)}。${ours ? '等级线原文未定，为本程序默认。' : ''}`,
    plot: {
      is: 'bars',
      max: Math.max(1, ...counts),
      rows: rows.map(({ name, count }) => ({
        ...{ label: name, value: count },
        text: results.length === 0 ? NONE : `${count}（${rateText(count, results.length)}）`,
      })),
    },
    table: {
      columns: [text('等级'), number('数量'), number('占比')],
      rows: rows.map(({ name, count }) => [name, String(count), rateText(count, results.length)]),
    },
  }
}

/** `names`: jurisdictions by code, in the official order. */
export function byDistrict(
  scheme: Scheme,
  results: readonly ShownResult[],
  names: ReadonlyMap<string, string>,
): Section {
  const rows = [...names, [null, '未填推荐范围'] as const].flatMap(([code, name]) => {
    const own = results.filter(r => r.party.district_code === code)
    return own.length === 0 ? [] : [{ name, own }]
  })
  const all = { name: '合计', own: results }
  const series = gradeSeries(scheme)
  const graded: Figure = {
    title: '各推荐范围的等级',
    note: '条长为数量，右端的数是合计。',
    plot: {
      is: 'stacked',
      series,
      rows: rows.map(({ name, own }) => ({ label: name, parts: gradeCounts(scheme, own) })),
    },
    table: {
      columns: [text('推荐范围'), number('数量'), ...series.map(s => number(s.name))],
      rows: [...rows, all].map(({ name, own }) => [
        ...[name, String(own.length)],
        ...gradeCounts(scheme, own).map(String),
      ]),
      totals: true,
    },
  }
  const means: Figure = {
    title: '各推荐范围的平均总分',
    note: '只算总分已定的；未定的不作零分。',
    plot: {
      is: 'bars',
      max: Math.max(1, ...results.map(r => r.result.max_total)),
      rows: rows.map(({ name, own }) => {
        const mean = meanPoints(totalsOf(own))
        return { label: name, value: mean, text: pointsOr(mean) }
      }),
    },
    table: {
      columns: [text('推荐范围'), number('总分已定'), number('平均'), number('最低'), number('最高')],
      rows: [...rows, all].map(({ name, own }) => {
        const known = totalsOf(own).sort((a, b) => a - b)
        return [
          ...[name, String(known.length), pointsOr(meanPoints(known))],
          ...[pointsOr(known[0] ?? null), pointsOr(known.at(-1) ?? null)],
        ]
      }),
      totals: true,
    },
  }
  return {
    id: 'districts',
    title: '按推荐范围',
    lead: [],
    figures: [
      ...(gradesOf(scheme).length > 0 ? [graded] : []),
      ...(totalsOf(results).length > 0 ? [means] : []),
    ],
  }
}

/** Where the document has no categories, by indicator. */
export function byCategory(scheme: Scheme, results: readonly ShownResult[]): Section {
  const asked = new Map(
    [null, ...scheme.applies_to.types.map(t => t.id)].map(type => [
      type,
      indicatorsFor(scheme, type).filter(i => i.points > 0),
    ]),
  )
  const names = new Map(scheme.categories.map(c => [c.number, c.name]))
  // Numbers come again with every type of subject, names beside them tell which is meant.
  const groupOf = ({ category, number: no, name }: Indicator) =>
    names.size > 0 ? (names.get(category ?? 0) ?? null) : `${no}.${name}`
  const groups = names.size > 0 ? [...names.values()] : scheme.indicators.map(groupOf)
  const rows = [...new Set(groups)].flatMap(name => {
    const scored = results.flatMap(({ type, result }): { points: number; score: number | null }[] => {
      const own = (asked.get(type) ?? asked.get(null)!).filter(i => groupOf(i) === name)
      if (own.length === 0) return []
      const scores = own.map(i => result.scores[i.number])
      const points = own.reduce((sum, i) => sum + i.points, 0)
      if (!scores.every(score => typeof score === 'number')) return [{ points, score: null }]
      return [{ points, score: scores.reduce((a, b) => a + b, 0) }]
    })
    if (scored.length === 0) return []
    const known = scored.flatMap(({ points, score }) => (score === null ? [] : [{ points, score }]))
    const scores = known.map(k => k.score).sort((a, b) => a - b)
    const [got, of] = [known.reduce((a, k) => a + k.score, 0), known.reduce((a, k) => a + k.points, 0)]
    const full = [...new Set(scored.map(s => s.points))]
    const points = full.length === 1 ? pointsText(full[0]!) : '按类型'
    return [{ name: name!, points, scores, open: scored.length - known.length, got, of }]
  })
  return {
    id: 'categories',
    title: '按类别',
    lead: [],
    figures: [
      {
        title: names.size > 0 ? '各类别的得分率' : '各指标的得分率',
        note: '平均得分占满分的百分比；只算该项各指标得分都已定的。',
        plot: {
          is: 'bars',
          max: 100,
          rows: rows.map(({ name, got, of }) => ({
            ...{ label: name, value: percentOf(got, of), text: rateText(got, of) },
          })),
        },
        table: {
          columns: [
            text(names.size > 0 ? '类别' : '指标'),
            ...['满分', '得分已定', '未定', '平均', '最低', '最高', '得分率'].map(number),
          ],
          rows: rows.map(({ name, points, scores, open, got, of }) => [
            ...[name, points, String(scores.length), String(open), pointsOr(meanPoints(scores))],
            ...[pointsOr(scores[0] ?? null), pointsOr(scores.at(-1) ?? null), rateText(got, of)],
          ]),
        },
      },
    ],
  }
}
