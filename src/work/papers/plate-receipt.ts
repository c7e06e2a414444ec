// The receipt of a plate: handed out with the title (BJ 三(七)), taken back with it (BJ 三(八)2).
import type { PaperContent } from '../../domain/papers/templates.ts'
import { honorKind, honorStatus } from '../../domain/records/honor.ts'
import { Refusal } from '../../domain/refusal.ts'
import { ask, type Desk } from '../desk.ts'
import type { HeldTitle, HonorRow } from '../title/titles.ts'
import { chineseDay, footerNote, type Paper, stationeryOf, wordPaper } from './paper.ts'
import { hasCode, heldTitleNamed, whose } from './revocation.ts'

/** Of a title that was taken back the plate comes back, of every other it is handed out. Refuses one without a plate. */
export function planPlateReceipt(desk: Desk, which: string | HeldTitle): Paper {
  return ask(desk, reader => {
    const { honor, scheme } =
      typeof which === 'string'
        ? heldTitleNamed(reader, which, ({ honor }) => honor.plate_no !== null)
        : which
    if (honor.plate_no === null) throw new Refusal('CX1416', { label: honorKind.label(honor) })
    const back = honorStatus(honor, desk.today) === 'revoked'
    const stationery = stationeryOf(desk, reader)
    const content = {
      ...(back ? returned(honor) : handedOut(honor)),
      plate_no: honor.plate_no,
      honor: honor.title,
      subject_name: `${honor.holder}${whose(honor)}`,
      subject_code: (hasCode(honor) ? honor.uscc : null) ?? '—',
      footer_note: footerNote(
        stationery,
        'plate-receipt',
        scheme,
        (honor.district_code ?? null) as string | null,
      ),
    }
    const parts = [back ? '标牌交回回执' : '标牌领取回执', honor.plate_no, honor.holder]
    return wordPaper(stationery, 'plate-receipt', parts, () => content)
  })
}

type Handing = Pick<
  PaperContent<'plate-receipt'>,
  'title' | 'document' | 'date' | 'what' | 'giver' | 'taker' | 'handed_on'
>

/** A day that is written by hand. */
const DAY = '　　　　年　　月　　日'

function handedOut({ granted_on, document }: HonorRow): Handing {
  return {
    title: '标牌领取回执',
    document: document ?? '—',
    date: `${chineseDay(granted_on)}授予`,
    what: '领取标牌',
    giver: '发放单位经办人',
    taker: '领取人',
    handed_on: DAY,
  }
}

function returned({ revoked_on, revocation_document, plate_returned_on: back }: HonorRow): Handing {
  return {
    title: '标牌交回回执',
    document: revocation_document ?? '—',
    date: revoked_on === null ? '—' : `${chineseDay(revoked_on)}撤销`,
    what: '称号已撤销，交回标牌',
    giver: '交回人',
    taker: '收回单位经办人',
    handed_on: back === null ? DAY : chineseDay(back),
  }
}
