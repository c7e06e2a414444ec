// Words for explanations, gaps and results of evaluations.
import type { ProblemTextsOf } from '../problem-texts.ts'
import type * as zh from '../zh-CN/explain.ts'
import { capital, howMany, many } from './count.ts'
import { said as ofSchemes } from './scheme-rules.ts'
import { value } from './terms.ts'

const NOUN: Record<string, string> = ofSchemes.subjectNoun

const RECORDS: Record<string, string> = {
  complaint: 'complaint',
  penalty: 'penalty',
  offense: 'offense',
  staff_offense: 'staff offense',
  credit_default: 'credit default',
  inspection: 'inspection',
  rectification: 'rectification',
  activity: 'activity',
  honor: 'honor',
}

/** Why a record is not counted: field and value. */
const DIFFERS: Record<string, string> = {
  'status revoked': 'was revoked by the as-of day',
  'status expired': 'had expired by the as-of day',
  'status not_yet': 'was not granted by the as-of day',
  'status under_review': 'is under review',
  'finding open': 'was not closed by the as-of day',
  'finding not_upheld': 'was not upheld',
  'finding withdrawn': 'was withdrawn',
  'finding upheld': 'was upheld',
  'finding partly_upheld': 'was upheld in part',
  'dishonest false': 'was found not to concern integrity',
  'dishonest unknown': 'was not said to concern integrity or not',
  'serious false': 'is not serious',
  'serious unknown': 'was not said to be serious or not',
  'overdue false': 'was not overdue on the as-of day',
}

export const help: typeof zh.help = {
  'evaluation check': 'List what is missing and how much it could change, largest first',
  'evaluation show': 'Show the results',
  'evaluation explain':
    'Explain one result: ratings, rules, records, near misses, and what is missing to the next grade',
  '--ratings': 'with the rating of every single rater',
  '--explain-format': 'output format; html and docx are files, named by -o',
  '--grade': 'only of this grade',
  '--status': 'only those whose total is known, or those incomplete',
  '--limit': 'at most so many',
  'evaluation explain --out': 'folder for html and docx',
}

const days = (n: number) => many(n, 'day')

const judgedBy = (mean: string) =>
  mean === '1.00' ? 'met' : mean === '0.00' ? 'not met' : `not of one mind, share that says met ${mean}`

export const said: typeof zh.said = {
  elsewhere: e =>
    `${e.count} more are registered among ${NOUN[e.kind]} with a type that the scheme knows; it takes ${NOUN[e.wanted]} only and does not evaluate them: list them with chengxin evaluation check`,
  explanation: {
    /** Titles of the rows of an explanation. */
    columns: {
      number: 'No.',
      indicator: 'Indicator',
      points: 'Points',
      score: 'Score',
      running: 'Running total',
      part: 'Part',
      outcome: 'Outcome',
      explanation: 'Explanation',
      type: 'Type',
    },
    checked: c =>
      `Evaluation ${c.id}: ${c.open === 0 ? 'nothing is missing' : `${howMany(c.subjects, c.subject)} without a known total, grade or decision (${many(c.open, 'gap')})`}` +
      (c.todo === 0 ? '' : `; ${many(c.todo, 'to-do')} without effect on the result`),
    setAside: s =>
      `${many(s.withdrawn + s.excluded, 'score sheet')} not counted: ${s.withdrawn} withdrawn, ${s.excluded} of excluded raters`,
    explainHead: (e, scheme, type) =>
      `${scheme.document} ${scheme.title}, ${type === null ? '' : `${type}, `}year ${e.year}, as of ${e.as_of}, ${value.evaluationStatus[e.status]}${e.version > 1 ? `, version ${e.version}` : ''}`,
    unranked: (n, noun) => `The rank leaves out ${howMany(n, noun)} whose total is unknown; it may change`,
    partial: reason => `Finalized although something is unknown, because: ${reason}`,
    explainTotal: t =>
      capital(
        [
          t.total === null ? null : `total ${t.total}`,
          t.grade === null
            ? null
            : t.grade.grade === null
              ? t.grade.lowest === t.grade.highest
                ? 'grade unknown'
                : `grade unknown (${t.grade.lowest} to ${t.grade.highest})`
              : `grade ${t.grade.grade}${t.grade.computed === null ? '' : ` (${t.grade.computed} by the total)`}`,
          t.decision === null ? null : `decision: ${t.decision.word ?? 'open'}`,
          t.rank === null ? null : `rank ${t.rank}`,
          t.toNext === null ? null : `${t.toNext} points below the next grade`,
          t.cushion === null ? null : `${t.cushion} points above the line of this grade`,
        ]
          .filter(part => part !== null)
          .join(', '),
      ),
    fired: f =>
      f.kind === 'veto'
        ? `Veto: ${f.id}.${f.name}, grade ${f.grade} at best (${f.clause})`
        : f.kind === 'limit'
          ? `Grade limit "${f.name}": grade ${f.grade} at best (${f.clause})`
          : `Cap: ${f.id}.${f.name}: a required condition is not met, so the review gives at most ${f.points} (${f.clause})`,
    limitOpen: l =>
      `Grade limit "${l.name}" lacks evidence: grade ${l.grade} at best if it fires (${l.clause})`,
    legend: '✓ met  ✗ not met  ? no data  – not applicable  ≈ near miss',
    limits: 'Grade limits',
    limit: grade => `grade ${grade} at best`,
    limitFires: { yes: 'fires', no: 'does not fire', open: 'open' },
    consequence: c =>
      `${c.name} (proposed, a person decides): grade ${c.grade}${c.years > 1 ? ` for ${many(c.years, 'year')} in a row` : ''}, ${c.clause}`,
    gap: g => {
      const to = g.is === 'grade' ? `grade ${g.to}` : `"${g.to}"`
      if (g.gains === null)
        return `${g.needed} points below ${to}; full points for everything that is not set by hand are not enough`
      const gains = g.gains.map(
        one =>
          `${one.name} up to ${one.gain} more (${[
            one.byRules === null ? null : `${one.byRules} lost by rules`,
            one.byRatings === null ? null : `${one.byRatings} by ratings`,
          ]
            .filter(part => part !== null)
            .join(', ')})`,
      )
      return `${g.needed} points below ${to}; ${many(gains.length, 'indicator')} at least: ${gains.join('; ')}`
    },
    condition: { met: 'fulfilled', not_met: 'not fulfilled', no_data: 'open' },
    conditions: (met, notMet, open) => `${met} fulfilled, ${notMet} not, ${open} open`,
    rating: r =>
      (r.mean === null
        ? `${r.name}: not rated`
        : `${r.name}: ${r.condition ? judgedBy(r.mean) : `mean ${r.mean}`} (${many(r.count, 'sheet')}${r.spread === null || r.condition ? '' : `, ${r.spread.low}–${r.spread.high}`})${r.counted ? `, weight ${r.weight}` : ', not counted'}`) +
      (r.setAside > 0 ? `, ${r.setAside} more withdrawn or excluded` : ''),
    judged: met => (met ? 'met' : 'not met'),
    single: s =>
      `${s.rater} ${s.points}${s.standing === 'counted' ? '' : ` (${s.standing})`}${s.note === null ? '' : `: ${s.note}`}`,
    rule: r =>
      `${r.note}${r.advisory ? ' (advisory)' : ''}: ${r.reason}` +
      (r.records.length > 0 ? ` [${r.records.join(', ')}]` : '') +
      (r.span === null ? '' : `, ${r.span}`) +
      `, ${r.clause}`,
    near: n => {
      const noun = RECORDS[n.of] ?? n.of
      const it = `The ${noun} of ${n.day}${n.record === null ? '' : ` (${n.record})`}`
      switch (n.why) {
        case 'left':
          return `${it} left the window of ${many(n.months ?? 0, 'month')} ${n.days === 0 ? 'today (the as-of day)' : `${days(n.days ?? 0)} before the as-of day`}: not counted`
        case 'later':
          return `${it} counts only ${n.days === 0 ? 'once the as-of day is over' : `${days(n.days ?? 0)} after the as-of day`}`
        case 'due':
          return `${capital(noun)} ${n.record} is open and falls due on ${n.day} (${n.days === 0 ? 'the as-of day itself' : `${days(n.days ?? 0)} after the as-of day`}): late if not closed by then`
        case 'completed':
          return `In business since ${n.record}: ${many(n.months ?? 0, 'month')} only on ${n.day}, ${days(n.days ?? 0)} short`
        case 'repeats':
          return `${it} repeats ${n.value}: not counted again`
        case 'differs':
          return `${it} ${DIFFERS[`${n.field} ${n.value}`] ?? `has ${n.field} ${n.value}`}${n.since === null ? '' : ` (${n.since}, ${days(n.days ?? 0)} earlier)`}: not counted`
      }
    },
    source: (evidence, clause) => `${evidence}, ${clause}`,
    running: total => `running ${total}`,
    capped: points => `A required condition is not met, so the review gives at most ${points}`,
    overridden: o => `Set by hand to ${o.points} (computed: ${o.computed}): ${o.reason}, ${o.document}`,
    parts: {
      indicator: 'indicator',
      rating: 'rating',
      rule: 'rule',
      near: 'near miss',
      override: 'set by hand',
    },
  },
}

export const problems: ProblemTextsOf<'CX129'> = {
  CX1290: p => ({
    what: `${p.name}: the last run gave ${p.before}, the records of now give ${p.now}`,
    why: 'Records changed since the run; what follows explains the records of now',
    fix: 'Run it again: chengxin evaluation run',
  }),
  CX1291: p => ({
    what: `${p.name}: whether the required condition ${p.indicator} is fulfilled is open${p.missing === '' ? '' : `, missing: ${p.missing}`}`,
    why: 'While a required condition is open, so is the decision',
    fix: 'Import the score sheets or the records that are missing',
  }),
  CX1292: p => ({
    what: `${p.name}: the grade limit "${p.limit}" is open (grade ${p.grade} at best if it fires), missing: ${p.missing}`,
    fix: 'Import the records that are missing',
  }),
  CX1293: p => ({
    what:
      p.type === null
        ? `${p.name} has no type and is not evaluated`
        : `${p.name} has the type "${p.type}", which the scheme does not know, and is not evaluated`,
    why: `The scheme is for: ${p.known}`,
    fix: 'Give it its type in the register of subjects; leave it if the evaluation is not about it',
  }),
  CX1294: p => ({
    what: `There is no sheet of ${p.rater} at all, which has the weight ${p.weight} in the scheme`,
    why: 'Without it the other weights are renormalized, and the results say so',
    fix: 'Import the sheets, or make sure that this kind does not rate',
  }),
  CX1295: p => ({
    what: `${p.name} has no score sheet at all; whether ${many(p.conditions, 'required condition is', 'required conditions are')} fulfilled is open`,
    fix: 'Import the score sheets that are missing',
  }),
  CX1296: p => ({
    what: `${p.name} is registered among ${NOUN[p.kind]} and is not evaluated`,
    why: `The scheme takes ${NOUN[p.wanted]}`,
    fix: `If the evaluation is about it, register it among ${NOUN[p.wanted]}, with its type: chengxin subject edit NUMBER --kind ${p.wanted}, or correct the file and import it again`,
  }),
}
