// Looks at packages without taking anything in: whether each is whole and says what it should, and with the city's file
// beside it what merging would do. Needs no database.

import { shareIn } from '../../domain/nomination/pool.ts'
import { type Problem, problem } from '../../domain/problem.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { Jurisdiction } from '../../domain/scheme/scheme.ts'
import {
  findings,
  outOfYear,
  type PackedTally,
  refusals,
  sentNominees,
  tallyOf,
  twice,
} from '../../domain/submission/content-rules.ts'
import { dayProblems } from '../../domain/submission/handed-in.ts'
import type { PackageContent } from '../../domain/submission/package.ts'
import { readReceipt } from '../../domain/submission/receipt.ts'
import { nameKey } from '../../domain/text.ts'
import { readShippedScheme } from '../../schemes/library.ts'
import { getSetting } from '../../store/reference.ts'
import { askIfThere, type Desk } from '../desk.ts'
import { type MergePlan, misfits, previewMerge } from './merge.ts'
import {
  digestOf,
  type OpenedPackage,
  openPackage,
  type PackageFile,
  schemeProblems,
} from './open-package.ts'
import { papersLacking } from './papers-in.ts'

export interface CheckedPackage {
  file: string
  /** Null of one that cannot be trusted. */
  opened: OpenedPackage | null
  problems: Problem[]
  warnings: Problem[]
  /** As the package counts itself; null of one that cannot be trusted. */
  tally: PackedTally | null
  /** What merging it here would do; null where there is no file of a city, or it does not fit. */
  merge: MergePlan | null
}

/** `receipt`: as it was read over the telephone, of the only file. */
export function checkPackages(
  desk: Desk,
  files: readonly PackageFile[],
  receipt: string | null,
): CheckedPackage[] {
  const city = askIfThere(desk, reader => getSetting(reader, 'district') === null) ?? false
  const checked = files.map((file): CheckedPackage => {
    const opened = openPackage(file)
    if ('problems' in opened)
      return { file: file.file, opened: null, ...opened, warnings: [], tally: null, merge: null }
    const told = receipt === null ? [] : receiptProblems(opened, receipt)
    const own = city ? againstFile(desk, opened) : alone(desk, opened)
    const tally = tallyOf(opened.content, null, null)
    return { file: file.file, opened, ...own, tally, problems: [...told, ...own.problems] }
  })
  return acrossPackages(checked)
}

function receiptProblems({ receipt, file }: OpenedPackage, given: string): Problem[] {
  const read = readReceipt(given)
  const wrong = (fault: 'form' | 'check' | 'other') => [
    problem('CX1425', { given, fault, receipt }, { file }, { value: given }),
  ]
  if (typeof read === 'string') return wrong(read)
  return read.receipt === receipt ? [] : wrong('other')
}

/** By what the package says itself, and what the scheme says that came with the program. */
function alone(desk: Desk, opened: OpenedPackage): Pick<CheckedPackage, 'problems' | 'warnings' | 'merge'> {
  const { content, file } = opened
  const shipped = shippedScheme(desk, content)
  const scheme = shipped?.scheme ?? null
  const { code, name } = content.manifest.district
  const jurisdiction = scheme?.jurisdictions.find(j => j.code === code)
  const share = jurisdiction && scheme?.nomination ? shareIn(scheme.nomination, jurisdiction) : null
  const tally = tallyOf(content, null, share)
  const own = sentNominees(content)
  const placed = (p: Problem): Problem => ({ ...p, place: { file } })
  const all = [
    ...refusals(content, tally),
    ...findings(content, tally),
    ...papersLacking(content, scheme),
    ...outOfYear(content, desk.today, []),
    ...dayProblems(desk.today, desk.today, content.manifest.packed_on),
    ...twice(own, new Set(own)),
  ]
  // An office's own edition of a scheme is not at hand.
  const same = shipped && digestOf(Buffer.from(shipped.source)) === content.manifest.scheme.sha256
  const against = same ? schemeProblems(opened, shipped.scheme) : []
  const { problems, warnings } = sorted([...against, ...all.map(placed)])
  if (jurisdiction && !isCalled(jurisdiction, name)) {
    const params = { misfit: 'district_name', there: name, here: jurisdiction.name } as const
    problems.unshift(placed(problem('CX1427', params)))
  }
  return { problems, warnings, merge: null }
}

function isCalled({ name, also }: Jurisdiction, told: string): boolean {
  return [name, ...also.map(other => other.name)].some(own => nameKey(own) === nameKey(told))
}

function againstFile(
  desk: Desk,
  opened: OpenedPackage,
): Pick<CheckedPackage, 'problems' | 'warnings' | 'merge'> {
  const wrong = askIfThere(desk, reader => misfits(reader, opened)) ?? []
  if (wrong.length > 0) {
    const { problems, warnings } = alone(desk, opened)
    // By the file its name is told already.
    const others = problems.filter(p => p.code !== 'CX1427')
    return { problems: [...wrong, ...others], warnings, merge: null }
  }
  const merge = previewMerge(desk, opened, { takes: { all: null, some: new Map() }, on: null, force: false })
  const { problems, warnings } = merge.same ? alone(desk, opened) : merge
  return { ...sorted([...problems, ...warnings]), merge }
}

/** A year long past, a waiver with its reason, gates that are off, what is not laid in: to be known, nothing is wrong with them. */
const KNOWN: ReadonlySet<string> = new Set(['CX1427', 'CX1435', 'CX1436', 'CX1437', 'CX1439'])

function sorted(all: readonly Problem[]): { problems: Problem[]; warnings: Problem[] } {
  return {
    problems: all.filter(p => !KNOWN.has(p.code)),
    warnings: all.filter(p => KNOWN.has(p.code)),
  }
}

/** Bodies that several of these packages nominate. */
function acrossPackages(checked: CheckedPackage[]): CheckedPackage[] {
  const sent = checked.map(c => (c.opened ? sentNominees(c.opened.content) : []))
  return checked.map((one, i) => {
    const others = sent.flatMap((nominees, j) =>
      // The same district's other package is another version of the same list.
      j === i || nominees[0]?.district_code === sent[i]![0]?.district_code ? [] : nominees,
    )
    const found = twice([...sent[i]!, ...others], new Set(sent[i]!)).map(p => ({
      ...p,
      place: { file: one.file },
    }))
    const told = new Set(one.problems.map(p => JSON.stringify([p.code, p.params])))
    const more = found.filter(p => !told.has(JSON.stringify([p.code, p.params])))
    return { ...one, problems: [...one.problems, ...more] }
  })
}

function shippedScheme(
  desk: Desk,
  { manifest }: PackageContent,
): ReturnType<typeof readShippedScheme> | null {
  try {
    return readShippedScheme(desk.schemes, manifest.scheme.id)
  } catch (error) {
    if (error instanceof Refusal) return null
    throw error
  }
}
