// An explanation as a paper: Word from its template, or a page of HTML that asks for nothing else.
import type { PaperContent } from '../../domain/papers/templates.ts'
import { html, htmlPage } from '../../formats/html.ts'
import { zhCN } from '../../messages/zh-CN/index.ts'
import { ask, type Desk } from '../desk.ts'
import { type Explained, explainEach, explainedIn } from '../evaluation/explain-result.ts'
import { type ExplainedIndicator, explanationOf } from '../evaluation/explanation.ts'
import { hasRun } from '../evaluation/run-evaluation.ts'
import { evaluationFor } from '../evaluation/which.ts'
import { districtNames } from '../list-agencies.ts'
import {
  checkCode,
  fileName,
  footerNote,
  htmlPaper,
  type Paper,
  type Stationery,
  stationeryOf,
  wordPaper,
} from './paper.ts'

/** `singles`: with the rating of every rater. */
export function explanationPaper(
  desk: Desk,
  which: string | null,
  key: string,
  { singles, format }: { singles: boolean; format: 'docx' | 'html' },
): Paper {
  return ask(desk, reader => {
    const stationery = stationeryOf(desk, reader)
    const { name, content } = drawn(
      stationery,
      explainedIn(reader, which, key),
      districtNames(reader),
      singles,
    )
    return format === 'html'
      ? htmlPaper<'explanation'>(stationery, name, () => content, pageOf)
      : wordPaper(stationery, 'explanation', name, () => content)
  })
}

/** The papers of everybody who has a result, without and with the rating of every rater, as names and check codes. */
export function explanationCodes(
  desk: Desk,
  which: string | null,
): { name: string; code: () => string; about: string }[] {
  return ask(desk, reader => {
    const evaluation = hasRun(evaluationFor(reader, which))
    const stationery = stationeryOf(desk, reader)
    const districts = districtNames(reader)
    const codes: ReturnType<typeof explanationCodes> = []
    for (const explained of explainEach(reader, evaluation)) {
      for (const singles of [false, true]) {
        const { name, content } = drawn(stationery, explained, districts, singles)
        const code = checkCode(content)
        const about = `${content.code}${singles ? ' --ratings' : ''}`
        codes.push({ name: fileName(name, 'docx'), code: () => code, about })
      }
    }
    return codes
  })
}

/** What it says, and the parts of its file name. */
function drawn(
  stationery: Stationery,
  explained: Explained,
  districts: ReadonlyMap<string, string>,
  singles: boolean,
): { name: string[]; content: PaperContent<'explanation'> } {
  const code = explained.party.district_code ?? ''
  const content = contentOf(stationery, explained, districts.get(code) ?? '', singles)
  return { name: ['逐项说明', code, content.district, content.code, content.name], content }
}

function contentOf(
  stationery: Stationery,
  explained: Explained,
  district: string,
  singles: boolean,
): PaperContent<'explanation'> {
  const { scheme, party, evaluation, warnings } = explained
  const { name, code, head, notices, sections, legend } = explanationOf(zhCN, explained, singles)
  return {
    title: '评估结果逐项说明',
    name,
    code,
    district,
    head: [...head, legend],
    notices: [
      ...warnings.map(() => '计算以后数据有变动，与上次计算结果不同；本说明按现有数据。'),
      ...notices.map(n => n.text),
      ...(evaluation.status === 'open' ? ['评估尚未审定，本说明仅供核对。'] : []),
    ],
    sections: sections.map(section => ({
      title: section.title ?? '指标',
      sum: section.sum ?? '',
      rows: section.indicators.map(rowOf),
    })),
    footer_note: footerNote(stationery, 'explanation', scheme, party.district_code),
  }
}

function rowOf({
  name,
  score,
  points,
  running,
  source,
  lines,
}: ExplainedIndicator): PaperContent<'explanation'>['sections'][number]['rows'][number] {
  const texts = lines.flatMap(({ mark, text, below }) => [
    `${mark} ${text}`,
    ...below.map(one => `　　${one}`),
  ])
  return {
    indicator: name,
    source,
    points: points ?? '—',
    score,
    running: running ?? '—',
    lines: texts.join('\n'),
  }
}

const STYLE = `
body { font: 15px/1.6 FangSong, STFangsong, "Noto Serif CJK SC", serif; color: #111; background: #fff;
  max-width: 66em; margin: 2em auto; padding: 0 1em; }
h1 { font-size: 1.7em; text-align: center; }
h2 { font: bold 1.1em SimHei, "Noto Sans CJK SC", sans-serif; margin: 1.6em 0 .4em; }
p { margin: .1em 0; }
ul { margin: .6em 0; padding-left: 1.4em; }
table { border-collapse: collapse; width: 100%; table-layout: fixed; }
th, td { border: 1px solid #444; padding: .25em .5em; vertical-align: top; text-align: left; overflow-wrap: anywhere; }
th { background: #eee; font-weight: bold; }
th.indicator { width: 13em; } th.points, th.score, th.running { width: 5.5em; }
td.points, td.score, td.running { text-align: right; }
td small { display: block; color: #555; }
footer { margin-top: 2em; border-top: 1px solid #444; font-size: .85em; }
@page { size: A4; margin: 2cm 1.5cm; }
@media print { body { margin: 0; padding: 0; max-width: none; font-size: 10pt; }
  thead { display: table-header-group; } tr { break-inside: avoid; } h2 { break-after: avoid; } }
`

function pageOf(paper: PaperContent<'explanation'> & { check_line: string }): Uint8Array {
  const sections = paper.sections.map(({ title, sum, rows }) => {
    const body = rows.map(row => {
      const lines = row.lines.split('\n').map(text => html`<p>${text}</p>`)
      return html`<tr><td>${row.indicator}<small>${row.source}</small></td><td class="points">${row.points}</td>
<td class="score">${row.score}</td><td class="running">${row.running}</td><td>${lines}</td></tr>
`
    })
    return html`<h2>${title}　${sum}</h2>
<table>
<thead><tr><th class="indicator" scope="col">指标</th><th class="points" scope="col">满分</th><th class="score" scope="col">得分</th><th class="running" scope="col">累计</th><th scope="col">评分、规则和记录</th></tr></thead>
<tbody>
${body}</tbody>
</table>
`
  })
  const paragraphs = paper.head.map(text => html`<p>${text}</p>\n`)
  const notices = paper.notices.map(text => html`<li>${text}</li>\n`)
  const body = html`<h1>${paper.title}</h1>
<p>名称：${paper.name}</p>
<p>代码（许可证号）：${paper.code}　推荐范围：${paper.district}</p>
${paragraphs}<ul>
${notices}</ul>
${sections}<footer><p>${paper.footer_note}</p><p>${paper.check_line}</p></footer>`
  return htmlPage({ title: `${paper.title}　${paper.name}`, style: STYLE, body })
}
