// submission merge: a district's package into the city's file.
import { type Command, Option } from 'commander'
import { type Problem, problem } from '../../domain/problem.ts'
import { Refusal } from '../../domain/refusal.ts'
import { type Conflict, readTake, type Side, type Takes } from '../../domain/submission/merging.ts'
import type { Messages } from '../../messages/messages.ts'
import type { MergePlan } from '../../work/submission/merge.ts'
import type { OpenedPackage } from '../../work/submission/open-package.ts'
import { openInput } from '../files.ts'
import { addVerb, collected, type Front, outputOptions, textOption } from '../front.ts'
import type { Shell } from '../shell.ts'
import { tellOutcome } from '../tell-outcome.ts'

export function addMerge(front: Front, noun: Command): void {
  const { help } = front.m.words
  addVerb(front, noun, {
    usage: 'merge <package>',
    examples: [
      'submission merge 报送-110117-平谷区-2013.zip --dry-run',
      'submission merge 报送-110117-平谷区-2013.zip --on 2013-11-04 --take file',
    ],
    options: [
      new Option('--dry-run', help['--dry-run']),
      new Option('--take <choice>', help['submission merge --take']).argParser(collected),
      new Option('--on <date>', help['submission merge --on']),
      ...outputOptions(front.m).filter(option => option.long !== '--force'),
      new Option('--force', help['submission merge --force']),
    ],
    run: async (shell, [path = ''], { force = false, ...options }) => {
      const { openSource, PACKAGE_BYTES } = await import('../../work/submission/open-source.ts')
      const { mergePackage, previewMerge } = await import('../../work/submission/merge.ts')
      const opened = openSource(await openInput(shell.world, path, PACKAGE_BYTES))
      if ('problems' in opened) throw new Refusal(opened.problems)
      const dryRun = options.dryRun === true
      const asked = { takes: takesOf(options.take), on: textOption(options, 'on'), force }
      const merge = dryRun ? previewMerge : mergePackage
      const plan = merge(shell.desk(), opened, asked)
      const conflicts = conflictProblems(shell.m, opened.file, plan)
      // Without anything else against it, conflicts are what keeps it out.
      if (plan.problems.length === 0 && conflicts.length > 0) throw new Refusal(conflicts)
      const { said } = shell.m.words
      const { receipt } = opened
      const refused = plan.problems.length > 0
      const head = headText(shell.m, opened, plan, dryRun)
      const { none } = shell.m.words.labels
      const settled = plan.settled.map(s =>
        said.settledLine({
          ...s,
          ...{ field: fieldText(shell.m, s), here: s.here ?? none, there: s.there ?? none },
        }),
      )
      const told = {
        problems: [...plan.problems, ...conflicts],
        warnings: plan.warnings,
        data: { receipt, district_code: opened.content.manifest.district.code, ...mergeJson(plan) },
        done: [head, ...(plan.same ? [] : [`  ${mergeCountsText(shell, plan)}`]), ...settled],
        notDone: said.notMerged,
        notes: refused || plan.same || dryRun || plan.evaluation === null ? [] : [said.runNext],
      }
      // It stands for both: an older package, and a file of `-o` that is there.
      await tellOutcome(shell, told, { ...options, force })
    },
  })
}

/** What came of it as a whole. */
function headText(m: Messages, { receipt, content }: OpenedPackage, plan: MergePlan, dry: boolean): string {
  const { said } = m.words
  const district = content.manifest.district.name
  const { on, before, same, corrected, keepsList } = plan
  if (corrected) return said.dayCorrected({ receipt, before: before!.handed_in_on, on, dry })
  if (same) return said.mergedBefore({ receipt, on })
  if (dry) return said.wouldBeMerged({ district, receipt })
  if (keepsList) return said.listKept({ district, receipt: before!.receipt ?? '' })
  return said.merged({ district, receipt, on, before: before?.receipt ?? null })
}

function takesOf(said: unknown): Takes {
  const some = new Map<string, Side>()
  let all: Side | null = null
  for (const one of Array.isArray(said) ? (said as string[]) : []) {
    const take = readTake(one)
    if (take === null) throw new Refusal('CX1430', { place: one, form: true })
    const before = take.place === null ? all : (some.get(take.place) ?? null)
    if (before !== null && before !== take.side) throw new Refusal('CX1430', { place: one, form: true })
    if (take.place === null) all = take.side
    else some.set(take.place, take.side)
  }
  return { all, some }
}

/** A conflict each, with both values and its place. */
export function conflictProblems(m: Messages, file: string, { conflicts, decided }: MergePlan): Problem[] {
  return conflicts.map(conflict => {
    const { place, record, here, there } = conflict
    const field = fieldText(m, conflict)
    return problem(
      'CX1428',
      { place, record, field, here: here ?? '', there: there ?? '', before: decided.get(place) ?? null },
      { file },
      { field, value: there ?? '' },
    )
  })
}

/** What differs: a field by its name, an indicator by its number, a campaign by what it is called. */
function fieldText(m: Messages, { place, field }: Conflict): string {
  const { said, labels } = m.words
  const noun = place.split(':')[0]!
  const key = place.slice(place.lastIndexOf(':') + 1)
  if (['list', 'sheet', 'override', 'outstanding', 'ruling'].includes(noun))
    return said.conflictField[noun === 'sheet' ? key : field] ?? field
  return labels.field(field, key)
}

export function mergeCountsText(shell: Shell, { tallies }: MergePlan): string {
  const { said, labels } = shell.m.words
  return Object.entries(tallies)
    .map(([name, tally]) => said.mergeCount(said.mergeCounts[name] ?? name, tally))
    .join(labels.listStop)
}

export function mergeJson({
  same,
  tallies,
  conflicts,
  settled,
  evaluation,
  on,
}: MergePlan): Record<string, unknown> {
  return { same, received_on: on, evaluation, ...tallies, conflicts, settled }
}
