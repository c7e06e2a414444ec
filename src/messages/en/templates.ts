// What is said of the Word templates, and what each field in them is.
import type { FieldName } from '../../domain/papers/templates.ts'
import type { ProblemTextsOf } from '../problem-texts.ts'
import { orderField } from './orders.ts'

export const column = {}

export const help = {}

export const said = {}

/** What each field is. */
export const templateField: Record<FieldName, string> = {
  ...orderField,
  title: 'title',
  agency_name: 'name of the agency',
  reasons: 'reasons for the nomination',
  opinion_label: 'name of the row for the opinion',
  opinion: 'opinion',
  footer_note: 'that nothing is charged, and whom to ask (footer)',
  check_line: 'check code and log entry (footer)',
  agency_code: 'unified credit code or license number',
  district: 'jurisdiction',
  year: 'year of the evaluation',
  as_of: 'as-of date',
  scheme: 'scheme',
  rater1: 'first kind of rater',
  rater2: 'second kind of rater',
  rater3: 'third kind of rater',
  rows: 'rows',
  category: 'category',
  indicator: 'indicator',
  points: 'points to be had',
  r1: 'mean of the first kind of rater',
  r2: 'mean of the second kind of rater',
  r3: 'mean of the third kind of rater',
  score: 'score',
  basis: 'what it rests on',
  total: 'total',
  grade: 'grade',
  notes: 'notes',
  subject_name: 'who is told',
  subject_code: 'code of who is told',
  you: 'form of address',
  result: 'result',
  costs: 'sentence before what cost points',
  has_rows: 'whether there are rows',
  reason: 'reason',
  clause: 'clause',
  objection: 'until when it can be objected to',
  contact: 'whom to ask',
  method: 'how it was served',
  receiver: 'who received it',
  served_on: 'day of service',
  opening: 'opening paragraph',
  name_header: 'header of the column of names',
  number: 'number',
  name: 'name',
  lines: 'paragraphs',
  issuer: 'who issues it',
  date: 'date',
  batch: 'round of inspections',
  address: 'address',
  authority: 'inspecting authority',
  officers: 'officers',
  officers_min: 'least number of officers',
  officers_clause: 'clause of that number',
  items: 'items of the inspection',
  id: 'number',
  opened: 'day on which the archive was opened',
  scope: 'for whose eyes',
  sections: 'sections',
  text: 'what happened',
  state: 'state',
  record: 'number of the record',
  source: 'source',
  code: 'code or license number',
  head: 'opening lines',
  notices: 'notices',
  sum: 'subtotal',
  running: 'running total',
}

export const problems: ProblemTextsOf<'CX140'> = {}
