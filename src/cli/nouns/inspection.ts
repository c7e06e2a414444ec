// inspection: what the noun has beside the verbs of every record.
import { type Command, Option } from 'commander'
import { daysBetween } from '../../domain/day.ts'
import { inspectionKind } from '../../domain/records/inspection.ts'
import { fieldOptions } from '../field-options.ts'
import { addVerb, type Front, outputOptions, textOption } from '../front.ts'
import { tellOutcome } from '../tell-outcome.ts'
import { addDraw, addDraws, addShow, type RecordJson } from './inspection-draw.ts'
import { addCoverage, addSummary } from './inspection-tables.ts'

export function addInspectionVerbs(front: Front, noun: Command, json: RecordJson): void {
  addDraw(front, noun)
  addDraws(front, noun)
  addShow(front, noun, json)
  addRectify(front, noun, json)
  addCoverage(front, noun)
  addSummary(front, noun)
}

function addRectify(front: Front, noun: Command, json: RecordJson): void {
  const fields = fieldOptions(
    front.m,
    inspectionKind.columns.filter(column => column.key === 'rectified_on'),
  )
  addVerb(front, noun, {
    usage: 'rectify <inspection>',
    examples: ['inspection rectify 91110101CXJG000315 --batch 春雷2013 --rectified-on 2013-06-03'],
    options: [
      ...fields.options,
      new Option('--batch <name>', front.m.words.help['--batch']),
      ...outputOptions(front.m),
    ],
    run: async (shell, [which = ''], options) => {
      const { rectify } = await import('../../work/inspection/rectify.ts')
      const { problems, label, record } = rectify(
        shell.desk(),
        which,
        textOption(options, 'batch'),
        fields.given(options),
      )
      const { said } = shell.m.words
      const told = { problems, notDone: said.notRectified }
      if (record === null) return tellOutcome(shell, { ...told, data: { record }, done: [] }, options)
      const { key: _key, agency_id: _agency, batch_id: _batch, line: _line, ...values } = record
      const [due, on] = [String(record.rectify_due), String(record.rectified_on)]
      const done = [said.rectified(label, on, Math.max(0, daysBetween(due, on)))]
      await tellOutcome(shell, { ...told, data: { record: json(values) }, done }, options)
    },
  })
}
