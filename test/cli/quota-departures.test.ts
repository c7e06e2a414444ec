// Places that depart from the document: where they come from, what the document has, why; and what they do to nominees.
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import PizZip from 'pizzip'
import { beforeAll, describe, expect, it } from 'vitest'
import { at, data, done, FINALIZE, folder, here, SAMPLES, sha256, withPapers } from './run.ts'

function file(cwd: string, name: string, ...rows: string[]): string {
  writeFileSync(join(cwd, name), `${['推荐范围,推荐名额', ...rows].join('\n')}\n`)
  return name
}

interface Departures {
  departures: Record<string, unknown>[]
}

describe('imported places', () => {
  it('are explained by their batch, beside what the document has', async () => {
    const cwd = await at('init')
    const untouched = await done(cwd, 'quota explain 朝阳区')
    expect(untouched.stdout).toBe('朝阳区：30 个名额（照文件）\n依据：文件（附件2、4）\n')
    expect(await data(cwd, 'quota explain 朝阳区')).toMatchObject({
      ...{ method: 'fixed', official: 30, clause: '附件2、4', source: { is: 'document' }, reason: null },
    })
    await done(cwd, ['quota', 'import', file(cwd, 'q.csv', '朝阳区,31', '丰台区,8')])
    const told = await done(cwd, 'quota explain 110105')
    expect(told.stdout).toBe(
      '朝阳区：31 个名额（不照文件）\n依据：批次 1 导入（q.csv）\n文件名额：30（附件2、4）\n理由：没有写明\n',
    )
    expect(await data(cwd, 'quota explain 朝阳区')).toMatchObject({
      ...{ seats: 31, official: 30, source: { is: 'import', batch: 1, file: 'q.csv' }, reason: null },
    })
    expect((await done(cwd, 'quota explain 丰台区')).stdout).toContain('丰台区：8 个名额（照文件）')
    const english = await done(cwd, '--lang en quota explain 朝阳区')
    expect(english.stdout).toContain('imported with batch 1 (q.csv)')
  })

  it('are told beside the total of the document, without and with a reason', async () => {
    const cwd = await at('init')
    expect((await done(cwd, 'quota show')).stderr).toContain('合计 130 个名额（附件2）')
    const csv = file(cwd, 'q.csv', '朝阳区,31', '丰台区,8')
    await done(cwd, ['quota', 'import', csv])
    for (const verb of ['show', 'report']) {
      const { stderr } = await done(cwd, `quota ${verb}`)
      expect(stderr).toContain('合计 131 个名额（文件为 130，附件2）')
      expect(stderr).toContain('与文件不同：朝阳区 30→31；批次 1 导入（q.csv），没有写明理由')
      const { departures } = await data<Departures>(cwd, `quota ${verb}`)
      expect(departures).toEqual([
        {
          ...{ unit: '朝阳区', district_code: '110105', official: 30, seats: 31, reason: null },
          source: { is: 'import', batch: 1, file: 'q.csv' },
        },
      ])
    }
    // The reason may come later: the same file, said anew.
    await done(cwd, ['quota', 'import', csv, '--reason', '会议纪要7号'])
    expect((await done(cwd, 'quota show')).stderr).toContain(
      '与文件不同：朝阳区 30→31；批次 2 导入（q.csv），理由：会议纪要7号',
    )
    expect((await done(cwd, 'quota explain 朝阳区')).stdout).toContain('\n理由：会议纪要7号\n')
    const before = sha256(join(cwd, 'chengxin.db'))
    await done(cwd, ['quota', 'import', csv, '--reason', '会议纪要7号'])
    // Nothing new is said of it: the reason stays.
    await done(cwd, ['quota', 'import', csv])
    expect(sha256(join(cwd, 'chengxin.db'))).toBe(before)
    const log = await data<{ summary: { reason?: string } }[]>(cwd, 'log list')
    expect(log.at(-1)!.summary.reason).toBe('会议纪要7号')
    await done(cwd, 'import undo 2')
    expect((await done(cwd, 'quota show')).stderr).toContain('没有写明理由')
    await done(cwd, 'log verify')
  })

  it('lose their reason with the places it was given for', async () => {
    const cwd = await at('init')
    await done(cwd, ['quota', 'import', file(cwd, 'q.csv', '朝阳区,31'), '--reason', '会议纪要7号'])
    await done(cwd, ['quota', 'import', file(cwd, 'r.csv', '朝阳区,29')])
    expect(await data(cwd, 'quota explain 朝阳区')).toMatchObject({ seats: 29, reason: null })
    await done(cwd, 'quota allocate --adopt')
    expect(await data<Departures>(cwd, 'quota show')).toMatchObject({ departures: [], total: 130 })
  })
})

interface Report {
  rows: { unit: string; seats: number; nominated: number; left: number; notes: object[] }[]
}

/** The cells of the allotment table by the name of the jurisdiction. */
async function paper(cwd: string): Promise<Map<string, string[]>> {
  const { stdout } = await done(cwd, 'form quota --format csv -o -')
  const rows = stdout.trimEnd().split('\r\n')
  return new Map(rows.map(row => row.split(',')).map(cells => [cells[1]!, cells]))
}

const prepared = folder()

beforeAll(async () => {
  await done(prepared, 'init')
  const files = ['agency:roster', 'complaint:complaints', 'penalty:penalties', 'inspection:inspection']
  for (const kind of [...files, 'activity:activities', 'honor:honors', 'commitment:commitments']) {
    const [noun, file] = kind.split(':')
    await done(prepared, `${noun} import ${join(SAMPLES, 'city', `${file}.csv`)}`)
  }
  await done(prepared, 'evaluation open --year 2013 --as-of 2013-10-31')
  await done(prepared, `evaluation import ${join(SAMPLES, 'city', 'scores.csv')}`)
  await done(prepared, 'evaluation run')
  await done(prepared, FINALIZE)
  await withPapers(prepared)
  await done(prepared, 'nomination propose')
}, 60_000)

function proposed(): string {
  const cwd = folder()
  copyFileSync(join(prepared, 'chengxin.db'), join(cwd, 'chengxin.db'))
  return cwd
}

describe('nominees', () => {
  it('beyond the places: nothing is left, and it is said how many', async () => {
    const cwd = proposed()
    const before = await data<Report>(cwd, 'quota report')
    const most = before.rows.reduce((a, b) => (b.nominated > a.nominated ? b : a))
    const csv = file(cwd, 'q.csv', `${most.unit},${most.nominated - 2}`)
    await done(cwd, ['quota', 'import', csv])
    const { rows } = await data<Report>(cwd, 'quota report')
    const now = rows.find(row => row.unit === most.unit)!
    expect(now).toMatchObject({ left: 0, nominated: most.nominated })
    expect(now.notes).toContainEqual({ is: 'over', by: 2 })
    const shown = await data<Report>(cwd, 'quota show')
    expect(shown.rows.map(r => r.left)).toEqual(rows.map(r => r.left))
    // The paper has the same numbers and remarks.
    const printed = await paper(cwd)
    expect(printed.get(most.unit)!.slice(2, 5)).toEqual([
      ...[String(most.nominated - 2), String(most.nominated), '0'],
    ])
    expect(printed.get(most.unit)!.at(-1)).toContain('超出名额 2 家')
    const csvReport = (await done(cwd, 'quota report --format csv')).stdout.trimEnd().split('\r\n').slice(1)
    for (const row of csvReport) {
      const cells = row.split(',')
      expect(printed.get(cells[1]!)!.at(-1), cells[1]).toBe(cells.at(-1))
      expect(printed.get(cells[1]!)![4], cells[1]).toBe(cells[4])
    }
    expect(printed.get('市属机构')!.at(-3)).toBe('不适用')
    expect((await done(cwd, 'quota show')).stdout).toMatch(/市属机构 .*不适用/)
  })

  it('are told where an allotment leaves them no place, and stay', async () => {
    const cwd = proposed()
    const { rows } = await data<Report>(cwd, 'quota show')
    const moved = rows.map(
      r => `${r.unit},${r.seats + (r.unit === '朝阳区' ? -20 : r.unit === '丰台区' ? 20 : 0)}`,
    )
    const line = `quota allocate --input ${file(cwd, 'm.csv', ...moved)} --method fixed --adopt`
    const refused = await here(cwd, line)
    expect([refused.code, refused.stderr]).toEqual([3, expect.stringContaining('CX1312')])
    expect(refused.stderr).not.toContain('CX1330')
    const nominated = rows.find(r => r.unit === '朝阳区')!.nominated
    const ran = await done(cwd, `${line} --reason 会议纪要6号`)
    expect(ran.stderr).toContain('与现行名额相比：朝阳区 30→10、丰台区 8→28')
    expect(ran.stderr).toContain(`提醒[CX1330] 朝阳区已推荐 ${nominated} 家，采用后只有 10 个名额`)
    const after = await data<Report>(cwd, 'quota show')
    expect(after.rows.find(r => r.unit === '朝阳区')!.nominated).toBe(nominated)
    const back = JSON.parse((await done(cwd, 'quota allocate --adopt --json')).stdout) as {
      data: { changes: object[] }
      warnings: object[]
    }
    expect(back.data.changes).toEqual([
      { unit: '朝阳区', before: 10, after: 30 },
      { unit: '丰台区', before: 28, after: 8 },
    ])
    expect(back.warnings).toEqual([])
  })

  it('whose share was waived are told with reason and signer, in report and paper', async () => {
    const cwd = proposed()
    await done(
      cwd,
      'nomination propose --district 延庆县 --relax-share --reason 经营性机构少 --signer 样局长',
    )
    const { rows } = await data<Report & { rows: { waived: boolean }[] }>(cwd, 'quota report')
    expect(rows.find(r => r.unit === '延庆县')).toMatchObject({ waived: true })
    const note = /经营性比例已放宽(，少 \d+ 家)?：经营性机构少（样局长，2013-11-04）/
    expect((await done(cwd, 'quota report')).stdout).toMatch(note)
    expect((await paper(cwd)).get('延庆县')!.at(-1)).toMatch(note)
  })
})

it('the allotment table says under it which places are not the document’s, and why', async () => {
  const cwd = proposed()
  writeFileSync(join(cwd, 'places.csv'), '推荐范围,推荐名额\n朝阳区,28\n丰台区,9\n')
  await done(cwd, 'quota import places.csv --reason 会议纪要6号')
  await done(cwd, 'form quota --format xlsx -o table.xlsx')
  const zip = new PizZip(readFileSync(join(cwd, 'table.xlsx')))
  const text = Object.keys(zip.files)
    .filter(name => name.endsWith('.xml'))
    .map(name => zip.file(name)!.asText())
    .join('')
  expect(text).toContain('与文件名额不同：朝阳区 30→28、丰台区 8→9；理由：会议纪要6号。')
})
