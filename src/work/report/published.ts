// How far the publicity of an evaluation's nominees has come, in figures.
import type { Day } from '../../domain/day.ts'
import { idOf } from '../../domain/score/party.ts'
import { listCandidates, type StoredCandidate } from '../../store/nomination.ts'
import type { Reader } from '../../store/open.ts'
import { nomineePublicities, publishedNominees, undecidedObjections } from '../../store/publicity-days.ts'

export interface PublicityFigures {
  /** Districts that have nominees, and those of them of whose nominees none is left to publish. */
  districts: number
  published: number
  /** Nominees who were not published. */
  unpublished: number
  running: number
  /** Over and not closed. */
  over: number
  closed: number
  /** Of those not closed: that cannot be closed by the day due. */
  late: number
  /** Objections that nobody has decided. */
  objections: number
}

/** `due`: of what goes out after publicity; null where nothing does. */
export function publicityFigures(
  reader: Reader,
  evaluation: number,
  due: Day | null,
  today: Day,
): PublicityFigures {
  const nominees = nomineesOf(reader, evaluation)
  const unpublished = unpublishedNominees(reader, evaluation)
  const districts = new Set(nominees.map(n => n.district_code)).size
  const publicities = nomineePublicities(reader, evaluation)
  const open = publicities.filter(p => p.closed_on === null)
  const running = open.filter(p => today <= p.last_day).length
  return {
    districts,
    published: districts - new Set(unpublished.map(n => n.district_code)).size,
    unpublished: unpublished.length,
    running,
    over: open.length - running,
    closed: publicities.length - open.length,
    late: due === null ? 0 : open.filter(p => p.last_day >= due).length,
    objections: undecidedObjections(reader, evaluation).reduce((sum, o) => sum + o.objections, 0),
  }
}

/** In the order of the list. */
export function unpublishedNominees(reader: Reader, evaluation: number): StoredCandidate[] {
  const published = new Set(publishedNominees(reader, evaluation).map(idOf))
  return nomineesOf(reader, evaluation).filter(n => !published.has(idOf(n)))
}

function nomineesOf(reader: Reader, evaluation: number): StoredCandidate[] {
  return listCandidates(reader, evaluation).filter(c => c.decision === 'nominated')
}
