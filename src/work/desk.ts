// What every use case is handed: the file, the day, who acts, and where the program's own data lies.
import { setImmediate } from 'node:timers/promises'
import type { Day } from '../domain/day.ts'
import { Refusal } from '../domain/refusal.ts'
import { type Acted, act, actAtLength, type Deed, type Done } from '../store/act.ts'
import { describeSqlite, openStore, type Reader, type Store, type Writer } from '../store/open.ts'
import type { Upgrade } from '../store/upgrade.ts'

export interface Desk {
  /** Database path. */
  db: string
  today: Day
  /** Local time of the run, YYYY-MM-DDTHH:MM:SS. */
  now: string
  operator: string
  /** Folders of the program's own data. */
  migrations: string
  schemes: string
  templates: string
  /** The file, while it is held open. */
  held?: Store
  /** Told how far long work has come: the stage, what is done, and of how much. */
  progress?: Progress
  /** Told when the file was an older one and has been upgraded. */
  onUpgrade: (upgrade: Upgrade) => void
}

export type Progress = (stage: Stage, done: number, of: number) => void

/** Stages of an import; papers are written only. */
export type Stage = 'read' | 'decide' | 'write'

/** Lets the process hear Ctrl-C; what it leaves open is rolled back. */
export function breathe(): Promise<void> {
  return setImmediate()
}

function open(desk: Desk, mode: 'read' | 'write'): Store {
  const store = openStore(desk.db, desk.migrations, mode)
  if (store.upgraded) desk.onUpgrade(store.upgraded)
  return store
}

/** Asks the file; it is open for the time of the call only, and all questions see one state of it. */
export function ask<T>(desk: Desk, question: (reader: Reader) => T): T {
  const store = desk.held ?? open(desk, 'read')
  try {
    return store.snapshot(() => question(store))
  } catch (error) {
    throw describeSqlite(error, desk.db)
  } finally {
    if (store !== desk.held) store.close()
  }
}

/**
 * Holds the file open over many questions, so that they share what is read of it as long as nobody changes it. Between
 * them it is free: who writes need not wait for the last.
 */
export function holding<T>(desk: Desk, questions: (desk: Desk) => T): T {
  const held = open(desk, 'read')
  try {
    return questions({ ...desk, held })
  } finally {
    held.close()
  }
}

/** As `ask`; undefined where there is no file: some questions can be answered without. */
export function askIfThere<T>(desk: Desk, question: (reader: Reader) => T): T | undefined {
  try {
    return ask(desk, question)
  } catch (error) {
    if (error instanceof Refusal && error.problems[0]!.code === 'CX5002') return undefined
    throw error
  }
}

/**
 * Asks what nobody may see unnoticed: the answer is given out only with an entry in the log, which changes no row and
 * stands in the chain as every other. The summary tells why and of how many, never what was seen.
 */
export function askOnRecord<T>(desk: Desk, command: string, question: (reader: Reader) => Done<T>): T {
  const store = open(desk, 'write')
  try {
    return act(store, { ...deedOf(desk, command), insists: true }, question).result
  } finally {
    store.close()
  }
}

/** Changes the file in one logged transaction (store/act.ts). */
export function change<T>(desk: Desk, command: string, work: (writer: Writer) => Done<T>): Acted<T> {
  const store = open(desk, 'write')
  try {
    return changeOpen(store, desk, command, work)
  } finally {
    store.close()
  }
}

/** As `change`, on a file that is open already (when it was just made). */
export function changeOpen<T>(
  store: Store,
  desk: Desk,
  command: string,
  work: (writer: Writer) => Done<T>,
): Acted<T> {
  return act(store, deedOf(desk, command), work)
}

/** As `change`, for work that takes its time and lets the process breathe. */
export async function changeAtLength<T>(
  desk: Desk,
  command: string,
  work: (writer: Writer) => Promise<Done<T>>,
): Promise<Acted<T>> {
  const store = open(desk, 'write')
  try {
    return await actAtLength(store, deedOf(desk, command), work)
  } finally {
    store.close()
  }
}

function deedOf(desk: Desk, command: string): Deed {
  return { operator: desk.operator, command, at: desk.now }
}
