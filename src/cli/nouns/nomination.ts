// nomination: proposals, the list and its check.
import { type Command, Option } from 'commander'
import { pointsText } from '../../domain/exact.ts'
import { hasPoints } from '../../domain/scheme/points.ts'
import type { DistrictTally, ListedCandidate, NominationList } from '../../work/nomination/list.ts'
import {
  addVerb,
  collected,
  districtOption,
  evaluationOption,
  type Front,
  type Options,
  outputOptions,
  textOption,
} from '../front.ts'
import { choiceOf } from '../list-filters.ts'
import { nameTitle } from '../party-columns.ts'
import { problemJson } from '../problem-text.ts'
import type { Shell } from '../shell.ts'
import { candidateJson, lineLines, listJson, placesLeft, rulingLines, tallyJson } from './nomination-lines.ts'
import { addPropose, addRulingVerbs } from './nomination-rulings.ts'

export function addNominationVerbs(front: Front, noun: Command): void {
  const { help, labels, value } = front.m.words
  const decisions = Object.entries(value.decision).map(([name, word]) => ({ name, word }))
  const which = (options: Options) => textOption(options, 'evaluation')
  addPropose(front, noun, async (shell, list, options) => {
    const below = [...lineLines(shell, list), ...rulingLines(shell, list)]
    const data = listJson(shell, list)
    await shell.list({ ...tallyListing(shell, list.districts), data, below }, options)
    shell.say(shell.m.words.said.proposed(totals(list)))
  })
  addVerb(front, noun, {
    usage: 'list',
    examples: [
      'nomination list',
      'nomination list --district 门头沟区',
      'nomination list --decision nominated --decision tied',
      'nomination list --json',
    ],
    options: [
      evaluationOption(front.m),
      districtOption(front.m),
      new Option('--decision <decision>', `${help['--decision']}${labels.oneOf(decisions)}`).argParser(
        collected,
      ),
      ...outputOptions(front.m),
    ],
    run: async (shell, _args, options) => {
      const { listNominations } = await import('../../work/nomination/list.ts')
      const list = listNominations(shell.desk(), which(options), textOption(options, 'district'))
      const wanted = ((options.decision ?? []) as string[]).map(decision =>
        choiceOf(shell.m, { decision }, 'decision', decisions),
      )
      const candidates = list.candidates.filter(c => wanted.length === 0 || wanted.includes(c.decision))
      await listCandidates(shell, { ...list, candidates }, options)
    },
  })
  addVerb(front, noun, {
    usage: 'check',
    examples: ['nomination check', 'nomination check --district 石景山区', 'nomination check --json'],
    options: [evaluationOption(front.m), districtOption(front.m), ...outputOptions(front.m)],
    run: async (shell, _args, options) => {
      const { checkNominations } = await import('../../work/nomination/check.ts')
      const checked = checkNominations(shell.desk(), which(options), textOption(options, 'district'))
      const { districts, problems, warnings, lacking } = checked
      const found = problems.map(p => problemJson(shell.m, p))
      const data = { problems: found, districts: districts.map(tallyJson) }
      const format = shell.format(options)
      const { moreFound } = shell.m.words.said
      if (format === 'table') {
        await shell.list(tallyListing(shell, districts), options)
        shell.problems(problems, 'error', moreFound)
      } else {
        const listing = { rows: found, columns: problemColumns(shell), json: (p: unknown) => p, data }
        await shell.list(listing, options, warnings)
      }
      // The envelope has them.
      if (format !== 'json') shell.problems(warnings, 'warning', moreFound)
      sayPlacesLeft(shell, districts)
      if (problems.filter(p => p.code === 'CX1361').length > FEW)
        shell.say(shell.m.words.said.papersLacking(lacking))
      shell.say(shell.m.words.said.nominationChecked(problems.length))
      if (problems.length > 0) shell.exitCode = 3
    },
  })
  addRulingVerbs(front, noun)
}

/** Papers of more nominees are counted by district besides. */
const FEW = 5

/** No fault: places need not be used up. */
function sayPlacesLeft(shell: Shell, districts: readonly DistrictTally[]): void {
  const left = placesLeft(districts)
  if (left.length > 0) shell.say(shell.m.words.said.placesLeft(left))
}

function problemColumns(shell: Shell) {
  const { column } = shell.m.words
  type Row = ReturnType<typeof problemJson>
  return [
    { title: column.code!, cell: (p: Row) => p.code },
    { title: column.finding!, cell: (p: Row) => p.message },
  ]
}

async function listCandidates(shell: Shell, list: NominationList, options: Options): Promise<void> {
  const { column, value } = shell.m.words
  const noun = list.scheme.applies_to.subject
  const rated = hasPoints(list.scheme)
  const kind = {
    title: column.kind!,
    cell: (c: ListedCandidate) => (c.agency ? value.kind[c.agency.kind] : ''),
  }
  const columns = [
    { title: column.district!, cell: (c: ListedCandidate) => c.district?.name ?? '' },
    { title: column.rank!, cell: (c: ListedCandidate) => c.rank ?? '—', align: 'right' as const },
    { title: nameTitle(shell, noun), cell: (c: ListedCandidate) => c.party.name },
    ...(noun === 'agency' ? [kind] : []),
    {
      title: column.total!,
      cell: (c: ListedCandidate) => (rated ? pointsText(c.total) : null) ?? '—',
      align: 'right' as const,
    },
    { title: column.decision!, cell: (c: ListedCandidate) => value.decision[c.decision] },
    { title: column.reason!, cell: (c: ListedCandidate) => shell.m.candidate(c.reason, rated) },
  ]
  const below = [...lineLines(shell, list), ...rulingLines(shell, list)]
  const json = (c: ListedCandidate) => candidateJson(shell, c, rated)
  await shell.list({ rows: list.candidates, columns, json, data: listJson(shell, list), below }, options)
}

function tallyListing(shell: Shell, tallies: readonly DistrictTally[]) {
  const { column, said } = shell.m.words
  return {
    rows: tallies,
    columns: [
      { title: column.district!, cell: (t: DistrictTally) => t.pool.name },
      { title: column.seats!, cell: (t: DistrictTally) => t.places, align: 'right' as const },
      { title: column.nominated!, cell: (t: DistrictTally) => t.nominated, align: 'right' as const },
      { title: column.for_profit!, cell: (t: DistrictTally) => t.for_profit, align: 'right' as const },
      {
        title: column.required!,
        cell: (t: DistrictTally) =>
          t.waived ? said.waivedShare(t.required) : t.pool.kind === 'district' ? t.required : '—',
        align: 'right' as const,
      },
      { title: column.tied!, cell: (t: DistrictTally) => t.tied || '', align: 'right' as const },
    ],
    json: tallyJson,
  }
}

function totals(list: NominationList) {
  const sum = (pick: (t: DistrictTally) => number) => list.districts.reduce((total, t) => total + pick(t), 0)
  return {
    places: sum(t => t.places),
    nominated: sum(t => t.nominated),
    forProfit: list.scheme.nomination?.for_profit_share ? sum(t => t.for_profit) : null,
    open: sum(t => t.open),
    ties: list.districts.filter(t => t.tied > 0).map(t => t.pool.name),
  }
}
