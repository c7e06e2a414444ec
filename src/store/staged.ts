// The shapes of what waits to be written: rows as they are staged, what is decided of them, and where they go.
import type { Value, Values } from '../domain/imports/column.ts'

/** What becomes of a row; `part`: one of several rows that make one stored row. */
export type Action = 'add' | 'change' | 'same' | 'part' | 'merged' | 'bad'

/** A row as it is staged: whom it means, its values, and its fate if that is known already. */
export interface Staged {
  line: number
  uscc: string | null
  license_no: string | null
  name_key: string | null
  district_code: string | null
  /** The values as read, as JSON; null for a row that is decided, or that could not be read. */
  row: string | null
  /** The values of a decided row, in the order of `Staging.fields`. */
  held: readonly Value[] | null
}

export interface StagedRow {
  /** Its line in the file, by which the row is known. */
  line: number
  /** As read; once decided, as it will be stored. `absent`: fields of which a short row says nothing, by commas. */
  values: Values
}

export interface Decided {
  action: Action
  /** The stored row that it changes or repeats, by its rowid. */
  target: number | null
  values: Values
  /** What no other row of the file may have, and how the clerk calls it. */
  key?: string
  label?: string
  /** What the rows of one stored row have in common. */
  part?: string
}

/** Two rows of one file that cannot both be right. */
export interface Clash {
  line: number
  first: number
  value: string
  label: string | null
}

/** The table that an import writes to, and its columns (without id, batch and line). */
export interface Target {
  table: string
  columns: readonly string[]
  /** What is decided with a row and written elsewhere. */
  more?: readonly string[]
}
