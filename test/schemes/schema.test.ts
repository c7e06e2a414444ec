// The JSON Schema for editors, read here by a small reader of its own: it takes what the program takes, and refuses
// what is refused for its form.

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { schemeSchema } from '../../src/schemes/format.ts'
import { readShippedSource, shippedSchemes } from '../../src/schemes/library.ts'
import { schemes } from '../domain/fixtures.ts'

type Node = Record<string, unknown>
const schema = schemeSchema()

/** The words of the standard that the schema uses, and no others. */
const READ = new Set([
  ...['$schema', '$defs', '$ref', 'type', 'properties', 'required', 'additionalProperties', 'items', 'anyOf'],
  ...['oneOf', 'enum', 'const', 'pattern', 'minLength', 'minItems', 'minimum', 'maximum', 'exclusiveMinimum'],
  ...['default', 'propertyNames'],
])

function fits(value: unknown, node: Node): boolean {
  for (const word of Object.keys(node)) if (!READ.has(word)) throw new Error(`not read: ${word}`)
  const list = (key: string) => node[key] as Node[]
  if (typeof node.$ref === 'string') {
    const name = node.$ref.replace('#/$defs/', '')
    if (!fits(value, (schema.$defs as Record<string, Node>)[name]!)) return false
  }
  if ('const' in node && value !== node.const) return false
  if ('enum' in node && !(node.enum as unknown[]).includes(value)) return false
  if ('anyOf' in node && !list('anyOf').some(one => fits(value, one))) return false
  if ('oneOf' in node && list('oneOf').filter(one => fits(value, one)).length !== 1) return false
  const types = [node.type ?? []].flat() as string[]
  if (types.length > 0 && !types.some(type => isOf(value, type))) return false
  if (typeof value === 'string') {
    if ('pattern' in node && !new RegExp(node.pattern as string).test(value)) return false
    if (value.length < Number(node.minLength ?? 0)) return false
  }
  if (typeof value === 'number') {
    if (value < Number(node.minimum ?? -Infinity) || value > Number(node.maximum ?? Infinity)) return false
    if (value <= Number(node.exclusiveMinimum ?? -Infinity)) return false
  }
  if (Array.isArray(value)) {
    if (value.length < Number(node.minItems ?? 0)) return false
    return !('items' in node) || value.every(item => fits(item, node.items as Node))
  }
  if (typeof value === 'object' && value !== null) return fitsObject(value as Node, node)
  return true
}

function fitsObject(value: Node, node: Node): boolean {
  const properties = (node.properties ?? {}) as Record<string, Node>
  if (((node.required ?? []) as string[]).some(key => !(key in value))) return false
  return Object.entries(value).every(([key, inner]) => {
    if ('propertyNames' in node && !fits(key, node.propertyNames as Node)) return false
    const own = properties[key]
    if (own) return fits(inner, own)
    const others = node.additionalProperties
    return others === false ? false : typeof others === 'object' ? fits(inner, others as Node) : true
  })
}

function isOf(value: unknown, type: string): boolean {
  switch (type) {
    case 'integer':
      return Number.isInteger(value)
    case 'array':
      return Array.isArray(value)
    case 'null':
      return value === null
    case 'object':
      return typeof value === 'object' && value !== null && !Array.isArray(value)
    default:
      return typeof value === type
  }
}

const read = (source: string) => parse(source, { version: '1.2' }) as unknown

it.each(shippedSchemes(schemes))('takes %s', id => {
  expect(fits(read(readShippedSource(schemes, id)), schema)).toBe(true)
})

describe('of the broken files', () => {
  const folder = join(import.meta.dirname, 'broken')
  const files = readdirSync(folder).map(name => ({ name, source: readFileSync(join(folder, name), 'utf8') }))
  // That 31 April is no day, no pattern tells.
  const formal = files.filter(f => /^# CX200[23]/.test(f.source) && f.name !== 'no-day.yaml')

  it('has some to look at', () => expect(formal.length).toBeGreaterThan(3))

  it.each(formal)('refuses $name', ({ source }) => {
    expect(fits(read(source), schema)).toBe(false)
  })

  it.each(files.filter(f => !/^# CX200[23]/.test(f.source)))(
    'takes $name, whose form is right',
    ({ source }) => {
      expect(fits(read(source), schema)).toBe(true)
    },
  )
})

describe('spot checks', () => {
  const properties = schema.properties as Record<string, Node>

  it('points are written as numbers, days as texts', () => {
    const good = read(readShippedSource(schemes, 'zhoushan-2019')) as {
      categories: Node[]
      as_of: Node
      dated: Node
    }
    const changed = (change: (scheme: typeof good) => void) => {
      const copy = structuredClone(good)
      change(copy)
      return fits(copy, schema)
    }
    expect(changed(() => {})).toBe(true)
    expect(changed(s => (s.categories[0]!.points = 2.5))).toBe(true)
    expect(changed(s => (s.categories[0]!.points = '10'))).toBe(false)
    expect(changed(s => (s.categories[0]!.points = -1))).toBe(false)
    expect(changed(s => (s.dated.issued = '2019/05/30'))).toBe(false)
    expect(changed(s => (s.as_of.month_day = '1-1'))).toBe(false)
    expect(changed(s => delete s.as_of.clause)).toBe(false)
    expect(changed(s => (s.as_of.day = '12-31'))).toBe(false)
  })

  it('asks for what has no default, and for nothing else', () => {
    expect([...(schema.required as string[])].sort()).toEqual(
      [
        ...[
          'id',
          'title',
          'notice',
          'issuer',
          'document',
          'status',
          'basis',
          'applies_to',
          'as_of',
          'raters',
        ],
        ...['scoring', 'indicators', 'papers'],
      ].sort(),
    )
    expect(properties.status).toEqual({ type: 'string', enum: ['draft', 'in_force'] })
  })
})
