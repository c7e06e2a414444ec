// submission pack, check, send: what a district hands in to the city, and what it is when it comes.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type Command, Option } from 'commander'
import { Refusal } from '../../domain/refusal.ts'
import type { Source } from '../../formats/source.ts'
import type { SubmissionKind } from '../../store/submission.ts'
import type { CheckedPackage } from '../../work/submission/check.ts'
import { absolute, openInput } from '../files.ts'
import {
  addVerb,
  districtOption,
  evaluationOption,
  type Front,
  fileOptions,
  outputOptions,
  textOption,
} from '../front.ts'
import { folderOption } from '../papers-out.ts'
import { problemJson } from '../problem-text.ts'
import type { Shell } from '../shell.ts'
import { tellOutcome } from '../tell-outcome.ts'
import { versionOf } from '../version.ts'
import { addMerge, conflictProblems, mergeCountsText, mergeJson } from './submission-merge.ts'
import { addStatus } from './submission-status.ts'

export function addSubmissionVerbs(front: Front, noun: Command): void {
  addPack(front, noun)
  addCheck(front, noun)
  addMerge(front, noun)
  addStatus(front, noun)
  addSend(front, noun)
}

function addPack(front: Front, noun: Command): void {
  const { help } = front.m.words
  addVerb(front, noun, {
    usage: 'pack',
    examples: [
      'submission pack --district 平谷区',
      'submission pack --district 平谷区 --out packages --json',
    ],
    options: [
      districtOption(front.m),
      evaluationOption(front.m),
      folderOption(front.m),
      ...fileOptions(front.m),
      new Option('--json', help['--json']),
    ],
    run: async (shell, _args, { output, force = false, json = false, ...options }) => {
      const { packSubmission } = await import('../../work/submission/pack.ts')
      const wanted = { district: textOption(options, 'district'), version: versionOf(shell.world.root) }
      const packed = await packSubmission(shell.desk(), textOption(options, 'evaluation'), wanted)
      const { said } = shell.m.words
      const { problems, warnings } = packed
      if (!('bytes' in packed)) {
        await tellOutcome(
          shell,
          { problems, warnings, data: {}, done: [], notDone: said.notPacked },
          { json },
        )
        return
      }
      const target = output ?? join(textOption(options, 'out') ?? '.', packed.name)
      // A package on standard output leaves no room for what is said of it.
      if (target === '-' && shell.world.out.isTerminal) throw new Refusal('CX6004', { name: packed.name })
      if (target !== '-' && existsSync(absolute(shell.world, target)) && !force)
        throw new Refusal('CX5008', { path: target })
      shell.deliver(target, packed.bytes, { force })
      const { manifest, receipt } = packed
      const { district, evaluation, counts } = manifest
      const told = said.packed({
        name: target,
        district: district.name,
        year: evaluation.year,
        receipt,
        counts,
      })
      if (target === '-') for (const line of told) shell.say(line)
      else {
        const { parts: _parts, ...about } = manifest
        const data = { file: target, receipt, ...about }
        await tellOutcome(shell, { problems, warnings, data, done: told, notDone: '' }, { json })
      }
      shell.say(said.packedPersonal)
      if (packed.hands_in) shell.say(said.packedNext(receipt))
    },
  })
}

function addCheck(front: Front, noun: Command): void {
  addVerb(front, noun, {
    usage: 'check <package...>',
    examples: ['submission check 报送-110117-平谷区-2013.zip'],
    options: [
      new Option('--receipt <code>', front.m.words.help['submission check --receipt']),
      ...outputOptions(front.m),
    ],
    run: async (shell, paths, options) => {
      const { checkPackages } = await import('../../work/submission/check.ts')
      const { PACKAGE_BYTES } = await import('../../work/submission/open-source.ts')
      const files: Source[] = []
      for (const path of paths) files.push(await openInput(shell.world, path, PACKAGE_BYTES))
      const receipt = textOption(options, 'receipt')
      const checked = checkPackages(shell.desk(), files, receipt)
      const problems = checked.flatMap(c => c.problems)
      const warnings = checked.flatMap(c => c.warnings)
      const conflicts = checked.flatMap(c =>
        c.merge === null ? [] : conflictProblems(shell.m, c.file, c.merge),
      )
      const found = checked.flatMap(c => checkedLines(shell, c, receipt !== null))
      await shell.show({ packages: checked.map(c => checkedJson(shell, c)) }, found, options, warnings)
      if (!['json', 'ndjson'].includes(shell.format(options))) {
        const { moreInJson } = shell.m.words.said
        shell.problems(warnings, 'warning', moreInJson)
        shell.problems([...problems, ...conflicts], 'error', moreInJson)
      }
      if (problems.length > 0 || conflicts.length > 0) shell.exitCode = 3
    },
  })
}

function checkedLines(
  shell: Shell,
  { opened, file, problems, merge, tally }: CheckedPackage,
  asked: boolean,
): string[] {
  const { said } = shell.m.words
  if (opened === null || tally === null) return [said.packageBad(file)]
  const { manifest } = opened.content
  const papers = manifest.parts.filter(p => p.name.startsWith('papers/')).length
  const { waiver, ...counted } = tally
  return [
    said.packageSound({
      ...{ file, receipt: opened.receipt, packed: manifest.packed_on },
      ...{ district: manifest.district.name, year: manifest.evaluation.year },
    }),
    said.packageTally({ ...counted, waived: waiver !== null, papers, told: merge === null }),
    ...(asked && problems.every(p => p.code !== 'CX1425') ? [said.receiptFits] : []),
    ...(merge === null
      ? []
      : merge.same
        ? [`  ${said.mergedBefore({ receipt: opened.receipt, on: merge.before!.handed_in_on })}`]
        : [said.wouldMerge(mergeCountsText(shell, merge), merge.conflicts.length)]),
  ]
}

function checkedJson(shell: Shell, { file, opened, problems, merge, tally }: CheckedPackage): unknown {
  const found = problems.map(p => problemJson(shell.m, p))
  if (opened === null) return { file, ok: false, receipt: null, problems: found }
  const { parts: _parts, ...manifest } = opened.content.manifest
  return {
    ...{ file, ok: found.length === 0, receipt: opened.receipt, manifest, tally },
    ...{ merge: merge === null ? null : mergeJson(merge), problems: found },
  }
}

function addSend(front: Front, noun: Command): void {
  const { help } = front.m.words
  const kinds = ['nomination', 'month', 'year'] satisfies SubmissionKind[]
  addVerb(front, noun, {
    usage: 'send <what>',
    examples: ['submission send month --on 2013-11-04'],
    options: [
      new Option('--on <date>', help['submission send --on']),
      new Option('--receipt <code>', help['submission send --receipt']),
      new Option('--note <text>', help['submission send --note']),
      new Option('--scheme <id>', help['submission send --scheme']),
      ...outputOptions(front.m),
    ],
    run: async (shell, [what = ''], options) => {
      const { sendSubmission } = await import('../../work/submission/send.ts')
      const { said } = shell.m.words
      if (!(kinds as string[]).includes(what))
        throw new Refusal('CX4002', { kind: 'submission', value: what, available: kinds.join('、') })
      const { problems, submission, before, due_on } = sendSubmission(shell.desk(), {
        kind: what as SubmissionKind,
        ...{ on: textOption(options, 'on'), receipt: textOption(options, 'receipt') },
        ...{ note: textOption(options, 'note'), scheme: textOption(options, 'scheme') },
      })
      const { kind, scheme_id: scheme, year, handed_in_on, receipt, note } = submission
      const late = due_on !== null && handed_in_on > due_on
      await tellOutcome(
        shell,
        {
          problems,
          data: { submission: { kind, scheme, year, handed_in_on, receipt, note, due_on, late } },
          done: [said.noted({ kind, on: handed_in_on, before: before?.handed_in_on ?? null, late })],
          notDone: said.notNoted,
        },
        options,
      )
    },
  })
}
