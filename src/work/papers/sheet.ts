// Tables as papers: the same rows as a workbook, a page of HTML, text, or, where they have a template, a Word table.

import type { PaperContent, TemplateId } from '../../domain/papers/templates.ts'
import type { Agency } from '../../domain/roster/agency.ts'
import { hasPoints } from '../../domain/scheme/points.ts'
import type { Scheme, SubjectNoun } from '../../domain/scheme/scheme.ts'
import { writeCsv } from '../../formats/csv-write.ts'
import { sheetPage } from '../../formats/sheet-html.ts'
import type { SheetOut } from '../../formats/xlsx.ts'
import { zhCN } from '../../messages/zh-CN/index.ts'
import { fileName, gradeLabel, isUncontacted, type Paper, type Stationery, wordPaper } from './paper.ts'

export type SheetFormat = 'xlsx' | 'html' | 'csv'
export type TableFormat = 'docx' | SheetFormat

/** `name`: without its extension. `code`: the check code that its notes carry. */
export function sheetPaper(
  sheet: SheetOut,
  name: string,
  format: SheetFormat,
  code: string | null = null,
  uncontacted = false,
): Paper {
  return {
    name: `${name}.${format}`,
    ...(code === null ? {} : { code: () => code }),
    make: async () => ({
      ...{ bytes: await BYTES[format](sheet), missing: [], code },
      // A text has no foot that could tell.
      uncontacted: uncontacted && format !== 'csv',
    }),
  }
}

const BYTES: Readonly<Record<SheetFormat, (sheet: SheetOut) => Uint8Array | Promise<Uint8Array>>> = {
  xlsx: async sheet => {
    const { writeXlsx } = await import('../../formats/xlsx.ts')
    return writeXlsx([sheet])
  },
  html: sheetPage,
  csv: ({ columns, rows, totals }) =>
    writeCsv([columns.map(c => c.header.replaceAll('\n', '')), ...rows, ...(totals ? [totals] : [])], {
      encoding: 'utf-8-bom',
    }),
}

/** A table that has a template: what its Word paper says is sealed, and the same seal stands under its other forms. */
export interface Table<K extends TemplateId> {
  kind: K
  /** Parts of the file name. */
  name: readonly string[]
  word: PaperContent<K> & { footer_note: string }
  sheet: SheetOut
}

export function tablePaper<K extends TemplateId>(
  stationery: Stationery,
  { kind, name, word, sheet }: Table<K>,
  format: TableFormat,
): Paper {
  if (format === 'docx') return wordPaper(stationery, kind, name, () => word)
  const { code, line } = stationery.seal(word)
  return sheetPaper(
    withFoot(sheet, word.footer_note, line),
    fileName(name),
    format,
    code,
    isUncontacted(word),
  )
}

/** A table that only has these forms: what it says itself is sealed. */
export function sealedSheet(
  { seal }: Stationery,
  sheet: SheetOut,
  name: string,
  footer_note: string,
): (format: SheetFormat) => Paper {
  const { code, line } = seal({ ...sheet, footer_note })
  return format =>
    sheetPaper(withFoot(sheet, footer_note, line), name, format, code, isUncontacted({ footer_note }))
}

/** The seal stands below the table, and on every page that is printed. */
function withFoot(sheet: SheetOut, footer_note: string, foot: string): SheetOut {
  const notes = [...(sheet.notes ?? []), footer_note, foot].filter(note => note !== '')
  return { ...sheet, notes, foot }
}

/** A code that is missing shows on a sheet as it does on Word papers. */
export const NO_CODE = '【缺】'

export function codeTitle(noun: SubjectNoun): string {
  return noun === 'agency' ? '代码（许可证号）' : '编号'
}

export function nameTitle(noun: SubjectNoun): string {
  return noun === 'agency' ? '机构名称' : noun === 'person' ? '姓名' : '名称'
}

/** Of agencies 经营性 or 公共, of other subjects their type. */
export function kindText(
  { applies_to }: Scheme,
  agency: Pick<Agency, 'kind'> | null,
  type: string | null,
): string {
  if (agency !== null) return zhCN.words.value.kind[agency.kind] ?? agency.kind
  return applies_to.types.find(t => t.id === type)?.name ?? NONE
}

/** Whether there are totals, and grades for them, that a table could have columns for. */
export function columnsIn(scheme: Scheme): { scored: boolean; graded: boolean } {
  const scored = hasPoints(scheme)
  return { scored, graded: scored && scheme.grades.bands.length > 0 }
}

/** Types of institutions have long names. */
export function kindWidth({ applies_to }: Scheme): number {
  return applies_to.types.length > 0 ? 20 : 9
}

/** Where a document gives no points, a total says nothing; without bands neither does a grade. */
export function totalText(scheme: Scheme, total: string | null): string {
  return (hasPoints(scheme) ? total : null) ?? NONE
}

export function gradeText(scheme: Scheme, grade: string | null): string {
  return scheme.grades.bands.length === 0 ? NONE : gradeLabel(scheme, grade)
}

const NONE = zhCN.words.labels.none
