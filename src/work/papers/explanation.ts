// An explanation as a paper: Word from its template, or a page of HTML that asks for nothing else.
import type { PaperContent } from '../../domain/papers/templates.ts'
import { html } from '../../formats/html.ts'
import { paperPage, paragraphs, table } from '../../formats/html-paper.ts'
import { zhCN } from '../../messages/zh-CN/index.ts'
import { ask, type Desk } from '../desk.ts'
import { type Explained, explainEach, explainedIn } from '../evaluation/explain-result.ts'
import { type ExplainedIndicator, explanationOf } from '../evaluation/explanation.ts'
import { hasRun } from '../evaluation/run-evaluation.ts'
import { evaluationFor } from '../evaluation/which.ts'
import { districtNames } from '../list-agencies.ts'
import {
  checkCode,
  chineseDay,
  fileName,
  footerNote,
  htmlPaper,
  missing,
  type Paper,
  type Stationery,
  stationeryOf,
  wordPaper,
} from './paper.ts'
import { codeTitle, nameTitle } from './sheet.ts'

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
        const about = `${content.code ?? content.name}${singles ? ' --ratings' : ''}`
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
  const place = explained.party.district_code ?? ''
  const content = contentOf(stationery, explained, districts.get(place) ?? '', singles)
  const { district, code, name } = content
  const parts = ['逐项说明', place, district, code ?? '', name]
  return { name: parts.filter(part => part !== ''), content }
}

function contentOf(
  stationery: Stationery,
  explained: Explained,
  district: string,
  singles: boolean,
): PaperContent<'explanation'> {
  const { scheme, party, evaluation, warnings } = explained
  const { head, notices, sections, legend } = explanationOf(zhCN, explained, singles)
  const noun = scheme.applies_to.subject
  return {
    title: '评估结果逐项说明',
    name_label: nameTitle(noun),
    name: party.name,
    code_label: codeTitle(noun),
    code: party.uscc ?? party.code,
    has_district: district !== '',
    district,
    head: [...head, legend].map(inChinese),
    notices: [
      ...warnings.map(() => '计算以后数据有变动，与上次计算结果不同；本说明按现有数据。'),
      ...notices.map(n => inChinese(n.text)),
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
    lines: inChinese(texts.join('\n')),
  }
}

/** Days as on all papers, with no space before the words: their hyphens would let a line of Word end within them. */
function inChinese(text: string): string {
  return text.replace(/(?<![\w-])\d{4}-\d{2}-\d{2}(?![\w-])( (?=\p{Script=Han}))?/gu, chineseDay)
}

const STYLE = `
ul { margin: .6em 0; padding-left: 1.4em; }
table { table-layout: fixed; }
th, td { vertical-align: top; text-align: left; }
th.indicator { width: 9em; } th.points, th.score, th.running { width: 3.4em; }
td.points, td.score, td.running { text-align: right; }
td small { display: block; color: #555; }
@media print { body { font-size: 10pt; } }
`

const HEADERS = {
  indicator: '指标',
  points: '满分',
  score: '得分',
  running: '累计',
  lines: '评分、规则和记录',
}

function pageOf(paper: PaperContent<'explanation'> & { check_line: string }): Uint8Array {
  const sections = paper.sections.flatMap(({ title, sum, rows }) => [
    html`<h2>${title}　${sum}</h2>
`,
    table(
      HEADERS,
      rows.map(row => ({
        ...row,
        indicator: html`${row.indicator}<small>${row.source}</small>`,
        lines: paragraphs(row.lines.split('\n')),
      })),
    ),
  ])
  const head = [
    `${paper.name_label}：${paper.name}`,
    `${paper.code_label}：${paper.code ?? missing('code')}${paper.has_district ? `　推荐范围：${paper.district}` : ''}`,
    ...paper.head,
  ]
  const notices = html`<ul>
${paper.notices.map(text => html`<li>${text}</li>\n`)}</ul>
`
  return paperPage({
    title: paper.title,
    about: paper.name,
    body: [...paragraphs(head), notices, ...sections],
    foot: [paper.footer_note, paper.check_line],
    width: 66,
    style: STYLE,
  })
}
