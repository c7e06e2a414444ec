// The first-half inspection of 2013 (春雷2013), wide: one column for each of the twenty items.

import { dayBetween } from './days.ts'
import type { Agency } from './model.ts'
import { type Random, randomFor } from './random.ts'

export const INSPECTION_HEADER = [
  '检查批次',
  '检查日期',
  '统一社会信用代码',
  '机构名称',
  '检查机关',
  '检查人员',
  '配合检查',
  ...Array.from({ length: 20 }, (_, i) => `SC-${String(i + 1).padStart(2, '0')}`),
  '发现问题',
  '处理措施',
  '整改期限',
  '整改完成日期',
]

const FINDINGS: Record<number, string> = {
  1: '营业执照未明示',
  2: '许可证未明示',
  3: '服务项目与流程未明示',
  4: '收费标准未明示',
  5: '监督电话未明示',
  6: '机构承诺书未公开',
  7: '从业人员承诺书不齐',
  8: '服务台账缺失',
  9: '未开展满意度调查',
  12: '分支机构未书面报告',
  13: '招聘信息含歧视内容',
  14: '收取押金',
  16: '未报年报',
  17: '个人信息保管不当',
  18: '诚信档案不全',
  19: '未开展诚信培训',
}

function inspectionRow(agency: Agency, random: Random): string[] | undefined {
  const plan = agency.part.inspection ?? {}
  if (plan === 'none') return undefined
  const failed = plan.failed ?? []
  // Items are inspected before a rectification falls due, which in the plans is mid-May at the earliest.
  const latest = plan.due === undefined ? '2013-06-21' : '2013-04-26'
  const first = random.int(1, 11)
  const problem = failed.map(item => FINDINGS[item] ?? '其他问题').join('、')
  return [
    '春雷2013',
    dayBetween(random, '2013-03-04', latest),
    agency.uscc,
    agency.name,
    agency.district.issuer,
    plan.officers === 1 ? `样检${first}` : `样检${first};样检${first + 1}`,
    plan.refused ? '否' : '是',
    ...Array.from({ length: 20 }, (_, i) => {
      if (failed.includes(i + 1)) return '不合格'
      return plan.notApplicable?.includes(i + 1) ? '不适用' : '合格'
    }),
    plan.refused && problem === '' ? '拒绝提供材料' : problem,
    failed.length > 0 ? (failed.includes(14) ? '移送立案' : '责令改正') : plan.refused ? '约谈' : '',
    plan.due ?? '',
    plan.rectified ?? '',
  ]
}

export function inspectionRows(agencies: readonly Agency[]): string[][] {
  const random = randomFor('inspections')
  const rows = agencies.flatMap(agency => {
    // Inspected were only agencies that were open at the time.
    if (agency.businessStart > '2013-02-28') return []
    const row = inspectionRow(agency, random)
    return row === undefined ? [] : [row]
  })
  return rows.sort((a, b) => (a[1]! < b[1]! ? -1 : a[1]! > b[1]! ? 1 : 0))
}
