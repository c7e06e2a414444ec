// Amounts, counts, choices, required cells and districts.
import { type Case, COMPLAINTS, csv, type Noun, PENALTIES, ROSTER } from '../case.ts'

const samples = { agency: ROSTER, complaint: COMPLAINTS, penalty: PENALTIES }
type Kind = Noun & keyof typeof samples

const wrong = (
  file: string,
  what: string,
  [noun, column, value]: readonly [Kind, string, string],
  code: string,
  ...says: string[]
): Case => ({
  file,
  what,
  noun,
  bytes: csv(samples[noun], { [column]: value.includes(',') ? `"${value}"` : value }),
  refused: [{ code, line: 3, column, value, says: [value, ...says] }],
})
const right = (
  file: string,
  what: string,
  [noun, column, value]: readonly [Kind, string, string],
  stored: Record<string, unknown>,
): Case => ({
  file,
  what,
  noun,
  bytes: csv(samples[noun], { [column]: value.includes(',') ? `"${value}"` : value }),
  encoding: 'utf-8',
  stored: [{}, stored],
})

const fine = (value: string) => ['penalty', '罚款金额', value] as const
const staff = (value: string) => ['agency', '从业人员数', value] as const
const district = (value: string) => ['agency', '推荐范围', value] as const
/** 朝阳区 is 110105 in the sample; another name goes with another code. */
const placed = (file: string, what: string, name: string, code: string, stored: string): Case => ({
  file,
  what,
  noun: 'agency',
  bytes: csv(ROSTER, { 推荐范围: name, 区划代码: code }),
  encoding: 'utf-8',
  stored: [{ district_code: '110105' }, { district_code: stored }],
})

export const values: readonly Case[] = [
  right('fine-marks.csv', 'thousands marks', fine('12,500.00'), { fine_fen: 1_250_000 }),
  right('fine-unit.csv', 'with its unit', fine('5000元'), { fine_fen: 500_000 }),
  right('fine-wide.csv', 'full-width digits', fine('５０００．５'), { fine_fen: 500_050 }),
  right('fine-none.csv', 'a dash for nothing', fine('—'), { fine_fen: null }),
  wrong('fine-decimals.csv', 'too many decimals', fine('5000.001'), 'CX1036', '2 位'),
  wrong('fine-negative.csv', 'negative', fine('-5000'), 'CX1034', '0'),
  wrong('fine-words.csv', 'words', fine('五千'), 'CX1033', '不是数'),
  {
    file: 'fine-wan.csv',
    what: 'a unit of ten thousand',
    noun: 'penalty',
    bytes: csv(PENALTIES, { 罚款金额: '0.5万元' }),
    refused: [{ code: 'CX1033', line: 3, column: '罚款金额', value: '0.5万元', says: ['0.5万', '不是数'] }],
  },
  wrong('fine-marks-wrong.csv', 'marks that are none', fine('12,50.00'), 'CX1033', '不是数'),
  wrong('fine-exponent.csv', 'a power of ten', fine('1.25E+04'), 'CX1033', '不是数'),
  wrong('fine-two.csv', 'two amounts', fine('500/1000'), 'CX1033', '不是数'),
  right('staff-unit.csv', 'a count with its unit', staff('12人'), { staff_count: 12 }),
  wrong('staff-half.csv', 'half a person', staff('12.5'), 'CX1036', '0 位'),
  wrong('staff-about.csv', 'about', staff('约12'), 'CX1033', '不是数'),
  wrong('staff-range.csv', 'from and to', staff('10-20'), 'CX1033', '不是数'),
  wrong('staff-many.csv', 'more than there can be', staff('1000001'), 'CX1034', '1000000'),
  wrong(
    'kind-unknown.csv',
    'a kind not in the list',
    ['agency', '机构类别', '营利性'],
    'CX1032',
    '经营性、公共、市属',
  ),
  wrong(
    'category-unknown.csv',
    'a category not in the list',
    ['complaint', '类别', '吵架'],
    'CX1032',
    '虚假信息、收费争议',
  ),
  wrong('yes-unknown.csv', 'neither yes nor no', ['complaint', '涉不诚信', '可能'], 'CX1032', '是、否'),
  {
    file: 'penalty-kind.csv',
    what: 'one of two kinds not in the list',
    noun: 'penalty',
    bytes: csv(PENALTIES, { 处罚种类: '罚款；约谈' }),
    refused: [
      {
        code: 'CX1032',
        line: 3,
        column: '处罚种类',
        value: '罚款；约谈',
        says: ['“约谈”', '警告、通报批评'],
      },
    ],
  },
  {
    file: 'required-blank.csv',
    what: 'a required cell blank',
    noun: 'complaint',
    bytes: csv(COMPLAINTS, { 类别: ' ' }),
    refused: [{ code: 'CX1023', line: 3, column: '类别', value: ' ', says: ['“类别”没有填'] }],
  },
  {
    file: 'required-dash.csv',
    what: 'a dash where a value is required',
    noun: 'complaint',
    bytes: csv(COMPLAINTS, { 类别: '无' }),
    refused: [{ code: 'CX1023', line: 3, column: '类别', value: '无', says: ['“类别”没有填'] }],
  },
  {
    file: 'name-blank.csv',
    what: 'an agency without a name',
    noun: 'agency',
    bytes: csv(ROSTER, { 机构名称: '' }),
    refused: [{ code: 'CX1023', line: 3, column: '机构名称', value: '', says: ['“机构名称”没有填'] }],
  },
  wrong(
    'district-unknown.csv',
    'no such district, with the nearest',
    district('朝杨区'),
    'CX1054',
    '是否为：朝阳区',
  ),
  wrong('district-far.csv', 'no such district, none near', district('浦东新区'), 'CX1054'),
  wrong('district-code.csv', 'no such district code', ['agency', '区划代码', '110199'], 'CX1054', '110105'),
  {
    file: 'district-contradicts.csv',
    what: 'name and code of a district disagree',
    noun: 'agency',
    bytes: csv(ROSTER, { 区划代码: '110108' }),
    refused: [{ code: 'CX1055', line: 3, column: '区划代码', value: '110108', says: ['“朝阳区”', '110108'] }],
  },
  {
    file: 'district-blank.csv',
    what: 'neither name nor code of a district',
    noun: 'agency',
    bytes: csv(ROSTER, { 推荐范围: '', 区划代码: '' }),
    refused: [{ code: 'CX1023', line: 3, column: '推荐范围', value: '', says: ['“推荐范围”没有填'] }],
  },
  placed('district-old.csv', 'the old name and code of a district', '密云县', '110228', '110228'),
  placed('district-new.csv', 'the new name of a district with its old code', '密云区', '110228', '110228'),
  placed('district-new-code.csv', 'the new name and code', '密云区', '110118', '110228'),
  placed('district-city.csv', "the city's name in front", '北京市朝阳区', '', '110105'),
  placed('district-by-code.csv', 'a code only', '', '110105', '110105'),
]
