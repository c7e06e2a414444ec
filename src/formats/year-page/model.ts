// What the year as a page shows: texts as they are printed, figures to be drawn beside the texts of their table. Nothing
// here knows where they come from.

export interface YearPage {
  title: string
  /** Under the title: whose, until when, by what. */
  head: readonly string[]
  /** What stands against the figures. */
  notices: readonly string[]
  cards: readonly Card[]
  sections: readonly Section[]
  list: PartyList
  footer: readonly string[]
}

export interface Card {
  label: string
  value: string
  detail: string
}

export interface Section {
  id: string
  title: string
  lead: readonly string[]
  figures: readonly Figure[]
}

export interface Figure {
  title: string
  /** For whom the picture cannot be seen, and as a caption. */
  note: string
  /** Null: a table alone, which then stands open. */
  plot: Plot | null
  table: Table
}

export interface Table {
  columns: readonly Column[]
  rows: readonly (readonly string[])[]
  /** The last row is of all together. */
  totals?: boolean
}

export interface Column {
  title: string
  /** Aligned right. */
  number?: boolean
}

export type Plot = Bars | Stacked | Columns | Dots | Lines

/** One value for each label, from left to right; null is unknown. */
export interface Bars {
  is: 'bars'
  max: number
  rows: readonly { label: string; value: number | null; text: string }[]
  /** A line that is to be reached. */
  mark?: { value: number; text: string }
}

/** Parts of a count for each label. */
export interface Stacked {
  is: 'stacked'
  series: readonly Series[]
  rows: readonly { label: string; parts: readonly number[] }[]
}

/** Counts side by side: a distribution. */
export interface Columns {
  is: 'columns'
  rows: readonly { label: string; count: number }[]
}

/** Several rates for each label on one scale up to 100. */
export interface Dots {
  is: 'dots'
  series: readonly string[]
  rows: readonly { label: string; values: readonly (number | null)[] }[]
}

/** Values over the years; null leaves a gap. */
export interface Lines {
  is: 'lines'
  max: number
  x: readonly string[]
  series: readonly { name: string; values: readonly (number | null)[]; texts: readonly string[] }[]
}

export interface Series {
  name: string
  /** Not a kind of its own but what is missing: drawn pale. */
  open?: boolean
}

/** All who were evaluated, or are on the roster. */
export interface PartyList {
  title: string
  /** Said instead of the list, or above it. */
  lead: readonly string[]
  /** What they are counted by. */
  unit: string
  /** Whether they are graded: those of a roster are not. */
  graded: boolean
  /** In the order in which they are sorted. */
  districts: readonly string[]
  grades: readonly string[]
  rows: readonly PartyRow[]
  /** Marks of the explanations. */
  legend: string
}

export interface PartyRow {
  rank: string
  name: string
  code: string
  district: string
  total: string
  /** As it is printed: also between which it lies. */
  grade: string
  /** As it is filtered by: one of the list's. */
  gradeKey: string
  /** Null: nothing to explain. */
  explanation: PartyExplanation | null
}

export interface PartyExplanation {
  head: readonly string[]
  notices: readonly string[]
  sections: readonly {
    title: string
    sum: string
    indicators: readonly {
      name: string
      points: string
      score: string
      running: string
      source: string
      lines: readonly { tone: string; text: string; below: readonly string[] }[]
    }[]
  }[]
}
