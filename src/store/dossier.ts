// Everything on file about the subjects of evaluations. The database itself puts each dossier together as JSON, in one
// question for a set of neighbors: the same text is what digests cover, what finalizing keeps and what is read.
import type { Day } from '../domain/day.ts'
import { type AgencyKind, agencyFields } from '../domain/roster/agency.ts'
import type { SubjectNoun } from '../domain/scheme/scheme.ts'
import type { AgencyDossier, Dossier } from '../domain/score/dossier.ts'
import type { Reader } from './open.ts'

/** Subjects read together: enough for few questions, few enough to be held. */
const TOGETHER = 100

export interface DossierText {
  id: number
  /** JSON of a `Dossier`: registers that came later are left out where they are empty, and `outstanding` always. */
  dossier: string
}

interface Register {
  table: string
  columns: readonly string[]
  order: string
  where?: string
  /** A JSON text that stands as what it holds. */
  json?: string
  /** A column that came later: named only where it says something. */
  later?: string
}

/**
 * By their key in a dossier. Personal data of complainants stays out: no rule looks at it. A complaint that repeats
 * another counts there, once.
 */
const REGISTERS: Readonly<Record<string, Register>> = {
  complaints: {
    table: 'complaint',
    columns: [
      ...[
        'complaint_no',
        'received_on',
        'category',
        'summary',
        'dishonest',
        'accepted_on',
        'due_on',
        'closed_on',
      ],
      'finding',
    ],
    order: 'complaint_no',
    where: 'duplicate_of IS NULL',
    later: 'serious',
  },
  penalties: {
    table: 'penalty',
    columns: ['decision_no', 'authority', 'kind', 'decision_date', 'status', 'revoked_on'],
    order: 'decision_no',
  },
  honors: {
    table: 'honor',
    columns: [
      ...['cert_no', 'holder', 'holder_kind', 'title', 'granted_on', 'valid_to', 'status', 'revoked_on'],
    ],
    order: 'granted_on, key',
  },
  commitments: {
    table: 'commitment',
    columns: ['kind', 'signed_on', 'signed_count', 'displayed'],
    order: 'signed_on, kind',
  },
  activities: {
    table: 'activity',
    columns: ['kind', 'title', 'held_on', 'satisfaction'],
    order: 'held_on, key',
  },
  inspections: {
    table: 'inspection',
    columns: ['batch', 'date', 'cooperated', 'items', 'rectify_due', 'rectified_on'],
    order: 'date, key',
    json: 'items',
  },
  annual_checks: { table: 'annual_check', columns: ['year', 'result'], order: 'year' },
}

const LATER: Readonly<Record<string, Register>> = {
  metrics: { table: 'metric', columns: ['metric', 'period', 'value', 'unit'], order: 'metric, period' },
  offenses: {
    table: 'offense',
    columns: ['offense_no', 'person', 'kind', 'serious', 'date'],
    order: 'date, key',
  },
  changes: {
    table: 'license',
    columns: ['change', 'occurred_on', 'reported_on', 'decided_on'],
    order: 'decided_on, key',
    where: "kind = 'change'",
  },
}

/** Registers of agencies only. */
const OF_AGENCIES: ReadonlySet<string> = new Set(['penalty', 'commitment', 'inspection', 'license'])

/** No rule looks at the group: what was computed before it was asked for stays what it was. */
const AGENCY_FIELDS = agencyFields.filter(field => field !== 'corporate_group')

const SUBJECT_FIELDS = [
  ...['kind', 'type', 'name', 'code', 'district_code', 'post', 'started_on', 'ended_on'],
] as const

/** Whose dossiers: agencies of these kinds; of other subjects those of these types, none for any, not ended by a day. */
export interface Whose {
  noun: SubjectNoun
  kinds: readonly AgencyKind[]
  types: readonly string[]
  asOf: Day
}

/** In order of id; of those named where some are. */
export function* dossierTexts(
  reader: Reader,
  whose: Whose,
  ids?: readonly number[],
): Generator<DossierText[]> {
  const { noun, kinds, types, asOf } = whose
  const sql = dossierSql(reader, noun, ids !== undefined)
  const named = ids === undefined ? [] : [JSON.stringify(ids)]
  const ofTypes = JSON.stringify(types)
  const more = noun === 'agency' ? [JSON.stringify(kinds)] : [noun, asOf, ofTypes, ofTypes]
  for (let from = 0; ; ) {
    const set = reader.all<DossierText>(sql, from, ...named, ...more)
    if (set.length === 0) return
    yield set
    from = set.at(-1)!.id + 1
  }
}

/** Of all agencies, with the days on which they stood out. */
export function readDossiers(reader: Reader): AgencyDossier[] {
  const outstanding = outstandingDays(reader)
  const dossiers: AgencyDossier[] = []
  for (const set of dossierTexts(reader, {
    noun: 'agency',
    kinds: ['for_profit', 'public'],
    types: [],
    asOf: '',
  })) {
    for (const { id, dossier } of set) {
      const read = readDossier(JSON.parse(dossier) as Partial<Dossier>) as AgencyDossier
      dossiers.push({ ...read, outstanding: outstanding.get(id) ?? [] })
    }
  }
  return dossiers
}

/** A dossier from what its text holds. */
export function readDossier(held: Partial<Dossier>): Dossier {
  // Named one by one, so that all dossiers are alike to the engine that runs the rules.
  return {
    agency: held.agency ?? null,
    subject: held.subject ?? null,
    complaints: held.complaints!,
    penalties: held.penalties!,
    offenses: held.offenses ?? [],
    changes: held.changes ?? [],
    honors: held.honors!,
    commitments: held.commitments!,
    activities: held.activities!,
    inspections: held.inspections!,
    annual_checks: held.annual_checks!,
    metrics: held.metrics ?? [],
    outstanding: [],
  }
}

/** By agency id, oldest first. */
export function outstandingDays(reader: Reader): Map<number, string[]> {
  const found = new Map<number, string[]>()
  for (const { agency_id, day } of reader.iterate<{ agency_id: number; day: string }>(
    "SELECT agency_id, day FROM campaign_entry WHERE kind = 'outstanding' ORDER BY agency_id, day, id",
  )) {
    found.set(agency_id, [...(found.get(agency_id) ?? []), day])
  }
  return found
}

function dossierSql(reader: Reader, noun: SubjectNoun, named: boolean): string {
  const [table, key, fields] =
    noun === 'agency' ? ['agency', 'agency', AGENCY_FIELDS] : ['subject', 'subject', SUBJECT_FIELDS]
  const lists = (
    registers: Readonly<Record<string, Register>>,
    write: (key: string, list: string) => string,
  ) => Object.entries(registers).map(([name, register]) => write(name, listSql(reader, register, noun)))
  const parts = [
    `'{"${key}":' || ${objectSql(['id', ...fields], 't')}`,
    ...lists(REGISTERS, (name, list) => `',"${name}":' || ${list}`),
    ...lists(LATER, (name, list) => `coalesce(',"${name}":' || nullif(${list}, '[]'), '')`),
    `'}'`,
  ]
  const asked =
    noun === 'agency'
      ? 't.kind IN (SELECT value FROM json_each(?))'
      : `t.kind = ? AND (t.ended_on IS NULL OR t.ended_on > ?)
         AND (? = '[]' OR t.type IN (SELECT value FROM json_each(?)))`
  return `SELECT t.id AS id, ${parts.join(' || ')} AS dossier FROM ${table} t
    WHERE t.id >= ? ${named ? 'AND t.id IN (SELECT value FROM json_each(?))' : ''} AND ${asked}
    ORDER BY t.id LIMIT ${TOGETHER}`
}

function listSql(reader: Reader, register: Register, noun: SubjectNoun): string {
  const { table, columns, order, where, json, later } = register
  if (noun !== 'agency' && OF_AGENCIES.has(table)) return `'[]'`
  // A register that holds nothing need not be asked for everybody.
  if (reader.get(`SELECT 1 FROM ${table} LIMIT 1`) === undefined) return `'[]'`
  const only = where === undefined ? '' : `AND ${where}`
  const row = objectSql(columns, 'r', json)
  const whole =
    later === undefined
      ? row
      : `CASE WHEN r.${later} IS NULL THEN ${row} ELSE json_insert(${row}, '$.${later}', r.${later}) END`
  return `(SELECT json_group_array(${whole} ORDER BY ${order}) FROM ${table} r
    WHERE ${ownedSql(noun, table)} ${only})`
}

/** Activities from before there were links name their body; a name that several bear links to none. */
function ownedSql(noun: SubjectNoun, table: string): string {
  if (noun === 'agency') return 'r.agency_id = t.id'
  if (table !== 'activity') return 'r.subject_id = t.id'
  return `(r.subject_id = t.id OR (r.subject_id IS NULL AND r.subject IN (t.name, t.code)
    AND 1 = (SELECT count(*) FROM subject s WHERE r.subject IN (s.name, s.code))))`
}

function objectSql(columns: readonly string[], alias: string, json?: string): string {
  const pairs = columns.map(c => `'${c}', ${c === json ? `json(${alias}.${c})` : `${alias}.${c}`}`)
  return `json_object(${pairs.join(', ')})`
}
