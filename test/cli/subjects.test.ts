// Windows, institutions, platforms, communities and persons as holders of records: their types, what is entered of them
// by file and by hand, how it is listed, corrected and taken back. Refused, the file stays as it was to the byte.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { at, data, done, HAND, here, SAMPLES, sha256 } from './run.ts'

const SUBJECTS = join(SAMPLES, 'subjects', 'subjects.csv')
const METRICS = join(SAMPLES, 'subjects', 'metrics.csv')
const NAME = '北京晴禾样例人力资源有限公司'

type Row = Record<string, unknown>
interface Problem {
  code: string
  line: number | null
  column: string | null
  message: string
}
interface Outcome {
  rows: number
  added: number
  changed: number
  unchanged: number
  problems: Problem[]
}

/** The five agencies on the roster, the eleven subjects of the samples in the register. */
async function desk(): Promise<string> {
  const cwd = await at('roster')
  await done(cwd, `subject import ${SUBJECTS}`)
  return cwd
}

function file(cwd: string, name: string, text: string): string {
  writeFileSync(join(cwd, name), text)
  return name
}

/** Refused: codes with their lines; nothing is changed. */
async function refused(cwd: string, line: string | readonly string[]): Promise<[string, number | null][]> {
  const before = sha256(join(cwd, 'chengxin.db'))
  const { problems } = await data<Outcome>(cwd, line, 3)
  expect(sha256(join(cwd, 'chengxin.db'))).toBe(before)
  return problems.map(p => [p.code, p.line])
}

const list = (cwd: string, line: string) => data<Row[]>(cwd, line)

describe('the type of a subject', () => {
  it('is read by its official word, its whole name and shorter words, and listed, filtered and sorted', async () => {
    const cwd = await at('init')
    const words = [
      ...['窗口,信访', '窗口,信访优质服务窗口', '窗口,petition', '窗口,社保', '窗口,劳动保障信息网站（页）'],
      ...['机构,县级公共就业和人才服务机构', '机构,职业培训机构', '机构,村（社区）基层公共就业服务平台'],
      ...['平台,街道（乡镇）', '平台,行政村', '社区,', '人员,'],
    ]
    const rows = words.map((word, i) => `${word},样例${i}`)
    await done(cwd, `subject import ${file(cwd, 's.csv', `主体类型,窗口类型,名称\n${rows.join('\n')}\n`)}`)
    const types = [
      ...['petition', 'petition', 'petition', 'social_insurance', 'website'],
      ...['county_public', 'training', 'village', 'township', 'village', null, null],
    ]
    expect((await list(cwd, 'subject list')).map(s => s.type)).toEqual(types)
    expect((await list(cwd, 'subject list --type 信访')).map(s => s.name)).toEqual([
      '样例0',
      '样例1',
      '样例2',
    ])
    expect(await list(cwd, 'subject list --type 村 --state 平台')).toMatchObject([{ name: '样例9' }])
    const sorted = await list(cwd, 'subject list --sort type --descending')
    expect(sorted.map(s => s.type)).toEqual([
      ...types
        .filter(t => t !== null)
        .sort()
        .reverse(),
      null,
      null,
    ])
    const { stdout } = await done(cwd, 'subject list')
    expect(stdout).toContain('街道(乡镇)')
    const wrong = await here(cwd, 'subject list --type 派出所')
    expect([wrong.code, wrong.stderr]).toEqual([2, expect.stringContaining('CX6002')])
  })

  it('is refused where the kind has no such type, or none at all; the types that it has are told', async () => {
    const cwd = await at('init')
    const text =
      '主体类型,主体类别,名称\n窗口,零工市场,甲\n机构,信访,乙\n平台,培训,丙\n人员,信访,丁\n社区,村,戊\n窗口,派出所,己\n'
    const line = `subject import ${file(cwd, 's.csv', text)}`
    expect(await refused(cwd, line)).toEqual([
      ...[2, 3, 4, 5, 6].map(line => ['CX1205', line]),
      ['CX1032', 7],
    ])
    const zh = (await here(cwd, line)).stderr
    expect(zh).toContain('平台没有“职业培训”这一类型')
    expect(zh).toContain('可填：街道(乡镇)、社区(行政村)')
    expect(zh).toContain('人员不分类型')
    expect((await here(cwd, `--lang en ${line}`)).stderr).toContain('have no types')
  })

  it('is given and corrected by hand', async () => {
    const cwd = await desk()
    await done(cwd, 'subject add --kind 窗口 --type 仲裁 --name 新窗口 --code CK-9')
    expect(await data<Row>(cwd, 'subject show CK-9')).toMatchObject({ kind: 'window', type: 'arbitration' })
    await done(cwd, ['subject', 'edit', 'CK-9', '--type', '法律咨询', '--reason', '录错'])
    expect(await data<Row>(cwd, 'subject show CK-9')).toMatchObject({ type: 'legal_advice' })
    const edit = ['subject', 'edit', 'CK-9', '--kind', '平台', '--reason', '录错']
    expect(await refused(cwd, edit)).toEqual([['CX1205', null]])
  })

  it('of a file of before is not asked for', async () => {
    const cwd = await at('roster')
    await done(cwd, `subject import ${join(SAMPLES, 'five', 'subjects.csv')}`)
    expect((await list(cwd, 'subject list')).map(s => s.type)).toEqual([null, null, null, null, null])
  })
})

describe('metrics of subjects', () => {
  it('are imported by name or number, read as numbers, 是, 否 and percentages, and listed with their subject', async () => {
    const cwd = await desk()
    await done(cwd, `metric import ${METRICS}`)
    const all = await list(cwd, 'metric list')
    expect(all.map(m => [m.subject, m.value])).toEqual([
      ['西城样例信访窗口', '3'],
      ['西城样例信访窗口', '0.935'],
      ['海淀样例职介窗口', '0.88'],
      ['通州样例监察窗口', '0.96'],
      ['昌平样例公共就业服务中心', '1'],
      ['昌平样例公共就业服务中心', '0'],
      ['顺义样例职业培训学校', '0.962'],
      ['大兴样例街道就业平台', '6'],
      ['房山样例村就业平台', '1'],
      ['石景山样例社区', '0.864'],
      ['样员一', '52'],
    ])
    expect(all[0]).toMatchObject({ uscc: null, agency_name: null, district_code: '110102', subject_id: 1 })
    for (const name of ['西城样例信访窗口', 'CK-101', 'id=1', '1'])
      expect(
        (await list(cwd, `metric list --subject ${name}`)).map(m => m.id),
        name,
      ).toEqual([1, 2])
    expect((await list(cwd, 'metric list --district 昌平区')).map(m => m.id)).toEqual([5, 6])
    const again = `${METRICS}.copy.csv`.replace(SAMPLES, cwd).replaceAll('/subjects/', '/')
    writeFileSync(again, '主体,指标,期间,数值\nCK-101,服务对象满意率,2012,0.935\nCK-101,工作人员数,2012,４\n')
    expect(await data(cwd, `metric import ${again}`)).toMatchObject({ changed: 1, unchanged: 1 })
    const none = await here(cwd, 'metric list --subject 无此窗口')
    expect([none.code, none.stderr]).toEqual([4, expect.stringContaining('CX4002')])
  })

  it('of agencies have the keys that they had', async () => {
    const cwd = await desk()
    const text = `统一社会信用代码,机构名称,指标,期间,数值,单位,主体\n${HAND},${NAME},净利润,2012,5,万元,\n,,净利润,2012,5,万元,CK-101\n`
    await done(cwd, `metric import ${file(cwd, 'm.csv', text)}`)
    const db = new Database(join(cwd, 'chengxin.db'), { readonly: true })
    expect(db.prepare('SELECT key, agency_id, subject_id FROM metric').all()).toEqual([
      { key: '1|net_profit|2012', agency_id: 1, subject_id: null },
      { key: 's1|net_profit|2012', agency_id: null, subject_id: 1 },
    ])
    db.close()
  })

  it('are refused where a mark means nothing or two things', async () => {
    const cwd = await desk()
    const rows = [
      'CK-101,净利润,2012,是,万元',
      'CK-101,服务人次,2012,85%,人次',
      'CK-101,满意率,2012,85,％',
      'CK-101,满意率,2011,85.12345%,',
      'CK-101,满意率,2010,很高%,',
      'CK-101,满意率,2009,有,',
    ]
    const line = `metric import ${file(cwd, 'm.csv', `主体,指标,期间,数值,单位\n${rows.join('\n')}\n`)}`
    expect(await refused(cwd, line)).toEqual([
      ['CX1033', 2],
      ['CX1033', 3],
      ['CX1203', 4],
      ['CX1036', 5],
      ['CX1033', 6],
      ['CX1033', 7],
    ])
    expect(
      await refused(cwd, 'metric add --subject CK-101 --metric 净利润 --period 2012 --value 是 --unit 元'),
    ).toEqual([['CX1033', null]])
  })

  it('with the sign in value and unit are ratios, by hand as well', async () => {
    const cwd = await desk()
    const add = 'metric add --subject CK-101 --metric 满意率 --period 2012 --value 92.5% --unit %'
    const { record } = await data<{ record: Row }>(cwd, add)
    expect(record).toMatchObject({ subject: '西城样例信访窗口', value: '0.925', unit: null })
    await done(cwd, 'metric edit 1 --value 否 --reason 改为是否')
    expect(await data<Row>(cwd, 'metric show 1')).toMatchObject({ value: '0', subject: '西城样例信访窗口' })
  })

  it('whose value was not filled in are passed over with one warning that counts them', async () => {
    const cwd = await desk()
    const text = '主体,指标,期间,数值\nCK-101,满意率,2012,\nCK-102,满意率,2012,90%\nCK-103,满意率,2012,  \n'
    const line = `metric import ${file(cwd, 'm.csv', text)}`
    const ran = await here(cwd, `${line} --dry-run --json`)
    const told = JSON.parse(ran.stdout) as { data: Outcome; warnings: Problem[] }
    expect(ran.code).toBe(0)
    expect(told.data).toMatchObject({ rows: 3, added: 1, problems: [] })
    expect(told.warnings).toMatchObject([{ code: 'CX1204', line: 2, column: '数值' }])
    expect(told.warnings[0]!.message).toContain('2 行')
    expect((await done(cwd, line)).stderr).toContain('CX1204')
    expect(await list(cwd, 'metric list')).toMatchObject([{ subject: '海淀样例职介窗口', value: '0.9' }])
  })
})

describe('a subject that a row names', () => {
  const HEAD = '投诉编号,收到日期,类别,主体,机构名称'

  it('must be in the register, once, and of the agency that is named with it', async () => {
    const cwd = await desk()
    await done(cwd, `subject import ${join(SAMPLES, 'five', 'subjects.csv')}`)
    for (const place of ['东城区', '西城区'])
      await done(cwd, `subject add --kind 社区 --name 同名社区 --district-code ${place}`)
    await done(
      cwd,
      `complaint import ${file(cwd, 'a.csv', `${HEAD}\nT-1,2013-03-01,其他,样员一,\nT-2,2013-03-01,其他,,${NAME}\n`)}`,
    )
    const rows = [
      'T-11,2013-03-01,其他,样员十,',
      'T-12,2013-03-01,其他,同名社区,',
      `T-13,2013-03-01,其他,样例员工甲,${NAME}`,
      `T-14,2013-03-01,其他,样员一,${NAME}`,
      'T-15,2013-03-01,其他,,',
      'T-1,2013-03-01,其他,样员二,',
      'T-2,2013-03-01,其他,样员二,',
      `T-1,2013-03-01,其他,,${NAME}`,
    ]
    const line = `complaint import ${file(cwd, 'b.csv', `${HEAD}\n${rows.join('\n')}\n`)}`
    expect(await refused(cwd, line)).toEqual(
      [
        ['CX1200', 2],
        ['CX1201', 3],
        ['CX1202', 4],
        ['CX1202', 5],
        ['CX1023', 6],
        ['CX1206', 7],
        ['CX1092', 8],
        ['CX1206', 9],
        ['CX1052', 9],
      ].sort((a, b) => Number(a[1]) - Number(b[1])),
    )
    const zh = (await here(cwd, line)).stderr
    expect(zh).toContain('是否为：样员一、样员三、样员二')
    expect(zh).toContain('同名社区（东城区，id=17）、同名社区（西城区，id=18）')
    expect(zh).toContain('“样例员工甲”属于北京石榴籽样例人才服务有限公司')
    expect(zh).toContain('“样员一”没有写明所属机构')
    expect((await here(cwd, `--lang en ${line}`)).stderr).toContain('fits more than one subject')
    await done(cwd, `complaint import ${file(cwd, 'c.csv', `${HEAD}\nT-12,2013-03-01,其他,id=18,\n`)}`)
    expect(await list(cwd, 'complaint list --subject id=18')).toMatchObject([{ district: '西城区' }])
    expect((await here(cwd, 'complaint list --subject 同名社区')).stderr).toContain('CX1161')
  })

  it('is told apart by the agency where two agencies have people of one name', async () => {
    const cwd = await desk()
    const other = '91110108CXJG00023F'
    for (const agency of [HAND, other])
      await done(cwd, `subject add --kind 人员 --name 同名员工 --agency ${agency}`)
    const add = 'complaint add --received-on 2013-03-01 --category 其他 --subject 同名员工'
    expect(await refused(cwd, `${add} --complaint-no T-1`)).toEqual([['CX1201', null]])
    await done(cwd, `${add} --complaint-no T-1 --agency ${other}`)
    expect(await data<Row>(cwd, 'complaint show T-1')).toMatchObject({ uscc: other, subject_id: 13 })
    // Elsewhere by now, it stays whom the record is about.
    await done(cwd, `subject edit id=13 --agency 91110101CXJG000315 --reason 调动`)
    await done(cwd, 'complaint edit T-1 --category 收费争议 --reason 录错')
    expect(await data<Row>(cwd, 'complaint show T-1')).toMatchObject({ uscc: other, subject_id: 13 })
  })

  it('is asked for where the file has no column for agencies', async () => {
    const cwd = await desk()
    const line = `metric import ${file(cwd, 'm.csv', '主体,指标,期间,数值\n,工作人员数,2012,3\n')}`
    expect(await refused(cwd, line)).toEqual([['CX1023', 2]])
    expect((await here(cwd, line)).stderr).toContain('“主体”没有填')
  })

  it('does not keep a file of agencies from what it always was asked', async () => {
    const cwd = await desk()
    const none = await here(
      cwd,
      `complaint import ${file(cwd, 'a.csv', '投诉编号,收到日期,类别\nT-1,2013-03-01,其他\n')}`,
    )
    expect(none.stderr).toContain('缺少必需的列“被投诉机构”')
    const blank = `complaint import ${file(cwd, 'b.csv', `投诉编号,收到日期,类别,被投诉机构,统一社会信用代码\nT-1,2013-03-01,其他,,${HAND}\n`)}`
    expect(await refused(cwd, blank)).toEqual([['CX1023', 2]])
    expect(
      await refused(cwd, 'complaint add --complaint-no T-1 --received-on 2013-03-01 --category 其他'),
    ).toEqual([['CX1023', null]])
  })
})

describe('every register that subjects hold records of', () => {
  it('takes them by file and by hand, lists them and shows them with their subject', async () => {
    const cwd = await at('init')
    await done(cwd, `subject import ${SUBJECTS}`)
    const files = [
      ['complaint', '投诉编号,收到日期,类别,窗口名称\nT-1,2013-03-01,其他,西城样例信访窗口\n'],
      ['honor', '主体名称,荣誉名称,授予日期\n西城样例信访窗口,优质服务窗口,2013-01-01\n'],
      ['offense', '窗口名称,行为类别,认定日期,事实\n西城样例信访窗口,违法违规,2013-01-01,样例\n'],
      ['annual', '主体,年度,年检结论\n西城样例信访窗口,2012,合格\n'],
      ['activity', '窗口名称,活动类型,活动名称,日期\n西城样例信访窗口,调查,问卷,2013-02-01\n'],
      ['metric', '窗口名称,指标,期间,数值\n西城样例信访窗口,工作人员数,2012,3\n'],
    ]
    for (const [noun, text] of files) await done(cwd, `${noun} import ${file(cwd, `${noun}.csv`, text!)}`)
    const byHand = {
      complaint: '--complaint-no T-2 --received-on 2013-03-02 --category 其他',
      honor: '--title 称号 --granted-on 2013-01-02',
      offense: '--kind 不良信用 --date 2013-01-02 --fact 样例二',
      annual: '--year 2011 --result 合格',
      activity: '--kind 座谈 --title 座谈会 --held-on 2013-02-02',
      metric: '--metric 工作人员数 --period 2011 --value 2',
    }
    for (const [noun, fields] of Object.entries(byHand)) {
      const { record } = await data<{ record: Row }>(cwd, `${noun} add --subject CK-102 ${fields}`)
      expect(record, noun).toMatchObject({ subject_id: 2, district_code: '110108', agency_name: null })
      const rows = await list(cwd, `${noun} list`)
      expect(rows.map(r => [r.subject_id, r.district, r.uscc])).toEqual([
        [1, '西城区', null],
        [2, '海淀区', null],
      ])
      expect(await list(cwd, `${noun} list --subject CK-102`)).toEqual([rows[1]])
      expect(await data<Row>(cwd, `${noun} show id=2`)).toMatchObject({ subject_id: 2, district: '海淀区' })
      expect(await refused(cwd, `${noun} add --subject CK-102 ${fields}`)).toEqual([['CX1093', null]])
    }
    expect(await list(cwd, 'honor list')).toMatchObject([
      { holder: '西城样例信访窗口', holder_kind: 'window' },
      { holder: '海淀样例职介窗口', holder_kind: 'window' },
    ])
    const { records } = await data<{ records: Record<string, Row[]> }>(cwd, 'subject show CK-102')
    expect(Object.keys(records).sort()).toEqual(Object.keys(byHand).sort())
    await done(cwd, 'log verify')
  })

  it('corrects whose a record is, and tells of it', async () => {
    const cwd = await desk()
    await done(cwd, `metric add --agency ${HAND} --metric 工作人员数 --period 2012 --value 3`)
    await done(cwd, ['metric', 'edit', '1', '--agency', '', '--subject', 'PT-101', '--reason', '归错'])
    const moved = await data<Row & { history: Row[] }>(cwd, 'metric show 1')
    expect(moved).toMatchObject({ agency_name: null, subject: '大兴样例街道就业平台' })
    expect(moved.history.slice(-2)).toMatchObject([
      { field: 'agency_name', before: NAME, after: null },
      { field: 'subject', before: null, after: '大兴样例街道就业平台' },
    ])
    // A figure is of one holder: told with an agency, it is the subject's.
    await done(cwd, `subject edit RY-101 --agency ${HAND} --reason 补记`)
    await done(cwd, `metric add --agency ${HAND} --subject RY-101 --metric 考核分 --period 2012 --value 90`)
    expect(await list(cwd, 'metric list --subject RY-101')).toMatchObject([{ agency_name: null }])
    expect(await refused(cwd, ['metric', 'edit', '1', '--subject', '', '--reason', '清空'])).toEqual([
      ['CX1023', null],
    ])
    expect(await refused(cwd, ['metric', 'edit', '1', '--subject', '无此', '--reason', '改'])).toEqual([
      ['CX1200', null],
    ])
    await done(cwd, 'log verify')
  })

  it('gives back what an import brought; subjects that have records stay', async () => {
    const cwd = await at('roster')
    await done(cwd, `subject import ${SUBJECTS}`)
    await done(cwd, `metric import ${METRICS}`)
    const ran = await here(cwd, 'import undo 2')
    expect([ran.code, ran.stderr]).toEqual([5, expect.stringContaining('CX5017')])
    await done(cwd, 'import undo 3')
    expect(await list(cwd, 'metric list')).toEqual([])
    await done(cwd, 'import undo 2')
    expect(await list(cwd, 'subject list')).toEqual([])
    await done(cwd, 'log verify')
  })

  it('keeps what a file says nothing of', async () => {
    const cwd = await desk()
    const first = '投诉编号,收到日期,类别,主体\nT-1,2013-03-01,其他,样员一\n'
    await done(cwd, `complaint import ${file(cwd, 'a.csv', first)}`)
    const second = '投诉编号,收到日期,类别,主体,承办人\nT-1,2013-03-01,其他,RY-101,样办\n'
    expect(await data(cwd, `complaint import ${file(cwd, 'b.csv', second)}`)).toMatchObject({ changed: 1 })
    expect(await data<Row>(cwd, 'complaint show T-1')).toMatchObject({ subject: '样员一', handler: '样办' })
  })
})

describe('activities', () => {
  it('of a body that comes to the register later are found by its name, and linked when they come again', async () => {
    const cwd = await at('roster')
    const head = '活动类型,活动名称,日期,举办主体'
    const ran = await done(
      cwd,
      `activity import ${file(cwd, 'a.csv', `${head}\n调查,问卷,2013-02-01,样例平台\n`)}`,
    )
    expect(ran.stderr).toContain('CX1145')
    await done(cwd, 'subject add --kind 平台 --name 样例平台')
    expect(await list(cwd, 'activity list --subject 样例平台')).toMatchObject([{ subject_id: null }])
    const again = `${head},人数\n调查,问卷,2013-02-01,样例平台,\n`
    expect(await data(cwd, `activity import ${file(cwd, 'b.csv', again)}`)).toMatchObject({ changed: 1 })
    expect(await list(cwd, 'activity list --subject 样例平台')).toMatchObject([{ subject_id: 1 }])
  })
})

describe('complaints about subjects', () => {
  it('are closed as serious by an officer, which goes with its finding when they are opened again', async () => {
    const cwd = await desk()
    await done(
      cwd,
      'complaint add --subject 样员一 --complaint-no T-1 --received-on 2013-10-01 --category 其他',
    )
    const close = 'complaint close T-1 --finding 属实 --dishonest 否 --serious 是'
    const { record } = await data<{ record: Row }>(cwd, close)
    expect(record).toMatchObject({ serious: 1, dishonest: 0, decided_by: '测试员', subject: '样员一' })
    await done(cwd, 'complaint reopen T-1 --reason 复核')
    expect(await data<Row>(cwd, 'complaint show T-1')).toMatchObject({ serious: null, decided_by: null })
  })

  it('name the honors in force of the subject where there is no agency', async () => {
    const cwd = await desk()
    await done(cwd, 'honor add --subject CK-101 --title 优质服务窗口 --granted-on 2013-01-01')
    await done(cwd, 'honor add --subject CK-102 --title 优质服务窗口 --granted-on 2013-01-01')
    await done(
      cwd,
      'complaint add --subject CK-101 --complaint-no T-1 --received-on 2013-10-01 --category 其他',
    )
    const closed = await data<{ touched: Row[]; listings: Row[] }>(
      cwd,
      'complaint close T-1 --finding 属实 --dishonest 是',
    )
    expect(closed.touched).toMatchObject([{ holder: '西城样例信访窗口' }])
    expect(closed.listings).toEqual([])
  })

  it('are linked where they are about the same subject, and only there', async () => {
    const cwd = await desk()
    const text =
      '投诉编号,收到日期,类别,主体,重复于\nT-1,2013-03-01,其他,CK-101,\nT-2,2013-03-02,其他,CK-101,T-1\nT-3,2013-03-02,其他,CK-102,\n'
    await done(cwd, `complaint import ${file(cwd, 'a.csv', text)}`)
    const stray = '投诉编号,收到日期,类别,主体,重复于\nT-4,2013-03-02,其他,CK-102,T-1\n'
    expect(await refused(cwd, `complaint import ${file(cwd, 'b.csv', stray)}`)).toEqual([['CX1103', 2]])
    expect(await refused(cwd, 'complaint link T-3 --to T-1')).toEqual([['CX1103', null]])
    const moved = ['complaint', 'edit', 'T-1', '--subject', 'CK-102', '--reason', '录错']
    expect(await refused(cwd, moved)).toEqual([['CX1162', null]])
    await done(cwd, 'complaint link T-2 --remove')
    await done(cwd, 'complaint link T-2 --to T-1')
    const rates = await list(cwd, 'complaint rates')
    expect(rates.map(r => [r.district, r.received])).toEqual([
      ['西城区', 1],
      ['海淀区', 1],
      [null, 2],
    ])
  })
})
