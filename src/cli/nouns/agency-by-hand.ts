// agency add, edit, check: the roster by hand.
import { type Command, Option } from 'commander'
import { agencyColumns } from '../../domain/roster/agency.ts'
import type { GivenFields } from '../../work/given-fields.ts'
import { tellAdded } from '../add-verb.ts'
import { editOptions, reasonOf, tellEdit } from '../edit-verb.ts'
import { type FieldOptions, fieldOptions } from '../field-options.ts'
import { addVerb, districtOption, type Front, outputOptions, textOption } from '../front.ts'
import { problemJson, problemText } from '../problem-text.ts'
import type { Question } from '../prompt.ts'
import type { Shell } from '../shell.ts'

export function addAgencyByHand(front: Front, noun: Command): void {
  addAdd(front, noun)
  addEdit(front, noun)
  addCheck(front, noun)
}

function addAdd(front: Front, noun: Command): void {
  const { help, labels } = front.m.words
  const fields = fieldOptions(front.m, agencyColumns, { required: labels.required })
  const example =
    'agency add --name 北京样例补录人力资源有限公司 --kind 经营性 --district 朝阳区 --phone 010-00000099'
  addVerb(front, noun, {
    usage: 'add',
    examples: [example, `${example} --dry-run --json`],
    options: [...fields.options, new Option('-n, --dry-run', help['--dry-run']), ...outputOptions(front.m)],
    run: async (shell, _args, options) => {
      const { addAgency } = await import('../../work/roster-by-hand.ts')
      const dryRun = options.dryRun === true
      const said = fields.given(options)
      const { askFor, mayAsk } = await import('../prompt.ts')
      const questions = mayAsk(shell, options) ? await questionsOf(shell, fields, said) : []
      const asked = await askFor(shell, questions)
      const given = { ...said, fields: new Map([...said.fields, ...asked]) }
      const outcome = addAgency(shell.desk(), given, dryRun)
      await tellAdded(shell, outcome, record => ({ ...record }), options)
    },
  })
}

/** Required fields that were not given; a district may be given by name or by code. */
async function questionsOf(shell: Shell, fields: FieldOptions, given: GivenFields): Promise<Question[]> {
  const { lookedUp, questionsFor } = await import('../prompt.ts')
  const { resolveDistrict } = await import('../../work/find-district.ts')
  const check = lookedUp(answer => resolveDistrict(shell.desk(), answer))
  const placed = given.fields.has('district') || given.fields.has('district_code')
  const district = placed ? [] : [{ key: 'district', about: fields.about('district'), check }]
  return [...questionsFor(agencyColumns, fields, given), ...district]
}

function addEdit(front: Front, noun: Command): void {
  const fields = fieldOptions(front.m, agencyColumns)
  const example = 'agency edit 91110105CXJG000159 --phone 010-64632146 --reason 号码变更'
  addVerb(front, noun, {
    usage: 'edit <agency>',
    examples: [example, `${example} --dry-run --json`],
    options: [...fields.options, ...editOptions(front), ...outputOptions(front.m)],
    run: async (shell, [key = ''], options) => {
      const { editAgency } = await import('../../work/roster-by-hand.ts')
      const dryRun = options.dryRun === true
      const given = { ...fields.given(options, { reason: '--reason' }), reason: reasonOf(options) }
      const outcome = editAgency(shell.desk(), key, given, dryRun)
      await tellEdit(shell, { ...outcome, record: { ...outcome.record } }, dryRun, options)
    },
  })
}

function addCheck(front: Front, noun: Command): void {
  addVerb(front, noun, {
    usage: 'check',
    examples: ['agency check', 'agency check --district 朝阳区 --json'],
    options: [districtOption(front.m), ...outputOptions(front.m)],
    run: async (shell, _args, options) => {
      const { checkRoster } = await import('../../work/check-roster.ts')
      const rows = checkRoster(shell.desk(), textOption(options, 'district'))
      const { column, said } = shell.m.words
      await shell.list(
        {
          rows,
          columns: [
            { title: column.district!, cell: r => r.district },
            { title: column.id!, cell: r => r.agency.id, align: 'right' },
            { title: column.name!, cell: r => r.agency.name },
            { title: column.code!, cell: r => r.problem.code },
            { title: column.issue!, cell: r => problemText(shell.m, r.problem).what },
            { title: column.remedy!, cell: r => problemText(shell.m, r.problem).fix },
          ],
          json: ({ agency, district, problem }) => {
            const { id, uscc, name, district_code } = agency
            const { code, field, message } = problemJson(shell.m, problem)
            return { id, uscc, name, district_code, district, code, field, message }
          },
        },
        options,
      )
      shell.say(said.rosterChecked(rows.length, new Set(rows.map(r => r.agency.id)).size))
      if (rows.length > 0) shell.exitCode = 3
    },
  })
}
