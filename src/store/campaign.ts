// Campaigns, what agencies did in them, and the findings on service systems that the journal still knows.
import type { Campaign, CampaignEntry, EntryKind } from '../domain/campaign/campaign.ts'
import type { SystemFinding } from '../domain/campaign/rebuilding.ts'
import type { Reader, Writer } from './open.ts'

/** The latest first. */
export function listCampaigns(reader: Reader): Campaign[] {
  return reader.all<Campaign>(
    'SELECT id, name, starts_on, ends_on, rebuild_by FROM campaign ORDER BY starts_on DESC, id DESC',
  )
}

export function insertCampaign(writer: Writer, c: Omit<Campaign, 'id'>): number {
  const sql = 'INSERT INTO campaign (name, starts_on, ends_on, rebuild_by) VALUES (?, ?, ?, ?)'
  return writer.run(sql, c.name, c.starts_on, c.ends_on, c.rebuild_by).id
}

export type NamedEntry = CampaignEntry & { uscc: string | null; agency_name: string; district_code: string }

/** By day. */
export function listEntries(reader: Reader, campaign: number): NamedEntry[] {
  return reader.all<NamedEntry>(
    `SELECT e.id, e.agency_id, e.kind, e.day, e.reason, a.uscc, a.name AS agency_name, a.district_code
     FROM campaign_entry e JOIN agency a ON a.id = e.agency_id WHERE e.campaign_id = ? ORDER BY e.day, e.id`,
    campaign,
  )
}

export function insertEntry(writer: Writer, campaign: number, entry: Omit<CampaignEntry, 'id'>): void {
  writer.run(
    'INSERT INTO campaign_entry (campaign_id, agency_id, kind, day, reason) VALUES (?, ?, ?, ?, ?)',
    campaign,
    entry.agency_id,
    entry.kind,
    entry.day,
    entry.reason,
  )
}

export function deleteEntry(writer: Writer, campaign: number, agency: number, kind: EntryKind): void {
  const sql = 'DELETE FROM campaign_entry WHERE campaign_id = ? AND agency_id = ? AND kind = ?'
  writer.run(sql, campaign, agency, kind)
}

export interface SystemHistory {
  id: number
  agency_id: number
  uscc: string | null
  agency_name: string
  district_code: string
  system: string
  /** In the order in which they were written. */
  written: SystemFinding[]
}

/** Every system on file with all that was found of it: its row holds only what was found last. */
export function listSystemHistories(reader: Reader): SystemHistory[] {
  const rows = reader.iterate<Omit<SystemHistory, 'written'> & SystemFinding & { made: number }>(
    `SELECT s.id, s.agency_id, a.uscc, a.name AS agency_name, a.district_code, s.system, c.before IS NULL AS made,
            c.after->>'state' AS state, c.after->>'checked_on' AS checked_on, c.after->>'rebuild_by' AS rebuild_by
     FROM row_change c JOIN system s ON s.id = CAST(c.row_key AS INTEGER) JOIN agency a ON a.id = s.agency_id
     WHERE c.table_name = 'system' AND c.after IS NOT NULL ORDER BY s.id, c.seq`,
  )
  const histories: SystemHistory[] = []
  for (const { made, state, checked_on, rebuild_by, ...system } of rows) {
    // A row that was deleted may have given its number to another.
    if (made === 1 && histories.at(-1)?.id === system.id) histories.pop()
    if (histories.at(-1)?.id !== system.id) histories.push({ ...system, written: [] })
    histories.at(-1)!.written.push({ state, checked_on, rebuild_by })
  }
  return histories
}
