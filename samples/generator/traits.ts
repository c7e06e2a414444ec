// What happens to ordinary agencies: a fixed number of each kind of trouble, dealt over the city.
// Numbers instead of probabilities, so that every kind is present whatever the seed.

import { addDays, addYears, dayBetween } from './days.ts'
import type { ComplaintPlan, InspectionPlan, Part } from './model.ts'
import type { Random } from './random.ts'

/** Kinds of administrative penalty in the order of the law; each occurs at least once. */
const PENALTY_KINDS = [
  '警告',
  '通报批评',
  '罚款',
  '没收违法所得',
  '没收非法财物',
  '暂扣许可证件',
  '降低资质等级',
  '吊销许可证件',
  '限制开展生产经营活动',
  '责令停产停业',
  '责令关闭',
  '限制从业',
  '行政拘留',
  '罚款',
  '警告',
  '罚款',
  '警告',
  '罚款',
]

/** Complaints that cost points: dishonest, late, overdue, or about staff or clients. */
function costlyComplaints(random: Random): ComplaintPlan[] {
  const day = (): string => dayBetween(random, '2013-02-01', '2013-08-15')
  const list: ComplaintPlan[] = []
  for (let i = 0; i < 7; i++) {
    list.push({
      category: i % 2 ? '收费争议' : '虚假信息',
      dishonest: true,
      finding: i < 4 ? '属实' : '部分属实',
      closed: day(),
    })
  }
  for (let i = 0; i < 8; i++) {
    const closed = day()
    list.push({
      category: i % 2 ? '其他' : '收费争议',
      finding: i < 3 ? '不属实' : '属实',
      closed,
      received: addDays(closed, -76),
      due: addDays(closed, -random.int(1, 14)),
    })
  }
  for (let i = 0; i < 5; i++) {
    const received = dayBetween(random, '2013-06-03', '2013-07-26')
    list.push({ category: i < 2 ? '虚假信息' : '其他', dishonest: i < 2, received })
  }
  // Closed only after the as-of date: on that day it was open, and its time limit had passed.
  list.push({ category: '收费争议', finding: '属实', received: '2013-08-05', closed: '2013-11-01' })
  for (let i = 0; i < 6; i++) list.push({ category: '用工权益', finding: '属实', closed: day() })
  for (let i = 0; i < 6; i++) list.push({ category: '客户权益', finding: '部分属实', closed: day() })
  return list
}

function inspectionFindings(): (InspectionPlan | 'none')[] {
  const cured = { due: '2013-05-20', rectified: '2013-05-13' }
  return [
    ...[1, 2, 3, 4, 5, 4, 5, 3].map(item => ({ failed: [item], ...cured })),
    ...[8, 8, 8].map(item => ({ failed: [item], ...cured })),
    ...[6, 7, 9, 13, 19].map(item => ({ failed: [item], ...cured })),
    { failed: [4, 8, 16], refused: true, due: '2013-05-31' },
    { refused: true },
    { refused: true, failed: [14], ...cured },
    // Cured too late, not cured at all, and not due yet.
    { failed: [12], due: '2013-05-15', rectified: '2013-05-28' },
    { failed: [5], due: '2013-06-10', rectified: '2013-06-17' },
    { failed: [17], due: '2013-06-28', rectified: '2013-07-30' },
    { failed: [9], due: '2013-07-12' },
    { failed: [18], due: '2013-08-30' },
    { failed: [19], due: '2013-12-20' },
    { officers: 1 },
    { notApplicable: [11, 15] },
    { notApplicable: [1, 2, 3, 4, 5] },
    { notApplicable: [12] },
  ]
}

function licenseTroubles(random: Random): Part[] {
  const list: Part[] = []
  for (let i = 0; i < 8; i++) {
    // Two of eight leave the status cell blank: it follows from the date.
    const validTo = dayBetween(random, '2012-12-15', '2013-10-20')
    list.push({ validTo, status: i < 6 ? '到期' : '' })
  }
  const gone: Part = { withoutSheets: ['self', 'expert', 'public'], inspection: 'none' }
  for (let i = 0; i < 3; i++) list.push({ ...gone, status: '注销' })
  list.push({ status: '停业' }, { ...gone, status: '停业' })
  return list
}

function youngAgencies(random: Random): Part[] {
  const list: Part[] = []
  for (let i = 0; i < 22; i++) {
    const businessStart = dayBetween(random, '2010-11-15', '2013-07-20')
    // Nothing to check yet for 2012, so the annual check is blank.
    const fresh: Part = businessStart > '2012-11-30' ? { annualResult: '' } : {}
    list.push({ businessStart, standardGrade: '', ...fresh })
  }
  return list
}

function sheetGaps(): Part[] {
  const list: Part[] = []
  for (let i = 0; i < 4; i++) list.push({ withoutSheets: ['public'] })
  for (let i = 0; i < 3; i++) list.push({ withoutSheets: ['expert'] })
  list.push({ withoutSheets: ['self'] }, { withoutSheets: ['self'] })
  list.push({ blank: { number: 5, by: ['expert'] } }, { blank: { number: 8, by: ['expert'] } })
  list.push({ blank: { number: 12, by: ['self', 'expert'] } })
  list.push({ blank: { number: 15, by: ['public'] } }, { blank: { number: 18, by: ['public'] } })
  for (let i = 0; i < 4; i++) list.push({ withoutSheets: ['self', 'expert', 'public'] })
  return list
}

/** Everything that is dealt out, one trouble for one agency. */
export function traits(random: Random): Part[] {
  const list: Part[] = [...licenseTroubles(random), ...youngAgencies(random), ...sheetGaps()]
  for (let i = 0; i < 8; i++) list.push({ annualResult: '不合格' })
  for (let i = 0; i < 5; i++) list.push({ annualResult: '' })
  for (let i = 0; i < 10; i++) list.push({ quality: random.int(48, 63) / 100 })
  PENALTY_KINDS.forEach((kind, i) => {
    const decided = i < 16 ? dayBetween(random, '2011-12-01', '2013-09-20') : addYears('2011-05-17', i - 17)
    const part: Part = { penalties: [{ kind, decided }] }
    if (kind === '吊销许可证件')
      Object.assign(part, { status: '吊销', withoutSheets: ['self', 'expert', 'public'] })
    if (kind === '责令关闭') Object.assign(part, { status: '停业' })
    list.push(part)
  })
  for (const complaint of costlyComplaints(random)) list.push({ complaints: [complaint] })
  for (const inspection of inspectionFindings()) list.push({ inspection })
  return list
}

/** Complaints that cost nothing; they may fall on any agency that has no part of its own. */
export function harmlessComplaints(random: Random): ComplaintPlan[] {
  const list: ComplaintPlan[] = []
  const recent = (): string => dayBetween(random, '2013-01-10', '2013-10-25')
  const categories = ['虚假信息', '收费争议', '用工权益', '客户权益', '其他'] as const
  for (let i = 0; i < 34; i++) {
    list.push({ category: random.pick(categories), dishonest: i < 6, finding: '不属实', closed: recent() })
  }
  for (let i = 0; i < 21; i++) {
    const category = random.pick(['虚假信息', '收费争议', '其他'] as const)
    list.push({ category, finding: i % 3 ? '属实' : '部分属实', closed: recent() })
  }
  for (let i = 0; i < 8; i++) {
    list.push({ category: random.pick(categories), dishonest: i < 2, finding: '撤回', closed: recent() })
  }
  for (let i = 0; i < 12; i++) {
    list.push({
      category: random.pick(categories),
      dishonest: i < 4,
      received: dayBetween(random, '2013-09-12', '2013-10-29'),
    })
  }
  // Verified and dishonest, but only closed on 4 November: not yet so at the end of October.
  list.push({
    category: '虚假信息',
    dishonest: true,
    finding: '属实',
    received: '2013-09-16',
    closed: '2013-11-04',
    due: '2013-12-02',
  })
  // Two without a time limit in the cell, closed within days.
  for (const closed of ['2013-03-14', '2013-09-05']) {
    list.push({ category: '其他', finding: '属实', closed, received: addDays(closed, -9), due: '' })
  }
  // Before any window: dishonest, late, and about clients.
  for (const closed of ['2012-03-09', '2012-06-21', '2012-09-27']) {
    list.push({ category: '虚假信息', dishonest: true, finding: '属实', closed })
  }
  list.push({
    category: '其他',
    finding: '属实',
    received: '2012-03-01',
    due: '2012-05-01',
    closed: '2012-05-18',
  })
  list.push({ category: '客户权益', finding: '属实', closed: '2011-10-31' })
  list.push({ category: '用工权益', finding: '部分属实', closed: '2011-08-24' })
  return list
}
