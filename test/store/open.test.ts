// Opening: durability is set and checked, foreign and other-version files are refused with their own message, a read
// handle cannot write, and a report sees one state.

import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { createStore, once, openStore } from '../../src/store/open.ts'
import { ask, change, type Desk, holding } from '../../src/work/desk.ts'
import { code, copyMigrations, deed, folder, MIGRATIONS, newFile, raw, reopen, using } from './house.ts'

const opening = (path: string, migrations = MIGRATIONS) =>
  code(() => openStore(path, migrations, 'read').close())
const set = "INSERT INTO setting (key, value) VALUES ('a', '1')"

describe('an open file', () => {
  it.each(['read', 'write'] as const)(
    'to %s syncs EXTRA, keeps a rollback journal and foreign keys',
    mode => {
      using(
        newFile(),
        ({ connection }) => {
          expect(connection.pragma('synchronous', { simple: true })).toBe(3)
          expect(connection.pragma('journal_mode', { simple: true })).toBe('delete')
          expect(connection.pragma('foreign_keys', { simple: true })).toBe(1)
        },
        mode,
      )
    },
  )

  it('just made has the same settings, its own mark and owner-only mode', () => {
    const path = join(folder(), 'new.db')
    const store = createStore(path, MIGRATIONS)
    expect(store.connection.pragma('synchronous', { simple: true })).toBe(3)
    expect(store.connection.pragma('foreign_keys', { simple: true })).toBe(1)
    store.close()
    expect(statSync(path).mode & 0o777).toBe(0o600)
    expect(raw(path, db => db.pragma('application_id', { simple: true }))).toBe(0x43585831)
  })

  it('that somebody turned to WAL is not worked on', () => {
    const path = newFile()
    raw(path, db => db.pragma('journal_mode = WAL'))
    for (const mode of ['read', 'write'] as const)
      expect(() => openStore(path, MIGRATIONS, mode)).toThrow('CX5014')
  })

  it('to read cannot write, whatever is asked of it', () => {
    const path = newFile()
    deed(path, set)
    const store = reopen(path, 'read')
    for (const sql of ["UPDATE setting SET value = '2'", 'DELETE FROM setting', 'DROP TABLE setting', set])
      expect(() => store.connection.prepare(sql).run()).toThrow(/readonly/)
    expect(() => store.connection.exec('CREATE TABLE x (y)')).toThrow(/readonly/)
    store.close()
  })

  it('closed gives no more answers', () => {
    const store = reopen(newFile())
    store.close()
    expect(() => store.get('SELECT 1')).toThrow(/not open/)
  })
})

describe('a file that is not ours', () => {
  const write = (bytes: string | Uint8Array) => {
    const path = join(folder(), 'x.db')
    writeFileSync(path, bytes)
    return path
  }
  it('is refused when there is none', () => expect(opening(join(folder(), 'none.db'))).toBe('CX5002'))
  it('is refused when it is text', () => expect(opening(write('序号,机构名称\n'.repeat(100)))).toBe('CX5003'))
  it('is refused when it is empty', () => expect(opening(write(''))).toBe('CX5003'))
  it('is refused when it is cut short', () => {
    const path = newFile()
    writeFileSync(path, readFileSync(path).subarray(0, 600))
    expect(opening(path)).toBe('CX5003')
  })
  it('is refused when it is the database of another program', () => {
    const path = join(folder(), 'other.db')
    const db = new Database(path)
    db.exec('CREATE TABLE setting (key TEXT, value TEXT)')
    db.close()
    const before = readFileSync(path)
    expect(opening(path)).toBe('CX5003')
    expect(code(() => openStore(path, MIGRATIONS, 'write'))).toBe('CX5003')
    expect(readFileSync(path).equals(before)).toBe(true)
  })
  it('is refused when it is a folder', () => {
    const path = join(folder(), 'dir.db')
    mkdirSync(path)
    expect(opening(path)).toMatch(/^CX500[36]$/)
  })
})

describe('making a file', () => {
  it('refuses a path that is taken and leaves what is there', () => {
    const path = join(folder(), 'a.db')
    writeFileSync(path, 'mine')
    expect(code(() => createStore(path, MIGRATIONS))).toBe('CX5001')
    expect(readFileSync(path, 'utf8')).toBe('mine')
  })
  it('refuses a folder that is not there', () => {
    expect(code(() => createStore(join(folder(), 'no', 'a.db'), MIGRATIONS))).toBe('CX5006')
  })
  it('leaves no file behind when a migration fails', () => {
    const migrations = copyMigrations()
    writeFileSync(join(migrations, '002-bad.sql'), 'CREATE TABLE half (x INTEGER) STRICT; NONSENSE;')
    const path = join(folder(), 'a.db')
    expect(() => createStore(path, migrations)).toThrow(/syntax/)
    expect(() => statSync(path)).toThrow('ENOENT')
  })
})

describe('migrations', () => {
  it('are on record with their checksums', () => {
    const rows = using(newFile(), store =>
      store.all<{ name: string; sha256: string }>('SELECT * FROM migration'),
    )
    expect(rows[0]!.name).toBe('001-start.sql')
    for (const { sha256 } of rows) expect(sha256).toMatch(/^[0-9a-f]{64}$/)
  })
  it('edited after the file was made are refused', () => {
    const migrations = copyMigrations()
    const path = newFile()
    expect(opening(path, migrations)).toBe('no refusal')
    const sql = join(migrations, '001-start.sql')
    writeFileSync(sql, `${readFileSync(sql, 'utf8')}\n-- a comment is an edit too\n`)
    expect(opening(path, migrations)).toBe('CX5007')
  })
  it('that the file has and the program has not are refused', () => {
    const migrations = copyMigrations()
    writeFileSync(
      join(migrations, '999-more.sql'),
      '-- More.\nCREATE TABLE more (x INTEGER PRIMARY KEY) STRICT;',
    )
    const newer = join(folder(), 'newer.db')
    createStore(newer, migrations).close()
    expect(opening(newer, migrations)).toBe('no refusal')
    const before = readFileSync(newer)
    expect(opening(newer)).toBe('CX5007')
    expect(code(() => openStore(newer, MIGRATIONS, 'write'))).toBe('CX5007')
    expect(readFileSync(newer).equals(before)).toBe(true)
    expect(readdirSync(dirname(newer))).toEqual(['newer.db'])
  })
  it('make STRICT tables only', () => {
    const loose = using(newFile(), store =>
      store.all<{ name: string }>(
        "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite_%'",
      ),
    )
    expect(loose).toEqual([])
  })
})

describe('a report', () => {
  const deskOf = (db: string): Desk => ({
    db,
    migrations: MIGRATIONS,
    today: '2013-11-04',
    now: '2013-11-04T00:00:00',
    operator: '甲',
    schemes: '',
    templates: '',
    onUpgrade: () => {},
  })

  it('sees one state of the file from its first to its last question', () => {
    const path = newFile()
    const desk = deskOf(path)
    const count = 'SELECT count(*) AS n FROM setting'
    const [first, last] = ask(desk, reader => {
      const before = reader.get<{ n: number }>(count)
      raw(path, other => {
        other.pragma('busy_timeout = 0')
        try {
          other.exec(set)
        } catch {
          // Held off until the report is done: as good.
        }
      })
      return [before, reader.get<{ n: number }>(count)]
    })
    expect(last).toEqual(first)
  })

  it('is told once what is asked of one state, in each state and by a writer anew', () => {
    const path = newFile()
    const desk = deskOf(path)
    let times = 0
    const settingOf = once((reader, key: string) => {
      times += 1
      return reader.get<{ value: string }>('SELECT value FROM setting WHERE key = ?', key)?.value ?? null
    })
    const asked = (on: Desk) => ask(on, reader => [settingOf(reader, 'a'), settingOf(reader, 'a')])
    holding(desk, held => {
      expect([asked(held), asked(held), times]).toEqual([[null, null], [null, null], 1])
      expect([ask(held, reader => settingOf(reader, 'b')), times]).toEqual([null, 2])
      // The file is held open and free: somebody else writes.
      deed(path, set)
      expect([asked(held), times]).toEqual([['1', '1'], 3])
    })
    expect([asked(desk), asked(desk), times]).toEqual([['1', '1'], ['1', '1'], 5])
    change(desk, 'test', writer => {
      expect(settingOf(writer, 'a')).toBe('1')
      writer.run("UPDATE setting SET value = '2' WHERE key = 'a'")
      expect(settingOf(writer, 'a')).toBe('2')
      return { result: null, summary: {} }
    })
    expect(asked(desk)).toEqual(['2', '2'])
  })
})
