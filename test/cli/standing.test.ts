// Whether the evaluation stands, on the papers that tell of its results: not finalized, finalized with gaps, reopened.
import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { cityYear } from './city.ts'
import { textsOf } from './paper-texts.ts'
import { done, folder } from './run.ts'

const OPEN = '评估尚未审定，本表仅供核对。'

describe('an application for an evaluation', () => {
  it('that is not finalized says so', async () => {
    const cwd = folder()
    await done(cwd, 'init --scheme linyi-2022-city')
    const rows = [
      '主体类型,类型细分,姓名或名称,主体编号,推荐范围',
      '机构,零工市场,兰山样例零工市场,LG-1,兰山区',
    ]
    writeFileSync(join(cwd, 's.csv'), rows.join('\n'))
    await done(cwd, 'subject import s.csv')
    await done(cwd, 'evaluation open --year 2022')
    await done(cwd, 'evaluation run')
    await done(cwd, 'form application LG-1 -o a.docx')
    expect(textsOf(join(cwd, 'a.docx')).join('\n')).toContain(OPEN)
    await done(cwd, 'form application LG-1 --blank -o b.docx')
    expect(textsOf(join(cwd, 'b.docx')).join('\n')).not.toContain(OPEN)
  })
})

describe('papers of a nomination', () => {
  const texts = (cwd: string, out: string) =>
    readdirSync(join(cwd, out))
      .filter(name => name.endsWith('.docx'))
      .map(name => textsOf(join(cwd, out, name)).join('\n'))

  it('whose evaluation was reopened say so; gaps of others stand on the list alone', async () => {
    const cwd = await cityYear()
    const lines = ['form recommendation', 'form nominees', 'form results', 'form ranking --format docx']
    const made = async (out: string) => {
      const all: string[][] = []
      for (const [i, line] of lines.entries()) {
        await done(cwd, `${line}${i < 2 ? ' --district 平谷区' : ''} --out ${out}${i}`)
        all.push(texts(cwd, `${out}${i}`))
      }
      return all
    }
    const before = await made('a')
    expect(before.flat().some(text => text.includes(OPEN))).toBe(false)
    const partial = before.map(
      of => of.length > 0 && of.every(text => text.includes('带未定项审定，理由：缺评分的不参加推荐')),
    )
    expect(partial).toEqual([false, true, true, true])
    await done(cwd, 'evaluation reopen --reason 补评分')
    await done(cwd, 'evaluation run')
    const after = await made('b')
    expect(after.map(of => of.length > 0 && of.every(text => text.includes(OPEN)))).toEqual(
      lines.map(() => true),
    )
  })
})
