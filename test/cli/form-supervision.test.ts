// The papers of supervision: orders to rectify, decisions on titles, receipts of plates. Each is opened and held against
// the samples; refused, and written, the file stays as it was to the byte.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { tablesOf, textsOf } from './paper-texts.ts'
import { at, data, done, five, HAND, here, sha256 } from './run.ts'

/** 北京东篱: three items not met, due 2013-05-18 and not done. */
const OPEN = '91110101CXJG000315'
/** 北京石榴籽: rectified on 2013-05-10. */
const DONE = '91110108CXJG00023F'
const MIYUN = '52110228CXJG000587'
const db = (cwd: string) => sha256(join(cwd, 'chengxin.db'))

async function withSanctions(): Promise<string> {
  const cwd = await at('finalized')
  await done(cwd, `sanction import ${five('sanctions')}`)
  return cwd
}

async function refused(cwd: string, line: readonly string[], exit: number, code: string): Promise<string> {
  const before = db(cwd)
  const ran = await here(cwd, line)
  expect([ran.code, ran.stderr.match(/CX\d{4}/)?.[0]], ran.stderr).toEqual([exit, code])
  expect((await here(cwd, ['--lang', 'en', ...line])).stderr).toContain(code)
  expect(db(cwd)).toBe(before)
  return ran.stderr
}

describe('form rectification', () => {
  it('says to whom, what was found, by which clause, until when and what happens otherwise', async () => {
    const cwd = await withSanctions()
    const before = db(cwd)
    const ran = await done(cwd, `form rectification ${OPEN} -o order.docx`)
    expect(db(cwd)).toBe(before)
    // The checklist cites regulations of 2018, the inspection was in 2013.
    expect(ran.stderr).toContain('2018-10-01')
    const texts = textsOf(join(cwd, 'order.docx'))
    expect(texts[0]).toBe('责令整改通知书')
    expect(texts).toContain(`北京东篱样例劳务派遣有限公司（${OPEN}）：`)
    expect(texts).toContain(
      '2013年4月18日，东城区人力社保局对你单位进行“春雷2013”检查，发现下列问题，其中检查项目不合格3项：',
    )
    expect(texts).toContain('检查记录写明：许可证将到期、台账缺失、未报年报。')
    expect(texts).toContain(
      '根据《关于加强人力资源服务机构诚信建设的通知》三（八）2，责令你单位于2013年5月18日前（含当日）将上述问题整改到位，并在期限内将整改情况书面报送本通知的发出单位。',
    )
    expect(texts.some(t => t.includes('暂缓通过年审或者注销许可证（三（八）2）'))).toBe(true)
    expect(texts).toContain('检查项目另有罚则的，依照《人力资源市场暂行条例》第四十四条处理。')
    expect(texts).toContain('联系方式：东城区64063952')
    expect(texts).toContain('（盖章）')
    expect(texts).toContain('送达回证')
    expect(texts.at(-2)).toMatch(/^校验码 /)
    // Its day is over.
    expect(ran.stderr).toContain('原定期限2013-05-18已过')
    // Another scheme's document is no basis.
    const law = '《人力资源市场暂行条例》'
    const [items, slip] = tablesOf(join(cwd, 'order.docx'))
    expect(items).toEqual([
      ['序号', '编号', '不合格的检查项目', '依据', '罚则'],
      ['1', 'SC-02', '明示人力资源服务许可证（职业中介）', `${law}第三十二条末款`, `${law}第四十四条`],
      ['2', 'SC-08', '服务台账如实记录且保存2年以上', `${law}第三十三条`, `${law}第四十四条`],
      ['3', 'SC-16', '提交年度报告', `${law}第三十六条`, `${law}第四十四条`],
    ])
    expect(slip?.map(row => row[0])).toEqual(['送达文书', '受送达人', '送达方式', '签收人'])
  })

  it('of a sanction bears its number, its fact and its day, and no table of items', async () => {
    const cwd = await withSanctions()
    await done(cwd, 'form rectification 样例惩字〔2013〕3号 -o order.docx')
    const texts = textsOf(join(cwd, 'order.docx'))
    expect(texts[1]).toBe('样例惩字〔2013〕3号')
    expect(texts).toContain(`密云样例职业介绍服务社（${MIYUN}）：`)
    expect(texts).toContain('未按规定明示收费标准。')
    expect(texts.find(t => t.startsWith('根据《'))).toMatch(/通知》三（八）2，责令你单位于2013年7月5日前/)
    expect(tablesOf(join(cwd, 'order.docx'))).toHaveLength(1)
  })

  it('of all writes each that is open, with a list; of a batch no sanctions, of a district its own', async () => {
    const cwd = await withSanctions()
    await done(cwd, 'form rectification --all --out all')
    expect(readdirSync(join(cwd, 'all')).sort()).toEqual([
      '清单-责令整改通知书.csv',
      `责令整改通知书-110101-东城区-${OPEN}-北京东篱样例劳务派遣有限公司-春雷2013-2013-04-18.docx`,
      `责令整改通知书-110228-密云县-${MIYUN}-密云样例职业介绍服务社-样例惩字〔2013〕3号.docx`,
    ])
    const listed = async (more: string) =>
      (await done(cwd, `form rectification --all --format csv${more}`)).stdout
        .trimEnd()
        .split('\r\n')
        .slice(1)
    expect(await listed('')).toEqual([
      `东城区,${OPEN},北京东篱样例劳务派遣有限公司,春雷2013 2013-04-18,明示人力资源服务许可证（职业中介）；服务台账如实记录且保存2年以上；提交年度报告；许可证将到期、台账缺失、未报年报,2013-05-18`,
      `密云县,${MIYUN},密云样例职业介绍服务社,样例惩字〔2013〕3号,未按规定明示收费标准,2013-07-05`,
    ])
    expect((await listed(' --batch 春雷2013')).map(row => row.slice(0, 3))).toEqual(['东城区'])
    expect((await listed(' --district 密云县')).map(row => row.slice(0, 3))).toEqual(['密云县'])
    const none = await done(cwd, 'form rectification --all --district 朝阳区')
    expect([none.stdout, none.stderr]).toEqual(['', expect.stringContaining('没有待整改的')])
  })

  it('of an inspection that was rectified is written when it is named by its number', async () => {
    const cwd = await at('records')
    const [one] = await data<{ id: number }[]>(cwd, `inspection list --agency ${DONE}`)
    await done(cwd, `form rectification ${one!.id} -o order.docx`)
    expect(textsOf(join(cwd, 'order.docx')).join()).toContain('2013年5月16日前')
  })

  it('tells a day that was not set as missing, and names nobody whom the record does not', async () => {
    const cwd = await at('records')
    const header = '检查批次,检查日期,检查对象类型,检查对象,区划代码,检查人员,SC-10,处理措施'
    writeFileSync(
      join(cwd, 'i.csv'),
      `${header}\n夏季,2013-07-01,无证中介,某职介所,110228,样检1;样检2,不合格,责令改正\n`,
    )
    await done(cwd, 'inspection import i.csv')
    const ran = await done(cwd, 'form rectification --all --batch 夏季 --out orders')
    expect(ran.stderr).toContain('整改期限')
    const [name] = readdirSync(join(cwd, 'orders')).filter(n => n.endsWith('.docx'))
    const texts = textsOf(join(cwd, 'orders', name!))
    expect(texts).toContain('某职介所：')
    expect(texts).toContain('2013年7月1日对你单位进行“夏季”检查，发现下列问题，其中检查项目不合格1项：')
    expect(texts.join()).toContain('于【缺：整改期限】前（含当日）')
  })

  it.each([
    ['nothing named', [], 2, 'CX6001'],
    ['both', [OPEN, '--all'], 2, 'CX6001'],
    ['an inspection without a fault', ['1'], 3, 'CX1413'],
    ['a talk', ['样例惩字〔2013〕1号'], 3, 'CX1413'],
    ['an agency that put all right', [DONE], 4, 'CX1414'],
    ['an agency that was found whole', ['12110106CXJG0004XA'], 4, 'CX1414'],
    ['no such inspection', ['99'], 4, 'CX4002'],
    ['no such agency', ['没有这家'], 4, 'CX4001'],
    ['no such batch', ['--all', '--batch', '没有'], 4, 'CX4002'],
    ['no such district', ['--all', '--district', '没有'], 4, 'CX4002'],
  ])('refuses %s', async (_, args, exit, code) => {
    const said = await refused(await withSanctions(), ['form', 'rectification', ...args], exit, code)
    if (args[0] === DONE) expect(said).toContain('2013-05-10')
  })
})

/** A day as papers write it. */
const written = (day: string) => day.replace(/^(\d+)-0?(\d+)-0?(\d+)$/, '$1年$2月$3日')

describe('form revocation', () => {
  it('of a title taken back is final: its day, reason, records and what can be done against it', async () => {
    const cwd = await at('finalized')
    await done(cwd, 'form revocation P-0003 -o decision.docx')
    const texts = textsOf(join(cwd, 'decision.docx'))
    expect(texts[0]).toBe('关于撤销“诚信示范单位”称号的决定')
    expect(texts.join()).not.toContain('草稿')
    expect(texts).toContain(`密云样例职业介绍服务社（${MIYUN}）：`)
    expect(texts).toContain('你单位持有“诚信示范单位”称号（2012年12月1日授予，标牌编号P-0003）。')
    expect(texts).toContain('撤销的理由：查实不诚信行为。')
    expect(texts.find(t => t.includes('决定撤销'))).toMatch(/^根据.*，现决定撤销你单位“诚信示范单位”称号。$/)
    expect(texts.find(t => t.startsWith('标牌'))).toMatch(/^标牌（编号P-0003）予收回/)
    expect(texts.find(t => t.includes('行政复议'))).toContain('六十日内')
    expect(texts).toContain('2013年10月8日')
    // Its reason names no record: the penalty of June is not said to be one.
    expect(tablesOf(join(cwd, 'decision.docx'))).toEqual([])
  })

  it('of a title that the review proposes is a draft, and the title stands as before', async () => {
    const cwd = await at('finalized')
    const review = await data<{ id: number; record: string; on: string | null; uscc: string }[]>(
      cwd,
      'title review',
    )
    const own = review.filter(t => t.uscc === HAND)
    expect(own.map(t => t.record)).toEqual(expect.arrayContaining(['TS2013-001', '样例罚字〔2012〕3号']))
    const before = db(cwd)
    const ran = await done(cwd, 'form revocation YL-001 --out papers')
    expect(ran.stderr).toContain('草稿')
    expect(readdirSync(join(cwd, 'papers'))).toEqual([
      `撤销决定-草稿-${own[0]!.id}-北京晴禾样例人力资源有限公司.docx`,
    ])
    const path = join(cwd, 'papers', readdirSync(join(cwd, 'papers'))[0]!)
    const texts = textsOf(path)
    expect(texts.slice(0, 2)).toEqual([
      '草稿：拟办意见，未经决定和盖章不发生效力',
      '关于撤销“诚信服务窗口”称号的决定（草稿）',
    ])
    expect(
      tablesOf(path)[0]
        ?.slice(1)
        .map(row => [row[2], row[3]]),
    ).toEqual(own.map(t => [t.record, written(t.on!)]))
    expect(texts.join()).toContain('决定撤销你单位“诚信服务窗口”称号')
    // It has no plate.
    expect(texts.join()).not.toContain('标牌')
    expect(db(cwd)).toBe(before)
  })

  it('has the number of the document once the title is taken back, and a missing reason as missing', async () => {
    const cwd = await at('finalized')
    await done(cwd, 'title revoke YL-001 --document 样人社发〔2013〕1号 --record TS2013-001')
    await done(cwd, 'form revocation YL-001 -o decision.docx')
    const texts = textsOf(join(cwd, 'decision.docx'))
    expect(texts).toContain('样人社发〔2013〕1号')
    expect(texts.find(t => t.startsWith('撤销的理由'))).toContain('TS2013-001（2013年3月28日 办结）')
    expect(texts).toContain('2013年11月4日')
    expect(
      tablesOf(join(cwd, 'decision.docx'))[0]
        ?.slice(1)
        .map(row => row.slice(2)),
    ).toEqual([['TS2013-001', '2013年3月28日', '＿＿＿＿＿']])
    // No document on file says when this title is taken back: by which it was is written in by hand.
    expect(texts).toContain('根据＿＿＿＿＿＿＿＿，现决定撤销你单位“诚信服务窗口”称号。')
    writeFileSync(
      join(cwd, 'h.csv'),
      `证书编号,统一社会信用代码,持有者,荣誉名称,授予日期,标牌编号,状态,撤销日期,标牌收回日期\nYL-9,${OPEN},北京东篱样例劳务派遣有限公司,诚信服务窗口,2012-01-01,P-9,撤销,2013-02-01,2013-02-03\n`,
    )
    await done(cwd, 'honor import h.csv')
    const ran = await done(cwd, 'form revocation YL-9 -o nine.docx')
    expect(ran.stderr).toContain('原因')
    const nine = textsOf(join(cwd, 'nine.docx'))
    expect(nine).toContain('撤销的理由：【缺：原因】')
    expect(nine).toContain('标牌（编号P-9）已于2013年2月3日收回。')
  })

  it('cites the clause where the document has the ground, of a title that its scheme gives', async () => {
    const cwd = await at('finalized')
    const name = '北京晴禾样例人力资源有限公司'
    writeFileSync(
      join(cwd, 'h.csv'),
      `证书编号,统一社会信用代码,持有者,荣誉名称,授予日期\nYL-8,${HAND},${name},北京市人力资源诚信服务示范单位,2012-12-01\n`,
    )
    await done(cwd, 'honor import h.csv')
    const line = 'title revoke YL-8 --document 样人社发〔2013〕2号 --record'
    await done(cwd, `${line} TS2013-001`)
    await done(cwd, 'form revocation YL-8 -o decision.docx')
    expect(textsOf(join(cwd, 'decision.docx'))).toContain(
      '根据《关于加强人力资源服务机构诚信建设的通知》三(八)2，现决定撤销你单位“北京市人力资源诚信服务示范单位”称号。',
    )
  })

  it('rests on what its reason names, and on nothing that is only spelt in it', async () => {
    const cwd = await at('finalized')
    await done(cwd, `listing import ${five('listings')}`)
    const entries = (
      await data<{ id: number; ground: string; record: string; uscc: string }[]>(cwd, 'title review')
    ).filter(t => t.uscc === HAND && t.ground === 'blacklist')
    expect(entries).toHaveLength(1)
    // The id of the entry is one of the digits of the document and of the complaint.
    await done(cwd, 'title revoke YL-001 --document 样人社发〔2013〕103号 --record TS2013-001')
    await done(cwd, 'form revocation YL-001 -o decision.docx')
    expect(
      tablesOf(join(cwd, 'decision.docx'))[0]!
        .slice(1)
        .map(row => row[2]),
    ).toEqual(['TS2013-001'])
  })

  it('tells an entry of the black list by its basis', async () => {
    const cwd = await at('finalized')
    await done(cwd, `listing import ${five('listings')}`)
    const [entry] = (
      await data<{ record: string; uscc: string; ground: string }[]>(cwd, 'title review')
    ).filter(t => t.uscc === HAND && t.ground === 'blacklist')
    await done(cwd, `title revoke YL-001 --document 样人社发〔2013〕103号 --record ${entry!.record}`)
    await done(cwd, 'form revocation YL-001 -o decision.docx')
    const rows = tablesOf(join(cwd, 'decision.docx'))[0]!.slice(1)
    expect(rows).toHaveLength(1)
    expect(rows[0]![2]).toMatch(new RegExp(`^黑名单第${entry!.record}号（.+）$`))
  })

  it('without a record names the clause of the ground that the reason calls, else leaves it to be written in', async () => {
    const cwd = await at('finalized')
    const name = '北京晴禾样例人力资源有限公司'
    const title = '北京市人力资源诚信服务示范单位'
    const head = '证书编号,统一社会信用代码,持有者,荣誉名称,授予日期'
    writeFileSync(
      join(cwd, 'h.csv'),
      `${head}\nYL-8,${HAND},${name},${title},2012-12-01\nYL-9,${HAND},${name},${title},2012-12-02\n`,
    )
    await done(cwd, 'honor import h.csv')
    await done(cwd, 'title revoke YL-8 --document 样人社发〔2013〕2号 --reason 查实不诚信投诉')
    await done(cwd, 'title revoke YL-9 --document 样人社发〔2013〕3号 --reason 主动交回')
    await done(cwd, 'form revocation YL-8 -o eight.docx')
    await done(cwd, 'form revocation YL-9 -o nine.docx')
    const decided = (file: string) => textsOf(join(cwd, file)).find(t => t.includes('现决定撤销'))
    expect(decided('eight.docx')).toContain('根据《关于加强人力资源服务机构诚信建设的通知》三(八)2，')
    expect(decided('nine.docx')).toMatch(/^根据＿+，现决定撤销/)
  })

  it('of a person says whose he is, not a code that is not his; so does the receipt', async () => {
    const cwd = await at('finalized')
    await done(cwd, 'honor edit id=3 --plate-no P-30 --reason 补登')
    await done(
      cwd,
      'title revoke P-30 --document 样人社发〔2013〕4号 --reason 查实不诚信行为 --plate-outstanding',
    )
    await done(cwd, 'form revocation P-30 -o decision.docx')
    expect(textsOf(join(cwd, 'decision.docx'))).toContain('样例员工甲（北京石榴籽样例人才服务有限公司）：')
    await done(cwd, 'form plate P-30 -o receipt.docx')
    expect(tablesOf(join(cwd, 'receipt.docx'))[0]!.slice(2, 4)).toEqual([
      ['持有者', '样例员工甲（北京石榴籽样例人才服务有限公司）'],
      ['持有者代码', '—'],
    ])
  })

  it.each([
    ['one that is not granted yet', 'P-0001', 3, 'CX1415'],
    ['one that has run out', 'P-0002', 3, 'CX1415'],
    ['no such title', 'P-7777', 4, 'CX4002'],
  ])('refuses %s', async (_, title, exit, code) => {
    await refused(await at('finalized'), ['form', 'revocation', title], exit, code)
  })
})

describe('form plate', () => {
  it('is handed out with a title that stands, and comes back with one taken back', async () => {
    const cwd = await at('finalized')
    await done(cwd, 'form plate P-0001 -o out.docx')
    expect(tablesOf(join(cwd, 'out.docx'))[0]!.slice(0, 7)).toEqual([
      ['标牌编号', 'P-0001'],
      ['称号', '北京市人力资源诚信服务示范单位'],
      ['持有者', '北京石榴籽样例人才服务有限公司'],
      ['持有者代码', DONE],
      ['文号', '—'],
      ['日期', '2013年12月10日授予'],
      ['事项', '领取标牌'],
    ])
    expect(textsOf(join(cwd, 'out.docx'))[0]).toBe('标牌领取回执')
    await done(cwd, 'title plate P-0003 --returned 2013-11-01')
    await done(cwd, 'form plate P-0003 -o back.docx')
    const rows = tablesOf(join(cwd, 'back.docx'))[0]!
    expect(textsOf(join(cwd, 'back.docx'))[0]).toBe('标牌交回回执')
    expect(rows[5]).toEqual(['日期', '2013年10月8日撤销'])
    expect(rows[8]).toEqual(['交接日期', '2013年11月1日'])
    expect(rows.slice(9).map(row => row[0])).toEqual(['交回人', '收回单位经办人'])
  })

  it('refuses a title without a plate', async () => {
    await refused(await at('finalized'), ['form', 'plate', 'YL-001'], 3, 'CX1416')
  })
})

it('the same papers have the same bytes', async () => {
  const cwd = await withSanctions()
  for (const line of [`form rectification ${OPEN}`, 'form revocation P-0003', 'form plate P-0003']) {
    await done(cwd, `${line} -o one.docx --force`)
    await done(cwd, `${line} -o two.docx --force`)
    expect(readFileSync(join(cwd, 'one.docx')).equals(readFileSync(join(cwd, 'two.docx'))), line).toBe(true)
  }
})
