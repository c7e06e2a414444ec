// What each kind of file must say of itself so that the one path of import-file.ts can bring its rows in.
import type { Column, Fault, Finding, Values } from '../../domain/imports/column.ts'
import type { RowRules } from '../../domain/imports/row-rules.ts'
import type { Problem } from '../../domain/problem.ts'
import type { AgencyIndex } from '../../domain/roster/match.ts'
import type { TableHead } from '../../domain/table.ts'
import type { Reader, Writer } from '../../store/open.ts'
import type { Decided, StagedRow, Target } from '../../store/staged.ts'
import type { Staging } from '../../store/staging.ts'

export interface Importer {
  kind: string
  /** What the rows belong to besides the kind, such as an evaluation. */
  scope: string
  columns: readonly Column[]
  oneOf?: readonly (readonly string[])[]
  /** What is wrong with the columns as a whole. */
  checkHeader?: (present: ReadonlySet<string>) => Fault[]
  /** Where the rows go. */
  target: Target
  /** What the clerk says of the whole file: said anew, it is another one. */
  reason?: string | null
  /** Begins an import; what it reads is read in the transaction that will write. */
  plan: (reader: Reader, present: ReadonlySet<string>) => Planner
}

/** Decides what becomes of rows. Reads, never writes. */
export interface Planner {
  /** What a row says alone. */
  rules: RowRules
  /** Some rows, with the agencies on file that they touch. */
  decide: (rows: readonly StagedRow[], agencies: AgencyIndex) => Verdict[]
  /** Columns whose value no two rows of a file may share, and the field to name then. */
  unique: readonly { column: 'uscc' | 'license_no' | 'target' | 'key'; field: string }[]
  /** Stored fields whose value no two records may share, and what is said of a row whose value another has. */
  unshared?: { fields: readonly string[]; finding: (field: string, value: string, other: Other) => Finding }
  /** Further findings over all rows of the file; with a twin, that line is the other of the two. `whole`: none is bad. */
  across?: (
    staging: Staging,
    whole: boolean,
  ) => { line: number; finding: Finding; refused: boolean; twin?: number }[]
  /** Agencies on file that the file should have and lacks. */
  missing?: (staging: Staging) => { uscc: string | null; name: string }[]
  /** Makes one stored row of several: the verdict is on the first. */
  merge?: (groups: readonly StagedRow[][]) => Verdict[]
  /** What is written besides the target, once its rows are. */
  after?: (writer: Writer, staging: Staging, batch: number) => void
}

/** Another row of the file, or a record on file by its id. */
export type Other = { firstLine: number } | { id: number }

/** Without `decided`, something must be refused. */
export interface Verdict {
  refused: Finding[]
  warned: Finding[]
  decided?: Decided
  /** Field by field, for changes. */
  changes?: FieldChange[]
}

export interface FieldChange {
  /** The record or agency, as the clerk calls it. */
  what: string
  /** JSON key, and the column's official header. */
  field: string
  header: string
  /** As written in files. */
  before: string | null
  after: string | null
}

/** What an import hands back. */
export interface Rejects {
  head: TableHead
  rows: RejectedRow[]
}

/** A bad row as it stands in the file. */
export interface RejectedRow {
  cells: string[]
  problems: Problem[]
}

/** Whether a row says something of a field: the file has its column, and the row is long enough. */
export function says(values: Values, present: ReadonlySet<string>, field: string): boolean {
  if (!present.has(field)) return false
  return typeof values.absent !== 'string' || !values.absent.split(',').includes(field)
}
