// Filled sheets against the rest of what is on file: the draw that their batch is named after (双随机), the roster.
// Each is read once, however many rows ask.
import type { Finding, Values } from '../../domain/imports/column.ts'
import { drawCode } from '../../domain/inspection/draw.ts'
import { officersOf } from '../../domain/records/inspection.ts'
import { nameKey } from '../../domain/text.ts'
import { listAgencyKeys } from '../../store/agency.ts'
import { listDraws, lotsOf } from '../../store/draw.ts'
import type { Reader } from '../../store/open.ts'

export class DrawnSheets {
  private readonly reader: Reader
  private readonly draws: ReadonlyMap<string, number>
  /** By draw, the officers of each agency drawn. */
  private readonly pairs = new Map<number, ReadonlyMap<number, string[]>>()
  /** Codes by name. */
  private roster: ReadonlyMap<string, string> | null = null

  constructor(reader: Reader) {
    this.reader = reader
    this.draws = new Map(listDraws(reader).map(({ name, id }) => [name, id]))
  }

  /** Said, never refused: whom to inspect, and who goes, may change for good reasons. */
  warnings(values: Values, agency: number | null): Finding[] {
    return agency === null ? this.namesake(values) : this.besideDraw(values, agency)
  }

  private besideDraw(values: Values, agency: number): Finding[] {
    const batch = String(values.batch)
    const draw = this.draws.get(batch)
    if (draw === undefined) return []
    const pair = this.pairsOf(draw).get(agency)
    if (pair === undefined) {
      const params = { agency: String(values.agency_name ?? values.uscc), batch }
      return [{ fault: { code: 'CX1170', params }, key: 'batch' }]
    }
    const given = officersOf(values)
    const keyOf = (names: readonly string[]) => names.map(nameKey).sort().join()
    if (keyOf(given) === keyOf(pair)) return []
    const params = { given: given.join('、'), drawn: pair.join('、'), batch }
    return [{ fault: { code: 'CX1171', params }, key: 'officers' }]
  }

  private pairsOf(draw: number): ReadonlyMap<number, string[]> {
    const known = this.pairs.get(draw)
    if (known) return known
    const lots = lotsOf(this.reader, draw)
    const pairs = new Map(lots.flatMap(lot => (lot.officers ? [[lot.agency_id, lot.officers]] : [])))
    this.pairs.set(draw, pairs)
    return pairs
  }

  private namesake({ target }: Values): Finding[] {
    if (typeof target !== 'string') return []
    this.roster ??= new Map(listAgencyKeys(this.reader).map(a => [nameKey(a.name), drawCode(a)]))
    const code = this.roster.get(nameKey(target))
    if (code === undefined) return []
    return [{ fault: { code: 'CX1173', params: { value: target, code } }, key: 'target' }]
  }
}
