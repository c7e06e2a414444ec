// 评估方案的说法：表头、各部分、校验发现的问题。规则读成的句子在 scheme-rules.ts。
import type { WrongValue } from '../../domain/scheme/scheme-problems.ts'
import type { ProblemTextsOf } from '../problem-texts.ts'

type Wrong = (p: { path: string; detail: string }) => { what: string; fix: string }

const TYPES: Readonly<Record<string, string>> = {
  string: '文字（编号、代码要加引号）',
  number: '数',
  boolean: 'true 或 false',
  array: '列表',
  object: '一组“项: 值”',
}

/** What is the matter with a value. */
export const wrongValue: Readonly<Record<WrongValue, Wrong>> = {
  missing: ({ path }) => ({
    what: `缺 ${path}`,
    fix: /clause$/.test(path) ? '写条款；原文没有说的写 default' : '补上，写法见 docs/schemes.md',
  }),
  choice: ({ path, detail }) => ({ what: `${path} 没有这种写法`, fix: `可选：${detail}` }),
  fact: ({ path, detail }) => ({
    what: `${path} 的“${detail}”不是这条规则能用的事实`,
    fix: '能用的见 chengxin scheme facts；方案自列的指标写 metric.编号',
  }),
  type: ({ path, detail }) => ({
    what: `${path === '' ? '方案' : path} 应为${TYPES[detail] ?? detail}`,
    fix: '对照 docs/schemes.md 改正',
  }),
  form: ({ path, detail }) => ({
    what: `${path} 的值不对：${detail}`,
    fix: '对照 docs/schemes.md 改正；编号、代码要加引号',
  }),
}

/** Why a scheme contradicts itself, by the kind of fault. */
export const inconsistent: Readonly<Record<string, string>> = {
  sum: '合计不符',
  duplicate: '编号重复',
  bands: '等级分数线有重叠、缺口或够不着',
  reference: '引用了不存在的项',
  empty: '谁也给不出这项的分',
  unused: '声明了却没有用到',
  subject: '这类主体没有这项事实或这一部分',
  metric: '指标数据的种类或主体类型与规则不符',
  graded: '分档、扣分、比例规则给分不当',
  condition: '条件（0分）须写 required，有分值的必备条件须有规则',
  date: '日期早于文件日期，或止早于起',
  decision: '没有等级也没有结论，或结论没有所依据的条件',
}

export const column = {
  document: '文件',
  issuer: '印发机关',
  subjects: '适用主体',
  on_file: '数据库',
  shipped: '随程序',
  number: '序号',
  indicator: '指标',
  points: '分值',
  criterion: '标准',
  evidence: '依据方式',
  raters: '评价主体',
  rules: '规则',
  types: '主体类型',
  part: '部分',
  entry: '条目',
  fact: '事实',
  register: '来源台账',
  words: '取值',
  stages: '步骤',
  breach: '罚则',
}

export const help = {
  scheme: '评估方案：各文件的指标、分值、规则和条款',
  'scheme list': '列出随程序提供的和数据库里的方案',
  'scheme show': '按通知的表格列出一个方案；写编号、方案文件，或 @评估批次',
  'scheme show --type': '只列这一类主体的指标',
  'scheme check': '校验方案文件，一次列出全部问题；不需要数据库',
  'scheme diff': '比较两个方案：哪里增加、减少、不同',
  'scheme diff --part': '只比较这一部分',
  'scheme add': '把本地方案或随程序提供的方案放入数据库',
  'scheme add --replace': '替换数据库里同一编号的旧文本',
  'scheme facts': '列出规则可以用的事实：类型、单位、来源台账',
  'scheme facts --subject': '只列这类主体有的',
  'scheme schema': '写出方案格式的 JSON Schema，供编辑器校验和提示',
}

export const said = {
  schemeHead: (s: { title: string; id: string }) => `${s.title}（${s.id}）`,
  schemeDocument: (s: { notice: string; document: string; issuer: string; status: string }) =>
    `《${s.notice}》${s.document === s.notice ? '' : s.document}　${s.issuer}　${s.status}`,
  schemeDates: (d: { issued: string | null; from: string | null; to: string | null; clause: string }) =>
    `日期：印发 ${d.issued ?? '原文未写'}${d.from === null ? '' : `，自 ${d.from} 施行`}${d.to === null ? '' : `，至 ${d.to}`}（${d.clause}）`,
  schemeBasis: (basis: readonly string[]) => `依据：${basis.join('、')}`,
  schemeFor: (s: { subject: string; kinds: readonly string[]; types: readonly string[]; clause: string }) =>
    `适用：${s.subject}${s.kinds.length === 0 ? '' : `，${s.kinds.join('、')}`}${s.types.length === 0 ? '' : `：${s.types.join('、')}`}（${s.clause}）`,
  schemeAsOf: (monthDay: string, clause: string) => `截止日：每年 ${monthDay}（${clause}）`,
  schemeAward: (a: {
    title: string
    seats: number | null
    from: number | null
    to: number | null
    clause: string
  }) =>
    `称号：${a.title}${a.seats === null ? '' : `，${a.seats} 家`}${a.from === null ? '' : `（${a.from}—${a.to ?? ''}）`}（${a.clause}）`,
  schemeContact: (c: { phones: readonly string[]; email: string | null; clause: string }) =>
    `联系：${[...c.phones, ...(c.email === null ? [] : [c.email])].join('、')}（${c.clause}）`,
  schemePart: {
    document: '文件',
    raters: '评价主体和权重',
    scoring: '计分',
    grades: '等级和结论',
    categories: '类别',
    indicators: '指标',
    metrics: '指标数据',
    nomination: '推荐名额',
    titles: '称号的公示和撤销',
    jurisdictions: '推荐范围',
    stages: '步骤和期限',
    archive: '诚信档案',
    papers: '表格',
    gaps: '原文没有规定或残缺之处',
    consequences: '后果',
  },
  raterLine: (r: { name: string; weight: number; clause: string }) =>
    `${r.name}：权重 ${r.weight}（${r.clause}）`,
  scoringLines: (s: {
    missing: string
    several: string
    cap: { percent: number; clause: string }
    rounding: { decimals: number; clause: string }
    complaint: { days: number; clause: string }
    outlier: { percent: number; clause: string }
  }) => [
    `缺一方评价时，其余各方的权重归一（${s.missing}）`,
    `同一方有几份评分的取平均（${s.several}）`,
    `台账规则不满足时评审分最高为满分的 ${s.cap.percent}%（${s.cap.clause}）`,
    `四舍五入到 ${s.rounding.decimals} 位小数（${s.rounding.clause}）`,
    `投诉未写时限的按 ${s.complaint.days} 个工作日（${s.complaint.clause}）`,
    `与其他各方平均分相差达满分 ${s.outlier.percent}% 的评分提交会议（${s.outlier.clause}）`,
  ],
  metricLine: (f: { name: string; is: string; unit: string | null; types: readonly string[] }) =>
    `${f.name}（${f.is}${f.unit === null ? '' : `，${f.unit}`}）${f.types.length === 0 ? '' : `：${f.types.join('、')}`}`,
  jurisdictionLine: (j: { code: string; name: string; places: number; clause: string }) =>
    `${j.code} ${j.name}${j.places === 0 ? '' : `：${j.places} 个名额`}（${j.clause}）`,
  paperLine: (p: { title: string; clause: string }) => `${p.title}（${p.clause}）`,
  bandLine: (b: { grade: string; label: string; min: string }) =>
    `${b.grade}${b.label === b.grade ? '' : ` ${b.label}`}：${b.min} 分以上`,
  bandsClause: (clause: string) => `等级分数线（${clause}）`,
  decisionLine: (d: { passed: string; failed: string; least: string | null; clause: string }) =>
    `各项必备条件都满足${d.least === null ? '' : `，且总分 ${d.least} 分以上`}：${d.passed}；否则：${d.failed}（${d.clause}）`,
  limitLine: (l: { name: string; grade: string; on: boolean; clause: string }) =>
    `${l.name} → 不高于“${l.grade}”${l.on ? '' : '（未启用）'}（${l.clause}）`,
  consequenceLine: (c: { name: string; clause: string }) => `${c.name}（${c.clause}）`,
  stageLine: (s: {
    number: number
    name: string
    by: string
    what: string
    from: string | null
    to: string | null
    days: number | null
    clause: string
  }) =>
    `${s.number}. ${s.name}：${s.by}，${s.what}${s.from === null ? '' : `，${s.from} 至 ${s.to ?? ''}`}${s.days === null ? '' : `，${s.days} 个工作日`}（${s.clause}）`,
  deadlineLine: (d: {
    year: number | null
    month_day: string
    name: string
    to: string
    after_publicity: boolean
    clause: string
  }) =>
    `${d.year === null ? '每年 ' : `${d.year}-`}${d.month_day} 前：${d.name}，${d.after_publicity ? '公示后' : ''}报${d.to}（${d.clause}）`,
  gapLine: (g: { note: string; clause: string }) => `${g.note}（${g.clause}）`,
  sectionsLine: (a: { title: string; sections: readonly string[]; clause: string }) =>
    `${a.title}：${a.sections.join('、')}（${a.clause}）`,
  placesLine: (p: { title: string; seats: number; clause: string }) =>
    `${p.title}：${p.seats} 家（${p.clause}）`,
  shareLine: (s: { percent: number; clause: string }) =>
    `推荐的机构中经营性不少于 ${s.percent}%（${s.clause}）`,
  rankingLine: (keys: { name: string; clause: string }[]) =>
    `排序：${keys.map(k => `${k.name}（${k.clause}）`).join('、')}`,
  gateLine: (g: { name: string; on: boolean; clause: string }) =>
    `${g.name}${g.on ? '' : '（未启用）'}（${g.clause}）`,
  condition: '条件',
  required: '必备',
  schemeRight: (s: { file: string; title: string; indicators: number; rules: number; ours: number }) =>
    `${s.file}：没有问题。${s.title}，指标 ${s.indicators} 项，规则 ${s.rules} 条，其中 ${s.ours} 处是默认值（default）`,
  schemeWrong: (file: string, count: number) => `${file}：${count} 处问题`,
  /** What differs, where no column has that name. */
  differs: {
    name: '名称',
    notice: '通知',
    issued: '印发日期',
    from: '开始',
    to: '截止',
    basis: '依据',
    kinds: '类别',
    award: '称号',
    award_seats: '称号数量',
    weight: '权重',
    cap: '封顶%',
    complaint_limit: '投诉时限',
    outlier: '偏离%',
    label: '等级说明',
    min: '分数线',
    passed: '符合时',
    failed: '不符合时',
    min_total: '最低总分',
    vetoes: '一票否决',
    on: '启用',
    category: '类别',
    required: '必备',
    is: '种类',
    seats: '名额',
    for_profit_share: '经营性比例%',
    gates: '条件',
    ranking: '排序',
    places: '名额',
    by: '由谁',
    what: '内容',
    working_days: '工作日',
    month_day: '期限',
    sections: '栏目',
    recommendation: '推荐表',
    results: '结果表',
    quota: '名额表',
    no_fee: '不收费声明',
    years: '年数',
    sent_to: '报送',
    level: '荣誉级别',
    places_by: '名额分配',
    period_from: '名额自',
    period_to: '名额至',
    publicity_days: '公示工作日',
    count_first_day: '首日计入',
    grounds: '撤销情形',
    taken_back: '同样撤销的荣誉',
    work: '程序办理',
    after_publicity: '公示后报',
  } as Record<string, string>,
  schemesEqual: '没有不同',
  differenceOnly: { before: '没有了', after: '新增' },
  schemeAdded: {
    added: (title: string, id: string) => `已放入方案 ${title}（${id}）`,
    replaced: (title: string, id: string) => `已替换方案 ${title}（${id}）的文本`,
    unchanged: (title: string, id: string) => `方案 ${title}（${id}）与数据库里的文本相同，没有改动`,
  },
  schemeWouldAdd: {
    added: (title: string, id: string) => `可以放入方案 ${title}（${id}）`,
    replaced: (title: string, id: string) => `可以替换方案 ${title}（${id}）的文本`,
    unchanged: (title: string, id: string) => `方案 ${title}（${id}）与数据库里的文本相同，不会改动`,
  },
  schemeNotAdded: '没有放入方案',
  schemeDry: '试运行，没有写入',
  schemeAffects: (use: { evaluation: number; year: number; sheets: number }) =>
    `评估批次 ${use.evaluation}（${use.year} 年度，评分表 ${use.sheets} 份）改按新文本，须重新运行 chengxin evaluation run；已审定的评估保留原文本`,
}

export const problems: ProblemTextsOf<'CX122' | 'CX2006'> = {
  CX2006: p => ({ what: `${p.file} 不是 UTF-8 文本`, fix: '用编辑器另存为 UTF-8' }),
  CX1220: p => ({
    what: `数据库里已有方案“${p.id}”，文本不同`,
    fix: '要替换旧文本加 --replace，先用 chengxin scheme diff 比较；另一个方案请改 id',
  }),
  CX1221: p => ({
    what: `方案“${p.id}”的新文本与已有评分表对不上：${p.misfits}`,
    why: `未审定的评估批次 ${p.evaluations} 已按旧文本评分`,
    fix: '先审定这些评估，或把新文本的 id 改成另一个编号',
  }),
}
