// The yearly appraisal of one member of staff (绩效考核表, SD 三(四)4): points by part and kind of rater, the grade, what
// held it down (SD 三(五)2), and whether the year before was as bad. Its name is what it is for: an internal paper.
import { pointsText } from '../../domain/exact.ts'
import type { PaperContent } from '../../domain/papers/templates.ts'
import type { Scheme } from '../../domain/scheme/scheme.ts'
import type { RuleContext } from '../../domain/score/dossier.ts'
import { applyRule } from '../../domain/score/rules.ts'
import { indicatorsFor } from '../../domain/score/score.ts'
import { ask, type Desk } from '../desk.ts'
import { type Computed, contextOf } from '../evaluation/compute.ts'
import type { SubjectPapers } from './checklist.ts'
import { footerNote, gradeLabel, type Stationery, stationeryOf, wordPaper } from './paper.ts'
import { clauseOf, ratedText } from './standards.ts'
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
  workingNotes,
} from './subject-forms.ts'

const APPRAISAL: PaperSort = {
  paper: '绩效考核表',
  has: s => s.applies_to.subject === 'person' && s.grades.bands.length > 0,
}

/** Refuses schemes that are not for persons, and whoever was not evaluated. */
export function planAppraisals(desk: Desk, asked: Asked): SubjectPapers {
  return ask(desk, reader => {
    const ground = groundOf(desk, reader, APPRAISAL, asked)
    const { scheme, evaluation } = ground
    const context = evaluation && contextOf(reader, evaluation, scheme)
    const stationery = stationeryOf(desk, reader)
    const { cases, untyped } = casesOf(desk, reader, ground, asked)
    const papers = cases.map(one =>
      wordPaper(stationery, 'appraisal', nameOfFile('绩效考核表', one), () =>
        contentOf(stationery, ground, one, context),
      ),
    )
    return { papers, untyped, notes: workingNotes(ground, cases) }
  })
}

function contentOf(
  stationery: Stationery,
  ground: Ground,
  one: Case,
  context: RuleContext | null,
): PaperContent<'appraisal'> {
  const { scheme } = ground
  const { subject, type, computed } = one
  const asked = indicatorsFor(scheme, type?.id ?? null)
  const result = computed?.result ?? null
  return {
    title: scheme.papers.results.title,
    ...datesOf(ground),
    name: subject?.name ?? '',
    code: subject?.code ?? '',
    unit: subject ? (subject.agency_name ?? subject.parent) : '',
    post: subject ? subject.post : '',
    rows: asked.map(({ name, criterion, points, raters }, k) => {
      const of = result?.indicators[k] ?? null
      const kinds = scheme.raters.filter(r => raters.includes(r.kind))
      const means =
        of === null
          ? kinds.map(r => `${r.name}：　　　　分`)
          : of.ratings.map(group => ratedText(scheme, group, points))
      if (of?.override) means.push(`人工确定：${of.override.reason}（${of.override.document}）`)
      return {
        indicator: name,
        criterion,
        points: pointsText(points),
        means: means.join('\n'),
        score: of === null ? '' : (pointsText(of.score) ?? `${pointsText(of.min)}–${pointsText(of.max)}`),
      }
    }),
    full: pointsText(asked.reduce((sum, i) => sum + i.points, 0)),
    total:
      result === null
        ? ''
        : (pointsText(result.total) ?? `${pointsText(result.min_total)}–${pointsText(result.max_total)}`),
    grade: gradeText(scheme, computed),
    held: computed && context ? heldText(scheme, computed, context) : '',
    consecutive: consecutiveText(ground, computed),
    notes: [bandsNote(scheme), ...notesOf(ground)],
    footer_note: footerNote(stationery, 'appraisal', scheme, subject?.district_code ?? null),
  }
}

function gradeText(scheme: Scheme, computed: Computed | null): string {
  if (computed === null) return scheme.grades.bands.map(b => `□${b.grade}`).join('　')
  const { grade, computed_grade, grades } = computed.result
  if (grade === null) return `待定（${grades.lowest}–${grades.highest}）`
  return grade === computed_grade
    ? gradeLabel(scheme, grade)
    : `${gradeLabel(scheme, grade)}（按得分为${computed_grade}）`
}

/** Each limit that fired with the records that made it fire. */
function heldText(scheme: Scheme, { result, dossier }: Computed, context: RuleContext): string {
  const fired = scheme.grade_limits.filter(limit => result.vetoes.includes(limit.id))
  const told = fired.map(({ name, rules, clause }) => {
    const records = [...new Set(rules.flatMap(rule => applyRule(rule, dossier, context).records))]
    return `${name}（${clauseOf(clause)}）${records.length > 0 ? `：${records.join('、')}` : ''}`
  })
  return told.length > 0 ? told.join('\n') : '没有触发'
}

/** What the scheme draws from a grade held for some years is a prompt; a person decides. */
function consecutiveText({ scheme, evaluation }: Ground, computed: Computed | null): string {
  if (computed === null || evaluation === null) return '上年度考核等级：'
  const year = evaluation.year - 1
  const before = computed.earlier.find(e => e.year === year)?.grade
  const drawn = scheme.consequences.filter(c => computed.result.consequences.includes(c.id))
  return [
    `上年度（${year}）考核等级：${before ?? '没有已审定的考核结果'}`,
    ...drawn.map(c => `${c.name}（${clauseOf(c.clause)}）：提示，由单位决定`),
  ].join('\n')
}

function bandsNote({ grades }: Scheme): string {
  const bands = grades.bands.map(b => `${b.grade}${pointsText(b.min)}分以上`).join('、')
  return `等级线：${bands}（${clauseOf(grades.clause)}）。`
}
