// Words for allotting places.
import type { ProblemTextsOf } from '../problem-texts.ts'
import type * as zh from '../zh-CN/places.ts'
import { many } from './count.ts'
import { near } from './near.ts'
import { value } from './terms.ts'

const listed = (names: readonly string[]) =>
  `${names.slice(0, 10).join(', ')}${names.length > 10 ? ` and ${names.length - 10} more` : ''}`
const moved = (all: readonly { unit: string; by: number }[], sign: string) =>
  listed(all.map(one => `${one.unit} ${sign}${one.by}`))
const METHODS: Record<string, string> = value.quotaMethod

export const column: typeof zh.column = {
  allotted_unit: 'Unit',
  weight_given: 'Weight',
  exact_quota: 'Exact quota',
  min_seats: 'Least',
  max_seats: 'Most',
  used: 'Used',
  left: 'Left',
  place: 'Place',
  got_by: 'Got by',
  claim: 'Claim',
  claim_formula: 'Worked out',
  next_unit: 'Next in line',
  next_claim: 'With claim',
  available: 'Available',
  for_profit_share: 'For-profit %',
  waived: 'Waived',
}

export const help: typeof zh.help = {
  'quota allocate': 'Compute how places are split and tell every place; --adopt takes the result over',
  'quota explain': 'What the places of a unit rest on, and how much it lacks for one more',
  'quota compare': 'Methods side by side and against the official table, with their paradoxes',
  'quota report': 'How places are used: given, used, nominated, left, for-profit share',
  'quota --input':
    'table of the units: unit, weight (or population); code, min, max, used, official where there are any',
  '--seats': 'total of places; as the scheme says by default',
  'quota --ratio': 'total as a share of all weights, such as 5%, rounded down',
  '--min': 'least places of a unit, where the table says nothing',
  '--max': 'most places of a unit, where the table says nothing',
  '--factor': 'column=number, such as population=7, repeatable; each counts by its shares',
  'quota --method': 'method; by default largest-remainder with a table, and without one the official places',
  'quota compare --method': 'only these methods; all by default',
  '--steps': 'list how every place was got',
  '--adopt': 'take the result over as the places of the scheme; logged',
  '--settle': 'who of the tied gets the open place; needs --reason, repeatable',
  'quota import --reason': 'why these and not the official places; kept with them',
  'quota allocate --reason': 'why these and not the official places, or how a tie was settled',
  '--range': 'how many totals to look at on each side; 1 by default',
}

export const said: typeof zh.said = {
  quotaAllotted: a =>
    `${a.method}: ${many(a.total, 'place')} given${a.total === a.seats ? '' : ` of ${a.seats}, the others are open`}`,
  quotaByRatio: seats => `The ratio comes to ${many(seats, 'place')}, rounded down (our default)`,
  quotaAdopted: scheme => `Adopted as the places of ${scheme}`,
  quotaUnchanged: 'The same as adopted before; nothing was changed',
  quotaNotAdopted: 'Not adopted',
  quotaDeparts: d => `Departs from the document: ${d.unit} ${d.official} there, ${d.seats} here`,
  quotaDeparted: d =>
    `Departs from the document: ${d.units.map(u => `${u.unit} ${u.official}→${u.seats}`).join(', ')}; ${d.source}, ${d.reason === null ? 'no reason was given' : `reason: ${d.reason}`}`,
  noReason: 'not given',
  quotaSource: {
    document: clause => `the document${clause === null ? '' : ` (${clause})`}`,
    import: s => `imported with batch ${s.batch} (${s.file})`,
    allotment: s => `the allotment adopted on ${s.on}, ${s.method}`,
  },
  quotaOfDocument: (official, clause) => `${official}${clause === null ? '' : ` (${clause})`}`,
  quotaOther: 'not the official table',
  quotaChanged: all =>
    `Against the places in force: ${all.length === 0 ? 'no change' : all.map(c => `${c.unit} ${c.before}→${c.after}`).join(', ')}`,
  quotaSettled: units => `Tie settled in favor of ${units.join(', ')}`,
  quotaBy: a => `Adopted on ${a.on}: ${a.method}${a.reason === null ? '' : `; reason: ${a.reason}`}`,
  quotaStep: s =>
    `place ${s.span}: ${s.by}${s.claim === null ? '' : `, ${s.claim}${/[×/]/.test(s.claim) ? ` = ${s.decimal}` : ''}`}${s.next === null ? '' : `; next in line ${s.next} with ${s.next_decimal}`}`,
  quotaExplained: e => `${e.unit}: ${many(e.seats, 'place')} (${e.method})`,
  quotaTied: t => `Tied with claim ${t.decimal}: ${listed(t.units)}; for ${many(t.open, 'place')}`,
  quotaNextClaim: c =>
    `Claim to one more place: ${c.claim} = ${c.decimal}${c.last === null ? '' : `; the last place went to ${c.last.unit} with ${c.last.decimal}${c.short === null ? '' : `; short by ${c.short}`}`}`,
  quotaAtLimit: max => `At its limit of ${max}`,
  methodTied: t =>
    `${t.method}: ${listed(t.units)} tie with claim ${t.decimal}; ${many(t.open, 'place')} open`,
  methodMoved: m =>
    `${m.method} against the official table: ${[moved(m.gains, '+'), moved(m.losses, '-'), ...(m.open.length === 0 ? [] : [`${listed(m.open)} open`])].filter(t => t !== '').join('; ')}`,
  methodViolates: v =>
    `${v.method} leaves the quota rule: ${listed(v.violations.map(one => `${one.unit} ${one.seats} (${one.lower}–${one.upper})`))}`,
  quotaNote: note => {
    switch (note.is) {
      case 'over':
        return `${note.by} over the places`
      case 'tied':
        return `${note.tied} tie for ${note.open}`
      case 'left':
        return `${note.by} left${note.short ? ', too few for-profit agencies' : ''}`
      case 'share':
        return `${note.by} for-profit too few`
      case 'waived':
        return `For-profit share waived${note.by === 0 ? '' : `, ${note.by} too few`}: ${note.reason} (${note.signer}, ${note.ruled_on})`
      case 'city':
        return 'Chosen by the city bureau'
    }
  },
}

const CONSTRAINTS = {
  floors: (p: { needed: number; available: number }) =>
    `the units have at least (or used) ${p.needed} together, and there are ${many(p.available, 'place')}`,
  caps: (p: { needed: number; available: number }) =>
    `there are ${many(p.needed, 'place')}, and the units may have ${p.available} together at most`,
  weights: (p: { needed: number; available: number }) =>
    `there are ${many(p.needed, 'place')}, and nobody has a weight above zero; floors give ${p.available}`,
}

export const problems: ProblemTextsOf<'CX130' | 'CX131' | 'CX133'> = {
  CX1300: p => ({
    what: `${p.unit}: ${p.used ? 'used' : 'at least'} ${p.lower}, more than ${p.upper} at most`,
    fix: 'Correct one of them',
  }),
  CX1301: p => ({ what: `The same unit as in line ${p.firstLine}: ${p.value}`, fix: 'Keep one row' }),
  CX1302: p => ({
    what: `The total says ${p.stated}; the rows add up to ${p.sum}`,
    fix: 'Check the rows and try again',
  }),
  CX1303: p => ({
    what: `"${p.factor}" is 0 for every unit, so there are no shares of it`,
    fix: 'Fill in the column, or leave out this --factor',
  }),
  CX1304: p => ({
    what: `Cannot be split: ${CONSTRAINTS[p.constraint](p)}; off by ${p.by}`,
    why: `Units concerned: ${listed(p.units)}`,
    fix:
      p.constraint === 'floors'
        ? 'Lower the floors or raise the total'
        : p.constraint === 'caps'
          ? 'Raise the caps or lower the total'
          : 'Fill in the weights, or state floors',
  }),
  CX1305: p => ({
    what: `${listed(p.units)} have the same claim (${p.decimal}); ${many(p.open, 'place')} open`,
    why: 'Exactly equal claims are not settled by the order of the rows',
    fix: 'Decide, then adopt with --adopt --settle UNIT --reason TEXT',
  }),
  CX1306: p => ({
    what: `${p.unit} has used ${p.used}; otherwise it would get ${p.seats}`,
    fix: 'What is used is not taken back, so others get fewer; change total or method if that is not meant',
  }),
  CX1307: p => ({
    what: `${METHODS[p.method]}: with the total going from ${p.from} to ${p.to}, ${p.unit} goes down from ${p.before} to ${p.after}`,
    why: 'Largest remainders can take a place from a unit when the total grows (Alabama paradox)',
    fix: 'Tell the unit before adopting, or use a divisor method',
  }),
  CX1308: p => ({
    what: `The places of the table add up to ${p.sum}; the total is ${p.seats}`,
    fix: 'Correct the table or --seats',
  }),
  CX1309: p => ({
    what:
      p.has === 'places'
        ? `${p.file} has places, but neither weights nor population`
        : `${p.file} has weights such as population, but no places`,
    fix:
      p.has === 'weights'
        ? `Compute the places first: chengxin quota allocate --input ${p.file}, with --adopt once they are settled`
        : 'Given places are imported by chengxin quota import; --method fixed takes them as they are; add --factor official=1 to compute in their ratio',
  }),
  CX1310: p => ({
    what: `Places of scheme ${p.scheme} are not split among jurisdictions`,
    fix: 'Name another scheme, or only compute with --input and --seats',
  }),
  CX1311: p => ({
    what: `The table lacks, of scheme ${p.scheme}: ${listed(p.missing)}`,
    fix: 'Add the rows, with weight 0 for who takes no part',
  }),
  CX1312: p => ({
    what:
      `Departs from the official places of scheme ${p.scheme}: ` +
      [
        ...(p.total === null ? [] : [`total ${p.total.official}→${p.total.seats}`]),
        ...(p.units.length === 0 ? [] : [listed(p.units.map(u => `${u.unit} ${u.official}→${u.seats}`))]),
      ].join('; '),
    why: 'The document gives them; they are not changed without a reason',
    fix: 'Add --reason with what it rests on, or keep to the document',
  }),
  CX1313: p => ({
    what: `${listed(p.units)} tie for ${many(p.open, 'place')}; ${p.settled} named`,
    why: 'A person settles a tie',
    fix: `Name ${p.open} of them with --settle, and give a --reason`,
  }),
  CX1314: p => ({
    what: `"${p.value}" is not among the tied`,
    fix: p.units.length === 0 ? 'There is no tie; leave out --settle' : `Tied are: ${listed(p.units)}`,
  }),
  CX1315: () => ({
    what: 'A tie is settled without a reason',
    fix: 'Add --reason: who decided, and how',
  }),
  CX1316: p => ({
    what: `No allotment was adopted for scheme ${p.scheme}`,
    fix: 'Run chengxin quota allocate --adopt first, or have one computed with --input, --seats and --method',
  }),
  CX1317: p => ({
    what: `No unit "${p.value}"`,
    fix: `Use a name or code of the table${near(p.nearest)}`,
  }),
  CX1318: p => ({
    what: `The database lacks jurisdictions of scheme ${p.scheme}: ${listed(p.names)}`,
    fix: 'Make a database of that scheme with chengxin init --scheme and adopt there',
  }),
  CX1319: p => ({
    what: `Nothing to compute from: scheme ${p.scheme} has no weights of its units`,
    fix: 'Give a table of units and weights (or population) with --input; to compute in the ratio of the official places, give their table and --factor official=1',
  }),
  CX1330: p => ({
    what: `${p.unit}: ${p.nominated} nominated, and ${many(p.available, 'place')} now`,
    fix: 'The list was not changed; decide who leaves it with chengxin nomination drop, or run chengxin nomination propose again',
  }),
}
