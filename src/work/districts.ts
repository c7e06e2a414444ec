// Jurisdictions and who answers for them: the leader and the responsible unit that each has to name (BJ 四(一)1), and the
// phones of its market office and its inspectorate (BJ 附件4), which every paper that goes out tells. Where a scheme
// knows no district that is the office itself, as it is for papers about everybody, the office has phones of its own.
import { isPhone, withLostZero } from '../domain/imports/phone.ts'
import { type Problem, problem } from '../domain/problem.ts'
import { Refusal } from '../domain/refusal.ts'
import type { AnsweredDistrict } from '../domain/roster/district.ts'
import { foldWidth } from '../domain/text.ts'
import type { Reader } from '../store/open.ts'
import { getSetting, listDistricts, officePhones, setAnswering, setOfficePhones } from '../store/reference.ts'
import { ask, change, type Desk } from './desk.ts'
import { districtNamed } from './find-district.ts'

export function districtsOf(desk: Desk): readonly AnsweredDistrict[] {
  return ask(desk, listDistricts)
}

/** Whom nobody can call at a market office: districts, and first the office itself (null) where none of them is it. */
export function withoutPhones(desk: Desk): ({ code: string; name: string } | null)[] {
  return ask(desk, reader => [
    ...(ownCode(reader) === null && officePhones(reader).length === 0 ? [null] : []),
    ...listDistricts(reader).filter(d => d.market_phones.length === 0),
  ])
}

/** The jurisdiction that the office is: a district desk's own, else the city's if there is one. */
function ownCode(reader: Reader): string | null {
  return getSetting(reader, 'district') ?? listDistricts(reader).find(d => d.kind === 'city')?.code ?? null
}

export interface Answering {
  leader: string | null
  unit: string | null
  /** All of them: those on file are replaced. */
  market_phones: readonly string[]
  inspectorate_phones: readonly string[]
}

export interface Called {
  /** The jurisdiction that the office is; null where none is. */
  name: string | null
  before: readonly string[]
  after: readonly string[]
}

/** Phones of the office itself, wherever they are kept; those on file are replaced, a blank clears. */
export function setPhones(desk: Desk, given: readonly string[]): Called {
  const problems = faultsIn(given, '--phone')
  if (problems.length > 0) throw new Refusal(problems)
  return change(desk, 'district set', writer => {
    const own = listDistricts(writer).find(d => d.code === ownCode(writer)) ?? null
    const before = own?.market_phones ?? officePhones(writer)
    const after = phonesIn(given)
    if (String(before) !== String(after)) {
      if (own) setAnswering(writer, own.code, { ...own, market_phones: after })
      else setOfficePhones(writer, after)
    }
    const name = own?.name ?? null
    return { result: { name, before, after }, summary: { district: name, market_phones: after } }
  }).result
}

/** What is null or an empty list stays; a blank clears. */
export function setResponsible(
  desk: Desk,
  codeOrName: string,
  given: Answering,
): { before: AnsweredDistrict; after: AnsweredDistrict } {
  const problems = [
    ...faultsIn(given.market_phones, '--phone'),
    ...faultsIn(given.inspectorate_phones, '--inspectorate-phone'),
  ]
  if (problems.length > 0) throw new Refusal(problems)
  return change(desk, 'district set', writer => {
    const { code } = districtNamed(writer, codeOrName)
    const before = listDistricts(writer).find(d => d.code === code)!
    const said = (text: string | null, onFile: string | null) =>
      text === null ? onFile : text.trim() || null
    const called = (phones: readonly string[], onFile: string[]) =>
      phones.length === 0 ? onFile : phonesIn(phones)
    const now: Pick<AnsweredDistrict, keyof Answering> = {
      leader: said(given.leader, before.leader),
      unit: said(given.unit, before.unit),
      market_phones: called(given.market_phones, before.market_phones),
      inspectorate_phones: called(given.inspectorate_phones, before.inspectorate_phones),
    }
    const keys = Object.keys(now) as (keyof Answering)[]
    if (keys.some(key => String(now[key]) !== String(before[key]))) setAnswering(writer, code, now)
    return { result: { before, after: { ...before, ...now } }, summary: { district: before.name, ...now } }
  }).result
}

function phonesIn(given: readonly string[]): string[] {
  return [...new Set(given.map(text => foldWidth(text).trim()))].filter(phone => phone !== '')
}

function faultsIn(given: readonly string[], column: string): Problem[] {
  return phonesIn(given)
    .filter(phone => !isPhone(phone))
    .map(value => problem('CX1384', { value, likely: withLostZero(value) }, { column }, { value }))
}
