// The Word papers that a bureau may restyle, by the name of their template: which fields each has, and which it must have.
import { type FieldData, FOOTER, type NamesIn, type TemplateKind } from './field-shape.ts'
import { hotline, nominees, quota, ranking, summary } from './nomination-templates.ts'
import { SUBJECT_TEMPLATES } from './subject-templates.ts'
import { SUPERVISION_TEMPLATES } from './supervision-templates.ts'

const recommendation = {
  title: '推荐表',
  fields: {
    title: 'text',
    agency_name: 'text',
    reasons: 'texts',
    opinion_label: 'text',
    opinion: 'text',
    attachments: 'text',
    ...FOOTER,
  },
  required: ['agency_name', 'reasons', 'opinion_label', 'attachments', 'footer_note', 'check_line'],
} as const

const results = {
  title: '评分表',
  fields: {
    title: 'text',
    agency_name: 'text',
    agency_code: 'maybe',
    district: 'text',
    year: 'text',
    as_of: 'text',
    scheme: 'text',
    rater1: 'text',
    rater2: 'text',
    rater3: 'text',
    rows: {
      category: 'text',
      indicator: 'text',
      points: 'text',
      r1: 'text',
      r2: 'text',
      r3: 'text',
      score: 'text',
      basis: 'text',
    },
    total: 'text',
    grade: 'text',
    notes: 'texts',
    ...FOOTER,
  },
  required: [
    'agency_name',
    'rows.indicator',
    'rows.points',
    'rows.score',
    'total',
    'grade',
    'notes',
    'footer_note',
    'check_line',
  ],
} as const

const resultNotice = {
  title: '评估结果书面告知书',
  fields: {
    subject_name: 'text',
    subject_code: 'text',
    you: 'text',
    basis: 'text',
    year: 'text',
    as_of: 'text',
    result: 'text',
    costs: 'text',
    has_rows: 'flag',
    rows: { indicator: 'text', points: 'text', score: 'text', reason: 'text', clause: 'text' },
    objection: 'text',
    contact: 'text',
    notes: 'texts',
    method: 'text',
    receiver: 'text',
    served_on: 'text',
    ...FOOTER,
  },
  required: [
    'subject_name',
    'result',
    'rows.indicator',
    'rows.score',
    'rows.reason',
    'objection',
    'contact',
    'footer_note',
    'check_line',
  ],
} as const

const publicity = {
  title: '公示',
  fields: {
    title: 'text',
    opening: 'text',
    name_header: 'text',
    has_rows: 'flag',
    rows: { number: 'text', district: 'text', name: 'text' },
    lines: 'texts',
    issuer: 'text',
    date: 'text',
    ...FOOTER,
  },
  required: ['title', 'opening', 'rows.name', 'lines', 'footer_note', 'check_line'],
} as const

const inspection = {
  title: '检查记录表',
  fields: {
    title: 'text',
    batch: 'text',
    district: 'text',
    number: 'text',
    agency_name: 'text',
    agency_code: 'text',
    address: 'text',
    authority: 'text',
    officers: 'text',
    officers_min: 'text',
    officers_clause: 'text',
    items: { id: 'text', name: 'text', basis: 'text' },
    ...FOOTER,
  },
  required: ['batch', 'agency_name', 'items.id', 'items.name', 'check_line'],
} as const

const archiveFields = {
  title: 'text',
  agency_name: 'text',
  agency_code: 'maybe',
  district: 'text',
  opened: 'text',
  basis: 'text',
  scope: 'text',
  sections: {
    title: 'text',
    rows: { date: 'text', text: 'text', state: 'text', record: 'text', source: 'text' },
  },
  ...FOOTER,
} as const
const archiveRequired = [
  'agency_name',
  'scope',
  'sections.title',
  'sections.rows.text',
  'check_line',
] as const

const explanation = {
  title: '评估结果逐项说明',
  fields: {
    title: 'text',
    name_label: 'text',
    name: 'text',
    code_label: 'text',
    code: 'maybe',
    has_district: 'flag',
    district: 'text',
    head: 'texts',
    notices: 'texts',
    sections: {
      title: 'text',
      sum: 'text',
      rows: {
        indicator: 'text',
        source: 'text',
        points: 'text',
        score: 'text',
        running: 'text',
        lines: 'text',
      },
    },
    ...FOOTER,
  },
  required: [
    'name',
    'head',
    'notices',
    'sections.rows.indicator',
    'sections.rows.score',
    'sections.rows.lines',
    'check_line',
  ],
} as const

export const TEMPLATES = {
  recommendation,
  results,
  'result-notice': resultNotice,
  publicity,
  inspection,
  archive: { title: '诚信档案', fields: archiveFields, required: archiveRequired },
  'archive-public': {
    title: '诚信档案（公开）',
    fields: archiveFields,
    required: [...archiveRequired, 'footer_note'],
  },
  explanation,
  ...SUBJECT_TEMPLATES,
  summary,
  ranking,
  nominees,
  quota,
  hotline,
  ...SUPERVISION_TEMPLATES,
} as const satisfies Record<string, TemplateKind>

export type TemplateId = keyof typeof TEMPLATES

/** Every field that any of them has. */
export type FieldName = Extract<
  { [K in TemplateId]: NamesIn<(typeof TEMPLATES)[K]['fields']> }[TemplateId],
  string
>

/** What a paper says; its check line is put under it when it is sealed. */
export type PaperContent<K extends TemplateId> = Omit<
  FieldData<(typeof TEMPLATES)[K]['fields']>,
  'check_line'
>

/** Papers that stay in the house; every other goes out and tells whom to ask. */
export const INWARD: ReadonlySet<TemplateId> = new Set(['appraisal', 'archive', 'explanation'])
