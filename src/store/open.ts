// The one file that opens a database: journal, durability, version and mode are set and checked here.
// Rollback journal with EXTRA sync: of the measured modes the one that lost nothing on a power cut and that can
// still be read on a full disk (docs/decisions.md).
import { closeSync, existsSync, openSync, rmSync, statSync } from 'node:fs'
import Database from 'better-sqlite3'
import { Refusal } from '../domain/refusal.ts'
import { nameKey } from '../domain/text.ts'
import { applyMigrations, pendingMigrations } from './migrate.ts'
import { type Upgrade, upgrade } from './upgrade.ts'

export type Parameter = string | number | bigint | Uint8Array | null

/** What reports and plans may do with a database: ask. */
export interface Reader {
  all<T>(sql: string, ...parameters: Parameter[]): T[]
  get<T>(sql: string, ...parameters: Parameter[]): T | undefined
  iterate<T>(sql: string, ...parameters: Parameter[]): IterableIterator<T>
  /** What was read of the one state of the file that is looked at; a writer has none. */
  readonly known?: Map<unknown, Map<string, unknown>>
}

/** Handed out by `act` alone, inside its transaction. */
export interface Writer extends Reader {
  run(sql: string, ...parameters: Parameter[]): { changes: number; id: number }
}

/**
 * A question that papers put again and again: of one state of the file it is answered once. The answer is everybody's,
 * so nobody changes it.
 */
export function once<A extends readonly unknown[], T>(
  question: (reader: Reader, ...about: A) => T,
): (reader: Reader, ...about: A) => T {
  return (reader, ...about) => {
    if (!reader.known) return question(reader, ...about)
    const answers = reader.known.get(question) ?? new Map<string, unknown>()
    reader.known.set(question, answers)
    const key = JSON.stringify(about)
    if (!answers.has(key)) answers.set(key, question(reader, ...about))
    return answers.get(key) as T
  }
}

const BUSY_MS = 5000
const APPLICATION_ID = 0x43585831 // 'CXX1'

/** An open file; its writer is reachable only through `act`. */
export class Store implements Reader {
  readonly connection: Database.Database
  /** What was done to an older file when it was opened. */
  upgraded: Upgrade | null = null
  known?: Map<unknown, Map<string, unknown>>
  private state: unknown
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
    // A statement of its own: two versions of one thing are read side by side.
    return this.connection.prepare(sql).iterate(...parameters) as IterableIterator<T>
  }

  prepare(sql: string): Database.Statement {
    let statement = this.statements.get(sql)
    if (!statement) {
      statement = this.connection.prepare(sql)
      this.statements.set(sql, statement)
    }
    return statement
  }

  /** Runs several questions on one state of the file, whatever others write meanwhile. */
  snapshot<T>(questions: () => T): T {
    return this.connection
      .transaction(() => {
        const state = this.connection.pragma('data_version', { simple: true })
        if (state !== this.state) this.known = new Map()
        this.state = state
        return questions()
      })
      .deferred()
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
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EEXIST') throw new Refusal('CX5001', { path })
    if (code !== undefined) throw new Refusal('CX5006', { path })
    throw error
  }
  try {
    const store = connect(path, false)
    store.connection.pragma('page_size = 16384')
    store.connection.pragma(`application_id = ${APPLICATION_ID}`)
    applyMigrations(store.connection, migrations)
    return store
  } catch (error) {
    rmSync(path, { force: true })
    throw error
  }
}

/** Opens an existing file; an older one is upgraded first. Refuses foreign and newer ones and edited migrations. */
export function openStore(path: string, migrations: string, mode: 'read' | 'write'): Store {
  if (!existsSync(path)) throw new Refusal('CX5002', { path })
  if (!statSync(path).isFile()) throw new Refusal('CX5006', { path })
  let store: Store | undefined
  try {
    // A journal left by a killed command must be rolled back first, which a reader may not do.
    if (mode === 'read' && existsSync(`${path}-journal`)) connect(path, false).close()
    store = connect(path, mode === 'read')
    if (store.connection.pragma('application_id', { simple: true }) !== APPLICATION_ID) {
      throw new Refusal('CX5003', { path })
    }
    if (pendingMigrations(store.connection, migrations, path).length === 0) return store
    if (mode === 'write') {
      store.upgraded = upgrade(store.connection, migrations, path)
      return store
    }
    // A reader cannot upgrade: a writer does, and the reader opens again.
    store.close()
    store = connect(path, false)
    const upgraded = upgrade(store.connection, migrations, path)
    store.close()
    store = connect(path, true)
    store.upgraded = upgraded
    return store
  } catch (error) {
    store?.close()
    throw describeSqlite(error, path)
  }
}

function connect(path: string, readonly: boolean): Store {
  const connection = new Database(path, { readonly, timeout: BUSY_MS })
  try {
    // Measured on imports of a million rows: a smaller cache reads index pages again and again, a larger one only
    // holds memory; with pages of the usual 4096 bytes they take a tenth longer.
    connection.pragma('cache_size = -32000')
    connection.pragma('temp.cache_size = -2000')
    connection.pragma('temp.page_size = 16384')
    connection.pragma('foreign_keys = ON')
    // Also the row that a REPLACE takes away passes the triggers of act.ts.
    connection.pragma('recursive_triggers = ON')
    connection.pragma('synchronous = EXTRA')
    if (connection.pragma('synchronous', { simple: true }) !== 3) throw new Error('synchronous is not EXTRA')
    const journal = connection.pragma('journal_mode', { simple: true })
    if (journal !== 'delete') throw new Refusal('CX5014', { path, journal: String(journal) })
    // Names are compared in sets as they are compared one by one.
    connection.function('name_key', { deterministic: true }, name => nameKey(String(name)))
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
  if (/^SQLITE_(CANTOPEN|READONLY|IOERR)/.test(code)) return new Refusal('CX5006', { path })
  return error
}
