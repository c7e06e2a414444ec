// A log entry and its seal: each hash covers the entry's fields and the hash of the one before.

export interface LogEntry {
  no: number
  at: string
  operator: string
  command: string
  /** JSON text. */
  summary: string
  rows: number
  rows_sha256: string
  previous: string
  hash: string
}

export function entryHash(entry: Omit<LogEntry, 'hash'>, sha256: (text: string) => string): string {
  const { no, at, operator, command, summary, rows, rows_sha256, previous } = entry
  return sha256(JSON.stringify([no, at, operator, command, summary, rows, rows_sha256, previous]))
}
