// A file is what it holds, not what it is called.

import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { cellName, placeOf } from '../../src/formats/table-file.ts'
import { readTable } from './read-all.ts'
import { handBook, row, str } from './workbook.ts'

const text = (s: string) => new TextEncoder().encode(s)
const workbook = handBook({
  sheets: [
    {
      name: '名录',
      rows: row(2, str('C2', '名称'), str('D2', '代码')) + row(17, str('C17', '甲'), str('D17', '001')),
    },
  ],
})
const template = readFileSync(new URL('../../src/formats/templates/results.docx', import.meta.url))
const legacy = readFileSync(new URL('fixtures/legacy.xls', import.meta.url))

describe('readTable', () => {
  it.each([
    ['a workbook', workbook, '名录.xlsx', 'xlsx'],
    ['a workbook called .csv', workbook, '名录.csv', 'xlsx'],
    ['a workbook without a name', workbook, '-', 'xlsx'],
    ['a text export called .xls', text('名称\t代码\n甲\t001\n'), '名录.xls', 'utf-8'],
    ['GB text', Uint8Array.from(Buffer.from('c1aacda82cb1b10ab1b12cb1b10a', 'hex')), '-', 'gb18030'],
  ])('reads %s', async (_, bytes, file, encoding) => {
    const { value, problems } = await readTable(bytes, file)
    expect(problems).toEqual([])
    expect(value?.encoding).toBe(encoding)
  })

  it('passes on the sheet and the encoding', async () => {
    expect((await readTable(legacy, '旧.xls', { sheet: 2 })).value?.sheet).toBe('名录')
    expect((await readTable(workbook, 'a.xlsx', { sheet: 'x' })).problems[0]?.code).toBe('CX1007')
    expect((await readTable(text('a,b\n1,2'), 'a.csv', { encoding: 'utf-16le' })).problems[0]?.code).toBe(
      'CX1002',
    )
  })

  it.each([
    ['an empty file', new Uint8Array(), '名录.xlsx', 'CX1001', { bytes: 0 }],
    ['PDF', text('%PDF-1.4'), '名录.csv', 'CX1010', { extension: '.pdf' }],
    ['a Word file', template, '表.xlsx', 'CX1010', { extension: '.docx' }],
    ['a web page called .xls', text('\n<html><table>'), '名录.xls', 'CX1010', { extension: '.html' }],
    [
      'SpreadsheetML called .xls',
      text('\uFEFF<?xml version="1.0"?>'),
      '名录.xls',
      'CX1010',
      { extension: '.xml' },
    ],
    ['a JSON file', text('{"a":1}'), 'a.json', 'CX1010', { extension: '.json' }],
    [
      'a zip of something else',
      Uint8Array.from(Buffer.from('504b0506000000000000000000000000000000000000', 'hex')),
      'a.zip',
      'CX1010',
      { extension: '.zip' },
    ],
    ['a workbook cut short', workbook.subarray(0, 500), '名录.xlsx', 'CX1008', { fault: 'cut' }],
    [
      'an .xls cut short',
      legacy.subarray(0, 700),
      '名录.xls',
      'CX1008',
      { fault: expect.stringMatching(/^(damaged|no-workbook)/) },
    ],
    ['noise called .xlsx', Uint8Array.of(1, 0, 2, 255), '名录.xlsx', 'CX1008', { fault: 'damaged' }],
    ['noise called .csv', Uint8Array.of(1, 0, 2, 255), '名录.csv', 'CX1003', { byte: 2 }],
  ])('refuses %s', async (_, bytes, file, code, params) => {
    const result = await readTable(bytes, file)
    expect(result.value).toBeNull()
    expect(result.problems).toMatchObject([{ code, params, place: { file } }])
  })
})

describe('places', () => {
  it('names cells of workbooks', async () => {
    const table = (await readTable(workbook, '名录.xlsx')).value!
    expect(cellName(table, table.rows[0]!.line, 0)).toBe('C17')
    expect(placeOf(table, table.rows[0]!.line, 1)).toEqual({
      file: '名录.xlsx',
      sheet: '名录',
      line: 17,
      column: '代码',
      cell: 'D17',
    })
    expect(placeOf(table, table.rows[0]!.line)).toEqual({ file: '名录.xlsx', sheet: '名录', line: 17 })
    expect(cellName({ ...table, firstColumn: 0 }, 1, 27)).toBe('AB1')
  })

  it('names lines and columns of text files', async () => {
    const table = (await readTable(text('名称,代码\n\n甲,001\n'), 'a.csv')).value!
    expect(placeOf(table, table.rows[0]!.line, 1)).toEqual({ file: 'a.csv', line: 3, column: '代码' })
    expect(placeOf(table, table.rows[0]!.line)).toEqual({ file: 'a.csv', line: 3 })
  })
})
