// Reads a file's rows and decides what becomes of each: staged as they come, the agencies they mean found in one set,
// decided some hundreds at a time, then held against each other. Writes nothing but temporary tables.
import type { Finding } from '../../domain/imports/column.ts'
import type { RowReader } from '../../domain/imports/read-rows.ts'
import type { Problem, ProblemParams } from '../../domain/problem.ts'
import { AgencyIndex, type AgencyKey } from '../../domain/roster/match.ts'
import type { Table, TableRow } from '../../domain/table.ts'
import { listAgencyKeys } from '../../store/agency.ts'
import type { Writer } from '../../store/open.ts'
import { Staging } from '../../store/staging.ts'
import { breathe, type Progress } from '../desk.ts'
import { type FeedPart, feed } from './feed.ts'
import type { FieldChange, Importer, Planner, RejectedRow, Verdict } from './importer.ts'

export interface Plan {
  staging: Staging
  planner: Planner
  rows: number
  counts: { add: number; change: number; same: number }
  /** Line -> its problems, in the file's order. */
  bad: Map<number, Problem[]>
  warnings: Problem[]
  changes: FieldChange[]
  missing: { uscc: string | null; name: string }[]
  /** The bad rows as they came, if they are to be handed back. */
  rejected: RejectedRow[]
  /** With any, no row of the file may be imported. */
  spoiled: Problem[]
}

/** `handBack`: the good rows will be imported without the bad ones. */
export async function planFile(
  writer: Writer,
  importer: Importer,
  { reader, table }: { reader: RowReader; table: Table },
  handBack: boolean,
  progress: Progress,
): Promise<Plan> {
  const planner = importer.plan(writer, reader.present)
  const staging = new Staging(writer, importer.target)
  const planning = new Planning(writer, staging, planner, reader, table)
  const rows = feed(table.parts(), reader, planner.rules, staging.fields)
  await planning.stage(rows, progress)
  if (planning.spoiled.length === 0) {
    await planning.decide(progress)
    planning.compare(handBack)
    await planning.merge(handBack)
    planning.recall(handBack)
  }
  return planning.plan()
}

/** Rows decided at a time. */
const CHUNK = 500
/** Rows that match nothing are told their nearest names, as many as are shown; a whole roster is compared for each. */
export const NEAREST_TOLD = 20

class Planning {
  spoiled: Problem[] = []
  private readonly staging: Staging
  private readonly writer: Writer
  private readonly planner: Planner
  private readonly reader: RowReader
  private readonly table: Table
  private rows = 0
  private readonly bad = new Map<number, Problem[]>()
  private warnings: Problem[] = []
  private readonly changes: { line: number; changes: FieldChange[] }[] = []
  private readonly rejected: RejectedRow[] = []

  constructor(writer: Writer, staging: Staging, planner: Planner, reader: RowReader, table: Table) {
    this.staging = staging
    this.writer = writer
    this.planner = planner
    this.reader = reader
    this.table = table
  }

  async stage(parts: Iterable<FeedPart>, progress: Progress): Promise<void> {
    const ofFile: Problem[] = []
    const unfilled: number[] = []
    for (const part of parts) {
      if (this.rows === 0) this.staging.expect(part.rows / part.read)
      this.rows += part.rows
      this.warnings.push(...part.warnings)
      unfilled.push(...part.unfilled)
      this.spoiled.push(...part.spoiled)
      ofFile.push(...part.ofFile)
      for (const found of part.refused) this.refuse(found.place.line ?? 0, found)
      for (const row of part.staged) this.staging.add(row)
      progress('read', part.read, 1)
      await breathe()
    }
    const [first] = unfilled
    if (first !== undefined) {
      const fault: Finding['fault'] = { code: 'CX1204', params: { count: unfilled.length } }
      this.warnings.push(this.problem(first, { fault, key: this.planner.rules.unfilled! }))
    }
    if (this.spoiled.length === 0) return
    // Nobody knows which line belongs to which record: only what the file itself says is told.
    this.spoiled = [...ofFile, ...this.spoiled].sort((a, b) => (a.place.line ?? 0) - (b.place.line ?? 0))
  }

  async decide(progress: Progress): Promise<void> {
    this.staging.findContacts()
    let asked = 0
    let all: AgencyKey[] | undefined
    const everyone = () => {
      asked += 1
      all ??= listAgencyKeys(this.writer)
      return asked > NEAREST_TOLD ? [] : all
    }
    for (let behind = 0, done = 0; ; ) {
      const rows = this.staging.undecided(behind, CHUNK)
      const last = rows.at(-1)?.line
      if (last === undefined) return
      const agencies = new AgencyIndex(this.staging.agenciesTouched(rows[0]!.line, last), everyone)
      const verdicts = this.planner.decide(rows, agencies)
      for (const [i, verdict] of verdicts.entries()) this.settle(rows[i]!.line, verdict)
      behind = last
      done += rows.length
      progress('decide', done, this.rows)
      await breathe()
    }
  }

  /** Holds the rows of the file against each other. */
  compare(handBack: boolean): void {
    const twins: { line: number; finding: Finding }[] = []
    const clash = (line: number, first: number, value: string, key: string) => {
      const finding = (other: number): Finding => ({
        fault: { code: 'CX1052', params: { value, firstLine: other } },
        key,
      })
      this.refuse(line, this.problem(line, finding(first)))
      twins.push({ line: first, finding: finding(line) })
    }
    for (const { column, field } of this.planner.unique) {
      for (const found of this.staging.clashes(column)) {
        if (column === 'target' && this.isTwin(found.line)) continue
        clash(found.line, found.first, found.label ?? found.value, field)
      }
    }
    const { unshared } = this.planner
    for (const field of unshared?.fields ?? []) {
      for (const { line, first, value } of this.staging.clashes({ field })) {
        // One record that came twice has everything twice.
        if (this.isTwin(line, first)) continue
        const finding = unshared!.finding(field, value, { firstLine: first })
        this.refuse(line, this.problem(line, finding))
        twins.push({ line: first, finding: { ...finding, fault: withFirst(finding, line) } })
      }
    }
    // What is bad by now holds nothing up.
    this.staging.refuse(this.bad.keys())
    for (const { line, finding, refused, twin } of this.planner.across?.(this.staging, this.bad.size === 0) ??
      []) {
      if (!refused) this.warnings.push(this.problem(line, finding))
      else if (twin === undefined || !this.isTwin(line)) this.refuse(line, this.problem(line, finding))
      if (twin !== undefined)
        twins.push({ line: twin, finding: { ...finding, fault: withFirst(finding, line) } })
    }
    // Refused as a whole, one line of a pair tells enough; importing the rest, neither may come in.
    for (const { line, finding } of handBack ? twins : []) {
      if (!this.bad.has(line)) this.refuse(line, this.problem(line, finding))
    }
    this.staging.refuse(this.bad.keys())
    for (const field of unshared?.fields ?? []) {
      // A record that a refused row would have changed keeps its value: another row may have brought that very value.
      for (let found = this.staging.heldOnFile(field); found.length > 0; ) {
        for (const { line, value, id } of found)
          this.refuse(line, this.problem(line, unshared!.finding(field, value, { id })))
        this.staging.refuse(found.map(row => row.line))
        found = this.staging.heldOnFile(field)
      }
    }
  }

  async merge(handBack: boolean): Promise<void> {
    if (!this.planner.merge) return
    for (let behind = ''; ; ) {
      const groups = this.staging.parts(behind, CHUNK)
      const last = groups.at(-1)?.part
      if (last === undefined) return
      const verdicts = this.planner.merge(groups.map(group => group.rows))
      for (const [i, { rows }] of groups.entries()) {
        this.settle(rows[0]!.line, verdicts[i]!)
        for (const row of rows.slice(1)) {
          this.staging.decide(row.line, { ...merged, values: row.values })
          if (handBack && !verdicts[i]!.decided) this.note(row.line, verdicts[i]!)
        }
      }
      behind = last
      await breathe()
    }
  }

  /** Reads the rows concerned once more, for the cells as they stand in the file. */
  recall(handBack: boolean): void {
    const concerned = new Map<number, Problem[]>()
    for (const [line, problems] of this.bad) concerned.set(line, [...problems])
    for (const found of this.warnings) {
      const line = found.place.line ?? 0
      if (found.field !== undefined && found.value === undefined)
        concerned.set(line, [...(concerned.get(line) ?? []), found])
    }
    if (concerned.size === 0) return
    for (const { rows } of this.table.parts()) {
      for (const row of rows) {
        const problems = concerned.get(row.line)
        if (!problems) continue
        for (const found of problems) this.quote(found, row)
        const bad = this.bad.get(row.line)
        if (bad && handBack) this.rejected.push({ cells: row.cells, problems: bad })
      }
    }
  }

  plan(): Plan {
    const { staging, planner, rows, spoiled, rejected } = this
    const bad = new Map([...this.bad].sort((a, b) => a[0] - b[0]))
    return {
      staging,
      planner,
      rows,
      counts: staging.counts(),
      bad,
      warnings: this.warnings.sort((a, b) => (a.place.line ?? 0) - (b.place.line ?? 0)),
      changes: this.changes
        .filter(({ line }) => !bad.has(line))
        .sort((a, b) => a.line - b.line)
        .flatMap(c => c.changes),
      missing: planner.missing?.(staging) ?? [],
      rejected,
      spoiled,
    }
  }

  /** Two rows that mean one agency are told so once, by what they share in writing first. */
  private isTwin(line: number, first?: number): boolean {
    return (
      this.bad
        .get(line)
        ?.some(
          ({ code, params }) =>
            code === 'CX1052' &&
            (first === undefined || (params as ProblemParams['CX1052']).firstLine === first),
        ) ?? false
    )
  }

  private settle(line: number, verdict: Verdict): void {
    this.note(line, verdict)
    if (verdict.decided) this.staging.decide(line, verdict.decided)
    if (verdict.changes && verdict.changes.length > 0) this.changes.push({ line, changes: verdict.changes })
  }

  private note(line: number, { refused, warned }: Verdict): void {
    for (const found of refused) this.refuse(line, this.problem(line, found))
    for (const found of warned) this.warnings.push(this.problem(line, found))
  }

  private refuse(line: number, found: Problem): void {
    const earlier = this.bad.get(line)
    if (earlier) earlier.push(found)
    else this.bad.set(line, [found])
  }

  private problem(line: number, { fault, key }: Finding): Problem {
    return this.reader.problem(line, fault, key)
  }

  private quote(found: Problem, row: TableRow): void {
    if (found.field === undefined || found.value !== undefined) return
    const cell = this.reader.cell(row, found.field)
    if (cell !== undefined) found.value = cell
  }
}

const merged = { action: 'merged', target: null } as const

function withFirst({ fault }: Finding, firstLine: number): Finding['fault'] {
  return { ...fault, params: { ...fault.params, firstLine } } as Finding['fault']
}
