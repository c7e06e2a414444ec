// What XML may be, and what Word would refuse to open.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { partTexts } from '../../src/formats/archive.ts'
import { isWellFormed } from '../../src/formats/well-formed.ts'

describe('well-formed XML', () => {
  it.each([
    '<a/>',
    '<a></a>',
    '<?xml version="1.0" encoding="UTF-8"?>\n<a b="1" c:d=\'2\'>text &amp; &#20013; &#x4E2D;<b/><![CDATA[<x>]]></a >\n',
    '\ufeff<a><!-- a - b --></a><!-- end -->',
    '<w:p><w:t xml:space="preserve"> > </w:t></w:p>',
    `${'<a>'.repeat(20_000)}${'</a>'.repeat(20_000)}`,
  ])('is %.60s', xml => expect(isWellFormed(xml)).toBe(true))

  it.each([
    '',
    'garbage<',
    'text',
    '<a>',
    '</a>',
    '<a></b>',
    '<a><b></a></b>',
    '<a/><b/>',
    '<a/>text',
    '<a>&nbsp;</a>',
    '<a>&#27;</a>',
    '<a b="&#x0;"/>',
    '<a>&#x110000;</a>',
    '<a>a & b</a>',
    '<a b="1" b="2"/>',
    '<a b=1/>',
    '<a b="<"/>',
    '<a b="&"/>',
    '<a b/>',
    '<a><!-- a -- b --></a>',
    '<a>\u0001</a>',
    '<a>\ud800</a>',
    '<a',
    '<a></a b="1">',
    '<a></a/>',
    '<![CDATA[x]]>',
    '< a/>',
  ])('is not %j', xml => expect(isWellFormed(xml)).toBe(false))

  it('is every part of every template that comes with the program', () => {
    const folder = join(import.meta.dirname, '../../src/formats/templates')
    const files = readdirSync(folder).filter(name => name.endsWith('.docx'))
    expect(files.length).toBeGreaterThan(10)
    for (const file of files)
      for (const [part, xml] of partTexts(readFileSync(join(folder, file)), /\.(xml|rels)$/))
        expect(isWellFormed(xml), `${file} ${part}`).toBe(true)
  })
})
