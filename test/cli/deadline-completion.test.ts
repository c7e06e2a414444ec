// When a deadline is met: everything that is asked of the nominees is there, since a day that is told; until then each
// district owes what it owes, also one that has proposed nobody. Played by commands only.

import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { data, done, FINALIZE, folder, here, SAMPLES } from './run.ts'

interface Deadline {
  id: string
  mark: string
  completed_on: string | null
  owed: { district: string | null; what: string; count: number | null }[]
}

const deadline = async (cwd: string, id: string, today: string) => {
  const { deadlines } = await data<{ deadlines: Deadline[] }>(cwd, `--today ${today} report deadlines`)
  return deadlines.find(d => d.id === id)!
}
const owed = ({ owed: all }: Deadline) =>
  all.map(({ district, what, count }) => [district, what, count].filter(part => part !== null).join(' '))

describe("Beijing's package", () => {
  it('is owed by districts that proposed nobody, and complete when papers are in and publicity is closed', async () => {
    const cwd = folder()
    await done(cwd, 'init')
    const files = ['agency roster', 'complaint complaints', 'penalty penalties', 'inspection inspection']
    for (const kind of [...files, 'activity activities', 'honor honors', 'commitment commitments']) {
      const [noun, file] = kind.split(' ')
      await done(cwd, `${noun} import ${join(SAMPLES, 'city', `${file}.csv`)}`)
    }
    await done(cwd, 'evaluation open --year 2013 --as-of 2013-10-31')
    await done(cwd, `evaluation import ${join(SAMPLES, 'city', 'scores.csv')}`)
    await done(cwd, 'evaluation run')
    await done(cwd, FINALIZE)
    await done(cwd, 'nomination propose --district 怀柔区')
    const before = owed(await deadline(cwd, 'nomination_package', '2013-11-04'))
    expect(before.filter(text => text.endsWith('not_proposed'))).toHaveLength(17)
    expect(before).toContain('延庆县 not_proposed')
    expect(before).toContain('怀柔区 papers_missing 3')
    expect(before).toContain('怀柔区 publicity_not_opened 3')

    await done(cwd, 'nomination propose')
    await done(
      cwd,
      'nomination settle --district 石景山区 --choose 91110107CXYL038679 --by vote --reason 表决',
    )
    await done(cwd, `paper import ${join(SAMPLES, 'city', 'papers.csv')}`)
    await done(cwd, 'publicity open --phone 010-00000000')
    expect(owed(await deadline(cwd, 'nomination_package', '2013-11-05'))).toEqual(['publicity_running'])
    await done(cwd, '--today 2013-11-11 publicity close 1')
    expect(await deadline(cwd, 'nomination_package', '2013-11-11')).toMatchObject({
      ...{ mark: 'done', completed_on: '2013-11-11', owed: [] },
    })
    // Nothing on file tells of the other paper that is due.
    expect(await deadline(cwd, 'month_summary', '2013-11-11')).toMatchObject({
      ...{ mark: 'late', completed_on: null },
    })
  }, 60_000)
})

describe("Linyi's county filing", () => {
  it('is owed of every nominee until the form is on file', async () => {
    const cwd = folder()
    const run = async (today: string, line: string) => {
      const ran = await here(cwd, `--today ${today} --operator 测试员 ${line}`, { bare: true })
      expect(ran.code, `${line}\n${ran.stderr}`).toBe(0)
    }
    const laid = async (noun: string, rows: readonly (readonly (string | number)[])[]) => {
      writeFileSync(join(cwd, `${noun}.csv`), rows.map(row => row.join(',')).join('\n'))
      await run('2022-12-05', `${noun} import ${noun}.csv`)
    }
    await run('2022-12-05', 'init --scheme linyi-2022-county')
    const codes = ['T1', 'T2']
    const subject = (code: string) => ['机构', `样例学校${code}`, code, '职业培训机构', '兰山区']
    await laid('subject', [['主体类型', '名称', '主体编号', '类型细分', '推荐范围'], ...codes.map(subject)])
    await laid('quota', [
      ['推荐范围', '推荐名额'],
      ['兰山区', 2],
    ])
    await laid('paper', [
      ['年度', '主体', '材料', '收到日期'],
      ...codes.map(code => [2022, code, '申报表', '2022-11-30']),
    ])
    await run('2022-12-05', 'evaluation open --scheme linyi-2022-county --year 2022 --as-of 2022-11-30')
    const conditions = [1, 2, 3, 4, 5, 6]
    await laid('evaluation', [
      ['评估年度', '方案', '主体编号', '评价主体', '评价人', ...conditions],
      ...codes.map(code => [
        2022,
        'linyi-2022-county',
        code,
        '评审组',
        '评审组1',
        ...conditions.map(() => 1),
      ]),
    ])
    const days = ['evaluation run', 'evaluation finalize', 'nomination propose', 'publicity open']
    for (const line of days) await run('2022-12-05', line)
    await run('2022-12-12', 'publicity close 1')
    await run('2022-12-12', 'title grant --document 临人社发〔2022〕9号 --on 2022-12-12')
    const filing = (today: string) => deadline(cwd, 'county_filing', today)
    expect(await filing('2022-12-13')).toMatchObject({ mark: 'T-7', completed_on: null })
    expect(owed(await filing('2022-12-13'))).toEqual(['兰山区 not_filed 2'])
    await run('2022-12-13', 'paper add --year 2022 --subject T1 --kind 备案表 --received-on 2022-12-13')
    expect(owed(await filing('2022-12-21'))).toEqual(['兰山区 not_filed 1'])
    expect(await filing('2022-12-21')).toMatchObject({ mark: 'late' })
    await run('2022-12-14', 'paper add --year 2022 --subject T2 --kind 备案表 --received-on 2022-12-14')
    expect(await filing('2022-12-21')).toMatchObject({ mark: 'done', completed_on: '2022-12-14', owed: [] })
    // Of a paper that came twice, the first counts, whichever of the two was entered first.
    const again = 'paper add --year 2022 --subject T2 --kind 备案表 --scheme linyi-2022-county'
    await run('2022-12-20', `${again} --received-on 2022-12-20`)
    expect(await filing('2022-12-21')).toMatchObject({ mark: 'done', completed_on: '2022-12-14' })
    const papers = await data<{ id: number; received_on: string }[]>(cwd, 'paper list')
    const second = papers.find(paper => paper.received_on === '2022-12-20')!
    await run('2022-12-21', `paper edit ${second.id} --received-on 2022-12-12 --reason 误记`)
    expect(await filing('2022-12-21')).toMatchObject({ mark: 'done', completed_on: '2022-12-13' })
  })
})
