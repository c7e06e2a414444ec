// What finalized versions were computed from, kept as texts. They are sealed by a digest on their evaluation instead of
// the journal.
import { createHash } from 'node:crypto'
import { deflateSync, inflateSync } from 'node:zlib'
import { calendarBasis, type KeptCalendar } from '../domain/calendar/kept.ts'
import { Refusal } from '../domain/refusal.ts'
import type { SubjectNoun } from '../domain/scheme/scheme.ts'
import type { Party } from '../domain/score/party.ts'
import type { Evaluation } from './evaluation.ts'
import type { Reader, Writer } from './open.ts'
import { ownerOf } from './sheet.ts'

type Which = Pick<Evaluation, 'id' | 'version'>

/**
 * The digest over everything that results follow from: scheme, as-of day, records, sheets, and the calendar where it is
 * not the one that came with the program.
 */
export class BasisDigest {
  private readonly hash = createHash('sha256')

  constructor(scheme: string, asOf: string, calendar: KeptCalendar | null) {
    this.hash.update(`${scheme}\n${asOf}\n`)
    const basis = calendar && calendarBasis(calendar, asOf)
    if (basis !== null) this.add(basis)
  }

  add(basis: string): void {
    this.hash.update(`${basis}\n`)
  }

  hex(): string {
    return this.hash.digest('hex')
  }
}

/** The digest over what a finalized version keeps; null where it cannot be read any more. */
export function digestOfFrozen(
  reader: Reader,
  which: Which & { scheme_sha256: string; as_of: string; calendar: string | null },
): string | null {
  const { scheme_sha256, as_of } = which
  let calendar: KeptCalendar | null
  try {
    calendar = frozenCalendar(which.calendar)
  } catch {
    return null
  }
  const digest = new BasisDigest(scheme_sha256, as_of, calendar)
  for (const { basis } of frozenRows(reader, which)) {
    const text = textOf(basis)
    if (text === null) return null
    digest.add(text)
  }
  return digest.hex()
}

/** The calendar that a finalized version keeps; null of those from before it was kept. */
export function frozenCalendar(calendar: string | null): KeptCalendar | null {
  return calendar === null ? null : (JSON.parse(calendar) as KeptCalendar)
}

export function insertFrozen(writer: Writer, { id, version }: Which, party: Party, basis: string): void {
  writer.run(
    'INSERT INTO frozen (evaluation_id, version, agency_id, subject_id, basis) VALUES (?, ?, ?, ?, ?)',
    id,
    version,
    party.agency_id,
    party.subject_id,
    deflateSync(basis),
  )
}

/** What a finalized version was computed from, in order of id; of those named where some are. */
export function* readFrozen(
  reader: Reader,
  which: Which,
  only?: { noun: SubjectNoun; ids: readonly number[] },
): Generator<string> {
  for (const { basis } of frozenRows(reader, which, only)) {
    const text = textOf(basis)
    if (text === null) throw damaged(which)
    yield text
  }
}

/** Materials that are not what was frozen. */
export function damaged({ id, version }: Which): Refusal {
  return new Refusal('CX5016', { evaluation: id, version, part: 'basis' })
}

function frozenRows(
  reader: Reader,
  { id, version }: Which,
  only?: { noun: SubjectNoun; ids: readonly number[] },
): IterableIterator<{ basis: Uint8Array }> {
  const where = only ? `AND ${ownerOf(only.noun)} IN (SELECT value FROM json_each(?))` : ''
  return reader.iterate<{ basis: Uint8Array }>(
    `SELECT basis FROM frozen WHERE evaluation_id = ? AND version = ? ${where} ORDER BY agency_id, subject_id`,
    id,
    version,
    ...(only ? [JSON.stringify(only.ids)] : []),
  )
}

/**
 * Versions from before there was room for it are not deflated: JSON begins with a brace, deflated bytes with 0x78.
 * Null where the bytes are neither.
 */
function textOf(basis: Uint8Array): string | null {
  if (basis[0] === 0x7b) return Buffer.from(basis).toString('utf8')
  try {
    return inflateSync(basis).toString('utf8')
  } catch {
    return null
  }
}
