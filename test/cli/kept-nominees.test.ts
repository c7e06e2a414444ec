// A list that went out is not rewritten: whoever was published or granted the title stays on it, whatever the records
// say since, until a person takes them off; places that fall open are filled all the same.
import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { at, copied, data, done, FINALIZE, folder, here, SAMPLES, sha256, withPapers } from './run.ts'

const FIRST = '91110117CXYL047553'
const PENALTY = `penalty add --agency ${FIRST} --decision-no 新罚1号 --authority 样例局 --kind 警告 --decision-date 2013-10-01`
const PROPOSE = 'nomination propose --district 平谷区'
const CHECK = 'nomination check --district 平谷区'
const on = (today: string, line: string) => ['--today', today, ...line.split(' ')]
const db = (cwd: string) => sha256(join(cwd, 'chengxin.db'))

interface Found {
  problems: { code: string; message: string }[]
}
interface List {
  candidates: { uscc: string; name: string; decision: string; reason: string }[]
}

const city = folder()

beforeAll(async () => {
  copyFileSync(join(await at('init'), 'chengxin.db'), join(city, 'chengxin.db'))
  const files = ['agency:roster', 'complaint:complaints', 'penalty:penalties', 'inspection:inspection']
  for (const kind of [...files, 'activity:activities', 'honor:honors', 'commitment:commitments']) {
    const [noun, file] = kind.split(':')
    await done(city, `${noun} import ${join(SAMPLES, 'city', `${file}.csv`)}`)
  }
  const rest = [
    'evaluation open --year 2013 --as-of 2013-10-31',
    `evaluation import ${join(SAMPLES, 'city', 'scores.csv')}`,
    ...['evaluation run', FINALIZE, 'nomination propose'],
  ]
  for (const line of rest) await done(city, line)
  await withPapers(city)
  await done(city, 'publicity open --district 平谷区')
}, 60_000)

/** 平谷区 is in publicity from 2013-11-04 to 2013-11-08. */
async function published(...lines: (string | readonly string[])[]): Promise<string> {
  const cwd = copied(city)
  for (const line of lines) await done(cwd, line)
  return cwd
}

const nominees = async (cwd: string) =>
  (await data<List>(cwd, 'nomination list --district 平谷区')).candidates
    .filter(c => c.decision === 'nominated')
    .map(c => c.name)

async function refused(cwd: string, line: string | readonly string[]): Promise<string> {
  const before = db(cwd)
  const ran = await here(cwd, line)
  expect([ran.code, [...ran.stderr.matchAll(/\[(CX\d{4})\]/g)].map(m => m[1])], ran.stderr).toEqual([
    5,
    ['CX1356'],
  ])
  const english = await here(cwd, ['--lang', 'en', ...(typeof line === 'string' ? line.split(' ') : line)])
  expect(english.stderr).toContain('CX1356')
  expect(english.stderr).not.toMatch(/undefined|\[object/)
  expect(db(cwd)).toBe(before)
  return ran.stderr
}

describe('a nominee in publicity', () => {
  it('is not taken off by a proposal; dropped, its place is filled, and the new one is yet to be published', async () => {
    const cwd = await published(PENALTY)
    const was = await nominees(cwd)
    const told = await refused(cwd, PROPOSE)
    expect(told).toContain(`${was[0]}已经公示，现在不满足推荐条件`)
    expect(told).toContain('nomination drop')
    await refused(cwd, 'nomination propose')
    const found = await data<Found>(cwd, CHECK, 3)
    expect(found.problems.map(p => p.code)).toContain('CX3025')
    await done(cwd, `nomination drop ${FIRST} --reason 公示期间受到处罚`)
    await done(cwd, PROPOSE)
    const now = await nominees(cwd)
    expect(now).toHaveLength(4)
    expect(now.slice(0, 3)).toEqual(was.slice(1))
    const checked = await done(cwd, CHECK)
    expect(checked.stderr).toContain(`[CX1357]`)
    expect(checked.stderr).toContain(`其中还没有公示的：${now[3]}`)
    const { publicity } = await data<{ publicity: { cases: { name: string }[] } }>(
      cwd,
      'publicity open --district 平谷区',
    )
    expect(publicity.cases.map(c => c.name)).toEqual([now[3]])
    expect((await done(cwd, CHECK)).stderr).not.toContain('CX1357')
  })

  it('stays when another one would come before it, unless that one is dropped', async () => {
    const cwd = await published()
    const was = await nominees(cwd)
    const { candidates } = await data<List>(cwd, 'nomination list --district 平谷区')
    const next = candidates.find(c => c.decision === 'passed_over')!
    // One more by hand takes the place of the last.
    await done(cwd, `nomination add ${next.uscc} --reason 复核`)
    expect(await refused(cwd, PROPOSE)).toContain(`已经公示，现在排在名额之外`)
    await done(cwd, `nomination drop ${next.uscc} --reason 名单已公示`)
    await done(cwd, PROPOSE)
    expect(await nominees(cwd)).toEqual(was)
  })

  it('of whom it is said why it was taken out: by an objection, by hand, or never in', async () => {
    const object = ['publicity', 'object', '1', '--agency', FIRST, '--content', '反映拖欠工资']
    const cwd = await published(object, 'publicity resolve 1 --outcome 成立 --reply 属实')
    const told = await done(cwd, 'nomination list --district 平谷区')
    expect(told.stdout).toContain('公示异议成立（第 1 号异议）：属实')
    expect(told.stdout).toContain('裁定：公示异议成立（第 1 号异议），撤下 ')
    const { rulings } = await data<{ rulings: object[] }>(cwd, 'nomination list --district 平谷区')
    expect(rulings).toMatchObject([{ kind: 'drop', uscc: FIRST, objection: 1 }])
    // As proposed anew it says the same.
    await done(cwd, PROPOSE)
    expect((await done(cwd, 'nomination list --district 平谷区')).stdout).toContain('公示异议成立')
    const { candidates } = await data<List>(cwd, 'nomination list --district 平谷区')
    const out = candidates.find(c => c.decision === 'passed_over')!
    const dropped = await done(cwd, `nomination drop ${out.uscc} --reason 自愿放弃`)
    expect(dropped.stderr).toContain('原来不在推荐之列')
    const nominee = candidates.find(c => c.decision === 'nominated')!
    expect((await done(cwd, `nomination drop ${nominee.uscc} --reason 自愿放弃`)).stderr).not.toContain(
      '原来不在推荐之列',
    )
  })

  it('that an objection took out is not held; withdrawn, a publicity holds nobody', async () => {
    const object = ['publicity', 'object', '1', '--agency', FIRST, '--content', '反映拖欠工资']
    const cwd = await published(object, 'publicity resolve 1 --outcome 成立 --reply 属实', PROPOSE)
    expect(await nominees(cwd)).toHaveLength(4)
    const free = await published(PENALTY, 'publicity withdraw 1 --reason 更正', PROPOSE)
    expect(await nominees(free)).not.toContain((await nominees(await published()))[0])
  })
})

describe('what became known during a publicity', () => {
  const DECIDED = PENALTY.replace('2013-10-01', '2013-11-05')

  it('is told as the grant would tell it, and keeps nobody from the end', async () => {
    const cwd = await published()
    expect((await done(cwd, 'publicity show 1')).stderr).toBe('')
    await done(cwd, on('2013-11-07', DECIDED))
    const shown = await done(cwd, on('2013-11-07', 'publicity show 1'))
    expect(shown.stderr).toContain('[CX1386]')
    expect(shown.stderr).toContain('新罚1号')
    const ended = await here(cwd, on('2013-11-11', 'publicity close 1 --json'))
    const { warnings } = JSON.parse(ended.stdout) as { warnings: { code: string }[] }
    expect([ended.code, warnings.map(w => w.code)]).toEqual([0, ['CX1386']])
    const grant = 'title grant --district 平谷区 --document 京人社〔2013〕300号 --on 2013-11-20'
    const { granted } = await data<{ granted: object[] }>(cwd, on('2013-11-20', grant))
    expect(granted).toHaveLength(3)
    // Asked about no more are those who have it.
    const later = await done(cwd, on('2013-11-20', 'publicity show 1'))
    expect(later.stderr.match(/CX1386/g)).toHaveLength(1)
  })

  it('dropped by hand for it, a nominee is not counted among those that stand', async () => {
    const cwd = await published(
      on('2013-11-07', DECIDED),
      `nomination drop ${FIRST} --reason 公示期间受到处罚`,
    )
    const shown = await done(cwd, 'publicity show 1')
    expect([shown.stderr, shown.stdout]).toEqual(['', expect.stringContaining('无异议 3，已撤下 1')])
    expect(await data(cwd, 'publicity show 1')).toMatchObject({
      cases: [{ uscc: FIRST, state: 'dropped', removed_on: null }, {}, {}, {}],
    })
    const ended = await done(cwd, on('2013-11-11', 'publicity close 1'))
    expect(ended.stdout).toContain('无异议或异议不成立的 3 家，撤出 1 家')
    const log = await data<{ summary: object }[]>(cwd, 'log list')
    expect(log.at(-1)).toMatchObject({ summary: { cases: 3, removed: 1 } })
  })
})

describe('opening', () => {
  const OPEN = 'publicity open --district 平谷区'
  const free = () => published('publicity withdraw 1 --reason 更正')

  it('warns of a last day after what is due, and of a first day before the as-of day', async () => {
    const late = await done(await free(), OPEN)
    expect(late.stderr).toContain('[CX1373]')
    expect(late.stderr).toContain('公示末日 2013-11-08，次日才能结束，赶不上')
    expect(late.stderr).toContain('2013-11-05（三(七)）')
    // Five working days, the last of them 2013-11-04, so that it can be closed on the day due.
    expect(late.stderr).toContain('最晚 2013-10-29 开始公示')
    const early = await done(await free(), `${OPEN} --on 2013-10-30 --days 4`)
    expect(early.stderr).not.toContain('[CX1373]')
    expect(early.stderr).toContain('[CX1383]')
    const right = await done(await free(), `${OPEN} --on 2013-11-01 --days 2`)
    expect(right.stderr).not.toMatch(/CX1373|CX1383/)
  })

  it('says where the days and the counting come from, each by itself, and how to print the notice', async () => {
    const days = await done(await free(), `${OPEN} --days 5`)
    expect(days.stderr).toContain('5 个工作日（命令指定），首日计入（本程序默认）')
    const counting = await done(await free(), `${OPEN} --no-count-first-day`)
    expect(counting.stderr).toContain('5 个工作日（本程序默认），首日不计（命令指定）')
    const both = await done(await free(), `${OPEN} --days 7 --count-first-day -o n.docx`)
    expect(both.stderr).toContain('7 个工作日，首日计入（命令指定）')
    expect(both.stderr).not.toContain('form publicity')
    const cwd = await free()
    expect((await done(cwd, OPEN)).stderr).toContain('chengxin form publicity 2')
    const again = await here(cwd, OPEN)
    expect([again.code, again.stderr]).toEqual([5, expect.stringContaining('chengxin form publicity 2')])
  })

  it('a second time names itself the second, and says what comes after each step', async () => {
    const object = ['publicity', 'object', '1', '--agency', FIRST, '--content', '反映拖欠工资']
    const cwd = await published(object)
    const upheld = await done(cwd, 'publicity resolve 1 --outcome 成立 --reply 属实')
    expect(upheld.stderr).toContain('先 chengxin nomination propose，再 chengxin publicity open')
    await done(cwd, PROPOSE)
    const { publicity } = await data<{ publicity: { title: string } }>(cwd, OPEN)
    expect(publicity.title).toBe('2013年度北京市人力资源诚信服务示范单位（平谷区）推荐对象公示（第二次）')
    const ended = await done(cwd, on('2013-11-11', 'publicity close 1'))
    expect(ended.stderr).toContain('chengxin title grant')
  })

  it.each(['十个八个', '123', '1064632146'])('refuses %s as a telephone', async phone => {
    const cwd = await free()
    const before = db(cwd)
    const ran = await here(cwd, `${OPEN} --phone ${phone}`)
    expect([ran.code, ran.stderr]).toEqual([3, expect.stringContaining('[CX1384]')])
    expect(ran.stderr).toContain('010-64632146')
    expect(db(cwd)).toBe(before)
  })

  it.each(['12333', '13800000000', '0539-8322113', '(010)64632146', '010-64632146转8'])(
    'takes %s',
    async phone => {
      await done(await free(), `${OPEN} --phone ${phone}`)
    },
  )
})

describe('a nominee who was granted the title', () => {
  const GRANT = 'title grant --district 平谷区 --document 京人社〔2013〕300号 --on 2013-11-20'
  const granted = () => published(on('2013-11-11', 'publicity close 1'), on('2013-11-20', GRANT))

  it('stays on the list, which is not outdated any more, until the title is revoked', async () => {
    const cwd = await granted()
    const was = await nominees(cwd)
    await done(cwd, PENALTY)
    expect(await refused(cwd, PROPOSE)).toContain('title revoke')
    expect(await refused(cwd, `nomination drop ${FIRST} --reason 处罚`)).toContain('已凭本次评估授予称号')
    expect((await data<Found>(cwd, CHECK)).problems).toEqual([])
    expect(await nominees(cwd)).toEqual(was)
    const titles = await data<{ id: number; uscc: string }[]>(cwd, 'title list')
    const { id } = titles.find(t => t.uscc === FIRST)!
    const revoke = `title revoke ${id} --on 2013-12-02 --document 京人社〔2013〕400号 --reason 受到处罚`
    await done(cwd, on('2013-12-02', revoke))
    await refused(cwd, PROPOSE)
    await done(cwd, `nomination drop ${FIRST} --reason 称号已撤销`)
    await done(cwd, PROPOSE)
    expect(await nominees(cwd)).toHaveLength(4)
  })
})
