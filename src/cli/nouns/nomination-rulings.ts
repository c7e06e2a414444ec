// nomination propose, settle, add, drop: the proposal, and what people decide over what the rules alone would give.

import { type Command, Option } from 'commander'
import { pointsText } from '../../domain/exact.ts'
import { isIn } from '../../domain/nomination/pool.ts'
import { rulingColumns, settlingColumns } from '../../domain/nomination/ruling.ts'
import { Refusal } from '../../domain/refusal.ts'
import { hasPoints } from '../../domain/scheme/points.ts'
import type { ByHand } from '../../work/nomination/by-hand.ts'
import type { NominationList } from '../../work/nomination/list.ts'
import type { Ruled } from '../../work/nomination/settle.ts'
import { type FieldOptions, fieldOptions } from '../field-options.ts'
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
import type { Shell } from '../shell.ts'
import { tellOutcome } from '../tell-outcome.ts'
import { candidateJson, rulingJson, tallyJson } from './nomination-lines.ts'

/** In 石景山区, where the samples hold a tie; a nominee, and one passed over. */
const TIED = '91110107CXYL038679'
const NOMINEE = '91110117CXYL047553'
const PASSED_OVER = '91110105CXYL02952A'

export function addRulingVerbs(front: Front, noun: Command): void {
  addSettle(front, noun)
  addByHand(front, noun, 'add', `nomination add ${PASSED_OVER} --reason 局务会集体研究 --signer 样局长`)
  addByHand(front, noun, 'drop', `nomination drop ${NOMINEE} --reason 机构自愿放弃 --signer 样局长`)
}

function rulingSwitches({ m }: Front, columns = rulingColumns): FieldOptions {
  const { labels } = m.words
  const renamed = { ruled_on: 'on', method: 'by' }
  return fieldOptions(m, columns, { required: labels.required, renamed })
}

const which = (options: Options) => textOption(options, 'evaluation')
const listed = (value: unknown): string[] => (Array.isArray(value) ? value : [])

export function addPropose(
  front: Front,
  noun: Command,
  show: (shell: Shell, list: NominationList, options: Options) => Promise<void>,
): void {
  const { help, usage } = front.m.words
  const fields = rulingSwitches(front)
  addVerb(front, noun, {
    usage: 'propose',
    examples: [
      'nomination propose',
      'nomination propose --district 石景山区',
      'nomination propose --gate-off license_valid --reason 市局同意不看许可证 --signer 样局长',
      'nomination propose --district 延庆县 --relax-share --reason 经营性机构少 --signer 样局长',
    ],
    options: [
      evaluationOption(front.m),
      districtOption(front.m),
      new Option('--gate-off <gate>', help['--gate-off']).argParser(collected),
      new Option('--gate-on <gate>', help['--gate-on']).argParser(collected),
      new Option('--relax-share', help['--relax-share']).conflicts('keepShare'),
      new Option('--keep-share', help['--keep-share']),
      ...fields.options,
      ...outputOptions(front.m),
    ],
    run: async (shell, _args, options) => {
      const { proposeNominees } = await import('../../work/nomination/propose.ts')
      const { listNominations } = await import('../../work/nomination/list.ts')
      const { said } = shell.m.words
      const district = textOption(options, 'district')
      const share = options.relaxShare === true ? 'relax' : options.keepShare === true ? 'keep' : null
      const asked = { off: listed(options.gateOff), on: listed(options.gateOn), share } as const
      const given = fields.given(options)
      const gates = asked.off.length + asked.on.length > 0
      const refuse = (message: string) => {
        throw new Refusal('CX6001', { message })
      }
      if (!gates && share === null && given.fields.size > 0) refuse(usage.rulingWithout)
      if (gates && district !== null) refuse(usage.gatesForAll)
      if (share !== null && district === null) refuse(usage.missingOption('--district'))
      const ruling = gates || share !== null ? { asked, given } : null
      const { problems, evaluation } = proposeNominees(shell.desk(), which(options), district, ruling)
      if (problems.length > 0) {
        await tellOutcome(shell, { problems, data: {}, done: [], notDone: said.notRuled }, options)
        return
      }
      const list = listNominations(shell.desk(), String(evaluation.id), district)
      if (evaluation.status === 'open' && list.candidates.every(c => c.rank === null))
        shell.say(shell.color.yellow(said.notFinalized(evaluation.id)))
      await show(shell, list, options)
    },
  })
}

function addSettle(front: Front, noun: Command): void {
  const { help, usage } = front.m.words
  const fields = rulingSwitches(front, settlingColumns)
  addVerb(front, noun, {
    usage: 'settle',
    examples: [
      `nomination settle --district 石景山区 --choose ${TIED} --by vote --reason 局务会表决 --signer 样局长`,
    ],
    options: [
      evaluationOption(front.m),
      districtOption(front.m),
      new Option('--choose <subject>', help['--choose']).argParser(collected),
      ...fields.options,
      new Option('--withdraw', help['nomination --withdraw']).conflicts(['choose', 'by']),
      ...outputOptions(front.m),
    ],
    run: async (shell, _args, options) => {
      const { reopenTie, settleTie } = await import('../../work/nomination/settle.ts')
      const { said } = shell.m.words
      const district = textOption(options, 'district')
      const given = fields.given(options)
      if (options.withdraw === true) {
        const ruled = reopenTie(shell.desk(), which(options), district, given)
        await tellRuled(shell, ruled, said.tieReopened(ruled.pool.name), options)
        return
      }
      const chosen = listed(options.choose)
      if (chosen.length === 0) {
        const { listNominations } = await import('../../work/nomination/list.ts')
        for (const line of tieLines(shell, listNominations(shell.desk(), which(options), district)))
          shell.say(line)
        throw new Refusal('CX6001', { message: usage.missingOption('--choose') })
      }
      const ruled = settleTie(shell.desk(), which(options), { district, chosen }, given)
      const last = ruled.list.rulings.findLast(r => r.kind === 'tie')
      const names = (last?.among ?? []).filter(c => c.chosen).map(c => c.name)
      const [method, name] = [said.tieMethod[last?.method ?? 'rule'], ruled.pool.name]
      await tellRuled(shell, ruled, said.tieSettled({ district: name, method, chosen: names }), options)
    },
  })
}

/** Who is tied where, and for how many places. */
function tieLines({ m }: Shell, { candidates, districts }: NominationList): string[] {
  return districts
    .filter(t => t.tied > 0)
    .map(({ pool, open }) => {
      const tied = candidates.filter(c => c.decision === 'tied' && isIn(pool, c.district?.code ?? null))
      return m.words.said.openTie({ district: pool.name, open, tied: tied.map(c => c.party.name) })
    })
}

async function tellRuled(shell: Shell, ruled: Ruled, done: string, options: Options): Promise<void> {
  const { problems, pool, list } = ruled
  const { said } = shell.m.words
  const tally = list.districts.find(t => t.pool.code === pool.code)!
  const here = list.candidates.filter(c => pool.code === null || c.district?.code === pool.code)
  const left = tally.tied > 0 ? said.stillTied({ district: pool.name, open: tally.open }) : said.checkNext
  const told = {
    problems,
    data: {
      candidates: here.map(c => candidateJson(shell, c, hasPoints(list.scheme))),
      districts: [tallyJson(tally)],
      rulings: list.rulings.filter(r => r.kind === 'tie' && r.district_code === pool.code).map(rulingJson),
    },
    done: [done],
    notDone: said.notRuled,
    notes: problems.length > 0 ? [] : [left],
  }
  await tellOutcome(shell, told, options)
}

function addByHand(front: Front, noun: Command, how: 'add' | 'drop', example: string): void {
  const { help } = front.m.words
  const fields = rulingSwitches(front)
  addVerb(front, noun, {
    usage: `${how} <subject>`,
    examples: [example],
    options: [
      evaluationOption(front.m),
      ...fields.options,
      new Option('--withdraw', help['nomination --withdraw']),
      ...outputOptions(front.m),
    ],
    run: async (shell, [subject = ''], options) => {
      const { addNominee, dropCandidate, withdrawByHand } = await import('../../work/nomination/by-hand.ts')
      const { said } = shell.m.words
      const given = fields.given(options)
      if (options.withdraw === true) {
        const found = withdrawByHand(shell.desk(), how, which(options), subject, given)
        await tellByHand(shell, found, said.handTaken(found.candidate.party.name), options)
        return
      }
      const [act, done] =
        how === 'add' ? ([addNominee, said.addedBy] as const) : ([dropCandidate, said.droppedBy] as const)
      const found = act(shell.desk(), which(options), subject, given)
      await tellByHand(shell, found, done(found.candidate.party.name), options)
    },
  })
}

async function tellByHand(shell: Shell, found: ByHand, done: string, options: Options): Promise<void> {
  const { problems, candidate, before, tally, next } = found
  const { said } = shell.m.words
  const { nominated, places, pool } = tally
  const counted = { district: pool.name, nominated, places }
  const notes = [
    ...(candidate.decision === 'dropped' && before !== 'nominated'
      ? [said.wasNotIn(candidate.party.name)]
      : []),
    ...(nominated > places ? [said.overPlaces(counted)] : []),
    ...(next.length > 0
      ? [said.nextIn(next.map(c => ({ name: c.party.name, total: pointsText(c.total) })))]
      : []),
  ]
  const told = {
    problems,
    data: {
      candidate: candidateJson(shell, candidate),
      districts: [tallyJson(tally)],
      next: next.map(c => candidateJson(shell, c)),
    },
    done: [`${done}${said.nowNominated(counted)}`],
    notDone: said.notRuled,
    notes: problems.length > 0 ? [] : notes,
  }
  await tellOutcome(shell, told, options)
}
