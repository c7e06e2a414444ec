// 命令行与纸面上的词和句子。
import type { SubjectNoun } from '../../domain/scheme/scheme.ts'
import * as archives from './archives.ts'
import * as calendar from './calendar.ts'
import * as campaigns from './campaigns.ts'
import * as cases from './cases.ts'
import * as explain from './explain.ts'
import * as forms from './forms.ts'
import { help } from './help.ts'
import { howMany } from './how-many.ts'
import * as inspections from './inspections.ts'
import * as licenses from './licenses.ts'
import * as measures from './measures.ts'
import * as nominees from './nominees.ts'
import * as orders from './orders.ts'
import * as papers from './papers.ts'
import * as places from './places.ts'
import * as publicity from './publicity.ts'
import * as schemeRules from './scheme-rules.ts'
import * as schemes from './schemes.ts'
import * as sheets from './sheets.ts'
import { type EvaluationView, said as status } from './status.ts'
import * as subjectForms from './subject-forms.ts'
import * as subjects from './subjects.ts'
import * as submissions from './submissions.ts'
import * as templates from './templates.ts'
import { column, value } from './terms.ts'
import * as titles from './titles.ts'
import { usage } from './usage.ts'
import * as versions from './versions.ts'
import * as yearPage from './year-page.ts'

export interface Counts {
  file: string
  encoding: string | null
  rows: number
  added: number
  changed: number
  unchanged: number
  rejected: number
}

const STEPS: Record<string, string> = {
  'agency import': '导入名录：chengxin agency import 名录.csv',
  'subject import': '导入评估对象：chengxin subject import 主体.csv',
  'record import':
    '导入全年台账：chengxin complaint import 投诉.csv，处罚、荣誉、承诺、活动、检查、指标同样；都没有就直接建立评估批次',
  'evaluation open': '建立评估批次：chengxin evaluation open --year 四位年份',
  'evaluation import': '导入评分表：chengxin evaluation import 评分表.csv',
  'evaluation run': '计算得分：chengxin evaluation run',
  'evaluation finalize': '核对缺项后审定：chengxin evaluation check，再 chengxin evaluation finalize',
  'evaluation template':
    '写出空白评分表：chengxin evaluation template -o 评分表.xlsx；填好导入：chengxin evaluation import 评分表.xlsx --sheet 表名',
  'evaluation notice':
    '写出告知书：chengxin evaluation notice --all --out 文件夹；送达后登记：chengxin evaluation serve --all --on 日期',
  'nomination propose': '提出推荐名单：chengxin nomination propose',
  'nomination check': '核对推荐名单并解决并列：chengxin nomination check',
  'paper import':
    '打印推荐表：chengxin form recommendation --out 文件夹；登记收到的材料：chengxin paper template -o 报送材料.xlsx，填收到日期后 chengxin paper import 报送材料.xlsx',
  'nomination list': '名单里没有推荐对象，看各家的理由：chengxin nomination list',
  'publicity open': '公示推荐名单：chengxin publicity open',
  'publicity close':
    '公示期满、异议都有结论后结束公示：chengxin publicity list，再 chengxin publicity close 编号',
  'title grant': '授予称号：chengxin title grant --document 文号 --on 日期',
  'title review': '核查已授予的称号：chengxin title review',
}

interface RunView {
  evaluation: EvaluationView
  agencies: number
  subject: SubjectNoun
  changed: boolean
}

const counts = (c: Counts) =>
  `共 ${c.rows} 行，新增 ${c.added}、变更 ${c.changed}、不变 ${c.unchanged}${c.rejected > 0 ? `、退回 ${c.rejected}` : ''}`

export const said = {
  written: (path: string) => `已写入 ${path}`,
  moreInJson: (left: { code: string; count: number }[]) =>
    `另有 ${left.map(l => `${l.code} ${l.count} 处`).join('、')}；全部：加 --json`,
  more: (left: { code: string; count: number }[]) =>
    `另有 ${left.map(l => `${l.code} ${l.count} 处`).join('、')}；完整清单：加 --report 文件名`,
  importRefused: (file: string, rejected: number, good: number) =>
    rejected > 0
      ? `${file}：有 ${rejected} 行不合格，整个文件没有导入；先导入其余 ${good} 行请加 --rejects 退回.csv`
      : `${file}：没有导入`,
  importSame: (file: string, batch: number) => `${file}：与第 ${batch} 批导入的文件完全相同，没有改动`,
  importDry: (c: Counts) => `试导入 ${c.file}（${c.encoding}）：${counts(c)}；没有写入`,
  importDone: (c: Counts & { batch: number }) =>
    `已导入 ${c.file}（${c.encoding}，第 ${c.batch} 批）：${counts(c)}`,
  importNothing: (c: Counts) => `${c.file}（${c.encoding}）：没有可写入的行；${counts(c)}`,
  missingAgencies: (names: string[]) =>
    `名录中另有 ${names.length} 家同区县机构不在本文件里，未作改动：${names.slice(0, 5).join('、')}${names.length > 5 ? '等' : ''}`,
  moreChanges: (left: number) => `……另有 ${left} 处变更（--json 看全部）`,
  added: (label: string) => `已登记 ${label}`,
  wouldAdd: (label: string) => `可以登记 ${label}；没有写入`,
  notAdded: '没有登记',
  mapped: (pairs: [string, string][]) =>
    `列对照：${pairs.map(([header, field]) => `${header} → ${field === '-' ? '不导入' : field}`).join('，')}`,
  mappingSaved: (name: string) => `列对照已存为“${name}”，下次用 --mapping ${name}`,
  rejectsWritten: (path: string, rows: number) => `退回 ${rows} 行，写入 ${path}；改正后只导入这个文件`,
  opened: (e: EvaluationView & { scheme_id: string }) =>
    `已建立评估批次 ${e.id}：${e.scheme_id}，${e.year} 年度，截止日 ${e.as_of}`,
  ran: (s: RunView) =>
    `评估批次 ${s.evaluation.id}（截止日 ${s.evaluation.as_of}）：已计算 ${howMany(s.agencies, s.subject)}${s.changed ? '' : '，与上次结果相同'}`,
  fieldChange: (c: { what: string; field: string; before: string; after: string }) =>
    `${c.what} ${c.field}：${c.before} → ${c.after}`,
  field: (name: string, text: string) => `${name}：${text}`,
  /** `official`: the document's total. */
  /** Nothing given yet: what the document says, never a zero. */
  quotaOpen: {
    allotment: (n: number, clause: string) =>
      `共 ${n} 个名额（${clause}），尚未分配：chengxin quota allocate --adopt`,
    whole: (n: number, clause: string) => `共 ${n} 个名额（${clause}），统一评选，不分配到推荐范围`,
  },
  quotaTotal: (total: number, official: number, clause: string) =>
    `合计 ${total} 个名额（${total === official ? '' : `文件为 ${official}，`}${clause}）`,
  proposed: (t: {
    places: number
    nominated: number
    forProfit: number | null
    open: number
    ties: string[]
  }) =>
    `推荐 ${t.nominated} 家（名额 ${t.places}）${t.forProfit === null ? '' : `，其中经营性 ${t.forProfit} 家`}` +
    (t.ties.length > 0 ? `；${t.ties.join('、')}在末位并列，${t.open} 个名额待定` : ''),
  notFinalized: (id: number) =>
    `提醒：评估批次 ${id} 还没有审定，候选机构都不符合条件；先运行 chengxin evaluation finalize`,
  nominationChecked: (n: number) => (n === 0 ? '推荐名单没有问题' : `推荐名单有 ${n} 处问题`),
  made: (i: {
    db: string
    scheme: { document: string }
    jurisdictions: number
    places: number
    calendar: { from: number; to: number }
    district: { name: string; places: number } | null
  }) =>
    `已建立 ${i.db}：${i.district === null ? '' : `${i.district.name}${i.places === 0 ? '' : `（名额 ${i.district.places} 个）`}使用，`}${i.scheme.document}，${i.jurisdictions} 个推荐范围${i.places === 0 ? '' : `，${i.places} 个名额`}，工作日历 ${i.calendar.from}–${i.calendar.to}`,
  /** `which`: the evaluation, where the commands would not find it by themselves. */
  next: (step: string, which: string | null = null) =>
    `下一步：${(STEPS[step] ?? step).replace(/chengxin evaluation (?!open)\w+/g, which === null ? '$&' : `$& --evaluation ${which}`)}`,
  statusHead: (today: string, scheme: string, district: string | null) =>
    `${today}，方案 ${scheme}${district === null ? '' : `，${district}`}`,
  counted: (name: string, rows: number, batches: number) =>
    rows === 0 ? `${name}：还没有` : `${name}：${rows} 条${batches > 0 ? `（${batches} 批导入）` : ''}`,
  logWhole: (entries: number, head: string | null) =>
    `操作日志 ${entries} 条完整，末条 ${head?.slice(0, 12) ?? '—'}`,
  logBroken: (n: number) => `操作日志有 ${n} 处不符`,
  upgraded: (u: { path: string; to: string; backup: string }) =>
    `${u.path} 是旧版本程序建立的，已升级（${u.to.slice(0, 3)}）；升级前的备份：${u.backup}`,
  resultsDiscarded: (ids: number[]) =>
    `评估批次 ${ids.join('、')} 的结果随之作废；下一步：chengxin evaluation run`,
  undone: (batch: number, file: string, rows: number) => `已撤回第 ${batch} 批（${file}），恢复 ${rows} 行`,
  formsWritten: (n: number, folder: string) => `已写入 ${n} 份到 ${folder}`,
  demoStep: (n: number, title: string) => `第 ${n} 步　${title}`,
  demoPapers: (folder: string) => `写好的纸面材料（${folder}）`,
  defect: (log: string) => `程序内部出错，数据没有改动。详情见 ${log}，加 --debug 可直接显示`,
  outdatedNominations: (n: number) =>
    `提醒：推荐名单有 ${n} 家与现有数据不符，先运行 chengxin nomination propose`,
  noNominees: '推荐名单里没有推荐机构：用 chengxin nomination list 看理由',
  missingOnPaper: (paper: string, tags: string[]) => `${paper} 有空缺：${tags.join('、')}`,
}

export const words = {
  column: {
    ...column,
    ...cases.column,
    ...inspections.column,
    ...archives.column,
    ...licenses.column,
    ...campaigns.column,
    ...measures.column,
    ...sheets.column,
    ...schemes.column,
    ...subjects.column,
    ...papers.column,
    ...forms.column,
    ...orders.column,
    ...subjectForms.column,
    ...submissions.column,
    ...templates.column,
    ...yearPage.column,
    ...places.column,
    ...calendar.column,
    ...nominees.column,
    ...publicity.column,
    ...titles.column,
    ...versions.column,
  } as Record<string, string>,
  help: {
    ...help,
    ...cases.help,
    ...inspections.help,
    ...archives.help,
    ...licenses.help,
    ...campaigns.help,
    ...measures.help,
    ...sheets.help,
    ...schemes.help,
    ...explain.help,
    ...subjects.help,
    ...papers.help,
    ...forms.help,
    ...orders.help,
    ...subjectForms.help,
    ...submissions.help,
    ...templates.help,
    ...yearPage.help,
    ...places.help,
    ...calendar.help,
    ...nominees.help,
    ...publicity.help,
    ...titles.help,
    ...versions.help,
  } as Record<string, string>,
  value,
  templateField: templates.templateField,
  overflowHeader: '多出的内容',
  rejectHeaders: ['问题代码', '问题说明'],
  stages: { read: '读取', decide: '核对', write: '写入' } as Record<'read' | 'decide' | 'write', string>,
  labels: {
    error: '错误',
    warning: '提醒',
    place: '位置：',
    why: '原因：',
    fix: '处理：',
    stop: '。',
    listStop: '；',
    required: '（必填）',
    all: '合计',
    /** A field by its official header, or by its key. */
    field: (header: string, _key: string) => header,
    /** Choices behind a text: as the program calls them, and as the clerk does. */
    oneOf: (all: readonly { name: string; word: string }[]) => `：${all.map(one => one.word).join('、')}`,
    /** What is stored, shown to a reader, whose official word is given. */
    value: (_stored: string, official: string) => official,
    /** One of them in a sentence. */
    choice: ({ name, word }: { name: string; word: string }) => (name === word ? name : `${name}（${word}）`),
    examples: '示例',
    none: '—',
    todo: '待办',
    ours: '本程序默认',
    unknown: '未定',
    incomplete: '未完成',
    noEvaluation: '还没有评估批次',
    noNomination: '还没有提出推荐名单',
    deadlines: '期限',
    ok: '正确',
    undone: '已撤回',
    notOk: '有误',
    usage: '用法：',
    options: '选项：',
    globalOptions: '全局选项：',
    commands: '命令：',
    arguments: '参数：',
    anyOptions: '[选项]',
    anyCommand: '[命令]',
    choices: (all: readonly string[]) => `（可选 ${all.join('、')}）`,
    standard: (value: string) => `（默认 ${value}）`,
  },
  said: {
    ...cases.said,
    ...inspections.said,
    ...archives.said,
    ...licenses.said,
    ...campaigns.said,
    ...sheets.said,
    ...measures.said,
    ...schemes.said,
    ...schemeRules.said,
    ...explain.said,
    ...papers.said,
    ...forms.said,
    ...orders.said,
    ...subjectForms.said,
    ...submissions.said,
    ...templates.said,
    ...yearPage.said,
    ...places.said,
    ...calendar.said,
    ...nominees.said,
    ...publicity.said,
    ...titles.said,
    ...versions.said,
    ...status,
    ...said,
  },
  demo: {
    init: '建立数据库：十八个推荐范围、130 个名额',
    import: '导入名录和全年台账',
    evaluation: '评估：导入评分表、查缺项、计算、逐项说明',
    finalize: '审定评估结果',
    nomination: '按名额提出推荐名单并核对',
    papers: '打印推荐表、评分表、名额分配表',
    close: '收尾：进度与操作日志',
  },
  usage,
}
