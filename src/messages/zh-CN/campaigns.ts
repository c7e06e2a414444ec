// 诚信服务月、待办和例行事项的说法。
import type { ProblemTextsOf } from '../problem-texts.ts'

interface Share {
  count: number
  of: number
  rate: string
}

const ENTERED = { pact: '张贴公约', outstanding: '表现突出' }

export const column = {
  campaign: '专项活动',
  starts_on: '开始日期',
  ends_on: '结束日期',
  tasks_done: '事项完成',
  tasks_open: '未完成',
  tasks_overdue: '其中超期',
  pacts: '张贴公约',
  systems_missing: '制度未建立',
  systems_rebuilt: '其中已补建',
  outstanding: '表现突出',
  subject: '主体',
  duty: '例行事项',
  records: '佐证记录',
  clause: '依据',
}

export const help = {
  campaign: '诚信服务月等专项活动',
  'campaign open': '建立专项活动，默认当年十月的诚信服务月，并列出通知要求的事项',
  'campaign task': '给专项活动加一项待办',
  'campaign pact': '登记哪些机构张贴了自律公约',
  'campaign outstanding': '登记表现突出的机构和理由；不写机构时列出已登记的',
  'campaign list': '列出专项活动和进度',
  'campaign show': '一次专项活动：事项、尚未补建的制度、表现突出的机构',
  'campaign summary': '活动情况总结所需的数字（11月5日前报送）',
  'campaign --year': '哪一年的诚信服务月，默认今年',
  'campaign --from': '第一天，默认10月1日',
  'campaign --to': '最后一天，默认10月31日',
  '--rebuild-by': '未建立的服务制度补建的期限，默认活动最后一天',
  '--no-tasks': '不列出通知要求的事项',
  '--on': '哪一天，默认今天',
  '--remove': '撤下登记错的，写明理由',
  'task done': '一项待办已完成',
  '--done-on': '完成日期，默认今天',
  '--outcome': '完成情况',
  duty: '每季度、每半年、每年要做的事项',
  'duty list': '哪个主体哪一期做了、缺了、还没到期',
  'duty --year': '哪一年，默认今年',
  '--quarter': '只列这一季度的',
  '--subject': '只列这个主体或机构的，写编号或名称',
  'duty list --missing': '只列已过期而没有记录的',
}

export const said = {
  campaignOpened: (c: { name: string; starts_on: string; ends_on: string; rebuild_by: string }) =>
    `已建立${c.name}：${c.starts_on} 至 ${c.ends_on}，未建立的服务制度 ${c.rebuild_by} 前补建`,
  taskLaid: (t: { title: string; due_on: string }) => `${t.title}（${t.due_on} 前）`,
  entryMade: {
    pact: (e: { campaign: string; agencies: string[] }) =>
      `${e.campaign}：已登记 ${e.agencies.length} 家张贴公约：${e.agencies.join('、')}`,
    outstanding: (e: { campaign: string; agencies: string[] }) =>
      `${e.campaign}：已登记表现突出：${e.agencies.join('、')}`,
  },
  entryRemoved: {
    pact: (e: { campaign: string; agencies: string[] }) =>
      `${e.campaign}：已撤下张贴公约的登记：${e.agencies.join('、')}`,
    outstanding: (e: { campaign: string; agencies: string[] }) =>
      `${e.campaign}：已撤下表现突出的登记：${e.agencies.join('、')}`,
  },
  taskDone: (t: { label: string; done_on: string }) => `已完成：${t.label}（${t.done_on}）`,
  campaignHead: (c: { name: string; starts_on: string; ends_on: string; rebuild_by: string }) =>
    `${c.name}：${c.starts_on} 至 ${c.ends_on}，补建期限 ${c.rebuild_by}`,
  summaryHead: (c: {
    name: string
    starts_on: string
    ends_on: string
    district: string | null
    today: string
  }) =>
    `${c.name}活动情况（${c.starts_on} 至 ${c.ends_on}）${c.district === null ? '' : `，${c.district}`}，截至 ${c.today}`,
  pacts: (s: Share) => `自律公约：张贴 ${s.count} 家，共 ${s.of} 家，张贴率 ${s.rate}`,
  inspected: (i: { visits: number; agencies: Share; failed: number }) =>
    `诚信服务大检查：检查 ${i.visits} 次；查机构 ${i.agencies.count} 家，共 ${i.agencies.of} 家，覆盖率 ${i.agencies.rate}；有不合格项 ${i.failed} 家`,
  systemName: {
    disclosure: '服务公示制度',
    commitment: '服务承诺制度',
    ledger: '服务台账制度',
    feedback: '服务反馈制度',
  } as Record<string, string>,
  systemFigures: (s: { system: string; missing: number; rebuilt: number; overdue: number }) =>
    `${s.system}：未建立 ${s.missing} 家，已补建 ${s.rebuilt} 家，超期 ${s.overdue} 家`,
  activityFigures: (a: { kind: string; count: number; heads: number; unknown: number }) =>
    `${a.kind}：${a.count} 次，${a.heads} 人${a.unknown > 0 ? `（另有 ${a.unknown} 次没有人数）` : ''}`,
  commitmentFigures: (c: { inMonth: number; heads: number; toDate: Share; headsToDate: number }) =>
    `承诺书：活动期间机构 ${c.inMonth} 家、从业人员 ${c.heads} 人；至今机构 ${c.toDate.count} 家，共 ${c.toDate.of} 家，签署率 ${c.toDate.rate}，从业人员 ${c.headsToDate} 人`,
  complaintFigures: (received: number, closed: number) => `投诉举报：收到 ${received} 件，办结 ${closed} 件`,
  sanctionFigures: (all: { kind: string; count: number }[]) =>
    `惩戒：${all.length === 0 ? '没有' : all.map(s => `${s.kind} ${s.count} 件`).join('、')}`,
  tasks: (t: { done: number; open: number; overdue: number }) =>
    `事项：完成 ${t.done} 项，未完成 ${t.open} 项，其中超期 ${t.overdue} 项`,
  taskLine: (t: Record<string, unknown>) =>
    `${t.done_on === null ? '·' : '✓'} ${t.id} ${t.title}${t.due_on === null ? '' : `（${t.due_on} 前）`}${t.done_on === null ? '' : `，${t.done_on} 完成`}`,
  missingSystems: (missing: number, rebuilt: number) =>
    `服务制度：未建立 ${missing} 项，已补建 ${rebuilt} 项，尚缺：`,
  missingSystem: (g: { agency_name: string; system: string; due_on: string; overdue: boolean }) =>
    `${g.agency_name} ${g.system}，${g.due_on} 前补建${g.overdue ? '，已超期' : ''}`,
  outstanding: (count: number) => `表现突出：${count} 家`,
  outstandingOne: (e: { agency_name: string; day: string; reason: string | null }) =>
    `${e.agency_name}（${e.day}）：${e.reason ?? ''}`,
  dutyState: { done: '已做', missing: '缺', pending: '未到期' },
  campaignRunning: (c: { name: string; ends_on: string; days_left: number }) =>
    `${c.name}：到 ${c.ends_on}，还有 ${c.days_left} 天`,
  openTasks: (t: { open: number; overdue: number }) =>
    `待办事项：未完成 ${t.open} 项${t.overdue > 0 ? `，其中超期 ${t.overdue} 项` : ''}`,
}

export const problems: ProblemTextsOf<'CX114'> = {
  CX1140: p => ({
    what: `已有“${p.name}”（${p.from} 至 ${p.to}）`,
    fix: '直接使用它；是另一次活动的请另取名称',
  }),
  CX1141: p => ({
    what: `${p.value} 不在“${p.name}”期间（${p.from} 至 ${p.to}）`,
    why: '只登记活动期间的表现',
    fix: '用 --on 写明活动期间的哪一天',
  }),
  CX1142: p => ({
    what: `${p.agency}在“${p.campaign}”的${ENTERED[p.kind]}已于 ${p.day} 登记`,
    fix: '登记错的先用 --remove 撤下',
  }),
  CX1143: p => ({
    what: `${p.agency}在“${p.campaign}”没有${ENTERED[p.kind]}的登记`,
    fix: '核对机构和活动名称',
  }),
  CX1144: p => ({ what: `“${p.label}”已于 ${p.day} 完成`, fix: '核对编号；再办一次的请另加一项待办' }),
  CX1145: p => ({
    what: `主体台账里没有“${p.value}”，这次活动不计入任何主体的例行事项`,
    fix: `先用 chengxin subject add 登记，或改正名称、编号${p.nearest === '' ? '' : `，是否为：${p.nearest}`}`,
  }),
  CX1146: p => ({
    what: `“${p.value}”对应 ${p.count} 个主体，这次活动不计入任何一个的例行事项`,
    fix: '改写主体编号',
  }),
}
