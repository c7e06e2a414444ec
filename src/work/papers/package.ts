// All papers of a nomination in one batch (BJ 三(七)): forms, self-summaries and score tables of every nominee, the lists of
// the districts, and of everybody the allotment of places.
import { nominationOf } from '../../domain/scheme/nomination.ts'
import type { Reader } from '../../store/open.ts'
import { ask, type Desk } from '../desk.ts'
import { evaluationFor } from '../evaluation/which.ts'
import { districtNamed } from '../find-district.ts'
import { readNominations } from '../nomination/list.ts'
import { nomineeTable, tablesOfEach } from './nominees.ts'
import { type Paper, stationeryOf } from './paper.ts'
import { quotaTable } from './quota.ts'
import { nomineesOf, recommendationsOf } from './recommendation.ts'
import { resultSheetsOf } from './results.ts'
import { tablePaper } from './sheet.ts'
import { summariesOf } from './summary.ts'

/**
 * Of one district (code or name) or of all, in order of their names. Papers that the scheme does not have are left out;
 * the allotment of places is about all districts and goes with all only.
 */
export function packagePapers(desk: Desk, which: string | null, district: string | null): Paper[] {
  return ask(desk, reader => packagePapersIn(desk, reader, which, district))
}

export function packagePapersIn(
  desk: Desk,
  reader: Reader,
  which: string | null,
  district: string | null,
): Paper[] {
  const evaluation = evaluationFor(reader, which)
  const list = readNominations(reader, evaluation)
  const code = district === null ? null : districtNamed(reader, district).code
  const stationery = stationeryOf(desk, reader)
  const { scheme } = list
  const lists =
    code === null ? tablesOfEach(reader, stationery, list) : [nomineeTable(reader, stationery, list, code)]
  const papers = lists.map(table => tablePaper(stationery, table, 'docx'))
  if (code === null && nominationOf(scheme).places_total.by !== 'whole')
    papers.push(tablePaper(stationery, quotaTable(reader, stationery, scheme.id), 'docx'))
  if (scheme.papers.recommendation !== null) {
    const nominees = nomineesOf(list, code)
    const agencies = nominees.map(n => n.candidate.agency)
    papers.push(
      ...recommendationsOf(reader, stationery, list, nominees).map(form => form.paper),
      ...summariesOf(reader, stationery, evaluation, agencies),
      ...resultSheetsOf(reader, stationery, evaluation, agencies).map(sheet => sheet.paper),
    )
  }
  return papers.sort((a, b) => (a.name < b.name ? -1 : 1))
}
