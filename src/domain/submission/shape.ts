// Reading JSON that came from elsewhere, strictly: every key that is asked for is there, no other one is, and every value
// is what it should be. What is wrong is named by its path.
import { isDay } from '../day.ts'

/** What a value should have been, and where it stands. */
export interface ShapeFault {
  path: string
  wanted: string
}

/** Reads a value; what it finds wrong goes to `faults`, and then what it gives back is not to be used. */
export type Shape<T> = (value: unknown, path: string, faults: ShapeFault[]) => T

/** What shapes read. */
export type Shaped<S> = S extends Shape<infer T> ? T : never

function of<T>(wanted: string, holds: (value: unknown) => boolean): Shape<T> {
  return (value, path, faults) => {
    if (!holds(value)) faults.push({ path, wanted })
    return value as T
  }
}

const CHARS = 32_767

export const text: Shape<string> = of('text', v => typeof v === 'string' && v.length <= CHARS)
export const whole: Shape<number> = of('integer', v => Number.isSafeInteger(v))
export const count: Shape<number> = of('count', v => Number.isSafeInteger(v) && (v as number) >= 0)
export const flag: Shape<boolean> = of('true or false', v => typeof v === 'boolean')
export const day: Shape<string> = of('YYYY-MM-DD', v => typeof v === 'string' && isDay(v))
export const sha256: Shape<string> = of('sha256', v => typeof v === 'string' && /^[0-9a-f]{64}$/.test(v))

export function oneOf<const T extends string>(...choices: T[]): Shape<T> {
  return of(choices.join('|'), v => choices.includes(v as T))
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
    const inside = (key: string) => (path === '' ? key : `${path}.${key}`)
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
      if (shape) found.set(key, shape(inner, `${path}.${key}`, faults))
      else faults.push({ path: `${path}.${key}`, wanted: 'nothing' })
    }
    return found
  }
}

function mapOf(value: unknown): Map<string, unknown> | null {
  const plain = typeof value === 'object' && value !== null && !Array.isArray(value)
  return plain ? new Map(Object.entries(value)) : null
}

function wrong<T>(path: string, wanted: string, faults: ShapeFault[], instead: T): T {
  faults.push({ path, wanted })
  return instead
}
