// The year as a page in a real browser: it runs, asks for nothing, says the figures of the commands, and fits.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PartyRow, YearPage } from '../../src/formats/year-page/model.ts'
import { yearPage } from '../../src/formats/year-page/page.ts'
import { cityYear } from '../cli/city.ts'
import { data, done } from '../cli/run.ts'
import { browserThere, openFile, startBrowser } from './chromium.ts'

const SLOW = { timeout: 120_000 }
const there = browserThere()

let browser: Browser
let cwd: string
let file: string

describe.skipIf(!there)('the page in Chromium', () => {
  beforeAll(async () => {
    cwd = await cityYear()
    file = join(cwd, 'page.html')
    await done(cwd, 'report html -o page.html')
    browser = await startBrowser()
  }, 180_000)

  afterAll(async () => {
    await browser?.close()
  })

  it('opens from a file, says nothing, violates no policy and asks for nothing else', SLOW, async () => {
    const { page, said, asked } = await openFile(browser, file, { width: 1280 })
    expect(await page.locator('#unscripted').isVisible()).toBe(false)
    await page.locator('button.unfold').first().click()
    await page.locator('#search').fill('朝阳')
    await page.locator('nav a').last().click()
    await page.emulateMedia({ media: 'print' })
    expect(said).toEqual([])
    expect(asked.filter(url => url.split('#')[0] !== `file://${file}`)).toEqual([])
    await page.context().close()
  })

  it('is not wider than any screen, with all unfolded', SLOW, async () => {
    for (const width of [360, 768, 1280]) {
      const { page } = await openFile(browser, file, { width })
      await page.evaluate('document.querySelectorAll("details").forEach(d => { d.open = true })')
      await page.locator('button.unfold').first().click()
      expect(await page.evaluate('document.documentElement.scrollWidth'), String(width)).toBe(width)
      await page.context().close()
    }
  })

  it('lists whom evaluation show lists, in its order, with its totals and grades', SLOW, async () => {
    const { page } = await openFile(browser, file, { width: 1280 })
    const shown = await data<Shown[]>(cwd, 'evaluation show')
    const rows = await listed(page)
    expect(rows.map(({ code, total, grade }) => [code, total, grade])).toEqual(
      shown.map(r => [
        r.uscc ?? r.code,
        r.total ?? `${r.min_total}–${r.max_total}`,
        r.grade ??
          (r.grades.lowest === r.grades.highest ? '未定' : `未定（${r.grades.lowest}–${r.grades.highest}）`),
      ]),
    )
    expect(await page.locator('#shown').textContent()).toBe(`共 ${shown.length} 家`)
    await page.context().close()
  })

  it('finds by name, code and district, and filters by district and grade', SLOW, async () => {
    const { page } = await openFile(browser, file, { width: 768 })
    const shown = await data<Shown[]>(cwd, 'evaluation show')
    const one = shown.find(r => r.uscc !== null)!
    const { search, district, grade } = {
      search: page.getByLabel('查找名称、代码或推荐范围'),
      district: page.getByLabel('推荐范围', { exact: true }),
      grade: page.getByLabel('等级', { exact: true }),
    }
    for (const [words, wanted] of [
      [one.name, shown.filter(r => r.name.includes(one.name)).length],
      [one.uscc!.toLowerCase(), 1],
      ['海淀区 劳务', shown.filter(r => r.district_code === '110108' && r.name.includes('劳务')).length],
      ['查无此家', 0],
    ] as const) {
      await search.fill(words)
      expect(await page.locator('#parties tbody tr:visible').count(), words).toBe(wanted)
      expect(await page.locator('#nobody').isVisible()).toBe(wanted === 0)
    }
    await search.fill('')
    await district.selectOption('朝阳区')
    const there = shown.filter(r => r.district_code === '110105')
    expect(await page.locator('#parties tbody tr:visible').count()).toBe(there.length)
    await grade.selectOption('未定')
    const open = there.filter(r => r.grade === null)
    expect(await page.locator('#parties tbody tr:visible').count()).toBe(open.length)
    expect(await page.locator('#shown').textContent()).toBe(`显示 ${open.length} 家，共 ${shown.length} 家`)
    await page.context().close()
  })

  it(
    'sorts by a click and by the keyboard, says so, and leaves what is unknown at the end',
    SLOW,
    async () => {
      const { page } = await openFile(browser, file, { width: 1280 })
      const head = page.locator('#parties thead th').nth(3)
      const points = async () => (await listed(page)).map(r => Number.parseFloat(r.total))
      await head.getByRole('button').click()
      expect(await head.getAttribute('aria-sort')).toBe('descending')
      const down = await points()
      expect(down).toEqual([...down].sort((a, b) => b - a))
      await head.getByRole('button').press('Enter')
      expect(await head.getAttribute('aria-sort')).toBe('ascending')
      const up = await points()
      expect(up).toEqual([...up].sort((a, b) => a - b))
      const rank = page.locator('#parties thead th').first().getByRole('button')
      await rank.focus()
      await page.keyboard.press('Space')
      await page.keyboard.press('Space')
      expect(await head.getAttribute('aria-sort')).toBeNull()
      const ranks = (await listed(page)).map(r => r.rank)
      const known = ranks.filter(r => r !== '—').map(Number)
      expect(ranks.slice(known.length).every(r => r === '—')).toBe(true)
      expect(known).toEqual([...known].sort((a, b) => b - a))
      const grade = page.locator('#parties thead th').nth(4).getByRole('button')
      await grade.click()
      const grades = (await listed(page)).map(r => r.grade[0]!)
      expect(grades).toEqual([...grades].sort((a, b) => 'ABCD未'.indexOf(a) - 'ABCD未'.indexOf(b)))
      await page.context().close()
    },
  )

  it('unfolds an explanation with the figures of evaluation explain, and folds it again', SLOW, async () => {
    const { page } = await openFile(browser, file, { width: 1280 })
    const shown = await data<Shown[]>(cwd, 'evaluation show')
    for (const one of [shown[0]!, shown.find(r => r.total === null)!, shown.at(-1)!]) {
      const row = page.locator('#parties tbody tr').filter({ hasText: one.uscc ?? one.name })
      const button = row.getByRole('button')
      await button.click()
      expect(await button.getAttribute('aria-expanded')).toBe('true')
      const explained = await data<Explained>(cwd, ['evaluation', 'explain', one.uscc ?? one.name])
      const detail = page.locator(`#${await button.getAttribute('aria-controls')}`)
      const total = explained.total ?? `${explained.min_total}–${explained.max_total}`
      expect(await detail.textContent()).toContain(`总分 ${total}`)
      const inside = (kind: string) => detail.locator(`.indicator ${kind}`).allTextContents()
      const { indicators } = explained
      expect(await inside('.name')).toEqual(indicators.map(i => `${i.number}.${i.name}`))
      expect(await inside('.score')).toEqual(indicators.map(i => i.score ?? `${i.min}–${i.max}`))
      expect(await inside('.most')).toEqual(indicators.map(i => ` / ${i.points}`))
      const text = (await detail.textContent()) ?? ''
      for (const { rules, ratings } of indicators) {
        for (const { reason } of rules) expect(text).toContain(reason)
        for (const { mean } of ratings) if (mean !== null) expect(text).toContain(`均分 ${mean}`)
      }
      await button.click()
      expect(await button.getAttribute('aria-expanded')).toBe('false')
      expect(await page.locator('tr.detail').count()).toBe(0)
    }
    await page.context().close()
  })

  it('has every data table open on paper, and prints the list', SLOW, async () => {
    const { page, said } = await openFile(browser, file, { width: 1280 })
    const closed = page.locator('details table').first()
    expect(await closed.isVisible()).toBe(false)
    await page.emulateMedia({ media: 'print' })
    expect(await closed.isVisible()).toBe(true)
    expect(await page.locator('#controls').isVisible()).toBe(false)
    const pdf = await page.pdf({ preferCSSPageSize: true })
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
    // A4, and more sheets than the figures need: the list is there.
    const sheets = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g) ?? []
    expect(sheets.length).toBeGreaterThan(15)
    expect(pdf.toString('latin1')).toMatch(/MediaBox\s*\[0 0 59[45][.\d]* 84[12][.\d]*\]/)
    expect(await page.locator('details[open]').count()).toBe(0)
    expect(said).toEqual([])
    await page.context().close()
  })

  it('reads without scripts: every table, every agency, and a word on what does not work', SLOW, async () => {
    const { page } = await openFile(browser, file, { width: 360, scripts: false })
    expect(await page.getByText('浏览器没有运行脚本').isVisible()).toBe(true)
    expect(await page.locator('#controls').isVisible()).toBe(false)
    expect(await page.locator('#parties tbody tr').count()).toBe(420)
    await page.locator('summary').first().click()
    expect(await page.locator('details table').first().isVisible()).toBe(true)
    await page.context().close()
  })

  it(
    'can be read out: language, headings in order, a label at every control, a name at every picture',
    SLOW,
    async () => {
      const { page } = await openFile(browser, file, { width: 1280 })
      await page.locator('button.unfold').first().click()
      expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN')
      const levels = await page.evaluate<number[]>(
        '[...document.querySelectorAll("h1,h2,h3,h4")].map(h => Number(h.tagName[1]))',
      )
      expect(levels.filter(level => level === 1)).toHaveLength(1)
      for (const [i, level] of levels.entries()) expect(level - (levels[i - 1] ?? 0)).toBeLessThanOrEqual(1)
      expect(
        await page.evaluate(
          '[...document.querySelectorAll("input,select")].filter(c => c.labels.length === 0 || c.labels[0].textContent.trim() === "").length',
        ),
      ).toBe(0)
      expect(
        await page.evaluate(
          '[...document.querySelectorAll("svg[role=img]")].every(s => s.getAttribute("aria-label") && s.querySelector("title").textContent)',
        ),
      ).toBe(true)
      expect(await page.evaluate('[...document.querySelectorAll("th")].every(t => t.scope)')).toBe(true)
      const ids = await page.evaluate<string[]>('[...document.querySelectorAll("[id]")].map(e => e.id)')
      expect(new Set(ids).size).toBe(ids.length)
      await page.context().close()
    },
  )

  it('shows hostile texts as texts, wherever they stand', SLOW, async () => {
    const path = join(cwd, 'hostile.html')
    writeFileSync(path, yearPage(hostile()))
    for (const width of [360, 1280]) {
      const { page, said, asked } = await openFile(browser, path, { width })
      expect(await page.locator('h1').textContent()).toBe(NASTY[0])
      const names = page.locator('#parties .party')
      expect(await names.allTextContents()).toEqual(NASTY)
      for (const [i, name] of NASTY.entries()) {
        await page.locator('button.unfold').nth(i).click()
        const detail = page.locator(`#detail-${i}`)
        expect(await detail.locator('h3').textContent()).toBe(`逐项说明：${name}`)
        expect(await detail.locator('li').first().textContent()).toBe(name)
      }
      await page.getByLabel('查找名称、代码或推荐范围').fill('</script>')
      expect(await page.locator('#parties tbody tr:not(.detail):visible').count()).toBe(2)
      expect(await page.evaluate('window.hacked')).toBeUndefined()
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width)
      expect(said).toEqual([])
      expect(asked).toHaveLength(1)
      await page.context().close()
    }
  })
})

interface Shown {
  uscc: string | null
  code: string | null
  name: string
  district_code: string
  total: string | null
  min_total: string
  max_total: string
  grade: string | null
  grades: { lowest: string; highest: string }
}

interface Explained extends Pick<Shown, 'total' | 'min_total' | 'max_total'> {
  indicators: {
    number: number
    name: string
    points: string
    score: string | null
    min: string
    max: string
    rules: { reason: string }[]
    ratings: { mean: string | null }[]
  }[]
}

/** The rows of the list as they stand. */
function listed(page: Page): Promise<{ rank: string; code: string; total: string; grade: string }[]> {
  return page.evaluate(`[...document.querySelectorAll('#parties tbody tr')].map(row => ({
    rank: row.cells[0].textContent, code: row.querySelector('small')?.textContent ?? '',
    total: row.cells[3].textContent, grade: row.cells[4].textContent }))`)
}

const NASTY = [
  '<script>window.hacked = 1</script>',
  '</script><img src=x onerror="window.hacked = 1">',
  `"&'<!--<svg onload=alert(1)>`,
  'a\u2028b\u2029c',
  '{{constructor}}`$`',
  '长'.repeat(300),
  'W'.repeat(300),
]

function hostile(): YearPage {
  const rows = NASTY.map((name, i): PartyRow => {
    const lines = [{ tone: 'bad', text: name, below: [name] }]
    const indicator = { name, points: name, score: name, running: name, source: name, lines }
    const explanation = {
      head: [name],
      notices: [name],
      sections: [{ title: name, sum: name, indicators: [indicator] }],
    }
    const told = { district: name, total: '1.00', grade: name, gradeKey: name }
    return { rank: String(i + 1), name, code: `代码${i}`, ...told, explanation }
  })
  const table = { columns: NASTY.map(title => ({ title })), rows: [NASTY] }
  const plots: YearPage['sections'][number]['figures'][number]['plot'][] = [
    { is: 'bars', max: 1, rows: NASTY.map(label => ({ label, value: 1, text: '1' })) },
    {
      is: 'stacked',
      series: NASTY.map(name => ({ name })),
      rows: [{ label: NASTY[0]!, parts: NASTY.map(() => 1) }],
    },
    { is: 'columns', rows: NASTY.map(label => ({ label, count: 1 })) },
    { is: 'dots', series: NASTY.slice(0, 4), rows: [{ label: NASTY[2]!, values: [1, 2, 3, null] }] },
    {
      is: 'lines',
      max: 1,
      x: NASTY,
      series: [{ name: NASTY[1]!, values: NASTY.map(() => 1), texts: NASTY }],
    },
    null,
  ]
  return {
    title: NASTY[0]!,
    ...{ head: NASTY, notices: NASTY, footer: NASTY },
    cards: NASTY.map(text => ({ label: text, value: text, detail: text })),
    sections: [
      {
        id: 'one',
        title: NASTY[1]!,
        lead: NASTY,
        figures: plots.map(plot => ({ title: NASTY[1]!, note: NASTY[2]!, plot, table })),
      },
    ],
    list: {
      ...{ title: NASTY[0]!, lead: [], unit: '家', graded: true, districts: NASTY, grades: NASTY },
      ...{ rows, legend: NASTY[2]! },
    },
  }
}
