// The check before a nomination list goes out: everything that keeps it back, at once, and what somebody should look at.
import type { Day } from '../../domain/day.ts'
import { pointsText } from '../../domain/exact.ts'
import { missingPapers, papersAsked } from '../../domain/nomination/papers-asked.ts'
import { isIn } from '../../domain/nomination/pool.ts'
import { type Nominee, nominatedTwice, ofOneGroup } from '../../domain/nomination/same-body.ts'
import { type Problem, problem } from '../../domain/problem.ts'
import type { Paper } from '../../domain/records/paper.ts'
import type { PaperKind } from '../../domain/records/paper-problems.ts'
import { idOf, type Party, type PartyName } from '../../domain/score/party.ts'
import { agenciesById } from '../../store/agency.ts'
import type { Evaluation } from '../../store/evaluation.ts'
import type { Reader } from '../../store/open.ts'
import { listRecords, recordById } from '../../store/record.ts'
import { ask, type Desk } from '../desk.ts'
import { evaluationFor } from '../evaluation/which.ts'
import { districtNamed } from '../find-district.ts'
import { keptOn } from './kept.ts'
import {
  type DistrictTally,
  type ListedCandidate,
  type NominationList,
  outdated,
  readNominations,
} from './list.ts'

/** How many of a district's nominees lack a paper. */
export interface Lacking {
  district: string | null
  papers: { kind: PaperKind; count: number }[]
}

export interface NominationCheck {
  lacking: Lacking[]
  districts: DistrictTally[]
  problems: Problem[]
  warnings: Problem[]
}

/** Of the whole list, or what concerns one district of it. */
export function checkNominations(desk: Desk, which: string | null, district: string | null): NominationCheck {
  return ask(desk, reader => {
    const code = district === null ? null : districtNamed(reader, district).code
    return nominationCheckIn(reader, evaluationFor(reader, which), code)
  })
}

/** As `checkNominations`; the district by its code. */
export function nominationCheckIn(
  reader: Reader,
  evaluation: Evaluation,
  code: string | null,
): NominationCheck {
  const whole = readNominations(reader, evaluation)
  const concerns = (c: ListedCandidate) => code === null || c.district?.code === code
  const list = {
    ...whole,
    candidates: whole.candidates.filter(concerns),
    districts: whole.districts.filter(t => code === null || t.pool.code === code),
  }
  // Held against everybody: the other nominee may be another district's.
  const nominees = nomineesIn(reader, whole)
  const told = (same: readonly NomineeAt[]) => same.some(n => concerns(n.candidate))
  return {
    lacking: lackingIn(reader, list),
    districts: list.districts,
    problems: [
      ...list.districts.flatMap(t => ofPool(t, list.candidates)),
      ...nominatedTwice(nominees)
        .filter(same => told(same.nominees))
        .map(({ by, value, nominees: same }) => problem('CX1362', { by, value, nominees: named(same) })),
      ...outdated(reader, evaluation, list),
      ...papersMissing(reader, list),
    ],
    warnings: [
      ...ofOneGroup(nominees)
        .filter(same => told(same.nominees))
        .map(({ value, nominees: same }) => problem('CX1363', { group: value, nominees: named(same) })),
      ...unpublished(reader, list),
    ],
  }
}

/** Nominees who are in no publicity while others of the same places are, as after a place was filled. */
function unpublished(reader: Reader, { evaluation, candidates, districts }: NominationList): Problem[] {
  const { published, titled } = keptOn(reader, evaluation.id)
  return districts.flatMap(({ pool }) => {
    const here = candidates.filter(c => c.decision === 'nominated' && isIn(pool, c.district?.code ?? null))
    const those = here.filter(({ party }) => !published.has(idOf(party)) && !titled.has(idOf(party)))
    if (those.length === 0 || !here.some(({ party }) => published.has(idOf(party)))) return []
    return [problem('CX1357', { district: pool.name, names: those.map(c => c.party.name).join('、') })]
  })
}

/** Ties, places, share. */
function ofPool(tally: DistrictTally, candidates: readonly ListedCandidate[]): Problem[] {
  const { pool, places, nominated, for_profit, required, open } = tally
  const found: Problem[] = []
  if (tally.tied > 0) {
    const tied = candidates
      .filter(c => c.decision === 'tied' && isIn(pool, c.district?.code ?? null))
      .map(c => `${c.party.name}（${pointsText(c.total)}）`)
      .join('、')
    found.push(problem('CX3022', { district: pool.name, open, tied }))
  }
  if (nominated > places) found.push(problem('CX3020', { district: pool.name, places, nominated }))
  if (for_profit < required && !tally.waived) {
    found.push(problem('CX3021', { district: pool.name, nominated, for_profit, required }))
  }
  return found
}

function papersMissing(reader: Reader, list: NominationList): Problem[] {
  return withoutPapers(reader, list).map(({ party, papers }) => {
    const [option, key] =
      party.agency_id === null ? ['--subject', party.code] : ['--agency', party.uscc ?? party.code]
    const holder = `${option} ${key ?? idOf(party)}`
    return problem('CX1361', { name: party.name, year: list.evaluation.year, papers, holder })
  })
}

/** District by district, in the order of the list. */
function lackingIn(reader: Reader, list: NominationList): Lacking[] {
  const names = new Map(list.candidates.map(c => [idOf(c.party), c.district?.name ?? null]))
  const found = new Map<string | null, Map<PaperKind, number>>()
  for (const { party, papers } of withoutPapers(reader, list)) {
    const district = names.get(idOf(party)) ?? null
    const counts = found.get(district) ?? new Map<PaperKind, number>()
    for (const kind of papers) counts.set(kind, (counts.get(kind) ?? 0) + 1)
    found.set(district, counts)
  }
  return [...found].map(([district, counts]) => {
    return { district, papers: [...counts].map(([kind, count]) => ({ kind, count })) }
  })
}

/** Nominees who lack papers, and which: BJ 三(七), LY 五1. In the order of the list. */
export function withoutPapers(
  reader: Reader,
  { evaluation, scheme, candidates }: NominationList,
): { party: PartyName; papers: PaperKind[] }[] {
  const asked = papersAsked(scheme)
  if (asked.length === 0) return []
  const received = papersByHolder(reader)
  const { year } = evaluation
  return candidates.flatMap(({ decision, total, party }) => {
    if (decision !== 'nominated') return []
    const evaluated = evaluation.status === 'finalized' && total !== null
    const papers = missingPapers(asked, received.get(holderOf(party)) ?? [], {
      scheme: scheme.id,
      year,
      evaluated,
    })
    return papers.length === 0 ? [] : [{ party, papers }]
  })
}

export type ReceivedPaper = Paper & { received_on: Day }

/** Papers handed in, by `holderOf`. */
export function papersByHolder(reader: Reader): Map<string, ReceivedPaper[]> {
  const found = new Map<string, ReceivedPaper[]>()
  for (const paper of listRecords(reader, 'paper', { agency: null, district: null })) {
    const holder = holderOf(paper as unknown as Party)
    const own = found.get(holder) ?? []
    own.push(paper as unknown as ReceivedPaper)
    found.set(holder, own)
  }
  return found
}

export function holderOf({ agency_id, subject_id }: Party): string {
  return agency_id === null ? `s${subject_id}` : `a${agency_id}`
}

interface NomineeAt extends Nominee {
  candidate: ListedCandidate
}

/** With the group of companies: of an institution that belongs to an agency, the agency's. */
function nomineesIn(reader: Reader, { candidates }: NominationList): NomineeAt[] {
  return candidates
    .filter(c => c.decision === 'nominated')
    .map(candidate => {
      const { name, uscc, code } = candidate.party
      const district_code = candidate.district?.code ?? null
      const { corporate_group } = candidate.agency ?? agencyOf(reader, candidate) ?? { corporate_group: null }
      return { candidate, name, uscc, code, district_code, corporate_group }
    })
}

function agencyOf(reader: Reader, { party: { subject_id } }: ListedCandidate) {
  const agency = subject_id === null ? null : recordById(reader, 'subject', subject_id)!.agency_id
  return agency === null ? null : agenciesById(reader, [agency])[0]!
}

function named(nominees: readonly NomineeAt[]): string {
  return nominees
    .map(
      ({ candidate: { district }, name, uscc, code }) =>
        `${name}（${[district?.name, uscc ?? code].filter(part => part).join('，')}）`,
    )
    .join('、')
}
