// Numbered forward-only migrations from `migrations/`: each in its own transaction with its checksum on record.
// An edited, missing or newer one is refused before anything is applied.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type Database from 'better-sqlite3'
import { Refusal } from '../domain/refusal.ts'

interface Migration {
  name: string
  sql: string
  sha256: string
}

interface Applied {
  name: string
  sha256: string
}

/** Brings a file to this program's version. */
export function applyMigrations(db: Database.Database, folder: string): void {
  db.exec('CREATE TABLE IF NOT EXISTS migration (name TEXT PRIMARY KEY, sha256 TEXT NOT NULL) STRICT')
  const applied = readApplied(db)
  for (const migration of readMigrations(folder).slice(applied.length)) {
    const step = db.transaction(() => {
      db.exec(migration.sql)
      const broken = db.pragma('foreign_key_check') as unknown[]
      if (broken.length > 0) throw new Error(`${migration.name} breaks foreign keys`)
      db.prepare('INSERT INTO migration (name, sha256) VALUES (?, ?)').run(migration.name, migration.sha256)
    })
    step.immediate()
  }
}

/** Refuses a file whose migrations are not exactly this program's. */
export function checkMigrations(db: Database.Database, folder: string, path: string): void {
  const known = readMigrations(folder)
  const applied = readApplied(db)
  const same = applied.every((a, i) => known[i]?.name === a.name && known[i].sha256 === a.sha256)
  if (same && applied.length === known.length) return
  throw new Refusal('CX5007', { path, file: applied.at(-1)?.name ?? '—', program: known.at(-1)?.name ?? '—' })
}

function readApplied(db: Database.Database): Applied[] {
  return db.prepare('SELECT name, sha256 FROM migration ORDER BY name').all() as Applied[]
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
