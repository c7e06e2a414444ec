// What can be said of a row from itself alone, before the roster is asked.

import type { Wanted } from '../roster/match.ts'
import type { Finding, Values } from './column.ts'

export interface RowRules {
  /** The agency that a row means; null where it belongs to none. */
  wanted: (values: Values) => Wanted | null
  /** The field without which a row is one of a form that was not filled in: it is passed over. */
  unfilled?: string
  /** What else is wrong with a row that has bad cells, so that all is told at once. */
  partial?: (values: Values) => Finding[]
  /**
   * Decides a row as a new agency, laying into its values what follows from them; it is decided again only if it
   * touches an agency on file. Without it, rows wait for the roster.
   */
  alone?: (values: Values) => { refused: Finding[]; warned: Finding[] }
}
