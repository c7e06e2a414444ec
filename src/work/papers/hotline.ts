// Whom to call (监督举报电话): the market office and the inspectorate of every district, as annex 4 of BJ has them.
import { Refusal } from '../../domain/refusal.ts'
import { getSetting, listDistricts } from '../../store/reference.ts'
import { ask, type Desk } from '../desk.ts'
import { schemeById } from '../evaluation/which.ts'
import { footerNote, type Paper, stationeryOf } from './paper.ts'
import { type TableFormat, tablePaper } from './sheet.ts'

/** BJ 附件4. */
const TITLE = '各区县人力资源市场管理部门和劳动监察部门监督举报电话'

/** Refuses where no phones are on file. */
export function hotlinePaper(desk: Desk, format: TableFormat): Paper {
  return ask(desk, reader => {
    const scheme = schemeById(reader, getSetting(reader, 'scheme')!)
    const stationery = stationeryOf(desk, reader)
    const listed = listDistricts(reader).filter(
      j => j.market_phones.length > 0 || j.inspectorate_phones.length > 0,
    )
    if (listed.length === 0) throw new Refusal('CX3017', { scheme: scheme.id, paper: '监督举报电话' })
    // As in the document: several numbers of one office, by business or not, stand in one cell.
    const rows = listed.map(({ name, market_phones, inspectorate_phones }) => ({
      district: name,
      market: phonesText(market_phones),
      inspectorate: phonesText(inspectorate_phones),
    }))
    const subtitle = `${scheme.issuer}　${scheme.document}`
    const column = (header: string, width: number) =>
      ({ header, width, type: 'text', align: 'center' }) as const
    return tablePaper(
      stationery,
      {
        kind: 'hotline',
        name: ['监督举报电话'],
        word: { title: TITLE, subtitle, rows, footer_note: footerNote(stationery, 'hotline', scheme, null) },
        sheet: {
          ...{ name: '监督举报电话', title: TITLE, subtitle, onePage: true },
          columns: [column('区县', 16), column('人力资源市场管理部门', 32), column('劳动监察部门', 28)],
          rows: rows.map(r => [r.district, r.market, r.inspectorate]),
        },
      },
      format,
    )
  })
}

function phonesText(phones: readonly string[]): string {
  return phones.length === 0 ? '—' : phones.join('\n')
}
