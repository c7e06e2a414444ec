// A table from which places are computed: one row a unit, with what its share follows from. Numbers are read exactly, so
// weights stay texts until they are put on one scale.
import type { Column } from '../imports/column.ts'
import { headerKey, headerStem } from '../text.ts'

const WEIGHTS: readonly Column[] = [
  { key: 'weight', headers: ['权重'], type: { is: 'text' } },
  {
    key: 'population',
    headers: ['常住人口(万人)', '常住人口', '常住人口(人)', '人口'],
    type: { is: 'text' },
  },
  { key: 'performance', headers: ['工作绩效分', '工作绩效', '绩效分'], type: { is: 'text' } },
]
/** By which of them units are weighed when nothing is said: the first that the file has. */
export const DEFAULT_WEIGHTS: readonly string[] = ['weight', 'population']

const LIMIT = 1_000_000

const OTHERS: readonly Column[] = [
  {
    key: 'unit',
    headers: ['单位', '推荐范围', '所属区县', '辖区', '名称', 'district'],
    type: { is: 'text' },
  },
  { key: 'district_code', headers: ['区划代码', 'area_code', 'code'], type: { is: 'code' } },
  { key: 'min', headers: ['最少', '下限'], type: { is: 'int', max: LIMIT } },
  { key: 'max', headers: ['最多', '上限'], type: { is: 'int', max: LIMIT } },
  { key: 'used', headers: ['已用名额', '已用'], type: { is: 'int', max: LIMIT } },
  {
    key: 'official',
    headers: ['官方名额', '推荐名额', '文件名额', '名额', 'quota', 'seats'],
    type: { is: 'int', max: LIMIT },
  },
  { key: 'note', headers: ['备注'], type: { is: 'text' } },
]

const KNOWN: readonly Column[] = [...OTHERS, ...WEIGHTS]

/** The columns with those that the clerk names as factors besides. */
export function allotmentColumns(factors: readonly string[]): Column[] {
  const more = [...new Set(factors)].filter(name => knownAs(name) === undefined)
  return [...KNOWN, ...more.map((name): Column => ({ key: name, headers: [name], type: { is: 'text' } }))]
}

/** The key of the column that a factor means. */
export function factorKey(name: string): string {
  return knownAs(name)?.key ?? name
}

/** As the clerk calls that column. */
export function factorHeader(name: string): string {
  return knownAs(name)?.headers[0] ?? name
}

/** Whether a header names what places are computed from. */
export function isWeightHeader(header: string): boolean {
  const keys = [headerKey(header), headerStem(header)]
  return WEIGHTS.some(({ key, headers }) => [key, ...headers].some(name => keys.includes(headerKey(name))))
}

function knownAs(name: string): Column | undefined {
  return KNOWN.find(({ key, headers }) => key === name || headers.includes(name))
}
