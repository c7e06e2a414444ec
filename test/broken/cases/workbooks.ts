// Workbooks: unreadable ones, other things called so, sheets, titles.
import { readFileSync } from 'node:fs'
import PizZip from 'pizzip'
import { handBook, row, str } from '../../formats/workbook.ts'
import { book, type Case, csv, ROSTER, utf16 } from '../case.ts'

const noun = 'agency'
const sheet = '名录'
const encoding = 'xlsx'
const sound = book(ROSTER)
const stored = [
  { uscc: '91110105CXYL02506T', staff_count: 8 },
  { uscc: '91110105CXYL024935', staff_count: 12 },
]
/** Made by LibreOffice from `book`; encrypted.xlsx by a library, with the password x. */
const file = (name: string) => readFileSync(new URL(`../files/${name}`, import.meta.url))

const unread = (name: string, what: string, bytes: Case['bytes'], code: string, ...says: string[]): Case => ({
  file: name,
  what,
  noun,
  bytes,
  refused: [{ code, says }],
})
/** A byte in the middle of a packed part turned over. */
function damaged(): Uint8Array {
  const bytes = Uint8Array.from(sound)
  const at = Buffer.from(bytes).indexOf('sheet2.xml') + 60
  bytes.fill(0xff, at, at + 16)
  return bytes
}

/** Excel puts this record behind the opening one of a workbook with a password. */
function locked(): Uint8Array {
  const bytes = Uint8Array.from(file('roster.xls'))
  const globals = Buffer.from(bytes).indexOf(Buffer.from('0908100000060500', 'hex'))
  bytes.set([0x2f, 0], globals + 20)
  return bytes
}

/** The first sheet of an old workbook marked as hidden. */
function hidden(): Uint8Array {
  const bytes = Uint8Array.from(file('roster.xls'))
  const sheets = Buffer.from(bytes).indexOf(Buffer.from('85000c00', 'hex'))
  bytes[sheets + 8] = 1
  return bytes
}

const zip = (name: string) =>
  new PizZip().file(name, '<Types/>', { date: new Date(1980, 0, 1) }).generate({ type: 'uint8array' })

/** Titles in merged cells over the whole table. */
function mergedTitles(): Uint8Array {
  const rows = [
    row(1, str('A1', '2013年名录')),
    row(2, str('A2', '填报单位：样例')),
    row(4, str('A4', '机构名称'), str('B4', '机构类别'), str('C4', '推荐范围')),
    row(5, str('A5', '北京银杏样例人力资源有限公司'), str('B5', '经营性'), str('C5', '朝阳区')),
  ]
  const merges = ['A1:C1', 'A2:C3'].map(ref => `<mergeCell ref="${ref}"/>`)
  const xml = `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows.join('')}</sheetData><mergeCells count="2">${merges.join('')}</mergeCells></worksheet>`
  return handBook({ sheets: [{ name: sheet, rows: '' }], extra: { 'xl/worksheets/sheet1.xml': xml } })
}

export const workbooks: readonly Case[] = [
  {
    file: 'roster.xls',
    what: 'an old workbook with a date cell',
    noun,
    bytes: file('roster.xls'),
    flags: ['--sheet', sheet],
    encoding: 'xls',
    stored: [stored[0]!, { ...stored[1], valid_to: '2015-04-09' }],
  },
  {
    file: 'hidden.xls',
    what: 'an old workbook with a hidden sheet in front',
    noun,
    bytes: hidden(),
    encoding: 'xls',
    stored,
  },
  {
    file: 'titles.xlsx',
    what: 'title row, blank rows, a hidden sheet in front',
    noun,
    bytes: sound,
    encoding,
    stored,
  },
  {
    file: 'merged-titles.xlsx',
    what: 'title rows merged over the width of the table',
    noun,
    bytes: mergedTitles(),
    encoding,
    stored: [{ name: '北京银杏样例人力资源有限公司' }],
  },
  {
    file: 'sheet-name.xlsx',
    what: 'no sheet of that name',
    noun,
    bytes: sound,
    flags: ['--sheet', '花名册'],
    refused: [{ code: 'CX1007', says: ['花名册', '字典、名录'] }],
  },
  {
    file: 'sheet-number.xlsx',
    what: 'no sheet of that number',
    noun,
    bytes: sound,
    flags: ['--sheet', '3'],
    refused: [{ code: 'CX1007', says: ['“3”', '字典、名录'] }],
  },
  {
    file: 'sheet-empty.xlsx',
    what: 'a sheet with nothing in it',
    noun,
    bytes: handBook({ sheets: [{ name: sheet, rows: '' }] }),
    refused: [{ code: 'CX1001', sheet }],
  },
  {
    file: 'sheet-header.xlsx',
    what: 'a sheet with a header only',
    noun,
    bytes: handBook({
      sheets: [{ name: sheet, rows: row(2, str('B2', '机构名称'), str('C2', '机构类别')) }],
    }),
    refused: [{ code: 'CX1005', line: 2, sheet }],
  },
  {
    file: 'missing.xlsx',
    what: 'a required column missing',
    noun,
    bytes: handBook({
      sheets: [
        {
          name: sheet,
          rows:
            row(2, str('A2', '机构名称'), str('B2', '机构类型'), str('C2', '推荐范围')) +
            row(3, str('A3', '北京银杏样例人力资源有限公司'), str('B3', '经营性'), str('C3', '朝阳区')),
        },
      ],
    }),
    warned: [{ code: 'CX1022', line: 2, column: '机构类型', sheet, cell: 'B2' }],
    refused: [{ code: 'CX1020', line: 2, sheet, says: ['机构类别', '是否为：机构类型'] }],
  },
  unread('empty.xlsx', 'no byte at all', '', 'CX1001'),
  unread('encrypted.xlsx', 'a password', file('encrypted.xlsx'), 'CX1008', '加了密码'),
  unread('locked.xls', 'an old workbook with a password', locked(), 'CX1008', '加了密码'),
  unread(
    'cut.xlsx',
    'cut short',
    sound.subarray(0, sound.length / 2),
    'CX1008',
    '打不开（文件不完整，可能没有传完）',
  ),
  unread(
    'cut.xls',
    'an old workbook cut short',
    file('roster.xls').subarray(0, 3000),
    'CX1008',
    '打不开（文件已损坏）',
  ),
  unread(
    'damaged.xlsx',
    'damaged within',
    damaged(),
    'CX1008',
    '打不开（文件已损坏：xl/worksheets/sheet2.xml）',
  ),
  unread('noise.xlsx', 'bytes that are nothing', Uint8Array.of(1, 0, 2, 255, 254), 'CX1008', '损坏'),
  unread(
    'no-workbook.xlsx',
    'a container without a workbook',
    zip('[Content_Types].xml'),
    'CX1008',
    '没有工作簿',
  ),
  unread('zip.xlsx', 'a zip of something else', zip('名录.csv'), 'CX1010', '.zip', '.csv、.xlsx 或 .xls'),
  unread('word.xlsx', 'a Word file', zip('word/document.xml'), 'CX1010', '.docx', '.csv、.xlsx 或 .xls'),
  unread('paper.xlsx', 'a PDF file', '%PDF-1.4\n%âãÏÓ\n', 'CX1010', '.pdf', '.csv、.xlsx 或 .xls'),
  unread('paper.csv', 'a PDF file called .csv', '%PDF-1.4\n%âãÏÓ\n', 'CX1010', '.pdf', '.csv、.xlsx 或 .xls'),
  unread(
    'page.xls',
    'a web page',
    '\uFEFF<html><body><table><tr><td>',
    'CX1010',
    '.html',
    '.csv、.xlsx 或 .xls',
  ),
  unread(
    'sheet.xls',
    'an XML table',
    '<?xml version="1.0"?><Workbook>',
    'CX1010',
    '.xml',
    '.csv、.xlsx 或 .xls',
  ),
  unread('image.xlsx', 'an image', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10), 'CX1010', '.png'),
  unread(
    'dtd.xlsx',
    'a document type declaration',
    handBook({ sheets: [{ name: sheet, rows: '' }], prolog: '<!DOCTYPE x [<!ENTITY a "b">]>' }),
    'CX1008',
    '外部定义',
  ),
  {
    file: 'text.xlsx',
    what: 'a text file called .xlsx is read',
    noun,
    bytes: csv(ROSTER),
    encoding: 'utf-8',
    stored,
  },
  {
    file: 'text-cut.xls',
    what: 'a text export called .xls, its last character cut through',
    noun,
    bytes: Buffer.from(csv(ROSTER, { 从业人员数: '年' })).subarray(0, -3),
    refused: [{ code: 'CX1002', line: 3, says: ['第 3 行断了'] }],
  },
  {
    file: 'text-16.xls',
    what: 'a text export called .xls in UTF-16 without its mark',
    noun,
    bytes: utf16(csv(ROSTER), 'le', false),
    refused: [{ code: 'CX1002', says: ['--encoding utf-16le'] }],
  },
  { file: 'workbook.csv', what: 'a workbook called .csv is read', noun, bytes: sound, encoding, stored },
]
