// What a Word file says between braces, read from its texts as Word or WPS saved them: a tag may be cut into many runs,
// and every paper has more than one text (body, headers, footers, notes). Nothing is changed or run.
import type { StrayBrace, Tag, TagText } from '../domain/papers/tags.ts'
import type { TagPlace, WordFault } from '../domain/papers/template-problems.ts'
import { archiveFault, partNames, partTexts } from './archive.ts'
import { isWellFormed } from './well-formed.ts'

export interface WordFile {
  texts: TagText[]
  /** What the file would fetch or open elsewhere. */
  links: { part: string; target: string }[]
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
  const parts = partTexts(bytes, PART)
  const texts = [...parts].map(([name, xml]) => textOf(xml, placeOf(name)))
  return { texts, links: linksIn(bytes) }
}

/** Whether a Word file opens, runs nothing and fetches nothing. */
export function isSafePaper(bytes: Uint8Array, file: string): boolean {
  return faultOf(bytes, file) === null && linksIn(bytes).length === 0
}

function linksIn(bytes: Uint8Array): WordFile['links'] {
  return [...partTexts(bytes, /\.rels$/)].flatMap(([part, xml]) =>
    (xml.match(/<Relationship\b[^>]*>/g) ?? [])
      .filter(relation => /TargetMode\s*=\s*["']External["']/.test(relation))
      .map(relation => ({
        part,
        target: decoded(/\bTarget\s*=\s*["']([^"']*)["']/.exec(relation)?.[1] ?? ''),
      })),
  )
}

function faultOf(bytes: Uint8Array, file: string): NoWordFile | null {
  if (OLD_OFFICE.every((byte, i) => bytes[i] === byte)) {
    if (Buffer.from(bytes).includes(Buffer.from('EncryptedPackage', 'utf16le')))
      return { fault: 'encrypted', detail: '' }
    return { fault: 'old_word', detail: /\.wps$/i.test(file) ? '.wps' : '.doc' }
  }
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return { fault: 'not_word', detail: '' }
  const broken = archiveFault(bytes, UNPACKED_BYTES)
  if (broken) {
    const detail = 'part' in broken ? broken.part : ''
    const names = { cut: 'damaged', damaged: 'damaged', 'too-big': 'too_big', dtd: 'dtd' } as const
    return { fault: names[broken.kind], detail }
  }
  const names = partNames(bytes) ?? []
  const types = partTexts(bytes, /^\[Content_Types\]\.xml$/).get('[Content_Types].xml') ?? ''
  const macro = names.find(name => /vbaProject\.bin$/i.test(name))
  if (macro !== undefined || /macroEnabled/i.test(types)) return { fault: 'macros', detail: macro ?? '' }
  if (types.includes(`${WORD}template.main+xml`)) return { fault: 'dotx', detail: '' }
  const whole = names.some(name => placeOf(name) === 'body') && types.includes(`${WORD}document.main+xml`)
  if (!whole) return { fault: 'not_word', detail: '' }
  const part = brokenPart(bytes)
  return part === null ? null : { fault: 'xml', detail: part }
}

/** In: a sound zip container. Out: the first part that is no XML, although it is called so; null where all are. */
export function brokenPart(bytes: Uint8Array): string | null {
  for (const [part, xml] of partTexts(bytes, /\.(xml|rels)$/i)) if (!isWellFormed(xml)) return part
  return null
}

/** Word in the browser calls the body document2.xml. */
const PART = /^word\/(document|header|footer|footnotes|endnotes)\d*\.xml$/

function placeOf(name: string): TagPlace['part'] {
  const part = PART.exec(name)?.[1]
  return part === 'header' || part === 'footer' ? part : part === 'document' ? 'body' : 'notes'
}

const ELEMENT =
  /<w:(p|tbl|tr|tc|txbxContent)(?:\s[^>]*)?(\/?)>|<\/w:(p|tbl|tr|tc|txbxContent)>|<w:t(?:\s[^>]*)?>([^<]*)<\/w:t>/g
const SHORT: Readonly<Record<string, string>> = { tbl: 't', tr: 'r', tc: 'c', txbxContent: 't' }

/** All tags of one text; a paragraph is read as one, whatever runs it is cut into. */
function textOf(xml: string, part: TagPlace['part']): TagText {
  const tags: Tag[] = []
  const strays: StrayBrace[] = []
  const inside: string[] = []
  // A text box stands in a paragraph and holds others.
  const paragraphs: string[] = []
  let count = 0
  for (const [, opened, empty, closed, text] of xml.matchAll(ELEMENT)) {
    if (text !== undefined) paragraphs.push(`${paragraphs.pop() ?? ''}${decoded(text)}`)
    else if (opened === 'p') {
      if (empty === '') paragraphs.push('')
    } else if (closed === 'p') {
      const read = tagsIn(paragraphs.pop() ?? '', part, [...inside])
      tags.push(...read.tags)
      strays.push(...read.strays)
    } else if (closed !== undefined) inside.pop()
    else if (empty === '') inside.push(`${SHORT[opened!]}${++count}`)
  }
  return { tags, strays }
}

const BRACE = /[{}｛｝]/g
/** Raw XML, other delimiters, paragraph loops: papers take fields only. */
const OTHER_SIGN = /^[@=>!<&-]/

function tagsIn(text: string, part: TagPlace['part'], inside: readonly string[]): TagText {
  const tags: Tag[] = []
  const strays: StrayBrace[] = []
  const at = (from: number, to: number): TagPlace => ({ part, around: around(text, from, to) })
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
      else tags.push({ sign: sign as Tag['sign'], name, at: place, inside })
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

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

function decoded(text: string): string {
  return text.replace(/&(?:#(\d+)|#x([0-9a-f]+)|(\w+));/gi, (whole, decimal, hex, name) => {
    const code = decimal ? Number(decimal) : hex ? Number.parseInt(hex, 16) : null
    if (code !== null) return code <= 0x10ffff ? String.fromCodePoint(code) : whole
    return ENTITIES[name as string] ?? whole
  })
}
