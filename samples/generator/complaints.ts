// Complaints (E2 of the samples): those written into the parts, and harmless ones scattered over
// the agencies that have been in business long enough.

import { addDays } from './days.ts'
import type { Agency, ComplaintPlan } from './model.ts'
import { type Random, randomFor } from './random.ts'
import { harmlessComplaints } from './traits.ts'

export const COMPLAINT_HEADER = [
  '投诉编号',
  '收到日期',
  '渠道',
  '被投诉机构',
  '统一社会信用代码',
  '投诉人',
  '联系方式',
  '类别',
  '事项摘要',
  '涉不诚信',
  '受理日期',
  '办结时限',
  '办结日期',
  '查处结论',
  '处理结果',
  '承办人',
]

const SUMMARIES: Record<NonNullable<ComplaintPlan['category']>, readonly string[]> = {
  虚假信息: ['发布岗位与实际不符', '收取押金后不推荐岗位', '冒用用人单位名义招聘', '承诺薪资与合同不符'],
  收费争议: ['退费迟延', '未出具收费票据', '重复收取服务费', '收费高于公示标准'],
  用工权益: ['未缴社保', '未签订劳动合同', '拖欠派遣员工工资', '克扣加班费'],
  客户权益: ['服务未按合同', '泄露客户资料', '派遣人员与约定不符'],
  其他: ['服务态度差', '办理档案转递拖延', '电话长期无人接听'],
}

const OUTCOMES: Record<NonNullable<ComplaintPlan['finding']>, readonly string[]> = {
  属实: ['责令整改', '已退费', '约谈负责人', '当面致歉并整改'],
  部分属实: ['补缴', '部分退费', '责令整改'],
  不属实: ['不予立案', '已向投诉人说明'],
  撤回: ['投诉人撤回'],
}

interface Draft {
  plan: ComplaintPlan
  agency: Agency
  received: string
}

/** Two cells that force quoting: a comma with quotes, and a line break as typed with Alt+Enter. */
const AWKWARD = ['称"包上岗",收费后无岗位', '一、未签合同\n二、押金未退']

function row(draft: Draft, number: string, index: number, random: Random): string[] {
  const { plan, agency, received } = draft
  const category = plan.category ?? '其他'
  const accepted = addDays(received, random.int(0, 2))
  const closed = plan.closed ?? ''
  // People who complain know the name, not the code; now and then the clerk leaves it at that.
  const code = random.chance(0.06) ? '' : agency.uscc
  return [
    number,
    received,
    random.pick(['电话', '电话', '信函', '窗口', '网络']),
    agency.name,
    code,
    random.pick(['某求职者', '某员工', '某公司', '匿名', '样某']),
    random.chance(0.4) ? `010-0000${random.int(7000, 7999)}` : '',
    category,
    AWKWARD[index - 20] ?? random.pick(SUMMARIES[category]),
    plan.dishonest ? '是' : '否',
    accepted,
    plan.due ?? addDays(accepted, 60),
    closed,
    closed === '' ? '' : (plan.finding ?? '属实'),
    closed === '' ? '' : random.pick(OUTCOMES[plan.finding ?? '属实']),
    `样办${random.int(1, 8)}`,
  ]
}

export function complaintRows(agencies: readonly Agency[]): string[][] {
  const random = randomFor('complaints')
  const draft = (agency: Agency, plan: ComplaintPlan): Draft => ({
    plan,
    agency,
    received: plan.received ?? addDays(plan.closed ?? '', -random.int(12, 50)),
  })
  const drafts = agencies.flatMap(agency => (agency.part.complaints ?? []).map(plan => draft(agency, plan)))
  const old = agencies.filter(agency => !agency.cast && agency.businessStart < '2010-10-01')
  for (const plan of harmlessComplaints(random)) drafts.push(draft(random.pick(old), plan))
  drafts.sort((a, b) => (a.received < b.received ? -1 : a.received > b.received ? 1 : 0))
  return drafts.map((item, i) => {
    const number = `TS${item.received.slice(0, 4)}-${1001 + i}`
    return row(item, number, i, random)
  })
}
