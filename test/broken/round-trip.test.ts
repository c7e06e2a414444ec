// A roster of any texts, imported and written out again, is the same roster: as CSV and as a workbook.
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { writeCsv } from '../../src/formats/csv-write.ts'
import { writeXlsx } from '../../src/formats/xlsx.ts'
import { at, data, done } from '../cli/run.ts'

const TEXTS = {
  机构性质: 'ownership',
  发证机关: 'license_issuer',
  法定代表人: 'legal_rep',
  住所地址: 'address',
}
const HEADER = ['机构名称', '机构类别', '推荐范围', ...Object.keys(TEXTS)]

const SIGNS = `"|""|,|，|;|、|\t|\n|\r\n|\r| |\u3000|\u00A0|'|=|+|-|@|＝|＋|－|＠`.split('|')
const WORDS = '0 1 2013-02-30 北京 样例 （京） 𠮷 😀 é <b> &amp; _x0041_ #REF! % \\n'.split(' ')
const text = fc
  .array(fc.constantFrom(...SIGNS, ...WORDS), { maxLength: 8 })
  // Blanks around a text are no part of it, and an apostrophe before a formula is ours.
  .map(parts => parts.join('').trim())
  .filter(joined => !/^'[=+\-@＝＋－＠]/.test(joined))
const roster = fc
  .array(fc.tuple(text, fc.constantFrom('经营性', '公共'), text, text, text, text), {
    minLength: 1,
    maxLength: 6,
  })
  // A name of their own for all, so that they are as many agencies as rows.
  .map(rows => rows.map(([name, kind, ...texts], i) => [`${name}名${i}`, kind, '朝阳区', ...texts]))

const WRITERS = {
  csv: async (rows: string[][]) => writeCsv([HEADER, ...rows], { encoding: 'utf-8-bom' }),
  xlsx: (rows: string[][]) =>
    writeXlsx([{ name: '名录', columns: HEADER.map(header => ({ header, type: 'text' as const })), rows }]),
}

it.each(Object.entries(WRITERS))(
  '%s',
  async (format, write) => {
    await fc.assert(
      fc.asyncProperty(roster, async rows => {
        const cwd = await at('init')
        writeFileSync(join(cwd, `a.${format}`), await write(rows))
        const { batch } = await data<{ batch: number }>(cwd, `agency import a.${format}`)
        const { changes } = await data<{ changes: { after: Record<string, string | null> }[] }>(
          cwd,
          `import show ${batch}`,
        )
        const fields = ['name', ...Object.values(TEXTS)]
        expect(changes.map(({ after }) => fields.map(field => after[field]))).toEqual(
          // Line ends within a cell are stored as LF.
          rows.map(([name, , , ...texts]) => [name, ...texts].map(v => v?.replace(/\r\n?/g, '\n') || null)),
        )
        for (const out of Object.keys(WRITERS)) {
          await done(cwd, `agency export --format ${out} -o out.${out}`)
          const again = await data(cwd, `agency import out.${out}`)
          expect(again).toMatchObject({ rows: rows.length, unchanged: rows.length, changes: [], missing: [] })
        }
        rmSync(cwd, { recursive: true })
      }),
      { seed: 42, numRuns: 40 },
    )
  },
  120_000,
)
