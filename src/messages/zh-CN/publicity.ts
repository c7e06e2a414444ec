// 公示、异议和征求意见的用词。
import type { SubjectNoun } from '../../domain/scheme/scheme.ts'
import type { ProblemTextsOf } from '../problem-texts.ts'
import { howMany } from './how-many.ts'

const STATES: Record<string, string> = {
  open: '公示中',
  over: '已期满',
  closed: '已结束',
  withdrawn: '已撤回',
}
const CASES: Record<string, string> = {
  published: '无异议',
  objected: '有异议待处理',
  cleared: '异议已处理，不影响',
  removed: '异议成立，已撤出',
  dropped: '已撤下',
}
const term = (t: { days: number; countFirst: boolean }) =>
  `${t.days} 个工作日，${t.countFirst ? '首日计入' : '首日不计'}`

export const column = {
  first_day: '公示首日',
  last_day: '公示末日',
  cases: '公示对象',
  open_objections: '未结异议',
  late_replies: '逾期未答复',
}

export const help = {
  publicity: '公示、异议和征求意见',
  'publicity open': '开始公示推荐对象，或公布稿件征求意见',
  'publicity list': '列出公示',
  'publicity show': '一次公示：计入的日子、公示对象、异议和结论',
  'publicity object': '登记对公示的异议或意见',
  'publicity resolve': '登记异议的结论和答复；成立的，公示对象随即撤出推荐名单',
  'publicity close': '期满后结束公示',
  'publicity withdraw': '撤回错发的公示，写明理由',
  'form publicity': '公示公告',
  '--consultation': '公布方案的征求意见稿，没有公示对象',
  'publicity --scheme': '征求意见稿的方案',
  '--count-first-day': '首日计入',
  '--no-count-first-day': '首日不计入',
  '--phone': '受理异议的电话，可重复；默认为有关推荐范围的市场管理电话，没有的用方案写明的',
  'publicity --district': '只公示这个推荐范围的',
  'publicity object --agency': '对哪一家机构的异议；不写为对整个公示的意见',
  'publicity object --subject': '对哪一个主体的异议；不写为对整个公示的意见',
  'publicity --output': '公示公告写入的文件',
}

export const said = {
  publicityState: STATES,
  caseState: CASES,
  publicityKind: { nominees: '推荐对象公示', consultation: '征求意见' } as Record<string, string>,
  publicityOpened: (p: {
    id: number
    title: string
    cases: number
    noun: SubjectNoun
    first: string
    last: string
  }) =>
    `第 ${p.id} 号公示“${p.title}”${p.cases === 0 ? '' : `（${howMany(p.cases, p.noun)}）`}：${p.first} 至 ${p.last}`,
  publicityNotOpened: '没有开始公示',
  asTold: '命令指定',
  publicityTerm: (t: {
    days: number
    countFirst: boolean
    origins: { days: string; countFirst: string }
    counted: string[]
  }) => {
    const days = t.origins.days === t.origins.countFirst ? '' : `（${t.origins.days}）`
    const first = t.countFirst ? '首日计入' : '首日不计'
    return `公示期 ${t.days} 个工作日${days}，${first}（${t.origins.countFirst}）：${t.counted.join('、')}`
  },
  noticeNext: (id: number) => `公示公告：chengxin form publicity ${id}`,
  fillNext: '要递补的：先 chengxin nomination propose，再 chengxin publicity open',
  grantNext: '接下来：chengxin title grant',
  publishedBefore: (n: number, noun: SubjectNoun) => `另有 ${howMany(n, noun)}已经公示过，不重复公示`,
  publicityHead: (p: { id: number; title: string; kind: string }) =>
    `第 ${p.id} 号：${p.title}（${said.publicityKind[p.kind]}）`,
  publicityStateLine: (p: { state: string; left: number; on: string | null; reason: string | null }) =>
    `状态：${STATES[p.state]}${p.state === 'open' ? `，还有 ${p.left} 个工作日（含当日）` : ''}${p.on === null ? '' : `（${p.on}${p.reason === null ? '' : `，${p.reason}`}）`}`,
  publicityDays: (p: { first: string; last: string; days: number; countFirst: boolean; counted: string[] }) =>
    `公示期：${p.first} 至 ${p.last}（${term(p)}）${p.counted.length === 0 ? '' : `，计入 ${p.counted.join('、')}`}`,
  publicityChannel: (text: string) => `公示渠道：${text}`,
  publicityPhones: (lines: { district: string | null; phones: string[] }[]) =>
    `电话：${lines.map(l => `${l.district === null ? '' : `${l.district} `}${l.phones.join('、')}`).join('；')}`,
  publicityCases: (counts: { state: string; count: number }[]) =>
    `公示对象：${counts.map(c => `${CASES[c.state]} ${c.count}`).join('，')}`,
  objectionHead: '异议和意见：',
  objectionLine: (o: {
    id: number
    on: string
    subject: string | null
    content: string
    late: string | null
    by: string
    state: string
  }) =>
    `第 ${o.id} 号，${o.on}，${o.subject === null ? '' : `${o.subject}：`}${o.content}${o.late === null ? '' : `（逾期受理：${o.late}）`}；答复期限 ${o.by}，${o.state}`,
  replyLine: (r: { reply: string; by: string; on: string; late: boolean }) =>
    `答复：${r.reply}（${r.by}，${r.on}${r.late ? '，迟于期限' : ''}）`,
  submitterLine: (s: { submitter: string; contact: string }) => `提出人：${s.submitter}，${s.contact}`,
  blockedByDays: (last: string) => `还不能结束：公示期到 ${last}`,
  blockedByObjections: (ids: number[]) => `还不能结束：第 ${ids.join('、')} 号异议未作结论`,
  publicityObjected: (o: {
    id: number
    subject: string | null
    consultation: boolean
    late: boolean
    by: string
  }) =>
    `已登记第 ${o.id} 号${o.consultation ? '意见' : '异议'}${o.subject === null ? '' : `：${o.subject}`}${o.late ? '（逾期提出）' : ''}，应于 ${o.by} 前答复`,
  caseBlocked: (subject: string) => `${subject}在作出结论之前不能结束公示`,
  publicityResolved: (o: { id: number; outcome: string; on: string }) =>
    `第 ${o.id} 号：${o.outcome}，${o.on} 答复`,
  caseRemoved: (c: { subject: string; next: string[] }) =>
    `${c.subject}已撤出公示和推荐名单，名额空出 1 个，不自动递补${c.next.length === 0 ? '；没有后备的' : `；排在其后的：${c.next.join('、')}`}`,
  caseKept: (subject: string) => `部分成立不撤出：${subject}仍在推荐名单上`,
  publicityClosed: (p: { id: number; kind: string; standing: number; removed: number; noun: SubjectNoun }) =>
    `第 ${p.id} 号公示已结束${p.kind === 'consultation' ? '' : `：无异议或异议不成立的 ${howMany(p.standing, p.noun)}${p.removed > 0 ? `，撤出 ${howMany(p.removed, p.noun)}` : ''}`}`,
  publicityNotClosed: '公示没有结束',
  publicityWithdrawn: (id: number) => `第 ${id} 号公示已撤回，视为没有公示，可以重新公示`,
}

export const problems: ProblemTextsOf<'CX137' | 'CX1380' | 'CX1381' | 'CX1382' | 'CX1383' | 'CX1384'> = {
  CX1370: p => ({
    what: `从 ${p.value} 起的 ${p.days} 个工作日数不到：没有 ${p.year} 年的工作日历`,
    why: '没有收录国务院办公厅该年放假通知的，不按周末推定',
    fix: '补充该年放假通知后再开始公示，或换一个首日',
  }),
  CX1371: p => ({
    what:
      p.what === 'nominees'
        ? `推荐对象都已公示（第 ${p.published} 号）`
        : `这份稿件正在征求意见（第 ${p.published} 号）`,
    why: '不重复公示',
    fix: `用 chengxin publicity show ${p.published.split('、')[0]} 查看${p.what === 'nominees' ? `，公告用 chengxin form publicity ${p.published.split('、')[0]}` : ''}；错发的先用 chengxin publicity withdraw 撤回`,
  }),
  CX1372: p => ({
    what: `评估批次 ${p.id} ${p.district === null ? '' : `在${p.district}`}没有推荐对象`,
    fix: '用 chengxin nomination list 看理由',
  }),
  CX1373: p => ({
    what: `公示末日 ${p.last}，次日才能结束，赶不上${p.name}的报送期限 ${p.due}（${p.clause}）`,
    why: '公示期满才能报送',
    fix: p.open === null ? '与收件单位商定' : `最晚 ${p.open} 开始公示；已晚的与收件单位商定`,
  }),
  CX1374: p => ({
    what: `${p.places === '' ? '方案' : p.places}没有可以公布的电话`,
    why: '公示须写明向谁反映',
    fix: '用 --phone 写明受理电话',
  }),
  CX1375: p => ({
    what: `方案 ${p.scheme} 已经施行，不是征求意见稿`,
    fix: '用 --scheme 指明征求意见稿的方案',
  }),
  CX1376: p => ({
    what: `第 ${p.id} 号公示${p.state === 'closed' ? `已于 ${p.on} 结束` : `已于 ${p.on} 撤回`}`,
    fix:
      p.state === 'closed'
        ? '结束后收到的反映按投诉举报登记：chengxin complaint add'
        : '核对编号：chengxin publicity list',
  }),
  CX1377: p => ({
    what: `${p.name}不在第 ${p.id} 号公示里`,
    why: p.kind === 'consultation' ? '征求意见没有公示对象' : '异议只能针对公示的对象提出',
    fix: `用 chengxin publicity show ${p.id} 查看；对整个公示的意见不写 --agency 或 --subject`,
  }),
  CX1378: p => ({
    what: `${p.on} 提出，公示已于 ${p.by} 期满`,
    fix: '仍要受理的，加 --late 并用 --reason 写明理由',
  }),
  CX1379: p => ({
    what: `${p.name}因异议成立已于 ${p.on} 撤出公示`,
    fix: '不必再登记；对整个公示的意见不写 --agency 或 --subject',
  }),
  CX1380: p => ({
    what: `${p.on} 公示期还没有过完，末日为 ${p.last}`,
    why: '末日当天仍可以提出异议',
    fix: `${p.last} 过后再结束`,
  }),
  CX1381: p => ({
    what: `第 ${p.id} 号异议在 ${p.closing} 还没有结论${p.subject === null ? '' : `：${p.subject}`}（${p.on} 提出，答复期限 ${p.by}）`,
    why: '公示期满无异议的才能进入下一步',
    fix: `先用 chengxin publicity resolve ${p.id} 登记结论；之后才有结论的，以结论之后的日期结束`,
  }),
  CX1382: p => ({
    what: `第 ${p.id} 号公示已收到 ${p.objections} 件异议，不能撤回`,
    why: '收到的异议须作出结论并答复',
    fix: '逐件登记结论，期满后结束',
  }),
  CX1383: p => ({
    what: `公示首日 ${p.first} 早于评估截止日 ${p.asOf}`,
    why: '评估看到截止日为止的情况，名单在其后才提出',
    fix: '核对首日；错发的用 chengxin publicity withdraw 撤回',
  }),
  CX1384: p => ({
    what: `“${p.value}”不像电话号码`,
    fix: p.likely === null ? '写成 010-64632146 这样的号码' : `带区号的写成 ${p.likely}`,
  }),
}
