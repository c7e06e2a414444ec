// The notice of a publicity: Word from its template, or a page of HTML. It says what was published, whatever became of
// it since.
import type { Pool } from '../../domain/nomination/pool.ts'
import type { PaperContent } from '../../domain/papers/templates.ts'
import { nominationOf } from '../../domain/scheme/nomination.ts'
import type { Scheme } from '../../domain/scheme/scheme.ts'
import { paperPage, paragraphs, signature, table } from '../../formats/html-paper.ts'
import { howMany } from '../../messages/zh-CN/how-many.ts'
import { ask, type Desk } from '../desk.ts'
import { notWithdrawn, publicityNamed, readPublicity, type ShownPublicity } from '../publicity/read.ts'
import {
  asLetter,
  chineseDay,
  footerNote,
  htmlPaper,
  letterTitle,
  type Paper,
  stationeryOf,
  wordPaper,
} from './paper.ts'

export function publicityPaper(desk: Desk, no: string, format: 'docx' | 'html'): Paper {
  return ask(desk, reader => {
    const shown = readPublicity(reader, notWithdrawn(publicityNamed(reader, no)), desk.today)
    const { scheme, cases, first_day } = shown
    const stationery = stationeryOf(desk, reader)
    const noun = scheme.applies_to.subject
    const content = {
      title: shown.title,
      opening: openingOf(shown),
      name_header: noun === 'agency' ? '机构名称' : noun === 'person' ? '姓名' : '名称',
      has_rows: cases.length > 0,
      rows: cases.map((c, i) => ({
        number: String(i + 1),
        district: c.district ?? '—',
        name: c.party.name,
      })),
      lines: linesOf(shown),
      issuer: publishedBy(shown),
      date: chineseDay(first_day),
      footer_note: footerNote(stationery, 'publicity', scheme, shown.district_code),
    }
    const name = ['公示', String(shown.id), shown.title]
    return format === 'html'
      ? htmlPaper<'publicity'>(stationery, name, () => content, pageOf)
      : wordPaper(stationery, 'publicity', name, () => content, layOut)
  })
}

type Content = PaperContent<'publicity'>

/** Who publishes together signs one below the other. */
function issuersOf({ issuer }: Pick<Content, 'issuer'>): string[] {
  return issuer.split('、')
}

function layOut(data: Content): Content {
  return { ...asLetter(data), issuer: issuersOf(data).join('\n') }
}

/** Of a district whose bureau the scheme does not tell. */
const SEAL = '公示单位（盖章）'

function publishedBy({ district, scheme }: ShownPublicity): string {
  return district === null ? scheme.issuer : (bureauOf(scheme, district) ?? SEAL)
}

/**
 * A district's bureau is called as in the form on which it recommends: 区县人力资源和社会保障局意见 (BJ 附件3). Null where the
 * scheme does not tell.
 */
export function bureauOf(
  { papers, issuer }: Scheme,
  { kind, name }: Pick<Pool, 'kind' | 'name'>,
): string | null {
  if (kind !== 'district') return issuer
  const bureau = /^区县(.+)意见$/.exec(papers.recommendation?.opinion ?? '')
  return bureau && `${name}${bureau[1]}`
}

function openingOf({ kind, scheme, evaluation, cases }: ShownPublicity): string {
  const { notice, document } = scheme
  const basis = `《${notice}》${document === notice ? '' : `（${document}）`}`
  if (kind === 'consultation') return `现就${basis}公开征求意见。`
  const many = howMany(cases.length, scheme.applies_to.subject).replace(' ', '')
  // Where districts recommend (BJ 三(七)) the city decides; elsewhere whoever publishes does (LY 五3).
  const proposed = scheme.papers.recommendation === null ? '拟评定对象' : '拟推荐对象'
  return `根据${basis}，现将${evaluation!.year}年度“${nominationOf(scheme).title}”${proposed}予以公示，共${many}。`
}

function linesOf(shown: ShownPublicity): string[] {
  const { kind, scheme, first_day, last_day, working_days, channel, phones } = shown
  const { contact } = scheme
  const consultation = kind === 'consultation'
  const between = `${chineseDay(first_day)}至${chineseDay(last_day)}（${working_days}个工作日）`
  const calls = phones.map(({ district, phones: numbers }) =>
    district === null ? numbers.join('、') : `${district} ${numbers.join('、')}`,
  )
  return [
    `${consultation ? '征求意见时间' : '公示时间'}：${between}。`,
    ...(channel === null ? [] : [`公示渠道：${channel}。`]),
    consultation
      ? '任何单位或者个人可以在上述时间内反映意见。'
      : '任何单位或者个人对公示对象有异议的，可以在上述时间内反映，反映的情况应当真实。',
    '反映人的姓名和联系方式不予公开。',
    ...(calls.length === 1 ? [`受理电话：${calls[0]}`] : ['受理电话：', ...calls]),
    ...(contact?.email == null ? [] : [`电子邮箱：${contact.email}`]),
  ]
}

const STYLE = `
td { text-align: center; }
td.name { text-align: left; }
`

function pageOf(paper: Content & { check_line: string }): Uint8Array {
  const headers = { number: '序号', district: '推荐范围', name: paper.name_header }
  const body = [
    ...paragraphs([paper.opening], 'said'),
    ...(paper.has_rows ? [table(headers, paper.rows)] : []),
    ...paragraphs(paper.lines, 'said'),
    signature([...issuersOf(paper), paper.date]),
  ]
  const foot = [paper.footer_note, paper.check_line]
  return paperPage({
    title: paper.title,
    lines: letterTitle(paper.title),
    body,
    foot,
    width: 50,
    style: STYLE,
  })
}
