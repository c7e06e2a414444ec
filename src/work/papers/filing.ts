// What a county files with the city (备案表, LY 五 and 附件4): the institutions that hold the title by this evaluation, by
// which document and since when.

import { dueDay } from '../../domain/calendar/deadlines.ts'
import type { Day } from '../../domain/day.ts'
import { pointsText } from '../../domain/exact.ts'
import { Refusal } from '../../domain/refusal.ts'
import { hasPoints } from '../../domain/scheme/points.ts'
import { idOf } from '../../domain/score/party.ts'
import type { SheetOut } from '../../formats/xlsx.ts'
import type { Evaluation } from '../../store/evaluation.ts'
import { listCandidates } from '../../store/nomination.ts'
import type { Reader } from '../../store/open.ts'
import { partyNames, subjectTypes } from '../../store/party.ts'
import { listRecords } from '../../store/record.ts'
import { listResults } from '../../store/result.ts'
import { ask, type Desk } from '../desk.ts'
import { notSuperseded, schemeOf } from '../evaluation/which.ts'
import { districtNamed } from '../find-district.ts'
import { districtNames } from '../list-agencies.ts'
import { titleOf } from './application.ts'
import {
  chineseDay,
  footerNote,
  type Paper,
  type Stationery,
  standing,
  stationeryOf,
  wordPaper,
} from './paper.ts'
import { type SheetFormat, sealedSheet } from './sheet.ts'
import { type Asked, type Ground, groundOf, layoutNote, type PaperSort } from './subject-forms.ts'

const FILING: PaperSort = {
  paper: '备案表',
  has: s =>
    s.applies_to.subject !== 'agency' &&
    s.nomination !== null &&
    s.stages.some(stage => stage.work.includes('filing')),
}

interface Filed {
  district_code: string | null
  district: string
  code: string | null
  name: string
  type: string
  total: string | null
  title: string
  document: string | null
  granted_on: Day
}

export interface Filing {
  /** One of each county. */
  papers: Paper[]
  /** All of them as one table. */
  table: (format: SheetFormat) => Paper
  /** Names of nominees without a title in force: they are not filed. */
  left_out: string[]
}

/** Of all counties or of one. Refuses schemes without filing, and evaluations that have granted nothing. */
export function planFiling(desk: Desk, asked: Asked): Filing {
  return ask(desk, reader => filingIn(desk, reader, asked))
}

function filingIn(desk: Desk, reader: Reader, asked: Asked): Filing {
  const ground = groundOf(desk, reader, FILING, asked)
  const { scheme, evaluation } = ground
  const stationery = stationeryOf(desk, reader)
  const paper = (name: string[], rows: readonly Filed[], code: string | null) =>
    wordPaper(stationery, 'filing', ['备案表', ...name], () => contentOf(stationery, ground, rows, code))
  const tableOf = (rows: readonly Filed[]) =>
    sealedSheet(stationery, sheetOf(ground, rows), '备案表', footerNote(stationery, 'filing', scheme, null))
  if (evaluation === null) {
    if (!asked.blank) throw new Refusal('CX1419', { scheme: scheme.id, id: null })
    return { papers: [paper(['空白'], [], null)], table: tableOf([]), left_out: [] }
  }
  notSuperseded(evaluation)
  const noun = scheme.applies_to.subject
  const [names, types, districts] = [
    partyNames(reader, noun),
    subjectTypes(reader, noun),
    districtNames(reader),
  ]
  const results = new Map(listResults(reader, evaluation).map(r => [idOf(r), r]))
  const only = asked.district === null ? null : districtNamed(reader, asked.district).code
  const granted = grantedBy(reader, evaluation)
  if (granted.size === 0) throw new Refusal('CX1419', { scheme: scheme.id, id: evaluation.id })
  const rows = [...granted].map(([id, { title, document, granted_on }]): Filed => {
    const { name, code, uscc, district_code } = names.get(id)!
    const total = results.get(id)?.total ?? null
    return {
      district_code,
      district: districts.get(district_code ?? '') ?? '',
      code: code ?? uscc,
      name,
      type: scheme.applies_to.types.find(t => t.id === types.get(id))?.name ?? '',
      total: hasPoints(scheme) ? pointsText(total) : null,
      title,
      document,
      granted_on,
    }
  })
  const here = rows.filter(r => only === null || r.district_code === only)
  const codes = [...new Set(here.map(r => r.district_code ?? ''))].sort()
  const ordered = codes.flatMap(code => here.filter(r => (r.district_code ?? '') === code))
  const papers = codes.map(code => {
    const own = ordered.filter(r => (r.district_code ?? '') === code)
    return paper(
      [code, own[0]!.district].filter(p => p !== ''),
      own,
      code,
    )
  })
  const left_out = listCandidates(reader, evaluation.id)
    .filter(c => c.decision === 'nominated' && !granted.has(idOf(c)))
    .filter(c => only === null || c.district_code === only)
    .map(c => names.get(idOf(c))!.name)
  return { papers, table: tableOf(ordered), left_out }
}

/** Those of a package: none where the scheme has no filing, or no title is in force yet. */
export function filedPapers(desk: Desk, reader: Reader, evaluation: Evaluation, asked: Asked): Paper[] {
  if (!FILING.has(schemeOf(reader, evaluation)) || grantedBy(reader, evaluation).size === 0) return []
  return filingIn(desk, reader, asked).papers
}

function grantedBy(reader: Reader, evaluation: Evaluation): Map<number, Granted> {
  const honors = listRecords(reader, 'honor', { agency: null, district: null }) as unknown as Granted[]
  const here = honors.filter(honor => honor.evaluation_id === evaluation.id && honor.status === 'valid')
  return new Map(here.map(honor => [idOf(honor), honor]))
}

/** Of the register of honors. */
interface Granted {
  agency_id: number | null
  subject_id: number | null
  evaluation_id: number | null
  status: string
  title: string
  document: string | null
  granted_on: Day
}

function contentOf(stationery: Stationery, ground: Ground, rows: readonly Filed[], district: string | null) {
  const { scheme, evaluation } = ground
  const { notice, nomination } = scheme
  const year = evaluation ? String(evaluation.year) : '　　　　'
  const count = evaluation ? String(rows.length) : '　　　'
  const due = dueOf(ground)
  const filed = rows.map((row, i) => ({
    number: String(i + 1),
    name: row.name,
    type: row.type,
    district: row.district,
    total: row.total ?? '—',
    honor: row.title,
    document: row.document,
    granted_on: chineseDay(row.granted_on),
  }))
  return {
    title: titleOf(scheme, '备案表'),
    addressee: due?.to ?? '',
    opening: `根据《${notice}》，现将${year}年度${nomination?.title ?? ''}评定结果报上备案，共${count}家：`,
    rows: evaluation ? filed : EMPTY,
    notes: [...(due ? [due.text] : []), ...layoutNote(scheme), ...standing(evaluation)],
    footer_note: footerNote(stationery, 'filing', scheme, district),
  }
}

/** Rows to be filled in by hand. */
const EMPTY = Array.from({ length: 12 }, (_, i) => ({
  ...{ number: String(i + 1), name: '', type: '', district: '', total: '', honor: '' },
  ...{ document: '', granted_on: '' },
}))

/** To whom it is filed and by when, as the scheme's deadline says. */
function dueOf({ scheme, evaluation }: Ground): { to: string; text: string } | null {
  const deadline = scheme.deadlines.find(d => d.done_by === 'filing')
  if (!deadline) return null
  const { to, clause, year, name } = deadline
  const day = dueDay(deadline, evaluation?.year ?? year ?? 0)
  const told = year === null || evaluation === null || evaluation.year === year
  return {
    to,
    text: told && day ? `${name}：${chineseDay(day)}前（${clause}）。` : `报送时间按当年通知（${clause}）。`,
  }
}

function sheetOf({ scheme, evaluation }: Ground, rows: readonly Filed[]): SheetOut {
  const text = (header: string, width?: number) => ({
    header,
    type: 'text' as const,
    ...(width ? { width } : {}),
  })
  return {
    name: '备案表',
    title: titleOf(scheme, '备案表'),
    subtitle: evaluation ? `${evaluation.year}年度` : '',
    columns: [
      { header: '序号', type: 'int', align: 'center' },
      ...[text('区划代码'), text('所在县区'), text('主体编号'), text('机构名称', 34), text('机构类型', 26)],
      { header: '总分', type: 'decimal', align: 'center' },
      ...[text('称号', 26), text('授予文号', 22)],
      { header: '授予日期', type: 'date' },
    ],
    rows: rows.map((r, i) => [
      ...[i + 1, r.district_code, r.district, r.code, r.name, r.type, r.total ?? '—', r.title, r.document],
      r.granted_on,
    ]),
    notes: [
      ...layoutNote(scheme),
      ...standing(evaluation),
      '报送单位（盖章）：　　　　　　　　　　年　　月　　日',
    ],
    landscape: true,
  }
}
