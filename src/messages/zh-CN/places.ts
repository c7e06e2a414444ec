// 名额的分配的用词。
import type { ReportNote } from '../../domain/quota/report-note.ts'
import type { ProblemTextsOf } from '../problem-texts.ts'
import { near } from './near.ts'
import { value } from './terms.ts'

const listed = (names: readonly string[]) =>
  `${names.slice(0, 10).join('、')}${names.length > 10 ? `等 ${names.length} 个` : ''}`
const moved = (all: readonly { unit: string; by: number }[], sign: string) =>
  listed(all.map(one => `${one.unit}${sign}${one.by}`))
const METHODS: Record<string, string> = value.quotaMethod

export const column = {
  allotted_unit: '单位',
  weight_given: '权重',
  exact_quota: '应得份额',
  min_seats: '最少',
  max_seats: '最多',
  used: '已用',
  left: '剩余',
  place: '第几个名额',
  got_by: '依据',
  claim: '得数',
  claim_formula: '算式',
  next_unit: '其次为',
  next_claim: '其次的得数',
  available: '可用名额',
  for_profit_share: '经营性%',
  waived: '放宽',
}

export const help = {
  'quota allocate': '计算名额怎么分，写出每个名额的经过；--adopt 采用',
  'quota explain': '一个单位的名额从何而来，差多少得下一个',
  'quota compare': '各种方法并排，与文件名额比较，提示反常',
  'quota report': '名额使用情况：给了、用了、推荐、剩余、经营性比例',
  'quota --input': '各单位的表：单位、权重（或常住人口），可有区划代码、最少、最多、已用名额、官方名额',
  '--seats': '名额总数，默认按方案',
  'quota --ratio': '按权重合计的比例定总数，如 5%，舍去小数',
  '--min': '每个单位最少几个，表里写明的以表为准',
  '--max': '每个单位最多几个，表里写明的以表为准',
  '--factor': '列=权数，如 population=7，可重复，各按所占份额合成',
  'quota --method': '方法，有表时默认 largest-remainder，没有表时为文件名额',
  'quota compare --method': '只比较这些方法，默认全部',
  '--steps': '列出每个名额的经过',
  '--adopt': '采用为方案的名额，记入日志',
  '--settle': '末位并列时给这个单位，须写明 --reason，可重复',
  'quota import --reason': '理由：为何与文件名额不同，随名额保存',
  'quota allocate --reason': '理由：为何与文件名额不同，并列怎么定的',
  '--range': '总数上下各看多少个，默认 1',
}

export const said = {
  quotaAllotted: (a: { method: string; total: number; seats: number }) =>
    `${a.method}：分出 ${a.total} 个${a.total === a.seats ? '' : `，共 ${a.seats} 个，其余待定`}`,
  quotaByRatio: (seats: number) => `总数按比例为 ${seats} 个，小数舍去（本程序默认）`,
  quotaAdopted: (scheme: string) => `已采用为 ${scheme} 的名额`,
  quotaUnchanged: '与已采用的相同，没有改动',
  quotaNotAdopted: '没有采用',
  quotaDeparts: (d: { unit: string; official: number; seats: number }) =>
    `与文件不同：${d.unit} 文件 ${d.official}，现 ${d.seats}`,
  quotaDeparted: (d: {
    units: { unit: string; official: number; seats: number }[]
    source: string
    reason: string | null
  }) =>
    `与文件不同：${d.units.map(u => `${u.unit} ${u.official}→${u.seats}`).join('、')}；${d.source}，${d.reason === null ? '没有写明理由' : `理由：${d.reason}`}`,
  noReason: '没有写明',
  quotaSource: {
    document: (clause: string | null) => `文件${clause === null ? '' : `（${clause}）`}`,
    import: (s: { batch: number; file: string }) => `批次 ${s.batch} 导入（${s.file}）`,
    allotment: (s: { method: string; on: string }) => `${s.on} 采用的分配，${s.method}`,
  },
  quotaOfDocument: (official: number, clause: string | null) =>
    `${official}${clause === null ? '' : `（${clause}）`}`,
  /** What places that are not the document's are called instead of its method. */
  quotaOther: '不照文件',
  quotaChanged: (all: { unit: string; before: number; after: number }[]) =>
    `与现行名额相比：${all.length === 0 ? '没有变化' : all.map(c => `${c.unit} ${c.before}→${c.after}`).join('、')}`,
  quotaSettled: (units: string[]) => `并列由人定给：${units.join('、')}`,
  quotaBy: (a: { method: string; on: string; reason: string | null }) =>
    `${a.on} 采用：${a.method}${a.reason === null ? '' : `，理由：${a.reason}`}`,
  quotaStep: (s: {
    span: string
    by: string
    claim: string | null
    decimal: string | null
    next: string | null
    next_decimal: string | null
  }) =>
    `第 ${s.span} 个：${s.by}${s.claim === null ? '' : `，${s.claim}${/[×/]/.test(s.claim) ? `＝${s.decimal}` : ''}`}${s.next === null ? '' : `，其次为${s.next} ${s.next_decimal}`}`,
  quotaExplained: (e: { unit: string; seats: number; method: string }) =>
    `${e.unit}：${e.seats} 个名额（${e.method}）`,
  quotaTied: (t: { units: string[]; open: number; decimal: string }) =>
    `与${listed(t.units)}并列（得数 ${t.decimal}），竞争 ${t.open} 个名额`,
  quotaNextClaim: (c: {
    claim: string
    decimal: string
    last: { unit: string; decimal: string } | null
    short: string | null
  }) =>
    `下一个名额的得数：${c.claim}＝${c.decimal}${c.last === null ? '' : `；最后一个名额由${c.last.unit}以 ${c.last.decimal} 取得${c.short === null ? '' : `，差 ${c.short}`}`}`,
  quotaAtLimit: (max: number) => `已到上限 ${max} 个`,
  methodTied: (t: { method: string; units: string[]; open: number; decimal: string }) =>
    `${t.method}：${listed(t.units)}并列（得数 ${t.decimal}），${t.open} 个名额待定`,
  methodMoved: (m: {
    method: string
    gains: { unit: string; by: number }[]
    losses: { unit: string; by: number }[]
    open: string[]
  }) =>
    `${m.method}，比文件：${[moved(m.gains, '+'), moved(m.losses, '-'), ...(m.open.length === 0 ? [] : [`${listed(m.open)}待定`])].filter(t => t !== '').join('；')}`,
  methodViolates: (v: {
    method: string
    violations: { unit: string; seats: number; lower: number; upper: number }[]
  }) =>
    `${v.method}，超出应得份额上下取整：${listed(v.violations.map(one => `${one.unit} ${one.seats}（${one.lower}–${one.upper}）`))}`,
  quotaNote: (note: ReportNote): string => {
    switch (note.is) {
      case 'over':
        return `超出名额 ${note.by} 家`
      case 'tied':
        return `末位并列 ${note.tied} 家，${note.open} 个待定`
      case 'left':
        return `剩余 ${note.by} 个${note.short ? '，经营性机构不足' : ''}`
      case 'share':
        return `经营性少 ${note.by} 家`
      case 'waived':
        return `经营性比例已放宽${note.by === 0 ? '' : `，少 ${note.by} 家`}：${note.reason}（${note.signer}，${note.ruled_on}）`
      case 'city':
        return '由市局遴选'
    }
  },
}

const CONSTRAINTS = {
  floors: (p: { needed: number; available: number }) =>
    `各单位最少（或已用）合计 ${p.needed} 个，名额只有 ${p.available} 个`,
  caps: (p: { needed: number; available: number }) =>
    `名额 ${p.needed} 个，各单位最多合计只能用 ${p.available} 个`,
  weights: (p: { needed: number; available: number }) =>
    `名额 ${p.needed} 个，没有权重大于零的单位，只能按最少数给出 ${p.available} 个`,
}

export const problems: ProblemTextsOf<'CX130' | 'CX131' | 'CX133'> = {
  CX1300: p => ({
    what: `${p.unit}：${p.used ? '已用' : '最少'} ${p.lower} 个，多于最多 ${p.upper} 个`,
    fix: '改正其中一项',
  }),
  CX1301: p => ({ what: `与第 ${p.firstLine} 行是同一个单位：${p.value}`, fix: '只保留一行' }),
  CX1302: p => ({ what: `合计写 ${p.stated}，各行相加是 ${p.sum}`, fix: '核对各行，改正后再算' }),
  CX1303: p => ({ what: `“${p.factor}”各单位都是 0，没有份额可言`, fix: '补上这一列，或去掉这个 --factor' }),
  CX1304: p => ({
    what: `分不出来：${CONSTRAINTS[p.constraint](p)}，差 ${p.by} 个`,
    why: `有关单位：${listed(p.units)}`,
    fix:
      p.constraint === 'floors'
        ? '降低最少数，或增加名额'
        : p.constraint === 'caps'
          ? '提高最多数，或减少名额'
          : '补上权重，或写明最少数',
  }),
  CX1305: p => ({
    what: `${listed(p.units)}得数相同（${p.decimal}），${p.open} 个名额待定`,
    why: '得数完全相等，先后不由行的次序定',
    fix: '由人决定后用 --adopt --settle 单位 --reason 理由 采用',
  }),
  CX1306: p => ({
    what: `${p.unit}已用 ${p.used} 个，按本次计算只应有 ${p.seats} 个`,
    fix: '已用的不收回，其他单位相应少分；不同意的请改总数或方法',
  }),
  CX1307: p => ({
    what: `${METHODS[p.method]}：总数从 ${p.from} 增到 ${p.to}，${p.unit}反而从 ${p.before} 减到 ${p.after}`,
    why: '最大余数法等可能出现总数增加而个别单位减少（亚拉巴马悖论）',
    fix: '采用前向有关单位说明，或改用除数法',
  }),
  CX1308: p => ({ what: `表内名额合计 ${p.sum}，总数是 ${p.seats}`, fix: '改正表或 --seats' }),
  CX1309: p => ({
    what: p.has === 'places' ? `${p.file} 只有名额，没有权重或人口` : `${p.file} 只有人口等权重，没有名额`,
    fix:
      p.has === 'weights'
        ? `先算出名额：chengxin quota allocate --input ${p.file}，定下来的加 --adopt`
        : '给定的名额用 chengxin quota import 导入；照表采用加 --method fixed；要按它的比例重算加 --factor 推荐名额=1',
  }),
  CX1310: p => ({
    what: `方案 ${p.scheme} 的名额不分到推荐范围`,
    fix: '换一个方案，或用 --input 和 --seats 只计算',
  }),
  CX1311: p => ({
    what: `表里没有方案 ${p.scheme} 的 ${listed(p.missing)}`,
    fix: '补上这些行；不分名额的权重写 0',
  }),
  CX1312: p => ({
    what:
      `与方案 ${p.scheme} 的文件名额不同：` +
      [
        ...(p.total === null ? [] : [`总数 ${p.total.official}→${p.total.seats}`]),
        ...(p.units.length === 0 ? [] : [listed(p.units.map(u => `${u.unit} ${u.official}→${u.seats}`))]),
      ].join('，'),
    why: '文件已定，不能无理由改动',
    fix: '确有依据的加 --reason 依据；否则照文件',
  }),
  CX1313: p => ({
    what: `${listed(p.units)}并列，待定 ${p.open} 个，指定了 ${p.settled} 个`,
    why: '并列由人决定，不由程序决定',
    fix: `用 --settle 指定 ${p.open} 个单位，并写明 --reason`,
  }),
  CX1314: p => ({
    what: `“${p.value}”不在并列之中`,
    fix: p.units.length === 0 ? '没有并列，去掉 --settle' : `并列的是：${listed(p.units)}`,
  }),
  CX1315: () => ({ what: '指定了并列给谁，没有写理由', fix: '加 --reason，写明由谁、怎么定的' }),
  CX1316: p => ({
    what: `方案 ${p.scheme} 还没有采用过名额`,
    fix: '先 chengxin quota allocate --adopt，或加 --input、--seats、--method 说明一次计算',
  }),
  CX1317: p => ({ what: `没有“${p.value}”这个单位`, fix: `写表里的单位名称或区划代码${near(p.nearest)}` }),
  CX1318: p => ({
    what: `数据库里没有方案 ${p.scheme} 的推荐范围：${listed(p.names)}`,
    fix: '用 chengxin init --scheme 建立该方案的数据库后再采用',
  }),
  CX1319: p => ({
    what: `没有可据以计算的数：方案 ${p.scheme} 不带各单位的人口等数据`,
    fix: '用 --input 给出单位和权重（或常住人口）的表；要按文件名额的比例算，给出名额表，加 --factor 推荐名额=1',
  }),
  CX1330: p => ({
    what: `${p.unit}已推荐 ${p.nominated} 家，采用后只有 ${p.available} 个名额`,
    fix: '名单没有改动；由人决定后用 chengxin nomination drop 去掉，或重新 chengxin nomination propose',
  }),
}
