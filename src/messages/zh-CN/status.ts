// status：全年进度的句子。
import { value } from './terms.ts'

export interface EvaluationView {
  id: number
  year: number
  as_of: string
  status: 'open' | 'finalized'
}

export const said = {
  evaluationState: (
    e: EvaluationView & {
      sheets: number
      run: boolean
      complete: number
      incomplete: number
      stale: boolean
      version: number
      partial_reason: string | null
    },
  ) =>
    `${e.year} 年度评估（截止日 ${e.as_of}，${value.evaluationStatus[e.status]}${e.version > 1 ? `，第 ${e.version} 版` : ''}）：评分表 ${e.sheets} 份` +
    (e.run
      ? `，总分已定 ${e.complete} 家、未定 ${e.incomplete} 家${e.stale ? '，计算后数据有变动' : ''}${e.partial_reason === null ? '' : `，带未定项审定，理由：${e.partial_reason}`}`
      : '，未计算'),
  nominationState: (n: {
    nominated: number
    places: number
    for_profit: number
    tied: number
    outdated: number
    without_papers: number
  }) =>
    `推荐名单：${n.nominated} 家（名额 ${n.places}），经营性 ${n.for_profit} 家${n.tied > 0 ? `，${n.tied} 家并列待定` : ''}${n.outdated > 0 ? `，${n.outdated} 家与现有数据不符，请重新提出` : ''}${n.without_papers > 0 ? `，${n.without_papers} 家材料未报齐` : ''}`,
  publicityTally: (p: {
    districts: number
    published: number
    unpublished: number
    running: number
    over: number
    closed: number
    objections: number
  }) =>
    `名单公示：${p.districts} 个推荐范围中 ${p.published} 个已公示${[
      ...(p.unpublished > 0 ? [`${p.unpublished} 家还没有公示`] : []),
      ...(p.running > 0 ? [`公示中 ${p.running} 次`] : []),
      ...(p.over > 0 ? [`期满未结束 ${p.over} 次`] : []),
      ...(p.closed > 0 ? [`已结束 ${p.closed} 次`] : []),
      ...(p.objections > 0 ? [`${p.objections} 件异议没有结论`] : []),
    ]
      .map(part => `，${part}`)
      .join('')}`,
  publicityLate: (count: number) => `${count} 次公示期限内不能结束（chengxin report deadlines）`,
  titleState: (t: { granted: number; in_force: number; touched: number }) =>
    `称号：本批已授予 ${t.granted} 家，有效 ${t.in_force} 个${t.touched > 0 ? `，${t.touched} 个需核查（chengxin title review）` : ''}`,
  inspectionState: (i: { due_on: string; days_left: number; to_inspect: number; inspected: number }) =>
    `春雷行动检查（${i.due_on} 前）：应检查 ${i.to_inspect} 家，已检查 ${i.inspected} 家${
      i.inspected === i.to_inspect
        ? ''
        : i.days_left < 0
          ? `，期限已过 ${-i.days_left} 天`
          : `，还有 ${i.days_left} 天`
    }`,
  pressing: (p: { noun: string; word: string; count: number; list: string }) =>
    `${p.noun}：${p.word} ${p.count} 条（chengxin ${p.list}）`,
  deadline: (d: {
    due_on: string
    to: string
    name: string
    clause: string
    days_left: number
    completed_on: string | null
  }) =>
    `${d.due_on} 前（含当日）报 ${d.to}：${d.name}（${d.clause}）${
      d.completed_on !== null
        ? `，${d.completed_on} 齐备${d.completed_on > d.due_on ? '，晚于期限' : ''}`
        : d.days_left < 0
          ? `，已逾期 ${-d.days_left} 天`
          : d.days_left === 0
            ? '，就在今天'
            : `，还有 ${d.days_left} 天`
    }`,
}
