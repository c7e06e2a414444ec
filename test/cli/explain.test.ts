// evaluation explain, check and show as the clerk sees them: near misses, running total, what holds a grade down, gains
// to the next line, papers; conditions, limits, sheets set aside and points set by hand through a scheme that has them.

import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import PizZip from 'pizzip'
import { beforeAll, describe, expect, it } from 'vitest'
import { textWidth } from '../../src/cli/table.ts'
import { at, data, done, HAND, here, sha256 } from './run.ts'

/** Whose only penalty in years left the window on the as-of day; nobody rated it. */
const LEFT = '91110101CXJG000315'

interface Near {
  why: string
  days: number | null
  record: string
  message: string
}
interface Explained {
  total: string | null
  fired: { id: number | string; kind: string; name: string; grade: string | null; clause: string }[]
  limits: { id: string; fires: string }[]
  gap: { to: string; is: string; needed: string; gains: Record<string, unknown>[] | null } | null
  stored: Record<string, unknown> | null
  sheets: Record<string, number>
  decision: string | null
  decision_name: string | null
  computed_grade: string | null
  grade: string | null
  consequences: { id: string }[]
  indicators: {
    number: number
    score: string | null
    condition: string | null
    running: { min: string; max: string }
    override: Record<string, unknown> | null
    ratings: Record<string, unknown>[]
    ratings_by_rater: Record<string, unknown>[]
    rules: { near: Near[]; months: number | null }[]
  }[]
}

/** Changes the file of a stage behind the program's back, as verbs of their own do. */
async function changed(stage: 'scored' | 'run', how: (db: Database.Database) => void): Promise<string> {
  const cwd = await at(stage)
  const db = new Database(join(cwd, 'chengxin.db'))
  how(db)
  db.close()
  return cwd
}

/** The scheme on file with some of its text replaced. */
function rewrite(db: Database.Database, ...changes: [string, string][]): void {
  const { source } = db.prepare('SELECT source FROM scheme').get() as { source: string }
  const text = changes.reduce((all, [from, to]) => {
    expect(all).toContain(from)
    return all.replace(from, to)
  }, source)
  const digest = createHash('sha256').update(text).digest('hex')
  db.prepare('UPDATE scheme SET source = ?, sha256 = ?').run(text, digest)
}

beforeAll(() => at('run'), 60_000)

describe('near misses', () => {
  it('name the penalty that left the window on the as-of day, in both languages', async () => {
    const cwd = await at('run')
    const zh = await done(cwd, `evaluation explain ${LEFT}`)
    expect(zh.stdout).toContain(
      '2011-10-31 的处罚 样例罚字〔2011〕7号 今天（截止日）已出 24 个月期限，不计入',
    )
    const en = await done(cwd, `--lang en evaluation explain ${LEFT}`)
    expect(en.stdout).toContain(
      'The penalty of 2011-10-31 (样例罚字〔2011〕7号) left the window of 24 months today (the as-of day): not counted',
    )
  })

  it('name what was revoked, with the days since; JSON has the data and the sentence', async () => {
    const { indicators } = await data<Explained>(await at('run'), `evaluation explain ${HAND}`)
    const [rule] = indicators[3]!.rules
    expect(rule!.months).toBe(24)
    expect(rule!.near).toEqual([
      {
        ...{ of: 'penalty', record: '样例罚字〔2013〕2号', day: '2013-04-02', why: 'differs', days: 122 },
        ...{ field: 'status', value: 'revoked', since: '2013-07-01' },
        message: '2013-04-02 的处罚 样例罚字〔2013〕2号 截止日前已撤销（2013-07-01，122 天前），不计入',
      },
    ])
  })

  it('name a duplicate with its original', async () => {
    const cwd = await at('run')
    writeFileSync(
      join(cwd, 'c.csv'),
      `投诉编号,收到日期,被投诉机构,统一社会信用代码,类别,涉不诚信,办结日期,查处结论,重复于\nTS2013-099,2013-03-01,北京晴禾样例人力资源有限公司,${HAND},虚假信息,是,2013-03-28,属实,TS2013-001\n`,
    )
    await done(cwd, 'complaint import c.csv')
    const { stdout } = await done(cwd, `evaluation explain ${HAND}`)
    expect(stdout).toContain('2013-03-28 的投诉 TS2013-099 与 TS2013-001 重复，不另计')
  })
})

describe('points', () => {
  it('run up to the total, in every indicator', async () => {
    const explained = await data<Explained>(await at('run'), `evaluation explain ${HAND}`)
    let sum = 0
    for (const { score, running } of explained.indicators) {
      sum += Math.round(Number(score) * 100)
      expect(running).toEqual({ min: (sum / 100).toFixed(2), max: (sum / 100).toFixed(2) })
    }
    expect((sum / 100).toFixed(2)).toBe(explained.total)
  })

  it('tell the spread of ratings, and with --ratings every rater', async () => {
    const cwd = await at('run')
    const { indicators } = await data<Explained>(cwd, `evaluation explain ${HAND}`)
    expect(indicators[17]!.ratings[1]).toMatchObject({
      rater_kind: 'expert',
      lowest: '4.00',
      highest: '4.25',
    })
    expect(indicators[17]!.ratings_by_rater).toHaveLength(4)
    const plain = await done(cwd, `evaluation explain ${HAND}`)
    expect(plain.stdout).toContain('专家评价：均分 4.125（2 份，4.00–4.25），权重 0.6')
    const rater = String(indicators[17]!.ratings_by_rater[1]!.rater)
    expect(plain.stdout).not.toContain(rater)
    expect((await done(cwd, `evaluation explain ${HAND} --ratings`)).stdout).toContain(
      `          ${rater} 4.`,
    )
  })

  it('name the fewest gains that reach the next grade', async () => {
    const cwd = await at('run')
    expect((await data<Explained>(cwd, `evaluation explain ${HAND}`)).gap).toEqual({
      ...{ to: 'B', is: 'grade', needed: '2.25' },
      gains: [{ indicator: 16, name: '纠纷处理', gain: '7.50', by_rules: '7.50', by_ratings: '0.00' }],
    })
    const { stdout } = await done(cwd, `evaluation explain ${HAND}`)
    expect(stdout).toContain('距等级 B 还差 2.25 分，最少补 1 项：16.纠纷处理 最多再得 7.50（规则失 7.50）')
  })

  it('tell the interval of grades where something is unknown, and caps that hold', async () => {
    const cwd = await at('run')
    const explained = await data<Explained>(cwd, `evaluation explain ${LEFT}`)
    expect(explained.fired[0]).toEqual({
      id: 5,
      kind: 'cap',
      name: '信息公示',
      grade: null,
      clause: 'default',
    })
    expect(explained.gap).toBeNull()
    const { stdout } = await done(cwd, `evaluation explain ${LEFT}`)
    expect(stdout).toContain('总分 7.50–80.64，等级未定（D 至 B）')
    expect(stdout).toContain('封顶：5.信息公示有必备条件不满足，评审分以 1.88 为限（本程序默认）')
  })

  it.each(['zh-CN', 'en'])(
    'fit into a terminal of 80 columns, in %s; no line begins with a closing mark',
    async lang => {
      const cwd = await at('run')
      const line = `--lang ${lang} --no-color evaluation explain ${LEFT} --ratings`
      const { stdout } = await done(cwd, line, { terminal: 'out', columns: 80 })
      for (const text of stdout.split('\n').slice(1)) {
        expect(textWidth(text), text).toBeLessThanOrEqual(80)
        expect(text.trimStart()).not.toMatch(/^[，。；：、）〕”》]/)
      }
      // Broken up for the screen, not cut: without blanks it is what a pipe gets.
      const piped = await done(cwd, line)
      const bare = (text: string) => text.replace(/\s+/g, '')
      expect(bare(stdout)).toBe(bare(piped.stdout))
    },
  )
})

describe('records that changed since the run', () => {
  it('are told loudly, with both results; JSON warns', async () => {
    const cwd = await at('run')
    await done(cwd, [
      ...[
        'penalty',
        'add',
        '--agency',
        '91110108CXJG00023F',
        '--decision-no',
        '新罚1号',
        '--authority',
        '样例局',
      ],
      ...['--kind', '警告', '--decision-date', '2013-10-01'],
    ])
    await done(cwd, [
      ...[
        'complaint',
        'add',
        '--agency',
        HAND,
        '--complaint-no',
        'TS2013-098',
        '--received-on',
        '2013-06-01',
      ],
      ...['--category', '客户权益', '--closed-on', '2013-07-01', '--finding', '属实', '--dishonest', '否'],
    ])
    const ran = await here(cwd, `evaluation explain ${HAND} --json`)
    const { data: explained, warnings } = JSON.parse(ran.stdout) as {
      data: Explained
      warnings: { code: string; message: string }[]
    }
    expect([ran.code, warnings.map(w => w.code)]).toEqual([0, ['CX1290']])
    expect(warnings[0]!.message).toContain('上次计算为 77.75 C，按现有数据是 74.75 C')
    expect(explained).toMatchObject({ total: '74.75', stored: { total: '77.75', grade: 'C', rank: 1 } })
    expect((await done(cwd, `evaluation explain ${HAND}`)).stderr).toContain('CX1290')
    await done(cwd, 'evaluation run')
    expect((await data<Explained>(cwd, `evaluation explain ${HAND}`)).stored).toBeNull()
  })
})

describe('papers', () => {
  it('HTML is one file that loads nothing, with every indicator, near miss and the check code', async () => {
    const cwd = await at('run')
    await done(cwd, `evaluation explain ${LEFT} --format html -o x.html`)
    const page = readFileSync(join(cwd, 'x.html'), 'utf8')
    expect(page).toContain("default-src 'none'")
    expect(page).not.toMatch(/(src|href)=|https?:|@import|url\(/)
    expect(page).toContain('今天（截止日）已出 24 个月期限')
    expect(page).toMatch(/校验码 [0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{4}　\d{4}年\d+月\d+日制　日志第\d+条/)
    for (const number of Array(22).keys()) expect(page).toContain(`<td class="indicator">${number + 1}.`)
  })

  it('Word has the same lines, no gaps and no tags left', async () => {
    const cwd = await at('run')
    const ran = await done(cwd, `evaluation explain ${LEFT} --format docx -o x.docx`)
    expect(ran.stderr).not.toContain('空缺')
    const xml = new PizZip(readFileSync(join(cwd, 'x.docx'))).file('word/document.xml')!.asText()
    const text = xml.replace(/<[^>]+>/g, '')
    expect(text).toContain('今天（截止日）已出 24 个月期限')
    expect(text).toContain('评估尚未审定，本说明仅供核对。')
    expect(text).not.toMatch(/[{}]|【缺/)
  })

  it('are the same bytes again, write no log entry, and go to a folder without a file name', async () => {
    const cwd = await at('run')
    const before = (await done(cwd, 'log list --json')).stdout
    for (const name of ['a', 'b']) await done(cwd, `evaluation explain ${HAND} --format docx -o ${name}.docx`)
    expect(sha256(join(cwd, 'a.docx'))).toBe(sha256(join(cwd, 'b.docx')))
    const { stdout } = await done(cwd, `evaluation explain ${HAND} --format html --out papers`)
    expect(stdout).toBe(`papers/逐项说明-110105-朝阳区-${HAND}-北京晴禾样例人力资源有限公司.html\n`)
    expect((await done(cwd, 'log list --json')).stdout).toBe(before)
  })

  it('Word on a terminal, an unknown format and a file that is there are refused', async () => {
    const cwd = await at('run')
    const screen = await here(cwd, `evaluation explain ${HAND} --format docx -o -`, { terminal: 'both' })
    expect([screen.code, screen.stdout, screen.stderr]).toEqual([2, '', expect.stringContaining('CX6004')])
    expect((await here(cwd, `evaluation explain ${HAND} --format pdf`)).code).toBe(2)
    writeFileSync(join(cwd, 'x.html'), '')
    const there = await here(cwd, `evaluation explain ${HAND} --format html -o x.html`)
    expect([there.code, there.stderr]).toEqual([5, expect.stringContaining('CX5008')])
  })
})

it('as CSV has a row for each indicator, rating, rule and near miss', async () => {
  const { stdout } = await done(await at('run'), `evaluation explain ${HAND} --format csv`)
  const lines = stdout.trimEnd().split('\r\n')
  expect(lines[0]).toBe('\uFEFF指标号,指标,满分,得分,累计,项目,结论,说明,依据')
  expect(lines.filter(line => /,指标,/.test(line.split(',').slice(4).join(',')))).toHaveLength(22)
  expect(stdout).toContain('4,行政处罚,2.50,0.00,,差一点,')
  expect(stdout).toContain('4,行政处罚,2.50,0.00,,规则,不满足,')
})

describe('a scheme with conditions, limits and a decision', () => {
  const CONDITION = `    rules:
      - {type: no_penalty, months: 24`
  const scheme = (db: Database.Database) => {
    const { source } = db.prepare('SELECT source FROM scheme').get() as { source: string }
    expect(source).toContain(CONDITION)
    rewrite(
      db,
      [CONDITION, `    required: true\n${CONDITION}`],
      [
        'categories:',
        `decision: {passed: 合格, failed: 不合格, min_total: 70, clause: 三}
grade_limits:
  - id: unlooked
    name: 满意率不足九成
    grade: D
    on: true
    clause: 四
    rules:
      - {type: ratio_at_least, fact: survey.satisfaction, min: 0.9, months: 12, clause: 四}
  - id: punished
    name: 两年内受过处罚
    grade: D
    on: true
    clause: 五
    rules:
      - {type: no_penalty, months: 24, clause: 五}
consequences:
  - {id: dismissal, name: 应予退出, grade: D, years: 1, clause: 六}
categories:`,
      ],
    )
  }

  it('names what fires, what is open, what is proposed, and decides', async () => {
    const cwd = await changed('scored', scheme)
    await done(cwd, 'evaluation run')
    const explained = await data<Explained>(cwd, `evaluation explain ${HAND}`)
    expect(explained).toMatchObject({
      ...{ total: '77.75', computed_grade: 'C', grade: 'D', decision: 'failed', decision_name: '不合格' },
      fired: [{ id: 'punished', kind: 'limit', name: '两年内受过处罚', grade: 'D', clause: '五' }],
      consequences: [{ id: 'dismissal', years: 1 }],
    })
    expect(explained.limits.map(l => [l.id, l.fires])).toEqual([
      ['unlooked', 'open'],
      ['punished', 'yes'],
    ])
    expect(explained.indicators[3]!.condition).toBe('not_met')
    const { stdout } = await done(cwd, `evaluation explain ${HAND}`)
    for (const text of [
      '等级 D（按总分为 C），结论：不合格',
      '等级限制“两年内受过处罚”：等级不高于 D（五）',
      '等级限制“满意率不足九成”缺佐证，可能使等级不高于 D（四）',
      '应予退出（提示，由人决定）：等级 D，六',
      '台账，附件1一4，不符合',
    ])
      expect(stdout).toContain(text)
  })

  it('check lists the open limit among what decides, and names what it lacks', async () => {
    const cwd = await changed('scored', scheme)
    const gaps = await data<{ uscc: string; code: string; open: boolean; weight: string; message: string }[]>(
      cwd,
      'evaluation check',
      3,
    )
    const own = gaps.filter(g => g.uscc === HAND && g.code === 'CX1292')
    expect(own).toMatchObject([{ open: true, weight: '0.00' }])
    expect(own[0]!.message).toContain('满意率不足九成')
  })
})

it('a version finalized with gaps says so and why, and a later version which it is', async () => {
  const cwd = await changed('scored', db => db.prepare('UPDATE evaluation SET reopened = 1').run())
  await done(cwd, 'evaluation run')
  const db = new Database(join(cwd, 'chengxin.db'))
  db.prepare("UPDATE evaluation SET partial_reason = '会议同意'").run()
  db.close()
  const { stdout } = await done(cwd, `evaluation explain ${HAND}`)
  expect(stdout).toContain('未审定，第 2 版\n')
  expect(stdout).toContain('带未定项审定，理由：会议同意\n')
})

it('a veto names its indicator and the grade it holds at; the computed grade stays, distances go', async () => {
  const cwd = await changed('scored', db =>
    rewrite(db, ['vetoes: {grade: D, indicators: []', 'vetoes: {grade: D, indicators: [4]']),
  )
  await done(cwd, 'evaluation run')
  expect(await data<Explained>(cwd, `evaluation explain ${HAND}`)).toMatchObject({
    ...{ computed_grade: 'C', grade: 'D', vetoes: [4] },
    fired: [{ id: 4, kind: 'veto', name: '行政处罚', grade: 'D', clause: 'default' }],
  })
  const { stdout } = await done(cwd, `evaluation explain ${HAND}`)
  expect(stdout).toContain('总分 77.75，等级 D（按总分为 C），第 1 名\n')
  expect(stdout).toContain('一票否决：4.行政处罚，等级不高于 D（本程序默认）')
})

describe('sheets set aside and points set by hand', () => {
  const HOW = (db: Database.Database) => {
    db.prepare(
      "UPDATE sheet SET withdrawn_on = '2013-11-01', withdrawn_reason = '误填' WHERE rater_kind = 'public'",
    ).run()
    db.prepare(
      `INSERT INTO override (evaluation_id, agency_id, indicator, points, reason, document)
       VALUES (1, (SELECT id FROM agency WHERE uscc = ?), 16, 400, '会议决定', '样例纪要1号')`,
    ).run(HAND)
  }

  it('are shown and not counted, with what would be computed', async () => {
    const cwd = await changed('scored', HOW)
    await done(cwd, 'evaluation run')
    const explained = await data<Explained>(cwd, `evaluation explain ${HAND}`)
    expect(explained.sheets).toEqual({ counted: 3, withdrawn: 1, excluded: 0 })
    expect(explained.indicators[15]).toMatchObject({
      score: '4.00',
      override: { points: '4.00', reason: '会议决定', computed: { min: '0.00', max: '0.00' } },
    })
    expect(explained.indicators[17]!.ratings[2]).toMatchObject({ count: 0, mean: null, set_aside: 1 })
    const { stdout } = await done(cwd, `evaluation explain ${HAND} --ratings`)
    for (const text of [
      '人工定分 4.00（计算为 0.00）：会议决定，样例纪要1号',
      '另有 1 份评分表不计入：撤回 1 份，评价人回避 0 份',
      '群众评价：未评，另有 1 份撤回或回避',
      '（已撤回）',
    ])
      expect(stdout).toContain(text)
  })

  it('check counts them, and names the kind that rates nobody any more', async () => {
    const cwd = await changed('scored', HOW)
    const ran = await here(cwd, 'evaluation check')
    expect([ran.code, ran.stderr]).toEqual([3, expect.stringContaining('份评分表不计入')])
    expect(ran.stdout).toContain('没有任何群众评价，方案中权重 30')
  })
})

describe('check', () => {
  it('keeps to a district', async () => {
    const cwd = await at('run')
    const gaps = await data<{ district_code: string }[]>(cwd, 'evaluation check --district 丰台区', 3)
    expect([...new Set(gaps.map(g => g.district_code))]).toEqual(['110106'])
    expect((await here(cwd, 'evaluation check --district 无此区')).code).toBe(4)
  })
})

describe('show', () => {
  type Row = { uscc: string; grade: string | null; grades: unknown; status: string; code: string; type: null }
  const codes = async (cwd: string, line: string) =>
    (await data<Row[]>(cwd, `evaluation show ${line}`)).map(r => r.uscc)

  it('tells the interval of grades where something is unknown', async () => {
    const rows = await data<Row[]>(await at('run'), 'evaluation show')
    expect(rows[0]).toMatchObject({ uscc: HAND, type: null, grades: { lowest: 'C', highest: 'C' } })
    expect(rows.find(r => r.uscc === LEFT)!.grades).toEqual({ lowest: 'D', highest: 'B' })
  })

  it('filters, sorts and stops', async () => {
    const cwd = await at('run')
    expect(await codes(cwd, '--grade C')).toEqual([HAND])
    expect(await codes(cwd, '--status complete')).toEqual([HAND])
    expect(await codes(cwd, '--status incomplete')).toHaveLength(4)
    expect(await codes(cwd, '--district 朝阳区')).toEqual([HAND])
    expect(await codes(cwd, '--limit 2')).toHaveLength(2)
    const byName = await codes(cwd, '--sort name')
    expect(await codes(cwd, '--sort name --descending')).toEqual([...byName].reverse())
  })

  it.each([['--limit 0'], ['--limit x'], ['--status x'], ['--sort x']])('refuses %s', async line => {
    expect((await here(await at('run'), `evaluation show ${line}`)).code).toBe(2)
  })
})
