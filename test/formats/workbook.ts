// Builds workbooks by hand, cell XML by cell XML, so that what the reader is tested on owes nothing to
// the writer: other programs' habits (wrong dimension, no cell references, uncalculated formulas) included.

import PizZip from 'pizzip'

const NS = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PKG = 'http://schemas.openxmlformats.org/package/2006'

export interface HandSheet {
  name: string
  /** Content of <sheetData>. */
  rows: string
  dimension?: string
  state?: 'hidden' | 'veryHidden'
}

export interface HandBook {
  sheets: HandSheet[]
  shared?: string[]
  date1904?: boolean
  /** Put before the first sheet's root element. */
  prolog?: string
  extra?: Record<string, string>
}

/** Styles: 0 general, 1 built-in date 14, 2 Chinese built-in date 31, 3 yyyy"年"m"月"d"日", 4 date and time, 5 text, 6 percent. */
const STYLES = `<styleSheet ${NS}><numFmts count="2"><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/><numFmt numFmtId="177" formatCode="yyyy/m/d h:mm"/></numFmts><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="7"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="31"/><xf numFmtId="176"/><xf numFmtId="177"/><xf numFmtId="49"/><xf numFmtId="10"/></cellXfs></styleSheet>`

/** Of every part, so that the same workbook is the same bytes. */
const STAMP = new Date(1980, 0, 1)

export function handBook(book: HandBook): Uint8Array {
  const zip = new PizZip()
  const put = (name: string, content: string) => zip.file(name, content, { date: STAMP })
  const part = (name: string, xml: string) => put(name, `<?xml version="1.0" encoding="UTF-8"?>\n${xml}`)
  const main = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
  part(
    '[Content_Types].xml',
    `<Types xmlns="${PKG}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${main}.sheet.main+xml"/>${book.sheets.map((_, i) => `<Override PartName="/xl/worksheets/sheet${i + 1}.xml" ContentType="${main}.worksheet+xml"/>`).join('')}<Override PartName="/xl/styles.xml" ContentType="${main}.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="${main}.sharedStrings+xml"/></Types>`,
  )
  part(
    '_rels/.rels',
    `<Relationships xmlns="${PKG}/relationships"><Relationship Id="rId1" Type="${REL}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  )
  const sheets = book.sheets.map(
    (s, i) =>
      `<sheet name="${s.name}" sheetId="${i + 1}"${s.state ? ` state="${s.state}"` : ''} r:id="rId${i + 1}"/>`,
  )
  part(
    'xl/workbook.xml',
    `<workbook ${NS} xmlns:r="${REL}">${book.date1904 ? '<workbookPr date1904="1"/>' : ''}<sheets>${sheets.join('')}</sheets></workbook>`,
  )
  part(
    'xl/_rels/workbook.xml.rels',
    `<Relationships xmlns="${PKG}/relationships">${book.sheets.map((_, i) => `<Relationship Id="rId${i + 1}" Type="${REL}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`).join('')}<Relationship Id="rId90" Type="${REL}/styles" Target="styles.xml"/><Relationship Id="rId91" Type="${REL}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
  )
  part('xl/styles.xml', STYLES)
  part('xl/sharedStrings.xml', `<sst ${NS}>${(book.shared ?? []).map(s => `<si>${s}</si>`).join('')}</sst>`)
  book.sheets.forEach((sheet, i) => {
    const dimension = sheet.dimension ? `<dimension ref="${sheet.dimension}"/>` : ''
    const prolog = i === 0 ? (book.prolog ?? '') : ''
    part(
      `xl/worksheets/sheet${i + 1}.xml`,
      `${prolog}<worksheet ${NS}>${dimension}<sheetData>${sheet.rows}</sheetData></worksheet>`,
    )
  })
  for (const [name, content] of Object.entries(book.extra ?? {})) put(name, content)
  return zip.generate({ type: 'uint8array', compression: 'DEFLATE' })
}

export const row = (n: number, ...cells: string[]) => `<row r="${n}">${cells.join('')}</row>`
export const str = (ref: string, value: string) => `<c r="${ref}" t="inlineStr"><is><t>${value}</t></is></c>`
export const num = (ref: string, value: string, style = 0) => `<c r="${ref}" s="${style}"><v>${value}</v></c>`
export const err = (ref: string, value: string) => `<c r="${ref}" t="e"><v>${value}</v></c>`
