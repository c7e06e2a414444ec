// HTML papers: what is a text stays a text, and the page may load and run nothing.
import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { Html, html, htmlData, htmlPage } from '../../src/formats/html.ts'

const text = (bytes: Uint8Array) => new TextDecoder('utf-8', { fatal: true }).decode(bytes)

it('escapes what is put in, once, and takes its own markup as it is', () => {
  const cell = html`<td title="${'"\'>'}">${'<script>&amp;'}</td>`
  expect(cell.markup).toBe('<td title="&quot;&#39;&gt;">&lt;script&gt;&amp;amp;</td>')
  expect(html`<tr>${[cell, cell]}${3}</tr>`.markup).toBe(`<tr>${cell.markup}${cell.markup}3</tr>`)
})

it('no text opens a tag, an entity or an end of quote', () => {
  const nasty = fc.string({ unit: fc.constantFrom('<', '>', '&', '"', "'", '/', 'script', '甲', '-->') })
  fc.assert(
    fc.property(nasty, value => {
      const { markup } = html`${value}`
      expect(markup).not.toMatch(/[<>"']/)
      const back = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'", '&amp;': '&' } as Record<
        string,
        string
      >
      expect(markup.replace(/&[^;]+;/g, entity => back[entity]!)).toBe(value)
    }),
    { seed: 1 },
  )
})

it('a page forbids everything but its own style, and is the same bytes again', () => {
  const given = { title: '<甲>', style: 'td { color: red; }', body: new Html('<p>乙</p>') }
  const page = text(htmlPage(given))
  expect(text(htmlPage(given))).toBe(page)
  const digest = createHash('sha256')
    .update(/<style>(.*)<\/style>/s.exec(page)![1]!)
    .digest('base64')
  expect(/Content-Security-Policy" content="([^"]+)"/.exec(page)![1]).toBe(
    `default-src 'none'; style-src 'sha256-${digest}'; base-uri 'none'; form-action 'none'`,
  )
  expect(page).toContain('<title>&lt;甲&gt;</title>')
  expect(page).not.toMatch(/<(script|link|img|iframe)|https?:|url\(|@import/)
})

it('a page with a script allows that one alone', () => {
  const page = text(htmlPage({ title: '甲', style: '', body: new Html(''), script: "'use strict'" }))
  const digest = createHash('sha256')
    .update(/<script>(.*)<\/script>/s.exec(page)![1]!)
    .digest('base64')
  expect(/Content-Security-Policy" content="([^"]+)"/.exec(page)![1]).toContain(
    `; script-src 'sha256-${digest}'; base-uri 'none'`,
  )
})

it('data of a page cannot end their block, and come back as they were', () => {
  const nasty = fc.string({
    unit: fc.constantFrom('</script>', '<!--', '<', '>', '"', '\\', '\u2028', '\u2029', '甲'),
  })
  fc.assert(
    fc.property(fc.array(nasty), value => {
      const { markup } = htmlData('held', value)
      const [, inside = ''] = /^<script type="application\/json" id="held">(.*)<\/script>\n$/s.exec(markup)!
      expect(inside).not.toMatch(/[<\u2028\u2029]/)
      expect(JSON.parse(inside)).toEqual(value)
    }),
    { seed: 1 },
  )
})
