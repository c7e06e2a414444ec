// Encodings as cases: bytes written by hand, texts known beforehand, nothing computed by the decoder itself.

import { describe, expect, it } from 'vitest'
import { encode } from '../../src/formats/csv-write.ts'
import { decoded, findEncoding, isForcedEncoding } from '../../src/formats/encoding.ts'
import { bytesSource } from '../../src/formats/source.ts'

/** As the readers do: the encoding first, then the text by it. */
function decode(given: Uint8Array, forced?: string) {
  const source = bytesSource('名录.csv', given)
  const found = findEncoding(source, forced)
  if (!found.value) return { ...found, value: null }
  const { encoding } = found.value
  return { ...found, value: { text: [...decoded(source, found.value)].join(''), encoding } }
}

const bytes = (hex: string) => Uint8Array.from(Buffer.from(hex.replaceAll(' ', ''), 'hex'))

const READ: [string, string, string, string][] = [
  // what, bytes, text, encoding
  ['ASCII', '61 62 63', 'abc', 'utf-8'],
  ['nothing', '', '', 'utf-8'],
  ['UTF-8 北京', 'e5 8c 97 e4 ba ac', '北京', 'utf-8'],
  ['UTF-8 with mark', 'ef bb bf e5 8c 97', '北', 'utf-8-bom'],
  ['UTF-8 𠮷', 'f0 a0 ae b7', '\u{20BB7}', 'utf-8'],
  ['GB of 联通, which detectors call UTF-8', 'c1 aa cd a8', '联通', 'gb18030'],
  ['GB of 北京, which detectors call Big5', 'b1 b1 be a9', '北京', 'gb18030'],
  ['GB of 姓名 and a line', 'd0 d5 c3 fb 0a d5 c5 c8 fd', '姓名\n张三', 'gb18030'],
  ['GB18030 four-byte 𠮷', '95 34 b2 35', '\u{20BB7}', 'gb18030'],
  ['GB18030 two-byte 䶮', 'fe 9f', '\u4DAE', 'gb18030'],
  ['GB18030 with its own mark', '84 31 95 33 b1 b1', '北', 'gb18030'],
  ['UTF-16LE', 'ff fe 17 53 ac 4e 0a 00', '北京\n', 'utf-16le'],
  ['UTF-16BE', 'fe ff 53 17 4e ac', '北京', 'utf-16be'],
  ['UTF-16LE 𠮷', 'ff fe 42 d8 b7 df', '\u{20BB7}', 'utf-16le'],
]

const noText = (encoding: string, line: number | null) => ({ encoding, line })

const REFUSED: [string, string, number, unknown[], string, 'cut'?][] = [
  // what, bytes, line told, what was tried, what it seems to be, whether it is cut short
  ['last GB character cut', 'b1 b1 be', 1, [noText('utf-8', 1), noText('gb18030', 1)], '', 'cut'],
  ['four-byte GB character cut', '41 81 30 81', 1, [noText('utf-8', 1), noText('gb18030', 1)], '', 'cut'],
  ['byte that no encoding has', '41 ff 42', 1, [noText('utf-8', 1), noText('gb18030', 1)], ''],
  [
    'UTF-8 that turns wrong behind CRLF, LF and CR',
    '41 0d 0a e5 8c 97 0a 0d ff',
    4,
    [noText('utf-8', 4), noText('gb18030', 2)],
    '',
  ],
  [
    'GB that is cut in its second line',
    'b1 b1 0a b1 b1 be',
    2,
    [noText('utf-8', 1), noText('gb18030', 2)],
    '',
    'cut',
  ],
  ['a lead byte before a line end', '41 0a e5 0a 42', 2, [noText('utf-8', 2), noText('gb18030', 2)], ''],
  ['UTF-8 mark, then GB', 'ef bb bf b1 b1', 1, [noText('utf-8', 1)], ''],
  ['UTF-8 mark, last character cut', 'ef bb bf 0a e5 8c', 2, [noText('utf-8', 2)], '', 'cut'],
  ['UTF-16 with half a unit', 'ff fe 17 53 0a 00 ac', 2, [noText('utf-16le', 2)], '', 'cut'],
  ['UTF-16 with half a pair', 'ff fe 42 d8 41 00', 1, [noText('utf-16le', 1)], ''],
  ['UTF-16 with half a pair at a line end', 'fe ff 00 0a d8 42 00 0a', 2, [noText('utf-16be', 2)], ''],
]
REFUSED.push(
  ...(['utf-16le', 'utf-16be'] as const).map((label): (typeof REFUSED)[number] => {
    const line = Buffer.from('a,北\n1,2\n', 'utf16le')
    const hex = (label === 'utf-16le' ? line : line.swap16()).toString('hex')
    const tried = [noText('utf-8', null), noText('gb18030', null)]
    return [`${label} without its mark`, hex, 0, tried, label]
  }),
)

const BINARY: [string, string, number, number][] = [
  // what, bytes, byte and line told
  ['binary', '41 42 00 43', 3, 1],
  ['bytes that may be UTF-16 but have no line', '41 00 42 00', 2, 1],
  ['a NUL in a text', '41 0d 0a 42 0a 43 00 44', 7, 3],
  ['a NUL behind a line end on an even byte', Buffer.from('ab\r\n北京\n\0,1\n').toString('hex'), 12, 3],
  ['the same in ASCII', Buffer.from('a,b\n1,2,\n\x003,4\n').toString('hex'), 10, 3],
  ['the same in GB text', Buffer.from('b1b1bea90a00b1b10a', 'hex').toString('hex'), 6, 2],
  ['UTF-8 mark, then binary', 'ef bb bf 41 00', 5, 1],
  ['UTF-16 with a NUL character', 'ff fe 41 00 0a 00 00 00', 7, 2],
]

describe('decode', () => {
  it.each(READ)('reads %s', (_, hex, text, encoding) => {
    expect(decode(bytes(hex))).toEqual({ value: { text, encoding }, problems: [], warnings: [] })
  })

  it.each(REFUSED)('refuses %s', (_, hex, line, tried, suggest, fault) => {
    const result = decode(bytes(hex))
    expect(result.value).toBeNull()
    const place = { file: '名录.csv', ...(line === 0 ? {} : { line }) }
    expect(result.problems).toEqual([
      { code: 'CX1002', params: { tried, suggest, ...(fault ? { fault } : {}) }, place },
    ])
  })

  it.each(BINARY)('refuses %s', (_, hex, byte, line) => {
    const result = decode(bytes(hex))
    expect(result.value).toBeNull()
    expect(result.problems).toEqual([{ code: 'CX1003', params: { byte }, place: { file: '名录.csv', line } }])
  })

  it('counts lines and bytes over the pieces of a long file', () => {
    const row = '北京市,样例\r\n'
    const long = Buffer.from(row.repeat(9999))
    const cut = decode(Buffer.concat([long, Buffer.of(0xe5, 0x8c)]))
    expect(cut.problems).toMatchObject([{ code: 'CX1002', place: { line: 10_000 } }])
    const nul = decode(Buffer.concat([long, Buffer.of(0x41, 0)]))
    expect(nul.problems).toMatchObject([
      { code: 'CX1003', params: { byte: long.length + 2 }, place: { line: 10_000 } },
    ])
  })

  it('refuses as damaged what is UTF-8 but for a few bytes, even if it may be GB18030', () => {
    const [before, after] = [Buffer.from('机构,代码\n样例,'), Buffer.from(',朝阳\n')]
    const damaged = Buffer.concat([before, Buffer.of(0xb1, 0xbe), after])
    expect(decode(damaged, 'gb18030').value?.encoding).toBe('gb18030')
    const params = { tried: [noText('utf-8', 2)], suggest: '', fault: 'few' }
    expect(decode(damaged).problems).toEqual([
      { code: 'CX1002', params, place: { file: '名录.csv', line: 2 } },
    ])
  })

  it('reads as GB18030 what is UTF-8 by chance in some of its characters', () => {
    for (const text of ['联通', '联通,联通,联通,联通,联通,北', '联通\n北京联通有限公司\n']) {
      const gb = Buffer.concat([encode(text, 'gb18030'), Buffer.of(0xb1, 0xb1)])
      expect(decode(gb).value).toMatchObject({ encoding: 'gb18030', text: `${text}北` })
    }
  })

  it('refuses UTF-8 with its last character cut unless the bytes are also sound GB18030', () => {
    // e5 8c 97 e4 ba: an odd number of GB bytes, so neither reading is whole.
    expect(decode(bytes('e5 8c 97 e4 ba')).value).toBeNull()
  })

  it.each([
    ['gbk', 'b1 b1', '北', 'gb18030'],
    ['GB2312', 'b1 b1', '北', 'gb18030'],
    ['utf-16le', '17 53 0a 00', '北\n', 'utf-16le'],
    ['utf-16be', '53 17 00 2c', '北,', 'utf-16be'],
    ['utf-8', 'ef bb bf 41', 'A', 'utf-8-bom'],
    // Two UTF-8 characters that are also three GB ones: only the clerk can know.
    ['gb18030', 'e5 8c 97 e4 ba ac', '鍖椾含', 'gb18030'],
  ])('obeys --encoding %s', (forced, hex, text, encoding) => {
    expect(decode(bytes(hex), forced).value).toEqual({ text, encoding })
  })

  it.each([
    ['gb18030', 'ef bb bf 41', 'utf-8'],
    ['utf-8', 'ff fe 41 00', 'utf-16le'],
    ['utf-8', 'b1 b1', ''],
    ['klingon', '41', ''],
    ['utf-16le', 'e5 8c 97 2c 41 0a', 'utf-8'],
    ['utf-16be', '41 00 2c 00 42 00 0a 00', 'utf-16le'],
    ['gb18030', '41 00 2c 00 42 00 0a 00', 'utf-16le'],
  ])('refuses --encoding %s where the bytes say otherwise', (forced, hex, suggest) => {
    const tried = [{ encoding: forced }]
    expect(decode(bytes(hex), forced).problems).toMatchObject([
      { code: 'CX1002', params: { tried, suggest } },
    ])
  })

  it('knows the names it takes', () => {
    expect(['UTF-8', 'gbk', 'utf-16be'].every(isForcedEncoding)).toBe(true)
    expect(['big5', 'toString', ''].some(isForcedEncoding)).toBe(false)
  })
})

describe('encode', () => {
  it.each([
    ['utf-8', '北', 'e58c97'],
    ['utf-8-bom', '北', 'efbbbfe58c97'],
    ['gb18030', '联通', 'c1aacda8'],
    ['gb18030', '\u{20BB7}', '9534b235'],
    ['gb18030', '\u4DAE', 'fe9f'],
    ['gb18030', '€', 'a2e3'],
    ['utf-16le', '北', 'fffe1753'],
    ['utf-16be', '北', 'feff5317'],
    ['utf-8', 'a\uD842b', '61efbfbd62'],
    ['gb18030', 'a\uD842b', '618431a43762'],
    ['gb18030', '\uE5E5', 'a1a1'],
  ] as const)('writes %s %j', (encoding, text, hex) => {
    expect(Buffer.from(encode(text, encoding)).toString('hex')).toBe(hex)
  })
})
