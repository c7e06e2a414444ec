// What a package says, held against the scheme by which the district evaluated: what the scheme knows nothing of, more
// points than it gives, another grade or rank than it draws from the totals.
import { decimalText } from '../exact.ts'
import type { Indicator, Scheme } from '../scheme/scheme.ts'
import { gradeOf } from '../score/grade.ts'
import { rankedBy } from '../score/rank.ts'
import { indicatorsFor } from '../score/score.ts'
import { highestRating } from '../score/sheet-columns.ts'
import type { PackageContent } from './package.ts'
import { amiss, type PartFault, type Wanted } from './shape.ts'

const RESULTS = 'data/results.json'
const NOMINATION = 'data/nomination.json'
const SHEETS = 'data/sheets.json'
const OVERRIDES = 'data/overrides.json'

export function schemeFaults(content: PackageContent, scheme: Scheme): PartFault[] {
  const asked = new Map(indicatorsFor(scheme, null).map(i => [String(i.number), i]))
  return [
    ...resultFaults(content, scheme, asked),
    ...candidateFaults(content, scheme),
    ...gateFaults(content, scheme),
    ...sheetFaults(content, scheme, asked),
    ...content.overrides.flatMap(({ indicator, points }, i) => {
      const found = asked.get(String(indicator))
      if (found === undefined) return [amiss(OVERRIDES, `[${i}].indicator`, 'indicator')]
      return points > found.points ? [amiss(OVERRIDES, `[${i}].points`, upTo(found.points * 1e4))] : []
    }),
  ]
}

type Result = PackageContent['results'][number]

function resultFaults(
  { results }: PackageContent,
  scheme: Scheme,
  asked: ReadonlyMap<string, Indicator>,
): PartFault[] {
  const all = rankedBy(scheme) === 'all'
  return [
    ...results.flatMap((result, i): PartFault[] => {
      const { scores, total, rank } = result
      if (scores.size !== asked.size || [...scores.keys()].some(number => !asked.has(number)))
        return [amiss(RESULTS, `[${i}].scores`, 'indicators')]
      const over = [...scores].filter(
        ([number, score]) => Math.max(...[score].flat()) > asked.get(number)!.points,
      )
      if (over.length > 0) {
        return over.map(([number]) =>
          amiss(RESULTS, `[${i}].scores.${number}`, upTo(asked.get(number)!.points * 1e4)),
        )
      }
      return [
        ...gradeFaults(result, scheme).map(field => amiss(RESULTS, `[${i}].${field}`, 'band')),
        ...(all && (total === null) !== (rank === null) ? [amiss(RESULTS, `[${i}].rank`, 'rank')] : []),
      ]
    }),
    ...astray(results, true).map(i => amiss(RESULTS, `[${i}].rank`, 'rank')),
  ]
}

/** Vetoes and limits only lower a grade; without them it is that of the band. */
function gradeFaults({ total, computed_grade, grade }: Result, scheme: Scheme): string[] {
  const { vetoes, grade_limits, decision } = scheme
  const bands = scheme.grades.bands.map(band => band.grade)
  if (bands.length === 0) {
    const words: unknown[] = [null, decision?.passed, decision?.failed]
    return [
      ...(words.includes(computed_grade) ? [] : ['computed_grade']),
      ...(grade === computed_grade ? [] : ['grade']),
    ]
  }
  const computed = total === null ? null : gradeOf(scheme, total)
  const held = vetoes.indicators.length > 0 || grade_limits.some(limit => limit.on)
  const lower = computed === null ? [null] : [null, ...bands.slice(bands.indexOf(computed))]
  return [
    ...(computed_grade === computed ? [] : ['computed_grade']),
    ...((held ? lower.includes(grade) : grade === computed) ? [] : ['grade']),
  ]
}

function candidateFaults({ nomination: { candidates } }: PackageContent, scheme: Scheme): PartFault[] {
  const [first] = scheme.nomination?.ranking ?? []
  if (first?.key !== 'total') return []
  return [
    ...candidates.flatMap(({ decision, total }, i) =>
      decision === 'nominated' && total === null
        ? [amiss(NOMINATION, `candidates[${i}].total`, 'total')]
        : [],
    ),
    // Other keys tell equal totals apart.
    ...astray(candidates, false).map(i => amiss(NOMINATION, `candidates[${i}].rank`, 'rank')),
  ]
}

function gateFaults({ nomination: { rulings } }: PackageContent, { nomination }: Scheme): PartFault[] {
  const gates = (nomination?.gates ?? []).map(gate => gate.id)
  return rulings.flatMap(({ gate }, i) =>
    gate === null || gates.includes(gate)
      ? []
      : [amiss(NOMINATION, `rulings[${i}].gate`, gates.join('|') as Wanted)],
  )
}

function sheetFaults(
  { sheets }: PackageContent,
  { raters }: Scheme,
  asked: ReadonlyMap<string, Indicator>,
): PartFault[] {
  const kinds = raters.map(rater => rater.kind)
  return sheets.flatMap(({ rater_kind, ratings }, i) => [
    ...(kinds.includes(rater_kind) ? [] : [amiss(SHEETS, `[${i}].rater_kind`, kinds.join('|') as Wanted)]),
    ...[...ratings].flatMap(([number, rating]): PartFault[] => {
      const path = `[${i}].ratings.${number}`
      const found = asked.get(number)
      if (found === undefined) return [amiss(SHEETS, path, 'indicator')]
      const most = highestRating(found)
      return rating > most ? [amiss(SHEETS, path, upTo(most))] : []
    }),
  ])
}

/**
 * The places of those whose rank stands against their total. Whoever has less comes after, and after as many as have
 * more; others who are ranked need not be told here. `shared`: equal totals share a rank.
 */
function astray(all: readonly { total: number | null; rank: number | null }[], shared: boolean): number[] {
  const ranked = all.flatMap(({ total, rank }, i) =>
    total === null || rank === null ? [] : [{ i, total, rank }],
  )
  ranked.sort((a, b) => b.total - a.total || a.rank - b.rank)
  const found: number[] = []
  let first = ranked[0]
  let least = 1
  let last = 0
  for (const [ahead, own] of ranked.entries()) {
    if (own.total !== first!.total) [least, first] = [Math.max(ahead, last) + 1, own]
    if (own.rank < least || (shared && own.rank !== first!.rank)) found.push(own.i)
    last = Math.max(last, own.rank)
  }
  return found.sort((a, b) => a - b)
}

/** Millionths of a point. */
function upTo(most: number): Wanted {
  return `0..${decimalText(most)}`
}
