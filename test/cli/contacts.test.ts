// Whom to ask: the phones of the file's districts, on every paper that goes out.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { textsOf } from './paper-texts.ts'
import { at, data, done, folder, HAND, here, sha256 } from './run.ts'

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

describe('district set --phone without a district', () => {
  const checklist = async (cwd: string, out: string, scheme = 'shandong-platform') => {
    const ran = await done(cwd, `form checklist --scheme ${scheme} --blank --out ${out}`)
    return [textsOf(join(cwd, out, readdirSync(join(cwd, out))[0]!)).join('\n'), ran.stderr] as const
  }

  it('gives the office its own where the scheme has no districts', async () => {
    const cwd = folder()
    await done(cwd, 'init --scheme shandong-platform')
    const [missing, warned] = await checklist(cwd, 'a')
    expect(missing).toContain('【缺：联系方式】')
    expect(warned).toContain('本单位没有登记市场管理电话，用 chengxin district set --phone 号码 登记')
    const ran = await here(cwd, 'district set 110000 --phone 12333')
    expect([ran.code, ran.stderr]).toEqual([4, expect.not.stringContaining('可选')])
    const set = 'district set --phone 0531-12345678 --phone １２３33'
    expect((await done(cwd, set)).stdout).toContain('市场管理电话：— → 0531-12345678 12333')
    const before = sha256(join(cwd, 'chengxin.db'))
    expect((await done(cwd, set)).stdout).toContain('本单位 与所填相同，没有改动')
    expect(sha256(join(cwd, 'chengxin.db'))).toBe(before)
    const [told, silent] = await checklist(cwd, 'b')
    expect(told).toContain('联系方式：0531-12345678、12333')
    expect(silent).not.toContain('联系方式')
    expect((await done(cwd, 'log list')).stdout).toContain('market_phones=0531-12345678/12333')
    expect((await done(cwd, 'status')).stdout).toContain('0531-12345678 12333')
    await done(cwd, 'log verify')
    await done(cwd, ['district', 'set', '--phone', ''])
    expect((await checklist(cwd, 'c'))[0]).toContain('【缺：联系方式】')
  })

  it('also where districts are on file and none of them is the city’s', async () => {
    const cwd = folder()
    await done(cwd, 'init --scheme linyi-2022-county')
    expect((await checklist(cwd, 'a'))[1]).toContain('：本单位、371302 兰山区')
    expect(await data(cwd, 'district set --phone 0539-8322113')).toEqual({
      name: null,
      market_phones: ['0539-8322113'],
    })
    expect((await checklist(cwd, 'b'))[0]).toContain('联系方式：0539-8322113')
  })

  it('is that of the district which the office is', async () => {
    for (const [how, name, code] of [
      ['init', '市属机构', '110000'],
      ['init --district 110105', '朝阳区', '110105'],
    ]) {
      const cwd = folder()
      await done(cwd, how!)
      expect((await done(cwd, 'district set --phone 12333')).stdout).toContain(`已更正 ${name}`)
      const listed = await data<{ code: string; market_phones: string[] }[]>(cwd, 'district list')
      expect(listed.find(d => d.code === code)?.market_phones).toEqual(['12333'])
    }
  })

  it('has no leader and needs a telephone', async () => {
    const cwd = await at('init')
    const before = sha256(join(cwd, 'chengxin.db'))
    for (const rest of ['', ' --leader 张', ' --phone 12333 --unit 科', ' --phone 1 --inspectorate-phone 1'])
      expect((await here(cwd, `district set${rest}`)).code).toBe(2)
    expect((await here(cwd, 'district set --phone 1064632146')).code).toBe(3)
    expect(sha256(join(cwd, 'chengxin.db'))).toBe(before)
  })
})
