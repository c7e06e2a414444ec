// Results in short, sealed by a digest on their evaluation instead of the journal.
import { createHash } from 'node:crypto'
import { Refusal } from '../domain/refusal.ts'
import type { SubjectNoun } from '../domain/scheme/scheme.ts'
import type { Party } from '../domain/score/party.ts'
import type { Ranked } from '../domain/score/rank.ts'
import type { SubjectResult } from '../domain/score/result.ts'
import type { Evaluation } from './evaluation.ts'
import { once, type Reader, type Writer } from './open.ts'
import { ownerOf } from './sheet.ts'

export interface StoredResult extends Party {
  total: number | null
  min_total: number
  max_total: number
  computed_grade: string | null
  grade: string | null
  decision: 'passed' | 'failed' | null
  vetoes: (number | string)[]
  rank: number | null
  scores: Scores
}

/** Hundredths by indicator number; least and most where it is not known. */
export type Scores = Readonly<Record<string, number | [number, number]>>

type Which = Pick<Evaluation, 'id' | 'version'>

/** A result as it is stored. */
export interface ResultRow extends Omit<StoredResult, 'vetoes' | 'scores'> {
  vetoes: string
  scores: string
  /** Of results from before there were versions. */
  detail: string | null
}

const COLUMNS = `agency_id, subject_id, total, min_total, max_total, computed_grade, grade, decision, vetoes, rank,
  scores, detail`

/** A result as its digest covers it. */
export function resultText(row: ResultRow): string {
  const { agency_id, subject_id, total, min_total, max_total, computed_grade, grade, rank } = row
  if (row.detail !== null) {
    const head = JSON.stringify([agency_id, rank, total, min_total, max_total, computed_grade, grade])
    return `${head}${row.detail}\n`
  }
  const own = [agency_id, subject_id, rank, total, min_total, max_total, computed_grade, grade, row.decision]
  return `${JSON.stringify(own)}${row.vetoes}${row.scores}\n`
}

/** The rows of a version in the order of its digest. */
export function resultRows(reader: Reader, { id, version }: Which): IterableIterator<ResultRow> {
  return reader.iterate<ResultRow>(
    `SELECT ${COLUMNS} FROM result WHERE evaluation_id = ? AND version = ? ORDER BY agency_id, subject_id`,
    id,
    version,
  )
}

/** The digest over the results of a version. */
export function digestOfResults(reader: Reader, which: Which): string {
  return digestOf(resultRows(reader, which))
}

/** The digest over rows in order of id. */
export function digestOf(rows: Iterable<ResultRow>): string {
  const digest = createHash('sha256')
  for (const row of rows) digest.update(resultText(row))
  return digest.digest('hex')
}

/** The evaluation's current version is as before its first run. */
export function discardResults(writer: Writer, { id, version }: Which): void {
  deleteResults(writer, { id, version })
  writer.run('UPDATE evaluation SET result_sha256 = NULL, basis_sha256 = NULL WHERE id = ?', id)
}

function deleteResults(writer: Writer, { id, version }: Which): void {
  writer.run('DELETE FROM result WHERE evaluation_id = ? AND version = ?', id, version)
}

/** Room for the results of a run until all are there: only then can they be ranked, and may turn out to be known. */
export function beginResults(writer: Writer): void {
  writer.run('DROP TABLE IF EXISTS temp.computed')
  writer.run(
    `CREATE TEMP TABLE computed (agency_id INTEGER, subject_id INTEGER, total INTEGER, min_total INTEGER,
       max_total INTEGER, computed_grade TEXT, grade TEXT, decision TEXT, vetoes TEXT, scores TEXT)`,
  )
}

/** A result as it is stored, before it is ranked. */
export type ComputedRow = Omit<ResultRow, 'rank' | 'detail'>

export function computedRow(party: Party, result: SubjectResult): ComputedRow {
  return {
    agency_id: party.agency_id,
    subject_id: party.subject_id,
    total: result.total,
    min_total: result.min_total,
    max_total: result.max_total,
    computed_grade: result.computed_grade,
    grade: result.grade,
    decision: result.decision,
    vetoes: result.vetoes.length === 0 ? '[]' : JSON.stringify(result.vetoes),
    scores: scoresText(result),
  }
}

export function insertComputed(writer: Writer, row: ComputedRow): void {
  writer.run(
    'INSERT INTO temp.computed VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
    row.agency_id,
    row.subject_id,
    row.total,
    row.min_total,
    row.max_total,
    row.computed_grade,
    row.grade,
    row.decision,
    row.vetoes,
    row.scores,
  )
}

function scoresText({ indicators }: SubjectResult): string {
  let text = ''
  for (const { number, score, min, max } of indicators) {
    text += `${text === '' ? '{' : ','}"${number}":${score === null ? `[${min},${max}]` : score}`
  }
  return text === '' ? '{}' : `${text}}`
}

/** Equal totals share a rank, the next counts all before it. */
function rankedSql(ranked: Ranked): string {
  const takes = { all: 'total IS NOT NULL', passed: "total IS NOT NULL AND decision IS 'passed'", none: '0' }[
    ranked
  ]
  return `SELECT agency_id, subject_id, total, min_total, max_total, computed_grade, grade, decision, vetoes,
      CASE WHEN ${takes} THEN rank() OVER (PARTITION BY ${takes} ORDER BY total DESC) END AS rank, scores, NULL AS detail
    FROM temp.computed ORDER BY agency_id, subject_id`
}

/** As `digestOf`; the database writes the texts itself, which spares a run the rows. */
export function digestOfComputed(writer: Writer, ranked: Ranked): string {
  const digest = createHash('sha256')
  for (const { text } of writer.iterate<{ text: string }>(
    `SELECT json_array(agency_id, subject_id, rank, total, min_total, max_total, computed_grade, grade, decision)
       || vetoes || scores || char(10) AS text FROM (${rankedSql(ranked)}) ORDER BY agency_id, subject_id`,
  )) {
    digest.update(text)
  }
  return digest.digest('hex')
}

/** Replaces the results of the current version by those computed. */
export function storeComputed(writer: Writer, which: Which, ranked: Ranked): void {
  deleteResults(writer, which)
  writer.run(
    `INSERT INTO result (evaluation_id, version, ${COLUMNS}) SELECT ?, ?, * FROM (${rankedSql(ranked)})`,
    which.id,
    which.version,
  )
}

/** In order of the id of whom they are about. Refuses those that are not what the run left. */
export function listResults(
  reader: Reader,
  { id, version, result_sha256 }: Which & Pick<Evaluation, 'result_sha256'>,
): readonly StoredResult[] {
  return soundResults(reader, { id, version }, result_sha256)
}

const soundResults = once((reader: Reader, which: Which, sha256: string | null): readonly StoredResult[] => {
  const rows = [...resultRows(reader, which)]
  if (sha256 !== null && digestOf(rows) !== sha256) {
    throw new Refusal('CX5016', { evaluation: which.id, version: which.version, part: 'result' })
  }
  return rows.map(read)
})

export function findResult(
  reader: Reader,
  { id, version }: Which,
  noun: SubjectNoun,
  whom: number,
): StoredResult | undefined {
  const row = reader.get<ResultRow>(
    `SELECT ${COLUMNS} FROM result WHERE evaluation_id = ? AND version = ? AND ${ownerOf(noun)} = ?`,
    id,
    version,
    whom,
  )
  return row && read(row)
}

function read({ detail: _detail, ...row }: ResultRow): StoredResult {
  return {
    ...row,
    vetoes: JSON.parse(row.vetoes) as StoredResult['vetoes'],
    scores: JSON.parse(row.scores) as Scores,
  }
}

/** How many were evaluated, and how many of them have a total. */
export function countResults(
  reader: Reader,
  { id, version }: Which,
): { evaluated: number; complete: number } {
  return reader.get<{ evaluated: number; complete: number }>(
    'SELECT count(*) AS evaluated, count(total) AS complete FROM result WHERE evaluation_id = ? AND version = ?',
    id,
    version,
  )!
}

/** How many have each grade; incomplete are those without total or, where one is made, without decision. */
export function countGrades(
  reader: Reader,
  { id, version }: Which,
  decided: boolean,
): { evaluated: number; incomplete: number; byGrade: Map<string, number> } {
  const open = decided ? 'decision IS NULL' : 'total IS NULL OR grade IS NULL'
  const rows = reader.all<{ grade: string | null; n: number; open: number }>(
    `SELECT grade, count(*) AS n, sum(${open}) AS open FROM result
     WHERE evaluation_id = ? AND version = ? GROUP BY grade`,
    id,
    version,
  )
  return {
    evaluated: rows.reduce((sum, row) => sum + row.n, 0),
    incomplete: rows.reduce((sum, row) => sum + row.open, 0),
    byGrade: new Map(rows.flatMap(({ grade, n }) => (grade === null ? [] : [[grade, n]]))),
  }
}
