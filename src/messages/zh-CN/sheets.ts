// 评分表、人工调整、结果告知和异议的说法。
import type { ProblemTextsOf } from '../problem-texts.ts'

export const column = {
  rater_kind: '评价主体',
  rater: '评价人',
  rated: '已评项数',
  standing: '是否计入',
  withdrawn_on: '撤回日期',
  score: '得分',
  computed: '计算得分',
  rating: '评分',
  others: '其他人平均',
  share: '相差占满分',
  served_on: '送达日期',
  object_by: '异议截止日',
  method: '送达方式',
  receiver: '签收人',
  raised_on: '提出日期',
  content: '异议内容',
  decide_by: '答复期限',
  reply: '答复',
  decided_by: '决定人',
}

export const help = {
  'evaluation template': '写出空白评分表，每类评价主体一张，填好可导入',
  'evaluation sheets': '列出评分表：计入，或为何不计入',
  'evaluation withdraw': '撤回一份评分表：保留可查，不计入',
  'evaluation exclude': '评价人有利害关系，回避：其评分表保留可查，不计入',
  'evaluation exclusions': '列出回避的评价人',
  'evaluation override': '人工确定一项指标的得分，写明理由和依据文件',
  'evaluation overrides': '列出人工确定的得分，旁列计算得分',
  'evaluation outliers': '与其他评分相差悬殊的单个评分，供会商；不改变得分',
  'evaluation notice': '写出评估结果书面告知书',
  'evaluation serve': '登记告知书送达',
  'evaluation object': '登记对评估结果的异议',
  'evaluation decide': '登记异议的处理结论',
  'evaluation objections': '列出异议',
  '--rater-kind': '评价主体',
  '--rater': '评价人',
  'template --rater': '评价人，可重复；不写则留空由评价人填',
  'template --form': 'wide 每个评估对象一行，long 每项评分一行',
  'evaluation template --type': '只写这一类型的主体',
  'evaluation --subject': '哪一家机构或主体，写编号或名称',
  '--lift': '解除，恢复原状',
  'evaluation serve --all': '所有还没有送达的',
  'evaluation notice --all': '全部',
  '--late': '逾期提出仍受理，理由用 --reason 写明',
  'evaluation objections --state': '只列这一状态的',
}

export const said = {
  templateWritten: (names: string[]) =>
    `共 ${names.length} 张：${names.join('、')}；填好后逐张导入：chengxin evaluation import 文件 --sheet 表名`,
  withdrawn: (s: { subject: string; rater: string; lift: boolean }) =>
    s.lift ? `${s.subject}：${s.rater}的评分表恢复计入` : `${s.subject}：${s.rater}的评分表已撤回，不再计入`,
  notWithdrawn: '评分表没有变动',
  excluded: (e: { rater: string; subject: string | null; lift: boolean; sheets: number }) =>
    `${e.rater}${e.lift ? '不再回避' : '回避'}${e.subject === null ? '全部评价对象' : `：${e.subject}`}，涉及已有评分表 ${e.sheets} 份`,
  everybody: '全部',
  notExcluded: '回避没有变动',
  runAgain: (evaluation: string | null) =>
    `重新运行 chengxin evaluation run${evaluation === null ? '' : ` --evaluation ${evaluation}`} 后计入结果`,
  sheetStanding: { counted: '计入', withdrawn: '撤回', excluded: '回避' },
  overridden: (o: { subject: string; indicator: string; score: string; computed: string }) =>
    `${o.subject} ${o.indicator}：人工确定 ${o.score} 分（计算得分 ${o.computed}）`,
  overrideLifted: (o: { subject: string; indicator: string; score: string }) =>
    `${o.subject} ${o.indicator}：恢复计算得分 ${o.score}`,
  notOverridden: '得分没有变动',
  against: { other_kinds: '其他评价主体', same_kind: '同类其他评价人' },
  outliersFound: (count: number, percent: number) =>
    count === 0
      ? `没有相差满分 ${percent}% 以上的单个评分（此界线是本程序默认）`
      : `相差满分 ${percent}% 以上的单个评分 ${count} 个，供会商，得分不变（界线见方案）`,
  served: (s: { count: number; on: string; by: string; before: number }) =>
    `已登记送达 ${s.count} 份，${s.on} 送达，异议截止 ${s.by}${s.before > 0 ? `；此前已送达 ${s.before} 份，不变` : ''}`,
  openNotices: (n: number) =>
    `${n} 份告知的评估未完成，结果未定，告知书已写明；用 chengxin evaluation show --status incomplete 列出，补齐并重新审定后另行告知`,
  notServed: '没有登记送达',
  objectDays: (days: number) => `异议期按送达次日起 ${days} 个工作日计，原文未定，为本程序默认`,
  decideDays: (days: number) => `答复期限按提出次日起 ${days} 个工作日计，原文未定，为本程序默认`,
  objected: (o: { id: number; subject: string; by: string; late: boolean }) =>
    `已登记第 ${o.id} 号异议：${o.subject}${o.late ? '（逾期提出）' : ''}，应于 ${o.by} 前答复`,
  notObjected: '异议没有登记',
  decided: (o: { id: number; outcome: string }) => `第 ${o.id} 号异议：${o.outcome}`,
  notDecided: '异议没有变动',
  mustReopen: (id: number) =>
    `异议成立不会自动改变结果：需要重开评估的，由有权人员办理（评估批次 ${id}，chengxin evaluation reopen --evaluation ${id} --reason 理由）`,
  objectionState: { open: '待答复', overdue: '逾期未答复', decided: '已答复' } as Record<string, string>,
  objectionOutcome: {
    upheld: '成立',
    partly_upheld: '部分成立',
    rejected: '不成立',
    withdrawn: '撤回',
  } as Record<string, string>,
}

export const problems: ProblemTextsOf<'CX124' | 'CX125'> = {
  CX1240: () => ({ what: '这一行没有填评分，没有导入', why: '留空是没有评，不是零分', fix: '评好后再导入' }),
  CX1241: p => ({
    what: `${p.what}的评分表已于 ${p.on} 撤回（${p.reason}），没有覆盖`,
    fix: '确需重新采用的，先用 chengxin evaluation withdraw --lift 恢复',
  }),
  CX1242: p => ({ what: `指标 ${p.number} 不评“${p.type}”`, fix: '核对主体的类型，或清空这一格' }),
  CX1243: p => ({
    what: `${p.value}的类型不在方案的评估对象里`,
    fix: `先在主体台账里更正类型；方案的类型：${p.types}`,
  }),
  CX1244: p => ({
    what: p.on === null ? `${p.what}的评分表没有撤回过` : `${p.what}的评分表已于 ${p.on} 撤回`,
    fix: '用 chengxin evaluation sheets 核对',
  }),
  CX1245: p => ({ what: `${p.rater}以几种身份评分：${p.kinds}`, fix: '用 --rater-kind 指明一种' }),
  CX1246: p => ({
    what:
      p.reason === null
        ? `${p.rater}没有回避${p.from === null ? '全部评价对象' : `“${p.from}”`}的记录`
        : `${p.rater}已经回避${p.from === null ? '全部评价对象' : `“${p.from}”`}：${p.reason}`,
    fix: '用 chengxin evaluation exclusions 核对',
  }),
  CX1247: p => ({
    what: `${p.subject} ${p.indicator} 没有人工确定的得分`,
    fix: '用 chengxin evaluation overrides 核对',
  }),
  CX1248: p => ({
    what: `${p.indicator} 是认定条件，没有分值，不能确定得分`,
    fix: '由评审在评分表里改写符合或不符合',
  }),
  CX1249: p => ({
    what: `评估批次 ${p.id} 还没有审定`,
    why: '告知和异议针对审定的结果',
    fix: '先运行 chengxin evaluation finalize',
  }),
  CX1250: p => ({ what: `${p.subject}的告知书已于 ${p.on} 送达`, fix: '不必再登记；登记有误的请核对日志' }),
  CX1251: p => ({
    what: `从 ${p.value} 起的工作日数不到：没有那一年的工作日历`,
    fix: `用 ${p.option} 写明日期，或用 chengxin calendar import 导入该年的放假通知后再算`,
  }),
  CX1252: p => ({
    what: `${p.subject}还没有送达告知书，不能登记异议`,
    fix: '先用 chengxin evaluation serve 登记送达',
  }),
  CX1253: p => ({
    what: `${p.subject}的异议 ${p.on} 提出，已过截止日 ${p.by}`,
    fix: '仍要受理的，加 --late 并用 --reason 写明理由',
  }),
  CX1254: p => ({
    what: `第 ${p.no} 号异议已于 ${p.on} 作出结论：${said.objectionOutcome[p.outcome]}`,
    fix: '核对编号；另有异议的另行登记',
  }),
  CX1255: p => ({
    what: p.kind === null ? '没有可评的机构或主体' : `没有要由“${p.kind}”评的机构或主体`,
    fix: '核对方案中各指标的评价主体、推荐范围和类型',
  }),
  CX1256: p => ({
    what: `文本文件只能写一张表，现有：${p.sheets}`,
    fix: '用 --rater-kind、--type 指明一张，或写成 xlsx',
  }),
}
