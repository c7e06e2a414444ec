// Writes what a merge has planned: agencies first, so that those which were not there have an id.
import { recordKinds } from '../../domain/records/all.ts'
import { storedValues } from '../../domain/records/kind.ts'
import type { MergeStep } from '../../domain/submission/merging.ts'
import type { PackageContent } from '../../domain/submission/package.ts'
import { deleteEntry, insertEntry } from '../../store/campaign.ts'
import type { Writer } from '../../store/open.ts'
import { deleteOverride, setOverride } from '../../store/override.ts'
import { insertRecord, updateRecord } from '../../store/record.ts'
import { endRuling, insertRuling } from '../../store/ruling.ts'
import { insertSheet, setRatings, setWithdrawn } from '../../store/sheet.ts'
import type { Desk } from '../desk.ts'
import { BY_PACKAGE } from './plan-evaluation.ts'

export interface Applicable {
  steps: readonly MergeStep[]
  /** Ids of the package's agencies that are on file. */
  agencies: readonly number[]
  /** The evaluation that sheets and rulings go to; null where there is none that takes them. */
  evaluation: number | null
}

export function applySteps(
  desk: Desk,
  writer: Writer,
  { steps, agencies, evaluation }: Applicable,
  content: PackageContent,
): void {
  const ids = [...agencies]
  for (const step of steps) applyStep(desk, writer, step, ids, evaluation, content)
}

function applyStep(
  desk: Desk,
  writer: Writer,
  step: MergeStep,
  ids: number[],
  evaluation: number | null,
  { manifest }: PackageContent,
): void {
  switch (step.do) {
    case 'add_agency':
      ids[step.agency] = insertRecord(writer, 'agency', step.values)
      break
    case 'set_agency':
      updateRecord(writer, 'agency', step.id, step.values)
      break
    case 'add_record': {
      const kind = recordKinds.find(k => k.noun === step.noun)!
      const agency_id = ids[step.agency]!
      const key = kind.key(step.row, agency_id, null)
      insertRecord(writer, kind.table, storedValues(kind, { ...step.values, key, agency_id }))
      break
    }
    case 'set_record':
      updateRecord(writer, step.table, step.id, step.values)
      break
    case 'add_sheet': {
      const { rater_kind, rater, note, withdrawn, ratings } = step.sheet
      const text = JSON.stringify(Object.fromEntries(ratings))
      const sheet = { agency_id: ids[step.agency]!, rater_kind, rater, note, ratings: text }
      const id = insertSheet(writer, evaluation!, sheet)
      if (withdrawn) setWithdrawn(writer, id, withdrawn.on, withdrawn.reason)
      break
    }
    case 'set_ratings':
      setRatings(writer, step.id, step.ratings)
      break
    case 'withdraw_sheet':
      setWithdrawn(writer, step.id, step.withdrawn?.on ?? null, step.withdrawn?.reason ?? null)
      break
    case 'set_override': {
      const { agency: _agency, ...override } = step.override
      setOverride(writer, evaluation!, { agency_id: ids[step.agency]!, subject_id: null }, override)
      break
    }
    case 'drop_override':
      deleteOverride(writer, step.id)
      break
    case 'end_ruling':
      endRuling(writer, step.id, desk.today, BY_PACKAGE)
      break
    case 'drop_outstanding':
      deleteEntry(writer, step.campaign, step.agency_id, 'outstanding')
      break
    case 'add_outstanding': {
      const { campaign, agency, day, reason } = step
      insertEntry(writer, campaign, { agency_id: ids[agency]!, kind: 'outstanding', day, reason })
      break
    }
    case 'add_ruling': {
      if (step.instead !== null) endRuling(writer, step.instead, desk.today, BY_PACKAGE)
      const { agency, tied, ...ruling } = step.ruling
      const party = (place: number) => ({ agency_id: ids[place]!, subject_id: null })
      insertRuling(writer, evaluation!, {
        ...ruling,
        district_code: ['share', 'tie'].includes(ruling.kind) ? manifest.district.code : null,
        party: agency === null ? null : party(agency),
        tied: tied.map(t => ({ ...party(t.agency), chosen: t.chosen })),
      })
    }
  }
}
