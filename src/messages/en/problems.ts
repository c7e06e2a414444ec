// The sentences for problems: what is wrong, why, what to do. Codes never change their meaning.
import type { Messages } from '../messages.ts'
import * as archives from './archives.ts'
import * as calendar from './calendar.ts'
import * as campaigns from './campaigns.ts'
import * as cases from './cases.ts'
import { many } from './count.ts'
import * as explain from './explain.ts'
import { inputProblems } from './input-problems.ts'
import * as inspections from './inspections.ts'
import * as licenses from './licenses.ts'
import * as measures from './measures.ts'
import { near } from './near.ts'
import * as nominees from './nominees.ts'
import * as orders from './orders.ts'
import * as papers from './papers.ts'
import * as places from './places.ts'
import * as publicity from './publicity.ts'
import { recordProblems } from './record-problems.ts'
import * as schemes from './schemes.ts'
import * as sheets from './sheets.ts'
import * as subjectForms from './subject-forms.ts'
import * as subjects from './subjects.ts'
import * as submissions from './submission-problems.ts'
import * as templates from './template-problems.ts'
import * as titles from './titles.ts'
import { usageProblems } from './usage-problems.ts'
import * as versions from './versions.ts'

const LOG_FAULTS: Record<string, string> = {
  missing: 'entries before it are missing',
  order: 'it does not follow on the entry before',
  modified: 'its content was changed',
  rows: 'the rows that it records were changed',
  cut: 'it was cut away',
}

/** A list that was sent is mended by its sender. */
const SENT_AGAIN = 'Ask the district to mend its list and to pack it again'

export const problems: Messages['problems'] = {
  ...inputProblems,
  ...recordProblems,
  ...usageProblems,
  ...cases.problems,
  ...inspections.problems,
  ...inspections.problemsOfDraws,
  ...archives.problems,
  ...licenses.problems,
  ...campaigns.problems,
  ...schemes.problems,
  ...measures.problems,
  ...sheets.problems,
  ...explain.problems,
  ...subjectForms.problems,
  ...subjects.problems,
  ...orders.problems,
  ...papers.problems,
  ...submissions.problems,
  ...templates.problems,
  ...places.problems,
  ...calendar.problems,
  ...nominees.problems,
  ...publicity.problems,
  ...titles.problems,
  ...versions.problems,
  CX2001: p => ({
    what: `This is not valid YAML: ${p.detail}`,
    fix: 'Check indentation, colons and quotes',
  }),
  CX2002: p => ({
    what: `The key "${p.key}" is not known${p.path === '' ? '' : ` (in ${p.path})`}`,
    fix: 'Correct the spelling or delete it',
  }),
  CX2003: p => schemes.wrongValue[p.is]({ ...p, path: p.path === '' ? 'the file' : p.path }),
  CX2004: p => ({
    what: `${p.path === '' ? 'The scheme' : p.path} is inconsistent: ${p.detail}`,
    why: schemes.inconsistent[p.kind] ?? p.kind,
    fix: 'Check the official document and correct it',
  }),
  CX2005: p => ({ what: `There is no scheme "${p.id}"`, fix: `Choose from: ${p.available}` }),
  CX3001: p => ({
    what: `There is no evaluation "${p.id}"`,
    fix: 'Run chengxin evaluation list to see them',
  }),
  CX3002: p => ({
    what: `There is more than one evaluation: ${p.open}`,
    fix: 'Name one with --evaluation',
  }),
  CX3003: () => ({
    what: 'There is no evaluation yet',
    fix: 'Run chengxin evaluation open --year YEAR first',
  }),
  CX3004: p => ({
    what: `The ${p.year} evaluation by ${p.scheme} is already open`,
    fix: 'Use it, or take another year',
  }),
  CX3005: p => ({
    what: `Evaluation ${p.id} is finalized and cannot be changed`,
    fix: `Correct the records, then open a new version: chengxin evaluation reopen --evaluation ${p.id} --reason TEXT`,
  }),
  CX3006: p => ({
    what: `Evaluation ${p.id} has not been run yet`,
    fix: `Run chengxin evaluation run --evaluation ${p.id} first`,
  }),
  CX3007: p => ({
    what: `Records or score sheets have changed since evaluation ${p.id} was run`,
    fix: `Run chengxin evaluation run --evaluation ${p.id} again and check the results before you go on`,
  }),
  CX3010: p => ({
    what: `${p.agency}: ${p.indicator} lacks ${p.missing}; its score is unknown within ${p.range}`,
    fix: 'Import the missing score sheets or records',
  }),
  CX3011: p => ({
    what: `${p.agency}: ${p.indicator} lacks evidence (${p.rule}); the score is not affected`,
    fix: 'Import the evidence when you have it',
  }),
  CX3012: p => ({
    what: `${p.agency}: there is no score sheet; the total is unknown within ${p.range}`,
    fix: 'Import the score sheets',
  }),
  CX3013: p => ({
    what: `${p.agency} is not in the results of this evaluation`,
    fix: 'Check whom the scheme covers; after changes to the roster run chengxin evaluation run again',
  }),
  CX3014: p => ({
    what: `${p.agency}: the status says "${p.stated}", but the license was valid only to ${p.validTo} and had expired by the as-of date`,
    fix: 'Find out whether the license was renewed, and update the roster',
  }),
  CX3015: p => ({
    what: `Evaluation ${p.id} has no agency to evaluate`,
    fix: 'Import the roster, then run chengxin evaluation run',
  }),
  CX3016: p => ({
    what: `Scheme ${p.scheme} knows no nominations`,
    fix: 'Use a scheme that has places and gates',
  }),
  CX3017: p => ({
    what: `Scheme ${p.scheme} has no such paper (${p.paper})`,
    fix: 'Use a scheme that has it',
  }),
  CX3020: p => ({
    what: `${p.district} has ${many(p.nominated, 'nomination')} but only ${many(p.places, 'place')}`,
    fix: p.sent
      ? SENT_AGAIN
      : 'Take some out with chengxin nomination drop; where the city gave more places, enter them first with chengxin quota import or chengxin quota allocate --adopt',
  }),
  CX3021: p => ({
    what: `${p.district} has ${many(p.nominated, 'nomination')}, of these ${p.for_profit} for-profit; at least ${p.required} must be for-profit`,
    fix: p.sent
      ? SENT_AGAIN
      : 'Take public bodies out with chengxin nomination drop, or waive the share with nomination propose --relax-share',
  }),
  CX3022: p => ({
    what: `${p.district} has ${many(p.open, 'place')} left for agencies that are tied in every criterion: ${p.tied}`,
    fix: p.sent
      ? SENT_AGAIN
      : 'Settle it by a vote or by lot and record it with chengxin nomination settle; the program does not choose',
  }),
  CX3024: p => ({
    what: `No nominations have been proposed for evaluation ${p.id}`,
    fix: 'Run chengxin nomination propose first',
  }),
  CX3025: p => ({
    what: `The decision on ${p.agency} no longer matches the results of the evaluation`,
    fix: 'Run chengxin nomination propose again',
  }),
  CX3026: p => ({
    what: `${p.agency} is not a nominee`,
    fix: 'Run chengxin nomination list to see the nominees',
  }),
  CX4001: p => ({
    what: `"${p.value}" is not on the roster`,
    fix: `Use a USCC, a license number or an ID${near(p.nearest)}`,
  }),
  CX4002: p => ({
    what: `There is no ${p.kind.replaceAll('_', ' ')} "${p.value}"`,
    fix: p.available === '' ? 'None is on file' : `Choose from: ${p.available}`,
  }),
  CX4003: p => ({
    what: `More than one agency is called "${p.value}"`,
    fix: `Name it by credit code, license number or id: ${p.matches}`,
  }),
  CX5001: p => ({
    what: `${p.path} already exists`,
    fix: 'Take another file name, or move the file away first',
  }),
  CX5002: p => ({
    what: `There is no database ${p.path}`,
    fix: 'Run chengxin init first, or name the file with --db',
  }),
  CX5003: p => ({
    what: `${p.path} is not a database of this program, or it is damaged`,
    fix: 'Check the path; if the file is damaged, restore it from a backup',
  }),
  CX5004: p => ({
    what: `Another program is writing to ${p.path}`,
    fix: 'Wait until it is done and try again',
  }),
  CX5005: p => ({
    what: `The disk is full; nothing was written to ${p.path}`,
    fix: 'Free some space and try again',
  }),
  CX5006: p => ({
    what: `${p.path} cannot be opened or written`,
    fix: 'Check that the folder exists and that you have the permission',
  }),
  CX5007: p => ({
    what: `${p.path} has another version (${p.file}) than this program (${p.program})`,
    fix: 'Use the version of the program that fits the database',
  }),
  CX5008: p => ({
    what: `${p.path} already exists and was not overwritten`,
    fix: 'Take another file name or add --force',
  }),
  CX5019: p => ({
    what: `The file ${p.path} was changed while it was read; nothing was imported`,
    fix: 'Close the program that edits it, then import again',
  }),
  CX5009: p => ({
    what: `The file ${p.path} cannot be read`,
    fix: 'Check the path and your permission',
  }),
  CX5010: p => ({
    what: `Entry ${p.no} of the log does not verify: ${LOG_FAULTS[p.detail] ?? p.detail}`,
    fix: 'Stop using this file and compare it with a backup',
  }),
  CX5011: p => ({
    what: `The log has no entry whose hash begins with ${p.expected}`,
    fix: 'Check the hash on paper; the end of the log may have been cut off',
  }),
  CX5012: p => ({
    what: `The folder ${p.path} is not empty`,
    fix: 'Take an empty folder',
  }),
  CX5013: p => ({
    what: `The settings file ${p.path} cannot be read: ${p.detail}`,
    fix: 'Write one "name: value" a line, or move it away',
  }),
  CX5014: p => ({
    what: `Another program set ${p.path} to journal mode ${p.journal}`,
    fix: 'Run PRAGMA journal_mode=DELETE with that program, or restore a backup',
  }),
  CX5015: p => ({
    what: `Row ${p.row} of ${p.table} is not what the log recorded last`,
    fix: 'The data were changed past this program; compare with a backup',
  }),
  CX5016: p => ({
    what: `The stored ${p.part === 'basis' ? 'materials' : 'results'} of evaluation ${p.evaluation}, version ${p.version}, are not those that were sealed`,
    fix: 'They were changed past this program: check with chengxin log verify and compare with a backup; results that are not finalized are made anew by chengxin evaluation run',
  }),
  CX5017: p => ({
    what: `Batch ${p.batch} cannot be taken back: ${[
      ...p.referring.map(r => `${many(r.rows, 'row')} of ${r.table} refer to it`),
      ...(p.entries.length > 0 ? [`log entries ${p.entries.join(', ')} changed its rows again`] : []),
    ].join(', ')}`,
    fix: 'Take the later imports back first, or correct single rows',
  }),
  CX5018: p => ({
    what: `Batch ${p.batch} was taken back already`,
    fix: 'Nothing to do; the file can be imported again',
  }),
  CX5030: p => ({
    what: `${p.path} was made by an older version and must be backed up and upgraded first, but the file or its folder cannot be written; it was not changed`,
    fix: 'Check your permission on the folder, or copy the file to a folder that can be written',
  }),
}
