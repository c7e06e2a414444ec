// Commitments signed for the integrity month of October 2013, and a year of activities (trainings,
// public-benefit and trade events, surveys, publicity).

import { dayBetween } from './days.ts'
import type { Agency } from './model.ts'
import { type Random, randomFor } from './random.ts'

export const COMMITMENT_HEADER = [
  '统一社会信用代码',
  '机构名称',
  '承诺书类型',
  '签署日期',
  '签署人数',
  '是否公示',
  '备注',
]

export const ACTIVITY_HEADER = [
  '统一社会信用代码',
  '机构名称',
  '活动类型',
  '活动名称',
  '日期',
  '参加人数',
  '满意率',
  '备注',
]

const ACTIVITIES: readonly { kind: string; share: number; titles: readonly string[] }[] = [
  { kind: '培训', share: 0.55, titles: ['诚信兴业培训', '岗前诚信教育', '从业人员法规培训'] },
  { kind: '公益', share: 0.6, titles: ['进社区免费职业指导', '高校公益招聘会', '失业人员帮扶日'] },
  { kind: '行业', share: 0.45, titles: ['行业诚信自律公约宣读', '机构互查活动', '行业经验交流会'] },
  { kind: '调查', share: 0.5, titles: ['年度客户满意度调查', '求职者满意度问卷'] },
  { kind: '宣传', share: 0.3, titles: ['诚信一路同行宣传', '诚信服务月展板', '品牌展示周'] },
]

const isOpen = (agency: Agency): boolean => !['注销', '吊销', '停业'].includes(agency.status)

export function commitmentRows(agencies: readonly Agency[]): string[][] {
  const random = randomFor('commitments')
  return agencies.filter(isOpen).flatMap(agency => {
    const rows: string[][] = []
    const signedOn = dayBetween(random, '2013-10-08', '2013-10-30')
    if (random.chance(0.94)) {
      const displayed = random.chance(0.95) ? '是' : '否'
      rows.push([agency.uscc, agency.name, '机构', signedOn, '', displayed, ''])
    }
    if (random.chance(0.9)) {
      const all = agency.staffCount
      const missing = random.chance(0.12) ? random.int(1, Math.min(4, all - 1)) : 0
      const note = missing > 0 ? '其余人员待补签' : ''
      const count = String(all - missing)
      rows.push([
        agency.uscc,
        agency.name,
        '从业人员',
        signedOn,
        count,
        random.chance(0.7) ? '是' : '否',
        note,
      ])
    }
    return rows
  })
}

function satisfaction(agency: Agency, random: Random): string {
  const permille = Math.round(1000 * Math.min(0.996, random.bell((agency.part.quality ?? 1) + 0.06, 0.025)))
  return `${Math.floor(permille / 10)}.${permille % 10}%`
}

export function activityRows(agencies: readonly Agency[]): string[][] {
  const random = randomFor('activities')
  const rows = agencies.filter(isOpen).flatMap(agency =>
    ACTIVITIES.filter(activity => random.chance(activity.share)).map(({ kind, titles }) => {
      const earliest = agency.businessStart > '2012-11-01' ? agency.businessStart : '2012-11-01'
      // One in twenty took place before the last twelve months.
      const before = earliest === '2012-11-01' && agency.businessStart < '2012-01-01' && random.chance(0.05)
      return [
        agency.uscc,
        agency.name,
        kind,
        random.pick(titles),
        before ? dayBetween(random, '2012-03-01', '2012-10-20') : dayBetween(random, earliest, '2013-10-30'),
        String(kind === '培训' ? random.int(2, agency.staffCount) : random.int(20, 400)),
        kind === '调查' ? satisfaction(agency, random) : '',
        '',
      ]
    }),
  )
  return rows.sort((a, b) => (a[4]! < b[4]! ? -1 : a[4]! > b[4]! ? 1 : 0))
}
