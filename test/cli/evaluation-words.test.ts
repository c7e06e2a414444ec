// What a clerk reads about those who are no agencies: counted, titled and addressed as what they are, in both languages,
// with the command that comes next.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import PizZip from 'pizzip'
import { beforeAll, describe, expect, it } from 'vitest'
import { at, done, folder, HAND, here, SAMPLES } from './run.ts'

const RATERS = ['服务对象评价', '员工相互评价', '领导评价']
const STAFF = ['RY-101', 'RY-102', 'RY-103']

let cwd = ''
const run = async (line: string) => {
  const ran = await here(cwd, `--today 2013-11-04 --operator 测试员 ${line}`, { bare: true })
  return { ...ran, text: `${ran.stdout}${ran.stderr}` }
}

beforeAll(async () => {
  cwd = folder()
  await run('init')
  await run(`subject import ${join(SAMPLES, 'subjects', 'subjects.csv')}`)
  await run(`metric import ${join(SAMPLES, 'subjects', 'metrics.csv')}`)
  const opened = await run('evaluation open --scheme shandong-staff --year 2013 --as-of 2013-10-31')
  expect(opened.stderr).toContain('下一步：写出空白评分表：chengxin evaluation template --evaluation 1 -o ')
  await run('evaluation open --scheme service-window --year 2013 --as-of 2013-10-31')
  await run('evaluation open --scheme linyi-2022-county --year 2013 --as-of 2013-10-31')
  const rows = STAFF.flatMap(code => RATERS.map(kind => `2013,shandong-staff,${code},${kind},甲,16,16,32,16`))
  const sheets = ['评估年度,方案,主体编号,评价主体,评价人,1,2,3,4', ...rows, ''].join('\n')
  writeFileSync(join(cwd, 'sheets.csv'), sheets)
  await run('evaluation import sheets.csv --evaluation 1')
})

describe('staff', () => {
  it('are counted as persons, and the next command names their evaluation', async () => {
    const ran = await run('evaluation run --evaluation 1')
    expect(ran.stdout).toBe(
      '评估批次 1（截止日 2013-10-31）：已计算 3 人\n  优秀      0\n  称职      3\n  基本称职  0\n  不称职    0\n',
    )
    expect(ran.stderr).toContain('chengxin evaluation finalize --evaluation 1')
    const english = await run('--lang en evaluation run --evaluation 1')
    expect(english.stdout).toContain('computed 3 persons, same results as before')
    const supposed = await run('evaluation what-if --evaluation 1 --weight 领导评价=80')
    expect(supposed.stderr).toContain('共 3 人，变动 0 人')
  })

  it.each([
    'evaluation sheets',
    'evaluation overrides',
    'evaluation objections',
    'evaluation outliers',
    'evaluation what-if --weight 领导评价=80 --all',
  ])('%s has their numbers and names, no credit codes', async line => {
    const { stdout } = await run(`${line} --evaluation 1`)
    expect(stdout).toMatch(/(^|\s)代码\s+主体\s/)
    expect(stdout).not.toMatch(/统一社会信用代码|机构名称/)
  })

  it('who is excluded from rating them is told by subject; the hint repeats the evaluation given', async () => {
    const excluded = await run('evaluation exclude --rater 乙 --reason 亲属 --subject RY-102 --evaluation 1')
    expect(excluded.code).toBe(0)
    expect((await run('evaluation exclusions --evaluation 1')).stdout.split('\n')[0]).toBe(
      '评价人  主体    理由',
    )
    const withdrawn = await run(
      'evaluation withdraw RY-103 --rater 甲 --rater-kind 领导评价 --reason 错填 --evaluation 1',
    )
    expect(withdrawn.stderr).toContain('chengxin evaluation run --evaluation 1 后计入结果')
  })

  it('are addressed as a person in the notice; no grade stands twice, no document either', async () => {
    await run('evaluation run --evaluation 1')
    const finalized = await run('evaluation finalize --evaluation 1')
    expect(finalized.stdout).toContain('评估批次 1 已审定，3 人，')
    expect(finalized.stderr).toContain('chengxin evaluation notice --evaluation 1 --all --out')
    expect((await run('evaluation notice RY-101 --evaluation 1 -o n.docx')).code).toBe(0)
    const text = new PizZip(readFileSync(join(cwd, 'n.docx'))).file('word/document.xml')!.asText()
    expect(text).toContain('根据《山东省基层公共就业服务平台业务规范》，已对你2013年度')
    expect(text).toContain('等级：称职。')
  })

  it('object until a day counted from the service; the reply is counted from the objection', async () => {
    const served = await run('evaluation serve --all --on 2013-11-04 --evaluation 1')
    expect(served.stderr).toContain('异议期按送达次日起 5 个工作日计')
    const objected = await run('evaluation object RY-101 --content 漏计 --on 2013-11-04 --evaluation 1')
    expect(objected.stderr).toContain('答复期限按提出次日起 10 个工作日计')
  })
})

describe('windows and institutions', () => {
  it('a window is a 个, an institution a 家; a refusal to finalize says so as well', async () => {
    expect((await run('evaluation run --evaluation 2')).stdout).toContain('已计算 3 个')
    expect((await run('evaluation run --evaluation 3')).stdout).toContain('已计算 2 家')
    expect((await run('evaluation finalize --evaluation 2')).stderr).toContain('有 2 个未定（共 3 个，')
    expect((await run('--lang en evaluation finalize --evaluation 2')).stderr).toContain('Of 3 windows')
  })

  it('are asked for by the word of the register', async () => {
    const { code, stdout } = await run(
      'evaluation template --evaluation 2 --rater-kind 内部评议 --type 信访 --format csv',
    )
    expect([code, stdout.split('\n').filter(line => line.includes('CK-')).length]).toEqual([0, 1])
  })

  it('a condition that no longer matters is a to-do that says so', async () => {
    const { text } = await run('evaluation check --evaluation 2')
    expect(text).toMatch(/海淀样例职介窗口：7\.困难帮扶 .*结论已由其他必备条件或分数决定，不受影响/)
    expect(text).toMatch(/西城样例信访窗口：5\.办理效率 .*必备条件未定，结论就不能定/)
  })

  it('a condition is judged, with no points asked for or shown', async () => {
    const blank = await run('evaluation template --evaluation 3 --form long --format csv')
    expect(blank.stdout).toContain(',JG-101,昌平样例公共就业服务中心,评审组,,1,政治与诚信,,,')
    const rows = [1, 2, 3, 4, 5, 6].map(n => `2013,linyi-2022-county,JG-101,评审组,甲,${n},符合`)
    const head = '评估年度,方案,主体编号,评价主体,评价人,指标号,得分'
    writeFileSync(join(cwd, 'judged.csv'), [head, ...rows, ''].join('\n'))
    expect((await run('evaluation import judged.csv --evaluation 3')).code).toBe(0)
    await run('evaluation run --evaluation 3')
    const { stdout } = await run('evaluation explain JG-101 --evaluation 3 --ratings')
    expect(stdout).toContain('评审组：符合（1 份），权重 1\n          甲 符合\n')
  })
})

it('notice and serve ask for one or for all', async () => {
  for (const verb of ['notice', 'serve']) {
    const refused = await run(`evaluation ${verb} --evaluation 1`)
    expect([refused.code, refused.stderr.includes('写明一个评估对象，或用 --all')]).toEqual([2, true])
  }
})

it('a rank tells how many it leaves out', async () => {
  const five = await at('run')
  const { stdout } = await done(five, `evaluation explain ${HAND}`)
  expect(stdout).toMatch(/名次未计总分未定的 \d 家，定后可能变动/)
})

it('status follows the evaluation by the scheme of the desk, whatever others are open', async () => {
  await run('evaluation open --year 2013 --as-of 2013-10-31')
  expect((await run('status')).stdout).toContain(
    '2013 年度评估（截止日 2013-10-31，未审定）：评分表 0 份，未计算',
  )
})
