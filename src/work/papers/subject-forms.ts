// What the papers of others than agencies share: by which scheme and which evaluation they go, about whom they are, and
// whose their layout is.
import type { Day } from '../../domain/day.ts'
import { subjectKind } from '../../domain/records/subject.ts'
import { typeWord } from '../../domain/records/subject-type.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { Clause, Scheme } from '../../domain/scheme/scheme.ts'
import { readShippedScheme, shippedSchemes } from '../../schemes/library.ts'
import { type Evaluation, listEvaluations } from '../../store/evaluation.ts'
import type { Reader } from '../../store/open.ts'
import { listRecords } from '../../store/record.ts'
import { listSchemeIds } from '../../store/reference.ts'
import type { Desk } from '../desk.ts'
import { type Computed, computeEach } from '../evaluation/compute.ts'
import { hasRun } from '../evaluation/run-evaluation.ts'
import { evaluationFor, schemeById, schemeOf } from '../evaluation/which.ts'
import { districtNamed } from '../find-district.ts'
import { subjectNamed } from '../find-subject.ts'
import { districtNames } from '../list-agencies.ts'
import { chineseDay, standing } from './paper.ts'
import { clauseOf } from './standards.ts'

/** What was asked for on the command line; what is null is not said. */
export interface Asked {
  evaluation: string | null
  scheme: string | null
  subject: string | null
  district: string | null
  all: boolean
  /** To be filled in by hand, whatever has been evaluated. */
  blank: boolean
}

/** Without an evaluation the paper is filled in by hand. */
export interface Ground {
  scheme: Scheme
  /** Where no scheme was named: ids of others that could have been. */
  others?: string[]
  evaluation: Evaluation | null
}

/** A paper by its name in an office, and the schemes that have it. */
export interface PaperSort {
  paper: string
  has: (scheme: Scheme) => boolean
}

/**
 * The evaluation named, else of the scheme named the open one that was run, else the latest. Where no scheme is named
 * either: the only one that has the paper and is for the subject, or of several the only one evaluated or on file.
 */
export function groundOf(desk: Desk, reader: Reader, { paper, has }: PaperSort, asked: Asked): Ground {
  const whether = (scheme: Scheme): Scheme => {
    if (has(scheme)) return scheme
    throw new Refusal('CX3017', { scheme: scheme.id, paper })
  }
  if (asked.evaluation !== null) {
    const evaluation = hasRun(evaluationFor(reader, asked.evaluation))
    return { scheme: whether(schemeOf(reader, evaluation)), evaluation: asked.blank ? null : evaluation }
  }
  const chosen = asked.scheme === null ? onlyScheme(desk, reader, { paper, has }, asked.subject) : null
  const id = chosen === null ? asked.scheme! : chosen.scheme.id
  const evaluation = asked.blank ? null : latestOf(reader, id)
  const scheme = evaluation ? schemeOf(reader, evaluation) : schemeKnown(desk, reader, id)
  return { scheme: whether(scheme), evaluation, others: chosen?.others ?? [] }
}

function onlyScheme(
  desk: Desk,
  reader: Reader,
  { paper, has }: PaperSort,
  subject: string | null,
): { scheme: Scheme; others: string[] } {
  const noun = subject === null ? null : subjectNamed(reader, subject).values.kind
  const onFile = listSchemeIds(reader)
  const all = [...new Set([...onFile, ...shippedSchemes(desk.schemes)])]
    .map(id => schemeKnown(desk, reader, id))
    .filter(has)
  const fitting = all.filter(s => s.applies_to.subject === noun)
  const usable = noun === null || fitting.length === 0 ? all : fitting
  let left = usable
  const narrowings = [(s: Scheme) => latestOf(reader, s.id) !== null, (s: Scheme) => onFile.includes(s.id)]
  for (const holds of narrowings) if (left.length > 1 && left.some(holds)) left = left.filter(holds)
  const [scheme] = left
  if (left.length === 1) return { scheme: scheme!, others: usable.filter(s => s !== scheme).map(s => s.id) }
  throw new Refusal('CX1417', { paper, available: left.map(s => `${s.id}（${s.title}）`).join('、') })
}

/** As on file, else as shipped: an empty form needs no evaluation by it. */
function schemeKnown(desk: Desk, reader: Reader, id: string): Scheme {
  return listSchemeIds(reader).includes(id)
    ? schemeById(reader, id)
    : readShippedScheme(desk.schemes, id).scheme
}

function latestOf(reader: Reader, schemeId: string): Evaluation | null {
  const run = listEvaluations(reader).filter(e => e.scheme_id === schemeId && e.result_sha256 !== null)
  const open = run.filter(e => e.status === 'open')
  return (open.length > 0 ? open : run).reduce<Evaluation | null>(
    (a, b) => (a && a.year > b.year ? a : b),
    null,
  )
}

/** One paper is about one of these; of an empty form only the type is known, if it makes a difference. */
export interface Case {
  subject: Registered | null
  type: { id: string; name: string } | null
  computed: Computed | null
}

/** As the register of subjects has it. */
export interface Registered {
  id: number
  agency_id: number | null
  kind: string
  type: string | null
  name: string
  code: string | null
  district_code: string | null
  district: string | null
  agency_name: string | null
  parent: string | null
  post: string | null
  started_on: Day | null
  ended_on: Day | null
}

/** As it was when it was evaluated; what an evaluation does not keep is as the register has it now, if it still does. */
const NOWHERE = { agency_id: null, agency_name: null, parent: null, ended_on: null }

export interface Cases {
  cases: Case[]
  /** Names of those whose type the scheme does not know. */
  untyped: string[]
}

/** `only`: ids to which the choice is narrowed. */
export function casesOf(
  desk: Desk,
  reader: Reader,
  { scheme, evaluation }: Ground,
  asked: Asked,
  only: ReadonlySet<number> | null = null,
): Cases {
  const { subject: noun, types } = scheme.applies_to
  const register = new Map(
    (listRecords(reader, 'subject', { agency: null, district: null }) as unknown as Registered[]).map(s => [
      s.id,
      s,
    ]),
  )
  const districts = districtNames(reader)
  const typeOf = (id: string | null) => types.find(t => t.id === id) ?? null
  const named = asked.subject === null ? null : register.get(subjectNamed(reader, asked.subject).id)!
  if (named) {
    const other = named.kind !== noun
    if (other || (types.length > 0 && typeOf(named.type) === null)) {
      const found = other ? kindWord(named.kind) : named.type && typeWord(named.type)
      throw new Refusal('CX1418', { subject: named.name, scheme: scheme.id, found })
    }
  }
  const district = asked.district === null ? null : districtNamed(reader, asked.district).code
  const wanted = (s: Registered) =>
    (named === null || s.id === named.id) &&
    (district === null || s.district_code === district) &&
    (only === null || only.has(s.id))
  if (evaluation !== null) {
    const one = named && noun !== 'agency' ? { noun, ids: [named.id] } : undefined
    const cases: Case[] = []
    for (const computed of computeEach(reader, evaluation, one)) {
      const { id, ended_on: _, ...then } = computed.dossier.subject!
      const place = districts.get(then.district_code ?? '') ?? null
      const subject = { ...NOWHERE, ...register.get(id), ...then, id, district: place }
      if (wanted(subject)) cases.push({ subject, type: typeOf(then.type), computed })
    }
    if (named && cases.length === 0) throw new Refusal('CX3013', { agency: named.name })
    return { cases, untyped: [] }
  }
  if (named === null && !asked.all && district === null) {
    const kinds = types.length > 0 ? types : [null]
    return { cases: kinds.map(type => ({ subject: null, type, computed: null })), untyped: [] }
  }
  const present = [...register.values()].filter(
    s => s.kind === noun && wanted(s) && (named !== null || s.ended_on === null || s.ended_on > desk.today),
  )
  const typed = present.filter(s => types.length === 0 || typeOf(s.type) !== null)
  return {
    cases: typed.map(subject => ({ subject, type: typeOf(subject.type), computed: null })),
    untyped: present.filter(s => !typed.includes(s)).map(s => s.name),
  }
}

/** What a subject is: its type, or where that makes no difference its kind. */
export function sortOf({ scheme }: Ground, { type }: Case): string {
  return type?.name ?? kindWord(scheme.applies_to.subject)
}

function kindWord(kind: string): string {
  return subjectKind.states!.find(s => s.name === kind)!.word
}

/** Year and as-of day of the evaluation, or blanks to be filled in. */
export function datesOf({ evaluation }: Ground): { year: string; as_of: string } {
  return evaluation
    ? { year: String(evaluation.year), as_of: chineseDay(evaluation.as_of) }
    : { year: '　　　　', as_of: '　　　　年　　月　　日' }
}

/** Name of a file: what it is, where, of whom; an empty form is told by its type. */
export function nameOfFile(paper: string, { subject, type }: Case): string[] {
  if (subject === null) return [paper, '空白', ...(type ? [type.name] : [])]
  const { district_code, district, code, id, name } = subject
  return [paper, district_code ?? '', district ?? '', code ?? String(id), name].filter(p => p !== '')
}

/** Whose the layout is, and whether the evaluation stands. */
export function notesOf({ scheme, evaluation }: Ground): string[] {
  return [...layoutNote(scheme), ...standing(evaluation)]
}

/** What the document leaves open or has lost: told on the screen, to those who make the papers; what is signed carries none. */
export function workingNotes({ scheme }: Ground, cases: readonly Case[]): string[] {
  const { types } = scheme.applies_to
  const concerns = (clause: Clause, type: Case['type']) =>
    type === null || !types.some(t => t.id !== type.id && clause.startsWith(`${t.clause}(`))
  const gaps = scheme.gaps.filter(gap => cases.some(({ type }) => concerns(gap.clause, type)))
  const told = gaps.map(({ note, clause }) => `${note}（${clauseOf(clause)}）`)
  return told.length === 0 ? [] : [`原文没有写明或者缺失的：${told.join('；')}。`]
}

/** Of an annex only the name is to be had; of other papers not even that. */
export function layoutNote({ notice, papers }: Scheme, clause: Clause = papers.results.clause): string[] {
  const lacks = clause === 'default' ? '没有规定本表样式' : `的${clause}只有名称、没有样式`
  return [`《${notice}》${lacks}，本表为本程序默认格式。`]
}
