// Finds the records of a delimited text as it comes in: where each begins and ends, on which physical line, and
// which quotes are wrong. csv-parse stops at the first bad quote and reports an unclosed one at the last line of
// the file, so faults and line numbers are settled here; what is left for it are the records that are damaged.

import { ROW_BYTES } from './limits.ts'

export interface TextRecord {
  /** Without its line end; may hold line ends within quotes. */
  text: string
  /** First physical line, 1-based; CRLF, LF and a lone CR each end a line. */
  line: number
  /** Whether any cell is quoted: only then more than a plain cut is needed. */
  quoted: boolean
  /** Cell index and excerpt of the first quote that stands where none may. */
  stray?: { cell: number; detail: string }
}

const QUOTE = 34
const CR = 13
const LF = 10
/** Such a file is refused whatever follows; more findings of this kind would only be echoes. */
const MAX_UNCLOSED = 20
/** A quote that is open for longer than any row may be will not be closed. */
const MAX_QUOTED = 1_048_576
/** A record that is longer is no table's; it is given up rather than kept. */
export const MAX_RECORD = 2 * ROW_BYTES

/** A delimiter is looked for in so many filled records; titles above the header hold none. */
const TITLED = 6

/**
 * In: a text. Out: its delimiter, by the first filled record that has any outside quotes: the most frequent there
 * of comma, tab, semicolon.
 */
export function findDelimiter(text: string): ',' | ';' | '\t' {
  let counts = { ',': 0, '\t': 0, ';': 0 }
  let quoted = false
  let filled = false
  let records = 0
  for (const char of text) {
    if (char === '"') quoted = !quoted
    else if (quoted) filled = true
    else if (char === '\n' || char === '\r') {
      if (filled && (mostOf(counts) > 0 || ++records === TITLED)) break
      counts = { ',': 0, '\t': 0, ';': 0 }
      filled = false
    } else if (char === ',' || char === '\t' || char === ';') counts[char]++
    else if (char.trim() !== '') filled = true
  }
  const most = mostOf(counts)
  return counts[','] === most ? ',' : counts['\t'] === most ? '\t' : ';'
}

function mostOf(counts: Readonly<Record<string, number>>): number {
  return Math.max(...Object.values(counts))
}

/** What a step of the scan came to; `more`: the text ends before that can be told. */
type Step = 'done' | 'lost' | 'more'

/**
 * A quoted cell that runs over a line end and is then followed by something other than a delimiter counts as
 * unclosed on the line where it opened: the quote that "closed" it belongs to another cell. The search goes on at
 * the line after the opening one, so that further faults are found as well.
 */
export class RecordScanner {
  /** Lines on which a quote was opened and never closed. */
  readonly unclosed: number[] = []
  /** Line of the record that was given up for its length; nothing is read from there on. */
  overlong: number | null = null
  readonly delimiter: string
  private readonly delimiterCode: number
  private text = ''
  private last = false
  private pos = 0
  private line = 1
  private nextQuote = -1
  private nextCr = -1
  private nextLf = -1
  private cell = 0
  private stray: TextRecord['stray']
  private start = 0
  /** How much of an unfinished record is known to hold neither quote nor line end. */
  private plain = 0

  constructor(delimiter: string) {
    this.delimiter = delimiter
    this.delimiterCode = delimiter.charCodeAt(0)
  }

  /** In: the text that follows. Out: the records that it completes. `last`: nothing comes after it. */
  take(text: string, last: boolean): TextRecord[] {
    this.text = this.text.slice(this.pos) + text
    this.last = last
    this.pos = 0
    this.nextQuote = this.nextCr = this.nextLf = -1
    const records: TextRecord[] = []
    if (this.overlong !== null) this.pos = this.text.length
    while (this.pos < this.text.length && this.unclosed.length < MAX_UNCLOSED) {
      if (this.record(records)) this.plain = 0
      else if (this.text.length - this.pos <= MAX_RECORD) break
      else {
        this.overlong = this.line
        this.pos = this.text.length
      }
    }
    if (this.unclosed.length >= MAX_UNCLOSED) this.pos = this.text.length
    return records
  }

  /** False when the record is not complete yet: it is begun again when more text has come. */
  private record(records: TextRecord[]): boolean {
    this.start = this.pos
    const line = this.line
    const end = this.lineEnd(this.pos + this.plain)
    if (this.quoteBefore(end)) {
      const step = this.quotedRecord()
      if (step === 'lost') return true
      if (step === 'more') {
        this.pos = this.start
        this.line = line
        return false
      }
      const text = this.text.slice(this.start, this.pos)
      records.push({ text, line, quoted: true, ...(this.stray ? { stray: this.stray } : {}) })
    } else {
      if (!this.endsAt(end)) {
        this.plain = end - this.start
        return false
      }
      if (end > this.start) records.push({ text: this.text.slice(this.start, end), line, quoted: false })
      this.pos = end
    }
    this.passLineEnd()
    return true
  }

  private quoteBefore(end: number): boolean {
    if (this.nextQuote < this.pos) this.nextQuote = this.find('"', this.pos + this.plain)
    return this.nextQuote < end
  }

  private quotedRecord(): Step {
    this.stray = undefined
    for (this.cell = 0; ; this.cell++) {
      if (this.text.charCodeAt(this.pos) === QUOTE) {
        const step = this.quotedCell()
        if (step !== 'done') return step
      } else this.textFormula()
      this.plainRest()
      if (this.text.charCodeAt(this.pos) !== this.delimiterCode) break
      this.pos++
    }
    return this.endsAt(this.pos) ? 'done' : 'more'
  }

  /** From the opening quote to just after the closing one. */
  private quotedCell(): Step {
    const opened = { pos: this.pos, line: this.line }
    this.pos++
    for (;;) {
      const quote = this.text.indexOf('"', this.pos)
      if (quote < 0) {
        const hopeless = this.last || this.text.length - opened.pos > MAX_QUOTED
        return hopeless ? this.giveUp(opened) : 'more'
      }
      while (this.pos < quote) this.step()
      if (!this.known(quote + 1)) return 'more'
      if (this.text.charCodeAt(quote + 1) !== QUOTE) break
      this.pos = quote + 2
    }
    this.pos++
    if (this.atCellEnd()) return 'done'
    if (this.line > opened.line) return this.giveUp(opened)
    this.noteStray(this.pos - 1)
    return 'done'
  }

  /** Passes a cell that is ="…", as codes are written to stay texts in a spreadsheet: its quotes are no cell's. */
  private textFormula(): void {
    const { pos, text } = this
    if (!text.startsWith('="', pos)) return
    const quote = text.indexOf('"', pos + 2)
    if (quote < 0) return
    for (this.pos = pos + 2; this.pos < quote; this.pos++) if (this.atCellEnd()) break
    if (this.pos === quote) this.pos++
    if (this.pos <= quote || !this.atCellEnd()) this.pos = pos
  }

  private plainRest(): void {
    while (!this.atCellEnd()) {
      if (this.text.charCodeAt(this.pos) === QUOTE) this.noteStray(this.pos)
      this.pos++
    }
  }

  private giveUp(opened: { pos: number; line: number }): Step {
    this.nextCr = this.nextLf = -1
    const end = this.lineEnd(opened.pos)
    if (!this.endsAt(end)) return 'more'
    this.unclosed.push(opened.line)
    this.line = opened.line
    this.pos = end
    this.passLineEnd()
    return 'lost'
  }

  private noteStray(at: number): void {
    if (this.stray) return
    const from = Math.max(this.start, at - 12)
    const excerpt = this.text.slice(from, at + 12).split(/[\r\n]/, 1)[0] ?? ''
    this.stray = { cell: this.cell, detail: excerpt }
  }

  /** Position of the next line end, or of the end of the text. Asked ever farther on. */
  private lineEnd(from: number): number {
    if (this.nextCr < from) this.nextCr = this.find('\r', from)
    if (this.nextLf < from) this.nextLf = this.find('\n', from)
    return Math.min(this.nextCr, this.nextLf)
  }

  private find(character: string, from: number): number {
    const found = this.text.indexOf(character, from)
    return found < 0 ? this.text.length : found
  }

  /** Whether a line end at this position is sure: a CR may be half of one, the end of the text no end at all. */
  private endsAt(end: number): boolean {
    return this.last || end + 1 < this.text.length
  }

  private known(at: number): boolean {
    return this.last || at < this.text.length
  }

  private atLineEnd(): boolean {
    const code = this.text.charCodeAt(this.pos)
    return code === CR || code === LF
  }

  private atCellEnd(): boolean {
    if (this.pos >= this.text.length) return true
    return this.text.charCodeAt(this.pos) === this.delimiterCode || this.atLineEnd()
  }

  /** One character on, counting a CRLF as one line end. */
  private step(): void {
    if (this.atLineEnd()) this.passLineEnd()
    else this.pos++
  }

  private passLineEnd(): void {
    if (this.pos >= this.text.length) return
    const crlf = this.text.charCodeAt(this.pos) === CR && this.text.charCodeAt(this.pos + 1) === LF
    this.pos += crlf ? 2 : 1
    this.line++
  }
}
