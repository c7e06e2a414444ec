// Jurisdictions and who answers for them: the leader and the responsible unit that each has to name (BJ 四(一)1).
import type { AnsweredDistrict } from '../domain/roster/district.ts'
import { listDistricts, setAnswering } from '../store/reference.ts'
import { ask, change, type Desk } from './desk.ts'
import { districtNamed } from './find-district.ts'

export function districtsOf(desk: Desk): AnsweredDistrict[] {
  return ask(desk, listDistricts)
}

/** What is null stays; a blank clears. */
export function setResponsible(
  desk: Desk,
  codeOrName: string,
  given: { leader: string | null; unit: string | null },
): { before: AnsweredDistrict; after: AnsweredDistrict } {
  return change(desk, 'district set', writer => {
    const { code } = districtNamed(writer, codeOrName)
    const before = listDistricts(writer).find(d => d.code === code)!
    const said = (text: string | null, onFile: string | null) =>
      text === null ? onFile : text.trim() || null
    const after = {
      ...before,
      leader: said(given.leader, before.leader),
      unit: said(given.unit, before.unit),
    }
    const changed = after.leader !== before.leader || after.unit !== before.unit
    if (changed) setAnswering(writer, code, after)
    const { leader, unit } = after
    return { result: { before, after }, summary: { district: before.name, leader, unit } }
  }).result
}
