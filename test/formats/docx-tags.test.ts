// Restyled templates as Word and WPS save them, read and held against the fields of a paper: each fault by its code,
// with the field and the place.
import { describe, expect, it } from 'vitest'
import type { TemplateKind } from '../../src/domain/papers/field-shape.ts'
import { checkTags, kindOf } from '../../src/domain/papers/tags.ts'
import { TEMPLATES } from '../../src/domain/papers/templates.ts'
import { readWordFile, TEMPLATE_BYTES, type WordFile } from '../../src/formats/docx-tags.ts'
import { p, table, type WordParts, wordFile } from './word-file.ts'

const KIND: TemplateKind = {
  title: '样例表',
  fields: {
    title: 'text',
    contact: 'maybe',
    lines: 'texts',
    has_rows: 'flag',
    parts: { name: 'text', rows: { score: 'text', basis: 'text' } },
  },
  required: ['title', 'lines', 'parts.rows.score'],
}

const SOUND = [
  '{title}',
  '{#lines}{.}{/lines}',
  '{#has_rows}',
  '{#parts}',
  '{name}',
  table(['{#rows}{score}', '{basis}{/rows}']),
  '{/parts}',
  '{/has_rows}',
  '{^has_rows}没有{/has_rows}',
]

const read = (parts: WordParts): WordFile => {
  const file = readWordFile(wordFile(parts), 't.docx')
  if ('fault' in file) throw new Error(file.fault)
  return file
}

/** Code, fault, tag or field, as far as a problem has them. */
const faults = (parts: WordParts): string[] =>
  checkTags(read(parts).texts, KIND).map(({ code, params, value }) => {
    const { fault, field } = params as { fault?: string; field?: string }
    return [code, fault, value ?? field].filter(part => part !== undefined).join(' ')
  })

describe('checkTags', () => {
  it('finds nothing in a sound template, in the body or in header and footer', () => {
    expect(faults({ body: SOUND })).toEqual([])
    expect(faults({ body: [], header: ['{title}'], footer: SOUND.slice(1) })).toEqual([])
  })

  it('reads a tag that Word cut into runs, with what it puts between them', () => {
    const body = [
      p('{ti', 't', 'le}'),
      p('{', '#lines', '}'),
      p('{', '.', '}'),
      p('{/li', 'nes}'),
      ...SOUND.slice(2),
    ]
    expect(faults({ body })).toEqual([])
  })

  const cases: [string, string[], string[]][] = [
    ['an unknown field', ['{titel}', ...SOUND], ['CX1401 {titel}']],
    ['a name with spaces', ['{ title }', ...SOUND], ['CX1401 { title }']],
    ['an open brace', ['报送{title', ...SOUND], ['CX1402 unclosed {title']],
    ['a tag over two paragraphs', ['{tit', 'le}', ...SOUND], ['CX1402 unclosed {tit', 'CX1402 unopened }']],
    ['a closing brace alone', ['报送}', ...SOUND], ['CX1402 unopened }']],
    ['full-width braces', ['｛title｝', ...SOUND], ['CX1402 full_width ｛', 'CX1402 full_width ｝']],
    ['double braces', ['{{title}}', ...SOUND], ['CX1402 unclosed {', 'CX1402 unopened }']],
    ['empty braces', ['{ }', ...SOUND], ['CX1402 empty { }']],
    ['raw XML', ['{@title}', ...SOUND], ['CX1402 sign {@title}']],
    ['other delimiters', ['{=[[ ]]=}', ...SOUND], ['CX1402 sign {=[[ ]]=}']],
    ['rows without an end', [...SOUND, '{#parts}', '{name}'], ['CX1403 unclosed {#parts}']],
    ['an end alone', ['{/parts}', ...SOUND], ['CX1403 unopened {/parts}']],
    [
      'ends that cross',
      [...SOUND, '{#has_rows}{#lines}{.}{/has_rows}{/lines}'],
      ['CX1403 crossed {#lines}', 'CX1403 unopened {/lines}'],
    ],
    [
      'rows that end outside their table',
      [...SOUND, '{#parts}', table(['{#rows}{score}', '甲']), '{/rows}', '{/parts}'],
      ['CX1403 cells {#rows}'],
    ],
    [
      'rows that end in another table',
      [...SOUND, '{#parts}', table(['{#rows}{score}']), table(['{basis}{/rows}']), '{/parts}'],
      ['CX1403 cells {#rows}'],
    ],
    [
      'rows that end in a table inside the cell',
      [...SOUND, '{#parts}', table([`${p('{#rows}')}${table(['{score}{/rows}'])}`]), '{/parts}'],
      ['CX1403 cells {#rows}'],
    ],
    ['a field outside its rows', ['{score}', ...SOUND], ['CX1405 {score}']],
    ['rows outside their rows', ['{#rows}{score}{/rows}', ...SOUND], ['CX1405 {#rows}', 'CX1405 {score}']],
    ['several texts as one', ['{lines}', ...SOUND], ['CX1406 {lines}']],
    ['rows as a text', ['{parts}', ...SOUND], ['CX1406 {parts}']],
    ['a part as a text', ['{has_rows}', ...SOUND], ['CX1406 {has_rows}']],
    ['a dot outside several texts', ['{.}', ...SOUND], ['CX1406 {.}']],
    [
      'a text as a part: it would leave a silent blank',
      ['{#contact}电话{contact}{/contact}', ...SOUND],
      ['CX1406 {#contact}'],
    ],
    ['a required text missing', SOUND.slice(1), ['CX1404 title']],
    ['several texts without the dot', ['{title}', '{#lines}{/lines}', ...SOUND.slice(2)], ['CX1404 lines']],
    [
      'a required field only where there is nothing',
      ['{^has_rows}{title}{/has_rows}', ...SOUND.slice(1)],
      ['CX1404 title'],
    ],
    [
      'a required field outside its rows',
      ['{title}', '{#lines}{.}{/lines}', '{score}'],
      ['CX1405 {score}', 'CX1404 score'],
    ],
    [
      'several at once',
      ['{titel}', '{#parts}', '｛'],
      [
        'CX1402 full_width ｛',
        'CX1401 {titel}',
        'CX1403 unclosed {#parts}',
        'CX1404 title',
        'CX1404 lines',
        'CX1404 score',
      ],
    ],
  ]
  it.each(cases)('finds %s', (_, body, expected) => {
    expect(faults({ body })).toEqual(expected)
  })

  it('takes rows over cells of one row, over rows of one table, in one cell; `{/}` ends the last', () => {
    const rows = [
      [table(['{#rows}{score}', '甲', '{basis}{/rows}'])],
      [table(['{#rows}{score}'], ['{basis}'], ['{/rows}'])],
      [table([`${p('{#rows}')}${p('{score}')}${p('{/rows}')}`])],
      ['{#rows}{score}{/}'],
    ]
    for (const inner of rows)
      expect(faults({ body: ['{title}', '{#lines}{.}{/}', '{#parts}', ...inner, '{/parts}'] })).toEqual([])
  })

  it('tells where: the part of the file and the text around; a part that is opened in one is closed in it', () => {
    const parts = {
      body: [...SOUND, '{#has_rows}'],
      header: ['{/has_rows}'],
      footer: ['经办人和联系电话一并写在这里：{titel}，不另行通知，以本表为准'],
    }
    const found = checkTags(read(parts).texts, KIND).map(({ code, params }) => [
      code,
      (params as { at: unknown }).at,
    ])
    expect(found).toEqual([
      ['CX1403', { part: 'body', around: '{#has_rows}' }],
      ['CX1401', { part: 'footer', around: '…和联系电话一并写在这里：{titel}，不另行通知，以本表为准' }],
      ['CX1403', { part: 'header', around: '{/has_rows}' }],
    ])
  })

  it('offers the nearest field, or none', () => {
    const [near, far] = checkTags(read({ body: ['{contakt}', '{zzzzzz}', ...SOUND] }).texts, KIND)
    expect([near!.params, far!.params]).toMatchObject([{ nearest: 'contact' }, { nearest: '' }])
  })

  it('reads text boxes, which stand in a paragraph and hold others, and decodes what XML writes otherwise', () => {
    const box = `<w:p><w:r><w:t>{ti</w:t></w:r><w:r><w:pict><w:txbxContent>${p('{contact}')}</w:txbxContent></w:pict></w:r><w:r><w:t>tle} &amp; &#65;</w:t></w:r><w:r><w:t/></w:r></w:p>`
    const { texts } = read({ body: [box, ...SOUND.slice(1)] })
    expect(texts[0]!.tags.slice(0, 2)).toMatchObject([
      { name: 'contact', inside: ['t1'] },
      { name: 'title', inside: [], at: { around: '{title} & A' } },
    ])
    expect(checkTags(texts, KIND)).toEqual([])
  })
})

describe('kindOf', () => {
  it('tells the paper by its fields, also of a faulty template; none of a file without any', () => {
    const of = (...body: string[]) => kindOf(read({ body }).texts, TEMPLATES)
    expect(of('{agency_name}{#reasons}{.}{/reasons}{opinion_label}{check_lin}')).toBe('recommendation')
    expect(of('{#items}{id}{nam}{/items}{officers}{batch}')).toBe('inspection')
    expect(of('{甲}{乙}', '没有字段')).toBeNull()
  })
})

describe('readWordFile', () => {
  const fault = (bytes: Uint8Array, file = 't.docx') => {
    const read = readWordFile(bytes, file)
    return 'fault' in read ? [read.fault, read.detail] : null
  }
  const sound = wordFile({ body: SOUND })
  const ole = (more: string) =>
    Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600), Buffer.from(more, 'utf16le')])
  const type = (name: string) =>
    `application/vnd.openxmlformats-officedocument.wordprocessingml.${name}.main+xml`

  it.each([
    ['the format of old Word', ole('WordDocument'), 'a.doc', ['old_word', '.doc']],
    ['the format of WPS', ole('WpsDocument'), 'a.wps', ['old_word', '.wps']],
    ['a file with a password', ole('EncryptedPackage'), 'a.docx', ['encrypted', '']],
    ['a text', Buffer.from('{title}'), 'a.docx', ['not_word', '']],
    ['an empty file', Buffer.alloc(0), 'a.docx', ['not_word', '']],
    ['a workbook', wordFile({ body: [], type: 'application/x-sheet' }), 'a.docx', ['not_word', '']],
    ['a Word template', wordFile({ body: SOUND, type: type('template') }), 'a.dotx', ['dotx', '']],
    [
      'macros by their type',
      wordFile({ body: SOUND, type: 'application/vnd.ms-word.document.macroEnabled.main+xml' }),
      'a.docm',
      ['macros', ''],
    ],
    [
      'macros by their part',
      wordFile({ body: SOUND, more: { 'word/vbaProject.bin': 'x' } }),
      'a.docx',
      ['macros', 'word/vbaProject.bin'],
    ],
    ['a cut file', sound.subarray(0, sound.length - 100), 'a.docx', ['damaged', '']],
    [
      'a document type declaration',
      wordFile({ body: SOUND, more: { 'word/footer1.xml': '<!DOCTYPE x [<!ENTITY a "b">]><w:ftr/>' } }),
      'a.docx',
      ['dtd', 'word/footer1.xml'],
    ],
    ['more bytes than any form needs', new Uint8Array(TEMPLATE_BYTES + 1), 'a.docx', ['too_big', '']],
    [
      'what unpacks to very much',
      wordFile({ body: SOUND, more: { 'word/media/a.bin': '0'.repeat(51 * 1024 * 1024) } }),
      'a.docx',
      ['too_big', ''],
    ],
  ])('refuses %s', (_, bytes, file, expected) => {
    expect(fault(bytes, file)).toEqual(expected)
  })

  it('names what the file would fetch from outside', () => {
    const relations = `<Relationships><Relationship Id="a" Type="t" Target="footer1.xml"/><Relationship Id="b" Type="attachedTemplate" TargetMode="External" Target="http://a.cn/x.dotm?a=1&amp;b=2"/></Relationships>`
    const { links } = read({ body: SOUND, more: { 'word/_rels/settings.xml.rels': relations } })
    expect(links).toEqual([{ part: 'word/_rels/settings.xml.rels', target: 'http://a.cn/x.dotm?a=1&b=2' }])
  })
})
