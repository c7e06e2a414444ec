// Words for schemes: headers, their parts, what a check finds. Rules read as sentences are in scheme-rules.ts.
import type { ProblemTextsOf } from '../problem-texts.ts'
import type * as zh from '../zh-CN/schemes.ts'
import { many } from './count.ts'

const TYPES: Readonly<Record<string, string>> = {
  string: 'a text (numbers and codes of documents need quotes)',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list',
  object: 'keys with values',
}

export const wrongValue: typeof zh.wrongValue = {
  missing: ({ path }) => ({
    what: `${path} is missing`,
    fix: /clause$/.test(path)
      ? 'Write the clause, or default where the document says nothing'
      : 'Add it; docs/schemes.md tells how',
  }),
  choice: ({ path, detail }) => ({ what: `${path} knows no such word`, fix: `One of: ${detail}` }),
  fact: ({ path, detail }) => ({
    what: `"${detail}" in ${path} is no fact that this rule can use`,
    fix: 'See chengxin scheme facts; figures that the scheme lists itself are written metric.ID',
  }),
  type: ({ path, detail }) => ({
    what: `${path === '' ? 'A scheme' : path} should be ${TYPES[detail] ?? detail}`,
    fix: 'Compare with docs/schemes.md',
  }),
  form: ({ path, detail }) => ({
    what: `The value of ${path} is wrong: ${detail}`,
    fix: 'Compare with docs/schemes.md; numbers and codes of documents need quotes',
  }),
}

/** Why a scheme contradicts itself, by the kind of fault. */
export const inconsistent: typeof zh.inconsistent = {
  sum: 'The sum is wrong',
  duplicate: 'The number occurs twice',
  bands: 'The grade bands overlap, leave a gap or cannot be reached',
  reference: 'It names something that does not exist',
  empty: 'Nothing can give points for it',
  unused: 'It is declared and nothing uses it',
  subject: 'Subjects of this kind do not have this fact or this part',
  metric: 'The figure is of another kind than the rule reads, or not asked of this type',
  graded: 'A graded rule gives points that there are not, or its steps do not rise',
  condition: 'A condition (0 points) must be required; with points, what is required needs a rule',
  date: 'It falls before the document, or ends before it begins',
  decision: 'There are neither grades nor a decision, or the decision rests on nothing',
}

export const column: typeof zh.column = {
  document: 'Document',
  issuer: 'Issuer',
  subjects: 'Subjects',
  on_file: 'On file',
  shipped: 'Shipped',
  number: 'No',
  indicator: 'Indicator',
  points: 'Points',
  criterion: 'Criterion',
  evidence: 'Evidence',
  raters: 'Raters',
  rules: 'Rules',
  types: 'Types',
  part: 'Part',
  entry: 'Entry',
  fact: 'Fact',
  register: 'Register',
  words: 'Words',
  stages: 'Stages',
  breach: 'Penalty clause',
}

export const help: typeof zh.help = {
  scheme: 'Schemes: indicators, points, rules and clauses of each document',
  'scheme list': 'List the schemes that ship and those on file',
  'scheme show': 'Show a scheme as its notice does; by id, by file, or @ and the number of an evaluation',
  'scheme show --type': 'Only what is asked of this type of subject',
  'scheme check': 'Check a scheme file and tell all faults at once; needs no database',
  'scheme diff': 'Compare two schemes: what is added, gone, different',
  'scheme diff --part': 'Only this part',
  'scheme add': 'Put a scheme of your own, or a shipped one, on file',
  'scheme add --replace': 'In the place of the older text of the same id',
  'scheme facts': 'List the facts that rules can ask about, with type, unit and register',
  'scheme facts --subject': 'Only those that this kind of subject has',
  'scheme schema': 'Write the JSON Schema of scheme files, for editors',
}

export const said: typeof zh.said = {
  schemeHead: s => `${s.title} (${s.id})`,
  schemeDocument: s =>
    `${s.notice}${s.document === s.notice ? '' : `  ${s.document}`}  ${s.issuer}  ${s.status}`,
  schemeDates: d =>
    `Dates: issued ${d.issued ?? 'not told'}${d.from === null ? '' : `, from ${d.from}`}${d.to === null ? '' : `, to ${d.to}`} (${d.clause})`,
  schemeBasis: basis => `Basis: ${basis.join(', ')}`,
  schemeFor: s =>
    `For: ${s.subject}${s.kinds.length === 0 ? '' : `, ${s.kinds.join(', ')}`}${s.types.length === 0 ? '' : `: ${s.types.join(', ')}`} (${s.clause})`,
  schemeAsOf: (monthDay, clause) => `As of: ${monthDay} of each year (${clause})`,
  schemeAward: a =>
    `Title: ${a.title}${a.seats === null ? '' : `, ${a.seats} of them`}${a.from === null ? '' : ` (${a.from}-${a.to ?? ''})`} (${a.clause})`,
  schemeContact: c =>
    `Contact: ${[...c.phones, ...(c.email === null ? [] : [c.email])].join(', ')} (${c.clause})`,
  schemePart: {
    document: 'Document',
    raters: 'Raters and weights',
    scoring: 'Scoring',
    grades: 'Grades and decision',
    categories: 'Categories',
    indicators: 'Indicators',
    metrics: 'Figures',
    nomination: 'Places',
    titles: 'Titles: publicity and revocation',
    jurisdictions: 'Districts',
    stages: 'Stages and deadlines',
    archive: 'Archive',
    papers: 'Papers',
    gaps: 'What the document leaves out or lost',
    consequences: 'Consequences',
  },
  raterLine: r => `${r.name}: weight ${r.weight} (${r.clause})`,
  scoringLines: s => [
    `A kind of rater that is missing leaves its weight to the others (${s.missing})`,
    `Of several sheets of a kind the mean counts (${s.several})`,
    `Where a rule on records is not met, ratings give at most ${s.cap.percent}% of the points (${s.cap.clause})`,
    `Rounded half up to ${s.rounding.decimals} decimals (${s.rounding.clause})`,
    `A complaint without a limit of its own: ${s.complaint.days} working days (${s.complaint.clause})`,
    `A rating ${s.outlier.percent}% of the points from the mean of the others goes to the meeting (${s.outlier.clause})`,
  ],
  metricLine: f =>
    `${f.name} (${f.is}${f.unit === null ? '' : `, ${f.unit}`})${f.types.length === 0 ? '' : `: ${f.types.join(', ')}`}`,
  jurisdictionLine: j =>
    `${j.code} ${j.name}${j.places === 0 ? '' : `: ${many(j.places, 'place')}`} (${j.clause})`,
  paperLine: p => `${p.title} (${p.clause})`,
  bandLine: b => `${b.grade}${b.label === b.grade ? '' : ` ${b.label}`}: from ${b.min}`,
  bandsClause: clause => `Grades begin at (${clause})`,
  decisionLine: d =>
    `All that is required is met${d.least === null ? '' : ` and the total is at least ${d.least}`}: ${d.passed}; else: ${d.failed} (${d.clause})`,
  limitLine: l => `${l.name} → "${l.grade}" at best${l.on ? '' : ' (switched off)'} (${l.clause})`,
  consequenceLine: c => `${c.name} (${c.clause})`,
  stageLine: s =>
    `${s.number}. ${s.name}: ${s.by}, ${s.what}${s.from === null ? '' : `, ${s.from} to ${s.to ?? ''}`}${s.days === null ? '' : `, ${many(s.days, 'working day')}`} (${s.clause})`,
  deadlineLine: d =>
    `By ${d.year === null ? '' : `${d.year}-`}${d.month_day}${d.year === null ? ' of each year' : ''}: ${d.name}, to ${d.to}${d.after_publicity ? ' after publicity' : ''} (${d.clause})`,
  gapLine: g => `${g.note} (${g.clause})`,
  sectionsLine: a => `${a.title}: ${a.sections.join(', ')} (${a.clause})`,
  placesLine: p => `${p.title}: ${p.seats} (${p.clause})`,
  shareLine: s => `At least ${s.percent}% of the nominees are for-profit (${s.clause})`,
  rankingLine: keys => `Ranked by: ${keys.map(k => `${k.name} (${k.clause})`).join(', ')}`,
  gateLine: g => `${g.name}${g.on ? '' : ' (switched off)'} (${g.clause})`,
  condition: 'condition',
  required: 'required',
  schemeRight: s =>
    `${s.file}: no fault. ${s.title}, ${many(s.indicators, 'indicator')}, ${many(s.rules, 'rule')}, ${s.ours} values are defaults`,
  schemeWrong: (file, faults) => `${file}: ${many(faults, 'fault')}`,
  differs: {
    name: 'Name',
    notice: 'Notice',
    issued: 'Issued',
    from: 'From',
    to: 'To',
    basis: 'Basis',
    kinds: 'Kinds',
    award: 'Title',
    award_seats: 'Number of titles',
    weight: 'Weight',
    cap: 'Cap in %',
    complaint_limit: 'Complaint limit',
    outlier: 'Outlier in %',
    label: 'Label',
    min: 'From points',
    passed: 'Passed',
    failed: 'Failed',
    min_total: 'Least total',
    vetoes: 'Vetoes',
    on: 'Switched on',
    category: 'Category',
    required: 'Required',
    is: 'Kind',
    seats: 'Places',
    for_profit_share: 'For-profit share in %',
    gates: 'Conditions',
    ranking: 'Ranking',
    places: 'Places',
    by: 'By',
    what: 'What',
    working_days: 'Working days',
    month_day: 'Due',
    sections: 'Sections',
    recommendation: 'Recommendation form',
    results: 'Results paper',
    quota: 'Allotment paper',
    no_fee: 'No-fee line',
    years: 'Years',
    sent_to: 'To',
    level: 'Level of the honor',
    places_by: 'Places split by',
    period_from: 'Places from',
    period_to: 'Places to',
    publicity_days: 'Days of publicity',
    count_first_day: 'First day counts',
    grounds: 'Grounds of revocation',
    taken_back: 'Honors taken back alike',
    work: 'Done here',
    after_publicity: 'After publicity',
  },
  schemesEqual: 'No difference',
  differenceOnly: { before: 'Gone', after: 'Added' },
  schemeAdded: {
    added: (title, id) => `Put scheme ${title} (${id}) on file`,
    replaced: (title, id) => `Replaced the text of scheme ${title} (${id})`,
    unchanged: (title, id) => `Scheme ${title} (${id}) is on file with the same text; nothing changed`,
  },
  schemeWouldAdd: {
    added: (title, id) => `Scheme ${title} (${id}) can be put on file`,
    replaced: (title, id) => `The text of scheme ${title} (${id}) can be replaced`,
    unchanged: (title, id) => `Scheme ${title} (${id}) is on file with the same text; nothing would change`,
  },
  schemeNotAdded: 'No scheme was put on file',
  schemeDry: 'Dry run, nothing written',
  schemeAffects: use =>
    `Evaluation ${use.evaluation} (${use.year}, ${many(use.sheets, 'sheet')}) goes by the new text: run chengxin evaluation run again; finalized ones keep theirs`,
}

export const problems: ProblemTextsOf<'CX122' | 'CX2006'> = {
  CX2006: p => ({ what: `${p.file} is no UTF-8 text`, fix: 'Save it as UTF-8 in the editor' }),
  CX1220: p => ({
    what: `Scheme "${p.id}" is on file with another text`,
    fix: 'Compare them with chengxin scheme diff, then replace the older one with --replace; another scheme needs another id',
  }),
  CX1221: p => ({
    what: `The new text of scheme "${p.id}" does not fit sheets that are on file: ${p.misfits}`,
    why: `Open evaluations ${p.evaluations} were rated by the older text`,
    fix: 'Finalize these evaluations first, or give the new text another id',
  }),
}
