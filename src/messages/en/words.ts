// Words and sentences of the command line and of the papers.
import type { Words } from '../words.ts'
import type * as zh from '../zh-CN/words.ts'
import type { Counts } from '../zh-CN/words.ts'
import * as archives from './archives.ts'
import * as calendar from './calendar.ts'
import * as campaigns from './campaigns.ts'
import * as cases from './cases.ts'
import { capital, howMany, many } from './count.ts'
import * as explain from './explain.ts'
import * as forms from './forms.ts'
import { help } from './help.ts'
import * as inspections from './inspections.ts'
import * as licenses from './licenses.ts'
import * as measures from './measures.ts'
import * as nominees from './nominees.ts'
import * as orders from './orders.ts'
import * as papers from './papers.ts'
import * as places from './places.ts'
import * as publicity from './publicity.ts'
import * as schemeRules from './scheme-rules.ts'
import * as schemes from './schemes.ts'
import * as sheets from './sheets.ts'
import { said as status } from './status.ts'
import * as subjectForms from './subject-forms.ts'
import * as subjects from './subjects.ts'
import * as submissions from './submissions.ts'
import * as templates from './templates.ts'
import { column, value } from './terms.ts'
import * as titles from './titles.ts'
import { usage } from './usage.ts'
import * as versions from './versions.ts'
import * as yearPage from './year-page.ts'

const STEPS: Record<string, string> = {
  'agency import': 'import the roster: chengxin agency import roster.csv',
  'subject import': 'import whom the scheme is about: chengxin subject import subjects.csv',
  'record import':
    'import the records of the year: chengxin complaint import complaints.csv, likewise penalties, honors, commitments, activities, inspections, metrics; without any, open the evaluation',
  'evaluation open': 'open an evaluation: chengxin evaluation open --year YYYY',
  'evaluation import': 'import score sheets: chengxin evaluation import scores.csv',
  'evaluation run': 'compute the scores: chengxin evaluation run',
  'evaluation finalize':
    'check what is missing, then finalize: chengxin evaluation check, then chengxin evaluation finalize',
  'evaluation template':
    'write blank score sheets: chengxin evaluation template -o sheets.xlsx; import each once filled in: chengxin evaluation import sheets.xlsx --sheet NAME',
  'evaluation notice':
    'write the notices: chengxin evaluation notice --all --out FOLDER; once served: chengxin evaluation serve --all --on DATE',
  'nomination propose': 'propose nominees: chengxin nomination propose',
  'nomination check': 'check the nominations and settle ties: chengxin nomination check',
  'paper import':
    'print the recommendation forms: chengxin form recommendation --out FOLDER; record the papers received: chengxin paper template -o papers.xlsx, fill in the days, then chengxin paper import papers.xlsx',
  'nomination list': 'nobody is nominated; see why: chengxin nomination list',
  'publicity open': 'publish the nominees: chengxin publicity open',
  'publicity close':
    'once it is over and every objection is decided, close the publicity: chengxin publicity list, then chengxin publicity close NUMBER',
  'title grant': 'grant the titles: chengxin title grant --document NUMBER --on DATE',
  'title review': 'look at the titles that stand: chengxin title review',
}

const counts = (c: Counts) =>
  `${many(c.rows, 'row')}, ${c.added} added, ${c.changed} changed, ${c.unchanged} unchanged${c.rejected > 0 ? `, ${c.rejected} rejected` : ''}`

export const said: typeof zh.said = {
  written: path => `Wrote ${path}`,
  moreInJson: left => `More: ${left.map(l => `${l.code} ${l.count} times`).join(', ')}; for all add --json`,
  more: left =>
    `More problems: ${left.map(l => `${l.code} ${l.count} times`).join(', ')}; for the whole list add --report FILE`,
  importRefused: (file, rejected, good) =>
    rejected > 0
      ? `${file}: ${many(rejected, 'row is', 'rows are')} bad, so nothing was imported; to import the other ${many(good, 'row')} first, add --rejects rejects.csv`
      : `${file}: nothing was imported`,
  importSame: (file, batch) => `${file}: exactly the file of batch ${batch}; nothing was changed`,
  importDry: c => `Dry run of ${c.file} (${c.encoding}): ${counts(c)}; nothing was written`,
  importDone: c => `Imported ${c.file} (${c.encoding}, batch ${c.batch}): ${counts(c)}`,
  importNothing: c => `${c.file} (${c.encoding}): no row to write; ${counts(c)}`,
  missingAgencies: names =>
    `${many(names.length, 'agency', 'agencies')} of these districts are on file and not in this file, left as they are: ${names.slice(0, 5).join(', ')}${names.length > 5 ? ' …' : ''}`,
  moreChanges: left => `… and ${many(left, 'more change', 'more changes')} (--json shows all)`,
  added: label => `Recorded ${label}`,
  wouldAdd: label => `${label} can be recorded; nothing was written`,
  notAdded: 'Nothing was recorded',
  mapped: pairs =>
    `Columns read as told: ${pairs.map(([header, field]) => `${header} → ${field === '-' ? 'left out' : field}`).join(', ')}`,
  mappingSaved: name => `The mapping is saved as "${name}"; next time use --mapping ${name}`,
  rejectsWritten: (path, rows) =>
    `Wrote ${many(rows, 'rejected row')} to ${path}; correct and import only this file`,
  opened: e => `Opened evaluation ${e.id}: ${e.scheme_id}, year ${e.year}, as of ${e.as_of}`,
  ran: s =>
    `Evaluation ${s.evaluation.id} (as of ${s.evaluation.as_of}): computed ${howMany(s.agencies, s.subject)}${s.changed ? '' : ', same results as before'}`,
  fieldChange: c => `${c.what} ${c.field}: ${c.before} → ${c.after}`,
  field: (name, text) => `${name}: ${text}`,
  quotaOpen: {
    allotment: (n, clause) =>
      `${many(n, 'place')} in all (${clause}), not split yet: chengxin quota allocate --adopt`,
    whole: (n, clause) => `${many(n, 'place')} in all (${clause}), for which all compete together`,
  },
  quotaTotal: (total, official, clause) =>
    `${many(total, 'place')} in all (${total === official ? '' : `the document has ${official}, `}${clause})`,
  proposed: t =>
    `Nominated ${t.nominated} (${many(t.places, 'place')})${t.forProfit === null ? '' : `, of these ${t.forProfit} for-profit`}` +
    (t.ties.length > 0
      ? `; ${t.ties.join(', ')}: tied at the line, ${many(t.open, 'place is', 'places are')} undecided`
      : ''),
  notFinalized: id =>
    `Warning: evaluation ${id} is not finalized, so no agency is eligible; run chengxin evaluation finalize first`,
  nominationChecked: n =>
    n === 0 ? 'The nominations have no problems' : `The nominations have ${many(n, 'problem')}`,
  made: i =>
    `Made ${i.db}${i.district === null ? '' : ` for ${i.district.name}${i.places === 0 ? '' : ` (${many(i.district.places, 'place')})`}`}: ${i.scheme.document}, ${many(i.jurisdictions, 'district')}${i.places === 0 ? '' : `, ${many(i.places, 'place')}`}, working calendar ${i.calendar.from}–${i.calendar.to}`,
  next: (step, which = null) =>
    `Next: ${(STEPS[step] ?? step).replace(/chengxin evaluation (?!open)\w+/g, which === null ? '$&' : `$& --evaluation ${which}`)}`,
  statusHead: (today, scheme, district) =>
    `${today}, scheme ${scheme}${district === null ? '' : `, ${district}`}`,
  counted: (name, rows, batches) =>
    rows === 0
      ? `${name}: none yet`
      : `${name}: ${rows}${batches > 0 ? ` (imported in ${many(batches, 'batch', 'batches')})` : ''}`,
  logWhole: (entries, head) =>
    `The log is whole: ${many(entries, 'entry', 'entries')}, the last is ${head?.slice(0, 12) ?? '—'}`,
  logBroken: n => `The log does not verify: ${many(n, 'problem')}`,
  upgraded: u =>
    `${u.path} was made by an older version and has been upgraded (${u.to.slice(0, 3)}); backup of what it was: ${u.backup}`,
  resultsDiscarded: ids =>
    `The results of evaluation ${ids.join(', ')} went with it; next: chengxin evaluation run`,
  undone: (batch, file, rows) => `Took back batch ${batch} (${file}), ${many(rows, 'row')} restored`,
  formsWritten: (n, folder) => `Wrote ${many(n, 'form')} to ${folder}`,
  demoStep: (n, title) => `Step ${n}  ${title}`,
  demoPapers: folder => `Finished papers (${folder})`,
  defect: log =>
    `The program has failed; no data was changed. Details are in ${log}; --debug shows them here`,
  outdatedNominations: n =>
    `${many(n, 'candidate')} of the list no longer fit the records; run chengxin nomination propose first`,
  noNominees: 'The list has no nominee; see the reasons with chengxin nomination list',
  missingOnPaper: (paper, tags) => `${paper} has gaps: ${tags.join(', ')}`,
}

export const words: Words = {
  column: {
    ...column,
    ...cases.column,
    ...inspections.column,
    ...archives.column,
    ...licenses.column,
    ...campaigns.column,
    ...measures.column,
    ...sheets.column,
    ...schemes.column,
    ...subjects.column,
    ...papers.column,
    ...forms.column,
    ...orders.column,
    ...subjectForms.column,
    ...submissions.column,
    ...templates.column,
    ...yearPage.column,
    ...places.column,
    ...calendar.column,
    ...nominees.column,
    ...publicity.column,
    ...titles.column,
    ...versions.column,
  },
  help: {
    ...help,
    ...cases.help,
    ...inspections.help,
    ...archives.help,
    ...licenses.help,
    ...campaigns.help,
    ...measures.help,
    ...sheets.help,
    ...schemes.help,
    ...explain.help,
    ...subjects.help,
    ...papers.help,
    ...forms.help,
    ...orders.help,
    ...subjectForms.help,
    ...submissions.help,
    ...templates.help,
    ...yearPage.help,
    ...places.help,
    ...calendar.help,
    ...nominees.help,
    ...publicity.help,
    ...titles.help,
    ...versions.help,
  },
  value,
  templateField: templates.templateField,
  overflowHeader: 'overflow',
  rejectHeaders: ['problem_code', 'problem'],
  stages: { read: 'Reading', decide: 'Checking', write: 'Writing' },
  labels: {
    error: 'Error',
    warning: 'Warning',
    place: 'Where: ',
    why: 'Why: ',
    fix: 'Fix: ',
    stop: '. ',
    listStop: '; ',
    required: ' (required)',
    all: 'All',
    field: (_header, key) => capital(key.replace(/_fen$/, '_yuan').replaceAll('_', ' ')),
    // Words of the notices that have no other name are told by the refusal of a wrong one.
    oneOf: all =>
      all.some(one => /\p{Script=Han}/u.test(one.name)) ? '' : `: ${all.map(one => one.name).join(', ')}`,
    // Words of the notices that have no other name stay as they are.
    value: (stored, official) => (/\p{Script=Han}/u.test(stored) ? official : stored.replaceAll('_', ' ')),
    choice: one => one.name,
    examples: 'Examples',
    none: '—',
    todo: 'to do',
    ours: 'our default',
    unknown: 'unknown',
    incomplete: 'incomplete',
    noEvaluation: 'No evaluation yet',
    noNomination: 'No nominations proposed yet',
    deadlines: 'Deadlines',
    undone: 'taken back',
    ok: 'correct',
    notOk: 'wrong',
    usage: 'Usage:',
    options: 'Options:',
    globalOptions: 'Global options:',
    commands: 'Commands:',
    arguments: 'Arguments:',
    anyOptions: '[options]',
    anyCommand: '[command]',
    choices: all => ` (one of ${all.join(', ')})`,
    standard: value => ` (default ${value})`,
  },
  said: {
    ...cases.said,
    ...inspections.said,
    ...archives.said,
    ...licenses.said,
    ...campaigns.said,
    ...sheets.said,
    ...measures.said,
    ...schemes.said,
    ...schemeRules.said,
    ...explain.said,
    ...papers.said,
    ...forms.said,
    ...orders.said,
    ...subjectForms.said,
    ...submissions.said,
    ...templates.said,
    ...yearPage.said,
    ...places.said,
    ...calendar.said,
    ...nominees.said,
    ...publicity.said,
    ...titles.said,
    ...versions.said,
    ...status,
    ...said,
  },
  demo: {
    init: 'Make the database: 18 districts, 130 places',
    import: 'Import the roster and the records of the year',
    evaluation: 'Evaluate: import score sheets, find gaps, compute, explain',
    finalize: 'Finalize the results',
    nomination: 'Propose nominees within the places and check them',
    papers: 'Print recommendation forms, score sheets and the allotment of places',
    close: 'Close: status and log',
  },
  usage,
}
