// The container check, with archives packed here; the limit is a parameter, so small ones do.

import PizZip from 'pizzip'
import { describe, expect, it } from 'vitest'
import { archiveFault, partNames, withoutParts } from '../../src/formats/archive.ts'

const pack = (parts: Record<string, string>, compression: 'DEFLATE' | 'STORE' = 'DEFLATE') => {
  const zip = new PizZip()
  for (const [name, content] of Object.entries(parts)) zip.file(name, content)
  return zip.generate({ type: 'uint8array', compression })
}

/** Changes one 32-bit number of every directory entry. */
const forge = (bytes: Uint8Array, field: number, value: number) => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let i = 0; i + 46 < bytes.length; i++) {
    if (view.getUint32(i, true) === 0x02014b50) view.setUint32(i + field, value, true)
  }
  return bytes
}

describe('archiveFault', () => {
  it.each(['DEFLATE', 'STORE'] as const)('lets a sound archive pass: %s', compression => {
    expect(archiveFault(pack({ 'a.xml': '<a/>', 'b.bin': 'x'.repeat(1000) }, compression), 2000)).toBeNull()
    expect(archiveFault(pack({ 'a.bin': 'x'.repeat(2000) }, compression), 2000)).toBeNull()
  })

  it('counts all parts together', () => {
    expect(archiveFault(pack({ a: 'x'.repeat(1500), b: 'x'.repeat(1500) }), 2000)).toEqual({
      kind: 'too-big',
      bytes: 3000,
    })
  })

  it.each(['DEFLATE', 'STORE'] as const)(
    'believes what comes out, not what the directory claims: %s',
    compression => {
      const bytes = forge(pack({ a: 'x'.repeat(5000) }, compression), 24, 10)
      expect(archiveFault(bytes, 2000)).toEqual({ kind: 'too-big', bytes: 2001 })
    },
  )

  it.each(['<!DOCTYPE a>', '<!ENTITY a "b">', '<?xml version="1.0"?>\n<!doctype a SYSTEM "x">'])(
    'finds %s',
    dtd => {
      expect(archiveFault(pack({ 'x/a.xml': `${dtd}<a/>` }), 2000)).toEqual({ kind: 'dtd', part: 'x/a.xml' })
    },
  )

  it('finds a DTD written in UTF-16', () => {
    const zip = new PizZip().file('a.xml', Buffer.from('\uFEFF<!DOCTYPE a>', 'utf16le'))
    expect(archiveFault(zip.generate({ type: 'uint8array' }), 2000)).toMatchObject({ kind: 'dtd' })
  })

  it.each([
    ['cut short', pack({ 'a.xml': '<a/>' }).subarray(0, 40)],
    ['no zip', new Uint8Array(100)],
    ['tiny', new Uint8Array(3)],
  ])('says cut: %s', (_, bytes) => {
    expect(archiveFault(bytes, 2000)).toEqual({ kind: 'cut' })
  })

  it.each([
    ['part elsewhere', forge(pack({ 'a.xml': '<a/>' }), 42, 90_000)],
    ['part longer than the file', forge(pack({ 'a.xml': '<a/>' }), 20, 90_000)],
    ['unknown packing', forge(pack({ 'a.xml': '<a/>' }), 8, 0x00630000)],
  ])('says damaged: %s', (_, bytes) => {
    expect(archiveFault(bytes, 2000)).toEqual({ kind: 'damaged', part: 'a.xml' })
  })

  it('leaves parts out by their names', () => {
    const bytes = pack({ 'xl/styles.xml': '1', c: '2' })
    const names = partNames(withoutParts(bytes, /styles\.xml$/))
    expect(names).not.toContain('xl/styles.xml')
    expect(names).toContain('c')
    expect(partNames(bytes)).toContain('xl/styles.xml')
  })

  it('lists the parts without unpacking', () => {
    expect(partNames(pack({ 'a/b.xml': '1', c: '2' }))).toEqual(expect.arrayContaining(['a/b.xml', 'c']))
    expect(partNames(new Uint8Array(3))).toBeNull()
  })
})
