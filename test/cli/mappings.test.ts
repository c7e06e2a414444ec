// Headers that are no one's: told once by the clerk, kept under a name, used again; and files that come with them.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { at, data, done, HAND, here, sha256 } from './run.ts'

const NAME = '北京晴禾样例人力资源有限公司'
const HEAD = '单位全称,社会信用码,机构类别,推荐范围,备用列'

interface Imported {
  batch: number | null
  same_as: number | null
  added: number
  changed: number
  unchanged: number
  changes: { field: string; after: string | null }[]
}

function file(cwd: string, name: string, ...lines: string[]): string {
  writeFileSync(join(cwd, name), `${lines.join('\r\n')}\r\n`)
  return name
}

const MAP = ['--map', '单位全称=name', '--map', '社会信用码=统一社会信用代码', '--map', '备用列=-']

describe('--map', () => {
  it('reads the columns named, by key or official header, and passes over those of -', async () => {
    const cwd = await at('init')
    const csv = file(cwd, 'a.csv', HEAD, `${NAME},${HAND},经营性,朝阳区,x`)
    const ran = await done(cwd, ['agency', 'import', csv, ...MAP])
    expect(ran.stderr).toBe('列对照：单位全称 → name，社会信用码 → uscc，备用列 → 不导入\n')
    const [agency] = await data<Record<string, unknown>[]>(cwd, 'agency list')
    expect(agency).toMatchObject({ uscc: HAND, name: NAME, district_code: '110105' })
  })

  it('goes before the header that a column would have had', async () => {
    const cwd = await at('init')
    const csv = file(cwd, 'a.csv', '机构名称,地址,机构类别,推荐范围', `${NAME},样例人,经营性,朝阳区`)
    await done(cwd, ['agency', 'import', csv, '--map', '地址=法定代表人'])
    const { changes } = await data<{ changes: { after: Record<string, unknown> }[] }>(cwd, 'import show 1')
    expect(changes[0]!.after).toMatchObject({ legal_rep: '样例人', address: null })
  })

  it('makes another file of the same bytes: what was passed over before comes in', async () => {
    const cwd = await at('init')
    const csv = file(cwd, 'a.csv', '机构名称,机构类别,推荐范围,老板', `${NAME},经营性,朝阳区,样一`)
    await done(cwd, `agency import ${csv}`)
    const again = await data<Imported>(cwd, ['agency', 'import', csv, '--map', '老板=法定代表人'])
    expect(again).toMatchObject({ batch: 2, changed: 1 })
    expect(again.changes).toMatchObject([{ field: 'legal_rep', after: '样一' }])
    const same = await data<Imported>(cwd, ['agency', 'import', csv, '--map', '老板=法定代表人'])
    expect(same).toMatchObject({ batch: null, same_as: 2, unchanged: 1 })
  })

  it('warns of a column that the file does not have, with the nearest', async () => {
    const cwd = await at('init')
    const csv = file(cwd, 'a.csv', '机构名称,机构类别,推荐范围', `${NAME},经营性,朝阳区`)
    const ran = await done(cwd, ['agency', 'import', csv, '--map', '机构名=phone'])
    expect(ran.stderr).toContain('提醒[CX1024] 文件里没有列“机构名”')
    expect(ran.stderr).toContain('最接近的列是“机构名称”')
  })

  it.each([
    [['--map', '单位全称'], '--map 不能是“单位全称”'],
    [['--map', '=name'], '--map 不能是“=name”'],
    [['--map', '单位全称=没有的'], '--map 不能是“没有的”'],
  ])('refuses %j as usage and changes nothing', async (more, sentence) => {
    const cwd = await at('init')
    const csv = file(cwd, 'a.csv', HEAD, `${NAME},${HAND},经营性,朝阳区,x`)
    const before = sha256(join(cwd, 'chengxin.db'))
    const ran = await here(cwd, ['agency', 'import', csv, ...more])
    expect([ran.code, sha256(join(cwd, 'chengxin.db'))]).toEqual([2, before])
    expect(ran.stderr).toContain(sentence)
  })

  it('refuses two columns for one field', async () => {
    const cwd = await at('init')
    const csv = file(cwd, 'a.csv', '机构名称,全称,机构类别,推荐范围', `${NAME},甲,经营性,朝阳区`)
    const ran = await here(cwd, ['agency', 'import', csv, '--map', '全称=name'])
    expect(ran.code).toBe(3)
    expect(ran.stderr).toContain('CX1021')
  })
})

describe('a saved mapping', () => {
  it('is kept once the file is in, shown, and used again by name', async () => {
    const cwd = await at('init')
    const csv = file(cwd, 'a.csv', HEAD, `${NAME},${HAND},经营性,朝阳区,x`)
    await done(cwd, ['agency', 'import', csv, ...MAP, '--save-mapping', '朝阳区'])
    expect(await data(cwd, 'import mappings')).toEqual([
      { name: '朝阳区', kind: 'agency', header: '单位全称', field: 'name' },
      { name: '朝阳区', kind: 'agency', header: '备用列', field: '-' },
      { name: '朝阳区', kind: 'agency', header: '社会信用码', field: 'uscc' },
    ])
    const next = file(cwd, 'b.csv', HEAD, `${NAME}二,91110108CXJG00023F,经营性,海淀区,y`)
    const batch = await data<Imported>(cwd, ['agency', 'import', next, '--mapping', '朝阳区'])
    expect(batch).toMatchObject({ batch: 2, added: 1 })
    const { reading } = await data<{ reading: unknown }>(cwd, 'import show 2')
    expect(reading).toEqual({
      sheet: null,
      mapping: [
        { header: '单位全称', field: 'name' },
        { header: '备用列', field: '-' },
        { header: '社会信用码', field: 'uscc' },
      ],
    })
  })

  it('is replaced under the same name, with what the command line says on top', async () => {
    const cwd = await at('init')
    const csv = file(cwd, 'a.csv', HEAD, `${NAME},${HAND},经营性,朝阳区,样一`)
    await done(cwd, ['agency', 'import', csv, ...MAP, '--save-mapping', '甲'])
    const more = ['--mapping', '甲', '--map', '备用列=legal_rep', '--save-mapping', '甲']
    await done(cwd, ['agency', 'import', csv, ...more])
    const saved = await data<{ header: string; field: string }[]>(cwd, 'import mappings')
    expect(saved.map(m => [m.header, m.field])).toEqual([
      ['单位全称', 'name'],
      ['备用列', 'legal_rep'],
      ['社会信用码', 'uscc'],
    ])
  })

  it.each([
    ['a refused file', `${NAME},${HAND.slice(1)},经营性,朝阳区,x`, [], 3],
    ['a dry run', `${NAME},${HAND},经营性,朝阳区,x`, ['--dry-run'], 0],
  ])('is not kept with %s', async (_, row, more, code) => {
    const cwd = await at('init')
    const csv = file(cwd, 'a.csv', HEAD, row)
    const before = sha256(join(cwd, 'chengxin.db'))
    const ran = await here(cwd, ['agency', 'import', csv, ...MAP, '--save-mapping', '甲', ...more])
    expect([ran.code, sha256(join(cwd, 'chengxin.db'))]).toEqual([code, before])
  })

  it('of a name that is not there is not found; the names there are told', async () => {
    const cwd = await at('init')
    const csv = file(cwd, 'a.csv', HEAD, `${NAME},${HAND},经营性,朝阳区,x`)
    await done(cwd, ['agency', 'import', csv, ...MAP, '--save-mapping', '朝阳区'])
    const ran = await here(cwd, ['agency', 'import', csv, '--mapping', '海淀区'])
    expect(ran.code).toBe(4)
    expect(ran.stderr).toContain('没有“海淀区”这个列对照')
    expect(ran.stderr).toContain('可选：朝阳区')
    // One for complaints is another.
    expect((await here(cwd, ['complaint', 'import', csv, '--mapping', '朝阳区'])).code).toBe(4)
  })

  it('stays when its import is taken back', async () => {
    const cwd = await at('init')
    const csv = file(cwd, 'a.csv', HEAD, `${NAME},${HAND},经营性,朝阳区,x`)
    await done(cwd, ['agency', 'import', csv, ...MAP, '--save-mapping', '甲'])
    await done(cwd, 'import undo 1')
    expect(await data<unknown[]>(cwd, 'agency list')).toEqual([])
    expect(await data<unknown[]>(cwd, 'import mappings')).toHaveLength(3)
    await done(cwd, 'log verify')
  })
})
