// Service systems that were missing in a campaign's time and what became of them (BJ 三(四): rebuilt within it).
import type { Day } from '../day.ts'
import type { Campaign } from './campaign.ts'

export interface SystemFinding {
  state: 'built' | 'missing'
  checked_on: Day
  rebuild_by: Day | null
}

export interface Rebuilding {
  found_on: Day
  due_on: Day
  rebuilt_on: Day | null
  /** Rebuilt after the due day, or not rebuilt and due before today. */
  overdue: boolean
}

/**
 * The findings that hold, by day, from all that were ever written, in the order of writing: one that is written later
 * and is not of a later day corrects those that it goes back behind.
 */
export function lastingFindings(written: readonly SystemFinding[]): SystemFinding[] {
  const lasting: SystemFinding[] = []
  for (const finding of written) {
    while (lasting.length > 0 && lasting.at(-1)!.checked_on >= finding.checked_on) lasting.pop()
    lasting.push(finding)
  }
  return lasting
}

/**
 * The last time that a system was missing on a day of the campaign; null if it never was. It is due by the day set
 * for it last, or else by that of the campaign.
 */
export function rebuildingIn(
  findings: readonly SystemFinding[],
  campaign: Pick<Campaign, 'starts_on' | 'ends_on' | 'rebuild_by'>,
  today: Day,
): Rebuilding | null {
  const gaps: Omit<Rebuilding, 'overdue'>[] = []
  for (const { state, checked_on, rebuild_by } of findings) {
    const last = gaps.at(-1)
    const open = last?.rebuilt_on === null ? last : null
    const due_on = rebuild_by ?? campaign.rebuild_by
    if (state === 'missing' && open === null) gaps.push({ found_on: checked_on, due_on, rebuilt_on: null })
    else if (open !== null) Object.assign(open, state === 'missing' ? { due_on } : { rebuilt_on: checked_on })
  }
  const gap = gaps.findLast(
    ({ found_on, rebuilt_on }) =>
      found_on <= campaign.ends_on && (rebuilt_on === null || rebuilt_on >= campaign.starts_on),
  )
  return gap === undefined ? null : { ...gap, overdue: gap.due_on < (gap.rebuilt_on ?? today) }
}
