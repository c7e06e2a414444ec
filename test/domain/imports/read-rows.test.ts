// Headers matched to columns and rows turned into values; every problem of every row is reported.

import { describe, expect, it } from 'vitest'
import type { Column } from '../../../src/domain/imports/column.ts'
import {
  type HeaderRules,
  headerTest,
  matchHeader,
  type PlaceOf,
} from '../../../src/domain/imports/read-rows.ts'
import type { Problem } from '../../../src/domain/problem.ts'
import { activityKind } from '../../../src/domain/records/activity.ts'
import { commitmentKind } from '../../../src/domain/records/commitment.ts'
import { complaintKind } from '../../../src/domain/records/complaint.ts'
import { honorKind } from '../../../src/domain/records/honor.ts'
import { inspectionKind } from '../../../src/domain/records/inspection.ts'
import { penaltyKind } from '../../../src/domain/records/penalty.ts'
import { rosterColumns } from '../../../src/domain/roster/agency.ts'
import { sheetColumns } from '../../../src/domain/score/sheet-columns.ts'
import type { TableHead } from '../../../src/domain/table.ts'
import { headerKey } from '../../../src/domain/text.ts'
import { beijing } from '../fixtures.ts'

const columns: readonly Column[] = [
  { key: 'name', headers: ['机构名称', '单位名称'], type: { is: 'text' }, required: true },
  { key: 'population', headers: ['常住人口'], type: { is: 'int', max: 10_000 } },
  { key: 'opened', headers: ['日期'], type: { is: 'day' } },
  { key: 'district', headers: ['推荐范围', '所属区县'], type: { is: 'text' } },
  { key: 'district_code', headers: ['区划代码'], type: { is: 'code' } },
  {
    key: 'rating_5',
    headers: ['5信息公示', '信息公示', '5'],
    number: 5,
    type: { is: 'points', max: 375, indicator: '5' },
  },
]

interface Given {
  head: TableHead
  rows: { line: number; cells: string[] }[]
}

function table(header: string[], ...rows: string[][]): Given {
  return {
    head: { file: 'a.csv', encoding: 'utf-8', headerLine: 1, header, firstColumn: 0 },
    rows: rows.map((cells, i) => ({ line: i + 2, cells })),
  }
}

function read({ head, rows }: Given, rules: HeaderRules = {}) {
  const place: PlaceOf = (h, line, column) => ({
    file: h.file,
    line,
    ...(column === undefined ? {} : { column: h.header[column]! }),
  })
  const { reader, problems, warnings } = matchHeader(head, columns, place, rules)
  const all = rows.map(row => ({ line: row.line, ...reader.read(row) }))
  return {
    headerProblems: problems,
    warnings,
    present: reader.present,
    rows: all.filter(row => row.problems.length === 0),
    bad: new Map(all.filter(row => row.problems.length > 0).map(row => [row.line, row.problems])),
  }
}

const brief = (problems: readonly Problem[]) =>
  problems.map(p => [p.code, p.place.line ?? null, p.place.column ?? null, p.field ?? null, p.value ?? null])

describe('a column that is required unless another field is filled', () => {
  const either: readonly Column[] = [
    { key: 'name', headers: ['机构名称'], type: { is: 'text' }, required: true, unless: 'subject' },
    { key: 'year', headers: ['年度'], type: { is: 'year' }, required: true },
    { key: 'subject', headers: ['主体'], type: { is: 'text' } },
  ]
  const found = (header: string[], ...rows: string[][]) => {
    const { head, rows: given } = table(header, ...rows)
    const { reader, problems } = matchHeader(head, either, (h, line) => ({ file: h.file, line }))
    return [problems, ...given.map(row => reader.read(row).problems)].map(all =>
      all.map(p => [p.code, p.field ?? null]),
    )
  }

  it.each([
    [
      ['机构名称', '年度', '主体'],
      ['甲', '2012', ''],
      [[], []],
    ],
    [
      ['机构名称', '年度', '主体'],
      ['', '2012', '乙'],
      [[], []],
    ],
    [
      ['机构名称', '年度', '主体'],
      ['', '2012', ' '],
      [[], [['CX1023', 'name']]],
    ],
    [
      ['主体', '年度'],
      ['', '2012'],
      [[], []],
    ],
    [
      ['机构名称', '年度'],
      ['', '2012'],
      [[], [['CX1023', 'name']]],
    ],
    [
      ['年度', '备注'],
      ['2012', ''],
      [[['CX1020', 'name']], []],
    ],
    [
      ['机构名称', '主体'],
      ['甲', '乙'],
      [[['CX1020', 'year']], []],
    ],
  ])('%j with %j: %j', (header, row, expected) => {
    expect(found(header, row)).toEqual(expected)
  })
})

describe('the header', () => {
  it.each([
    ['the official header', '机构名称', 'name'],
    ['an alias', '单位名称', 'name'],
    ['the JSON key', 'name', 'name'],
    ['the JSON key in capitals', 'Name', 'name'],
    ['a required mark', '机构名称*', 'name'],
    ['spaces inside', '机构 名称', 'name'],
    ['a line break inside', '机构\n名称', 'name'],
    ['full-width letters', 'ｎａｍｅ', 'name'],
    ['a bracketed remark', '常住人口(万人)', 'population'],
    ['a full-width bracketed remark', '常住人口（万人）*', 'population'],
    ['its number and name', '5.信息公示', 'rating_5'],
    ['its number and a changed name', '5.公开情况', 'rating_5'],
    ['its number with an ideographic comma', '5、信息公示', 'rating_5'],
    ['its number with a full-width dot', '５．信息公示', 'rating_5'],
    ['its name without number', '信息公示', 'rating_5'],
    ['its number alone', '5', 'rating_5'],
  ])('finds a column by %s: %s', (_, header, key) => {
    const result = read(key === 'name' ? table([header], ['1']) : table([header, '机构名称'], ['1', '甲']))
    expect([...result.headerProblems, ...result.warnings]).toEqual([])
    expect(result.rows[0]!.values[key]).toBe({ name: '1', population: 1, rating_5: 1_000_000 }[key])
    expect(result.present.has(key)).toBe(true)
  })

  it('warns of an unknown column, reads on and names the column', () => {
    const result = read(table(['机构名称', '备注'], ['甲', '乙']))
    expect(result.warnings.map(w => [w.code, w.params])).toEqual([['CX1022', { header: '备注' }]])
    expect(result.rows.map(r => r.values.name)).toEqual(['甲'])
  })

  it('says nothing of a column without header', () => {
    const result = read(table(['机构名称', '', ' '], ['甲', '', '']))
    expect([result.warnings, result.headerProblems]).toEqual([[], []])
  })

  it('refuses two columns for one field, naming both headers', () => {
    const result = read(table(['机构名称', '单位名称'], ['甲', '乙']))
    expect(result.headerProblems.map(p => [p.code, p.params])).toEqual([
      ['CX1021', { header: '单位名称', first: '机构名称' }],
    ])
  })

  it('refuses a missing required column and offers the nearest header', () => {
    const result = read(table(['机构名', '日期'], ['甲', '2013-01-01']))
    expect(result.headerProblems.map(p => [p.code, p.params])).toEqual([
      ['CX1020', { header: '机构名称', nearest: '机构名' }],
    ])
  })

  it('refuses a missing required column without anything near it', () => {
    const result = read(table(['日期'], ['2013-01-01']))
    expect(result.headerProblems.map(p => p.params)).toEqual([{ header: '机构名称', nearest: '' }])
  })

  it.each([
    [['机构名称'], ['CX1020']],
    [['机构名称', '推荐范围'], []],
    [['机构名称', '区划代码'], []],
    [['机构名称', '推荐范围', '区划代码'], []],
  ])('with %j asks for one of district and code: %j', (header, codes) => {
    const result = read(
      table(
        header,
        header.map(() => '110105'),
      ),
      { oneOf: [['district', 'district_code']] },
    )
    expect(result.headerProblems.map(p => p.code)).toEqual(codes)
  })

  it('reports all problems of the header at once', () => {
    const result = read(table(['日期', '日期', '备注'], ['', '', '']), {
      oneOf: [['district', 'district_code']],
    })
    expect(result.headerProblems.map(p => p.code).sort()).toEqual(['CX1020', 'CX1020', 'CX1021'])
    expect(result.warnings.map(p => p.code)).toEqual(['CX1022'])
  })
})

describe('the rows', () => {
  it('become values by key; missing columns and empty cells are null', () => {
    const result = read(table(['机构名称', '日期', '常住人口'], ['甲', '2012/4/9', ''], ['乙', '-', '1,200']))
    expect(result.rows.map(r => [r.line, r.values])).toEqual([
      [
        2,
        {
          name: '甲',
          opened: '2012-04-09',
          population: null,
          district: null,
          district_code: null,
          rating_5: null,
        },
      ],
      [
        3,
        { name: '乙', opened: null, population: 1200, district: null, district_code: null, rating_5: null },
      ],
    ])
  })

  it('with several problems report every one, with line, header, field and the value as it stood', () => {
    const result = read(
      table(
        ['单位名称', '日期', '常住人口'],
        ['', '2013-02-29', '很多'],
        ['乙', '2013-01-01', '5'],
        ['丙', '12/4/9', ''],
      ),
    )
    expect([...result.bad].map(([index, problems]) => [index, brief(problems)])).toEqual([
      [
        2,
        [
          ['CX1023', 2, '单位名称', 'name', ''],
          ['CX1030', 2, '日期', 'opened', '2013-02-29'],
          ['CX1033', 2, '常住人口', 'population', '很多'],
        ],
      ],
      [4, [['CX1031', 4, '日期', 'opened', '12/4/9']]],
    ])
    expect(result.rows.map(r => r.values.name)).toEqual(['乙'])
  })

  it('with fewer cells than the header have the missing ones empty', () => {
    const result = read(table(['机构名称', '日期'], ['甲']))
    expect(result.rows[0]!.values.opened).toBe(null)
  })

  it('refuse a required cell that only says that there is nothing', () => {
    const result = read(table(['机构名称'], ['   ']))
    expect(brief(result.bad.get(2)!)).toEqual([['CX1023', 2, '机构名称', 'name', '   ']])
  })
})

describe('the columns of every file', () => {
  const kinds: [string, readonly Column[]][] = [
    ['roster', rosterColumns],
    ['complaint', complaintKind.columns],
    ['penalty', penaltyKind.columns],
    ['honor', honorKind.columns],
    ['commitment', commitmentKind.columns],
    ['activity', activityKind.columns],
    ['inspection', inspectionKind.columns],
    ['sheet', sheetColumns(beijing())],
  ]

  it.each(kinds)('of a %s claim no header twice', (_, list) => {
    const owner = new Map<string, string>()
    const clashes: string[] = []
    for (const column of list) {
      for (const header of new Set([column.key, ...column.headers].map(headerKey))) {
        if (owner.has(header)) clashes.push(`${header}: ${owner.get(header)}, ${column.key}`)
        owner.set(header, column.key)
      }
    }
    expect(clashes).toEqual([])
  })

  const documented: [string, readonly Column[], string][] = [
    [
      'roster',
      rosterColumns,
      '序号 机构名称 单位名称 企业名称 统一社会信用代码 信用代码 社会信用代码 机构类别 机构性质 许可证编号 许可证号 证号 发证机关 发证日期 有效期至 有效期限 到期日 法定代表人 负责人 住所地址 地址 经营地址 推荐范围 所属区县 辖区 区划代码 联系电话 电话 服务范围 业务范围 从业起始日期 从业人员数 标准等级 年检年份 年检结论 年报 状态 seq name uscc agency_kind ownership license_no issuer issued_on valid_to legal_rep address district area_code phone scope business_start staff_count standard_grade 所属集团 集团 集团公司 corporate_group annual_year annual_result status license_status district_code kind',
    ],
    [
      'complaint',
      complaintKind.columns,
      '投诉编号 收到日期 渠道 被投诉机构 统一社会信用代码 投诉人 联系方式 类别 事项摘要 涉不诚信 受理日期 办结时限 办结日期 查处结论 处理结果 承办人 complaint_no received_on channel agency_name uscc complainant contact category summary dishonest accepted_on due_on closed_on finding outcome handler',
    ],
    [
      'penalty',
      penaltyKind.columns,
      '处罚决定书文号 统一社会信用代码 机构名称 处罚机关 违法事实 处罚依据 处罚种类 罚款金额 没收金额 决定日期 公示日期 状态 撤销日期 decision_no uscc agency_name authority fact basis kind fine_yuan confiscated_yuan decision_date published_on status revoked_on',
    ],
    [
      'honor',
      honorKind.columns,
      '证书编号 统一社会信用代码 持有者 持有者类型 荣誉名称 级别 授予机关 授予日期 有效期至 标牌编号 状态 撤销日期 撤销原因 cert_no uscc holder holder_kind title level issuer granted_on valid_to plate_no status revoked_on reason',
    ],
    [
      'inspection',
      inspectionKind.columns,
      '检查批次 检查日期 统一社会信用代码 机构名称 检查机关 检查人员 配合检查 SC-01 SC-20 发现问题 处理措施 整改期限 整改完成日期 batch date uscc agency_name authority officers cooperated findings measure rectify_due rectified_on',
    ],
    [
      'sheet',
      sheetColumns(beijing()),
      '评估年度 方案 统一社会信用代码 机构名称 评价主体 评价人 指标号 得分 依据 备注 year scheme uscc name rater_kind rater note',
    ],
  ]
  it.each(documented)(
    'of a %s answer to every header and alias that the contract names',
    (_, list, words) => {
      const known = new Set(list.flatMap(c => [c.key, ...c.headers].map(headerKey)))
      expect(words.split(' ').filter(word => !known.has(headerKey(word)))).toEqual([])
    },
  )
})

describe('a row known as the header', () => {
  it.each([
    ['two names', ['单位名称', '', '日期'], true],
    ['a name with a remark and a number', ['常住人口（万人）', '5.任何名称'], true],
    ['a key and a name with spaces', ['name', ' 区划 代码*'], true],
    ['one name', ['机构名称', '地址'], false],
    ['one field twice', ['机构名称', '单位名称'], false],
    ['a title of two texts', ['填报单位：样例局', '填报日期：2013-05-01'], false],
    ['data', ['北京晴禾样例人力资源有限公司', '2013-05-01', '朝阳区'], false],
    ['nothing', [], false],
  ])('%s', (_, cells, is) => expect(headerTest(columns)(cells)).toBe(is))

  it('may be known by what the clerk said of its headers', () => {
    const mapping = new Map([
      ['甲', 'name'],
      ['乙', 'opened'],
    ])
    expect(headerTest(columns, mapping)(['甲', '乙'])).toBe(true)
    expect(headerTest(columns)(['甲', '乙'])).toBe(false)
  })
})
