// What a broken file is and what the program must answer, as data; and the small tables that the faults are put into.
import iconv from 'iconv-lite'
import { handBook, num, row, str } from '../formats/workbook.ts'

export type Noun =
  | 'agency'
  | 'complaint'
  | 'penalty'
  | 'honor'
  | 'commitment'
  | 'activity'
  | 'inspection'
  | 'evaluation'

/** A problem as JSON tells it. What is left out must be null or absent there. */
export interface Told {
  code: string
  line?: number
  column?: string
  value?: string
  sheet?: string
  cell?: string
  /** Words that the answer must hold: the right character, the nearest name, the allowed values. */
  says?: readonly string[]
}

interface Given {
  /** Name of the file; no two cases share one. */
  file: string
  /** The one fault, in words. */
  what: string
  noun: Noun
  /** Text is written as UTF-8 without a mark. */
  bytes: string | Uint8Array
  flags?: readonly string[]
  /** What was imported before. */
  before?: readonly (readonly [Noun, string])[]
  /** Warnings in their order, none if left out. */
  warned?: readonly Told[]
}

export type Case = Given &
  (
    | { refused: readonly Told[] }
    /** Imported, with the rows as they are stored afterwards. */
    | { encoding: string; stored: readonly Record<string, unknown>[] }
  )

/** A small file of one kind: its header, and two sound rows of which the second takes the fault. */
interface Sample {
  header: readonly string[]
  rows: readonly (readonly string[])[]
}

export const ROSTER: Sample = {
  header:
    '机构名称,统一社会信用代码,机构类别,许可证编号,发证日期,有效期至,推荐范围,区划代码,联系电话,从业人员数'.split(
      ',',
    ),
  rows: [
    '北京青松样例人才服务有限公司,91110105CXYL02506T,经营性,样例第0098号,2012-04-09,2015-04-08,朝阳区,110105,010-00000098,8',
    '北京银杏样例人力资源有限公司,91110105CXYL024935,经营性,样例第0099号,2012-04-09,2015-04-08,朝阳区,110105,010-00000099,12',
  ].map(line => line.split(',')),
}

const AGENCY = '91110105CXJG000159,北京晴禾样例人力资源有限公司'

export const COMPLAINTS: Sample = {
  header: '投诉编号,统一社会信用代码,被投诉机构,收到日期,类别,受理日期,办结日期,查处结论,涉不诚信'.split(','),
  rows: [
    `TS-901,${AGENCY},2013-03-01,收费争议,2013-03-02,2013-03-20,属实,是`,
    `TS-902,${AGENCY},2013-04-01,收费争议,2013-04-02,2013-04-20,不属实,否`,
  ].map(line => line.split(',')),
}

export const PENALTIES: Sample = {
  header: '处罚决定书文号,统一社会信用代码,机构名称,处罚机关,处罚种类,罚款金额,决定日期'.split(','),
  rows: [
    `样例罚字1号,${AGENCY},朝阳区人力社保局,警告,0,2013-03-01`,
    `样例罚字2号,${AGENCY},朝阳区人力社保局,罚款,5000.00,2013-04-01`,
  ].map(line => line.split(',')),
}

export const SCORES: Sample = {
  header: '评估年度,方案,统一社会信用代码,机构名称,评价主体,评价人,6.服务规程,18.服务质量'.split(','),
  rows: [
    `2013,beijing-2013,${AGENCY},专家评价,专家8,3.5,4.5`,
    `2013,beijing-2013,${AGENCY},专家评价,专家9,3.25,4.25`,
  ].map(line => line.split(',')),
}

/** The sample as text, with the cells of its line 3 that are given by header. */
export function csv(sample: Sample, cells: Readonly<Record<string, string>> = {}, comma = ','): string {
  const { header, rows } = sample
  const last = changed(sample, cells)
  return lines(...[header, ...rows.slice(0, -1), last].map(r => r.join(comma)))
}

export function lines(...all: readonly string[]): string {
  return `${all.join('\r\n')}\r\n`
}

function changed({ header, rows }: Sample, cells: Readonly<Record<string, unknown>>): string[] {
  for (const name of Object.keys(cells)) if (!header.includes(name)) throw new Error(`no column ${name}`)
  return header.map((name, i) => String(cells[name] ?? rows.at(-1)![i]))
}

export const utf16 = (text: string, order: 'le' | 'be', mark = true): Uint8Array => {
  const bom = order === 'le' ? [0xff, 0xfe] : [0xfe, 0xff]
  return Buffer.concat([Buffer.from(mark ? bom : []), iconv.encode(text, `utf-16${order}`)])
}

export const gb18030 = (text: string): Uint8Array => iconv.encode(text, 'gb18030')

/** The cell's XML, from its reference. */
type Xml = (ref: string) => string

export const number =
  (value: string): Xml =>
  ref =>
    num(ref, value)
/** A number with the format of a date, by rights a day count. */
export const date =
  (count: number): Xml =>
  ref =>
    num(ref, String(count), 1)
/** A formula with the text that it came to; an empty one is a blank cell. */
export const formula =
  (text: string, result: string): Xml =>
  ref =>
    `<c r="${ref}" t="str"><f>${text}</f><v>${result}</v></c>`
/** A formula as programs write it that do not calculate. */
export const uncalculated =
  (text: string): Xml =>
  ref =>
    `<c r="${ref}"><f>${text}</f><v/></c>`
export const error =
  (value: string): Xml =>
  ref =>
    `<c r="${ref}" t="e"><f>B2</f><v>${value}</v></c>`

/** Where the sample's last row stands in a workbook, far enough down that it is not counted but told. */
const AT = 17

/** A workbook with the sample's cells changed in row 17 of the second sheet, 名录, behind a hidden one. */
export function book(sample: Sample, cells: Readonly<Record<string, string | Xml>> = {}): Uint8Array {
  const texts = (n: number, values: readonly string[]) =>
    row(n, ...values.map((v, i) => str(`${letter(i)}${n}`, v)))
  const last = sample.header.map((name, i) => {
    const cell = cells[name] ?? sample.rows.at(-1)![i]!
    const ref = `${letter(i)}${AT}`
    return typeof cell === 'string' ? str(ref, cell) : cell(ref)
  })
  const first = sample.rows[0]!
  const filled = [row(1, str('A1', '样例表')), texts(3, sample.header), texts(4, first), row(AT, ...last)]
  return handBook({
    sheets: [
      { name: '字典', rows: texts(1, ['代码', '名称']), state: 'hidden' },
      { name: '名录', rows: filled.join('') },
    ],
  })
}

function letter(index: number): string {
  return String.fromCharCode(65 + index)
}
