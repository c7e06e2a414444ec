// Files for the store's tests: made by the store itself, opened raw where somebody tampers with them.

import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll } from 'vitest'
import { Refusal } from '../../src/domain/refusal.ts'
import { act, type Deed } from '../../src/store/act.ts'
import { createStore, openStore, type Store, type Writer } from '../../src/store/open.ts'

export const MIGRATIONS = join(import.meta.dirname, '..', '..', 'migrations')
export const DEED: Deed = { operator: '甲', command: 'test', at: '2013-11-04T00:00:00' }

const made: string[] = []
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true })
})

export function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'chengxin-store-'))
  made.push(path)
  return path
}

/** A new file with no rows; closed. */
export function newFile(): string {
  const path = join(folder(), 'a.db')
  createStore(path, MIGRATIONS).close()
  return path
}

export const reopen = (path: string, mode: 'read' | 'write' = 'write'): Store =>
  openStore(path, MIGRATIONS, mode)

/** Does something with an open file and closes it. */
export function using<T>(path: string, work: (store: Store) => T, mode: 'read' | 'write' = 'write'): T {
  const store = reopen(path, mode)
  try {
    return work(store)
  } finally {
    store.close()
  }
}

/** One logged deed made of the statements given. */
export function deed(path: string, ...statements: string[]): void {
  using(path, store =>
    act(store, DEED, writer => {
      for (const sql of statements) writer.run(sql)
      return { result: null, summary: { statements: statements.length } }
    }),
  )
}

/** As somebody with a database tool would: no triggers of ours left, anything goes. */
export function tamper(path: string, ...statements: string[]): void {
  const raw = new Database(path)
  for (const name of ['log', 'row_change'])
    for (const what of ['update', 'delete']) raw.exec(`DROP TRIGGER ${name}_keeps_${what}`)
  for (const sql of statements) raw.exec(sql)
  raw.close()
}

export function raw<T>(path: string, work: (db: Database.Database) => T): T {
  const db = new Database(path)
  try {
    return work(db)
  } finally {
    db.close()
  }
}

export function copyMigrations(): string {
  const path = join(folder(), 'migrations')
  cpSync(MIGRATIONS, path, { recursive: true })
  return path
}

export const put = (writer: Writer, key: string, value: string): void => {
  writer.run(
    'INSERT INTO setting (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
    key,
    value,
  )
}

/** The code of the refusal that something throws. */
export function code(work: () => unknown): string {
  try {
    work()
  } catch (error) {
    if (error instanceof Refusal) return error.problems.map(p => p.code).join(' ')
    throw error
  }
  return 'no refusal'
}
