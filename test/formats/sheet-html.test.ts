// A table as a page: every text as it is, nothing that loads or runs, as wide as its workbook.
import { expect, it } from 'vitest'
import { sheetPage } from '../../src/formats/sheet-html.ts'

const text = (out: Parameters<typeof sheetPage>[0]) => new TextDecoder().decode(sheetPage(out))

it('shows title, rows, totals and notes, with markup in texts escaped', () => {
  const page = text({
    name: '表',
    title: '甲<乙>',
    subtitle: '2013年度',
    columns: [
      { header: '名称', type: 'text', width: 30 },
      { header: '得分', type: 'decimal', width: 10 },
      { header: '日期', type: 'date', width: 10 },
    ],
    rows: [
      ['<script>a</script>', '77.75', '2013-10-31'],
      ['二\n行', null, null],
    ],
    totals: ['合计', 2, null],
    notes: ['注 & 释', ''],
    landscape: true,
  })
  expect(page).toContain('<h1>甲&lt;乙&gt;</h1>')
  expect(page).toContain(
    '<td class="left">&lt;script&gt;a&lt;/script&gt;</td><td class="right">77.75</td><td class="center">2013-10-31</td>',
  )
  expect(page).toContain('<tr class="totals"><td class="left">合计</td><td class="right">2</td>')
  expect(page).toContain('<p>注 &amp; 释</p>')
  expect(page).toContain('<colgroup><col width="60%"><col width="20%"><col width="20%"></colgroup>')
  expect(page).toContain('size: A4 landscape')
  expect(page).toContain('<td class="left">二\n行</td>')
  expect(page).not.toMatch(/<script|undefined|null/)
})

it('without a title has its name, upright, in a type that can be read however wide it is', () => {
  const wide = text({
    name: '名录',
    columns: Array.from({ length: 40 }, (_, i) => ({ header: `列${i}`, type: 'text' as const })),
    rows: [],
  })
  expect(wide).toContain('<h1>名录</h1>')
  expect(wide).toContain('size: A4 portrait')
  expect(wide).toContain('font-size: 6.5pt')
})

it('of one page is printed in a type in which all of its rows and notes fit; a long list runs on', () => {
  const sized = (rows: number, onePage: boolean) => {
    const page = text({
      name: '分配表',
      columns: ['范围', '名额', '备注'].map(header => ({ header, type: 'text' as const, width: 20 })),
      rows: Array.from({ length: rows }, (_, i) => [`第${i}区`, String(i), '']),
      notes: ['备注：一', '二', '三'],
      landscape: true,
      onePage,
    })
    return Number(/font-size: ([\d.]+)pt/.exec(page)![1])
  }
  // On 174 millimeters of A4 lying down a row takes 1.85 of the type's size and a rule.
  expect([sized(5, true), sized(40, false)]).toEqual([11, 11])
  const size = sized(20, true)
  expect(size).toBeLessThan(11)
  expect(size).toBeGreaterThan(8)
  expect(21 * 1.85 * size).toBeLessThan(174 * 2.835)
  expect(sized(60, true)).toBe(6.5)
})
