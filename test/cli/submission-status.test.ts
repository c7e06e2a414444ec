// Who has sent: what the city is told of a district's package, held against what is in the district's own file, and of
// what its own list says otherwise. What a district is told before it packs.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { unpackAll } from '../../src/formats/archive.ts'
import { copied, data, done, FINALIZE, folder, here } from './run.ts'
import { AS_OF, districtFile, listOf } from './submission-files.ts'

/** One of its nominees is a public body. */
const DISTRICT = '门头沟区'
let home = ''
let city = ''

beforeAll(async () => {
  home = await districtFile(DISTRICT)
  await done(home, 'submission pack -o p.zip')
  city = folder()
  await done(city, 'init')
  await done(city, AS_OF)
  await done(city, ['submission', 'merge', join(home, 'p.zip')])
}, 120_000)

interface Row {
  district: string
  received: Record<string, unknown> | null
  differences: { name: string; what: string; sent: string | null; here: string | null }[] | null
}
const rowIn = async (cwd: string) =>
  (await data<{ districts: Row[] }>(cwd, 'submission status')).districts.find(d => d.district === DISTRICT)!

const agencies = () => data<{ uscc: string | null; name: string; kind: string }[]>(home, 'agency list')

describe('what was received', () => {
  it('is counted by its nominees: for-profit ones, the share they need, the papers they lack', async () => {
    const kinds = new Map((await agencies()).map(a => [a.name, a.kind]))
    const nominees = (await listOf(home, DISTRICT)).filter(c => c.decision === 'nominated')
    const forProfit = nominees.filter(c => kinds.get(c.name) === 'for_profit').length
    expect([forProfit > 0, forProfit < nominees.length]).toEqual([true, true])
    const { received, differences } = await rowIn(city)
    expect(received).toMatchObject({
      ...{ nominated: nominees.length, for_profit: forProfit, required: Math.ceil(nominees.length / 2) },
      // Nobody has handed in forms and self-summaries.
      ...{ papers_missing: nominees.length, open: false, waiver: null, packed_on: '2013-11-04' },
    })
    expect(differences).toBeNull()
  })

  it('lacks the papers of those alone who have not handed theirs in', async () => {
    const cwd = copied(home)
    const [one] = (await listOf(home, DISTRICT)).filter(c => c.decision === 'nominated')
    for (const kind of ['推荐表', '自评总结'])
      await done(cwd, [
        'paper',
        'add',
        '--agency',
        one!.name,
        '--year',
        '2013',
        '--kind',
        kind,
        '--received-on',
        '2013-11-01',
      ])
    await done(cwd, 'submission pack -o q.zip')
    const at = folder()
    await done(at, 'init')
    await done(at, ['submission', 'merge', join(cwd, 'q.zip')])
    const { received } = await rowIn(at)
    expect(received!.papers_missing).toBe((received!.nominated as number) - 1)
  })

  it('of an evaluation that is not finalized is marked, and told when it is packed', async () => {
    const cwd = copied(home)
    for (const line of ['evaluation reopen --reason 补记', 'evaluation run']) await done(cwd, line)
    await done(cwd, 'nomination propose --gate-off evaluated --reason 来不及 --signer 样局长')
    const packed = await done(cwd, 'submission pack -o q.zip')
    expect(packed.stderr).toContain('CX1432')
    const at = folder()
    await done(at, 'init')
    await done(at, ['submission', 'merge', join(cwd, 'q.zip')])
    expect((await rowIn(at)).received).toMatchObject({ open: true })
    expect((await done(at, 'submission status')).stdout).toContain('（未审定）')
    expect((await done(city, 'submission status')).stdout).not.toContain('（未审定）')
  })
})

describe('the city’s own list', () => {
  it('is held against it: who is on one of them only, and whose total is another', async () => {
    const cwd = copied(city)
    const nominees = (await listOf(home, DISTRICT)).filter(c => c.decision === 'nominated')
    const [otherwise, gone] = nominees.toSorted((a, b) => Number(b.total) - Number(a.total))
    await done(cwd, [
      ...['evaluation', 'override', otherwise!.uscc!, '5', '--points', '2.50'],
      ...['--reason', '复核', '--document', '样文1号'],
    ])
    for (const line of ['evaluation run', FINALIZE, 'nomination propose']) await done(cwd, line)
    const decided = (name: string) => ['--reason', '样例', '--signer', '样局长', name]
    await done(cwd, ['nomination', 'drop', ...decided(gone!.name)])
    const own = await listOf(cwd, DISTRICT)
    const other = own.find(c => c.decision === 'passed_over' && c.total !== null)!
    await done(cwd, ['nomination', 'add', ...decided(other.name)])
    const { differences } = await rowIn(cwd)
    const here_ = own.find(c => c.name === otherwise!.name)!
    expect(here_.total).not.toBe(otherwise!.total)
    expect(differences!.toSorted((a, b) => (a.what < b.what ? -1 : 1))).toEqual([
      { name: other.name, uscc: other.uscc, what: 'only_here', sent: null, here: other.total },
      { name: gone!.name, uscc: gone!.uscc, what: 'only_sent', sent: gone!.total, here: null },
      {
        name: otherwise!.name,
        uscc: otherwise!.uscc,
        what: 'total',
        sent: otherwise!.total,
        here: here_.total,
      },
    ])
    const { stdout } = await done(cwd, 'submission status')
    expect(stdout).toContain(`${gone!.name}：报送了，本机名单没有`)
    expect(stdout).toContain(`${other.name}：本机名单有，没有报送`)
    expect(stdout).toContain(`${otherwise!.name}：报送 ${otherwise!.total} 分，本机 ${here_.total} 分`)
  })
})

describe('a district', () => {
  it('is told of records that changed after it finalized', async () => {
    const cwd = copied(home)
    const quiet = await done(cwd, 'submission pack -o q.zip')
    expect(quiet.stderr).not.toMatch(/CX1432|CX1433/)
    const nominees = (await listOf(home, DISTRICT)).filter(c => c.decision === 'nominated')
    const other = (await agencies()).find(a => a.uscc !== null && !nominees.some(n => n.uscc === a.uscc))!
    await done(
      cwd,
      `penalty add --agency ${other.uscc} --decision-no 样罚1号 --decision-date 2013-09-01 --kind 警告 --fact 样例 --authority 样例局 --basis 样例条例`,
    )
    const { own } = await data<{ own: { lacks: { warnings: { code: string }[] } | null }[] }>(
      cwd,
      'submission status',
    )
    expect(own[0]!.lacks!.warnings.map(w => w.code)).toContain('CX1433')
    await done(cwd, 'nomination propose')
    const told = await here(cwd, 'submission pack -o r.zip')
    expect([told.code, told.stderr], told.stderr).toEqual([0, expect.stringContaining('CX1433')])
  })

  it('sends sheets in an order that tells nothing of the raters’ names', () => {
    const found = unpackAll(readFileSync(join(home, 'p.zip')), 10_000_000)
    if ('fault' in found) throw new Error(found.fault.kind)
    const part = found.parts.find(p => p.name === 'data/sheets.json')!
    const sheets = JSON.parse(new TextDecoder().decode(part.content)) as {
      agency: number
      rater_kind: string
      rater: string
    }[]
    const keys = sheets.map(s => `${String(s.agency).padStart(9, '0')} ${s.rater_kind} ${s.rater}`)
    expect(new Set(sheets.map(s => `${s.agency} ${s.rater_kind}`)).size).toBeLessThan(sheets.length)
    expect(keys).toEqual(keys.toSorted())
  })
})
