// One result explained as rows: a row for each indicator, rating, rule and near miss, for spreadsheets.
import { pointsText } from '../domain/exact.ts'
import type { Messages } from '../messages/messages.ts'
import type { Explained } from '../work/evaluation/explain-result.ts'
import type { Explanation } from '../work/evaluation/explanation.ts'
import type { ListColumn } from './shell.ts'

export interface ExplainRow {
  number: number
  indicator: string
  points: string
  score: string
  running: string | null
  part: 'indicator' | 'rating' | 'rule' | 'override' | 'near'
  outcome: string | null
  text: string
  clause: string | null
}

export function explainRows(explained: Explained, explanation: Explanation): ExplainRow[] {
  const shown = new Map(explanation.sections.flatMap(s => s.indicators).map(i => [i.name, i]))
  return explained.result.indicators.flatMap((indicator, k): ExplainRow[] => {
    const { number, name, points, ratings, clause } = indicator
    const view = shown.get(`${number}.${name}`)!
    const about = { number, indicator: name, points: pointsText(points), score: view.score }
    const row = (part: ExplainRow['part'], text: string, more: Partial<ExplainRow> = {}): ExplainRow => ({
      ...about,
      ...{ running: null, part, outcome: null, text, clause: null, ...more },
    })
    const rules = explained.rules[k]!
    return [
      row('indicator', view.source, { running: view.running, outcome: indicator.condition, clause }),
      ...view.lines.flatMap((line, at) => {
        const rule = rules[at - ratings.length]
        const part = at < ratings.length ? 'rating' : rule ? 'rule' : 'override'
        const told = rule ? { outcome: rule.outcome, clause: rule.clause } : {}
        const below = part === 'rule' ? 'near' : 'rating'
        return [row(part, line.text, told), ...line.below.map(text => row(below, text))]
      }),
    ]
  })
}

export function explainColumns({ words }: Messages): ListColumn<ExplainRow>[] {
  const { column, labels, value } = words
  const { columns, parts, condition } = words.said.explanation
  const outcomes: Record<string, string> = { ...condition, ...value.outcome }
  return [
    { title: columns.number, cell: r => r.number },
    { title: columns.indicator, cell: r => r.indicator },
    { title: columns.points, cell: r => r.points },
    { title: columns.score, cell: r => r.score },
    { title: columns.running, cell: r => r.running },
    { title: columns.part, cell: r => parts[r.part] },
    { title: columns.outcome, cell: r => r.outcome && (outcomes[r.outcome] ?? r.outcome) },
    { title: columns.explanation, cell: r => r.text },
    { title: column.clause!, cell: r => (r.clause === 'default' ? labels.ours : r.clause) },
  ]
}
