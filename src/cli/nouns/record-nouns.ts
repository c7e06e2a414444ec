// The nouns of records: what each is called, what an example says, what a list shows.
import { activityKind } from '../../domain/records/activity.ts'
import { annualKind } from '../../domain/records/annual.ts'
import { commitmentKind } from '../../domain/records/commitment.ts'
import { complaintKind } from '../../domain/records/complaint.ts'
import { honorKind } from '../../domain/records/honor.ts'
import { incentiveKind } from '../../domain/records/incentive.ts'
import { inspectionKind } from '../../domain/records/inspection.ts'
import type { RecordKind } from '../../domain/records/kind.ts'
import { licenseKind } from '../../domain/records/license.ts'
import { listingKind } from '../../domain/records/listing.ts'
import { metricKind } from '../../domain/records/metric.ts'
import { offenseKind } from '../../domain/records/offense.ts'
import { opinionKind } from '../../domain/records/opinion.ts'
import { paperKind } from '../../domain/records/paper.ts'
import { penaltyKind } from '../../domain/records/penalty.ts'
import { sanctionKind } from '../../domain/records/sanction.ts'
import { subjectKind } from '../../domain/records/subject.ts'
import { systemKind } from '../../domain/records/system.ts'
import { taskKind } from '../../domain/records/task.ts'

export interface RecordNoun {
  kind: RecordKind
  /** A file that can be imported; null where records come about otherwise. */
  sample: string | null
  /** A record added by hand, as the switches of an example; null where another verb makes them. */
  adding: string | null
  /** Adding one that is on file changes it: what counts is how things were found last. */
  replaces?: true
  /** Filters of a list by fields, as the switches of an example. */
  filtering?: string
  /** A record corrected by hand: which, the switches, and why, as an example. */
  editing: string
  /** Shown by a verb of its own, with more than the record. */
  ownShow?: true
  /** Titles are the official headers. */
  official?: true
  /** Fields that a list shows. */
  columns: readonly string[]
}

export const recordNouns: readonly RecordNoun[] = [
  {
    kind: complaintKind,
    sample: 'city/complaints.csv',
    adding: '--complaint-no TS2013-900 --received-on 2013-11-01 --channel 电话 --category 收费争议',
    editing: 'TS2013-001 --category 其他 --reason 类别录错',
    ownShow: true,
    columns: [
      'complaint_no',
      'agency_name',
      'subject',
      'category',
      'dishonest',
      'received_on',
      'due_on',
      'closed_on',
      'finding',
      'duplicate_of',
    ],
  },
  {
    kind: penaltyKind,
    official: true,
    sample: 'city/penalties.csv',
    adding:
      '--decision-no 样罚字900号 --authority 样例局 --kind 罚款 --fine-yuan 5000 --decision-date 2013-10-20',
    editing: '样例罚字〔2013〕1号 --fine-yuan 6000 --reason 金额录错',
    columns: [
      'decision_no',
      'agency_name',
      'authority',
      'kind',
      'fine_fen',
      'decision_date',
      'status',
      'revoked_on',
      'repaired_on',
    ],
  },
  {
    kind: sanctionKind,
    official: true,
    sample: 'five/sanctions.csv',
    adding:
      '--kind 责令整改 --decided-on 2013-10-18 --authority 样例局 --fact 未公示收费标准 --rectify-due 2013-11-18',
    editing: '1 --note 已回访 --reason 补记',
    columns: [
      'id',
      'agency_name',
      'person',
      'kind',
      'decided_on',
      'authority',
      'rectify_due',
      'rectified_on',
    ],
  },
  {
    kind: offenseKind,
    official: true,
    sample: 'five/offenses.csv',
    adding: '--person 样例员工乙 --kind 违法违规 --date 2013-09-12 --fact 泄露求职者信息',
    editing: '1 --note 已核实 --reason 补记',
    columns: ['id', 'agency_name', 'subject', 'person', 'kind', 'date', 'authority', 'fact', 'serious'],
  },
  {
    kind: honorKind,
    official: true,
    sample: 'city/honors.csv',
    adding: '--title 诚信示范单位 --level 区级 --granted-on 2013-10-08 --plate-no P-0900',
    editing: 'YL-001 --level 市级 --reason 级别录错',
    columns: ['cert_no', 'holder', 'title', 'granted_on', 'valid_to', 'plate_no', 'status', 'revoked_on'],
  },
  {
    kind: commitmentKind,
    official: true,
    sample: 'city/commitments.csv',
    adding: '--kind 机构 --signed-on 2013-10-08 --displayed 是',
    editing: '1 --displayed 否 --reason 现场未见张贴',
    columns: ['id', 'agency_name', 'kind', 'signed_on', 'signed_count', 'displayed'],
  },
  {
    kind: systemKind,
    official: true,
    sample: 'five/systems.csv',
    adding: '--system 台账 --state 未建立 --checked-on 2013-10-09 --rebuild-by 2013-10-31',
    replaces: true,
    editing: '1 --note 已回访 --reason 补记',
    columns: ['id', 'agency_name', 'system', 'state', 'checked_on', 'rebuild_by', 'note'],
  },
  {
    kind: activityKind,
    official: true,
    sample: 'city/activities.csv',
    adding: '--kind 培训 --title 诚信教育 --held-on 2013-10-12 --head-count 40',
    editing: '1 --head-count 45 --reason 人数录错',
    columns: ['id', 'agency_name', 'subject', 'kind', 'title', 'held_on', 'head_count', 'satisfaction'],
  },
  {
    kind: annualKind,
    official: true,
    sample: 'five/annual.csv',
    adding: '--year 2011 --result 合格 --reported-on 2012-03-01',
    editing: '1 --note 已公示 --reason 补记',
    columns: ['id', 'agency_name', 'subject', 'year', 'result', 'reported_on', 'note'],
  },
  {
    kind: inspectionKind,
    sample: 'city/inspection.csv',
    adding:
      '--batch 春雷2013 --date 2013-06-20 --officers 样检一、样检二 --SC-05 不合格 --rectify-due 2013-07-20',
    editing: '1 --findings 收费标准未更新 --reason 补记',
    ownShow: true,
    columns: [
      'id',
      'batch',
      'date',
      'agency_name',
      'target',
      'cooperated',
      'failed_items',
      'measure',
      'rectify_due',
      'rectified_on',
    ],
  },
  {
    kind: metricKind,
    sample: 'city/metrics.csv',
    adding: '--metric 净利润 --period 2011 --value 120 --unit 万元',
    editing: '1 --source 年度审计报告 --reason 补记来源',
    columns: ['id', 'agency_name', 'subject', 'metric', 'period', 'value', 'unit', 'source'],
  },
  {
    kind: licenseKind,
    official: true,
    sample: null,
    adding: null,
    editing: '1 --license-issuer 样例局 --reason 机关录错',
    columns: ['id', 'agency_name', 'kind', 'decided_on', 'license_no', 'valid_to', 'change', 'reason'],
  },
  {
    kind: subjectKind,
    official: true,
    sample: 'five/subjects.csv',
    adding: '--kind 人员 --name 样例员工丙 --post 职业指导员 --started-on 2013-03-01',
    editing: '1 --post 部门主管 --reason 岗位录错',
    ownShow: true,
    filtering: '--type 职业介绍 --sort code',
    columns: [
      'id',
      'kind',
      'type',
      'name',
      'code',
      'agency_name',
      'district',
      'post',
      'started_on',
      'ended_on',
    ],
  },
  {
    kind: incentiveKind,
    official: true,
    sample: 'five/incentives.csv',
    adding: '--kind 绿色通道 --basis 三（八）1 --starts-on 2013-10-10 --ends-on 2014-10-09',
    editing: '1 --note 已公示 --reason 补记',
    columns: ['id', 'agency_name', 'person', 'kind', 'basis', 'starts_on', 'ends_on', 'ended_on'],
  },
  {
    kind: listingKind,
    official: true,
    sample: 'five/listings.csv',
    adding: '--list 红名单 --basis 评估等级A --listed-on 2013-11-01',
    editing: '1 --note 已公示 --reason 补记',
    columns: ['id', 'list', 'agency_name', 'person', 'basis', 'listed_on', 'until', 'exited_on'],
  },
  {
    kind: taskKind,
    official: true,
    sample: null,
    adding: '--kind 信用信息系统 --title 录入不诚信记录 --source-no TS2013-001 --due-on 2013-11-20',
    filtering: '--kind credit_system --state open',
    editing: '1 --handler 样办2 --reason 改派',
    columns: ['id', 'title', 'kind', 'agency_name', 'campaign', 'due_on', 'done_on', 'handler'],
  },
  {
    kind: opinionKind,
    official: true,
    sample: 'five/opinions.csv',
    adding:
      '--opinion-no YJ-900 --received-on 2013-10-11 --content 建议公开投诉处理进度 --reply-due 2013-11-11',
    editing: 'YJ-002 --handler 样办3 --reason 改派',
    columns: [
      'id',
      'opinion_no',
      'received_on',
      'channel',
      'agency_name',
      'content',
      'reply_due',
      'replied_on',
    ],
  },
  {
    kind: paperKind,
    official: true,
    sample: 'city/papers.csv',
    adding: '--year 2013 --kind 推荐表 --received-on 2013-11-04',
    editing: '1 --received-on 2013-11-04 --reason 日期录错',
    columns: ['id', 'year', 'agency_name', 'subject', 'kind', 'received_on', 'scheme', 'note'],
  },
]

/** Listed flush right. */
export const NUMBERS: ReadonlySet<string> = new Set([
  'id',
  'fine_fen',
  'signed_count',
  'head_count',
  'satisfaction',
  'value',
])
