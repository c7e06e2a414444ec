// The double-random draw (双随机): read who may be drawn, draw by the published seed, store everything needed to repeat it.
import { createHash } from 'node:crypto'
import { readCell } from '../../domain/imports/cell.ts'
import type { ColumnType, Value } from '../../domain/imports/column.ts'
import { draw, drawCode } from '../../domain/inspection/draw.ts'
import { notDue } from '../../domain/inspection/due.ts'
import { type Problem, type ProblemCode, type ProblemParams, problem } from '../../domain/problem.ts'
import { OFFICERS_NEEDED } from '../../domain/records/inspection.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { Agency } from '../../domain/roster/agency.ts'
import { nameKey } from '../../domain/text.ts'
import { listAgencies } from '../../store/agency.ts'
import { type Avoided, type DrawHead, type DrawLot, insertDraw } from '../../store/draw.ts'
import type { Reader } from '../../store/open.ts'
import { change, type Desk } from '../desk.ts'
import { agencyNamed } from '../find-agency.ts'
import { districtNamed } from '../find-district.ts'
import { type DrawView, findDraw, viewDraw } from './show-draw.ts'

export interface DrawRequest {
  name: string
  seed: string
  /** As the clerk writes them: 5%; names in one text. */
  ratio: string
  inspectors: string
  /** Code or name; null: all. */
  district: string | null
  /** Any name of an agency, and the reason. */
  exclude: readonly (readonly [string, string])[]
  /** Inspector, and any name of an agency. */
  avoid: readonly (readonly [string, string])[]
  /** States of a license that keep nobody out. */
  include: readonly string[]
}

export interface Drawn {
  problems: Problem[]
  drawn: DrawView | null
}

/** Draws, and stores what was drawn unless it is a dry run. With any problem nothing is stored. */
export function drawInspections(desk: Desk, request: DrawRequest, { dryRun }: { dryRun: boolean }): Drawn {
  return change<Drawn>(desk, 'inspection draw', writer => {
    const { head, pool, problems } = prepare(writer, desk, request)
    const summary = { draw: head.name, seed: head.seed, included: request.include }
    if (problems.length > 0) return { result: { problems, drawn: null }, summary }
    const { lots, unpaired } = draw(
      pool.map(agency => ({ ...agency, code: drawCode(agency) })),
      { ...head, avoids: (officer, agency) => avoids(head.avoided, officer, agency) },
      text => createHash('sha256').update(text).digest('hex'),
    )
    for (const agency of unpaired) {
      const left = head.inspectors.filter(officer => !avoids(head.avoided, officer, agency))
      problems.push(about('CX1115', { agency: agency.name, left: left.join('、') }, 'avoid'))
    }
    if (problems.length > 0) return { result: { problems, drawn: null }, summary }
    const stored = lots.map(
      ({ agency, ...lot }): DrawLot => ({
        ...lot,
        agency_id: agency.id,
        code: agency.code,
        district_code: agency.district_code,
      }),
    )
    if (!dryRun) insertDraw(writer, head, stored)
    return {
      result: { problems, drawn: viewDraw(writer, head, stored) },
      summary: { ...summary, drawn: stored.filter(lot => lot.officers !== null).length, pool: stored.length },
    }
  }).result
}

function isSame(one: Avoided, other: Avoided): boolean {
  return one.officer === other.officer && one.agency_id === other.agency_id
}

function avoids(avoided: readonly Avoided[], officer: string, agency: Agency): boolean {
  return avoided.some(a => a.officer === officer && a.agency_id === agency.id)
}

interface Prepared {
  head: Omit<DrawHead, 'id'>
  pool: Agency[]
  problems: Problem[]
}

/** The request as what is stored, who can be drawn, and everything wrong with it. */
function prepare(reader: Reader, desk: Desk, request: DrawRequest): Prepared {
  const problems: Problem[] = []
  const name = request.name.trim()
  const taken = findDraw(reader, name)
  if (taken || /^\d*$/.test(name))
    problems.push(
      problem('CX1113', { name, on: taken?.drawn_on ?? null }, { column: name }, { field: 'name' }),
    )
  const seed = request.seed.trim()
  if (seed === '') problems.push(about('CX1023', { header: '--seed' }, 'seed'))
  const ratio = ratioOf(request.ratio, problems)
  const inspectors = inspectorsOf(request.inspectors, problems)
  const district = request.district === null ? null : districtNamed(reader, request.district)
  const agencies = listAgencies(reader, district?.code)
  const inScope = new Set(agencies.map(a => a.id))
  const named = (key: string, option: 'exclude' | 'avoid'): Agency | null => {
    const agency = found(() => agencyNamed(reader, key), option, problems)
    if (agency === null || inScope.has(agency.id)) return agency
    const params = { value: agency.name, option: `--${option}`, among: district?.name ?? '' }
    problems.push(about('CX1116', params, option))
    return null
  }
  const leftOut = request.exclude.flatMap(([key, reason]) => {
    const agency = named(key, 'exclude')
    return agency === null ? [] : [{ agency_id: agency.id, reason, by_hand: true }]
  })
  // An agency named twice is left out once, for both reasons.
  const byHand = [...new Set(leftOut.map(e => e.agency_id))].map(agency_id => {
    const reasons = leftOut.filter(e => e.agency_id === agency_id).map(e => e.reason)
    return { agency_id, reason: [...new Set(reasons)].join('；'), by_hand: true }
  })
  const avoided = request.avoid.flatMap(([who, key]): Avoided[] => {
    const officer = inspectors.find(i => nameKey(i) === nameKey(who))
    if (officer === undefined) {
      const params = { value: who, option: '--avoid', among: inspectors.join('、') }
      problems.push(about('CX1116', params, 'avoid'))
    }
    const agency = named(key, 'avoid')
    return officer === undefined || agency === null ? [] : [{ officer, agency_id: agency.id }]
  })
  const once = avoided.filter((one, i) => avoided.findIndex(o => isSame(o, one)) === i)
  const out = new Set(byHand.map(e => e.agency_id))
  const byLicense = agencies.flatMap(agency => {
    const reason = notDue(agency, desk.today)
    const kept = reason === null || request.include.includes(reason) || out.has(agency.id)
    return kept ? [] : [{ agency_id: agency.id, reason, by_hand: false }]
  })
  const excluded = [...byHand, ...byLicense]
  for (const { agency_id } of byLicense) out.add(agency_id)
  const pool = agencies.filter(agency => !out.has(agency.id))
  if (pool.length === 0)
    problems.push(about('CX1114', { district: district?.name ?? null, excluded: out.size }, 'district'))
  const head = {
    ...{ name, drawn_on: desk.today, seed, ratio, district_code: district?.code ?? null },
    ...{ inspectors, excluded, avoided: once },
  }
  return { head, pool, problems }
}

function about<C extends ProblemCode>(code: C, params: ProblemParams[C], option: string): Problem {
  return problem(code, params, { column: `--${option}` }, { field: option })
}

function read(type: ColumnType, text: string, field: string, problems: Problem[]): Value {
  const value = readCell({ key: field, headers: [], type }, text)
  if (!Array.isArray(value)) return value
  const at = { column: `--${field}` }
  for (const { code, params } of value)
    problems.push(
      // A share of all is told what a share is.
      code === 'CX1034'
        ? about('CX1112', { value: text }, field)
        : problem(code, params as never, at, { field, value: text }),
    )
  return null
}

/** Zero where there is none. */
function ratioOf(text: string, problems: Problem[]): number {
  const before = problems.length
  const ratio = Number(read({ is: 'rate' }, text, 'ratio', problems) ?? 0)
  if (ratio === 0 && problems.length === before) problems.push(about('CX1112', { value: text }, 'ratio'))
  return ratio
}

/** Names are one person however they are spaced. */
function inspectorsOf(text: string, problems: Problem[]): string[] {
  const given = String(read({ is: 'texts' }, text, 'inspectors', problems) ?? '').split(';')
  const names = given.filter(name => name !== '')
  const keys = names.map(nameKey)
  const twice = names.filter((_, i) => keys.indexOf(keys[i]!) < i)
  if (twice.length > 0)
    problems.push(about('CX1110', { names: [...new Set(twice)].join('、') }, 'inspectors'))
  const once = names.filter((_, i) => keys.indexOf(keys[i]!) === i)
  if (once.length < OFFICERS_NEEDED)
    problems.push(about('CX1111', { count: once.length, needed: OFFICERS_NEEDED }, 'inspectors'))
  return once
}

/** What is not found is told with everything else. */
function found<T>(find: () => T, option: string, problems: Problem[]): T | null {
  try {
    return find()
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    problems.push(...error.problems.map(p => ({ ...p, place: { column: `--${option}` }, field: option })))
    return null
  }
}
