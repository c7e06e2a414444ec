// Opinions and the replies they are owed.
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { at, data, done, five, here, sha256 } from './run.ts'

interface Opinion {
  id: number
  opinion_no: string | null
  [key: string]: unknown
}
interface Replied {
  record: Opinion
  problems: { code: string; column: string }[]
}

async function withOpinions(): Promise<string> {
  const cwd = await at('roster')
  await done(cwd, `opinion import ${five('opinions')}`)
  await done(cwd, 'opinion add --received-on 2013-10-20 --content 建议设意见箱 --submitter 王某')
  return cwd
}

const listed = async (cwd: string, state: string) =>
  (await data<Opinion[]>(cwd, `opinion list --state ${state}`)).map(o => o.opinion_no ?? o.id)

describe('a reply', () => {
  it('is given once, by day and officer; what is late is listed until then', async () => {
    const cwd = await withOpinions()
    // Due on 31 October.
    expect(await listed(cwd, 'overdue')).toEqual(['YJ-002'])
    const { record } = await data<Replied>(cwd, 'opinion reply YJ-002 --reply 已采纳，年底公布')
    expect(record).toMatchObject({ reply: '已采纳，年底公布', replied_on: '2013-11-04', handler: '样办2' })
    expect(JSON.stringify(record)).not.toContain('某求职者')
    expect(await listed(cwd, 'overdue')).toEqual([])
    expect(await listed(cwd, 'replied')).toEqual(['YJ-001', 'YJ-002'])
    const log = await data<{ command: string; summary: unknown }[]>(cwd, 'log list')
    expect(log.at(-1)).toMatchObject({ command: 'opinion reply', summary: { record: 'YJ-002' } })
    await done(cwd, 'log verify')
  })

  it('to one without a number goes by its id', async () => {
    const cwd = await withOpinions()
    const [, , own] = await data<Opinion[]>(cwd, 'opinion list')
    const line = `opinion reply ${own!.id} --reply 已设 --replied-on 2013-10-25 --handler 样办3`
    const ran = await done(cwd, line)
    expect(ran.stdout).toContain(`已答复 ${own!.id}\n`)
    expect((await data<Opinion[]>(cwd, 'opinion list'))[2]).toMatchObject({
      ...{ reply: '已设', replied_on: '2013-10-25', handler: '样办3' },
    })
  })

  it.each([
    ['YJ-002', ['CX1023 --reply']],
    ['YJ-002 --reply 好 --replied-on 2013-10-07', ['CX1037 --replied-on']],
    ['YJ-002 --reply 好 --replied-on 2013-11-05', ['CX1038 --replied-on']],
    ['YJ-002 --reply 好 --replied-on 2013-11-31', ['CX1030 --replied-on']],
    ['YJ-001 --reply 好', ['CX1100 YJ-001']],
  ])('%s is refused', async (line, wanted) => {
    const cwd = await withOpinions()
    const before = sha256(join(cwd, 'chengxin.db'))
    const { problems } = await data<Replied>(cwd, `opinion reply ${line}`, 3)
    expect(problems.map(p => `${p.code} ${p.column}`)).toEqual(wanted)
    const ran = await here(cwd, `opinion reply ${line}`)
    expect([ran.code, ran.stdout]).toEqual([3, ''])
    expect(ran.stderr).toMatch(/没有改动\n$/)
    expect(sha256(join(cwd, 'chengxin.db'))).toBe(before)
  })

  it('to one that is not on file', async () => {
    const ran = await here(await withOpinions(), 'opinion reply YJ-003 --reply 好')
    expect([ran.code, ran.stdout]).toEqual([4, ''])
    expect(ran.stderr).toMatch(/CX4002.*意见[\s\S]*YJ-00/)
  })
})
