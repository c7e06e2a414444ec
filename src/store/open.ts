// The one file that opens a database: journal, durability, version and mode are set and checked here.
// Rollback journal with EXTRA sync: of the measured modes the one that lost nothing on a power cut and that can
// still be read on a full disk (docs/decisions.md).
import { closeSync, existsSync, openSync, rmSync } from 'node:fs'
import Database from 'better-sqlite3'
import { Refusal } from '../domain/refusal.ts'
import { applyMigrations, checkMigrations } from './migrate.ts'

export type Parameter = string | number | bigint | null

/** What reports and plans may do with a database: ask. */
export interface Reader {
  all<T>(sql: string, ...parameters: Parameter[]): T[]
  get<T>(sql: string, ...parameters: Parameter[]): T | undefined
  iterate<T>(sql: string, ...parameters: Parameter[]): IterableIterator<T>
}

/** Handed out by `act` alone, inside its transaction. */
export interface Writer extends Reader {
  run(sql: string, ...parameters: Parameter[]): { changes: number; id: number }
}

const BUSY_MS = 5000
const APPLICATION_ID = 0x43585831 // 'CXX1'

/** An open file; its writer is reachable only through `act`. */
export class Store implements Reader {
  readonly connection: Database.Database
  private readonly statements = new Map<string, Database.Statement>()

  constructor(connection: Database.Database) {
    this.connection = connection
  }

  all<T>(sql: string, ...parameters: Parameter[]): T[] {
    return this.prepare(sql).all(...parameters) as T[]
  }

  get<T>(sql: string, ...parameters: Parameter[]): T | undefined {
    return this.prepare(sql).get(...parameters) as T | undefined
  }

  iterate<T>(sql: string, ...parameters: Parameter[]): IterableIterator<T> {
    return this.prepare(sql).iterate(...parameters) as IterableIterator<T>
  }

  prepare(sql: string): Database.Statement {
    let statement = this.statements.get(sql)
    if (!statement) {
      statement = this.connection.prepare(sql)
      this.statements.set(sql, statement)
    }
    return statement
  }

  close(): void {
    this.statements.clear()
    this.connection.close()
  }
}

/** Makes a new file, readable by its owner only. Refuses when the path is taken. */
export function createStore(path: string, migrations: string): Store {
  try {
    closeSync(openSync(path, 'wx', 0o600))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw new Refusal('CX5001', { path })
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw new Refusal('CX5006', { path })
    throw error
  }
  try {
    const store = connect(path, false)
    store.connection.pragma(`application_id = ${APPLICATION_ID}`)
    applyMigrations(store.connection, migrations)
    return store
  } catch (error) {
    rmSync(path, { force: true })
    throw error
  }
}

/** Opens an existing file of this program's version. Refuses others, newer ones and edited migrations. */
export function openStore(path: string, migrations: string, mode: 'read' | 'write'): Store {
  if (!existsSync(path)) throw new Refusal('CX5002', { path })
  let store: Store | undefined
  try {
    store = connect(path, mode === 'read')
    if (store.connection.pragma('application_id', { simple: true }) !== APPLICATION_ID) {
      throw new Refusal('CX5003', { path })
    }
    checkMigrations(store.connection, migrations, path)
    return store
  } catch (error) {
    store?.close()
    throw describeSqlite(error, path)
  }
}

function connect(path: string, readonly: boolean): Store {
  const connection = new Database(path, { readonly, timeout: BUSY_MS })
  try {
    connection.pragma('foreign_keys = ON')
    connection.pragma('synchronous = EXTRA')
    if (connection.pragma('synchronous', { simple: true }) !== 3) throw new Error('synchronous is not EXTRA')
    const journal = connection.pragma('journal_mode', { simple: true })
    if (journal !== 'delete') throw new Error(`journal mode is ${String(journal)}, not delete`)
    return new Store(connection)
  } catch (error) {
    connection.close()
    throw error
  }
}

/** Database faults that a clerk can do something about become refusals; others stay defects. */
export function describeSqlite(error: unknown, path: string): unknown {
  const code = (error as { code?: unknown } | null)?.code
  if (typeof code !== 'string') return error
  if (code === 'SQLITE_NOTADB' || code === 'SQLITE_CORRUPT') return new Refusal('CX5003', { path })
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED'))
    return new Refusal('CX5004', { path })
  if (code === 'SQLITE_FULL') return new Refusal('CX5005', { path })
  if (code === 'SQLITE_CANTOPEN' || code === 'SQLITE_READONLY') return new Refusal('CX5006', { path })
  return error
}
