// What is missing and why, of subjects other than agencies: conditions without points, types, limits with complaints.

import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { textsOf } from './paper-texts.ts'
import { data, done, folder, here } from './run.ts'

interface Gap {
  uscc: string | null
  subject_code: string | null
  indicator: number | null
  weight: string
  open: boolean
  code: string
  message: string
}

const SUBJECTS = `主体类型,类型细分,姓名或名称,主体编号,推荐范围,设立日期
机构,县级公共机构,甲中心,JG-1,朝阳区,2003-01-01
机构,职业培训机构,乙培训,JG-2,朝阳区,2003-01-01
机构,,丙无类型,JG-3,密云县,2003-01-01
人员,,张三,RY-1,朝阳区,2011-01-01
`
const COMPLAINTS = `投诉编号,收到日期,主体,类别,办结日期,查处结论
T1,2013-02-01,RY-1,其他,2013-02-20,属实
T2,2012-10-01,RY-1,其他,2012-10-31,属实
`

const SCHEMES = ['linyi-2022-county', 'linyi-2022-city', 'shandong-staff'] as const
const made = new Map<string, string>()
const evaluated = (scheme: (typeof SCHEMES)[number]): string => made.get(scheme)!

beforeAll(async () => {
  for (const scheme of SCHEMES) made.set(scheme, await make(scheme))
}, 60_000)

/** A file with subjects on it and an evaluation by a shipped scheme, run. */
async function make(scheme: string): Promise<string> {
  const cwd = folder()
  writeFileSync(join(cwd, 's.csv'), SUBJECTS)
  writeFileSync(join(cwd, 'c.csv'), COMPLAINTS)
  for (const line of [
    'init',
    `scheme add ${scheme}`,
    'subject import s.csv',
    'complaint import c.csv',
    'offense add --subject JG-1 --kind 违法违规 --date 2010-10-31 --fact 样例',
    `evaluation open --year 2013 --as-of 2013-10-31 --scheme ${scheme}`,
    'evaluation run',
  ])
    await done(cwd, line)
  return cwd
}

describe('a scheme of conditions', () => {
  it('lists one gap for a subject that nobody judged, one for each record missing, and who has no type', async () => {
    const gaps = await data<Gap[]>(evaluated('linyi-2022-county'), 'evaluation check', 3)
    expect(gaps.map(g => [g.subject_code, g.code, g.indicator, g.weight, g.open])).toEqual([
      ['JG-1', 'CX1295', null, '0.00', true],
      ['JG-1', 'CX1291', 3, '0.00', true],
      ['JG-2', 'CX1295', null, '0.00', true],
      ['JG-3', 'CX1293', null, '0.00', false],
    ])
    expect(gaps[1]!.message).toContain('缺 接入省信息系统')
  })

  it('keeps to a district there too', async () => {
    const gaps = await data<Gap[]>(evaluated('linyi-2022-county'), 'evaluation check --district 密云县', 3)
    expect(gaps.map(g => g.code)).toEqual(['CX1293'])
  })

  it('explains conditions as fulfilled or not, never as points', async () => {
    const { stdout } = await done(evaluated('linyi-2022-county'), 'evaluation explain JG-1')
    expect(stdout).toContain('县级公共就业和人才服务机构，2013 年度')
    expect(stdout).toContain('\n结论待定\n')
    expect(stdout).toMatch(/1\.政治与诚信 +待定 {2}评审，四\(一\)1/)
    expect(stdout).toContain('2010-10-31 的不良记录 今天（截止日）已出 36 个月期限，不计入')
    expect(stdout).not.toContain('0.00')
    expect(stdout).not.toContain('总分')
  })

  it('what has failed already leaves nothing open but points', async () => {
    const cwd = evaluated('linyi-2022-city')
    const gaps = await data<Gap[]>(cwd, 'evaluation check', 3)
    expect(gaps.filter(g => g.code === 'CX1291').map(g => g.open)).toEqual([false, false, false])
    const shown = await data<Record<string, unknown>[]>(cwd, 'evaluation show --json')
    expect(shown[0]).toMatchObject({
      decision: 'failed',
      status: 'complete',
      type: 'county_public',
      code: 'JG-1',
    })
  })

  it('finds nobody who is not evaluated, and names those near', async () => {
    const cwd = evaluated('linyi-2022-county')
    const nobody = await here(cwd, 'evaluation explain JG-9')
    expect([nobody.code, nobody.stderr]).toEqual([4, expect.stringContaining('CX4002')])
    const untyped = await here(cwd, 'evaluation explain JG-3')
    expect([untyped.code, untyped.stderr]).toEqual([4, expect.stringContaining('CX3013')])
  })
})

describe('a scheme with a limit by complaints', () => {
  it('explains the limit with the complaints that count and the one that left', async () => {
    const cwd = evaluated('shandong-staff')
    const { stdout } = await done(cwd, 'evaluation explain RY-1')
    expect(stdout).toContain('等级未定（不称职 至 优秀）')
    expect(stdout).toMatch(/当年被投诉并查实3次以上且情节严重，考核评为不称职 +未触发/)
    expect(stdout).toContain('当年查实的投诉不到3次：1 件〔T1〕')
    expect(stdout).toContain('2012-10-31 的投诉 T2 今天（截止日）已出 12 个月期限，不计入')
    const shown = await data<Record<string, unknown>[]>(cwd, 'evaluation show')
    expect(shown).toMatchObject([{ code: 'RY-1', uscc: null, grades: null, status: 'incomplete' }])
  })

  it('is a paper as any other', async () => {
    const cwd = evaluated('shandong-staff')
    await done(cwd, 'evaluation explain RY-1 --format docx -o x.docx')
    const { stdout } = await done(cwd, 'evaluation explain RY-1 --format html -o -')
    expect(stdout).toContain('<h2>等级限制')
    // A person has a number and no license; days do not end a line within them.
    const word = textsOf(join(cwd, 'x.docx'))
    expect(word.slice(1, 3)).toEqual(['姓名：张三', '编号：RY-1　　推荐范围：朝阳区'])
    expect(stdout).toContain('<p>姓名：张三</p>')
    expect(stdout).toContain('<p>编号：RY-1　推荐范围：朝阳区</p>')
    for (const text of [word.join('\n'), stdout]) {
      expect(text).toContain('2012年10月31日的投诉 T2')
      expect(text).not.toMatch(/\d{4}-\d{2}-\d{2}/)
    }
  })

  it('leaves out a jurisdiction that there is not, and says that a number is missing', async () => {
    const cwd = folder()
    writeFileSync(join(cwd, 's.csv'), '主体类型,姓名或名称,主体编号,设立日期\n人员,李四,,2011-01-01\n')
    for (const line of [
      'init --scheme shandong-staff',
      'subject import s.csv',
      'evaluation open --year 2013 --as-of 2013-10-31',
      'evaluation run',
    ])
      await done(cwd, line)
    const { stderr } = await done(cwd, 'evaluation explain 李四 --format docx --out papers')
    expect(stderr).toContain('有空缺：代码、许可证号或编号')
    const word = textsOf(join(cwd, 'papers', '逐项说明-李四.docx'))
    expect(word.slice(1, 3)).toEqual(['姓名：李四', '编号：【缺：代码、许可证号或编号】'])
    const { stdout } = await done(cwd, 'evaluation explain 李四 --format html -o -')
    expect(stdout).toContain('<p>编号：【缺：代码、许可证号或编号】</p>')
    expect(stdout).not.toContain('推荐范围')
  })
})
