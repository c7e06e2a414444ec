// Columns of score sheets: of agencies, of subjects whose types are asked different things, and of conditions.
import { describe, expect, it } from 'vitest'
import { readCell } from '../../../src/domain/imports/cell.ts'
import { sheetColumns } from '../../../src/domain/score/sheet-columns.ts'
import { readShippedScheme } from '../../../src/schemes/library.ts'
import { beijing, schemes } from '../fixtures.ts'

const shipped = (id: string) => readShippedScheme(schemes, id).scheme
const headersOf = (id: string, key: string) =>
  sheetColumns(shipped(id)).find(c => c.key === key)?.headers ?? []

describe('the columns', () => {
  it('name an agency by its credit code, a subject by its number, each also by its name', () => {
    const first = (id: string) =>
      sheetColumns(shipped(id))
        .slice(2, 4)
        .map(c => [c.key, c.headers[0]])
    expect(first('beijing-2013')).toEqual([
      ['uscc', '统一社会信用代码'],
      ['name', '机构名称'],
    ])
    expect(first('shandong-staff')).toEqual([
      ['code', '主体编号'],
      ['name', '姓名'],
    ])
    expect(headersOf('service-window', 'name')[0]).toBe('窗口名称')
  })

  it('are one for each number, whatever it is called for each type; a name that two numbers have names none', () => {
    const { indicators } = shipped('service-window')
    const columns = sheetColumns(shipped('service-window')).filter(c => c.number !== undefined)
    expect(columns.map(c => c.number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
    const headers = columns.flatMap(c => c.headers)
    expect(new Set(headers).size).toBe(headers.length)
    for (const { number, name } of indicators) expect(headers).toContain(`${number}.${name}`)
  })

  it('have the highest points that any type may be given', () => {
    const scheme = beijing()
    scheme.indicators.push({ ...scheme.indicators[4]!, types: ['x'], points: 900 })
    const five = sheetColumns(scheme).find(c => c.number === 5)
    expect(five?.type).toMatchObject({ is: 'points', max: 900 })
  })
})

describe('a condition', () => {
  const column = sheetColumns(shipped('linyi-2022-county')).find(c => c.number === 1)!

  it.each(['符合', '满足', '是', '√', '✓', '1', '１', 'TRUE', '1.00'])('is met: %s', text => {
    expect(readCell(column, text)).toBe(1_000_000)
  })

  it.each(['不符合', '不满足', '否', '×', '✗', 'x', '0', 'false'])('is not met: %s', text => {
    expect(readCell(column, text)).toBe(0)
  })

  it.each(['', ' ', '—', '/'])('is not judged: “%s”', text => {
    expect(readCell(column, text)).toBeNull()
  })

  it.each(['0.5', '2', '优', '基本符合'])('is neither: %s', text => {
    expect(readCell(column, text)).toEqual([
      { code: 'CX1032', params: { value: text, allowed: '符合、不符合' } },
    ])
  })

  it('is not asked for in words where there are only points', () => {
    const points = sheetColumns(beijing()).find(c => c.number === 5)!
    expect(readCell(points, '符合')).toEqual([{ code: 'CX1069', params: { value: '符合' } }])
  })
})
