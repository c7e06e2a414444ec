// system missing: whose service systems are not known to be built, and by when they are to be rebuilt.
import { type Command, Option } from 'commander'
import { daysBetween } from '../../domain/day.ts'
import { serviceSystems } from '../../domain/records/system.ts'
import type { SystemGaps } from '../../work/archive/roll.ts'
import { addVerb, districtOption, type Front, outputOptions, textOption } from '../front.ts'

const STATES = ['no_record', 'missing', 'overdue'] as const

export function addSystemMissing(front: Front, noun: Command): void {
  const { help } = front.m.words
  addVerb(front, noun, {
    usage: 'missing',
    examples: ['system missing', 'system missing --district 朝阳区 --state overdue --json'],
    options: [
      districtOption(front.m),
      new Option('--state <state>', help['system missing --state']).choices(STATES),
      ...outputOptions(front.m),
    ],
    run: async (shell, _args, options) => {
      const { readSystemGaps } = await import('../../work/archive/roll.ts')
      const state = STATES.find(name => name === textOption(options, 'state')) ?? null
      const district = textOption(options, 'district')
      const { agencies, warnings } = readSystemGaps(shell.desk(), { district, state })
      const { column, said } = shell.m.words
      await shell.list<SystemGaps>(
        {
          rows: agencies,
          columns: [
            { title: column.district!, cell: a => a.district },
            { title: column.agency_name!, cell: a => a.agency.name },
            ...serviceSystems.map(({ name }) => ({
              title: said.systems[name]!,
              cell: (a: SystemGaps) => {
                const found = a.systems.find(s => s.system === name)!
                return said.systemState(found.state, found.due_on)
              },
            })),
          ],
          json: ({ agency, district: place, systems }) => ({
            uscc: agency.uscc,
            agency_name: agency.name,
            district_code: agency.district_code,
            district: place,
            systems: systems.map(s => ({
              ...s,
              days_late: s.state === 'overdue' ? daysBetween(s.due_on!, shell.today) : null,
            })),
          }),
        },
        options,
        warnings,
      )
      if (shell.format(options) !== 'json') shell.problems(warnings, 'warning')
    },
  })
}
