// 春雷行动检查的说法。
import type { ProblemTextsOf } from '../problem-texts.ts'

export const column = {
  target: '检查对象',
  seed: '种子',
  ratio: '比例',
  pool: '抽取范围',
  drawn: '抽中',
  drawn_on: '抽取日期',
  position: '抽签序',
  officers: '检查人员',
  to_inspect: '应检查',
  inspected: '已检查',
  inspected_rate: '检查率%',
  license_unknown: '许可证不明',
  item: '项目',
  remark: '说明',
  what: '内容',
  amount: '计入',
}

export const help = {
  'inspection draw': '双随机抽查：按公布的种子抽取机构和两名检查人员，任何人都能重做一遍',
  'inspection draws': '列出历次抽查',
  'inspection show': '一次抽查（按名称），或一条检查记录（按编号），逐项列出',
  'inspection rectify': '登记整改完成；写机构，或检查记录的编号',
  'inspection coverage': '上半年检查覆盖情况，按推荐范围',
  'inspection summary': '清理整顿情况汇总表，每个数字都能查到记录',
  'form inspection': '检查记录表：每家抽中的机构一张，或可导回的表格',
  '--seed': '事先公布的种子，如一期彩票号码',
  '--ratio': '抽取比例，如 5%；每个推荐范围不足一家的抽一家',
  '--inspectors': '检查人员名单，用顿号隔开，至少两名',
  '--exclude': '机构=理由，不参加抽取；可写多次',
  '--avoid': '检查人员=机构，回避；可写多次',
  '--include': '许可证是这种状态的也参加抽取，可写多次',
  '--batch': '检查批次',
  'inspection coverage --missing': '列出还没有检查的机构',
  '--rows': '列出汇总表这一项的记录',
  'inspection --year': '年份，默认今年',
}

export const said = {
  drawHead: (d: { name: string; drawn_on: string; seed: string; ratio: string }) =>
    `抽查 ${d.name}：${d.drawn_on}，种子 ${d.seed}，比例 ${d.ratio}`,
  drawInspectors: (names: string) => `检查人员：${names}`,
  drawDistrict: (d: { district: string; pool: number; drawn: number }) =>
    `${d.district}：${d.pool} 家中抽取 ${d.drawn} 家`,
  drawLot: (l: {
    position: number
    name: string
    code: string
    officers: string
    lot: string
    seen: string
  }) => `  ${l.position}　${l.name}　${l.code}　${l.officers}　${l.lot}　${l.seen}`,
  drawSeen: (on: string | null, failed: number | null) =>
    on === null ? '未检查' : `${on} 检查，${failed === null ? '没有填检查项目' : `不合格 ${failed} 项`}`,
  drawProgress: (p: { drawn: number; inspected: number; failed: number }) =>
    `抽中 ${p.drawn} 家，已检查 ${p.inspected} 家，其中有不合格项目的 ${p.failed} 家`,
  drawExcluded: (e: { name: string; reason: string }) => `不参加抽取：${e.name}（${e.reason}）`,
  drawAvoided: (a: { officer: string; name: string }) => `回避：${a.officer} 不检查 ${a.name}`,
  drawRule:
    '重做一遍：对每家机构算 sha256(种子|代码)，代码为统一社会信用代码，没有的用许可证编号，再没有的用机构编号；' +
    '各推荐范围内由小到大排队，抽取前 ⌈比例×家数⌉ 家。抽中的按同一数值由小到大依次派人：' +
    '在不需回避的人员中取已派家数最少的两名，家数相同的取 sha256(种子|代码|姓名) 小的',
  drawStored: (drawn: number, pool: number) => `已从 ${pool} 家中抽取 ${drawn} 家并存档`,
  drawDry: (drawn: number, pool: number) => `可从 ${pool} 家中抽取 ${drawn} 家；没有写入`,
  everywhere: '全部',
  notDrawn: '没有抽取',
  rectified: (label: string, on: string, late: number) =>
    `已登记整改完成 ${on}：${label}${late > 0 ? `，超过期限 ${late} 天` : ''}`,
  notRectified: '没有改动',
  itemBreach: (breach: string) => `，罚则 ${breach}`,
  inspectedHead: (s: { title: string; clause: string; from: string; to: string }) =>
    `${s.title}（${s.clause}），${s.from} 至 ${s.to}`,
  summaryPart: (name: string) => `　其中：${name}`,
  gap: {
    no_inspection: '这段时间没有检查记录',
    no_target: '没有登记过这类检查对象',
    item_blank: '没有一条记录填了相关检查项目',
    field_blank: '没有一条记录填了这一项',
    not_by_batch: '行政处罚不分检查批次，请按年份汇总',
  } as Record<string, string>,
  unclearRecords: (n: number) => `另有 ${n} 条看不出是否计入`,
  unclear: '看不出',
  summaryTable: { inspection: '检查', penalty: '处罚' } as Record<string, string>,
  coverageDays: (d: { from: string; to: string; on: string; clause: string }) =>
    `检查日期 ${d.from} 至 ${d.to}，${d.clause}；应检查：${d.on} 许可证有效的机构和无证的公共机构`,
}

export const problems: ProblemTextsOf<'CX111'> = {
  CX1110: p => ({
    what: `检查人员名单里 ${p.names} 不止一次`,
    why: '抽到的两名检查人员会是同一个人',
    fix: '每人只写一次；同名的两个人加上部门区分',
  }),
  CX1111: p => ({ what: `检查人员只有 ${p.count} 名，至少要 ${p.needed} 名`, fix: '补充检查人员名单' }),
  CX1112: p => ({ what: `抽取比例“${p.value}”不对`, fix: '应大于 0、不超过 100%，写成 5% 或 0.05' }),
  CX1113: p =>
    p.on === null
      ? {
          what: `抽查名称“${p.name}”不能用`,
          why: '纯数字会与检查记录的编号混淆',
          fix: '加上文字，如 春雷2013',
        }
      : {
          what: `抽查“${p.name}”已于 ${p.on} 抽取`,
          why: '抽取结果不能改动',
          fix: '另起一个名称；用 inspection show 查看已有的',
        },
  CX1114: p => ({
    what: `${p.district ?? '名录里'}没有可以抽取的机构`,
    fix:
      p.excluded > 0
        ? `有 ${p.excluded} 家被排除：核对 --exclude 和许可证状态，或加 --include`
        : '先导入名录',
  }),
  CX1115: p => ({
    what: `${p.agency} 派不出两名检查人员：${p.left === '' ? '全部需要回避' : `只剩 ${p.left}`}`,
    fix: '增加检查人员，或用 --exclude 写明理由不抽这一家',
  }),
  CX1116: p => ({ what: `${p.option} 里的“${p.value}”不在本次抽查之列`, fix: `本次为：${p.among}` }),
  CX1117: p => ({
    what: `检查对象类型是${p.kind}，“${p.header}”却填了“${p.value}”`,
    fix: '名录上的机构只填机构名称或代码；用人单位、无证中介只填检查对象',
  }),
  CX1118: p =>
    p.on === null
      ? { what: `${p.label} 没有要整改的检查记录`, fix: '只有写了整改期限的检查才能登记整改完成' }
      : { what: `${p.label} 已于 ${p.on} 整改完成`, fix: '日期写错时，用 inspection edit 更正' },
  CX1119: p => ({
    what: `到 ${p.due} 应检查 ${p.of} 家，还有 ${p.left} 家没有检查记录`,
    fix: `用 inspection coverage --missing 列出；${p.due} 以前检查过的，导入检查记录表；没有检查的，此后补查也不计入上半年`,
  }),
}

export const problemsOfDraws: ProblemTextsOf<'CX117'> = {
  CX1170: p => ({
    what: `抽查“${p.batch}”没有抽到 ${p.agency}`,
    fix: '核对检查批次和机构；不是抽查的检查另写一个批次名称',
  }),
  CX1171: p => ({
    what: `检查人员是 ${p.given}，抽查“${p.batch}”派的是 ${p.drawn}`,
    fix: '填错的用 inspection edit 更正；换了人的在发现问题里写明原因',
  }),
  CX1172: p => ({
    what: `检查人员里 ${p.names} 写了不止一次，实际 ${p.count} 名`,
    fix: '核对检查记录，改成另一名检查人员；同名的两个人加上部门区分',
  }),
  CX1173: p => ({
    what: `检查对象“${p.value}”与名录上的机构（${p.code}）同名`,
    why: '写在检查对象里的，不计入这家机构的检查',
    fix: '就是这家机构的，检查对象类型写机构，填机构名称；不是的不必改',
  }),
}
