// The decision to take a title back (撤销决定; BJ 三(八)2, ZS 四(三), LY 五5): final of a title that was taken back, a
// draft of one that the review proposes. Nothing is taken back by a paper.
import type { Day } from '../../domain/day.ts'
import type { PaperContent } from '../../domain/papers/templates.ts'
import { honorKind, honorStatus } from '../../domain/records/honor.ts'
import { Refusal } from '../../domain/refusal.ts'
import { zhCN } from '../../messages/zh-CN/index.ts'
import type { Reader } from '../../store/open.ts'
import { ask, type Desk } from '../desk.ts'
import { type TouchedTitle, touchedBy } from '../title/review.ts'
import { type HeldTitle, honorsReviewed, titleNamed } from '../title/titles.ts'
import { chineseDay, footerNote, type Paper, sentence, stationeryOf, wordPaper } from './paper.ts'

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
    // What was decided rests on the records that its reason names, and on no other.
    const findings = touchedBy(reader, held, on ?? desk.today).filter(
      ({ finding }) => draft || String(honor.reason ?? '').includes(finding.record),
    )
    const valid = honorStatus(honor, desk.today) === 'valid'
    if (draft && (findings.length === 0 || !valid)) {
      const status = honorStatus(honor, desk.today)
      throw new Refusal('CX1415', { label: honorKind.label(honor), state: status })
    }
    const content = contentOf(held, findings, on, draft)
    const parts = ['撤销决定', ...(draft ? ['草稿'] : []), honor.plate_no ?? String(honor.id), honor.holder]
    const stationery = stationeryOf(desk, reader)
    const paper = wordPaper(stationery, 'revocation', parts, () => ({
      ...content,
      footer_note: footerNote(
        stationery,
        'revocation',
        scheme,
        (honor.district_code ?? null) as string | null,
      ),
    }))
    return { paper, draft }
  })
}

function contentOf(
  { honor, scheme }: HeldTitle,
  findings: readonly TouchedTitle[],
  on: Day | null,
  draft: boolean,
): Omit<PaperContent<'revocation'>, 'footer_note'> {
  const { title, holder, granted_on, document, plate_no: plate, uscc } = honor
  const clauses = [...new Set(findings.map(({ finding }) => finding.clause))].filter(c => c !== 'default')
  const granted = `${chineseDay(granted_on)}授予${document === null ? '' : `，文号${document}`}`
  const marked = plate === null ? '' : `，标牌编号${plate}`
  return {
    title: `关于撤销“${title}”称号的决定${draft ? '（草稿）' : ''}`,
    draft,
    number: honor.revocation_document ?? '　　　　　　〔　　　　〕　　号',
    subject_name: holder,
    subject_code: uscc === null ? '' : `（${uscc}）`,
    opening: holderText(`你单位持有“${title}”称号（${granted}${marked}）。`, honor.holder_kind),
    reason: draft ? reasonOf(findings) : reasonText((honor.reason ?? null) as string | null),
    has_rows: findings.length > 0,
    rows: findings.map(({ finding }, i) => ({
      number: String(i + 1),
      ground: zhCN.words.said.ground[finding.ground],
      record: finding.record,
      date: finding.on ?? '—',
      clause: finding.clause === 'default' ? '原文未列' : finding.clause,
    })),
    lines: [
      holderText(
        `${clauses.length === 0 ? '' : `根据《${scheme.notice}》${clauses.join('、')}，`}${draft ? '拟' : '现'}决定撤销你单位“${title}”称号。`,
        honor.holder_kind,
      ),
      ...plateLines(honor.plate_returned_on, plate, draft),
      holderText(
        '你单位如不服本决定，可以自收到本决定书之日起六十日内依法向　　　　　　　　申请行政复议，也可以依法向　　　　　　　　人民法院提起行政诉讼。',
        honor.holder_kind,
      ),
    ],
    date: on === null ? '　　　　年　　月　　日' : chineseDay(on),
  }
}

/** A person is addressed otherwise than a body. */
function holderText(text: string, kind: string): string {
  return kind === 'person' ? text.replaceAll('你单位', '你') : text
}

/** On a draft: what was found. */
function reasonOf(findings: readonly TouchedTitle[]): string {
  const told = findings.map(({ finding }) =>
    zhCN.words.said.groundFound(finding.ground, finding.record, finding.on),
  )
  const ours = findings.every(({ finding }) => finding.clause === 'default')
  return `${told.join('；')}。${ours ? '原文没有列明此种情形，须由有权机关核定。' : ''}`
}

function reasonText(reason: string | null): string | null {
  return reason === null ? null : sentence(reason)
}

function plateLines(back: Day | null, plate: string | null, draft: boolean): string[] {
  if (plate === null) return []
  if (back !== null) return [`标牌（编号${plate}）已于${chineseDay(back)}收回。`]
  return [`标牌（编号${plate}）${draft ? '拟' : ''}予收回，请于收到本决定书之日起　　日内交回。`]
}
