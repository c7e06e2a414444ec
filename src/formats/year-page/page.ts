// The page itself: overview, sections of charts with their tables, the list with what explains it.
import { Html, html, htmlData, htmlPage } from '../html.ts'
import { chart } from './charts.ts'
import type { Card, Figure, PartyList, PartyRow, Section, Table, YearPage } from './model.ts'
import { packExplanations } from './packed.ts'
import { PATTERNS } from './scale.ts'
import { SCRIPT } from './script.ts'
import { STYLE } from './style.ts'

const NOTHING = new Html('')

export function yearPage(page: YearPage): Uint8Array {
  const { title, head, notices, cards, sections, list, footer } = page
  const links = [...sections.map(({ id, title: name }) => ({ id, name })), { id: 'list', name: list.title }]
  const body = html`${PATTERNS}<header>
<h1>${title}</h1>
${head.map(text => html`<p>${text}</p>\n`)}<nav aria-label="目录"><ul>
${links.map(({ id, name }) => html`<li><a href="#${id}">${name}</a></li>\n`)}</ul></nav>
</header>
<main>
${bullets(notices)}<dl class="cards">
${cards.map(card)}</dl>
${sections.map(section)}${partyList(list)}</main>
<footer>
${footer.map(text => html`<p>${text}</p>\n`)}</footer>
${dataOf(list)}`
  return htmlPage({ title, style: STYLE, body, script: SCRIPT })
}

function bullets(texts: readonly string[]): Html {
  if (texts.length === 0) return NOTHING
  return html`<ul class="notices">
${texts.map(text => html`<li>${text}</li>\n`)}</ul>
`
}

function card({ label, value, detail }: Card): Html {
  return html`<div><dt>${label}</dt><dd class="value">${value}</dd><dd class="detail">${detail}</dd></div>
`
}

function section({ id, title, lead, figures }: Section): Html {
  return html`<section id="${id}">
<h2>${title}</h2>
${lead.map(text => html`<p class="lead">${text}</p>\n`)}<div class="figures">
${figures.map(figure)}</div>
</section>
`
}

function figure({ title, note, plot, table }: Figure): Html {
  const drawn = plot === null ? NOTHING : chart(plot, { title, note })
  const said = note === '' ? NOTHING : html`<p class="note">${note}</p>\n`
  const data =
    plot === null
      ? tableOf(title, table)
      : html`<details><summary>数据表：${title}</summary>
${tableOf(title, table)}</details>
`
  return html`<figure${plot === null ? new Html(' class="wide"') : NOTHING}>
<div class="plot"><h3>${title}</h3>
${said}${drawn}</div>
${data}</figure>
`
}

/** In a box of its own that scrolls on a narrow screen, also by the keyboard. */
function tableOf(title: string, { columns, rows, totals = false }: Table): Html {
  if (rows.length === 0)
    return html`<p class="lead">没有数据。</p>
`
  const kind = (i: number) => (columns[i]!.number === true ? new Html(' class="number"') : NOTHING)
  const head = columns.map((column, i) => html`<th scope="col"${kind(i)}>${column.title}</th>`)
  const body = rows.map((cells, k) => {
    const [first = '', ...rest] = cells
    const total = totals && k === rows.length - 1 ? new Html(' class="totals"') : NOTHING
    return html`<tr${total}><th scope="row">${first}</th>${rest.map((text, i) => html`<td${kind(i + 1)}>${text}</td>`)}</tr>
`
  })
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${title}数据表"><table>
<thead><tr>${head}</tr></thead>
<tbody>
${body}</tbody>
</table></div>
`
}

function partyList(list: PartyList): Html {
  const { title, lead, rows, unit, graded, districts, grades, legend } = list
  const said = lead.map(text => html`<p class="lead">${text}</p>\n`)
  if (rows.length === 0)
    return html`<section id="list" class="parties">
<h2>${title}</h2>
${said}</section>
`
  const choices = (texts: readonly string[]) =>
    texts.map(text => html`<option value="${text}">${text}</option>\n`)
  const byGrade = html`<div><label for="of-grade">等级</label><select id="of-grade"><option value="">全部</option>
${choices(grades)}</select></div>
`
  return html`<section id="list" class="parties">
<h2>${title}</h2>
${said}<p class="lead" id="unscripted">浏览器没有运行脚本：名单照样可读，但不能查找、排序、筛选，也不能展开逐项说明。</p>
<div class="controls" id="controls" role="search" hidden>
<div><label for="search">查找名称、代码或推荐范围</label><input type="search" id="search" autocomplete="off" spellcheck="false"></div>
<div><label for="in-district">推荐范围</label><select id="in-district"><option value="">全部</option>
${choices(districts)}</select></div>
${graded ? byGrade : NOTHING}</div>
<p class="lead" id="shown" role="status">共 ${rows.length} ${unit}</p>
<table id="parties" data-legend="${legend}" data-unit="${unit}">
<thead><tr><th scope="col" class="rank">名次</th><th scope="col">名称和代码</th><th scope="col" class="district">推荐范围</th><th scope="col" class="total number">总分</th><th scope="col" class="grade">等级</th></tr></thead>
<tbody>
${rows.map(partyRow)}</tbody>
</table>
<p class="lead" id="nobody" hidden>没有符合条件的。</p>
</section>
`
}

function partyRow({ rank, name, code, district, total, grade, gradeKey }: PartyRow): Html {
  const number = code === '' ? NOTHING : html`<small>${code}</small>`
  return html`<tr data-grade="${gradeKey}"><td>${rank}</td><th scope="row"><span class="party">${name}</span>${number}</th><td>${district}</td><td class="number">${total}</td><td>${grade}</td></tr>
`
}

function dataOf({ rows, districts, grades }: PartyList): Html {
  if (rows.length === 0) return NOTHING
  const explanations = packExplanations(rows.map(row => row.explanation))
  return html`${htmlData('explanations', explanations)}${htmlData('orders', { districts, grades })}`
}
