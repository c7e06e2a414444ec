// What an old workbook (.xls) says of itself and hucre does not tell: a password, hidden sheets, where its cell formats
// stand. Only the first records of the Workbook stream are read; what is damaged ends the search and is hucre's to tell.

const EOF = 0x0a
const WRITEPROTECT = 0x86
const FILEPASS = 0x2f
const BOUNDSHEET = 0x85
const XF = 0xe0

/** Sector numbers from here on are marks, such as the end of a chain. */
const MARKS = 0xfffffffa
const END = 0xfffffffe
const STREAM = 2
const ROOT = 5
const MINI = 64

export interface Globals {
  locked: boolean
  /** For each sheet, whether it is hidden or no worksheet at all (a chart, a macro). */
  hidden: boolean[]
  /** Where in the file each byte stands that numbers the format of a cell style. */
  formats: number[]
}

export function readGlobals(bytes: Uint8Array): Globals {
  const at = workbookStream(bytes)
  const byte = (pos: number) => bytes[at(pos)] ?? 0
  const u16 = (pos: number) => byte(pos) | (byte(pos + 1) << 8)
  const globals: Globals = { locked: false, hidden: [], formats: [] }
  // A password comes right behind the opening record, or behind a write protection.
  const second = 4 + u16(2)
  const third = second + 4 + u16(second + 2)
  globals.locked = u16(second) === FILEPASS || (u16(second) === WRITEPROTECT && u16(third) === FILEPASS)
  for (let pos = 0; at(pos + 4) < bytes.length && u16(pos) !== EOF; pos += 4 + u16(pos + 2)) {
    if (u16(pos) === BOUNDSHEET) globals.hidden.push((byte(pos + 8) & 3) !== 0 || byte(pos + 9) !== 0)
    if (u16(pos) === XF) globals.formats.push(at(pos + 6), at(pos + 7))
  }
  return globals
}

/** In: an OLE container. Out: where each byte of its Workbook stream stands in it; infinitely far where it ends. */
function workbookStream(bytes: Uint8Array): (pos: number) => number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const u32 = (at: number) => (at + 4 <= bytes.length ? view.getUint32(at, true) : END)
  // Sectors have 512 bytes, or 4096 where the header says 2 to the 12th.
  const size = (u32(30) & 0xffff) === 12 ? 4096 : 512
  const sector = (n: number) => (n + 1) * size
  /** Byte `pos` of a chain of pieces. */
  const within = (pieces: readonly number[], pos: number, unit = size) =>
    (pieces[Math.floor(pos / unit)] ?? Number.POSITIVE_INFINITY) + (pos % unit)
  const chain = (start: number, next: (n: number) => number): number[] => {
    const found: number[] = []
    for (let n = start; n < MARKS && found.length <= bytes.length / MINI; n = next(n)) found.push(n)
    return found
  }
  const tables = Array.from({ length: 109 }, (_, i) => u32(76 + i * 4))
  for (const more of chain(u32(68), n => u32(sector(n) + size - 4)))
    for (let i = 0; i < size - 4; i += 4) tables.push(u32(sector(more) + i))
  const fat = tables.map(sector)
  const sectors = (start: number) => chain(start, n => u32(within(fat, n * 4))).map(sector)

  let mini: number[] = []
  for (const part of sectors(u32(48))) {
    for (let entry = part; entry < part + size; entry += 128) {
      const kind = bytes[entry + 66]
      const start = u32(entry + 116)
      if (kind === ROOT) mini = sectors(start)
      if (kind !== STREAM || !isWorkbook(bytes.subarray(entry, entry + 64))) continue
      if (u32(entry + 120) >= u32(56)) {
        const pieces = sectors(start)
        return pos => within(pieces, pos)
      }
      const links = sectors(u32(60))
      const pieces = chain(start, n => u32(within(links, n * 4))).map(n => within(mini, n * MINI))
      return pos => within(pieces, pos, MINI)
    }
  }
  return () => Number.POSITIVE_INFINITY
}

function isWorkbook(name: Uint8Array): boolean {
  return /^(Workbook|Book)\0/.test(new TextDecoder('utf-16le').decode(name))
}
