// The year of an agency that is evaluated in the benchmark: four score sheets and its records. As in roster.ts,
// everything follows from the number of the agency alone.

import { addDays } from '../samples/generator/days.ts'
import { randomFor } from '../samples/generator/random.ts'
import { INDICATORS } from '../samples/generator/scores.ts'
import { rosterRow } from './roster.ts'

/** All figures are in hundredths of a point. */
export interface Sheet {
  kind: 'self' | 'expert' | 'public'
  rater: string
  /** One for each of the 22 indicators. */
  ratings: number[]
}

export interface Year {
  complaint: {
    category: string
    dishonest: boolean
    received: string
    due: string
    closed: string
    finding: string
  } | null
  /** Day of the decision. */
  penalty: string | null
  inspection: {
    date: string
    cooperated: boolean
    failed: number | null
    due: string | null
    done: string | null
  }
  annual: string
  commitment: string
  /** Whether it held activities and reported its figures. */
  active: boolean
  reporting: boolean
  honored: boolean
}

const KINDS = { self: '自我评价', expert: '专家评价', public: '群众评价' }

export const maximumOf = (indicator: number): number =>
  indicator <= 4 ? 250 : indicator <= 12 ? 375 : indicator <= 16 ? 750 : 500

/** Every rater rates everything, in steps of a twentieth of a point. */
export function sheetsOf(i: number): Sheet[] {
  const random = randomFor(`bench sheets ${i}`)
  const raters: [Sheet['kind'], string][] = [
    ['self', '机构自评'],
    ['expert', `专家${random.int(1, 20)}`],
    ['expert', `专家${random.int(21, 40)}`],
    ['public', `样本${random.int(6, 30) * 10}份`],
  ]
  return raters.map(([kind, rater]) => ({
    kind,
    rater,
    ratings: INDICATORS.map((_, k) => {
      const most = maximumOf(k + 1) / 5
      return random.int(most * 0.6, most) * 5
    }),
  }))
}

export function yearOf(i: number): Year {
  const random = randomFor(`bench year ${i}`)
  const received = addDays('2012-01-01', random.int(0, 575))
  const looked = addDays('2013-03-04', random.int(0, 118))
  const failed = random.chance(0.15) ? random.int(1, 20) : null
  const inTime = addDays(looked, random.int(10, 30))
  return {
    complaint: random.chance(1 / 3)
      ? {
          category: random.pick(['虚假信息', '收费争议', '用工权益', '客户权益', '其他']),
          dishonest: random.chance(0.3),
          received,
          due: addDays(received, 84),
          closed: addDays(received, random.int(10, 95)),
          finding: random.pick(['属实', '部分属实', '不属实', '撤回']),
        }
      : null,
    penalty: random.chance(0.1) ? addDays('2010-06-01', random.int(0, 1180)) : null,
    inspection: {
      date: looked,
      cooperated: random.chance(0.97),
      failed,
      due: failed === null ? null : addDays(looked, 30),
      done: failed === null || random.chance(0.2) ? null : inTime,
    },
    annual: random.chance(0.95) ? '合格' : '不合格',
    commitment: addDays('2013-10-08', random.int(0, 20)),
    active: random.chance(0.5),
    reporting: random.chance(0.5),
    honored: random.chance(0.05),
  }
}

/** A file of the year: its header, and the rows about agency `i`. */
interface YearFile {
  header: readonly string[]
  rows: (i: number) => string[][]
}

const AGENCY = ['统一社会信用代码', '机构名称']

/** Imported in this order, each by the noun that it is named after. */
export const YEAR_FILES = {
  complaint: about(
    [
      '投诉编号',
      '收到日期',
      '渠道',
      '类别',
      '事项摘要',
      '涉不诚信',
      '受理日期',
      '办结时限',
      '办结日期',
      '查处结论',
    ],
    (i, { complaint: c }) =>
      c === null
        ? []
        : [
            [
              numbered('TS2013-', i),
              c.received,
              '电话',
              c.category,
              '样例事项',
              c.dishonest ? '是' : '否',
              c.received,
              c.due,
              c.closed,
              c.finding,
            ],
          ],
  ),
  penalty: about(
    ['处罚决定书文号', '处罚机关', '违法事实', '处罚种类', '罚款金额', '决定日期', '状态'],
    (i, { penalty }) =>
      penalty === null
        ? []
        : [[numbered('样罚字', i), '样例局', '未按规定明示', '罚款', '3000.00', penalty, '生效']],
  ),
  inspection: about(
    [
      '检查批次',
      '检查日期',
      '检查机关',
      '检查人员',
      '配合检查',
      ...items(k => `SC-${String(k).padStart(2, '0')}`),
      '处理措施',
      '整改期限',
      '整改完成日期',
    ],
    (_, { inspection: { date, cooperated, failed, due, done } }) => [
      [
        '春雷2013',
        date,
        '样例局',
        '样检1;样检2',
        cooperated ? '是' : '否',
        ...items(k => (k === failed ? '不合格' : '合格')),
        failed === null ? '' : '责令改正',
        due ?? '',
        done ?? '',
      ],
    ],
  ),
  annual: about(['年检年份', '年检结论', '报送日期'], (_, { annual }) => [['2012', annual, '2013-02-20']]),
  commitment: about(['承诺书类型', '签署日期', '是否公示'], (_, { commitment }) => [
    ['机构', commitment, '是'],
  ]),
  activity: about(['活动类型', '活动名称', '日期', '参加人数', '满意率'], (i, { active }) =>
    active
      ? [
          ['公益', '公益招聘会', addDays('2013-05-01', i % 28), '120', ''],
          ['调查', '客户满意度调查', addDays('2013-06-01', i % 28), '80', `${85 + (i % 15)}%`],
        ]
      : [],
  ),
  metric: about(['指标', '期间', '数值', '单位'], (i, { reporting }) =>
    reporting
      ? [
          ['服务人次', '2011', String(900 + (i % 700)), '人次'],
          ['服务人次', '2012', String(950 + (i % 600)), '人次'],
          ['净利润', '2012', String((i % 300) - 30), '万元'],
        ]
      : [],
  ),
  honor: {
    header: [
      '证书编号',
      '统一社会信用代码',
      '持有者',
      '持有者类型',
      '荣誉名称',
      '级别',
      '授予日期',
      '有效期至',
    ],
    rows: i =>
      yearOf(i).honored
        ? [[numbered('YL-', i), ...namesOf(i), '机构', '诚信服务品牌', '市级', '2012-06-01', '2015-05-31']]
        : [],
  },
  evaluation: {
    header: [
      '评估年度',
      '方案',
      ...AGENCY,
      '评价主体',
      '评价人',
      ...INDICATORS.map((name, k) => `${k + 1}.${name}`),
    ],
    rows: i =>
      sheetsOf(i).map(({ kind, rater, ratings }) => [
        '2013',
        'beijing-2013',
        ...namesOf(i),
        KINDS[kind],
        rater,
        ...ratings.map(rating => String(rating / 100)),
      ]),
  },
} satisfies Record<string, YearFile>

export type YearNoun = keyof typeof YEAR_FILES

/** Records as the rest of their rows, before which the agency is named. */
function about(header: readonly string[], cells: (i: number, year: Year) => string[][]): YearFile {
  return {
    header: [...AGENCY, ...header],
    rows: i => cells(i, yearOf(i)).map(row => [...namesOf(i), ...row]),
  }
}

function namesOf(i: number): [string, string] {
  const [, name = '', uscc = ''] = rosterRow(i)
  return [uscc, name]
}

const numbered = (before: string, i: number): string => `${before}${String(i + 1).padStart(7, '0')}`

function items(cell: (k: number) => string): string[] {
  return Array.from({ length: 20 }, (_, k) => cell(k + 1))
}
