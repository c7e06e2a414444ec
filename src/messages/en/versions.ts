// Words for versions of evaluations: finalizing, reopening, replaying; for comparing, supposing and robustness.
import type { ProblemTextsOf } from '../problem-texts.ts'
import type * as zh from '../zh-CN/versions.ts'
import { howMany, many } from './count.ts'
import { value } from './terms.ts'

const PARTS = { scheme: 'scheme', basis: 'materials', result: 'results' }
const OUTCOMES: Record<string, string> = value.outcome

/** 1000 is written 1,000. */
const grouped = (n: number) => String(n).replace(/\B(?=(\d{3})+$)/g, ',')
const times = (n: number) => `${grouped(n)} ${n === 1 ? 'time' : 'times'}`
const from = (a: string | null, b: string | null) => `${a ?? 'none'} → ${b ?? 'none'}`
const moved: typeof zh.said.supposedMoved = c =>
  `${howMany(c.subjects, c.subject)} evaluated, ${c.moved} moved${c.rankOnly > 0 ? `; of ${c.rankOnly} more only the rank followed${c.all ? '' : ' (--all lists them)'}` : ''}`

export const column: typeof zh.column = {
  version: 'Version',
  total_before: 'Total before',
  total_after: 'Total after',
  change: 'Change',
  grade_before: 'Grade before',
  grade_after: 'Grade after',
  rank_before: 'Rank before',
  rank_after: 'Rank after',
  nomination_before: 'Nomination before',
  nomination_after: 'Nomination after',
  causes: 'Causes',
  passed_over: 'Passed over',
  swapped: 'Swapped',
  equal: 'Equal',
}

export const help: typeof zh.help = {
  'evaluation reopen':
    'Open a finalized evaluation again: that version stays with its materials, scheme and results, and a new one begins',
  'evaluation replay':
    'Compute again from the sealed materials and scheme, and compare with the sealed result to the byte',
  'evaluation compare':
    'Compare two evaluations or versions: who moved, and by which records, ratings or changes of the scheme',
  'evaluation what-if': 'What if a record were left out, a weight or the as-of date another; never saved',
  'evaluation robustness':
    'How often the pair at the cut line of each district changes places when weights and ratings vary a little',
  '--allow-partial': 'finalize although something is unknown; needs --reason',
  'compare --all': 'list those who did not move as well',
  '--without': 'leave this record out, named as explain names it; may be repeated',
  '--weight': 'rater kind=weight, such as self=50; may be repeated',
  '--points': 'indicator=points, such as 3=6; ratings keep their share; may be repeated',
  '--cap': 'cap on the review score where a hard rule is not met, in percent of the points',
  'what-if --as-of': 'another as-of date',
  'robustness --seed': 'seed; the same seed gives the same result; by default 1',
  '--runs': 'how many variations, by default 1000',
}

export const said: typeof zh.said = {
  finalized: s =>
    `Finalized evaluation ${s.evaluation.id}: ${howMany(s.agencies, s.subject)}; scheme, data and results are sealed`,
  finalizedIncomplete: s =>
    `Warning: ${howMany(s.incomplete, s.subject)} without all ratings or evidence; with the total or decision unknown, finalized as "incomplete"${s.nominates ? ', not to be nominated' : ''}`,
  reasonUnused:
    'Nothing is unknown: --allow-partial and --reason are not needed, and the reason is not recorded',
  partial: reason => `Finalized although something is unknown, because: ${reason}`,
  superseded: e =>
    `This is version ${e.version}, which was opened again (${e.reason}); the new version holds`,
  reopenedNote: reason => `opened again: ${reason}`,
  reopenedStatus: 'opened again',
  evaluationReopened: e =>
    `Evaluation ${e.id} is open again: version ${e.kept} stays as it is (--evaluation ${e.id}@${e.kept}); version ${e.version} is to be run and finalized`,
  candidatesOutdated: n =>
    `The nomination list (${many(n, 'candidate')}) rests on the earlier version and is to be proposed again once the new one is finalized`,
  replayed: r =>
    `Evaluation ${r.id}, version ${r.version}: ${many(r.agencies, 'result')} computed again from ${r.finalized ? 'the sealed materials and scheme' : 'the records and scheme on file (not finalized: compared with the last run)'}, compared ${r.bytes ? 'to the byte' : 'by total, grade, rank and scores (the explanations of early versions are not written any more)'}`,
  replaySame: 'Everything matches',
  replayDiffers: n => `${many(n, 'thing does', 'things do')} not match`,
  digest: d => `  ${PARTS[d.part]} ${d.found.slice(0, 16)} ${d.same ? 'matches' : 'does not match'}`,
  compared: c => `${c.before} and ${c.after}: ${moved(c)}`,
  supposed: c =>
    `Supposed only, nothing is saved: ${c.evaluation}, as of ${c.asOf}${c.without.map(w => `, without ${w.ref} of ${w.name}`).join('')}${c.given.map(g => `, ${g}`).join('')}`,
  supposedMoved: moved,
  gains: names => `Would gain a nomination: ${names.length === 0 ? 'nobody' : names.join(', ')}`,
  loses: names => `Would lose a nomination: ${names.length === 0 ? 'nobody' : names.join(', ')}`,
  movedIndicator: i => `${i.number} ${i.name} ${from(i.before, i.after)}: ${i.causes.join(', ')}`,
  cause: {
    rule: c =>
      `${c.rule} ${from(c.before && OUTCOMES[c.before]!, c.after && OUTCOMES[c.after]!)}` +
      `${c.gone.length > 0 ? `, by ${c.gone.join(', ')} before` : ''}${c.come.length > 0 ? `, by ${c.come.join(', ')} now` : ''}`,
    ratings: c => `mean of ${c.rater} ${from(c.before, c.after)}`,
    weight: c => `weight of ${c.rater} ${from(c.before, c.after)}`,
    points: c => `points ${from(c.before, c.after)}`,
    cap: c => `cap ${from(c.before, c.after)}`,
    override: c => `set by hand ${from(c.before, c.after)}`,
    scheme: 'the scheme asks otherwise',
    vetoes: c =>
      `vetoes or limits${c.come.length > 0 ? `, now ${c.come.join(', ')}` : ''}${c.gone.length > 0 ? `, before ${c.gone.join(', ')}` : ''}`,
    more: n => `and ${n} more (--json has all)`,
    rank: 'others moved',
  },
  varied: v =>
    `Seed ${v.seed}, ${times(v.runs)}: each weight of a rater kind varied within ±${v.weights}%, each rating within ±${v.ratings}% of the points and between 0 and the points (ranges of our own)`,
  firmness: p =>
    `${p.district}: in ${grouped(p.runs)} ${p.runs === 1 ? 'variation' : 'variations'} ${p.passedOver} (${p.passedOverTotal}) came before ${p.nominated} (${p.nominatedTotal}) ${times(p.swapped)}${p.equal > 0 ? ` and was equal ${times(p.equal)}` : ''}`,
  tiedAtLine: district =>
    `${district}: a tie at the cut line is still to be settled; nobody is before anybody`,
  noPairs: 'There is no pair to compare at the cut line of any district',
}

export const problems: ProblemTextsOf<'CX127'> = {
  CX1270: p => ({
    what:
      `Of ${howMany(p.agencies, p.subject)} in evaluation ${p.id}, ${p.incomplete} ${p.incomplete === 1 ? 'is' : 'are'} not decided (${many(p.gaps, 'gap')})` +
      (p.largest.length === 0
        ? ''
        : `; the largest: ${p.largest.map(g => `${g.agency}${g.indicator === null ? '' : ` indicator ${g.indicator}`}${g.points === '0.00' ? '' : ` ${g.points} points`}`).join(', ')}`),
    why: 'A total, grade or decision that is unknown when it is finalized stays unknown',
    fix: `See all gaps with chengxin evaluation check --evaluation ${p.id} and close them; to finalize as it is, add --allow-partial --reason TEXT`,
  }),
  CX1271: p => ({
    what: `Evaluation ${p.id} has no version ${p.version}`,
    fix: `The newest is ${p.latest}; see chengxin evaluation list`,
  }),
  CX1272: p => ({
    what: `Version ${p.version} of evaluation ${p.id} was opened again (${p.reason})`,
    why: 'Nominations and reopening rest on the current version only',
    fix: `Leave the version out: --evaluation ${p.id}`,
  }),
  CX1273: p => ({
    what: `Evaluation ${p.id} is not finalized, so there is nothing to open again`,
    fix: 'Correct the records or ratings and run chengxin evaluation run',
  }),
  CX1274: p => ({
    what: `The digest of the ${PARTS[p.part]} differs: sealed is ${p.kept}, computed again ${p.found}`,
    why: 'What the database holds was changed after it was sealed, or it is computed otherwise',
    fix: 'Check with chengxin log verify and compare with a backup',
  }),
  CX1275: p => ({
    what: `${p.agency}: sealed is ${p.kept ?? 'no result'}, computed again ${p.found ?? 'no result'}`,
    fix: 'See how it is computed with chengxin evaluation explain, and compare with a backup',
  }),
  CX1276: p => ({
    what: `${p.a} and ${p.b} evaluate different kinds of subjects`,
    fix: 'Compare two evaluations of the same kind of subjects',
  }),
  CX1277: () => ({
    what: 'Nothing is supposed',
    fix: 'Give at least one of --without, --weight, --points, --cap and --as-of',
  }),
  CX1278: p => ({
    what: `No record "${p.value}" is among what was evaluated`,
    fix: `Name it as chengxin evaluation explain does${p.nearest === '' ? '' : ` (closest: ${p.nearest})`}`,
  }),
  CX1279: p => ({
    what: `${p.count} have a record "${p.value}": ${p.agencies}${p.count > 3 ? ' and others' : ''}`,
    fix: 'Say whose it is: chengxin evaluation what-if CODE --without RECORD',
  }),
}
