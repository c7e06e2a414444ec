// A file of the first version opened by this program: backed up, upgraded and told of, whatever the command; refused
// with the file unchanged where that cannot be done.

import { createHash } from 'node:crypto'
import {
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { act } from '../../src/store/act.ts'
import { entryOfBatch, putBack } from '../../src/store/journal.ts'
import { verifyLog } from '../../src/store/log.ts'
import { createStore, openStore } from '../../src/store/open.ts'
import { at, cli, data, done, here } from '../cli/run.ts'
import { code, copyMigrations, DEED, deed, folder, MIGRATIONS, raw, reopen, tamper, using } from './house.ts'

const FIRST = '001-start.sql'
const ALL = readdirSync(MIGRATIONS).sort()

/** The migrations folder of the first version. */
function firstMigrations(): string {
  const path = join(folder(), 'migrations')
  mkdirSync(path)
  copyFileSync(join(MIGRATIONS, FIRST), join(path, FIRST))
  return path
}

/** A file as the first version left it: made, filled and changed by three logged deeds. */
function oldFile(name = 'chengxin.db', migrations = firstMigrations()): string {
  const path = join(folder(), name)
  const store = createStore(path, migrations)
  const deeds = [
    [
      "INSERT INTO setting (key, value) VALUES ('scheme', 's')",
      "INSERT INTO scheme (id, sha256, source) VALUES ('s', 'x', 'id: s')",
      `INSERT INTO district (code, name, kind, position, market_phones, inspectorate_phones)
       VALUES ('110105', '朝阳区', 'district', 1, '[]', '[]')`,
      "INSERT INTO place (scheme_id, district_code, seats) VALUES ('s', '110105', 30)",
    ],
    [
      `INSERT INTO batch (kind, scope, file, sha256, encoding, rows, added, changed, unchanged, rejected)
       VALUES ('agency', '', 'roster.csv', 'x', 'utf-8', 1, 1, 0, 0, 0)`,
      `INSERT INTO agency (name, kind, district_code, batch_id, line)
       VALUES ('北京样例公司', 'for_profit', '110105', 1, 2)`,
    ],
    ["UPDATE place SET seats = 31 WHERE district_code = '110105'"],
  ]
  for (const statements of deeds) {
    act(store, DEED, writer => {
      for (const sql of statements) writer.run(sql)
      return { result: null, summary: {} }
    })
  }
  store.close()
  return path
}

const TABLES = ['setting', 'scheme', 'district', 'place', 'batch', 'agency', 'log', 'row_change', 'migration']
const rowsOf = (path: string): unknown[] =>
  raw(path, db => TABLES.map(table => db.prepare(`SELECT * FROM ${table} ORDER BY rowid`).all()))
const versionOf = (path: string): unknown[] =>
  raw(path, db => db.prepare('SELECT name FROM migration ORDER BY name').pluck().all())
const beside = (path: string): string[] => readdirSync(dirname(path)).sort()
const sha256 = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex')

/** Files made by them are in use: what is to be changed comes with a migration of its own. */
const FROZEN = {
  '001-start.sql': '11cb449d642141f3ba331a00194d17ce9af69ea27778ebc2fdfefe7f853644e4',
  '002-metrics-and-mappings.sql': 'b790dceda63602f1a27cf8ad5da1ed0b303dd6c17e9df253caf9f0e54630e644',
  '003-fewer-indexes.sql': '961f11a3d2e8c6d6f7a1f41dfb68adc52d4135a1fd629a54087709e5fb90e3fb',
  '004-registers.sql': 'e3b8307945989894693f0ff747c6b2bd3e9daff0538fdff7e7a6760cfe39e662',
  '005-subjects.sql': 'e1d2b84e121efc137e917e33c6e28afb3cd649dd4b12f1ea166c5fad587cae81',
  '006-evaluations.sql': 'a657dde5f1e5893ea22656f1675fa27312da95c75c5e42058a3c11d53a46ca28',
  '007-places-and-titles.sql': '0fe0c4f51dbd7faea50daf7d5029678c297235332179b5f2591d3c57c938f1ce',
  '008-templates-and-submissions.sql': 'ba6f8cb23ed3e91d8daa78fa1925b2e92e0e49a351ced8f16156d880cb4ee627',
}

it('no migration is edited once it is out', () => {
  expect(Object.fromEntries(ALL.map(name => [name, sha256(join(MIGRATIONS, name))]))).toEqual(FROZEN)
})

describe.each(['read', 'write'] as const)('a file of the first version opened to %s', mode => {
  it('is upgraded and keeps every row; the store tells of it once', () => {
    const path = oldFile()
    const before = rowsOf(path)
    const store = reopen(path, mode)
    expect(store.upgraded).toEqual({ path, to: ALL.at(-1), backup: `${path}.before-002.bak` })
    expect(store.get('SELECT count(*) AS n FROM metric')).toEqual({ n: 0 })
    expect(store.get('SELECT seats, batch_id, line, note FROM place')).toEqual({
      seats: 31,
      batch_id: null,
      line: null,
      note: null,
    })
    expect(store.connection.readonly).toBe(mode === 'read')
    store.close()
    expect(versionOf(path)).toEqual(ALL)
    expect(rowsOf(`${path}.before-002.bak`)).toEqual(before)
    expect(using(path, again => again.upgraded, mode)).toBeNull()
    expect(beside(path)).toEqual(['chengxin.db', 'chengxin.db.before-002.bak'])
  })

  it('leaves a backup that is whole, of the first version, and readable by its owner only', () => {
    const path = oldFile()
    reopen(path, mode).close()
    const backup = `${path}.before-002.bak`
    expect(statSync(backup).mode & 0o777).toBe(0o600)
    expect(statSync(path).mode & 0o777).toBe(0o600)
    raw(backup, db => {
      expect(db.pragma('integrity_check', { simple: true })).toBe('ok')
      expect(db.pragma('application_id', { simple: true })).toBe(0x43585831)
    })
    // The program of that time works on it.
    const old = openStore(backup, firstMigrations(), 'write')
    expect(old.upgraded).toBeNull()
    old.close()
    // And what it holds is what its log says.
    const again = reopen(backup, 'write')
    expect(verifyLog(again)).toEqual([])
    again.close()
  })

  it('never overwrites a backup: the next free name is taken', () => {
    const path = oldFile()
    writeFileSync(`${path}.before-002.bak`, 'mine')
    writeFileSync(`${path}.before-002-2.bak`, 'mine too')
    expect(using(path, store => store.upgraded?.backup, mode)).toBe(`${path}.before-002-3.bak`)
    expect(readFileSync(`${path}.before-002.bak`, 'utf8')).toBe('mine')
    expect(readFileSync(`${path}.before-002-2.bak`, 'utf8')).toBe('mine too')
  })

  it('is refused and stays as it is when its first migration was edited', () => {
    const edited = firstMigrations()
    writeFileSync(join(edited, FIRST), `${readFileSync(join(edited, FIRST), 'utf8')}-- edited\n`)
    const path = oldFile('a.db', edited)
    const before = sha256(path)
    expect(code(() => openStore(path, MIGRATIONS, mode))).toBe('CX5007')
    expect([sha256(path), beside(path)]).toEqual([before, ['a.db']])
  })

  it('is refused and stays as it is where no backup can be written', () => {
    // A name so long that another one beside it cannot be made.
    const path = oldFile()
    const long = join(dirname(path), `${'a'.repeat(242)}.db`)
    renameSync(path, long)
    const before = sha256(long)
    expect(code(() => openStore(long, MIGRATIONS, mode))).toBe('CX5030')
    expect([sha256(long), beside(long)]).toEqual([before, [`${'a'.repeat(242)}.db`]])
  })

  it('stays as it is, without a backup, when a migration fails', () => {
    const migrations = copyMigrations()
    writeFileSync(join(migrations, '002-bad.sql'), '-- Bad.\nCREATE TABLE half (x INTEGER) STRICT; NONSENSE;')
    const path = oldFile()
    const before = rowsOf(path)
    expect(() => openStore(path, migrations, mode)).toThrow(/syntax/)
    expect([rowsOf(path), beside(path)]).toEqual([before, ['chengxin.db']])
    raw(path, db => expect(db.pragma('table_info(half)')).toEqual([]))
  })

  it('is as it was, without a backup, when a later step fails', () => {
    const migrations = copyMigrations()
    writeFileSync(join(migrations, '999-bad.sql'), '-- Bad.\nNONSENSE;')
    const path = oldFile()
    const before = rowsOf(path)
    expect(() => openStore(path, migrations, mode)).toThrow(/syntax/)
    expect(versionOf(path)).toEqual([FIRST])
    expect([rowsOf(path), beside(path)]).toEqual([before, ['chengxin.db']])
  })
})

/** A file as it was before subjects held records: a row in every table that was made anew since. */
function fileOfRegisters(): string {
  const migrations = join(folder(), 'migrations')
  mkdirSync(migrations)
  for (const name of ALL.filter(name => name < '005'))
    copyFileSync(join(MIGRATIONS, name), join(migrations, name))
  const path = oldFile('chengxin.db', migrations)
  const store = openStore(path, migrations, 'write')
  const batch = `INSERT INTO batch (kind, scope, file, sha256, encoding, rows, added, changed, unchanged, rejected)
                 VALUES ('metric', '', 'metrics.csv', 'y', 'utf-8', 1, 1, 0, 0, 0)`
  const deeds = [
    [
      `INSERT INTO subject (key, kind, name, code, district_code) VALUES ('CK-1', 'window', '样例窗口', 'CK-1', '110105')`,
      `INSERT INTO complaint (key, agency_id, complaint_no, received_on, channel, complainant, contact, category, summary,
         dishonest, accepted_on, due_on, closed_on, finding, outcome, handler, answered_on, window_kind, first_due_on,
         extension_reason, duplicate_of, decided_by)
       VALUES ('T-1', 1, 'T-1', '2013-01-01', '电话', '甲', '1', '其他', '事', 1, '2013-01-02', '2013-03-01',
         '2013-02-01', 'upheld', '退费', '乙', '2013-01-01', 'petition', '2013-02-20', '案情复杂', 'T-0', '乙')`,
      `INSERT INTO honor (key, agency_id, cert_no, holder, holder_kind, title, level, issuer, granted_on, valid_to,
         plate_no, status, revoked_on, reason, plate_returned_on)
       VALUES ('Y-1', 1, 'Y-1', '窗口', 'window', '称号', '区级', '局', '2012-01-01', '2014-01-01', 'P-1', 'revoked',
         '2013-01-01', '不诚信', '2013-01-05')`,
      `INSERT INTO offense (key, offense_no, person, kind, date, authority, fact, serious, note)
       VALUES ('B-1', 'B-1', '甲', 'violation', '2013-01-01', '局', '事', 0, '注')`,
      `INSERT INTO metric (key, agency_id, metric, period, value, unit, source, note)
       VALUES ('1|m|2012', 1, 'm', '2012', 1500000, '人', '年报', '注')`,
      `INSERT INTO annual_check (agency_id, year, result, reported_on, note) VALUES (1, 2012, 'passed', '2013-01-01', '注')`,
      `INSERT INTO activity (key, kind, title, held_on, head_count, satisfaction, note, subject)
       VALUES ('样例窗口|调查', '调查', '问卷', '2013-01-01', 5, 900000, '注', '样例窗口')`,
    ],
    [
      batch,
      `INSERT INTO metric (key, agency_id, metric, period, value, batch_id, line) VALUES ('1|n|2012', 1, 'n', '2012', 1, 2, 2)`,
      "UPDATE metric SET value = 2, batch_id = 2, line = 3 WHERE metric = 'm'",
    ],
  ]
  for (const statements of deeds)
    act(store, DEED, writer => {
      for (const sql of statements) writer.run(sql)
      return { result: null, summary: {} }
    })
  store.close()
  return path
}

describe('a file of the registers', () => {
  const REMADE = ['subject', 'complaint', 'honor', 'offense', 'metric', 'annual_check', 'activity']
  const NEW = ['subject_id', 'serious', 'type', 'document', 'revocation_document', 'evaluation_id']
  type Row = Record<string, unknown>
  const held = (path: string) =>
    raw(path, db =>
      REMADE.map(table => [table, db.prepare(`SELECT * FROM ${table} ORDER BY id`).all() as Row[]]),
    )
  const without = (tables: unknown) =>
    (tables as [string, Row[]][]).map(([table, rows]) => [
      table,
      rows.map(row =>
        Object.fromEntries(
          Object.entries(row).filter(
            ([key]) => !NEW.includes(key) || (table === 'offense' && key === 'serious'),
          ),
        ),
      ),
    ])

  it('keeps every row and value, knows nothing new of them, and its log verifies', () => {
    const path = fileOfRegisters()
    const before = held(path) as [string, Row[]][]
    expect(before.map(([, rows]) => rows.length)).toEqual([1, 1, 1, 1, 2, 1, 1])
    reopen(path).close()
    const after = held(path) as [string, Row[]][]
    expect(without(after)).toEqual(before)
    for (const [table, [row]] of after) {
      if (table === 'subject') expect(row).toMatchObject({ type: null })
      else expect(row, table).toMatchObject({ subject_id: null })
      if (table === 'complaint') expect(row).toMatchObject({ serious: null })
    }
    expect(using(path, store => verifyLog(store))).toEqual([])
  })

  it('lets a batch of that time be taken back', () => {
    const path = fileOfRegisters()
    using(path, store =>
      act(store, DEED, writer => {
        putBack(writer, entryOfBatch(writer, 2).entry)
        return { result: null, summary: {} }
      }),
    )
    const metrics = using(path, store => store.all('SELECT metric, value, batch_id, subject_id FROM metric'))
    expect(metrics).toEqual([{ metric: 'm', value: 1_500_000, batch_id: null, subject_id: null }])
    expect(using(path, store => verifyLog(store))).toEqual([])
  })

  it.each([
    "INSERT INTO metric (key, metric, period, value) VALUES ('k', 'm', '2012', 1)",
    "INSERT INTO metric (key, agency_id, subject_id, metric, period, value) VALUES ('k', 1, 1, 'm', '2012', 1)",
    "INSERT INTO annual_check (agency_id, subject_id, year, result) VALUES (1, 1, 2011, 'passed')",
    "INSERT INTO annual_check (agency_id, year, result) VALUES (1, 2012, 'passed')",
    "INSERT INTO complaint (key, complaint_no, received_on, category) VALUES ('k', 'k', '2013-01-01', 'x')",
    "INSERT INTO offense (key, kind, date, fact) VALUES ('k', 'violation', '2013-01-01', 'x')",
    "UPDATE complaint SET serious = 2, closed_on = '2013-01-01'",
    'UPDATE complaint SET closed_on = NULL',
    "UPDATE honor SET status = 'valid'",
    "UPDATE honor SET holder_kind = 'other'",
    'UPDATE honor SET subject_id = 7',
  ])("refuses what is nobody's or two holders', as before what contradicts itself: %s", sql => {
    const path = fileOfRegisters()
    reopen(path).close()
    expect(() => deed(path, sql)).toThrow(/constraint/)
  })

  it('takes records of a subject alone, one annual check a year', () => {
    const path = fileOfRegisters()
    deed(
      path,
      "INSERT INTO metric (key, subject_id, metric, period, value) VALUES ('s1|m|2012', 1, 'm', '2012', 1)",
      "INSERT INTO annual_check (subject_id, year, result) VALUES (1, 2012, 'passed')",
      "INSERT INTO complaint (key, subject_id, complaint_no, received_on, category) VALUES ('k', 1, 'k', '2013-01-01', 'x')",
      "INSERT INTO offense (key, subject_id, kind, date, fact) VALUES ('k', 1, 'violation', '2013-01-01', 'x')",
    )
    expect(using(path, store => store.all('SELECT key FROM annual_check ORDER BY id'))).toEqual([
      { key: '1|2012' },
      { key: 's1|2012' },
    ])
    expect(() =>
      deed(path, "INSERT INTO annual_check (subject_id, year, result) VALUES (1, 2012, 'failed')"),
    ).toThrow(/UNIQUE/)
  })
})

describe('the log of an upgraded file', () => {
  const found = (path: string) => using(path, store => verifyLog(store).map(p => p.code))

  it('verifies: rows recorded before a column came are the same where it is empty', () => {
    const path = oldFile()
    expect(found(path)).toEqual([])
    deed(path, "UPDATE place SET note = '增补' WHERE district_code = '110105'")
    deed(path, "INSERT INTO setting (key, value) VALUES ('b', '2')")
    expect(found(path)).toEqual([])
  })

  it.each([
    ['a column that came since was filled', "UPDATE place SET note = '增补'"],
    ['a column that was there was changed', 'UPDATE place SET seats = 32'],
    ['a column that was there was emptied', 'UPDATE agency SET line = NULL'],
    ['a column that was empty was filled', "UPDATE agency SET uscc = '91110105CXJG000159'"],
    ['the row was taken away', 'DELETE FROM place'],
    ['a row was added', "INSERT INTO setting (key, value) VALUES ('b', '2')"],
  ])('does not when past this program %s', (_, sql) => {
    const path = oldFile()
    reopen(path).close()
    tamper(path, sql)
    expect(found(path)).toEqual(['CX5015'])
  })

  it('names a row whose record is no JSON any more', () => {
    const path = oldFile()
    reopen(path).close()
    tamper(path, "UPDATE row_change SET after = '{' WHERE table_name = 'agency'")
    expect(found(path)).toEqual(['CX5010', 'CX5015'])
  })
})

describe('an evaluation that the first version ran', () => {
  it('is not stale: without metrics it was computed from the same as now, by the same digest', async () => {
    const cwd = await at('scored')
    // Its file holds the scheme as it shipped then, which this program still reads.
    const source = readFileSync(join(import.meta.dirname, 'first-scheme.yaml'), 'utf8')
    const digest = createHash('sha256').update(source).digest('hex')
    raw(join(cwd, 'chengxin.db'), db =>
      db.prepare('UPDATE scheme SET source = ?, sha256 = ?').run(source, digest),
    )
    await done(cwd, 'evaluation run')
    const log = await data<{ command: string; summary: { basis: string } }[]>(cwd, 'log list')
    const run = log.find(entry => entry.command === 'evaluation run')!
    // What the first version sealed for the five.
    expect(run.summary.basis).toBe('dce419cf696ba6222628a9776cdc6b0433cad5ed5ca9bee5f34e30ca1b758b22')
  })
})

describe('the program on a file of the first version', () => {
  it('two at once: one upgrades, both answer', async () => {
    const cwd = dirname(oldFile())
    const ran = await Promise.all([1, 2, 3].map(() => cli(cwd, 'log list --json')))
    expect(
      ran.map(r => r.code),
      ran.map(r => r.stderr).join(),
    ).toEqual([0, 0, 0])
    expect(ran.filter(r => r.stderr.includes('已升级'))).toHaveLength(1)
    expect(beside(join(cwd, 'chengxin.db'))).toEqual(['chengxin.db', 'chengxin.db.before-002.bak'])
  }, 20_000)

  it('says on standard error what was done and where the backup lies; data stay clean', async () => {
    const cwd = dirname(oldFile())
    const ran = await here(cwd, 'log list --json')
    expect(ran.code).toBe(0)
    expect(ran.stderr).toContain(join(cwd, 'chengxin.db.before-002.bak'))
    expect(() => JSON.parse(ran.stdout)).not.toThrow()
    expect((await here(cwd, 'log list --json')).stderr).toBe('')
    const other = await here(dirname(oldFile()), '--lang en log verify')
    expect([other.code, other.stderr]).toEqual([0, expect.stringContaining('has been upgraded')])
  })

  it('refuses in one sentence where it cannot', async () => {
    const path = oldFile()
    const name = `${'a'.repeat(242)}.db`
    renameSync(path, join(dirname(path), name))
    const ran = await here(dirname(path), `--db ${name} log list`)
    expect([ran.code, ran.stderr]).toEqual([1, expect.stringContaining('CX5030')])
    expect(ran.stderr).not.toContain('程序内部出错')
  })
})
