// Brings an older file to this program's version: first a verified copy of it beside it, then its migrations. All in one
// transaction and looked at again inside it, so that of two processes one upgrades and the other finds it done.
import { closeSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { Refusal } from '../domain/refusal.ts'
import { applyMigration, pendingMigrations } from './migrate.ts'

export interface Upgrade {
  path: string
  /** The last migration applied. */
  to: string
  /** Where the file lies as it was before. */
  backup: string
}

/** Null when another process has done it meanwhile. Refused or failed, the file is as it was. */
export function upgrade(db: Database.Database, migrations: string, path: string): Upgrade | null {
  let backup: string | null = null
  const all = db.transaction((): string | null => {
    const pending = pendingMigrations(db, migrations, path)
    if (pending.length === 0) return null
    backup = backUp(path, pending[0]!.name.slice(0, 3))
    for (const migration of pending) applyMigration(db, migration)
    return pending.at(-1)!.name
  })
  try {
    const to = all.immediate()
    return backup === null || to === null ? null : { path, to, backup }
  } catch (error) {
    if (backup !== null && isReadable(db)) rmSync(backup, { force: true })
    throw describe(error, path)
  }
}

/** Rolled back whole, the file needs no copy of what it was; in doubt the copy stays. */
function isReadable(db: Database.Database): boolean {
  try {
    return db.pragma('quick_check', { simple: true }) === 'ok'
  } catch {
    return false
  }
}

/** Copies the file as it is, readable by its owner only: whole, checked and flushed before it gets its name. */
function backUp(path: string, before: string): string {
  const temporary = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`)
  rmSync(temporary, { force: true })
  try {
    // SQLite writes into an empty file that is there; made by itself it would be readable by others.
    const handle = openSync(temporary, 'wx', 0o600)
    try {
      // VACUUM cannot run in the transaction that holds the lock; a reader beside it sees what is committed.
      withCopy(path, copy => copy.prepare('VACUUM INTO ?').run(temporary))
      fsyncSync(handle)
    } finally {
      closeSync(handle)
    }
    if (withCopy(temporary, copy => copy.pragma('integrity_check', { simple: true })) !== 'ok')
      throw new Refusal('CX5003', { path })
    const name = freeName(`${path}.before-${before}`)
    // The commit that follows flushes the folder and with it the new name.
    renameSync(temporary, name)
    return name
  } catch (error) {
    rmSync(temporary, { force: true })
    throw error
  }
}

function withCopy<T>(path: string, work: (db: Database.Database) => T): T {
  const db = new Database(path, { readonly: true })
  try {
    return work(db)
  } finally {
    db.close()
  }
}

/** Takes the first free of `stem.bak`, `stem-2.bak`, ... by an empty file, so that nothing is ever overwritten. */
function freeName(stem: string): string {
  for (let n = 1; ; n++) {
    const name = n === 1 ? `${stem}.bak` : `${stem}-${n}.bak`
    try {
      closeSync(openSync(name, 'wx', 0o600))
      return name
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
  }
}

/** What keeps a copy or the upgrade from being written, as a refusal. */
function describe(error: unknown, path: string): unknown {
  const code = (error as { code?: unknown } | null)?.code
  if (typeof code !== 'string') return error
  if (/^(ENOSPC|EDQUOT|SQLITE_FULL)$/.test(code)) return new Refusal('CX5005', { path })
  if (/^(E[A-Z]+|SQLITE_(CANTOPEN|READONLY|IOERR).*)$/.test(code)) return new Refusal('CX5030', { path })
  return error
}
