// The steps of a complaint's life, and one case with its history.
import type { Values } from '../domain/imports/column.ts'
import type { Problem } from '../domain/problem.ts'
import { type Complaint, complaintKind, isVerified } from '../domain/records/complaint.ts'
import { type Step, stepColumns, takeStep } from '../domain/records/complaint-case.ts'
import { type Limit, type LimitedCase, limitOf } from '../domain/records/complaint-limit.ts'
import { type Honor, honorStatus } from '../domain/records/honor.ts'
import { listingState } from '../domain/records/listing.ts'
import { duplicatesOf } from '../store/complaint.ts'
import type { Reader } from '../store/open.ts'
import { listRecords, type StoredRecord, updateRecord } from '../store/record.ts'
import { ask, askOnRecord, change, type Desk } from './desk.ts'
import { recordNamed } from './find-record.ts'
import { addFindings, type GivenFields, readGiven } from './given-fields.ts'
import { limitsWhenAsked } from './limit-rules.ts'
import { type RecordShown, recordView, shownRecord } from './record-history.ts'

export interface StepTaken {
  /** With any, the case is as it was. */
  problems: Problem[]
  record: Values
  /** Of an agency whose complaint is now a verified dishonest one: to be looked at, not changed. */
  touched: TouchedHonor[]
  listings: TouchedListing[]
}

/** An honor in force. */
export interface TouchedHonor {
  title: string
  holder: string
  plate_no: string | null
  granted_on: string
}

/** An entry of a list that nobody has taken off. */
export interface TouchedListing {
  list: 'red' | 'black'
  person: string | null
  basis: string
  listed_on: string
  until: string | null
}

/** `place`: how the clerk names a field. Refuses a step that does not follow from where the case is. */
export function stepComplaint(
  desk: Desk,
  no: string,
  step: Step,
  given: GivenFields & { reason: string | null },
): StepTaken {
  return change(desk, `complaint ${step}`, writer => {
    const found = recordNamed(writer, complaintKind, no)
    const { values, problems } = readGiven(stepColumns[step], given)
    const { today, operator } = desk
    const { reason } = given
    const rules = limitsWhenAsked(writer)
    const { after, refused } = takeStep(step, found.values, { values, reason, today, operator, rules })
    addFindings(problems, refused, given.place)
    const done = problems.length === 0
    if (done) updateRecord(writer, 'complaint', found.id, after)
    const closed = done && step === 'close' && isVerified(after as unknown as Complaint, today)
    const dishonest = closed && after.dishonest === 1
    return {
      result: {
        problems,
        record: recordView(writer, complaintKind, { ...found, values: done ? after : found.values }),
        touched: dishonest ? honorsInForce(writer, found, today) : [],
        listings: dishonest ? listingsInForce(writer, found.agency_id, today) : [],
      },
      summary: { record: complaintKind.label(found.values), ...(reason === null ? {} : { reason }) },
    }
  }).result
}

export interface CaseShown extends Limit, RecordShown {
  /** Numbers of the complaints that repeat this one. */
  duplicates: string[]
  /** How often it was opened again. */
  reopened: number
}

/**
 * One case and what was done with it, oldest first. `personal`: the reason for which it is wanted who complained; that
 * is logged.
 */
export function showComplaint(desk: Desk, no: string, personal: string | null = null): CaseShown {
  if (personal === null) return ask(desk, reader => readCase(desk, reader, no, false))
  return askOnRecord(desk, 'complaint show', reader => {
    const result = readCase(desk, reader, no, true)
    const record = complaintKind.label(result.record)
    return { result, summary: { record, reason: personal, records: 1 } }
  })
}

function readCase(desk: Desk, reader: Reader, no: string, personal: boolean): CaseShown {
  const found = recordNamed(reader, complaintKind, no)
  const shown = shownRecord(reader, complaintKind, found, personal)
  const again = shown.history.filter(change => change.command === 'complaint reopen')
  return {
    ...shown,
    ...limitOf(found.values as unknown as LimitedCase, limitsWhenAsked(reader), desk.today),
    duplicates: duplicatesOf(reader, found.key),
    reopened: new Set(again.map(change => change.entry)).size,
  }
}

/** Of an agency, its windows and its people; of a subject where there is no agency. */
export function honorsInForce(
  reader: Reader,
  { agency_id: agency, subject_id }: Pick<StoredRecord, 'agency_id' | 'subject_id'>,
  today: string,
): TouchedHonor[] {
  const subject = agency === null ? subject_id : null
  return (
    listRecords(reader, 'honor', { agency, subject, district: null }) as unknown as (Honor & {
      plate_no: string | null
    })[]
  )
    .filter(honor => honorStatus(honor, today) === 'valid')
    .map(({ title, holder, plate_no, granted_on }) => ({ title, holder, plate_no, granted_on }))
}

/** Also one past its last day: it stands until somebody takes it off. */
function listingsInForce(reader: Reader, agency: number | null, today: string): TouchedListing[] {
  if (agency === null) return []
  return (
    listRecords(reader, 'listing', { agency, district: null }) as unknown as (Values & TouchedListing)[]
  )
    .filter(listing => ['listed', 'expired'].includes(listingState(listing, today)))
    .map(({ list, person, basis, listed_on, until }) => ({ list, person, basis, listed_on, until }))
}
