// The files of the fictional city taken one by one: encodings, unique and valid codes, ratings within
// their limits, dates in order, and every promised kind of record present.

import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import readXlsxFile from 'read-excel-file/node'
import { describe, expect, it } from 'vitest'
import { type Row, readTable } from './calculator.ts'

const root = join(import.meta.dirname, '..', '..', 'samples')
const city = (name: string): Row[] => readTable(join(root, 'city', `${name}.csv`))
const roster = city('roster')
const complaints = city('complaints')
const penalties = city('penalties')
const inspection = city('inspection')
const scores = city('scores')

const column = (rows: Row[], header: string): string[] => rows.map(row => row[header]!)
const filled = (cells: string[]): string[] => cells.filter(cell => cell !== '')
const count = (rows: Row[], header: string, value: string): number =>
  rows.filter(row => row[header] === value).length
const allDistinct = (cells: string[]): boolean => new Set(cells).size === cells.length

/** Written out again here, so that a fault of the generator's own check does not confirm itself. */
function validCode(code: string): boolean {
  const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'
  const sum = (text: string, weights: number[], values: string): number =>
    weights.reduce((total, weight, i) => total + weight * values.indexOf(text[i]!), 0)
  const powers = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]
  const body = sum(code.slice(8, 16), [3, 7, 9, 10, 5, 8, 4, 2], '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ')
  return (
    code.length === 18 &&
    code[16] === '0123456789X'[(11 - (body % 11)) % 11] &&
    code[17] === alphabet[(31 - (sum(code, powers, alphabet) % 31)) % 31]
  )
}

describe('encodings', () => {
  it.each(['roster', 'penalties'])('%s is GB18030, not UTF-8', name => {
    const bytes = readFileSync(join(root, 'city', `${name}.csv`))
    expect(() => new TextDecoder('utf-8', { fatal: true }).decode(bytes)).toThrow()
    expect(new TextDecoder('gb18030', { fatal: true }).decode(bytes)).toMatch(/\r\n$/)
  })

  it.each([
    'complaints',
    'honors',
    'commitments',
    'activities',
    'inspection',
    'metrics',
    'papers',
    'quota',
    'scores',
  ])('%s is UTF-8 with BOM', name => {
    const bytes = readFileSync(join(root, 'city', `${name}.csv`))
    expect(bytes.subarray(0, 3).toString('hex')).toBe('efbbbf')
    expect(new TextDecoder('utf-8', { fatal: true }).decode(bytes)).toMatch(/\r\n$/)
  })

  it('keeps characters beyond GBK', () => {
    expect(roster.find(row => row.机构名称 === '北京䶮云样例人力资源有限公司')!.法定代表人).toBe('样𠮷')
  })

  it('keeps the five as they were handed over', () => {
    const digest = createHash('sha256')
    for (const name of ['complaints', 'honors', 'inspection', 'penalties', 'roster', 'scores']) {
      digest.update(readFileSync(join(root, 'five', `${name}.csv`)))
    }
    expect(digest.digest('hex')).toBe('fa8e592199b38af21d88b04459be5242dc23d5000ab7776289b109d1fdc69c4f')
  })
})

describe('roster', () => {
  it('has distinct codes, license numbers, names and phones', () => {
    for (const header of ['统一社会信用代码', '许可证编号', '机构名称', '联系电话']) {
      expect(allDistinct(filled(column(roster, header))), header).toBe(true)
    }
    expect(count(roster, '统一社会信用代码', '')).toBe(5)
    expect(roster.every(row => row.统一社会信用代码 !== '' || row.许可证编号 !== '')).toBe(true)
  })

  it('has valid credit codes with the region of the district', () => {
    for (const row of roster) {
      const code = row.统一社会信用代码!
      if (code === '') continue
      expect(validCode(code), code).toBe(true)
      expect(code.slice(2, 8)).toBe(row.区划代码)
      const category = { 事业单位: '12', 民办非企业: '52' }[row.机构性质!] ?? '91'
      expect(code.slice(0, 2)).toBe(category)
    }
    expect(validCode('91110105CXJG000159')).toBe(true)
    expect(validCode('91110105CXJG000158')).toBe(false)
  })

  it('says everywhere that it is invented', () => {
    for (const row of roster) {
      expect(row.机构名称).toContain('样例')
      expect(row.住所地址).toContain('样例')
      expect(row.法定代表人).toMatch(/^样/)
      expect(row.联系电话).toMatch(/^010-0000\d{4}$/)
    }
  })

  it('has licenses of every status', () => {
    const counts = ['有效', '到期', '注销', '吊销', '停业', ''].map(status => count(roster, '状态', status))
    expect(counts).toEqual([400, 8, 4, 1, 3, 4])
    expect(count(roster, '年检结论', '不合格')).toBe(8)
    expect(filled(column(roster, '标准等级')).length).toBeGreaterThan(0.35 * roster.length)
    expect(new Set(column(roster, '标准等级'))).toEqual(new Set(['', 'A', 'AA', 'AAA', 'AAAA', 'AAAAA']))
  })

  it('is the same in the workbook, with text codes and date cells', async () => {
    const [header, ...rows] = (await readXlsxFile(join(root, 'city', 'roster.xlsx')))[0]!.data
    expect(header).toEqual(Object.keys(roster[0]!))
    const shown = rows.map(row =>
      row.map(cell => {
        if (!(cell instanceof Date)) return cell === null ? '' : String(cell)
        return `${cell.getUTCFullYear()}/${cell.getUTCMonth() + 1}/${cell.getUTCDate()}`
      }),
    )
    expect(shown).toEqual(roster.map(row => Object.values(row)))
    const at = (name: string): number => header!.indexOf(name)
    for (const row of rows) {
      expect(typeof row[at('区划代码')]).toBe('string')
      expect(row[at('从业起始日期')]).toBeInstanceOf(Date)
      expect(row[at('统一社会信用代码')] === null || typeof row[at('统一社会信用代码')] === 'string').toBe(
        true,
      )
    }
  })
})

describe('records', () => {
  it('number everything once', () => {
    expect(allDistinct(column(complaints, '投诉编号'))).toBe(true)
    expect(allDistinct(column(penalties, '处罚决定书文号'))).toBe(true)
    expect(allDistinct(column(city('honors'), '证书编号'))).toBe(true)
  })

  it('have about 120 complaints of every kind, with dates in order', () => {
    expect(complaints).toHaveLength(120)
    const some = (test: (row: Row) => boolean): void => expect(complaints.some(test)).toBe(true)
    some(row => row.办结日期 === '' && row.办结时限! < '2013-10-31')
    some(row => row.办结日期 === '' && row.办结时限! > '2013-10-31')
    some(row => row.办结日期! > row.办结时限! && row.办结时限 !== '')
    some(row => row.办结日期! > '2013-10-31')
    some(row => row.办结时限 === '')
    some(row => row.统一社会信用代码 === '')
    some(row => row.事项摘要!.includes('\n'))
    for (const category of ['虚假信息', '收费争议', '用工权益', '客户权益', '其他']) {
      expect(count(complaints, '类别', category)).toBeGreaterThan(4)
    }
    for (const finding of ['属实', '部分属实', '不属实', '撤回', '']) {
      expect(count(complaints, '查处结论', finding)).toBeGreaterThan(4)
    }
    for (const row of complaints) {
      expect(row.收到日期! <= row.受理日期!).toBe(true)
      expect(row.办结日期 === '' || row.受理日期! <= row.办结日期!).toBe(true)
      expect(row.办结时限 === '' || row.受理日期! <= row.办结时限!).toBe(true)
      expect(row.办结日期 === '').toBe(row.查处结论 === '')
    }
  })

  it('have 25 penalties over all kinds', () => {
    expect(penalties).toHaveLength(25)
    expect(new Set(column(penalties, '处罚种类')).size).toBe(13)
    for (const status of ['生效', '已撤销', '复议诉讼中'])
      expect(count(penalties, '状态', status)).toBeGreaterThan(0)
  })

  it('have one honor revoked, one run out, and one to review', () => {
    const honors = city('honors')
    expect(['撤销', '到期'].map(status => count(honors, '状态', status))).toEqual([1, 1])
    const held = honors.find(row => row.证书编号 === 'YL-1003')!
    const upheld = complaints.find(
      row => row.统一社会信用代码 === held.统一社会信用代码 && row.涉不诚信 === '是',
    )!
    expect(upheld.查处结论).toBe('属实')
    expect([held.状态, upheld.办结日期! > '2013-01-01']).toEqual(['有效', true])
  })

  it('inspected about 85 percent in the first half, with every kind of finding', () => {
    expect(inspection.length / roster.length).toBeGreaterThan(0.8)
    expect(inspection.length / roster.length).toBeLessThan(0.93)
    expect(allDistinct(column(inspection, '机构名称'))).toBe(true)
    for (const row of inspection) expect(row.检查日期).toMatch(/^2013-0[3-6]-/)
    expect(inspection.filter(row => !row.检查人员!.includes(';'))).toHaveLength(1)
    expect(count(inspection, '配合检查', '否')).toBe(3)
    const late = (row: Row): boolean => row.整改完成日期! > row.整改期限!
    expect(inspection.filter(late)).toHaveLength(3)
    expect(inspection.filter(row => row.整改期限 !== '' && row.整改完成日期 === '')).toHaveLength(4)
    expect(inspection.some(row => [1, 2, 3, 4, 5].every(n => row[`SC-0${n}`] === '不适用'))).toBe(true)
  })

  it('commitments and activities stay within the staff and the year', () => {
    const staff = new Map(roster.map(row => [row.机构名称!, Number(row.从业人员数)]))
    const signed = city('commitments').filter(row => row.承诺书类型 === '从业人员')
    for (const row of signed) expect(Number(row.签署人数)).toBeLessThanOrEqual(staff.get(row.机构名称!)!)
    expect(signed.some(row => Number(row.签署人数) < staff.get(row.机构名称!)!)).toBe(true)
    const activities = city('activities')
    expect(new Set(column(activities, '活动类型'))).toEqual(new Set(['培训', '公益', '行业', '调查', '宣传']))
    for (const row of activities) expect(row.活动类型 === '调查').toBe(/^\d+\.\d%$/.test(row.满意率!))
  })

  it('hold no date after 4 November 2013 but time limits and terms', () => {
    const limits = ['有效期至', '办结时限', '整改期限']
    for (const name of [
      'complaints',
      'penalties',
      'honors',
      'commitments',
      'activities',
      'inspection',
      'papers',
      'scores',
    ]) {
      for (const row of city(name)) {
        for (const [header, cell] of Object.entries(row)) {
          if (/^\d{4}-\d\d-\d\d$/.test(cell) && !limits.includes(header))
            expect(cell <= '2013-11-04').toBe(true)
        }
      }
    }
  })
})

describe('score sheets', () => {
  const ratings = (row: Row): [number, string][] =>
    Object.entries(row).flatMap(([header, cell]): [number, string][] => {
      const number = /^(\d+)\./.exec(header)?.[1]
      return number === undefined || cell === '' ? [] : [[Number(number), cell]]
    })

  it('stay within the maximum, in steps of 0.05', () => {
    for (const row of scores) {
      for (const [n, cell] of ratings(row)) {
        const hundredths = Math.round(Number(cell) * 100)
        expect(cell).toMatch(/^\d(\.\d{1,2})?$/)
        expect(hundredths % 5).toBe(0)
        expect(hundredths).toBeLessThanOrEqual(n <= 4 ? 250 : n <= 12 ? 375 : n <= 16 ? 750 : 500)
      }
    }
  })

  it('come once per rater, the public only for 15, 18 and 22, experts two or three', () => {
    expect(allDistinct(scores.map(row => `${row.机构名称}/${row.评价主体}/${row.评价人}`))).toBe(true)
    for (const row of scores.filter(sheet => sheet.评价主体 === '群众评价')) {
      for (const [n] of ratings(row)) expect([15, 18, 22]).toContain(n)
    }
    const experts = new Map<string, number>()
    for (const row of scores.filter(sheet => sheet.评价主体 === '专家评价')) {
      experts.set(row.机构名称!, (experts.get(row.机构名称!) ?? 0) + 1)
    }
    expect(new Set(experts.values())).toEqual(new Set([2, 3]))
  })
})
