// Everything on file about the subjects of evaluations, read register by register in sets of neighbors.
import type { Activity } from '../domain/records/activity.ts'
import type { Commitment } from '../domain/records/commitment.ts'
import type { Complaint } from '../domain/records/complaint.ts'
import type { Honor } from '../domain/records/honor.ts'
import type { Inspection } from '../domain/records/inspection.ts'
import type { Metric } from '../domain/records/metric.ts'
import type { Offense } from '../domain/records/offense.ts'
import type { Penalty } from '../domain/records/penalty.ts'
import type { Agency } from '../domain/roster/agency.ts'
import type { SubjectNoun } from '../domain/scheme/scheme.ts'
import type { AgencyDossier, AnnualCheck, Dossier, Subject } from '../domain/score/dossier.ts'
import { agenciesBetween } from './agency.ts'
import type { Reader } from './open.ts'

/** Subjects whose records are read together: many enough for few questions, few enough to be held. */
const TOGETHER = 500

/**
 * Dossiers in order of id, a set at a time so that their number does not matter; `from` and `to` are ids. Personal
 * data of complainants stays out: no rule looks at it. A complaint that repeats another counts there, once.
 */
export function* dossierSets(
  reader: Reader,
  noun: SubjectNoun,
  between: { from: number; to: number } = { from: 0, to: Number.MAX_SAFE_INTEGER },
): Generator<Dossier[]> {
  for (let from = between.from; ; ) {
    const last = lastOfSet(reader, noun, from, between.to)
    if (last === null) return
    yield readSet(reader, noun, from, last)
    from = last + 1
  }
}

/** Of all agencies, at once. */
export function readDossiers(reader: Reader): AgencyDossier[] {
  return [...dossierSets(reader, 'agency')].flat() as AgencyDossier[]
}

/** Of one subject of an evaluation; undefined where there is none of that id. */
export function dossierOf(reader: Reader, noun: SubjectNoun, id: number): Dossier | undefined {
  return readSet(reader, noun, id, id)[0]
}

function lastOfSet(reader: Reader, noun: SubjectNoun, from: number, to: number): number | null {
  const [table, where, ...kind] = noun === 'agency' ? ['agency', ''] : ['subject', 'AND kind = ?', noun]
  return reader.get<{ last: number | null }>(
    `SELECT max(id) AS last FROM
       (SELECT id FROM ${table} WHERE id BETWEEN ? AND ? ${where} ORDER BY id LIMIT ${TOGETHER})`,
    from,
    to,
    ...kind,
  )!.last
}

function readSet(reader: Reader, noun: SubjectNoun, from: number, to: number): Dossier[] {
  const owner = noun === 'agency' ? 'agency_id' : 'subject_id'
  const read = <T>(columns: string, table: string, order: string, where = '') =>
    byOwner<T>(
      reader.all<{ owner: number } & T>(
        `SELECT ${owner} AS owner, ${columns} FROM ${table} WHERE ${owner} BETWEEN ? AND ? ${where}
         ORDER BY ${owner}, ${order}`,
        from,
        to,
      ),
    )
  const complaints = read<Complaint>(
    'complaint_no, received_on, category, summary, dishonest, accepted_on, due_on, closed_on, finding',
    'complaint',
    'complaint_no',
    'AND duplicate_of IS NULL',
  )
  const penalties = ofAgencies<Penalty>(noun, () =>
    read('decision_no, authority, kind, decision_date, status, revoked_on', 'penalty', 'decision_no'),
  )
  const offenses = read<Offense>('offense_no, person, kind, serious, date', 'offense', 'date, key')
  const honors = read<Honor>(
    'cert_no, holder, holder_kind, title, granted_on, valid_to, status, revoked_on',
    'honor',
    'granted_on, key',
  )
  const commitments = ofAgencies<Commitment>(noun, () =>
    read('kind, signed_on, signed_count, displayed', 'commitment', 'signed_on, kind'),
  )
  const activities = read<Activity>('kind, title, held_on, satisfaction', 'activity', 'held_on, key')
  const inspections = ofAgencies<Omit<Inspection, 'items'> & { items: string }>(noun, () =>
    read('batch, date, cooperated, items, rectify_due, rectified_on', 'inspection', 'date, key'),
  )
  const checks = read<AnnualCheck>('year, result', 'annual_check', 'year')
  const metrics = read<Metric>('metric, period, value, unit', 'metric', 'metric, period')
  const outstanding = ofAgencies<{ day: string }>(noun, () =>
    read('day', 'campaign_entry', 'day, id', "AND kind = 'outstanding'"),
  )
  return holdersBetween(reader, noun, from, to).map(who => {
    const id = (who.agency ?? who.subject)!.id
    return {
      ...who,
      complaints: complaints.get(id) ?? [],
      penalties: penalties.get(id) ?? [],
      offenses: offenses.get(id) ?? [],
      honors: honors.get(id) ?? [],
      commitments: commitments.get(id) ?? [],
      activities: activities.get(id) ?? [],
      inspections: (inspections.get(id) ?? []).map(i => ({
        ...i,
        items: JSON.parse(i.items) as Inspection['items'],
      })),
      annual_checks: checks.get(id) ?? [],
      metrics: metrics.get(id) ?? [],
      outstanding: (outstanding.get(id) ?? []).map(entry => entry.day),
    }
  })
}

/** Registers that only agencies have. */
function ofAgencies<T>(noun: SubjectNoun, read: () => Map<number, T[]>): Map<number, T[]> {
  return noun === 'agency' ? read() : new Map()
}

/** Agencies, or subjects of a kind, between two ids. */
export function holdersBetween(
  reader: Reader,
  noun: SubjectNoun,
  from: number,
  to: number,
): { agency: Agency | null; subject: Subject | null }[] {
  if (noun === 'agency') {
    return agenciesBetween(reader, from, to).map(agency => ({ agency, subject: null }))
  }
  return reader
    .all<Subject>(
      `SELECT id, kind, type, name, code, district_code, post, started_on, ended_on FROM subject
       WHERE kind = ? AND id BETWEEN ? AND ? ORDER BY id`,
      noun,
      from,
      to,
    )
    .map(subject => ({ agency: null, subject }))
}

function byOwner<T>(rows: readonly ({ owner: number } & T)[]): Map<number, T[]> {
  const found = new Map<number, T[]>()
  for (const { owner, ...record } of rows) {
    const list = found.get(owner)
    if (list) list.push(record as unknown as T)
    else found.set(owner, [record as unknown as T])
  }
  return found
}
