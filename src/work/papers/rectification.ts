// Orders to put right what was found (责令整改通知书; BJ 三(八)2, ZS 四(三)): of inspections that found something and of
// sanctions of that kind. Whether an order goes out is decided by whoever puts the seal on it.
import type { Values } from '../../domain/imports/column.ts'
import { basisIn, type Checklist, type ChecklistItem, lawText } from '../../domain/inspection/checklist.ts'
import type { PaperContent } from '../../domain/papers/templates.ts'
import { inspectionKind } from '../../domain/records/inspection.ts'
import { sanctionKind } from '../../domain/records/sanction.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { Scheme } from '../../domain/scheme/scheme.ts'
import { readShippedChecklist } from '../../schemes/checklist.ts'
import type { Reader } from '../../store/open.ts'
import { listRecords } from '../../store/record.ts'
import { getSetting } from '../../store/reference.ts'
import { ask, type Desk } from '../desk.ts'
import { schemeById } from '../evaluation/which.ts'
import { agencyNamed } from '../find-agency.ts'
import { districtNamed } from '../find-district.ts'
import { batchNamed } from '../inspection/find-batch.ts'
import {
  chineseDay,
  contactText,
  footerNote,
  type Paper,
  type Stationery,
  sentence,
  stationeryOf,
  wordPaper,
} from './paper.ts'

export interface OrderWanted {
  /** An inspection, a sanction or an agency; null for all that is still to be put right, or also what has been. */
  which: string | null
  done?: boolean
  batch: string | null
  district: string | null
}

export interface OrderPaper {
  /** Names the one record, as `which`. */
  record: string
  /** Number of the sanction, or batch and day of the inspection. */
  source: string
  code: string | null
  name: string
  district: string
  found: string[]
  due: string | null
  paper: Paper
}

type Row = ReturnType<typeof listRecords>[number]

/** What an order is written from. */
interface Source {
  is: 'inspection' | 'sanction'
  row: Row
}

/** Since when the regulations hold by which the checklist cites (国务院令第700号). */
export const REGULATIONS_SINCE = '2018-10-01'

/**
 * `earlier`: of how many the inspection was before the regulations that the checklist cites. `past`: days that are over
 * by which it was to be put right; they are printed as they are on file.
 */
export function planRectifications(
  desk: Desk,
  wanted: OrderWanted,
): { orders: OrderPaper[]; earlier: number; past: string[] } {
  return ask(desk, reader => {
    const checklist = readShippedChecklist(desk.schemes)
    const scheme = schemeById(reader, getSetting(reader, 'scheme')!)
    const stationery = stationeryOf(desk, reader)
    const sources = sourcesOf(reader, checklist, wanted)
    const cites = sources.filter(
      ({ is, row }) =>
        is === 'inspection' && row.date! < REGULATIONS_SINCE && failedOf(checklist, row).length,
    )
    return {
      orders: sources.map(source => orderOf(source, { checklist, scheme, stationery })),
      earlier: cites.length,
      past: sources.flatMap(({ row }) => {
        const due = (row.rectify_due ?? null) as string | null
        return due !== null && due < desk.today ? [due] : []
      }),
    }
  })
}

function sourcesOf(
  reader: Reader,
  checklist: Checklist,
  { which, done, batch, district }: OrderWanted,
): Source[] {
  const own = { agency: null, district: district === null ? null : districtNamed(reader, district).code }
  const named = batch === null ? null : batchNamed(reader, batch)
  const inspections = listRecords(reader, 'inspection', own)
    .filter(row => named === null || row.batch === named)
    .map((row): Source => ({ is: 'inspection', row }))
  // A sanction belongs to no batch.
  const sanctions = named === null ? listRecords(reader, 'sanction', own) : []
  const all = [...inspections, ...sanctions.map((row): Source => ({ is: 'sanction', row }))]
  const asked = (source: Source) => asksFor(checklist, source)
  const isOpen = (source: Source) => asked(source) && source.row.rectified_on === null
  if (which === null) return all.filter(done ? asked : isOpen)
  const one = recordOf(all, which.trim())
  if (one !== undefined) {
    if (!asked(one)) throw new Refusal('CX1413', { label: labelOf(one) })
    return [one]
  }
  const agency = agencyNamed(reader, which)
  const its = all.filter(({ row }) => row.agency_id === agency.id)
  const open = its.filter(isOpen)
  if (open.length > 0) return open
  const days = its.filter(asked).map(({ row }) => String(row.rectified_on))
  throw new Refusal('CX1414', { label: agency.name, on: days.sort().at(-1) ?? null })
}

/** A short number is that of an inspection, as lists tell it; a sanction is named by its own. */
function recordOf(all: readonly Source[], which: string): Source | undefined {
  const id = /^\d{1,9}$/.test(which) ? Number(which) : null
  const found = all.find(({ is, row }) =>
    is === 'inspection' ? row.id === id : row.sanction_no === which || row.key === which,
  )
  if (found !== undefined || id === null) return found
  const available = all
    .filter(({ is, row }) => is === 'inspection' && row.rectify_due !== null && row.rectified_on === null)
    .map(({ row }) => row.id)
  throw new Refusal('CX4002', {
    ...{ kind: 'inspection', value: which },
    available: available.slice(0, OFFERED).join('、') || 'chengxin inspection list',
  })
}

/** Numbers of open ones that a wrong number is told. */
const OFFERED = 20

/** An inspection that found an item not met, set a day or wrote an order down; a sanction of that kind. */
function asksFor(checklist: Checklist, { is, row }: Source): boolean {
  if (is === 'sanction') return row.kind === '责令整改'
  const item = checklist.summary.find(({ id }) => id === 'ordered')
  const words = item?.take === 'inspections' ? item.where.flatMap(({ measure }) => measure?.yes ?? []) : []
  return (
    row.rectify_due !== null ||
    failedOf(checklist, row).length > 0 ||
    words.some(word => String(row.measure ?? '').includes(word))
  )
}

function failedOf({ items }: Checklist, row: Values): ChecklistItem[] {
  const results = JSON.parse(String(row.items)) as Record<string, string>
  return items.filter(({ id }) => results[id] === 'fail')
}

function labelOf({ is, row }: Source): string {
  return (is === 'inspection' ? inspectionKind : sanctionKind).label(row)
}

interface About {
  checklist: Checklist
  scheme: Scheme
  stationery: Stationery
}

function orderOf(source: Source, about: About): OrderPaper {
  const { is, row } = source
  const name = String(row.person ?? row.agency_name ?? row.target)
  const code = row.person == null ? ((row.uscc ?? null) as string | null) : null
  const district = String(row.district ?? '')
  const failed = is === 'inspection' ? failedOf(about.checklist, row) : []
  const source_no = is === 'sanction' ? [row.sanction_no ?? row.decided_on] : [row.batch, row.date]
  const parts = ['责令整改通知书', row.district_code, district, code ?? row.id, name, ...source_no]
  const found = [...failed.map(item => item.name), ...textsOf(source)]
  return {
    record: String(is === 'sanction' ? (row.sanction_no ?? row.key) : row.id),
    ...{ source: source_no.join(' '), code, name, district, found, due: row.rectify_due as string | null },
    paper: wordPaper(
      about.stationery,
      'rectification',
      parts.filter(part => (part ?? '') !== '').map(String),
      () => contentOf(source, name, code, failed, about),
    ),
  }
}

/** What was found in words. */
function textsOf({ is, row }: Source): string[] {
  const text = is === 'inspection' ? row.findings : row.fact
  return (text ?? null) === null ? [] : [String(text)]
}

function contentOf(
  source: Source,
  name: string,
  code: string | null,
  failed: readonly ChecklistItem[],
  { checklist, scheme, stationery }: About,
): PaperContent<'rectification'> {
  const { is, row } = source
  const you = (row.person ?? null) === null ? '你单位' : '你'
  const found = textsOf(source)
  const district = (row.district_code ?? null) as string | null
  const order = checklist.orders.find(one => one.scheme === scheme.id)
  const cited = order && `《${scheme.notice}》${order.clause}`
  const breaches = [...new Set(failed.flatMap(({ breach }) => breach ?? []))].sort()
  const contact = contactText(stationery, scheme, district)
  return {
    number: String(row.sanction_no ?? '　　　　〔　　　　〕　　号'),
    subject_name: name,
    subject_code: code === null ? '' : `（${code}）`,
    you,
    opening: openingOf(source, you, failed.length),
    has_rows: failed.length > 0,
    rows: failed.map((item, i) => ({
      ...{ number: String(i + 1), id: item.id, name: item.name },
      basis: basisIn(item, { scheme: scheme.id, own: `《${scheme.notice}》`, law: 'full' }),
      breach: item.breach === null ? '—' : lawText(item.breach),
    })),
    lines: found.map(text => sentence(`${failed.length > 0 ? '检查记录写明：' : ''}${text}`)),
    basis: basisOf(is === 'sanction' ? row.basis : null, cited ?? null),
    due: (row.rectify_due ?? null) === null ? null : chineseDay(String(row.rectify_due)),
    otherwise: [
      ...(order ? [`${order.otherwise}（${order.clause}）。`] : []),
      ...(breaches.length > 0 ? [`检查项目另有罚则的，依照${breaches.map(lawText).join('、')}处理。`] : []),
      ...(order || breaches.length > 0 ? [] : ['逾期不改正的，依法处理。']),
    ],
    reply_to: contact,
    footer_note: footerNote(stationery, 'rectification', scheme, district),
  }
}

/** A clause of the scheme's document is cited with its name. */
function basisOf(own: Values[string] | undefined, cited: string | null): string | null {
  if ((own ?? null) === null) return cited
  return cited?.endsWith(String(own)) ? cited : String(own)
}

function openingOf({ is, row }: Source, you: string, failed: number): string {
  if (is === 'sanction') return `经查，${you}存在下列问题：`
  const by = row.authority === null ? '' : `，${row.authority}`
  const count = failed === 0 ? '' : `，其中检查项目不合格${failed}项`
  return `${chineseDay(String(row.date))}${by}对${you}进行“${row.batch}”检查，发现下列问题${count}：`
}
