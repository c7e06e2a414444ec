// One record with where it came from and what was done to it since, and for what reason.
import type { Value, Values } from '../domain/imports/column.ts'
import { writtenAs } from '../domain/imports/written.ts'
import { type RecordKind, unpacked, withoutPersonal } from '../domain/records/kind.ts'
import { agenciesById } from '../store/agency.ts'
import { listBatches } from '../store/batch.ts'
import { historyOf } from '../store/journal.ts'
import type { Reader } from '../store/open.ts'
import type { StoredRecord } from '../store/record.ts'
import type { PastChange } from './agency-history.ts'
import { ask, type Desk } from './desk.ts'
import { recordNamed } from './find-record.ts'
import { subjectById, subjectName } from './find-subject.ts'
import { districtNames } from './list-agencies.ts'

export type RecordChange = Omit<PastChange, 'batch' | 'file' | 'line'> & {
  /** Of the log. */
  entry: number
}

export interface RecordShown {
  record: Values
  /** The file and line that it came from; null for one made by hand. */
  source: { batch: number; file: string; line: number | null } | null
  /** Oldest first; the first entry made it. */
  history: RecordChange[]
}

export function showRecord(desk: Desk, kind: RecordKind, name: string): RecordShown {
  return ask(desk, reader => shownRecord(reader, kind, recordNamed(reader, kind, name)))
}

export function shownRecord(
  reader: Reader,
  kind: RecordKind,
  found: StoredRecord,
  personal = false,
): RecordShown {
  const batch = listBatches(reader).find(b => b.id === found.batch_id)
  const source = batch ? { batch: batch.id, file: batch.file, line: found.line } : null
  return {
    record: recordView(reader, kind, found, personal),
    source,
    history: pastOf(reader, kind, found.id),
  }
}

/** A stored record as lists show it; with who complained only where that is asked for. */
export function recordView(
  reader: Reader,
  kind: RecordKind,
  { id, agency_id, subject_id, values }: Pick<StoredRecord, 'id' | 'agency_id' | 'subject_id' | 'values'>,
  personal = false,
): Values {
  const [agency] = agency_id === null ? [] : agenciesById(reader, [agency_id])
  const subject = subjectById(reader, subject_id)
  const code = values.district_code ?? agency?.district_code ?? subject?.district_code
  const district = (typeof code === 'string' ? districtNames(reader).get(code) : null) ?? null
  const { uscc = null, name = null } = agency ?? {}
  const place = { district_code: typeof code === 'string' ? code : null, district }
  const held: Values = kind.subject ? { subject: subject?.name ?? null, subject_id } : {}
  const whole = { id, uscc, agency_name: name, ...held, ...values }
  return { ...(personal ? whole : withoutPersonal(kind, whole)), ...place }
}

/** What happened to a record, field by field. Of personal fields only that they changed. */
export function pastOf(reader: Reader, kind: RecordKind, id: number): RecordChange[] {
  const agencyName = (agency: Value) =>
    typeof agency === 'number' ? (agenciesById(reader, [agency])[0]?.name ?? null) : null
  const subjectWord = (subject: Value) => subjectName(reader, subject as number | null)
  return historyOf(reader, kind.table, String(id)).flatMap(row => {
    const { entry, at, operator, command, reason } = row
    const [was, is] = [row.before, row.after].map(text => imageOf(kind, text)) as [Values, Values]
    const told = (field: string, header: string, write: (value: Value) => string | null): RecordChange[] => {
      const [first, now] = [was[field] ?? null, is[field] ?? null]
      if (first === now) return []
      return [
        { entry, at, operator, command, reason, field, header, before: write(first), after: write(now) },
      ]
    }
    return [
      ...told('agency_id', '机构名称', agencyName).map(c => ({ ...c, field: 'agency_name' })),
      // An activity tells it in a word of its own.
      ...(kind.subject === 'known' ? told('subject_id', '主体', subjectWord) : []).map(c => ({
        ...c,
        field: 'subject',
      })),
      // That a name was there from the beginning is nobody's to know who does not ask for it.
      ...kind.columns.flatMap(column =>
        column.personal && row.before === null
          ? []
          : told(column.key, column.headers[0]!, value =>
              column.personal && value !== null ? '***' : writtenAs(column, value),
            ),
      ),
    ]
  })
}

function imageOf(kind: RecordKind, text: string | null): Values {
  return text === null ? {} : unpacked(kind, JSON.parse(text) as Values)
}
