// What can be wrong with what goes up to the city.
import type { PaperKind } from '../../domain/records/paper-problems.ts'
import type {
  ContainerFault,
  Misfit,
  PackLack,
  SubmissionProblems,
} from '../../domain/submission/submission-problems.ts'
import type { ProblemTextsOf } from '../problem-texts.ts'
import { many } from './count.ts'
import { wanted } from './package-values.ts'

const LACK: Readonly<Record<PackLack, [what: string, fix: string]>> = {
  not_run: ['the evaluation has not been run', 'Run chengxin evaluation run first'],
  stale: [
    'records or scores changed since the run',
    'Run chengxin evaluation run and chengxin nomination propose again',
  ],
  no_list: ['nothing has been proposed', 'Run chengxin nomination propose first'],
  no_nominees: ['nobody is nominated', 'See why with chengxin nomination list'],
  subjects: [
    'the scheme does not evaluate agencies, and a package holds nominations of agencies only',
    'Make the papers with chengxin form application and form filing, or all at once with chengxin form package, and hand those in',
  ],
  no_places: ['places do not go by district', 'There is no list that districts hand in'],
}

const CONTAINER: Readonly<Record<ContainerFault, (part: string) => string>> = {
  foreign: () => 'This is no package',
  cut: () => 'The file is not whole: its end is missing',
  damaged: part => `The file is damaged${part === '' ? '' : ` (${part})`}`,
  altered: () => 'The file was changed after it was packed',
  'too-big': () => 'It unpacks to more than 200 MB',
  name: part => `It holds a file of a name that does not belong there: "${part}"`,
  twice: part => `${part} is in it twice`,
}

const MISFIT: Readonly<Record<Misfit, (there: string, here: string) => [what: string, fix: string]>> = {
  scheme: (there, here) => [
    `The package goes by scheme ${there}, which is not on file here (${here} is)`,
    'Add it with chengxin scheme add, or ask the district',
  ],
  scheme_text: (there, here) => [
    `The text of the scheme that the package goes by (${there}) is not the one here (${here})`,
    'Compare both with chengxin scheme diff, agree on one text and pack again',
  ],
  year: (there, here) => [
    `The package is of ${there}, the evaluation here of ${here}`,
    'Check the year, or merge it into the file of that year',
  ],
  now: (there, here) => [`The package is of ${there}, today is ${here}`, 'Check the year'],
  district_name: (there, here) => [
    `The package says "${there}", its code is that of ${here}`,
    'Check whose package it is, and have it packed again',
  ],
  district: (there, here) => [
    `${there} is none of the ${here} jurisdictions here`,
    'Check whose package it is',
  ],
  desk: (_there, here) => [`This is the file of a district (${here})`, "Merge into the city's file (--db)"],
}

const PAPERS: Readonly<Record<PaperKind, string>> = {
  form: 'recommendation form',
  self_summary: 'self-summary',
  result: 'results',
  application: 'application',
  filing: 'filing form',
  other: 'other papers',
}

type NotLaidIn = SubmissionProblems['CX1435']

const WHY: Readonly<Record<NotLaidIn['why'], (p: NotLaidIn) => [what: string, fix: string]>> = {
  none: p => [
    `There is no evaluation of ${p.year} here`,
    `Open one with chengxin evaluation open --year ${p.year} --as-of ${p.asOf}`,
  ],
  finalized: p => [
    `Evaluation ${p.id} of ${p.year} is finalized here`,
    `To use them, open it again with chengxin evaluation reopen --evaluation ${p.id} --reason REASON`,
  ],
  as_of: p => [
    `The evaluation here looks at ${p.here}, the package at ${p.asOf}`,
    'Settle the day with the district; where the day here holds, have it evaluate as of that day and pack again',
  ],
}

/** How a package stands to the one that was merged. */
const AGAINST = {
  older: 'is older than the one',
  file: 'is of another file than the one',
  content: 'has the same last log entry but other data than the one',
}

export const problems: ProblemTextsOf<'CX142' | 'CX143' | 'CX144'> = {
  CX1420: p => ({ what: `${p.about} cannot be packed: ${LACK[p.lack][0]}`, fix: LACK[p.lack][1] }),
  CX1421: p => ({
    what: CONTAINER[p.fault](p.part),
    why: 'Every byte of a package is covered by a checksum',
    fix: 'Ask for the file once more, or have it packed again',
  }),
  CX1422: p => ({
    what: {
      missing: `${p.part} is missing`,
      unlisted: `${p.part} is not in the manifest`,
      changed: `${p.part} is not what the manifest says`,
      unknown: `${p.part} does not belong into a package`,
      twice: `${p.part} is in the manifest twice`,
      no_paper: `${p.part} is no sound Word file`,
    }[p.lack],
    why:
      p.lack === 'no_paper'
        ? 'Papers are .docx files that open as they are, without macros and links to elsewhere'
        : 'manifest.json tells size and SHA-256 of every part',
    fix: 'Ask for the file once more, or have it packed again',
  }),
  CX1423: p => ({
    what: `${p.path === '' ? 'The content' : p.path} is not what it should be (${wanted(p.wanted)})${p.more > 0 ? `, nor are ${p.more} more` : ''}`,
    fix: 'Have it packed again by the same version of the program',
  }),
  CX1424: p => ({
    what: `The package is of format ${p.version}, this program knows ${p.known}`,
    fix: 'Use the same version of the program to pack and to merge',
  }),
  CX1425: p => ({
    what: {
      form: `"${p.given}" is no receipt code`,
      check: `The receipt code "${p.given}" was misheard or mistyped`,
      other: `The receipt code "${p.given}" is another package's${p.receipt === '' ? '' : `; this file has ${p.receipt}`}`,
    }[p.fault],
    why: 'A receipt code has ten characters, the last of which checks the others',
    fix: p.fault === 'other' ? 'Check whether this is the file that was sent' : 'Have it read once more',
  }),
  CX1426: p => ({
    what: `The package of ${p.district} was ${p.what} on ${p.on}, it was due on ${p.due}`,
    fix: p.what === 'packed' ? 'Treat it as late' : 'If it came in time, tell the day with --on',
  }),
  CX1427: p => {
    const [what, fix] = MISFIT[p.misfit](p.there, p.here)
    return { what, fix }
  },
  CX1428: p => ({
    what: `${p.record} ${p.field}: "${p.here}" here, "${p.there}" in the package${p.before === null ? '' : ` (last time ${p.before === 'file' ? 'what is here' : 'the package'} was taken)`}`,
    fix: `Decide with --take "${p.place}=package" or "${p.place}=file"; for all alike with --take package or --take file`,
  }),
  CX1429: p => ({
    what: `This package of ${p.district} (${p.there}) ${AGAINST[p.how]} that was merged (${p.here}, ${p.on})`,
    why:
      p.how === 'content'
        ? 'Where the log is the same, so is the data'
        : "The sender's log tells which comes first",
    fix: 'Check which of them holds; to use this one all the same, add --force',
  }),
  CX1430: p => ({
    what: p.form ? `--take cannot be "${p.place}"` : `There is no conflict at "${p.place}"`,
    fix: 'Write package, file, or PLACE=package, PLACE=file; places stand in the list of conflicts',
  }),
  CX1431: p => ({
    what: `${p.name} lacks: ${p.papers.map(kind => PAPERS[kind]).join(', ')}`,
    why: 'Of each nominee a recommendation form, a self-summary and the results are handed in',
    fix: 'Ask the district for them',
  }),
  CX1432: p => ({
    what: `Evaluation ${p.id} was packed before it was finalized`,
    fix: 'Finalize it and pack again: chengxin evaluation finalize',
  }),
  CX1433: p => ({
    what: `Records changed after evaluation ${p.id} was finalized`,
    why: 'The records in the package are those of now, its results are not: the city will compute others',
    fix: 'Look at what changed; open it again with chengxin evaluation reopen where it matters',
  }),
  CX1434: p => ({
    what: 'Which district is to be packed was not told',
    fix: `Name it with --district: ${p.available}`,
  }),
  CX1435: p => {
    const [what, fix] = WHY[p.why](p)
    const again = p.why === 'as_of' ? '' : ', then merge once more with --force'
    return { what: `${what}: score sheets and rulings were not taken in`, fix: `${fix}${again}` }
  },
  CX1436: p => ({
    what: `The district switched condition ${p.gate} off: ${p.reason} (${p.signer})`,
    why: 'A condition holds for the whole city, which decides itself',
    fix: 'If you agree, switch it off with chengxin nomination propose --gate-off',
  }),
  CX1437: p => ({
    what: `${p.district} waived the share of for-profit agencies: ${p.reason} (${p.signer})`,
    fix: 'See whether the reason holds',
  }),
  CX1440: p => ({
    what: `The package lacks of ${p.name}: ${p.papers.map(kind => PAPERS[kind]).join(', ')}`,
    why: 'Of each nominee a recommendation form, a self-summary and the results are handed in',
    fix: 'Have the district pack again',
  }),
  CX1438: p => ({
    what: `${p.record} and ${p.taken} are one agency`,
    fix: 'Check credit codes and license numbers, and have the district pack again',
  }),
  CX1439: p => ({
    what: `There is no campaign ${p.campaign} here: that ${many(p.agencies, 'agency', 'agencies')} stood out in it was not taken in, and equal totals may be ranked otherwise than in the district`,
    fix: `Open it with chengxin campaign open ${p.campaign}, then merge once more with --force`,
  }),
  CX1441: p => ({
    what: `${p.record}: no package can hold its ${p.field.replaceAll('_', ' ')} (${wanted(p.wanted)})${p.more > 0 ? `, nor ${p.more} more` : ''}`,
    why: 'The city could not use such a package',
    fix: 'Correct this record and pack again',
  }),
  CX1442: p => ({
    what: `The package of ${p.district} says ${many(p.sent.places, 'place')} and at least ${p.sent.required} for-profit; it is judged by ${many(p.taken.places, 'place')} and at least ${p.taken.required}`,
    fix: 'Settle places and scheme with the district',
  }),
  CX1443: p => ({
    what: `${p.lack === 'unknown' ? `The program does not know scheme ${p.scheme}` : `The text of scheme ${p.scheme} is not the one of the program`}: places, share and deadline are only what the sender says`,
    fix: "Check beside the city's file (--db), or compare the texts of the scheme",
  }),
  CX1444: p => ({
    what: `The package came on ${p.on}, before it was packed (${p.packed})`,
    fix: 'Check the day on which it came and tell it with --on; if it was packed under a wrong date, have it packed again',
  }),
}
