// opinion reply: the reply that an opinion or a suggestion is owed.
import type { Command } from 'commander'
import { opinionKind, replyColumns } from '../../domain/records/opinion.ts'
import { fieldOptions } from '../field-options.ts'
import { addVerb, type Front, outputOptions } from '../front.ts'
import { fieldLines } from '../show-verb.ts'
import { tellOutcome } from '../tell-outcome.ts'

export function addReply(front: Front, noun: Command): void {
  const fields = fieldOptions(front.m, replyColumns, { required: front.m.words.labels.required })
  addVerb(front, noun, {
    usage: 'reply <number>',
    examples: ['opinion reply YJ-002 --reply 黑名单自年底起公布 --replied-on 2013-11-01'],
    options: [...fields.options, ...outputOptions(front.m)],
    run: async (shell, [no = ''], options) => {
      const { replyOpinion } = await import('../../work/reply-opinion.ts')
      const given = fields.given(options, { opinion_no: no })
      const { problems, label, record } = replyOpinion(shell.desk(), no, given)
      const { said } = shell.m.words
      const told = {
        problems,
        data: { record },
        done: [said.replied(label), ...fieldLines(shell, opinionKind, record)],
        notDone: said.notStepped(label),
      }
      await tellOutcome(shell, told, options)
    },
  })
}
