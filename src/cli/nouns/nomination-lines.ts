// The nomination list as JSON, and the lines under its tables: who stands at the line, what the share costs, what people
// decided.
import { pointsText } from '../../domain/exact.ts'
import { hasPoints } from '../../domain/scheme/points.ts'
import type {
  DistrictTally,
  ListedCandidate,
  ListedRuling,
  NominationList,
} from '../../work/nomination/list.ts'
import { partyJson } from '../party-columns.ts'
import type { Shell } from '../shell.ts'

export function listJson(shell: Shell, list: NominationList): Record<string, unknown> {
  return {
    evaluation: list.evaluation.id,
    status: list.evaluation.status,
    candidates: list.candidates.map(c => candidateJson(shell, c, hasPoints(list.scheme))),
    districts: list.districts.map(tallyJson),
    rulings: list.rulings.map(rulingJson),
  }
}

export function candidateJson(shell: Shell, c: ListedCandidate, rated = true): Record<string, unknown> {
  return {
    district_code: c.district?.code ?? null,
    rank: c.rank,
    ...nameJson(c),
    kind: c.agency?.kind ?? null,
    total: pointsText(c.total),
    decision: c.decision,
    reason: shell.m.candidate(c.reason, rated),
  }
}

/** Places that nobody takes or competes for. */
export function placesLeft(districts: readonly DistrictTally[]): { district: string; left: number }[] {
  return districts.flatMap(({ pool, places, nominated, open }) =>
    places > nominated + open ? [{ district: pool.name, left: places - nominated - open }] : [],
  )
}

export function tallyJson(t: DistrictTally): Record<string, unknown> {
  const { pool, places, nominated, for_profit, required, waived, by_share, tied, open, marginal } = t
  return {
    district_code: pool.code,
    district: pool.name,
    ...{ places, nominated, for_profit, required, waived, by_share, tied, open },
    marginal: {
      in: brief(marginal.in),
      out: brief(marginal.out),
      difference: difference(marginal.in, marginal.out),
    },
    share_cost: t.share_cost.map(pair => ({
      in: brief(pair.in),
      out: brief(pair.out),
      cost: difference(pair.out, pair.in),
    })),
  }
}

function brief(c: ListedCandidate | null): Record<string, unknown> | null {
  return c && { ...nameJson(c), total: pointsText(c.total) }
}

/** An agency is known by its credit code; other subjects have numbers of their own. */
function nameJson({ party: { uscc, code, name }, agency }: ListedCandidate): Record<string, unknown> {
  return agency === null ? { uscc, code, name } : { uscc, name }
}

function difference(a: ListedCandidate | null, b: ListedCandidate | null): string | null {
  if (a === null || b === null || a.total === null || b.total === null) return null
  return pointsText(a.total - b.total)
}

export function rulingJson(r: ListedRuling): Record<string, unknown> {
  const { id, kind, district, gate, gate_name, about, objection = null, method, ...said } = r
  const { reason, signer, ruled_on, applies } = said
  const { uscc, code, name, district_code } = about ?? { uscc: null, code: null, name: null, ...r }
  return {
    ...{ id, kind, district_code, district, gate, gate_name, uscc, code, name, objection, method },
    ...{ reason, signer, ruled_on, applies },
    tied: r.among.map(({ chosen, ...party }) => ({ ...partyJson(party), chosen })),
  }
}

/** Of each district: the pair at the line, and whom the share puts in and out. */
export function lineLines({ m }: Shell, list: NominationList): string[] {
  const { said } = m.words
  const named = (c: ListedCandidate) => ({ name: c.party.name, total: pointsText(c.total) })
  return list.districts.flatMap(({ pool, marginal, share_cost, waived, by_share, nominated }) => {
    const district = pool.name
    const [last, next] = [marginal.in, marginal.out]
    const pair =
      last === null || next === null
        ? []
        : [said.atLine({ district, in: named(last), out: named(next), difference: difference(last, next) })]
    const costs = share_cost.map(pair =>
      pair.in === null
        ? said.shareEmpty({ district, out: named(pair.out) })
        : said.shareCosts({
            ...{ district, in: named(pair.in), out: named(pair.out) },
            cost: difference(pair.out, pair.in),
          }),
    )
    return [
      ...pair,
      ...costs,
      ...(waived ? [said.shareWaived({ district, nominated, held: by_share! })] : []),
    ]
  })
}

export function rulingLines({ m }: Shell, list: NominationList): string[] {
  const { said } = m.words
  return list.rulings.map(({ kind, district, gate_name, about, objection, method, among, ...ruling }) => {
    const { reason, signer, ruled_on: on, applies } = ruling
    const chosen = among.filter(c => c.chosen).map(c => c.name)
    const what = {
      gate: () => said.gateOff(gate_name ?? ''),
      share: () => said.shareOff(district ?? ''),
      tie: () => said.tieSettled({ district: district ?? '', method: said.tieMethod[method!], chosen }),
      add: () => said.addedBy(about!.name),
      drop: () =>
        objection == null
          ? said.droppedBy(about!.name)
          : said.droppedByObjection({ name: about!.name, objection }),
    }[kind]()
    return said.ruling({ what, reason, signer, on, applies })
  })
}
