// A table to a workbook that a Chinese office can print and sign; the look is in xlsx-layout.ts.
// Same input, same bytes: hucre stamps its zip entries with a fixed date, and the one document
// property that varies (modified) is given here. Texts are string cells, so no text is ever a formula.

import type { SheetOut } from './sheet-out.ts'
import { BODY_FONT, layoutSheet } from './xlsx-layout.ts'

export type { SheetOut }

const FIXED = new Date(Date.UTC(1980, 0, 1))

/**
 * In: papers, one a sheet; decimals as decimal strings ('77.75'), dates as YYYY-MM-DD, null for blank.
 * Out: the bytes of an .xlsx file. A text in a number or date column that is no such value stays text.
 * Names that Excel refuses are repaired. Throws RangeError for a text beyond 32,767 characters and for
 * a workbook without sheets: both are faults of the caller, not of the data.
 */
export async function writeXlsx(sheets: readonly SheetOut[]): Promise<Uint8Array> {
  if (sheets.length === 0) throw new RangeError('a workbook needs at least one sheet')
  const { writeXlsx: write } = await import('hucre/xlsx')
  const names = sheetNames(sheets.map(s => s.name))
  const laid = sheets.map((sheet, i) => layoutSheet(sheet, names[i]!))
  return await write({
    sheets: laid.map(l => l.sheet),
    // Given here and not as pageSetup.printTitlesRow, which forgets to quote a name such as 2013年.
    namedRanges: laid.flatMap(({ sheet, headerRow, printed }) => {
      const within = (range: string) => ({
        range: `'${sheet.name.replaceAll("'", "''")}'!${range}`,
        scope: sheet.name,
      })
      const titles = { name: '_xlnm.Print_Titles', ...within(`$${headerRow + 1}:$${headerRow + 1}`) }
      return [titles, ...(printed === null ? [] : [{ name: '_xlnm.Print_Area', ...within(printed) }])]
    }),
    defaultFont: BODY_FONT,
    properties: { creator: 'chengxin', created: FIXED, modified: FIXED },
  })
}

/** Names of at most 31 characters, without the characters Excel forbids, unique whatever their case. */
function sheetNames(wanted: readonly string[]): string[] {
  const used = new Set<string>()
  return wanted.map((name, i) => {
    const clean = name
      .replace(/[[\]:*?/\\]/g, '_')
      .replace(/^'+|'+$/g, '')
      .trim()
    const base = clean === '' || clean.toLowerCase() === 'history' ? `表${i + 1}` : clean.slice(0, 31)
    let unique = base
    for (let n = 2; used.has(unique.toLowerCase()); n++)
      unique = `${base.slice(0, 31 - String(n).length - 2)}(${n})`
    used.add(unique.toLowerCase())
    return unique
  })
}
