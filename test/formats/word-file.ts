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
  type?: string
}

const paragraphs = (texts: readonly string[]) =>
  texts.map(text => (text.startsWith('<w:') ? text : p(text))).join('')

export function wordFile({ body, footer, header, more = {}, type = MAIN }: WordParts): Uint8Array {
  const zip = new PizZip()
  const parts = Object.entries({ footer1: footer, header1: header }).filter(
    ([, texts]) => texts !== undefined,
  )
  const overrides = parts.map(
    ([name]) =>
      `<Override PartName="/word/${name}.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.${name.slice(0, 6)}+xml"/>`,
  )
  zip.file(
    '[Content_Types].xml',
    `<Types xmlns="${NS}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${type}"/>${overrides.join('')}</Types>`,
  )
  zip.file(
    '_rels/.rels',
    `<Relationships xmlns="${NS}/package/2006/relationships"><Relationship Id="rId1" Type="${NS}/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
  )
  const root = (name: string, texts: string) =>
    `<w:${name} xmlns:w="${NS}/wordprocessingml/2006/main">${texts}</w:${name}>`
  zip.file('word/document.xml', root('document', `<w:body>${paragraphs(body)}</w:body>`))
  for (const [name, texts] of parts)
    zip.file(`word/${name}.xml`, root(name === 'footer1' ? 'ftr' : 'hdr', paragraphs(texts!)))
  for (const [name, content] of Object.entries(more)) zip.file(name, content)
  return zip.generate({ type: 'uint8array' })
}

/** A copy of a Word file with another text in a part. */
export function altered(bytes: Uint8Array, part: string, change: (xml: string) => string): Uint8Array {
  const zip = new PizZip(bytes)
  zip.file(part, change(zip.file(part)!.asText()))
  return zip.generate({ type: 'uint8array' })
}

export const partOf = (bytes: Uint8Array, part = 'word/document.xml'): string =>
  new PizZip(bytes).file(part)?.asText() ?? ''

/** The text of a part, a line each paragraph. */
export const plainOf = (bytes: Uint8Array, part?: string): string =>
  partOf(bytes, part)
    .replaceAll('</w:p>', '\n')
    .replace(/<[^>]+>/g, '')
