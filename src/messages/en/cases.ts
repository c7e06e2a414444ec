// Words for complaints as cases and for opinions.
import type { ProblemTextsOf } from '../problem-texts.ts'
import type * as zh from '../zh-CN/cases.ts'
import { many } from './count.ts'

export const column: typeof zh.column = {
  answered_on: 'First answer',
  same_day: 'Answered same day %',
  limit_on: 'Due on',
  limit: 'Due by',
  duplicate_of: 'Repeats',
  window_kind: 'Window',
  closing_target: 'Target %',
  met: 'Met',
  complainant: 'Complainant',
  contact: 'Contact',
}

export const help: typeof zh.help = {
  'complaint answer': 'Record the first answer, owed on the day of receipt',
  'complaint extend':
    'Extend the time of a complaint, with a reason; by 30 working days unless told otherwise',
  'complaint link': 'Link a complaint to the one that it repeats: counted once',
  'opinion reply': 'Reply to an opinion',
  'complaint link --to': 'number of the original complaint',
  'complaint link --remove': 'take the link away',
  'complaint rates --by': 'by district or by window',
  '--include-personal': 'with names and contacts; needs a reason, which is logged',
}

export const said: typeof zh.said = {
  noWindow: 'not stated',
  stepped: {
    answer: no => `Recorded the first answer to ${no}`,
    accept: no => `Accepted ${no}`,
    extend: no => `Extended the time of ${no}`,
    close: no => `Closed ${no}`,
    reopen: no => `Opened ${no} again`,
  },
  linked: (no, to) => `${no} repeats ${to} and is counted there`,
  unlinked: no => `${no} repeats no other complaint now`,
  replied: no => `Recorded the reply to ${no}`,
  notStepped: no => `${no} is as it was`,
  touched: h =>
    `To be looked at: "${h.title}" of ${h.holder} (granted on ${h.granted_on}${h.plate_no === null ? '' : `, plate ${h.plate_no}`}), see chengxin title review; nothing is revoked by itself`,
  touchedListing: l =>
    `To be looked at: ${l.list} list${l.person === null ? '' : ` (${l.person})`}, listed on ${l.listed_on}${l.until === null ? '' : `, until ${l.until}`}, because of ${l.basis}; nothing is changed by itself`,
  limit: { stated: 'stated', default: 'default', unknown: 'unknown' },
  limitOn: (day, source) => `Due on ${day} (${source})`,
  duplicates: numbers => `Repeated by ${numbers.join(', ')}`,
  reopened: times => `Opened again ${many(times, 'time')}`,
  met: met => (met ? 'yes' : 'no'),
}

export const problems: ProblemTextsOf<'CX110'> = {
  CX1100: p => ({
    what: {
      answered: `${p.value} was first answered on ${p.by}`,
      duplicate: `${p.value} repeats ${p.by}`,
      single: `${p.value} repeats no other complaint`,
      replied: `${p.value} was replied to on ${p.by}`,
    }[p.state],
    fix: {
      answered: 'If the day is wrong, import the corrected record',
      duplicate: `Deal with ${p.by}; if the link is wrong, take it away first: complaint link ${p.value} --remove`,
      single: 'There is no link to take away; to make one, name the original with --to',
      replied: 'If the reply is wrong, import the corrected record',
    }[p.state],
  }),
  CX1101: p => ({ what: `${p.value} cannot repeat itself`, fix: 'Name the original complaint' }),
  CX1102: p => ({
    what: `${p.value} is a duplicate itself; the original is ${p.original}`,
    fix: `Link to ${p.original}`,
  }),
  CX1103: p => ({
    what: `${p.value} is about another: ${p.holder}`,
    fix: 'Only complaints about one agency or subject can be linked; check the number',
  }),
  CX1104: p => ({
    what: `${p.value} is repeated by ${p.duplicates} and cannot repeat another`,
    fix: 'Link its duplicates to the new original first',
  }),
  CX1105: p => ({
    what: `There is no original complaint ${p.value}`,
    why: 'A duplicate is counted with its original; without one it would be counted nowhere',
    fix: 'Check the number; correct the row of the original, or import it first or in the same file',
  }),
  CX1106: p => ({ what: `The new day ${p.value} is not later than ${p.due}`, fix: 'Name a later day' }),
  CX1107: p => ({
    what: `Working days cannot be counted from ${p.value} on: the calendar of ${p.year} is not loaded`,
    fix: 'Name the day with --due-on, or load that year with chengxin calendar import',
  }),
  CX1108: p => ({
    what: `The limit of ${many(p.cases, 'more case')} cannot be told; not counted here`,
    why: 'No day is stated, and the working calendar of a year is not loaded',
    fix: 'Fill in the days, or load that year with chengxin calendar import',
  }),
}
