// Archives as papers: Word from its template, or a page of HTML; with sources for the desk, without for the public.
import type { Audience } from '../../domain/archive/entries.ts'
import type { PaperContent } from '../../domain/papers/templates.ts'
import { Refusal } from '../../domain/refusal.ts'
import { type Agency, isUnlicensedPublic } from '../../domain/roster/agency.ts'
import { html } from '../../formats/html.ts'
import { paperPage, paragraphs, table } from '../../formats/html-paper.ts'
import { zhCN } from '../../messages/zh-CN/index.ts'
import { listAgencies } from '../../store/agency.ts'
import { getSetting } from '../../store/reference.ts'
import { type Archive, type EntrySource, readArchives } from '../archive/read-archives.ts'
import { ask, type Desk } from '../desk.ts'
import { schemeById } from '../evaluation/which.ts'
import { agencyNamed } from '../find-agency.ts'
import { districtNamed } from '../find-district.ts'
import {
  chineseDay,
  codeInName,
  footerNote,
  htmlPaper,
  missing,
  type Paper,
  stationeryOf,
  wordPaper,
} from './paper.ts'

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
        agency_code: codeOf(archive.agency),
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
      const name = [kind, agency.district_code, district, codeInName(agency), agency.name]
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

/** Null is missing; a public body may have none. */
function codeOf(agency: Agency): string | null {
  return agency.uscc ?? agency.license_no ?? (isUnlicensedPublic(agency) ? '—' : null)
}

function openedText({ at, operator }: EntrySource, audience: Audience): string {
  const day = chineseDay(at.slice(0, 10))
  return audience === 'public' ? day : `${day}（${operator}）`
}

/** Of an annual check only the year is on file, of a figure its period. */
function dateText(date: string): string {
  if (/^\d{4}$/.test(date)) return `${date}年`
  return /^\d{4}-\d{2}-\d{2}$/.test(date) ? chineseDay(date) : date
}

function rowOf(entry: Archive['sections'][number]['entries'][number]): ArchiveRow {
  const { date, text, state, record, source } = entry
  return {
    date: date === null ? '—' : dateText(date),
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
table { table-layout: fixed; }
th, td { vertical-align: top; text-align: left; }
th.date { width: 5.8em; } th.state { width: 5em; } th.record, th.source { width: 7.5em; }
@media print { body { font-size: 10.5pt; } }
`

const HEADERS = { date: '日期', text: '事项', state: '状态', record: '编号' }

function pageOf(paper: PaperContent<'archive'> & { check_line: string }, audience: Audience): Uint8Array {
  const headers: Readonly<Record<string, string>> =
    audience === 'public' ? HEADERS : { ...HEADERS, source: '来源' }
  const sections = paper.sections.flatMap(({ title, rows }) => [
    html`<h2>${title}</h2>
`,
    table(headers, rows),
  ])
  const head = [
    `机构名称：${paper.agency_name}`,
    `统一社会信用代码（许可证号）：${paper.agency_code ?? missing('agency_code')}`,
    `推荐范围：${paper.district}　建档：${paper.opened}`,
    `栏目依据：${paper.basis}`,
    `使用范围：${paper.scope}`,
  ]
  return paperPage({
    title: paper.title,
    about: paper.agency_name,
    body: [...paragraphs(head), ...sections],
    foot: [paper.footer_note, paper.check_line],
    style: STYLE,
  })
}
