// 文书模板的说法，和模板里每个字段叫什么。
import type { FieldName } from '../../domain/papers/templates.ts'
import { orderField } from './orders.ts'

export const column = {
  template_kind: '种类',
  template_title: '文书',
  template_file: '模板',
  template_sha256: '校验值',
  used_on: '启用日期',
  template_field: '字段',
  meaning: '内容',
  shape: '形式',
  field_required: '必填',
  write: '写法',
}

export const help = {
  template: '文书模板',
  'template list': '列出各种文书和正在使用的模板',
  'template show': '列出一种文书的字段和写法',
  'template export': '导出正在使用的模板，用 Word 或 WPS 修改版式',
  'template export --all': '全部种类',
  'template export --default': '导出程序自带的模板',
  'template check': '检查改过的模板：字段、循环、必填项，并试填一次',
  'template check --as': '按哪一种文书检查（默认按字段判断）',
  'template use': '检查并启用改过的模板，以后的文书都用它',
  'template use --default': '恢复程序自带的模板',
}

interface TemplateUse {
  title: string
  before: { file: string } | null
  after: { file: string } | null
  changed: boolean
  dryRun: boolean
}

const nameOf = (own: { file: string } | null) => own?.file ?? '程序自带'

export const said = {
  templateOurs: '程序自带',
  fieldShape: { text: '文字', maybe: '可能缺失', texts: '多段', flag: '有无', rows: '各行' },
  templateInUse: (title: string, own: { file: string; used_on: string } | null) =>
    own === null ? `${title}使用程序自带的模板` : `${title}使用 ${own.file}，${own.used_on} 启用`,
  templateTaken: (kind: string, title: string) => `按字段判断为${title}（${kind}）；不对的话用 --as 指明`,
  templateSound: (file: string, title: string) => `${file}：可以用作${title}的模板`,
  templateFaults: (file: string, n: number) => `${file}：有 ${n} 处问题`,
  templateUsed: ({ title, before, after, changed, dryRun }: TemplateUse) =>
    changed
      ? `${title}的模板：${nameOf(before)} → ${nameOf(after)}${dryRun ? '；没有写入' : ''}`
      : `${title}的模板仍是${nameOf(after)}，没有改动`,
  uncontacted: (papers: number, without: readonly { code: string; name: string }[]) =>
    `${papers} 份文书没有联系方式：${without.map(d => `${d.code} ${d.name}`).join('、')}没有登记市场管理电话，用 chengxin district set ${without[0]?.code ?? '110000'} --phone 号码 登记后重新生成`,
  paperStands: ({ code, name, command }: { code: string; name: string; command: string }) =>
    `校验码 ${code}：现有数据做出的还是这份文书，${name}（chengxin ${command}）`,
  entryStands: (e: { no: number; day: string; command: string; since: number }) =>
    `日志第 ${e.no} 条（${e.day}，${e.command}）在链中；${e.since === 0 ? '此后数据没有改动' : `此后改动数据的有 ${e.since} 条：`}`,
  templateNotUsed: '模板没有启用，数据没有改动',
}

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
  type: '类型',
  parent: '主管单位',
  started_on: '设立日期',
  in_charge: '负责人',
  phone: '联系电话',
  facts: '核查内容和佐证',
  conclusion: '结论',
  opinions: '各部门意见',
  addressee: '受文单位',
  honor: '称号',
  document: '授予文号',
  granted_on: '授予日期',
  unit: '所在单位',
  post: '岗位',
  criterion: '考核内容',
  means: '各方评价',
  full: '满分合计',
  held: '等级限制',
  consecutive: '连续年度情况',
  attachments: '附件',
  subtitle: '副标题',
  cover: '应写的内容',
  rank: '名次',
  district_rank: '本范围名次',
  kind: '类别（经营性、公共）',
  sums: '各类得分',
  note: '备注',
  received: '材料收到日期',
  seats: '推荐名额',
  nominated: '已推荐',
  left: '剩余',
  for_profit: '其中经营性',
  required: '经营性应不少于',
  share: '经营性占比',
  market: '人力资源市场管理部门电话',
  inspectorate: '劳动监察部门电话',
}
