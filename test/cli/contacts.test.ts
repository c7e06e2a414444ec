// Whom to ask: the phones of the file's districts, on every paper that goes out.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { textsOf } from './paper-texts.ts'
import { at, data, done, HAND, here, sha256 } from './run.ts'

const quota = async (cwd: string) => {
  const ran = await done(cwd, 'form quota --format html --force -o quota.html')
  return [/联系方式[^<]*/.exec(readFileSync(join(cwd, 'quota.html'), 'utf8'))?.[0], ran.stderr]
}

describe('district set --phone', () => {
  it('is told on papers of all and in the log, once; blanks clear', async () => {
    const cwd = await at('init')
    const [missing, warned] = await quota(cwd)
    expect(missing).toBe('联系方式：【缺：联系方式】')
    expect(warned).toContain('1 份文书没有联系方式：110000 市属机构')
    expect(warned).toContain('chengxin district set 110000 --phone')
    const set = 'district set 110000 --phone 010-12345678 --phone １２３33'
    expect((await done(cwd, set)).stdout).toContain('市场管理电话：— → 010-12345678 12333')
    const before = sha256(join(cwd, 'chengxin.db'))
    expect((await done(cwd, set)).stdout).toContain('没有改动')
    expect(sha256(join(cwd, 'chengxin.db'))).toBe(before)
    expect(await quota(cwd)).toEqual([
      '联系方式：010-12345678、12333',
      expect.not.stringContaining('没有联系方式'),
    ])
    expect((await done(cwd, 'log list')).stdout).toContain('market_phones=010-12345678/12333')
    await done(cwd, 'district set 110000 --inspectorate-phone 12345')
    const rows = await data<{ code: string; market_phones: string[]; inspectorate_phones: string[] }[]>(
      cwd,
      'district list',
    )
    expect(rows.find(row => row.code === '110000')).toMatchObject({
      market_phones: ['010-12345678', '12333'],
      inspectorate_phones: ['12345'],
    })
    expect((await done(cwd, 'form hotline --format csv')).stdout).toContain('市属机构')
    await done(cwd, ['district', 'set', '110000', '--phone', ''])
    expect((await quota(cwd))[0]).toBe('联系方式：【缺：联系方式】')
  })

  it.each(['--phone', '--inspectorate-phone'])('%s refuses what is no telephone', async option => {
    const cwd = await at('init')
    const before = sha256(join(cwd, 'chengxin.db'))
    const ran = await here(cwd, ['district', 'set', '110000', option, '1064632146'])
    expect([ran.code, ran.stderr]).toEqual([3, expect.stringContaining('010-64632146')])
    expect(ran.stderr).toContain(option)
    expect(sha256(join(cwd, 'chengxin.db'))).toBe(before)
  })

  it('serves the other schemes of the file, and what stays in the house goes without', async () => {
    const cwd = await at('finalized')
    const blank = async (form: string, out: string) => {
      const ran = await done(cwd, `form ${form} --blank --out ${out}`)
      return [textsOf(join(cwd, out, readdirSync(join(cwd, out))[0]!)).join('\n'), ran.stderr] as const
    }
    const [checklist, warned] = await blank('checklist --scheme shandong-platform', 'c.docx')
    expect(checklist).toContain('【缺：联系方式】')
    expect(warned).toContain('没有联系方式')
    const [appraisal, silent] = await blank('appraisal --scheme shandong-staff', 'a.docx')
    expect(appraisal).not.toContain('【缺：联系方式】')
    expect(silent).not.toContain('没有联系方式')
    await done(cwd, 'district set 110000 --phone 12333')
    expect((await blank('checklist --scheme shandong-platform', 'd.docx'))[0]).toContain('联系方式：12333')
    await done(cwd, ['district', 'set', '110105', '--phone', ''])
    const notice = await done(cwd, `evaluation notice ${HAND} -o n.docx`)
    expect(notice.stderr).toContain('110105 朝阳区')
    expect(textsOf(join(cwd, 'n.docx')).join('\n')).toContain('联系方式：【缺：联系方式】')
  })
})
