// The broken set: one fault a file. Every file with its fault and its answer stands in one of these lists.
import type { Case } from './case.ts'
import { agencies } from './cases/agencies.ts'
import { cells } from './cases/cells.ts'
import { codes } from './cases/codes.ts'
import { dateCells } from './cases/date-cells.ts'
import { days } from './cases/days.ts'
import { encodings } from './cases/encodings.ts'
import { headers } from './cases/headers.ts'
import { scores } from './cases/scores.ts'
import { texts } from './cases/texts.ts'
import { values } from './cases/values.ts'
import { workbooks } from './cases/workbooks.ts'

export const AREAS: Readonly<Record<string, readonly Case[]>> = {
  'files and encodings': encodings,
  'rows and quotes': texts,
  headers,
  'credit codes': codes,
  days,
  'amounts, choices and districts': values,
  'which agency': agencies,
  workbooks,
  'cells of workbooks': cells,
  'date cells of workbooks': dateCells,
  'score sheets': scores,
}
