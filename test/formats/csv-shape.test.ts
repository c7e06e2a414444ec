// What stands around and between the rows of a text: records without an end, and titles above the header.
import { describe, expect, it } from 'vitest'
import { RecordScanner } from '../../src/formats/csv-records.ts'
import { readCsv } from './read-all.ts'

const read = (text: string) => readCsv(Buffer.from(text), 'a.csv')
const MIB = 1_048_576

describe('a record without an end', () => {
  const cases = [
    ['plain', 'x'.repeat(16 * MIB)],
    ['with delimiters', 'x,'.repeat(8 * MIB)],
    ['behind a quoted cell', `"x",${'y'.repeat(16 * MIB)}`],
  ] as const

  it.each(cases)('%s, is given up at its line, in good time', (_, long) => {
    const began = performance.now()
    const { value, problems } = read(`a,b\n1,2\n${long}\n3,4\n`)
    expect(performance.now() - began).toBeLessThan(5000)
    expect(value).toBeNull()
    const params = { what: 'row', limit: String(MIB), actual: `${2 * MIB}+` }
    expect(problems).toEqual([{ code: 'CX1009', params, place: { file: 'a.csv', line: 3 } }])
  })

  it('is told as well where it is all there is', () => {
    expect(read('x'.repeat(3 * MIB))).toMatchObject({
      value: null,
      problems: [{ code: 'CX1009', place: { line: 1 } }],
    })
  })

  it('is found whole whatever the pieces that it comes in', () => {
    const text = 'a,b\r\n\r\nlong line,"with ""one"" quote"\rc,d'
    const whole = new RecordScanner(',').take(text, true)
    for (let size = 1; size < 9; size++) {
      const scanner = new RecordScanner(',')
      const found = []
      for (let at = 0; at < text.length; at += size)
        found.push(...scanner.take(text.slice(at, at + size), false))
      expect([...found, ...scanner.take('', true)]).toEqual(whole)
    }
  })
})

describe('a cell that is a formula of one text', () => {
  it.each([
    ['first', '="01",b', ['="01"', 'b']],
    ['last', 'a,="01"', ['a', '="01"']],
    ['empty', 'a,=""', ['a', '=""']],
    ['beside a quoted one', '="01","x,""y"""', ['="01"', 'x,"y"']],
  ])('%s, is taken as it stands', (_, line, cells) => {
    const { value, problems } = read(`a,b\n${line}\n3,4\n`)
    expect([problems, value?.rows.map(r => r.cells)]).toEqual([[], [cells, ['3', '4']]])
  })

  it.each(['="a,b"', '="a"b', '="a', 'x="a"', '="a\n",2'])('%j is none', cell => {
    expect(read(`a,b\n1,${cell}\n3,4\n`).problems[0]).toMatchObject({ code: 'CX1012', place: { line: 2 } })
  })
})

describe('titles above the header', () => {
  it.each([',', ';', '\t'])('leave %j the delimiter', delimiter => {
    const table = [['a', 'b'].join(delimiter), ['1', '2'].join(delimiter)].join('\n')
    const { value } = read(`朝阳区名录\n\n填报说明\n${table}\n`)
    expect(value).toMatchObject({
      delimiter,
      headerLine: 4,
      header: ['a', 'b'],
      rows: [{ cells: ['1', '2'] }],
    })
  })

  it('may hold delimiters within quotes', () => {
    const { value } = read('"名录，甲,乙,丙"\na;b\n1;2\n')
    expect(value).toMatchObject({ delimiter: ';', header: ['a', 'b'] })
  })
})
