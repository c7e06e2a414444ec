// scheme stages: where the round of a scheme stands, and what comes next.
import type { Command } from 'commander'
import type { StagePosition } from '../../domain/title/stages.ts'
import { addVerb, evaluationOption, type Front, outputOptions, textOption } from '../front.ts'
import { clauseText } from '../scheme-rules.ts'

export function addStages(front: Front, noun: Command): void {
  addVerb(front, noun, {
    usage: 'stages <scheme>',
    examples: ['scheme stages beijing-2013', 'scheme stages beijing-2013 --evaluation 1 --json'],
    options: [evaluationOption(front.m), ...outputOptions(front.m)],
    run: async (shell, [id = ''], options) => {
      const { showRound } = await import('../../work/title/stages.ts')
      const round = showRound(shell.desk(), id, textOption(options, 'evaluation'))
      const { column, said } = shell.m.words
      const stepText = ({ step }: StagePosition) => (step === null ? null : said.stageStep[step])
      const evaluation = round.evaluation?.id ?? null
      const json = (position: StagePosition) => {
        const { number, name, by, what, work, clause } = position.stage
        const { state, step } = position
        return { number, name, by, what, work, clause, state, step, next: stepText(position) }
      }
      await shell.list<StagePosition>(
        {
          rows: round.stages,
          columns: [
            { title: column.number!, cell: p => p.stage.number, align: 'right' },
            { title: column.stage!, cell: p => p.stage.name },
            { title: column.carried_out_by!, cell: p => p.stage.by },
            { title: column.clause!, cell: p => clauseText(shell.m, p.stage.clause) },
            { title: column.state!, cell: p => said.stageState[p.state] },
            { title: column.next_step!, cell: stepText },
          ],
          json,
          data: {
            ...{ scheme: id, evaluation, year: round.year, facts: round.facts },
            stages: round.stages.map(json),
          },
        },
        options,
      )
      shell.say(said.stagesOf({ title: round.scheme.title, evaluation, year: round.year }))
    },
  })
}
