// What a Word file of a test says.
import { readFileSync } from 'node:fs'
import PizZip from 'pizzip'

/** Paragraph by paragraph, the footer behind; empty ones left out. */
export function textsOf(path: string): string[] {
  const zip = new PizZip(readFileSync(path))
  const parts = ['word/document.xml', ...Object.keys(zip.files).filter(name => /footer\d+\.xml/.test(name))]
  return parts.flatMap(part => paragraphs(zip.file(part)!.asText()))
}

function paragraphs(xml: string): string[] {
  return xml
    .split('</w:p>')
    .map(p => [...p.matchAll(/<w:t[^>]*>([^<]*)</g)].map(match => match[1]).join(''))
    .filter(text => text !== '')
}

/** Its tables, row by row and cell by cell. */
export function tablesOf(path: string): string[][][] {
  const xml = new PizZip(readFileSync(path)).file('word/document.xml')!.asText()
  return [...xml.matchAll(/<w:tbl>.*?<\/w:tbl>/gs)].map(([table]) =>
    [...table.matchAll(/<w:tr[ >].*?<\/w:tr>/gs)].map(([row]) =>
      [...row.matchAll(/<w:tc>.*?<\/w:tc>/gs)].map(([cell]) => paragraphs(cell).join('')),
    ),
  )
}
