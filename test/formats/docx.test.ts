// Filled Word papers, opened as zip and read as XML; the templates are the committed files.

import { readFileSync } from 'node:fs'
import PizZip from 'pizzip'
import { describe, expect, it } from 'vitest'
import { fillDocx, TemplateFault } from '../../src/formats/docx.ts'

const file = (name: string) =>
  readFileSync(new URL(`../../src/formats/templates/${name}.docx`, import.meta.url))
const recommendation = file('recommendation')
const results = file('results')

const part = (bytes: Uint8Array, name = 'word/document.xml') => new PizZip(bytes).file(name)?.asText() ?? ''
const plain = (xml: string) =>
  xml
    .replaceAll('</w:p>', '\n')
    .replace(/<w:br\/>/g, '\n')
    .replace(/<[^>]+>/g, '')
const footer = (bytes: Uint8Array) =>
  new PizZip(bytes)
    .file(/word\/footer\d*\.xml/)
    .map(f => f.asText())
    .join('')
const tagsIn = (bytes: Uint8Array) =>
  [...`${part(bytes)}${footer(bytes)}`.replace(/<[^>]+>/g, '').matchAll(/\{([^{}]+)\}/g)].map(m => m[1])

/** A template of one paragraph a line, made by hand in the smallest form Word accepts. */
function template(...paragraphs: string[]): Uint8Array {
  const ns = 'http://schemas.openxmlformats.org'
  const zip = new PizZip()
  zip.file(
    '[Content_Types].xml',
    `<Types xmlns="${ns}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
  )
  zip.file(
    '_rels/.rels',
    `<Relationships xmlns="${ns}/package/2006/relationships"><Relationship Id="rId1" Type="${ns}/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
  )
  const body = paragraphs.map(p => (p.startsWith('<') ? p : `<w:p><w:r><w:t>${p}</w:t></w:r></w:p>`)).join('')
  zip.file(
    'word/document.xml',
    `<w:document xmlns:w="${ns}/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
  )
  return zip.generate({ type: 'uint8array' })
}

const FORM = {
  title: '“北京市人力资源诚信服务示范单位”推荐表',
  agency_name: '北京甲公司',
  reasons: ['证照齐全', '无行政处罚'],
  opinion_label: '区县人力资源和社会保障局意见',
  opinion: '同意推荐',
  attachments: '附件：1.机构自评总结',
  footer_note: '一式三份',
  check_line: '校验码 7F3A',
}

describe('fillDocx', () => {
  it('fills text, loops, line breaks and characters that XML would take for its own', async () => {
    const filled = await fillDocx(template('{a}', '{#list}', '· {.}', '{/list}', '{b}'), {
      a: '<甲> & "乙"',
      list: ['一', '二'],
      b: '上\n下',
    })
    expect(part(filled.bytes)).toContain('&lt;甲&gt; &amp; ')
    expect(plain(part(filled.bytes))).toBe(
      '&lt;甲&gt; &amp; "乙"\n· 一\n· 二\n上\n下\n'.replace('"乙"', '&quot;乙&quot;'),
    )
    expect(filled.missing).toEqual([])
  })

  it('fills a tag that Word has split over several runs', async () => {
    const split =
      '<w:p><w:r><w:t>{agen</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>cy_na</w:t></w:r><w:r><w:t>me}</w:t></w:r></w:p>'
    expect(plain(part((await fillDocx(template(split), FORM)).bytes))).toBe('北京甲公司\n')
  })

  it('shows and lists what has no value, each tag once and in order; an empty text is a value', async () => {
    const { bytes, missing } = await fillDocx(
      template('{b}{a}{b}', '{#list}', '{x}', '{/list}', '{c}', '{d}'),
      { b: null, c: '', d: 0 },
    )
    expect(missing).toEqual(['b', 'a', 'list'])
    expect(plain(part(bytes))).toBe('【缺：b】【缺：a】【缺：b】\n\n0\n')
  })

  it('gives the same bytes for the same input, dated 1980', async () => {
    const a = await fillDocx(recommendation, FORM)
    const b = await fillDocx(recommendation, FORM)
    expect(Buffer.from(a.bytes).equals(Buffer.from(b.bytes))).toBe(true)
    const years = Object.values(new PizZip(a.bytes).files).map(f => f.date.getFullYear())
    expect(new Set(years)).toEqual(new Set([1980]))
    expect(part(a.bytes, 'docProps/core.xml')).not.toMatch(/20\d\d-/)
  })

  it.each([
    ['an unclosed loop', template('{#甲}', '{乙}'), [{ tag: '甲', kind: 'unclosed_loop' }]],
    ['a closing tag alone', template('{/甲}'), [{ tag: '甲', kind: 'unopened_loop' }]],
    ['an unclosed tag', template('{甲'), [{ tag: '甲', kind: 'unclosed_tag' }]],
    [
      'several faults',
      template('{#甲}', '{/乙}', '丙}'),
      expect.arrayContaining([expect.objectContaining({ kind: 'unopened_tag' })]),
    ],
    ['no zip', new Uint8Array(10), [{ tag: '', kind: 'not_a_template' }]],
    ['no Word file', new PizZip().file('a.txt', 'x').generate({ type: 'uint8array' }), expect.anything()],
  ])('throws TemplateFault for %s', async (_, bytes, faults) => {
    const error = await fillDocx(bytes, {}).catch((e: unknown) => e)
    expect(error).toBeInstanceOf(TemplateFault)
    expect((error as TemplateFault).faults).toEqual(faults)
    expect((error as TemplateFault).faults.length).toBeGreaterThan(0)
  })
})

describe('recommendation.docx', () => {
  it('is annex 3: a title and a table of three rows, seal and date in the last', async () => {
    const { bytes, missing } = await fillDocx(recommendation, FORM)
    const xml = part(bytes)
    expect(missing).toEqual([])
    expect(xml.match(/<w:tr[ >]/g)).toHaveLength(3)
    expect(xml.match(/<w:tc>/g)).toHaveLength(6)
    expect(
      plain(xml)
        .split('\n')
        .map(l => l.trim())
        .filter(l => l !== ''),
    ).toEqual([
      '“北京市人力资源诚信服务示范单位”推荐表',
      '推荐机构名称',
      '北京甲公司',
      '推荐理由',
      '证照齐全',
      '无行政处罚',
      '区县人力资源和社会保障局意见',
      '同意推荐',
      '（公章）',
      '年　　月　　日',
      '附件：1.机构自评总结',
    ])
    expect(plain(footer(bytes))).toBe('一式三份\n校验码 7F3A\n— PAGE —\n')
  })

  it('is A4 upright in the fonts of official papers, and has no tags but these', () => {
    const xml = part(recommendation)
    expect(xml).toMatch(/<w:pgSz[^>]*w:w="11906"[^>]*w:h="16838"/)
    for (const font of ['方正小标宋简体', '仿宋_GB2312', '黑体'])
      expect(xml).toContain(`w:eastAsia="${font}"`)
    expect(new Set(tagsIn(recommendation))).toEqual(
      new Set([
        'title',
        'agency_name',
        '#reasons',
        '.',
        '/reasons',
        'opinion_label',
        'opinion',
        'attachments',
        'footer_note',
        'check_line',
      ]),
    )
  })

  it('keeps a paragraph in every cell when there are no reasons, or Word calls the file damaged', async () => {
    const xml = part((await fillDocx(recommendation, { ...FORM, reasons: [] })).bytes)
    for (const cell of xml.match(/<w:tc>.*?<\/w:tc>/g) ?? []) expect(cell).toMatch(/<w:p[ >].*<\/w:tc>$/)
  })
})

describe('results.docx', () => {
  const rows = Array.from({ length: 22 }, (_, i) => ({
    category: '一、基本条件',
    indicator: `指标${i + 1}`,
    points: '5',
    r1: '4.5',
    r2: '4',
    r3: '—',
    score: '4.25',
    basis: '年检合格',
  }))
  const data = {
    ...FORM,
    agency_code: '91110105CXJG000159',
    district: '朝阳区',
    year: '2013',
    as_of: '2013-10-31',
    scheme: 'beijing-2013',
    rater1: '自评',
    rater2: '专家',
    rater3: '群众',
    rows,
    total: '77.75',
    grade: 'C',
    notes: ['注一', '注二'],
  }

  it('has a repeated header, one row an indicator, then total, notes and seal', async () => {
    const { bytes, missing } = await fillDocx(results, data)
    const xml = part(bytes)
    expect(missing).toEqual([])
    expect(xml.match(/<w:tr[ >]/g)).toHaveLength(24)
    expect(xml.match(/<w:tblHeader\/>/g)).toHaveLength(1)
    const lines = plain(xml)
      .split('\n')
      .map(l => l.trim())
      .filter(l => l !== '')
    expect(lines.slice(0, 13)).toEqual([
      FORM.title,
      '机构名称：北京甲公司',
      '统一社会信用代码（许可证号）：91110105CXJG000159',
      '推荐范围：朝阳区　　评估年度：2013　　截止日：2013-10-31',
      '评估方案：beijing-2013',
      '类别',
      '指标',
      '满分',
      '自评',
      '专家',
      '群众',
      '得分',
      '依据',
    ])
    expect(lines.slice(13, 21)).toEqual(['一、基本条件', '指标1', '5', '4.5', '4', '—', '4.25', '年检合格'])
    expect(lines.slice(-7)).toEqual([
      '总　分',
      '77.75',
      '等级：C',
      '注一',
      '注二',
      '评估单位（盖章）',
      '年　　月　　日',
    ])
  })
})
