// What became known of the holder of a title since it was granted, and by which clause that calls for taking it back
// (BJ 三(八)2, ZS 四(三), LY 五5). Findings only; a person decides.
import { addDays, type Day } from '../day.ts'
import type { Values } from '../imports/column.ts'
import { isVerified } from '../records/complaint.ts'
import { listingState } from '../records/listing.ts'
import type { Penalty } from '../records/penalty.ts'
import { isUnlicensedPublic, licenseStatusOn } from '../roster/agency.ts'
import type { Clause, RevocationGround, RevocationRules } from '../scheme/scheme.ts'
import { offenseRef } from '../score/countable.ts'
import type { Dossier } from '../score/dossier.ts'

export interface TitleDossier
  extends Pick<Dossier, 'agency' | 'subject' | 'complaints' | 'penalties' | 'offenses'> {
  /** Entries of the red and the black list. */
  listings: readonly (Values & { id: number })[]
  /** When its license was cancelled, where that is on file. */
  cancelled: Day | null
}

export interface TitleFinding {
  ground: RevocationGround
  /** Number of the complaint, decision or offense, id of the list entry; of a license or a body its own number. */
  record: string
  /** Null where a license is stated to have ended and nothing tells when. */
  on: Day | null
  clause: Clause
  /** Numbers of records of the same kind from before the grant: it was not the first. */
  repeats: string[]
}

interface Known {
  record: string
  on: Day | null
  /** What makes it the same again: the kind of penalty, the category of a complaint. */
  alike: string
}

/**
 * Each record once, by the first ground that it falls under; oldest first. What is dated on the day of the grant counts:
 * those who chose could not know it.
 */
export function reviewTitle(
  granted: Day,
  { grounds }: RevocationRules,
  dossier: TitleDossier,
  today: Day,
): TitleFinding[] {
  const told = new Set<string>()
  const findings = grounds.flatMap(({ ground, clause }) => {
    const known = knownOf(ground, dossier, today)
    return known.flatMap(({ record, on, alike }): TitleFinding[] => {
      // A complaint and a penalty may bear the same number.
      const key = `${REGISTER[ground]} ${record}`
      if ((on !== null && on < granted) || told.has(key)) return []
      told.add(key)
      const before = known.filter(k => k.on !== null && k.on < granted && k.alike === alike)
      return [{ ground, record, on, clause, repeats: before.map(k => k.record) }]
    })
  })
  return findings.sort((a, b) => ((a.on ?? '') < (b.on ?? '') ? -1 : (a.on ?? '') > (b.on ?? '') ? 1 : 0))
}

const REGISTER: Readonly<Record<RevocationGround, string>> = {
  dishonest_complaint: 'complaint',
  verified_complaint: 'complaint',
  penalty: 'penalty',
  blacklist: 'listing',
  dissolved: 'license',
  offense: 'offense',
}

/** All that holds on the day, from before the grant as well. */
function knownOf(ground: RevocationGround, dossier: TitleDossier, today: Day): Known[] {
  switch (ground) {
    case 'dishonest_complaint':
      return complaintsOf(dossier, today).filter(c => c.dishonest)
    case 'verified_complaint':
      return complaintsOf(dossier, today)
    case 'penalty':
      return dossier.penalties
        .filter(p => p.decision_date <= today && stands(p, today))
        .map(p => ({ record: p.decision_no, on: p.decision_date, alike: p.kind }))
    case 'blacklist':
      return dossier.listings
        .filter(entry => entry.list === 'black' && (entry.person ?? null) === null)
        .filter(entry => ['listed', 'expired'].includes(listingState(entry, today)))
        .map(entry => ({ record: String(entry.id), on: entry.listed_on as Day, alike: 'black' }))
    case 'dissolved':
      return dissolved(dossier, today)
    case 'offense':
      return dossier.offenses
        .filter(o => o.date <= today)
        .map(o => ({ record: offenseRef(o), on: o.date, alike: o.kind }))
    default: {
      const never: never = ground
      return never
    }
  }
}

function complaintsOf({ complaints }: TitleDossier, today: Day): (Known & { dishonest: boolean })[] {
  return complaints
    .filter(c => isVerified(c, today))
    .map(c => ({ record: c.complaint_no, on: c.closed_on, alike: c.category, dishonest: c.dishonest === 1 }))
}

/** A decision that is under review may yet fall: it calls for nothing before it stands. */
function stands({ status, revoked_on }: Penalty, today: Day): boolean {
  return status === 'in_force' || (status === 'revoked' && revoked_on !== null && revoked_on > today)
}

/** A license that is gone or has run out; a body that has ended. Who needs no license cannot lose one. */
function dissolved({ agency, subject, cancelled }: TitleDossier, today: Day): Known[] {
  if (subject !== null) {
    const { ended_on, code, name } = subject
    return ended_on === null || ended_on > today
      ? []
      : [{ record: code ?? name, on: ended_on, alike: 'ended' }]
  }
  if (agency === null || isUnlicensedPublic(agency)) return []
  const status = licenseStatusOn(agency, today)
  const record = agency.license_no ?? agency.name
  switch (status) {
    case 'cancelled':
      return [{ record, on: cancelled, alike: status }]
    case 'revoked':
      return [{ record, on: null, alike: status }]
    case 'expired': {
      const { valid_to } = agency
      // A roster may state the end of a license whose last day has not come yet.
      const on = valid_to === null || valid_to >= today ? null : addDays(valid_to, 1)
      return [{ record, on, alike: status }]
    }
    default:
      return []
  }
}

/**
 * What a reason names: what was found in the very words in which it was put there, else a record by its whole number.
 * Ids of list entries and names of bodies stand in any text by chance.
 */
export function namedIn<F extends Pick<TitleFinding, 'ground' | 'record'>>(
  reason: string,
  findings: readonly F[],
  wordsOf: (finding: F) => string,
): F[] {
  const inWords = findings.filter(finding => reason.includes(wordsOf(finding)))
  if (inWords.length > 0) return inWords
  return findings.filter(
    ({ ground, record }) => ground !== 'blacklist' && ground !== 'dissolved' && hasToken(reason, record),
  )
}

/** Not as part of a longer number: TS2013-1 is not in TS2013-10. */
function hasToken(text: string, token: string): boolean {
  const isPart = (char: string | undefined) => char !== undefined && /[A-Za-z0-9_-]/.test(char)
  for (let at = text.indexOf(token); at >= 0; at = text.indexOf(token, at + 1)) {
    const startsWithin = isPart(token[0]) && isPart(text[at - 1])
    const endsWithin = isPart(token.at(-1)) && isPart(text[at + token.length])
    if (!startsWithin && !endsWithin) return true
  }
  return false
}
