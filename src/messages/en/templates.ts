// What is said of the Word templates, and what each field in them is.

import type { FieldName } from '../../domain/papers/templates.ts'
import { many } from './count.ts'
import { orderField } from './orders.ts'

export const column = {
  template_kind: 'Kind',
  template_title: 'Paper',
  template_file: 'Template',
  template_sha256: 'Digest',
  used_on: 'In use since',
  template_field: 'Field',
  meaning: 'What it is',
  shape: 'Form',
  field_required: 'Required',
  write: 'Written',
}

export const help = {
  template: 'Word templates of papers',
  'template list': 'List the kinds of papers and the template each is printed with',
  'template show': 'List the fields of a paper and how each is written',
  'template export': 'Write the template in use, to be restyled in Word or WPS',
  'template export --all': 'all kinds',
  'template export --default': "the program's own template",
  'template check': 'Check a restyled template: fields, loops, what is required; and fill it once',
  'template check --as': 'kind of paper to check it as (default: by its fields)',
  'template use': 'Check a restyled template and print every paper with it from now on',
  'template use --default': "go back to the program's own template",
}

interface TemplateUse {
  title: string
  before: { file: string } | null
  after: { file: string } | null
  changed: boolean
  dryRun: boolean
}

const nameOf = (own: { file: string } | null) => own?.file ?? "the program's own"

export const said = {
  templateOurs: "the program's own",
  fieldShape: { text: 'text', maybe: 'may be missing', texts: 'several texts', flag: 'part', rows: 'rows' },
  templateInUse: (_title: string, own: { file: string; used_on: string } | null) =>
    own === null ? "The program's own template is in use" : `${own.file} is in use since ${own.used_on}`,
  templateTaken: (kind: string, _title: string) =>
    `Taken by its fields as a template of ${kind}; say --as if that is wrong`,
  templateSound: (file: string, _title: string) => `${file}: nothing wrong with it`,
  templateFaults: (file: string, n: number) => `${file}: ${n} problem(s)`,
  templateUsed: ({ before, after, changed, dryRun }: TemplateUse) =>
    changed
      ? `Template: ${nameOf(before)} → ${nameOf(after)}${dryRun ? '; nothing was written' : ''}`
      : `Template: still ${nameOf(after)}, nothing changed`,
  uncontacted: (papers: number, without: readonly string[], first: string | null) =>
    `${many(papers, 'paper')} without contact: no telephone of the market division is on file for ${without.join(', ')}; give it with chengxin district set ${first === null ? '' : `${first} `}--phone NUMBER and make them again`,
  paperStands: ({ code, name, command }: { code: string; name: string; command: string }) =>
    `Check code ${code}: this file still gives exactly this paper, ${name} (chengxin ${command})`,
  entryStands: (e: { no: number; day: string; command: string; since: number }) =>
    `Log entry ${e.no} (${e.day}, ${e.command}) is in the chain; ${e.since === 0 ? 'no data changed since' : `data changed since in ${e.since}:`}`,
  templateNotUsed: 'The template was not put in use; nothing changed',
}

/** What each field is. */
export const templateField: Record<FieldName, string> = {
  ...orderField,
  title: 'title',
  agency_name: 'name of the agency',
  reasons: 'reasons for the nomination',
  opinion_label: 'name of the row for the opinion',
  opinion: 'opinion',
  footer_note: 'that nothing is charged, and whom to ask (footer)',
  check_line: 'check code, day and log entry (footer)',
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
  code_header: 'header of the column of codes',
  scored: 'whether the scheme gives points',
  graded: 'whether the scheme has grades (ranking: or categories)',
  shared: 'whether there is a for-profit share',
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
  code: 'code, license number or number of its own',
  code_label: 'what the code is called, by kind',
  name_label: 'what the name is called, by kind',
  has_district: 'whether there is a jurisdiction',
  head: 'opening lines',
  notices: 'notices',
  sum: 'subtotal',
  running: 'running total',
  type: 'type',
  parent: 'supervising body',
  started_on: 'day it was set up',
  in_charge: 'person in charge',
  phone: 'phone',
  facts: 'findings and evidence',
  conclusion: 'conclusion',
  opinions: 'opinions of departments',
  addressee: 'addressee',
  honor: 'title granted',
  document: 'document that grants it',
  granted_on: 'day granted',
  unit: 'employer',
  post: 'post',
  criterion: 'what is appraised',
  means: 'ratings by kind of rater',
  full: 'sum of the points',
  held: 'what held the grade down',
  consecutive: 'earlier years',
  attachments: 'attachments',
  subtitle: 'subtitle',
  cover: 'what should be written',
  rank: 'rank',
  district_rank: 'rank in the district',
  kind: 'for-profit or public',
  sums: 'scores by category',
  note: 'note',
  received: 'days on which papers were received',
  seats: 'places',
  nominated: 'nominated',
  left: 'places left',
  for_profit: 'of them for-profit',
  required: 'least for-profit',
  share: 'for-profit share',
  market: 'phones of the market office',
  inspectorate: 'phones of the inspectorate',
}
