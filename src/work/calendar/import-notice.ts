// A year's notice brought onto the file: read and checked whole, every fault at once; what it changes is counted anew
// in the same transaction. It comes in whole or not at all: a year of which some days are missing would be a wrong one.
import { calendarBasis, type KeptCalendar } from '../../domain/calendar/kept.ts'
import {
  calendarAfter,
  checkNotice,
  type NoticeDay,
  noticeColumns,
  noticeDay,
  noticeOneOf,
  planNotice,
  type YearPlan,
} from '../../domain/calendar/notice.ts'
import type { Finding } from '../../domain/imports/column.ts'
import { headerTest, matchHeader, type RowReader } from '../../domain/imports/read-rows.ts'
import { type Problem, problem } from '../../domain/problem.ts'
import type { Encoding, Table, TableRow } from '../../domain/table.ts'
import { sha256Of } from '../../formats/source.ts'
import { openTable, placeOf } from '../../formats/table-file.ts'
import { listEvaluations } from '../../store/evaluation.ts'
import type { Reader } from '../../store/open.ts'
import { readCalendar, setCalendarDay, setCalendarYear } from '../../store/reference.ts'
import { ask, change, type Desk } from '../desk.ts'
import type { ImportSource } from '../imports/import-file.ts'
import { planRecount, type Recounted, recount } from './recount.ts'

export interface HowToImport {
  /** The notice's title and number. */
  notice: string
  /** Why a year that is loaded gets other days; null: it must not. */
  replaceFor: string | null
  dryRun: boolean
}

export interface ImportedNotice {
  encoding: Encoding | null
  years: YearPlan[]
  /** Open publicities with another last day. */
  recounted: Recounted[]
  /** Open evaluations that were run by the calendar as it was. */
  affected: { evaluation: number; year: number }[]
  /** With any, nothing was changed. */
  problems: Problem[]
  warnings: Problem[]
}

export async function importNotice(
  desk: Desk,
  input: Pick<ImportSource, 'source' | 'encoding' | 'sheet'>,
  how: HowToImport,
): Promise<ImportedNotice> {
  const sha256 = sha256Of(input.source)
  const {
    value: table,
    problems,
    warnings,
  } = await openTable(input.source, {
    ...input,
    isHeader: headerTest(noticeColumns),
  })
  const none = { encoding: null, years: [], recounted: [], affected: [] }
  if (table === null) return { ...none, problems, warnings }
  const { head } = table
  const header = matchHeader(head, noticeColumns, placeOf, { oneOf: noticeOneOf })
  const read = { ...none, encoding: head.encoding, warnings: [...warnings, ...header.warnings] }
  if (header.problems.length > 0) return { ...read, problems: header.problems }
  const days = readDays(table, header.reader)
  const decided = (reader: Reader) => {
    const planned = decide(reader, days, header.reader, how, head.file)
    return { ...read, ...planned, warnings: [...read.warnings, ...days.warnings] }
  }
  if (how.dryRun) return ask(desk, decided)
  return change(desk, 'calendar import', writer => {
    const found = decided(writer)
    const { years, recounted } = found
    if (found.problems.length === 0) {
      for (const { year, done, changes } of years) {
        if (done === 'unchanged') continue
        setCalendarYear(writer, year, how.notice)
        for (const { day, after } of changes) setCalendarDay(writer, day, after)
      }
      recount(writer, recounted)
    }
    const brought = years.filter(({ done }) => done !== 'unchanged').map(({ year }) => year)
    const publicities = recounted.map(({ id }) => id)
    const { notice, replaceFor: reason } = how
    return {
      result: found,
      summary: { file: head.file, sha256, years: brought, notice, reason, publicities },
    }
  }).result
}

interface ReadDays {
  days: NoticeDay[]
  /** The rows by line, for what is said of them later. */
  rows: Map<number, TableRow>
  problems: Problem[]
  warnings: Problem[]
}

function readDays(table: Table, reader: RowReader): ReadDays {
  const read: ReadDays = { days: [], rows: new Map(), problems: [], warnings: [] }
  for (const part of table.parts()) {
    read.problems.push(...part.spoiled, ...part.problems)
    read.warnings.push(...part.warnings)
    const faulty = new Set(part.problems.map(({ place }) => place.line))
    for (const row of part.rows) {
      read.rows.set(row.line, row)
      const { values, problems } = reader.read(row)
      if (faulty.has(row.line) || problems.length > 0) {
        if (!faulty.has(row.line)) read.problems.push(...problems)
        continue
      }
      const day = noticeDay(row.line, values)
      if ('fault' in day) read.problems.push(found(reader, read, row.line, day))
      else read.days.push(day)
    }
  }
  return read
}

function found(reader: RowReader, { rows }: Pick<ReadDays, 'rows'>, line: number, finding: Finding): Problem {
  return reader.problem(line, finding.fault, finding.key, reader.cell(rows.get(line)!, finding.key))
}

function decide(
  reader: Reader,
  read: ReadDays,
  rows: RowReader,
  { notice, replaceFor }: HowToImport,
  file: string,
): Pick<ImportedNotice, 'years' | 'recounted' | 'affected' | 'problems'> {
  const onFile = readCalendar(reader)
  const faults = checkNotice(read.days, onFile, read.problems.length === 0)
  const problems = [
    ...read.problems,
    ...faults.map(({ line, finding }) => found(rows, read, line, finding)),
  ].sort((a, b) => (a.place.line ?? 0) - (b.place.line ?? 0))
  if (problems.length > 0) return { years: [], recounted: [], affected: [], problems }
  const years = planNotice(read.days, onFile)
  const other = years.filter(({ done }) => done === 'replaced')
  if (other.length > 0 && replaceFor === null) {
    const changes = other.reduce((sum, plan) => sum + plan.changes.length, 0)
    const params = { years: other.map(({ year }) => year).join('、'), changes }
    problems.push(problem('CX1324', params, { file }))
  }
  const after = calendarAfter(onFile, years, notice)
  const { recounted, problems: uncounted } = planRecount(reader, after)
  problems.push(...uncounted)
  const affected = problems.length > 0 ? [] : evaluationsBy(reader, onFile, after)
  return { years, recounted: problems.length > 0 ? [] : recounted, affected, problems }
}

/** Finalized evaluations keep the calendar that they were finalized by. */
function evaluationsBy(
  reader: Reader,
  before: KeptCalendar,
  after: KeptCalendar,
): ImportedNotice['affected'] {
  return listEvaluations(reader)
    .filter(({ status, result_sha256 }) => status === 'open' && result_sha256 !== null)
    .filter(({ as_of }) => calendarBasis(before, as_of) !== calendarBasis(after, as_of))
    .map(({ id, year }) => ({ evaluation: id, year }))
}
