// How the parts of a Word file belong together, and what one of them would fetch, open or run besides the text.
import { posix } from 'node:path'
import { attributesIn, attributesOf, xmlEvents } from './xml-events.ts'

/** The XML parts of a file by name, all of them well-formed. */
export type XmlParts = ReadonlyMap<string, string>

export interface Relation {
  /** The part with the relations in it. */
  part: string
  id: string
  /** The last word of its type: `footer`, `image`, `oleObject`. */
  type: string
  /** A part of this file, in lower case as names are compared; outside of it, as it is written. */
  target: string
  outside: boolean
}

const RELATIONS = /^(.*?)_rels\/[^/]*\.rels$/i

export function relationsOf(parts: XmlParts): Relation[] {
  return [...parts].flatMap(([part, xml]) => {
    const folder = RELATIONS.exec(part)?.[1]
    if (folder === undefined) return []
    return [...xmlEvents(xml)].flatMap(event => {
      if (event.kind !== 'open' || event.local !== 'Relationship') return []
      const attributes = attributesOf(event)
      const mode = attributes.get('TargetMode') ?? 'Internal'
      const target = attributes.get('Target') ?? ''
      const type = attributes.get('Type')?.split('/').at(-1) ?? ''
      const about = { part, id: attributes.get('Id') ?? '', type, outside: mode !== 'Internal' }
      return [{ ...about, target: about.outside ? target : partName(folder, target) }]
    })
  })
}

function partName(folder: string, target: string): string {
  return posix.resolve('/', folder, target).slice(1).toLowerCase()
}

/** The types of the parts, of single ones (`PartName`) and of all with one extension. */
export function typesOf(parts: XmlParts): { name: string; type: string }[] {
  const xml = [...parts].find(([name]) => /^\[content_types\]\.xml$/i.test(name))?.[1] ?? ''
  return [...xmlEvents(xml)].flatMap(event => {
    if (event.kind !== 'open') return []
    const attributes = attributesOf(event)
    const name = attributes.get('PartName')?.slice(1) ?? `.${attributes.get('Extension')}`
    const type = attributes.get('ContentType')
    return type === undefined ? [] : [{ name, type }]
  })
}

/** Other documents, controls and programs in the file, and what says where to get them. */
const EMBEDDING =
  /^(oleObject|package|control|activeXControlBinary|aFChunk|subDocument|frame|attachedTemplate|mailMerge\w*|recipientData|webextension\w*)$/i
const EMBEDDED_PART = /^word\/(embeddings|activeX)\//i
const EMBEDDED_TYPE = /oleObject|activeX/i
const TEXT_TYPE = /wordprocessingml\..*\+xml$/i

/** The first thing in the file that is no text or picture of it; null where there is none. */
export function embeddedIn(names: readonly string[], parts: XmlParts): string | null {
  const part = names.find(name => EMBEDDED_PART.test(name))
  // A text under another name than that of a text would not be looked through.
  const type = typesOf(parts).find(
    ({ name, type }) => EMBEDDED_TYPE.test(type) || (TEXT_TYPE.test(type) && !/\.xml$/i.test(name)),
  )
  const relation = relationsOf(parts).find(one => !one.outside && EMBEDDING.test(one.type))
  return part ?? type?.name ?? relation?.target ?? null
}

export function hasMacroTypes(parts: XmlParts): boolean {
  return (
    typesOf(parts).some(({ type }) => /macroEnabled|vbaProject|vbaData/i.test(type)) ||
    relationsOf(parts).some(({ type }) => /^(vbaProject|wordVbaData|attachedToolbars)$/i.test(type))
  )
}

/** What the file would fetch or open elsewhere: by relations, by pictures and links of old drawings, for mail merge. */
export function linksOf(parts: XmlParts): { part: string; target: string }[] {
  const related = relationsOf(parts).filter(({ outside }) => outside)
  const written = [...parts].flatMap(([part, xml]) =>
    /^(customXml|docProps)\//i.test(part) ? [] : writtenLinks(xml).map(target => ({ part, target })),
  )
  return [...related.map(({ part, target }) => ({ part, target })), ...written]
}

function writtenLinks(xml: string): string[] {
  return [...xmlEvents(xml)].flatMap(event => {
    if (event.kind !== 'open') return []
    if (event.local === 'mailMerge') return [event.local]
    return attributesIn(event.attributes).flatMap(([name, value]) =>
      /^(src|href|o:href)$/.test(name) && value.trim() !== '' ? [value] : [],
    )
  })
}

/** Fields that are the same whenever and wherever the paper is opened; the others fetch, run, or change by themselves. */
const FIELDS: ReadonlySet<string> = new Set(['PAGE', 'NUMPAGES', 'SECTION', 'SECTIONPAGES', 'EQ'])

/** Fields of Word itself that a paper must not have, as they are written. */
export function wordFieldsIn(parts: XmlParts): { part: string; field: string }[] {
  return [...parts].flatMap(([part, xml]) =>
    instructionsIn(xml)
      .filter(field => !FIELDS.has(/^\S*/.exec(field)![0].toUpperCase()))
      .map(field => ({ part, field })),
  )
}

/** The instruction of every field, joined over the runs it is cut into; one may stand in another. */
function instructionsIn(xml: string): string[] {
  const found: string[] = []
  const open: { text: string; told: boolean }[] = []
  // Without a field around it Word shows none, but what it was is worth being told.
  const stray = { text: '', told: false }
  const tell = (field: { text: string; told: boolean } | undefined) => {
    if (field && !field.told) found.push(field.text.trim())
    if (field) field.told = true
  }
  let inside = false
  for (const event of xmlEvents(xml)) {
    if (event.kind === 'text') {
      if (inside) (open.at(-1) ?? stray).text += event.text
    } else if (/^(instrText|delInstrText)$/.test(event.local)) inside = event.kind === 'open'
    else if (event.kind === 'open' && event.local === 'fldSimple')
      found.push((attributesOf(event).get('instr') ?? '').trim())
    else if (event.kind === 'open' && event.local === 'fldChar') {
      const type = attributesOf(event).get('fldCharType')
      if (type === 'begin') open.push({ text: '', told: false })
      else tell(type === 'end' ? open.pop() : open.at(-1))
    }
  }
  for (const field of open) tell(field)
  if (stray.text.trim() !== '') tell(stray)
  return found
}
