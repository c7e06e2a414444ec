// Whatever bytes come as a roster: it is imported or refused with a reason, never a crash, and what is refused leaves the
// database as it was to the byte.
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { at, here } from '../cli/run.ts'
import { handBook, row, str } from '../formats/workbook.ts'
import { book, csv, gb18030, ROSTER, utf16 } from './case.ts'

/** The same files on every run; a failure shows the bytes. */
const SEED = 42
const DONE = 0
const REFUSED = 3

const HEAD = row(1, ...ROSTER.header.map((header, i) => str(`${'ABCDEFGHIJ'[i]}1`, header)))
const xls = readFileSync(new URL('files/roster.xls', import.meta.url))
const text = csv(ROSTER)
const TEXTS = [
  Buffer.from(text),
  Buffer.from(`\uFEFF${text}`),
  gb18030(text),
  utf16(text, 'le'),
  utf16(text, 'be'),
]
const WORKBOOKS = [book(ROSTER), xls]

/** Bytes put in place of others, so that files grow, shrink and are spoiled. */
const edits = fc.array(
  fc.record({ at: fc.nat(20_000), cut: fc.nat(3), put: fc.uint8Array({ maxLength: 3 }) }),
  {
    minLength: 1,
    maxLength: 6,
  },
)
const edited = (files: readonly Uint8Array[]) =>
  fc.tuple(fc.constantFrom(...files), edits).map(([bytes, list]) =>
    list.reduce<Uint8Array>((now, { at: place, cut, put }) => {
      const from = place % (now.length + 1)
      return Buffer.concat([now.subarray(0, from), put, now.subarray(from + cut)])
    }, bytes),
  )
const cutShort = (files: readonly Uint8Array[]) =>
  fc.tuple(fc.constantFrom(...files), fc.nat(20_000)).map(([bytes, n]) => bytes.subarray(0, n % bytes.length))

const PIECES = `" "" , ; ' =1 😀`
  .split(' ')
  .concat('\t', '\r', '\n', '\r\n', ' ', '\0', '\uFEFF', '\u200B', '\uFFFD')
const WORDS = [...ROSTER.header, ...ROSTER.rows.flat(), '市属', '密云县', '2013-02-30', '9.11E+17']
const soup = fc
  .array(fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...PIECES) }, fc.constantFrom(...WORDS)), {
    maxLength: 60,
  })
  .map(parts => Buffer.from(parts.join('')))
/** A sound header over rows of anything. */
const rows = soup.map(bytes => Buffer.concat([Buffer.from(`${ROSTER.header.join(',')}\r\n`), bytes]))

/**
 * Cells that no program writes: numbers that are no days, styles and strings that are not there, rows out of order.
 */
const CELLS = [
  ...['<row r="2">', '<row r="4">', '</row><row>', '<row r="0">', '<row r="x">', '</row><row r="3">'],
  ...['99999999', '-1', 'NaN', '', '41008.9999999', '2958466', '13800000099', '1E+300'].map(
    v => `<c s="1"><v>${v}</v></c>`,
  ),
  ...['n', 's', 'b', 'd', 'e', 'str', 'x'].map(t => `<c t="${t}"><v>77</v></c>`),
  ...['A3', 'B2', 'J9', 'a1', '1', 'A0', 'AAAA1'].map(ref => str(ref, '经营性')),
  ...[
    '<c s="99"><v>1</v></c>',
    '<c><f>A1</f></c>',
    '<c><f/><v/></c>',
    '<v>1</v>',
    '<c/>',
    '&bad;',
    '<is><t>x</t></is>',
  ],
]
const oddBook = fc
  .array(fc.constantFrom(...CELLS), { maxLength: 12 })
  .map(cells => handBook({ sheets: [{ name: '名录', rows: `${HEAD}<row r="2">${cells.join('')}</row>` }] }))

const KINDS = {
  'any bytes': fc.uint8Array({ maxLength: 400 }),
  'a text with bytes changed': edited(TEXTS),
  'a text cut short': cutShort(TEXTS),
  'a workbook with bytes changed': edited(WORKBOOKS),
  'a workbook cut short': cutShort(WORKBOOKS),
  'a workbook of odd cells': oddBook,
  'quotes, line ends and words of a roster': soup,
  'a header over anything': rows,
}

describe.each(Object.entries(KINDS))('%s', (_, bytes) => {
  let cwd: string
  let untouched: Buffer
  beforeAll(async () => {
    cwd = await at('roster')
    copyFileSync(join(cwd, 'chengxin.db'), join(cwd, 'before.db'))
    untouched = readFileSync(join(cwd, 'before.db'))
  })

  it('is imported, or refused with a reason and nothing written', async () => {
    const db = join(cwd, 'chengxin.db')
    await fc.assert(
      fc.asyncProperty(bytes, fc.constantFrom('a.csv', 'a.xlsx', '名录'), async (content, file) => {
        writeFileSync(join(cwd, file), content)
        const ran = await here(cwd, ['agency', 'import', file, '--json'])
        expect([DONE, REFUSED], ran.stderr).toContain(ran.code)
        expect(ran.stderr).not.toMatch(/内部|\bat .+:\d+:\d+/)
        const { data } = JSON.parse(ran.stdout) as {
          data: {
            batch: number | null
            rows: number
            problems: { code: string; file: string; message: string }[]
          }
        }
        if (ran.code === DONE) {
          expect(data.batch).not.toBeNull()
          copyFileSync(join(cwd, 'before.db'), db)
        } else {
          expect(data.problems.length).toBeGreaterThan(0)
          expect(readFileSync(db).equals(untouched), 'the database').toBe(true)
        }
        for (const told of data.problems) {
          expect(told).toMatchObject({ code: expect.stringMatching(/^CX\d{4}$/), file })
          expect(told.message).toMatch(/\S/)
        }
      }),
      { seed: SEED, numRuns: 100 },
    )
  }, 120_000)
})
