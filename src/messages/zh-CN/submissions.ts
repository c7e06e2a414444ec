// 报送和汇总的说法。

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
  'submission merge --force': '比已汇总的更早的包也汇总；-o 的文件已有时覆盖',
  'submission status --year': '哪一年度，默认最近有评估或报送的一年',
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
    '投诉人、联系方式、责任人、承办人、主体和机构的法定代表人、电话不在包里；评价人、从业人员、检查人员、认定人用代号；裁定的签批人和摘要、理由、备注等文字照原样',
  packedNext: (receipt: string) =>
    `报出后用 chengxin submission send nomination --on 报送日期 --receipt ${receipt} 记下，未记下期限不算完成`,
  notReady: '打包前先处理：',
  alsoKnown: '同时注意：',
  lackLine: (what: string, fix: string) => `  ${what}；${fix}`,
  packNow: '打包：chengxin submission pack；报出后记下：chengxin submission send nomination --on 报送日期',
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
    /** Places as the sender says: nobody else was asked. */
    told: boolean
  }) =>
    `  推荐 ${t.nominated} 家，名额 ${t.places}${t.told ? '（对方所写）' : ''}，经营性 ${t.for_profit} 家，应不少于 ${t.required} 家${t.waived ? '（已放宽）' : ''}，材料 ${t.papers} 份`,
  receiptFits: '  回执码相符',
  wouldMerge: (counts: string, conflicts: number) =>
    `  汇总时：${counts}${conflicts > 0 ? `；冲突 ${conflicts} 处` : ''}`,
  mergedBefore: (m: { receipt: string; on: string }) =>
    `这个包（回执码 ${m.receipt}）已在 ${m.on} 收到并汇总过，没有改变任何内容`,
  dayCorrected: (m: { receipt: string; before: string; on: string; dry: boolean }) =>
    `这个包（回执码 ${m.receipt}）已经汇总过，收到日期${m.dry ? '可以' : '已'}从 ${m.before} 更正为 ${m.on}，其他没有改变`,
  conflictField: {
    ...{ list: '推荐名单', counts: '是否计入' },
    ...{ tie: '并列裁定', share: '放宽比例', add: '增补', drop: '取消' },
  } as Record<string, string>,
  merged: (m: { district: string; receipt: string; on: string; before: string | null }) =>
    `已汇总${m.district}的报送包，收到日期 ${m.on}，回执码 ${m.receipt}${m.before === null || m.before === m.receipt ? '' : `，代替 ${m.before}`}`,
  listKept: (m: { district: string; receipt: string }) =>
    `已汇总${m.district}报送包里的机构和记录，推荐名单仍以 ${m.receipt} 为准`,
  wouldBeMerged: (m: { district: string; receipt: string }) =>
    `可以汇总${m.district}的报送包（回执码 ${m.receipt}），没有写入`,
  notMerged: '没有汇总，文件没有改变',
  mergeCounts: {
    agencies: '机构',
    records: '记录',
    outstanding: '突出表现',
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
      ? `${o.name}：${o.due} 前报送，${o.late ? `已过 ${-o.days} 天` : o.days === 0 ? '今天到期，当日有效' : `还有 ${o.days} 天`}`
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
