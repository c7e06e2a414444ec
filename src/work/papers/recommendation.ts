// The recommendation form (推荐表, BJ annex 3): name, reasons, opinion with seal and date - one per nominee.
import { addMonths, isWithin, monthsWindow } from '../../domain/day.ts'
import { pointsText } from '../../domain/exact.ts'
import { papersAsked } from '../../domain/nomination/papers-asked.ts'
import { honorStatus } from '../../domain/records/honor.ts'
import { type Inspection, inspectionItems } from '../../domain/records/inspection.ts'
import type { PaperKind } from '../../domain/records/paper-problems.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { Agency } from '../../domain/roster/agency.ts'
import type { District } from '../../domain/roster/district.ts'
import { nominationOf, paperOf } from '../../domain/scheme/nomination.ts'
import type { Scheme } from '../../domain/scheme/scheme.ts'
import type { AgencyDossier } from '../../domain/score/dossier.ts'
import { idOf } from '../../domain/score/party.ts'
import { readDossiers } from '../../store/dossier.ts'
import type { Reader } from '../../store/open.ts'
import { findResult } from '../../store/result.ts'
import { ask, type Desk } from '../desk.ts'
import { evaluationFor, schemeOf } from '../evaluation/which.ts'
import { agencyNamed } from '../find-agency.ts'
import {
  countOutdated,
  type ListedCandidate,
  type NominationList,
  readNominations,
} from '../nomination/list.ts'
import { ownDistrict } from '../own-district.ts'
import {
  chineseDay,
  footerNote,
  gradeLabel,
  type Paper,
  type Stationery,
  stationeryOf,
  unsettled,
  wordPaper,
} from './paper.ts'

/** What agencies hand in about themselves, as BJ 三(七) calls it. */
export const SELF_SUMMARY = '机构自评总结'

export interface Recommendation {
  district_code: string
  district: string
  uscc: string | null
  agency_name: string
  reasons: string[]
  number: number
  paper: Paper
}

/**
 * Forms of all nominees, of one district, or of one agency, and how many candidates the records no longer fit.
 * Refuses an agency that is no nominee, and a scheme without such a form.
 */
export function planRecommendations(
  desk: Desk,
  which: string | null,
  only: { district: string | null; agency: string | null },
): { forms: Recommendation[]; outdated: number } {
  return ask(desk, reader => {
    const evaluation = evaluationFor(reader, which)
    const scheme = schemeOf(reader, evaluation)
    nominationOf(scheme)
    paperOf(scheme, 'recommendation')
    const list = readNominations(reader, evaluation)
    const wanted = only.agency === null ? null : agencyNamed(reader, only.agency)
    const named = only.agency === null ? (ownDistrict(reader, only.district)?.code ?? null) : only.district
    const nominees = nomineesOf(list, named).filter(
      n => wanted === null || n.candidate.agency.id === wanted.id,
    )
    if (wanted && nominees.length === 0) throw new Refusal('CX3026', { agency: wanted.name })
    const forms = recommendationsOf(reader, stationeryOf(desk, reader), list, nominees)
    return { forms, outdated: countOutdated(reader, evaluation) }
  })
}

export function recommendationsOf(
  reader: Reader,
  stationery: Stationery,
  list: NominationList,
  nominees: readonly Numbered[],
): Recommendation[] {
  const dossiers = new Map(readDossiers(reader).map(d => [d.agency.id, d]))
  return nominees.map(({ candidate, number }) =>
    plan(reader, stationery, list, candidate, number, dossiers.get(candidate.agency.id)!),
  )
}

/** A nominee of whom there are agencies' papers. */
export type Nominee = ListedCandidate & { agency: Agency; district: District }

export interface Numbered {
  candidate: Nominee
  /** Within their district. */
  number: number
}

/** Nominees in order, of one district or all. */
export function nomineesOf(list: NominationList, district: string | null = null): Numbered[] {
  const counts = new Map<string, number>()
  return list.candidates
    .filter((c): c is Nominee => c.decision === 'nominated' && c.agency !== null && c.district !== null)
    .map(candidate => {
      const number = (counts.get(candidate.district.code) ?? 0) + 1
      counts.set(candidate.district.code, number)
      return { candidate, number }
    })
    .filter(({ candidate }) => district === null || candidate.district.code === district)
}

function plan(
  reader: Reader,
  stationery: Stationery,
  list: NominationList,
  candidate: Nominee,
  number: number,
  dossier: AgencyDossier,
): Recommendation {
  const { scheme, evaluation } = list
  const recommendation = paperOf(scheme, 'recommendation')
  // The grade as it stands after vetoes, not the band of the total.
  const found = findResult(reader, evaluation, 'agency', candidate.agency.id)
  const grade = gradeLabel(scheme, found?.grade ?? null)
  const reasons = reasonsFor(list, candidate, dossier, grade)
  const content = {
    title: recommendation.title,
    agency_name: candidate.agency.name,
    reasons: [...reasons, ...unsettled(evaluation)],
    opinion_label: opinionOf(scheme, candidate.district),
    opinion: '',
    attachments: attachmentsOf(scheme),
    footer_note: footerNote(stationery, 'recommendation', scheme, candidate.district.code),
  }
  const { code, name } = candidate.district
  const file = ['推荐表', code, name, String(number).padStart(2, '0'), candidate.agency.name]
  return {
    district_code: code,
    district: name,
    uscc: candidate.agency.uscc,
    agency_name: candidate.agency.name,
    reasons,
    number,
    paper: wordPaper(stationery, 'recommendation', file, () => content),
  }
}

/** Of a city's own agencies nobody below the city has an opinion. */
function opinionOf(scheme: Scheme, { kind }: District): string {
  return kind === 'city' ? `${scheme.issuer}意见` : paperOf(scheme, 'recommendation').opinion
}

/** What goes out with the form: BJ 三(七). */
function attachmentsOf(scheme: Scheme): string {
  const titles = papersAsked(scheme)
    .map(kind => ATTACHED[kind]?.(scheme))
    .filter(title => title !== undefined)
  return titles.length === 0 ? '' : `附件：${titles.map((title, i) => `${i + 1}.${title}`).join('　')}`
}

const ATTACHED: Partial<Record<PaperKind, (scheme: Scheme) => string>> = {
  self_summary: () => SELF_SUMMARY,
  result: ({ papers }) => papers.results.title,
}

/** Only what the records say, each sentence with its figure or date. The clerk adds deeds in Word. */
function reasonsFor(
  list: NominationList,
  candidate: Nominee,
  dossier: AgencyDossier,
  grade: string,
): string[] {
  const { agency } = dossier
  const asOf = list.evaluation.as_of
  const inspected = cleanInspection(dossier, asOf)
  const reasons = [
    `诚信状况评估总分${pointsText(candidate.total)}分，等级${grade}，在${candidate.district.name}符合条件的机构中列${rankIn(list, candidate)}。`,
  ]
  const start = agency.business_start ?? agency.issued_on
  if (start !== null) {
    const years = fullYears(start, asOf)
    reasons.push(`自${chineseDay(start)}起从事人力资源服务，至${chineseDay(asOf)}已满${years}年。`)
  }
  if (agency.standard_grade !== null) reasons.push(`按地方标准评定等级${agency.standard_grade}。`)
  if (inspected) reasons.push(`${chineseDay(inspected.date)}“${inspected.batch}”检查各项合格。`)
  const honors = dossier.honors.filter(h => honorStatus(h, asOf) === 'valid' && h.holder_kind !== 'person')
  if (honors.length > 0) reasons.push(`获得${honors.map(h => `“${h.title}”`).join('、')}。`)
  for (const kind of ['公益', '行业']) {
    const held = dossier.activities.filter(
      a => a.kind === kind && isWithin(a.held_on, monthsWindow(asOf, YEAR)),
    )
    if (held.length > 0) reasons.push(`近一年参加${kind}活动${held.length}次。`)
  }
  return reasons
}

const YEAR = 12

/** Equals share a rank; of one who is in because of the for-profit share also that among its like (BJ 附件2备注). */
function rankIn({ candidates, districts }: NominationList, { party, district, rank }: Nominee): string {
  const here = candidates.filter(c => c.district?.code === district.code && c.rank !== null)
  const shared = here.some(c => c.rank === rank && idOf(c.party) !== idOf(party))
  const told = `${shared ? '并列' : ''}第${rank}位`
  const tally = districts.find(t => t.pool.code === district.code)
  const byShare = tally?.share_cost.some(pair => pair.in !== null && idOf(pair.in.party) === idOf(party))
  if (!byShare) return told
  const better = here.filter(c => c.agency?.kind === 'for_profit' && c.rank! < rank!).length
  return `${told}、在其中的经营性机构中列第${better + 1}位`
}

/**
 * The latest inspection of the year, if every item was looked at and none failed, on that day in any other inspection
 * either; else nothing can be claimed.
 */
function cleanInspection({ inspections }: AgencyDossier, asOf: string): Inspection | null {
  const inside = inspections.filter(i => isWithin(i.date, monthsWindow(asOf, YEAR)))
  const latest = inside.reduce<Inspection | null>((a, b) => (a && a.date > b.date ? a : b), null)
  if (!latest) return null
  return inside.filter(i => i.date === latest.date).every(isClean) ? latest : null
}

function isClean({ items }: Inspection): boolean {
  const results = inspectionItems.map(id => items[id])
  return results.every(r => r === 'pass' || r === 'not_applicable') && results.includes('pass')
}

function fullYears(start: string, asOf: string): number {
  let years = Number(asOf.slice(0, 4)) - Number(start.slice(0, 4))
  if (addMonths(start, years * 12) > asOf) years -= 1
  return years
}
