// The log cannot be changed through SQL as it is, and what is changed all the same is found and named.

import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { LogEntry } from '../../src/domain/log/entry.ts'
import { listLog, logHead, verifyLog } from '../../src/store/log.ts'
import { deed, newFile, raw, tamper, using } from './house.ts'

const set = (key: string, value: string) => `INSERT INTO setting (key, value) VALUES ('${key}', '${value}')`

/** Four entries of one row each. */
function logged(): string {
  const path = newFile()
  for (const key of ['a', 'b', 'c', 'd']) deed(path, set(key, '1'))
  return path
}

const found = (path: string, expected?: string) =>
  using(path, store =>
    verifyLog(store, expected).map(p =>
      p.code === 'CX5010'
        ? `${(p.params as { no: number }).no} ${(p.params as { detail: string }).detail}`
        : p.code,
    ),
  )
const entries = (path: string): LogEntry[] => using(path, listLog)

describe('the log', () => {
  it.each([
    "UPDATE log SET operator = '乙'",
    'UPDATE log SET at = at WHERE no = 1',
    'DELETE FROM log WHERE no = 4',
    "UPDATE row_change SET after = '{}'",
    'DELETE FROM row_change WHERE entry = 4',
  ])('refuses %s', sql => {
    const path = logged()
    raw(path, db => expect(() => db.exec(sql)).toThrow('the log is append-only'))
    expect(found(path)).toEqual([])
  })

  it.each([
    `INSERT OR REPLACE INTO log SELECT no, at, '乙', command, summary, rows, rows_sha256, previous, hash FROM log`,
    'INSERT OR REPLACE INTO row_change SELECT seq, entry, table_name, row_key, before, NULL FROM row_change',
  ])('refuses to be replaced: %s', sql => {
    const path = logged()
    raw(path, db => expect(() => db.exec(sql)).toThrow())
    expect(found(path)).toEqual([])
  })

  it('tells its head, and none when it is empty', () => {
    expect(using(newFile(), logHead)).toBeNull()
    const path = logged()
    const { no, hash } = entries(path).at(-1)!
    expect(using(path, logHead)).toEqual({ no, hash })
  })
})

describe('verifyLog', () => {
  it('finds nothing in a whole log, and accepts any entry as expected', () => {
    const path = logged()
    expect(found(path)).toEqual([])
    for (const { hash } of entries(path)) {
      expect(found(path, hash)).toEqual([])
      expect(found(path, hash.slice(0, 12).toUpperCase())).toEqual([])
    }
  })

  it.each([
    ['no', '9'],
    ['at', "'2013-01-01T00:00:00'"],
    ['operator', "'乙'"],
    ['command', "'other'"],
    ['summary', "'{}'"],
  ])('names an entry whose %s was changed', (column, value) => {
    const path = logged()
    const which = column === 'no' ? 4 : 2
    tamper(path, `UPDATE log SET ${column} = ${value} WHERE no = ${which}`)
    const told = found(path)
    expect(told.some(t => t.endsWith('modified'))).toBe(true)
    expect(told[0]).toMatch(column === 'no' ? /^9 / : /^2 modified$/)
  })

  it('names an entry whose rows were counted wrong or sealed with another digest', () => {
    const count = logged()
    tamper(count, 'UPDATE log SET rows = 2 WHERE no = 3')
    expect(found(count)).toEqual(['3 modified', '3 rows'])
    const digest = logged()
    tamper(digest, "UPDATE log SET rows_sha256 = 'x' WHERE no = 3")
    expect(found(digest)).toEqual(['3 modified', '3 rows'])
  })

  it('names the entry after a missing one', () => {
    const path = logged()
    tamper(path, 'DELETE FROM log WHERE no = 2')
    expect(found(path)).toEqual(['3 missing', '3 order'])
  })

  it('names the first entry when the beginning is gone', () => {
    const path = logged()
    tamper(path, 'DELETE FROM log WHERE no = 1')
    expect(found(path)).toEqual(['2 missing', '2 order'])
  })

  it('names entries that changed places', () => {
    const path = logged()
    tamper(path, 'UPDATE log SET no = 99 WHERE no = 2', 'UPDATE log SET no = 2 WHERE no = 3')
    again(path, 'UPDATE log SET no = 3 WHERE no = 99')
    const told = found(path)
    expect(told).toContain('2 order')
    expect(told).toContain('3 order')
    expect(told).toContain('4 order')
  })

  it('notices a cut tail by the rows it left, and by the hash that a paper carries', () => {
    const path = logged()
    const { hash } = entries(path).at(-1)!
    tamper(path, 'DELETE FROM log WHERE no = 4', 'DELETE FROM row_change WHERE entry = 4')
    expect(found(path)).toEqual(['CX5015'])
    expect(found(path, hash.slice(0, 12))).toEqual(['CX5015', 'CX5011'])
    expect(found(path, entries(path)[1]!.hash)).toEqual(['CX5015'])
  })

  it('finds a tail that was cut and written anew with hashes that fit', () => {
    const path = logged()
    const { hash } = entries(path).at(-1)!
    tamper(path, 'DELETE FROM log WHERE no = 4', 'DELETE FROM row_change WHERE entry = 4')
    deed(path, set('e', '5'))
    expect(entries(path)).toHaveLength(4)
    expect(found(path)).toEqual(['CX5015'])
    expect(found(path, hash)).toEqual(['CX5015', 'CX5011'])
  })

  it('finds an entry resealed with a hash of its own: the next one no longer fits', () => {
    const path = logged()
    const { hash: _hash, ...entry } = { ...entries(path)[1]!, operator: '乙' }
    const { no, at, operator, command, summary, rows, rows_sha256, previous } = entry
    const fields = JSON.stringify([no, at, operator, command, summary, rows, rows_sha256, previous])
    const forged = createHash('sha256').update(fields).digest('hex')
    tamper(path, `UPDATE log SET operator = '乙', hash = '${forged}' WHERE no = 2`)
    expect(found(path)).toEqual(['3 order'])
  })

  it.each([
    ['changed', `UPDATE row_change SET after = '{"key":"b","value":"9"}' WHERE entry = 2`],
    ['taken away', 'DELETE FROM row_change WHERE entry = 2'],
    [
      'added',
      "INSERT INTO row_change (entry, table_name, row_key, before, after) VALUES (2, 'setting', 'z', NULL, '{}')",
    ],
    ['moved to another table', "UPDATE row_change SET table_name = 'agency' WHERE entry = 2"],
    ['given to another entry', 'UPDATE row_change SET entry = 3 WHERE entry = 2'],
  ])('names the entry whose recorded row was %s', (_, sql) => {
    const path = logged()
    tamper(path, sql)
    expect(found(path)).toContain('2 rows')
  })

  it('finds nothing expected in an empty log', () => {
    expect(found(newFile())).toEqual([])
    expect(found(newFile(), 'abc')).toEqual(['CX5011'])
  })

  it('does not take an empty text for a hash that is in the chain', () => {
    expect(found(logged(), '')).toEqual(['CX5011'])
  })
})

function again(path: string, sql: string): void {
  raw(path, db => db.exec(sql))
}
