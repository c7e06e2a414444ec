// The title of a round given to its nominees: all who may have it, or those named, each with its plate (BJ 三(七), LY 五4).
import type { Day } from '../../domain/day.ts'
import { pointsText } from '../../domain/exact.ts'
import type { Column, Values } from '../../domain/imports/column.ts'
import { isIn } from '../../domain/nomination/pool.ts'
import { type Problem, problem } from '../../domain/problem.ts'
import { honorKind } from '../../domain/records/honor.ts'
import { Refusal } from '../../domain/refusal.ts'
import { AgencyIndex } from '../../domain/roster/match.ts'
import { nominationOf } from '../../domain/scheme/nomination.ts'
import type { Scheme } from '../../domain/scheme/scheme.ts'
import { idOf, type PartyName, partyOf } from '../../domain/score/party.ts'
import { foldWidth } from '../../domain/text.ts'
import { grantHindrance } from '../../domain/title/grant.ts'
import { platesFrom } from '../../domain/title/plates.ts'
import type { GrantHindrance } from '../../domain/title/title-problems.ts'
import { agenciesById } from '../../store/agency.ts'
import type { Evaluation } from '../../store/evaluation.ts'
import type { Reader, Writer } from '../../store/open.ts'
import { listRulings } from '../../store/ruling.ts'
import { publishedNominees, titlesOfEvaluation } from '../../store/title.ts'
import { storeRecord } from '../add-record.ts'
import { againstOthers, plannerOf } from '../against-others.ts'
import { change, type Desk } from '../desk.ts'
import { computeForNomination, contextOf } from '../evaluation/compute.ts'
import { partyNamed } from '../evaluation/party.ts'
import { evaluationFor } from '../evaluation/which.ts'
import { districtNamed } from '../find-district.ts'
import { addFindings, type GivenFields, readWhole } from '../given-fields.ts'
import { type ListedCandidate, type NominationList, readNominations } from '../nomination/list.ts'

/** What is told of all titles that are granted together. */
export const grantColumns: readonly Column[] = ['document', 'granted_on', 'issuer', 'valid_to'].map(key => ({
  ...honorKind.columns.find(c => c.key === key)!,
  required: key === 'document' || key === 'granted_on',
}))

export interface GrantWanted {
  evaluation: string | null
  district: string | null
  /** Empty for all who may have it. */
  agencies: readonly string[]
  /** The first of the plates in a row; null where they are given out later. */
  plateFrom: string | null
}

export interface GrantedTitle {
  id: number
  party: PartyName
  plate_no: string | null
}

export interface Granted {
  /** With any, nothing was changed. */
  problems: Problem[]
  warnings: Problem[]
  evaluation: Evaluation
  title: string
  granted: GrantedTitle[]
  /** Nominees who were not named and cannot have it. */
  left: { party: PartyName; hindrance: GrantHindrance }[]
}

export function grantTitles(desk: Desk, wanted: GrantWanted, given: GivenFields): Granted {
  return change(desk, 'title grant', writer => {
    const evaluation = evaluationFor(writer, wanted.evaluation)
    const list = readNominations(writer, evaluation)
    if (evaluation.status !== 'finalized') throw new Refusal('CX1385', { id: evaluation.id })
    const { scheme } = list
    const { title } = nominationOf(scheme)
    const { values, problems } = readWhole(grantColumns, given)
    const on = values.granted_on as Day | null
    if (on !== null && on < evaluation.as_of)
      addFindings(
        problems,
        [{ fault: { code: 'CX1393', params: { on, asOf: evaluation.as_of } }, key: 'granted_on' }],
        given.place,
      )
    const nominees = nomineesWanted(writer, list, wanted, problems)
    problems.push(...openTies(list, nominees))
    const hindered = on === null ? [] : hindrances(writer, evaluation, scheme, nominees, on)
    const told = new Map(hindered.map(h => [idOf(h.party), h]))
    const free = nominees.filter(({ party }) => !told.has(idOf(party)))
    if (wanted.agencies.length > 0 || free.length === 0)
      problems.push(
        ...hindered.map(({ party, hindrance }) =>
          problem('CX1386', { subject: party.name, title, hindrance }, {}, { field: 'agency' }),
        ),
      )
    if (nominees.length === 0 && problems.length === 0) problems.push(problem('CX1387', { title }))
    problems.push(...overPlaces(writer, evaluation, list, free))
    const plates = platesOf(wanted.plateFrom, free.length, problems)
    const rows = free.map(({ party }, i) => ({ party, plate_no: plates[i] ?? null }))
    const common = {
      ...values,
      title,
      level: nominationOf(scheme).level,
      issuer: values.issuer ?? issuerOf(scheme),
    }
    const planned = problems.length > 0 ? [] : rows.map(row => planRow(writer, desk, row, common, given))
    problems.push(...planned.flatMap(p => p.problems), ...namesakes(planned))
    const granted =
      problems.length > 0
        ? []
        : planned.map(p => ({ id: p.store(evaluation), party: p.party, plate_no: p.plate_no }))
    const warnings = planned.slice(0, 1).flatMap(p => p.warnings)
    if (granted.length > 0 && !mustPublish(writer, evaluation, scheme))
      warnings.push(problem('CX1389', { title }))
    return {
      result: {
        ...{ problems, warnings, evaluation, title, granted },
        left: granted.length > 0 && wanted.agencies.length === 0 ? hindered : [],
      },
      summary: {
        ...{ evaluation: evaluation.id, title, document: values.document, granted_on: on },
        titles: granted.length,
      },
    }
  }).result
}

/** Those in the list, in its order; who is named and not in it is refused. */
function nomineesWanted(
  reader: Reader,
  { candidates, scheme }: NominationList,
  { district, agencies }: GrantWanted,
  problems: Problem[],
): ListedCandidate[] {
  const code = district === null ? null : districtNamed(reader, district).code
  const nominated = candidates
    .filter(c => c.decision === 'nominated')
    .filter(c => code === null || c.district?.code === code)
  if (agencies.length === 0) return nominated
  const named = agencies.map(key => partyNamed(reader, scheme.applies_to.subject, key))
  const ids = new Set(named.map(idOf))
  const known = new Set(nominated.map(c => idOf(c.party)))
  for (const party of named)
    if (!known.has(idOf(party)))
      problems.push(problem('CX3026', { agency: party.name }, { column: '--agency' }, { field: 'agency' }))
  return nominated.filter(c => ids.has(idOf(c.party)))
}

/** A tie has to be settled where anybody is to be given the title. */
function openTies(
  { candidates, districts }: NominationList,
  nominees: readonly ListedCandidate[],
): Problem[] {
  return districts.flatMap(({ pool, tied, open }) => {
    const here = (c: ListedCandidate) => isIn(pool, c.district?.code ?? null)
    if (tied === 0 || !nominees.some(here)) return []
    const names = candidates.filter(c => c.decision === 'tied' && here(c))
    const text = names.map(c => `${c.party.name}（${pointsText(c.total)}）`).join('、')
    return [problem('CX3022', { district: pool.name, open, tied: text })]
  })
}

/** A publicity that the scheme has as a stage, or that was opened although it has none. */
function mustPublish(reader: Reader, evaluation: Evaluation, scheme: Scheme): boolean {
  const declared = scheme.stages.some(stage => stage.work.includes('publicity'))
  return declared || publishedNominees(reader, evaluation.id).length > 0
}

function hindrances(
  reader: Reader,
  evaluation: Evaluation,
  scheme: Scheme,
  nominees: readonly ListedCandidate[],
  on: Day,
): { party: PartyName; hindrance: GrantHindrance }[] {
  const rules = nominationOf(scheme)
  const off = new Set(listRulings(reader, evaluation.id).map(ruling => ruling.gate))
  const gates = rules.gates.filter(gate => !off.has(gate.id))
  const published = new Map(publishedNominees(reader, evaluation.id).map(p => [idOf(p), p]))
  const must = mustPublish(reader, evaluation, scheme)
  // The gates once more, with what is known on the day of the grant.
  const context = contextOf(reader, { ...evaluation, as_of: on }, scheme)
  const basis = new Map(
    computeForNomination(reader, evaluation).candidates.map(c => [idOf(partyOf(c.dossier)), c]),
  )
  return nominees.flatMap(({ party }) => {
    const { dossier, total, decision } = basis.get(idOf(party))!
    const nominee = {
      dossier,
      standing: { finalized: true, total, decision },
      published: published.get(idOf(party)),
    }
    const hindrance = grantHindrance({ ...rules, gates }, nominee, must, context)
    return hindrance === null ? [] : [{ party, hindrance }]
  })
}

/** Titles of this round that stand and those to come, against the places that earlier rounds left. */
function overPlaces(
  reader: Reader,
  evaluation: Evaluation,
  { districts, candidates }: NominationList,
  nominees: readonly ListedCandidate[],
): Problem[] {
  const standing = new Set(
    titlesOfEvaluation(reader, evaluation.id)
      .filter(t => t.status !== 'revoked')
      .map(idOf),
  )
  const titled = [...candidates.filter(c => standing.has(idOf(c.party))), ...nominees]
  return districts.flatMap(({ pool, places }) => {
    const wanted = titled.filter(c => isIn(pool, c.district?.code ?? null)).length
    if (wanted <= places || !nominees.some(c => isIn(pool, c.district?.code ?? null))) return []
    return [problem('CX1394', { pool: pool.name, left: places, wanted })]
  })
}

function platesOf(first: string | null, count: number, problems: Problem[]): string[] {
  if (first === null) return []
  const plates = platesFrom(foldWidth(first), count)
  if (plates === null)
    problems.push(problem('CX1388', { value: first }, { column: '--plate-from' }, { field: 'plate_no' }))
  return plates ?? []
}

/** Whoever announces the titles. */
function issuerOf({ stages, issuer }: Scheme): string {
  return stages.find(stage => stage.work.includes('announcement'))?.by ?? issuer
}

/** The register tells honors without a number apart by holder, title and day: namesakes need days of their own. */
function namesakes(planned: readonly PlannedTitle[]): Problem[] {
  const first = new Map<string | null, PlannedTitle>()
  return planned.flatMap(one => {
    const other = first.get(one.key)
    if (other === undefined || one.key === null) {
      first.set(one.key, one)
      return []
    }
    const { uscc, code, name } = other.party
    return [problem('CX1395', { value: one.label, holder: `${name}（${uscc ?? code ?? ''}）` })]
  })
}

interface PlannedTitle {
  key: string | null
  label: string
  party: PartyName
  plate_no: string | null
  problems: Problem[]
  warnings: Problem[]
  store: (evaluation: Evaluation) => number
}

/** As an import would decide a row of the register of honors. */
function planRow(
  writer: Writer,
  desk: Desk,
  { party, plate_no }: { party: PartyName; plate_no: string | null },
  common: Values,
  { place }: GivenFields,
): PlannedTitle {
  const planner = plannerOf(writer, honorKind, desk)
  const blank = Object.fromEntries(honorKind.columns.map(c => [c.key, null]))
  const agencies = party.agency_id === null ? [] : agenciesById(writer, [party.agency_id])
  const whose: Values =
    party.agency_id === null
      ? { subject: `id=${party.subject_id}` }
      : { uscc: agencies[0]!.uscc, agency_name: party.name, holder: party.name, holder_kind: 'agency' }
  const values = { ...blank, ...common, ...whose, plate_no }
  const [verdict] = planner.decide([{ line: 0, values }], new AgencyIndex(agencies))
  const { refused, warned, decided } = verdict!
  const others = decided ? againstOthers(writer, planner, decided) : []
  const about = ({ fault, key }: (typeof refused)[number]) =>
    problem(fault.code, fault.params as never, { column: PLACES[key] ?? place(key) }, { field: key })
  const problems = [...refused, ...others].map(about)
  if (decided && decided.action !== 'add')
    problems.push(problem('CX1093', { value: decided.label ?? '', noun: honorKind.noun }))
  const store = ({ id }: Evaluation) =>
    storeRecord(writer, honorKind, { ...decided!, values: { ...decided!.values, evaluation_id: id } })
  const named = { key: decided?.key ?? null, label: decided?.label ?? '' }
  return { ...named, party, plate_no, problems, warnings: warned.map(about), store }
}

/** Switches that are no field of their own. */
const PLACES: Readonly<Record<string, string>> = { plate_no: '--plate-from' }
