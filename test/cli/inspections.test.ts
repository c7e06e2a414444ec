// Spring Thunder from the draw to the table that goes up: the draw repeated from its seed alone, sheets filled in and
// imported, what was put right, who was inspected, and every number with its records - with every refusal on the way.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { textsOf } from './paper-texts.ts'
import { at, data, done, HAND, here, SAMPLES, sha256 } from './run.ts'

const DRAW = [
  'inspection',
  'draw',
  '抽查',
  '--seed',
  '20131105 期',
  '--inspectors',
  '甲、乙、丙',
  '--ratio',
  '10%',
]

interface Lot {
  position: number
  uscc: string | null
  name: string
  code: string
  district_code: string
  lot: string
  officers: string[] | null
}
interface Draw {
  name: string
  seed: string
  ratio: string
  inspectors: string[]
  districts: { district_code: string; pool: number; drawn: number }[]
  drawn: Lot[]
  excluded: { uscc: string; reason: string; by_hand: boolean }[]
  pool: Lot[]
  problems: { code: string; column: string }[]
}

/** The five and the city. */
async function city(): Promise<string> {
  const cwd = await at('records')
  for (const [noun, file] of [
    ['agency', 'roster'],
    ['inspection', 'inspection'],
  ])
    await done(cwd, `${noun} import ${join(SAMPLES, 'city', `${file}.csv`)}`)
  return cwd
}

describe('a draw', () => {
  it('is repeated in a few lines from what is published of it', async () => {
    const cwd = await city()
    const drawn = await data<Draw>(cwd, DRAW)
    const { pool } = await data<Draw>(cwd, 'inspection show 抽查')
    const digest = (text: string) => createHash('sha256').update(text).digest('hex')
    const lots = pool.map(lot => ({ ...lot, digest: digest(`20131105 期|${lot.code}`) }))
    const districts = [...new Set(lots.map(l => l.district_code))]
    const chosen = districts
      .flatMap(code => {
        const own = lots.filter(l => l.district_code === code)
        return own.sort((a, b) => (a.digest < b.digest ? -1 : 1)).slice(0, Math.ceil(own.length / 10))
      })
      .sort((a, b) => (a.digest < b.digest ? -1 : 1))
    const loads: Record<string, number> = { 甲: 0, 乙: 0, 丙: 0 }
    const wanted = chosen.map(l => {
      const key = (name: string) => `${1000 + loads[name]!} ${digest(`20131105 期|${l.code}|${name}`)}`
      const pair = Object.keys(loads)
        .sort((a, b) => (key(a) < key(b) ? -1 : 1))
        .slice(0, 2)
      for (const name of pair) loads[name]! += 1
      return `${l.code} ${pair}`
    })
    expect(wanted.length).toBeGreaterThan(40)
    expect(drawn.drawn.map(l => `${l.code} ${l.officers}`).sort()).toEqual(wanted.sort())
    expect(drawn.districts.reduce((sum, d) => sum + d.drawn, 0)).toBe(wanted.length)
    await done(cwd, 'log verify')
  })

  it('leaves out who has no license, tells why, and lets them in when told', async () => {
    const cwd = await at('records')
    const { excluded, districts, ratio } = await data<Draw>(cwd, [...DRAW, '--dry-run'])
    expect(ratio).toBe('0.1')
    expect(excluded).toEqual([
      {
        uscc: '91110101CXJG000315',
        name: '北京东篱样例劳务派遣有限公司',
        reason: 'expired',
        by_hand: false,
      },
    ])
    expect(districts.map(d => [d.district_code, d.pool, d.drawn])).toEqual([
      ['110105', 1, 1],
      ['110108', 1, 1],
      ['110106', 1, 1],
      ['110228', 1, 1],
    ])
    const more = await data<Draw>(cwd, [
      ...DRAW,
      '--include',
      '到期',
      '--exclude',
      `${HAND}=已立案`,
      '--dry-run',
    ])
    expect(more.excluded).toMatchObject([{ uscc: HAND, reason: '已立案', by_hand: true }])
    expect(more.districts.map(d => d.district_code)).not.toContain('110105')
    expect(more.districts.map(d => d.district_code)).toContain('110101')
  })

  it('sends nobody to an agency that he must avoid, and keeps that', async () => {
    const cwd = await at('records')
    const line = [...DRAW, '--avoid', `甲=${HAND}`, '--district', '朝阳区']
    const { drawn } = await data<Draw>(cwd, line)
    expect(drawn[0]!.officers!.toSorted()).toEqual(['丙', '乙'])
    const shown = await data<Draw & { avoided: object[] }>(cwd, 'inspection show 抽查')
    expect(shown).toMatchObject({ seed: '20131105 期', inspectors: ['甲', '乙', '丙'], drawn })
    expect(shown.avoided).toMatchObject([{ officer: '甲', uscc: HAND }])
    const list = await data<object[]>(cwd, 'inspection draws')
    expect(list).toMatchObject([{ name: '抽查', district_code: '110105', pool: 1, drawn: 1, ratio: '0.1' }])
  })

  it('as a dry run changes nothing', async () => {
    const cwd = await at('records')
    const before = sha256(join(cwd, 'chengxin.db'))
    const ran = await done(cwd, [...DRAW, '-n'])
    expect(ran.stderr).toMatch(/没有写入\n$/)
    expect(sha256(join(cwd, 'chengxin.db'))).toBe(before)
  })

  const base = { name: '抽查2', seed: 'x', ratio: '5%', inspectors: '甲、乙' }
  it.each([
    ['one inspector twice', { inspectors: '甲、乙、甲' }, [], 3, ['CX1110 --inspectors']],
    [
      'one person twice, spaced',
      { inspectors: '王 五、王五' },
      [],
      3,
      ['CX1110 --inspectors', 'CX1111 --inspectors'],
    ],
    ['one inspector', { inspectors: '甲' }, [], 3, ['CX1111 --inspectors']],
    ['no ratio', { ratio: '0%' }, [], 3, ['CX1112 --ratio']],
    ['more than all', { ratio: '100.1%' }, [], 3, ['CX1112 --ratio']],
    ['a negative ratio', { ratio: '-5%' }, [], 3, ['CX1112 --ratio']],
    ['a ratio in words', { ratio: '一成' }, [], 3, ['CX1033 --ratio']],
    ['a blank seed', { seed: ' ' }, [], 3, ['CX1023 --seed']],
    ['a name taken', { name: '抽查' }, [], 3, ['CX1113 抽查']],
    ['a name of digits', { name: '12' }, [], 3, ['CX1113 12']],
    ['no pair left', {}, ['--avoid', `甲=${HAND}`], 3, ['CX1115 --avoid']],
    ['nobody to draw', {}, ['--district', '平谷区'], 3, ['CX1114 --district']],
    ['all left out', {}, ['--district', '朝阳区', '--exclude', `${HAND}=x`], 3, ['CX1114 --district']],
    [
      'an unknown agency',
      {},
      ['--exclude', '没有的=x', '--avoid', '甲=没有的'],
      4,
      ['CX4001 --exclude', 'CX4001 --avoid'],
    ],
    ['an agency elsewhere', {}, ['--district', '海淀区', '--exclude', `${HAND}=x`], 3, ['CX1116 --exclude']],
    ['an unknown inspector', {}, ['--avoid', `丁=${HAND}`], 3, ['CX1116 --avoid']],
    [
      'everything at once',
      { ratio: '0', inspectors: '', seed: '' },
      [],
      3,
      ['CX1023 --seed', 'CX1112 --ratio', 'CX1111 --inspectors'],
    ],
  ] as [string, Partial<typeof base>, string[], number, string[]][])(
    'is refused: %s',
    async (_, changed, more, code, wanted) => {
      const cwd = await at('records')
      await done(cwd, DRAW)
      const before = sha256(join(cwd, 'chengxin.db'))
      const { name, seed, ratio, inspectors } = { ...base, ...changed }
      const line = [
        'inspection',
        'draw',
        name,
        '--seed',
        seed,
        `--ratio=${ratio}`,
        '--inspectors',
        inspectors,
        ...more,
      ]
      const ran = await here(cwd, line)
      expect([ran.code, ran.stdout]).toEqual([code, ''])
      expect(ran.stderr).toMatch(/没有抽取\n$/)
      const { problems } = await data<Draw>(cwd, line, code)
      expect(problems.map(p => `${p.code} ${p.column}`)).toEqual(wanted)
      expect(sha256(join(cwd, 'chengxin.db'))).toBe(before)
    },
  )

  it.each([
    ['--exclude', HAND],
    ['--exclude', `${HAND}=`],
    ['--avoid', '=x'],
    ['--include', '有效'],
  ])('is refused as badly typed: %s %s', async (option, value) => {
    const ran = await here(await at('records'), [...DRAW, option, value])
    expect([ran.code, ran.stdout, ran.stderr]).toEqual([2, '', expect.stringContaining('CX6002')])
  })

  it.each(['inspection show 抽', 'inspection show 999', 'form inspection 没有'])(
    '%s is not found',
    async line => {
      const cwd = await at('records')
      await done(cwd, DRAW)
      const ran = await here(cwd, line)
      expect([ran.code, ran.stdout, ran.stderr]).toEqual([4, '', expect.stringMatching(/CX4002.*\n.*抽查/)])
    },
  )
})

describe('sheets', () => {
  it('are one paper for each agency drawn', async () => {
    const cwd = await at('records')
    await done(cwd, DRAW)
    const before = sha256(join(cwd, 'chengxin.db'))
    const ran = await done(cwd, 'form inspection 抽查 --out sheets')
    expect(ran.stderr).toMatch(/^检查记录表引用的.* 2018-10-01 .*\n已写入 4 份到 sheets\n$/)
    expect(readdirSync(join(cwd, 'sheets'))).toEqual([
      '检查记录表-110105-朝阳区-01-北京晴禾样例人力资源有限公司.docx',
      '检查记录表-110106-丰台区-01-丰台样例公共就业服务中心.docx',
      '检查记录表-110108-海淀区-01-北京石榴籽样例人才服务有限公司.docx',
      '检查记录表-110228-密云县-01-密云样例职业介绍服务社.docx',
    ])
    expect(sha256(join(cwd, 'chengxin.db'))).toBe(before)
  })

  it('leave a line to write on for what is not on file', async () => {
    const cwd = await at('init')
    writeFileSync(join(cwd, 'r.csv'), '机构名称,机构类别,推荐范围,状态\n无码样例公司,经营性,朝阳区,有效\n')
    await done(cwd, 'agency import r.csv')
    await done(cwd, DRAW)
    await done(cwd, 'form inspection 抽查 --out sheets')
    const [name = ''] = readdirSync(join(cwd, 'sheets'))
    const texts = textsOf(join(cwd, 'sheets', name))
    for (const label of ['统一社会信用代码（许可证号）', '地址', '检查机关'])
      expect(texts.find(text => text.startsWith(`${label}：`))).toMatch(/：＿{10,}$/)
    expect(texts.join('\n')).not.toMatch(/【缺/)
  })

  it('as a table are filled in and imported straight back', async () => {
    const cwd = await at('records')
    const { drawn } = await data<Draw>(cwd, DRAW)
    const [header = '', ...rows] = (await done(cwd, 'form inspection 抽查 --format csv')).stdout
      .trimEnd()
      .split('\r\n')
    const names = header.replace('\uFEFF', '').split(',')
    const filled = rows.map(row => {
      // Inspectors are quoted for their semicolon.
      const cells = row.split(',')
      cells[names.indexOf('检查日期')] = '2013-11-01'
      cells[names.indexOf('SC-05')] = '不合格'
      cells[names.indexOf('整改期限')] = '2013-12-01'
      return cells.join(',')
    })
    expect(filled).toHaveLength(4)
    writeFileSync(join(cwd, 'filled.csv'), [header, ...filled].join('\r\n'))
    const unfilled = await here(cwd, ['inspection', 'import', '-'], { stdin: [header, ...rows].join('\r\n') })
    expect([unfilled.code, unfilled.stderr]).toEqual([3, expect.stringContaining('CX1023')])
    expect(await data(cwd, 'inspection import filled.csv')).toMatchObject({ added: 4, rejected: 0 })
    const back = await data<{ batch: string; officers: string; agency_name: string; items: object }[]>(
      cwd,
      'inspection list --from 2013-11-01',
    )
    const byName = (a: { name: string }, b: { name: string }) => (a.name < b.name ? -1 : 1)
    expect(back.map(r => ({ name: r.agency_name, officers: r.officers.split(';') })).sort(byName)).toEqual(
      drawn.map(({ name, officers }) => ({ name, officers })).sort(byName),
    )
    for (const row of back) expect(row).toMatchObject({ batch: '抽查', items: { 'SC-05': 'fail' } })
  })

  it('that differ from the draw are warned of, and kept', async () => {
    const cwd = await at('records')
    const { drawn } = await data<Draw>(cwd, DRAW)
    const lines = drawn.map(({ uscc, officers }, i) => {
      const [first, second] = officers as [string, string]
      // The second of them sends somebody else.
      return `抽查,2013-11-0${i + 1},${uscc},${i === 1 ? `${first};丁` : `${second};${first}`}`
    })
    const head = '检查批次,检查日期,统一社会信用代码,检查人员'
    const left = '抽查,2013-11-01,91110101CXJG000315,甲;乙'
    const other = '春雷,2013-11-01,91110101CXJG000315,甲;乙'
    const stdin = [head, ...lines, left, other].join('\n')
    const ran = await here(cwd, 'inspection import - --json', { stdin })
    expect(ran.code).toBe(0)
    const { data: told, warnings: warned } = JSON.parse(ran.stdout) as {
      data: { added: number }
      warnings: { code: string; line: number; column: string }[]
    }
    expect([told.added, warned.map(p => `${p.line} ${p.code} ${p.column}`)]).toEqual([
      6,
      ['3 CX1171 检查人员', '6 CX1170 检查批次'],
    ])
    const line =
      'inspection add --agency 91110101CXJG000315 --batch 抽查 --date 2013-11-02 --officers 甲、乙 --json'
    const { warnings } = JSON.parse((await done(cwd, line)).stdout) as { warnings: { code: string }[] }
    expect(warnings.map(w => w.code)).toEqual(['CX1170'])
    const edited = await done(cwd, 'inspection edit 1 --officers 甲、丁 --batch 抽查 --reason 批次录错')
    expect(edited.stderr).toContain('CX1171')
  })

  it('imported tell which of the drawn were inspected, and how many items failed', async () => {
    const cwd = await at('records')
    const { drawn } = await data<Draw>(cwd, DRAW)
    const [one, two, three] = drawn as [Lot, Lot, Lot]
    const add = (lot: Lot, date: string, more = '') =>
      done(
        cwd,
        `inspection add --agency ${lot.uscc} --batch 抽查 --date ${date} --officers ${lot.officers!.join('、')}${more}`,
      )
    await add(one, '2013-11-02', ' --SC-05 不合格 --SC-06 不合格 --SC-07 合格')
    await add(one, '2013-11-01')
    await add(two, '2013-11-03', ' --SC-05 合格')
    await add(three, '2013-11-03')
    const shown = await data<{
      progress: object
      drawn: { inspected_on: string | null; failed: number | null }[]
    }>(cwd, 'inspection show 抽查')
    expect(shown.progress).toEqual({ drawn: 4, inspected: 3, failed: 1 })
    expect(shown.drawn.map(d => [d.inspected_on, d.failed])).toEqual([
      ['2013-11-02', 2],
      ['2013-11-03', 0],
      ['2013-11-03', null],
      [null, null],
    ])
    const { stdout } = await done(cwd, 'inspection show 抽查')
    expect(stdout).toContain('抽中 4 家，已检查 3 家，其中有不合格项目的 1 家')
    expect(stdout).toMatch(new RegExp(`${one.lot.slice(0, 12)}　2013-11-02 检查，不合格 2 项`))
    expect(stdout).toContain('没有填检查项目')
    expect(stdout).toContain('未检查')
    expect(stdout).not.toContain(one.lot)
    expect(await data(cwd, 'inspection draws')).toMatchObject([{ drawn: 4, inspected: 3, failed: 1 }])
  })

  it('as a workbook are read back as well', async () => {
    const cwd = await at('records')
    await done(cwd, DRAW)
    await done(cwd, 'form inspection 抽查 --format xlsx -o sheets.xlsx')
    const ran = await here(cwd, 'inspection import sheets.xlsx --json')
    const { rows, problems } = (
      JSON.parse(ran.stdout) as { data: { rows: number; problems: { code: string; column: string }[] } }
    ).data
    expect([rows, [...new Set(problems.map(p => `${p.code} ${p.column}`))]]).toEqual([4, ['CX1023 检查日期']])
  })
})

const HEAD =
  '检查批次,检查日期,检查人员,检查对象类型,检查对象,机构名称,推荐范围,发现问题,处理措施,责令退赔金额,市场监管人数,SC-13'
const OTHERS = [
  '春雷2013,2013-05-02,甲;乙,用人单位,样例餐馆,,朝阳区,发布虚假招聘信息、收取押金,责令改正,1200.50,2,',
  '春雷2013,2013-05-03,甲;乙,无证中介,样例某中介,,朝阳区,,取缔、移送公安,,,',
  '春雷2013,2013-05-04,甲;乙,用人单位,样例工厂,,海淀区,,,,0,',
]

describe('who is inspected', () => {
  it.each([
    ['an employer without a name', '用人单位,,', ['CX1023 检查对象']],
    [
      'an employer that names an agency',
      '用人单位,样例餐馆,北京晴禾样例人力资源有限公司',
      ['CX1117 机构名称'],
    ],
    ['a target of no kind', ',样例餐馆,', ['CX1023 检查对象类型']],
    ['an agency named as a target', '机构,样例餐馆,', ['CX1023 机构名称']],
    ['an agency that is not on the roster', '机构,,样例餐馆', ['CX1050 机构名称']],
    ['nobody', ',,', ['CX1023 机构名称']],
  ])('is refused in a file: %s', async (_, cells, wanted) => {
    const cwd = await at('records')
    const before = sha256(join(cwd, 'chengxin.db'))
    const row = `春雷2013,2013-05-02,甲;乙,${cells},,,,,,`
    const ran = await here(cwd, 'inspection import - --json', { stdin: `${HEAD}\n${row}\n` })
    expect(ran.code).toBe(3)
    const { problems } = (
      JSON.parse(ran.stdout) as { data: { problems: { code: string; column: string }[] } }
    ).data
    expect(problems.map(p => `${p.code} ${p.column}`)).toEqual(wanted)
    expect(sha256(join(cwd, 'chengxin.db'))).toBe(before)
  })

  it.each([
    ['', ['CX1023 --agency']],
    ['--target-kind 用人单位', ['CX1023 --target']],
    ['--target 样例餐馆', ['CX1023 --target-kind']],
    [`--agency ${HAND} --target-kind 用人单位 --target 样例餐馆`, ['CX1117 --agency']],
  ])('is refused by hand: %s', async (more, wanted) => {
    const line = `inspection add --batch 春雷2013 --date 2013-06-20 --officers 甲、乙 ${more}`.trim()
    const { problems } = await data<Draw>(await at('records'), line, 3)
    expect(problems.map(p => `${p.code} ${p.column}`)).toEqual(wanted)
  })

  it('a target that bears the name of an agency is warned of, and kept', async () => {
    const cwd = await at('records')
    const row = '春雷2013,2013-05-02,甲;乙,用人单位,北京晴禾样例 人力资源有限公司,,朝阳区,,,,,'
    const ran = await here(cwd, 'inspection import - --json', { stdin: `${HEAD}\n${row}\n` })
    const { data: told, warnings } = JSON.parse(ran.stdout) as {
      data: { added: number }
      warnings: { code: string; column: string }[]
    }
    expect([told.added, warnings.map(p => `${p.code} ${p.column}`)]).toEqual([1, ['CX1173 检查对象']])
  })

  it('one officer is warned of by hand too', async () => {
    const cwd = await at('records')
    const ran = await done(
      cwd,
      `inspection add --agency ${HAND} --batch b --date 2013-06-20 --officers 甲 --json`,
    )
    expect((JSON.parse(ran.stdout) as { warnings: { code: string }[] }).warnings.map(w => w.code)).toEqual([
      'CX1060',
    ])
  })
})

describe('what is put right', () => {
  const OPEN = '91110101CXJG000315'
  const states = (cwd: string, state: string) =>
    data<{ uscc: string }[]>(cwd, `inspection list --state ${state}`).then(rows => rows.map(r => r.uscc))

  it('is recorded for the latest that is open, and leaves the overdue', async () => {
    const cwd = await at('records')
    expect(await states(cwd, 'overdue')).toEqual([OPEN])
    const ran = await done(cwd, `inspection rectify ${OPEN} --rectified-on 2013-06-03`)
    expect(ran.stdout).toContain('超过期限 16 天')
    expect(await states(cwd, 'overdue')).toEqual([])
    expect(await states(cwd, 'rectified')).toContain(OPEN)
    await done(cwd, 'log verify')
  })

  it('by the number of the inspection, today unless told', async () => {
    const cwd = await at('records')
    const [{ id }] = (await data<{ id: number }[]>(cwd, 'inspection list --state to_rectify')) as [
      { id: number },
    ]
    const { record } = await data<{ record: object }>(cwd, `inspection rectify ${id}`)
    expect(record).toMatchObject({ uscc: OPEN, rectified_on: '2013-11-04', rectify_due: '2013-05-18' })
  })

  it('of two batches is that of the one named', async () => {
    const cwd = await at('records')
    await done(
      cwd,
      `inspection add --agency ${OPEN} --batch 复查 --date 2013-06-20 --officers 甲、乙 --rectify-due 2013-07-20`,
    )
    await done(cwd, `inspection rectify ${OPEN} --batch 春雷2013`)
    const open = await data<{ batch: string }[]>(cwd, 'inspection list --state to_rectify')
    expect(open.map(r => r.batch)).toEqual(['复查'])
  })

  it.each([
    [`${OPEN} --rectified-on 2013-04-17`, 3, ['CX1037 --rectified-on']],
    [`${OPEN} --rectified-on 2013-11-05`, 3, ['CX1038 --rectified-on']],
    [`${OPEN} --rectified-on 2013-02-30`, 3, ['CX1030 --rectified-on']],
    [`${HAND} --rectified-on 2013-06-01`, 3, [`CX1118 ${HAND}`]],
    ['91110108CXJG00023F', 3, ['CX1118 91110108CXJG00023F']],
  ])('is refused: %s', async (line, code, wanted) => {
    const cwd = await at('records')
    const before = sha256(join(cwd, 'chengxin.db'))
    const { problems } = await data<Draw>(cwd, `inspection rectify ${line}`, code)
    expect(problems.map(p => `${p.code} ${p.column}`)).toEqual(wanted)
    const ran = await here(cwd, `inspection rectify ${line}`)
    expect([ran.stdout, ran.stderr]).toEqual(['', expect.stringMatching(/没有改动\n$/)])
    expect(sha256(join(cwd, 'chengxin.db'))).toBe(before)
  })

  it.each([`${OPEN} --batch 春雷2031`, '999', 'CXJG0003'])('is not found: %s', async line => {
    const ran = await here(await at('records'), `inspection rectify ${line}`)
    expect([ran.code, ran.stderr]).toEqual([4, expect.stringMatching(/CX400[12]/)])
  })
})

describe('coverage', () => {
  interface Coverage {
    from: string
    to: string
    rows: {
      district: string | null
      to_inspect: number
      inspected: number
      rate: string | null
      missing: number
    }[]
    missing: { uscc: string }[]
  }

  it('of the five: four are due, one license has run out', async () => {
    const cwd = await at('records')
    const { rows, from, to } = await data<Coverage>(cwd, 'inspection coverage')
    expect([from, to]).toEqual(['2013-01-01', '2013-06-30'])
    expect(rows.map(r => [r.district, r.to_inspect, r.inspected, r.rate])).toEqual([
      ['东城区', 0, 0, null],
      ['朝阳区', 1, 1, '100'],
      ['海淀区', 1, 1, '100'],
      ['丰台区', 1, 1, '100'],
      ['密云县', 1, 1, '100'],
      [null, 4, 4, '100'],
    ])
    expect((await done(cwd, 'inspection coverage')).stdout).toMatch(/东城区 +0 +0 +—/)
  })

  it.each([
    ['2013-06-30', []],
    ['2013-07-01', ['CX1119']],
  ])('on %s warns of those left: %j', async (today, wanted) => {
    const cwd = await at('roster')
    const line = `--today ${today} inspection coverage --missing --json`
    const ran = await done(cwd, line)
    const { data: found, warnings } = JSON.parse(ran.stdout) as {
      data: Coverage
      warnings: { code: string }[]
    }
    expect(found.missing.map(a => a.uscc)).toContain(HAND)
    expect(warnings.map(w => w.code)).toEqual(wanted)
    const said = (await done(cwd, line.replace(' --json', ''))).stderr
    expect(said.includes('CX1119')).toBe(wanted.length > 0)
  })

  it('counts the first half of the year only, and the batch named', async () => {
    const cwd = await at('roster')
    for (const [batch, date] of [
      ['迟查', '2013-07-01'],
      ['早查', '2013-06-30'],
    ])
      await done(cwd, `inspection add --agency ${HAND} --batch ${batch} --date ${date} --officers 甲、乙`)
    const inspected = async (more: string) =>
      (await data<Coverage>(cwd, `inspection coverage --district 朝阳区${more}`)).rows.at(-1)!.inspected
    expect(await inspected('')).toBe(1)
    expect(await inspected(' --batch 早查')).toBe(1)
    expect(await inspected(' --batch 迟查')).toBe(0)
    const ran = await here(cwd, 'inspection coverage --batch 早察')
    expect([ran.code, ran.stderr]).toEqual([4, expect.stringMatching(/CX4002.*\n.*早查/)])
  })
})

describe('an agency whose license ended', () => {
  const revoked = (day: string) => [
    `penalty add --agency ${HAND} --decision-no 样1 --authority 局 --kind 吊销许可证件 --decision-date ${day}`,
    `agency edit ${HAND} --license-status 吊销 --reason 处罚`,
  ]
  const cancelled = (day: string) => [`license cancel ${HAND} --decided-on ${day} --reason 停办`]
  it.each([
    ['given back after June', cancelled('2013-07-01'), 1],
    ['given back in June', cancelled('2013-06-30'), 0],
    ['taken away after June', revoked('2013-07-01'), 1],
    ['taken away in June', revoked('2013-06-30'), 0],
    ['on a day that nobody recorded', revoked('2013-07-01').slice(1), 0],
  ])('%s', async (_, lines, wanted) => {
    const cwd = await at('records')
    for (const line of lines) await done(cwd, line)
    const { rows } = await data<{ rows: { to_inspect: number }[] }>(
      cwd,
      'inspection coverage --district 朝阳区',
    )
    expect(rows[0]!.to_inspect).toBe(wanted)
  })
})

interface Row {
  id: string
  value: number | string | null
  reason: string | null
  unclear: number[]
  split?: { name: string; value: number | null }[]
  records: { table: string; id: number; amount: number | string }[]
}
const summary = (cwd: string, more = '') =>
  data<{ rows: Row[]; from: string; to: string }>(cwd, `inspection summary${more}`)
const values = (rows: Row[]) => Object.fromEntries(rows.map(r => [r.id, r.value]))

describe('the upward table', () => {
  it('of the five, by hand', async () => {
    const cwd = await at('records')
    const { rows, from, to } = await summary(cwd)
    expect([from, to]).toEqual(['2013-01-01', '2013-06-30'])
    expect(values(rows)).toEqual({
      // Four pairs and one officer alone.
      ...{ officers: 9, agencies: 5, employers: null, unlicensed: 0, fake_job: 0, fake_ad: null },
      // A deposit at 密云; ordered at 石榴籽 and 东篱; 移送立案 does not say to whom.
      ...{ id_seized: 1, ordered: 2, refunded: null, closed: 0, revoked: 0, transferred: 0 },
    })
    const row = (id: string) => rows.find(r => r.id === id)!
    expect(row('officers').split!.map(s => [s.name, s.value])).toEqual([
      ['人社', 9],
      ['市场监管', null],
      ['公安', null],
      ['其他部门', null],
    ])
    expect(row('employers').reason).toBe('no_target')
    expect(row('refunded').reason).toBe('field_blank')
    expect(row('transferred').unclear).toHaveLength(1)
    expect((await summary(cwd, ' --batch 春雷2013')).rows.find(r => r.id === 'revoked')!.reason).toBe(
      'not_by_batch',
    )
    expect((await summary(cwd, ' --year 2012')).rows.map(r => r.reason)).toEqual(
      rows.map(r => (r.id === 'revoked' ? null : 'no_inspection')),
    )
  })

  it('with employers and unlicensed agents, by hand', async () => {
    const cwd = await at('records')
    writeFileSync(join(cwd, 'others.csv'), `${[HEAD, ...OTHERS].join('\n')}\n`)
    await done(cwd, 'inspection import others.csv')
    const { rows } = await summary(cwd)
    expect(values(rows)).toEqual({
      ...{ officers: 17, agencies: 5, employers: 2, unlicensed: 1, fake_job: 0, fake_ad: 1 },
      ...{ id_seized: 2, ordered: 3, refunded: '0.12005', closed: 1, revoked: 0, transferred: 1 },
    })
    expect(rows[0]!.split!.map(s => s.value)).toEqual([15, 2, null, null])
    expect(values((await summary(cwd, ' --district 朝阳区')).rows)).toMatchObject({
      ...{ officers: 8, agencies: 1, employers: 1, unlicensed: 1, ordered: 1 },
    })
  })

  it('of the city is what its own file adds up to', async () => {
    const cwd = await city()
    const table = ['five', 'city'].flatMap(of => {
      const [head = '', ...lines] = readFileSync(join(SAMPLES, of, 'inspection.csv'), 'utf8')
        .trimEnd()
        .split(/\r?\n/)
      const names = head.replace('\uFEFF', '').split(',')
      return lines.map(line => Object.fromEntries(line.split(',').map((cell, i) => [names[i]!, cell])))
    })
    const { rows } = await summary(cwd)
    expect(values(rows)).toMatchObject({
      officers: table.reduce((sum, r) => sum + r.检查人员!.split(';').length, 0),
      agencies: table.length,
      id_seized: table.filter(r => r['SC-14'] === '不合格' && r.发现问题!.includes('押金')).length,
      ordered: table.filter(r => r.处理措施 === '责令改正').length,
      unlicensed: table.filter(r => r['SC-10'] === '不合格').length,
    })
    for (const { value, records } of rows.filter(r => typeof r.value === 'number'))
      expect(records.reduce((sum, r) => sum + Number(r.amount), 0)).toBe(value)
  })

  it('counts licenses taken away in the half year from the penalties', async () => {
    const cwd = await at('records')
    const add = (no: string, day: string) =>
      done(
        cwd,
        `penalty add --agency ${HAND} --decision-no ${no} --authority 局 --kind 吊销许可证件 --decision-date ${day}`,
      )
    await add('样1', '2013-06-30')
    await add('样2', '2013-07-01')
    const row = (await summary(cwd)).rows.find(r => r.id === 'revoked')!
    expect([row.value, row.records.map(r => r.table)]).toEqual([1, ['penalty']])
    const listed = await data<{ what: string }[]>(cwd, 'inspection summary --rows 吊销许可证')
    expect(listed.map(r => r.what)).toEqual(['样1 吊销许可证件'])
  })

  it('opens a number into its rows, by name or id; csv has a line for each number and part', async () => {
    const cwd = await at('records')
    const rows = await data<object[]>(cwd, 'inspection summary --rows ordered')
    expect(rows).toMatchObject([
      { table: 'inspection', day: '2013-04-16', agency: '北京石榴籽样例人才服务有限公司', amount: 1 },
      { table: 'inspection', day: '2013-04-18', agency: '北京东篱样例劳务派遣有限公司', amount: 1 },
    ])
    expect(await data(cwd, 'inspection summary --rows 责令改正')).toEqual(rows)
    expect((await done(cwd, 'inspection summary')).stdout).toMatch(/officers\.market +　其中：市场监管 +—/)
    const { stdout } = await done(cwd, 'inspection summary --format csv')
    expect(stdout.split('\r\n').slice(0, 4)).toEqual([
      '\uFEFF编号,项目,数值,单位,说明',
      'officers,出动执法人员,9,人次,',
      'officers.labor,其中：人社,9,人次,',
      'officers.market,其中：市场监管,,人次,没有一条记录填了这一项',
    ])
  })

  it('opens a part of a number, and lists what does not say whether it counts', async () => {
    const cwd = await at('records')
    writeFileSync(join(cwd, 'others.csv'), `${[HEAD, ...OTHERS].join('\n')}\n`)
    await done(cwd, 'inspection import others.csv')
    const part = await data<object[]>(cwd, 'inspection summary --rows officers.market')
    expect(part).toMatchObject([
      { agency: '样例餐馆', amount: 2 },
      { agency: '样例工厂', amount: 0 },
    ])
    expect(await data(cwd, 'inspection summary --rows 市场监管')).toEqual(part)
    expect(await data(cwd, 'inspection summary --rows officers.police')).toEqual([])
    const { rows } = await summary(cwd)
    const transferred = rows.find(r => r.id === 'transferred')!
    const listed = await data<{ id: number; amount: number | null }[]>(
      cwd,
      'inspection summary --rows transferred',
    )
    expect(listed.map(r => [r.id, r.amount])).toEqual([
      ...transferred.records.map(r => [r.id, 1]),
      ...transferred.unclear.map(id => [id, null]),
    ])
    const table = (await done(cwd, 'inspection summary --rows transferred --format csv')).stdout
    expect(
      table
        .trimEnd()
        .split('\r\n')
        .map(line => line.split(',').at(-1)),
    ).toEqual(['计入', '1', '看不出'])
    const refused = await here(cwd, 'inspection summary --rows 别的')
    expect(refused.stderr).toContain('ordered（责令改正）')
    expect(refused.stderr).toContain('officers.police（公安）')
  })

  it.each([
    ['--rows 别的', 2, 'CX6002'],
    ['--year 13', 2, 'CX6002'],
    ['--batch 春雷2031', 4, 'CX4002'],
    ['--district 没有区', 4, 'CX4002'],
  ])('is refused with %s', async (more, code, wanted) => {
    const ran = await here(await at('records'), `inspection summary ${more}`)
    expect([ran.code, ran.stdout, ran.stderr]).toEqual([code, '', expect.stringContaining(wanted)])
  })
})

it('one inspection is shown with its items by name', async () => {
  const cwd = await at('records')
  const shown = await data<{ uscc: string; items: { id: string; name: string; result: string | null }[] }>(
    cwd,
    'inspection show 2',
  )
  expect(shown.uscc).toBe('91110108CXJG00023F')
  expect(shown.items).toHaveLength(20)
  expect(shown.items[3]).toMatchObject({ id: 'SC-04', name: '明示收费标准', result: 'fail' })
  expect((await done(cwd, 'inspection show 2')).stdout).toContain('罚则 暂行条例44')
})

it('one inspection is shown with where it came from and why it was changed', async () => {
  const cwd = await at('records')
  await done(cwd, 'inspection edit 2 --findings 已更正 --reason 补记')
  const { source, history } = await data<{
    source: { file: string; line: number }
    history: { field: string; reason: string | null }[]
  }>(cwd, 'inspection show 2')
  expect(source).toMatchObject({ file: 'inspection.csv', line: 3 })
  expect(history.at(-1)).toMatchObject({ field: 'findings', reason: '补记' })
  const { stdout } = await done(cwd, 'inspection show 2')
  expect(stdout).toContain('补记')
  expect(stdout.split('SC-04')).toHaveLength(2)
})

it.each([
  'inspection show 没有',
  'inspection rectify 999',
  'form inspection 没有',
  'inspection summary --batch 没有',
])('with nothing on file %s tells where to look', async line => {
  const ran = await here(await at('roster'), line)
  expect([ran.code, ran.stderr]).toEqual([
    4,
    expect.stringMatching(/可选：chengxin inspection (list|draws)\n/),
  ])
})

describe('a draw on record', () => {
  it('keeps the code that an agency was drawn by, whatever the roster says since', async () => {
    const cwd = await at('records')
    await done(cwd, DRAW)
    const before = await data<Draw>(cwd, 'inspection show 抽查')
    await done(cwd, 'agency edit 丰台样例公共就业服务中心 --uscc 91110105CXJG009048 --reason 补码')
    const after = await data<Draw>(cwd, 'inspection show 抽查')
    expect(after.pool.map(l => [l.code, l.lot])).toEqual(before.pool.map(l => [l.code, l.lot]))
  })

  it('stands in the way of taking back agencies that it names, also those that it left out', async () => {
    const cwd = await at('records')
    const roster = '机构名称,机构类别,区划代码,许可证编号,有效期至\n已到期公司,经营性,110105,EX1,2012-01-01\n'
    writeFileSync(join(cwd, 'ex.csv'), roster)
    const { batch } = await data<{ batch: number }>(cwd, 'agency import ex.csv')
    const drawn = await data<{ excluded: { name: string }[] }>(cwd, DRAW)
    expect(drawn.excluded.map(e => e.name)).toContain('已到期公司')
    const undone = await here(cwd, `import undo ${batch}`)
    expect([undone.code, undone.stderr]).toEqual([5, expect.stringMatching(/CX5017[\s\S]*抽查 1 条已引用它/)])
    await done(cwd, 'inspection draws')
  })

  it('is known by its name however it is written, and takes an agency left out twice once', async () => {
    const cwd = await at('records')
    const twice = ['--exclude', `${HAND}=本年已查`, '--exclude', `${HAND}=停业整顿`]
    const { excluded } = await data<{ excluded: { name: string; reason: string }[] }>(cwd, [
      ...DRAW,
      ...twice,
    ])
    expect(excluded.filter(e => e.reason.includes('本年'))).toMatchObject([{ reason: '本年已查；停业整顿' }])
    const again = await here(cwd, [...DRAW.slice(0, 2), ' 抽 查 ', ...DRAW.slice(3)])
    expect([again.code, again.stderr]).toEqual([3, expect.stringContaining('CX1113')])
  })
})
