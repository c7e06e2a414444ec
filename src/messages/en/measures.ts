// Words for penalties, sanctions, lists and incentives.
import type { CarriedOutBy } from '../../domain/records/measure-note.ts'
import type { ProblemTextsOf } from '../problem-texts.ts'
import type * as zh from '../zh-CN/measures.ts'
import { many } from './count.ts'

export const column: typeof zh.column = { proposal: 'Proposal', until: 'Until' }

export const help: typeof zh.help = {
  'penalty revoke': 'The decision was revoked, with a reason',
  'penalty review': 'The decision is under review or in court; --ended: it was upheld',
  'penalty repair': 'Credit repaired: no longer published; the decision stands and still counts',
  'sanction done': 'What was to be put right is done',
  'listing propose': 'Propose by rule who is to be listed or taken off; changes nothing',
  'listing propose --as-of': 'As of this day, today unless told',
  'listing exit': 'Take an entry off the list: expired, repaired or revoked, with a reason',
  'incentive end': 'End an incentive or a restriction early, with a reason',
  '--ended': 'The review is over and the decision stands',
  '--list': 'Only the red or the black list',
}

const CARRIED_OUT: Record<CarriedOutBy, (agency: string) => string> = {
  listing: agency => `chengxin listing add --agency ${agency} --list black ...`,
  honor: agency =>
    `chengxin title revoke ${agency} ... (of several, see chengxin honor list --agency ${agency} --state valid)`,
  license: agency => `chengxin license cancel ${agency} ...`,
}

export const said: typeof zh.said = {
  measured: {
    revoke: label => `Revoked ${label}`,
    review: label => `${label} is under review; it still counts in evaluations`,
    review_ended: label => `The review of ${label} is over; the decision stands`,
    repair: label =>
      `Credit repaired: ${label} is no longer published; the decision stands and still counts in evaluations`,
    done: label => `Put right: ${label}`,
    exit: label => `Taken off: ${label}`,
    end: label => `Ended ${label}`,
    title_revoked: label => `Revoked ${label}`,
    plate_returned: label => `The plate is back: ${label}`,
  },
  measureNote: n => {
    switch (n.is) {
      case 'term':
        return `Valid until ${n.until}: no term was given, so our default of ${n.months} months holds`
      case 'task':
        return `To do: ${n.title} (chengxin task list --state open)`
      case 'decided':
        return `Only the decision "${n.kind}" is on file; to carry it out: ${CARRIED_OUT[n.by](n.agency)}`
      case 'rests':
        return `Look at ${n.noun} ${n.id} (${n.record}), which rests on it; nothing else was changed`
      case 'honored':
        return `To be looked at: "${n.title}" of ${n.holder} (granted on ${n.granted_on}${n.plate_no === null ? '' : `, plate ${n.plate_no}`}), see chengxin title review; nothing is revoked by itself`
    }
  },
  listingProposed: ({ action, list, listing_id }) =>
    action === 'enter' ? `onto the ${list} list` : `off the ${list} list (entry ${listing_id})`,
  listingGround: ({ is, ref, day }) =>
    ({
      complaint: `verified dishonest complaint ${ref}, closed on ${day}`,
      penalty: `penalty ${ref}, decided on ${day}`,
      evaluation: `grade A in evaluation ${ref} as of ${day}, nothing on record against it`,
      entry: `its term ended on ${day}`,
    })[is],
  noFinalized: 'No evaluation is finalized yet, so nobody is proposed for the red list',
  toRun: commands =>
    [
      'Run those that you agree with (YYYY-MM-DD: the day on which the notice was served):',
      ...commands.map(c => `  chengxin ${c}`),
    ].join('\n'),
}

const LACK = {
  unnamed: 'The entry names no decision and no complaint that it rests on',
  unknown: 'No penalty, complaint, sanction or honor has this number',
  other_agency: 'The record of this number is another agency’s',
  not_in_force: 'The penalty was not in force on the day of the entry',
  not_verified: 'The complaint was not closed as upheld, at least in part, by the day of the entry',
  not_dishonest: 'The complaint was not found to concern integrity',
  not_decided: 'The sanction was decided after the day of the entry',
}

export const problems: ProblemTextsOf<'CX115'> = {
  CX1150: p => {
    const on = p.on === null ? '' : ` on ${p.on}`
    return {
      what: {
        revoked: `${p.value} was revoked${on}`,
        repaired: `The credit of ${p.value} was repaired${on}`,
        under_review: `${p.value} is under review already`,
        not_under_review: `${p.value} is not under review`,
        nothing_to_rectify: `${p.value} has no day by which to put anything right`,
        rectified: `${p.value} was put right${on}`,
        exited: `${p.value} was taken off${on}`,
        running: `The term of ${p.value} runs until ${p.on}`,
        ended: `${p.value} was ended${on}`,
        expired: `${p.value} ran out${on}`,
        no_plate: `${p.value} has no plate number on file`,
        in_force: `${p.value} was in force on ${p.on} and keeps its plate`,
        returned: `The plate of ${p.value} came back${on}`,
      }[p.state],
      fix:
        p.state === 'running'
          ? 'Before its term is over it is taken off with --kind repaired or revoked'
          : p.state === 'in_force'
            ? 'A plate comes back once its title is revoked (chengxin title revoke) or has run out; a day that was written wrongly is corrected with honor edit'
            : p.state === 'nothing_to_rectify'
              ? 'Check the number; the order may be another sanction'
              : `Check the number; if a day or state is wrong, correct it with ${p.noun} edit`,
    }
  },
  CX1151: p => ({
    what:
      p.firstLine === undefined
        ? `${p.value} belongs to ${p.holder} already: ${p.record}`
        : `${p.value} is also on line ${p.firstLine}`,
    why: 'A number is given once and never again, also when the plate is back: papers and archives name it',
    fix: 'Check the original and correct the number of one of them',
  }),
  CX1152: p =>
    p.gap === 'pending'
      ? {
          what: `"${p.value}" comes while the order ${p.order} is neither done nor overdue`,
          fix: 'Keep it if the case is serious; otherwise wait until the order is due',
        }
      : {
          what: `"${p.value}" comes without an order left undone and without a serious offense on file`,
          why: 'It is for agencies that did not put right what they were told to, or are in serious breach',
          fix: 'Record the order or the offense first, or check the measure',
        },
  CX1153: p => ({
    what: p.value === '' ? LACK[p.lack] : `${p.value}: ${LACK[p.lack]}`,
    why: 'An entry rests on a decision in force or a verified finding',
    fix: 'Name with --source-no a penalty in force, a verified dishonest complaint or a sanction of the agency; record it first',
  }),
  CX1154: p => ({
    what: `${p.value} is on the ${p.list} list already (since ${p.on}, entry ${p.id})`,
    fix: `Take that entry off first: listing exit ${p.id}`,
  }),
  CX1155: p => ({
    what: `${p.value} is on the ${p.list} list at the same time (since ${p.on}, entry ${p.id})`,
    fix: `Look whether it has to come off: listing exit ${p.id}`,
  }),
  CX1156: p => ({
    what: `${p.value} comes on the black list without anybody responsible named`,
    why: 'The legal representative, the head and those directly responsible answer for it',
    fix: 'Add --persons',
  }),
  CX1157: p => ({
    what: `${p.value} is taken off as repaired within ${many(p.months, 'month')}`,
    why: `The ${many(p.months, 'month')}, over on ${p.earliest}, are our default`,
    fix: 'Check the day and the evidence of repair',
  }),
  CX1158: p => ({
    what:
      p.standing === 'listed'
        ? `The agency is on the black list (since ${p.on})`
        : `A restriction is in force: ${p.what} (since ${p.on})`,
    fix: 'Check whether the incentive is due',
  }),
  CX1159: p => ({
    what: `${p.value} was put right ${many(p.days, 'day')} late (due ${p.due})`,
    fix: 'It is on record as done; it still counts as overdue',
  }),
}
