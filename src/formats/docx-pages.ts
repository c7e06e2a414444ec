// Which header and footer stands on which pages of a Word file: those that no section asks for are printed nowhere.
import type { Page } from '../domain/papers/tags.ts'
import type { PageKind } from '../domain/papers/template-problems.ts'
import { type Relation, relationsOf, type XmlParts } from './docx-relations.ts'
import { attributesOf, type XmlEvent, xmlEvents } from './xml-events.ts'

export interface PrintedParts {
  /** The part with the text itself, in lower case; null where the file does not say. */
  body: string | null
  /** Every kind of page of every section. */
  pages: Page[]
  /** The pages that a header or footer is on, by its name in lower case. */
  on: Map<string, Page[]>
}

interface Section {
  /** By `header first` and so on: the id of the relation. */
  parts: Map<string, string>
  first: boolean
}

export function printedParts(parts: XmlParts): PrintedParts {
  const relations = relationsOf(parts)
  const main = relations.find(r => /^_rels\/\.rels$/i.test(r.part) && r.type === 'officeDocument')
  const body = main?.target ?? null
  const targets = new Map(relations.filter(r => isOf(r, body)).map(r => [r.id, r.target]))
  const settings = relations.find(r => isOf(r, body) && r.type === 'settings')?.target
  const twoSided = [...xmlEvents(textOf(parts, settings))].some(e => isOn(e, 'evenAndOddHeaders'))
  const pages: Page[] = []
  const on = new Map<string, Page[]>()
  let before = new Map<string, string>()
  sectionsOf(textOf(parts, body ?? undefined)).forEach((section, i) => {
    // Without one of its own a section has that of the section before.
    const own = new Map([...before, ...section.parts])
    const kinds: PageKind[] = ['default', ...(section.first ? ['first' as const] : [])]
    if (twoSided) kinds.push('even')
    for (const kind of kinds) {
      const page: Page = { section: i + 1, kind }
      pages.push(page)
      for (const side of ['header', 'footer']) {
        const target = targets.get(own.get(`${side} ${kind}`) ?? '')
        if (target !== undefined) on.set(target, [...(on.get(target) ?? []), page])
      }
    }
    before = own
  })
  return { body, pages, on }
}

function isOf(relation: Relation, body: string | null): boolean {
  if (body === null) return false
  const [, folder = '', name] = /^(.*\/)?([^/]*)$/.exec(body)!
  return relation.part.toLowerCase() === `${folder}_rels/${name}.rels`
}

function textOf(parts: XmlParts, name: string | undefined): string {
  return [...parts].find(([part]) => part.toLowerCase() === name)?.[1] ?? ''
}

/** As the text has them in turn; a text without any is one. */
function sectionsOf(xml: string): Section[] {
  const found: Section[] = []
  // What a section was before a tracked change stands in it.
  let changed = 0
  let section: Section | null = null
  for (const event of xmlEvents(xml)) {
    if (event.local === 'sectPrChange') changed += event.kind === 'open' ? 1 : -1
    else if (changed > 0) continue
    else if (event.local === 'sectPr') {
      if (event.kind === 'open') section = { parts: new Map(), first: false }
      else if (section) found.push(section)
    } else if (section && event.kind === 'open') {
      const side = /^(header|footer)Reference$/.exec(event.local)?.[1]
      const attributes = attributesOf(event)
      if (side !== undefined)
        section.parts.set(`${side} ${attributes.get('type') ?? 'default'}`, attributes.get('id') ?? '')
      if (isOn(event, 'titlePg')) section.first = true
    }
  }
  return found.length > 0 ? found : [{ parts: new Map(), first: false }]
}

/** Whether it is the element of a choice, and the choice is yes. */
export function isOn(event: XmlEvent, name: string): boolean {
  if (event.kind !== 'open' || event.local !== name) return false
  return !/^(0|false|off)$/i.test(attributesOf(event).get('val') ?? '')
}
