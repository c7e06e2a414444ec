// penalty revoke, review, repair; sanction done; listing propose, exit; incentive end.
import { type Command, Option } from 'commander'
import type { Values } from '../../domain/imports/column.ts'
import type { RecordKind } from '../../domain/records/kind.ts'
import { listingKind } from '../../domain/records/listing.ts'
import type { List } from '../../domain/records/listing-rules.ts'
import { type MeasureStepName, measureSteps } from '../../domain/records/measure-step.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { ProposedListing } from '../../work/measures/propose-listings.ts'
import { fieldOptions } from '../field-options.ts'
import { addVerb, type Front, outputOptions, textOption } from '../front.ts'
import { dayOption } from '../settings.ts'
import { tellOutcome } from '../tell-outcome.ts'

/** Of each step, and of the step that one of its switches asks for instead. */
const VERBS: readonly { step: MeasureStepName; instead?: [string, MeasureStepName]; examples: string[] }[] = [
  { step: 'revoke', examples: ['penalty revoke 样例罚字〔2012〕3号 --reason 复议决定撤销'] },
  {
    step: 'review',
    instead: ['ended', 'review_ended'],
    examples: [
      'penalty review 样例罚字〔2012〕3号 --reason 申请行政复议',
      'penalty review 样例罚决字〔2013〕123号 --ended --reason 维持原决定',
    ],
  },
  { step: 'repair', examples: ['penalty repair 样例罚字〔2012〕3号 --repaired-on 2013-11-01'] },
  { step: 'done', examples: ['sanction done 样例惩字〔2013〕3号 --rectified-on 2013-11-01'] },
  {
    step: 'exit',
    examples: ['listing exit 2 --kind 期满 --reason 期满', 'listing exit 1 --kind 修复 --reason 已整改'],
  },
  { step: 'end', examples: ['incentive end 1 --reason 查实收费争议'] },
]

/** Switches shorter than their field: the noun says the rest. */
const SHORT: Readonly<Record<string, string>> = { exit_kind: 'kind' }

export function addMeasureVerbs(
  front: Front,
  noun: Command,
  kind: RecordKind,
  json: (record: Values) => Record<string, unknown>,
): void {
  for (const verb of VERBS) if (measureSteps[verb.step].kind === kind) addStep(front, noun, verb, json)
  if (kind === listingKind) addPropose(front, noun)
}

function addStep(
  front: Front,
  noun: Command,
  { step, instead, examples }: (typeof VERBS)[number],
  json: (record: Values) => Record<string, unknown>,
): void {
  const { help } = front.m.words
  const { kind, verb, day, needs } = measureSteps[step]
  const told = kind.columns.filter(c => c.key === day || (needs as readonly string[]).includes(c.key))
  const fields = fieldOptions(front.m, told, { renamed: SHORT })
  addVerb(front, noun, {
    usage: `${verb} <number>`,
    examples,
    options: [
      ...fields.options,
      ...(instead ? [new Option(`--${instead[0]}`, help[`--${instead[0]}`])] : []),
      new Option('--reason <text>', help['--reason']),
      ...outputOptions(front.m),
    ],
    run: async (shell, [no = ''], options) => {
      const { stepMeasure } = await import('../../work/measures/step.ts')
      const reason = textOption(options, 'reason')?.trim() || null
      const given = { ...fields.given(options, { reason: '--reason', number: no }), reason }
      const asked = instead !== undefined && options[instead[0]] === true ? instead[1] : step
      const { problems, warnings, notes, label, record } = stepMeasure(shell.desk(), asked, no, given)
      const { said } = shell.m.words
      const told = {
        ...{ problems, warnings },
        data: { record: json(record), notes },
        done: [said.measured[asked](label)],
        notDone: said.notStepped(label),
        notes: notes.map(said.measureNote),
      }
      await tellOutcome(shell, told, options)
    },
  })
}

const LISTS: Readonly<Record<string, List>> = { red: 'red', black: 'black', 红名单: 'red', 黑名单: 'black' }

function addPropose(front: Front, noun: Command): void {
  const { help } = front.m.words
  addVerb(front, noun, {
    usage: 'propose',
    examples: ['listing propose', 'listing propose --list 黑名单 --as-of 2013-10-31 --json'],
    options: [
      new Option('--list <list>', help['--list']),
      new Option('--as-of <date>', help['listing propose --as-of']),
      ...outputOptions(front.m),
    ],
    run: async (shell, _args, options) => {
      const { proposedListings } = await import('../../work/measures/propose-listings.ts')
      const text = textOption(options, 'list')
      const list = text === null ? null : LISTS[text]
      if (list === undefined)
        throw new Refusal('CX6002', { value: text!, option: '--list', allowed: 'red、black' })
      const day = textOption(options, 'asOf')
      const asOf = day === null ? shell.today : dayOption('--as-of', day)
      const { proposals, evaluation } = proposedListings(shell.desk(), list, asOf)
      const { column, said, labels } = shell.m.words
      await shell.list<ProposedListing>(
        {
          rows: proposals,
          columns: [
            { title: column.proposal!, cell: p => said.listingProposed(p) },
            { title: column.agency_name!, cell: p => p.person ?? p.agency_name },
            { title: column.district!, cell: p => p.district },
            { title: column.reason!, cell: p => p.records.map(said.listingGround).join(labels.listStop) },
            { title: column.clause!, cell: p => p.clause },
            { title: column.until!, cell: p => p.until },
          ],
          json: p => p,
        },
        options,
      )
      if (evaluation === null && list !== 'black') shell.say(said.noFinalized)
      if (proposals.length > 0) shell.say(said.toRun(proposals.map(p => p.command)))
    },
  })
}
