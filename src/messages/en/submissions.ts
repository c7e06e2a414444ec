// What is said of what goes up to the city.
import type * as zh from '../zh-CN/submissions.ts'
import { many } from './count.ts'

export const column: typeof zh.column = {
  receipt: 'Receipt',
  sent_on: 'Received',
  nominees_of_places: 'Nominees/places',
  share_of: 'For-profit/required',
  papers_missing: 'Papers missing',
  late: 'Late',
  differences: 'Unlike the list here',
  handed_in_on: 'Handed in',
}

export const help: typeof zh.help = {
  submission: 'Up to the city: districts pack, the city checks and merges, and sees who has sent',
  'submission pack':
    'Make one file of a district: nominees, papers, results and the records they rest on, with a receipt code; personal data stays',
  'submission check':
    'Look at packages without taking them in: whole, within the places, share held; needs no database',
  'submission check --receipt': 'The receipt code as it was told over the telephone',
  'submission merge':
    "Merge a package into the city's file; the same one again changes nothing, conflicts are listed field by field",
  'submission merge --take':
    'Whose word holds in a conflict: package, file, or PLACE=package, PLACE=file; may be repeated',
  'submission merge --on': 'Day on which the package came; today unless told',
  'submission merge --force':
    'Also a package older than the one that was merged; a file of -o that is there is overwritten',
  'submission status --year': 'of which year, by default the latest that has an evaluation or a package',
  'submission status': 'Who has sent, what is late, what is missing, and what differs from the list here',
  'submission send':
    'Note what this desk handed in: nomination (the package), month (summary of the month), year (filing of the year)',
  'submission send --on': 'Day on which it was handed in',
  'submission send --receipt': 'Receipt code of the package',
  'submission send --note': 'Note',
  'submission send --scheme': 'By which scheme; the first that has such a deadline unless told',
}

const lateText = (late: boolean) => (late ? ', late' : '')

export const said: typeof zh.said = {
  packed: p => [
    p.name,
    `  ${p.district} ${p.year}: ${many(p.counts.nominees, 'nominee')}, ${many(p.counts.results, 'result')}, ${many(p.counts.records, 'record')}, ${many(p.counts.sheets, 'score sheet')}`,
    `  Receipt code ${p.receipt} (to be read over the telephone)`,
  ],
  packedPersonal:
    'Complainants, contacts, responsible persons, handlers, subjects, legal representatives and telephones of agencies are not in it; raters, practitioners, inspectors and deciders go under pseudonyms; signers of rulings and free texts go as they are',
  packedNext: receipt =>
    `Once it is handed in: chengxin submission send nomination --on DAY --receipt ${receipt}; until then the deadline stays open`,
  notReady: 'Before it can be packed:',
  alsoKnown: 'To look at:',
  lackLine: (what, fix) => `  ${what}. ${fix}`,
  packNow: 'Pack: chengxin submission pack; once handed in: chengxin submission send nomination --on DAY',
  notPacked: 'Not packed',
  packageSound: p =>
    `${p.file}: whole, ${p.district} ${p.year}, packed ${p.packed}, receipt code ${p.receipt}`,
  packageBad: file => `${file}: not to be used`,
  packageTally: t =>
    `  ${many(t.nominated, 'nominee')} for ${many(t.places, 'place')}${t.told ? ' (as the sender says)' : ''}, ${t.for_profit} for-profit of ${t.required} required${t.waived ? ' (waived)' : ''}, ${many(t.papers, 'paper')}`,
  receiptFits: '  The receipt code fits',
  wouldMerge: (counts, conflicts) =>
    `  Merging: ${counts}${conflicts > 0 ? `; ${many(conflicts, 'conflict')}` : ''}`,
  mergedBefore: m =>
    `This package (receipt code ${m.receipt}) came on ${m.on} and was merged before; nothing was changed`,
  dayCorrected: m =>
    `This package (receipt code ${m.receipt}) was merged before; the day on which it came ${m.dry ? 'can be' : 'was'} corrected from ${m.before} to ${m.on}, nothing else changed`,
  conflictField: {
    ...{ list: 'Nominees', counts: 'Counts' },
    ...{ tie: 'Tie settled', share: 'Share waived', add: 'Added', drop: 'Dropped' },
  },
  merged: m =>
    `Merged the package of ${m.district}, received ${m.on}, receipt code ${m.receipt}${m.before === null || m.before === m.receipt ? '' : `, instead of ${m.before}`}`,
  listKept: m =>
    `Merged agencies and records of the package of ${m.district}; the list of ${m.receipt} stands`,
  wouldBeMerged: m =>
    `The package of ${m.district} (receipt code ${m.receipt}) can be merged; nothing written`,
  notMerged: 'Not merged; the file is as it was',
  mergeCounts: {
    agencies: 'agencies',
    records: 'records',
    outstanding: 'outstanding',
    sheets: 'score sheets',
    overrides: 'overrides',
    rulings: 'rulings',
  },
  mergeCount: (name, t) => `${name}: ${t.added} added, ${t.changed} changed, ${t.unchanged} unchanged`,
  settledLine: s =>
    s.taken === null
      ? `  filled ${s.record} ${s.field}: ${s.there}`
      : s.taken === 'package'
        ? `  taken from the package ${s.record} ${s.field}: ${s.here} → ${s.there}`
        : `  kept ${s.record} ${s.field}: ${s.here} (package: ${s.there})`,
  runNext: 'Next: chengxin evaluation run, then chengxin nomination propose',
  noneSent: 'Nobody has sent yet',
  notSent: names => `Not sent: ${names}`,
  submissionTotals: t =>
    `Sent ${t.sent}/${t.of}, ${many(t.nominated, 'nominee')} for ${many(t.places, 'place')}, ${t.late} late`,
  submissionDue: due =>
    due === null ? 'The scheme sets no deadline for it' : `Due ${due}, the day itself included`,
  chosenHere: 'chosen by the city',
  lateMark: 'late',
  waivedMark: ' (waived)',
  openMark: ' (not final)',
  difference: d =>
    ({
      only_sent: `${d.name}: sent, not on the list here`,
      only_here: `${d.name}: on the list here, not sent`,
      total: `${d.name}: ${d.sent} sent, ${d.here} here`,
    })[d.what],
  ownLine: o =>
    o.sent === null
      ? `${o.name}: due ${o.due}, ${o.late ? `${many(-o.days, 'day')} late` : o.days === 0 ? 'today, which still counts' : `${many(o.days, 'day')} left`}`
      : `${o.name}: handed in ${o.sent}${lateText(o.late)}${o.receipt === null ? '' : `, receipt code ${o.receipt}`}`,
  nothingToSend: 'The scheme asks for nothing to be handed in',
  noted: n =>
    `Noted: ${SENT[n.kind] ?? n.kind} handed in on ${n.on}${lateText(n.late)}${n.before === null || n.before === n.on ? '' : ` (was ${n.before})`}`,
  notNoted: 'Not noted',
}

const SENT: Readonly<Record<string, string>> = {
  nomination: 'nomination package',
  month: 'summary of the month',
  year: 'filing of the year',
}
