// Archives as papers: Word from its template, or a page of HTML; with sources for the desk, without for the public.
import type { Audience } from '../../domain/archive/entries.ts'
import type { PaperContent } from '../../domain/papers/templates.ts'
import { Refusal } from '../../domain/refusal.ts'
import { html, htmlPage } from '../../formats/html.ts'
import { zhCN } from '../../messages/zh-CN/index.ts'
import { listAgencies } from '../../store/agency.ts'
import { getSetting } from '../../store/reference.ts'
import { type Archive, type EntrySource, readArchives } from '../archive/read-archives.ts'
import { ask, type Desk } from '../desk.ts'
import { schemeById } from '../evaluation/which.ts'
import { agencyNamed } from '../find-agency.ts'
import { districtNamed } from '../find-district.ts'
import { chineseDay, footerNote, htmlPaper, type Paper, stationeryOf, wordPaper } from './paper.ts'

/** Whose archives: of one agency, of a jurisdiction (code or name), or of all. */
export interface ArchiveScope {
  agency: string | null
  district: string | null
  all: boolean
}

type ArchiveRow = PaperContent<'archive'>['sections'][number]['rows'][number]

const NONE: ArchiveRow = { date: '—', text: '无记录', state: '—', record: '—', source: '—' }
const SCOPES: Readonly<Record<Audience, string>> = {
  internal: '本单位内部使用，不得对外提供',
  public: '依法可以公开的部分',
}

/** Refuses unless exactly one way says whose archives are wanted. */
export function archivePapers(
  desk: Desk,
  scope: ArchiveScope,
  audience: Audience,
  format: 'docx' | 'html',
): Paper[] {
  const { agency, district, all } = scope
  if ([agency !== null, district !== null, all].filter(Boolean).length !== 1) throw new Refusal('CX1123', {})
  return ask(desk, reader => {
    const agencies =
      agency === null
        ? listAgencies(reader, district === null ? undefined : districtNamed(reader, district).code)
        : [agencyNamed(reader, agency)]
    const { layout, archives } = readArchives(reader, agencies, desk.today, audience)
    const scheme = schemeById(reader, getSetting(reader, 'scheme')!)
    const stationery = stationeryOf(desk, reader)
    const template = audience === 'public' ? 'archive-public' : 'archive'
    const { clause } = layout
    return archives.map(archive => {
      const content = {
        title: layout.title,
        agency_name: archive.agency.name,
        agency_code: codeOf(archive),
        district: archive.district,
        opened: openedText(archive.opened, audience),
        basis: clause === 'default' ? zhCN.words.labels.ours : `${scheme.document} ${clause}`,
        scope: SCOPES[audience],
        sections: archive.sections.map(({ title, entries }) => ({
          title,
          rows: entries.length === 0 ? [NONE] : entries.map(rowOf),
        })),
        footer_note: footerNote(stationery, template, scheme, archive.agency.district_code),
      }
      const { agency, district } = archive
      const kind = audience === 'public' ? '诚信档案公开' : '诚信档案'
      const name = [kind, agency.district_code, district, codeOf(archive), agency.name]
      return format === 'html'
        ? htmlPaper<'archive'>(
            stationery,
            name,
            () => content,
            page => pageOf(page, audience),
          )
        : wordPaper(stationery, template, name, () => content)
    })
  })
}

function codeOf({ agency }: Archive): string {
  return agency.uscc ?? agency.license_no ?? String(agency.id)
}

function openedText({ at, operator }: EntrySource, audience: Audience): string {
  const day = chineseDay(at.slice(0, 10))
  return audience === 'public' ? day : `${day}（${operator}）`
}

function rowOf(entry: Archive['sections'][number]['entries'][number]): ArchiveRow {
  const { date, text, state, record, source } = entry
  return {
    date: date ?? '—',
    text,
    state: state ?? '—',
    record: recordText(record),
    source: source === null ? '' : sourceText(source),
  }
}

/** A record without a number of its own has that of its row in a register. */
function recordText(record: string): string {
  const [, noun, id] = /^([a-z]+)#(\d+)$/.exec(record) ?? []
  return noun === undefined ? record : `${zhCN.words.help[noun] ?? noun}${id}`
}

function sourceText({ file, line, entry, operator }: EntrySource): string {
  return file === null ? `${operator}，日志第${entry}条` : `${file}:${line}`
}

const STYLE = `
body { font: 15px/1.7 FangSong, STFangsong, "Noto Serif CJK SC", serif; color: #111; background: #fff;
  max-width: 60em; margin: 2em auto; padding: 0 1em; }
h1 { font-size: 1.7em; text-align: center; }
h2 { font: bold 1.1em SimHei, "Noto Sans CJK SC", sans-serif; margin: 1.6em 0 .4em; }
p { margin: .1em 0; }
table { border-collapse: collapse; width: 100%; table-layout: fixed; }
th, td { border: 1px solid #444; padding: .25em .5em; vertical-align: top; text-align: left; overflow-wrap: anywhere; }
th { background: #eee; font-weight: bold; }
th.date { width: 6.5em; } th.state { width: 8em; } th.record { width: 10em; } th.source { width: 10em; }
footer { margin-top: 2em; border-top: 1px solid #444; font-size: .85em; }
@page { size: A4; margin: 2cm 1.8cm; }
@media print { body { margin: 0; padding: 0; max-width: none; font-size: 10.5pt; }
  thead { display: table-header-group; } tr { break-inside: avoid; } h2 { break-after: avoid; } }
`

function pageOf(paper: PaperContent<'archive'> & { check_line: string }, audience: Audience): Uint8Array {
  const heads = [
    ['date', '日期'],
    ['text', '事项'],
    ['state', '状态'],
    ['record', '编号'],
    ...(audience === 'public' ? [] : [['source', '来源'] as const]),
  ] as const
  const head = heads.map(([key, title]) => html`<th class="${key}" scope="col">${title}</th>`)
  const sections = paper.sections.map(({ title, rows }) => {
    const lines = rows.map(row => html`<tr>${heads.map(([key]) => html`<td>${row[key]}</td>`)}</tr>\n`)
    return html`<h2>${title}</h2>
<table>
<thead><tr>${head}</tr></thead>
<tbody>
${lines}</tbody>
</table>
`
  })
  const body = html`<h1>${paper.title}</h1>
<p>机构名称：${paper.agency_name}</p>
<p>统一社会信用代码（许可证号）：${paper.agency_code}</p>
<p>推荐范围：${paper.district}　建档：${paper.opened}</p>
<p>栏目依据：${paper.basis}</p>
<p>使用范围：${paper.scope}</p>
${sections}<footer><p>${paper.footer_note}</p><p>${paper.check_line}</p></footer>`
  return htmlPage({ title: `${paper.title}　${paper.agency_name}`, style: STYLE, body })
}
