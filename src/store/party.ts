// The names of those whom evaluations are about.
import type { AgencyKind } from '../domain/roster/agency.ts'
import type { SubjectNoun } from '../domain/scheme/scheme.ts'
import type { Subject } from '../domain/score/dossier.ts'
import type { PartyName } from '../domain/score/party.ts'
import type { Reader } from './open.ts'

/** By id: all agencies, or all subjects of a kind. */
export function partyNames(reader: Reader, noun: SubjectNoun): Map<number, PartyName> {
  const rows = reader.all<PartyName>(
    noun === 'agency'
      ? `SELECT id AS agency_id, NULL AS subject_id, uscc, license_no AS code, name, district_code FROM agency`
      : `SELECT NULL AS agency_id, id AS subject_id, NULL AS uscc, code, name, district_code FROM subject
         WHERE kind = ?`,
    ...(noun === 'agency' ? [] : [noun]),
  )
  return new Map(rows.map(row => [(row.agency_id ?? row.subject_id)!, row]))
}

/** With what tells whether a scheme is for them, and what it asks. */
export interface Candidate {
  party: PartyName
  /** One of the two. */
  agency: { kind: AgencyKind } | null
  subject: Pick<Subject, 'type' | 'ended_on'> | null
}

/** By id, in its order: all agencies, or all subjects of a kind. */
export function listCandidates(reader: Reader, noun: SubjectNoun): Map<number, Candidate> {
  const names = partyNames(reader, noun)
  const candidates = new Map<number, Candidate>()
  if (noun === 'agency') {
    for (const { id, kind } of reader.iterate<{ id: number; kind: AgencyKind }>(
      'SELECT id, kind FROM agency ORDER BY id',
    ))
      candidates.set(id, { party: names.get(id)!, agency: { kind }, subject: null })
    return candidates
  }
  for (const { id, ...subject } of reader.iterate<Pick<Subject, 'id' | 'type' | 'ended_on'>>(
    'SELECT id, type, ended_on FROM subject WHERE kind = ? ORDER BY id',
    noun,
  ))
    candidates.set(id, { party: names.get(id)!, agency: null, subject })
  return candidates
}
