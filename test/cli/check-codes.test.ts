// Every kind of paper, as its command writes it: the check code that is printed on it is among those that are tried.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import PizZip from 'pizzip'
import { describe, expect, it } from 'vitest'
import type { Desk } from '../../src/work/desk.ts'
import { everyPaper } from '../../src/work/papers/every.ts'
import { city } from './form-city.ts'
import { at, data, done, folder, HAND, ROOT, SAMPLES } from './run.ts'

const SRC = join(ROOT, 'src')

function desk(cwd: string): Desk {
  return {
    ...{ db: join(cwd, 'chengxin.db'), today: '2013-11-04', now: '2013-11-04T00:00:00', operator: '测试员' },
    ...{ migrations: join(ROOT, 'migrations'), schemes: join(SRC, 'schemes') },
    ...{ templates: join(SRC, 'formats', 'templates'), onUpgrade: () => {} },
  }
}

/** The code printed on a paper, whatever its format. */
function printedOn(path: string): string {
  const bytes = readFileSync(path)
  const text = path.endsWith('.html')
    ? bytes.toString('utf8')
    : Object.values(new PizZip(bytes).files)
        .filter(({ name }) => name.endsWith('.xml'))
        .map(file => file.asText().replace(/<[^>]+>/g, ''))
        .join('\n')
  const found = /校验码 ((?:[\dA-F]{4}-){2}[\dA-F]{4})　2013年11月4日制/.exec(text)
  if (!found) throw new Error(`no code on ${path}`)
  return found[1]!
}

let folders = 0

/** The codes of the papers in a folder. */
function codesOf(cwd: string, folder: string): string[] {
  const papers = readdirSync(join(cwd, folder)).filter(name => !name.endsWith('.csv'))
  return papers.map(name => printedOn(join(cwd, folder, name)))
}

/** What is printed on a paper of these commands and is not found. */
async function lost(cwd: string, lines: readonly string[]): Promise<string[]> {
  const printed = new Map<string, string>()
  for (const line of lines) {
    const folder = `papers${folders++}`
    await done(cwd, `${line} --out ${folder}`)
    for (const code of codesOf(cwd, folder)) printed.set(code, line)
  }
  for (const { code } of everyPaper(desk(cwd))) {
    printed.delete(code)
    if (printed.size === 0) break
  }
  return [...printed].map(([code, line]) => `${line}: ${code}`)
}

describe('the code on a paper is found again', { timeout: 120_000 }, () => {
  it('of nominees and what goes with them', async () => {
    const cwd = await city()
    await done(cwd, 'publicity open --on 2013-11-05 --district 延庆县')
    const lines = [
      ...['form quota --format xlsx', 'form hotline --format html', 'form recommendation', 'form nominees'],
      ...['form nominees --district 延庆县', 'form publicity 1', 'form publicity 1 --format html'],
      ...['form ranking --district 市属机构 --format xlsx', 'form summary --district 延庆县'],
    ]
    expect(await lost(cwd, lines)).toEqual([])
  })

  it('of its districts, and of what was put right since', async () => {
    const cwd = await at('finalized')
    await done(cwd, 'inspection draw 抽查 --seed 1 --ratio 100% --inspectors 样检1、样检2')
    await done(cwd, 'campaign open 宣传周 --from 2013-10-14 --to 2013-10-18 --no-tasks')
    const inspections = await data<{ id: number; rectify_due: string | null; rectified_on: string | null }[]>(
      cwd,
      'inspection list',
    )
    const due = inspections.find(row => row.rectify_due !== null && row.rectified_on === null)!
    await done(cwd, `inspection rectify ${due.id} --rectified-on 2013-10-30`)
    const month = 'report month --campaign 宣传周'
    const lines = [
      ...['form inspection 抽查', 'form inspection-summary 春雷2013', `form rectification ${due.id}`],
      ...['form inspection-summary --year 2012 --format xlsx', 'report year --year 2012', 'report html'],
      ...['report html --year 2012', 'report html --district 朝阳区', 'archive export --all'],
      ...['report html --year 2012 --district 朝阳区', 'archive export --all --public'],
      ...['form ranking', 'report year', month, 'form inspection-summary'].flatMap(line => [
        line,
        `${line} --district 朝阳区 --format html`,
      ]),
    ]
    expect(await lost(cwd, lines)).toEqual([])
  })

  it('of a version that was opened again, and of titles with a plate or without one', async () => {
    const cwd = await at('finalized')
    const honor = 'honor add --title 诚信服务示范机构 --granted-on 2013-01-08'
    await done(cwd, `${honor} --agency ${HAND} --plate-no P-0101`)
    await done(cwd, `${honor} --agency 91110108CXJG00023F --cert-no ZS-2`)
    await done(cwd, 'title revoke P-0101 --plate-outstanding --document 样〔2013〕1号 --reason 材料失实')
    await done(cwd, 'title revoke ZS-2 --document 样〔2013〕2号 --reason 材料失实')
    const lines = [
      ...['form plate P-0101', 'form revocation P-0101', 'form revocation ZS-2'],
      ...['form results --all', 'evaluation notice --all', 'form ranking'],
      `evaluation explain ${HAND} --format docx`,
    ]
    expect(await lost(cwd, lines)).toEqual([])
    await done(cwd, 'evaluation reopen --reason 处罚决定被撤销')
    const left = await lost(cwd, [
      ...['form results --all --evaluation 1@1', 'form ranking --evaluation 1@1'],
      ...[
        'evaluation notice --all --evaluation 1@1',
        `evaluation explain ${HAND} --evaluation 1@1 --format html`,
      ],
    ])
    expect(left).toEqual([])
  })

  it('of the package of another scheme than the desk has', async () => {
    const cwd = await at('init')
    await done(cwd, 'scheme add linyi-2022-county')
    await done(cwd, `subject import ${join(SAMPLES, 'subjects', 'subjects.csv')}`)
    await done(cwd, 'evaluation open --scheme linyi-2022-county --year 2013 --as-of 2013-10-20')
    for (const line of ['evaluation run', 'nomination propose']) await done(cwd, line)
    // Places of its own, which `form quota` does not write.
    expect(await lost(cwd, ['form package', 'form quota --format docx'])).toEqual([])
  })

  it('of evaluations by other schemes, and of forms that are filled in by what an evaluation found', async () => {
    const cwd = folder()
    const on = (today: string, line: string) =>
      done(cwd, `--today ${today} --operator 测试员 ${line}`, { bare: true })
    const laid = async (noun: string, text: string) => {
      writeFileSync(join(cwd, 'in.csv'), text)
      await done(cwd, `${noun} import in.csv`)
    }
    await done(cwd, 'init --scheme linyi-2022-county')
    for (const id of ['service-window', 'shandong-staff']) await done(cwd, `scheme add ${id}`)
    const subjects = [
      '机构,样例学校,T1,职业培训机构,兰山区',
      '窗口,样例窗口,W1,信访,兰山区',
      '人员,样例员工,P1,,兰山区',
    ]
    await laid('subject', `主体类型,名称,主体编号,类型细分,推荐范围\n${subjects.join('\n')}\n`)
    await laid('quota', '推荐范围,推荐名额\n兰山区,1\n')
    await laid('paper', '年度,主体,材料,收到日期\n2013,T1,申报表,2013-10-10\n')
    await done(cwd, 'evaluation open --scheme linyi-2022-county --year 2013 --as-of 2013-10-20')
    const conditions = '评估年度,方案,主体编号,评价主体,评价人,1,2,3,4,5,6'
    await laid('evaluation', `${conditions}\n2013,linyi-2022-county,T1,评审组,评审组1,1,1,1,1,1,1\n`)
    for (const line of ['evaluation run', 'evaluation finalize', 'nomination propose', 'publicity open'])
      await on('2013-10-21', line)
    await on('2013-10-29', 'publicity close 1')
    await on('2013-10-30', 'title grant --document 样〔2013〕9号 --on 2013-10-30')
    for (const [scheme, id] of [
      ['service-window', 2],
      ['shandong-staff', 3],
    ] as const) {
      await done(cwd, `evaluation open --scheme ${scheme} --year 2013 --as-of 2013-10-31`)
      await done(cwd, `evaluation run --evaluation ${id}`)
    }
    const lines = [
      ...['form application --all --evaluation 1', 'form filing --all --evaluation 1'],
      ...['form checklist --all --evaluation 2', 'form appraisal --all --evaluation 3'],
      ...['form package --evaluation 1', 'form ranking --evaluation 3'],
      ...['report html --evaluation 2', 'evaluation explain --evaluation 2 W1 --format html'],
    ]
    expect(await lost(cwd, lines)).toEqual([])
  })

  it('of empty forms, also of schemes that the file does not hold', async () => {
    const left = await lost(await at('init'), [
      'form application --blank --scheme linyi-2022-county',
      'form filing --blank --scheme linyi-2022-county',
      'form appraisal --blank --scheme shandong-staff',
      'form checklist --blank --scheme shandong-platform',
    ])
    expect(left).toEqual([])
  })
})
