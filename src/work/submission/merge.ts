// Merges a district's package into the city's file: all of it or nothing. The same package again changes nothing; what both
// have and differs in is a person's to decide.
import type { Day } from '../../domain/day.ts'
import { type Problem, problem } from '../../domain/problem.ts'
import { Refusal } from '../../domain/refusal.ts'
import { DistrictIndex } from '../../domain/roster/district.ts'
import type { PackedTally } from '../../domain/submission/content-rules.ts'
import { dayProblems, dayTold } from '../../domain/submission/handed-in.ts'
import {
  type Conflict,
  Differences,
  type MergeStep,
  type Settled,
  type Side,
  type Takes,
  type Tally,
} from '../../domain/submission/merging.ts'
import { dataOf, type PackageContent } from '../../domain/submission/package.ts'
import type { Misfit } from '../../domain/submission/submission-problems.ts'
import { type Evaluation, listEvaluations } from '../../store/evaluation.ts'
import { listLog } from '../../store/log.ts'
import type { Reader } from '../../store/open.ts'
import { findScheme, getSetting, listDistrictAliases, listDistricts } from '../../store/reference.ts'
import { findSubmission, putSubmission, type Submission } from '../../store/submission.ts'
import { ask, change, type Desk } from '../desk.ts'
import { schemeById, schemeOf } from '../evaluation/which.ts'
import { type Applicable, applySteps } from './apply.ts'
import { asKept, judged, tallyHere } from './judge.ts'
import { type OpenedPackage, schemeProblems } from './open-package.ts'
import { planEvaluation } from './plan-evaluation.ts'
import { planOutstanding } from './plan-outstanding.ts'
import { planRegisters } from './plan-registers.ts'
import { contentOf, listDifference, receivedContent } from './received.ts'

export interface MergeOptions {
  takes: Takes
  /** The day on which the package came; null for today. */
  on: string | null
  /** Also one that is older than what was merged, or the same again. */
  force: boolean
}

export interface MergePlan extends Applicable {
  problems: Problem[]
  warnings: Problem[]
  conflicts: Conflict[]
  /** Whose word held, by place, when a package of the district was merged before; read where there are conflicts. */
  decided: ReadonlyMap<string, Side>
  settled: Settled[]
  /** By what it is of: agencies, records, who stood out, sheets, overrides, rulings. */
  tallies: Record<string, Tally>
  steps: MergeStep[]
  agencies: number[]
  /** The package as the city keeps it, and how the city counts it. */
  kept: PackageContent
  tally: PackedTally
  before: Submission | null
  /** The day on which it came: as told, as on file of this very package, or today. */
  on: Day
  /** This very package was merged before. */
  same: boolean
  /** Of the same package: it came on another day than the one on file. */
  corrected: boolean
  /** The list that came before stands. */
  keepsList: boolean
}

/** What merging would do. */
export function previewMerge(desk: Desk, opened: OpenedPackage, options: MergeOptions): MergePlan {
  return ask(desk, reader => planMerge(desk, reader, opened, options))
}

/** Refused, the file is as it was: with problems, or with conflicts that nobody has decided. */
export function mergePackage(desk: Desk, opened: OpenedPackage, options: MergeOptions): MergePlan {
  return change(desk, 'submission merge', writer => {
    const plan = planMerge(desk, writer, opened, options)
    const { content, file, receipt } = opened
    const { district, scheme, evaluation } = content.manifest
    const refused = plan.problems.length > 0 || plan.conflicts.length > 0
    const { on } = plan
    if (!refused && !plan.same) applySteps(desk, writer, plan, content)
    if (!refused && !plan.same && !plan.keepsList) {
      const { log } = content.manifest
      putSubmission(writer, {
        ...whichOf(content),
        handed_in_on: on,
        ...{ receipt, sha256: opened.sha256, log_no: log.no, log_hash: log.hash },
        ...{ content: JSON.stringify(contentOf(plan.kept, firstOn(plan.before, opened, on))), note: null },
      })
    }
    if (!refused && plan.corrected) {
      const received = { ...receivedContent(plan.before!), first_on: firstOn(plan.before, opened, on) }
      putSubmission(writer, { ...plan.before!, handed_in_on: on, content: JSON.stringify(received) })
    }
    const taken = plan.settled.map(({ place, here, there, taken }) => ({ place, here, there, taken }))
    const summary = {
      ...{ file, receipt, district: district.code, scheme: scheme.id, year: evaluation.year },
      ...{ ...plan.tallies, taken },
    }
    return { result: plan, summary }
  }).result
}

/** The day on which the first package of a district came; the first itself may have come on another. */
function firstOn(before: Submission | null, { sha256 }: OpenedPackage, on: Day): Day {
  if (before === null) return on
  const { first_on } = receivedContent(before)
  return before.sha256 === sha256 && before.handed_in_on === first_on ? on : first_on
}

function planMerge(
  desk: Desk,
  reader: Reader,
  opened: OpenedPackage,
  { takes, on, force }: MergeOptions,
): MergePlan {
  const { content, file } = opened
  const { manifest } = content
  const misfit = misfits(reader, opened)
  if (misfit.length > 0) throw new Refusal(misfit)
  const scheme = schemeById(reader, manifest.scheme.id)
  const before = findSubmission(reader, whichOf(content)) ?? null
  const known = before?.sha256 === opened.sha256 ? before : null
  const same = known !== null && !force
  const day = dayTold(on) ?? known?.handed_in_on ?? desk.today
  const plan: MergePlan & { evaluation: number | null } = {
    ...{ problems: [], warnings: [], conflicts: [], settled: [], tallies: {}, steps: [], agencies: [] },
    decided: new Map(),
    ...{ evaluation: null, on: day, before, same, corrected: false, keepsList: false },
    ...{ kept: content, tally: tallyHere(reader, content, scheme) },
  }
  if (known === null || on !== null) plan.problems.push(...dayProblems(day, desk.today, manifest.packed_on))
  if (same) return { ...plan, corrected: plan.problems.length === 0 && day !== known.handed_in_on }
  if (before && !force) plan.problems.push(...older(before, opened))
  plan.problems.push(...schemeProblems(opened, scheme))
  const differences = new Differences(takes)
  const laying = { desk, reader, file, differences }
  const registers = planRegisters(laying, content)
  plan.kept = asKept(reader, content, registers, differences.open.length === 0)
  plan.tally = tallyHere(reader, plan.kept, scheme)
  const found = judged(desk, reader, { content: plan.kept, file, scheme, tally: plan.tally }, day)
  plan.problems.push(...found.problems, ...registers.problems)
  plan.warnings.push(...found.warnings)
  plan.steps.push(...registers.steps)
  plan.agencies = registers.keys.map(k => k.id)
  Object.assign(plan.tallies, registers.tallies)
  if (registers.problems.length === 0) {
    const laid = planOutstanding(laying, content, registers.keys, scheme)
    plan.warnings.push(...laid.warnings)
    plan.steps.push(...laid.steps)
    plan.tallies.outstanding = laid.tally
  }
  const own = evaluationHere(reader, content)
  if ('open' in own && registers.problems.length === 0) {
    const laid = planEvaluation(laying, content, registers.keys, {
      evaluation: own.open,
      scheme: schemeOf(reader, own.open),
    })
    plan.steps.push(...laid.steps)
    plan.evaluation = own.open.id
    Object.assign(plan.tallies, laid.tallies)
  }
  const { year, as_of: asOf } = manifest.evaluation
  if ('why' in own) plan.warnings.push(problem('CX1435', { ...own, year, asOf }, { file }))
  if (before) plan.keepsList = !replaces(differences, before, content)
  const astray = differences.astray()
  if (astray.length > 0) throw new Refusal(astray.map(place => problem('CX1430', { place, form: false })))
  plan.conflicts = differences.open
  if (plan.conflicts.length > 0) plan.decided = decidedBefore(reader, manifest.district.code)
  plan.settled = differences.settled
  return plan
}

/** From the log: of a package that comes after another, the same questions are asked again. */
function decidedBefore(reader: Reader, district: string): Map<string, Side> {
  const merges = listLog(reader).filter(entry => entry.command === 'submission merge')
  return new Map(
    merges.flatMap(({ summary }) => {
      const told = JSON.parse(summary) as { district: string; taken: Pick<Settled, 'place' | 'taken'>[] }
      if (told.district !== district) return []
      return told.taken.flatMap(({ place, taken }) => (taken === null ? [] : [[place, taken] as const]))
    }),
  )
}

function whichOf({ manifest }: PackageContent) {
  const { scheme, evaluation, district } = manifest
  return {
    ...{ direction: 'received' as const, kind: 'nomination' as const },
    ...{ scheme_id: scheme.id, year: evaluation.year, district_code: district.code },
  }
}

/** Whether the list of a package takes the place of the one that came before: where they differ, somebody has to say so. */
function replaces(differences: Differences, before: Submission, content: PackageContent): boolean {
  const [here, there] = listDifference(receivedContent(before), contentOf(content, ''))
  if (here === '' && there === '') return true
  const record = `${content.manifest.district.name} ${before.receipt}（${before.handed_in_on}）`
  return differences.side({ place: 'list', record, field: 'list', here, there }) !== 'file'
}

/** What of a package does not belong into this file, told all at once. */
export function misfits(reader: Reader, { content, file }: OpenedPackage): Problem[] {
  const { scheme, evaluation, district } = content.manifest
  const misfit = (kind: Misfit, there: string, here: string) =>
    problem('CX1427', { misfit: kind, there, here }, { file })
  const own = getSetting(reader, 'district')
  const stored = findScheme(reader, scheme.id)
  const years = listEvaluations(reader).filter(e => e.scheme_id === scheme.id)
  const districts = listDistricts(reader)
  const coded = districts.find(d => d.code === district.code)
  const called = new DistrictIndex(districts, listDistrictAliases(reader)).get(district.name)
  return [
    ...(own === null ? [] : [misfit('desk', district.name, own)]),
    ...(stored === undefined ? [misfit('scheme', scheme.id, getSetting(reader, 'scheme') ?? '')] : []),
    ...(stored && stored.sha256 !== scheme.sha256
      ? [misfit('scheme_text', scheme.sha256.slice(0, 12), stored.sha256.slice(0, 12))]
      : []),
    ...(years.length > 0 && !years.some(e => e.year === evaluation.year)
      ? [misfit('year', String(evaluation.year), years.map(e => e.year).join('、'))]
      : []),
    ...(coded ? [] : [misfit('district', `${district.code} ${district.name}`, String(districts.length))]),
    ...(coded && called !== coded ? [misfit('district_name', district.name, coded.name)] : []),
  ]
}

/** A package that was packed before the one that was merged, from another file of the district, or is not what that was. */
function older(before: Submission, { content, file, receipt }: OpenedPackage): Problem[] {
  const { log, district, packed_on } = content.manifest
  const last = receivedContent(before)
  const sameNo = log.no === before.log_no
  const how = (): 'file' | 'older' | 'content' | null => {
    if (sameNo && log.hash !== before.log_hash) return 'file'
    if (log.no < before.log_no! || (sameNo && packed_on < last.packed_on)) return 'older'
    // Of packages that were merged before this was kept, nothing is known.
    const other = last.data !== undefined && last.data !== dataOf(content.manifest)
    return sameNo && other ? 'content' : null
  }
  const found = how()
  if (found === null) return []
  const told = {
    how: found,
    district: district.name,
    there: receipt,
    here: before.receipt!,
    on: before.handed_in_on,
  }
  return [problem('CX1429', told, { file })]
}

/** The city's own evaluation, where it takes what the district's rests on; else why not. */
function evaluationHere(
  reader: Reader,
  { manifest }: PackageContent,
): { open: Evaluation } | { why: 'none' | 'finalized' | 'as_of'; here: string; id: number } {
  const { scheme, evaluation } = manifest
  const own = listEvaluations(reader).find(e => e.scheme_id === scheme.id && e.year === evaluation.year)
  if (own === undefined) return { why: 'none', here: '', id: 0 }
  const { id, as_of: here } = own
  if (own.status === 'finalized') return { why: 'finalized', here, id }
  if (here !== evaluation.as_of) return { why: 'as_of', here, id }
  return { open: own }
}
