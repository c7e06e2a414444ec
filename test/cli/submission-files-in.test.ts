// What goes in and out of the verbs of packages: files that are too big or have no end, files that may not be overwritten,
// records that no package can hold, places that end up in a shell.
import { execFileSync, spawn } from 'node:child_process'
import { copyFileSync, existsSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { beforeAll, describe, expect, it } from 'vitest'
import { Differences } from '../../src/domain/submission/merging.ts'
import { cli, copied, done, folder, here, sha256 } from './run.ts'
import { districtFile } from './submission-files.ts'

/** Where there are devices, pipes and a shell. */
const POSIX = existsSync('/dev/zero')
const NOMINEE = '91110117CXYL04683A'
let home = ''
let city = ''

beforeAll(async () => {
  home = await districtFile('平谷区')
  await done(home, 'submission pack -o p.zip')
  city = folder()
  await done(city, 'init')
}, 120_000)

function withPackage(from: string): string {
  const cwd = copied(from)
  copyFileSync(join(home, 'p.zip'), join(cwd, 'p.zip'))
  return cwd
}

describe('-o', () => {
  it('of a merge is refused before anything is done, or written with --force', async () => {
    const cwd = withPackage(city)
    writeFileSync(join(cwd, 'out.json'), 'old')
    const before = sha256(join(cwd, 'chengxin.db'))
    const refused = await here(cwd, 'submission merge p.zip --json -o out.json')
    expect([refused.code, refused.stderr]).toEqual([5, expect.stringContaining('CX5008')])
    expect([sha256(join(cwd, 'chengxin.db')), readFileSync(join(cwd, 'out.json'), 'utf8')]).toEqual([
      before,
      'old',
    ])
    await done(cwd, 'submission merge p.zip --json -o out.json --force')
    const told = JSON.parse(readFileSync(join(cwd, 'out.json'), 'utf8')) as { data: { agencies: object } }
    expect(told.data.agencies).toMatchObject({ added: 12 })
  })

  it.each([
    'submission check p.zip -o p.zip --force',
    'submission merge p.zip -o ./p.zip --force',
    'template check t.docx -o t.docx --force',
    'submission check p.zip -o chengxin.db --force',
    'submission check p.zip -o chengxin.db-wal',
    'submission check p.zip -o chengxin.db-shm',
    'submission check p.zip -o chengxin.db-journal --force',
    'quota allocate --input u.csv --seats 3 --method dhondt -o u.csv --force',
  ])('never takes the place of what is read, or of a part of the database: %s', async line => {
    const cwd = withPackage(city)
    writeFileSync(join(cwd, 't.docx'), 'words')
    writeFileSync(join(cwd, 'u.csv'), 'unit,weight\n甲,1\n')
    const target = join(cwd, / -o (\S+)/.exec(line)![1]!)
    const before = existsSync(target) ? sha256(target) : null
    const ran = await here(cwd, line)
    expect([ran.code, ran.stderr]).toEqual([2, expect.stringContaining('CX6009')])
    expect(existsSync(target) ? sha256(target) : null).toBe(before)
    await done(cwd, 'agency list')
  })
})

describe('a file', () => {
  it('of three gigabytes is refused by its size, whatever it begins with', async () => {
    const cwd = withPackage(city)
    for (const [name, begins] of [
      ['zero.zip', ''],
      ['pk.zip', 'PK\u0003\u0004'],
    ] as const) {
      writeFileSync(join(cwd, name), begins)
      truncateSync(join(cwd, name), 3 * 1024 ** 3)
      for (const verb of ['check', 'merge']) {
        const ran = await here(cwd, `submission ${verb} ${name}`)
        expect([ran.code, ran.stderr]).toEqual([3, expect.stringContaining('CX1421')])
        expect(ran.stderr).toContain('200 MB')
      }
    }
  })

  it.runIf(POSIX)('without an end is read only so far', async () => {
    const cwd = withPackage(city)
    for (const line of [
      'submission check /dev/zero',
      'submission merge /dev/zero',
      'template check /dev/zero',
    ])
      expect((await here(cwd, line)).code, line).toBe(3)
  })

  it.runIf(POSIX)('comes through standard input and a pipe as it is', async () => {
    const cwd = withPackage(city)
    const bytes = readFileSync(join(cwd, 'p.zip'))
    const ran = await cli(cwd, 'submission check -', { stdin: bytes })
    expect(ran.stdout).toContain('-：完整')
    execFileSync('sh', ['-c', 'mkfifo pipe'], { cwd })
    spawn('sh', ['-c', 'cat p.zip > pipe'], { cwd, stdio: 'ignore' })
    expect((await here(cwd, 'submission check pipe')).stdout).toContain('pipe：完整')
  })
})

describe('a record that no package can hold', () => {
  const again = [
    'evaluation run',
    'evaluation finalize --allow-partial --reason 缺评分',
    'nomination propose',
  ]

  it.each([
    ['over two lines', '北京样例\n人才公司', '北京样例 人才公司的“机构名称”报送包装不下'],
    ['without end', '样'.repeat(201), '样样样…的“机构名称”报送包装不下'],
  ])('is named when it is packed: a name %s', async (_what, name, shown) => {
    const cwd = withPackage(home)
    await done(cwd, 'evaluation reopen --reason 更名')
    await done(cwd, ['agency', 'edit', NOMINEE, '--name', name, '--reason', '更名'])
    for (const line of again) await done(cwd, line)
    const ran = await here(cwd, 'submission pack -o bad.zip --json')
    expect([ran.code, existsSync(join(cwd, 'bad.zip'))]).toEqual([3, false])
    const { problems } = (
      JSON.parse(ran.stdout) as { data: { problems: { code: string; message: string }[] } }
    ).data
    expect(problems.map(p => p.code)).toEqual(['CX1441'])
    expect(problems[0]!.message).toContain(shown)
    expect(problems[0]!.message).toContain('200 个字符')
    expect(ran.stdout).not.toContain('receipt')
    const english = await here(cwd, '--lang en submission pack -o bad.zip')
    expect([english.code, english.stderr]).toEqual([
      3,
      expect.stringContaining('no package can hold its name'),
    ])
  })

  it('is named by its agency and number where it came onto the file before there was a limit', async () => {
    const cwd = withPackage(home)
    const db = new Database(join(cwd, 'chengxin.db'))
    const first = db
      .prepare(
        'SELECT complaint.id, complaint_no, name FROM complaint JOIN agency ON agency.id = agency_id ORDER BY complaint.id',
      )
      .get() as { id: number; complaint_no: string; name: string }
    db.prepare('UPDATE complaint SET summary = ? WHERE id = ?').run('长'.repeat(40_000), first.id)
    db.close()
    const ran = await here(cwd, 'submission pack -o bad.zip')
    expect([ran.code, ran.stderr]).toEqual([3, expect.stringContaining('CX1441')])
    expect(ran.stderr).toContain(`${first.name} ${first.complaint_no}的“事项摘要”报送包装不下`)
    expect(existsSync(join(cwd, 'bad.zip'))).toBe(false)
  })

  it.each([
    ['agency edit', `agency edit ${NOMINEE} --reason 迁址 --address`],
    ['nomination drop', `nomination drop ${NOMINEE} --signer 样局长 --reason`],
    ['complaint add', `complaint add --agency ${NOMINEE} --received-on 2013-10-01 --category 其他 --summary`],
  ])('does not get onto the file by %s', async (_what, line) => {
    const cwd = withPackage(home)
    const before = sha256(join(cwd, 'chengxin.db'))
    const ran = await here(cwd, [...line.split(' '), '长'.repeat(40_000)])
    expect([ran.code, ran.stderr]).toEqual([3, expect.stringContaining('CX1009')])
    expect(ran.stderr.length).toBeLessThan(500)
    expect(sha256(join(cwd, 'chengxin.db'))).toBe(before)
  })
})

describe('a place', () => {
  const NASTY = `京$(touch x)\`touch x\`"; touch x; '%PATH%' ! & | “x” ＂ ʺ+1\n号`

  it('says nothing to a shell, and different records have different places', () => {
    const differences = new Differences({ all: null, some: new Map() })
    const sides = [NASTY, NASTY.replace('+1', ' 1'), '京罚（2013）1号', `${NOMINEE}`]
    for (const record of sides)
      differences.side({ place: `penalty:${record}:fact`, record, field: '事实', here: '甲', there: '乙' })
    const places = differences.open.map(c => c.place)
    expect(new Set(places).size).toBe(sides.length)
    for (const place of places) expect(place).toMatch(/^[\p{Lu}\p{Ll}\p{Lo}\p{Nd}:（）+-]+$/u)
    expect(places.slice(2)).toEqual(['penalty:京罚（2013）1号:fact', `penalty:${NOMINEE}:fact`])
    // As it is typed it is found again.
    const taken = new Differences({ all: null, some: new Map([[places[0]!, 'file']]) })
    expect(
      taken.side({ place: `penalty:${NASTY}:fact`, record: '', field: '', here: '甲', there: '乙' }),
    ).toBe('file')
    expect(taken.astray()).toEqual([])
  })

  it.runIf(POSIX)('as it is advised runs nothing when it is pasted, and decides', async () => {
    const cwd = withPackage(home)
    const number = '京$(touch pwned)`touch pwned`"罚1号'
    const penalty = (fact: string) => [
      ...['penalty', 'add', '--agency', NOMINEE, '--decision-no', number, '--decision-date', '2013-09-01'],
      ...['--kind', '警告', '--fact', fact, '--authority', '样例局', '--basis', '条例'],
    ]
    await done(cwd, penalty('甲'))
    for (const line of ['evaluation reopen --reason 补记', 'evaluation run']) await done(cwd, line)
    await done(cwd, 'evaluation finalize --allow-partial --reason 缺评分')
    for (const line of ['nomination propose', 'submission pack -o n.zip']) await done(cwd, line)
    const at = withPackage(city)
    copyFileSync(join(cwd, 'n.zip'), join(at, 'n.zip'))
    await done(at, 'submission merge p.zip')
    await done(at, penalty('乙'))
    const ran = await here(at, 'submission merge n.zip --take list=package')
    expect(ran.code).toBe(5)
    const advised = /(--take "[^"]*=package")/.exec(ran.stderr)![1]!
    const pasted = execFileSync('sh', ['-c', `printf '%s' ${advised.replace('--take ', '')}`], { cwd: at })
    expect(existsSync(join(at, 'pwned'))).toBe(false)
    await done(at, ['submission', 'merge', 'n.zip', '--take', 'list=package', '--take', pasted.toString()])
  })
})
