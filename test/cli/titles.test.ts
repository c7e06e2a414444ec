// Beijing's title from the list to the plate that came back: granted, touched by a penalty and a complaint, revoked,
// barred in the next year; and every refusal on the way.

import { copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { at, data, done, FINALIZE, folder, here, SAMPLES, sha256 } from './run.ts'

const TITLE = '北京市人力资源诚信服务示范单位'
const GRANT = 'title grant --document 京人社〔2013〕300号 --on 2013-11-20 --district 门头沟区'
const prepared = folder()
const city = (name: string) => join(SAMPLES, 'city', name)

/** The city with its list, in which 石景山区 has an open tie. */
async function listed(): Promise<string> {
  const cwd = folder()
  copyFileSync(join(prepared, 'listed.db'), join(cwd, 'chengxin.db'))
  return cwd
}

/** The three of 门头沟区 hold the title. */
async function granted(): Promise<string> {
  const cwd = folder()
  copyFileSync(join(prepared, 'granted.db'), join(cwd, 'chengxin.db'))
  return cwd
}

beforeAll(async () => {
  const records = ['complaint complaints', 'penalty penalties', 'commitment commitments', 'metric metrics']
  const lines = ['init', `agency import ${city('roster.csv')}`]
  for (const [noun, file] of [...records, 'activity activities', 'inspection inspection'].map(p =>
    p.split(' '),
  ))
    lines.push(`${noun} import ${city(`${file}.csv`)}`)
  lines.push('evaluation open --year 2013 --as-of 2013-10-31', `evaluation import ${city('scores.csv')}`)
  lines.push('evaluation run')
  for (const line of lines) await done(prepared, line)
  copyFileSync(join(prepared, 'chengxin.db'), join(prepared, 'run.db'))
  for (const line of [FINALIZE, 'nomination propose']) await done(prepared, line)
  copyFileSync(join(prepared, 'chengxin.db'), join(prepared, 'listed.db'))
  await done(prepared, `${GRANT} --plate-from P-5001`)
  copyFileSync(join(prepared, 'chengxin.db'), join(prepared, 'granted.db'))
}, 60_000)

interface Granted {
  granted: { id: number; uscc: string; name: string; plate_no: string | null }[]
  left_out: { name: string; reason: string }[]
  problems: { code: string; message: string; column: string | null }[]
}
interface Title {
  id: number
  holder: string
  uscc: string
  title: string
  plate_no: string
  states: string[]
}
interface Touched {
  id: number
  title: string
  ground: string
  record: string
  on: string
  clause: string
  draft: string
  repeats: string[]
}

const THREE = [
  '门头沟区样例大学生就业指导中心',
  '北京卓谷样例人力资源有限公司',
  '北京拓原样例劳务派遣有限公司',
]

/** Refused with one code; neither data nor log changed. */
async function refuses(cwd: string, line: string | string[], code: number, problem: string): Promise<string> {
  const before = sha256(join(cwd, 'chengxin.db'))
  const ran = await here(cwd, line)
  expect([ran.code, ran.stdout], ran.stderr).toEqual([code, ''])
  expect(ran.stderr).toContain(problem)
  expect(sha256(join(cwd, 'chengxin.db'))).toBe(before)
  const english = await here(cwd, line, { env: { CHENGXIN_LANG: 'en' } })
  expect(english.stderr.match(/CX\d{4}/g)).toEqual(ran.stderr.match(/CX\d{4}/g))
  return ran.stderr
}

describe('a grant', () => {
  it('gives everybody of the list the title, its level, document and plates in the order of the list', async () => {
    const cwd = await listed()
    const ran = await done(cwd, `${GRANT} --plate-from P-0099`)
    for (const [i, name] of THREE.entries())
      expect(ran.stdout).toContain(`${name}　${['P-0099', 'P-0100', 'P-0101'][i]}`)
    // The document asks for no publicity: said, not refused.
    expect(ran.stderr).toContain('CX1389')
    const honors = await data<Record<string, unknown>[]>(cwd, 'honor list')
    expect(honors).toHaveLength(3)
    expect(honors[0]).toMatchObject({
      ...{ holder: THREE[0], holder_kind: 'agency', title: TITLE, level: '市级', granted_on: '2013-11-20' },
      ...{ issuer: '市人力资源和社会保障局、北京人力资源服务行业协会', document: '京人社〔2013〕300号' },
      ...{ plate_no: 'P-0099', status: 'valid' },
    })
    const log = await data<{ command: string; rows: number; summary: object }[]>(cwd, 'log list')
    expect(log.at(-1)).toMatchObject({ command: 'title grant', rows: 3, summary: { titles: 3 } })
    await done(cwd, 'log verify')
    const shown = await done(cwd, 'honor show 1')
    expect(shown.stdout).toContain('京人社〔2013〕300号')
  })

  it('without plates says how many are missing, and an import gives them out', async () => {
    const cwd = await listed()
    const ran = await done(cwd, `${GRANT} --issuer 市局 --valid-to 2016-11-19`)
    expect(ran.stderr).toContain('3 家还没有标牌编号')
    const rows = THREE.map((name, i) => `${name},${TITLE},2013-11-20,P-70${i}`)
    writeFileSync(join(cwd, 'plates.csv'), ['持有者,荣誉名称,授予日期,标牌编号', ...rows].join('\n'))
    await done(cwd, 'honor import plates.csv')
    const titles = await data<Record<string, unknown>[]>(cwd, 'title list')
    expect(titles.map(t => t.plate_no)).toEqual(['P-700', 'P-701', 'P-702'])
    expect(titles[0]).toMatchObject({ issuer: '市局', valid_to: '2016-11-19', evaluation: 1 })
    expect(titles[0]).toMatchObject({ document: '京人社〔2013〕300号', scheme: 'beijing-2013' })
  })

  it('of one leaves the others to a second call, which leaves the first out', async () => {
    const cwd = await listed()
    const one = ['--agency', THREE[1]!, '--plate-from', 'P-1']
    const first = JSON.parse((await done(cwd, [...GRANT.split(' '), ...one, '--json'])).stdout) as {
      data: Granted
    }
    expect(first.data.granted).toMatchObject([{ name: THREE[1], plate_no: 'P-1' }])
    const second = await data<Granted>(cwd, `${GRANT} --plate-from P-2`)
    expect(second.granted.map(g => [g.name, g.plate_no])).toEqual([
      [THREE[0], 'P-2'],
      [THREE[2], 'P-3'],
    ])
    expect(second.left_out).toMatchObject([{ name: THREE[1], reason: 'holds' }])
    const told = await refuses(cwd, `${GRANT} --plate-from P-9`, 3, 'CX1386')
    expect(told.match(/CX1386/g)).toHaveLength(3)
    await refuses(cwd, [...GRANT.split(' '), ...one], 3, '已于 2013-11-20 授予')
  })

  it.each([
    ['no document and no day', 'title grant', 3, 'CX1023'],
    ['an unreadable day', 'title grant --document 1号 --on 2013-13-01 --district 门头沟区', 3, 'CX1030'],
    ['a day before the evaluation looks', `${GRANT.replace('2013-11-20', '2013-10-30')}`, 3, 'CX1393'],
    ['a term that ends before', `${GRANT} --valid-to 2013-11-19`, 3, 'CX1037'],
    ['a tie that is open', GRANT.replace('门头沟区', '石景山区'), 3, 'CX3022'],
    ['all of the city while it is', 'title grant --document 1号 --on 2013-11-20', 3, 'CX3022'],
    ['plates that cannot be counted on', `${GRANT} --plate-from 甲`, 3, 'CX1388'],
    ['a district that is none', GRANT.replace('门头沟区', '火星区'), 4, 'CX4002'],
    ['an agency that is no nominee', `${GRANT} --agency 91110105CXYL024935`, 3, 'CX3026'],
    ['an agency that is not on the roster', `${GRANT} --agency 91110105CXYL024936`, 4, 'CX4001'],
    ['an evaluation that is none', `${GRANT} --evaluation 7`, 4, 'CX3001'],
  ] as [string, string, number, string][])('refuses %s', async (_what, line, code, problem) => {
    await refuses(await listed(), line, code, problem)
  })

  it('refuses a plate that is given already, and grants nobody', async () => {
    const cwd = await listed()
    const plate = '--plate-no P-0101 --title 诚信示范单位 --granted-on 2013-10-08'
    await done(cwd, `honor add --agency 91110105CXYL024935 ${plate}`)
    const told = await refuses(cwd, `${GRANT} --plate-from P-0099`, 3, 'CX1151')
    expect(told).toMatch(/P-0101 已属于/)
    expect(told).toContain('--plate-from')
  })

  it('of many refusals tells the first, and where all of them are', async () => {
    const cwd = await listed()
    await done(cwd, 'publicity open --district 门头沟区 --on 2013-11-04')
    const told = await refuses(cwd, 'title grant --document 1号 --on 2013-11-20', 3, 'CX1386')
    expect(told).toMatch(/另有 CX1386 \d+ 处；全部：加 --json\n/)
    expect(told).not.toContain('--report')
  })

  it('refuses a list that nobody made, and one whose evaluation is open', async () => {
    const cwd = folder()
    copyFileSync(join(prepared, 'run.db'), join(cwd, 'chengxin.db'))
    await refuses(cwd, GRANT, 4, 'CX3024')
    await done(cwd, 'nomination propose')
    await refuses(cwd, GRANT, 5, 'CX1385')
  })

  it('holds the conditions once more on the day of the grant', async () => {
    const cwd = await listed()
    const penalty =
      '--decision-no 新罚1号 --authority 局 --kind 罚款 --fine-yuan 1 --decision-date 2013-11-19'
    await done(cwd, ['--today', '2013-11-20', 'penalty', 'add', '--agency', THREE[1]!, ...penalty.split(' ')])
    const outcome = await data<Granted>(cwd, GRANT)
    expect(outcome.granted.map(g => g.name)).toEqual([THREE[0], THREE[2]])
    expect(outcome.left_out).toMatchObject([{ name: THREE[1], reason: 'gate' }])
    await refuses(cwd, [...GRANT.split(' '), '--agency', THREE[1]!], 3, '近24个月无行政处罚')
  })

  it('refuses more titles than places are left, and gives as many as there are', async () => {
    const cwd = await listed()
    writeFileSync(join(cwd, 'q.csv'), '区划代码,推荐范围,推荐名额\n110109,门头沟区,2\n')
    await done(cwd, 'quota import q.csv')
    expect(await refuses(cwd, GRANT, 3, 'CX1394')).toContain('门头沟区要授予 3 家，只剩 2 个名额')
    await done(cwd, `${GRANT} --agency ${THREE[0]} ${THREE[1]}`)
    await refuses(cwd, `${GRANT} --agency ${THREE[2]}`, 3, 'CX1394')
  })

  it('refuses two of one name at once: the register could not tell their titles apart', async () => {
    const cwd = await listed()
    const nominees = (
      await data<{ candidates: { uscc: string; name: string; decision: string }[] }>(
        cwd,
        'nomination list --district 平谷区',
      )
    ).candidates.filter(c => c.decision === 'nominated')
    const [one, other] = nominees
    await done(cwd, `agency edit ${other!.uscc} --name ${one!.name} --reason 更名`)
    const grant = GRANT.replace('门头沟区', '平谷区')
    expect(await refuses(cwd, grant, 3, 'CX1395')).toContain(one!.uscc)
    const { granted } = await data<Granted>(cwd, `${grant} --agency ${other!.uscc}`)
    expect(granted).toMatchObject([{ uscc: other!.uscc, name: one!.name }])
  })

  it('of a scheme without nominations is refused', async () => {
    const cwd = await at('init')
    await done(cwd, 'scheme add zhoushan-2019')
    await done(cwd, 'agency import -', {
      stdin: '机构名称,机构类别,推荐范围\n样例甲,经营性,朝阳区\n',
    })
    await done(cwd, 'evaluation open --scheme zhoushan-2019 --year 2013 --as-of 2013-10-31')
    await refuses(cwd, 'title grant --document 1号 --on 2013-11-20', 3, 'CX3016')
  })
})

/** A penalty, one under review, and a verified dishonest complaint that came after the grant; and one from before. */
async function touched(): Promise<string> {
  const cwd = await granted()
  const [, uscc] = (await data<Title[]>(cwd, 'title list')).map(t => t.uscc)
  const run = (line: string) => done(cwd, `--today 2014-03-05 ${line}`)
  const penalty = `penalty add --agency ${uscc} --authority 局 --kind 罚款 --fine-yuan 1`
  await run(`${penalty} --decision-no 旧罚1号 --decision-date 2010-02-10`)
  await run(`${penalty} --decision-no 新罚1号 --decision-date 2014-02-10`)
  await run(`${penalty} --decision-no 新罚2号 --decision-date 2014-02-11 --status 复议诉讼中`)
  const complaint = `complaint add --agency ${uscc} --category 收费争议 --received-on 2014-01-05`
  await run(`${complaint} --complaint-no TS2014-1 --closed-on 2014-03-01 --finding 属实 --dishonest 是`)
  await run(`${complaint} --complaint-no TS2014-2`)
  return cwd
}

describe('a penalty added by hand', () => {
  const penalty = (uscc: string) => `penalty add --agency ${uscc} --authority 局 --kind 罚款 --fine-yuan 1`

  it('names the honors of its agency that were granted before it', async () => {
    const cwd = await granted()
    const [, { uscc }] = (await data<Title[]>(cwd, 'title list')) as [Title, Title]
    const day = '--today 2014-03-05'
    const after = `${day} ${penalty(uscc)} --decision-no 新罚1号 --decision-date 2014-02-10`
    const told = `“${TITLE}”（2013-11-20 授予，标牌 P-5002）`
    const dry = await done(cwd, `${after} --dry-run`)
    expect(dry.stderr).toContain(told)
    const ran = await done(cwd, after)
    expect(ran.stderr).toContain(told)
    expect(ran.stderr).toContain('chengxin title review')
    const before = await done(cwd, `${day} ${penalty(uscc)} --decision-no 旧罚1号 --decision-date 2013-11-19`)
    expect(before.stderr).not.toContain('title review')
    const falls = `${day} ${penalty(uscc)} --decision-no 新罚2号 --decision-date 2014-02-11 --status 复议诉讼中`
    expect((await done(cwd, falls)).stderr).not.toContain('title review')
  })
})

describe('a review', () => {
  it('names who is touched, by what, under which clause, with a draft; and changes nothing', async () => {
    const cwd = await touched()
    const before = sha256(join(cwd, 'chengxin.db'))
    const rows = await data<Touched[]>(cwd, '--today 2014-03-05 title review')
    expect(rows.map(r => [r.ground, r.record, r.on, r.clause, r.repeats])).toEqual([
      ['penalty', '新罚1号', '2014-02-10', 'default', ['旧罚1号']],
      ['dishonest_complaint', 'TS2014-1', '2014-03-01', '三(八)2', []],
    ])
    expect(rows[1]!.draft).toBe(
      `查实不诚信投诉 TS2014-1（2014-03-01 办结），依据三(八)2：拟撤销“${TITLE}”称号，收回标牌 P-5002`,
    )
    expect(rows[0]!.draft).toContain('原文未列此情形，须核定')
    expect(sha256(join(cwd, 'chengxin.db'))).toBe(before)
    const ran = await done(cwd, '--today 2014-03-05 title review')
    expect(ran.stderr).toContain('有效称号 3 个，1 个需核查（2 条）')
    // Before the decision of February nothing had come up.
    expect(await data(cwd, '--today 2014-02-09 title review')).toEqual([])
  })

  it('finds what is dated between the as-of day and the grant and came to be known only later', async () => {
    const cwd = await granted()
    const [, uscc] = (await data<Title[]>(cwd, 'title list')).map(t => t.uscc)
    const penalty = `--today 2014-03-05 penalty add --agency ${uscc} --authority 局 --kind 罚款 --fine-yuan 1`
    await done(cwd, `${penalty} --decision-no 十月罚 --decision-date 2013-10-31`)
    await done(cwd, `${penalty} --decision-no 十一月罚 --decision-date 2013-11-01`)
    const rows = await data<Touched[]>(cwd, '--today 2014-03-05 title review')
    expect(rows.map(r => [r.record, r.on, r.repeats])).toEqual([['十一月罚', '2013-11-01', ['十月罚']]])
  })

  it('looks at honors that no scheme on file names too, on the grounds of the desk, as a default', async () => {
    const cwd = await listed()
    await done(cwd, `honor import ${city('honors.csv')}`)
    const rows = await data<Touched[]>(cwd, 'title review')
    // Dishonest complaints, two licenses that ended, and complaints found true that are about something else.
    expect(rows.map(r => [r.title, r.ground, r.record, r.clause])).toEqual([
      ['人力资源服务先进单位', 'dishonest_complaint', 'TS2013-1069', 'default'],
      ['诚信服务窗口', 'dissolved', '样例人服证字110228第0499号', 'default'],
      ['人力资源服务先进单位', 'verified_complaint', 'TS2013-1036', 'default'],
      ['诚信服务品牌', 'dishonest_complaint', 'TS2012-1008', 'default'],
      ['诚信示范单位', 'verified_complaint', 'TS2012-1010', 'default'],
      ['诚信服务品牌', 'dissolved', '样例人服证字110228第0500号', 'default'],
    ])
  })

  it('and the list show every honor that can be taken back, with what became of it', async () => {
    const cwd = await at('records')
    await done(cwd, 'title revoke id=1 --document 1号 --reason 虚假')
    const rows = await data<Record<string, unknown>[]>(cwd, 'title list')
    expect(rows.map(r => [r.title, r.scheme])).toEqual([
      ['诚信服务窗口', null],
      ['北京市人力资源诚信服务示范单位', 'beijing-2013'],
      ['诚信服务标兵', null],
      ['诚信服务品牌', null],
      ['诚信示范单位', null],
    ])
    expect(rows[0]).toMatchObject({
      ...{ states: ['revoked'], revoked_on: '2013-11-04', revocation_document: '1号' },
      plate_returned_on: null,
    })
    const table = await done(cwd, 'title list')
    expect(table.stdout).toMatch(/撤销日期 +撤销文号 +状态/)
    expect(table.stdout).toMatch(/2013-11-04 +1号 +撤销/)
    expect((await done(cwd, 'title list --state plate_outstanding')).stdout).toContain('P-0003')
    expect((await done(cwd, 'title list --state valid')).stdout).not.toContain('撤销日期')
  })

  it('of Zhoushan looks at the honors that its notice takes back', async () => {
    const cwd = await at('records')
    await done(cwd, 'scheme add zhoushan-2019')
    const rows = await data<Record<string, unknown>[]>(cwd, 'title review')
    expect(rows.map(r => [r.holder, r.title, r.record, r.clause, r.scheme])).toEqual([
      ['北京晴禾样例人力资源有限公司', '诚信服务窗口', '样例罚字〔2012〕3号', 'default', 'zhoushan-2019'],
      ['北京晴禾样例人力资源有限公司', '诚信服务窗口', 'TS2013-001', '四(三)', 'zhoushan-2019'],
    ])
    // The staff's own honors are not touched by what the agency did.
    expect((await data<Title[]>(cwd, 'title list')).map(t => t.title)).toContain('诚信服务标兵')
  })
})

describe('a revocation', () => {
  const revoke = '--today 2014-03-10 title revoke P-5002 --document 京人社〔2014〕12号'

  it('is made by a person: reason, day, document, plate outstanding until it is back, barred next year', async () => {
    const cwd = await touched()
    const { record, ground } = await data<{ record: object; ground: string }>(
      cwd,
      `${revoke} --record TS2014-1 --plate-outstanding`,
    )
    expect(ground).toBe('dishonest_complaint')
    expect(record).toMatchObject({
      ...{ holder: THREE[1], status: 'revoked', revoked_on: '2014-03-10', plate_returned_on: null },
      ...{ revocation_document: '京人社〔2014〕12号', document: '京人社〔2013〕300号' },
      reason: '查实不诚信投诉 TS2014-1（2014-03-01 办结），依据三(八)2',
    })
    const log = await data<{ command: string; summary: object; rows: number }[]>(cwd, 'log list')
    expect(log.at(-1)).toMatchObject({
      ...{ command: 'title revoke', rows: 1 },
      summary: { ground: 'dishonest_complaint', source: 'TS2014-1' },
    })

    // Nothing is left to be looked at but the plate.
    const review = await done(cwd, '--today 2014-03-10 title review')
    expect(review.stderr).toContain('有效称号 2 个，没有需核查撤销的；已撤销而标牌未收回的 1 个')
    const out = () => data<Title[]>(cwd, '--today 2014-04-01 title list --state plate_outstanding')
    expect((await out()).map(t => [t.plate_no, t.states])).toEqual([
      ['P-5002', ['revoked', 'plate_outstanding']],
    ])
    await done(cwd, '--today 2014-04-01 title plate P-5002 --returned 2014-03-31')
    expect(await out()).toEqual([])
    await refuses(cwd, '--today 2014-04-01 title plate P-5002', 3, '已于 2014-03-31 收回')
    await refuses(cwd, `${revoke} --reason 再次 --plate-outstanding`, 3, '已于 2014-03-10 撤销')

    // The next year: the list names the day, within twelve months of the as-of day.
    const sheet = readFileSync(city('scores.csv'), 'utf8').replaceAll(/^2013,/gm, '2014,')
    writeFileSync(join(cwd, 'scores.csv'), sheet)
    const year = ['evaluation open --year 2014 --as-of 2014-10-31', 'evaluation import scores.csv']
    const rest = ['evaluation run --evaluation 2', `${FINALIZE} --evaluation 2`]
    for (const line of [...year, ...rest, 'nomination propose --evaluation 2'])
      await done(cwd, `--today 2014-11-03 ${line}`)
    const list = await data<{ candidates: { name: string; decision: string; reason: string }[] }>(
      cwd,
      '--today 2014-11-03 nomination list --evaluation 2 --district 门头沟区',
    )
    const barred = list.candidates.find(c => c.name === THREE[1])!
    expect(barred.decision).toBe('ineligible')
    expect(barred.reason).toContain(`“${TITLE}”于 2014-03-10 被撤销`)
  }, 30_000)

  it('by the name of the holder, with a reason of its own and the plate back at once', async () => {
    const cwd = await touched()
    const line = ['--today', '2014-03-10', 'title', 'revoke', THREE[0]!, '--document', '京人社〔2014〕13号']
    const ran = await done(cwd, [
      ...line,
      '--reason',
      '申报材料虚假',
      '--on',
      '2014-03-09',
      '--plate-returned',
      '2014-03-09',
    ])
    expect(ran.stderr).not.toContain('未收回')
    const [title] = await data<Record<string, unknown>[]>(
      cwd,
      '--today 2014-03-10 title list --state revoked',
    )
    expect(title).toMatchObject({
      ...{
        holder: THREE[0],
        revoked_on: '2014-03-09',
        plate_returned_on: '2014-03-09',
        reason: '申报材料虚假',
      },
      states: ['revoked'],
    })
    // English words of the same.
    const english = await done(cwd, '--today 2014-03-10 --lang en title review')
    expect(english.stderr).toContain('2 titles in force; 1 to be looked at (2 findings)')
  })

  it('asks nothing of a plate that came back before; a title in force keeps its plate', async () => {
    const cwd = await touched()
    const early = await refuses(cwd, '--today 2014-03-09 title plate P-5002', 3, 'CX1150')
    expect(early).toContain('honor edit')
    const row = `${THREE[1]},${TITLE},2013-11-20,2014-03-09`
    writeFileSync(join(cwd, 'back.csv'), `持有者,荣誉名称,授予日期,标牌收回日期\n${row}\n`)
    await done(cwd, '--today 2014-03-09 honor import back.csv')
    await done(cwd, `${revoke} --reason 虚假`)
    const [title] = await data<Title[]>(cwd, '--today 2014-03-10 title list --state revoked')
    expect(title).toMatchObject({ plate_no: 'P-5002', plate_returned_on: '2014-03-09', states: ['revoked'] })
  })

  it('of a title without a plate asks nothing of one', async () => {
    const cwd = await listed()
    await done(cwd, GRANT)
    await done(cwd, [
      '--today',
      '2014-03-10',
      'title',
      'revoke',
      THREE[0]!,
      '--document',
      '2号',
      '--reason',
      '虚假',
    ])
    await refuses(cwd, ['--today', '2014-03-10', 'title', 'plate', THREE[0]!], 3, '没有登记标牌编号')
  })

  it.each([
    ['no document', '--today 2014-03-10 title revoke P-5002 --reason 虚假 --plate-outstanding', 3, 'CX1023'],
    ['no reason', `${revoke} --plate-outstanding`, 3, 'CX1023'],
    ['nothing said of the plate', `${revoke} --reason 虚假`, 3, 'CX1390'],
    ['a day before the grant', `${revoke} --reason 虚假 --plate-outstanding --on 2013-11-19`, 3, 'CX1037'],
    ['a day to come', `${revoke} --reason 虚假 --plate-outstanding --on 2014-03-11`, 3, 'CX1038'],
    ['a plate back in the future', `${revoke} --reason 虚假 --plate-returned 2014-03-11`, 3, 'CX1038'],
    ['a plate back before it was given', `${revoke} --reason 虚假 --plate-returned 2013-11-19`, 3, 'CX1037'],
    [
      'a day before the finding',
      `${revoke} --record TS2014-1 --plate-outstanding --on 2014-02-28`,
      3,
      'CX1396',
    ],
    ['a plate back before it', `${revoke} --reason 虚假 --plate-returned 2014-03-09`, 3, 'CX1037'],
    ['a record that the review did not find', `${revoke} --record 新罚2号 --plate-outstanding`, 3, 'CX1392'],
    ['a title that is none', revoke.replace('P-5002', 'P-9999'), 4, 'CX4002'],
  ] as [string, string, number, string][])('refuses %s', async (_what, line, code, problem) => {
    const told = await refuses(await touched(), line, code, problem)
    expect(told.match(/CX\d{4}/g), told).toHaveLength(1)
  })

  it('takes no plate back before its title was revoked; a day written wrongly is corrected', async () => {
    const cwd = await touched()
    await done(cwd, `${revoke} --reason 虚假 --plate-outstanding`)
    await refuses(cwd, '--today 2014-03-20 title plate P-5002 --returned 2014-03-09', 3, 'CX1150')
    await done(cwd, '--today 2014-03-20 title plate P-5002')
    await done(cwd, '--today 2014-03-20 honor edit 2 --plate-returned-on 2014-03-19 --reason 日期写错')
    const [title] = await data<Title[]>(cwd, '--today 2014-03-20 title list --state revoked')
    expect(title).toMatchObject({ plate_no: 'P-5002', plate_returned_on: '2014-03-19' })
  })

  it('takes the plate of a title that ran out', async () => {
    const cwd = await at('records')
    await refuses(cwd, 'title plate P-0002 --returned 2013-04-30', 3, 'CX1150')
    await done(cwd, 'title plate P-0002 --returned 2013-05-02')
  })

  it('made by mistake is taken back by a correction that empties what it said', async () => {
    const cwd = await touched()
    const before = await data(cwd, '--today 2014-03-10 title list')
    await done(cwd, `${revoke} --record TS2014-1 --plate-outstanding`)
    const edit = '--today 2014-03-10 honor edit 2 --reason 误撤 --status 有效'.split(' ')
    expect(await refuses(cwd, edit, 3, 'CX1039')).toContain('清空写 ""')
    await done(cwd, [...edit, '--revoked-on', '', '--revocation-document', '', '--honor-reason', ''])
    expect(await data(cwd, '--today 2014-03-10 title list')).toEqual(before)
  })

  it('refuses a plate both back and outstanding, as a slip of the pen', async () => {
    const cwd = await touched()
    const both = await here(cwd, `${revoke} --reason 虚假 --plate-outstanding --plate-returned 2014-03-10`)
    expect([both.code, both.stdout]).toEqual([2, ''])
  })

  it('refuses a title that has run out, and a holder of several until one is named', async () => {
    const cwd = await at('records')
    await done(cwd, 'scheme add zhoushan-2019')
    const line = '--document 1号 --reason 虚假 --plate-outstanding'
    await refuses(cwd, `title revoke P-0002 ${line}`, 3, '已于 2013-04-30 期满')
    const more = '--title 诚信服务品牌 --granted-on 2013-10-08'
    await done(cwd, `honor add --agency 91110105CXJG000159 ${more}`)
    const told = await refuses(cwd, `title revoke 91110105CXJG000159 ${line}`, 4, 'CX1391')
    expect(told).toContain('id=1 诚信服务窗口')
    await done(cwd, `title revoke id=1 ${line}`)
    // What is left is the one in force.
    await done(cwd, `title revoke 91110105CXJG000159 ${line}`)
  })

  it('is no correction: an edit neither revokes nor takes a plate back', async () => {
    const cwd = await granted()
    const edit = '--today 2014-03-10 honor edit 1 --reason 更正'
    await refuses(cwd, `${edit} --status 撤销 --revoked-on 2014-03-10`, 3, 'CX1163')
    await refuses(cwd, `${edit} --plate-returned-on 2014-03-10`, 3, 'CX1163')
  })
})

describe('the register of honors', () => {
  it('takes both documents from a file and by hand, and refuses one that takes back what stands', async () => {
    const cwd = await at('roster')
    const head = '证书编号,统一社会信用代码,持有者,荣誉名称,授予文号,授予日期,状态,撤销日期,撤销文号'
    const row = (no: string, rest: string) =>
      `${no},91110105CXJG000159,北京晴禾样例人力资源有限公司,示范单位,京发〔2012〕1号,2012-12-01,${rest}`
    writeFileSync(join(cwd, 'h.csv'), [head, row('甲', '撤销,2013-10-08,京发〔2013〕7号')].join('\n'))
    await done(cwd, 'honor import h.csv')
    const both = { document: '京发〔2012〕1号', revocation_document: '京发〔2013〕7号' }
    expect(await data(cwd, 'honor list')).toMatchObject([both])
    expect((await done(cwd, 'honor show 甲')).stdout).toContain('京发〔2013〕7号')
    writeFileSync(join(cwd, 'h.csv'), [head, row('乙', '有效,,京发〔2013〕7号')].join('\n'))
    await refuses(cwd, 'honor import h.csv', 3, 'CX1039')
    await done(cwd, 'honor edit 甲 --document 京发〔2012〕2号 --reason 文号录错')
    expect(await data(cwd, 'honor list')).toMatchObject([{ ...both, document: '京发〔2012〕2号' }])
  })
})

describe('what a scheme says of titles', () => {
  it('is shown in both languages', async () => {
    const cwd = await at('init')
    const { stdout } = await done(cwd, 'scheme show linyi-2022-city')
    for (const line of [
      '荣誉级别：市级',
      '名额分配：不分推荐范围',
      '名额为 2021 至 2025 年累计（三）',
      '公示 5 个工作日，首日计入（五3）',
      '核查撤销：许可证或主体终止（五5）',
      '公示后报临沂市人力资源和社会保障局',
    ])
      expect(stdout).toContain(line)
    const english = await done(cwd, '--lang en scheme show zhoushan-2019')
    expect(english.stdout).toContain('Published for 5 working days, the first day counts')
    expect(english.stdout).toMatch(/Honors reviewed alike: 诚信服务品牌/)
    // A scheme that gives no title says nothing of one.
    expect((await done(cwd, 'scheme show shandong-staff')).stdout).not.toContain('公示 5 个工作日')
  })

  it('is told apart', async () => {
    const cwd = await at('init')
    const { stdout } = await done(cwd, 'scheme diff linyi-2022-county linyi-2022-city')
    expect(stdout).toMatch(/推荐名额 .*名额分配 +待分配 +不分推荐范围/)
    expect(stdout).toMatch(/推荐名额 .*级别 +县级 +市级/)
    const grounds = await done(cwd, 'scheme diff beijing-2013 linyi-2022-city --part stages')
    expect(grounds.stdout).toMatch(/撤销情形 +查实不诚信投诉.*许可证或主体终止；违法违规或不良记录/)
  })

  it('is told stage by stage, before anything was begun', async () => {
    const cwd = await at('init')
    const { stdout, stderr } = await done(cwd, 'scheme stages beijing-2013')
    expect(stdout).toMatch(/1 +诚信服务大检查 .*下一步 +chengxin inspection draw/)
    expect(stderr).toContain('2013 年度，还没有建立评估批次')
    const english = await done(cwd, '--lang en scheme stages beijing-2013')
    expect(english.stdout).toMatch(/not started/)
    await refuses(cwd, 'scheme stages linyi-2022-city', 4, 'CX2005')
    // An evaluation of another scheme is none of this one.
    const opened = await at('opened')
    await done(opened, 'scheme add zhoushan-2019')
    await refuses(opened, 'scheme stages zhoushan-2019 --evaluation 1', 4, 'CX3001')
  })
})
