// Words for score sheets, corrections of results by hand, notices and objections.
import type { ProblemTextsOf } from '../problem-texts.ts'
import type * as zh from '../zh-CN/sheets.ts'
import { many } from './count.ts'

export const column: typeof zh.column = {
  rater_kind: 'Rater kind',
  rater: 'Rater',
  rated: 'Rated',
  standing: 'Counted',
  withdrawn_on: 'Withdrawn on',
  score: 'Score',
  computed: 'Computed',
  rating: 'Rating',
  others: 'Mean of the others',
  share: 'Apart, of the points',
  served_on: 'Served on',
  object_by: 'Objections until',
  method: 'Method',
  receiver: 'Received by',
  raised_on: 'Raised on',
  content: 'Objection',
  decide_by: 'Reply until',
  reply: 'Reply',
  decided_by: 'Decided by',
}

export const help: typeof zh.help = {
  'evaluation template': 'Write blank score sheets, one for each rater kind, to be filled in and imported',
  'evaluation sheets': 'List score sheets: counted, or why not',
  'evaluation withdraw': 'Withdraw a score sheet: it stays on file and does not count',
  'evaluation exclude':
    'Exclude a rater for a conflict of interest: the sheets stay on file and do not count',
  'evaluation exclusions': 'List excluded raters',
  'evaluation override': 'Set the points of an indicator by hand, with the reason and the document',
  'evaluation overrides': 'List points set by hand beside the computed ones',
  'evaluation outliers': 'Single ratings far from the others, for the meeting; no score changes',
  'evaluation notice': 'Write the notices of the result',
  'evaluation serve': 'Record that notices were served',
  'evaluation object': 'Record an objection to the result',
  'evaluation decide': 'Record what was decided on an objection',
  'evaluation objections': 'List objections',
  '--rater-kind': 'kind of rater',
  '--rater': 'name of the rater',
  'template --rater': 'name of a rater, repeatable; left to be filled in without it',
  'template --form': 'wide: a row for each subject; long: a row for each rating',
  'evaluation template --type': 'only subjects of this type',
  'evaluation --subject': 'agency or subject, by code or name',
  '--lift': 'take it back, as it was before',
  'evaluation serve --all': 'everybody to whom none was served yet',
  'evaluation notice --all': 'everybody',
  '--late': 'accept a late objection, for the reason given with --reason',
  'evaluation objections --state': 'only those in this state',
}

export const said: typeof zh.said = {
  templateWritten: names =>
    `${many(names.length, 'sheet')}: ${names.join(', ')}; import each once filled in: chengxin evaluation import FILE --sheet NAME`,
  withdrawn: s =>
    s.lift
      ? `${s.subject}: the sheet of ${s.rater} counts again`
      : `${s.subject}: the sheet of ${s.rater} is withdrawn and does not count any more`,
  notWithdrawn: 'The sheet is as it was',
  excluded: e =>
    `${e.rater} is ${e.lift ? 'no longer ' : ''}excluded from rating ${e.subject ?? 'anybody'}; this concerns ${many(e.sheets, 'sheet')} on file`,
  everybody: 'everybody',
  notExcluded: 'Exclusions are as they were',
  runAgain: evaluation =>
    `Run chengxin evaluation run${evaluation === null ? '' : ` --evaluation ${evaluation}`} again for the results to follow`,
  sheetStanding: { counted: 'counted', withdrawn: 'withdrawn', excluded: 'excluded' },
  overridden: o => `${o.subject} ${o.indicator}: set to ${o.score} by hand (computed: ${o.computed})`,
  overrideLifted: o => `${o.subject} ${o.indicator}: computed again, ${o.score}`,
  notOverridden: 'The score is as it was',
  against: { other_kinds: 'other rater kinds', same_kind: 'other raters of its kind' },
  outliersFound: (count, percent) =>
    count === 0
      ? `No single rating lies ${percent}% of the points or more from the others (the limit is our default)`
      : `${many(count, 'single rating')} ${percent}% of the points or more from the others, for the meeting; no score changes (the limit is the scheme's)`,
  served: s =>
    `Recorded ${many(s.count, 'notice')} as served on ${s.on}, objections until ${s.by}${s.before > 0 ? `; ${s.before} served before stay as they are` : ''}`,
  openNotices: n =>
    `${many(n, 'notice')} of an evaluation that is not complete and has no result yet, as the notice says; list them with chengxin evaluation show --status incomplete, and tell the result when it is known`,
  notServed: 'Nothing recorded as served',
  objectDays: days =>
    `Objections: ${many(days, 'working day')} from the day after it was served; the document sets none, this is our default`,
  decideDays: days =>
    `Reply: ${many(days, 'working day')} from the day after the objection; the document sets none, this is our default`,
  objected: o =>
    `Recorded objection ${o.id} of ${o.subject}${o.late ? ' (late)' : ''}, to be replied to by ${o.by}`,
  notObjected: 'No objection recorded',
  decided: o => `Objection ${o.id}: ${o.outcome}`,
  notDecided: 'The objection is as it was',
  mustReopen: id =>
    `This changes no result by itself: somebody in charge has to open evaluation ${id} again (chengxin evaluation reopen --evaluation ${id} --reason TEXT)`,
  objectionState: { open: 'open', overdue: 'overdue', decided: 'decided' },
  objectionOutcome: {
    upheld: 'upheld',
    partly_upheld: 'partly upheld',
    rejected: 'rejected',
    withdrawn: 'withdrawn',
  },
}

const from = (name: string | null) => (name === null ? 'rating anybody' : `rating "${name}"`)

export const problems: ProblemTextsOf<'CX124' | 'CX125'> = {
  CX1240: () => ({
    what: 'This row holds no rating and was passed over',
    why: 'Blank is not rated, it is not zero',
    fix: 'Import it once it is filled in',
  }),
  CX1241: p => ({
    what: `The sheet of ${p.what} was withdrawn on ${p.on} (${p.reason}) and is not overwritten`,
    fix: 'To use it again, lift that first with chengxin evaluation withdraw --lift',
  }),
  CX1242: p => ({
    what: `Indicator ${p.number} is not asked of "${p.type}"`,
    fix: "Check the subject's type, or leave the cell blank",
  }),
  CX1243: p => ({
    what: `${p.value} is of no type that the scheme evaluates`,
    fix: `Correct its type in the register of subjects first; types of the scheme: ${p.types}`,
  }),
  CX1244: p => ({
    what:
      p.on === null
        ? `The sheet of ${p.what} is not withdrawn`
        : `The sheet of ${p.what} was withdrawn on ${p.on} already`,
    fix: 'See chengxin evaluation sheets',
  }),
  CX1245: p => ({
    what: `${p.rater} has sheets as several kinds of rater: ${p.kinds}`,
    fix: 'Name one with --rater-kind',
  }),
  CX1246: p => ({
    what:
      p.reason === null
        ? `${p.rater} is not excluded from ${from(p.from)}`
        : `${p.rater} is excluded from ${from(p.from)} already: ${p.reason}`,
    fix: 'See chengxin evaluation exclusions',
  }),
  CX1247: p => ({
    what: `${p.subject} has no points set by hand for ${p.indicator}`,
    fix: 'See chengxin evaluation overrides',
  }),
  CX1248: p => ({
    what: `${p.indicator} is a condition without points that could be set`,
    fix: 'Have the judges write otherwise in their score sheet',
  }),
  CX1249: p => ({
    what: `Evaluation ${p.id} is not finalized`,
    why: 'Notices and objections are about results that stand',
    fix: 'Run chengxin evaluation finalize first',
  }),
  CX1250: p => ({
    what: `The notice of ${p.subject} was served on ${p.on}`,
    fix: 'It need not be recorded again; see the log if that is wrong',
  }),
  CX1251: p => ({
    what: `The working days after ${p.value} cannot be counted: the calendar of that year is not loaded`,
    fix: `Give the day with ${p.option}, or load the calendar of the year with chengxin calendar import`,
  }),
  CX1252: p => ({
    what: `No notice was served to ${p.subject}, so nothing can be objected to`,
    fix: 'Record it with chengxin evaluation serve first',
  }),
  CX1253: p => ({
    what: `The objection of ${p.subject} was raised on ${p.on}, after the last day, ${p.by}`,
    fix: 'To accept it all the same, add --late and the reason with --reason',
  }),
  CX1254: p => ({
    what: `Objection ${p.no} was decided on ${p.on}: ${said.objectionOutcome[p.outcome]}`,
    fix: 'Check the number; another objection is recorded on its own',
  }),
  CX1255: p => ({
    what: p.kind === null ? 'There is nobody to rate' : `There is nobody to be rated by "${p.kind}"`,
    fix: 'Check the rater kinds of the indicators, the district and the type',
  }),
  CX1256: p => ({
    what: `A text file holds one sheet; these are ${p.sheets}`,
    fix: 'Name one with --rater-kind and --type, or write an xlsx file',
  }),
}
