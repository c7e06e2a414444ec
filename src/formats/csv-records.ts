// Finds the records of a delimited text: where each begins and ends, on which physical line, and
// which quotes are wrong. csv-parse stops at the first bad quote and reports an unclosed one at the
// last line of the file, so faults and line numbers are settled here; it then only cuts sound records.

export interface TextRecord {
  start: number
  end: number
  /** First physical line, 1-based; CRLF, LF and a lone CR each end a line. */
  line: number
  /** Cell index and excerpt of the first quote that stands where none may. */
  stray?: { cell: number; detail: string }
}

export interface RecordScan {
  records: TextRecord[]
  /** Lines on which a quote was opened and never closed. */
  unclosed: number[]
}

const QUOTE = 34
const CR = 13
const LF = 10
// Such a file is refused whatever follows; more findings of this kind would only be echoes.
const MAX_UNCLOSED = 20

/**
 * In: the text and its delimiter. Out: all records (empty lines too) and the unclosed quotes.
 * A quoted cell that runs over a line end and is then followed by something other than a delimiter
 * counts as unclosed on the line where it opened: the quote that "closed" it belongs to another cell.
 * The search goes on at the line after the opening one, so that further faults are found as well.
 */
export function scanRecords(text: string, delimiter: string): RecordScan {
  const scan = new RecordScanner(text, delimiter.charCodeAt(0))
  return scan.run()
}

/** In: a text. Out: the delimiter of its header record: most frequent of comma, tab, semicolon outside quotes. */
export function findDelimiter(text: string): ',' | ';' | '\t' {
  let counts = { ',': 0, '\t': 0, ';': 0 }
  let quoted = false
  let filled = false
  for (const char of text) {
    if (char === '"') quoted = !quoted
    else if (quoted) filled = true
    else if (char === '\n' || char === '\r') {
      if (filled) break
      counts = { ',': 0, '\t': 0, ';': 0 }
    } else if (char === ',' || char === '\t' || char === ';') counts[char]++
    else if (char.trim() !== '') filled = true
  }
  const most = Math.max(counts[','], counts['\t'], counts[';'])
  return counts[','] === most ? ',' : counts['\t'] === most ? '\t' : ';'
}

class RecordScanner {
  private readonly text: string
  private readonly delimiter: number
  private pos = 0
  private line = 1
  private readonly found: RecordScan = { records: [], unclosed: [] }

  constructor(text: string, delimiter: number) {
    this.text = text
    this.delimiter = delimiter
  }

  run(): RecordScan {
    while (this.pos < this.text.length && this.found.unclosed.length < MAX_UNCLOSED) this.record()
    return this.found
  }

  private record(): void {
    const record: TextRecord = { start: this.pos, end: this.pos, line: this.line }
    for (let cell = 0; ; cell++) {
      const sound = this.text.charCodeAt(this.pos) === QUOTE ? this.quotedCell(record, cell) : true
      if (!sound) return
      this.plainRest(record, cell)
      if (this.text.charCodeAt(this.pos) !== this.delimiter) break
      this.pos++
    }
    record.end = this.pos
    this.found.records.push(record)
    this.passLineEnd()
  }

  /** From the opening quote to just after the closing one; false when it was never closed. */
  private quotedCell(record: TextRecord, cell: number): boolean {
    const opened = { pos: this.pos, line: this.line }
    this.pos++
    for (;;) {
      const quote = this.text.indexOf('"', this.pos)
      if (quote < 0) return this.giveUp(opened)
      while (this.pos < quote) this.step()
      if (this.text.charCodeAt(quote + 1) !== QUOTE) break
      this.pos = quote + 2
    }
    this.pos++
    if (this.atCellEnd()) return true
    if (this.line > opened.line) return this.giveUp(opened)
    this.stray(record, cell, this.pos - 1)
    return true
  }

  private plainRest(record: TextRecord, cell: number): void {
    while (!this.atCellEnd()) {
      if (this.text.charCodeAt(this.pos) === QUOTE) this.stray(record, cell, this.pos)
      this.pos++
    }
  }

  private giveUp(opened: { pos: number; line: number }): false {
    this.found.unclosed.push(opened.line)
    this.pos = opened.pos
    this.line = opened.line
    while (this.pos < this.text.length && !this.atLineEnd()) this.pos++
    this.passLineEnd()
    return false
  }

  private stray(record: TextRecord, cell: number, at: number): void {
    if (record.stray) return
    const from = Math.max(record.start, at - 12)
    const excerpt = this.text.slice(from, at + 12).split(/[\r\n]/, 1)[0] ?? ''
    record.stray = { cell, detail: excerpt }
  }

  private atLineEnd(): boolean {
    const code = this.text.charCodeAt(this.pos)
    return code === CR || code === LF
  }

  private atCellEnd(): boolean {
    if (this.pos >= this.text.length) return true
    return this.text.charCodeAt(this.pos) === this.delimiter || this.atLineEnd()
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
