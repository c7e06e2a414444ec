// Which papers of its nominees a package holds.
import { type Problem, problem } from '../../domain/problem.ts'
import type { PaperKind } from '../../domain/records/paper-problems.ts'
import type { Scheme } from '../../domain/scheme/scheme.ts'
import { nomineesIn } from '../../domain/submission/content-rules.ts'
import type { PackageContent } from '../../domain/submission/package.ts'
import { fileName } from '../papers/paper.ts'

/** As the files of the papers begin. */
const PAPERS: readonly (readonly [PaperKind, string])[] = [
  ['form', '推荐表'],
  ['self_summary', '自评总结'],
  ['result', '评分表'],
]

/** Nominees whose papers are not in it; none of a scheme that does not ask for them. `scheme`: null for an unknown one. */
export function papersLacking(content: PackageContent, scheme: Scheme | null): Problem[] {
  if (scheme !== null && scheme.papers.recommendation === null) return []
  const { district, parts } = content.manifest
  const files = parts.map(part => part.name.replace(/\.[^.]+$/, ''))
  return nomineesIn(content).flatMap(({ agency }) => {
    const name = String(agency.name)
    const end = `-${fileName([name])}`
    const lacks = PAPERS.filter(([, title]) => {
      const start = `papers/${title}-${district.code}-`
      return !files.some(file => file.startsWith(start) && file.endsWith(end))
    })
    return lacks.length === 0 ? [] : [problem('CX1440', { name, papers: lacks.map(([kind]) => kind) })]
  })
}
