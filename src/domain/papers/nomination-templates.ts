// The Word papers around a nomination list: the cover of a self-summary, the ranking, the nominees of a district, the
// allotment of places, and whom to call.
import { FOOTER, type TemplateKind } from './field-shape.ts'

export const summary = {
  title: '机构自评总结',
  fields: {
    title: 'text',
    agency_name: 'text',
    agency_code: 'maybe',
    district: 'text',
    year: 'text',
    scheme: 'text',
    rows: { category: 'text', score: 'text', cover: 'text' },
    total: 'text',
    notes: 'texts',
    ...FOOTER,
  },
  required: ['agency_name', 'year', 'rows.category', 'footer_note', 'check_line'],
} as const satisfies TemplateKind

export const ranking = {
  title: '评估结果排名表',
  fields: {
    title: 'text',
    subtitle: 'text',
    name_header: 'text',
    code_header: 'text',
    scored: 'flag',
    graded: 'flag',
    rows: {
      rank: 'text',
      district: 'text',
      district_rank: 'text',
      name: 'text',
      code: 'maybe',
      kind: 'text',
      sums: 'text',
      total: 'text',
      grade: 'text',
      note: 'text',
    },
    notes: 'texts',
    ...FOOTER,
  },
  required: ['rows.rank', 'rows.name', 'rows.total', 'rows.grade', 'footer_note', 'check_line'],
} as const satisfies TemplateKind

export const nominees = {
  title: '推荐汇总表',
  fields: {
    title: 'text',
    subtitle: 'text',
    name_header: 'text',
    code_header: 'text',
    scored: 'flag',
    graded: 'flag',
    rows: {
      number: 'text',
      district: 'text',
      name: 'text',
      code: 'maybe',
      kind: 'text',
      total: 'text',
      grade: 'text',
      rank: 'text',
      reason: 'text',
      received: 'text',
    },
    notes: 'texts',
    issuer: 'text',
    ...FOOTER,
  },
  required: ['rows.number', 'rows.name', 'rows.reason', 'notes', 'footer_note', 'check_line'],
} as const satisfies TemplateKind

export const quota = {
  title: '名额分配表',
  fields: {
    title: 'text',
    subtitle: 'text',
    shared: 'flag',
    rows: {
      code: 'text',
      district: 'text',
      seats: 'text',
      nominated: 'text',
      left: 'text',
      for_profit: 'text',
      required: 'text',
      share: 'text',
      note: 'text',
    },
    notes: 'texts',
    ...FOOTER,
  },
  required: ['title', 'rows.district', 'rows.seats', 'rows.note', 'notes', 'footer_note', 'check_line'],
} as const satisfies TemplateKind

export const hotline = {
  title: '监督举报电话表',
  fields: {
    title: 'text',
    subtitle: 'text',
    rows: { district: 'text', market: 'text', inspectorate: 'text' },
    ...FOOTER,
  },
  required: ['rows.district', 'rows.market', 'rows.inspectorate', 'footer_note', 'check_line'],
} as const satisfies TemplateKind
