// Reading JSON that came from elsewhere, strictly: every key that is asked for is there, no other one is, and every value
// is what it should be. What is wrong is named by its path.
import { isDay } from '../day.ts'
import { type Fault, fault } from '../imports/column.ts'
import { codePoint, controlIn, visible } from '../text.ts'

/** What a value should have been. */
export type WantedName =
  | 'text'
  | 'name'
  | 'said'
  | 'integer'
  | 'count'
  | 'flag'
  | 'day'
  | 'year'
  | 'sha256'
  | 'list'
  | 'object'
  | 'nothing'
  | 'value'
  | 'stored'
  | 'once'
  | 'agency'
  | 'district'
  | 'kind'
  | 'scores'
  | 'range'
  | 'grade'
  | 'result'
  | 'nominees'
  | 'total'
  | 'rank'
  | 'decision'
  | 'by_hand'
  | 'whom'
  | 'method'
  | 'gate'
  | 'tied'
  | 'packed'
  | 'score'
  | 'indicator'
  | 'indicators'
  | 'band'

/** The same, a number, points from none to so many, or one of several texts. */
export type Wanted = WantedName | `=${number}` | `0..${string}` | `${string}|${string}`

/** Where a value stands, and what it should have been, or what a file with that value would be told. */
export type ShapeFault = { path: string; wanted: Wanted } | { path: string; fault: Fault }

/** A fault of one part of a package. */
export type PartFault = ShapeFault & { part: string }

export function amiss(part: string, path: string, wanted: Wanted): PartFault {
  return { part, path, wanted }
}

/** Reads a value; what it finds wrong goes to `faults`, and then what it gives back is not to be used. */
export type Shape<T> = (value: unknown, path: string, faults: ShapeFault[]) => T

/** What shapes read. */
export type Shaped<S> = S extends Shape<infer T> ? T : never

function of<T>(wanted: Wanted, holds: (value: unknown) => boolean): Shape<T> {
  return (value, path, faults) => {
    if (!holds(value)) faults.push({ path, wanted })
    return value as T
  }
}

const CHARS = 32_767

/** Without what no file may hold: controls, turned direction, halves of characters. */
export const text: Shape<string> = (value, path, faults) => {
  const told = of<string>('text', v => typeof v === 'string' && v.length <= CHARS)(value, path, faults)
  if (typeof value !== 'string') return told
  const code = controlIn(value) ?? halfIn(value)
  if (code !== null) faults.push({ path, fault: fault('CX1013', { code }) })
  return told
}

function halfIn(value: string): string | null {
  const found = /\p{Cs}/u.exec(value)
  return found && codePoint(found[0])
}

/** A text in which something is said. */
export const said: Shape<string> = (value, path, faults) => {
  const told = text(value, path, faults)
  if (typeof value === 'string' && value.trim() === '') faults.push({ path, wanted: 'said' })
  return told
}

const NAME_CHARS = 200

/** A name or a number by which something is called: on one line, as long as lists can show it. */
export const name: Shape<string> = (value, path, faults) => {
  const told = said(value, path, faults)
  if (typeof value === 'string' && (value.length > NAME_CHARS || /[\t\r\n\u2028\u2029]/.test(value)))
    faults.push({ path, wanted: 'name' })
  return told
}

export const whole: Shape<number> = of('integer', v => Number.isSafeInteger(v))
export const count: Shape<number> = of('count', v => Number.isSafeInteger(v) && (v as number) >= 0)
export const flag: Shape<boolean> = of('flag', v => typeof v === 'boolean')
export const day: Shape<string> = of('day', v => typeof v === 'string' && isDay(v))
/** No evaluation of an office is of another. */
export const year: Shape<number> = of(
  'year',
  v => Number.isSafeInteger(v) && (v as number) >= 1990 && (v as number) <= 2100,
)
export const sha256: Shape<string> = of('sha256', v => typeof v === 'string' && /^[0-9a-f]{64}$/.test(v))

export function oneOf<const T extends string>(...choices: T[]): Shape<T> {
  return of(choices.join('|') as Wanted, v => choices.includes(v as T))
}

export function orNull<T>(shape: Shape<T>): Shape<T | null> {
  return (value, path, faults) => (value === null ? null : shape(value, path, faults))
}

export function list<T>(shape: Shape<T>): Shape<T[]> {
  return (value, path, faults) => {
    if (!Array.isArray(value)) return wrong(path, 'list', faults, [])
    return value.map((item, i) => shape(item, `${path}[${i}]`, faults))
  }
}

export function object<const S extends Readonly<Record<string, Shape<unknown>>>>(
  shapes: S,
): Shape<{ [K in keyof S]: Shaped<S[K]> }> {
  return (value, path, faults) => {
    const found: Record<string, unknown> = {}
    const told = mapOf(value)
    if (told === null) return wrong(path, 'object', faults, found as never)
    const inside = (key: string) => (path === '' ? shown(key) : `${path}.${shown(key)}`)
    for (const key of told.keys())
      if (!Object.hasOwn(shapes, key)) faults.push({ path: inside(key), wanted: 'nothing' })
    for (const [key, shape] of Object.entries(shapes)) {
      if (told.has(key)) found[key] = shape(told.get(key), inside(key), faults)
      else faults.push({ path: inside(key), wanted: 'value' })
    }
    return found as never
  }
}

/** By keys that are not known beforehand; `shapeOf` gives undefined for one that may not be there. */
export function dictionary<T>(shapeOf: (key: string) => Shape<T> | undefined): Shape<Map<string, T>> {
  return (value, path, faults) => {
    const found = new Map<string, T>()
    const told = mapOf(value)
    if (told === null) return wrong(path, 'object', faults, found)
    for (const [key, inner] of told) {
      const shape = shapeOf(key)
      const inside = `${path}.${shown(key)}`
      if (shape) found.set(key, shape(inner, inside, faults))
      else faults.push({ path: inside, wanted: 'nothing' })
    }
    return found
  }
}

/** A key that somebody else wrote, as it may be shown. */
function shown(key: string): string {
  return visible(key.length > KEY_CHARS ? `${key.slice(0, KEY_CHARS)}…` : key)
}

const KEY_CHARS = 60

function mapOf(value: unknown): Map<string, unknown> | null {
  const plain = typeof value === 'object' && value !== null && !Array.isArray(value)
  return plain ? new Map(Object.entries(value)) : null
}

function wrong<T>(path: string, wanted: Wanted, faults: ShapeFault[], instead: T): T {
  faults.push({ path, wanted })
  return instead
}
