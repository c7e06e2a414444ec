// Which papers a nomination needs, and which of a nominee's are missing.
import type { Paper } from '../records/paper.ts'
import type { PaperKind } from '../records/paper-problems.ts'
import type { Scheme } from '../scheme/scheme.ts'

/**
 * In the order of the document: form, self-summary and results where districts recommend (BJ 三(七)), an application where
 * institutions apply (LY 五1), nothing else.
 */
export function papersAsked({ papers, stages }: Pick<Scheme, 'papers' | 'stages'>): PaperKind[] {
  if (papers.recommendation !== null) return ['form', 'self_summary', 'result']
  return stages.some(stage => stage.work.includes('application')) ? ['application'] : []
}

/** `evaluated`: the program itself holds the results, which then need not be entered as received. */
export function missingPapers(
  asked: readonly PaperKind[],
  received: readonly Paper[],
  { scheme, year, evaluated }: { scheme: string; year: number; evaluated: boolean },
): PaperKind[] {
  const there = new Set(
    received.filter(p => p.year === year && (p.scheme === null || p.scheme === scheme)).map(p => p.kind),
  )
  if (evaluated) there.add('result')
  return asked.filter(kind => !there.has(kind))
}
