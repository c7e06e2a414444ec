// What archives lack, the three rates counted by hand, and service systems from gap to rebuilt.

import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { at, data, done, five, HAND, here, sha256 } from './run.ts'

const FENGTAI = '12110106CXJG0004XA'
const MIYUN = '52110228CXJG000587'
const DONGLI = '91110101CXJG000315'

/** The five with commitments and systems; 东城's only license ran out on 2013-10-07. */
async function committed(): Promise<string> {
  const cwd = await at('roster')
  const lines = [
    `${HAND} --kind 机构 --signed-on 2013-10-08`,
    `${HAND} --kind 从业人员 --signed-on 2013-10-20 --signed-count 41`,
    `${HAND} --kind 从业人员 --signed-on 2013-10-08 --signed-count 30`,
    `${FENGTAI} --kind 机构 --signed-on 2013-10-09`,
    `${FENGTAI} --kind 从业人员 --signed-on 2013-10-09 --signed-count 25`,
    `${MIYUN} --kind 从业人员 --signed-on 2013-10-09 --signed-count 5`,
    `${DONGLI} --kind 机构 --signed-on 2013-10-09`,
  ]
  for (const line of lines) await done(cwd, `commitment add --agency ${line}`)
  await done(cwd, `system import ${five('systems')}`)
  return cwd
}

interface Rates {
  districts: Record<string, unknown>[]
  total: Record<string, unknown>
  missing?: Record<string, unknown>[]
}

const PLACES = { 朝阳区: '110105', 海淀区: '110108', 丰台区: '110106', 密云县: '110228' }
const rates = (district: keyof typeof PLACES | null, figures: readonly (number | string | null)[]) => {
  const keys =
    'agencies agency_signed agency_rate staff staff_signed staff_rate staff_unknown archives archive_rate'.split(
      ' ',
    )
  return {
    district_code: district && PLACES[district],
    district,
    ...Object.fromEntries(keys.map((key, i) => [key, figures[i]])),
  }
}

describe('commitment rates', () => {
  it('are those counted by hand: the latest staff commitment counts, more than the heads is the heads', async () => {
    const ran = await done(await committed(), 'commitment rates --json')
    const { data: found, warnings } = JSON.parse(ran.stdout) as {
      data: Rates
      warnings: { code: string; message: string }[]
    }
    expect(found).toEqual({
      districts: [
        rates('朝阳区', [1, 1, '100', 42, 41, '97.62', 0, 1, '100']),
        rates('海淀区', [1, 0, '0', 18, 0, '0', 0, 0, '0']),
        rates('丰台区', [1, 1, '100', 25, 25, '100', 0, 1, '100']),
        rates('密云县', [1, 0, '0', 4, 4, '100', 0, 0, '0']),
      ],
      // 70 of 89 heads.
      total: rates(null, [4, 2, '50', 89, 70, '78.65', 0, 2, '50']),
    })
    expect(warnings.map(w => w.code)).toEqual(['CX1120'])
    expect(warnings[0]!.message).toContain('5 人，多于从业人员 4 人')
  })

  it('of a district without agencies on the roll are none, not 100', async () => {
    const cwd = await committed()
    const { districts, total } = await data<Rates>(cwd, 'commitment rates --district 东城区')
    const none = [0, 0, null, 0, 0, null, 0, 0, null]
    expect(districts).toEqual([{ ...rates(null, none), district_code: '110101', district: '东城区' }])
    expect(total).toEqual(rates(null, none))
    const table = (await done(cwd, 'commitment rates --district 东城区')).stdout
    expect(table.split('\n')[2]!.trim().split(/\s+/)).toEqual([
      '东城区',
      '0',
      '0',
      '—',
      '0',
      '0',
      '—',
      '0',
      '0',
      '—',
    ])
  })

  it('--missing names who keeps them from 100%', async () => {
    const cwd = await committed()
    const { missing } = await data<Rates>(cwd, 'commitment rates --missing')
    expect(missing!.map(m => [m.district, m.agency_signed, m.staff, m.staff_signed, m.built])).toEqual([
      ['朝阳区', true, 42, 41, true],
      ['海淀区', false, 18, 0, false],
      ['密云县', false, 4, 5, false],
    ])
    expect(
      (await done(cwd, 'commitment rates --missing --district 丰台区')).stdout.trim().split('\n'),
    ).toHaveLength(2)
  })

  it('name agencies without heads or without a known license; neither is guessed', async () => {
    const cwd = await at('init')
    const rows = readFileSync(five('roster'), 'utf8')
      .replace(',2009-03-12,42,AAA,', ',2009-03-12,,AAA,')
      .replace('2011-06-01,2016-05-31', '2011-06-01,')
      .replace('18,,2012,合格,有效', '18,,2012,合格,')
    writeFileSync(join(cwd, 'r.csv'), rows)
    await done(cwd, 'agency import r.csv')
    const ran = await done(cwd, 'commitment rates --json')
    const answer = JSON.parse(ran.stdout) as { data: Rates; warnings: { code: string; message: string }[] }
    expect(answer.data.districts[0]).toEqual(rates('朝阳区', [1, 0, '0', 0, 0, null, 1, 0, '0']))
    expect(answer.data.districts.map(d => d.district)).not.toContain('海淀区')
    expect(answer.warnings.map(w => [w.code, w.message.slice(0, 5)])).toEqual([
      ['CX1122', '北京石榴籽'],
      ['CX1121', '北京晴禾样'],
    ])
    const said = (await done(cwd, 'commitment rates')).stderr
    expect(said).toContain('CX1121')
    expect(said).toContain('CX1122')
    const english = (await done(cwd, '--lang en commitment rates')).stderr
    expect(english).toContain('number of staff unknown')
  })

  it('refuse a district that there is not', async () => {
    const ran = await here(await at('roster'), 'commitment rates --district 没有')
    expect([ran.code, ran.stdout, ran.stderr]).toEqual([4, '', expect.stringContaining('CX4002')])
  })
})

describe('archive missing', () => {
  interface Missing {
    agencies: { uscc: string; built: boolean; missing: Record<string, unknown>[] }[]
    districts: Record<string, unknown>[]
    total: Record<string, unknown>
  }

  it('tells what each archive lacks, and how many are built', async () => {
    const { agencies, districts, total } = await data<Missing>(await committed(), 'archive missing')
    const noRecord = (system: string) => ({ is: 'system', system, state: 'no_record', due_on: null })
    expect(agencies.map(a => [a.uscc, a.built])).toEqual([
      [HAND, true],
      ['91110108CXJG00023F', false],
      [FENGTAI, true],
      [MIYUN, false],
    ])
    expect(agencies[0]!.missing).toEqual([
      { is: 'staff_commitment', signed: 41, staff: 42 },
      { is: 'system', system: 'feedback', state: 'overdue', due_on: '2013-10-31' },
    ])
    expect(agencies[2]!.missing).toEqual(['disclosure', 'commitment', 'ledger', 'feedback'].map(noRecord))
    expect(districts.map(d => [d.district, d.agencies, d.built, d.rate])).toEqual([
      ['朝阳区', 1, 1, '100'],
      ['海淀区', 1, 0, '0'],
      ['丰台区', 1, 1, '100'],
      ['密云县', 1, 0, '0'],
    ])
    expect(total).toEqual({ district_code: null, district: null, agencies: 4, built: 2, rate: '50' })
  })

  it('says it in words, with the rates beside, and exits 0', async () => {
    const ran = await done(await committed(), 'archive missing --district 朝阳区')
    expect(ran.stdout).toContain(
      '从业人员承诺书（已签 41 人，共 42 人）；服务反馈制度补建超期（限 2013-10-31）',
    )
    expect(ran.stderr).toContain('朝阳区：应建档 1 家，已建档 1 家，建档率 100%')
  })

  it('names empty fields of the roster and the check of last year', async () => {
    const cwd = await at('init')
    const rows = readFileSync(five('roster'), 'utf8')
      .replace('样一,朝阳区样例路1号', ',')
      .replace('AAA,2012,合格', 'AAA,2011,合格')
    writeFileSync(join(cwd, 'r.csv'), rows)
    await done(cwd, 'agency import r.csv')
    const { agencies } = await data<Missing>(cwd, 'archive missing --district 朝阳区')
    expect(agencies[0]!.missing.slice(0, 5)).toEqual([
      { is: 'basic', field: 'legal_rep' },
      { is: 'basic', field: 'address' },
      { is: 'agency_commitment' },
      { is: 'staff_commitment', signed: null, staff: 42 },
      { is: 'annual_check', year: 2012 },
    ])
    expect((await done(cwd, 'archive missing --district 朝阳区')).stdout).toContain(
      '法定代表人；住所地址；机构承诺书；从业人员承诺书；2012 年度年检结论；服务公示制度无记录',
    )
    expect((await done(cwd, '--lang en archive missing --district 朝阳区')).stdout).toContain(
      'agency commitment; staff commitments; annual check of 2012; disclosure system no record',
    )
  })
})

describe('service systems', () => {
  interface Standing {
    uscc: string
    systems: { system: string; state: string; due_on: string | null; days_late: number | null }[]
  }

  it('system missing tells of all four where one is not known to be built', async () => {
    const cwd = await committed()
    const rows = await data<Standing[]>(cwd, 'system missing')
    expect(rows.map(r => [r.uscc, r.systems.map(s => s.state)])).toEqual([
      [HAND, ['built', 'built', 'built', 'overdue']],
      ['91110108CXJG00023F', ['built', 'no_record', 'no_record', 'no_record']],
      [FENGTAI, ['no_record', 'no_record', 'no_record', 'no_record']],
      [MIYUN, ['no_record', 'no_record', 'overdue', 'no_record']],
    ])
    expect(rows[3]!.systems[2]).toEqual({
      system: 'ledger',
      state: 'overdue',
      due_on: '2013-10-28',
      days_late: 7,
    })
    const overdue = await data<Standing[]>(cwd, 'system missing --state overdue')
    expect(overdue.map(r => r.uscc)).toEqual([HAND, MIYUN])
    // Before its day it is missing, not overdue.
    const earlier = await data<Standing[]>(cwd, 'system missing --state missing --today 2013-10-31')
    expect(earlier.map(r => r.uscc)).toEqual([HAND])
  })

  it('system set closes a gap: one record, found today, whose past is told', async () => {
    const cwd = await committed()
    await done(cwd, `system set --agency ${HAND} --system 反馈 --state 已建立`)
    const list = await data<Record<string, unknown>[]>(cwd, `system list --agency ${HAND}`)
    expect(list.filter(s => s.system === 'feedback')).toMatchObject([
      { state: 'built', checked_on: '2013-11-04', rebuild_by: null },
    ])
    expect((await data<Standing[]>(cwd, 'system missing --district 朝阳区')).length).toBe(0)
    const shown = await done(cwd, `archive show ${HAND}`)
    expect(shown.stdout).toContain(
      '变更（2013-11-04 测试员）：建立情况“未建立”→“已建立”，核查日期“2013-10-09”→“2013-11-04”',
    )
    await done(cwd, `system set --agency ${HAND} --system 反馈 --state 未建立 --rebuild-by 2013-11-30`)
    const again = await data<Record<string, unknown>[]>(cwd, `system list --agency ${HAND}`)
    expect(again).toHaveLength(4)
    const log = await data<{ command: string }[]>(cwd, 'log list')
    expect(log.filter(e => e.command === 'system set')).toHaveLength(2)
  })

  it('system set refuses a day that is none, and changes nothing', async () => {
    const cwd = await committed()
    const before = sha256(join(cwd, 'chengxin.db'))
    const ran = await here(
      cwd,
      `system set --agency ${HAND} --system 反馈 --state 已建立 --checked-on 2013-13-01`,
    )
    expect([ran.code, ran.stderr]).toEqual([3, expect.stringContaining('CX1030')])
    expect(ran.stderr).not.toContain('CX1023')
    const late = await here(
      cwd,
      `system set --agency ${HAND} --system 反馈 --state 未建立 --rebuild-by 2013-11-01`,
    )
    expect([late.code, late.stderr]).toEqual([3, expect.stringContaining('CX1037')])
    expect(sha256(join(cwd, 'chengxin.db'))).toBe(before)
  })
})
