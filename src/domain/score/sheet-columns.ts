// Score sheets (评分表): wide, one column per indicator, or long, one row per rating. Columns follow the scheme.
import { MICRO } from '../exact.ts'
import { type Column, fault } from '../imports/column.ts'
import type { RowRules } from '../imports/row-rules.ts'
import type { Indicator, Scheme, SubjectNoun } from '../scheme/scheme.ts'

/** JSON key of an indicator's rating in a wide sheet. */
export function ratingKey(indicator: number): string {
  return `rating_${indicator}`
}

/** The official header of its column. */
export function ratingHeader({ number, name }: Pick<Indicator, 'number' | 'name'>): string {
  return `${number}.${name}`
}

/** The highest rating in millionths; a condition is met with one point, not met with none. */
export function highestRating({ points }: Indicator): number {
  return points === 0 ? MICRO : points * 1e4
}

const NAMES: Readonly<Record<SubjectNoun, readonly string[]>> = {
  agency: ['机构名称', '单位名称', 'agency_name'],
  institution: ['机构名称', '主体名称', '名称', '单位名称'],
  window: ['窗口名称', '主体名称', '名称', '窗口'],
  platform: ['平台名称', '主体名称', '名称', '平台'],
  community: ['社区名称', '主体名称', '名称', '社区'],
  person: ['姓名', '主体名称', '姓名或名称', '名称'],
}

export function sheetColumns(scheme: Scheme): Column[] {
  const { subject } = scheme.applies_to
  const code: Column =
    subject === 'agency'
      ? { key: 'uscc', headers: ['统一社会信用代码', '信用代码', '社会信用代码'], type: { is: 'uscc' } }
      : { key: 'code', headers: ['主体编号', '编号', '工号'], type: { is: 'code' } }
  const judged = scheme.indicators.filter(i => i.points === 0).length
  return [
    { key: 'year', headers: ['评估年度', '年度'], type: { is: 'year' }, required: true },
    { key: 'scheme', headers: ['方案', '评估方案'], type: { is: 'text' }, required: true },
    code,
    { key: 'name', headers: NAMES[subject], type: { is: 'text' } },
    { key: 'rater_kind', headers: ['评价主体'], type: { is: 'text' }, required: true },
    // Its cells may be blank where nothing is rated.
    { key: 'rater', headers: ['评价人'], type: { is: 'text' } },
    ...ratingColumns(scheme.indicators),
    { key: 'indicator', headers: ['指标号', '指标序号'], type: { is: 'int', max: 999 } },
    {
      key: 'points',
      headers: ['得分', '评分'],
      type: {
        is: 'points',
        max: Math.max(...scheme.indicators.map(i => highestRating(i) / 1e4)),
        indicator: '',
        ...(judged === 0 ? {} : { condition: judged === scheme.indicators.length ? 'always' : 'sometimes' }),
      },
    },
    // What a long form tells its rater; read over.
    { key: 'indicator_name', headers: ['指标', '指标名称'], type: { is: 'text' } },
    { key: 'highest', headers: ['满分'], type: { is: 'text' } },
    { key: 'basis', headers: ['依据'], type: { is: 'text' } },
    { key: 'note', headers: ['备注'], type: { is: 'text' } },
  ]
}

/** One column for a number, whatever it is called for each type of subject; a name alone serves where one number has it. */
function ratingColumns(indicators: readonly Indicator[]): Column[] {
  const numbersOf = new Map<string, Set<number>>()
  for (const { name, number } of indicators)
    numbersOf.set(name, (numbersOf.get(name) ?? new Set<number>()).add(number))
  const numbers = [...new Set(indicators.map(i => i.number))]
  return numbers.map((number): Column => {
    const own = indicators.filter(i => i.number === number)
    const names = [...new Set(own.map(i => i.name))]
    const judged = own.filter(i => i.points === 0).length
    return {
      key: ratingKey(number),
      headers: [
        ...names.flatMap(name => [ratingHeader({ number, name }), `${number}${name}`]),
        ...names.filter(name => numbersOf.get(name)!.size === 1),
        String(number),
      ],
      number,
      type: {
        is: 'points',
        max: Math.max(...own.map(i => highestRating(i) / 1e4)),
        indicator: ratingHeader(own[0]!),
        ...(judged === 0 ? {} : { condition: judged === own.length ? 'always' : 'sometimes' }),
      },
    }
  })
}

/** A sheet names its agency by code or by name; whoever rates is named. */
export function sheetRules(noun: SubjectNoun): RowRules {
  return {
    wanted: ({ uscc, name }) =>
      noun === 'agency'
        ? {
            uscc: uscc as string | null,
            license_no: null,
            name: name as string | null,
            district_code: null,
          }
        : null,
    partial: ({ rater }) => (rater === null ? [raterMissing] : []),
  }
}

export const raterMissing = { fault: fault('CX1023', { header: '评价人' }), key: 'rater' }
