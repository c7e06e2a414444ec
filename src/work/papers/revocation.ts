// The decision to take a title back (撤销决定; BJ 三(八)2, ZS 四(三), LY 五5): final of a title that was taken back, a
// draft of one that the review proposes. Nothing is taken back by a paper.
import type { Day } from '../../domain/day.ts'
import type { PaperContent } from '../../domain/papers/templates.ts'
import { honorKind, honorStatus } from '../../domain/records/honor.ts'
import { Refusal } from '../../domain/refusal.ts'
import { namedIn, type TitleFinding } from '../../domain/title/review.ts'
import { zhCN } from '../../messages/zh-CN/index.ts'
import type { Reader } from '../../store/open.ts'
import { recordById } from '../../store/record.ts'
import { ask, type Desk } from '../desk.ts'
import { touchedBy } from '../title/review.ts'
import { type HeldTitle, type HonorRow, honorsReviewed, titleNamed } from '../title/titles.ts'
import { asLetter, chineseDay, footerNote, type Paper, sentence, stationeryOf, wordPaper } from './paper.ts'

/** A title named by its plate, number or holder, with the scheme that it goes by. */
export function heldTitleNamed(
  reader: Reader,
  name: string,
  isMeant: (held: HeldTitle) => boolean,
): HeldTitle {
  const all = honorsReviewed(reader)
  const meant = new Set(all.filter(isMeant).map(({ honor }) => honor.id))
  const { id } = titleNamed(reader, name, honor => meant.has(honor.id))
  return all.find(({ honor }) => honor.id === id)!
}

/** `which`: a name, or the title itself. `draft`: the title stands still. */
export function planRevocation(desk: Desk, which: string | HeldTitle): { paper: Paper; draft: boolean } {
  return ask(desk, reader => {
    const isRevoked = ({ honor }: HeldTitle) => honorStatus(honor, desk.today) === 'revoked'
    const held = typeof which === 'string' ? heldTitleNamed(reader, which, isRevoked) : which
    const { honor, scheme } = held
    const draft = !isRevoked(held)
    const on = draft ? null : honor.revoked_on
    const touched = touchedBy(reader, held, on ?? desk.today).map(({ finding }) => finding)
    // What was decided rests on the records that its reason names, and on no other.
    const findings = draft ? touched : namedIn(String(honor.reason ?? ''), touched, foundText)
    const valid = honorStatus(honor, desk.today) === 'valid'
    if (draft && (findings.length === 0 || !valid)) {
      const status = honorStatus(honor, desk.today)
      throw new Refusal('CX1415', { label: honorKind.label(honor), state: status })
    }
    const content = contentOf(held, findings, draft ? 'draft' : on, finding => recordText(reader, finding))
    const parts = ['撤销决定', ...(draft ? ['草稿'] : []), honor.plate_no ?? String(honor.id), honor.holder]
    const stationery = stationeryOf(desk, reader)
    const district = (honor.district_code ?? null) as string | null
    const paper = wordPaper(
      stationery,
      'revocation',
      parts,
      () => ({ ...content, footer_note: footerNote(stationery, 'revocation', scheme, district) }),
      asLetter,
    )
    return { paper, draft }
  })
}

function contentOf(
  held: HeldTitle,
  findings: readonly TitleFinding[],
  decided: Day | null | 'draft',
  recordOf: (finding: TitleFinding) => string,
): Omit<PaperContent<'revocation'>, 'footer_note'> {
  const { honor, scheme } = held
  const { title, holder, granted_on, document, plate_no: plate } = honor
  const draft = decided === 'draft'
  const clauses = findings.length > 0 ? findings.map(({ clause }) => clause) : clausesNamed(held)
  const cited = [...new Set(clauses)].filter(clause => clause !== 'default')
  const granted = `${chineseDay(granted_on)}授予${document === null ? '' : `，文号${document}`}`
  const marked = plate === null ? '' : `，标牌编号${plate}`
  return {
    title: `关于撤销“${title}”称号的决定${draft ? '（草稿）' : ''}`,
    draft,
    number: honor.revocation_document ?? '　　　　　　〔　　　　〕　　号',
    subject_name: holder,
    subject_code: hasCode(honor) && honor.uscc !== null ? `（${honor.uscc}）` : whose(honor),
    opening: holderText(`你单位持有“${title}”称号（${granted}${marked}）。`, honor.holder_kind),
    reason: draft ? reasonOf(findings) : reasonText((honor.reason ?? null) as string | null, findings),
    has_rows: findings.length > 0,
    rows: findings.map((finding, i) => ({
      number: String(i + 1),
      ground: zhCN.words.said.ground[finding.ground],
      record: recordOf(finding),
      date: finding.on === null ? '—' : chineseDay(finding.on),
      // That the document does not list it is for those to know who decide; by what they did is theirs to write in.
      clause: finding.clause !== 'default' ? finding.clause : draft ? '原文未列' : SHORT,
    })),
    lines: [
      holderText(
        `根据${cited.length === 0 ? BLANK : `《${scheme.notice}》${cited.join('、')}`}，${draft ? '拟' : '现'}决定撤销你单位“${title}”称号。`,
        honor.holder_kind,
      ),
      ...plateLines(honor.plate_returned_on, plate, draft),
      holderText(
        `你单位如不服本决定，可以自收到本决定书之日起六十日内依法向${BLANK}申请行政复议，也可以依法向${BLANK}人民法院提起行政诉讼。`,
        honor.holder_kind,
      ),
    ],
    date: draft || decided === null ? '　　　　年　　月　　日' : chineseDay(decided),
  }
}

/** As `title revoke` writes it into the reason. */
function foundText({ ground, record, on }: TitleFinding): string {
  return zhCN.words.said.groundFound(ground, record, on)
}

function foundOnPaper({ on, ...found }: TitleFinding): string {
  return foundText({ ...found, on: on && chineseDay(on) })
}

/** Without a record: of the grounds that the reason calls by their words. */
function clausesNamed({ honor, revocation }: HeldTitle): string[] {
  const reason = String(honor.reason ?? '')
  return revocation.grounds
    .filter(({ ground }) => reason.includes(zhCN.words.said.ground[ground]))
    .map(({ clause }) => clause)
}

/** An entry of the black list has no number of its own: its basis tells which it is. */
function recordText(reader: Reader, { ground, record }: TitleFinding): string {
  if (ground !== 'blacklist') return record
  const { basis, source_no } = recordById(reader, 'listing', Number(record))!.values
  return `黑名单第${record}号（${basis}${source_no === null ? '' : `，${source_no}`}）`
}

/** The code on file with a person's or a window's honor is that of its agency. */
export function hasCode({ holder_kind }: HonorRow): boolean {
  return holder_kind !== 'person' && holder_kind !== 'window'
}

/** Of a person or a window, in brackets: the agency whose it is. */
export function whose(honor: HonorRow): string {
  return hasCode(honor) || honor.agency_name === null ? '' : `（${honor.agency_name}）`
}

/** A person is addressed otherwise than a body. */
function holderText(text: string, kind: string): string {
  return kind === 'person' ? text.replaceAll('你单位', '你') : text
}

/** A name to be written in: signs that stay where a line ends. */
const BLANK = '＿'.repeat(8)
/** In the column of clauses. */
const SHORT = '＿'.repeat(5)

/** On a draft: what was found. */
function reasonOf(findings: readonly TitleFinding[]): string {
  const ours = findings.every(({ clause }) => clause === 'default')
  return `${findings.map(foundOnPaper).join('；')}。${ours ? '原文没有列明此种情形，须由有权机关核定。' : ''}`
}

/** What `title revoke` wrote of records, as papers write it. */
function reasonText(reason: string | null, findings: readonly TitleFinding[]): string | null {
  if (reason === null) return null
  return sentence(
    findings.reduce((text, found) => text.replace(foundText(found), () => foundOnPaper(found)), reason),
  )
}

function plateLines(back: Day | null, plate: string | null, draft: boolean): string[] {
  if (plate === null) return []
  if (back !== null) return [`标牌（编号${plate}）已于${chineseDay(back)}收回。`]
  return [`标牌（编号${plate}）${draft ? '拟' : ''}予收回，请于收到本决定书之日起　　日内交回。`]
}
