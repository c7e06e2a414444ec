// What of a register travels to the city, and in which shape it arrives. Personal data stays at home: names and contacts
// of complainants, subjects that are persons or windows, the responsible persons of a measure, who handles a case, an
// agency's legal representative and telephone. Whoever must be told apart, or counted, travels under a pseudonym:
// practitioners, inspectors, the officer who decided that a complaint is about integrity.
import { readCell } from '../imports/cell.ts'
import { type Column, type ColumnType, fault, type Value, type Values } from '../imports/column.ts'
import { writtenAs } from '../imports/written.ts'
import { recordKinds } from '../records/all.ts'
import { findingFields, personColumn, personsColumn, type RecordKind } from '../records/kind.ts'
import { agencyFields, rosterColumns } from '../roster/agency.ts'
import { day, dictionary, name, type Shape, type ShapeFault, text, type Wanted, whole } from './shape.ts'

/** Subjects are not what districts nominate here; tasks and opinions are a desk's own. All other registers travel. */
const AT_HOME: ReadonlySet<string> = new Set(['subject', 'task', 'opinion'])

/** Nothing that is computed of an agency, and no paper of its nomination, needs them. */
export const stayingAgencyFields = [
  'legal_rep',
  'phone',
] as const satisfies readonly (typeof agencyFields)[number][]

export const travellingAgencyFields = agencyFields.filter(
  field => !(stayingAgencyFields as readonly string[]).includes(field),
)

/** How many inspected, and that somebody decided, is asked for (two officers at least); who it was is not. */
const OFFICIALS: ReadonlySet<string> = new Set(['officers', 'decided_by'])

export const travellingKinds: readonly RecordKind[] = recordKinds.filter(kind => !AT_HOME.has(kind.table))

/** Without what finds the agency, which a package tells once. */
export function travellingColumns(kind: RecordKind): Column[] {
  const stays = new Set([...findingFields, 'subject', 'handler', personsColumn.key])
  return kind.columns.filter(column => !column.personal && !stays.has(column.key))
}

/** The values of a record that travel; those that are empty are left out. */
export function travelling(kind: RecordKind, values: Values, pseudonym: (name: string) => string): Values {
  const told = travellingColumns(kind).flatMap(({ key }): [string, Value][] => {
    const value = values[key] ?? null
    if (value === null) return []
    if (OFFICIALS.has(key)) return [[key, String(value).split(';').map(pseudonym).join(';')]]
    return [[key, isPerson(key, values) ? pseudonym(String(value)) : value]]
  })
  return Object.fromEntries(told)
}

/** Whether a field that travels under pseudonyms names somebody: a name that is on file is better than its pseudonym. */
export function namesOfficials(key: string, value: Value): boolean {
  return OFFICIALS.has(key) && value !== null && !String(value).split(';').every(isPseudonym)
}

/** Another name for a person of a district: `digest` is that of the name, in hex. */
export function pseudonymOf(district: string, digest: string): string {
  return `${district}-${digest.slice(0, 10).toUpperCase()}`
}

function isPseudonym(name: string): boolean {
  return /-[0-9A-F]{10}$/.test(name)
}

/** Whether a field names a practitioner: 从业人员, or who holds an honor of a person. */
function isPerson(key: string, values: Values): boolean {
  return key === personColumn.key || (key === 'holder' && values.holder_kind === 'person')
}

/** A record as a row of a file that names its agency as it is called. */
export function rowOf(
  kind: RecordKind,
  values: Values,
  { uscc, name }: { uscc: string | null; name: string },
): Values {
  const blank = Object.fromEntries(kind.columns.map(({ key }) => [key, null]))
  return { ...blank, ...values, uscc, agency_name: name }
}

/** The values of one record of a kind as a package holds them. */
export function recordShape(kind: RecordKind): Shape<Values> {
  return valuesShape(travellingColumns(kind))
}

/** An agency as a package holds it; whether the license stands is a word of its own. */
export const agencyShape: Shape<Values> = valuesShape(
  rosterColumns.filter(c => (travellingAgencyFields as readonly string[]).includes(c.key)),
)

function valuesShape(columns: readonly Column[]): Shape<Values> {
  const shapes = new Map(columns.map(column => [column.key, valueShape(column)]))
  const read = dictionary<Value>(key => shapes.get(key))
  const needed = columns.filter(column => column.required && column.unless === undefined)
  return (value, path, faults) => {
    const before = faults.length
    const blank: Values = Object.fromEntries(columns.map(({ key }) => [key, null]))
    const found = { ...blank, ...Object.fromEntries(read(value, path, faults)) }
    if (faults.length > before) return found
    for (const { key, headers } of needed)
      if (found[key] === null) faults.push({ path: `${path}.${key}`, fault: emptyCell(headers[0]!) })
    return found
  }
}

/** Of the stored form, and one that a file could have given: written as text, it reads back as what it is. */
function valueShape(column: Column): Shape<Value> {
  const stored = column.key === 'name' ? name : storedShape(column.type)
  return (value, path, faults) => {
    const before = faults.length
    const found = stored(value, path, faults)
    if (faults.length === before) faults.push(...unlikeCell(column, found, path))
    return found
  }
}

function unlikeCell(column: Column, value: Value, path: string): ShapeFault[] {
  const written = writtenAs(column, value) ?? ''
  if (written.trim() === '') return [{ path, fault: emptyCell(column.headers[0]!) }]
  // A text is what it says, and not what a spreadsheet would be told by its first sign.
  if (column.type.is === 'text') return []
  const read = readCell(column, written)
  if (Array.isArray(read)) return read.map(fault => ({ path, fault }))
  return read === value ? [] : [{ path, wanted: 'stored' }]
}

function emptyCell(header: string) {
  return fault('CX1023', { header })
}

/** A value as it is stored; an empty one is not written. */
function storedShape(type: ColumnType): Shape<Value> {
  switch (type.is) {
    case 'day':
      return day
    case 'year':
    case 'int':
    case 'money':
    case 'rate':
    case 'decimal':
    case 'points':
      return whole
    case 'yes_no':
      return (value, path, faults) => {
        if (value !== 0 && value !== 1) faults.push({ path, wanted: '0|1' })
        return value as Value
      }
    case 'choice': {
      const choices = new Set(Object.values(type.of))
      return (value, path, faults) => {
        if (!choices.has(value as string)) faults.push({ path, wanted: [...choices].join('|') as Wanted })
        return value as Value
      }
    }
    case 'uscc':
    case 'period':
      return name
    default:
      return text
  }
}
