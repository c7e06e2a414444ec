// The nouns of the command tree in the order of the help: what each is called, and where its verbs are.
import type { AddVerbs } from './front.ts'

export interface Noun {
  name: string
  alias: string
  /** Imported only where the noun is called: all of them at every start would cost each command time and memory. */
  verbs: () => Promise<AddVerbs>
}

const ofRecords = async () => (await import('./nouns/records.ts')).addRecordNounVerbs

export const nouns: readonly Noun[] = [
  { name: 'agency', alias: '机构', verbs: async () => (await import('./nouns/agency.ts')).addAgencyVerbs },
  { name: 'complaint', alias: '投诉', verbs: ofRecords },
  { name: 'penalty', alias: '处罚', verbs: ofRecords },
  { name: 'sanction', alias: '惩戒', verbs: ofRecords },
  { name: 'offense', alias: '不良记录', verbs: ofRecords },
  { name: 'honor', alias: '荣誉', verbs: ofRecords },
  { name: 'commitment', alias: '承诺', verbs: ofRecords },
  { name: 'system', alias: '服务制度', verbs: ofRecords },
  { name: 'activity', alias: '活动', verbs: ofRecords },
  { name: 'annual', alias: '年检', verbs: ofRecords },
  { name: 'inspection', alias: '检查', verbs: ofRecords },
  { name: 'metric', alias: '指标数据', verbs: ofRecords },
  { name: 'license', alias: '许可证', verbs: ofRecords },
  { name: 'subject', alias: '主体', verbs: ofRecords },
  { name: 'incentive', alias: '激励限制', verbs: ofRecords },
  { name: 'listing', alias: '名单', verbs: ofRecords },
  { name: 'task', alias: '待办', verbs: ofRecords },
  { name: 'opinion', alias: '意见', verbs: ofRecords },
  { name: 'paper', alias: '报送材料', verbs: ofRecords },
  {
    name: 'campaign',
    alias: '专项活动',
    verbs: async () => (await import('./nouns/campaign.ts')).addCampaignVerbs,
  },
  { name: 'duty', alias: '例行事项', verbs: async () => (await import('./nouns/duty.ts')).addDutyVerbs },
  {
    name: 'archive',
    alias: '诚信档案',
    verbs: async () => (await import('./nouns/archive.ts')).addArchiveVerbs,
  },
  {
    name: 'district',
    alias: '推荐范围',
    verbs: async () => (await import('./nouns/district.ts')).addDistrictVerbs,
  },
  { name: 'scheme', alias: '方案', verbs: async () => (await import('./nouns/scheme.ts')).addSchemeVerbs },
  {
    name: 'evaluation',
    alias: '评估',
    verbs: async () => (await import('./nouns/evaluation.ts')).addEvaluationVerbs,
  },
  { name: 'import', alias: '导入', verbs: async () => (await import('./nouns/import.ts')).addImportVerbs },
  { name: 'quota', alias: '名额', verbs: async () => (await import('./nouns/quota.ts')).addQuotaVerbs },
  {
    name: 'nomination',
    alias: '推荐',
    verbs: async () => (await import('./nouns/nomination.ts')).addNominationVerbs,
  },
  {
    name: 'publicity',
    alias: '公示',
    verbs: async () => (await import('./nouns/publicity.ts')).addPublicityVerbs,
  },
  {
    name: 'report',
    alias: '报告',
    verbs: async () => (await import('./nouns/report.ts')).addReportVerbs,
  },
  { name: 'title', alias: '称号', verbs: async () => (await import('./nouns/title.ts')).addTitleVerbs },
  {
    name: 'submission',
    alias: '报送',
    verbs: async () => (await import('./nouns/submission.ts')).addSubmissionVerbs,
  },
  { name: 'form', alias: '表格', verbs: async () => (await import('./nouns/form.ts')).addFormVerbs },
  {
    name: 'template',
    alias: '模板',
    verbs: async () => (await import('./nouns/template.ts')).addTemplateVerbs,
  },
  {
    name: 'calendar',
    alias: '工作日历',
    verbs: async () => (await import('./nouns/calendar.ts')).addCalendarVerbs,
  },
  { name: 'log', alias: '日志', verbs: async () => (await import('./nouns/house.ts')).addLogVerbs },
  { name: 'uscc', alias: '信用代码', verbs: async () => (await import('./nouns/house.ts')).addUsccVerbs },
]
