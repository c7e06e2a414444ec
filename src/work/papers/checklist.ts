// The checklist (核查表) of a window, a community or a platform: its standards with what the evaluation found, or to be
// filled in on the spot.
import type { PaperContent } from '../../domain/papers/templates.ts'
import { indicatorsFor } from '../../domain/score/score.ts'
import { ask, type Desk } from '../desk.ts'
import { footerNote, orLine, type Paper, type Stationery, stationeryOf, wordPaper } from './paper.ts'
import { conclusionOf, standardRow } from './standards.ts'
import {
  type Asked,
  type Case,
  casesOf,
  datesOf,
  type Ground,
  groundOf,
  nameOfFile,
  notesOf,
  type PaperSort,
  sortOf,
  workingNotes,
} from './subject-forms.ts'

const CHECKED: readonly string[] = ['window', 'community', 'platform']
const CHECKLIST: PaperSort = { paper: '核查表', has: s => CHECKED.includes(s.applies_to.subject) }

export interface SubjectPapers {
  papers: Paper[]
  /** Names of those whose type the scheme does not know. */
  untyped: string[]
  /** What is not for the paper: gaps of the document. */
  notes?: string[]
  /** The scheme that was taken where none was named, and those that were not. */
  scheme?: string
  others?: string[]
}

/** Refuses schemes that are for others, and whoever was not evaluated. */
export function planChecklists(desk: Desk, asked: Asked): SubjectPapers {
  return ask(desk, reader => {
    const ground = groundOf(desk, reader, CHECKLIST, asked)
    const stationery = stationeryOf(desk, reader)
    const { cases, untyped } = casesOf(desk, reader, ground, asked)
    const papers = cases.map(one =>
      wordPaper(stationery, 'checklist', nameOfFile('核查表', one), () => contentOf(stationery, ground, one)),
    )
    const { scheme, others } = ground
    return { papers, untyped, notes: workingNotes(ground, cases), scheme: scheme.id, others: others ?? [] }
  })
}

function contentOf(stationery: Stationery, ground: Ground, one: Case): PaperContent<'checklist'> {
  const { scheme } = ground
  const { subject, type, computed } = one
  return {
    title: scheme.papers.results.title,
    ...datesOf(ground),
    name: orLine(subject?.name, 20),
    code: orLine(subject?.code, 10),
    type: sortOf(ground, one),
    district: orLine(subject?.district, 10),
    parent: orLine(subject?.parent ?? subject?.agency_name, 10),
    rows: indicatorsFor(scheme, type?.id ?? null).map((indicator, k) =>
      standardRow(scheme, indicator, computed?.result.indicators[k] ?? null),
    ),
    conclusion: conclusionOf(scheme, computed?.result ?? null),
    notes: notesOf(ground),
    footer_note: footerNote(stationery, 'checklist', scheme, subject?.district_code ?? null),
  }
}
