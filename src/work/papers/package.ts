// All papers of a nomination in one batch (BJ 三(七), LY 五): forms or applications, self-summaries and score tables of
// every nominee, the lists and filings of the districts, and of everybody the allotment of places.
import { isIn } from '../../domain/nomination/pool.ts'
import { nominationOf } from '../../domain/scheme/nomination.ts'
import type { Reader } from '../../store/open.ts'
import { ask, type Desk } from '../desk.ts'
import { evaluationFor } from '../evaluation/which.ts'
import { type DistrictTally, readNominations } from '../nomination/list.ts'
import { ownDistrict } from '../own-district.ts'
import { applicationsIn, hasApplications } from './application.ts'
import { filedPapers } from './filing.ts'
import { nomineeTable } from './nominees.ts'
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
export function packagePapers(desk: Desk, which: string | null, district: string | null): PaperPackage {
  return ask(desk, reader => packagePapersIn(desk, reader, which, district))
}

export interface PaperPackage {
  papers: Paper[]
  /** Of what it is about: ties and places left show there. */
  districts: DistrictTally[]
  /** Names of those with places and no nominee: they have no list. */
  without: string[]
}

/** Whoever the paper chooses itself. */
const NOBODY = { scheme: null, subject: null, all: false, blank: false }

export function packagePapersIn(
  desk: Desk,
  reader: Reader,
  which: string | null,
  district: string | null,
): PaperPackage {
  const evaluation = evaluationFor(reader, which)
  const list = readNominations(reader, evaluation)
  const code = ownDistrict(reader, district)?.code ?? null
  const stationery = stationeryOf(desk, reader)
  const { scheme } = list
  const districts = list.districts.filter(t => code === null || isIn(t.pool, code))
  const lists = code === null ? districts.filter(t => t.nominated > 0).map(t => t.pool.code) : [code]
  const papers = lists.map(each =>
    tablePaper(stationery, nomineeTable(reader, stationery, list, each), 'docx'),
  )
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
  const asked = { ...NOBODY, evaluation: String(evaluation.id), district: code }
  if (hasApplications(scheme)) papers.push(...applicationsIn(desk, reader, asked).papers)
  papers.push(...filedPapers(desk, reader, evaluation, asked))
  const without = districts.filter(t => code === null && t.places > 0 && t.nominated === 0)
  return {
    papers: papers.sort((a, b) => (a.name < b.name ? -1 : 1)),
    ...{ districts, without: without.map(t => t.pool.name) },
  }
}
