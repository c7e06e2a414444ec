// The rows that the benchmark imports: a roster of any length and complaints about its agencies. Every row follows
// from its number alone, so that a file can be written piece by piece and a database be compared with it later.

import { addDays, addYears } from '../samples/generator/days.ts'
import { DISTRICTS } from '../samples/generator/districts.ts'
import { type Random, randomFor } from '../samples/generator/random.ts'

export const ROSTER_HEADER: readonly string[] = [
  '序号',
  '机构名称',
  '统一社会信用代码',
  '机构类别',
  '机构性质',
  '许可证编号',
  '发证机关',
  '发证日期',
  '有效期至',
  '法定代表人',
  '住所地址',
  '推荐范围',
  '区划代码',
  '联系电话',
  '服务范围',
]
export const COMPLAINT_HEADER: readonly string[] = [
  '投诉编号',
  '收到日期',
  '渠道',
  '被投诉机构',
  '统一社会信用代码',
  '类别',
  '事项摘要',
  '涉不诚信',
]

const FIRST = '云晨青松瑞恒嘉博盛海明远安泰华锐智卓信立新启众拓汇德仁善和同天宏润佳正元文景春秋'
const SECOND = '杉禾林泽源途帆桥川达屿峰宁芸舟程航晟诺捷坤翔联创业轩韵桦麓谷岭原野溪岸堂苑汀槐榆'
const COMPANIES = [
  '人力资源有限公司',
  '人力资源服务有限公司',
  '劳务派遣有限公司',
  '人才服务有限公司',
  '职业介绍有限公司',
  '企业管理咨询有限公司',
]
const GIVEN =
  '建国 丽华 志强 秀英 海燕 文博 晓东 玉兰 立新 春梅 永康 雪松 佳怡 明哲 桂芳 思远 振宇 静雅 国庆'.split(' ')
const STREETS = ['路', '街', '大街', '巷', '胡同', '东路', '西路', '南街', '北里']
const SCOPES = [
  '职业中介活动',
  '劳务派遣',
  '劳务派遣;职业中介活动',
  '人力资源信息咨询;高级人才寻访',
  '人才推荐;人才招聘;人才培训',
]
/** A comma inside makes a quoted cell. */
const QUOTED_SCOPE = '职业中介活动,人力资源培训'
/** A jurisdiction as often as it has agencies in the samples. */
const PLACES = DISTRICTS.flatMap(district => new Array<typeof district>(district.agencies).fill(district))

const SUMMARIES = ['发布岗位与实际不符', '退费迟延', '未缴社保', '服务未按合同', '称"包上岗",收费后无岗位']
const CATEGORIES = ['虚假信息', '收费争议', '用工权益', '客户权益', '其他']

/** Row `i` of the roster, counted from 0, in the order of the header. */
export function rosterRow(i: number): string[] {
  const random = randomFor(`bench ${i}`)
  const district = random.pick(PLACES)
  const city = district.code === '110000'
  const isPublic = random.chance(0.12)
  const association = !isPublic && random.chance(0.08)
  const company = random.pick(['民营企业', '民营企业', '民营企业', '国有企业', '外商投资企业'])
  const issued = addDays('2004-02-01', random.int(0, 3500))
  const department = isPublic ? '12' : association ? '52' : '91'
  return [
    String(i + 1),
    isPublic
      ? `北京${brand(i)}样例公共就业服务中心`
      : `北京${brand(i)}样例${association ? '职业介绍服务社' : random.pick(COMPANIES)}`,
    creditCode(department, district.code, i),
    city ? '市属' : isPublic ? '公共' : '经营性',
    isPublic ? '事业单位' : association ? '民办非企业' : company,
    `样例人服证字${district.code}第${String(i + 1).padStart(7, '0')}号`,
    district.issuer,
    issued,
    addDays(addYears(issued, random.pick([3, 5])), -1),
    `样${random.pick(GIVEN)}`,
    address(random, city ? '东城区' : district.name),
    district.name,
    district.code,
    `010-0000${random.int(1000, 9999)}`,
    random.chance(0.1) ? QUOTED_SCOPE : random.pick(SCOPES),
  ]
}

/** The same row as next year's roster has it: in one of a hundred, address and telephone are others. */
export function changedRow(i: number): string[] {
  const row = rosterRow(i)
  if (!isChanged(i)) return row
  return row.map((cell, column) => {
    if (ROSTER_HEADER[column] === '住所地址') return `${cell}2层`
    return ROSTER_HEADER[column] === '联系电话' ? `${cell}-2` : cell
  })
}

export const isChanged = (i: number): boolean => i % 100 === 50

/** Complaint `i` about one of the first `agencies` agencies. */
export function complaintRow(i: number, agencies: number): string[] {
  const random = randomFor(`bench complaint ${i}`)
  const [, name = '', uscc = ''] = rosterRow(random.int(0, agencies - 1))
  return [
    `TS2013-${String(i + 1).padStart(7, '0')}`,
    addDays('2011-01-01', random.int(0, 1000)),
    random.pick(['电话', '信函', '窗口', '网络']),
    name,
    uscc,
    random.pick(CATEGORIES),
    random.pick(SUMMARIES),
    random.chance(0.2) ? '是' : '否',
  ]
}

function address(random: Random, place: string): string {
  return `${place}样例${random.pick(STREETS)}${random.int(1, 268)}号`
}

/** Four characters, another for every number below 2.5 million. */
function brand(i: number): string {
  const tables = [FIRST, SECOND, FIRST, SECOND]
  let rest = i
  let text = ''
  for (const table of tables) {
    text += table[rest % table.length]!
    rest = Math.floor(rest / table.length)
  }
  return text
}

// The credit codes are worked out here and not by the program's own functions: a slip in those must show.
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const BODIES = ALPHABET.length ** 6
/** Near the golden section of BODIES and prime to it: numbers in a row give bodies far apart, none twice. */
const STRIDE = 548_507_443

/** GB 32100 code; its organization body is CX and six characters that follow from the number, in no order. */
function creditCode(department: string, region: string, i: number): string {
  let rest = ((i + 1) * STRIDE) % BODIES
  let body = ''
  for (let k = 0; k < 6; k++) {
    body = ALPHABET[rest % ALPHABET.length]! + body
    rest = Math.floor(rest / ALPHABET.length)
  }
  const first17 = `${department}${region}CX${body}${organizationCheck(`CX${body}`)}`
  const sum = [...first17].reduce((total, char, k) => total + ALPHABET.indexOf(char) * (3 ** k % 31), 0)
  return first17 + ALPHABET[(31 - (sum % 31)) % 31]!
}

/** GB 11714: over 0-9 and A=10…Z=35, modulo 11. */
function organizationCheck(body: string): string {
  const weights = [3, 7, 9, 10, 5, 8, 4, 2]
  const sum = weights.reduce((total, weight, k) => total + Number.parseInt(body[k]!, 36) * weight, 0)
  return '0X987654321'[sum % 11]!
}
