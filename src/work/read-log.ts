// Who did what.
import type { LogEntry } from '../domain/log/entry.ts'
import { listLog } from '../store/log.ts'
import { ask, type Desk } from './desk.ts'

export function readLog(desk: Desk): LogEntry[] {
  return ask(desk, listLog)
}
