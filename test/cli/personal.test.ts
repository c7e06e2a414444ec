// Who complained is shown only for a reason, and every such look stands in the log.
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { at, data, done, five, HAND, here, sha256 } from './run.ts'

interface Entry {
  no: number
  command: string
  summary: Record<string, unknown>
  rows: number
}

async function withNames(): Promise<string> {
  const cwd = await at('records')
  await done(cwd, `opinion import ${five('opinions')}`)
  const about = `--complaint-no TS-9 --received-on 2013-10-08 --category 其他`
  await done(cwd, `complaint add --agency ${HAND} ${about} --complainant 王某 --contact 13800000000`)
  return cwd
}

describe('a look', () => {
  it.each([
    ['complaint list', 'complaint list', 6, '13800000000'],
    ['complaint list --state overdue', 'complaint list', 1, '某公司'],
    ['complaint list --from 2013-11-03', 'complaint list', 0, ''],
    ['complaint show TS-9', 'complaint show', 1, '王某'],
    ['opinion list', 'opinion list', 2, '010-00000021'],
  ])(
    '%s tells names, and leaves one entry that tells none',
    { timeout: 30_000 },
    async (line, command, records, name) => {
      const cwd = await withNames()
      const before = await data<Entry[]>(cwd, 'log list')
      const asked = [...line.split(' '), '--include-personal', '--reason', '回访 核实']
      for (const format of ['table', 'csv', 'json', 'ndjson']) {
        const ran = await done(cwd, [...asked, '--format', format])
        expect(ran.stdout).toContain(name)
      }
      const log = await data<Entry[]>(cwd, 'log list')
      expect(log).toHaveLength(before.length + 4)
      for (const { rows, ...entry } of log.slice(-4)) {
        expect(entry).toMatchObject({ command, summary: { reason: '回访 核实', records } })
        expect(JSON.stringify(entry.summary)).not.toMatch(/王某|138|某公司|某求职者|010-/)
        expect(rows).toBe(0)
      }
      await done(cwd, 'log verify')
      // What comes after stands on it.
      await done(cwd, 'complaint accept TS-9')
      await done(cwd, 'log verify')
      const { hash } = (await data<(Entry & { hash: string })[]>(cwd, 'log list')).at(-2)!
      await done(cwd, `log verify --expect ${hash}`)
    },
  )

  it('without asking, nothing is told and nothing logged', async () => {
    const cwd = await withNames()
    const before = sha256(join(cwd, 'chengxin.db'))
    for (const line of ['complaint list', 'complaint show TS-9', 'opinion list']) {
      const ran = await done(cwd, `${line} --json`)
      expect(ran.stdout).not.toMatch(/王某|13800000000|某求职者|complainant|contact|submitter/)
    }
    expect(sha256(join(cwd, 'chengxin.db'))).toBe(before)
  })

  it.each([
    ['complaint list --include-personal', '--reason'],
    ['complaint show TS-9 --include-personal', '--reason'],
    ['opinion list --include-personal', '--reason'],
    [['complaint', 'list', '--include-personal', '--reason', ' '], '--reason'],
    ['complaint list --reason 回访', '--include-personal'],
  ])('%s is a mistake of usage', async (line, missing) => {
    const cwd = await withNames()
    const before = sha256(join(cwd, 'chengxin.db'))
    const ran = await here(cwd, line)
    expect([ran.code, ran.stdout]).toEqual([2, ''])
    expect(ran.stderr).toContain(`缺少选项 ${missing}`)
    expect(sha256(join(cwd, 'chengxin.db'))).toBe(before)
  })

  it('that finds no such thing, or has nowhere to write to, is none', async () => {
    const cwd = await withNames()
    const before = sha256(join(cwd, 'chengxin.db'))
    const ask = '--include-personal --reason 回访'
    expect((await here(cwd, `complaint show TS-0 ${ask}`)).code).toBe(4)
    expect((await here(cwd, `complaint list --district 无此区 ${ask}`)).code).toBe(4)
    expect((await here(cwd, `complaint list ${ask} -o chengxin.db`)).code).not.toBe(0)
    expect(sha256(join(cwd, 'chengxin.db'))).toBe(before)
  })

  it('does not alter the papers drawn afterwards: they name the last entry that changed data', {
    timeout: 30_000,
  }, async () => {
    const cwd = await at('finalized')
    await done(cwd, 'nomination propose')
    await done(cwd, 'form results --all --out before')
    await done(cwd, 'complaint list --include-personal --reason 回访')
    await done(cwd, 'form results --all --out after')
    const { readdirSync, readFileSync } = await import('node:fs')
    const papers = readdirSync(join(cwd, 'before'))
    expect(papers.length).toBeGreaterThan(0)
    for (const name of papers)
      expect(readFileSync(join(cwd, 'after', name)).equals(readFileSync(join(cwd, 'before', name)))).toBe(
        true,
      )
  })
})
