// 文书模板的说法，和模板里每个字段叫什么。
import type { FieldName } from '../../domain/papers/templates.ts'
import type { ProblemTextsOf } from '../problem-texts.ts'
import { orderField } from './orders.ts'

export const column = {}

export const help = {}

export const said = {}

/** 字段的中文名；缺值时纸面上写【缺：名】。 */
export const templateField: Record<FieldName, string> = {
  ...orderField,
  title: '标题',
  agency_name: '机构名称',
  reasons: '推荐理由',
  opinion_label: '意见栏名称',
  opinion: '意见',
  footer_note: '不收费说明和联系方式（页脚）',
  check_line: '校验码和日志编号（页脚）',
  agency_code: '统一社会信用代码或许可证号',
  district: '推荐范围',
  year: '评估年度',
  as_of: '截止日',
  scheme: '评估方案',
  rater1: '第一类评价主体',
  rater2: '第二类评价主体',
  rater3: '第三类评价主体',
  rows: '各行',
  category: '类别',
  indicator: '指标',
  points: '满分',
  r1: '第一类评价主体的平均分',
  r2: '第二类评价主体的平均分',
  r3: '第三类评价主体的平均分',
  score: '得分',
  basis: '依据',
  total: '总分',
  grade: '等级',
  notes: '说明',
  subject_name: '被告知人',
  subject_code: '被告知人的代码',
  you: '称呼（你或者你单位）',
  result: '评估结果',
  costs: '失分说明',
  has_rows: '有没有行',
  reason: '原因',
  clause: '条款',
  objection: '异议期限',
  contact: '联系方式',
  method: '送达方式',
  receiver: '签收人',
  served_on: '送达日期',
  opening: '开头一段',
  name_header: '名称栏的标题',
  number: '序号',
  name: '名称',
  lines: '各段',
  issuer: '落款单位',
  date: '日期',
  batch: '检查批次',
  address: '地址',
  authority: '检查机关',
  officers: '检查人员',
  officers_min: '检查人员至少几人',
  officers_clause: '检查人员人数的依据',
  items: '检查项目',
  id: '编号',
  opened: '建档日期',
  scope: '使用范围',
  sections: '各部分',
  text: '事项',
  state: '状态',
  record: '记录编号',
  source: '来源',
  code: '代码或许可证号',
  head: '开头各行',
  notices: '提示',
  sum: '小计',
  running: '累计',
}

export const problems: ProblemTextsOf<'CX140'> = {}
