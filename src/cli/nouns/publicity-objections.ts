// publicity object, resolve: what is said against those who are published, and what came of it.
import { type Command, Option } from 'commander'
import { raisingColumns, resolvingColumns } from '../../domain/publicity/columns.ts'
import { Refusal } from '../../domain/refusal.ts'
import { DECIDE_DAYS } from '../../domain/score/objection.ts'
import type { ShownObjection } from '../../work/publicity/read.ts'
import { fieldOptions } from '../field-options.ts'
import { addVerb, type Front, outputOptions, textOption } from '../front.ts'
import { partyJson } from '../party-columns.ts'
import { tellOutcome } from '../tell-outcome.ts'

export function addObjectionVerbs(front: Front, noun: Command): void {
  addObject(front, noun)
  addResolve(front, noun)
}

/** Names and contacts only where `personal` was asked for. */
export function objectionJson(o: ShownObjection, personal: boolean): Record<string, unknown> {
  return {
    id: o.id,
    ...(o.party === null ? { uscc: null, code: null, name: null, district_code: null } : partyJson(o.party)),
    ...{ raised_on: o.raised_on, late_reason: o.late_reason, content: o.content, reply_by: o.reply_by },
    ...(personal ? { submitter: o.submitter, contact: o.contact } : {}),
    ...{ state: o.state, outcome: o.outcome, resolved_on: o.resolved_on, resolved_by: o.resolved_by },
    ...{ reply: o.reply, replied_on: o.replied_on },
  }
}

function addObject(front: Front, noun: Command): void {
  const { help, labels, usage } = front.m.words
  const fields = fieldOptions(front.m, raisingColumns, {
    required: labels.required,
    renamed: { raised_on: 'on' },
  })
  addVerb(front, noun, {
    usage: 'object <publicity>',
    examples: [
      'publicity object 2 --agency 91110116CXYL048358 --content 反映拖欠工资 --on 2013-11-04',
      'publicity object 2 --content 建议公布评分 --on 2013-11-04 --submitter 王某 --contact 010-00000002',
    ],
    options: [
      new Option('--agency <agency>', help['publicity object --agency']),
      new Option('--subject <subject>', help['publicity object --subject']).conflicts('agency'),
      ...fields.options,
      new Option('--late', help['--late']),
      new Option('--reason <text>', help['--reason']),
      ...outputOptions(front.m),
    ],
    run: async (shell, [no = ''], options) => {
      const { raisePublicityObjection } = await import('../../work/publicity/objections.ts')
      const reason = textOption(options, 'reason')?.trim() || null
      if (options.late === true && reason === null)
        throw new Refusal('CX6001', { message: usage.missingOption('--reason') })
      const who = textOption(options, 'agency') ?? textOption(options, 'subject')
      const given = { ...fields.given(options), late: options.late === true ? reason : null }
      const { problems, objection, publicity } = raisePublicityObjection(shell.desk(), no, who, given)
      const { said } = shell.m.words
      const subject = objection?.party?.name ?? null
      const consultation = publicity.kind === 'consultation'
      const told = {
        problems,
        data: { publicity: publicity.id, objection: objection && objectionJson(objection, false) },
        done:
          objection === null
            ? []
            : [
                said.publicityObjected({
                  ...{ id: objection.id, subject, consultation, by: objection.reply_by },
                  late: objection.late_reason !== null,
                }),
              ],
        notDone: said.notObjected,
        notes: [
          ...(subject === null ? [] : [said.caseBlocked(subject)]),
          ...(objection !== null && !given.fields.has('reply_by') ? [said.decideDays(DECIDE_DAYS)] : []),
        ],
      }
      await tellOutcome(shell, told, options)
    },
  })
}

function addResolve(front: Front, noun: Command): void {
  const { labels } = front.m.words
  const fields = fieldOptions(front.m, resolvingColumns, {
    required: labels.required,
    renamed: { resolved_on: 'on', resolved_by: 'by' },
  })
  addVerb(front, noun, {
    usage: 'resolve <objection>',
    examples: [
      'publicity resolve 1 --outcome 不成立 --reply 经核查没有欠薪 --on 2013-11-04',
      'publicity resolve 1 --outcome 成立 --reply 经核查属实 --by 评审小组',
    ],
    options: [...fields.options, ...outputOptions(front.m)],
    run: async (shell, [no = ''], options) => {
      const { resolvePublicityObjection } = await import('../../work/publicity/objections.ts')
      const resolved = resolvePublicityObjection(shell.desk(), no, fields.given(options))
      const { problems, objection, publicity, removed } = resolved
      const { said } = shell.m.words
      const { id, outcome, replied_on: on, party } = objection
      const done =
        outcome === null
          ? []
          : [said.publicityResolved({ id, outcome: said.objectionOutcome[outcome]!, on: on! })]
      const kept = problems.length === 0 && outcome === 'partly_upheld' && party !== null
      const told = {
        problems,
        data: {
          ...{ publicity: publicity.id, objection: objectionJson(objection, false) },
          ...{ removed: removed !== null, next: removed?.next ?? [] },
        },
        done,
        notDone: said.notDecided,
        notes: [
          ...(removed === null
            ? []
            : [said.caseRemoved({ subject: party!.name, next: removed.next }), said.fillNext]),
          ...(kept ? [said.caseKept(party.name)] : []),
        ],
      }
      await tellOutcome(shell, told, options)
    },
  })
}
