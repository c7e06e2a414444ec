// Words for publicity, objections and consultations.
import type { ProblemTextsOf } from '../problem-texts.ts'
import type * as zh from '../zh-CN/publicity.ts'
import { howMany, many } from './count.ts'

const STATES: Record<string, string> = {
  open: 'open',
  over: 'over',
  closed: 'closed',
  withdrawn: 'withdrawn',
}
const CASES: Record<string, string> = {
  published: 'no objection',
  objected: 'objection open',
  cleared: 'objection answered, stands',
  removed: 'objection upheld, taken out',
  dropped: 'dropped from the list',
}
const KINDS: Record<string, string> = { nominees: 'nominees', consultation: 'consultation' }
const term = (t: { days: number; countFirst: boolean }) =>
  `${many(t.days, 'working day')}, the first day ${t.countFirst ? 'counted' : 'not counted'}`

export const column: typeof zh.column = {
  first_day: 'First day',
  last_day: 'Last day',
  cases: 'Published',
  open_objections: 'Objections open',
  late_replies: 'Replies overdue',
}

export const help: typeof zh.help = {
  publicity: 'publicity, objections and consultations',
  'publicity open': 'Publish the nominees, or a draft on which opinions are asked for',
  'publicity list': 'List publicity',
  'publicity show': 'One publicity: the days that count, those published, objections and outcomes',
  'publicity object': 'Record an objection to a publicity, or an opinion',
  'publicity resolve': 'Record outcome and reply; an upheld one takes the nominee off the list at once',
  'publicity close': 'Close a publicity after its last day',
  'publicity withdraw': 'Withdraw a publicity opened by mistake; needs a reason',
  'form publicity': 'The notice of a publicity',
  '--consultation': 'publish the draft of a scheme, without nominees',
  'publicity --scheme': 'the scheme whose draft it is',
  '--count-first-day': 'count the first day',
  '--no-count-first-day': 'do not count the first day',
  '--phone':
    'telephone for objections, may be repeated; by default those of the districts, where there is none that of the scheme',
  'publicity --district': 'only nominees of this district',
  'publicity object --agency': 'the agency objected to; without it, an opinion on the whole',
  'publicity object --subject': 'the subject objected to; without it, an opinion on the whole',
  'publicity --output': 'file for the notice',
}

export const said: typeof zh.said = {
  publicityState: STATES,
  caseState: CASES,
  publicityKind: KINDS,
  publicityOpened: p =>
    `Publicity ${p.id} "${p.title}"${p.cases === 0 ? '' : ` (${howMany(p.cases, p.noun)})`}: ${p.first} to ${p.last}`,
  publicityNotOpened: 'Nothing was published',
  asTold: 'as the command says',
  publicityTerm: t => {
    const days = t.origins.days === t.origins.countFirst ? '' : ` (${t.origins.days})`
    const first = `the first day ${t.countFirst ? 'counted' : 'not counted'}`
    return `${many(t.days, 'working day')}${days}, ${first} (${t.origins.countFirst}): ${t.counted.join(', ')}`
  },
  noticeNext: id => `The notice: chengxin form publicity ${id}`,
  fillNext: 'To fill the place: chengxin nomination propose, then chengxin publicity open',
  grantNext: 'Next: chengxin title grant',
  publishedBefore: (n, noun) => `${howMany(n, noun)} more published already and left out`,
  publicityHead: p => `${p.id}: ${p.title} (${KINDS[p.kind]})`,
  publicityStateLine: p =>
    `State: ${STATES[p.state]}${p.state === 'open' ? `, ${many(p.left, 'working day')} left with today` : ''}${p.on === null ? '' : ` (${p.on}${p.reason === null ? '' : `, ${p.reason}`})`}`,
  publicityDays: p =>
    `From ${p.first} to ${p.last} (${term(p)})${p.counted.length === 0 ? '' : `, counting ${p.counted.join(', ')}`}`,
  publicityChannel: text => `Published in: ${text}`,
  publicityPhones: lines =>
    `Telephones: ${lines.map(l => `${l.district === null ? '' : `${l.district} `}${l.phones.join(', ')}`).join('; ')}`,
  publicityCases: counts => `Cases: ${counts.map(c => `${c.count} ${CASES[c.state]}`).join(', ')}`,
  objectionHead: 'Objections and opinions:',
  objectionLine: o =>
    `${o.id}, ${o.on}, ${o.subject === null ? '' : `${o.subject}: `}${o.content}${o.late === null ? '' : ` (taken late: ${o.late})`}; reply due ${o.by}, ${o.state}`,
  replyLine: r => `Reply: ${r.reply} (${r.by}, ${r.on}${r.late ? ', late' : ''})`,
  submitterLine: s => `Raised by: ${s.submitter}, ${s.contact}`,
  blockedByDays: last => `Cannot be closed yet: it runs until ${last}`,
  blockedByObjections: ids =>
    `Cannot be closed yet: ${ids.length === 1 ? 'objection' : 'objections'} ${ids.join(', ')} without an outcome`,
  publicityObjected: o =>
    `Recorded ${o.consultation ? 'opinion' : 'objection'} ${o.id}${o.subject === null ? '' : ` to ${o.subject}`}${o.late ? ' (late)' : ''}, to be answered by ${o.by}`,
  caseBlocked: subject => `The publicity cannot be closed until there is an outcome for ${subject}`,
  publicityResolved: o => `Objection ${o.id}: ${o.outcome}, answered on ${o.on}`,
  caseRemoved: c =>
    `${c.subject} is off the publicity and the nomination list; one place is open and nobody moves up by itself${c.next.length === 0 ? '; nobody is waiting' : `; next in order: ${c.next.join(', ')}`}`,
  caseKept: subject => `Upheld in part takes nobody off: ${subject} stays on the nomination list`,
  publicityClosed: p =>
    `Closed publicity ${p.id}${p.kind === 'consultation' ? '' : `: ${howMany(p.standing, p.noun)} without objection or with none upheld${p.removed > 0 ? `, ${p.removed} taken out` : ''}`}`,
  publicityNotClosed: 'The publicity is not closed',
  publicityWithdrawn: id => `Withdrew publicity ${id}: it counts as never published and can be opened again`,
}

export const problems: ProblemTextsOf<'CX137' | 'CX1380' | 'CX1381' | 'CX1382' | 'CX1383' | 'CX1384'> = {
  CX1370: p => ({
    what: `${many(p.days, 'working day')} from ${p.value} cannot be counted: the calendar of ${p.year} is not loaded`,
    why: 'A year whose notice of days off is not loaded is never taken as plain Monday to Friday',
    fix: 'Load the notice of that year first, or choose another first day',
  }),
  CX1371: p => ({
    what:
      p.what === 'nominees'
        ? `All nominees are published already (publicity ${p.published.replaceAll('、', ', ')})`
        : `Opinions on this draft are being asked for already (publicity ${p.published})`,
    why: 'Nothing is published twice',
    fix: `See chengxin publicity show ${p.published.split('、')[0]}${p.what === 'nominees' ? `, print the notice with chengxin form publicity ${p.published.split('、')[0]}` : ''}; take back one opened by mistake with chengxin publicity withdraw`,
  }),
  CX1372: p => ({
    what: `Evaluation ${p.id} has no nominees${p.district === null ? '' : ` in ${p.district}`}`,
    fix: 'See the reasons with chengxin nomination list',
  }),
  CX1373: p => ({
    what: `With ${p.last} as its last day it can be closed only after ${p.due}, when this is due: ${p.name} (${p.clause})`,
    why: 'Nothing is handed in before the publicity is over',
    fix:
      p.open === null
        ? 'Agree on a later day with whom it is due to'
        : `Publish on ${p.open} at the latest; if it is too late for that, agree on a later day with whom it is due to`,
  }),
  CX1374: p => ({
    what: `No telephone to publish${p.places === '' ? ' in the scheme' : ` for ${p.places.replaceAll('、', ', ')}`}`,
    why: 'The notice has to say where objections are taken',
    fix: 'Give one with --phone',
  }),
  CX1375: p => ({
    what: `The scheme ${p.scheme} is in force and no draft`,
    fix: 'Name the scheme of the draft with --scheme',
  }),
  CX1376: p => ({
    what: `Publicity ${p.id} was ${p.state} on ${p.on}`,
    fix:
      p.state === 'closed'
        ? 'Record what comes in later as a complaint: chengxin complaint add'
        : 'Check the number: chengxin publicity list',
  }),
  CX1377: p => ({
    what: `${p.name} is not in publicity ${p.id}`,
    why:
      p.kind === 'consultation'
        ? 'A consultation has no nominees'
        : 'Objections are to those who are published',
    fix: `See chengxin publicity show ${p.id}; leave --agency and --subject out for an opinion on the whole`,
  }),
  CX1378: p => ({
    what: `Raised on ${p.on}, after the last day ${p.by}`,
    fix: 'To take it all the same, add --late and say why with --reason',
  }),
  CX1379: p => ({
    what: `${p.name} was taken out on ${p.on} because an objection was upheld`,
    fix: 'There is nothing to record; leave --agency and --subject out for an opinion on the whole',
  }),
  CX1380: p => ({
    what: `On ${p.on} the publicity is not over; its last day is ${p.last}`,
    why: 'On the last day itself an objection can still be raised',
    fix: `Close it after ${p.last}`,
  }),
  CX1381: p => ({
    what: `Objection ${p.id} has no outcome on ${p.closing}${p.subject === null ? '' : `: ${p.subject}`} (raised on ${p.on}, reply due ${p.by})`,
    why: 'Only what is over without an open objection goes on',
    fix: `Record its outcome first: chengxin publicity resolve ${p.id}; where it came later, close on a later day`,
  }),
  CX1382: p => ({
    what: `Publicity ${p.id} has ${many(p.objections, 'objection')} and cannot be withdrawn`,
    why: 'What was raised has to be decided and answered',
    fix: 'Record the outcome of each and close it after its last day',
  }),
  CX1383: p => ({
    what: `The first day ${p.first} is before ${p.asOf}, the as-of day of the evaluation`,
    why: 'The evaluation looks at what was so by that day, and the list comes after it',
    fix: 'Check the first day; take it back with chengxin publicity withdraw if it is wrong',
  }),
  CX1384: p => ({
    what: `"${p.value}" does not look like a telephone number`,
    fix: p.likely === null ? 'Write it like 010-64632146' : `With its area code it is ${p.likely}`,
  }),
}
