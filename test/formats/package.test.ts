// The container: what was packed comes out again, and one byte that changed, one that is missing, a part of a strange name
// are noticed, wherever they are.

import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openParts, packParts } from '../../src/formats/package.ts'
import { zipOf } from '../../src/formats/zip-stable.ts'
import { fileName } from '../../src/work/papers/paper.ts'

const LIMIT = 1_000_000
const bytesOf = (text: string) => new TextEncoder().encode(text)
const parts = [
  { name: 'manifest.json', bytes: bytesOf('{"parts": []}\n') },
  { name: 'data/records.json', bytes: bytesOf(JSON.stringify(Array.from({ length: 300 }, (_, i) => i * 7))) },
  {
    name: 'papers/推荐表-110105-朝阳区-01-北京样例（集团）公司.docx',
    bytes: Uint8Array.from({ length: 900 }, (_, i) => (i * 37) % 251),
  },
]
const whole = packParts(parts)

/** Numbers that look random and are the same in every run. */
function* numbers(seed: number): Generator<number> {
  for (let state = seed; ; ) {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    yield state
  }
}

const kindOf = (bytes: Uint8Array, limit = LIMIT) => {
  const found = openParts(bytes, limit)
  return 'fault' in found ? found.fault.kind : 'whole'
}

describe('a package', () => {
  it('is the same bytes for the same parts, and gives them back', () => {
    expect(packParts(parts)).toEqual(whole)
    const found = openParts(whole, LIMIT)
    expect(
      'parts' in found && [...found.parts].map(([name, bytes]) => ({ name, bytes: Uint8Array.from(bytes) })),
    ).toEqual(parts)
  })

  it('is refused when any byte of it changed', () => {
    const random = numbers(20131105)
    const positions = new Set<number>()
    while (positions.size < Math.min(200, whole.length)) positions.add(random.next().value! % whole.length)
    const passed = [...positions].filter(at => {
      const changed = Uint8Array.from(whole)
      changed[at]! ^= 1 + (random.next().value! % 255)
      return kindOf(changed) === 'whole'
    })
    expect(passed).toEqual([])
  })

  it('is refused when its end is missing, wherever it was cut', () => {
    const kinds = Array.from({ length: 20 }, (_, i) =>
      kindOf(whole.subarray(0, Math.floor((whole.length * i) / 20))),
    )
    expect(kinds).not.toContain('whole')
    expect(kindOf(whole.subarray(0, whole.length - 1))).not.toBe('whole')
  })

  it('is refused with something before, behind or between', () => {
    expect(kindOf(Uint8Array.from([0, ...whole]))).toBe('foreign')
    expect(kindOf(Uint8Array.from([...whole, 0]))).not.toBe('whole')
    expect(kindOf(Uint8Array.from([...whole.subarray(0, 500), 65, ...whole.subarray(500)]))).not.toBe('whole')
  })

  it('is no zip of somebody else’s, also with a comment as long', () => {
    expect(kindOf(zipOf(parts, ''))).toBe('altered')
    expect(kindOf(zipOf(parts, 'a'.repeat(64)))).toBe('altered')
    expect(kindOf(bytesOf('no package'))).toBe('foreign')
    expect(kindOf(new Uint8Array())).toBe('foreign')
  })

  it.each([
    '../evil.json',
    '/etc/passwd',
    'data/../../x',
    'a/b/c.json',
    'C:\\x.json',
    'data\\x.json',
    'data/.hidden',
    'x\u202Egpj.json',
    'a\u0000b',
    'papers/..',
    'papers/',
    '..',
    'papers/a/../../b',
    'papers//b',
    'papers/c:b',
    'papers/a\u2066b',
    'papers/a\u200Fb',
    'papers/a\u0085b',
    'papers/a\u2028b',
    'papers/a.docx.',
    'papers/a.docx ',
    `papers/${'长'.repeat(501)}`,
  ])('has no part called %j', name => {
    expect(kindOf(packParts([...parts, { name, bytes: bytesOf('x') }]))).toBe('name')
  })

  it.each([
    ['data/A.json', 'data/a.json'],
    ['papers/\u00e9.docx', 'papers/e\u0301.docx'],
  ])('has no two parts that some disks hold for one: %j, %j', (one, other) => {
    const bytes = bytesOf('x')
    expect(kindOf(packParts([{ name: one, bytes }]))).toBe('whole')
    expect(kindOf(packParts([{ name: other, bytes }]))).toBe('whole')
    const both = [one, other].map(name => ({ name, bytes }))
    expect(kindOf(packParts(both))).toBe('twice')
  })

  it('has parts of every name that a paper may get', () => {
    const odd = fc.constantFrom(
      ...'“”‘’—：《》【】#！!~@$%^=+;·•°…、。（）()[]{}𠮷𪚥😀👨‍👩‍👧é.. \t\u202E\u2067\u0000/\\:*?"<>|',
    )
    const piece = fc.array(
      fc.oneof(odd, fc.string({ unit: 'binary', maxLength: 9 }), fc.string({ unit: 'grapheme' })),
      {
        maxLength: 30,
      },
    )
    const names = fc.array(
      piece.map(all => all.join('')),
      { minLength: 1, maxLength: 5 },
    )
    fc.assert(
      fc.property(names, all => {
        const name = `papers/${fileName(['推荐表', ...all], 'docx')}`
        const found = openParts(packParts([{ name, bytes: bytesOf('x') }]), LIMIT)
        expect('parts' in found && [...found.parts.keys()]).toEqual([name])
      }),
      { seed: 7, numRuns: 1000 },
    )
  })

  it('has no part twice', () => {
    const sealed = packParts([
      { name: 'data/a.json', bytes: bytesOf('1') },
      { name: 'data/b.json', bytes: bytesOf('2') },
    ])
    const text = Buffer.from(sealed.subarray(0, -64))
      .toString('latin1')
      .replaceAll('data/b.json', 'data/a.json')
    const renamed = Buffer.from(text, 'latin1')
    const digest = createHash('sha256').update(renamed).digest('hex')
    expect(kindOf(Buffer.concat([renamed, Buffer.from(digest)]))).toBe('twice')
  })

  it('is not unpacked beyond the limit', () => {
    const bomb = packParts([{ name: 'data/zeros.json', bytes: new Uint8Array(500_000) }])
    expect(bomb.length).toBeLessThan(2000)
    expect(kindOf(bomb, 100_000)).toBe('too-big')
    expect(kindOf(bomb, 500_000)).toBe('whole')
  })
})
