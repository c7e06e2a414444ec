// 诚信档案、承诺率和服务制度的说法。
import type { SystemState } from '../../domain/archive/roll.ts'
import type { ProblemTextsOf } from '../problem-texts.ts'

export const column = {
  section: '栏目',
  text: '事项',
  public: '可公开',
  built: '已建档',
  missing: '缺少',
  agency_signed: '机构已签',
  agency_rate: '机构签署率%',
  staff: '从业人员',
  staff_signed: '人员已签',
  staff_rate: '人员签署率%',
  staff_unknown: '人数不明的机构',
  archives: '已建档',
  archive_rate: '建档率%',
}

export const help = {
  archive: '诚信档案',
  'archive show': '一家机构的诚信档案，按栏目列出每条记录和来源',
  'archive missing': '档案缺少什么：基本信息、承诺书、年检、服务制度；各推荐范围的建档率',
  'archive export': '打印诚信档案，每家一份',
  'archive export --all': '全部机构',
  'commitment rates': '机构签署率、从业人员签署率、建档率，按推荐范围',
  'system missing': '四项服务制度无记录、未建立或补建超期的机构',
  'system missing --state': '只列有这种情况的：无记录、未建立、补建超期',
  '--public': '只要依法可以公开的部分',
  'commitment rates --missing': '列出使签署率、建档率达不到 100% 的机构',
}

const SYSTEM_STATES: Record<SystemState, string> = {
  built: '已建立',
  no_record: '无记录',
  missing: '未建立',
  overdue: '补建超期',
}
const systemState = (state: SystemState, due: string | null) =>
  `${SYSTEM_STATES[state]}${due === null ? '' : `（限 ${due}）`}`

export const said = {
  archiveHead: (a: { name: string; code: string; district: string }) =>
    `诚信档案　${a.name}（${a.code}），${a.district}`,
  inner: '内部',
  seeArchive: (agency: string) => `逐条记录见 chengxin archive show ${agency}`,
  nothingOnFile: '无记录',
  open: '公开',
  yes: '是',
  no: '否',
  madeBy: (operator: string, entry: number) => `${operator}，日志第 ${entry} 条`,
  builtRate: (district: string, built: number, agencies: number, percent: string | null) =>
    `${district}：应建档 ${agencies} 家，已建档 ${built} 家，建档率 ${percent === null ? '—' : `${percent}%`}`,
  codeOrLicense: '信用代码或许可证编号',
  agencyCommitment: '机构承诺书',
  staffCommitment: (signed: number | null, staff: number | null) =>
    signed === null ? '从业人员承诺书' : `从业人员承诺书（已签 ${signed} 人，共 ${staff} 人）`,
  annualCheck: (year: number) => `${year} 年度年检结论`,
  systemGap: (name: string, state: SystemState, due: string | null) => `${name}${systemState(state, due)}`,
  systemState,
  systems: {
    disclosure: '服务公示制度',
    commitment: '服务承诺制度',
    ledger: '服务台账制度',
    feedback: '服务反馈制度',
  } as Record<string, string>,
}

export const problems: ProblemTextsOf<'CX112'> = {
  CX1120: p => ({
    what: `${p.agency}：承诺书签署 ${p.signed} 人，多于从业人员 ${p.staff} 人`,
    why: '签署率按全部签署计算，不超过 100%',
    fix: '核对名录的从业人员数和承诺书的签署人数',
  }),
  CX1121: p => ({
    what: `${p.agency}：从业人员数未知`,
    why: '不知道人数就没有签署率，不按 0 也不按 100% 计',
    fix: '在名录里补填从业人员数',
  }),
  CX1122: p => ({
    what: `${p.agency}：许可证是否有效不明，没有计入`,
    why: '名录里既没有状态也没有有效期',
    fix: '在名录里补填有效期至或状态',
  }),
  CX1123: () => ({
    what: '没有指明要谁的档案，或者指明了不止一种',
    fix: '写一家机构，或 --district 推荐范围，或 --all，只用其中一种',
  }),
}
