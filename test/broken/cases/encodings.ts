// Files that are no text, or text in an encoding that cannot be told.
import iconv from 'iconv-lite'
import { type Case, csv, gb18030, lines, ROSTER, utf16 } from '../case.ts'

const sound = csv(ROSTER)
const stored = [{ uscc: '91110105CXYL02506T' }, { name: '北京银杏样例人力资源有限公司' }]
const noun = 'agency'
const cut = (bytes: Uint8Array, by = 1) => bytes.subarray(0, bytes.length - by)
const mark = '\uFEFF'
const GARBLED =
  'read as GB18030, all columns unknown: a header without one known column means another encoding'
const withNul = csv(ROSTER, { 联系电话: '010-\x000099' })
/** A last row that ends in a character and not in a line end. */
const endsIn = (text: string) => csv(ROSTER, { 联系电话: '无', 从业人员数: '' }).trimEnd().slice(0, -1) + text

export const encodings: readonly Case[] = [
  { file: 'empty.csv', what: 'no byte at all', noun, bytes: '', refused: [{ code: 'CX1001' }] },
  {
    file: 'blank.csv',
    what: 'blanks, tabs and line ends only',
    noun,
    bytes: '  \r\n\r\n \t \n',
    refused: [{ code: 'CX1001' }],
  },
  {
    file: 'commas.csv',
    what: 'commas only',
    noun,
    bytes: ',,,\r\n,,,\r\n',
    refused: [{ code: 'CX1001' }],
  },
  { file: 'only-mark.csv', what: 'a UTF-8 mark only', noun, bytes: mark, refused: [{ code: 'CX1001' }] },
  {
    file: 'only-mark-16.csv',
    what: 'a UTF-16 mark only',
    noun,
    bytes: Uint8Array.of(0xff, 0xfe),
    refused: [{ code: 'CX1001' }],
  },
  {
    file: 'binary.csv',
    what: 'a program, not a text',
    noun,
    bytes: Uint8Array.of(0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0, 0, 0x0a, 0xff, 0x80),
    refused: [{ code: 'CX1003', line: 1, says: ['不是文本文件', '第 8 字节'] }],
  },
  {
    file: 'nul.csv',
    what: 'a NUL byte within a cell of line 3',
    noun,
    bytes: withNul,
    refused: [{ code: 'CX1003', line: 3, says: [`第 ${Buffer.from(withNul).indexOf(0) + 1} 字节`] }],
  },
  {
    file: 'noise.csv',
    what: 'high bytes that are no text in any encoding',
    noun,
    bytes: Uint8Array.from({ length: 300 }, (_, i) => 0x80 + ((i * 89 + 127) % 128)),
    refused: [{ code: 'CX1002', line: 1, says: ['utf-8, gb18030', '--encoding'] }],
  },
  {
    file: 'cut-utf8.csv',
    what: 'the last UTF-8 character cut through',
    noun,
    bytes: cut(Buffer.from(endsIn('年'))),
    refused: [{ code: 'CX1002', line: 3 }],
  },
  {
    file: 'cut-utf8-mark.csv',
    what: 'the last character of a UTF-8 file with a mark cut through',
    noun,
    bytes: cut(Buffer.from(mark + endsIn('年'))),
    refused: [{ code: 'CX1002', line: 3 }],
  },
  {
    file: 'cut-gb18030.csv',
    what: 'the last GB18030 character cut through',
    noun,
    bytes: cut(gb18030(endsIn('年'))),
    refused: [{ code: 'CX1002', line: 3 }],
  },
  {
    file: 'cut-utf16.csv',
    what: 'the last UTF-16 character cut through',
    noun,
    bytes: cut(utf16(endsIn('年'), 'le')),
    refused: [{ code: 'CX1002', line: 3 }],
  },
  {
    file: 'utf16-mark-gb.csv',
    what: '--encoding gb18030 for a file with a UTF-16 mark',
    noun,
    bytes: utf16(sound, 'le'),
    flags: ['--encoding', 'gb18030'],
    refused: [{ code: 'CX1002', says: ['已试：gb18030', '看来是 utf-16le', '--encoding utf-16le'] }],
  },
  {
    file: 'utf8-mark-gb.csv',
    what: '--encoding gb18030 for a file with a UTF-8 mark',
    noun,
    bytes: mark + sound,
    flags: ['--encoding', 'gb18030'],
    refused: [{ code: 'CX1002', says: ['已试：gb18030', '看来是 utf-8', '--encoding utf-8'] }],
  },
  {
    file: 'gb-as-utf8.csv',
    what: '--encoding utf-8 for a GB18030 file',
    noun,
    bytes: gb18030(sound),
    flags: ['--encoding', 'utf-8'],
    refused: [{ code: 'CX1002', line: 1, says: ['第 1 行起不是 utf-8'] }],
  },
  {
    file: 'utf8-as-gb.csv',
    what: '--encoding gb18030 for a UTF-8 file',
    noun,
    bytes: sound,
    flags: ['--encoding', 'gb18030'],
    refused: [{ code: 'CX1002', line: 1, says: ['第 1 行起不是 gb18030'] }],
  },
  {
    file: 'utf8-as-utf16.csv',
    what: '--encoding utf-16le for a UTF-8 file',
    noun,
    bytes: sound,
    flags: ['--encoding', 'utf-16le'],
    refused: [{ code: 'CX1002', says: ['已试：utf-16le', '看来是 utf-8', '--encoding utf-8'] }],
  },
  {
    file: 'big5.csv',
    what: 'a Big5 file',
    noun,
    bytes: iconv.encode(lines('機構名稱,機構類別,推薦範圍', '臺北樣例公司,經營性,朝陽區'), 'big5'),
    refused: [{ code: 'CX1002', says: ['--encoding'] }],
    todo: GARBLED,
  },
  {
    file: 'cut-utf8-as-gb.csv',
    what: 'a cut UTF-8 file whose bytes are GB18030 by chance',
    noun,
    bytes: cut(Buffer.from('机构名称,机构类别,推荐范围\n样例公司,经营性质,朝阳'), 2),
    refused: [{ code: 'CX1002', line: 2 }],
    todo: GARBLED,
  },
  {
    file: 'utf16-no-mark.csv',
    what: 'UTF-16 without its mark',
    noun,
    bytes: utf16(sound, 'le', false),
    refused: [{ code: 'CX1002', says: ['看来是 utf-16le', '--encoding utf-16le'] }],
  },
  {
    file: 'utf16be-no-mark.csv',
    what: 'the other UTF-16 without its mark',
    noun,
    bytes: utf16(sound, 'be', false),
    refused: [{ code: 'CX1002', says: ['看来是 utf-16be', '--encoding utf-16be'] }],
  },
  {
    file: 'utf16-other.csv',
    what: '--encoding utf-16le for the other UTF-16 without its mark',
    noun,
    bytes: utf16(sound, 'be', false),
    flags: ['--encoding', 'utf-16le'],
    refused: [{ code: 'CX1002', says: ['看来是 utf-16be'] }],
  },
  {
    file: 'utf16-as-gb.csv',
    what: '--encoding gb18030 for UTF-16 without its mark',
    noun,
    bytes: utf16(sound, 'le', false),
    flags: ['--encoding', 'gb18030'],
    refused: [{ code: 'CX1002', says: ['看来是 utf-16le'] }],
  },
  {
    file: 'gb-row.csv',
    what: 'a GB18030 row pasted into a UTF-8 file',
    noun,
    bytes: Buffer.concat([
      Buffer.from(lines(ROSTER.header.join(','), ROSTER.rows[0]!.join(','))),
      gb18030(ROSTER.rows[1]!.join(',')),
    ]),
    refused: [{ code: 'CX1002', line: 3, says: ['第 3 行起不是 utf-8', '第 1 行起不是 gb18030'] }],
  },
  {
    file: 'nul-16.csv',
    what: 'a NUL character within a UTF-16 file',
    noun,
    bytes: utf16(withNul, 'be'),
    refused: [{ code: 'CX1003', line: 3 }],
  },
  {
    file: 'utf16-told.csv',
    what: 'UTF-16 without its mark, told by --encoding',
    noun,
    bytes: utf16(sound, 'le', false),
    flags: ['--encoding', 'utf-16le'],
    encoding: 'utf-16le',
    stored,
  },
  { file: 'utf8.csv', what: 'UTF-8 without a mark', noun, bytes: sound, encoding: 'utf-8', stored },
  {
    file: 'utf8-mark.csv',
    what: 'UTF-8 with a mark',
    noun,
    bytes: mark + sound,
    encoding: 'utf-8-bom',
    stored,
  },
  { file: 'gb18030.csv', what: 'GB18030', noun, bytes: gb18030(sound), encoding: 'gb18030', stored },
  {
    file: 'gb18030-four-bytes.csv',
    what: 'GB18030 with a character of four bytes',
    noun,
    bytes: gb18030(csv(ROSTER, { 机构名称: '北京㙍样例有限公司' })),
    encoding: 'gb18030',
    stored: [stored[0]!, { name: '北京㙍样例有限公司' }],
  },
  { file: 'utf16le.csv', what: 'UTF-16LE', noun, bytes: utf16(sound, 'le'), encoding: 'utf-16le', stored },
  { file: 'utf16be.csv', what: 'UTF-16BE', noun, bytes: utf16(sound, 'be'), encoding: 'utf-16be', stored },
]
