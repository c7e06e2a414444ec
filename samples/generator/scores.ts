// Score sheets: one by the agency itself, two or three by experts, one by the public. Ratings are
// whole hundredths in steps of 0.05 or 0.25, and each kind fills only the rows it can judge.

import type { Agency, RaterKind } from './model.ts'
import { type Random, randomFor } from './random.ts'

export const INDICATORS = [
  '设立情况',
  '年检情况',
  '从业时间',
  '行政处罚',
  '信息公示',
  '服务规程',
  '服务记录',
  '监管情况',
  '管理机构',
  '员工素质',
  '制度建设',
  '场所设施',
  '信用管理',
  '用工情况',
  '客户权益',
  '纠纷处理',
  '服务数量',
  '服务质量',
  '收益情况',
  '公益活动',
  '行业活动',
  '社会评价',
]

const KIND_NAMES: Record<RaterKind, string> = { self: '自我评价', expert: '专家评价', public: '群众评价' }

const EXPERT_ROWS = [5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 17, 18, 19, 20, 21, 22]
const PUBLIC_ROWS = [15, 18, 22]

interface Sheet {
  kind: RaterKind
  rater: string
  /** Hundredths by indicator number. */
  ratings: Map<number, number>
  note: string
}

function maximum(indicator: number): number {
  if (indicator <= 4) return 250
  if (indicator <= 12) return 375
  return indicator <= 16 ? 750 : 500
}

function rating(indicator: number, quality: number, step: number, random: Random): number {
  const max = maximum(indicator)
  const raw = Math.round((max * random.bell(quality, 0.05)) / step) * step
  return Math.min(max, Math.max(Math.round((max * 0.2) / step) * step, raw))
}

function selfSheet(quality: number, perfect: boolean, random: Random): Sheet {
  const ratings = new Map<number, number>()
  for (let n = 1; n <= 22; n++) {
    // Nobody marks down what stands on the license.
    const full = perfect || n <= 4
    ratings.set(n, full ? maximum(n) : rating(n, quality + 0.06, 25, random))
  }
  return { kind: 'self', rater: '机构自评', ratings, note: '' }
}

function expertSheet(rater: string, quality: number, perfect: boolean, random: Random): Sheet {
  const ratings = new Map<number, number>()
  // A few experts also fill a row that is settled by the records; it is kept but does not count.
  if (random.chance(0.03)) ratings.set(2, 250)
  const mood = random.bell(0, 0.012)
  const step = random.chance(0.7) ? 25 : 5
  for (const n of EXPERT_ROWS) {
    ratings.set(n, perfect ? maximum(n) : rating(n, quality + mood, step, random))
  }
  return { kind: 'expert', rater, ratings, note: '' }
}

function publicSheet(quality: number, perfect: boolean, random: Random): Sheet {
  const ratings = new Map<number, number>()
  for (const n of PUBLIC_ROWS) ratings.set(n, perfect ? maximum(n) : rating(n, quality, 5, random))
  const permille = Math.round((ratings.get(15)! * 1000) / 750)
  return {
    kind: 'public',
    rater: `样本${random.int(6, 30) * 10}份`,
    ratings,
    note: `满意度${Math.floor(permille / 10)}.${permille % 10}%`,
  }
}

function sheetsOf(agency: Agency, random: Random): Sheet[] {
  const { part } = agency
  const quality = part.quality ?? 0.8
  const perfect = part.perfect === true
  const experts = random.shuffle([1, 2, 3, 4, 5, 6]).slice(0, random.chance(0.45) ? 3 : 2)
  experts.sort((a, b) => a - b)
  const sheets = [
    selfSheet(quality, perfect, random),
    ...experts.map(number => expertSheet(`专家${number}`, quality, perfect, random)),
    publicSheet(quality, perfect, random),
  ]
  for (const sheet of sheets) {
    if (part.blank?.by.includes(sheet.kind)) sheet.ratings.delete(part.blank.number)
  }
  return sheets.filter(sheet => !part.withoutSheets?.includes(sheet.kind))
}

/** 350 -> 3.5, as a spreadsheet shows it. */
function points(hundredths: number): string {
  const digits = String(hundredths).padStart(3, '0')
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`.replace(/\.?0+$/, '')
}

export function scoreRows(agencies: readonly Agency[]): string[][] {
  const random = randomFor('scores')
  const byLabel = new Map<string, Sheet[]>()
  const drafted = agencies.map(agency => {
    const sheets = sheetsOf(agency, random)
    if (agency.part.label !== undefined) byLabel.set(agency.part.label, sheets)
    return { agency, sheets }
  })
  return drafted.flatMap(({ agency, sheets }) => {
    const same = agency.part.sheetsLike === undefined ? undefined : byLabel.get(agency.part.sheetsLike)
    return (same ?? sheets).map(sheet => [
      '2013',
      'beijing-2013',
      agency.uscc,
      agency.name,
      KIND_NAMES[sheet.kind],
      sheet.rater,
      ...INDICATORS.map((_, i) => {
        const value = sheet.ratings.get(i + 1)
        return value === undefined ? '' : points(value)
      }),
      sheet.note,
    ])
  })
}

export const SCORE_HEADER = [
  '评估年度',
  '方案',
  '统一社会信用代码',
  '机构名称',
  '评价主体',
  '评价人',
  ...INDICATORS.map((name, i) => `${i + 1}.${name}`),
  '备注',
]
