// Word files made by hand for tests, in the smallest form that Word accepts: paragraphs, tables, footers, faulty parts.
import PizZip from 'pizzip'

const NS = 'http://schemas.openxmlformats.org'
const MAIN = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'

/** A paragraph; given several pieces, as Word cuts a text into runs. */
export const p = (...runs: string[]): string =>
  `<w:p>${runs.map(run => `<w:r><w:t xml:space="preserve">${run}</w:t></w:r>`).join('<w:proofErr w:type="spellEnd"/>')}</w:p>`

/** A table of rows of cells, each a text or what `p` gives. */
export const table = (...rows: string[][]): string => {
  const cell = (text: string) => `<w:tc><w:tcPr/>${text.startsWith('<w:') ? text : p(text)}</w:tc>`
  return `<w:tbl><w:tblPr/>${rows.map(cells => `<w:tr>${cells.map(cell).join('')}</w:tr>`).join('')}</w:tbl>`
}

export interface WordParts {
  /** Texts are paragraphs. */
  body: readonly string[]
  footer?: readonly string[]
  header?: readonly string[]
  /** Other parts, by name. */
  more?: Readonly<Record<string, string>>
  /** What else the section says of itself, what else the body is related to, what else is told of types. */
  section?: string
  relations?: string
  types?: string
  type?: string
}

const paragraphs = (texts: readonly string[]) =>
  texts.map(text => (text.startsWith('<w:') ? text : p(text))).join('')

const root = (name: string, texts: string) =>
  `<w:${name} xmlns:w="${NS}/wordprocessingml/2006/main">${texts}</w:${name}>`

/** A header or footer as a part of its own. */
export const side = (name: 'hdr' | 'ftr', ...texts: string[]): string => root(name, paragraphs(texts))

export const relation = (id: string, type: string, target: string): string =>
  `<Relationship Id="${id}" Type="${NS}/officeDocument/2006/relationships/${type}" Target="${target}"/>`

const relations = (all: string) =>
  `<Relationships xmlns="${NS}/package/2006/relationships">${all}</Relationships>`

export function wordFile(parts: WordParts): Uint8Array {
  const zip = new PizZip()
  const sides = Object.entries({ footer: parts.footer, header: parts.header }).flatMap(([name, texts]) =>
    texts === undefined ? [] : [[name, texts] as const],
  )
  const overrides = sides.map(
    ([name]) =>
      `<Override PartName="/word/${name}1.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.${name}+xml"/>`,
  )
  zip.file(
    '[Content_Types].xml',
    `<Types xmlns="${NS}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${parts.type ?? MAIN}"/>${overrides.join('')}${parts.types ?? ''}</Types>`,
  )
  zip.file('_rels/.rels', relations(relation('rId1', 'officeDocument', 'word/document.xml')))
  const own = sides.map(([name]) => relation(name, name, `${name}1.xml`))
  zip.file('word/_rels/document.xml.rels', relations(`${own.join('')}${parts.relations ?? ''}`))
  const asked = sides.map(([name]) => `<w:${name}Reference w:type="default" r:id="${name}"/>`)
  const section = `<w:sectPr>${asked.join('')}${parts.section ?? ''}</w:sectPr>`
  zip.file('word/document.xml', root('document', `<w:body>${paragraphs(parts.body)}${section}</w:body>`))
  for (const [name, texts] of sides)
    zip.file(`word/${name}1.xml`, side(name === 'footer' ? 'ftr' : 'hdr', ...texts))
  for (const [name, content] of Object.entries(parts.more ?? {})) zip.file(name, content)
  return zip.generate({ type: 'uint8array' })
}

/** A copy of a Word file with another text in a part, which it may not have had. */
export function altered(bytes: Uint8Array, part: string, change: (xml: string) => string): Uint8Array {
  const zip = new PizZip(bytes)
  zip.file(part, change(zip.file(part)?.asText() ?? ''))
  return zip.generate({ type: 'uint8array' })
}

export const partOf = (bytes: Uint8Array, part = 'word/document.xml'): string =>
  new PizZip(bytes).file(part)?.asText() ?? ''

/** The text of a part, a line each paragraph. */
export const plainOf = (bytes: Uint8Array, part?: string): string =>
  partOf(bytes, part)
    .replaceAll('</w:p>', '\n')
    .replace(/<[^>]+>/g, '')
