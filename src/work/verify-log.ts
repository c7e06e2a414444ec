// Whether the record of who did what is whole, and whether the file behind a paper is still what was signed.
import type { LogEntry } from '../domain/log/entry.ts'
import { type Problem, problem } from '../domain/problem.ts'
import { logHead, verifyLog } from '../store/log.ts'
import { ask, type Desk, holding } from './desk.ts'
import { type EveryPaper, everyPaper } from './papers/every.ts'
import { readLog } from './read-log.ts'

/** What a paper's check line says, found again. */
export interface Expected {
  /** The log entry with which the hash begins; null where there is none, or the code is that of a content. */
  entry: LogEntry | null
  /** Entries that changed data after it. */
  since: LogEntry[]
  /** The paper that still has this check code. */
  paper: EveryPaper | null
}

/** The beginning of a log hash, the check code of a content as it is printed; twelve digits without dashes may be either. */
export interface Code {
  hash: string | null
  content: string | null
}

/** As typed: in either case, with any dashes or none; null of what is no code at all. */
export function codeOf(typed: string): Code | null {
  const digits = typed.replace(/[\s\-－—–]/g, '').toUpperCase()
  const content = /^[0-9A-F]{12}$/.test(digits) ? digits.replace(/(.{4})(?=.)/g, '$1-') : null
  const hash = /^[0-9a-f]{6,64}$/i.test(typed) ? typed.toLowerCase() : null
  return content === null && hash === null ? null : { hash, content }
}

export interface VerifiedLog {
  entries: number
  head: string | null
  expected: Expected | null
  problems: Problem[]
}

export function verifyWholeLog(desk: Desk, code: Code | null): VerifiedLog {
  const { hash = null, content = null } = code ?? {}
  const log = readLog(desk)
  const entry = (hash !== null && log.find(e => e.hash.startsWith(hash))) || null
  const since = entry === null ? [] : log.filter(e => e.no > entry.no && e.rows > 0)
  const { paper, papers } = content === null || entry !== null ? NOT_LOOKED_FOR : paperWith(desk, content)
  const found = entry !== null || paper !== null
  const verified = ask(desk, reader => {
    const head = logHead(reader)
    // What may be the code of a paper says nothing of the log where it is neither.
    const problems = verifyLog(reader, found || content !== null ? undefined : (hash ?? undefined))
    return { entries: head?.no ?? 0, head: head?.hash ?? null, problems }
  })
  if (!found && content !== null)
    verified.problems.push(problem('CX1409', { code: content, hash, papers, today: desk.today }))
  return { ...verified, expected: code && { entry, since, paper } }
}

const NOT_LOOKED_FOR = { paper: null, papers: 0 }

function paperWith(desk: Desk, code: string): { paper: EveryPaper | null; papers: number } {
  return holding(desk, held => {
    let papers = 0
    for (const paper of everyPaper(held)) {
      if (paper.code === code) return { paper, papers }
      papers += 1
    }
    return { paper: null, papers }
  })
}
