// Who did what, and whether the record of it is whole.
import type { LogEntry } from '../domain/log/entry.ts'
import type { Problem } from '../domain/problem.ts'
import { listLog, logHead, verifyLog } from '../store/log.ts'
import { ask, type Desk } from './desk.ts'

export function readLog(desk: Desk): LogEntry[] {
  return ask(desk, listLog)
}

/** `expect`: the beginning of a hash printed on a paper. */
export function verifyWholeLog(
  desk: Desk,
  expect: string | null,
): { entries: number; head: string | null; problems: Problem[] } {
  return ask(desk, reader => {
    const head = logHead(reader)
    return {
      entries: head?.no ?? 0,
      head: head?.hash ?? null,
      problems: verifyLog(reader, expect ?? undefined),
    }
  })
}
