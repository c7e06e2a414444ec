// Linyi from the applications of the counties to the plates of the city (LY 五1–五5): the stages as declared, publicity
// before the grant, the county's title before the city's, and what a revocation undoes.

import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { Writer } from '../../src/store/open.ts'
import { change, type Desk } from '../../src/work/desk.ts'
import { folder, here, ROOT, sha256 } from './run.ts'

const COUNTY = '县级就业服务质量标杆机构'
const CITY = '市级就业服务质量标杆机构'

const cwd = folder()
const db = join(cwd, 'chengxin.db')
let today = '2022-11-01'

async function ran(line: string) {
  return here(cwd, `--today ${today} --operator 测试员 ${line}`, { bare: true })
}
async function run(line: string): Promise<string> {
  const { code, stdout, stderr } = await ran(line)
  expect(code, `${line}\n${stderr}`).toBe(0)
  return `${stdout}${stderr}`
}
async function json<T>(line: string): Promise<T> {
  const { code, stdout, stderr } = await ran(`${line} --json`)
  expect(code, `${line}\n${stderr}`).toBe(0)
  return (JSON.parse(stdout) as { data: T }).data
}
async function refuses(line: string, code: string): Promise<string> {
  const before = sha256(db)
  const { code: exit, stdout, stderr } = await ran(line)
  expect([exit, stdout], stderr).toEqual([3, ''])
  expect(stderr).toContain(code)
  expect(sha256(db)).toBe(before)
  return stderr
}
async function imports(noun: string, rows: string[]): Promise<void> {
  writeFileSync(join(cwd, 'in.csv'), rows.join('\n'))
  await run(`${noun} import in.csv`)
}

/** Rows that other commands lay down. */
function lay(work: (writer: Writer) => void): void {
  const desk: Desk = {
    ...{ db, today, now: `${today}T00:00:00`, operator: '测试员', migrations: join(ROOT, 'migrations') },
    ...{ schemes: '', templates: '', onUpgrade: () => {} },
  }
  change(desk, 'test', writer => ({ result: work(writer), summary: {} }))
}

/** Published for five working days; `removed`: taken out because an objection was upheld. */
function publish(scheme: string, evaluation: number, days: [string, string], parties: number[]): void {
  lay(writer => {
    const { id } = writer.run(
      `INSERT INTO publicity (kind, title, scheme_id, evaluation_id, first_day, last_day, working_days,
         count_first_day, phones) VALUES ('nominees', '公示', ?, ?, ?, ?, 5, 1, '[]')`,
      scheme,
      evaluation,
      ...days,
    )
    for (const subject of parties)
      writer.run('INSERT INTO publicity_case (publicity_id, subject_id) VALUES (?, ?)', id, subject)
  })
}

interface Stages {
  stages: { number: number; name: string; state: string; step: string | null }[]
}
const states = async (scheme: string) =>
  (await json<Stages>(`scheme stages ${scheme}`)).stages.map(s => [s.name, s.state, s.step])

interface Status {
  next: string
  publicity: Record<string, number> | null
  titles: object | null
}

interface List {
  candidates: { name: string; decision: string; reason: string }[]
  districts: { district_code: string | null; places: number }[]
}
interface Outcome {
  granted: { code: string; plate_no: string | null }[]
  left_out: { code: string; reason: string }[]
}

const codes = ['G1', 'G2', 'G3', 'T1', 'T2']
const nameOf: Record<string, string> = {
  ...{ G1: '样例零工市场甲', G2: '样例零工市场乙', G3: '样例零工市场丙' },
  ...{ T1: '样例培训学校', T2: '样例培训学校二' },
}
const decisions = ({ candidates }: List) =>
  Object.fromEntries(candidates.map(c => [Object.keys(nameOf).find(k => nameOf[k] === c.name), c.decision]))

it('runs the county round and then the city round', { timeout: 60_000 }, async () => {
  await run('init --scheme linyi-2022-county')
  await run('scheme add linyi-2022-city')
  expect(await states('linyi-2022-county')).toEqual([
    ['制定标准', 'elsewhere', null],
    ['申报和评审', 'next', 'receive'],
    ['公示', 'not_started', null],
    ['公布和备案', 'not_started', null],
    ['监督', 'not_due', null],
  ])

  // Applications, and the places of each county.
  const place = ['兰山区', '兰山区', '罗庄区', '沂南县', '沂南县']
  const type = (code: string) => (code.startsWith('G') ? '零工市场' : '职业培训机构')
  await imports('subject', [
    '主体类型,名称,主体编号,类型细分,推荐范围',
    ...codes.map((code, i) => `机构,${nameOf[code]},${code},${type(code)},${place[i]}`),
  ])
  await imports('quota', [
    '区划代码,推荐范围,名额',
    ...['371302,兰山区,2', '371311,罗庄区,1', '371321,沂南县,1'],
  ])
  lay(writer => {
    for (const id of [1, 2, 3, 4, 5])
      writer.run(
        `INSERT INTO paper (key, subject_id, year, kind, received_on, scheme)
         VALUES (?, ?, 2022, 'application', '2022-11-20', 'linyi-2022-county')`,
        `p${id}`,
        id,
      )
  })
  expect((await states('linyi-2022-county'))[1]).toEqual(['申报和评审', 'running', 'receive'])
  const status = () => json<Status>('status')

  // Review: one does not fulfill its conditions.
  await run('evaluation open --scheme linyi-2022-county --year 2022 --as-of 2022-12-05')
  await imports('evaluation', [
    '评估年度,方案,主体编号,评价主体,评价人,1,2,3,4,5,6',
    ...codes.map(code => `2022,linyi-2022-county,${code},评审组,评1,1,1,1,1,1,${code === 'T2' ? 0 : 1}`),
  ])
  today = '2022-12-08'
  await run('evaluation run')
  await run('evaluation finalize')
  await run('nomination propose')
  expect(decisions(await json<List>('nomination list'))).toEqual({
    ...{ G1: 'nominated', G2: 'nominated', G3: 'nominated', T1: 'nominated', T2: 'ineligible' },
  })
  expect((await states('linyi-2022-county'))[2]).toEqual(['公示', 'next', 'publish'])

  const none = { running: 0, over: 0, closed: 0, late: 0, objections: 0 }
  expect(await status()).toMatchObject({
    next: 'publicity open',
    publicity: { districts: 3, published: 0, unpublished: 4, ...none },
    titles: null,
  })

  // No title before the publicity is over; who was taken out of it gets none.
  const grant = 'title grant --document 兰人社发〔2022〕50号 --plate-from XJ-009'
  const told = await refuses(`${grant} --on 2022-12-19`, 'CX1386')
  expect(told.match(/没有公示/g)).toHaveLength(4)
  publish('linyi-2022-county', 1, ['2022-12-09', '2022-12-15'], [1, 2])
  lay(writer => {
    writer.run("UPDATE publicity SET withdrawn_on = '2022-12-09', withdrawn_reason = '名单有误'")
  })
  expect((await refuses(`${grant} --on 2022-12-19`, 'CX1386')).match(/没有公示/g)).toHaveLength(4)
  publish('linyi-2022-county', 1, ['2022-12-12', '2022-12-16'], [1, 2, 3, 4])
  expect((await states('linyi-2022-county'))[2]).toEqual(['公示', 'running', 'close'])
  await refuses(`${grant} --on 2022-12-19`, '公示到 2022-12-16，还没有结束')
  const all = { districts: 3, published: 3, unpublished: 0 }
  expect(await status()).toMatchObject({
    next: 'publicity close',
    publicity: { ...all, ...none, running: 1 },
  })
  today = '2022-12-19'
  expect((await status()).publicity).toMatchObject({ ...all, ...none, over: 1 })
  // Due on the 20th: to be closed then, it has to be over on the 19th.
  lay(writer => writer.run("UPDATE publicity SET last_day = '2022-12-20' WHERE withdrawn_on IS NULL"))
  expect((await status()).publicity).toMatchObject({ ...all, ...none, running: 1, late: 1 })
  lay(writer => writer.run("UPDATE publicity SET last_day = '2022-12-16' WHERE withdrawn_on IS NULL"))
  lay(writer => {
    writer.run("UPDATE publicity_case SET removed_on = '2022-12-15' WHERE subject_id = 3")
    writer.run("UPDATE publicity SET closed_on = '2022-12-19' WHERE withdrawn_on IS NULL")
  })
  expect(await status()).toMatchObject({ next: 'title grant', publicity: { ...all, ...none, closed: 1 } })
  await refuses(`${grant} --on 2022-12-18`, '公示 2022-12-19 才结束')
  await refuses(`${grant} --on 2022-12-19 --agency G3`, '公示中异议成立')
  const outcome = await json<Outcome>(`${grant} --on 2022-12-19`)
  expect(outcome.granted.map(g => [g.code, g.plate_no])).toEqual([
    ['G1', 'XJ-009'],
    ['G2', 'XJ-010'],
    ['T1', 'XJ-011'],
  ])
  expect(outcome.left_out).toMatchObject([{ code: 'G3', reason: 'removed' }])
  expect(await status()).toMatchObject({
    next: 'title review',
    titles: { granted: 3, in_force: 3, touched: 0 },
  })
  const titles = await json<Record<string, unknown>[]>('title list')
  expect(titles).toHaveLength(3)
  expect(titles[0]).toMatchObject({ title: COUNTY, level: '县级', subject: nameOf.G1, holder: nameOf.G1 })

  // What the county files with the city.
  expect((await states('linyi-2022-county'))[3]).toEqual(['公布和备案', 'running', 'file'])
  lay(writer => {
    for (const id of [1, 2, 4])
      writer.run(
        `INSERT INTO paper (key, subject_id, year, kind, received_on) VALUES (?, ?, 2022, 'filing', '2022-12-19')`,
        `f${id}`,
        id,
      )
  })

  expect((await states('linyi-2022-county'))[3]).toEqual(['公布和备案', 'done', null])

  // The city round: year 2023, as of 20 February; one county title is taken back before, one after.
  today = '2023-02-10'
  const revoke = 'title revoke --document 兰人社发〔2023〕3号 --plate-outstanding'
  await run(`offense add --subject G2 --offense-no 违1号 --kind 违法违规 --date 2023-02-08 --fact 虚报材料`)
  const review = await json<{ holder: string; ground: string; clause: string }[]>('title review')
  expect(review).toMatchObject([{ holder: nameOf.G2, ground: 'offense', clause: '五5' }])
  expect((await status()).titles).toEqual({ granted: 3, in_force: 3, touched: 1 })
  await run(`${revoke} G2 --record 违1号`)
  expect((await status()).titles).toEqual({ granted: 3, in_force: 2, touched: 0 })
  expect(await json('title review')).toEqual([])
  await run('evaluation open --scheme linyi-2022-city --year 2023 --as-of 2023-02-20')
  await imports('metric', [
    '主体,指标,期间,数值,单位',
    ...['G1', 'G2', 'G3'].map(code => `${code},服务场所面积,2022,600,平方米`),
    ...['T1', 'T2'].flatMap(code => [
      `${code},培训合格率,2022,96%,`,
      `${code},学员整体满意率,2022,97%,`,
      `${code},办学质量督导评估优秀,2022,是,`,
    ]),
  ])
  const conditions = [1, 2, 3, 4, 5, 6, 7, 8]
  await imports('evaluation', [
    `评估年度,方案,主体编号,评价主体,评价人,${conditions.join(',')},12,13,15`,
    ...codes.flatMap((code, i) => [
      `2023,linyi-2022-city,${code},资格审查,审1,${conditions.map(() => 1).join(',')},${code.startsWith('G') ? '1,' : ',1'},`,
      `2023,linyi-2022-city,${code},书面评审,书1,${conditions.map(() => '').join(',')},,,${95 - i}`,
    ]),
  ])
  today = '2023-02-21'
  const second = '--evaluation 2'
  await run(`evaluation run ${second}`)
  await run(`evaluation finalize ${second}`)
  await run(`nomination propose ${second}`)
  const city = await json<List>(`nomination list ${second}`)
  expect(decisions(city)).toEqual({
    ...{ G1: 'nominated', T1: 'nominated', G2: 'ineligible', G3: 'ineligible', T2: 'ineligible' },
  })
  for (const code of ['G2', 'G3', 'T2']) {
    const { reason } = city.candidates.find(c => c.name === nameOf[code])!
    expect(reason).toContain(`没有有效的称号：${COUNTY}`)
  }
  today = '2023-03-06'
  await run(`${revoke} T1 --reason 被证实达不到标准`)
  publish('linyi-2022-city', 2, ['2023-02-27', '2023-03-03'], [1, 4])
  lay(writer => writer.run("UPDATE publicity SET closed_on = '2023-03-06' WHERE evaluation_id = 2"))
  const third = `title grant ${second} --document 临人社发〔2023〕9号 --on 2023-03-06`
  expect(await refuses(`${third} --agency T1`, 'CX1386')).toContain('不满足“已评为县级标杆”')
  const given = await json<Outcome>(`${third} --plate-from LY-1`)
  expect(given.granted.map(g => [g.code, g.plate_no])).toEqual([['G1', 'LY-1']])
  expect(given.left_out).toMatchObject([{ code: 'T1', reason: 'gate' }])
  const [best] = await json<Record<string, unknown>[]>(`title list --title ${CITY}`)
  expect(best).toMatchObject({
    level: '市级',
    issuer: '市人社局、市发改委、市民政局',
    scheme: 'linyi-2022-city',
  })
  expect((await states('linyi-2022-city')).slice(2)).toEqual([
    ['公示', 'done', null],
    ['公布', 'running', 'grant'],
    ['监督', 'running', 'supervise'],
  ])

  // What was taken back gave its place back, and bars for 36 months.
  await run('evaluation open --scheme linyi-2022-county --year 2023 --as-of 2023-03-06')
  const again = '--evaluation 3'
  await imports('evaluation', [
    '评估年度,方案,主体编号,评价主体,评价人,1,2,3,4,5,6',
    ...codes.map(code => `2023,linyi-2022-county,${code},评审组,评1,1,1,1,1,1,1`),
  ])
  await run(`evaluation run ${again}`)
  await run(`nomination propose ${again}`)
  const next = await json<List>(`nomination list ${again}`)
  const left = new Map(next.districts.map(d => [d.district_code, d.places]))
  expect(['371302', '371311', '371321'].map(code => left.get(code))).toEqual([1, 1, 1])
  expect(next.candidates.find(c => c.name === nameOf.G2)!.reason).toContain(`“${COUNTY}”于 2023-02-10 被撤销`)
  await run('log verify')
})
