// 监督检查文书和总结的说法。
import type { ProblemTextsOf } from '../problem-texts.ts'

export const column = {}

export const help = {
  'form rectification': '责令整改通知书：一次检查、一项惩戒或一家机构待整改的，或 --all 全部待整改的',
  'form rectification --all': '全部待整改的，并写一份清单',
  'form revocation': '撤销称号的决定：已撤销的为正式文本，核查提出撤销的为草稿',
  'form plate': '标牌回执：有效称号为领取，已撤销的为交回',
  'form inspection-summary': '清理整顿情况统计表：各推荐范围和合计，附检查覆盖率',
  'report month': '诚信服务月活动情况总结（11月5日前报送）',
  'report month --campaign': '哪一次活动，默认最近一次诚信服务月',
  'report year': '年度总结：三率、投诉、奖惩、检查、评估、称号，与上年比较',
  'report year --year': '哪一年，默认今年',
  'report --json': '只要数字，以 JSON 写出',
}

export const said = {
  recordOrAll: '写明一次检查、一项惩戒或一家机构，或用 --all 表示全部；只能二者取一',
  nothingToOrder: '没有待整改的检查或惩戒，没有写任何文书',
  citesLaterLaw: (count: number, since: string) =>
    `${count} 份通知书针对的检查早于 ${since}：检查清单引用的《人力资源市场暂行条例》当时尚未施行，发出前请改引当时有效的规定`,
  sheetCitesLaterLaw: (since: string) =>
    `检查记录表引用的《人力资源市场暂行条例》自 ${since} 起施行：此前检查的，请改引当时有效的规定`,
  ordersPastDue: (due: readonly string[]) =>
    `${due.length} 份的整改期限已过（原定期限${[...new Set(due)].sort().join('、')}已过），通知书照登记的期限印出：需要另定期限的，先改登记再写`,
  draftOnly: '这个称号还没有撤销，写出的是草稿；决定后用 chengxin title revoke 登记',
}

/** 这些文书的字段叫什么。 */
export const orderField = {
  you: '称呼（你或者你单位）',
  breach: '罚则',
  due: '整改期限',
  otherwise: '逾期不改的后果',
  reply_to: '整改情况报送何处',
  draft: '是不是草稿',
  honor: '称号',
  ground: '情形',
  plate_no: '标牌编号',
  document: '文号',
  what: '事项',
  giver: '交出的一方',
  taker: '接收的一方',
  handed_on: '交接日期',
  span: '起止日期和范围',
  officers_labor: '其中人社（人次）',
  officers_market: '其中市场监管（人次）',
  officers_police: '其中公安（人次）',
  officers_other: '其中其他部门（人次）',
  seen_agencies: '检查人力资源服务机构（户次）',
  seen_employers: '检查用人单位（户次）',
  unlicensed: '未经许可从事职业中介（件）',
  fake_job: '机构提供虚假就业信息（件）',
  fake_ad: '用人单位虚假招聘（件）',
  id_seized: '扣押证件或收取押金（件）',
  ordered: '责令改正（件）',
  refunded: '责令退赔（万元）',
  shut: '取缔非法职业中介（件）',
  license_revoked: '吊销许可证（件）',
  transferred: '移送公安机关（件）',
  to_inspect: '应检查机构数',
  inspected: '已检查机构数',
  inspected_rate: '检查覆盖率',
  to: '报送给谁',
  agencies: '机构数',
  pacts: '张贴公约的机构数',
  failed: '有不合格项的机构数',
  systems_missing: '没有建立的制度数',
  systems_rebuilt: '已补建的制度数',
  signed: '已签承诺书的机构数',
  received: '收到投诉举报件数',
  sanctions: '惩戒件数',
  rates: '三率各行',
  agency_rate: '机构承诺书签署率',
  staff: '从业人员数',
  staff_signed: '已签承诺书的从业人员数',
  staff_rate: '从业人员承诺书签署率',
  archives: '已建诚信档案的机构数',
  archive_rate: '建档率',
  closed_rate: '投诉办结率',
  on_time_rate: '投诉按期办结率',
  penalties: '行政处罚件数',
  evaluated: '评估的机构数',
  mean: '平均分',
  median: '中位数',
  granted: '授予称号数',
  taken_back: '撤销称号数',
  has_rates: '有没有签署率和建档率',
  has_trends: '有没有与上年的比较',
  trends: '与上年比较各行',
  before: '上年',
  now: '本年',
  change: '增减',
}

const TITLE_STATE: Record<string, string> = {
  valid: '有效，核查没有提出撤销',
  expired: '已到期',
  not_yet: '还没有到授予日期',
}

export const problems: ProblemTextsOf<'CX1413' | 'CX1414' | 'CX1415' | 'CX1416'> = {
  CX1413: p => ({
    what: `“${p.label}”没有要整改的`,
    why: '检查没有不合格项、没有整改期限，也没有写责令改正；惩戒措施不是责令整改',
    fix: '用 chengxin inspection list --state to_rectify 查看待整改的；记录漏填的先补填',
  }),
  CX1414: p => ({
    what: `${p.label}没有待整改的检查或惩戒${p.on === null ? '' : `，最近一次已于 ${p.on} 整改完成`}`,
    fix: '要补发已整改的，写明检查编号或惩戒文号',
  }),
  CX1415: p => ({
    what: `“${p.label}”没有撤销，也没有提出撤销（${TITLE_STATE[p.state] ?? p.state}）`,
    why: '撤销决定只写给已撤销的，草稿只写给核查提出撤销的',
    fix: '用 chengxin title review 查看需核查的；已决定撤销的先用 chengxin title revoke 登记',
  }),
  CX1416: p => ({
    what: `“${p.label}”没有标牌编号`,
    why: '没有标牌，就没有领取和交回',
    fix: '已经制作标牌的，先用 chengxin honor edit 填上标牌编号',
  }),
}
