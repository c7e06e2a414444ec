// Which agency a row means: twice in a file, not on the roster, more than one, another's number.
import { type Case, COMPLAINTS, csv, lines, PENALTIES, ROSTER } from '../case.ts'

const HEAD = '机构名称,统一社会信用代码,机构类别,推荐范围,许可证编号'
const NAME = '北京晴禾样例人力资源有限公司'
/** Two agencies of one name in two districts; neither has a code. */
const namesakes = lines(
  HEAD,
  '北京同名样例公司,,经营性,朝阳区,样例甲',
  '北京同名样例公司,,经营性,海淀区,样例乙',
)
const complaint = 'TS-901,2013-03-01,其他,'
const complaints = (agency: string) =>
  lines('投诉编号,收到日期,类别,统一社会信用代码,被投诉机构', complaint + agency)

export const agencies: readonly Case[] = [
  {
    file: 'two-rows-code.csv',
    what: 'two rows of one credit code',
    noun: 'agency',
    bytes: csv(ROSTER, { 统一社会信用代码: '91110105CXYL02506T' }),
    refused: [
      {
        code: 'CX1052',
        line: 3,
        column: '统一社会信用代码',
        value: '91110105CXYL02506T',
        says: ['与第 2 行重复'],
      },
    ],
  },
  {
    file: 'two-rows-license.csv',
    what: 'two rows of one license number',
    noun: 'agency',
    bytes: csv(ROSTER, { 许可证编号: '样例第0098号' }),
    refused: [
      { code: 'CX1052', line: 3, column: '许可证编号', value: '样例第0098号', says: ['与第 2 行重复'] },
    ],
  },
  {
    file: 'two-rows-name.csv',
    what: 'two rows of one name in one district, one without its code',
    noun: 'agency',
    bytes: csv(ROSTER, { 机构名称: '北京青松样例人才 服务有限公司', 统一社会信用代码: '', 许可证编号: '' }),
    refused: [
      {
        code: 'CX1052',
        line: 3,
        column: '机构名称',
        value: '北京青松样例人才 服务有限公司',
        says: ['与第 2 行重复'],
      },
    ],
  },
  {
    file: 'two-rows-on-file.csv',
    what: 'two rows of one agency on file, by its code and by its license',
    noun: 'agency',
    bytes: lines(
      HEAD,
      `${NAME},91110105CXJG000159,经营性,朝阳区,`,
      '改了名的样例公司,,经营性,朝阳区,样例人服证字110105第0001号',
    ),
    refused: [
      { code: 'CX1052', line: 3, column: '机构名称', value: '改了名的样例公司', says: ['与第 2 行重复'] },
    ],
  },
  {
    file: 'namesake.csv',
    what: 'two names alike in one district with codes that differ: a warning, both come in',
    noun: 'agency',
    bytes: csv(ROSTER, { 机构名称: '北京青松样例人才服务有限公司' }),
    warned: [
      {
        code: 'CX1065',
        line: 3,
        column: '机构名称',
        value: '北京青松样例人才服务有限公司',
        says: ['第 2 行'],
      },
    ],
    encoding: 'utf-8',
    stored: [{ uscc: '91110105CXYL02506T' }, { uscc: '91110105CXYL024935' }],
  },
  {
    file: 'license-of-another.csv',
    what: 'the license number of another agency',
    noun: 'agency',
    bytes: csv(ROSTER, { 许可证编号: '样例人服证字110105第0001号' }),
    refused: [
      {
        code: 'CX1056',
        line: 3,
        column: '许可证编号',
        value: '样例人服证字110105第0001号',
        says: [NAME, '91110105CXJG000159'],
      },
    ],
  },
  {
    file: 'unknown-code.csv',
    what: 'a record for a code not on the roster, one character from one that is',
    noun: 'complaint',
    bytes: complaints('91110105CXYL024935,'.replace(',', `,${NAME}`)),
    refused: [
      {
        code: 'CX1050',
        line: 2,
        column: '统一社会信用代码',
        value: '91110105CXYL024935',
        says: ['91110105CXJG000159'],
      },
    ],
  },
  {
    file: 'unknown-name.csv',
    what: 'a record for a name not on the roster, with the nearest',
    noun: 'complaint',
    bytes: complaints(',北京晴和样例人力资源有限公司'),
    refused: [
      {
        code: 'CX1050',
        line: 2,
        column: '被投诉机构',
        value: '北京晴和样例人力资源有限公司',
        says: [`是否为：${NAME}`],
      },
    ],
  },
  {
    file: 'unknown-far.csv',
    what: 'a record for a name not on the roster, none near',
    noun: 'penalty',
    bytes: csv(PENALTIES, { 统一社会信用代码: '', 机构名称: '上海某公司' }),
    refused: [{ code: 'CX1050', line: 3, column: '机构名称', value: '上海某公司', says: ['先导入名录'] }],
  },
  {
    file: 'two-of-a-name.csv',
    what: 'a name that two agencies on the roster have',
    noun: 'complaint',
    before: [['agency', namesakes]],
    bytes: complaints(',北京同名样例公司'),
    refused: [
      {
        code: 'CX1051',
        line: 2,
        column: '被投诉机构',
        value: '北京同名样例公司',
        says: ['样例甲', '样例乙'],
      },
    ],
  },
  {
    file: 'other-name.csv',
    what: 'a code and the name of another agency: a warning, the code decides',
    noun: 'complaint',
    bytes: complaints('91110105CXJG000159,北京石榴籽样例人才服务有限公司'),
    warned: [
      {
        code: 'CX1053',
        line: 2,
        column: '被投诉机构',
        value: '北京石榴籽样例人才服务有限公司',
        says: [NAME],
      },
    ],
    encoding: 'utf-8',
    stored: [{ complaint_no: 'TS-901', agency_id: 1 }],
  },
  {
    file: 'name-spaced.csv',
    what: 'a name with wide brackets and spaces within is the same name',
    noun: 'complaint',
    before: [['agency', lines(HEAD, '样例(北京)有限公司,,经营性,朝阳区,样例丙')]],
    bytes: complaints(',样例（北京） 有限公司'),
    encoding: 'utf-8',
    stored: [{ complaint_no: 'TS-901', agency_id: 6 }],
  },
  {
    file: 'same-complaint.csv',
    what: 'one complaint twice',
    noun: 'complaint',
    bytes: csv(COMPLAINTS, { 投诉编号: 'TS-901' }),
    refused: [
      { code: 'CX1052', line: 3, column: '投诉编号', value: 'TS-901', says: ['与第 2 行重复', 'TS-901'] },
    ],
  },
  {
    file: 'same-penalty.csv',
    what: 'one decision twice',
    noun: 'penalty',
    bytes: csv(PENALTIES, { 处罚决定书文号: '样例罚字1号' }),
    refused: [
      {
        code: 'CX1052',
        line: 3,
        column: '处罚决定书文号',
        value: '样例罚字1号',
        says: ['与第 2 行重复'],
      },
    ],
  },
  {
    file: 'same-activity.csv',
    what: 'one activity twice',
    noun: 'activity',
    bytes: lines(
      '机构名称,活动类型,活动名称,日期',
      `${NAME},培训,法规培训,2013-03-01`,
      `${NAME},培训,法规培训,2013/3/1`,
    ),
    refused: [{ code: 'CX1052', line: 3, column: '机构名称', value: NAME, says: ['与第 2 行重复'] }],
  },
  {
    file: 'same-honor.csv',
    what: 'one honor twice',
    noun: 'honor',
    bytes: lines('持有者,荣誉名称,授予日期', `${NAME},样例奖,2012-05-01`, `${NAME},样例奖,2012-05-01`),
    refused: [{ code: 'CX1052', line: 3, column: '持有者', value: NAME, says: ['与第 2 行重复'] }],
  },
  {
    file: 'same-certificate.csv',
    what: 'one certificate twice',
    noun: 'honor',
    bytes: lines(
      '证书编号,持有者,荣誉名称,授予日期',
      `证1,${NAME},样例奖,2012-05-01`,
      `证1,${NAME},另一奖,2012-05-01`,
    ),
    refused: [{ code: 'CX1052', line: 3, column: '证书编号', value: '证1', says: ['与第 2 行重复', '证1'] }],
  },
  {
    file: 'same-inspection.csv',
    what: 'one inspection twice',
    noun: 'inspection',
    bytes: lines(
      '机构名称,检查日期,检查批次,检查人员',
      `${NAME},2013-03-01,第一批,甲、乙`,
      `${NAME},2013-03-01,第一批,甲、乙`,
    ),
    refused: [{ code: 'CX1052', line: 3, column: '检查批次', value: '第一批', says: ['与第 2 行重复'] }],
  },
]
