// Words for granting, reviewing and revoking titles.
import type { RevocationGround } from '../../domain/scheme/scheme.ts'
import type { GrantHindrance } from '../../domain/title/title-problems.ts'
import type { ProblemTextsOf } from '../problem-texts.ts'
import type * as zh from '../zh-CN/titles.ts'
import { many } from './count.ts'

export const column: typeof zh.column = {
  granted_by: 'Granted by',
  revocation_document: 'Revoked by',
  plate_returned_on: 'Plate back on',
  ground: 'Ground',
  draft: 'Draft decision',
  repeats: 'Alike before the grant',
  stage: 'Stage',
  carried_out_by: 'By',
  next_step: 'Next',
}

export const help: typeof zh.help = {
  title: 'Titles: granted, listed, reviewed, revoked, and their plates',
  'title grant':
    'Grant the title of an evaluation to the nominees who may have it: finalized, no tie, and published where the scheme says so',
  'title grant --agency': 'Only these; all who may have it unless told',
  'title grant --plate-from':
    'Number of the first plate, counted on in the order of the list; without it, plates are put on file with honor import',
  'title list': 'List titles and other honors: holder, document, plate, revocation, state',
  'title list --title': 'Only this title',
  'title review':
    'List the holders of whom a penalty, a verified complaint, a black-list entry or a lost license became known, with a draft decision; changes nothing',
  'title revoke':
    'Revoke a title: the document, the reason or the record it rests on, the plate returned or outstanding',
  'title revoke --record': 'Number in the column Record of title review; the reason, where none is given',
  'title revoke --plate-outstanding': 'The plate has not come back yet and is listed until it does',
  'title plate': 'A plate has come back',
  'scheme stages': 'Where the stages of a scheme stand, and what comes next',
}

const found = (ground: RevocationGround, record: string, on: string | null): string => {
  const day = (what: string) => (on === null ? '' : `, ${what} ${on}`)
  return {
    dishonest_complaint: `verified dishonest complaint ${record}${day('closed on')}`,
    verified_complaint: `verified complaint ${record}${day('closed on')}`,
    penalty: `penalty ${record}${day('decided on')}`,
    blacklist: `on the black list (entry ${record}${day('since')})`,
    dissolved: `${record} cancelled, revoked, expired or ended${day('since')}`,
    offense: `offense ${record}${day('found on')}`,
  }[ground]
}

export const said: typeof zh.said = {
  stageWork: {
    application: 'applications',
    inspection: 'inspection',
    review: 'review',
    notice: 'notices',
    nomination: 'nominations',
    consultation: 'consultation',
    publicity: 'publicity',
    announcement: 'announcement',
    filing: 'filing',
    supervision: 'supervision',
  },
  ground: {
    dishonest_complaint: 'verified dishonest complaint',
    verified_complaint: 'verified complaint',
    penalty: 'penalty',
    blacklist: 'black-list entry',
    dissolved: 'license or body ended',
    offense: 'offense',
  },
  placesBy: { table: 'the table of places', allotment: 'an allotment to come', whole: 'nothing: all in one' },
  levelLine: level => `Level of the honor: ${level}`,
  splitLine: by => `Places split by: ${by}`,
  periodLine: p => `Places run over ${p.from} to ${p.to} (${p.clause})`,
  publicityLine: p =>
    `Published for ${many(p.working_days, 'working day')}, the first day ${p.count_first_day ? 'counts' : 'does not count'} (${p.clause})`,
  groundLine: g => `Reviewed for revocation: ${g.ground} (${g.clause})`,
  takenBackLine: t => `Honors reviewed alike: ${t.titles} (${t.clause})`,
  titleGranted: g => `Granted ${g.title} to ${g.count}: ${g.document}, ${g.on}`,
  titleNotGranted: 'No title was granted',
  platesMissing: count =>
    `${many(count, 'title')} without a plate number: put the numbers on file with chengxin honor import (holder, title, granted_on, plate_no)`,
  leftOut: (subject, hindrance) => `Not granted to ${subject}: ${hindered(hindrance)}`,
  groundFound: found,
  titleDraft: d =>
    `${d.found}; ${d.ours ? 'the document does not name this ground, to be decided' : `by ${d.clause}`}: revoke ${d.title}${d.plate === null ? '' : ` and take plate ${d.plate} back`}`,
  titleReason: (what, clause) => `${what}${clause === null ? '' : `, by ${clause}`}`,
  titlesReviewed: r =>
    `${many(r.titles, 'title')} in force; ${r.touched === 0 ? 'none to be looked at' : `${r.touched} to be looked at (${many(r.findings, 'finding')}); revoke with chengxin title revoke`}${r.outstanding === 0 ? '' : `; ${many(r.outstanding, 'plate')} of revoked titles outstanding (chengxin title list --state plate_outstanding)`}`,
  plateOutstanding: plate =>
    `Plate ${plate} is outstanding; when it is back: chengxin title plate ${plate} --returned DATE`,
  stageState: {
    done: 'done',
    running: 'running',
    next: 'next',
    not_started: 'not started',
    skipped: 'nothing on file',
    not_due: 'not due',
    elsewhere: 'not kept here',
  },
  stageStep: {
    inspect: 'chengxin inspection draw, then chengxin inspection import RESULTS',
    receive: 'chengxin paper add ... (applications)',
    open: 'chengxin evaluation open',
    run: 'chengxin evaluation import SHEETS, then chengxin evaluation run',
    finalize: 'chengxin evaluation check, then chengxin evaluation finalize',
    serve: 'chengxin evaluation notice, then chengxin evaluation serve',
    propose: 'chengxin nomination propose',
    settle: 'chengxin nomination settle (a tie is open)',
    consult: 'chengxin publicity open --consultation',
    publish: 'chengxin publicity open',
    close: 'chengxin publicity close (after the last day)',
    grant: 'chengxin title grant',
    file: 'chengxin paper add ... (papers to be filed)',
    supervise: 'chengxin title review',
  },
  stagesOf: s =>
    `${s.title}, ${s.year}${s.evaluation === null ? ', no evaluation opened yet' : `, evaluation ${s.evaluation}`}`,
}

function hindered(h: GrantHindrance): string {
  switch (h.is) {
    case 'holds':
      return `granted on ${h.on} and in force`
    case 'removed':
      return `taken out of the publicity on ${h.on}, an objection was upheld`
    case 'not_published':
      return 'not published'
    case 'publicity_open':
      return `published until ${h.until}, not closed yet`
    case 'closed_after':
      return `its publicity was closed on ${h.on} only, after the day of the grant`
    case 'gate':
      return `condition "${h.name}" not met${h.records.length === 0 ? '' : `: ${h.records.join(', ')}`}`
    default: {
      const never: never = h
      return never
    }
  }
}

const REMEDY: Readonly<Record<GrantHindrance['is'], string>> = {
  holds: 'Nothing to do; name others with --agency',
  removed: 'Do not grant it',
  not_published: 'Publish first: chengxin publicity open',
  publicity_open: 'After the last day, run chengxin publicity close',
  closed_after: 'Grant on a day that is not before the publicity was closed',
  gate: 'Check the records; do not grant it, or have the condition switched off and propose again',
}

export const problems: ProblemTextsOf<'CX1385' | 'CX1386' | 'CX1387' | 'CX1388' | 'CX1389' | 'CX139'> = {
  CX1385: p => ({
    what: `Evaluation ${p.id} is not finalized`,
    why: 'Titles rest on a result that stands',
    fix: 'Run chengxin evaluation finalize, then chengxin nomination propose',
  }),
  CX1386: p => ({
    what: `${p.subject} cannot be granted ${p.title}: ${hindered(p.hindrance)}`,
    fix: REMEDY[p.hindrance.is],
  }),
  CX1387: p => ({
    what: `Nobody in the list can be granted ${p.title}`,
    fix: 'See chengxin nomination list',
  }),
  CX1388: p => ({
    what: `Plate number "${p.value}" does not end in a number to count on from`,
    fix: 'Give the number of the first plate, such as P-0001',
  }),
  CX1389: p => ({
    what: `${p.title} was granted without publicity`,
    why: 'The document asks for none, and the list was not published',
    fix: 'It is granted; next time publish before granting: chengxin publicity open',
  }),
  CX1390: p => ({
    what: `Nothing is said of plate ${p.plate}`,
    why: 'The plate is taken back with the title',
    fix: 'Add --plate-returned DATE, or --plate-outstanding',
  }),
  CX1391: p => ({
    what: `"${p.value}" has more than one title`,
    fix: `Name it by plate or id=: ${p.matches}`,
  }),
  CX1392: p => ({
    what: `The review did not find record "${p.value}" of ${p.subject}`,
    fix: p.found === '' ? 'Give the reason with --reason' : `Choose from: ${p.found}; or give --reason`,
  }),
  CX1393: p => ({
    what: `The day of the grant, ${p.on}, is before the as-of day of the evaluation, ${p.asOf}`,
    fix: 'Check the day on the document',
  }),
  CX1395: p => ({
    what: `${p.value}: of the same name is ${p.holder}`,
    why: 'Honors without a certificate number are told apart by holder, title and day',
    fix: 'Grant it to one of them with --agency, and put the other on file with chengxin honor add and a certificate number',
  }),
  CX1396: p => ({
    what: `The revocation on ${p.on} is before record ${p.record}, of ${p.found}, on which it rests`,
    why: 'It is revoked because of that record',
    fix: 'Check the day on the document, or name another record',
  }),
  CX1394: p => ({
    what: `${p.pool}: ${many(p.wanted, 'title')} for ${many(p.left, 'place')} left`,
    fix: 'Name with --agency who is to have it, or check the list',
  }),
}
