// Integrity archives (诚信档案): of every agency asked for, all that is on file about it, in the sections of the scheme.
import {
  type Audience,
  archivedTables,
  correctionsOf,
  type EntryText,
  type EvaluationOutcome,
  evaluationEntry,
  recordEntry,
  rosterEntries,
  ruleOf,
} from '../../domain/archive/entries.ts'
import { type ArchiveLayout, placeIn, type SectionId } from '../../domain/archive/sections.ts'
import { pointsText } from '../../domain/exact.ts'
import type { Values } from '../../domain/imports/column.ts'
import type { Agency } from '../../domain/roster/agency.ts'
import { zhCN } from '../../messages/zh-CN/index.ts'
import { listBatches } from '../../store/batch.ts'
import { listEvaluations } from '../../store/evaluation.ts'
import { historyOf, type PastRow } from '../../store/journal.ts'
import { listCandidates } from '../../store/nomination.ts'
import type { Reader } from '../../store/open.ts'
import { recordsByAgency } from '../../store/record.ts'
import { getSetting } from '../../store/reference.ts'
import { findResult } from '../../store/result.ts'
import { schemeById, schemeOf } from '../evaluation/which.ts'
import { limitsWhenAsked } from '../limit-rules.ts'
import { districtNames } from '../list-agencies.ts'
import { gradeLabel } from '../papers/paper.ts'

/** Where an entry comes from: the file's line or who made it by hand, and the entry of the log. */
export interface EntrySource {
  file: string | null
  line: number | null
  entry: number
  operator: string
  at: string
}

export interface ArchiveEntry extends EntryText {
  /** Not told to the public: it names files and clerks. */
  source: EntrySource | null
}

export interface ArchiveSection {
  id: SectionId
  title: string
  /** Whether it holds anything for the public. */
  public: boolean
  entries: ArchiveEntry[]
}

export interface Archive {
  agency: Agency
  district: string
  /** An archive exists once its agency is on file. */
  opened: EntrySource
  sections: ArchiveSection[]
}

type Row = Values & { batch_id?: number | null; line: number | null }

/** With the row as it left it. */
type Change = PastRow & { row: Row }

/** In the order of the agencies given. */
export function readArchives(
  reader: Reader,
  agencies: readonly Agency[],
  today: string,
  audience: Audience,
): { layout: ArchiveLayout; archives: Archive[] } {
  const { archive: layout } = schemeById(reader, getSetting(reader, 'scheme')!)
  const names = districtNames(reader)
  const files = new Map(listBatches(reader).map(b => [b.id, b.file]))
  const only = agencies.length === 1 ? agencies[0]!.id : null
  const registers = archivedTables.map(table => ({ table, records: recordsByAgency(reader, table, only) }))
  const outcomes = outcomesOf(reader)
  const limits = limitsWhenAsked(reader)
  /** Of the change at a place in a row's history: the file that brought it, if one did. */
  const sourceOf = (history: readonly Change[], at: number): EntrySource => {
    const { entry, operator, at: when, row } = history[at]!
    const { batch_id, line } = row
    const brought = at === 0 || batch_id !== history[at - 1]!.row.batch_id
    const file = brought ? (files.get(batch_id!) ?? null) : null
    return { file, line: file === null ? null : line, entry, operator, at: when }
  }
  const archives = agencies.map((agency): Archive => {
    const district = names.get(agency.district_code)!
    const past = changesOf(reader, 'agency', agency.id)
    const opened = sourceOf(past, 0)
    const found: { section: SectionId; entry: ArchiveEntry; since: string }[] = []
    const put = (wanted: readonly SectionId[], entry: EntryText, source: EntrySource) =>
      found.push({
        section: placeIn(layout, wanted),
        entry: { ...entry, source: audience === 'public' ? null : source },
        since: source.at.slice(0, 10),
      })
    for (const { field, ...entry } of rosterEntries(agency, district, today))
      put(['basic'], entry, sourceOf(past, lastSetting(past, field)))
    put(['basic'], openedEntry(agency, opened), opened)
    for (const { table, records } of registers) {
      const rule = ruleOf(table)
      for (const record of records.get(agency.id) ?? []) {
        const history = changesOf(reader, table, record.id)
        const versions = history.map(c => ({ values: c.row, on: c.at.slice(0, 10), by: c.operator }))
        const corrections = correctionsOf(rule.kind, versions)
        const entry = recordEntry(
          rule,
          { id: record.id, values: record },
          corrections,
          { today, limits },
          audience,
        )
        // The file that told of it last; made by hand, its first entry.
        put(rule.sections(record), entry, sourceOf(history, lastSetting(history, 'batch_id')))
      }
    }
    for (const { outcome, sealed } of outcomes(agency))
      put(['evaluation'], evaluationEntry(outcome, audience), sourceOf(sealed, sealed.length - 1))
    const shown = audience === 'public' ? found.filter(({ entry }) => entry.public) : found
    const sections = layout.sections.map(({ id, title }): ArchiveSection => {
      const own = shown.filter(({ section }) => section === id)
      const since = new Map(own.map(({ entry, since }) => [entry, since]))
      // What has no day of its own has stood so since it was entered.
      const entries = inOrder([...since.keys()]).map(e => ({ ...e, date: e.date ?? since.get(e)! }))
      return { id, title, public: entries.some(entry => entry.public), entries }
    })
    return { agency, district, opened, sections }
  })
  return { layout, archives }
}

function changesOf(reader: Reader, table: string, id: number): Change[] {
  return historyOf(reader, table, String(id)).map(change => {
    return { ...change, row: JSON.parse(change.after!) as Row }
  })
}

/** The place of the change by which a field came to say what it says; a jurisdiction is stored by its code. */
function lastSetting(past: readonly Change[], field: string): number {
  const key = field === 'district' ? 'district_code' : field
  return past.findLastIndex((change, i) => i === 0 || past[i - 1]!.row[key] !== change.row[key])
}

function openedEntry(agency: Agency, opened: EntrySource): EntryText {
  const record = `agency#${agency.id}`
  return {
    date: opened.at.slice(0, 10),
    kind: 'agency',
    text: '建立诚信档案',
    state: null,
    record,
    public: true,
  }
}

/** Without a day first, then the oldest; entries of one day as the registers have them. */
function inOrder(entries: readonly ArchiveEntry[]): ArchiveEntry[] {
  const day = (entry: ArchiveEntry) => entry.date ?? ''
  return [...entries].sort((a, b) => (day(a) < day(b) ? -1 : day(a) > day(b) ? 1 : 0))
}

/** What finalized evaluations and their nomination lists say of an agency, and the history of each. */
function outcomesOf(reader: Reader): (agency: Agency) => { outcome: EvaluationOutcome; sealed: Change[] }[] {
  const finalized = listEvaluations(reader)
    .filter(e => e.status === 'finalized')
    .map(evaluation => ({
      evaluation,
      scheme: schemeOf(reader, evaluation),
      decisions: new Map(listCandidates(reader, evaluation.id).map(c => [c.agency_id, c.decision])),
      sealed: changesOf(reader, 'evaluation', evaluation.id),
    }))
  return agency =>
    finalized.flatMap(({ evaluation, scheme, decisions, sealed }) => {
      const { id, year, as_of } = evaluation
      const result = findResult(reader, evaluation, 'agency', agency.id)
      if (!result) return []
      const { total, grade } = result
      const decided = decisions.get(agency.id)
      const outcome = {
        id,
        year,
        as_of,
        total: pointsText(total),
        grade: gradeLabel(scheme, grade),
        decision: decided === undefined ? null : zhCN.words.value.decision[decided],
      }
      return [{ outcome, sealed }]
    })
}
