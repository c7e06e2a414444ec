// What is said of the Word templates, and what each field in them is.

import type { TagPlace } from '../../domain/papers/template-problems.ts'
import type { FieldName } from '../../domain/papers/templates.ts'
import type { ProblemTextsOf } from '../problem-texts.ts'
import { many } from './count.ts'
import { near } from './near.ts'
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

const PART = { body: 'body', header: 'header', footer: 'footer', notes: 'notes' } as const
const place = ({ part, around }: TagPlace) => `In the ${PART[part]}: "${around}"`

const WORD_FAULT = {
  not_word: () => ({ what: 'This is no Word file (.docx)', fix: 'Save it as .docx in Word or WPS' }),
  old_word: (extension: string) => ({
    what: `The file is of an old format (${extension})`,
    fix: 'Open it in Word or WPS and save it as .docx',
  }),
  encrypted: () => ({ what: 'The file has a password', fix: 'Take the password off and save it as .docx' }),
  macros: () => ({
    what: 'The file has macros and cannot be a template',
    fix: 'Save it as .docx without macros',
  }),
  dotx: () => ({ what: "The file is of Word's own format for templates (.dotx)", fix: 'Save it as .docx' }),
  damaged: (part: string) => ({
    what: `The file is damaged${part === '' ? '' : ` (${part})`}`,
    fix: 'Export the template again and restyle that',
  }),
  dtd: (part: string) => ({
    what: `The file has a document type declaration (${part}) and is not read`,
    fix: 'Export the template again and restyle that',
  }),
  xml: (part: string) => ({
    what: `${part} in the file is not well-formed XML: Word cannot open it`,
    fix: 'Export the template again and restyle it in Word or WPS; do not change the inside of the file with other tools',
  }),
  too_big: () => ({
    what: 'The file is too large: a template has at most 5 MB',
    fix: 'Take out or shrink pictures',
  }),
  faulty: (detail: string) => ({
    what: `Filling it for a trial failed: ${detail}`,
    fix: 'Correct the field, or export the template again',
  }),
}

const BRACES = {
  unclosed: (text: string) => ({
    what: `A brace is not closed: ${text}`,
    fix: 'Add the }; a field stands in one paragraph, and texts have no braces of their own',
  }),
  unopened: () => ({ what: 'There is a } too many', fix: 'Add the { before it, or take it out' }),
  full_width: (_text: string) => ({ what: 'A brace is full-width', fix: 'Write { } in half width' }),
  empty: (text: string) => ({
    what: `There is no field in ${text}`,
    fix: 'Write the name of the field, or take it out',
  }),
  sign: (text: string) => ({
    what: `This cannot be written here: ${text}`,
    fix: 'Use {field}, {#rows}…{/rows} and {.} only',
  }),
}

const LOOPS = {
  unclosed: (tag: string) => ({ what: `{#${tag}} has no end`, fix: `Add {/${tag}} behind it` }),
  unopened: (tag: string) => ({
    what: `There is no {#${tag}} before {/${tag}}`,
    fix: `Add {#${tag}}, or take it out`,
  }),
  crossed: (tag: string, other: string) => ({
    what: `{#${tag}} has no end before {/${other}}`,
    fix: `Write {/${tag}} first, then {/${other}}`,
  }),
  cells: (tag: string) => ({
    what: `{#${tag}} begins in a cell of a table and ends elsewhere`,
    fix: `Put {#${tag}} and {/${tag}} in one cell, in one row, or in rows of one table`,
  }),
}

const SHAPE_WHY = {
  text: 'it is a text, and where it is missing the paper says so',
  maybe: 'it may be missing, and then the paper says so',
  texts: 'it is several texts',
  flag: 'it only says whether a part stands',
  rows: 'it is several rows',
}

export const problems: ProblemTextsOf<'CX140'> = {
  CX1400: p => WORD_FAULT[p.fault](p.detail),
  CX1401: p => ({
    what: `This paper has no field {${p.tag}}`,
    why: place(p.at),
    fix:
      p.nearest === '' ? 'See the fields with chengxin template show' : `Correct the name${near(p.nearest)}`,
  }),
  CX1402: p => ({ why: place(p.at), ...BRACES[p.fault](p.text) }),
  CX1403: p => ({ why: place(p.at), ...LOOPS[p.fault](p.tag, p.other) }),
  CX1404: p => ({
    what: `A required field is missing: ${templateField[p.field as FieldName]}`,
    fix: `Write ${p.write}`,
  }),
  CX1405: p => ({
    what: `{${p.tag}} stands outside {#${p.within}}`,
    why: place(p.at),
    fix: `Move it between {#${p.within}} and {/${p.within}}`,
  }),
  CX1406: p => ({
    what: `The field ${p.tag} cannot be written so: ${SHAPE_WHY[p.shape]}`,
    why: place(p.at),
    fix: `Write ${p.write}`,
  }),
  CX1407: p => ({
    what: `The file fetches something from outside: ${p.target}`,
    why: p.part,
    fix: 'Remove the link, embed the picture, or detach the template, and save again',
  }),
  CX1408: () => ({
    what: 'The file has no field of any paper',
    fix: 'Export a template with chengxin template export and restyle that, or name the kind with --as',
  }),
  CX1409: p => ({
    what: `None of the ${p.papers} papers that this file gives has the check code ${p.code}`,
    why: `Data changed since it was made, or it depends on its day: archives, month and year summaries, the page of the year, the inspection summary and drafts of revocations were compared as of ${p.today}`,
    fix: 'The day on which it was made is printed after the code: try with --today of that day; the log hash in the same line shows what changed since',
  }),
}
