// The Word papers of others than agencies: what institutions apply with (LY 附件2), what a county files (LY 附件4), the
// appraisal of staff (SD 三(四)4), and the checklists of windows (SW), communities and platforms (SD).
import { FOOTER, type TemplateKind } from './field-shape.ts'

const application = {
  title: '申报表',
  fields: {
    title: 'text',
    year: 'text',
    name: 'text',
    code: 'text',
    type: 'text',
    district: 'text',
    parent: 'maybe',
    started_on: 'maybe',
    address: 'maybe',
    in_charge: 'maybe',
    phone: 'maybe',
    sections: {
      title: 'text',
      rows: { number: 'text', indicator: 'text', clause: 'text', facts: 'text', result: 'text' },
    },
    conclusion: 'text',
    opinions: { opinion_label: 'text' },
    notes: 'texts',
    ...FOOTER,
  },
  required: [
    'title',
    'name',
    'sections.rows.indicator',
    'sections.rows.result',
    'opinions.opinion_label',
    'footer_note',
    'check_line',
  ],
} as const

const filing = {
  title: '备案表',
  fields: {
    title: 'text',
    addressee: 'text',
    opening: 'text',
    rows: {
      number: 'text',
      name: 'text',
      type: 'text',
      district: 'text',
      total: 'text',
      honor: 'text',
      document: 'maybe',
      granted_on: 'text',
    },
    notes: 'texts',
    ...FOOTER,
  },
  required: [
    'title',
    'rows.name',
    'rows.type',
    'rows.document',
    'rows.granted_on',
    'footer_note',
    'check_line',
  ],
} as const

const appraisal = {
  title: '绩效考核表',
  fields: {
    title: 'text',
    year: 'text',
    as_of: 'text',
    name: 'text',
    code: 'text',
    unit: 'maybe',
    post: 'maybe',
    rows: { indicator: 'text', criterion: 'text', points: 'text', means: 'text', score: 'text' },
    full: 'text',
    total: 'text',
    grade: 'text',
    held: 'text',
    consecutive: 'text',
    notes: 'texts',
    ...FOOTER,
  },
  required: [
    'name',
    'rows.indicator',
    'rows.points',
    'rows.means',
    'rows.score',
    'total',
    'grade',
    'held',
    'check_line',
  ],
} as const

const checklist = {
  title: '核查表',
  fields: {
    title: 'text',
    year: 'text',
    as_of: 'text',
    name: 'text',
    code: 'text',
    type: 'text',
    district: 'text',
    parent: 'text',
    rows: { number: 'text', indicator: 'text', clause: 'text', facts: 'text', result: 'text' },
    conclusion: 'text',
    notes: 'texts',
    ...FOOTER,
  },
  required: ['title', 'name', 'rows.indicator', 'rows.facts', 'rows.result', 'conclusion', 'check_line'],
} as const

export const SUBJECT_TEMPLATES = {
  application,
  filing,
  appraisal,
  checklist,
} as const satisfies Record<string, TemplateKind>
