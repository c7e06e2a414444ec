// The nominees of a district as handed in (推荐汇总表): who, why, which papers came when (BJ 三(七)), and at the foot how the
// for-profit share stands (BJ 附件2备注).
import type { Day } from '../../domain/day.ts'
import { percentText, pointsText } from '../../domain/exact.ts'
import { papersAsked } from '../../domain/nomination/papers-asked.ts'
import { shareIn } from '../../domain/nomination/pool.ts'
import { waiverIn } from '../../domain/nomination/ruling.ts'
import { paperKind } from '../../domain/records/paper.ts'
import type { PaperKind } from '../../domain/records/paper-problems.ts'
import { nominationOf } from '../../domain/scheme/nomination.ts'
import { hasPoints } from '../../domain/scheme/points.ts'
import type { Scheme } from '../../domain/scheme/scheme.ts'
import { idOf } from '../../domain/score/party.ts'
import { howMany } from '../../messages/zh-CN/how-many.ts'
import { zhCN } from '../../messages/zh-CN/index.ts'
import type { Reader } from '../../store/open.ts'
import { subjectTypes } from '../../store/party.ts'
import { findResult } from '../../store/result.ts'
import { ask, type Desk } from '../desk.ts'
import { evaluationFor } from '../evaluation/which.ts'
import { holderOf, papersByHolder, type ReceivedPaper } from '../nomination/check.ts'
import {
  type DistrictTally,
  type ListedCandidate,
  type NominationList,
  readNominations,
} from '../nomination/list.ts'
import { ownDistrict } from '../own-district.ts'
import { chineseDay, footerNote, type Paper, type Stationery, standing, stationeryOf } from './paper.ts'
import { bureauOf } from './publicity.ts'
import {
  codeTitle,
  columnsIn,
  gradeText,
  kindText,
  kindWidth,
  NO_CODE,
  nameTitle,
  type Table,
  type TableFormat,
  tablePaper,
  totalText,
} from './sheet.ts'

/** One table of a district (code or name) or of everybody, or one for `each` district that has places or nominees. */
export type NomineeScope = { district: string | null } | 'each'

export function nomineePapers(
  desk: Desk,
  which: string | null,
  scope: NomineeScope,
  format: TableFormat,
): Paper[] {
  return ask(desk, reader => {
    const list = readNominations(reader, evaluationFor(reader, which))
    const stationery = stationeryOf(desk, reader)
    const own = ownDistrict(reader, scope === 'each' ? null : scope.district)
    const tables =
      scope === 'each' && own === null
        ? tablesOfEach(reader, stationery, list)
        : [nomineeTable(reader, stationery, list, own?.code ?? null)]
    return tables.map(table => tablePaper(stationery, table, format))
  })
}

/** One for each pool that has places or nominees. */
function tablesOfEach(reader: Reader, stationery: Stationery, list: NominationList): Table<'nominees'>[] {
  return list.districts
    .filter(t => t.places > 0 || t.nominated > 0)
    .map(t => nomineeTable(reader, stationery, list, t.pool.code))
}

/** `code`: of a district; null for everybody. */
export function nomineeTable(
  reader: Reader,
  stationery: Stationery,
  list: NominationList,
  code: string | null,
): Table<'nominees'> {
  const { scheme, evaluation } = list
  const noun = scheme.applies_to.subject
  const { scored, graded } = columnsIn(scheme)
  const tally = list.districts.find(t => t.pool.code === code) ?? null
  const asked = papersAsked(scheme)
  const received = papersByHolder(reader)
  const types = subjectTypes(reader, noun)
  const rows = list.candidates
    .filter(c => c.decision === 'nominated' && (code === null || c.district?.code === code))
    .map((candidate, i) => {
      const { party, district, agency, total, rank, reason } = candidate
      const found = findResult(reader, evaluation, noun, idOf(party))
      return {
        number: i + 1,
        ...{ district: district?.name ?? '—', name: party.name, code: party.uscc ?? party.code },
        kind: kindText(scheme, agency, types.get(idOf(party)) ?? null),
        total: totalText(scheme, pointsText(total)),
        grade: gradeText(scheme, found?.grade ?? null),
        ...{ rank, reason: zhCN.candidate(reason, hasPoints(scheme)) },
        days: asked.map(kind => receivedOf(list, candidate, kind, received.get(holderOf(party)) ?? [])),
      }
    })
  const where = tally?.pool.name ?? null
  const title = `“${nominationOf(scheme).title}”推荐汇总表`
  const subtitle = `${where === null ? '' : `${where}　`}${evaluation.year}年度　${scheme.document}`
  const notes = notesOf(list, code)
  const issuer = `推荐单位（盖章）：${issuerOf(list, tally)}`
  const text = (header: string, width: number) => ({ header, width, type: 'text' }) as const
  const centered = (header: string, width: number) => ({ ...text(header, width), align: 'center' }) as const
  const whole = (header: string) => ({ header, width: 6, type: 'int', align: 'center' }) as const
  return {
    kind: 'nominees',
    name: ['推荐汇总表', ...(code === null || where === null ? [] : [code, where])],
    word: {
      ...{ title, subtitle, name_header: nameTitle(noun), code_header: codeTitle(noun) },
      ...{ scored, graded, notes, issuer },
      rows: rows.map(({ days, number, rank, ...row }) => ({
        ...row,
        number: String(number),
        rank: rank === null ? '—' : String(rank),
        received: asked.map((kind, i) => `${titleOf(kind)}：${receivedText(days[i]!)}`).join('\n'),
      })),
      footer_note: footerNote(stationery, 'nominees', scheme, code),
    },
    sheet: {
      ...{ name: '推荐汇总表', title, subtitle, landscape: true },
      columns: [
        ...[whole('序号'), centered('推荐范围', 12), text(nameTitle(noun), 38), text(codeTitle(noun), 22)],
        centered('类别', kindWidth(scheme)),
        ...(scored ? [{ header: '总分', width: 9, type: 'decimal', align: 'center' } as const] : []),
        ...(graded ? [centered('等级', 15)] : []),
        ...[whole('合格名次'), text('推荐方式和理由', 34)],
        // Results that were finalized here have no day on which they came.
        ...asked.map(
          kind =>
            ({
              header: kind === 'result' ? titleOf(kind) : `${titleOf(kind)}收到日期`,
              width: 14,
              type: 'date',
            }) as const,
        ),
      ],
      rows: rows.map(r => [
        ...[r.number, r.district, r.name, r.code ?? NO_CODE, r.kind],
        ...[...(scored ? [r.total] : []), ...(graded ? [r.grade] : []), r.rank ?? '—', r.reason],
        ...r.days.map(({ on, otherwise }) => on ?? otherwise),
      ]),
      notes: [...notes, `${issuer}　　　　　　　　年　　月　　日`],
    },
  }
}

const NOT_THERE = '未收到'

interface Received {
  /** The latest day on which it came; null where it did not. */
  on: Day | null
  /** What is said then: results that were finalized here need not come (BJ 三(七)). */
  otherwise: string
}

function receivedText({ on, otherwise }: Received): string {
  return on === null ? otherwise : chineseDay(on)
}

function receivedOf(
  { evaluation, scheme }: NominationList,
  { total }: ListedCandidate,
  kind: PaperKind,
  papers: readonly ReceivedPaper[],
): Received {
  const days = papers
    .filter(p => p.kind === kind && p.year === evaluation.year)
    .filter(p => p.scheme === null || p.scheme === scheme.id)
    .map(p => p.received_on)
  const here = kind === 'result' && evaluation.status === 'finalized' && total !== null
  return { on: days.sort().at(-1) ?? null, otherwise: here ? '已审定' : NOT_THERE }
}

function titleOf(kind: PaperKind): string {
  return paperKind.states!.find(state => state.name === kind)!.word
}

/** Not that of the ranking, where everybody has one. */
function rankNote({ applies_to: { subject } }: Scheme): string {
  const among =
    subject === 'person' ? '人员' : subject === 'agency' || subject === 'institution' ? '机构' : '对象'
  return `合格名次是在本范围符合推荐条件的${among}之间的名次。`
}

function notesOf(list: NominationList, code: string | null): string[] {
  const tallies = list.districts.filter(t => code === null || t.pool.code === code)
  const own = tallies.length === 1
  return [
    countText(list, tallies),
    ...(list.candidates.some(c => c.decision === 'nominated') ? [rankNote(list.scheme)] : []),
    ...standing(list.evaluation),
    ...tallies.flatMap(tally =>
      [shareTexts(list, tally), openTexts(list, tally)]
        .filter(said => said.length > 0)
        .map(said => `${own ? '' : `${tally.pool.name}：`}${said.join('；')}。`),
    ),
  ]
}

/** Places and nominees, and where there is a for-profit share, how it stands. */
function countText({ scheme }: NominationList, tallies: readonly DistrictTally[]): string {
  const sum = (field: 'places' | 'nominated' | 'for_profit' | 'required') =>
    tallies.reduce((all, tally) => all + tally[field], 0)
  const count = (n: number) => howMany(n, scheme.applies_to.subject).replace(' ', '')
  const nominated = sum('nominated')
  const told = `名额${sum('places')}个，推荐${count(nominated)}`
  const rules = nominationOf(scheme)
  if (nominated === 0) return `${told}；没有推荐对象。`
  if (rules.for_profit_share === null) return `${told}。`
  const for_profit = sum('for_profit')
  const share = `其中经营性${count(for_profit)}，占${percentText(for_profit, nominated)}%`
  const holds = tallies.some(t => shareIn(rules, t.pool) > 0)
  return `${told}，${share}${holds ? `，应不少于${count(sum('required'))}` : '（不适用经营性比例）'}。`
}

/** Who is passed over for the share (BJ 附件2备注), and for whom: else the ranks have gaps that nothing explains. */
function shareTexts({ scheme }: NominationList, { share_cost: pairs }: DistrictTally): string[] {
  const { for_profit_share: share } = nominationOf(scheme)
  if (share === null || pairs.length === 0) return []
  const told = ({ party, rank, total }: ListedCandidate) =>
    `${party.name}（合格名次${rank}，${pointsText(total)}分）`
  const costs = pairs.map(pair =>
    pair.in === null
      ? `${told(pair.out)}未能推荐，名额空出（符合推荐条件的经营性机构不足）`
      : `${told(pair.out)}让位于${told(pair.in)}`,
  )
  return [`为达到经营性机构不少于${share.percent}%（${share.clause}），${costs.join('；')}`]
}

/** What is waived, not decided or left in a pool. */
function openTexts({ rulings, scheme }: NominationList, tally: DistrictTally): string[] {
  const { pool, places, nominated, tied, open, by_share } = tally
  const waiver = waiverIn(rulings, pool.code)
  const noun = scheme.applies_to.subject
  const held =
    by_share !== null && by_share < nominated
      ? `（按比例只能推荐${howMany(by_share, noun).replace(' ', '')}）`
      : ''
  return [
    ...(waiver
      ? [
          `经营性比例已放宽${held}，理由：${waiver.reason}（${waiver.signer}，${chineseDay(waiver.ruled_on)}）`,
        ]
      : []),
    ...(tied > 0 ? [`末位并列${howMany(tied, noun).replace(' ', '')}，${open}个名额待定`] : []),
    ...(places > nominated + open ? [`名额剩余${places - nominated - open}个`] : []),
  ]
}

const BLANK = '　　　　　　　　　　　　'

/** A district's bureau; for a city's own agencies, and of everybody, whoever issued the document. */
function issuerOf({ scheme }: NominationList, tally: DistrictTally | null): string {
  if (tally === null) return scheme.issuer
  return bureauOf(scheme, tally.pool) ?? `${tally.pool.name}${BLANK}`
}
