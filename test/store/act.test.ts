// The one door for writing: one transaction, one entry, every changed row journaled before and after.

import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { act } from '../../src/store/act.ts'
import { lastChange, listLog, logHead, verifyLog } from '../../src/store/log.ts'
import type { Store, Writer } from '../../src/store/open.ts'
import { DEED, newFile, put, raw, reopen, tamper, using } from './house.ts'

const nothing = { result: null, summary: {} }
const changes = (store: Store, entry: number) =>
  store.all<{ table_name: string; row_key: string; before: string | null; after: string | null }>(
    'SELECT table_name, row_key, before, after FROM row_change WHERE entry = ? ORDER BY seq',
    entry,
  )
const settings = (store: Store) => store.all('SELECT key, value FROM setting ORDER BY key')

function doing(path: string, work: (writer: Writer) => void) {
  return using(path, store =>
    act(store, DEED, writer => {
      work(writer)
      return nothing
    }),
  )
}

describe('act', () => {
  it('that insists leaves an entry although no row changed, and the chain goes on over it', () => {
    const path = newFile()
    const entries = using(path, store => {
      const looked = act(store, { ...DEED, insists: true }, () => nothing).entry
      const changed = act(store, DEED, writer => {
        put(writer, 'a', '1')
        return nothing
      }).entry
      expect(verifyLog(store)).toEqual([])
      expect(lastChange(store)?.no).toBe(2)
      act(store, { ...DEED, insists: true }, () => nothing)
      expect([lastChange(store)?.no, logHead(store)?.no]).toEqual([2, 3])
      expect(verifyLog(store)).toEqual([])
      return [looked, changed]
    })
    expect(entries).toMatchObject([
      { no: 1, rows: 0, previous: '' },
      { no: 2, rows: 1, previous: entries[0]!.hash },
    ])
    tamper(path, "UPDATE log SET summary = '{}', operator = '乙' WHERE no = 1")
    expect(using(path, verifyLog)).toMatchObject([{ code: 'CX5010', params: { no: 1 } }])
  })

  it('that changes nothing leaves no entry and gives none', () => {
    const path = newFile()
    const { entry } = doing(path, writer => writer.get('SELECT count(*) FROM agency'))
    expect(entry).toBeNull()
    using(path, store => expect(listLog(store)).toEqual([]))
  })

  it('that updates no row leaves no entry', () => {
    const path = newFile()
    doing(path, writer => put(writer, 'a', '1'))
    expect(doing(path, w => w.run("UPDATE setting SET value = '2' WHERE key = 'z'")).entry).toBeNull()
    expect(doing(path, w => w.run("DELETE FROM setting WHERE key = 'z'")).entry).toBeNull()
  })

  it('that throws rolls everything back, and the next one goes on from there', () => {
    const path = newFile()
    doing(path, writer => put(writer, 'a', '1'))
    using(path, store => {
      const fault = new Error('no')
      const wrong = () =>
        act(store, DEED, writer => {
          put(writer, 'a', '2')
          put(writer, 'b', '1')
          throw fault
        })
      expect(wrong).toThrow(fault)
      expect(settings(store)).toEqual([{ key: 'a', value: '1' }])
      expect(listLog(store)).toHaveLength(1)
      expect(store.get('SELECT count(*) AS n FROM row_change')).toEqual({ n: 1 })
      const { entry } = act(store, DEED, writer => {
        put(writer, 'c', '3')
        return nothing
      })
      expect(entry?.no).toBe(2)
      expect(changes(store, 2).map(c => c.row_key)).toEqual(['c'])
    })
  })

  it('that breaks a foreign key or a check rolls back', () => {
    const path = newFile()
    const insert = (kind: string, district: string) =>
      `INSERT INTO agency (name, kind, district_code) VALUES ('x', '${kind}', '${district}')`
    for (const sql of [insert('for_profit', '999999'), insert('charity', '110105')])
      expect(() =>
        doing(path, w => {
          put(w, 'a', '1')
          w.run(sql)
        }),
      ).toThrow(/constraint/i)
    using(path, store => expect([settings(store), listLog(store)]).toEqual([[], []]))
  })

  it('journals an insert, an update and a delete with the row before and after', () => {
    const path = newFile()
    doing(path, writer => put(writer, 'a', '1'))
    doing(path, writer => put(writer, 'a', '2'))
    doing(path, writer => writer.run("DELETE FROM setting WHERE key = 'a'"))
    const row = (value: string) => JSON.stringify({ key: 'a', value })
    using(path, store => {
      const told = [1, 2, 3].map(no => changes(store, no))
      const about = { table_name: 'setting', row_key: 'a' }
      expect(told).toEqual([
        [{ ...about, before: null, after: row('1') }],
        [{ ...about, before: row('1'), after: row('2') }],
        [{ ...about, before: row('2'), after: null }],
      ])
    })
  })

  it('journals each row of a statement that changes many, in every column and with a key of several columns', () => {
    const path = newFile()
    const district = (code: string, position: number) =>
      `INSERT INTO district (code, name, kind, position, market_phones, inspectorate_phones)
       VALUES ('${code}', '区${position}', 'district', ${position}, '[]', '["1"]')`
    doing(path, w => {
      w.run(district('1', 1))
      w.run(district('2', 2))
      w.run("INSERT INTO district_alias (code, name, district_code) VALUES ('9', '旧', '1')")
    })
    doing(path, w => w.run('UPDATE district SET position = position + 10'))
    using(path, store => {
      expect(changes(store, 1).at(-1)).toMatchObject({ table_name: 'district_alias', row_key: '9|旧' })
      const [first, second] = changes(store, 2)
      expect(JSON.parse(first!.before!)).toEqual({
        code: '1',
        name: '区1',
        kind: 'district',
        position: 1,
        market_phones: '[]',
        inspectorate_phones: '["1"]',
        leader: null,
        unit: null,
      })
      expect(JSON.parse(first!.after!)).toMatchObject({ position: 11 })
      expect(second!.row_key).toBe('2')
      expect(listLog(store)[1]!.rows).toBe(2)
    })
  })

  it('journals the row that a REPLACE takes away', () => {
    const path = newFile()
    doing(path, writer => put(writer, 'a', '1'))
    doing(path, w => w.run("INSERT OR REPLACE INTO setting (key, value) VALUES ('a', '2')"))
    using(path, store => {
      const befores = changes(store, 2).map(c => c.before)
      expect(befores).toContain(JSON.stringify({ key: 'a', value: '1' }))
    })
  })

  it('watches every table but the log, the journal, the migrations and the results', () => {
    const path = newFile()
    using(path, store => {
      act(store, DEED, () => nothing)
      const tables = store.all<{ name: string }>(
        "SELECT name FROM main.sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'",
      )
      const laid = store.all<{ tbl_name: string; n: number }>(
        "SELECT tbl_name, count(*) AS n FROM temp.sqlite_master WHERE type = 'trigger' GROUP BY tbl_name",
      )
      const unwatched = tables.map(t => t.name).filter(name => laid.find(l => l.tbl_name === name)?.n !== 3)
      expect(unwatched.sort()).toEqual(['frozen', 'log', 'migration', 'result', 'row_change'])
    })
  })

  it('seals who, what and when, the rows by their digest, and the entry before by its hash', () => {
    const path = newFile()
    doing(path, writer => put(writer, 'a', '1'))
    using(path, store => {
      const { entry } = act(store, { operator: '乙', command: 'x y', at: '2013-11-04T08:00:00' }, w => {
        put(w, 'b', '2')
        return { result: null, summary: { n: 1 } }
      })
      const [first, second] = listLog(store)
      expect(second).toEqual(entry)
      expect(second).toMatchObject({
        no: 2,
        operator: '乙',
        command: 'x y',
        at: '2013-11-04T08:00:00',
        summary: '{"n":1}',
        rows: 1,
        previous: first!.hash,
      })
      const digest = createHash('sha256')
        .update(
          changes(store, 2)
            .map(c => `${JSON.stringify([c.table_name, c.row_key, c.before, c.after])}\n`)
            .join(''),
        )
        .digest('hex')
      expect(second!.rows_sha256).toBe(digest)
      const { no, at, operator, command, summary, rows, rows_sha256, previous } = second!
      const fields = JSON.stringify([no, at, operator, command, summary, rows, rows_sha256, previous])
      expect(second!.hash).toBe(createHash('sha256').update(fields).digest('hex'))
    })
  })

  it('sees its own changes, and nobody else does before it ends', () => {
    const path = newFile()
    using(path, store =>
      act(store, DEED, writer => {
        put(writer, 'a', '1')
        expect(writer.get("SELECT value FROM setting WHERE key = 'a'")).toEqual({ value: '1' })
        using(path, other => expect(settings(other)).toEqual([]), 'read')
        return nothing
      }),
    )
    using(path, other => expect(settings(other)).toHaveLength(1), 'read')
  })

  it('holds the only write transaction: a second writer is refused, not queued behind a stale read', () => {
    const path = newFile()
    using(path, store =>
      act(store, DEED, () => {
        raw(path, other => {
          other.pragma('busy_timeout = 0')
          expect(() => other.exec('BEGIN IMMEDIATE')).toThrow(/locked/)
        })
        return nothing
      }),
    )
  })

  it('gives the same hash for the same deeds in another file', () => {
    const hashes = [newFile(), newFile()].map(path => {
      doing(path, writer => put(writer, 'a', '1'))
      doing(path, writer => put(writer, 'a', '2'))
      return using(path, store => listLog(store).map(e => e.hash))
    })
    expect(hashes[0]).toEqual(hashes[1])
    expect(new Set(hashes[0]).size).toBe(2)
  })

  it('survives many deeds on one open file', () => {
    const path = newFile()
    const store = reopen(path)
    for (let i = 0; i < 20; i++)
      act(store, DEED, w => {
        put(w, 'a', String(i))
        return nothing
      })
    expect(listLog(store).map(e => e.no)).toEqual(Array.from({ length: 20 }, (_, i) => i + 1))
    expect(changes(store, 20)).toHaveLength(1)
    store.close()
  })
})
