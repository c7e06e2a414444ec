// The shipped checklist: what it says, and that a slip in it is not read as something else.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { windowOf } from '../../src/domain/inspection/checklist.ts'
import { inspectionItems } from '../../src/domain/records/inspection.ts'
import { CHECKLIST_FILE, checklistFormat, readShippedChecklist } from '../../src/schemes/checklist.ts'
import { shippedSchemes } from '../../src/schemes/library.ts'
import { schemes } from '../domain/fixtures.ts'

type Plain = Record<string, unknown> & {
  items: Record<string, unknown>[]
  summary: Record<string, unknown>[]
}
const plain = (): Plain => parse(readFileSync(join(schemes, CHECKLIST_FILE), 'utf8')) as Plain

describe('the shipped checklist', () => {
  const checklist = readShippedChecklist(schemes)

  it('has twenty items, twelve rows, and the first half of every year', () => {
    expect(checklist.items.map(item => item.id)).toEqual(inspectionItems)
    expect(checklist.summary.map(row => row.name)).toEqual([
      ...['出动执法人员', '检查人力资源服务机构', '检查用人单位', '未经许可从事职业中介'],
      ...['机构提供虚假就业信息', '用人单位虚假招聘', '扣押证件或收取押金', '责令改正'],
      ...['责令退赔', '取缔非法职业中介', '吊销许可证', '移送公安机关'],
    ])
    expect(windowOf(checklist, 2013)).toEqual({ from: '2013-01-01', to: '2013-06-30' })
  })

  it('names what punishes a breach: art. 42 to 44 of the interim regulations, or nothing', () => {
    const by = (breach: string | null) =>
      checklist.items.filter(i => i.breach === breach).map(i => i.id.slice(3))
    expect(by('暂行条例42')).toEqual(['10', '11', '12'])
    expect(by('暂行条例43')).toEqual(['13', '14', '17'])
    expect(by('暂行条例44')).toEqual(['01', '02', '03', '04', '05', '08', '16'])
    expect(by(null)).toEqual(['06', '07', '09', '15', '18', '19', '20'])
  })

  it('tells by which clause of a shipped scheme something is ordered to be put right', () => {
    expect(checklist.orders.map(order => [order.scheme, order.clause])).toEqual([
      ['beijing-2013', '三（八）2'],
      ['zhoushan-2019', '四（三）'],
    ])
    for (const { scheme } of checklist.orders) expect(shippedSchemes(schemes)).toContain(scheme)
  })

  it('is no scheme', () => {
    expect(shippedSchemes(schemes)).not.toContain('spring-thunder')
  })
})

const FAULTS: [string, (file: Plain) => void][] = [
  [
    'an unknown key',
    file => {
      file.note = 'x'
    },
  ],
  ['an item too few', file => void file.items.pop()],
  ['items out of order', file => void file.items.reverse()],
  [
    'an item twice',
    file => {
      file.items[1] = file.items[0]!
    },
  ],
  [
    'a day that is none',
    file => {
      file.window = { from: '01-01', to: '06-31', clause: 'x' }
    },
  ],
  [
    'a window that ends before it begins',
    file => {
      file.window = { from: '07-01', to: '06-30', clause: 'x' }
    },
  ],
  [
    'another number of officers',
    file => {
      file.officers = { min: 1, clause: 'x' }
    },
  ],
  ['a row twice', file => void file.summary.push(file.summary[0]!)],
  [
    'a row from nowhere',
    file => {
      file.summary[0]!.take = 'guess'
    },
  ],
  [
    'an unknown field',
    file => {
      file.summary[0]!.fields = [{ field: 'findings', name: 'x' }]
    },
  ],
  [
    'an unknown item',
    file => {
      file.summary[3]!.where = [{ failed: ['SC-21'] }]
    },
  ],
  [
    'an unknown target',
    file => {
      file.summary[1]!.where = [{ target: 'school' }]
    },
  ],
  [
    'a condition that asks nothing',
    file => {
      file.summary[1]!.where = [{}]
    },
  ],
  [
    'an unknown kind of penalty',
    file => {
      file.summary[10]!.kinds = ['吊销']
    },
  ],
]

describe('a checklist is not read', () => {
  it.each(FAULTS)('with %s', (_, spoil) => {
    const file = plain()
    expect(checklistFormat.safeParse(file).success).toBe(true)
    spoil(file)
    expect(checklistFormat.safeParse(file).success).toBe(false)
  })
})
