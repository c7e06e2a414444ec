// Reading and verifying the log.
import { createHash } from 'node:crypto'
import { entryHash, type LogEntry } from '../domain/log/entry.ts'
import { type Problem, problem } from '../domain/problem.ts'
import { CHANGES, type ChangeRow, changeText } from './act.ts'
import type { Reader } from './open.ts'

/** Entries oldest first. */
export function listLog(reader: Reader): LogEntry[] {
  return reader.all<LogEntry>('SELECT * FROM log ORDER BY no')
}

/** Number and hash of the newest entry. */
export function logHead(reader: Reader): { no: number; hash: string } | null {
  return reader.get<{ no: number; hash: string }>('SELECT no, hash FROM log ORDER BY no DESC LIMIT 1') ?? null
}

/**
 * Checks the whole chain: numbers without gaps, each hash over its fields and its predecessor, each digest over the
 * rows recorded. `expect`: the start of a hash that a paper carries; it must be in the chain, or the tail was cut.
 */
export function verifyLog(reader: Reader, expect?: string): Problem[] {
  const found: Problem[] = []
  const hashes: string[] = []
  let previous = ''
  let wanted = 1
  for (const entry of listLog(reader)) {
    const broken = (detail: string) => found.push(problem('CX5010', { no: entry.no, detail }))
    if (entry.no !== wanted) broken('missing')
    if (entry.previous !== previous) broken('order')
    if (entryHash(entry, sha256) !== entry.hash) broken('modified')
    const digest = createHash('sha256')
    let rows = 0
    for (const change of reader.iterate<ChangeRow>(CHANGES, entry.no)) {
      digest.update(changeText(change))
      rows += 1
    }
    if (rows !== entry.rows || digest.digest('hex') !== entry.rows_sha256) broken('rows')
    previous = entry.hash
    wanted = entry.no + 1
    hashes.push(entry.hash)
  }
  // Rows whose entry is beyond the last: the log's tail was cut, its rows were not.
  const cut = reader.get<{ entry: number }>('SELECT entry FROM row_change WHERE entry >= ? LIMIT 1', wanted)
  if (cut) found.push(problem('CX5010', { no: cut.entry, detail: 'cut' }))
  if (
    expect !== undefined &&
    !(expect !== '' && hashes.some(hash => hash.startsWith(expect.toLowerCase())))
  ) {
    found.push(problem('CX5011', { expected: expect }))
  }
  return found
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
