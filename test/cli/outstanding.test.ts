// Who stood out in the integrity month is nominated before equals (BJ 三(七)); no score and no digest changes.
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { at, data, done, FINALIZE, folder, HAND, here, SAMPLES, sha256 } from './run.ts'

describe('who stood out in the month', () => {
  const [ONE, OTHER] = ['91110107CXYL038679', '91110107CXYL038754']
  let city = ''
  beforeAll(async () => {
    city = folder()
    await done(city, 'init')
    const files: [string, string][] = [
      ['agency', 'roster.csv'],
      ['complaint', 'complaints.csv'],
      ['penalty', 'penalties.csv'],
      ['honor', 'honors.csv'],
      ['commitment', 'commitments.csv'],
      ['activity', 'activities.csv'],
      ['inspection', 'inspection.csv'],
      ['metric', 'metrics.csv'],
    ]
    for (const [noun, file] of files) await done(city, `${noun} import ${join(SAMPLES, 'city', file)}`)
    await done(city, 'evaluation open --year 2013 --as-of 2013-10-31')
    await done(city, `evaluation import ${join(SAMPLES, 'city', 'scores.csv')}`)
    await done(city, 'evaluation run')
    await done(city, FINALIZE)
    await done(city, 'nomination propose')
  }, 60_000)

  interface Candidate {
    uscc: string
    decision: string
  }
  const decisions = async () => {
    const { candidates } = await data<{ candidates: Candidate[] }>(city, 'nomination list')
    return new Map(candidates.map(c => [c.uscc, c.decision]))
  }

  it('is nominated before an equal who did not; nothing else changes', async () => {
    const before = await decisions()
    expect([before.get(ONE), before.get(OTHER)]).toEqual(['tied', 'tied'])
    const shown = (await done(city, 'evaluation show --json')).stdout
    await done(city, 'campaign open')
    // Of another year, and taken back: neither counts.
    await done(city, 'campaign open --year 2012 --no-tasks')
    await done(city, `campaign outstanding 诚信服务月2012 ${ONE} --on 2012-10-15 --reason 好`)
    await done(city, `campaign outstanding 诚信服务月2013 ${ONE} --on 2013-10-15 --reason 好`)
    await done(city, `campaign outstanding 诚信服务月2013 ${ONE} --remove --reason 错`)
    await done(city, 'nomination propose')
    expect(await decisions()).toEqual(before)

    await done(city, `campaign outstanding 诚信服务月2013 ${OTHER} --on 2013-10-31 --reason 带头自查`)
    const check = await here(city, 'nomination check')
    expect([check.code, check.stderr.match(/CX3025/g)?.length]).toEqual([3, 2])
    await done(city, 'nomination propose')
    const after = await decisions()
    expect([after.get(ONE), after.get(OTHER)]).toEqual(['passed_over', 'nominated'])
    for (const [uscc, decision] of before)
      if (uscc !== ONE && uscc !== OTHER) expect(after.get(uscc), uscc).toBe(decision)
    expect((await done(city, 'evaluation show --json')).stdout).toBe(shown)
  }, 60_000)

  it('is no part of what an evaluation is computed from', async () => {
    const open = await at('run')
    await done(open, 'campaign open')
    await done(open, `campaign outstanding 诚信服务月2013 ${HAND} --on 2013-10-31 --reason 好`)
    const { evaluation } = await data<{ evaluation: { stale: boolean } }>(open, 'status')
    expect(evaluation.stale).toBe(false)
    const before = sha256(join(open, 'chengxin.db'))
    await done(open, 'evaluation run')
    expect(sha256(join(open, 'chengxin.db'))).toBe(before)
  }, 60_000)
})
