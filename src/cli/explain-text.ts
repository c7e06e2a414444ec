// One result explained on a terminal: head, notices, every indicator with its lines, each below what it belongs to.
import type {
  ExplainedIndicator,
  Explanation,
  ExplanationLine,
  Tone,
} from '../work/evaluation/explanation.ts'
import type { Paint, Shell } from './shell.ts'
import { pad, textWidth, wrap } from './table.ts'

/** Names longer than this push the points aside instead of all others. */
const WIDEST_NAME = 22
const SCORE = 11

/** `width`: of the terminal; lines are broken there and go on below their own text. */
export function explainLines(shell: Shell, color: Paint, explanation: Explanation, width: number): string[] {
  const { name, code, head, notices, sections, legend } = explanation
  const lines = [color.bold(`${name}  ${code}`), ...head.flatMap(text => broken('', text, width))]
  for (const { tone, text } of notices)
    lines.push(...broken('', text, width).map(line => painted(color, tone)(line)))
  for (const { title, sum, indicators } of sections) {
    const names = indicators.map(i => textWidth(i.name)).filter(w => w <= WIDEST_NAME)
    const nameWidth = Math.max(0, ...names)
    lines.push('')
    if (title !== null) lines.push(color.bold(sum === null ? title : `${title}  ${sum}`.trimEnd()))
    for (const indicator of indicators)
      lines.push(...indicatorLines(shell, color, indicator, nameWidth, width))
  }
  return [...lines, '', ...broken('', legend, width).map(line => color.dim(line))]
}

function indicatorLines(
  { m }: Shell,
  color: Paint,
  { name, score, points, running, source, lines }: ExplainedIndicator,
  nameWidth: number,
  width: number,
): string[] {
  const head = `  ${pad(name, nameWidth)} ${pad(score, SCORE, 'right')}${points === null ? '' : ` / ${points}`}`
  const after = running === null ? '' : `  ${m.words.said.explanation.running(running)}`
  return [
    ...broken('  ', `${head.slice(2)}${after}  ${source}`, width, 6),
    ...lines.flatMap(line => markedLines(color, line, width)),
  ]
}

function markedLines(color: Paint, { mark, tone, text, below }: ExplanationLine, width: number): string[] {
  const [first = '', ...rest] = broken('        ', text, width)
  return [
    `      ${painted(color, tone)(mark)} ${first.trimStart()}`,
    ...rest,
    ...below.flatMap(one => broken('          ', one, width, 12)).map(line => color.dim(line)),
  ]
}

/** A text behind an indent, further lines of it behind `hanging` blanks. */
function broken(indent: string, text: string, width: number, hanging = indent.length): string[] {
  const [first = '', ...more] = wrap(text, width - Math.max(indent.length, hanging))
  return [`${indent}${first}`, ...more.map(line => `${' '.repeat(hanging)}${line}`)]
}

function painted(color: Paint, tone: Tone): (text: string) => string {
  switch (tone) {
    case 'good':
      return color.green
    case 'bad':
      return color.red
    case 'open':
      return color.yellow
    case 'plain':
      return text => text
  }
}
