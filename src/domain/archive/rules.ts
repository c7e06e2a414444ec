// What of the registers goes into an archive: in which section, in which words, and what of it the public may see.
// BJ 三(六)2 and ZS 三(五) ask for lawful disclosure: out goes what an authority decided and has not taken back, and what
// an agency or its window earned; names of persons, handling notes, figures of the business and matters not established
// stay inside. Tasks are the desk's own, opinions are no record of the agency, and papers handed in belong to their
// procedure: they have no entry.
import type { Day } from '../day.ts'
import { officialChoices, type Values } from '../imports/column.ts'
import { activityKind } from '../records/activity.ts'
import { annualKind } from '../records/annual.ts'
import { commitmentKind } from '../records/commitment.ts'
import { complaintKind, isUpheld } from '../records/complaint.ts'
import { honorKind } from '../records/honor.ts'
import { incentiveKind, incentiveState } from '../records/incentive.ts'
import { inspectionItems, inspectionKind } from '../records/inspection.ts'
import type { RecordKind } from '../records/kind.ts'
import { licenseKind } from '../records/license.ts'
import { listingKind, listingState } from '../records/listing.ts'
import { metricKind } from '../records/metric.ts'
import { offenseKind } from '../records/offense.ts'
import { penaltyKind } from '../records/penalty.ts'
import { sanctionKind } from '../records/sanction.ts'
import { subjectKind } from '../records/subject.ts'
import { systemKind } from '../records/system.ts'
import type { SectionId } from './sections.ts'

export interface EntryRule {
  kind: RecordKind
  /** Sections in order of preference: the first that the scheme has. */
  sections: (values: Values) => readonly SectionId[]
  /** Field of the record's number. */
  number?: string
  /** Parts of its line that may go out with it, and those that never do. */
  open: readonly string[]
  inner: readonly string[]
  isPublic: (values: Values, today: Day) => boolean
  /** States of the kind that only repeat the line. */
  stateless?: true
  /** What is true of it besides the kind's states. */
  also?: (values: Values) => string[]
  /** Fields for the line that are drawn from others. */
  drawn?: (values: Values) => Values
}

const always = () => true
const never = () => false
const isNobody = ({ person }: Values) => (person ?? null) === null
const lawAbiding = (): readonly SectionId[] => ['law_abiding']
const promises = (): readonly SectionId[] => ['promises']
/** Where no section is for both, what was earned stands with kept promises, what was brought about with the law. */
const rewards: readonly SectionId[] = ['rewards_sanctions', 'promises']
const sanctions: readonly SectionId[] = ['rewards_sanctions', 'law_abiding']

const LAID: readonly unknown[] = ['limits', 'ban', 'exit']
/** Measures that mean to be public; a talk and an order to rectify are between the desk and the agency. */
const OPEN_SANCTIONS: readonly unknown[] = [
  '通报',
  '曝光',
  '列入黑名单',
  '撤销荣誉',
  '暂缓通过年检',
  '注销许可证',
]
/** Activities of the business; all others show how it keeps its word. */
const OF_BUSINESS: readonly unknown[] = ['宣传', '座谈']

export const entryRules: readonly EntryRule[] = [
  {
    kind: licenseKind,
    sections: () => ['basic'],
    open: ['许可证{kind}', '许可证编号{license_no}', '{license_issuer}', '有效期至{valid_to}'],
    // A change may tell who represents the agency from now on.
    inner: ['{change}', '{occurred_on}发生', '{reported_on}报告', '原因：{reason}'],
    isPublic: always,
    stateless: true,
  },
  {
    kind: subjectKind,
    number: 'code',
    sections: () => ['basic'],
    open: ['{kind}：{name}'],
    inner: ['{post}', '资格证书{certificate}', '{ended_on}离开', '{note}'],
    isPublic: ({ kind }) => kind !== 'person',
    stateless: true,
  },
  {
    kind: penaltyKind,
    number: 'decision_no',
    sections: lawAbiding,
    open: [
      '{kind}',
      '{fact}',
      '罚款{fine_fen}元',
      '没收{confiscated_fen}元',
      '{authority}',
      '{revoked_on}撤销',
    ],
    inner: [
      '依据：{basis}',
      '{published_on}公示',
      '撤销理由：{revoke_reason}',
      '{repaired_on}信用修复',
      '责任人：{persons}',
    ],
    // Revoked, it does not stand; repaired, it is no longer published.
    isPublic: ({ status, repaired_on }) => status !== 'revoked' && (repaired_on ?? null) === null,
  },
  {
    kind: offenseKind,
    number: 'offense_no',
    sections: lawAbiding,
    open: ['{kind}', '{fact}'],
    inner: ['主体：{subject}', '当事人：{person}', '{authority}', '情节严重：{serious}', '{note}'],
    // Told by others, who publish it themselves where they may.
    isPublic: never,
    stateless: true,
  },
  {
    kind: annualKind,
    sections: lawAbiding,
    open: ['{year}年度年检：{result}'],
    inner: ['{reported_on}报送', '{note}'],
    isPublic: always,
    stateless: true,
  },
  {
    kind: inspectionKind,
    sections: lawAbiding,
    open: ['{batch}', '{clean}', '不合格项：{failed}', '{measure}', '{rectified_on}整改完成', '{authority}'],
    inner: [
      '发现问题：{findings}',
      '责令退赔{refunded_fen}元',
      '配合检查：{cooperated}',
      '整改期限{rectify_due}',
      '检查人员：{officers}',
    ],
    isPublic: always,
    drawn: values => {
      const failed = inspectionItems.filter(id => values[id] === 'fail')
      const passed = inspectionItems.some(id => values[id] === 'pass')
      return {
        failed: failed.join('、'),
        clean: failed.length === 0 && passed ? '所查项目合格' : null,
      }
    },
  },
  {
    kind: complaintKind,
    number: 'complaint_no',
    sections: () => ['complaints'],
    open: ['{category}', '{summary}', '{finding}', '涉不诚信：{dishonest}', '{outcome}', '{closed_on}办结'],
    inner: [
      '渠道：{channel}',
      '{accepted_on}受理',
      '办结时限{due_on}',
      '原时限{first_due_on}',
      '延期理由：{extension_reason}',
      '承办人：{handler}',
      '认定人：{decided_by}',
      '主体：{subject}',
      '情节严重：{serious}',
    ],
    // Not established, it is no fact about the agency; a repeat is told of where it was handled.
    isPublic: values =>
      values.closed_on !== null && isUpheld(values) && (values.duplicate_of ?? null) === null,
    also: ({ duplicate_of }) => ((duplicate_of ?? null) === null ? [] : [`并入${duplicate_of}`]),
  },
  {
    kind: honorKind,
    number: 'cert_no',
    sections: () => rewards,
    open: [
      ...['{title}', '{level}', '{issuer}授予', '文号{document}', '有效期至{valid_to}', '标牌{plate_no}'],
      ...['{revoked_on}撤销', '撤销文号{revocation_document}'],
    ],
    inner: ['持有者：{holder}', '撤销原因：{reason}', '{plate_returned_on}收回标牌'],
    // One that is granted later is announced then.
    isPublic: ({ granted_on }, today) => String(granted_on) <= today,
  },
  {
    kind: incentiveKind,
    sections: ({ kind }) => (LAID.includes(kind) ? sanctions : rewards),
    open: ['{kind}', '依据：{basis}', '至{ends_on}', '{ended_on}终止', '{authority}'],
    inner: ['对象：{person}', '终止原因：{end_reason}', '{note}'],
    isPublic: (values, today) => isNobody(values) && incentiveState(values, today) !== 'not_yet',
  },
  {
    kind: listingKind,
    sections: ({ list }) => (list === 'red' ? rewards : sanctions),
    open: ['{list}', '{basis}', '有效期至{until}', '{authority}'],
    inner: [
      '对象：{person}',
      '相关编号：{source_no}',
      '{noticed_on}告知',
      '责任人：{persons}',
      '管理措施：{measures}',
      '{exited_on}移出',
      '移出方式：{exit_kind}',
      '移出理由：{exit_reason}',
      '{note}',
    ],
    // Past its last day, or off the list, it is shown no more.
    isPublic: (values, today) => isNobody(values) && listingState(values, today) === 'listed',
  },
  {
    kind: sanctionKind,
    number: 'sanction_no',
    sections: () => sanctions,
    open: ['{kind}', '{fact}', '{authority}', '{rectified_on}整改完成'],
    inner: [
      '对象：{person}',
      '依据：{basis}',
      '相关编号：{source_no}',
      '责任人：{persons}',
      '整改期限{rectify_due}',
      '{note}',
    ],
    isPublic: values => isNobody(values) && OPEN_SANCTIONS.includes(values.kind),
  },
  {
    kind: metricKind,
    sections: () => ['business', 'basic'],
    open: ['{metric}（{period}）：{value}{unit?}'],
    inner: ['来源：{source}', '{note}'],
    isPublic: never,
  },
  {
    kind: activityKind,
    sections: ({ kind }) => (OF_BUSINESS.includes(kind) ? ['business', 'promises'] : ['promises']),
    open: ['{kind}：{title}', '{head_count}人'],
    inner: ['满意率{satisfaction}', '{note}'],
    isPublic: always,
    stateless: true,
  },
  {
    kind: commitmentKind,
    sections: promises,
    open: ['{kind}诚信承诺书', '{signed_count}人签署', '已公示：{displayed}'],
    inner: ['{note}'],
    isPublic: always,
    stateless: true,
  },
  {
    kind: systemKind,
    sections: promises,
    open: ['{name}'],
    inner: ['补建期限{rebuild_by}', '{note}'],
    // A gap is first to be closed by its day.
    isPublic: ({ state }) => state === 'built',
    drawn: ({ system }) => ({ name: systemWord(system) }),
  },
]

/** 服务公示制度 and the like: the whole name, not the short word of a file. */
function systemWord(system: Values[string] | undefined): string {
  const { type } = systemKind.columns.find(c => c.key === 'system')!
  const word = type.is === 'choice' ? officialChoices(type.of).find(c => c.name === system)?.word : undefined
  return `服务${word}制度`
}
