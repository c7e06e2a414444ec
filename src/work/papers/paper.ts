// What all papers share: the template they are printed with, the seal of content and log in the footer, whom to ask,
// file names, the bytes that leave.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Day } from '../../domain/day.ts'
import { type FieldName, INWARD, type PaperContent, type TemplateId } from '../../domain/papers/templates.ts'
import { titleLines } from '../../domain/papers/title-lines.ts'
import { type District, DistrictIndex } from '../../domain/roster/district.ts'
import type { Scheme } from '../../domain/scheme/scheme.ts'
import { type FilledDocx, fillDocx } from '../../formats/docx.ts'
import { zhCN } from '../../messages/zh-CN/index.ts'
import type { Evaluation } from '../../store/evaluation.ts'
import { lastChange } from '../../store/log.ts'
import type { Reader } from '../../store/open.ts'
import { getSetting, listDistrictAliases, listDistricts, officePhones } from '../../store/reference.ts'
import { listTemplates, templateBytes } from '../../store/template.ts'
import type { Desk } from '../desk.ts'

/** A paper that is made when its turn comes: of thousands, one at a time. */
export interface Paper {
  /** File name: sortable, in Chinese, safe on Windows. */
  name: string
  /** The check code of its content, without making it; a table that is only data has none. */
  code?: () => string
  make: () => Promise<MadePaper>
}

export interface MadePaper extends FilledDocx {
  /** The check code of its content, as printed in its footer; null of a table that carries none. */
  code: string | null
  /** Whether it should tell whom to ask and cannot. */
  uncontacted: boolean
}

/** Templates, offices and log head of one state of the file; papers can be made with it after the file is closed. */
export interface Stationery {
  template: (kind: TemplateId) => Uint8Array
  /** The check code of a content, and the line that stands in its footer. */
  seal: (content: unknown) => { code: string; line: string }
  /** The jurisdiction whose market office is asked; for papers of all the desk's own, else the city's, else the office. */
  office: (district_code: string | null) => Pick<District, 'kind' | 'name' | 'market_phones'>
}

export function stationeryOf(desk: Desk, reader: Reader): Stationery {
  const own = new Map(listTemplates(reader).map(({ kind }) => [kind, templateBytes(reader, kind)!]))
  const head = lastChange(reader)
  const districts = new DistrictIndex(listDistricts(reader), listDistrictAliases(reader))
  const home = getSetting(reader, 'district')
  const self = { kind: 'city' as const, name: '', market_phones: officePhones(reader) }
  const log = head ? `　日志第${head.no}条 ${head.hash.slice(0, 12)}` : ''
  return {
    template: kind => {
      const found = own.get(kind) ?? readFileSync(join(desk.templates, `${kind}.docx`))
      own.set(kind, found)
      return found
    },
    seal: content => {
      const code = checkCode(content)
      return { code, line: `校验码 ${code}　${chineseDay(desk.today)}制${log}` }
    },
    office: code => districts.get(code ?? home ?? '') ?? districts.city ?? self,
  }
}

/** Twelve hex digits of the content's digest in groups, as printed. */
export function checkCode(content: unknown): string {
  const digest = createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 12).toUpperCase()
  return digest.replace(/(.{4})(?=.)/g, '$1-')
}

/** A Word paper; `content` is put together when its turn comes, and laid out when it is sealed: lines are no content. */
export function wordPaper<K extends TemplateId>(
  { template, seal }: Stationery,
  kind: K,
  name: readonly string[],
  content: () => PaperContent<K>,
  layOut: (data: PaperContent<K>) => PaperContent<K> = data => data,
): Paper {
  return {
    name: fileName(name, 'docx'),
    code: () => seal(content()).code,
    make: async () => {
      const data = content()
      const { code, line } = seal(data)
      const filled = await fillDocx(template(kind), { ...layOut(data), check_line: line }, called)
      return {
        bytes: filled.bytes,
        missing: filled.missing.map(called),
        code,
        uncontacted: isUncontacted(data),
      }
    },
  }
}

/** Chinese signs that a line of a letter's title holds, in 二号. */
const TITLE_ROOM = 21

export function letterTitle(title: string): string[] {
  return titleLines(title, TITLE_ROOM)
}

/** How letters are laid out: their title on lines. */
export function asLetter<D extends { title: string }>(data: D): D {
  return { ...data, title: letterTitle(data.title).join('\n') }
}

/** A field as an office calls it. */
function called(tag: string): string {
  return (zhCN.words.templateField as Readonly<Record<string, string>>)[tag] ?? tag
}

/** On a page what Word papers say where a value is missing. */
export function missing(tag: FieldName): string {
  return `【缺：${called(tag)}】`
}

/** The same content as a page of HTML. */
export function htmlPaper<K extends TemplateId>(
  { seal }: Stationery,
  name: readonly string[],
  content: () => PaperContent<K>,
  page: (data: PaperContent<K> & { check_line: string }) => Uint8Array,
): Paper {
  return {
    name: fileName(name, 'html'),
    code: () => seal(content()).code,
    make: async () => {
      const data = content()
      const { code, line } = seal(data)
      return {
        bytes: page({ ...data, check_line: line }),
        missing: Object.entries(data).flatMap(([tag, value]) => (value === null ? [called(tag)] : [])),
        code,
        uncontacted: isUncontacted(data),
      }
    },
  }
}

/** Left of every footer: that nothing is charged (ZS 四(二), BJ 四(三)), and whom to ask. */
export function footerNote(
  stationery: Stationery,
  kind: TemplateId,
  scheme: Scheme,
  district_code: string | null,
): string {
  const contact = contactOf(stationery, scheme, district_code) ?? (INWARD.has(kind) ? '' : NO_CONTACT)
  return [scheme.papers.no_fee?.text ?? '', contact].filter(part => part !== '').join('　')
}

/** Whom to ask: as the document says, where it names nobody the market office of the jurisdiction. */
export function contactText(stationery: Stationery, scheme: Scheme, district_code: string | null): string {
  return contactOf(stationery, scheme, district_code) ?? NO_CONTACT
}

const NO_CONTACT = '联系方式：【缺：联系方式】'

function contactOf({ office }: Stationery, { contact }: Scheme, district_code: string | null): string | null {
  if (contact)
    return `联系方式：${[...contact.phones, ...(contact.email === null ? [] : [contact.email])].join('、')}`
  const { kind, name, market_phones: phones } = office(district_code)
  // The city's agencies are no place that anybody could call.
  return phones.length === 0 ? null : `联系方式：${kind === 'district' ? name : ''}${phones.join('、')}`
}

/** Whether a text of it says that nobody is named whom to ask. */
export function isUncontacted(content: object): boolean {
  return Object.values(content).some(text => typeof text === 'string' && text.endsWith(NO_CONTACT))
}

/** Whether the evaluation stands, which every paper says that tells of its results; without one nothing. */
export function standing(evaluation: Evaluation | null, paper = '本表'): string[] {
  if (evaluation === null) return []
  const { partial_reason: partial, version, reopened_reason: reopened } = evaluation
  return [
    ...unsettled(evaluation),
    ...(partial === null ? [] : [`本次评估带未定项审定，理由：${partial}。`]),
    ...(version > 1 && reopened === null ? [`本次评估经重开，${paper}为第${version}版。`] : []),
    ...(reopened === null ? [] : [`${paper}为第${version}版，已重新办理（${reopened}），以新版为准。`]),
  ]
}

/** Of somebody whose own result is whole only that counts. */
export function unsettled({ status }: Evaluation): string[] {
  return status === 'open' ? ['评估尚未审定，本表仅供核对。'] : []
}

/** As on papers: 2013年11月4日. */
export function chineseDay(day: Day): string {
  return `${Number(day.slice(0, 4))}年${Number(day.slice(5, 7))}月${Number(day.slice(8, 10))}日`
}

/** What is known, or a line as many signs long on which a person writes it. */
export function orLine(text: string | null | undefined, signs: number): string {
  return text ? text : '＿'.repeat(signs)
}

/** A grade as papers name it. */
export function gradeLabel(scheme: Scheme, grade: string | null): string {
  if (grade === null) return '未定'
  const { label = grade } = scheme.grades.bands.find(b => b.grade === grade) ?? {}
  return label === grade ? grade : `${grade}（${label}）`
}

/** A text of the registers as a sentence: its last stop once. */
export function sentence(text: string): string {
  return `${text.trim().replace(/[。；;.]+$/, '')}。`
}

/** In the name of a file, what tells agencies of one name apart. */
export function codeInName({
  uscc,
  license_no,
  id,
}: {
  uscc: string | null
  license_no: string | null
  id: number
}): string {
  return uscc ?? license_no ?? String(id)
}

const NAME_CHARS = 60

/**
 * Parts joined by '-', each at most sixty characters long, without characters that Windows refuses and without those
 * that turn the direction of writing, which would show another name than the file has.
 */
export function fileName(parts: readonly string[], extension?: string): string {
  const clean = (part: string) =>
    [...part.replace(/[\\/:*?"<>|\s]|\p{Cc}|\p{Cs}|\p{Bidi_Control}/gu, '')]
      .slice(0, NAME_CHARS)
      .join('')
      .replace(/^\.+|\.+$/g, '')
  const name = parts.map(clean).join('-')
  return extension === undefined ? name : `${name}.${extension}`
}
