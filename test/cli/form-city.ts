// The city of the samples with its nominees proposed, for the tests of its papers; and papers opened as texts.
import { copyFileSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import PizZip from 'pizzip'
import { done, FINALIZE, folder, SAMPLES, withPapers } from './run.ts'

let made: Promise<string> | null = null

async function make(): Promise<string> {
  const cwd = folder()
  await done(cwd, 'init')
  const files = ['agency:roster', 'complaint:complaints', 'penalty:penalties', 'inspection:inspection']
  for (const kind of [...files, 'activity:activities', 'honor:honors', 'commitment:commitments']) {
    const [noun, file] = kind.split(':')
    await done(cwd, `${noun} import ${join(SAMPLES, 'city', `${file}.csv`)}`)
  }
  await done(cwd, 'evaluation open --year 2013 --as-of 2013-10-31')
  await done(cwd, `evaluation import ${join(SAMPLES, 'city', 'scores.csv')}`)
  await done(cwd, 'evaluation run')
  await done(cwd, FINALIZE)
  await withPapers(cwd)
  copyFileSync(join(cwd, 'chengxin.db'), join(cwd, 'finalized.db'))
  await done(cwd, 'nomination propose')
  return cwd
}

/** A new folder whose chengxin.db holds the city, before (`finalized`) or after its nominees were proposed. */
export async function city(stage: 'finalized' | 'chengxin' = 'chengxin'): Promise<string> {
  made ??= make()
  const cwd = folder()
  copyFileSync(join(await made, `${stage}.db`), join(cwd, 'chengxin.db'))
  return cwd
}

/** The paragraphs of a Word paper, table cells included, without those that are empty; line breaks stay. */
export function paragraphs(path: string): string[] {
  const xml = new PizZip(readFileSync(path)).file('word/document.xml')!.asText()
  return xml
    .split('</w:p>')
    .map(p =>
      p
        .replace(/<w:br\/>/g, '\n')
        .replace(/<[^>]+>/g, '')
        .replaceAll('&quot;', '"')
        .trim(),
    )
    .filter(text => text !== '')
}

/** The rows of the last table of a Word paper, cell by cell. */
export function wordRows(path: string): string[][] {
  const xml = new PizZip(readFileSync(path)).file('word/document.xml')!.asText()
  const table = xml.slice(xml.lastIndexOf('<w:tbl>'))
  return [...table.matchAll(/<w:tr[ >].*?<\/w:tr>/gs)].map(([row]) =>
    [...row.matchAll(/<w:tc>.*?<\/w:tc>/gs)].map(([cell]) =>
      cell
        .replaceAll('</w:p>', '\n')
        .replace(/<w:br\/>/g, '\n')
        .replace(/<[^>]+>/g, '')
        .trim(),
    ),
  )
}

/** The rows of a page's table, header first. */
export function pageRows(html: string): string[][] {
  return [...html.matchAll(/<tr[^>]*>(.*?)<\/tr>/gs)].map(([, row]) =>
    [...row!.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map(([, cell]) => cell!),
  )
}

/** Rows of a CSV whose cells hold no quotes. */
export function csvRows(text: string): string[][] {
  const rows: string[][] = [[]]
  for (const [, quoted, plain, end] of text
    .replace(/^\uFEFF/, '')
    .matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g)) {
    rows.at(-1)!.push(quoted ?? plain ?? '')
    if (end === '\r\n') rows.push([])
    if (end === '') break
  }
  return rows.filter(row => row.length > 1)
}
