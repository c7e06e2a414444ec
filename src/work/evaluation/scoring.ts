// Scores basis texts, in a thread beside this one where there are many: while it scores a set, the next is read.
import { Worker } from 'node:worker_threads'
import { type CalendarDay, WorkingCalendar } from '../../domain/calendar/working-days.ts'
import type { Scheme } from '../../domain/scheme/scheme.ts'
import { ruleContext } from '../../domain/score/dossier.ts'
import { partyOf } from '../../domain/score/party.ts'
import { scorer } from '../../domain/score/score.ts'
import { type ComputedRow, computedRow } from '../../store/result.ts'
import { readBasis } from './materials.ts'

/** What scoring needs, as plain data that can be handed to a thread. */
export interface Grounds {
  scheme: Scheme
  asOf: string
  calendar: { years: number[]; days: CalendarDay[] }
}

export interface Scoring {
  score: (bases: string[]) => Promise<ComputedRow[]>
  close: () => Promise<unknown>
}

/** As many as make up for starting a thread. */
const MANY = 3000

export function startScoring(grounds: Grounds, subjects: number): Scoring {
  if (subjects < MANY) {
    const score = rowScorer(grounds)
    return { score: async bases => score(bases), close: async () => undefined }
  }
  const worker = new Worker(new URL('./work/evaluation/score-thread.js', import.meta.url), {
    workerData: grounds,
  })
  const waiting: { resolve: (rows: ComputedRow[]) => void; reject: (error: unknown) => void }[] = []
  worker.on('message', (rows: ComputedRow[]) => waiting.shift()!.resolve(rows))
  worker.on('error', error => {
    for (const { reject } of waiting.splice(0)) reject(error)
  })
  return {
    score: bases => {
      const scored = new Promise<ComputedRow[]>((resolve, reject) => {
        waiting.push({ resolve, reject })
        worker.postMessage(bases)
      })
      // Of several that fail only the first is waited for.
      scored.catch(() => {})
      return scored
    },
    close: () => worker.terminate(),
  }
}

/** The pure part, the same on either side. */
export function rowScorer({ scheme, asOf, calendar }: Grounds): (bases: readonly string[]) => ComputedRow[] {
  const limits = {
    calendar: new WorkingCalendar(calendar.years, calendar.days),
    complaintLimit: scheme.scoring.complaint_limit.working_days,
  }
  const score = scorer(scheme, ruleContext(asOf, scheme.metrics, limits))
  return bases =>
    bases.map(basis => {
      const material = readBasis(basis)
      return computedRow(partyOf(material.dossier), score(material))
    })
}
