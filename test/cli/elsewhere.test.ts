// Bodies that a scheme is about and that the register has as another kind: nobody is left out without a word.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { data, done, folder, here } from './run.ts'

const HEAD = '主体类型,类型细分,姓名或名称,主体编号,推荐范围'
const ROWS = [
  '机构,零工市场,兰山样例零工市场,LG-1,兰山区',
  '机构,街道(乡镇),费县样例街道平台,PT-0,费县',
  '平台,街道(乡镇),费县样例街道平台,PT-1,费县',
  '平台,街道(乡镇),兰山样例街道平台,PT-2,兰山区',
  '平台,社区(行政村),罗庄样例社区平台,PT-3,罗庄区',
  '窗口,职业培训,兰山样例培训窗口,CK-1,兰山区',
]

async function register(scheme: string): Promise<string> {
  const cwd = folder()
  await done(cwd, `init --scheme ${scheme}`)
  writeFileSync(join(cwd, 's.csv'), [HEAD, ...ROWS].join('\n'))
  await done(cwd, 'subject import s.csv')
  return cwd
}

describe('platforms where institutions are evaluated', () => {
  it.each(['linyi-2022-county', 'linyi-2022-city'])('are told of when %s is opened and run', async scheme => {
    const cwd = await register(scheme)
    const told = /另有 2 家登记为平台.*方案只取机构.*evaluation check/
    expect((await done(cwd, 'evaluation open --year 2022')).stderr).toMatch(told)
    expect((await done(cwd, 'evaluation run --json')).stderr).toMatch(told)
    const { stderr } = await here(cwd, '--lang en evaluation run')
    expect(stderr).toContain('2 more are registered among platforms')
  })

  it('are listed one by one by the check, and named by who asks for one of them', async () => {
    const cwd = await register('linyi-2022-county')
    await done(cwd, 'evaluation open --year 2022')
    await done(cwd, 'evaluation run')
    const { stdout } = await here(cwd, 'evaluation check')
    expect(stdout.match(/登记为平台，未参加评估/g)).toHaveLength(2)
    expect(stdout).toContain('兰山样例街道平台')
    const ran = await here(cwd, 'evaluation explain PT-2')
    expect(ran.code).toBe(4)
    expect(ran.stderr).toMatch(/\[CX1296\] 兰山样例街道平台.*登记为平台/)
    expect(ran.stderr).toContain('subject edit')
    const english = await here(cwd, '--lang en evaluation explain PT-2')
    expect(english.stderr).toContain('registered among platforms')
    const unknown = await here(cwd, 'evaluation explain PT-99')
    expect([unknown.code, unknown.stderr]).toEqual([4, expect.stringContaining('CX4002')])
    const window = await here(cwd, 'evaluation explain CK-1')
    expect([window.code, window.stderr]).toEqual([4, expect.stringContaining('登记为窗口')])
  })

  it('are taken once they are registered as institutions', async () => {
    const cwd = await register('linyi-2022-county')
    await done(cwd, 'evaluation open --year 2022')
    for (const code of ['PT-2', 'PT-3'])
      await done(cwd, `subject edit ${code} --kind 机构 --reason 按标杆机构评定登记`)
    const { stderr } = await done(cwd, 'evaluation run')
    expect(stderr).not.toContain('另有')
    expect(await data<unknown[]>(cwd, 'evaluation show')).toHaveLength(4)
    await done(cwd, 'evaluation explain PT-2')
  })

  it('while other schemes say nothing', async () => {
    const cwd = await register('linyi-2022-county')
    for (const scheme of ['service-window', 'beijing-2013', 'shandong-community'])
      expect((await done(cwd, `evaluation open --year 2022 --scheme ${scheme}`)).stderr).not.toContain('另有')
  })
})
