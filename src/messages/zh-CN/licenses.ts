// 许可证、从业人员和名录更正的说法。
import type { ProblemTextsOf } from '../problem-texts.ts'

const until = (day: string) => (day === '9999-12-31' ? '长期' : day)

export const column = {
  leader: '负责领导',
  responsible_unit: '责任单位',
  market_phones: '市场管理电话',
  inspectorate_phones: '劳动监察电话',
  issue: '问题',
  remedy: '处理',
}

export const help = {
  'agency list --from': '只列有效期至不早于这一天的',
  'agency list --to': '只列有效期至不晚于这一天的',
  'agency add': '补录一家机构',
  'agency edit': '更正一家机构的登记情况，写明理由；内容写 "" 为清空',
  'agency check': '核对名录：代码、许可证、缺项、重名',
  'license issue': '核发许可证：名录中没有许可证的机构，或新设机构（同时列入名录），并列出随之要办的事项',
  'license issue --agency': '名录中的机构（信用代码或编号）；新设机构不填，改填名称等',
  'license change': '变更许可证登记事项',
  'license renew': '延续许可证',
  'license cancel': '注销许可证，列出涉及的荣誉和待办，不自动处理',
  'license show': '一条许可证办理记录和历次更正',
  'license edit': '更正一条许可证办理记录',
  'complaint edit': '更正一件投诉举报',
  'penalty show': '一条行政处罚和历次更正',
  'penalty edit': '更正一条行政处罚',
  'sanction show': '一条惩戒和历次更正',
  'sanction edit': '更正一条惩戒',
  'offense show': '一条不良记录和历次更正',
  'offense edit': '更正一条不良记录',
  'honor show': '一条荣誉和历次更正',
  'honor edit': '更正一条荣誉',
  'commitment show': '一条承诺书签署情况和历次更正',
  'commitment edit': '更正一条承诺书签署情况',
  'system show': '一项服务制度核查情况和历次更正',
  'system edit': '更正一项服务制度核查情况',
  'activity show': '一次活动和历次更正',
  'activity edit': '更正一次活动',
  'annual show': '一条年检结论和历次更正',
  'annual edit': '更正一条年检结论',
  'inspection edit': '更正一条检查记录',
  'metric show': '一条指标数据和历次更正',
  'metric edit': '更正一条指标数据',
  'subject show': '一个主体，以及台账中点到它的记录',
  'subject edit': '更正一个主体',
  'incentive show': '一条激励或限制和历次更正',
  'incentive edit': '更正一条激励或限制',
  'listing show': '一条名单和历次更正',
  'listing edit': '更正一条名单',
  'task show': '一条待办和历次更正',
  'task edit': '更正一条待办',
  'opinion show': '一条意见和历次更正',
  'opinion edit': '更正一条意见',
  district: '推荐范围',
  'district list': '列出推荐范围、负责领导、责任单位和电话',
  'district set': '登记负责领导、责任单位和电话；内容写 "" 为清空；不写推荐范围的，是本单位自己的电话',
  'district set --phone': '市场管理部门电话，可重复，取代原有的；文书的联系方式、监督举报电话表和公示用它',
  'edit --agency': '改归这家机构；写 "" 为不属于任何机构',
  'edit --reason': '更正的理由（必填），记入日志',
  '--leader': '负责领导姓名',
  '--unit': '责任单位名称',
  '--inspectorate-phone': '劳动监察部门电话，可重复，取代原有的',
}

export const said = {
  thisOffice: '本单位',
  edited: (label: string) => `已更正 ${label}`,
  wouldEdit: (label: string) => `可以更正 ${label}；没有写入`,
  nothingToEdit: (label: string) => `${label} 与所填相同，没有改动`,
  byHand: '来源：手工登记',
  fromFile: (s: { batch: number; file: string; line: number | null }) =>
    `来源：${s.file}${s.line === null ? '' : ` 第 ${s.line} 行`}（第 ${s.batch} 批导入）`,
  licensed: {
    issue: (label: string) => `已核发 ${label}`,
    change: (label: string) => `已变更 ${label}`,
    renew: (label: string) => `已延续 ${label}`,
    cancel: (label: string) => `已注销 ${label}`,
  },
  wouldLicense: {
    issue: (label: string) => `可以核发 ${label}；没有写入`,
    change: (label: string) => `可以变更 ${label}；没有写入`,
    renew: (label: string) => `可以延续 ${label}；没有写入`,
    cancel: (label: string) => `可以注销 ${label}；没有写入`,
  },
  notDone: '没有办理，数据没有改动',
  archiveOpened: '诚信档案随之建立；以下事项列入待办：',
  laidTask: (title: string, basis: string, due: string | null) =>
    `  ${title}（${basis}）${due === null ? '' : `，${due} 前`}`,
  openTask: (t: { title: string; due_on: string | null }) =>
    `还有未完成的待办：${t.title}${t.due_on === null ? '' : `（期限 ${t.due_on}）`}；程序不自动处理`,
  rosterChecked: (findings: number, agencies: number) =>
    findings === 0 ? '名录没有发现问题' : `名录有 ${findings} 处问题，涉及 ${agencies} 家机构`,
  asking: '缺少必填项，请逐项填写；直接回车为放弃',
  districtKinds: { district: '区县', city: '市属' },
}

export const problems: ProblemTextsOf<'CX113' | 'CX116'> = {
  CX1130: p => ({
    what: `“${p.value}”已在名录中：${p.holder}`,
    fix: '要更正用 agency edit；给名录中的机构核发许可证用 --agency 指明',
  }),
  CX1131: () => ({ what: '既没有统一社会信用代码，也没有许可证编号', fix: '查到后用 agency edit 补填' }),
  CX1132: p => ({ what: `没有“${p.header}”`, fix: '查到后用 agency edit 补填' }),
  CX1133: p => ({
    what: `同一推荐范围内另有同名机构（${p.holder}）`,
    fix: '核对是否为同一家；名称写错的用 agency edit 更正',
  }),
  CX1134: p => ({
    what: `${p.agency} 已有许可证 ${p.license}${p.validTo === null ? '，未写有效期' : `，有效期至 ${until(p.validTo)}`}`,
    fix: '延续用 license renew，变更用 license change；重新核发前先注销',
  }),
  CX1135: p => ({ what: `${p.agency} 没有许可证`, fix: '先用 license issue 核发' }),
  CX1136: p => ({
    what: `${p.agency} 的许可证${{ cancelled: '已注销', revoked: '已被吊销' }[p.status]}`,
    fix: '重新核发用 license issue；状态写错的用 agency edit 更正',
  }),
  CX1137: p => ({
    what: `有效期至 ${p.value}，不晚于现有的 ${until(p.present)}`,
    fix: '核对日期；现有日期写错的用 agency edit 更正',
  }),
  CX1160: p => ({
    what: `${p.value} 既是第 ${p.numbered} 条记录的编号，又是另一条记录的序号`,
    fix: `写 id=${p.numbered} 或 id=${p.id}`,
  }),
  CX1161: p => ({ what: `“${p.value}”对应不止一个主体`, fix: `用主体编号或序号指明：${p.matches}` }),
  CX1162: p => ({
    what: `${p.value} 有重复件 ${p.duplicates}，编号和机构不能更改`,
    why: '重复件按编号并入原件，与原件同属一家机构；原件换了编号或机构，重复件就无处计数',
    fix: `先取消关联：complaint link ${p.first} --remove；更正后再并入`,
  }),
  CX1163: p => ({
    what: `${p.value} 还没有“${p.header}”，更正不能代替办理`,
    fix: `用 ${p.verb} 办理；办理之后写错的再更正`,
  }),
  CX1164: p => ({
    what: `只更正了这条办理记录；名录中 ${p.agency} 的“${p.header}”仍是 ${p.value}`,
    fix: '名录也有误的用 agency edit 更正',
  }),
}
