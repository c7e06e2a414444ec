// Exit codes, each by the situations that lead to it, and that a refusal leaves the database as it was.

import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { at, cli, data, done, FINALIZE, five, folder, HAND, here, type Stage, sha256 } from './run.ts'

type Case = readonly [line: string, code: string]

/** Files that are there already. */
const TAKEN = ['taken.txt', 'taken.xlsx']

/** Every refusal: exit code, its own code on stderr, nothing on stdout, nothing written, no talk of a defect. */
function refuses(exit: number, stage: Stage | null, cases: readonly Case[]): void {
  it.each(cases)(`${stage ?? 'no database'}: %s (%s)`, async (line, code) => {
    const cwd = stage === null ? folder() : await at(stage)
    const db = join(cwd, 'chengxin.db')
    const before = stage === null ? '' : sha256(db)
    for (const name of TAKEN) writeFileSync(join(cwd, name), 'mine')
    mkdirSync(join(cwd, 'some-folder'))
    const ran = await here(cwd, line)
    expect(ran.stderr).toContain(`[${code}]`)
    expect(ran.code).toBe(exit)
    expect(ran.stdout).toBe('')
    expect(ran.stderr).toMatch(/处理：\S/)
    for (const name of TAKEN) expect(readFileSync(join(cwd, name), 'utf8')).toBe('mine')
    if (stage !== null) expect(sha256(db)).toBe(before)
  })
}

it('what is refused as a whole has an envelope too, where JSON is asked for', async () => {
  const ran = await here(folder(), 'calendar add 2026-12-30 5 --json')
  expect(ran.code).toBe(3)
  expect(JSON.parse(ran.stdout)).toMatchObject({
    ...{ schema_version: 1, data: { problems: [{ code: 'CX1320' }] }, warnings: [] },
  })
  expect(ran.stderr).toContain('[CX1320]')
})

describe('0: done', () => {
  it.each(['--help', '--version', 'agency list --help', 'uscc check 91110105CXJG000159'])(
    '%s',
    async line => {
      const ran = await here(folder(), line)
      expect(ran.code).toBe(0)
      expect(ran.stdout).not.toBe('')
    },
  )

  it('warnings and gaps do not change it', async () => {
    const cwd = await at('roster')
    const ran = await done(cwd, `honor import ${five('honors')}`)
    expect(ran.stderr).toMatch(/提醒\[CX\d{4}\] 授予日期 2013-12-10/)
    await done(await at('scored'), 'evaluation run')
  })

  it('without any words, the help of the program', async () => {
    const ran = await cli(folder(), [], { bare: true })
    expect(ran.code).toBe(0)
    expect(ran.stdout).toContain('用法：')
  })
})

describe('1: failed', () => {
  refuses(1, 'init', [
    ['--db no/such/folder/x.db init', 'CX5006'],
    ['--db taken.txt/x.db init', 'CX5006'],
    ['--db taken.txt status', 'CX5003'],
    ['--db some-folder status', 'CX5006'],
    ['quota show -o taken.txt/x.csv', 'CX5006'],
  ])
})

describe('2: usage', () => {
  refuses(2, 'init', [
    ['agenci list', 'CX6001'],
    ['form quota -o quota.txt', 'CX6010'],
    ['form quota --format docx -o quota.xlsx', 'CX6010'],
    ['agency lst', 'CX6001'],
    ['agency list --colour', 'CX6001'],
    ['agency import', 'CX6001'],
    ['agency list extra', 'CX6001'],
    ['agency list --district', 'CX6001'],
    ['agency list --format xml', 'CX6001'],
    ['evaluation open', 'CX6001'],
    ['evaluation open --year abc', 'CX6002'],
    ['evaluation open --year 2013 --as-of 2013-02-30', 'CX6006'],
    ['uscc check', 'CX6001'],
    ['status --today 2013-02-30', 'CX6006'],
    ['status --lang fr', 'CX6002'],
  ])

  it.each(['agency', 'evaluation', 'form'])(
    'a noun without a verb (%s) says what is missing or shows its help',
    async noun => {
      const ran = await here(await at('init'), noun)
      expect(`${ran.stdout}${ran.stderr}`).toContain(noun)
      expect([0, 2]).toContain(ran.code)
    },
  )

  it('several open evaluations and none named', async () => {
    const cwd = await at('opened')
    await done(cwd, 'evaluation open --year 2014')
    const ran = await here(cwd, 'evaluation run')
    expect([ran.code, ran.stderr]).toEqual([2, expect.stringContaining('CX3002')])
    await done(cwd, 'evaluation run --evaluation 2013')
    await done(cwd, 'evaluation run --evaluation 2')
  })

  it('names the nearest command', async () => {
    expect((await here(folder(), 'agenc list')).stderr).toContain('agency')
    expect((await here(folder(), 'agency imprt x')).stderr).toContain('import')
  })
})

describe('3: a check found something', () => {
  it.each([
    ['init', 'uscc check 91110105CXJG000158'],
    ['opened', 'evaluation check'],
  ] as const)('%s: %s', async (stage, line) => {
    expect((await here(await at(stage), line)).code).toBe(3)
  })

  it('a hash that is not in the log', async () => {
    const ran = await here(await at('init'), 'log verify --expect 0000000000000')
    expect([ran.code, ran.stderr]).toEqual([3, expect.stringContaining('CX5011')])
  })
})

describe('4: not found', () => {
  const lines = ['status', 'agency list', 'log list', 'evaluation run', 'quota show', 'form quota']
  refuses(
    4,
    null,
    [...lines, `agency import ${five('roster')}`].map(line => [line, 'CX5002'] as const),
  )
  refuses(4, 'init', [
    ['agency import nowhere.csv', 'CX5009'],
    ['agency import some-folder', 'CX5009'],
    ['agency list --district 海定区', 'CX4002'],
    ['evaluation run', 'CX3003'],
    ['init --scheme hunan-2020 --db new.db', 'CX2005'],
    ['init --district 430000 --db new.db', 'CX4002'],
  ])
  refuses(4, 'run', [
    ['agency show 91110105CXJG000150', 'CX4001'],
    ['complaint list --agency nobody', 'CX4001'],
    ['evaluation explain 91110105CXJG000150', 'CX4001'],
    ['form results nobody', 'CX4001'],
    ['evaluation show --evaluation 2012', 'CX3001'],
    ['evaluation show --district 海定区', 'CX4002'],
    ['nomination list', 'CX3024'],
    ['nomination check', 'CX3024'],
    ['form recommendation', 'CX3024'],
  ])

  it('a refused init leaves no file behind', async () => {
    const cwd = folder()
    await here(cwd, 'init --district 430000')
    await here(cwd, 'init --scheme hunan-2020')
    expect(() => readFileSync(join(cwd, 'chengxin.db'))).toThrow('ENOENT')
  })

  it('offers the nearest agency', async () => {
    const ran = await here(await at('roster'), 'agency show 91110105CXJG000158')
    expect(ran.stderr).toContain(HAND)
  })

  it('an agency that came after the run is not among those evaluated', async () => {
    const cwd = await at('run')
    const roster = readFileSync(five('roster'), 'utf8').split('\r\n')
    const late = '6,北京后来样例人力资源有限公司,,经营性,民营企业,新证1号,,,,,,朝阳区,110105,,,,,,,,'
    writeFileSync(join(cwd, 'late.csv'), `${roster[0]}\r\n${late}\r\n`)
    await done(cwd, 'agency import late.csv')
    const ran = await here(cwd, 'evaluation explain 新证1号')
    expect([ran.code, ran.stderr]).toEqual([4, expect.stringContaining('CX3013')])
  })
})

describe('5: conflict', () => {
  refuses(5, 'init', [
    ['init', 'CX5001'],
    ['quota show -o taken.txt', 'CX5008'],
    ['form quota -o taken.xlsx', 'CX5008'],
    ['demo .', 'CX5012'],
    ['demo taken.txt', 'CX5012'],
    ['evaluation open --year 2013 -o taken.txt', 'CX5008'],
  ])
  refuses(5, 'opened', [
    ['evaluation open --year 2013', 'CX3004'],
    ['evaluation open --year 2013 --as-of 2013-09-30', 'CX3004'],
    ['evaluation show', 'CX3006'],
    [`evaluation explain ${HAND}`, 'CX3006'],
    ['evaluation finalize', 'CX3006'],
    ['nomination propose', 'CX3006'],
  ])
  refuses(5, 'run', [['evaluation finalize -o taken.txt', 'CX5008']])
  refuses(5, 'finalized', [
    ['evaluation run', 'CX3005'],
    ['evaluation finalize', 'CX3005'],
  ])

  it('score sheets for a finalized evaluation, new or corrected', async () => {
    const cwd = await at('finalized')
    const before = sha256(join(cwd, 'chengxin.db'))
    const sheets = readFileSync(five('scores'), 'utf8').replace('2.5,2.5', '2.4,2.5')
    writeFileSync(join(cwd, 'scores.csv'), sheets)
    const ran = await here(cwd, 'evaluation import scores.csv')
    expect([ran.code, ran.stderr]).toEqual([5, expect.stringContaining('CX3005')])
    expect(sha256(join(cwd, 'chengxin.db'))).toBe(before)
  })

  const later = (cwd: string) => {
    const [head] = readFileSync(five('complaints'), 'utf8').split('\r\n')
    const row = `TS2013-009,2013-10-01,电话,北京晴禾样例人力资源有限公司,${HAND},,,虚假信息,,是,,2013-12-01,,,,`
    writeFileSync(join(cwd, 'late.csv'), `${head}\r\n${row}\r\n`)
    return 'complaint import late.csv'
  }

  it.each([FINALIZE, 'nomination propose'])(
    'a complaint that came after the run stops %s until it is run again',
    async line => {
      const cwd = await at('run')
      await done(cwd, later(cwd))
      const before = sha256(join(cwd, 'chengxin.db'))
      const ran = await here(cwd, line)
      expect([ran.code, ran.stderr]).toEqual([5, expect.stringContaining('CX3007')])
      expect(ran.stderr).toContain('evaluation run')
      expect(sha256(join(cwd, 'chengxin.db'))).toBe(before)
      expect(await data(cwd, 'status')).toMatchObject({ evaluation: { stale: true }, next: 'evaluation run' })
      expect(await data(cwd, 'evaluation run')).toMatchObject({ changed: true })
      await done(cwd, FINALIZE)
    },
  )

  it('a metric that came or changed after the run makes it stale, and the rules see it once run again', async () => {
    const cwd = await at('run')
    const bring = (value: string) => {
      const row = `${HAND},北京晴禾样例人力资源有限公司,净利润,2012,${value},万元`
      writeFileSync(join(cwd, 'm.csv'), `统一社会信用代码,机构名称,指标,期间,数值,单位\n${row}\n`)
      return done(cwd, 'metric import m.csv')
    }
    for (const [value, mark] of [
      ['-3', '✗'],
      ['12.5', '✓'],
    ] as const) {
      const before = await data<{ total: string }>(cwd, `evaluation explain ${HAND}`)
      await bring(value)
      const ran = await here(cwd, FINALIZE)
      expect([ran.code, ran.stderr]).toEqual([5, expect.stringContaining('CX3007')])
      expect(await data(cwd, 'evaluation run')).toMatchObject({ changed: true })
      const { stdout } = await done(cwd, `evaluation explain ${HAND}`)
      expect(stdout).toContain(
        `${mark} 年度净利润不为负（仅提示）：年度净利润 2012 年为 ${Number(value) * 10_000} 元`,
      )
      expect(stdout).toContain('〔净利润 2012〕')
      // Advisory: no point comes or goes.
      expect((await data<{ total: string }>(cwd, `evaluation explain ${HAND}`)).total).toBe(before.total)
    }
    await done(cwd, FINALIZE)
  })

  it('--force overwrites an output file; without it the file stays', async () => {
    const cwd = await at('init')
    writeFileSync(join(cwd, 'q.csv'), 'mine')
    expect((await here(cwd, 'quota show --format csv -o q.csv')).code).toBe(5)
    expect(readFileSync(join(cwd, 'q.csv'), 'utf8')).toBe('mine')
    await done(cwd, 'quota show --format csv -o q.csv --force')
    expect(readFileSync(join(cwd, 'q.csv'), 'utf8')).toContain('石景山区')
  })

  it('papers are written all or none when one of them is there already', async () => {
    const cwd = await at('run')
    const [first = '', second = ''] = (await done(cwd, 'form results --all --out papers')).stdout.split('\n')
    rmSync(join(cwd, first))
    const ran = await here(cwd, 'form results --all --out papers')
    expect([ran.code, ran.stdout]).toEqual([5, ''])
    expect(() => readFileSync(join(cwd, first))).toThrow('ENOENT')
    expect(readFileSync(join(cwd, second)).length).toBeGreaterThan(0)
  })

  it('a database held by another writer', async () => {
    const cwd = await at('init')
    const { default: Database } = await import('better-sqlite3')
    const other = new Database(join(cwd, 'chengxin.db'))
    other.exec('BEGIN EXCLUSIVE')
    const [reads, writes] = await Promise.all([
      cli(cwd, 'agency list'),
      cli(cwd, `agency import ${five('roster')}`),
    ])
    other.exec('ROLLBACK')
    other.close()
    for (const ran of [reads, writes]) {
      expect([ran.code, ran.stderr]).toEqual([5, expect.stringContaining('CX5004')])
    }
    await done(cwd, `agency import ${five('roster')}`)
  }, 20_000)
})

describe('a finalized evaluation', () => {
  it('keeps its answer whatever is imported later', async () => {
    const cwd = await at('finalized')
    const shown = await data(cwd, 'evaluation show')
    const roster = readFileSync(five('roster'), 'utf8').replace('2009-03-12,42', '2013-03-12,42')
    writeFileSync(join(cwd, 'r.csv'), roster)
    expect(await data(cwd, 'agency import r.csv')).toMatchObject({ changed: 1 })
    expect(await data(cwd, 'evaluation show')).toEqual(shown)
    expect(await data(cwd, `evaluation explain ${HAND}`)).toMatchObject({ total: '77.75' })
  })

  it('is not told to run again by a command that could not run it', async () => {
    const cwd = await at('finalized')
    const roster = readFileSync(five('roster'), 'utf8').replace('2009-03-12,42', '2013-03-12,42')
    writeFileSync(join(cwd, 'r.csv'), roster)
    await done(cwd, 'agency import r.csv')
    const ran = await here(cwd, 'nomination propose')
    expect(ran.stderr).not.toContain('重新运行 chengxin evaluation run')
  })

  it('copied to another place verifies there', async () => {
    const cwd = await at('finalized')
    copyFileSync(join(cwd, 'chengxin.db'), join(cwd, 'copy.db'))
    await done(cwd, 'log verify --db copy.db')
  })
})
