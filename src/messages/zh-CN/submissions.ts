// 报送和汇总的说法。
import type { PaperKind } from '../../domain/records/paper-problems.ts'
import type { ContainerFault, Misfit, PackLack } from '../../domain/submission/submission-problems.ts'
import type { ProblemTextsOf } from '../problem-texts.ts'
import { wanted } from './package-values.ts'

export const column = {
  receipt: '回执码',
  sent_on: '收到日期',
  nominees_of_places: '推荐/名额',
  share_of: '经营性/应有',
  papers_missing: '缺材料',
  late: '逾期',
  differences: '与本机名单不同',
  handed_in_on: '报送日期',
}

export const help = {
  submission: '报送：区县打包，市局核对、汇总，谁报了谁没报',
  'submission pack':
    '把一个推荐范围的推荐名单、材料、评估结果和所依据的记录打成一个文件，给出回执码；个人信息不带走',
  'submission check': '核对报送包是否完整、名额和比例是否符合，不导入；不需要数据库',
  'submission check --receipt': '电话里报来的回执码，与文件核对',
  'submission merge': '把报送包汇总进市局的文件；同一个包再来一次不改变任何内容，有冲突时逐项列出',
  'submission merge --take':
    '冲突以哪一方为准：package（报送包）、file（本机），或 位置=package、位置=file；可重复',
  'submission merge --on': '收到报送包的日期，默认今天',
  'submission merge --force': '比已汇总的更早的包也汇总',
  'submission status': '各推荐范围是否报送、是否逾期、缺什么，与市局名单有何不同',
  'submission send': '记下本机报出了什么：nomination（推荐材料）、month（活动月总结）、year（年度备案）',
  'submission send --on': '报送日期',
  'submission send --receipt': '报送包的回执码',
  'submission send --note': '备注',
  'submission send --scheme': '按哪个方案，默认第一个有此项期限的',
}

const lateText = (late: boolean) => (late ? '，已逾期' : '')

export const said = {
  packed: (p: { name: string; district: string; year: number; receipt: string; counts: PackCounts }) => [
    `${p.name}`,
    `  ${p.district} ${p.year} 年：推荐 ${p.counts.nominees} 家，评估 ${p.counts.results} 家，记录 ${p.counts.records} 条，评分表 ${p.counts.sheets} 份`,
    `  回执码 ${p.receipt}（电话核对用）`,
  ],
  packedPersonal:
    '投诉人、联系方式、责任人和主体不在包里，评价人和从业人员用代号；摘要、理由、备注等文字照原样',
  notPacked: '没有打包',
  packageSound: (p: { file: string; district: string; year: number; packed: string; receipt: string }) =>
    `${p.file}：完整，${p.district} ${p.year} 年，${p.packed} 打包，回执码 ${p.receipt}`,
  packageBad: (file: string) => `${file}：不能采用`,
  packageTally: (t: {
    nominated: number
    places: number
    for_profit: number
    required: number
    waived: boolean
    papers: number
  }) =>
    `  推荐 ${t.nominated} 家，名额 ${t.places}，经营性 ${t.for_profit} 家，应不少于 ${t.required} 家${t.waived ? '（已放宽）' : ''}，材料 ${t.papers} 份`,
  receiptFits: '  回执码相符',
  wouldMerge: (counts: string, conflicts: number) =>
    `  汇总时：${counts}${conflicts > 0 ? `；冲突 ${conflicts} 处` : ''}`,
  mergedBefore: (m: { receipt: string; on: string }) =>
    `这个包（回执码 ${m.receipt}）已在 ${m.on} 收到并汇总过，没有改变任何内容`,
  merged: (m: { district: string; receipt: string; on: string }) =>
    `已汇总${m.district}的报送包，收到日期 ${m.on}，回执码 ${m.receipt}`,
  wouldBeMerged: (m: { district: string; receipt: string }) =>
    `可以汇总${m.district}的报送包（回执码 ${m.receipt}），没有写入`,
  notMerged: '没有汇总，文件没有改变',
  mergeCounts: {
    agencies: '机构',
    records: '记录',
    sheets: '评分表',
    overrides: '人工定分',
    rulings: '裁定',
  } as Record<string, string>,
  mergeCount: (name: string, t: { added: number; changed: number; unchanged: number }) =>
    `${name}新增 ${t.added}、改动 ${t.changed}、相同 ${t.unchanged}`,
  settledLine: (s: { record: string; field: string; here: string; there: string; taken: string | null }) =>
    s.taken === null
      ? `  补上 ${s.record} ${s.field}：${s.there}`
      : s.taken === 'package'
        ? `  以报送包为准 ${s.record} ${s.field}：${s.here} → ${s.there}`
        : `  以本机为准 ${s.record} ${s.field}：${s.here}（报送包：${s.there}）`,
  runNext: '接着运行 chengxin evaluation run，再 chengxin nomination propose',
  noneSent: '还没有推荐范围报送',
  notSent: (names: string) => `未报送：${names}`,
  submissionTotals: (t: { sent: number; of: number; nominated: number; places: number; late: number }) =>
    `已报送 ${t.sent}/${t.of}，推荐 ${t.nominated} 家，名额 ${t.places}，逾期 ${t.late}`,
  submissionDue: (due: string | null) =>
    due === null ? '方案没有规定报送期限' : `报送期限 ${due}，当日有效`,
  chosenHere: '由市局确定',
  lateMark: '逾期',
  waivedMark: '（放宽）',
  openMark: '（未审定）',
  difference: (d: { name: string; what: 'only_sent' | 'only_here' | 'total'; sent: string; here: string }) =>
    ({
      only_sent: `${d.name}：报送了，本机名单没有`,
      only_here: `${d.name}：本机名单有，没有报送`,
      total: `${d.name}：报送 ${d.sent} 分，本机 ${d.here} 分`,
    })[d.what],
  ownLine: (o: {
    name: string
    due: string
    days: number
    sent: string | null
    late: boolean
    receipt: string | null
  }) =>
    o.sent === null
      ? `${o.name}：${o.due} 前报送，${o.late ? `已过 ${-o.days} 天` : `还有 ${o.days} 天`}`
      : `${o.name}：${o.sent} 已报送${lateText(o.late)}${o.receipt === null ? '' : `，回执码 ${o.receipt}`}`,
  nothingToSend: '方案没有规定要报送的材料',
  noted: (n: { kind: string; on: string; before: string | null; late: boolean }) =>
    `已记下${SENT[n.kind] ?? n.kind} ${n.on} 报送${lateText(n.late)}${n.before === null || n.before === n.on ? '' : `（原记 ${n.before}）`}`,
  notNoted: '没有记下',
}

interface PackCounts {
  nominees: number
  results: number
  records: number
  sheets: number
}

const SENT: Readonly<Record<string, string>> = {
  nomination: '推荐材料',
  month: '活动月总结',
  year: '年度备案',
}

const LACK: Readonly<Record<PackLack, [what: string, fix: string]>> = {
  not_run: ['评估还没有运行', '先运行 chengxin evaluation run'],
  stale: ['运行评估后记录或评分有变', '再运行 chengxin evaluation run 和 chengxin nomination propose'],
  no_list: ['还没有推荐名单', '先运行 chengxin nomination propose'],
  no_nominees: ['没有推荐任何机构', '用 chengxin nomination list 查看原因'],
  subjects: ['方案评估的不是机构', '报送包只装机构的推荐材料'],
  no_places: ['名额不分到各推荐范围', '没有需要分区县报送的名单'],
}

const CONTAINER: Readonly<Record<ContainerFault, (part: string) => string>> = {
  foreign: () => '不是报送包',
  cut: () => '文件不完整，末尾缺失',
  damaged: part => `文件已损坏${part === '' ? '' : `（${part}）`}`,
  altered: () => '文件打包后被改动过',
  'too-big': () => '解开后超过 200 MB',
  name: part => `里面有不该有的文件名“${part}”`,
  twice: part => `里面的 ${part} 有两份`,
}

const MISFIT: Readonly<Record<Misfit, (there: string, here: string) => [what: string, fix: string]>> = {
  scheme: (there, here) => [
    `报送包按方案 ${there}，本机没有这个方案（本机 ${here}）`,
    '用 chengxin scheme add 加入该方案，或请对方核对',
  ],
  scheme_text: (there, here) => [
    `报送包所依据的方案文本（${there}）与本机的（${here}）不同`,
    '双方用 chengxin scheme diff 核对，改用同一份方案文本后重新打包',
  ],
  year: (there, here) => [
    `报送包是 ${there} 年的，本机的评估是 ${here} 年`,
    '核对年度，或用该年度的文件汇总',
  ],
  now: (there, here) => [`报送包是 ${there} 年的，今天是 ${here}`, '核对年度'],
  district_name: (there, here) => [
    `报送包写的“${there}”不是这个区划代码的推荐范围，按代码是${here}`,
    '核对报送包来自哪个区县，请对方重新打包',
  ],
  district: (there, here) => [`本机 ${here} 个推荐范围里没有 ${there}`, '核对报送包来自哪个区县'],
  desk: (_there, here) => [`本机是区县（${here}）的文件`, '在市局的文件里汇总（--db）'],
}

const PAPERS: Readonly<Record<PaperKind, string>> = {
  form: '推荐表',
  self_summary: '自评总结',
  result: '评估结果',
  application: '申报表',
  filing: '备案表',
  other: '其他材料',
}

/** How a package stands to the one that was merged. */
const AGAINST = {
  older: '早于已汇总的',
  file: '与已汇总的出自不同的文件',
  content: '与已汇总的日志相同，数据却不同',
}

const WHY: Readonly<Record<'none' | 'finalized' | 'as_of', (asOf: string) => string>> = {
  none: () => '本机还没有打开同一年度的评估',
  finalized: () => '本机的评估已经审定',
  as_of: asOf => `本机评估的截止日是 ${asOf}，与报送包不同`,
}

export const problems: ProblemTextsOf<'CX142' | 'CX143' | 'CX144'> = {
  CX1420: p => ({ what: `${p.about}：${LACK[p.lack][0]}，不能打包`, fix: LACK[p.lack][1] }),
  CX1421: p => ({
    what: CONTAINER[p.fault](p.part),
    why: '报送包的每个字节都有校验',
    fix: '请对方重新发送原文件，或重新打包',
  }),
  CX1422: p => ({
    what: {
      missing: `缺少 ${p.part}`,
      unlisted: `多出清单上没有的 ${p.part}`,
      changed: `${p.part} 与清单上的校验值不符`,
      unknown: `报送包里不该有 ${p.part}`,
      twice: `清单上的 ${p.part} 有两份`,
    }[p.lack],
    why: '清单（manifest.json）写明每个部分的大小和 SHA-256',
    fix: '请对方重新发送原文件，或重新打包',
  }),
  CX1423: p => ({
    what: `${p.path === '' ? '内容' : `${p.path} `}不是应有的内容（应为：${wanted(p.wanted)}）${p.more > 0 ? `，另有 ${p.more} 处` : ''}`,
    fix: '请对方用同一版本的程序重新打包',
  }),
  CX1424: p => ({
    what: `报送包的格式是第 ${p.version} 版，本程序只识第 ${p.known} 版`,
    fix: '用同一版本的程序打包和汇总',
  }),
  CX1425: p => ({
    what: {
      form: `“${p.given}”不是回执码`,
      check: `回执码“${p.given}”听错或写错了`,
      other: `回执码“${p.given}”是另一个报送包的${p.receipt === '' ? '' : `，这个文件的是 ${p.receipt}`}`,
    }[p.fault],
    why: '回执码十个字符，最后一个校验前九个',
    fix: p.fault === 'other' ? '核对收到的是不是对方发出的文件' : '请对方再念一遍',
  }),
  CX1426: p => ({
    what: `${p.district}的报送包 ${p.on} ${p.what === 'packed' ? '打包' : '收到'}，期限是 ${p.due}`,
    fix: p.what === 'packed' ? '按逾期处理' : '若在期限内收到，用 --on 写明收到日期',
  }),
  CX1427: p => {
    const [what, fix] = MISFIT[p.misfit](p.there, p.here)
    return { what, fix }
  },
  CX1428: p => ({
    what: `${p.record} ${p.field}：本机“${p.here}”，报送包“${p.there}”`,
    fix: `核对后用 --take "${p.place}=package" 或 "${p.place}=file" 决定，全部一样时用 --take package 或 --take file`,
  }),
  CX1429: p => ({
    what: `${p.district}的这个包（${p.there}）${AGAINST[p.how]}（${p.here}，${p.on}）`,
    why: p.how === 'content' ? '日志相同，所装的数据就应相同' : '先后按对方日志的条号',
    fix: '核对哪一份有效；确要采用时加 --force',
  }),
  CX1430: p => ({
    what: p.form ? `--take 不能是“${p.place}”` : `“${p.place}”没有冲突`,
    fix: '写 package、file，或 位置=package、位置=file；位置见冲突清单',
  }),
  CX1431: p => ({
    what: `${p.name}缺${p.papers.map(kind => PAPERS[kind]).join('、')}`,
    why: '每家报送推荐表、自评总结和评估结果',
    fix: '请区县补齐',
  }),
  CX1432: p => ({
    what: `评估批次 ${p.id} 还没有审定就打包`,
    fix: '审定后重新打包：chengxin evaluation finalize',
  }),
  CX1433: p => ({
    what: `评估批次 ${p.id} 审定后记录有变`,
    why: '包里的记录是现在的，结果是审定时的，市局重算会有出入',
    fix: '核对变动；需要时用 chengxin evaluation reopen 重新评估',
  }),
  CX1434: p => ({ what: '没有指明打包哪个推荐范围', fix: `用 --district 指明：${p.available}` }),
  CX1435: p => ({
    what: `${WHY[p.why](p.asOf)}，评分表和裁定没有并入`,
    fix: '先打开同一年度、同一截止日的评估，再用 --force 汇总一次',
  }),
  CX1436: p => ({
    what: `区县关闭了推荐条件 ${p.gate}：${p.reason}（${p.signer}）`,
    why: '条件对全市有效，由市局自己决定',
    fix: '认可的，用 chengxin nomination propose --gate-off 关闭',
  }),
  CX1437: p => ({
    what: `${p.district}放宽了经营性机构比例：${p.reason}（${p.signer}）`,
    fix: '核对理由是否成立',
  }),
  CX1440: p => ({
    what: `包里没有${p.name}的${p.papers.map(kind => PAPERS[kind]).join('、')}`,
    why: '每家报送推荐表、自评总结和评估结果',
    fix: '请区县重新打包',
  }),
  CX1438: p => ({
    what: `${p.record}与${p.taken}是同一家机构`,
    fix: '核对信用代码和许可证编号，请区县更正名录后重新打包',
  }),
}
