// 逐项说明、缺项和评估结果的说法。
import type { SubjectNoun } from '../../domain/scheme/scheme.ts'
import type { ProblemTextsOf } from '../problem-texts.ts'
import { howMany } from './how-many.ts'
import { said as ofSchemes } from './scheme-rules.ts'
import { value } from './terms.ts'

/** As the column 主体类型 has them. */
const NOUN: Record<string, string> = {
  ...ofSchemes.subjectNoun,
  ...{ institution: '机构', platform: '平台' },
}

const RECORDS: Record<string, string> = {
  complaint: '投诉',
  penalty: '处罚',
  offense: '不良记录',
  staff_offense: '从业人员不良记录',
  credit_default: '不良信用记录',
  inspection: '检查',
  rectification: '整改',
  activity: '活动',
  honor: '荣誉',
}

/** 记录因何不计入：字段和值。 */
const DIFFERS: Record<string, string> = {
  'status revoked': '截止日前已撤销',
  'status expired': '截止日前已到期',
  'status not_yet': '截止日尚未授予',
  'status under_review': '正在复议或诉讼',
  'finding open': '截止日尚未办结',
  'finding not_upheld': '查为不属实',
  'finding withdrawn': '已撤回',
  'finding upheld': '查为属实',
  'finding partly_upheld': '查为部分属实',
  'dishonest false': '认定不涉不诚信',
  'dishonest unknown': '未认定是否涉不诚信',
  'serious false': '不属情节严重',
  'serious unknown': '未认定是否情节严重',
  'overdue false': '截止日尚未逾期',
}

/** 认定条件没有分值，评符合记 1、不符合记 0。 */
const judgedBy = (mean: string) =>
  mean === '1.00' ? '符合' : mean === '0.00' ? '不符合' : `评法不一，评符合的占 ${mean}`

export const help = {
  'evaluation check': '列出缺项及其可能的影响，影响大的在前',
  'evaluation show': '评估结果',
  'evaluation explain': '逐项说明一个评估对象的得分：评分、规则、记录、差一点的记录、距上一等级的差距',
  '--ratings': '列出每位评价人的评分',
  '--explain-format': '输出格式；html 和 docx 为文件，用 -o 写明文件名',
  '--grade': '只列这个等级的',
  '--status': '只列总分已定的或未完成的',
  '--limit': '最多列几行',
  'evaluation explain --out': 'html、docx 写入的文件夹',
}

export const said = {
  elsewhere: (e: { count: number; kind: SubjectNoun; wanted: SubjectNoun }) =>
    `另有 ${e.count} 家登记为${NOUN[e.kind]}，类型在方案之内，但方案只取${NOUN[e.wanted]}，不参加评估；用 chengxin evaluation check 列出`,
  explanation: {
    /** 逐项说明成表时的列。 */
    columns: {
      number: '指标号',
      indicator: '指标',
      points: '满分',
      score: '得分',
      running: '累计',
      part: '项目',
      outcome: '结论',
      explanation: '说明',
      type: '类型',
    },
    checked: (c: { id: number; subject: SubjectNoun; subjects: number; open: number; todo: number }) =>
      `评估批次 ${c.id}：${c.open === 0 ? '没有缺项' : `${howMany(c.subjects, c.subject)}总分、等级或结论未定（${c.open} 处缺项）`}` +
      (c.todo === 0 ? '' : `，另有 ${c.todo} 处待办，不影响结果`),
    setAside: (s: { withdrawn: number; excluded: number }) =>
      `另有 ${s.withdrawn + s.excluded} 份评分表不计入：撤回 ${s.withdrawn} 份，评价人回避 ${s.excluded} 份`,
    explainHead: (
      e: { year: number; as_of: string; status: 'open' | 'finalized'; version: number },
      scheme: { document: string; title: string },
      type: string | null,
    ) =>
      `${scheme.document} ${scheme.title}，${type === null ? '' : `${type}，`}${e.year} 年度，截止日 ${e.as_of}，${value.evaluationStatus[e.status]}${e.version > 1 ? `，第 ${e.version} 版` : ''}`,
    unranked: (n: number, noun: SubjectNoun) => `名次未计总分未定的 ${howMany(n, noun)}，定后可能变动`,
    partial: (reason: string) => `带未定项审定，理由：${reason}`,
    explainTotal: (t: {
      total: string | null
      grade: {
        grade: string | null
        computed: string | null
        lowest: string | null
        highest: string | null
      } | null
      decision: { word: string | null } | null
      rank: number | null
      toNext: string | null
      cushion: string | null
    }) =>
      [
        t.total === null ? null : `总分 ${t.total}`,
        t.grade === null
          ? null
          : t.grade.grade === null
            ? t.grade.lowest === t.grade.highest
              ? '等级未定'
              : `等级未定（${t.grade.lowest} 至 ${t.grade.highest}）`
            : `等级 ${t.grade.grade}${t.grade.computed === null ? '' : `（按总分为 ${t.grade.computed}）`}`,
        t.decision === null ? null : t.decision.word === null ? '结论待定' : `结论：${t.decision.word}`,
        t.rank === null ? null : `第 ${t.rank} 名`,
        t.toNext === null ? null : `距上一等级 ${t.toNext} 分`,
        t.cushion === null ? null : `高出本等级线 ${t.cushion} 分`,
      ]
        .filter(part => part !== null)
        .join('，'),
    fired: (f: {
      id: number | string
      kind: 'veto' | 'limit' | 'cap'
      name: string
      grade: string | null
      points: string | null
      clause: string
    }) =>
      f.kind === 'veto'
        ? `一票否决：${f.id}.${f.name}，等级不高于 ${f.grade}（${f.clause}）`
        : f.kind === 'limit'
          ? `等级限制“${f.name}”：等级不高于 ${f.grade}（${f.clause}）`
          : `封顶：${f.id}.${f.name}有必备条件不满足，评审分以 ${f.points} 为限（${f.clause}）`,
    limitOpen: (l: { name: string; grade: string; clause: string }) =>
      `等级限制“${l.name}”缺佐证，可能使等级不高于 ${l.grade}（${l.clause}）`,
    /** 说明里的记号。 */
    legend: '✓ 满足　✗ 不满足　? 无佐证　– 不适用　≈ 差一点的记录',
    limits: '等级限制',
    limit: (grade: string) => `等级不高于 ${grade}`,
    limitFires: { yes: '触发', no: '未触发', open: '待定' },
    consequence: (c: { name: string; grade: string; years: number; clause: string }) =>
      `${c.name}（提示，由人决定）：${c.years > 1 ? `连续 ${c.years} 年` : ''}等级 ${c.grade}，${c.clause}`,
    gap: (g: {
      to: string
      is: 'grade' | 'decision'
      needed: string
      gains: { name: string; gain: string; byRules: string | null; byRatings: string | null }[] | null
    }) => {
      const to = g.is === 'grade' ? `等级 ${g.to} ` : `“${g.to}”`
      if (g.gains === null) return `距${to}还差 ${g.needed} 分，各项（人工定分的除外）全部满分也不够`
      const gains = g.gains.map(
        one =>
          `${one.name} 最多再得 ${one.gain}（${[
            one.byRules === null ? null : `规则失 ${one.byRules}`,
            one.byRatings === null ? null : `评分失 ${one.byRatings}`,
          ]
            .filter(part => part !== null)
            .join('，')}）`,
      )
      return `距${to}还差 ${g.needed} 分，最少补 ${gains.length} 项：${gains.join('、')}`
    },
    condition: { met: '符合', not_met: '不符合', no_data: '待定' },
    conditions: (met: number, notMet: number, open: number) =>
      `符合 ${met} 项，不符合 ${notMet} 项，待定 ${open} 项`,
    rating: (r: {
      name: string
      mean: string | null
      count: number
      spread: { low: string; high: string } | null
      weight: string
      counted: boolean
      condition: boolean
      setAside: number
    }) =>
      (r.mean === null
        ? `${r.name}：未评`
        : `${r.name}：${r.condition ? judgedBy(r.mean) : `均分 ${r.mean}`}（${r.count} 份${r.spread === null || r.condition ? '' : `，${r.spread.low}–${r.spread.high}`}）${r.counted ? `，权重 ${r.weight}` : '，不计入'}`) +
      (r.setAside > 0 ? `，另有 ${r.setAside} 份撤回或回避` : ''),
    judged: (met: boolean): string => (met ? '符合' : '不符合'),
    single: (s: {
      rater: string
      points: string
      standing: 'counted' | 'withdrawn' | 'excluded'
      note: string | null
    }) =>
      `${s.rater} ${s.points}${s.standing === 'counted' ? '' : s.standing === 'withdrawn' ? '（已撤回）' : '（回避）'}${s.note === null ? '' : `：${s.note}`}`,
    /** 一条规则的结论，一行；前面的记号由用处加。 */
    rule: (r: {
      note: string
      advisory: boolean
      reason: string
      records: string[]
      span: string | null
      clause: string
    }) =>
      `${r.note}${r.advisory ? '（仅提示）' : ''}：${r.reason}` +
      (r.records.length > 0 ? `〔${r.records.join('、')}〕` : '') +
      (r.span === null ? '' : `，${r.span}`) +
      `，${r.clause}`,
    near: (n: {
      of: string
      record: string | null
      day: string
      why: 'left' | 'later' | 'due' | 'completed' | 'differs' | 'repeats'
      days: number | null
      field: string | null
      value: string | null
      since: string | null
      months: number | null
    }) => {
      const it = `${n.day} 的${RECORDS[n.of] ?? n.of} ${n.record === null ? '' : `${n.record} `}`
      switch (n.why) {
        case 'left':
          return `${it}${n.days === 0 ? '今天（截止日）' : `在截止日 ${n.days} 天前`}已出 ${n.months} 个月期限，不计入`
        case 'later':
          return `${it}截止日${n.days === 0 ? '一过' : `后 ${n.days} 天`}才计入`
        case 'due':
          return `${RECORDS[n.of] ?? n.of} ${n.record} 尚未办结，${n.day} 到期（${n.days === 0 ? '就在截止日' : `截止日后 ${n.days} 天`}），再不办结即为超期`
        case 'completed':
          return `自 ${n.record} 起从业，${n.day} 才满 ${n.months} 个月，还差 ${n.days} 天`
        case 'repeats':
          return `${it}与 ${n.value} 重复，不另计`
        case 'differs':
          return `${it}${DIFFERS[`${n.field} ${n.value}`] ?? `${n.field}：${n.value}`}${n.since === null ? '' : `（${n.since}，${n.days} 天前）`}，不计入`
      }
    },
    source: (evidence: string, clause: string) => `${evidence}，${clause}`,
    running: (total: string) => `累计 ${total}`,
    capped: (points: string | null) => `有必备条件不满足，评审分以 ${points} 为限`,
    overridden: (o: { points: string; computed: string; reason: string; document: string }) =>
      `人工定分 ${o.points}（计算为 ${o.computed}）：${o.reason}，${o.document}`,
    parts: { indicator: '指标', rating: '评分', rule: '规则', near: '差一点', override: '人工定分' },
  },
}

export const problems: ProblemTextsOf<'CX129'> = {
  CX1290: p => ({
    what: `${p.name}：上次计算为 ${p.before}，按现有数据是 ${p.now}`,
    why: '计算以后数据有变动；下面说明的是现有数据',
    fix: '重新计算：chengxin evaluation run',
  }),
  CX1291: p => ({
    what: `${p.name}：${p.indicator} 是必备条件，是否符合未定${p.missing === '' ? '' : `，缺 ${p.missing}`}`,
    why: p.decided ? '结论已由其他必备条件或分数决定，不受影响' : '必备条件未定，结论就不能定',
    fix: '补导入评分表或台账',
  }),
  CX1292: p => ({
    what: `${p.name}：等级限制“${p.limit}”未定，可能使等级不高于 ${p.grade}，缺 ${p.missing}`,
    fix: '补导入台账',
  }),
  CX1293: p => ({
    what:
      p.type === null
        ? `${p.name}：没有写明类型，未参加评估`
        : `${p.name}：类型“${p.type}”不在方案之内，未参加评估`,
    why: `方案只评 ${p.known}`,
    fix: '在主体台账中补上或改正类型；不属评估范围的不必处理',
  }),
  CX1294: p => ({
    what: `没有任何${p.rater}，方案中权重 ${p.weight}`,
    why: '缺一方评价时按其余权重折算，并在结果中注明',
    fix: '补导入评分表，或确认这一方不参加评价',
  }),
  CX1295: p => ({
    what: `${p.name}：没有任何评分表，${p.conditions} 项必备条件是否符合未定`,
    fix: '补导入评分表',
  }),
  CX1296: p => ({
    what: `${p.name}在主体台账中登记为${NOUN[p.kind]}，未参加评估`,
    why: `方案按主体类型取${NOUN[p.wanted]}`,
    fix: `属于评估对象的，改登记为${NOUN[p.wanted]}并写明类型细分：chengxin subject edit 编号 --kind ${NOUN[p.wanted]}，成批的改正文件后重新导入`,
  }),
}
