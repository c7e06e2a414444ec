// What becomes of a package's score sheets, points set by hand and rulings, where the city has the same evaluation open:
// with them it computes the totals that the district computed.
import { decimalText, pointsText } from '../../domain/exact.ts'
import { writtenAs } from '../../domain/imports/written.ts'
import { type Ruling, settlingColumns } from '../../domain/nomination/ruling.ts'
import type { AgencyKey } from '../../domain/roster/match.ts'
import type { Scheme } from '../../domain/scheme/scheme.ts'
import type { Override } from '../../domain/score/dossier.ts'
import { ratingHeader } from '../../domain/score/sheet-columns.ts'
import type { Conflict, Differences, MergeStep, Side, Tally } from '../../domain/submission/merging.ts'
import type { PackageContent, PackedSheet } from '../../domain/submission/package.ts'
import type { Evaluation } from '../../store/evaluation.ts'
import { listOverrides } from '../../store/override.ts'
import { listRulings } from '../../store/ruling.ts'
import { type StoredSheet, sheetsOf } from '../../store/sheet.ts'
import { count, type Laying, named } from './plan-registers.ts'

export interface EvaluationPlan {
  steps: MergeStep[]
  tallies: { sheets: Tally; overrides: Tally; rulings: Tally }
}

const none = (): Tally => ({ added: 0, changed: 0, unchanged: 0 })

export function planEvaluation(
  laying: Laying,
  content: PackageContent,
  keys: readonly AgencyKey[],
  { evaluation, scheme }: { evaluation: Evaluation; scheme: Scheme },
): EvaluationPlan {
  const plan: EvaluationPlan = {
    steps: [],
    tallies: { sheets: none(), overrides: none(), rulings: none() },
  }
  planSheets(laying, plan, content, keys, { evaluation, scheme })
  planOverrides(laying, plan, content, keys, { evaluation, scheme })
  planRulings(laying, plan, content, keys, evaluation)
  return plan
}

function planSheets(
  laying: Laying,
  plan: EvaluationPlan,
  { sheets }: PackageContent,
  keys: readonly AgencyKey[],
  { evaluation, scheme }: { evaluation: Evaluation; scheme: Scheme },
): void {
  const ids = keys.map(k => k.id).filter(id => id > 0)
  const here = new Map(
    sheetsOf(laying.reader, evaluation.id, 'agency', ids).map(s => [keyOf(s.agency_id!, s), s]),
  )
  for (const sheet of sheets) {
    const key = keyOf(keys[sheet.agency]!.id, sheet)
    const own = here.get(key)
    here.delete(key)
    if (own) laySheet(laying, plan, keys[sheet.agency]!, sheet, own, scheme)
    else {
      plan.steps.push({ do: 'add_sheet', agency: sheet.agency, sheet })
      count(plan.tallies.sheets, 'add')
    }
  }
  // What the district does not have would move its totals.
  for (const own of here.values()) {
    if (own.withdrawn_on !== null) continue
    const agency = keys.find(k => k.id === own.agency_id)!
    const { place, record } = whichSheet(agency, own, scheme)
    const side = laying.differences.side({
      ...{ place: `${place}:counts`, record, field: COUNTS },
      ...{ here: YES, there: null },
    })
    if (side !== 'package') continue
    const withdrawn = { on: laying.desk.today, reason: BY_PACKAGE }
    plan.steps.push({ do: 'withdraw_sheet', id: own.id, withdrawn })
    count(plan.tallies.sheets, 'change')
  }
}

const COUNTS = '计入'
const YES = '是'
const NO = '否'
/** Why something of the file no longer holds. */
export const BY_PACKAGE = '以报送包为准'

function keyOf(agency: number, { rater_kind, rater }: Pick<StoredSheet, 'rater_kind' | 'rater'>): string {
  return JSON.stringify([agency, rater_kind, rater])
}

function whichSheet(
  agency: AgencyKey,
  { rater_kind, rater }: Pick<StoredSheet, 'rater_kind' | 'rater'>,
  { raters }: Scheme,
) {
  const kind = raters.find(r => r.kind === rater_kind)?.name ?? rater_kind
  return {
    place: `sheet:${named(agency)}:${rater_kind}:${rater}`,
    record: `${agency.name} ${kind} ${rater}`,
  }
}

/** An indicator as it is headed in score sheets. */
function headed(number: number | string, { indicators }: Scheme): string {
  const found = indicators.find(i => i.number === Number(number))
  return found ? ratingHeader(found) : String(number)
}

/** Indicator by indicator, and whether it counts. */
function laySheet(
  { differences }: Laying,
  plan: EvaluationPlan,
  agency: AgencyKey,
  sheet: PackedSheet,
  own: StoredSheet,
  scheme: Scheme,
): void {
  const { place, record } = whichSheet(agency, sheet, scheme)
  const before = JSON.parse(own.ratings) as Record<string, number>
  const numbers = [...new Set([...Object.keys(before), ...sheet.ratings.keys()])]
  const after: Record<string, number> = {}
  const written = (rating: number | undefined) => (rating === undefined ? null : decimalText(rating))
  let changed = false
  for (const number of numbers.sort((a, b) => Number(a) - Number(b))) {
    const [mine, theirs] = [before[number], sheet.ratings.get(number)]
    const field = { place: `${place}:${number}`, record, field: headed(number, scheme) }
    const side =
      mine === theirs ? 'file' : differences.side({ ...field, here: written(mine), there: written(theirs) })
    const value = side === 'package' ? theirs : mine
    if (value !== undefined) after[number] = value
    if (value !== mine) changed = true
  }
  if (changed) plan.steps.push({ do: 'set_ratings', id: own.id, ratings: JSON.stringify(after) })
  const counts = (withdrawn: unknown) => (withdrawn === null ? YES : NO)
  const [here, there] = [counts(own.withdrawn_on), counts(sheet.withdrawn)]
  if (here !== there) {
    const side = differences.side({ place: `${place}:counts`, record, field: COUNTS, here, there })
    if (side === 'package') {
      plan.steps.push({ do: 'withdraw_sheet', id: own.id, withdrawn: sheet.withdrawn })
      changed = true
    }
  }
  count(plan.tallies.sheets, changed ? 'change' : 'same')
}

function planOverrides(
  { reader, differences }: Laying,
  plan: EvaluationPlan,
  { overrides }: PackageContent,
  keys: readonly AgencyKey[],
  { evaluation, scheme }: { evaluation: Evaluation; scheme: Scheme },
): void {
  const left = new Set(listOverrides(reader, evaluation.id).filter(o => keys.some(k => k.id === o.agency_id)))
  const text = ({ points, reason, document }: Override) => [pointsText(points), reason, document].join(' ')
  const about = (agency: AgencyKey, indicator: number) => ({
    place: `override:${named(agency)}:${indicator}`,
    ...{ record: agency.name, field: headed(indicator, scheme) },
  })
  for (const override of overrides) {
    const agency = keys[override.agency]!
    const own = [...left].find(o => o.agency_id === agency.id && o.indicator === override.indicator)
    if (own) left.delete(own)
    const [here, there] = [own ? text(own) : null, text(override)]
    const side = sideOf(differences, { ...about(agency, override.indicator), here, there })
    if (side === 'package') plan.steps.push({ do: 'set_override', agency: override.agency, override })
    count(plan.tallies.overrides, side !== 'package' ? 'same' : own ? 'change' : 'add')
  }
  for (const own of left) {
    const agency = keys.find(k => k.id === own.agency_id)!
    const gone = { ...about(agency, own.indicator), here: text(own), there: null }
    if (differences.side(gone) !== 'package') continue
    plan.steps.push({ do: 'drop_override', id: own.id })
    count(plan.tallies.overrides, 'change')
  }
}

/** Of a decision that is there once: equal ones stay, one that is only in the package comes in. */
export function sideOf(differences: Differences, conflict: Conflict): Side | undefined {
  if (conflict.here === conflict.there) return 'file'
  return conflict.here === null ? 'package' : differences.side(conflict)
}

/** As the lists of nominations call them. */
const RULINGS: Readonly<Record<Ruling['kind'], string>> = {
  gate: '关闭推荐条件',
  share: '放宽经营性比例',
  tie: '末位并列的决定',
  add: '人工增列',
  drop: '人工撤下',
}

const METHOD = settlingColumns.find(column => column.key === 'method')!

/** Of a gate, which holds for the whole city, the city decides itself. */
function planRulings(
  { reader, differences }: Laying,
  plan: EvaluationPlan,
  { nomination, manifest }: PackageContent,
  keys: readonly AgencyKey[],
  evaluation: Evaluation,
): void {
  const { district } = manifest
  const left = new Set(
    listRulings(reader, evaluation.id).filter(r =>
      r.party === null ? r.district_code === district.code : keys.some(k => k.id === r.party!.agency_id),
    ),
  )
  const about = (kind: Ruling['kind'], agency: AgencyKey | null, tied: number) => ({
    place: `ruling:${kind}:${agency ? named(agency) : district.code}${kind === 'tie' ? `:${tied}` : ''}`,
    ...{ record: agency?.name ?? district.name, field: RULINGS[kind] },
  })
  for (const ruling of nomination.rulings.filter(r => r.kind !== 'gate')) {
    const agency = ruling.agency === null ? null : keys[ruling.agency]!
    const tied = ruling.tied.map(t => ({ id: keys[t.agency]!.id, chosen: t.chosen }))
    const own = [...left].find(r => isAbout(r, ruling.kind, agency, tied))
    if (own) left.delete(own)
    const [here, there] = [own ? textOf(own, tiedIn(own), keys) : null, textOf(ruling, tied, keys)]
    const side = sideOf(differences, { ...about(ruling.kind, agency, tied.length), here, there })
    if (side === 'package') plan.steps.push({ do: 'add_ruling', ruling, instead: own?.id ?? null })
    count(plan.tallies.rulings, side !== 'package' ? 'same' : own ? 'change' : 'add')
  }
  for (const own of left) {
    const agency = keys.find(k => k.id === own.party?.agency_id) ?? null
    const gone = {
      ...about(own.kind, agency, own.tied.length),
      here: textOf(own, tiedIn(own), keys),
      there: null,
    }
    if (differences.side(gone) !== 'package') continue
    plan.steps.push({ do: 'end_ruling', id: own.id })
    count(plan.tallies.rulings, 'change')
  }
}

interface TiedOne {
  id: number | null
  chosen: boolean
}

function tiedIn({ tied }: Ruling): TiedOne[] {
  return tied.map(t => ({ id: t.agency_id, chosen: t.chosen }))
}

/** The one that a ruling of the package would take the place of. */
function isAbout(
  own: Ruling,
  kind: Ruling['kind'],
  agency: AgencyKey | null,
  tied: readonly TiedOne[],
): boolean {
  if (own.kind !== kind) return false
  if (agency !== null) return own.party?.agency_id === agency.id
  const ids = (all: readonly TiedOne[]) => JSON.stringify(all.map(t => t.id).sort())
  return ids(tiedIn(own)) === ids(tied)
}

/** As a clerk reads it: how, why, by whom, when, and who was chosen. */
function textOf(
  { method, reason, signer, ruled_on }: Pick<Ruling, 'method' | 'reason' | 'signer' | 'ruled_on'>,
  tied: readonly TiedOne[],
  keys: readonly AgencyKey[],
): string {
  const chosen = tied.flatMap(({ id, chosen }) => {
    const key = keys.find(k => k.id === id)
    return chosen && key ? [`${key.name}（${named(key)}）`] : []
  })
  return [writtenAs(METHOD, method) ?? '', reason, signer, ruled_on, ...chosen.sort()]
    .filter(part => part !== '')
    .join(' ')
}
