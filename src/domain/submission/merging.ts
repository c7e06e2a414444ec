// Laying a package over a file: what is not there comes in, what is equal stays, what is empty here is filled, and where
// both say something else a person decides, field by field.
import type { Day } from '../day.ts'
import type { Values } from '../imports/column.ts'
import type { RecordTable } from '../records/kind.ts'
import type { PackedOverride, PackedRuling, PackedSheet } from './package.ts'

/** Whose word holds. */
export type Side = 'package' | 'file'

/** What was decided about conflicts: about each, or about all the others. */
export interface Takes {
  all: Side | null
  some: ReadonlyMap<string, Side>
}

/** One field in which both differ; `place` names it on the command line. */
export interface Conflict {
  place: string
  record: string
  field: string
  here: string | null
  there: string | null
}

/** A field that differed, and whose word it has now; `null`: it was empty here. */
export interface Settled extends Conflict {
  taken: Side | null
}

/** What a plan is made of. Agencies are named by their place in the package: some have no id yet. */
export type MergeStep =
  | { do: 'add_agency'; agency: number; values: Values }
  | { do: 'set_agency'; id: number; values: Values }
  | { do: 'add_record'; noun: string; agency: number; row: Values; values: Values }
  | { do: 'set_record'; table: RecordTable; id: number; values: Values }
  | { do: 'add_sheet'; agency: number; sheet: PackedSheet }
  | { do: 'set_ratings'; id: number; ratings: string }
  | { do: 'withdraw_sheet'; id: number; withdrawn: { on: Day; reason: string } | null }
  | { do: 'set_override'; agency: number; override: PackedOverride }
  | { do: 'drop_override'; id: number }
  | { do: 'add_ruling'; ruling: PackedRuling; instead: number | null }
  | { do: 'end_ruling'; id: number }
  | { do: 'add_outstanding'; campaign: number; agency: number; day: Day; reason: string | null }
  | { do: 'drop_outstanding'; campaign: number; agency_id: number }

/** What comes of a package: agencies, records, sheets and so on, each counted. */
export interface Tally {
  added: number
  changed: number
  unchanged: number
}

/** Of the agency that another jurisdiction has on its roster. */
const MOVES = ':district_code'

/** Gathers what differs, and says how each field is to be. */
export class Differences {
  readonly open: Conflict[] = []
  readonly settled: Settled[] = []
  private readonly takes: Takes
  private readonly unused: Set<string>

  constructor(takes: Takes) {
    this.takes = takes
    this.unused = new Set(takes.some.keys())
  }

  /** Whose word holds; undefined while nobody has decided. */
  side(found: Conflict): Side | undefined {
    const conflict = { ...found, place: typed(found.place) }
    this.unused.delete(conflict.place)
    if (conflict.here === null) {
      this.settled.push({ ...conflict, taken: null })
      return 'package'
    }
    // An agency moves to another jurisdiction only where that is said of it alone.
    const all = conflict.place.endsWith(MOVES) ? null : this.takes.all
    const taken = this.takes.some.get(conflict.place) ?? all
    if (taken === null) {
      this.open.push(conflict)
      return undefined
    }
    this.settled.push({ ...conflict, taken })
    return taken
  }

  /** Choices about what is no conflict. */
  astray(): string[] {
    return [...this.unused]
  }
}

/** Letters, digits and a few signs that mean nothing to any shell, within quotes or without; no look-alikes of quotes. */
const PLAIN = /[^\p{Lu}\p{Ll}\p{Lo}\p{Nd}:._/（）〔〕【】《》、·-]/gu

/**
 * A place as it can be typed, or pasted, in every shell: it is made of what somebody else wrote, such as the number of a
 * penalty, and none of that may be run. Any other character is told by its bytes: `+22` is a quotation mark.
 */
function typed(place: string): string {
  const bytes = (char: string) => [...new TextEncoder().encode(char)]
  const hex = (byte: number) => `+${byte.toString(16).toUpperCase().padStart(2, '0')}`
  return place.replace(PLAIN, char => bytes(char).map(hex).join(''))
}

/** `PLACE=package`, `package`: what a clerk says of conflicts. Null for what is neither. */
export function readTake(said: string): { place: string | null; side: Side } | null {
  const at = said.lastIndexOf('=')
  const side = said.slice(at + 1)
  if (side !== 'package' && side !== 'file') return null
  return { place: at < 0 ? null : said.slice(0, at), side }
}
