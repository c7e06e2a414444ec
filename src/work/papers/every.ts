// Every paper that the file gives today, as names and check codes: the content of each is put together, none is printed.
import { Refusal } from '../../domain/refusal.ts'
import type { SheetOut } from '../../formats/xlsx.ts'
import { listDraws } from '../../store/draw.ts'
import { listEvaluations } from '../../store/evaluation.ts'
import { listPublicities } from '../../store/publicity.ts'
import { ask, type Desk } from '../desk.ts'
import { archivePapers } from './archive.ts'
import { explanationCodes } from './explanation.ts'
import { planInspectionSheets } from './inspection.ts'
import type { Paper } from './paper.ts'
import { publicityPaper } from './publicity.ts'
import { planQuotaSheet } from './quota.ts'
import { planRecommendations } from './recommendation.ts'
import { planNotices } from './result-notice.ts'
import { planResults } from './results.ts'

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

const ONE = { all: true, agency: null, district: null }

const ofFile: readonly Source[] = [
  ['form quota', desk => [sheet(planQuotaSheet(desk))]],
  ['archive export --all', desk => archivePapers(desk, ONE, 'internal', 'docx')],
  ['archive export --all --public', desk => archivePapers(desk, ONE, 'public', 'docx')],
]

const ofEvaluation = (id: string): Source[] => [
  [
    `form recommendation --evaluation ${id}`,
    desk => planRecommendations(desk, id, { district: null, agency: null }).forms.map(f => f.paper),
  ],
  [`form results --all --evaluation ${id}`, desk => planResults(desk, id, 'all').sheets.map(s => s.paper)],
  [`evaluation notice --all --evaluation ${id}`, desk => planNotices(desk, id, null).map(n => n.paper)],
  [`evaluation explain --evaluation ${id} --format docx`, desk => explanationCodes(desk, id)],
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
    ...listEvaluations(reader).flatMap(e => ofEvaluation(String(e.id))),
  ])
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

/** The check line of a table on a sheet is one of its notes. */
function sheet({ name, notes = [] }: SheetOut): Coded {
  const code = notes.map(note => /^校验码 (\S{14})/.exec(note)?.[1]).find(found => found !== undefined)
  return code === undefined ? { name } : { name: `${name}.xlsx`, code: () => code }
}
