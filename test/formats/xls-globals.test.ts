// The first records of old workbooks, in containers laid out by hand: in one piece, scattered, in small sectors.
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readGlobals } from '../../src/formats/xls-globals.ts'
import { readWorkbook } from './read-all.ts'

const original = readFileSync(new URL('../broken/files/roster.xls', import.meta.url))
const SECTOR = 512
const END = 0xfffffffe
const FREE = 0xffffffff

/** The Workbook stream of the original, which LibreOffice writes in one piece. */
function stream(): Buffer {
  const start = original.indexOf(Buffer.from('0908100000060500', 'hex'))
  const entry = original.indexOf(Buffer.from('Workbook', 'utf16le'))
  const content = original.subarray(start, start + original.readUInt32LE(entry + 120))
  // Long enough for sectors of its own.
  return Buffer.concat([content, Buffer.alloc(Math.max(0, 4096 - content.length))])
}

/** A container with the stream in sectors in the order given by `turn`, or in small ones. */
function container(content: Buffer, { turn = (n: number[]) => n, mini = false } = {}): Buffer {
  const count = Math.ceil(content.length / SECTOR)
  // Sector 0 is the table, 1 the folder, 2 the table of small sectors; the content follows.
  const order = turn(Array.from({ length: count }, (_, i) => i + 3))
  const file = Buffer.alloc((4 + count) * SECTOR)
  const at = (sector: number) => (sector + 1) * SECTOR
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(file)
  const u32 = (offset: number, value: number) => file.writeUInt32LE(value, offset)
  file.writeUInt16LE(9, 30)
  file.writeUInt16LE(6, 32)
  u32(44, 1)
  u32(48, 1)
  u32(56, mini ? 1 << 20 : 4096)
  u32(60, 2)
  u32(64, 1)
  u32(68, END)
  for (let i = 0; i < 109; i++) u32(76 + i * 4, i === 0 ? 0 : FREE)
  for (let i = 0; i < SECTOR / 4; i++) u32(at(0) + i * 4, FREE)
  for (const special of [0, 1, 2]) u32(at(0) + special * 4, END)
  for (const [i, sector] of order.entries()) {
    content.subarray(i * SECTOR, (i + 1) * SECTOR).copy(file, at(sector))
    u32(at(0) + sector * 4, order[i + 1] ?? END)
  }
  const small = Math.ceil(content.length / 64)
  for (let i = 0; i < SECTOR / 4; i++) u32(at(2) + i * 4, i + 1 < small ? i + 1 : END)
  const entries: [string, number, number][] = [
    ['Root Entry', 5, mini ? order[0]! : END],
    ['Workbook', 2, mini ? 0 : order[0]!],
  ]
  for (const [i, [name, kind, start]] of entries.entries()) {
    const entry = at(1) + i * 128
    file.write(name, entry, 'utf16le')
    file.writeUInt16LE(name.length * 2 + 2, entry + 64)
    file[entry + 66] = kind
    u32(entry + 116, start)
    u32(entry + 120, content.length)
  }
  return file
}

const hide = (content: Buffer, state: number, kind = 0) => {
  const sheets = content.indexOf(Buffer.from('85000c00', 'hex'))
  content[sheets + 8] = state
  content[sheets + 9] = kind
  return content
}

const LAYOUTS = {
  'in one piece': {},
  scattered: { turn: (n: number[]) => n.reverse() },
  'in small sectors': { mini: true },
}

describe.each(Object.entries(LAYOUTS))('%s', (_, layout) => {
  it.each([
    ['no sheet hidden', 0, 0, [false, false]],
    ['the first hidden', 1, 0, [true, false]],
    ['the first hidden for good', 2, 0, [true, false]],
    ['a chart in front', 0, 2, [true, false]],
  ])('tells %s', async (_, state, kind, hidden) => {
    const bytes = container(hide(stream(), state, kind), layout)
    expect(readGlobals(bytes)).toMatchObject({ locked: false, hidden })
    // 字典 holds a header and nothing else.
    const { value, problems } = await readWorkbook(bytes, '旧.xls')
    expect(value?.sheet ?? problems[0]?.place.sheet).toBe(hidden[0] ? '名录' : '字典')
  })

  it('tells a password, behind a write protection too', () => {
    const locked = stream()
    locked.writeUInt16LE(0x2f, 20)
    expect(readGlobals(container(locked, layout)).locked).toBe(true)
    const protection = Buffer.from('860000002f000000', 'hex')
    const both = Buffer.concat([stream().subarray(0, 20), protection, stream().subarray(20)])
    expect(readGlobals(container(both, layout)).locked).toBe(true)
  })

  it('finds the formats by which numbers become dates', async () => {
    const bytes = container(stream(), layout)
    expect((await readWorkbook(bytes, '旧.xls', { sheet: '名录' })).value?.rows.at(-1)?.types).toContain(
      'date',
    )
    for (const at of readGlobals(bytes).formats) bytes[at] = 0
    const plain = await readWorkbook(bytes, '旧.xls', { sheet: '名录' })
    expect(plain.value?.rows.at(-1)?.types).not.toContain('date')
    expect(plain.value?.rows.at(-1)?.cells).toContain('42103')
  })
})

it('ends on whatever bytes, and finds nothing in them', () => {
  const nothing = { locked: false, hidden: [], formats: [] }
  expect(readGlobals(new Uint8Array())).toEqual(nothing)
  expect(readGlobals(new Uint8Array(2000))).toEqual(nothing)
  expect(readGlobals(new Uint8Array(2000).fill(0xff))).toEqual(nothing)
  for (let length = 0; length < original.length; length += 97) readGlobals(original.subarray(0, length))
  // A table of sectors that runs in a circle.
  const circle = container(stream())
  for (let i = 0; i < SECTOR / 4; i++) circle.writeUInt32LE(3, SECTOR + i * 4)
  readGlobals(circle)
})
