// The Word templates that ship, every kind of them: whole by the program's own check, and made as offices make papers.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import PizZip from 'pizzip'
import { describe, expect, it } from 'vitest'
import { fieldsIn, sampleOf, type TemplateKind } from '../../src/domain/papers/field-shape.ts'
import { checkTags } from '../../src/domain/papers/tags.ts'
import { TEMPLATES, type TemplateId } from '../../src/domain/papers/templates.ts'
import { fillDocx } from '../../src/formats/docx.ts'
import { readWordFile } from '../../src/formats/docx-tags.ts'
import { plainOf } from './word-file.ts'

const FOLDER = join(import.meta.dirname, '..', '..', 'src', 'formats', 'templates')
const kinds: [TemplateId, TemplateKind][] = Object.entries(TEMPLATES) as [TemplateId, TemplateKind][]
const fileOf = (kind: string) => readFileSync(join(FOLDER, `${kind}.docx`))
const partsOf = (bytes: Uint8Array, name: RegExp) =>
  new PizZip(bytes)
    .file(name)
    .map(part => part.asText())
    .join('')

it('is one file for each kind, and no other', () => {
  const files = readdirSync(FOLDER).filter(name => name.endsWith('.docx'))
  expect(files.sort()).toEqual(kinds.map(([kind]) => `${kind}.docx`).sort())
})

describe.each(kinds)('%s', (kind, declared) => {
  it('has no fields but the declared ones, and all that are required; they name fields that there are', () => {
    const word = readWordFile(fileOf(kind), `${kind}.docx`)
    if ('fault' in word) throw new Error(word.fault)
    expect(word).toMatchObject({ links: [], wordFields: [], pages: [{ section: 1, kind: 'default' }] })
    expect(checkTags(word, declared)).toEqual([])
    const paths = fieldsIn(declared.fields).map(({ path }) => path.join('.'))
    for (const path of declared.required) expect(paths).toContain(path)
  })

  it('is A4, in the official fonts with what stands in for them, with a page number and the check line', () => {
    const bytes = fileOf(kind)
    const body = partsOf(bytes, /word\/document\.xml/)
    const size = /<w:pgSz\b[^>]*>/.exec(body)![0]
    const sides = ['w', 'h'].map(side => Number(new RegExp(`w:${side}="(\\d+)"`).exec(size)![1]))
    expect(sides.sort((a, b) => a - b)).toEqual([11_906, 16_838])
    const fonts = partsOf(bytes, /word\/(document|styles|footer\d)\.xml/)
    for (const font of ['方正小标宋简体', '仿宋_GB2312', '黑体']) {
      expect(fonts).toContain(`w:eastAsia="${font}"`)
      const entry = new RegExp(`<w:font w:name="${font}"><w:altName w:val="([^"]+)"/>`)
      const [, others = ''] = entry.exec(partsOf(bytes, /word\/fontTable\.xml/))!
      expect(others).toMatch(
        { 方正小标宋简体: /宋体,SimSun/, 仿宋_GB2312: /仿宋,FangSong/, 黑体: /SimHei/ }[font]!,
      )
    }
    const footer = partsOf(bytes, /word\/footer\d\.xml/)
    expect(footer).toMatch(/<w:instrText[^>]*>PAGE</)
    expect(plainOf(bytes, 'word/footer1.xml')).toContain('{footer_note}\n{check_line}\n')
  })

  it('draws the borders of its tables, and repeats the header of a table with rows', () => {
    const body = partsOf(fileOf(kind), /word\/document\.xml/)
    const tables = [...body.matchAll(/<w:tbl>.*?<\/w:tbl>/gs)]
    expect(tables.length).toBeGreaterThan(0)
    for (const [table] of tables) {
      expect(table).toMatch(/<w:tblBorders>.*<w:insideH w:val="single"/s)
      // Rows that begin in one cell and end in another.
      const many = table.split('</w:tc>').some(cell => cell.includes('{#') && !cell.includes('{/'))
      // Where the one row has its labels in itself there is no header to repeat.
      const labelled = table.split('</w:tr>').length > 2
      if (many && labelled) expect(table).toContain('<w:tblHeader/>')
    }
  })

  it('is filled whole: nothing is missing, no brace is left', async () => {
    const { bytes, missing } = await fillDocx(fileOf(kind), sampleOf(declared.fields))
    expect(missing).toEqual([])
    for (const part of ['word/document.xml', 'word/footer1.xml'])
      expect(plainOf(bytes, part)).not.toMatch(/[{}]|undefined|【缺/)
  })
})

it('the checklist keeps its conclusion, its signatures and its notes together', () => {
  const body = partsOf(fileOf('checklist'), /word\/document\.xml/)
  const below = [...body.matchAll(/<w:tbl>.*?<\/w:tbl>/gs)].at(-1)![0]
  expect(below).toContain('签　　字')
  for (const [paragraph] of below.matchAll(/<w:p>.*?<\/w:p>/gs)) expect(paragraph).toContain('<w:keepNext/>')
  expect(below.match(/<w:cantSplit\/>/g)).toHaveLength(below.match(/<w:tr>/g)!.length)
})
