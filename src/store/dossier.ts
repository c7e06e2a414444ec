// Everything on file about every agency, read register by register in whole sets.
import type { Activity } from '../domain/records/activity.ts'
import type { Commitment } from '../domain/records/commitment.ts'
import type { Complaint } from '../domain/records/complaint.ts'
import type { Honor } from '../domain/records/honor.ts'
import type { Inspection } from '../domain/records/inspection.ts'
import type { Metric } from '../domain/records/metric.ts'
import type { Offense } from '../domain/records/offense.ts'
import type { Penalty } from '../domain/records/penalty.ts'
import type { AnnualCheck, Dossier } from '../domain/score/dossier.ts'
import { listAgencies } from './agency.ts'
import type { Reader } from './open.ts'

/**
 * Dossiers in order of agency id. Personal data of complainants stays out: no rule looks at it. A complaint that repeats
 * another counts there, once.
 */
export function readDossiers(reader: Reader): Dossier[] {
  const complaints = byAgency<Complaint>(
    reader,
    `SELECT agency_id, complaint_no, received_on, category, summary, dishonest, accepted_on, due_on, closed_on, finding
     FROM complaint WHERE duplicate_of IS NULL ORDER BY complaint_no`,
  )
  const penalties = byAgency<Penalty>(
    reader,
    'SELECT agency_id, decision_no, authority, kind, decision_date, status, revoked_on FROM penalty ORDER BY decision_no',
  )
  const offenses = byAgency<Offense>(
    reader,
    `SELECT agency_id, offense_no, person, kind, date FROM offense WHERE agency_id IS NOT NULL ORDER BY date, key`,
  )
  const honors = byAgency<Honor>(
    reader,
    `SELECT agency_id, cert_no, holder, holder_kind, title, granted_on, valid_to, status, revoked_on
     FROM honor WHERE agency_id IS NOT NULL ORDER BY granted_on, key`,
  )
  const commitments = byAgency<Commitment>(
    reader,
    'SELECT agency_id, kind, signed_on, signed_count, displayed FROM commitment ORDER BY signed_on, kind',
  )
  const activities = byAgency<Activity>(
    reader,
    'SELECT agency_id, kind, title, held_on, satisfaction FROM activity ORDER BY held_on, key',
  )
  const inspections = byAgency<Omit<Inspection, 'items'> & { items: string }>(
    reader,
    'SELECT agency_id, batch, date, cooperated, items, rectify_due, rectified_on FROM inspection ORDER BY date, key',
  )
  const checks = byAgency<AnnualCheck>(
    reader,
    'SELECT agency_id, year, result FROM annual_check ORDER BY year',
  )
  const metrics = byAgency<Metric>(
    reader,
    'SELECT agency_id, metric, period, value, unit FROM metric ORDER BY metric, period',
  )
  const outstanding = byAgency<{ day: string }>(
    reader,
    "SELECT agency_id, day FROM campaign_entry WHERE kind = 'outstanding' ORDER BY day, id",
  )
  return listAgencies(reader).map(agency => ({
    agency,
    complaints: complaints.get(agency.id) ?? [],
    penalties: penalties.get(agency.id) ?? [],
    offenses: offenses.get(agency.id) ?? [],
    honors: honors.get(agency.id) ?? [],
    commitments: commitments.get(agency.id) ?? [],
    activities: activities.get(agency.id) ?? [],
    inspections: (inspections.get(agency.id) ?? []).map(i => ({
      ...i,
      items: JSON.parse(i.items) as Inspection['items'],
    })),
    annual_checks: checks.get(agency.id) ?? [],
    metrics: metrics.get(agency.id) ?? [],
    outstanding: (outstanding.get(agency.id) ?? []).map(entry => entry.day),
  }))
}

function byAgency<T>(reader: Reader, sql: string): Map<number, T[]> {
  const found = new Map<number, T[]>()
  for (const { agency_id, ...record } of reader.iterate<{ agency_id: number } & T>(sql)) {
    const list = found.get(agency_id)
    if (list) list.push(record as T)
    else found.set(agency_id, [record as T])
  }
  return found
}
