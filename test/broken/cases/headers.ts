// The header: missing, doubled, unknown and differently written columns.
import { type Case, csv, lines, ROSTER, SCORES } from '../case.ts'

const noun = 'agency'
const encoding = 'utf-8'
const sound = csv(ROSTER)
const stored = [{ uscc: '91110105CXYL02506T' }, { uscc: '91110105CXYL024935', staff_count: 12 }]

export const headers: readonly Case[] = [
  {
    file: 'twice.csv',
    what: 'one header twice',
    noun,
    bytes: sound.replace('联系电话', '从业人员数'),
    refused: [{ code: 'CX1021', line: 1, column: '从业人员数', says: ['从业人员数'] }],
  },
  {
    file: 'two-aliases.csv',
    what: 'two names of one field',
    noun,
    bytes: sound.replace('许可证编号', '单位名称'),
    refused: [{ code: 'CX1021', line: 1, column: '单位名称', says: ['机构名称', '单位名称'] }],
  },
  {
    file: 'missing.csv',
    what: 'a required column with a name near to it',
    noun,
    bytes: sound.replace('机构类别', '机构类型'),
    warned: [{ code: 'CX1022', line: 1, column: '机构类型' }],
    refused: [{ code: 'CX1020', line: 1, says: ['机构类别', '是否为：机构类型'] }],
  },
  {
    file: 'missing-name.csv',
    what: 'a required column with nothing near to it',
    noun,
    bytes: sound.replace('机构名称', '甲乙丙丁戊'),
    warned: [{ code: 'CX1022', line: 1, column: '甲乙丙丁戊' }],
    refused: [{ code: 'CX1020', line: 1, says: ['机构名称'] }],
  },
  {
    file: 'missing-place.csv',
    what: 'neither a district nor its code',
    noun,
    bytes: lines('机构名称,机构类别', '北京银杏样例人力资源有限公司,经营性'),
    refused: [{ code: 'CX1020', line: 1, says: ['推荐范围'] }],
  },
  {
    file: 'no-header.csv',
    what: 'rows without a header',
    noun,
    bytes: lines(...ROSTER.rows.map(r => r.join(','))),
    refused: [
      { code: 'CX1020', line: 1, says: ['机构名称'] },
      { code: 'CX1020', line: 1, says: ['机构类别'] },
      { code: 'CX1020', line: 1, says: ['推荐范围'] },
    ],
    warned: ROSTER.rows[0]!.map(column => ({ code: 'CX1022', line: 1, column })),
  },
  {
    file: 'unknown.csv',
    what: 'an unknown column: a warning, the rest comes in',
    noun,
    bytes: sound.replace('联系电话', '星座'),
    warned: [{ code: 'CX1022', line: 1, column: '星座', says: ['星座'] }],
    encoding,
    stored: [{ phone: null }, { phone: null, staff_count: 12 }],
  },
  {
    file: 'aliases.csv',
    what: 'other names, wide brackets, spaces, marks and keys as headers',
    noun,
    bytes: sound
      .replace('机构名称', '* 单位名称')
      .replace('统一社会信用代码', '统一社会 信用代码（１８位）')
      .replace('机构类别', 'agency_kind')
      .replace('许可证编号', '"许可证号\r\n(编号)"')
      .replace('从业人员数', '从业人数（人）'),
    encoding,
    stored,
  },
  {
    file: 'number-and-name.csv',
    what: 'number and name of a score column contradict',
    noun: 'evaluation',
    bytes: csv(SCORES).replace('6.服务规程', '6.服务记录'),
    refused: [{ code: 'CX1066', line: 1, column: '6.服务记录', says: ['6.服务规程'] }],
  },
]
