// Words for inspections and draws.
import type { ProblemTextsOf } from '../problem-texts.ts'
import type * as zh from '../zh-CN/inspections.ts'
import { many } from './count.ts'

export const column: typeof zh.column = {
  target: 'Target',
  seed: 'Seed',
  ratio: 'Ratio',
  pool: 'Pool',
  drawn: 'Drawn',
  drawn_on: 'Drawn on',
  position: 'Place',
  officers: 'Inspectors',
  to_inspect: 'To inspect',
  inspected: 'Inspected',
  inspected_rate: 'Inspected %',
  license_unknown: 'License unknown',
  item: 'Item',
  remark: 'Remark',
  what: 'What',
  amount: 'Counted',
}

export const help: typeof zh.help = {
  'inspection draw':
    'Draw agencies and pairs of inspectors at random from a published seed; anybody can repeat it',
  'inspection draws': 'List draws',
  'inspection show': 'Show a draw by its name, or one inspection by its ID with its items',
  'inspection rectify': 'Record that things were put right; give the agency, or the ID of the inspection',
  'inspection coverage': 'How many agencies were inspected in the first half of the year, by district',
  'inspection summary': 'The summary table for the bureau above; every number leads to its records',
  'form inspection': 'Inspection sheet, one per agency drawn, or a table that can be imported again',
  '--seed': 'the seed published before, such as a lottery result',
  '--ratio': 'share to draw, such as 5%; at least one in each district',
  '--inspectors': 'names of the inspectors separated by commas, at least two',
  '--exclude': 'agency=reason, stays out of the draw; repeatable',
  '--avoid': 'inspector=agency, may not inspect it; repeatable',
  '--include': 'draw also from agencies whose license is in this state, repeatable',
  '--batch': 'batch of inspections',
  'inspection coverage --missing': 'list the agencies that were not inspected',
  '--rows': 'list the records behind this item of the table',
  'inspection --year': 'year, by default this one',
}

export const said: typeof zh.said = {
  drawHead: d => `Draw ${d.name} of ${d.drawn_on}, seed ${d.seed}, ratio ${d.ratio}`,
  drawInspectors: names => `Inspectors: ${names}`,
  drawDistrict: d => `${d.district}: ${d.drawn} of ${d.pool} drawn`,
  drawLot: l => `  ${l.position}  ${l.name}  ${l.code}  ${l.officers}  ${l.lot}  ${l.seen}`,
  drawSeen: (on, failed) =>
    on === null
      ? 'not inspected'
      : `inspected on ${on}, ${failed === null ? 'no items filled in' : `${failed} failed`}`,
  drawProgress: p => `${p.drawn} drawn, ${p.inspected} inspected, ${p.failed} of them with failed items`,
  drawExcluded: e => `Not in the draw: ${e.name} (${e.reason})`,
  drawAvoided: a => `${a.officer} may not inspect ${a.name}`,
  drawRule:
    'To repeat it: take sha256(seed|code) of every agency, its code being the USCC, else the license number, else its ID; ' +
    'in each district the lowest come first, and the ratio of the pool, rounded up, is drawn. Those drawn get their ' +
    'inspectors in the order of the same digests: of those who may inspect it the two with the fewest agencies so ' +
    'far, among equals the lowest sha256(seed|code|name)',
  drawStored: (drawn, pool) => `${drawn} of ${many(pool, 'agency', 'agencies')} drawn and kept`,
  drawDry: (drawn, pool) =>
    `${drawn} of ${many(pool, 'agency', 'agencies')} would be drawn; nothing was written`,
  everywhere: 'All',
  notDrawn: 'Nothing was drawn',
  rectified: (label, on, late) =>
    `Put right on ${on}: ${label}${late > 0 ? `, ${many(late, 'day')} late` : ''}`,
  notRectified: 'Nothing was changed',
  itemBreach: breach => `, punished by ${breach}`,
  inspectedHead: s => `${s.title} (${s.clause}), ${s.from} to ${s.to}`,
  summaryPart: name => `  of which ${name}`,
  gap: {
    no_inspection: 'No inspection on file for this time',
    no_target: 'No inspection of such a target on file',
    item_blank: 'No inspection filled in the item it depends on',
    field_blank: 'No inspection filled this in',
    not_by_batch: 'Penalties belong to no batch of inspections; ask by year',
  },
  unclearRecords: n => `${many(n, 'more record')} may belong here but ${n === 1 ? 'does' : 'do'} not say so`,
  unclear: 'unclear',
  summaryTable: { inspection: 'inspection', penalty: 'penalty' },
  coverageDays: d =>
    `Inspections from ${d.from} to ${d.to} (${d.clause}); to inspect: licensed agencies and public bodies without a license on ${d.on}`,
}

export const problems: ProblemTextsOf<'CX111'> = {
  CX1110: p => ({
    what: `The list of inspectors names ${p.names} more than once`,
    why: 'A pair drawn from it could be one person',
    fix: 'Name everybody once; tell two people of one name apart by their office',
  }),
  CX1111: p => ({
    what: `The number of inspectors is ${p.count}, but a pair needs ${p.needed}`,
    fix: 'Add inspectors to the list',
  }),
  CX1112: p => ({
    what: `"${p.value}" is no ratio to draw by`,
    fix: 'It must be above 0 and at most 100%, written 5% or 0.05',
  }),
  CX1113: p =>
    p.on === null
      ? {
          what: `A draw cannot be called "${p.name}"`,
          why: 'Digits alone are taken for the ID of an inspection',
          fix: 'Add a word, such as spring2013',
        }
      : {
          what: `"${p.name}" was drawn on ${p.on} already`,
          why: 'What was drawn does not change',
          fix: 'Take another name; see the draw with inspection show',
        },
  CX1114: p => ({
    what: `There is no agency to draw from${p.district === null ? '' : ` in ${p.district}`}`,
    fix:
      p.excluded > 0
        ? `${many(p.excluded, 'agency stays', 'agencies stay')} out: check --exclude and the licenses, or add --include`
        : 'Import the roster first',
  }),
  CX1115: p => ({
    what: `There are no two inspectors for ${p.agency}: ${p.left === '' ? 'all must avoid it' : `only ${p.left} is left`}`,
    fix: 'Add inspectors, or leave the agency out with --exclude and a reason',
  }),
  CX1116: p => ({
    what: `"${p.value}" in ${p.option} is not part of this draw`,
    fix: `The draw is of: ${p.among}`,
  }),
  CX1117: p => ({
    what: `The target is of the kind ${p.kind}, but ${p.header} says "${p.value}"`,
    fix: 'Name an agency on the roster by its name or code only; name anybody else as the target only',
  }),
  CX1118: p =>
    p.on === null
      ? {
          what: `${p.label} has no inspection with anything to put right`,
          fix: 'Only an inspection with a due day can be recorded as put right',
        }
      : {
          what: `${p.label} was put right on ${p.on} already`,
          fix: 'If the day is wrong, correct it with inspection edit',
        },
  CX1119: p => ({
    what: `Of ${many(p.of, 'agency', 'agencies')} to inspect by ${p.due}, ${p.left} ${p.left === 1 ? 'has' : 'have'} no inspection on file`,
    fix: `List them with inspection coverage --missing; import what was inspected by ${p.due}; an inspection made later does not count for the first half of the year`,
  }),
}

export const problemsOfDraws: ProblemTextsOf<'CX117'> = {
  CX1170: p => ({
    what: `${p.agency} was not drawn in "${p.batch}"`,
    fix: 'Check batch and agency; give an inspection that was not drawn another batch',
  }),
  CX1171: p => ({
    what: `The inspectors are ${p.given}, but "${p.batch}" drew ${p.drawn}`,
    fix: 'If that is a slip, correct it with inspection edit; if others went, say why in the findings',
  }),
  CX1172: p => ({
    what: `The inspectors name ${p.names} more than once, so that there ${p.count === 1 ? 'is' : 'are'} only ${p.count}`,
    fix: 'Check the inspection record and name the other inspector; tell two people of one name apart by their office',
  }),
  CX1173: p => ({
    what: `The target "${p.value}" bears the name of an agency on the roster (${p.code})`,
    why: 'Named as a target, it is not counted as an inspection of that agency',
    fix: 'If it is that agency, give it as the agency with the kind of target for agencies; if not, leave it',
  }),
}
