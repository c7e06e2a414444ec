// Versions of an evaluation: finalized with gaps only for a reason, opened again, kept, and computed again to the byte.

import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { deflateSync, inflateSync } from 'node:zlib'
import Database from 'better-sqlite3'
import PizZip from 'pizzip'
import { beforeAll, describe, expect, it } from 'vitest'
import { at, data, done, FINALIZE, five, HAND, here, sha256 } from './run.ts'

interface Version {
  id: number
  version: number
  status: string
  result_sha256: string | null
  partial_reason: string | null
  reopened_reason: string | null
}
interface Replay {
  version: number
  status: string
  agencies: number
  compared_by: string
  same: boolean
  digests: { part: string; kept: string; found: string }[]
  problems: { code: string; message: string }[]
}

beforeAll(async () => void (await at('finalized')), 30_000)

/** Runs, expects a refusal, and that the database is as before to the byte. */
async function refused(cwd: string, line: string | string[], exit: number, code: string): Promise<string> {
  const before = sha256(join(cwd, 'chengxin.db'))
  const ran = await here(cwd, line)
  expect([ran.code, ran.stdout]).toEqual([exit, ''])
  expect(ran.stderr).toContain(code)
  expect(sha256(join(cwd, 'chengxin.db'))).toBe(before)
  return ran.stderr
}

/** Past the program, as somebody with a database browser would. */
function tamper(cwd: string, work: (db: Database.Database) => void): void {
  const db = new Database(join(cwd, 'chengxin.db'))
  work(db)
  db.close()
}

describe('finalizing what is unknown', () => {
  it.each([
    'evaluation finalize',
    'evaluation finalize --allow-partial',
    'evaluation finalize --reason 没有时间',
    ['evaluation', 'finalize', '--allow-partial', '--reason', '  '],
  ])('is refused without a reason: %s', async line => {
    const told = await refused(await at('run'), line, 6, 'CX1270')
    // Three of the five lack ratings; the one that nobody rated lacks most.
    expect(told).toMatch(/有 \d 家未定（共 5 家/)
    expect(told).toContain('影响最大的：')
    expect(told).toContain('chengxin evaluation check')
    expect(told).toContain('--allow-partial --reason')
  })

  it('keeps the reason and says it wherever the evaluation is shown', async () => {
    const cwd = await at('run')
    const summary = await data<Record<string, unknown>>(cwd, FINALIZE)
    expect(summary).toMatchObject({ version: 1, status: 'finalized', partial_reason: '缺评分的不参加推荐' })
    expect(summary.incomplete).toBeGreaterThan(0)
    const [listed] = await data<Version[]>(cwd, 'evaluation list')
    expect(listed).toMatchObject({ partial_reason: '缺评分的不参加推荐', reopened_reason: null })
    expect((await done(cwd, 'evaluation list')).stdout).toContain('带未定项审定，理由：缺评分的不参加推荐')
    expect((await done(cwd, 'evaluation show')).stderr).toContain('带未定项审定')
    expect((await done(cwd, `evaluation explain ${HAND}`)).stdout).toContain('带未定项审定')
  })

  it('says that a reason is not needed where nothing is unknown, and records none', async () => {
    const cwd = await at('roster')
    await complete(cwd)
    const ran = await done(cwd, FINALIZE)
    expect(ran.stderr).toContain('理由没有记入')
    const [listed] = await data<Version[]>(cwd, 'evaluation list')
    expect(listed!.partial_reason).toBeNull()
  })

  it('is told in English too', async () => {
    const ran = await here(await at('run'), '--lang en evaluation finalize')
    expect(ran.code).toBe(6)
    expect(ran.stderr).toMatch(/Of 5 agencies in evaluation 1, \d are not decided/)
  })
})

/** Points set by hand for every indicator of everybody: nothing is unknown. */
async function complete(cwd: string): Promise<void> {
  await done(cwd, 'evaluation open --year 2013 --as-of 2013-10-31')
  tamper(cwd, db => {
    const insert = db.prepare(
      `INSERT INTO override (evaluation_id, agency_id, indicator, points, reason, document) VALUES (1, ?, ?, 200, 'a', 'b')`,
    )
    for (const { id } of db.prepare('SELECT id FROM agency').all() as { id: number }[]) {
      for (let indicator = 1; indicator <= 22; indicator++) insert.run(id, indicator)
    }
  })
  await done(cwd, 'evaluation run')
}

describe('evaluation reopen', () => {
  it('needs a reason, and an evaluation that is finalized', async () => {
    const cwd = await at('finalized')
    await refused(cwd, 'evaluation reopen', 3, 'CX1023')
    await refused(cwd, ['evaluation', 'reopen', '--reason', ' '], 3, 'CX1023')
    const told = await refused(await at('run'), 'evaluation reopen --reason 更正', 5, 'CX1273')
    expect(told).toContain('还没有审定')
  })

  it('keeps the finalized version as it was and begins the next', async () => {
    const cwd = await at('finalized')
    const before = await done(cwd, 'evaluation show --json')
    const explained = await done(cwd, `evaluation explain ${HAND} --json`)
    const [finalized] = await data<Version[]>(cwd, 'evaluation list')
    const opened = await data<Record<string, unknown>>(cwd, 'evaluation reopen --reason 处罚决定被撤销')
    expect(opened).toMatchObject({
      id: 1,
      status: 'open',
      version: 2,
      reopened: { version: 1, reason: '处罚决定被撤销', result_sha256: finalized!.result_sha256 },
    })
    expect(await data<Version[]>(cwd, 'evaluation list')).toMatchObject([
      { ...finalized, reopened_reason: '处罚决定被撤销' },
      { id: 1, version: 2, status: 'open', result_sha256: null, reopened_reason: null },
    ])
    // What comes in now is not seen by the version that was finalized.
    await done(cwd, ['penalty', 'revoke', '样例罚字〔2012〕3号', '--reason', '复议决定撤销'])
    expect((await done(cwd, 'evaluation show --evaluation 1@1 --json')).stdout).toBe(before.stdout)
    expect((await done(cwd, `evaluation explain ${HAND} --evaluation 2013@1 --json`)).stdout).toBe(
      explained.stdout,
    )
    expect((await done(cwd, 'evaluation show --evaluation 1@1')).stderr).toContain('第 1 版，已重新办理')
    await refused(cwd, 'evaluation show', 5, 'CX3006')
    expect((await done(cwd, 'log verify')).code).toBe(0)
    expect((await done(cwd, 'status')).code).toBe(0)
  })

  it('is done again and again, each version with its own result', async () => {
    const cwd = await at('finalized')
    for (const reason of ['一', '二']) {
      await done(cwd, `evaluation reopen --reason ${reason}`)
      await done(cwd, 'evaluation run')
      await done(cwd, FINALIZE)
    }
    const listed = await data<Version[]>(cwd, 'evaluation list')
    expect(listed.map(v => [v.version, v.reopened_reason])).toEqual([
      [1, '一'],
      [2, '二'],
      [3, null],
    ])
    // Nothing changed in between: the result is the same to the byte.
    expect(new Set(listed.map(v => v.result_sha256)).size).toBe(1)
    for (const version of [1, 2, 3]) {
      const replay = await data<Replay>(cwd, `evaluation replay --evaluation 1@${version}`)
      expect(replay).toMatchObject({ version, same: true })
    }
  })

  it('leaves a nomination list that is told to be out of date', async () => {
    const cwd = await at('finalized')
    await done(cwd, 'nomination propose')
    const ran = await done(cwd, 'evaluation reopen --reason 更正')
    expect(ran.stderr).toContain('推荐名单上的 5 家是按原版提出的')
    await refused(cwd, 'nomination check', 5, 'CX3006')
    await refused(cwd, 'form recommendation --out papers', 5, 'CX3006')
    await done(cwd, 'evaluation run')
    const check = await here(cwd, 'nomination check')
    expect([check.code, check.stderr]).toEqual([3, expect.stringContaining('CX3025')])
  })

  it.each([
    ['evaluation show --evaluation 1@3', 4, 'CX1271'],
    ['evaluation show --evaluation 7@1', 4, 'CX3001'],
    ['evaluation reopen --reason x --evaluation 1@1', 5, 'CX1272'],
    ['evaluation run --evaluation 1@1', 5, 'CX3005'],
    ['evaluation finalize --evaluation 1@1', 5, 'CX3005'],
    ['nomination propose --evaluation 1@1', 5, 'CX1272'],
    ['nomination list --evaluation 1@1', 5, 'CX1272'],
  ])('an earlier version is not changed and not built on: %s', async (line, exit, code) => {
    const cwd = await at('finalized')
    await done(cwd, 'evaluation reopen --reason 更正')
    await refused(cwd, line, exit, code)
  })

  it('does not take sheets for an earlier version', async () => {
    const cwd = await at('finalized')
    await done(cwd, 'evaluation reopen --reason 更正')
    await refused(cwd, `evaluation import ${five('scores')} --evaluation 1@1`, 5, 'CX1272')
  })

  it('prints on score tables why it was finalized with gaps, and that an earlier version was done again', async () => {
    const cwd = await at('finalized')
    const notes = async (line: string) => {
      await done(cwd, line)
      return textOf(join(cwd, line.split(' ').at(-1)!))
    }
    expect(await notes(`form results ${HAND} -o first.docx`)).toContain(
      '本次评估带未定项审定，理由：缺评分的不参加推荐。',
    )
    await done(cwd, 'evaluation reopen --reason 更正')
    expect(await notes(`form results ${HAND} --evaluation 1@1 -o again.docx`)).toContain(
      '本表为第1版，已重新办理（更正），以新版为准。',
    )
  })
})

/** All that a Word file says. */
function textOf(path: string): string {
  const xml = new PizZip(readFileSync(path)).file('word/document.xml')!.asText()
  return xml.replace(/<[^>]+>/g, '')
}

describe('evaluation replay', () => {
  it.each(['run', 'finalized'] as const)('matches to the byte: %s', async stage => {
    const cwd = await at(stage)
    const before = sha256(join(cwd, 'chengxin.db'))
    const replay = await data<Replay>(cwd, 'evaluation replay')
    const [listed] = await data<Version[]>(cwd, 'evaluation list')
    expect(replay).toMatchObject({ agencies: 5, compared_by: 'bytes', same: true, problems: [] })
    for (const { kept, found } of replay.digests) expect(found).toBe(kept)
    expect(replay.digests.find(d => d.part === 'result')!.found).toBe(listed!.result_sha256)
    expect(sha256(join(cwd, 'chengxin.db'))).toBe(before)
  })

  it('rests on what was frozen, not on what came in since', async () => {
    const cwd = await at('finalized')
    await done(cwd, ['penalty', 'revoke', '样例罚字〔2012〕3号', '--reason', '复议决定撤销'])
    expect(await data<Replay>(cwd, 'evaluation replay')).toMatchObject({ same: true })
  })

  it('rests on the working days that were frozen, in what was opened again as well', async () => {
    const cwd = await at('run')
    const other = '91110108CXJG00023F'
    // Nobody stated a limit: it is counted in working days.
    await done(
      cwd,
      `complaint add --agency ${other} --complaint-no TS-90 --received-on 2013-05-02 --category 虚假信息 --dishonest 否 --accepted-on 2013-05-02 --closed-on 2013-07-20 --finding 不属实`,
    )
    await done(cwd, 'evaluation run')
    await done(cwd, FINALIZE)
    tamper(cwd, db => db.exec('DELETE FROM calendar_year; DELETE FROM calendar_day'))
    const what = await data<{ differences: unknown[] }>(cwd, 'evaluation what-if --cap 50')
    expect(what.differences).toEqual([])
    expect(await data<Replay>(cwd, 'evaluation replay')).toMatchObject({ same: true })
    await done(cwd, 'evaluation reopen --reason 更正')
    expect(await data<Replay>(cwd, 'evaluation replay --evaluation 1@1')).toMatchObject({ same: true })
    await done(cwd, 'evaluation run')
    // What is not frozen goes by the days on file, of which there are none any more.
    const { differences } = await data<{ differences: { uscc: string }[] }>(cwd, 'evaluation compare 1@1 1@2')
    expect(differences.map(d => d.uscc)).toEqual([other])
  })

  it('of an open evaluation is refused before the first run, and when records changed since the last', async () => {
    await refused(await at('scored'), 'evaluation replay', 5, 'CX3006')
    const cwd = await at('run')
    await done(cwd, ['penalty', 'revoke', '样例罚字〔2012〕3号', '--reason', '复议决定撤销'])
    await refused(cwd, 'evaluation replay', 5, 'CX3007')
  })

  it('names whose result is not what the materials give', async () => {
    const cwd = await at('finalized')
    tamper(cwd, db =>
      db.prepare('UPDATE result SET total = 9999, max_total = 9999 WHERE agency_id = 1').run(),
    )
    const replay = await data<Replay>(cwd, 'evaluation replay', 3)
    expect(replay.problems).toHaveLength(1)
    expect(replay.problems[0]).toMatchObject({ code: 'CX1275', message: expect.stringContaining('99.99') })
    const told = await here(cwd, 'evaluation replay')
    expect([told.code, told.stdout]).toEqual([3, expect.stringContaining('有 1 处不符')])
    expect(told.stderr).toContain('CX1275')
  })

  it('sees materials changed after they were frozen, and what follows from them', async () => {
    const cwd = await at('finalized')
    tamper(cwd, db => {
      const row = db
        .prepare('SELECT frozen.rowid, basis FROM frozen JOIN agency ON id = agency_id WHERE uscc = ?')
        .get(HAND) as { rowid: number; basis: Buffer }
      const other = inflateSync(row.basis).toString().replace('"2012-12-12"', '"2010-12-12"')
      db.prepare('UPDATE frozen SET basis = ? WHERE rowid = ?').run(deflateSync(other), row.rowid)
    })
    const { problems, digests } = await data<Replay>(cwd, 'evaluation replay', 3)
    expect(problems.map(p => p.code)).toEqual(['CX1274', 'CX1274', 'CX1275'])
    expect(digests.filter(d => d.kept !== d.found).map(d => d.part)).toEqual(['basis', 'result'])
  })

  it('sees a scheme changed after it was frozen, even where it gives the same result', async () => {
    const cwd = await at('finalized')
    tamper(cwd, db => db.prepare(`UPDATE evaluation SET scheme_source = scheme_source || '\n# x\n'`).run())
    const { problems, digests } = await data<Replay>(cwd, 'evaluation replay', 3)
    expect(problems.map(p => p.code)).toEqual(['CX1274'])
    expect(digests.find(d => d.kept !== d.found)!.part).toBe('scheme')
  })

  it('of a version from before there were versions compares totals, grades, ranks and scores', async () => {
    const cwd = await at('finalized')
    // As the upgrade leaves it: explanations as they were written then, under a digest of their own kind.
    tamper(cwd, db => {
      const digest = createHash('sha256')
      const rows = db.prepare('SELECT rowid, * FROM result ORDER BY agency_id').all() as Record<
        string,
        string | number | null
      >[]
      for (const r of rows) {
        const detail = JSON.stringify({ vetoes: [], said: '旧说明' })
        const head = [
          r.agency_id!,
          r.rank!,
          r.total!,
          r.min_total!,
          r.max_total!,
          r.computed_grade!,
          r.grade!,
        ]
        digest.update(`${JSON.stringify(head)}${detail}\n`)
        db.prepare('UPDATE result SET detail = ? WHERE rowid = ?').run(detail, r.rowid)
      }
      db.prepare('UPDATE evaluation SET result_sha256 = ?').run(digest.digest('hex'))
    })
    expect(await data<Replay>(cwd, 'evaluation replay')).toMatchObject({ compared_by: 'values', same: true })
    tamper(cwd, db =>
      db.prepare(`UPDATE result SET scores = replace(scores, '"1":', '"1":1') WHERE agency_id = 1`).run(),
    )
    const { problems } = await data<Replay>(cwd, 'evaluation replay', 3)
    expect(problems.map(p => p.code)).toEqual(['CX1275'])
  })
})

/** Runs on a database changed past the program; what is refused says so and changes nothing. */
describe('what was changed past the program', () => {
  const EXPLAIN = `evaluation explain ${HAND}`

  it.each([
    [
      'bytes that are no text',
      "UPDATE frozen SET basis = x'00112233'",
      [EXPLAIN, 'evaluation replay', 'evaluation check'],
    ],
    ['bytes cut short', 'UPDATE frozen SET basis = substr(basis, 1, 40)', [EXPLAIN, 'evaluation outliers']],
    ['an empty text', "UPDATE frozen SET basis = CAST('{}' AS BLOB)", [EXPLAIN, 'evaluation compare 1 1']],
    ['half a text', "UPDATE frozen SET basis = CAST('{' AS BLOB)", [EXPLAIN, 'evaluation what-if --cap 60']],
    [
      'results',
      'UPDATE result SET total = total + 1 WHERE total IS NOT NULL',
      ['evaluation show', 'nomination propose'],
    ],
    [
      'results missing',
      'DELETE FROM result WHERE agency_id = 2',
      ['evaluation show', 'evaluation serve --all --on 2013-11-04'],
    ],
  ])('is refused, finalized: %s', async (_what, sql, lines) => {
    const cwd = await at('finalized')
    tamper(cwd, db => db.exec(sql))
    for (const line of lines) {
      const told = await refused(cwd, line, 5, 'CX5016')
      expect(told).toContain('chengxin log verify')
    }
  })

  it('is told beside the explanation of a sealed result that is another', async () => {
    const cwd = await at('finalized')
    tamper(cwd, db => db.exec('UPDATE result SET total = 9999, min_total = 9999, max_total = 9999'))
    const ran = await done(cwd, EXPLAIN)
    expect(ran.stdout + ran.stderr).toContain('CX1275')
    expect(ran.stdout + ran.stderr).not.toContain('CX1290')
  })

  it('results are not finalized, and are made anew by a run', async () => {
    const cwd = await at('run')
    const before = await done(cwd, 'evaluation show --json')
    tamper(cwd, db => db.exec('UPDATE result SET max_total = max_total - 1'))
    await refused(cwd, FINALIZE, 5, 'CX5016')
    expect((await data<{ changed: boolean }>(cwd, 'evaluation run')).changed).toBe(true)
    expect((await done(cwd, 'evaluation show --json')).stdout).toBe(before.stdout)
    expect((await done(cwd, 'log verify')).code).toBe(0)
    await done(cwd, FINALIZE)
  })

  it.each(['evaluation run', FINALIZE, EXPLAIN])(
    'by another text of the scheme nothing is decided: %s',
    async line => {
      const cwd = await at('run')
      tamper(cwd, db => db.exec("UPDATE scheme SET source = replace(source, 'min: 90', 'min: 91')"))
      await refused(cwd, line, 5, 'CX5015')
    },
  )
})
