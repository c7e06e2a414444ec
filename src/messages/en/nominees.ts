// Words for decisions about nominees and papers handed in.
import type { ProblemTextsOf } from '../problem-texts.ts'
import type * as zh from '../zh-CN/nominees.ts'
import { many } from './count.ts'

const scored = ({ name, total }: { name: string; total: string | null }) =>
  total === null ? name : `${name} (${total})`

export const column: typeof zh.column = {}

export const help: typeof zh.help = {
  'nomination settle': 'Record how a tie at the line was settled, and who was chosen',
  'nomination add': 'Nominate a candidate by hand, with a reason; the check finds more than there are places',
  'nomination drop': 'Take a candidate out by hand, with a reason; the next proposal fills the place',
  '--gate-off': 'switch a gate off, for all candidates; may be repeated',
  '--gate-on': 'switch a gate on again; may be repeated',
  '--relax-share': 'waive the for-profit share in a district',
  '--keep-share': 'let the for-profit share hold again in a district',
  '--decision': 'only those decided so; may be repeated',
  '--choose': 'whom of the tied, as many as there are places; may be repeated',
  'nomination --withdraw': 'take the decision back',
}

export const said: typeof zh.said = {
  tieMethod: { rule: 'rule', vote: 'vote', lot: 'lot' },
  atLine: l =>
    `${l.district}: last in ${scored(l.in)}, first out ${scored(l.out)}${l.difference === null ? '' : l.difference === '0.00' ? ', equal in total, decided by a later key' : `, ${l.difference} points apart`}`,
  shareCosts: l =>
    `${l.district}: the for-profit rule: taking ${scored(l.in)} instead of ${scored(l.out)}${l.cost === null ? '' : ` costs ${l.cost} points`}`,
  shareEmpty: l =>
    `${l.district}: the for-profit rule keeps ${scored(l.out)} out; the place stays empty for want of for-profit agencies`,
  shareWaived: l =>
    `${l.district}: the for-profit share is waived, so ${l.nominated} are nominated; with it ${l.held < l.nominated ? 'only ' : ''}${l.held} could be`,
  waivedShare: required => `${required} (waived)`,
  gateOff: gate => `gate "${gate}" switched off`,
  shareOff: district => `for-profit share waived in ${district}`,
  tieSettled: t => `${t.district}: tie at the line settled by ${t.method} for ${t.chosen.join(', ')}`,
  tieReopened: district => `${district}: the decision on the tie is taken back`,
  stillTied: t => `${t.district}: ${many(t.open, 'place is', 'places are')} still tied`,
  openTie: t => `${t.district}: ${many(t.open, 'place is', 'places are')} tied between ${t.tied.join(', ')}`,
  checkNext: 'Next: chengxin nomination check',
  addedBy: name => `Added by hand: ${name}`,
  droppedBy: name => `Dropped by hand: ${name}`,
  droppedByObjection: d => `Dropped as objection ${d.objection} to the publicity was upheld: ${d.name}`,
  wasNotIn: name => `${name} was not nominated; dropped, it will not move up either`,
  handTaken: name => `${name}: the decision by hand is taken back`,
  nowNominated: t => `; ${t.district} has ${many(t.nominated, 'nominee')} for ${many(t.places, 'place')}`,
  overPlaces: t =>
    `Warning: ${t.district} has ${t.nominated - t.places} more than there are places; chengxin nomination check will refuse it`,
  nextIn: next => `Next: ${next.map(scored).join(', ')}; chengxin nomination propose fills the place`,
  ruling: r =>
    `Ruling: ${r.what}, because: ${r.reason} (${r.signer}, ${r.on})${r.applies ? '' : '; it no longer fits, as things have changed'}`,
  notRuled: 'Nothing was changed',
}

const signed = (p: { signer: string | null; on: string | null }) =>
  p.signer === null ? '' : ` (${p.signer}, ${p.on})`

const now = (p: { now: string | null; gates: readonly (string | null)[] }) =>
  ({
    ineligible: `does not pass: ${p.gates.map(name => name ?? 'total unknown').join(', ')}`,
    passed_over: 'ranks behind the places there are',
    tied: 'is tied at the line',
    dropped: 'would be dropped by hand',
  })[p.now ?? ''] ?? 'is not part of the evaluation'

export const problems: ProblemTextsOf<'CX134' | 'CX135'> = {
  CX1340: p =>
    ({
      on: {
        what: `The gate "${p.gate}" is not switched off`,
        fix: 'Run chengxin nomination list to see the rulings',
      },
      off: {
        what: `The gate "${p.gate}" is switched off already${signed(p)}`,
        fix: 'Switch it on again with chengxin nomination propose --gate-on',
      },
      off_in_scheme: {
        what: `The scheme does not use the gate "${p.gate}"`,
        fix: 'To use it, change the scheme file and put it on file with chengxin scheme add --replace',
      },
    })[p.state],
  CX1341: p =>
    p.lack === 'no_share'
      ? { what: `No for-profit share holds in ${p.district}`, fix: 'There is nothing to waive' }
      : {
          what: 'The scheme does not let the for-profit share be waived',
          fix: 'Nominate within the share, fewer if need be',
        },
  CX1342: p =>
    p.waived
      ? {
          what: `The for-profit share is waived in ${p.district} already${signed(p)}`,
          fix: 'Let it hold again with chengxin nomination propose --keep-share',
        }
      : { what: `The for-profit share is not waived in ${p.district}`, fix: 'It holds as it is' },
  CX1343: p => ({
    what: `By scheme ${p.scheme} all compete together, whatever their district`,
    fix: 'Leave --district out',
  }),
  CX1344: p => ({
    what: 'No district is named',
    why: 'Each district has its own places and settles its own ties',
    fix: `Name it with --district: ${p.available}`,
  }),
  CX1345: p => ({
    what: `${p.district} has no open tie${p.settled ? '; the one there was is settled' : ''}`,
    fix: p.settled
      ? 'To decide anew, take the decision back with chengxin nomination settle --withdraw'
      : 'Run chengxin nomination list to see the list',
  }),
  CX1346: p => ({
    what: `${p.candidate} is not among the tied at the line of ${p.district}`,
    fix: `Choose among the tied: ${p.tied}`,
  }),
  CX1347: p => ({
    what: `The tie in ${p.district} is about ${many(p.open, 'place')}, and ${p.chosen} ${p.chosen === 1 ? 'was' : 'were'} chosen`,
    fix: `Choose exactly ${p.open} of the tied: ${p.tied}`,
  }),
  CX1348: p => ({
    what: `Choosing ${p.chosen} in ${p.district} does not hold the for-profit share`,
    why: `At least ${p.percent}% of the nominees must be for-profit`,
    fix: 'Choose more for-profit agencies, or waive the share first with chengxin nomination propose --relax-share',
  }),
  CX1349: p => ({
    what: `${p.district} has no settled tie to take back`,
    fix: 'Run chengxin nomination list to see the rulings',
  }),
  CX1350: p => {
    const ids = p.gates.flatMap(g => (g.id === null ? [] : [g.id]))
    return {
      what: `${p.candidate} does not pass: ${p.gates.map(g => g.name ?? 'total unknown').join(', ')}`,
      fix:
        ids.length < p.gates.length
          ? 'Close the gaps first, run and finalize again'
          : `To nominate it all the same, switch the gates off with a reason: chengxin nomination propose ${ids.map(id => `--gate-off ${id}`).join(' ')} --reason TEXT`,
    }
  },
  CX1351: p => ({
    what: `${p.candidate} is nominated already${p.signer === null ? '' : `, by hand${signed(p)}`}`,
    fix: 'There is nothing to add',
  }),
  CX1352: p => ({
    what: `${p.candidate} was dropped already${signed(p)}`,
    fix: 'To undo it, use chengxin nomination drop --withdraw, or nomination add',
  }),
  CX1353: p => ({
    what: `${p.candidate} is not eligible, and not nominated anyway`,
    fix: 'Run chengxin nomination list to see why',
  }),
  CX1354: p => ({
    what: `${p.candidate} was not ${p.how === 'add' ? 'added' : 'dropped'} by hand; there is nothing to take back`,
    fix: 'Run chengxin nomination list to see the rulings',
  }),
  CX1355: p => ({
    what: `${p.candidate} belongs to no district, and places are given by district`,
    fix: 'Enter its district in the register of subjects, then run chengxin nomination propose',
  }),
  CX1356: p => ({
    what: `${p.candidate} was ${p.state === 'titled' ? 'granted the title on this evaluation' : 'published'}, and now ${now(p)}`,
    why: 'Whoever was published or granted the title does not leave the list by a new proposal',
    fix: `${p.state === 'titled' ? 'To take the title back, use chengxin title revoke first' : 'To take it off, use chengxin nomination drop with a reason'}${p.now === 'passed_over' || p.now === 'tied' ? '; to keep it, drop whoever has moved in front of it' : ''}`,
  }),
  CX1358: p => ({
    what: `An objection to the publicity of ${p.candidate} was upheld on ${p.on}, and it is off the list`,
    why: 'Whoever an objection removed does not come back on this list',
    fix: 'Fill the place with chengxin nomination propose, then publish with chengxin publicity open',
  }),
  CX1357: p => ({
    what: `The list of ${p.district} was published, all but: ${p.names}`,
    fix: 'Publish them too with chengxin publicity open',
  }),
}
