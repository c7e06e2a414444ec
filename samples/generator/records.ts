// Penalties and honors: few rows, each with a meaning. Penalties are written into the parts; honors
// are only advisory for the evaluation and are given to some of the better agencies.

import { addDays, addYears, dayBetween } from './days.ts'
import type { Agency, PenaltyPlan } from './model.ts'
import { type Random, randomFor } from './random.ts'

export const PENALTY_HEADER = [
  '处罚决定书文号',
  '统一社会信用代码',
  '机构名称',
  '处罚机关',
  '违法事实',
  '处罚依据',
  '处罚种类',
  '罚款金额',
  '没收金额',
  '决定日期',
  '公示日期',
  '状态',
  '撤销日期',
]

export const HONOR_HEADER = [
  '证书编号',
  '统一社会信用代码',
  '持有者',
  '持有者类型',
  '荣誉名称',
  '级别',
  '授予机关',
  '授予日期',
  '有效期至',
  '标牌编号',
  '状态',
  '撤销日期',
  '撤销原因',
]

const LABOR_FACTS = [
  '未按规定明示',
  '未建立服务台账',
  '介绍未成年人就业',
  '未按期报送年度报告',
  '发布虚假招聘信息',
]
const OTHER_FACTS: readonly (readonly [authority: string, fact: string])[] = [
  ['工商分局', '虚假宣传'],
  ['税务局', '逾期申报'],
  ['消防支队', '消防隐患'],
]

/** Who decided and why: licenses belong to the labor bureau, detention to the police, the rest to anybody. */
function authorityAndFact(agency: Agency, kind: string, random: Random): readonly [string, string] {
  const place = agency.district.code === '110000' ? '北京市' : agency.district.name
  if (kind === '行政拘留') return [`${place}公安分局`, '直接责任人扣押求职者证件']
  const licensing = ['暂扣许可证件', '降低资质等级', '吊销许可证件', '限制从业', '责令关闭'].includes(kind)
  if (licensing || random.chance(0.5)) return [agency.district.issuer, random.pick(LABOR_FACTS)]
  const [office, fact] = random.pick(OTHER_FACTS)
  return [place + office, fact]
}

function penaltyRow(agency: Agency, plan: PenaltyPlan, number: number, random: Random): string[] {
  return [
    `样例罚决字〔${plan.decided.slice(0, 4)}〕${number}号`,
    agency.uscc,
    agency.name,
    ...authorityAndFact(agency, plan.kind, random),
    '样例依据',
    plan.kind,
    plan.kind === '罚款' ? `${random.int(2, 40) * 500}.00` : '0.00',
    plan.kind === '没收违法所得' ? `${random.int(8, 90) * 100}.50` : '0.00',
    plan.decided,
    random.chance(0.85) ? addDays(plan.decided, random.int(2, 7)) : '',
    plan.status ?? '生效',
    plan.revoked ?? '',
  ]
}

export function penaltyRows(agencies: readonly Agency[]): string[][] {
  const random = randomFor('penalties')
  const cases = agencies.flatMap(agency => (agency.part.penalties ?? []).map(plan => ({ agency, plan })))
  cases.sort((a, b) => (a.plan.decided < b.plan.decided ? -1 : 1))
  return cases.map(({ agency, plan }, i) => penaltyRow(agency, plan, 101 + i, random))
}

const TITLES = ['诚信服务窗口', '诚信服务品牌', '诚信示范单位', '人力资源服务先进单位']

export function honorRows(agencies: readonly Agency[]): string[][] {
  const random = randomFor('honors')
  const good = agencies.filter(
    // Windows and persons are found by the code of their agency, so it has to have one.
    agency => (agency.part.quality ?? 1) >= 0.86 && agency.businessStart < '2009-01-01' && agency.uscc !== '',
  )
  // One title is still valid although a dishonest complaint was upheld: a case for review.
  const suspect = agencies.find(agency =>
    agency.part.complaints?.some(
      plan => plan.dishonest && plan.finding === '属实' && (plan.closed ?? '') > '2013-01-01',
    ),
  )
  if (suspect === undefined) throw new Error('no title to review')
  const others = random.shuffle(good.filter(agency => agency !== suspect))
  const chosen = [...others.slice(0, 2), suspect, ...others.slice(2, 33)]
  return chosen.map((agency, i) => {
    const person = i >= 30
    const window = i === 28 || i === 29
    const status = i === 0 ? '撤销' : i === 1 ? '到期' : '有效'
    const granted = dayBetween(random, '2011-03-01', i < 2 ? '2011-09-30' : '2013-09-30')
    const city = agency.district.code === '110000' || random.chance(0.2)
    const limited = i === 1 || random.chance(0.25)
    // A term of two years has passed for the one that is 到期; the others run on beyond the year.
    const validTo = limited ? addDays(addYears(granted, i === 1 ? 2 : 4), -1) : ''
    return [
      `YL-${1001 + i}`,
      agency.uscc,
      person ? `样例员工${'甲乙丙丁'[i - 30]}` : window ? `${agency.name}服务窗口` : agency.name,
      person ? '个人' : window ? '窗口' : '机构',
      person ? '诚信服务标兵' : window ? '诚信服务窗口' : random.pick(TITLES),
      city ? '市级' : '区级',
      city ? '市人力社保局、行业协会' : agency.district.issuer,
      granted,
      validTo,
      random.chance(0.5) ? `P-${1001 + i}` : '',
      status,
      status === '撤销' ? '2013-08-12' : '',
      status === '撤销' ? '查实不诚信行为' : '',
    ]
  })
}
