// Makes the file: scheme, jurisdictions with places and hotlines, working-day calendar.
import { createHash } from 'node:crypto'
import { rmSync } from 'node:fs'
import { Refusal } from '../domain/refusal.ts'
import type { SubjectNoun } from '../domain/scheme/scheme.ts'
import { readShippedCalendar, readShippedScheme } from '../schemes/library.ts'
import { createStore } from '../store/open.ts'
import { insertCalendar, insertJurisdictions, insertScheme, setSetting } from '../store/reference.ts'
import { changeOpen, type Desk } from './desk.ts'

export interface InitSummary {
  db: string
  scheme: { id: string; title: string; document: string; issuer: string; subject: SubjectNoun }
  jurisdictions: number
  places: number
  calendar: { from: number; to: number }
  district: { code: string; name: string; places: number } | null
}

/** `district`: a district desk's own jurisdiction; null is the city desk. Leaves no file behind when refused. */
export function initDatabase(desk: Desk, wanted: { scheme: string; district: string | null }): InitSummary {
  const { scheme, source } = readShippedScheme(desk.schemes, wanted.scheme)
  const calendar = readShippedCalendar(desk.schemes)
  const own = scheme.jurisdictions.find(j =>
    [j, ...j.also].some(name => name.code === wanted.district || name.name === wanted.district),
  )
  if (wanted.district !== null && !own) {
    const available = scheme.jurisdictions.map(j => `${j.code} ${j.name}`).join('、')
    throw new Refusal('CX4002', { kind: 'district', value: wanted.district, available })
  }
  const store = createStore(desk.db, desk.migrations)
  try {
    changeOpen(store, desk, 'init', writer => {
      insertScheme(writer, {
        id: scheme.id,
        sha256: createHash('sha256').update(source).digest('hex'),
        source,
      })
      insertJurisdictions(writer, scheme.id, scheme.jurisdictions)
      insertCalendar(writer, calendar.years, calendar.days)
      setSetting(writer, 'scheme', scheme.id)
      if (own) setSetting(writer, 'district', own.code)
      return { result: null, summary: { scheme: scheme.id, district: own?.code ?? null } }
    })
  } catch (error) {
    store.close()
    rmSync(desk.db, { force: true })
    throw error
  }
  store.close()
  return {
    db: desk.db,
    scheme: {
      ...{ id: scheme.id, title: scheme.title, document: scheme.document, issuer: scheme.issuer },
      subject: scheme.applies_to.subject,
    },
    jurisdictions: scheme.jurisdictions.length,
    places: scheme.jurisdictions.reduce((sum, j) => sum + j.places, 0),
    calendar: { from: Math.min(...calendar.years), to: Math.max(...calendar.years) },
    district: own ? { code: own.code, name: own.name, places: own.places } : null,
  }
}
