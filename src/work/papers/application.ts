// What an institution applies with (申报表, LY 五1 and 附件2): its conditions one by one with what the records and the
// review say, and room for what it achieved and for the opinions of the departments of its county.
import type { PaperContent } from '../../domain/papers/templates.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { Agency } from '../../domain/roster/agency.ts'
import type { Clause, Scheme } from '../../domain/scheme/scheme.ts'
import { idOf } from '../../domain/score/party.ts'
import { indicatorsFor } from '../../domain/score/score.ts'
import { agenciesById } from '../../store/agency.ts'
import type { Reader } from '../../store/open.ts'
import { ask, type Desk } from '../desk.ts'
import { readNominations } from '../nomination/list.ts'
import { nomineesOf } from '../report/completion.ts'
import type { SubjectPapers } from './checklist.ts'
import { chineseDay, footerNote, type Stationery, standing, stationeryOf, wordPaper } from './paper.ts'
import { standardRow } from './standards.ts'
import {
  type Asked,
  type Case,
  casesOf,
  datesOf,
  type Ground,
  groundOf,
  layoutNote,
  nameOfFile,
  type PaperSort,
  workingNotes,
} from './subject-forms.ts'

const APPLICATION: PaperSort = {
  paper: '申报表',
  has: s =>
    s.applies_to.subject !== 'agency' &&
    s.nomination !== null &&
    s.stages.some(stage => stage.work.includes('application')),
}

/** Of the nominees unless others are asked for. Refuses schemes without applications, and whoever was not evaluated. */
export function planApplications(desk: Desk, asked: Asked): SubjectPapers {
  return ask(desk, reader => applicationsIn(desk, reader, asked))
}

export function hasApplications(scheme: Scheme): boolean {
  return APPLICATION.has(scheme)
}

export function applicationsIn(desk: Desk, reader: Reader, asked: Asked): SubjectPapers {
  const ground = groundOf(desk, reader, APPLICATION, asked)
  const { scheme, evaluation } = ground
  const nominees = asked.subject === null && !asked.all && !asked.blank
  if (nominees && evaluation === null) throw new Refusal('CX1419', { scheme: scheme.id, id: null })
  const only =
    nominees && evaluation ? new Set(nomineesOf(readNominations(reader, evaluation)).map(idOf)) : null
  const { cases, untyped } = casesOf(desk, reader, ground, asked, only)
  const ids = cases.flatMap(({ subject }) => subject?.agency_id ?? [])
  const agencies = new Map(agenciesById(reader, ids).map(a => [a.id, a]))
  const stationery = stationeryOf(desk, reader)
  const papers = cases.map(one =>
    wordPaper(stationery, 'application', nameOfFile('申报表', one), () =>
      contentOf(stationery, ground, one, agencies.get(one.subject?.agency_id ?? 0) ?? null),
    ),
  )
  return { papers, untyped, notes: workingNotes(ground, cases) }
}

/** By the county's departments together (LY 五1). */
const OPINIONS = ['人力资源社会保障部门意见', '发展改革部门意见', '民政部门意见']

/** What the register of subjects cannot hold is written in by hand. */
const BLANK = '＿'.repeat(8)

/** Of which annex it is: the paper of the results where that is this one, else as the list of missing annexes names it. */
function annexOf({ papers, gaps }: Scheme): Clause {
  if (papers.results.title.endsWith('申报表')) return papers.results.clause
  for (const { note } of gaps) {
    const [, numbers = '', names = ''] = /附件([\d、]+)（([^）]+)）/.exec(note) ?? []
    const at = names.split('、').indexOf('申报表')
    if (at >= 0) return `附件${numbers.split('、')[at]}`
  }
  return 'default'
}

/** What the roster tells of an institution that is an agency; the register of subjects tells it of nobody. */
function contentOf(
  stationery: Stationery,
  ground: Ground,
  one: Case,
  agency: Agency | null,
): PaperContent<'application'> {
  const { scheme } = ground
  const { subject, type } = one
  return {
    title: titleOf(scheme, '申报表'),
    year: datesOf(ground).year,
    name: subject?.name ?? '',
    code: subject?.code ?? '',
    type: type?.name ?? '',
    district: subject?.district ?? '',
    parent: subject ? subject.parent : '',
    started_on: subject ? subject.started_on && chineseDay(subject.started_on) : '',
    address: agency ? agency.address : BLANK,
    in_charge: agency ? agency.legal_rep : BLANK,
    phone: agency ? agency.phone : BLANK,
    sections: sectionsOf(ground, one),
    conclusion: conclusionText(scheme, one),
    opinions: OPINIONS.map(opinion => ({ opinion_label: `县区${opinion}` })),
    notes: [...layoutNote(scheme, annexOf(scheme)), ...standing(ground.evaluation)],
    footer_note: footerNote(stationery, 'application', scheme, subject?.district_code ?? null),
  }
}

/** As the scheme calls its paper where that is this one, else after the title that is applied for. */
export function titleOf({ papers, nomination }: Scheme, paper: string): string {
  const { title } = papers.results
  return title.endsWith(paper) ? title : `${nomination?.title ?? ''}评定${paper}`
}

/** What is asked of all, then what is asked of this type. The competitive review comes after the application. */
function sectionsOf({ scheme }: Ground, { type, computed }: Case): PaperContent<'application'>['sections'] {
  const rows = indicatorsFor(scheme, type?.id ?? null).flatMap((indicator, k) => {
    if (!indicator.required) return []
    const row = standardRow(scheme, indicator, computed?.result.indicators[k] ?? null)
    return [{ ofType: indicator.types.length > 0, row }]
  })
  const section = (title: string, ofType: boolean) => ({
    title,
    rows: rows.filter(r => r.ofType === ofType).map(r => r.row),
  })
  return [section('基本条件', false), section(`本类机构条件（${type?.name ?? ''}）`, true)].filter(
    s => s.rows.length > 0,
  )
}

function conclusionText({ decision }: Scheme, { computed }: Case): string {
  if (decision === null) return ''
  const { passed, failed } = decision
  if (computed === null) return `认定条件：□${passed}　□${failed}`
  const { decision: decided } = computed.result
  return `认定条件：${decided === null ? '待定' : decision[decided]}`
}
