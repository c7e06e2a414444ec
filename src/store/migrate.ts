// Numbered forward-only migrations from `migrations/`: each in its own transaction with its checksum on record.
// An edited, missing or newer one is refused before anything is applied.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type Database from 'better-sqlite3'
import { Refusal } from '../domain/refusal.ts'

export interface Migration {
  name: string
  sql: string
  sha256: string
}

type Applied = Pick<Migration, 'name' | 'sha256'>

/** Brings a file just made to this program's version. */
export function applyMigrations(db: Database.Database, folder: string): void {
  db.exec('CREATE TABLE migration (name TEXT PRIMARY KEY, sha256 TEXT NOT NULL) STRICT')
  for (const migration of readMigrations(folder)) {
    db.transaction(() => applyMigration(db, migration)).immediate()
  }
}

/** One step, in the transaction of the caller. */
export function applyMigration(db: Database.Database, { name, sql, sha256 }: Migration): void {
  db.exec(sql)
  const broken = db.pragma('foreign_key_check') as unknown[]
  if (broken.length > 0) throw new Error(`${name} breaks foreign keys`)
  db.prepare('INSERT INTO migration (name, sha256) VALUES (?, ?)').run(name, sha256)
}

/**
 * What an older file lacks, in order; none for a file of this version. Refuses a file whose migrations are not the
 * first ones of this program: newer, edited or another's.
 */
export function pendingMigrations(db: Database.Database, folder: string, path: string): Migration[] {
  const known = readMigrations(folder)
  const applied = db.prepare('SELECT name, sha256 FROM migration ORDER BY name').all() as Applied[]
  const same = applied.every((a, i) => known[i]?.name === a.name && known[i].sha256 === a.sha256)
  if (same && applied.length > 0) return known.slice(applied.length)
  throw new Refusal('CX5007', { path, file: applied.at(-1)?.name ?? '—', program: known.at(-1)?.name ?? '—' })
}

function readMigrations(folder: string): Migration[] {
  const names = readdirSync(folder)
    .filter(name => /^\d{3}-.*\.sql$/.test(name))
    .sort()
  return names.map(name => {
    const sql = readFileSync(join(folder, name), 'utf8')
    return { name, sql, sha256: createHash('sha256').update(sql).digest('hex') }
  })
}
