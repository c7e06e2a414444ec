// Of the year as a page: the list of all who were evaluated with their explanations, or of the roster before that.
// Nobody's person is named in it.

import { pointsText } from '../../domain/exact.ts'
import type { Agency } from '../../domain/roster/agency.ts'
import { hasPoints } from '../../domain/scheme/points.ts'
import type { Scheme } from '../../domain/scheme/scheme.ts'
import { idOf } from '../../domain/score/party.ts'
import type { PartyExplanation, PartyList, PartyRow } from '../../formats/year-page/model.ts'
import { howMany } from '../../messages/zh-CN/how-many.ts'
import { zhCN } from '../../messages/zh-CN/index.ts'
import type { Evaluation } from '../../store/evaluation.ts'
import { once, type Reader } from '../../store/open.ts'
import { type Explained, explainEach } from '../evaluation/explain-result.ts'
import { explanationOf } from '../evaluation/explanation.ts'
import type { ShownResult } from '../evaluation/show-results.ts'
import { gradesOf, UNKNOWN } from './page-results.ts'
import { NONE } from './rate-text.ts'

/** In the order of `evaluation show`. Persons are not listed: the page goes out of the house. */
export function evaluatedList(
  reader: Reader,
  { scheme, evaluation }: { scheme: Scheme; evaluation: Evaluation },
  results: readonly ShownResult[],
  names: ReadonlyMap<string, string>,
): PartyList {
  const noun = scheme.applies_to.subject
  if (noun === 'person') {
    const lead = [`评估对象是个人，共 ${howMany(results.length, noun)}：本页只列汇总数，不列姓名和逐人结果。`]
    return { ...emptyList(noun), lead }
  }
  // District by district: its own page says the same of them.
  const places = new Set(results.map(({ party }) => party.district_code))
  const explanations = new Map(
    [...places].flatMap(place => {
      const here = results.filter(({ party }) => party.district_code === place)
      return [
        ...explanationsOf(
          reader,
          evaluation,
          here.map(({ party }) => idOf(party)),
        ),
      ]
    }),
  )
  const rows = results.map((shown): PartyRow => {
    const { party, result } = shown
    return {
      rank: result.rank === null ? NONE : String(result.rank),
      name: party.name,
      code: party.uscc ?? party.code ?? '',
      district: names.get(party.district_code ?? '') ?? NONE,
      total: hasPoints(scheme) ? totalText(shown) : NONE,
      grade: gradeText(shown),
      gradeKey: result.grade ?? UNKNOWN,
      explanation: explanations.get(idOf(party)) ?? null,
    }
  })
  const grades = gradesOf(scheme)
  return {
    ...emptyList(noun),
    lead: ['点名称看逐项说明：得分、评分、规则和记录。总分未定的写出可能的范围，不参加排名。'],
    graded: true,
    districts: districtsOf(rows, names),
    grades: rows.some(row => row.gradeKey === UNKNOWN) ? [...grades, UNKNOWN] : grades,
    rows,
  }
}

/** Of agencies, before anything was computed. */
export function rosterList(agencies: readonly Agency[], names: ReadonlyMap<string, string>): PartyList {
  const rows = agencies.map(({ name, uscc, license_no, district_code }): PartyRow => {
    const district = names.get(district_code) ?? NONE
    const code = uscc ?? license_no ?? ''
    const none = { rank: NONE, total: NONE, grade: NONE, gradeKey: '', explanation: null }
    return { ...none, name, code, district }
  })
  const lead = rows.length === 0 ? ['名录里还没有机构。'] : ['还没有评估结果，按名录列出。']
  return { ...emptyList('agency'), lead, districts: districtsOf(rows, names), rows }
}

export function emptyList(noun: Scheme['applies_to']['subject']): PartyList {
  return {
    title: noun === 'agency' ? '机构名单' : '评估对象名单',
    lead: ['还没有评估结果。'],
    unit: howMany(0, noun).replace(/^0 /, ''),
    graded: false,
    districts: [],
    grades: [],
    rows: [],
    legend: zhCN.words.said.explanation.legend,
  }
}

/** Those that occur, in the official order. */
function districtsOf(rows: readonly PartyRow[], names: ReadonlyMap<string, string>): string[] {
  const found = new Set(rows.map(row => row.district))
  return [...names.values(), NONE].filter(name => found.has(name))
}

function totalText({ result }: ShownResult): string {
  return pointsText(result.total) ?? `${pointsText(result.min_total)}–${pointsText(result.max_total)}`
}

function gradeText({ result, grades }: ShownResult): string {
  if (result.grade !== null) return result.grade
  if (grades === null || grades.lowest === grades.highest) return UNKNOWN
  return `${UNKNOWN}（${grades.lowest}–${grades.highest}）`
}

const explanationsOf = once(
  (reader: Reader, evaluation: Evaluation, ids: readonly number[]): ReadonlyMap<number, PartyExplanation> => {
    const explained = [...explainEach(reader, evaluation, ids)]
    return new Map(explained.map(one => [idOf(one.party), explanationFor(one)]))
  },
)

function explanationFor(explained: Explained): PartyExplanation {
  const { head, notices, sections } = explanationOf(zhCN, explained, false)
  const changed = '计算以后数据有变动，与上次计算结果不同；本说明按现有数据。'
  return {
    head,
    notices: [...explained.warnings.map(() => changed), ...notices.map(n => n.text)],
    sections: sections.map(({ title, sum, indicators }) => ({
      title: title ?? '指标',
      sum: sum ?? '',
      indicators: indicators.map(i => ({
        ...{ name: i.name, points: i.points ?? '', score: i.score, running: i.running ?? '' },
        source: i.source,
        lines: i.lines.map(({ mark, tone, text, below }) => ({ tone, text: `${mark} ${text}`, below })),
      })),
    })),
  }
}
