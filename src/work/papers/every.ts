// Every paper that the file gives today, as names and check codes: the content of each is put together, none is printed.
import { Refusal } from '../../domain/refusal.ts'
import { shippedSchemes } from '../../schemes/library.ts'
import { listCampaigns } from '../../store/campaign.ts'
import { listDraws } from '../../store/draw.ts'
import { listEvaluations } from '../../store/evaluation.ts'
import type { Reader } from '../../store/open.ts'
import { listPublicities } from '../../store/publicity.ts'
import { listRecords } from '../../store/record.ts'
import { getSetting, listDistricts, listSchemeIds } from '../../store/reference.ts'
import { ask, type Desk } from '../desk.ts'
import { earlierVersions } from '../evaluation/which.ts'
import { yearPaper } from '../report/page.ts'
import { honorsReviewed } from '../title/titles.ts'
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
import { packagePapers } from './package.ts'
import type { Paper } from './paper.ts'
import { planPlateReceipt } from './plate-receipt.ts'
import { publicityPaper } from './publicity.ts'
import { quotaPaper } from './quota.ts'
import { rankingPaper } from './ranking.ts'
import { planRecommendations } from './recommendation.ts'
import { planRectifications } from './rectification.ts'
import { planNotices } from './result-notice.ts'
import { planResults, resultCodes } from './results-table.ts'
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

/** What there are papers of. */
interface OnFile {
  publicities: string[]
  draws: string[]
  batches: string[]
  campaigns: string[]
  /** Current versions first. */
  evaluations: string[]
  years: number[]
  /** Of these those without an evaluation. */
  unevaluated: number[]
  /** Codes, null for all together. */
  districts: (string | null)[]
  schemes: string[]
  /** Of evaluations by another scheme than the desk's. */
  others: string[]
}

const EVERYBODY = { all: true, agency: null, district: null }

const inDistrict = (district: string | null) => (district === null ? '' : ` --district ${district}`)

/** One after the other; what cannot be written today is passed over. */
export function* everyPaper(desk: Desk): Generator<EveryPaper> {
  const sources = sourcesOf(ask(desk, reader => onFile(desk, reader)))
  for (const [i, [command, papers]] of sources.entries()) {
    desk.progress?.('decide', i, sources.length)
    for (const { name, code, about } of givenToday(() => papers(desk))) {
      if (code) yield { command: about === undefined ? command : `${command} ${about}`, name, code: code() }
    }
  }
}

function onFile(desk: Desk, reader: Reader): OnFile {
  const evaluations = listEvaluations(reader)
  const everywhere = { agency: null, district: null }
  const inspections = listRecords(reader, 'inspection', everywhere)
  const days = [
    ...inspections.map(row => row.date),
    ...listRecords(reader, 'complaint', everywhere).map(row => row.received_on),
    ...listRecords(reader, 'penalty', everywhere).map(row => row.decision_date),
  ]
  const own = getSetting(reader, 'scheme')
  const found = new Set([
    ...evaluations.map(e => e.year),
    ...days.map(day => Number(String(day).slice(0, 4))),
  ])
  const years = [...found.add(Number(desk.today.slice(0, 4)))].filter(Number.isInteger).sort().reverse()
  return {
    publicities: listPublicities(reader).map(p => String(p.id)),
    draws: listDraws(reader).map(draw => draw.name),
    batches: [...new Set(inspections.map(row => String(row.batch)))],
    campaigns: listCampaigns(reader).map(campaign => campaign.name),
    evaluations: [
      ...evaluations.map(e => String(e.id)),
      ...evaluations.flatMap(e => earlierVersions(reader, e).map(v => `${v.id}@${v.version}`)),
    ],
    years,
    unevaluated: years.filter(year => !evaluations.some(e => e.year === year)),
    districts: [null, ...listDistricts(reader).map(d => d.code)],
    schemes: [...new Set([...listSchemeIds(reader), ...shippedSchemes(desk.schemes)])],
    others: evaluations.filter(e => e.scheme_id !== own).map(e => String(e.id)),
  }
}

/** What takes long comes last. */
function sourcesOf(on: OnFile): Source[] {
  const { evaluations, districts, years } = on
  return [
    ...on.publicities.map(ofPublicity),
    ...[null, ...on.schemes].flatMap(scheme => districts.map(district => ofQuota(scheme, district))),
    ['form hotline', desk => [hotlinePaper(desk, 'docx')]],
    ...on.draws.map(ofDraw),
    [
      'form rectification',
      desk =>
        planRectifications(desk, { which: null, done: true, batch: null, district: null }).orders.map(
          ({ paper, record }) => ({ name: paper.name, code: paper.code!, about: record }),
        ),
    ],
    ...ofTitles,
    ...on.schemes.flatMap(ofBlanks),
    ...evaluations.flatMap(ofNominees),
    ...evaluations.flatMap(id => districts.map(district => ofRanking(id, district))),
    ...evaluations.flatMap(ofEvaluation),
    ...evaluations.flatMap(id => districts.map(district => ofScores(id, district))),
    ['archive export --all', desk => archivePapers(desk, EVERYBODY, 'internal', 'docx')],
    ['archive export --all --public', desk => archivePapers(desk, EVERYBODY, 'public', 'docx')],
    ...on.others.map(
      (id): Source => [`form package --evaluation ${id}`, desk => packagePapers(desk, id, null).papers],
    ),
    ...on.campaigns.flatMap(campaign => districts.map(district => ofMonth(campaign, district))),
    ...[...on.batches, null]
      .flatMap(batch => districts.map(district => ofInspections(batch, years, district)))
      .flat(),
    ...years.flatMap(year => districts.map(district => ofYear(year, district))),
    ...districts.flatMap(district => [
      ...on.unevaluated.map(year => ofPage({ year, evaluation: null, district })),
      ...evaluations.map(evaluation => ofPage({ year: null, evaluation, district })),
    ]),
  ]
}

const ofPublicity = (id: string): Source => [
  `form publicity ${id}`,
  desk => [publicityPaper(desk, id, 'docx')],
]

const ofQuota = (scheme: string | null, district: string | null): Source => [
  `form quota${scheme === null ? '' : ` --scheme ${scheme}`}${inDistrict(district)}`,
  desk => [quotaPaper(desk, { scheme, district }, 'docx')],
]

const ofDraw = (name: string): Source => [`form inspection ${name}`, desk => planInspectionSheets(desk, name)]

/** The titles are read once. */
const ofTitles: Source[] = [
  [
    'form revocation',
    function* (desk) {
      for (const held of ask(desk, honorsReviewed))
        for (const { name, code } of givenToday(() => [planRevocation(desk, held).paper]))
          yield { name, code: code!, about: `id=${held.honor.id}` }
    },
  ],
  [
    'form plate',
    function* (desk) {
      for (const held of ask(desk, honorsReviewed))
        for (const { name, code } of givenToday(() => [planPlateReceipt(desk, held)]))
          yield { name, code: code!, about: `id=${held.honor.id}` }
    },
  ],
]

const SUBJECT_FORMS = [
  ['application', planApplications],
  ['filing', planFiling],
  ['appraisal', planAppraisals],
  ['checklist', planChecklists],
] as const

const UNASKED: Asked = {
  ...{ evaluation: null, scheme: null, subject: null, district: null },
  ...{ all: false, blank: false },
}

const ofBlanks = (scheme: string): Source[] =>
  SUBJECT_FORMS.flatMap(([form, plan]): Source[] => [
    [
      `form ${form} --blank --scheme ${scheme}`,
      desk => plan(desk, { ...UNASKED, scheme, blank: true }).papers,
    ],
    [
      `form ${form} --all --blank --scheme ${scheme}`,
      desk => plan(desk, { ...UNASKED, scheme, blank: true, all: true }).papers,
    ],
  ])

const ofNominees = (id: string): Source[] => [
  [
    `form recommendation --evaluation ${id}`,
    desk => planRecommendations(desk, id, { district: null, agency: null }).forms.map(f => f.paper),
  ],
  [`form nominees --evaluation ${id}`, desk => nomineePapers(desk, id, { district: null }, 'docx')],
  [`form nominees --all --evaluation ${id}`, desk => nomineePapers(desk, id, 'each', 'docx')],
]

const ofRanking = (id: string, district: string | null): Source => [
  `form ranking --evaluation ${id}${inDistrict(district)}`,
  desk => [rankingPaper(desk, id, district, 'docx')],
]

const ofEvaluation = (id: string): Source[] => [
  [`form summary --all --evaluation ${id}`, desk => planSummaries(desk, id, EVERYBODY)],
  ...SUBJECT_FORMS.map(
    ([form, plan]): Source => [
      `form ${form} --all --evaluation ${id}`,
      desk => plan(desk, { ...UNASKED, evaluation: id, all: true }).papers,
    ],
  ),
  ['form results', desk => resultCodes(desk, id)],
  [
    `evaluation notice --all --evaluation ${id}`,
    desk => planNotices(desk, id, null).notices.map(n => n.paper),
  ],
  [`evaluation explain --evaluation ${id} --format docx`, desk => explanationCodes(desk, id)],
]

/** Of the nominees. */
const ofScores = (id: string, district: string | null): Source => [
  `form results --evaluation ${id}${inDistrict(district)} --format xlsx`,
  desk => [planResults(desk, id, { of: 'nominees', district }).table('xlsx')],
]

const ofMonth = (campaign: string, district: string | null): Source => [
  `report month --campaign ${campaign}${inDistrict(district)}`,
  desk => [monthSummaryPaper(desk, { campaign, district }, 'docx')],
]

/** Of a batch, or of the window of each year. */
const ofInspections = (batch: string | null, years: readonly number[], district: string | null): Source[] =>
  (batch === null ? years : [null]).map(year => [
    `form inspection-summary${batch === null ? ` --year ${year}` : ` ${batch}`}${inDistrict(district)}`,
    desk => [inspectionSummaryPaper(desk, { year, batch, district }, 'docx')],
  ])

const ofYear = (year: number, district: string | null): Source => [
  `report year --year ${year}${inDistrict(district)}`,
  desk => [yearSummaryPaper(desk, { year, district }, 'docx')],
]

const ofPage = (wanted: Parameters<typeof yearPaper>[1]): Source => [
  `report html ${wanted.year === null ? `--evaluation ${wanted.evaluation}` : `--year ${wanted.year}`}${inDistrict(wanted.district)}`,
  desk => [yearPaper(desk, wanted)],
]

/** No evaluation, no places, a scheme without such a paper: then there is none of it. */
function givenToday<T>(papers: () => Iterable<T>): Iterable<T> {
  try {
    return papers()
  } catch (error) {
    if (error instanceof Refusal) return []
    throw error
  }
}
