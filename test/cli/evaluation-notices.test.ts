// Results told in writing: the notice and what it says, when it was served, what was objected and decided. Refused, the
// file stays as it was to the byte.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import PizZip from 'pizzip'
import { describe, expect, it } from 'vitest'
import { at, data, done, FINALIZE, HAND, here, SAMPLES, sha256 } from './run.ts'

const OTHER = '91110108CXJG00023F'
const db = (cwd: string) => sha256(join(cwd, 'chengxin.db'))

async function refused(cwd: string, line: readonly string[], exit: number, ...codes: string[]) {
  const before = db(cwd)
  const ran = await here(cwd, line)
  const found = [...ran.stderr.matchAll(/\[(CX\d{4})\]/g)].map(match => match[1])
  expect([ran.code, found], ran.stderr).toEqual([exit, codes])
  const english = await here(cwd, ['--lang', 'en', ...line])
  expect(english.stderr).toContain(codes[0]!)
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

interface Served {
  notices: {
    uscc: string
    served_on: string
    object_by: string
    method: string | null
    receiver: string | null
  }[]
  before: number
}
interface Objection {
  id: number
  uscc: string
  raised_on: string
  decide_by: string
  late: boolean
  state: string
  outcome: string | null
  decided_on: string | null
  decided_by: string | null
  reply: string | null
}

describe('evaluation notice', () => {
  it('says what came out, what cost points with its clause, until when to object and where to ask', async () => {
    const cwd = await at('finalized')
    const before = db(cwd)
    await done(cwd, `evaluation notice ${HAND} -o n.docx`)
    expect(db(cwd)).toBe(before)
    const texts = textsOf(join(cwd, 'n.docx'))
    const all = texts.join('\n')
    expect(texts[0]).toBe('评估结果书面告知书')
    expect(all).toContain(`北京晴禾样例人力资源有限公司（${HAND}）：`)
    expect(all).toContain('《关于加强人力资源服务机构诚信建设的通知》（京人社市场发〔2013〕220号）')
    expect(all).toContain('评估结果：总分77.75分，等级：C（诚信一般）。')
    // Indicator 18 by hand: 4.25 of 5.
    const row = texts.indexOf('18.服务质量')
    expect(texts.slice(row + 1, row + 3)).toEqual(['5.00', '4.25'])
    expect(texts[row + 4]).toBe('附件1五18')
    expect(all).toContain('收到本告知书次日起5个工作日内')
    expect(all).toContain('联系方式：朝阳区64632146')
    expect(all).toContain('不向服务机构收取任何费用')
    expect(all).toContain('校验码')
    expect(all).not.toContain('【缺')
    expect(all).not.toMatch(/undefined|null|NaN/)
  })

  it('names the last day once it is served, and is the same bytes each time', async () => {
    const cwd = await at('finalized')
    await done(cwd, `evaluation serve ${HAND} --on 2013-11-01 --method 直接送达 --receiver 样人1`)
    await done(cwd, `evaluation notice ${HAND} -o a.docx`)
    await done(cwd, `evaluation notice ${HAND} -o b.docx`)
    expect(sha256(join(cwd, 'a.docx'))).toBe(sha256(join(cwd, 'b.docx')))
    const all = textsOf(join(cwd, 'a.docx')).join('\n')
    expect(all).toContain('2013年11月8日前（含当日）')
    expect(all).toContain('送达方式：直接送达　　签收人：样人1　　送达日期：2013年11月1日')
  })

  it('has points set by hand with their document, and of everybody a file each or one table', async () => {
    const cwd = await at('run')
    await done(cwd, `evaluation override ${HAND} 18 --points 3 --reason 现场复核 --document 纪要8号`)
    await done(cwd, 'evaluation run')
    await done(cwd, FINALIZE)
    await done(cwd, 'evaluation notice --all --out notices')
    const files = readdirSync(join(cwd, 'notices'))
    const results = await data<unknown[]>(cwd, 'evaluation show')
    expect(files.filter(name => name.endsWith('.docx'))).toHaveLength(results.length)
    expect(files).toContain('清单-告知书.csv')
    expect(files).toContain(`告知书-110105-朝阳区-${HAND}-北京晴禾样例人力资源有限公司.docx`)
    const { stdout } = await done(cwd, 'evaluation notice --all --format csv')
    const rows = stdout.trimEnd().split('\r\n')
    expect(rows[0]).toBe('\uFEFF编号,名称,推荐范围,总分,等级或结论,指标,满分,得分,失分原因,条款,异议截止日')
    expect(rows.find(row => row.startsWith(HAND) && row.includes('18.服务质量'))).toContain(
      '18.服务质量,5.00,3.00,人工确定：现场复核（纪要8号）,附件1五18,',
    )
  })

  it('says of an evaluation that is not complete that there is no result yet; so does the screen', async () => {
    const cwd = await at('finalized')
    const open = (await data<{ uscc: string; grade: string | null }[]>(cwd, 'evaluation show')).filter(
      r => r.grade === null,
    )
    const one = await done(cwd, `evaluation notice ${OTHER} -o n.docx`)
    expect(one.stderr).toContain('1 份告知的评估未完成')
    const all = textsOf(join(cwd, 'n.docx')).join('\n')
    expect(all).toMatch(
      /评估未完成，尚缺评分或者佐证：总分\d+\.\d\d–\d+\.\d\d分，等级未定。补齐并重新审定以后另行告知结果。/,
    )
    expect(all).toContain('没有得满分、没有满足或者尚未评定的指标如下：')
    expect(all).not.toContain('评估结果：')
    expect(all).toContain('本次评估带未定项审定，理由：')
    const { stderr } = await done(cwd, 'evaluation notice --all --out all')
    expect(open.length).toBeGreaterThan(1)
    expect(stderr).toContain(`${open.length} 份告知的评估未完成`)
    expect((await done(cwd, `evaluation notice ${HAND} -o h.docx`)).stderr).not.toContain('未完成')
  })

  it('tells the decision where a scheme decides and does not grade', async () => {
    const cwd = await at('init')
    await done(cwd, `subject import ${join(SAMPLES, 'subjects', 'subjects.csv')}`)
    await done(cwd, 'evaluation open --year 2022 --scheme linyi-2022-county')
    const { stdout } = await done(cwd, 'evaluation template --type training --rater 评委1 --format csv')
    const [header = '', row = ''] = stdout.replace('\uFEFF', '').trimEnd().split('\r\n')
    const cells = row.split(',').map((cell, i) => (/^1\./.test(header.split(',')[i]!) ? '不符合' : cell))
    const { writeFileSync } = await import('node:fs')
    writeFileSync(join(cwd, 's.csv'), `${header}\n${cells.join()}\n`)
    await done(cwd, 'evaluation import s.csv')
    await done(cwd, 'evaluation run')
    await done(cwd, FINALIZE)
    await done(cwd, 'evaluation notice JG-102 -o n.docx')
    const texts = textsOf(join(cwd, 'n.docx'))
    expect(texts.join('\n')).toContain('顺义样例职业培训学校（JG-102）：')
    expect(texts.join('\n')).toContain('评估结果：结论：不符合。')
    const first = texts.findIndex(text => text.startsWith('1.'))
    expect(texts.slice(first + 1, first + 3)).toEqual(['—', '不符合'])
  })

  it('is refused before the evaluation is finalized, for nobody, and over a file that is there', async () => {
    await refused(await at('run'), ['evaluation', 'notice', HAND], 5, 'CX1249')
    const cwd = await at('finalized')
    await refused(cwd, ['evaluation', 'notice'], 2, 'CX6001')
    await refused(cwd, ['evaluation', 'notice', HAND, '--all'], 2, 'CX6001')
    await refused(cwd, ['evaluation', 'notice', '不在名录'], 4, 'CX4001')
    await refused(cwd, ['evaluation', 'notice', '--all', '-o', 'all.docx'], 2, 'CX6003')
    await done(cwd, `evaluation notice ${HAND} --out papers`)
    await refused(cwd, ['evaluation', 'notice', HAND, '--out', 'papers'], 5, 'CX5008')
  })
})

describe('evaluation serve', () => {
  it('counts five working days by the calendar of the State Council, over weekends and days off', async () => {
    const cwd = await at('finalized')
    // Friday 27 September 2013; Sunday the 29th was worked, 1 to 7 October were off.
    const cases = [
      ['2013-11-01', '2013-11-08'],
      ['2013-11-04', '2013-11-11'],
      ['2013-09-27', '2013-10-10'],
    ]
    for (const [on, by] of cases) {
      const copy = await at('finalized')
      const served = await data<Served>(copy, `evaluation serve ${HAND} --on ${on}`)
      expect(served.notices).toMatchObject([{ uscc: HAND, served_on: on, object_by: by }])
    }
    const own = await data<Served>(cwd, `evaluation serve ${HAND} --on 2013-11-01 --object-by 2013-11-30`)
    expect(own.notices[0]!.object_by).toBe('2013-11-30')
  })

  it('of all serves those to whom none was served yet; one entry each', async () => {
    const cwd = await at('finalized')
    await done(cwd, `evaluation serve ${HAND} --on 2013-11-01 --method 邮寄 --receiver 样人1`)
    const results = await data<unknown[]>(cwd, 'evaluation show')
    const all = await data<Served>(cwd, 'evaluation serve --all --on 2013-11-04')
    expect([all.notices.length, all.before]).toEqual([results.length - 1, 1])
    expect(all.notices.map(n => n.uscc)).not.toContain(HAND)
    const again = await data<Served>(cwd, 'evaluation serve --all --on 2013-11-04')
    expect([again.notices, again.before]).toEqual([[], results.length])
    const log = await data<{ command: string; summary: object }[]>(cwd, 'log list')
    expect(log.filter(e => e.command === 'evaluation serve').map(e => e.summary)).toMatchObject([
      { notices: 1, served_on: '2013-11-01', object_by: '2013-11-08', method: '邮寄', receiver: '样人1' },
      { notices: results.length - 1 },
    ])
    await done(cwd, 'log verify')
  })

  const LINE = ['evaluation', 'serve', HAND, '--on', '2013-11-01']
  it.each([
    ['without a day', LINE.slice(0, 3), 3, ['CX1023']],
    ['on a day that is not yet', LINE.with(4, '2013-11-05'), 3, ['CX1038']],
    ['on no day', LINE.with(4, '2013-02-30'), 3, ['CX1030']],
    ['with a last day before it', [...LINE, '--object-by', '2013-10-31'], 3, ['CX1037']],
    ['to nobody', ['evaluation', 'serve', '--on', '2013-11-01'], 2, ['CX6001']],
    ['to one not on the roster', LINE.with(2, '91110105CXYL024935'), 4, ['CX4001']],
  ] as const)('is refused %s', async (_, line, exit, codes) => {
    await refused(await at('finalized'), line, exit, ...codes)
  })

  it('is refused twice, before finalizing, and into a year whose calendar is not loaded', async () => {
    const cwd = await at('finalized')
    await done(cwd, LINE)
    await refused(cwd, LINE, 3, 'CX1250')
    await refused(await at('run'), LINE, 5, 'CX1249')
    const far = ['--today', '2030-01-02', ...LINE.with(4, '2030-01-02')]
    expect(await refused(await at('finalized'), far, 3, 'CX1251')).toContain('--object-by')
  })
})

describe('an objection', () => {
  const served = async () => {
    const cwd = await at('finalized')
    await done(cwd, `evaluation serve ${HAND} --on 2013-10-28`)
    return cwd
  }
  const LINE = ['evaluation', 'object', HAND, '--content', '漏计 调解记录']

  it('is raised, told overdue once its day is past, and decided; nothing of the result changes', async () => {
    const cwd = await served()
    const before = await data(cwd, 'evaluation show')
    const { objection } = await data<{ objection: Objection }>(cwd, [...LINE, '--on', '2013-11-01'])
    // Ten working days after Friday 1 November.
    expect(objection).toMatchObject({
      id: 1,
      late: false,
      decide_by: '2013-11-15',
      state: 'open',
      outcome: null,
    })
    const states = async (today: string) =>
      (await data<Objection[]>(cwd, `--today ${today} evaluation objections`)).map(o => o.state)
    expect([await states('2013-11-15'), await states('2013-11-16')]).toEqual([['open'], ['overdue']])
    const decide = ['evaluation', 'decide', '1', '--outcome', '部分成立', '--reply', '补计一项']
    const ran = await done(cwd, decide)
    expect(ran.stderr).toContain('evaluation reopen')
    expect(await data(cwd, 'evaluation objections --state 已答复')).toMatchObject([
      {
        ...{ outcome: 'partly_upheld', decided_on: '2013-11-04', decided_by: '测试员', reply: '补计一项' },
        state: 'decided',
      },
    ])
    expect(await data(cwd, 'evaluation objections --state open')).toEqual([])
    expect(await data(cwd, 'evaluation show')).toEqual(before)
    await refused(cwd, decide, 3, 'CX1254')
    await done(cwd, 'log verify')
  })

  it('that is rejected asks for nothing', async () => {
    const cwd = await served()
    await done(cwd, [...LINE, '--on', '2013-11-01', '--decide-by', '2013-11-08'])
    const line = 'evaluation decide 1 --outcome rejected --reply 已计入 --decided-by 样办2 --on 2013-11-04'
    const decided = await data<{ objection: Objection; reopen: boolean }>(cwd, line)
    expect(decided).toMatchObject({
      reopen: false,
      objection: { decided_by: '样办2', decide_by: '2013-11-08' },
    })
  })

  it('after its last day is taken only when that is said, with the reason in the log', async () => {
    const cwd = await served()
    // Served on Monday 28 October: five working days are over on 4 November.
    expect(await data(cwd, LINE)).toMatchObject({ objection: { raised_on: '2013-11-04', late: false } })
    const late = ['--today', '2013-11-05', ...LINE]
    await refused(cwd, late, 3, 'CX1253')
    await refused(cwd, [...late, '--late'], 2, 'CX6001')
    const taken = await data<{ objection: Objection }>(cwd, [...late, '--late', '--reason', '经办人住院'])
    expect(taken.objection).toMatchObject({ id: 2, late: true, raised_on: '2013-11-05' })
    const log = await data<{ command: string; summary: object }[]>(cwd, 'log list')
    expect(log.at(-1)).toMatchObject({ command: 'evaluation object', summary: { late: '经办人住院' } })
  })

  it('is refused without content, before it was served, on a day that is not, and of what is not finalized', async () => {
    const cwd = await served()
    await refused(cwd, LINE.slice(0, 3), 3, 'CX1023')
    await refused(cwd, [...LINE, '--on', '2013-10-27'], 3, 'CX1037')
    await refused(cwd, [...LINE, '--on', '2013-11-05'], 3, 'CX1038')
    await refused(cwd, [...LINE, '--on', '2013-11-01', '--decide-by', '2013-10-31'], 3, 'CX1037')
    await refused(cwd, LINE.with(2, OTHER), 5, 'CX1252')
    await refused(await at('run'), LINE, 5, 'CX1249')
  })

  it('is decided once, by a word that there is, not before it was raised', async () => {
    const cwd = await served()
    await done(cwd, [...LINE, '--on', '2013-11-01'])
    const decide = ['evaluation', 'decide', '1', '--outcome', '不成立', '--reply', '已计入']
    await refused(cwd, decide.slice(0, 3), 3, 'CX1023', 'CX1023')
    await refused(cwd, decide.with(4, '也许'), 3, 'CX1032')
    await refused(cwd, [...decide, '--on', '2013-10-31'], 3, 'CX1037')
    await refused(cwd, decide.with(2, '9'), 4, 'CX4002')
    await refused(cwd, ['evaluation', 'objections', '--state', '悬而未决'], 2, 'CX6002')
  })
})
