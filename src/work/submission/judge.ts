// What the receiver holds against a package: by the places, the share and the deadline of the city's own file.
import type { Day } from '../../domain/day.ts'
import { isIn, poolsOf, shareIn } from '../../domain/nomination/pool.ts'
import { type Problem, problem } from '../../domain/problem.ts'
import { nominationOf } from '../../domain/scheme/nomination.ts'
import type { Scheme } from '../../domain/scheme/scheme.ts'
import {
  findings,
  outOfYear,
  type PackedTally,
  refusals,
  sentNominees,
  tallyOf,
  twice,
} from '../../domain/submission/content-rules.ts'
import type { PackageContent } from '../../domain/submission/package.ts'
import { agenciesById } from '../../store/agency.ts'
import { listEvaluations } from '../../store/evaluation.ts'
import type { Reader } from '../../store/open.ts'
import { listDistricts } from '../../store/reference.ts'
import type { Desk } from '../desk.ts'
import { placesOf } from '../nomination/places.ts'
import { packageDue } from './gather.ts'
import { papersLacking } from './papers-in.ts'
import type { RegisterPlan } from './plan-registers.ts'
import { receivedNominees } from './received.ts'

/**
 * A package with the kind that each of its agencies has here once it is laid in: the share is counted by what the city
 * keeps. What nobody has decided yet is as the package says.
 */
export function asKept(
  reader: Reader,
  content: PackageContent,
  { keys, steps }: Pick<RegisterPlan, 'keys' | 'steps'>,
  decided: boolean,
): PackageContent {
  if (!decided) return content
  const own = new Map(
    agenciesById(
      reader,
      keys.flatMap(({ id }) => (id > 0 ? [id] : [])),
    ).map(a => [a.id, a]),
  )
  const set = new Map(steps.flatMap(step => (step.do === 'set_agency' ? [[step.id, step.values]] : [])))
  const agencies = content.agencies.map((values, i) => {
    const id = keys[i]!.id
    return { ...values, kind: set.get(id)?.kind ?? own.get(id)?.kind ?? values.kind! }
  })
  return { ...content, agencies }
}

/** By the places that the city has for it, and the share that the scheme asks for there. */
export function tallyHere(reader: Reader, content: PackageContent, scheme: Scheme): PackedTally {
  const { district, evaluation } = content.manifest
  const rules = nominationOf(scheme)
  const pool = poolsOf(rules, listDistricts(reader)).find(p => isIn(p, district.code))!
  const id = evaluationOf(reader, scheme, evaluation.year)?.id ?? 0
  const places = placesOf(reader, scheme, { id }, [pool]).get(pool.code)!.left
  return tallyOf(content, places, shareIn(rules, pool))
}

/** `on`: the day on which it came. */
export function judged(
  desk: Desk,
  reader: Reader,
  {
    content,
    file,
    scheme,
    tally,
  }: { content: PackageContent; file: string; scheme: Scheme; tally: PackedTally },
  on: Day,
): { problems: Problem[]; warnings: Problem[] } {
  const { district, evaluation, packed_on } = content.manifest
  const own = sentNominees(content)
  const others = receivedNominees(reader, scheme.id, evaluation.year).filter(
    n => n.district_code !== district.code,
  )
  const due = packageDue(scheme, evaluation.year)
  const late = due !== null && on > due && packed_on <= due
  const here = evaluationOf(reader, scheme, evaluation.year)
  const about = { district: district.name, on, due: due ?? '' }
  const place = (p: Problem): Problem => ({ ...p, place: { file } })
  return {
    problems: [...refusals(content, tally), ...twice([...own, ...others], new Set(own))].map(place),
    warnings: [
      ...outOfYear(content, desk.today, here ? [here.year] : []),
      ...findings(content, tally, due),
      ...papersLacking(content, scheme),
      ...(late ? [problem('CX1426', { ...about, what: 'received' })] : []),
    ].map(place),
  }
}

function evaluationOf(reader: Reader, { id }: Scheme, year: number) {
  return listEvaluations(reader).find(e => e.scheme_id === id && e.year === year)
}
