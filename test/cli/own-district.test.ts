// At a district's desk the summaries and the page are the district's without being told so; at the city's they are of all.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { textsOf } from './paper-texts.ts'
import { data, done, folder } from './run.ts'

async function desk(how: string): Promise<string> {
  const cwd = folder(true)
  await done(cwd, `init${how}`)
  await done(cwd, 'agency import samples/city/roster.csv')
  await done(cwd, 'campaign open --year 2013')
  return cwd
}

describe('at the desk of a district', () => {
  it('report year, month and html are that district’s', async () => {
    const cwd = await desk(' --district 110105')
    const ending = (verb: string) => (verb === 'html' ? 'html' : 'docx')
    for (const verb of ['year', 'month', 'html']) {
      await done(cwd, `report ${verb} -o own-${verb}.${ending(verb)}`)
      await done(cwd, `report ${verb} --district 朝阳区 -o named-${verb}.${ending(verb)}`)
      const [own, named] = ['own', 'named'].map(of =>
        readFileSync(join(cwd, `${of}-${verb}.${ending(verb)}`)),
      )
      expect(own!.equals(named!), verb).toBe(true)
    }
    for (const verb of ['year', 'month']) {
      const text = textsOf(join(cwd, `own-${verb}.docx`)).join('\n')
      expect(text).toContain('朝阳区')
      expect(text).not.toContain('全市')
    }
    const { district, districts } = await data<{ district: string; districts: { district: string }[] }>(
      cwd,
      'report year',
    )
    expect([district, districts.map(d => d.district)]).toEqual(['朝阳区', ['朝阳区']])
    const page = readFileSync(join(cwd, 'own-html.html'), 'utf8')
    expect(page).toContain('（朝阳区）')
    expect(page).not.toContain('海淀区')
  })

  it('tasks that are the city’s are not counted for a district', async () => {
    const cwd = await desk('')
    await done(cwd, 'report month --district 朝阳区 -o month.docx')
    expect(textsOf(join(cwd, 'month.docx')).join('\n')).not.toContain('活动任务完成')
    await done(cwd, 'report month -o all.docx')
    expect(textsOf(join(cwd, 'all.docx')).join('\n')).toContain('活动任务完成')
  })

  it('while at the city they are of all', async () => {
    const cwd = await desk('')
    const { district } = await data<{ district: string | null }>(cwd, 'report year')
    expect(district).toBe(null)
  })
})
