// Whether a nominee can be given the title on a day, and what stands in the way (LY 五3, 五4; BJ 三(七)).
import type { Day } from '../day.ts'
import { failedGates, type Standing } from '../nomination/gates.ts'
import { honorStatus } from '../records/honor.ts'
import type { NominationRules } from '../scheme/scheme.ts'
import type { Dossier, RuleContext } from '../score/dossier.ts'
import type { GrantHindrance } from './title-problems.ts'

/** Where a nominee stands in the last publicity that it was in. */
export interface Published {
  last_day: Day
  closed_on: Day | null
  /** Taken out because an objection was upheld. */
  removed_on: Day | null
}

/** `published`: undefined where it never was; `mustPublish`: nobody gets the title without. */
export function grantHindrance(
  rules: Pick<NominationRules, 'gates' | 'title' | 'ranking'>,
  nominee: { dossier: Dossier; standing: Standing; published: Published | undefined },
  mustPublish: boolean,
  context: RuleContext,
): GrantHindrance | null {
  const { dossier, standing, published } = nominee
  const on = context.asOf
  // One that is dated ahead has been given as well.
  const held = dossier.honors.find(
    h => h.title === rules.title && ['valid', 'not_yet'].includes(honorStatus(h, on)) && isOwn(h, dossier),
  )
  if (held) return { is: 'holds', on: held.granted_on }
  if (published !== undefined && published.removed_on !== null)
    return { is: 'removed', on: published.removed_on }
  if (mustPublish) {
    if (published === undefined) return { is: 'not_published' }
    if (published.closed_on === null) return { is: 'publicity_open', until: published.last_day }
    if (published.closed_on > on) return { is: 'closed_after', on: published.closed_on }
  }
  const [failed] = failedGates(rules, dossier, standing, context)
  if (failed === undefined) return null
  return { is: 'gate', name: failed.name ?? failed.gate, clause: failed.clause, records: failed.records }
}

/** An agency's dossier holds the honors of its windows and people as well. */
function isOwn({ holder_kind }: Dossier['honors'][number], { agency }: Dossier): boolean {
  return agency === null || holder_kind === 'agency'
}
