// What a Word file says between braces, read from its texts as Word or WPS saved them: a tag may be cut into many runs,
// and every paper has more than one text (body, headers, footers, notes). Nothing is changed or run.
import type { Page, StrayBrace, Tag, TagText } from '../domain/papers/tags.ts'
import type { TagPlace, WordFault } from '../domain/papers/template-problems.ts'
import { archiveFault, partNames, partTexts } from './archive.ts'
import { isOn, printedParts } from './docx-pages.ts'
import { embeddedIn, hasMacroTypes, linksOf, typesOf, wordFieldsIn, type XmlParts } from './docx-relations.ts'
import { isWellFormed } from './well-formed.ts'
import { type XmlEvent, xmlEvents } from './xml-events.ts'

export interface WordFile {
  texts: TagText[]
  /** Every kind of page that is printed. */
  pages: Page[]
  /** What the file would fetch or open elsewhere. */
  links: { part: string; target: string }[]
  /** Fields of Word itself that a paper must not have. */
  wordFields: { part: string; field: string }[]
}

export interface NoWordFile {
  fault: WordFault
  /** The part of the file, or the extension, that shows it; '' where the file as a whole does. */
  detail: string
}

/** More than any form needs; the file is kept in the database. */
export const TEMPLATE_BYTES = 5 * 1024 * 1024
const UNPACKED_BYTES = 50 * 1024 * 1024

const OLD_OFFICE = [0xd0, 0xcf, 0x11, 0xe0]
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.'

/** `file`: its name, by which old formats are told apart. */
export function readWordFile(bytes: Uint8Array, file: string): WordFile | NoWordFile {
  if (bytes.length > TEMPLATE_BYTES) return { fault: 'too_big', detail: '' }
  const fault = faultOf(bytes, file)
  if (fault) return fault
  const parts = partTexts(bytes, XML)
  const { body, pages, on } = printedParts(parts)
  const texts = [...parts].flatMap(([name, xml]) => {
    const part = placeOf(name)
    const printed = name.toLowerCase() === body ? pages : (on.get(name.toLowerCase()) ?? [])
    return part === null ? [] : [textOf(xml, part, printed)]
  })
  return { texts, pages, links: linksOf(parts), wordFields: wordFieldsIn(parts) }
}

/** Whether a Word file opens, runs nothing and fetches nothing. */
export function isSafePaper(bytes: Uint8Array, file: string): boolean {
  if (faultOf(bytes, file) !== null) return false
  const parts = partTexts(bytes, XML)
  return linksOf(parts).length === 0 && wordFieldsIn(parts).length === 0
}

function faultOf(bytes: Uint8Array, file: string): NoWordFile | null {
  const container = containerFault(bytes, file)
  if (container) return container
  const part = brokenPart(bytes)
  if (part !== null) return { fault: 'xml', detail: part }
  return contentFault(partNames(bytes) ?? [], partTexts(bytes, XML))
}

function containerFault(bytes: Uint8Array, file: string): NoWordFile | null {
  if (OLD_OFFICE.every((byte, i) => bytes[i] === byte)) {
    if (Buffer.from(bytes).includes(Buffer.from('EncryptedPackage', 'utf16le')))
      return { fault: 'encrypted', detail: '' }
    return { fault: 'old_word', detail: /\.wps$/i.test(file) ? '.wps' : '.doc' }
  }
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return { fault: 'not_word', detail: '' }
  const broken = archiveFault(bytes, UNPACKED_BYTES)
  if (broken === null) return null
  const detail = 'part' in broken ? broken.part : ''
  const names = { cut: 'damaged', damaged: 'damaged', 'too-big': 'too_big', dtd: 'dtd' } as const
  return { fault: names[broken.kind], detail }
}

function contentFault(names: readonly string[], parts: XmlParts): NoWordFile | null {
  // Which of two would be printed, each program decides for itself.
  const lower = names.map(name => name.toLowerCase())
  const twice = names.find((_, i) => lower.indexOf(lower[i]!) < i)
  if (twice !== undefined) return { fault: 'damaged', detail: twice }
  const macro = names.find(name => /vbaProject\.bin$/i.test(name))
  if (macro !== undefined || hasMacroTypes(parts)) return { fault: 'macros', detail: macro ?? '' }
  const types = new Set(typesOf(parts).map(({ type }) => type))
  if (types.has(`${WORD}template.main+xml`)) return { fault: 'dotx', detail: '' }
  const whole = names.some(name => placeOf(name) === 'body') && types.has(`${WORD}document.main+xml`)
  if (!whole) return { fault: 'not_word', detail: '' }
  const embedded = embeddedIn(names, parts)
  return embedded === null ? null : { fault: 'embedded', detail: embedded }
}

const XML = /\.(xml|rels)$/i

/** In: a sound zip container. Out: the first part that is no XML, although it is called so; null where all are. */
export function brokenPart(bytes: Uint8Array): string | null {
  for (const [part, xml] of partTexts(bytes, XML)) if (!isWellFormed(xml)) return part
  return null
}

/** Word in the browser calls the body document2.xml. */
const PART = /^word\/(document|header|footer|footnotes|endnotes)\d*\.xml$/

function placeOf(name: string): TagPlace['part'] | null {
  const part = PART.exec(name)?.[1]
  if (part === undefined) return null
  return part === 'header' || part === 'footer' ? part : part === 'document' ? 'body' : 'notes'
}

const SHORT: Readonly<Record<string, string>> = {
  ...{ 'w:tbl': 't', 'w:tr': 'r', 'w:tc': 'c', 'w:txbxContent': 't' },
}

/** A paragraph as far as it is read, and from where to where it is not printed. */
interface Paragraph {
  text: string
  hidden: [from: number, to: number][]
}

/** All tags of one text; a paragraph is read as one, whatever runs it is cut into. */
function textOf(xml: string, part: TagPlace['part'], pages: readonly Page[]): TagText {
  const tags: Tag[] = []
  const strays: StrayBrace[] = []
  const inside: string[] = []
  // A text box stands in a paragraph and holds others.
  const paragraphs: Paragraph[] = []
  const hidden = new Hidden()
  let count = 0
  let told = false
  for (const event of xmlEvents(xml)) {
    hidden.see(event)
    const { kind, name } = event
    const opens = kind === 'open'
    if (name === 'w:t') told = opens
    else if (kind === 'text') {
      const paragraph = paragraphs.at(-1)
      // What is quoted as a whole is not filled in either.
      if (!told || name !== '' || !paragraph) continue
      const from = paragraph.text.length
      paragraph.text += event.text
      if (hidden.now()) paragraph.hidden.push([from, paragraph.text.length])
    } else if (name === 'w:p') {
      if (opens) paragraphs.push({ text: '', hidden: [] })
      else {
        const read = tagsIn(paragraphs.pop()!, part, [...inside])
        tags.push(...read.tags)
        strays.push(...read.strays)
      }
    } else if (SHORT[name] !== undefined) {
      if (opens) inside.push(`${SHORT[name]}${++count}`)
      else inside.pop()
    }
  }
  return { tags, strays, pages }
}

/** Whether what is read just now stays off the paper: hidden text, and what a tracked change took away. */
class Hidden {
  /** Of each run around, whether it is hidden. */
  private readonly runs: boolean[] = []
  private removed = 0
  private changed = 0

  see(event: XmlEvent): void {
    const { kind, name } = event
    const step = kind === 'open' ? 1 : -1
    if (name === 'w:r') {
      if (kind === 'open') this.runs.push(false)
      else this.runs.pop()
    } else if (name === 'w:moveFrom' || name === 'w:del') this.removed += step
    else if (name === 'w:rPrChange') this.changed += step
    else if (this.changed === 0 && isOn(event, 'vanish') && this.runs.length > 0)
      this.runs[this.runs.length - 1] = true
  }

  now(): boolean {
    return this.removed > 0 || this.runs.includes(true)
  }
}

const BRACE = /[{}｛｝]/g
/** Raw XML, other delimiters, paragraph loops: papers take fields only. */
const OTHER_SIGN = /^[@=>!<&-]/

function tagsIn(
  { text, hidden }: Paragraph,
  part: TagPlace['part'],
  inside: readonly string[],
): Pick<TagText, 'tags' | 'strays'> {
  const tags: Tag[] = []
  const strays: StrayBrace[] = []
  const at = (from: number, to: number): TagPlace => ({ part, around: around(text, from, to) })
  // It is printed where its first brace stands.
  const isShown = (at: number) => !hidden.some(([from, to]) => from <= at && at < to)
  let start: number | null = null
  for (const { 0: brace, index } of text.matchAll(BRACE)) {
    if (brace === '｛' || brace === '｝') {
      strays.push({ fault: 'full_width', text: brace, at: at(index, index + 1) })
    } else if (brace === '{') {
      if (start !== null)
        strays.push({ fault: 'unclosed', text: text.slice(start, index), at: at(start, index) })
      start = index
    } else if (start === null) {
      strays.push({ fault: 'unopened', text: '}', at: at(index, index + 1) })
    } else {
      const whole = text.slice(start, index + 1)
      const place = at(start, index + 1)
      const [, sign = '', name = ''] = /^\{([#^/]?)(.*)\}$/s.exec(whole)!
      if (OTHER_SIGN.test(name)) strays.push({ fault: 'sign', text: whole, at: place })
      else if (name.trim() === '' && sign !== '/') strays.push({ fault: 'empty', text: whole, at: place })
      else tags.push({ sign: sign as Tag['sign'], name, at: place, inside, shown: isShown(start) })
      start = null
    }
  }
  if (start !== null) strays.push({ fault: 'unclosed', text: text.slice(start), at: at(start, text.length) })
  return { tags, strays }
}

const ROOM = 12

function around(text: string, from: number, to: number): string {
  const [start, end] = [Math.max(0, from - ROOM), Math.min(text.length, Math.min(to, from + 40) + ROOM)]
  return `${start > 0 ? '…' : ''}${text.slice(start, end)}${end < text.length ? '…' : ''}`
}
