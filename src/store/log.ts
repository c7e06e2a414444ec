// Reading and verifying the log.
import { createHash } from 'node:crypto'
import { entryHash, type LogEntry } from '../domain/log/entry.ts'
import { type Problem, problem } from '../domain/problem.ts'
import { digestOfChanges, journaledTables, rowTexts } from './act.ts'
import { listEvaluations, listVersions } from './evaluation.ts'
import { digestOfFrozen } from './frozen.ts'
import type { Reader } from './open.ts'
import { digestOfResults } from './result.ts'

/** Entries oldest first. */
export function listLog(reader: Reader): LogEntry[] {
  return reader.all<LogEntry>('SELECT * FROM log ORDER BY no')
}

/** Number and hash of the newest entry. */
export function logHead(reader: Reader): { no: number; hash: string } | null {
  return reader.get<{ no: number; hash: string }>('SELECT no, hash FROM log ORDER BY no DESC LIMIT 1') ?? null
}

/** As `logHead`, of the newest entry that changed data: what a paper is drawn from is not altered by looking at it. */
export function lastChange(reader: Reader): { no: number; hash: string } | null {
  const sql = 'SELECT no, hash FROM log WHERE rows > 0 ORDER BY no DESC LIMIT 1'
  return reader.get<{ no: number; hash: string }>(sql) ?? null
}

/**
 * Checks the whole chain: numbers without gaps, each hash over its fields and its predecessor, each digest over the
 * rows recorded, the rows as they are now over the last record of each. `expect`: the start of a hash that a paper carries; it must be in the chain, or the tail was cut.
 */
export function verifyLog(reader: Reader, expect?: string): Problem[] {
  const found: Problem[] = []
  const hashes: string[] = []
  let previous = ''
  let wanted = 1
  const strays = strayRows(reader)
  for (const entry of listLog(reader)) {
    const broken = (detail: string) => found.push(problem('CX5010', { no: entry.no, detail }))
    if (entry.no !== wanted) broken('missing')
    if (entry.previous !== previous) broken('order')
    if (entryHash(entry, sha256) !== entry.hash) broken('modified')
    const { rows, sha256: digest } = digestOfChanges(reader, entry.no)
    if (rows !== entry.rows || digest !== entry.rows_sha256 || strays.has(entry.no)) broken('rows')
    previous = entry.hash
    wanted = entry.no + 1
    hashes.push(entry.hash)
  }
  found.push(...changedPastTheLog(reader), ...unsealed(reader))
  // Rows whose entry is beyond the last: the log's tail was cut, its rows were not.
  const cut = reader.get<{ entry: number }>('SELECT entry FROM row_change ORDER BY seq DESC LIMIT 1')
  if (cut && cut.entry >= wanted) found.push(problem('CX5010', { no: cut.entry, detail: 'cut' }))
  if (
    expect !== undefined &&
    !(expect !== '' && hashes.some(hash => hash.startsWith(expect.toLowerCase())))
  ) {
    found.push(problem('CX5011', { expected: expect }))
  }
  return found
}

/** Entries that have rows behind those of a later one: they were not written by this program. */
function strayRows(reader: Reader): Set<number> {
  const rows = reader.all<{ entry: number }>(
    `SELECT DISTINCT entry FROM (SELECT entry, max(entry) OVER (ORDER BY seq) AS latest FROM row_change)
     WHERE entry < latest`,
  )
  return new Set(rows.map(row => row.entry))
}

/**
 * Live rows that are not what the journal recorded of them last: somebody changed them past this program. An image of
 * an older version lacks the columns that came since; without the nulls on both sides it must still be the same row.
 */
function changedPastTheLog(reader: Reader): Problem[] {
  return journaledTables(reader).flatMap(table => {
    const { image, key } = rowTexts(reader, table)
    const rows = reader.all<{ row: string }>(
      `WITH live AS MATERIALIZED (SELECT ${key('t')} AS row, ${image('t')} AS now FROM "${table}" t),
            last AS MATERIALIZED (SELECT row_key AS row, after FROM row_change
                     WHERE seq IN (SELECT max(seq) FROM row_change WHERE table_name = ? GROUP BY row_key))
       SELECT live.row FROM live LEFT JOIN last USING (row)
       WHERE last.after IS NOT live.now
         AND (NOT json_valid(last.after) OR ${nullsLeftOut('last.after')} IS NOT ${nullsLeftOut('live.now')})
       UNION ALL
       SELECT last.row FROM last LEFT JOIN live USING (row) WHERE live.row IS NULL AND last.after IS NOT NULL`,
      table,
    )
    return rows.map(({ row }) => problem('CX5015', { table, row }))
  })
}

/** A merge patch with null takes a key away (RFC 7396), and into an empty object it adds none. */
function nullsLeftOut(image: string): string {
  return `json_patch('{}', ${image})`
}

/** Stored results, and materials of finalized versions, whose digest is not the one that is kept on their evaluation. */
function unsealed(reader: Reader): Problem[] {
  const versions = listEvaluations(reader).flatMap(e => [
    ...listVersions(reader, e.id).map(v => ({ ...v, id: v.evaluation_id })),
    e,
  ])
  return versions.flatMap(({ id, version, as_of, calendar, result_sha256, basis_sha256, scheme_sha256 }) => {
    if (result_sha256 === null) return []
    const which = { id, version }
    const broken = (part: 'basis' | 'result') => problem('CX5016', { evaluation: id, version, part })
    const kept =
      scheme_sha256 === null ||
      digestOfFrozen(reader, { ...which, as_of, calendar, scheme_sha256 }) === basis_sha256
    return [
      ...(kept ? [] : [broken('basis')]),
      ...(digestOfResults(reader, which) === result_sha256 ? [] : [broken('result')]),
    ]
  })
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
