// Complaints that repeat others: which there are, and links that would not lead to an original.
import type { SubjectNoun } from '../domain/scheme/scheme.ts'
import type { Duplicate } from '../domain/score/near.ts'
import type { Reader } from './open.ts'
import { ownerOf } from './sheet.ts'
import type { Staging } from './staging.ts'

/** The numbers of the complaints that repeat one. */
export function duplicatesOf(reader: Reader, no: string): string[] {
  return reader
    .all<{ no: string }>('SELECT complaint_no AS no FROM complaint WHERE duplicate_of = ? ORDER BY id', no)
    .map(row => row.no)
}

/** Whom a complaint is about: its agency, or the subject where there is none. */
const about = (row: string) => `coalesce(${row}.agency_id, -${row}.subject_id)`

/** How many repeat what is no original about the same: it is not on file, or repeats another itself. */
export function strayDuplicates(reader: Reader): number {
  return reader.get<{ n: number }>(
    `SELECT count(*) AS n FROM complaint c WHERE duplicate_of IS NOT NULL AND NOT EXISTS
       (SELECT 1 FROM complaint o
        WHERE o.key = c.duplicate_of AND o.duplicate_of IS NULL AND ${about('o')} = ${about('c')})`,
  )!.n
}

export interface StrayLink {
  /** Of the duplicate and of its original, where they are in the file. */
  line: number | null
  original_line: number | null
  no: string
  original: string
  /** Null: the original is not known. */
  holder: string | null
  /** What the original repeats itself. */
  further: string | null
}

/** The same among complaints as they will be once the good rows of a file are written. */
export function strayLinks(reader: Reader, staging: Staging): StrayLink[] {
  const repeats = `s.${staging.column('duplicate_of')}`
  const [agency, subject] = ['agency_id', 'subject_id'].map(field => `s.${staging.column(field)}`)
  const good = "s.action IN ('add', 'change', 'same')"
  const linked = `SELECT 1 FROM temp.staged s WHERE ${repeats} IS NOT NULL
                  UNION ALL SELECT 1 FROM complaint WHERE duplicate_of IS NOT NULL LIMIT 1`
  if (reader.get(linked) === undefined) return []
  return reader.all<StrayLink>(
    `WITH final AS MATERIALIZED (
       SELECT s.line, s.key, ${agency} AS agency_id, ${subject} AS subject_id, ${repeats} AS original
       FROM temp.staged s WHERE ${good}
       UNION ALL
       SELECT NULL, c.key, c.agency_id, c.subject_id, c.duplicate_of FROM complaint c
       WHERE c.key NOT IN (SELECT s.key FROM temp.staged s WHERE ${good} AND s.key IS NOT NULL))
     SELECT f.line, o.line AS original_line, f.key AS no, f.original, coalesce(a.name, h.name) AS holder,
            o.original AS further
     FROM final f LEFT JOIN final o ON o.key = f.original LEFT JOIN agency a ON a.id = o.agency_id
     LEFT JOIN subject h ON h.id = o.subject_id
     WHERE f.original IS NOT NULL
       AND (o.key IS NULL OR o.original IS NOT NULL OR ${about('o')} <> ${about('f')})
     ORDER BY coalesce(f.line, o.line), f.key`,
  )
}

/** Those about one subject of an evaluation that repeat others: its dossier leaves them out. */
export function repeatsAbout(reader: Reader, noun: SubjectNoun, id: number): Duplicate[] {
  return reader.all<Duplicate>(
    `SELECT complaint_no, received_on, category, summary, dishonest, accepted_on, due_on, closed_on, finding,
       duplicate_of
     FROM complaint WHERE ${ownerOf(noun)} = ? AND duplicate_of IS NOT NULL ORDER BY complaint_no`,
    id,
  )
}
