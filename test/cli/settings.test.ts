// Where settings come from, languages, colors, help, and the mode of a new database.

import { mkdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import stringWidth from 'string-width'
import { describe, expect, it } from 'vitest'
import { tree, verbsOf } from './commands.ts'
import { at, cli, data, done, five, folder, HAND, here } from './run.ts'

const verbs = verbsOf(await tree())
const HAN = /\p{Script=Han}/u

describe('a setting', () => {
  /** The operator and the day of the last log entry after an init with these sources. */
  async function told(flags: string[], env: Record<string, string>, near?: string, user?: string) {
    const cwd = folder()
    const home = folder()
    if (near !== undefined) writeFileSync(join(cwd, 'chengxin.yaml'), near)
    if (user !== undefined) {
      mkdirSync(join(home, 'chengxin'))
      writeFileSync(join(home, 'chengxin', 'config.yaml'), user)
    }
    const given = { env: { ...env, XDG_CONFIG_HOME: home }, bare: true }
    await done(cwd, [...flags, 'init', '--db', 'a.db'], given)
    const ran = await done(cwd, 'log list --db a.db --json', given)
    const [entry] = (JSON.parse(ran.stdout) as { data: { operator: string; at: string }[] }).data
    return [entry!.operator, entry!.at]
  }
  const near = 'operator: 近\ntoday: 2013-03-03\n'
  const user = 'operator: 远\ntoday: 2013-02-02\n'
  const env = { CHENGXIN_OPERATOR: '境', CHENGXIN_TODAY: '2013-04-04' }

  it('comes from the flag first', async () => {
    const flags = ['--operator', '旗', '--today', '2013-05-05']
    expect(await told(flags, env, near, user)).toEqual(['旗', '2013-05-05T00:00:00'])
  })
  it('then from the environment', async () => {
    expect(await told([], env, near, user)).toEqual(['境', '2013-04-04T00:00:00'])
  })
  it('then from chengxin.yaml in the folder', async () => {
    expect(await told([], {}, near, user)).toEqual(['近', '2013-03-03T00:00:00'])
  })
  it('then from the file of the user', async () => {
    expect(await told([], {}, undefined, user)).toEqual(['远', '2013-02-02T00:00:00'])
  })
  it('then from the login and the clock', async () => {
    expect(await told([], {})).toEqual(['login', '2013-11-04T09:30:00'])
  })
  it('each on its own: what one source leaves out, the next one gives', async () => {
    const one = await told(['--operator', '旗'], {}, 'today: 2013-03-03\n')
    expect(one).toEqual(['旗', '2013-03-03T00:00:00'])
  })
  it('left blank in a file is not given', async () => {
    expect(await told([], {}, 'operator:\n', user)).toEqual(['远', '2013-02-02T00:00:00'])
  })
  it('empty in the environment is not given', async () => {
    expect((await told([], { CHENGXIN_OPERATOR: '' }, near))[0]).toBe('近')
  })

  it.each([
    ['flag', ['--db', 'f.db'], {}],
    ['environment', [], { CHENGXIN_DB: 'f.db' }],
    ['default', [], {}],
  ])('for the database: %s', async (source, flags, env) => {
    const cwd = folder()
    await done(cwd, [...flags, 'init'], { env: env as Record<string, string> })
    expect(statSync(join(cwd, source === 'default' ? 'chengxin.db' : 'f.db')).size).toBeGreaterThan(0)
  })

  it('may stand before or after the command', async () => {
    const cwd = await at('roster')
    const before = await done(cwd, 'status --today 2013-01-01 --json')
    const ran = await here(cwd, '--today 2013-01-01 status --json')
    expect(ran.stdout).toBe(before.stdout)
  })

  it('of the built program: environment and folder are read, the login is the last resort', async () => {
    const cwd = folder()
    writeFileSync(join(cwd, 'chengxin.yaml'), 'db: mine.db\n')
    const env = { CHENGXIN_TODAY: '2013-04-04' }
    expect((await cli(cwd, 'init', { env, bare: true })).code).toBe(0)
    const ran = await cli(cwd, 'log list --json', { env, bare: true })
    const [entry] = (JSON.parse(ran.stdout) as { data: { operator: string; at: string }[] }).data
    expect(entry!.at).toBe('2013-04-04T00:00:00')
    expect(entry!.operator).not.toBe('')
    expect(statSync(join(cwd, 'mine.db')).size).toBeGreaterThan(0)
  })
})

describe('a new database', () => {
  it.skipIf(process.platform === 'win32')('is readable by its owner only, whatever the umask', async () => {
    const cwd = folder()
    const umask = process.umask(0)
    try {
      await done(cwd, 'init')
    } finally {
      process.umask(umask)
    }
    expect(statSync(join(cwd, 'chengxin.db')).mode & 0o777).toBe(0o600)
  })

  it('knows 18 jurisdictions, 130 places and the calendar', async () => {
    const made = await data<Record<string, unknown>>(folder(), 'init')
    expect(made).toMatchObject({ jurisdictions: 18, places: 130, district: null })
  })

  it('of a district desk knows its district by code or by name', async () => {
    expect(await data(folder(), 'init --district 110105')).toMatchObject({ district: '110105' })
    expect(await data(folder(), 'init --district 朝阳区')).toMatchObject({ district: '110105' })
  })
})

describe('color', () => {
  const problem = async (given: Parameters<typeof here>[2], flags = '') =>
    (await here(await at('init'), `agency show nobody${flags}`, given)).stderr
  it('is used on a terminal', async () => {
    expect(await problem({ terminal: 'both' })).toContain('\u001B[')
  })
  it.each([
    ['no terminal', {}, ''],
    ['NO_COLOR', { terminal: 'both', env: { NO_COLOR: '1' } }, ''],
    ['TERM=dumb', { terminal: 'both', env: { TERM: 'dumb' } }, ''],
    ['--no-color', { terminal: 'both' }, ' --no-color'],
  ] as const)('is not used with %s', async (_, given, flags) => {
    expect(await problem(given, flags)).not.toContain('\u001B')
  })
})

describe('language', () => {
  it.each([
    ['--lang en', ['--lang', 'en'], {}],
    ['--lang=en', ['--lang=en'], {}],
    ['CHENGXIN_LANG', [], { CHENGXIN_LANG: 'en' }],
    ['an English system', [], { LANG: 'en_US.UTF-8' }],
  ])('is English with %s', async (_, flags, env) => {
    const ran = await here(await at('init'), [...flags, 'agency', 'show', 'nobody'], {
      env: env as Record<string, string>,
    })
    expect(ran.stderr).toContain('nobody')
    expect(ran.stderr).not.toMatch(HAN)
  })

  it('is Chinese on a Chinese system and where the system says nothing', async () => {
    for (const env of [{}, { LANG: 'zh_CN.UTF-8' }, { LANG: 'C' }]) {
      const ran = await here(await at('init'), 'agency show nobody', { env: env as Record<string, string> })
      expect(ran.stderr).toContain('名录里没有“nobody”')
    }
  })

  it('English: every verb has a help of its own without Chinese, apart from examples', async () => {
    for (const { words, command } of verbsOf(await tree(undefined, 'en'))) {
      const help = command.helpInformation()
      expect(command.description(), words).not.toBe('')
      expect(help.replace(/附件\d/g, ''), words).not.toMatch(HAN)
    }
  })

  it('English: lines about imports, runs and refusals hold no Chinese but names from the data', async () => {
    const cwd = await at('opened')
    for (const line of [
      `evaluation import ${five('scores')}`,
      'evaluation run',
      'evaluation finalize --allow-partial --reason unrated',
      'nomination list',
      `agency import ${five('scores')}`,
      'evaluation run --evaluation 1999',
      'uscc check 91110105CXJG000158',
    ]) {
      const ran = await here(cwd, `--lang en ${line}`)
      const text = `${ran.stdout}${ran.stderr}`.replace(/诚信(优秀|良好|一般|较差)|“[^”]*”|"[^"]*"/g, '')
      expect(text.trim(), line).not.toBe('')
      if (!line.startsWith('agency')) expect(text, line).not.toMatch(HAN)
    }
  })

  it('English: a refusal names what was not found in English', async () => {
    const ran = await here(await at('init'), '--lang en agency list --district nowhere')
    expect(ran.code).toBe(4)
    expect(ran.stderr).not.toContain('推荐范围')
  })

  it('does not change codes, keys or values of JSON', async () => {
    const cwd = await at('run')
    const strip = (text: string) =>
      JSON.stringify(JSON.parse(text), (key, value: unknown) =>
        key === 'reason' || key === 'message' ? undefined : value,
      )
    const [zh, en] = [
      await done(cwd, `evaluation explain ${HAND} --json`),
      await done(cwd, `--lang en evaluation explain ${HAND} --json`),
    ]
    expect(strip(en.stdout)).toBe(strip(zh.stdout))
  })
})

describe('help', () => {
  const nouns = [
    ...[
      ['agency', '机构'],
      ['complaint', '投诉'],
      ['penalty', '处罚'],
      ['honor', '荣誉'],
    ],
    ...[
      ['commitment', '承诺'],
      ['activity', '活动'],
      ['inspection', '检查'],
      ['evaluation', '评估'],
    ],
    ...[
      ['quota', '名额'],
      ['nomination', '推荐'],
      ['form', '表格'],
      ['log', '日志'],
      ['uscc', '信用代码'],
    ],
  ] as [string, string][]

  it.each(nouns)('of %s is the help of %s', async (noun, alias) => {
    const cwd = folder()
    const [one, other] = [await done(cwd, `${noun} --help`), await done(cwd, `${alias} --help`)]
    expect(other.stdout).toBe(one.stdout)
    expect(one.stdout).toContain(noun)
  })

  it('of the program lists every noun', async () => {
    const { stdout } = await done(folder(), '--help')
    for (const [noun, alias] of nouns) expect(stdout).toContain(`${noun}|${alias}`)
    for (const line of stdout.split('\n')) expect(stringWidth(line), line).toBeLessThanOrEqual(100)
  })

  it.each(verbs.map(v => v.words))('of %s begins with examples', async words => {
    const { stdout, stderr } = await done(folder(), `${words} --help`)
    const [title, first] = stdout.split('\n')
    expect(title).toBe('示例')
    expect(first).toMatch(new RegExp(`^ {2}chengxin ${words}\\b`))
    expect(stderr).toBe('')
  })

  it.each(['', ...nouns.map(([noun]) => noun)])('of the group “%s” begins with examples', async noun => {
    const { stdout } = await done(folder(), [...(noun === '' ? [] : [noun]), '--help'])
    expect(stdout.split('\n')[0]).toBe('示例')
  })

  it('describes every option', () => {
    for (const { words, command } of verbs) {
      for (const option of command.options)
        expect(option.description, `${words} ${option.flags}`).not.toBe('')
    }
  })
})
