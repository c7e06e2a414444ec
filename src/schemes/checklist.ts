// The checklist of Spring Thunder that ships with the program, checked strictly: unknown keys are faults.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { isDay } from '../domain/day.ts'
import { type Checklist, summedFields } from '../domain/inspection/checklist.ts'
import { inspectionItems, inspectionTargets, OFFICERS_NEEDED } from '../domain/records/inspection.ts'
import { penaltyKinds } from '../domain/records/penalty.ts'

export const CHECKLIST_FILE = 'spring-thunder.yaml'

const text = z.string().min(1)
/** A day of every year: 29 February is none. */
const monthDay = z.string().refine(day => isDay(`2001-${day}`), 'MM-DD')
const itemId = z.string().refine(id => inspectionItems.includes(id), 'no such item')
const words = z.array(text).min(1)
const wording = z.strictObject({ yes: words, no: words.optional(), unclear: words.optional() })
const condition = z
  .strictObject({
    target: z.enum(inspectionTargets).optional(),
    failed: z.array(itemId).min(1).optional(),
    findings: wording.optional(),
    measure: wording.optional(),
  })
  .refine(asked => Object.keys(asked).length > 0, 'asks nothing')
const id = z.string().regex(/^[a-z_]+$/)
const head = { id, name: text, unit: text }

export const checklistFormat = z.strictObject({
  title: text,
  clause: text,
  // By which it is inspected; other desks go by it as a default.
  scheme: text,
  window: z
    .strictObject({ from: monthDay, to: monthDay, clause: text })
    .refine(({ from, to }) => from <= to, 'ends before it begins'),
  // What imports go by.
  officers: z.strictObject({ min: z.literal(OFFICERS_NEEDED), clause: text }),
  // Short, of documents of schemes, where several are told side by side.
  places: z.record(text, text),
  items: z
    .array(z.strictObject({ id: itemId, name: text, basis: z.record(text, text), breach: text.nullable() }))
    .refine(
      items => items.map(item => item.id).join() === inspectionItems.join(),
      'all items once, in their order',
    ),
  orders: z.array(z.strictObject({ scheme: text, clause: text, otherwise: text })).min(1),
  summary: z
    .array(
      z.discriminatedUnion('take', [
        z.strictObject({ ...head, take: z.literal('inspections'), where: z.array(condition).min(1) }),
        z.strictObject({
          ...head,
          take: z.literal('sum'),
          fields: z.array(z.strictObject({ id, field: z.enum(summedFields), name: text })).min(1),
          expected: condition.nullable().default(null),
        }),
        z.strictObject({
          ...head,
          take: z.literal('penalties'),
          kinds: z.array(z.enum(penaltyKinds)).min(1),
        }),
      ]),
    )
    .min(1)
    .refine(rows => new Set(rows.map(row => row.id)).size === rows.length, 'an id twice'),
})

/** By their folders: a command may ask many times. */
const read = new Map<string, Checklist>()

export function readShippedChecklist(folder: string): Checklist {
  const known = read.get(folder)
  if (known) return known
  const { items, ...file } = checklistFormat.parse(parse(readFileSync(join(folder, CHECKLIST_FILE), 'utf8')))
  const told = (bases: Readonly<Record<string, string>>) =>
    Object.entries(bases).map(([of, clause]) => `${file.places[of] ?? ''}${clause}`)
  const checklist = {
    ...file,
    items: items.map(({ basis, ...item }) => ({ ...item, basis: told(basis).join('、'), bases: basis })),
  }
  read.set(folder, checklist)
  return checklist
}
