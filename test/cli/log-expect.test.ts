// What a paper's footer says, asked of the file behind it: by the hash of the log, by the check code of the content.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { partOf, plainOf } from '../formats/word-file.ts'
import { at, data, done, HAND, here, SAMPLES, sha256 } from './run.ts'

interface Verified {
  entries: number
  head: string
  expected: {
    entry: { no: number; command: string; hash: string } | null
    changed_since: { no: number; at: string; command: string; operator: string; rows: number }[] | null
    paper: { command: string; name: string; code: string } | null
  } | null
  problems: { code: string }[]
}

const verify = (cwd: string, code: string, exit = 0) =>
  data<Verified>(cwd, ['log', 'verify', '--expect', code], exit)

/** The check codes of what a command writes, by file name, from the list beside. */
async function codes(cwd: string, line: string, out: string): Promise<[name: string, code: string][]> {
  await done(cwd, `${line} --out ${out}`)
  const list = readdirSync(join(cwd, out)).find(name => name.startsWith('清单-'))!
  const rows = readFileSync(join(cwd, out, list), 'utf8')
    .trimEnd()
    .split('\r\n')
    .slice(1)
  return rows.map(row => row.split(',')).map(row => [row[1]!, row[4]!])
}

describe('a log hash', () => {
  it('is found with nothing changed since, and later with every entry that changed data, oldest first', async () => {
    const cwd = await at('run')
    const { head, entries } = await data<Verified>(cwd, 'log verify')
    expect((await data<Verified>(cwd, 'log verify')).expected).toBeNull()
    const unchanged = await verify(cwd, head.slice(0, 12))
    expect(unchanged).toMatchObject({
      expected: { entry: { no: entries, hash: head }, paper: null },
      problems: [],
    })
    expect(unchanged.expected!.changed_since).toEqual([])
    const said = await done(cwd, `log verify --expect ${head.slice(0, 12).toUpperCase()}`)
    expect(said.stdout).toContain('此后数据没有改动')
    await done(cwd, ['template', 'use', 'recommendation', join(SAMPLES, 'templates', 'recommendation.docx')])
    await done(cwd, `agency edit ${HAND} --phone 010-00001111 --reason 更正`)
    const changed = await verify(cwd, head)
    expect(changed.expected!.changed_since).toMatchObject([
      { no: entries + 1, at: '2013-11-04T00:00:00', command: 'template use', operator: '测试员', rows: 1 },
      { no: entries + 2, command: 'agency edit' },
    ])
    const told = await done(cwd, `log verify --expect ${head.slice(0, 8)}`)
    expect(told.stdout).toContain('此后改动数据的有 2 条')
    expect(told.stdout).toMatch(/2013-11-04 {2}测试员 {2}agency edit/)
    const english = await done(cwd, `log verify --expect ${head.slice(0, 8)} --lang en`)
    expect(english.stdout).toContain('data changed since in 2:')
  })

  it('that is not in the chain, or is no code, is told as before', async () => {
    const cwd = await at('run')
    const lost = await here(cwd, 'log verify --expect 0000000')
    expect([lost.code, lost.stderr]).toEqual([3, expect.stringContaining('CX5011')])
    expect(lost.stderr).not.toContain('CX1409')
    for (const code of ['abc', 'XYZ-123', '12345', '1234-5678-9', '1234-5678-9ABC-D']) {
      const ran = await here(cwd, ['log', 'verify', '--expect', code])
      expect([code, ran.code, ran.stderr]).toEqual([code, 2, expect.stringContaining('CX6005')])
    }
  })

  it('of twelve digits may be either: neither found is one finding, and says nothing against the log', async () => {
    const cwd = await at('run')
    const { problems, expected } = await verify(cwd, '000000000000', 3)
    expect(problems.map(p => p.code)).toEqual(['CX1409'])
    expect(expected).toEqual({ entry: null, changed_since: null, paper: null })
    const told = await here(cwd, 'log verify --expect 2013ED16DDDD')
    expect(told.stdout).toContain('条完整')
    expect(told.stdout).not.toContain('不符')
    expect(told.stderr).toContain('没有校验码 2013-ED16-DDDD，操作日志里也没有以 2013ed16dddd 开头的记录')
    expect(told.stderr).toContain('日志末尾也可能被截去')
    const dashed = await here(cwd, 'log verify --expect 2013-ED16-DDDD')
    expect(dashed.stderr).toMatch(/没有校验码 2013-ED16-DDDD$/m)
    expect(dashed.stderr).not.toContain('日志末尾')
    const english = await here(cwd, 'log verify --expect 2013ED16DDDD --lang en')
    expect(english.stderr).toContain('no log entry begins with 2013ed16dddd')
  })
})

describe('a check code', () => {
  it('finds each paper that the file still gives, whatever its kind, however it is typed, and changes nothing', async () => {
    const cwd = await at('finalized')
    await done(cwd, 'inspection draw 抽查 --seed 1 --ratio 100% --inspectors 样检1、样检2')
    const before = sha256(join(cwd, 'chengxin.db'))
    const made = [
      ...(await codes(cwd, 'form results --all', 'results')),
      ...(await codes(cwd, 'evaluation notice --all', 'notices')),
      ...(await codes(cwd, 'archive export --all', 'archives')),
      ...(await codes(cwd, 'archive export --all --public', 'public')),
    ]
    expect(made.length).toBeGreaterThan(15)
    await done(cwd, 'form inspection 抽查 --out sheets')
    for (const name of readdirSync(join(cwd, 'sheets'))) {
      const footer = plainOf(readFileSync(join(cwd, 'sheets', name)), 'word/footer1.xml')
      made.push([name, /校验码 (\S{14})/.exec(footer)![1]!])
    }
    await done(cwd, 'form quota -o quota.xlsx')
    const texts = partOf(readFileSync(join(cwd, 'quota.xlsx')), 'xl/sharedStrings.xml')
    // Told as the Word paper with the same content.
    made.push(['名额分配表.docx', /校验码 ([\dA-F-]{14})/.exec(texts)![1]!])
    const written = new Map<string, [name: string, code: string][]>()
    for (const [name, code] of made) {
      const { expected, problems } = await verify(cwd, code)
      expect([name, expected!.paper, problems]).toEqual([
        name,
        { command: expect.any(String), name, code },
        [],
      ])
      const { command } = expected!.paper!
      written.set(command, [...(written.get(command) ?? []), [name, code]])
    }
    // Each command that is named writes those papers.
    expect(written.size).toBe(6)
    for (const [i, [command, papers]] of [...written].entries()) {
      await done(cwd, `${command} --out again${i}`)
      const out = join(cwd, `again${i}`)
      for (const [name, code] of papers) {
        // A table that is written as a workbook has the code of the Word paper with the same content.
        const sheet = name.replace(/\.docx$/, '.xlsx')
        const text = readdirSync(out).includes(name)
          ? plainOf(readFileSync(join(out, name)), 'word/footer1.xml')
          : partOf(readFileSync(join(out, sheet)), 'xl/sharedStrings.xml')
        expect(text, `${command}: ${name}`).toContain(`校验码 ${code}`)
      }
    }
    const page = (await done(cwd, `evaluation explain ${HAND} --ratings --format html -o -`)).stdout
    const [, ofPage = ''] = /校验码 (\S{14})/.exec(page)!
    const { paper } = (await verify(cwd, ofPage)).expected!
    expect(paper).toMatchObject({ code: ofPage })
    // The command that is named writes that paper.
    await done(cwd, `${paper!.command} -o explained.docx`)
    expect(plainOf(readFileSync(join(cwd, 'explained.docx')), 'word/footer1.xml')).toContain(ofPage)
    const [name, code] = made[0]!
    for (const typed of [code.toLowerCase(), code.replaceAll('-', ''), code.replaceAll('-', '－')])
      expect((await verify(cwd, typed)).expected!.paper).toMatchObject({ name, code })
    const told = await done(cwd, `log verify --expect ${code}`)
    expect(told.stdout).toContain(
      `现有数据做出的还是这份文书，${name}（chengxin form results --all --evaluation 1）`,
    )
    expect((await done(cwd, `log verify --expect ${code} --lang en`)).stdout).toContain('exactly this paper')
    expect(sha256(join(cwd, 'chengxin.db'))).toBe(before)
  })

  it('finds the score tables of all, of the nominees, of a district and of one agency', async () => {
    const cwd = await at('finalized')
    await done(cwd, 'nomination propose')
    for (const scope of ['--all', '', '--all --district 朝阳区', '--district 朝阳区', HAND]) {
      await done(cwd, `form results ${scope} --format html --force -o t.html`.replace(/ {2,}/g, ' '))
      const [, code = ''] = /校验码 (\S{14})/.exec(readFileSync(join(cwd, 't.html'), 'utf8'))!
      const { paper } = (await verify(cwd, code)).expected!
      expect([scope, paper]).toEqual([
        scope,
        { code, name: expect.stringMatching(/^评分表.*\.xlsx$/), command: expect.any(String) },
      ])
      await done(cwd, `${paper!.command} --force -o t.xlsx`)
      expect(partOf(readFileSync(join(cwd, 't.xlsx')), 'xl/sharedStrings.xml')).toContain(code)
    }
  }, 60_000)

  it('is no longer found once what the paper says has changed; another template does not change it', async () => {
    const cwd = await at('run')
    const find = async (line: string) => {
      const page = (await done(cwd, `${line} --format html -o -`)).stdout
      return /校验码 (\S{14})/.exec(page)![1]!
    }
    const code = await find(`archive export ${HAND}`)
    await done(cwd, 'template export archive --out own')
    await done(cwd, ['template', 'use', 'recommendation', join(SAMPLES, 'templates', 'recommendation.docx')])
    expect((await verify(cwd, code)).expected!.paper).toMatchObject({ code })
    await done(cwd, `agency edit ${HAND} --phone 010-00001111 --reason 更正`)
    const { problems, expected } = await verify(cwd, code, 3)
    expect(problems.map(p => p.code)).toEqual(['CX1409'])
    expect(expected!.paper).toBeNull()
    const ran = await here(cwd, `log verify --expect ${code}`)
    expect(ran.stdout).toContain('条完整')
    expect(ran.stderr).toContain(`没有校验码 ${code}`)
  })

  it('is looked for in a file that gives no papers yet', async () => {
    const { problems } = await verify(await at('init'), '0000-0000-0000', 3)
    expect(problems.map(p => p.code)).toEqual(['CX1409'])
  })
})
