// Recurring duties: what each subject owes in every period, and whether a record shows that it was done.
import { type Day, isWithin } from '../day.ts'
import { type Period, periodDays } from '../period.ts'

export interface Duty {
  id: string
  name: string
  /** Kind of subject of the register, or an agency on the roster. */
  subject: 'agency' | 'window' | 'institution' | 'platform' | 'community'
  /** Only those whose name or post says this; null for all. */
  only: string | null
  period: 'quarter' | 'half1' | 'year'
  /** An annual check of a year is made in the year after it. */
  evidence: { record: 'activity'; kind: string } | { record: 'inspection' } | { record: 'annual_check' }
  document: string
  clause: string
}

export interface DutySubject {
  /** Of its register. */
  id: number
  kind: string
  name: string
  post: string | null
  /** First and last day; null where nothing tells, taken as always. */
  started_on: Day | null
  ended_on: Day | null
  /** A public body without a license has no annual check. */
  unchecked: boolean
}

/** A record that may show that a duty was done. */
export interface Evidence {
  /** Agency or subject that it belongs to. */
  of: 'agency' | 'subject'
  id: number
  record: Duty['evidence']['record']
  /** Of an activity. */
  kind: string | null
  /** Day it is of; of an annual check its year. */
  when: string
  /** The record's own id, and what it is called. */
  shown: Shown
}

export interface Shown {
  id: number
  label: string
}

export type DutyState = 'done' | 'missing' | 'pending'

export interface OwedDuty<Subject extends DutySubject> {
  duty: Duty
  subject: Subject
  period: Period
  /** Last day. */
  until: Day
  state: DutyState
  /** What shows it. */
  records: Shown[]
}

/** What is owed in a year, duty by duty, of each subject in each period in all of which it exists. */
export function owedDuties<Subject extends DutySubject>(
  duties: readonly Duty[],
  subjects: readonly Subject[],
  evidence: readonly Evidence[],
  { year, today }: { year: number; today: Day },
): OwedDuty<Subject>[] {
  const shown = new Map<string, Evidence[]>()
  for (const item of evidence) {
    const key = [item.of, item.id, item.record, item.kind].join('|')
    const list = shown.get(key)
    if (list) list.push(item)
    else shown.set(key, [item])
  }
  return duties.flatMap(duty =>
    subjects
      .filter(subject => owes(subject, duty))
      .flatMap(subject =>
        periodsOf(duty.period, year).flatMap(period => {
          const days = periodDays(period)!
          if (!existsIn(subject, days)) return []
          const of = subject.kind === 'agency' ? 'agency' : 'subject'
          const { record } = duty.evidence
          const kind = duty.evidence.record === 'activity' ? duty.evidence.kind : null
          const own = shown.get([of, subject.id, record, kind].join('|')) ?? []
          const records = own
            .filter(({ when }) =>
              record === 'annual_check' ? when === String(year - 1) : isWithin(when, days),
            )
            .map(item => item.shown)
          const state = records.length > 0 ? 'done' : days.to < today ? 'missing' : 'pending'
          return [{ duty, subject, period, until: days.to, state, records } as const]
        }),
      ),
  )
}

function owes({ kind, name, post, unchecked }: DutySubject, duty: Duty): boolean {
  if (kind !== duty.subject) return false
  if (unchecked && duty.evidence.record === 'annual_check') return false
  return duty.only === null || `${name}${post ?? ''}`.includes(duty.only)
}

function periodsOf(period: Duty['period'], year: number): Period[] {
  switch (period) {
    case 'quarter':
      return [1, 2, 3, 4].map(n => `${year}-Q${n}`)
    case 'half1':
      return [`${year}-H1`]
    case 'year':
      return [String(year)]
    default: {
      const never: never = period
      return never
    }
  }
}

function existsIn({ started_on, ended_on }: DutySubject, days: { from: Day; to: Day }): boolean {
  return (started_on === null || started_on <= days.from) && (ended_on === null || ended_on >= days.to)
}
