// A title taken back, and its plate: each by a person, with the document it rests on (BJ 三(八)2, ZS 四(三), LY 五5).
import type { Day } from '../../domain/day.ts'
import type { Values } from '../../domain/imports/column.ts'
import { type Problem, problem } from '../../domain/problem.ts'
import { honorKind, honorStatus, isPlateOutstanding } from '../../domain/records/honor.ts'
import { inOrder } from '../../domain/records/kind.ts'
import { measureSteps } from '../../domain/records/measure-step.ts'
import type { RevocationGround } from '../../domain/scheme/scheme.ts'
import type { Writer } from '../../store/open.ts'
import type { StoredRecord } from '../../store/record.ts'
import { change, type Desk } from '../desk.ts'
import { addFindings, type GivenFields, readGiven } from '../given-fields.ts'
import { type MeasureStepDone, stepRecord } from '../measures/step.ts'
import { type TouchedTitle, touchedBy } from './review.ts'
import { honorsReviewed, titleNamed } from './titles.ts'

export interface Revocation extends GivenFields {
  /** Null where the record tells it. */
  reason: string | null
  /** Number of a record that the review found. */
  record: string | null
  /** The plate has not come back yet. */
  outstanding: boolean
  /** The reason that a finding gives. */
  reasonOf: (touched: TouchedTitle) => string
}

export interface Revoked extends MeasureStepDone {
  /** Null where it rests on no record. */
  ground: RevocationGround | null
}

export function revokeTitle(desk: Desk, name: string, given: Revocation): Revoked {
  return change(desk, 'title revoke', writer => {
    const found = titleNamed(writer, name, h => honorStatus(h, desk.today) === 'valid')
    const { touched, problems } = findingOf(writer, desk, found, given.record)
    problems.push(...againstDays(given, found.values, touched, desk.today))
    const { plate_no: plate, plate_returned_on: back } = found.values
    const told = given.outstanding || given.fields.has('plate_returned_on')
    if (typeof plate === 'string' && back === null && !told)
      problems.push(
        problem('CX1390', { plate }, { column: '--plate-returned' }, { field: 'plate_returned_on' }),
      )
    const reason = given.reason ?? (touched === null ? null : given.reasonOf(touched))
    // A record that the review did not find is told as such, not as a reason that is missing.
    const stated = given.record !== null && touched === null ? (given.reason ?? '—') : reason
    const done = stepRecord(writer, desk, 'title_revoked', found, { ...given, reason: stated }, problems)
    const ground = touched?.finding.ground ?? null
    return {
      result: { ...done, ground },
      summary: { record: done.label, reason, ground, source: touched?.finding.record ?? null },
    }
  }).result
}

/** Not before what it rests on was found, and the plate not back before it. What cannot be read is told elsewhere. */
function againstDays(
  given: GivenFields,
  { granted_on }: Values,
  touched: TouchedTitle | null,
  today: Day,
): Problem[] {
  const asked = ['revoked_on', 'plate_returned_on']
  const { values } = readGiven(
    honorKind.columns.filter(c => asked.includes(c.key)),
    given,
  )
  const on = (values.revoked_on ?? today) as Day
  const back = values.plate_returned_on ?? null
  // A plate that is back before it was given is told as that.
  const findings =
    back !== null && back < granted_on!
      ? []
      : inOrder({ revoked_on: on, plate_returned_on: back }, [
          ['revoked_on', '撤销日期', 'plate_returned_on', '标牌收回日期'],
        ])
  const found = touched?.finding.on ?? null
  if (found !== null && on < found)
    findings.push({
      fault: { code: 'CX1396', params: { on, found, record: touched!.finding.record } },
      key: 'revoked_on',
    })
  const problems: Problem[] = []
  addFindings(problems, findings, given.place)
  return problems
}

/** What the review found of the title under that number; a number that it did not find is a problem. */
function findingOf(
  writer: Writer,
  { today }: Pick<Desk, 'today'>,
  { id, values }: StoredRecord,
  record: string | null,
): { touched: TouchedTitle | null; problems: Problem[] } {
  if (record === null) return { touched: null, problems: [] }
  const held = honorsReviewed(writer).find(t => t.honor.id === id)
  const findings = held === undefined ? [] : touchedBy(writer, held, today)
  const touched = findings.find(t => t.finding.record === record.trim()) ?? null
  if (touched !== null) return { touched, problems: [] }
  const found = findings.map(t => t.finding.record).join('、')
  const params = { value: record, subject: String(values.holder), found }
  return { touched, problems: [problem('CX1392', params, { column: '--record' }, { field: 'record' })] }
}

/** The plate of a title has come back. */
export function returnPlate(desk: Desk, name: string, given: GivenFields): MeasureStepDone {
  const { noun, verb } = measureSteps.plate_returned
  return change(desk, `${noun} ${verb}`, writer => {
    const found = titleNamed(writer, name, h => isPlateOutstanding(h, desk.today))
    const result = stepRecord(writer, desk, 'plate_returned', found, { ...given, reason: null })
    return { result, summary: { record: result.label, plate: found.values.plate_no ?? null } }
  }).result
}
