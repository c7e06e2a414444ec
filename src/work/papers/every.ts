// Every paper that the file gives today, as names and check codes: the content of each is put together, none is printed.
import { Refusal } from '../../domain/refusal.ts'
import { listDraws } from '../../store/draw.ts'
import { listEvaluations } from '../../store/evaluation.ts'
import type { Reader } from '../../store/open.ts'
import { listPublicities } from '../../store/publicity.ts'
import { listRecords } from '../../store/record.ts'
import { ask, type Desk } from '../desk.ts'
import { planApplications } from './application.ts'
import { planAppraisals } from './appraisal.ts'
import { archivePapers } from './archive.ts'
import { planChecklists } from './checklist.ts'
import { explanationCodes } from './explanation.ts'
import { planFiling } from './filing.ts'
import { hotlinePaper } from './hotline.ts'
import { planInspectionSheets } from './inspection.ts'
import { inspectionSummaryPaper } from './inspection-summary.ts'
import { monthSummaryPaper } from './month-summary.ts'
import { nomineePapers } from './nominees.ts'
import type { Paper } from './paper.ts'
import { planPlateReceipt } from './plate-receipt.ts'
import { publicityPaper } from './publicity.ts'
import { quotaPaper } from './quota.ts'
import { rankingPaper } from './ranking.ts'
import { planRecommendations } from './recommendation.ts'
import { planRectifications } from './rectification.ts'
import { planNotices } from './result-notice.ts'
import { planResults } from './results.ts'
import { planRevocation } from './revocation.ts'
import type { Asked } from './subject-forms.ts'
import { planSummaries } from './summary.ts'
import { yearSummaryPaper } from './year-summary.ts'

export interface EveryPaper {
  /** That writes it. */
  command: string
  name: string
  code: string
}

/** `about`: whom it is about, in words of the command, where that writes one at a time. */
type Coded = Pick<Paper, 'name' | 'code'> & { about?: string }

/** A command that writes papers, and what it would write. */
type Source = [command: string, papers: (desk: Desk) => Iterable<Coded>]

const ALL = { year: null, district: null }
const ONE = { all: true, agency: null, district: null }

const ofFile: readonly Source[] = [
  ['form quota', desk => [quotaPaper(desk, 'xlsx')]],
  ['form quota --format docx', desk => [quotaPaper(desk, 'docx')]],
  ['form hotline', desk => [hotlinePaper(desk, 'docx')]],
  [
    'form rectification --all',
    desk => planRectifications(desk, { which: null, batch: null, district: null }).orders.map(o => o.paper),
  ],
  ['form inspection-summary', desk => [inspectionSummaryPaper(desk, { ...ALL, batch: null }, 'docx')]],
  ['report month', desk => [monthSummaryPaper(desk, { campaign: null, district: null }, 'docx')]],
  ['report year', desk => [yearSummaryPaper(desk, ALL, 'docx')]],
  ['archive export --all', desk => archivePapers(desk, ONE, 'internal', 'docx')],
  ['archive export --all --public', desk => archivePapers(desk, ONE, 'public', 'docx')],
]

const ofEvaluation = (id: string): Source[] => [
  [
    `form recommendation --evaluation ${id}`,
    desk => planRecommendations(desk, id, { district: null, agency: null }).forms.map(f => f.paper),
  ],
  [`form results --all --evaluation ${id}`, desk => planResults(desk, id, 'all').sheets.map(s => s.paper)],
  [
    `form results --all --format xlsx --evaluation ${id}`,
    desk => [planResults(desk, id, 'all').table('xlsx')],
  ],
  [
    `form results --format xlsx --evaluation ${id}`,
    desk => [planResults(desk, id, 'nominees').table('xlsx')],
  ],
  [`evaluation notice --all --evaluation ${id}`, desk => planNotices(desk, id, null).map(n => n.paper)],
  [`evaluation explain --evaluation ${id} --format docx`, desk => explanationCodes(desk, id)],
  [`form summary --all --evaluation ${id}`, desk => planSummaries(desk, id, ONE)],
  [`form ranking --evaluation ${id}`, desk => [rankingPaper(desk, id, null, 'xlsx')]],
  [`form ranking --format docx --evaluation ${id}`, desk => [rankingPaper(desk, id, null, 'docx')]],
  [`form nominees --evaluation ${id}`, desk => nomineePapers(desk, id, { district: null }, 'docx')],
  [`form nominees --all --evaluation ${id}`, desk => nomineePapers(desk, id, 'each', 'docx')],
  [`form application --all --evaluation ${id}`, desk => planApplications(desk, asked(id)).papers],
  [`form filing --all --evaluation ${id}`, desk => planFiling(desk, asked(id)).papers],
  [`form filing --format xlsx --evaluation ${id}`, desk => [planFiling(desk, asked(id)).table('xlsx')]],
  [`form appraisal --all --evaluation ${id}`, desk => planAppraisals(desk, asked(id)).papers],
  [`form checklist --all --evaluation ${id}`, desk => planChecklists(desk, asked(id)).papers],
]

const asked = (evaluation: string): Asked => ({
  ...{ evaluation, scheme: null, subject: null, district: null },
  ...{ all: true, blank: false },
})

const ofPlate = (plate: string): Source[] => [
  [`form revocation ${plate}`, desk => [planRevocation(desk, plate).paper]],
  [`form plate ${plate}`, desk => [planPlateReceipt(desk, plate)]],
]

const ofPublicity = (id: string): Source => [
  `form publicity ${id}`,
  desk => [publicityPaper(desk, id, 'docx')],
]

const ofDraw = (name: string): Source => [`form inspection ${name}`, desk => planInspectionSheets(desk, name)]

/** One after the other; what cannot be written today is passed over. */
export function* everyPaper(desk: Desk): Generator<EveryPaper> {
  for (const [command, papers] of sourcesOf(desk)) {
    for (const { name, code, about } of givenToday(() => papers(desk))) {
      if (code) yield { command: about === undefined ? command : `${command} ${about}`, name, code: code() }
    }
  }
}

function sourcesOf(desk: Desk): Source[] {
  return ask(desk, reader => [
    ...listPublicities(reader).map(p => ofPublicity(String(p.id))),
    ...listDraws(reader).map(draw => ofDraw(draw.name)),
    ...ofFile,
    ...platesOf(reader).flatMap(ofPlate),
    ...listEvaluations(reader).flatMap(e => ofEvaluation(String(e.id))),
  ])
}

function platesOf(reader: Reader): string[] {
  const honors = listRecords(reader, 'honor', { agency: null, district: null })
  return honors.flatMap(({ plate_no }) => (typeof plate_no === 'string' ? [plate_no] : []))
}

/** No evaluation, no places, a scheme without such a paper: then there is none of it. */
function givenToday(papers: () => Iterable<Coded>): Iterable<Coded> {
  try {
    return papers()
  } catch (error) {
    if (error instanceof Refusal) return []
    throw error
  }
}
