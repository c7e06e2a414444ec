// Publicity as a clerk lives it: nominees and drafts put up for some working days, objections that block, clear or
// remove, the end. Refused, the file stays as it was to the byte.
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import PizZip from 'pizzip'
import { beforeAll, describe, expect, it } from 'vitest'
import { at, data, done, FINALIZE, folder, HAND, here, SAMPLES, sha256 } from './run.ts'

const FIRST = '91110117CXYL047553'
const NAME =
  '北京京畿云程样例人力资源市场综合服务与人才交流培训评价招聘派遣业务流程外包及企业管理咨询一体运营促进发展集团股份有限公司'
const OPEN = 'publicity open --district 平谷区'
const OBJECT = ['publicity', 'object', '1', '--agency', FIRST, '--content', '反映拖欠工资']
const db = (cwd: string) => sha256(join(cwd, 'chengxin.db'))
const on = (today: string, line: string) => ['--today', today, ...line.split(' ')]

interface Shown {
  id: number
  title: string
  first_day: string
  last_day: string
  working_days: number
  count_first_day: boolean
  counted: string[]
  days_left: number
  state: string
  closed_on: string | null
  phones: { district: string | null; phones: string[] }[]
  blocking: { running: boolean; objections: number[] }
  cases: {
    uscc: string | null
    code: string | null
    name: string
    state: string
    removed_on: string | null
  }[]
  objections: Record<string, unknown>[]
}
interface Candidate {
  uscc: string
  name: string
  rank: number | null
  decision: string
  reason: string
}

const city = folder()

beforeAll(async () => {
  copyFileSync(join(await at('init'), 'chengxin.db'), join(city, 'chengxin.db'))
  const files = {
    ...{ agency: 'roster', complaint: 'complaints', penalty: 'penalties', honor: 'honors' },
    ...{ commitment: 'commitments', activity: 'activities', inspection: 'inspection', metric: 'metrics' },
  }
  const imports = Object.entries(files).map(
    ([noun, file]) => `${noun} import ${join(SAMPLES, 'city', `${file}.csv`)}`,
  )
  const rest = [
    'evaluation open --year 2013 --as-of 2013-10-31',
    `evaluation import ${join(SAMPLES, 'city', 'scores.csv')}`,
    ...['evaluation run', FINALIZE, 'nomination propose'],
  ]
  for (const line of [...imports, ...rest]) await done(city, line)
  copyFileSync(join(city, 'chengxin.db'), join(city, 'proposed.db'))
  await done(city, OPEN)
}, 60_000)

/** The city with its proposal. */
function proposed(): string {
  const cwd = folder()
  copyFileSync(join(city, 'proposed.db'), join(cwd, 'chengxin.db'))
  return cwd
}

/** And with the nominees of 平谷区 published from 2013-11-04 to 2013-11-08. */
async function published(...lines: (string | readonly string[])[]): Promise<string> {
  const cwd = folder()
  copyFileSync(join(city, 'chengxin.db'), join(cwd, 'chengxin.db'))
  for (const line of lines) await done(cwd, line)
  return cwd
}

async function refused(cwd: string, line: string | readonly string[], exit: number, ...codes: string[]) {
  const words = typeof line === 'string' ? line.split(' ') : line
  const before = db(cwd)
  const ran = await here(cwd, words)
  const found = [...ran.stderr.matchAll(/\[(CX\d{4})\]/g)].map(match => match[1])
  expect([ran.code, found], ran.stderr).toEqual([exit, codes])
  const english = await here(cwd, ['--lang', 'en', ...words])
  expect([english.code, english.stderr]).toEqual([exit, expect.stringContaining(codes[0]!)])
  expect(english.stderr).not.toMatch(/undefined|\[object/)
  expect(db(cwd)).toBe(before)
  return ran.stderr
}

/** What a Word file says, paragraph by paragraph; the footer behind. */
function textsOf(path: string): string[] {
  const zip = new PizZip(readFileSync(path))
  return ['word/document.xml', ...Object.keys(zip.files).filter(name => /footer\d+\.xml/.test(name))].flatMap(
    part =>
      zip
        .file(part)!
        .asText()
        .split('</w:p>')
        .map(p => [...p.matchAll(/<w:t[^>]*>([^<]*)</g)].map(match => match[1]).join(''))
        .filter(text => text !== ''),
  )
}

/** Paragraphs that have several lines. */
function linesOf(path: string): string[][] {
  const paragraphs = new PizZip(readFileSync(path)).file('word/document.xml')!.asText().split('</w:p>')
  return paragraphs
    .map(p => p.split('<w:br/>').map(l => [...l.matchAll(/<w:t[^>]*>([^<]*)</g)].map(m => m[1]).join('')))
    .filter(lines => lines.length > 1)
}

describe('publicity open', () => {
  it('publishes the nominees of a district for five working days, the first counted, and writes the notice', async () => {
    const cwd = proposed()
    const ran = await done(cwd, `${OPEN} --channel 区政府网站 -o notice.docx`)
    expect(ran.stdout).toContain('（4 家）：2013-11-04 至 2013-11-08')
    expect(ran.stderr).toContain(
      '5 个工作日，首日计入（本程序默认）：2013-11-04、2013-11-05、2013-11-06、2013-11-07、2013-11-08',
    )
    const shown = await data<Shown>(cwd, 'publicity show 1')
    expect(shown).toMatchObject({
      ...{ first_day: '2013-11-04', last_day: '2013-11-08', working_days: 5, count_first_day: true },
      ...{ days_left: 5, state: 'open', closed_on: null, channel: '区政府网站' },
      ...{ title: '2013年度北京市人力资源诚信服务示范单位（平谷区）推荐对象公示', objections: [] },
      phones: [{ district: '平谷区', phones: ['89984988'] }],
      blocking: { running: true, objections: [] },
    })
    const list = await data<{ candidates: Candidate[] }>(cwd, 'nomination list --district 平谷区')
    const nominees = list.candidates.filter(c => c.decision === 'nominated')
    expect(shown.cases.map(c => [c.uscc, c.state])).toEqual(nominees.map(c => [c.uscc, 'published']))
    const [entry] = (await data<{ command: string; summary: object }[]>(cwd, 'log list')).slice(-1)
    const summary = { publicity: 1, kind: 'nominees', district: '平谷区', cases: 4, last_day: '2013-11-08' }
    expect(entry).toMatchObject({ command: 'publicity open', summary })
    await done(cwd, 'log verify')
    expect((await here(cwd, ['--lang', 'en', 'publicity', 'show', '1'])).stdout).toContain('4 no objection')
  })

  it.each([
    ['--on 2013-09-27', '2013-10-09'],
    ['--on 2013-09-27 --no-count-first-day', '2013-10-10'],
    ['--on 2013-10-03', '2013-10-12'],
    ['--on 2013-02-07', '2013-02-18'],
    ['--on 2013-11-04 --days 7', '2013-11-12'],
    ['--on 2013-11-04 --count-first-day', '2013-11-08'],
  ])('%s runs until %s, over days off and make-up days', async (given, last) => {
    const cwd = proposed()
    const { publicity } = await data<{ publicity: Shown }>(cwd, `${OPEN} ${given}`)
    expect([publicity.last_day, publicity.counted.at(-1)]).toEqual([last, last])
    const told = (await done(cwd, 'publicity show 1')).stdout
    expect(told).toContain(`至 ${last}（${given.includes('7') && given.includes('days') ? 7 : 5} 个工作日`)
  })

  it('refuses a list with a tie at the line, and says who has no telephone', async () => {
    const cwd = proposed()
    const stderr = await refused(cwd, 'publicity open', 3, 'CX3022', 'CX1374')
    expect(stderr).toContain('石景山区还有 1 个名额')
    expect(stderr).toContain('市属机构没有可以公布的电话')
    expect(stderr).toContain('没有开始公示')
    const json = await here(cwd, 'publicity open --json')
    const { data: told } = JSON.parse(json.stdout) as { data: { publicity: null; problems: object[] } }
    expect([json.code, told.publicity, told.problems.length]).toEqual([3, null, 2])
  })

  it('takes the telephones given instead', async () => {
    const cwd = proposed()
    const phones = '--phone 010-00000001 --phone 010-00000002'
    const { publicity } = await data<{ publicity: Shown }>(
      cwd,
      `publicity open --district 市属机构 ${phones}`,
    )
    expect(publicity.phones).toEqual([{ district: null, phones: ['010-00000001', '010-00000002'] }])
    expect(publicity.cases).toHaveLength(16)
  })

  it.each([
    ['a year without a calendar', on('2030-01-02', OPEN), 3, ['CX1370']],
    ['days that run into one', [...OPEN.split(' '), '--on', '2026-12-30'], 3, ['CX1370']],
    ['no days', [...OPEN.split(' '), '--days', '0'], 3, ['CX1034']],
    ['a day that does not exist', [...OPEN.split(' '), '--on', '2013-02-30'], 3, ['CX1030']],
    ['an unknown district', ['publicity', 'open', '--district', '朝阳县'], 4, ['CX4002']],
    ['an unknown evaluation', ['publicity', 'open', '--evaluation', '9'], 4, ['CX3001']],
    ['a scheme without consultation', ['publicity', 'open', '--scheme', 'zhoushan-2019'], 2, ['CX6001']],
    ['a consultation of nominees', [...OPEN.split(' '), '--consultation'], 2, ['CX6001']],
    ['a consultation on what is in force', ['publicity', 'open', '--consultation'], 3, ['CX1375']],
    ['the notice on standard output', [...OPEN.split(' '), '-o', '-'], 2, ['CX6007']],
  ] as const)('refuses %s', async (_, line, exit, codes) => {
    await refused(proposed(), line, exit, ...codes)
  })

  it('refuses results that are not final, a missing proposal, and a list without nominees', async () => {
    await refused(await at('run'), 'publicity open', 5, 'CX1249')
    const cwd = await at('finalized')
    await refused(cwd, 'publicity open', 4, 'CX3024')
    await done(cwd, 'nomination propose')
    await refused(cwd, 'publicity open', 3, 'CX1372')
    await refused(cwd, 'publicity open --district 朝阳区', 3, 'CX1372')
  })

  it('refuses a list that the records no longer fit, and a notice over a file that is there', async () => {
    const cwd = proposed()
    writeFileSync(join(cwd, 'notice.docx'), '')
    await refused(cwd, `${OPEN} -o notice.docx`, 5, 'CX5008')
    const penalty = `--decision-no 新罚1号 --authority 样例局 --kind 警告 --decision-date 2013-10-01`
    await done(cwd, `penalty add --agency ${FIRST} ${penalty}`)
    // Who failed, and who would come in instead; other districts can be published all the same.
    const stderr = await refused(cwd, OPEN, 3, ...Array<string>(7).fill('CX3025'))
    expect(stderr).toContain(`${NAME}的推荐结论与现有评估结果不符`)
    await done(cwd, 'publicity open --district 怀柔区')
  })

  it('refuses more nominees than there are places', async () => {
    const cwd = proposed()
    writeFileSync(join(cwd, 'q.csv'), '推荐范围,推荐名额\n平谷区,3\n')
    await done(cwd, 'quota import q.csv')
    const { stderr, code } = await here(cwd, OPEN)
    expect([code, stderr]).toEqual([3, expect.stringContaining('平谷区推荐 4 家，超过名额 3 家')])
  })

  it('of all publishes whom no earlier one has, each district with its telephone or all with those given', async () => {
    const cwd = proposed()
    writeFileSync(join(cwd, 'q.csv'), '推荐范围,推荐名额\n石景山区,4\n')
    for (const line of ['quota import q.csv', 'nomination propose', OPEN]) await done(cwd, line)
    expect(await refused(cwd, 'publicity open', 3, 'CX1374')).toContain('市属机构没有可以公布的电话')
    const ran = await done(cwd, 'publicity open --phone 010-00000001 -o n.docx')
    expect(ran.stderr).toContain('另有 4 家已经公示过，不重复公示')
    const { candidates } = await data<{ candidates: Candidate[] }>(cwd, 'nomination list')
    const nominees = candidates.filter(c => c.decision === 'nominated').map(c => c.name)
    const of = async (no: number) => (await data<Shown>(cwd, `publicity show ${no}`)).cases.map(c => c.name)
    const [first, second] = [await of(1), await of(2)]
    expect([...first, ...second].sort()).toEqual([...nominees].sort())
    expect(new Set([...first, ...second]).size).toBe(nominees.length)
    const texts = textsOf(join(cwd, 'n.docx'))
    expect(texts.slice(texts.indexOf('序号') + 3).filter(text => /^\d+$/.test(text))).toEqual(
      second.map((_, i) => String(i + 1)),
    )
    await refused(cwd, 'publicity open', 5, 'CX1371')
    await done(cwd, 'publicity withdraw 1 --reason 更正')
    const { publicity } = await data<{ publicity: Shown }>(cwd, 'publicity open --district 110117')
    expect(publicity.cases.map(c => c.name)).toEqual(first)
  })

  it('publishes nobody twice, until a publicity opened by mistake is withdrawn', async () => {
    const cwd = await published()
    await refused(cwd, OPEN, 5, 'CX1371')
    await refused(cwd, 'publicity withdraw 1', 2, 'CX6001')
    await done(cwd, ['publicity', 'withdraw', '1', '--reason', '电话写错'])
    expect(await data(cwd, 'publicity list --state withdrawn')).toMatchObject([
      { id: 1, withdrawn_on: '2013-11-04', withdrawn_reason: '电话写错' },
    ])
    for (const line of ['publicity withdraw 1 --reason x', 'publicity close 1', 'form publicity 1 -o n.docx'])
      await refused(cwd, line, 5, 'CX1376')
    await refused(cwd, OBJECT, 5, 'CX1376')
    await done(cwd, OPEN)
    const rows = await data<{ id: number; state: string; cases: number }[]>(cwd, 'publicity list')
    expect(rows.map(p => [p.id, p.state, p.cases])).toEqual([
      [1, 'withdrawn', 4],
      [2, 'open', 4],
    ])
    await done(cwd, 'log verify')
  })
})

describe('an objection', () => {
  it('blocks its case until it is resolved; rejected, the case is cleared and the publicity can be closed', async () => {
    const cwd = await published(OBJECT)
    const open = await data<Shown>(cwd, 'publicity show 1')
    expect(open.cases.map(c => c.state)).toEqual(['objected', 'published', 'published', 'published'])
    expect(open.objections).toMatchObject([
      { id: 1, uscc: FIRST, raised_on: '2013-11-04', reply_by: '2013-11-18', state: 'open', outcome: null },
    ])
    expect(open.blocking).toEqual({ running: true, objections: [1] })
    const early = await refused(cwd, 'publicity close 1', 3, 'CX1380', 'CX1381')
    expect(early).toContain('末日为 2013-11-08')
    await refused(cwd, on('2013-11-08', 'publicity close 1'), 3, 'CX1380', 'CX1381')
    await refused(cwd, on('2013-11-11', 'publicity close 1'), 3, 'CX1381')
    const reply = '--reply 经核查没有欠薪 --by 评审小组 --on 2013-11-12 --replied-on 2013-11-13'
    await done(cwd, on('2013-11-14', `publicity resolve 1 --outcome 不成立 ${reply}`))
    // Dated before the outcome, it was open then.
    await refused(cwd, on('2013-11-14', 'publicity close 1 --on 2013-11-11'), 3, 'CX1381')
    await refused(cwd, on('2013-11-14', 'publicity close 1 --on 2013-11-15'), 3, 'CX1038')
    await refused(cwd, on('2013-11-14', 'publicity close 1 --on 2013-11-31'), 3, 'CX1030')
    const ended = await done(cwd, on('2013-11-14', 'publicity close 1'))
    expect(ended.stdout).toContain('第 1 号公示已结束：无异议或异议不成立的 4 家')
    const shown = await data<Shown>(cwd, 'publicity show 1')
    expect(shown).toMatchObject({ state: 'closed', closed_on: '2013-11-14', days_left: 0 })
    expect(shown.cases.map(c => c.state)).toEqual(['cleared', 'published', 'published', 'published'])
    expect(shown.objections).toMatchObject([
      {
        ...{ state: 'decided', outcome: 'rejected', resolved_on: '2013-11-12', resolved_by: '评审小组' },
        ...{ reply: '经核查没有欠薪', replied_on: '2013-11-13' },
      },
    ])
    await refused(cwd, 'publicity close 1', 5, 'CX1376')
    await refused(cwd, [...OBJECT, '--late', '--reason', 'x'], 5, 'CX1376')
    await refused(cwd, 'publicity resolve 1 --outcome 成立 --reply 再议', 5, 'CX1376')
    await done(cwd, 'log verify')
  })

  it('upheld, takes the nominee off the list at once; the place stays open, and who is next is told', async () => {
    const cwd = await published(OBJECT, [...OBJECT.slice(0, 6), '反映材料失实'])
    const ran = await done(cwd, on('2013-11-07', 'publicity resolve 1 --outcome 成立 --reply 经核查属实'))
    expect(ran.stdout).toContain('第 1 号：成立，2013-11-07 答复')
    expect(ran.stderr).toContain(
      `${NAME}已撤出公示和推荐名单，名额空出 1 个，不自动递补；排在其后的：北京立韵样例人力资源有限公司`,
    )
    const list = await data<{
      candidates: Candidate[]
      districts: { district: string; places: number; nominated: number }[]
    }>(cwd, 'nomination list --district 平谷区')
    const by = (uscc: string) => list.candidates.find(c => c.uscc === uscc)!
    expect(by(FIRST)).toMatchObject({
      ...{ decision: 'dropped', rank: 1, name: NAME },
      reason: '公示异议成立（第 1 号异议）：经核查属实（测试员，2013-11-07）',
    })
    expect(list.candidates.find(c => c.name.includes('立韵'))!.decision).toBe('passed_over')
    expect(list.districts[0]).toMatchObject({ places: 4, nominated: 3 })
    const english = await done(cwd, '--lang en nomination list --district 平谷区')
    expect(english.stdout).toContain('Objection 1 to the publicity was upheld: 经核查属实')
    const shown = await data<Shown>(cwd, 'publicity show 1')
    expect(shown.cases[0]).toMatchObject({ state: 'removed', removed_on: '2013-11-07' })
    // Nothing more is said against one that is out; what was said already is still owed an answer.
    await refused(cwd, on('2013-11-07', OBJECT.join(' ')), 5, 'CX1379')
    // Nor does it come back by anybody's hand.
    await refused(cwd, on('2013-11-07', `nomination add ${FIRST} --reason 恢复`), 3, 'CX1358')
    await refused(cwd, on('2013-11-07', `nomination drop ${FIRST} --withdraw --reason 恢复`), 3, 'CX1358')
    await refused(cwd, on('2013-11-11', 'publicity close 1'), 3, 'CX1381')
    const second = await done(
      cwd,
      on('2013-11-11', 'publicity resolve 2 --outcome 成立 --reply 并案处理 --json'),
    )
    expect(JSON.parse(second.stdout)).toMatchObject({ data: { removed: false, next: [] } })
    const end = await done(cwd, on('2013-11-11', 'publicity close 1'))
    expect(end.stdout).toContain('无异议或异议不成立的 3 家，撤出 1 家')
    const log = await data<{ command: string; summary: object }[]>(cwd, 'log list')
    expect(log.filter(e => e.command === 'publicity resolve').map(e => e.summary)).toMatchObject([
      { publicity: 1, objection: 1, outcome: 'upheld', removed: true },
      { publicity: 1, objection: 2, outcome: 'upheld', removed: false },
    ])
    await done(cwd, 'log verify')
  })

  it('upheld in part, keeps the nominee', async () => {
    const cwd = await published(OBJECT)
    const ran = await done(cwd, 'publicity resolve 1 --outcome 部分成立 --reply 已责令改正')
    expect(ran.stderr).toContain(`部分成立不撤出：${NAME}仍在推荐名单上`)
    const shown = await data<Shown>(cwd, 'publicity show 1')
    expect(shown.cases[0]).toMatchObject({ state: 'cleared', removed_on: null })
    const list = await data<{ candidates: Candidate[] }>(cwd, 'nomination list --district 平谷区')
    expect(list.candidates[0]).toMatchObject({ uscc: FIRST, decision: 'nominated' })
    await refused(cwd, 'publicity resolve 1 --outcome 成立 --reply 再议', 3, 'CX1254')
  })

  it('to the whole names nobody, and removes nobody', async () => {
    const cwd = await published('publicity object 1 --content 建议公布评分')
    expect(await data<Shown>(cwd, 'publicity show 1')).toMatchObject({
      objections: [{ uscc: null, name: null, content: '建议公布评分' }],
      cases: [{ state: 'published' }, {}, {}, {}],
    })
    await done(cwd, 'publicity resolve 1 --outcome 成立 --reply 将公布')
    const shown = await data<Shown>(cwd, 'publicity show 1')
    expect(shown.cases.every(c => c.state === 'published')).toBe(true)
  })

  it('after the last day is taken only with a reason, which is kept and logged', async () => {
    const cwd = await published()
    await done(cwd, on('2013-11-11', [...OBJECT, '--on', '2013-11-08'].join(' ')))
    await refused(cwd, on('2013-11-11', OBJECT.join(' ')), 3, 'CX1378')
    await refused(cwd, on('2013-11-11', [...OBJECT, '--late'].join(' ')), 2, 'CX6001')
    const late = on('2013-11-11', [...OBJECT, '--late', '--reason', '邮戳在期内'].join(' '))
    expect((await done(cwd, late)).stdout).toContain('（逾期提出），应于 2013-11-25 前答复')
    const shown = await data<Shown>(cwd, 'publicity show 1')
    expect(shown.objections.map(o => o.late_reason)).toEqual([null, '邮戳在期内'])
    const [entry] = (await data<{ summary: object }[]>(cwd, 'log list')).slice(-1)
    expect(entry!.summary).toMatchObject({ objection: 2, late: '邮戳在期内' })
  })

  it('past its day of reply is counted as overdue', async () => {
    const cwd = await published(OBJECT)
    const rows = async (today: string) =>
      JSON.parse((await done(cwd, on(today, 'publicity list --json'))).stdout) as { data: object[] }
    expect((await rows('2013-11-18')).data).toMatchObject([{ open_objections: 1, late_replies: 0 }])
    expect((await rows('2013-11-19')).data).toMatchObject([{ open_objections: 1, late_replies: 1 }])
    const shown = await done(cwd, on('2013-11-19', 'publicity show 1'))
    expect(shown.stdout).toContain('答复期限 2013-11-18，逾期未答复')
    await refused(cwd, on('2013-11-19', 'publicity withdraw 1 --reason x'), 5, 'CX1382')
    await done(cwd, on('2013-11-19', 'publicity resolve 1 --outcome 撤回 --reply 本人撤回'))
    expect((await done(cwd, 'publicity show 1')).stdout).toContain('2013-11-19，迟于期限）')
  })

  it.each([
    ['without its content', OBJECT.slice(0, 5), 3, ['CX1023']],
    ['before the first day', [...OBJECT, '--on', '2013-11-01'], 3, ['CX1037']],
    ['on a day that is not yet', [...OBJECT, '--on', '2013-11-05'], 3, ['CX1038']],
    ['to be answered before it', [...OBJECT, '--reply-by', '2013-11-03'], 3, ['CX1037']],
    ['on a day that does not exist', [...OBJECT, '--on', '2013-02-30'], 3, ['CX1030']],
    ['to somebody who is not in it', OBJECT.with(4, '91110117CXYLXXXXXX'), 4, ['CX4001']],
    ['to a publicity that is none', OBJECT.with(2, '9'), 4, ['CX4002']],
  ] as const)('is refused %s', async (_, line, exit, codes) => {
    await refused(await published(), line, exit, ...codes)
  })

  it('is refused to an agency that was not published', async () => {
    const cwd = await published()
    const list = await data<{ candidates: Candidate[] }>(cwd, 'nomination list --district 平谷区')
    const other = list.candidates.find(c => c.decision === 'passed_over')!.uscc
    expect(await refused(cwd, OBJECT.with(4, other), 4, 'CX1377')).toContain('不在第 1 号公示里')
  })

  it.each([
    ['without an outcome', 'publicity resolve 1 --reply 属实', 3, ['CX1023']],
    ['without a reply', 'publicity resolve 1 --outcome 成立', 3, ['CX1023']],
    ['with an outcome that is none', 'publicity resolve 1 --outcome 也许 --reply 属实', 3, ['CX1032']],
    ['before it was raised', 'publicity resolve 1 --outcome 成立 --reply 是 --on 2013-11-03', 3, ['CX1037']],
    ['tomorrow', 'publicity resolve 1 --outcome 成立 --reply 是 --on 2013-11-05', 3, ['CX1038']],
    [
      'answered before it was resolved',
      'publicity resolve 1 --outcome 成立 --reply 是 --replied-on 2013-11-03',
      ...[3, ['CX1037']],
    ],
    ['on no day', 'publicity resolve 1 --outcome 成立 --reply 是 --on 昨天', 3, ['CX1031']],
    ['by a number that is none', 'publicity resolve 7 --outcome 成立 --reply 是', 4, ['CX4002']],
  ] as [string, string, number, string[]][])('is not resolved %s', async (_, line, exit, codes) => {
    await refused(await published(OBJECT), line, exit, ...codes)
  })

  it('keeps who raised it in the file, unless that is asked for with a reason', async () => {
    const cwd = await published([...OBJECT, '--submitter', '王某某', '--contact', '13800000000'])
    await done(cwd, 'publicity resolve 1 --outcome 不成立 --reply 不属实')
    const before = db(cwd)
    const told = [
      ...['publicity list', 'publicity show 1', 'publicity show 1 --json', 'publicity show 1 --format csv'],
      ...['log list --json', 'form publicity 1 --format html -o -', 'nomination list --json'],
    ]
    for (const line of told) expect((await done(cwd, line)).stdout, line).not.toMatch(/王某某|13800000000/)
    await done(cwd, 'form publicity 1 -o n.docx')
    expect(textsOf(join(cwd, 'n.docx')).join()).not.toMatch(/王某某|13800000000/)
    const keys = Object.keys((await data<Shown>(cwd, 'publicity show 1')).objections[0]!)
    expect(keys).not.toContain('submitter')
    expect(db(cwd)).toBe(before)
    await refused(cwd, 'publicity show 1 --include-personal', 2, 'CX6001')
    await refused(cwd, 'publicity show 1 --reason 回访', 2, 'CX6001')
    const asked = 'publicity show 1 --include-personal --reason 书面答复'
    expect((await done(cwd, asked)).stdout).toContain('提出人：王某某，13800000000')
    expect(await data(cwd, asked)).toMatchObject({
      objections: [{ submitter: '王某某', contact: '13800000000' }],
    })
    const [entry] = (await data<{ command: string; summary: object }[]>(cwd, 'log list')).slice(-1)
    expect(entry).toMatchObject({
      command: 'publicity show',
      summary: { publicity: 1, reason: '书面答复', records: 1 },
    })
    expect(JSON.stringify(entry)).not.toContain('王某某')
    await done(cwd, 'log verify')
  })
})

describe('a consultation on a draft', () => {
  const CONSULT = 'publicity open --consultation --scheme zhoushan-2019 --on 2019-05-30'
  const later = (line: string) => on('2019-06-06', line)

  it('has its notice as a page where the file is called so', async () => {
    const cwd = await at('init')
    await done(cwd, `${CONSULT} -o notice.html`)
    expect(readFileSync(join(cwd, 'notice.html'), 'utf8').toLowerCase()).toContain('<!doctype html>')
  })

  it('runs from 2019-05-30 to 2019-06-05 as Zhoushan held it, with its telephones, and asks for replies', async () => {
    const cwd = await at('init')
    const ran = await done(cwd, `${CONSULT} -o notice.docx`)
    expect(ran.stdout).toContain('2019-05-30 至 2019-06-05')
    expect(ran.stderr).toContain(
      '首日计入（公示）：2019-05-30、2019-05-31、2019-06-03、2019-06-04、2019-06-05',
    )
    const texts = textsOf(join(cwd, 'notice.docx'))
    expect(texts).toContain('征求意见时间：2019年5月30日至2019年6月5日（5个工作日）。')
    expect(texts).toContain('任何单位或者个人可以在上述时间内反映意见。')
    expect(texts).toContain('受理电话：0580-2281552、0580-2281558')
    expect(texts).toContain('舟山市人力资源和社会保障局')
    expect(texts).not.toContain('序号')
    const opinion = 'publicity object 1 --content 建议明确分值 --on 2019-05-31 --submitter 某机构'
    expect((await done(cwd, later(opinion))).stdout).toContain('已登记第 1 号意见，应于 2019-06-17 前答复')
    await refused(cwd, later('publicity close 1'), 3, 'CX1381')
    await done(cwd, later('publicity resolve 1 --outcome 部分成立 --reply 已补充'))
    expect((await done(cwd, later('publicity close 1'))).stdout).toBe('第 1 号公示已结束\n')
    await done(cwd, 'log verify')
  })

  it('ends a day later where the first day does not count', async () => {
    const { publicity } = await data<{ publicity: Shown }>(
      await at('init'),
      `${CONSULT} --no-count-first-day`,
    )
    expect([publicity.last_day, publicity.counted[0]]).toEqual(['2019-06-06', '2019-05-31'])
  })

  it('is held once at a time, has no nominees, and is refused without the calendar of a reply', async () => {
    const cwd = await at('init')
    await done(cwd, CONSULT)
    await refused(cwd, CONSULT, 5, 'CX1371')
    await done(cwd, `agency import ${join(SAMPLES, 'five', 'roster.csv')}`)
    const against = later(`publicity object 1 --agency ${HAND} --content x --on 2019-05-31`)
    expect(await refused(cwd, against, 4, 'CX1377')).toContain('征求意见没有公示对象')
    const end = 'publicity open --consultation --scheme zhoushan-2019 --on 2026-12-21'
    await done(cwd, 'publicity withdraw 1 --reason 日期写错')
    await done(cwd, end)
    const raised = on('2026-12-24', 'publicity object 2 --content 意见')
    await refused(cwd, raised, 3, 'CX1251')
    await done(cwd, [...raised, '--reply-by', '2027-01-11'])
  })

  it('refused, leaves the draft off the file too', async () => {
    const cwd = await at('init')
    await refused(cwd, `${CONSULT} --days x`, 3, 'CX1033')
    await refused(cwd, CONSULT.replace('2019-05-30', '2030-05-30'), 3, 'CX1370')
    await refused(cwd, 'publicity open --consultation --scheme nowhere', 4, 'CX2005')
  })
})

describe('the notice', () => {
  it('names what, whom, how long and where to call, the same bytes each time', async () => {
    const cwd = await published()
    const before = db(cwd)
    await done(cwd, 'form publicity 1 -o a.docx')
    await done(cwd, 'form publicity 1 -o b.docx')
    expect(sha256(join(cwd, 'a.docx'))).toBe(sha256(join(cwd, 'b.docx')))
    expect(db(cwd)).toBe(before)
    const texts = textsOf(join(cwd, 'a.docx'))
    expect(texts[0]).toBe('2013年度北京市人力资源诚信服务示范单位（平谷区）推荐对象公示')
    expect(texts[1]).toBe(
      '根据《关于加强人力资源服务机构诚信建设的通知》（京人社市场发〔2013〕220号），现将2013年度“北京市人力资源诚信服务示范单位”拟推荐对象予以公示，共4家。',
    )
    const head = texts.indexOf('序号')
    expect(texts.slice(head, head + 6)).toEqual(['序号', '推荐范围', '机构名称', '1', '平谷区', NAME])
    expect(texts).toContain('公示时间：2013年11月4日至2013年11月8日（5个工作日）。')
    expect(texts).toContain('受理电话：平谷区 89984988')
    const signed = texts.indexOf('2013年11月4日')
    expect(texts[signed - 1]).toBe('平谷区人力资源和社会保障局')
    const all = texts.join('\n')
    expect(all).toContain('不向服务机构收取任何费用')
    expect(all).toMatch(/校验码 [0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{4}/)
    expect(all).not.toMatch(/【缺|undefined|null|NaN/)
  })

  it('as a page of HTML says the same, and goes to a folder under a name of its own', async () => {
    const cwd = await published()
    await done(cwd, 'form publicity 1 --format html --out notices')
    await done(cwd, 'form publicity 1 -o a.docx')
    const name = '公示-1-2013年度北京市人力资源诚信服务示范单位（平谷区）推荐对象公示.html'
    const page = readFileSync(join(cwd, 'notices', name), 'utf8')
    // A page of HTML has no number of its own.
    const texts = textsOf(join(cwd, 'a.docx')).filter(text => !/^— .*—$/.test(text.trim()))
    for (const text of texts) expect(page).toContain(text.trimEnd())
    await refused(cwd, 'form publicity 1 --format html --out notices', 5, 'CX5008')
    await refused(cwd, 'form publicity 9 -o x.docx', 4, 'CX4002')
  })

  it('of the city lists its nominees with its own name below', async () => {
    const cwd = proposed()
    await done(cwd, 'publicity open --district 市属机构 --phone 010-00000001 -o n.docx')
    const texts = textsOf(join(cwd, 'n.docx'))
    expect(texts.filter(text => text === '市属机构')).toHaveLength(16)
    expect(texts).toContain('北京市人力资源和社会保障局')
  })
})

describe('institutions of Linyi', () => {
  const JANUARY = '2023-01-05'

  /** A year in which one institution is nominated. */
  async function nominated(init: string): Promise<string> {
    const cwd = folder()
    const run = (line: string) => done(cwd, on(JANUARY, line))
    await run(init)
    writeFileSync(
      join(cwd, 's.csv'),
      '主体类型,类型细分,姓名或名称,主体编号,推荐范围,设立日期\n机构,职业培训,兰山样例职业培训学校,JG-1,兰山区,2010-01-01\n',
    )
    const years = [2020, 2021, 2022].map(year => `JG-1,办学质量督导评估优秀,${year},是,`)
    const rates = ['培训合格率', '学员整体满意率'].map(metric => `JG-1,${metric},2022,97%,`)
    writeFileSync(join(cwd, 'm.csv'), `${['主体,指标,期间,数值,单位', ...rates, ...years].join('\n')}\n`)
    for (const line of [
      ...['subject import s.csv', 'metric import m.csv'],
      'honor add --subject JG-1 --holder 兰山样例职业培训学校 --holder-kind 就业服务机构 --title 县级就业服务质量标杆机构 --granted-on 2022-12-01 --level 县级',
      'evaluation open --scheme linyi-2022-city --year 2022',
    ])
      await run(line)
    for (const kind of ['资格审查', '书面评审', '现场答辩', '实地考察']) {
      const { stdout } = await run(
        `evaluation template --type training --rater-kind ${kind} --rater 评委1 --format csv`,
      )
      const [header = '', row = ''] = stdout.replace('\uFEFF', '').trimEnd().split('\r\n')
      const heads = header.split(',')
      const cells = row.split(',').map((cell, i) => {
        if (!/^\d+\./.test(heads[i]!)) return cell
        return heads[i]!.startsWith('15.') ? '90' : '符合'
      })
      writeFileSync(join(cwd, 'e.csv'), `${header}\n${cells.join()}\n`)
      await run('evaluation import e.csv')
    }
    for (const line of ['evaluation run', 'evaluation finalize', 'nomination propose']) await run(line)
    return cwd
  }

  it('of a county desk are published as those of the county, with room for its seal', async () => {
    const cwd = await nominated('init --scheme linyi-2022-city --district 兰山区')
    await done(cwd, on(JANUARY, 'publicity open -o n.docx'))
    expect(await data(cwd, 'publicity show 1')).toMatchObject({ district_code: '371302' })
    expect(textsOf(join(cwd, 'n.docx')).join()).toContain('公示单位（盖章）')
  })

  it('run through publicity as the scheme declares it: five days on file, objection, end', async () => {
    const cwd = await nominated('init --scheme linyi-2022-city')
    const run = (line: string) => done(cwd, on(JANUARY, line))
    const opened = await run('publicity open --channel 市局网站 -o n.docx')
    expect(textsOf(join(cwd, 'n.docx')).join()).toContain('拟评定对象予以公示')
    // LY 五3; the telephones of the notice, because its counties have none on file.
    expect(opened.stderr).toContain('5 个工作日，首日计入（五3）')
    const texts = textsOf(join(cwd, 'n.docx'))
    expect(texts).toContain('公示渠道：市局网站。')
    // Title and issuers go on in the next line between their parts.
    expect(linesOf(join(cwd, 'n.docx'))).toEqual(
      expect.arrayContaining([
        ['2022年度市级就业服务质量标杆机构', '推荐对象公示'],
        ['临沂市人力资源和社会保障局', '临沂市发展和改革委员会', '临沂市民政局'],
      ]),
    )
    await run('form publicity 1 -o n.html')
    const page = readFileSync(join(cwd, 'n.html'), 'utf8')
    expect(page).toContain('<h1><span>2022年度市级就业服务质量标杆机构</span><span>推荐对象公示</span></h1>')
    expect(page).toContain('<p>临沂市民政局</p>')
    // Lines are no content: both have one check code.
    const [code] = texts.join().match(/校验码 [0-9A-F-]+/)!
    expect(page).toContain(code)
    expect(texts).toContain('受理电话：0539-8322113、8105120')
    expect(texts.slice(texts.indexOf('名称'))).toContain('兰山样例职业培训学校')
    await run('publicity object 1 --subject JG-1 --content 材料失实')
    const removed = await run('publicity resolve 1 --outcome 成立 --reply 材料失实')
    expect(removed.stderr).toContain('兰山样例职业培训学校已撤出公示和推荐名单，名额空出 1 个')
    const { candidates } = await data<{ candidates: { code: string; decision: string }[] }>(
      cwd,
      'nomination list',
    )
    expect(candidates).toMatchObject([{ code: 'JG-1', decision: 'dropped' }])
    const end = await done(cwd, on('2023-01-12', 'publicity close 1'))
    expect(end.stdout).toContain('无异议或异议不成立的 0 家，撤出 1 家')
    expect((await data<Shown>(cwd, 'publicity show 1')).cases).toMatchObject([
      { uscc: null, code: 'JG-1', state: 'removed' },
    ])
    await done(cwd, 'log verify')
  })
})
