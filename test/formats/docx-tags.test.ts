// Restyled templates as Word and WPS save them, read and held against the fields of a paper: each fault by its code,
// with the field and the place.
import { describe, expect, it } from 'vitest'
import type { TemplateKind } from '../../src/domain/papers/field-shape.ts'
import { checkTags, kindOf } from '../../src/domain/papers/tags.ts'
import { TEMPLATES } from '../../src/domain/papers/templates.ts'
import { readWordFile, TEMPLATE_BYTES, type WordFile } from '../../src/formats/docx-tags.ts'
import { altered, p, relation, side, table, type WordParts, wordFile } from './word-file.ts'

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

/** Code, fault, tag or field, and what it should be: the way to write it, the rows around, the other end. */
const faults = (parts: WordParts, kind = KIND): string[] =>
  checkTags(read(parts), kind).map(({ code, params, value }) => {
    const { fault, field, on, other, within, write } = params as Record<string, string | undefined>
    const told = [code, fault, value ?? field].filter(part => part !== undefined).join(' ')
    const should = [on && `on ${on}`, other && `before /${other}`, within && `in ${within}`, write]
    return [told, ...should.filter(Boolean)].join(' → ')
  })

/** A paragraph with a text box in it. */
const box = (text: string) =>
  `<w:p><w:r><w:pict><w:txbxContent>${p(text)}</w:txbxContent></w:pict></w:r></w:p>`

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
    ...['>title', '!title', '&lt;title', '&amp;title', '-w:p title'].map(
      (inner): [string, string[], string[]] => {
        const name = inner.replace('&lt;', '<').replace('&amp;', '&')
        return [`another sign, ${name}`, [`{${inner}}`, ...SOUND], [`CX1402 sign {${name}}`]]
      },
    ),
    ['rows without an end', [...SOUND, '{#parts}', '{name}'], ['CX1403 unclosed {#parts}']],
    ['an end alone', ['{/parts}', ...SOUND], ['CX1403 unopened {/parts}']],
    [
      'ends that cross',
      [...SOUND, '{#has_rows}{#lines}{.}{/has_rows}{/lines}'],
      ['CX1403 crossed {#lines} → before /has_rows', 'CX1403 unopened {/lines}'],
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
    [
      'rows that end in another text box of the cell',
      [...SOUND, '{#parts}', table([box('{#rows}') + box('{score}{/rows}')]), '{/parts}'],
      ['CX1403 cells {#rows}'],
    ],
    [
      'rows inside themselves',
      ['{#parts}{#parts}{name}{/parts}{/parts}', ...SOUND],
      ['CX1403 inside {#parts}'],
    ],
    [
      'rows inside themselves with others between',
      ['{#parts}{#rows}{#parts}{#rows}{score}{/rows}{/parts}{/rows}{/parts}', ...SOUND],
      ['CX1403 inside {#parts}', 'CX1403 inside {#rows}'],
    ],
    [
      'texts inside themselves',
      ['{#lines}{#lines}{.}{/lines}{/lines}', ...SOUND],
      ['CX1403 inside {#lines}'],
    ],
    [
      'fields of rows where there are no rows',
      ['{^parts}{name}{/parts}', ...SOUND],
      ['CX1405 {name} → in parts'],
    ],
    ['a field outside its rows', ['{score}', ...SOUND], ['CX1405 {score} → in rows']],
    [
      'rows outside their rows',
      ['{#rows}{score}{/rows}', ...SOUND],
      ['CX1405 {#rows} → in parts', 'CX1405 {score} → in rows'],
    ],
    ['several texts as one', ['{lines}', ...SOUND], ['CX1406 {lines} → {#lines}{.}{/lines}']],
    ['rows as a text', ['{parts}', ...SOUND], ['CX1406 {parts} → {#parts}…{/parts}']],
    ['a part as a text', ['{has_rows}', ...SOUND], ['CX1406 {has_rows} → {#has_rows}…{/has_rows}']],
    ['a dot outside several texts', ['{.}', ...SOUND], ['CX1406 {.} → {#…}{.}{/…}']],
    [
      'a text as a part: it would leave a silent blank',
      ['{#contact}电话{contact}{/contact}', ...SOUND],
      ['CX1406 {#contact} → {contact}'],
    ],
    ['a required text missing', SOUND.slice(1), ['CX1404 title → {title}']],
    [
      'several texts without the dot',
      ['{title}', '{#lines}{/lines}', ...SOUND.slice(2)],
      ['CX1404 lines → {#lines}{.}{/lines}'],
    ],
    [
      'a required field only where there is nothing',
      ['{^has_rows}{title}{/has_rows}', ...SOUND.slice(1)],
      ['CX1404 title → {title}'],
    ],
    [
      'a required field outside its rows',
      ['{title}', '{#lines}{.}{/lines}', '{score}'],
      ['CX1405 {score} → in rows', 'CX1404 score → {#parts}…{#rows}…{score}…{/rows}…{/parts}'],
    ],
    [
      'several at once',
      ['{titel}', '{#parts}', '｛'],
      [
        'CX1402 full_width ｛',
        'CX1401 {titel}',
        'CX1403 unclosed {#parts}',
        'CX1404 title → {title}',
        'CX1404 lines → {#lines}{.}{/lines}',
        'CX1404 score → {#parts}…{#rows}…{score}…{/rows}…{/parts}',
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

  it('closes the inner one of two parts of one name', () => {
    const twice = ['{#has_rows}{#has_rows}甲{/has_rows}乙{/has_rows}', ...SOUND]
    expect(faults({ body: twice })).toEqual([])
  })

  it('takes rows inside other rows of the same name', () => {
    const kind: TemplateKind = {
      title: '',
      fields: { rows: { rows: { text: 'text' } } },
      required: ['rows.rows.text'],
    }
    expect(faults({ body: ['{#rows}{#rows}{text}{/rows}{/rows}'] }, kind)).toEqual([])
  })

  it('counts rows and parts as there once they begin', () => {
    const kind: TemplateKind = { ...KIND, required: ['has_rows', 'parts'] }
    expect(faults({ body: ['{#has_rows}{/has_rows}{#parts}{/parts}'] }, kind)).toEqual([])
    expect(faults({ body: ['{title}'] }, kind)).toEqual([
      'CX1404 has_rows → {#has_rows}…{/has_rows}',
      'CX1404 parts → {#parts}…{/parts}',
    ])
  })

  it('tells where: the part of the file and the text around; a part that is opened in one is closed in it', () => {
    const parts = {
      body: [...SOUND, '{#has_rows}'],
      header: ['{/has_rows}'],
      footer: ['经办人和联系电话一并写在这里：{titel}，不另行通知，以本表为准'],
    }
    const found = checkTags(read(parts), KIND).map(({ code, params }) => [
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
    const [near, far] = checkTags(read({ body: ['{contakt}', '{zzzzzz}', ...SOUND] }), KIND)
    expect([near!.params, far!.params]).toMatchObject([{ nearest: 'contact' }, { nearest: '' }])
  })

  it('reads text boxes, which stand in a paragraph and hold others, and decodes what XML writes otherwise', () => {
    const box = `<w:p><w:r><w:t>{ti</w:t></w:r><w:r><w:pict><w:txbxContent>${p('{contact}')}</w:txbxContent></w:pict></w:r><w:r><w:t>tle} &amp; &#65;&#x4E2d;</w:t></w:r><w:r><w:t/></w:r></w:p>`
    const word = read({ body: [box, ...SOUND.slice(1)] })
    const { texts } = word
    expect(texts[0]!.tags.slice(0, 2)).toMatchObject([
      { name: 'contact', inside: ['t1'] },
      { name: 'title', inside: [], at: { around: '{title} & A中' } },
    ])
    expect(checkTags(word, KIND)).toEqual([])
  })
})

describe('what is not printed', () => {
  const LACKING = ['CX1404 title → {title}']
  const rest = SOUND.slice(1)
  const run = (about: string, text: string) =>
    `<w:r><w:rPr>${about}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`
  const inP = (...inner: string[]) => `<w:p>${inner.join('')}</w:p>`

  it.each([
    ['hidden text', inP(run('<w:vanish/>', '{title}'))],
    ['hidden text, told in words', inP(run('<w:vanish w:val="true"/>', '{title}'))],
    ['a text of which the brace is hidden', inP(run('<w:vanish/>', '{'), run('', 'title}'))],
    [
      'a text box in a hidden run',
      inP(
        `<w:r><w:rPr><w:vanish/></w:rPr><w:pict><w:txbxContent>${p('{title}')}</w:txbxContent></w:pict></w:r>`,
      ),
    ],
    ['what was moved away', inP(`<w:moveFrom w:id="1">${run('', '{title}')}</w:moveFrom>`)],
    ['what was deleted', inP('<w:del w:id="1"><w:r><w:delText>{title}</w:delText></w:r></w:del>')],
    ['what was deleted, as a text', inP(`<w:del w:id="1">${run('', '{title}')}</w:del>`)],
    ['a comment of XML', `<w:p><!--${run('', '{title}')}--></w:p>`],
    ['what is quoted as a whole', '<w:p><w:r><w:t><![CDATA[{title}]]></w:t></w:r></w:p>'],
  ])('does not count: %s', (_, first) => {
    expect(faults({ body: [first, ...rest] })).toEqual(LACKING)
  })

  it.each([
    ['text that is no longer hidden', inP(run('<w:vanish w:val="0"/>', '{title}'))],
    [
      'text that was hidden before a change',
      inP(run('<w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange>', '{title}')),
    ],
    [
      'a paragraph of which only the mark is hidden',
      inP('<w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr>', run('', '{title}')),
    ],
    ['text behind hidden text', inP(run('<w:vanish/>', '甲'), run('', '{title}'))],
    ['what was moved here', inP(`<w:moveTo w:id="1">${run('', '{title}')}</w:moveTo>`)],
    [
      'text behind a mark that was deleted',
      inP('<w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr>', run('', '{title}')),
    ],
    ['text behind an empty paragraph', `<w:p/>${p('{title}')}`],
    ['what was added', inP(`<w:ins w:id="1">${run('', '{title}')}</w:ins>`)],
  ])('counts %s', (_, first) => {
    expect(faults({ body: [first, ...rest] })).toEqual([])
  })

  it('does not count a footer that no section asks for, but checks it: it is filled all the same', () => {
    const parts = { body: rest, more: { 'word/footer9.xml': side('ftr', '{title}{titel}') } }
    expect(faults(parts)).toEqual(['CX1401 {titel}', ...LACKING])
    const first = '<w:footerReference w:type="first" r:id="f9"/>'
    const asked = { ...parts, relations: relation('f9', 'footer', 'footer9.xml'), section: first }
    expect(faults(asked)).toEqual(['CX1401 {titel}', ...LACKING])
    expect(faults({ ...asked, section: `${first}<w:titlePg/>` })).toEqual(['CX1401 {titel}'])
    expect(faults({ ...asked, section: `${first}<w:titlePg w:val="false"/>` })).toEqual([
      'CX1401 {titel}',
      ...LACKING,
    ])
  })

  it('finds a footer by its name in either case, and one whose reference says no kind', () => {
    const parts = { body: rest, more: { 'word/footer9.xml': side('ftr', '{title}') } }
    const asked = { ...parts, section: '<w:footerReference r:id="f9"/>' }
    expect(faults({ ...asked, relations: relation('f9', 'footer', 'Footer9.xml') })).toEqual([])
    expect(faults({ ...asked, relations: relation('f9', 'footer', '/word/footer9.xml') })).toEqual([])
    expect(faults({ ...asked, relations: relation('f8', 'footer', 'footer9.xml') })).toEqual(LACKING)
  })

  it('takes a text that tells of no section as one', () => {
    const bare = altered(wordFile({ body: rest }), 'word/document.xml', xml =>
      xml.replace(/<w:sectPr>.*<\/w:sectPr>/, ''),
    )
    const file = readWordFile(bare, 't.docx')
    if ('fault' in file) throw new Error(file.fault)
    expect(file.pages).toEqual([{ section: 1, kind: 'default' }])
    expect(checkTags(file, KIND).map(({ code }) => code)).toEqual(['CX1404'])
  })

  it('does not count notes, and a second body beside the one that is opened', () => {
    const notes = (name: string) =>
      `<w:${name} xmlns:w="w"><w:footnote>${p('{title}{titel}')}</w:footnote></w:${name}>`
    for (const name of ['footnotes', 'endnotes'])
      expect(faults({ body: rest, more: { [`word/${name}.xml`]: notes(name) } })).toEqual([
        'CX1401 {titel}',
        ...LACKING,
      ])
    const decoy = `<w:document xmlns:w="w"><w:body>${p('{title}')}</w:body></w:document>`
    expect(faults({ body: rest, more: { 'word/document2.xml': decoy } })).toEqual(LACKING)
    const opened = `<Relationships>${relation('a', 'officeDocument', '/word/document2.xml')}</Relationships>`
    const other = `<w:document xmlns:w="w"><w:body>${SOUND.map(text => (text.startsWith('<w:') ? text : p(text))).join('')}</w:body></w:document>`
    expect(faults({ body: [], more: { '_rels/.rels': opened, 'word/document2.xml': other } })).toEqual([])
  })
})

describe('what every page says', () => {
  const kind: TemplateKind = {
    ...KIND,
    fields: { ...KIND.fields, check_line: 'text' },
    required: ['title', 'check_line'],
  }
  const settings = (inner: string) => ({
    relations: relation('s', 'settings', 'settings.xml'),
    more: { 'word/settings.xml': `<w:settings xmlns:w="w">${inner}</w:settings>` },
  })
  const footer = ['{check_line}']
  const on = (page: string) => [`CX1404 check_line → on ${page} → {check_line}`]

  it('is on pages with a footer of their own too', () => {
    const sound: WordParts = { body: ['{title}'], footer }
    expect(faults(sound, kind)).toEqual([])
    expect(faults({ body: ['{title}'], header: footer }, kind)).toEqual([])
    expect(faults({ ...sound, section: '<w:titlePg/>' }, kind)).toEqual(on('first'))
    expect(faults({ ...sound, ...settings('<w:evenAndOddHeaders/>') }, kind)).toEqual(on('even'))
    expect(faults({ ...sound, ...settings('<w:evenAndOddHeaders w:val="off"/>') }, kind)).toEqual([])
    const own = {
      section: '<w:footerReference w:type="first" r:id="f2"/><w:titlePg/>',
      relations: relation('f2', 'footer', 'footer2.xml'),
    }
    expect(faults({ ...sound, ...own, more: { 'word/footer2.xml': side('ftr', '首页') } }, kind)).toEqual(
      on('first'),
    )
    expect(
      faults({ ...sound, ...own, more: { 'word/footer2.xml': side('ftr', '{check_line}') } }, kind),
    ).toEqual([])
    // In the text itself it is on the paper, and another field on one kind of page is enough.
    expect(faults({ body: ['{title}{check_line}'], section: '<w:titlePg/>' }, kind)).toEqual([])
    const title = { body: [], footer: ['{title}{check_line}'], ...own }
    expect(faults({ ...title, more: { 'word/footer2.xml': side('ftr', '{check_line}') } }, kind)).toEqual([])
  })

  it('is in every section, of its own or that of the section before', () => {
    const second = (asked: string) => `<w:p><w:pPr><w:sectPr>${asked}</w:sectPr></w:pPr></w:p>`
    const own = {
      relations: relation('f2', 'footer', 'footer2.xml'),
      more: { 'word/footer2.xml': side('ftr', '第二节') },
    }
    const first = second('<w:footerReference w:type="default" r:id="footer"/>')
    const asks = '<w:footerReference w:type="default" r:id="f2"/>'
    expect(faults({ body: ['{title}', second('')], footer }, kind)).toEqual(on('default'))
    expect(faults({ body: ['{title}', first], footer }, kind)).toEqual([])
    expect(faults({ body: ['{title}', first], footer, ...own, section: asks }, kind)).toEqual(on('default'))
    // The last one asks for none: it has that of the first.
    const inherited = { ...own, more: { 'word/footer2.xml': side('ftr', '{check_line}') } }
    expect(faults({ body: ['{title}', second(asks)], ...inherited }, kind)).toEqual([])
    const before = `<w:sectPrChange><w:sectPr>${asks}<w:titlePg/></w:sectPr></w:sectPrChange>`
    expect(faults({ body: ['{title}', first], footer, ...own, section: before }, kind)).toEqual([])
    expect(read({ body: [first], section: '<w:titlePg/>' }).pages).toEqual([
      { section: 1, kind: 'default' },
      { section: 2, kind: 'default' },
      { section: 2, kind: 'first' },
    ])
  })
})

describe('kindOf', () => {
  it('takes of two papers the one with fewer fields that the file does not have', () => {
    const kind = (...names: string[]): TemplateKind => ({
      title: '',
      fields: Object.fromEntries(names.map(name => [name, 'text'])),
      required: [],
    })
    const kinds = { large: kind('name', 'phone', 'post'), small: kind('name', 'phone') }
    expect(kindOf(read({ body: ['{name}'] }).texts, kinds)).toBe('small')
  })

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

  const OUTSIDE = 'http://a.cn/x.png'
  const image = (attributes: string, element = 'Relationship') =>
    `<${element} Id="b" Type="http://x/image" Target="${OUTSIDE}" ${attributes}/>`

  it.each([
    ['as Word writes it', image('TargetMode="External"')],
    ['in single quotes', image('TargetMode = "External"').replaceAll('"', "'")],
    ['in numbers', image('TargetMode="&#69;xternal"')],
    ['in hexadecimal numbers', image('TargetMode="&#x45;xternal"')],
    ['with a prefix', image('TargetMode="External" xmlns:p="p"', 'p:Relationship')],
    ['behind a >', image('Other="a>b" TargetMode="External"')],
    ['in another mode than there is', image('TargetMode="external"')],
  ])('names what the file would fetch from outside, %s', (_, one) => {
    const part = 'word/_rels/settings.xml.rels'
    const relations = `<Relationships>${relation('a', 'footer', 'footer1.xml')}${one}</Relationships>`
    const { links } = read({ body: SOUND, more: { [part]: relations } })
    expect(links).toEqual([{ part, target: OUTSIDE }])
    const shouted = 'word/_RELS/settings.xml.RELS'
    expect(read({ body: SOUND, more: { [shouted]: relations } }).links).toEqual([
      { part: shouted, target: OUTSIDE },
    ])
  })

  it('names an object that lies elsewhere as something outside', () => {
    const far = relation('o', 'oleObject', OUTSIDE).replace('/>', ' TargetMode="External"/>')
    expect(read({ body: SOUND, relations: far }).links).toMatchObject([{ target: OUTSIDE }])
  })

  it('decodes where it would be fetched from', () => {
    const to = image('TargetMode="External"').replace(OUTSIDE, `${OUTSIDE}?a=1&amp;b=2`)
    expect(read({ body: SOUND, relations: to }).links).toMatchObject([{ target: `${OUTSIDE}?a=1&b=2` }])
  })

  it('names what old drawings show and open, and mail merge', () => {
    const pict = (inner: string) => `<w:p><w:r><w:pict>${inner}</w:pict></w:r></w:p>`
    const parts = {
      body: [
        pict(`<v:imagedata src="${OUTSIDE}"/>`),
        pict('<v:shape href="http://b.cn"/>'),
        pict('<v:shape o:href="http://c.cn"/>'),
        pict('<v:imagedata r:id="rId7" o:title="x" src=""/>'),
      ],
      more: {
        'word/settings.xml': '<w:settings xmlns:w="w"><w:mailMerge/></w:settings>',
        'customXml/item1.xml': '<a href="http://d.cn"/>',
      },
    }
    expect(read(parts).links.map(link => link.target)).toEqual([
      ...[OUTSIDE, 'http://b.cn', 'http://c.cn', 'mailMerge'],
    ])
  })

  const char = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`
  const told = (...cut: string[]) =>
    cut.map(text => `<w:r><w:instrText xml:space="preserve">${text}</w:instrText></w:r>`).join('')
  const field = (...cut: string[]) =>
    `<w:p>${char('begin')}${told(...cut)}${char('separate')}<w:r><w:t>1</w:t></w:r>${char('end')}</w:p>`

  it.each([
    [
      'a picture',
      field(' INCLUDEPICTURE "http://a.cn/x.png" \\d '),
      ['INCLUDEPICTURE "http://a.cn/x.png" \\d'],
    ],
    ['a text, cut into runs', field(' INCLU', 'DETEXT "x" '), ['INCLUDETEXT "x"']],
    ['a program', field('DDEAUTO c:\\a.exe'), ['DDEAUTO c:\\a.exe']],
    ['a link', field('HYPERLINK "http://a.cn"'), ['HYPERLINK "http://a.cn"']],
    ['the day', field('DATE \\@ "yyyy"'), ['DATE \\@ "yyyy"']],
    [
      'a simple one',
      '<w:p><w:fldSimple w:instr="IncludePicture &quot;x&quot;"/></w:p>',
      ['IncludePicture "x"'],
    ],
    [
      'one in another',
      field('PAGE ').replace(char('separate'), `${field('QUOTE "a"').slice(5, -6)}${char('separate')}`),
      ['QUOTE "a"'],
    ],
    [
      'one that another makes',
      field('').replace(char('separate'), `${field('PAGE').slice(5, -6)}${char('separate')}`),
      [''],
    ],
    ['one without a result', `<w:p>${char('begin')}${told('DATE')}${char('end')}</w:p>`, ['DATE']],
    ['one without an end', `<w:p>${char('begin')}${told('DATE')}</w:p>`, ['DATE']],
    ['one without a beginning', `<w:p>${told('DATE')}</w:p>`, ['DATE']],
    ['one that is quoted as a whole', field('<![CDATA[DATE]]>'), ['DATE']],
    ['one that was deleted', field('DATE').replaceAll('instrText', 'delInstrText'), ['DATE']],
    ['one under another prefix', field('DATE').replaceAll('w:instrText', 'x:instrText'), ['DATE']],
  ])('names fields of Word that fetch, run or change: %s', (_, body, fields) => {
    for (const parts of [{ body: [body] }, { body: [], footer: [body] }])
      expect(read(parts).wordFields.map(one => one.field)).toEqual(fields)
  })

  it('takes the fields that number pages', () => {
    const body = ['PAGE', ' page  \\* MERGEFORMAT ', 'NUMPAGES', 'SECTION', 'SECTIONPAGES', 'EQ \\o(中,○)']
    expect(read({ body: body.map(text => field(text)) }).wordFields).toEqual([])
    expect(read({ body: ['<w:p><w:fldSimple w:instr=" PAGE "/></w:p>'] }).wordFields).toEqual([])
  })

  const override = (part: string, type: string) => `<Override PartName="/${part}" ContentType="${type}"/>`
  it.each<[string, Partial<WordParts>, [string, string]]>([
    ['an object', { more: { 'word/embeddings/o1.bin': 'x' } }, ['embedded', 'word/embeddings/o1.bin']],
    ['a control', { more: { 'word/activeX/a1.xml': '<a/>' } }, ['embedded', 'word/activeX/a1.xml']],
    [
      'an object elsewhere',
      { relations: relation('o', 'oleObject', 'media/o.bin') },
      ['embedded', 'word/media/o.bin'],
    ],
    ['a page of the web', { relations: relation('o', 'aFChunk', '/word/a.htm') }, ['embedded', 'word/a.htm']],
    [
      'an object by its type',
      { types: override('word/o.bin', 'application/vnd.openxmlformats-officedocument.oleObject') },
      ['embedded', 'word/o.bin'],
    ],
    [
      'a text that is not called one',
      {
        types: override(
          'word/h.dat',
          'application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml',
        ),
      },
      ['embedded', 'word/h.dat'],
    ],
    [
      'macros under another name',
      { types: override('word/a.bin', 'application/vnd.ms-office.vbaProject') },
      ['macros', ''],
    ],
    [
      'macros in numbers',
      { types: override('word/a.bin', 'application/vnd.ms-office.&#118;baProject') },
      ['macros', ''],
    ],
    ['macros by a relation', { relations: relation('m', 'vbaProject', 'a.bin') }, ['macros', '']],
    ['a part twice', { more: { 'word/Document.xml': '<a/>' } }, ['damaged', 'word/Document.xml']],
  ])('refuses %s', (_, parts, expected) => {
    expect(fault(wordFile({ body: SOUND, ...parts }))).toEqual(expected)
  })
})
