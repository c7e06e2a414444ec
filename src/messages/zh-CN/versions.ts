// 评估的版次：审定、重新办理、重算；比较、试算、稳定性的说法。
import type { SubjectNoun } from '../../domain/scheme/scheme.ts'
import type { ProblemTextsOf } from '../problem-texts.ts'
import { howMany } from './how-many.ts'
import { value } from './terms.ts'

const PARTS = { scheme: '方案', basis: '材料', result: '结果' }
const OUTCOMES: Record<string, string> = value.outcome

/** 1000 写作 1,000。 */
export const grouped = (n: number) => String(n).replace(/\B(?=(\d{3})+$)/g, ',')
const from = (a: string | null, b: string | null) => `${a ?? '无'} → ${b ?? '无'}`

const moved = (c: {
  subjects: number
  subject: SubjectNoun
  moved: number
  rankOnly: number
  all: boolean
}) =>
  `共 ${howMany(c.subjects, c.subject)}，变动 ${howMany(c.moved, c.subject)}${c.rankOnly > 0 ? `，另有 ${howMany(c.rankOnly, c.subject)}只是名次随之变动${c.all ? '' : '（--all 全列）'}` : ''}`

export const column = {
  version: '版次',
  total_before: '原总分',
  total_after: '现总分',
  change: '增减',
  grade_before: '原等级',
  grade_after: '现等级',
  rank_before: '原名次',
  rank_after: '现名次',
  nomination_before: '原推荐',
  nomination_after: '现推荐',
  causes: '原因',
  passed_over: '未入选',
  swapped: '换位次数',
  equal: '并列次数',
}

export const help = {
  'evaluation reopen': '重新办理已审定的评估：原版连同材料、方案、结果照存，另起新版',
  'evaluation replay': '用封存的材料和方案重算，与封存的结果逐字节核对',
  'evaluation compare': '比较两次评估或两个版次：谁变了，由哪些记录、评分或方案的改动引起',
  'evaluation what-if': '试算：去掉一条记录、换权重、换截止日会怎样；从不保存',
  'evaluation robustness': '各推荐范围入选线上的一对，权重和评分略有变动时会有几次换位',
  '--allow-partial': '有未定项也审定，须写明 --reason',
  'compare --all': '没有变动的也列出',
  '--without': '去掉这条记录，写法同 explain 所列的编号，可重复',
  '--weight': '评分主体=权重，如 self=50，可重复',
  '--points': '指标号=满分，如 3=6，评分按比例折算，可重复',
  '--cap': '必备条件不满足时评审分的上限，占满分的百分数',
  'what-if --as-of': '换一个截止日',
  'robustness --seed': '种子，同一种子结果相同，默认 1',
  '--runs': '变动多少次，默认 1000',
}

export const said = {
  finalized: (s: { evaluation: { id: number }; agencies: number; subject: SubjectNoun }) =>
    `评估批次 ${s.evaluation.id} 已审定，${howMany(s.agencies, s.subject)}，方案、数据和结果已封存`,
  finalizedIncomplete: (s: { incomplete: number; subject: SubjectNoun; nominates: boolean }) =>
    `提醒：${howMany(s.incomplete, s.subject)}缺评分或佐证，总分或结论未定，按“未完成”审定${s.nominates ? '，不能推荐' : ''}`,
  reasonUnused: '没有未定项，不需要 --allow-partial 和 --reason，理由没有记入',
  partial: (reason: string) => `带未定项审定，理由：${reason}`,
  superseded: (e: { version: number; reason: string }) =>
    `这是第 ${e.version} 版，已重新办理（${e.reason}），以新版为准`,
  reopenedNote: (reason: string) => `重新办理：${reason}`,
  reopenedStatus: '已重新办理',
  evaluationReopened: (e: { id: number; version: number; kept: number }) =>
    `评估批次 ${e.id} 重新办理：第 ${e.kept} 版照存（--evaluation ${e.id}@${e.kept}），现为第 ${e.version} 版，须重新计算、审定`,
  candidatesOutdated: (n: number) => `推荐名单上的 ${n} 家是按原版提出的，审定新版后须重新提出`,
  replayed: (r: { id: number; version: number; agencies: number; finalized: boolean; bytes: boolean }) =>
    `评估批次 ${r.id} 第 ${r.version} 版：${r.finalized ? '用封存的材料和方案' : '用现有的台账和方案（尚未审定，核对的是上次计算）'}重算 ${r.agencies} 份结果，${r.bytes ? '逐字节核对' : '核对总分、等级、名次和各项得分（早期版本的说明文字不再写出）'}`,
  replaySame: '全部相符',
  replayDiffers: (n: number) => `有 ${n} 处不符`,
  digest: (d: { part: keyof typeof PARTS; found: string; same: boolean }) =>
    `  ${PARTS[d.part]} ${d.found.slice(0, 16)} ${d.same ? '相符' : '不符'}`,
  compared: (c: {
    before: string
    after: string
    subjects: number
    subject: SubjectNoun
    moved: number
    rankOnly: number
    all: boolean
  }) => `${c.before} 与 ${c.after}：${moved(c)}`,
  supposed: (c: {
    evaluation: string
    asOf: string
    without: { ref: string; name: string }[]
    given: string[]
  }) =>
    `试算，没有保存：${c.evaluation}，截止日 ${c.asOf}${c.without.map(w => `，去掉${w.name}的 ${w.ref}`).join('')}${c.given.map(g => `，${g}`).join('')}`,
  supposedMoved: moved,
  gains: (names: string[]) => `会得到推荐：${names.length === 0 ? '没有' : names.join('、')}`,
  loses: (names: string[]) => `会失去推荐：${names.length === 0 ? '没有' : names.join('、')}`,
  movedIndicator: (i: {
    number: number
    name: string
    before: string | null
    after: string | null
    causes: string[]
  }) => `${i.number}.${i.name} ${from(i.before, i.after)}：${i.causes.join('，')}`,
  cause: {
    rule: (c: {
      rule: string
      before: string | null
      after: string | null
      gone: string[]
      come: string[]
    }) =>
      `${c.rule}${from(c.before && OUTCOMES[c.before]!, c.after && OUTCOMES[c.after]!)}` +
      `${c.gone.length > 0 ? `，原据 ${c.gone.join('、')}` : ''}${c.come.length > 0 ? `，现据 ${c.come.join('、')}` : ''}`,
    ratings: (c: { rater: string; before: string | null; after: string | null }) =>
      `${c.rater}均分 ${from(c.before, c.after)}`,
    weight: (c: { rater: string; before: string; after: string }) =>
      `${c.rater}权重 ${from(c.before, c.after)}`,
    points: (c: { before: string; after: string }) => `满分 ${from(c.before, c.after)}`,
    cap: (c: { before: string; after: string }) => `上限 ${from(c.before, c.after)}`,
    override: (c: { before: string | null; after: string | null }) => `人工改定 ${from(c.before, c.after)}`,
    scheme: '方案的规定不同',
    vetoes: (c: { gone: string[]; come: string[] }) =>
      `一票否决或限等${c.come.length > 0 ? `，现有 ${c.come.join('、')}` : ''}${c.gone.length > 0 ? `，原有 ${c.gone.join('、')}` : ''}`,
    more: (n: number) => `另有 ${n} 项（--json 看全部）`,
    rank: '名次随他人变动',
  },
  varied: (v: { seed: string; runs: number; weights: string; ratings: string }) =>
    `种子 ${v.seed}，变动 ${grouped(v.runs)} 次：评分主体的权重各在 ±${v.weights}% 内变动，每个评分各在该项满分的 ±${v.ratings}% 内变动，不出 0 至满分（幅度为本程序默认）`,
  firmness: (p: {
    district: string
    runs: number
    nominated: string
    nominatedTotal: string
    passedOver: string
    passedOverTotal: string
    swapped: number
    equal: number
  }) =>
    `${p.district}：在 ${grouped(p.runs)} 次变动中，${p.passedOver}（${p.passedOverTotal}）有 ${grouped(p.swapped)} 次排到${p.nominated}（${p.nominatedTotal}）前面${p.equal > 0 ? `，${grouped(p.equal)} 次并列` : ''}`,
  tiedAtLine: (district: string) => `${district}：入选线上并列待定，没有先后可言`,
  noPairs: '没有哪个推荐范围的入选线上有可比的一对',
}

export const problems: ProblemTextsOf<'CX127'> = {
  CX1270: p => ({
    what:
      `评估批次 ${p.id} 有 ${howMany(p.incomplete, p.subject)}未定（共 ${howMany(p.agencies, p.subject)}，${p.gaps} 处缺项）` +
      (p.largest.length === 0
        ? ''
        : `，影响最大的：${p.largest.map(g => `${g.agency}${g.indicator === null ? '' : `第 ${g.indicator} 项`}${g.points === '0.00' ? '' : ` ${g.points} 分`}`).join('、')}`),
    why: '总分、等级或结论未定的，审定后不能再补',
    fix: `用 chengxin evaluation check --evaluation ${p.id} 查看全部缺项并补齐；确需带未定项审定的，加 --allow-partial --reason 理由`,
  }),
  CX1271: p => ({
    what: `评估批次 ${p.id} 没有第 ${p.version} 版`,
    fix: `最新为第 ${p.latest} 版；用 chengxin evaluation list 查看`,
  }),
  CX1272: p => ({
    what: `评估批次 ${p.id} 的第 ${p.version} 版已重新办理（${p.reason}）`,
    why: '推荐和重新办理只以现行的一版为准',
    fix: `不写版次，用 --evaluation ${p.id}`,
  }),
  CX1273: p => ({
    what: `评估批次 ${p.id} 还没有审定，不需要重新办理`,
    fix: '直接更正台账或评分，再运行 chengxin evaluation run',
  }),
  CX1274: p => ({
    what: `${PARTS[p.part]}的校验值不符：封存的是 ${p.kept}，重算为 ${p.found}`,
    why: '封存之后，数据库里的内容被改动过，或计算方法变了',
    fix: '用 chengxin log verify 检查，并与备份比对',
  }),
  CX1275: p => ({
    what: `${p.agency}：封存的是 ${p.kept ?? '没有结果'}，重算为 ${p.found ?? '没有结果'}`,
    fix: '用 chengxin evaluation explain 查看重算的经过，并与备份比对',
  }),
  CX1276: p => ({ what: `${p.a} 和 ${p.b} 评的不是同一类对象`, fix: '比较同一类对象的两次评估' }),
  CX1277: () => ({
    what: '没有写明假设什么',
    fix: '用 --without、--weight、--points、--cap 或 --as-of 至少写一项',
  }),
  CX1278: p => ({
    what: `评估所用的材料里没有记录“${p.value}”`,
    fix: `照 chengxin evaluation explain 列出的编号写${p.nearest === '' ? '' : `，是否为：${p.nearest}`}`,
  }),
  CX1279: p => ({
    what: `有 ${p.count} 家都有记录“${p.value}”：${p.agencies}${p.count > 3 ? '等' : ''}`,
    fix: '写明是哪一家的：chengxin evaluation what-if 信用代码 --without 记录',
  }),
}
