// agency: the roster.
import { type Command, Option } from 'commander'
import { Refusal } from '../../domain/refusal.ts'
import { type Agency, agencyFields, type LicenseStatus, licenseStatusOn } from '../../domain/roster/agency.ts'
import type { Messages } from '../../messages/messages.ts'
import { addVerb, districtOption, type Front, fileOptions, outputOptions, textOption } from '../front.ts'
import { addImport } from '../import-verb.ts'
import { periodOf, sortOf, sortOptions, stateOf, stateOption } from '../list-filters.ts'
import type { Shell } from '../shell.ts'
import { addAgencyByHand } from './agency-by-hand.ts'
import { addRosterForm } from './blank-forms.ts'

export function addAgencyVerbs(front: Front, noun: Command): void {
  addImport(
    front,
    noun,
    ['agency import samples/five/roster.csv --dry-run', 'agency import samples/city/roster.xlsx --json'],
    async (desk, source, options) => {
      const { importRoster } = await import('../../work/imports/import-roster.ts')
      return importRoster(desk, source, options)
    },
  )
  addAgencyByHand(front, noun)
  addVerb(front, noun, {
    usage: 'list',
    examples: [
      'agency list',
      'agency list --district 110105 --format csv',
      'agency list --json',
      'agency list --to 2014-03-31 --state valid --sort valid_to',
    ],
    options: [
      districtOption(front.m),
      stateOption(front.m, licenseStates(front.m)),
      new Option('--from <date>', front.m.words.help['agency list --from']),
      new Option('--to <date>', front.m.words.help['agency list --to']),
      ...sortOptions(front.m, agencyFields),
      ...outputOptions(front.m),
    ],
    run: async (shell, _args, options) => {
      const { listAgenciesOf } = await import('../../work/list-agencies.ts')
      const { agencies, districts } = listAgenciesOf(shell.desk(), {
        district: textOption(options, 'district'),
        state: stateOf(shell.m, options, licenseStates(shell.m)) as LicenseStatus | null,
        ...periodOf(options),
        ...sortOf(options, agencyFields),
      })
      const { column, value } = shell.m.words
      const districtName = (a: Agency) => districts.get(a.district_code) ?? a.district_code
      const status = (a: Agency) => licenseStatusOn(a, shell.today)
      await shell.list(
        {
          rows: agencies,
          columns: [
            { title: column.id!, cell: a => a.id, align: 'right' },
            { title: column.uscc!, cell: a => a.uscc },
            { title: column.name!, cell: a => a.name },
            { title: column.kind!, cell: a => value.kind[a.kind] },
            { title: column.district!, cell: districtName },
            { title: column.license_no!, cell: a => a.license_no },
            { title: column.license_status!, cell: a => value.licenseStatus[status(a) ?? 'unknown'] },
            { title: column.valid_to!, cell: a => a.valid_to },
            { title: column.business_start!, cell: a => a.business_start },
          ],
          json: a => ({ ...agencyJson(a), district: districtName(a), license_status: status(a) }),
        },
        options,
      )
    },
  })
  addVerb(front, noun, {
    usage: 'show <agency>',
    examples: ['agency show 91110105CXJG000159'],
    options: outputOptions(front.m),
    run: async (shell, [key = ''], options) => {
      const { showAgency } = await import('../../work/list-agencies.ts')
      const { agency, district, records } = showAgency(shell.desk(), key)
      await shell.show(
        { ...agencyJson(agency), district, records },
        showLines(shell, agency, district, records),
        options,
      )
      shell.say(shell.m.words.said.seeArchive(agency.uscc ?? agency.license_no ?? String(agency.id)))
    },
  })
  addVerb(front, noun, {
    usage: 'export',
    examples: [
      'agency export -o roster-out.csv',
      'agency export --district 110105 --format xlsx -o chaoyang.xlsx',
    ],
    options: [
      new Option('-f, --format <format>', front.m.words.help['--form-format']).choices(['csv', 'xlsx']),
      districtOption(front.m),
      ...fileOptions(front.m),
    ],
    run: async (shell, _args, options) => {
      const { exportRoster } = await import('../../work/export-roster.ts')
      const { header, rows } = exportRoster(shell.desk(), textOption(options, 'district'))
      const ending = /\.xlsx$/i.test(options.output ?? '') ? 'xlsx' : 'csv'
      if ((textOption(options, 'format') ?? ending) === 'csv') {
        const { writeCsv } = await import('../../formats/csv-write.ts')
        shell.write(writeCsv([header, ...rows], { encoding: 'utf-8-bom' }), options)
        return
      }
      const toTerminal = (options.output ?? '-') === '-' && shell.world.out.isTerminal
      if (toTerminal) throw new Refusal('CX6004', { name: 'roster.xlsx' })
      const { writeXlsx } = await import('../../formats/xlsx.ts')
      const columns = header.map(title => ({ header: title, type: 'text' as const }))
      shell.write(await writeXlsx([{ name: '名录', columns, rows }]), options)
    },
  })
  addRosterForm(front, noun)
  addVerb(front, noun, {
    usage: 'history <agency>',
    examples: ['agency history 91110105CXJG000159'],
    options: outputOptions(front.m),
    run: async (shell, [key = ''], options) => {
      const { agencyHistory } = await import('../../work/agency-history.ts')
      const { column, labels } = shell.m.words
      await shell.list(
        {
          rows: agencyHistory(shell.desk(), key).changes,
          columns: [
            { title: column.at!, cell: c => c.at.replace('T', ' ') },
            { title: column.operator!, cell: c => c.operator },
            { title: column.field!, cell: c => c.header },
            { title: column.before!, cell: c => c.before ?? labels.none },
            { title: column.after!, cell: c => c.after ?? labels.none },
            { title: column.batch!, cell: c => c.batch, align: 'right' },
            { title: column.file!, cell: c => c.file },
            { title: column.line!, cell: c => c.line, align: 'right' },
            { title: column.reason!, cell: c => c.reason },
          ],
          json: c => c,
        },
        options,
      )
    },
  })
}

function licenseStates({ words }: Messages): { name: string; word: string }[] {
  const { unknown: _unknown, not_issued: _notIssued, ...states } = words.value.licenseStatus
  return Object.entries(states).map(([name, word]) => ({ name, word }))
}

function agencyJson(agency: Agency): Record<string, unknown> {
  const { uscc, name, district_code, ...rest } = agency
  return { uscc, name, district_code, ...rest }
}

function showLines(
  shell: Shell,
  agency: Agency,
  district: string,
  records: Record<string, number>,
): string[] {
  const { column, value, help, said, labels } = shell.m.words
  const shown: [string, string | number | null][] = [
    ['name', agency.name],
    ['uscc', agency.uscc],
    ['kind', value.kind[agency.kind]],
    ['ownership', agency.ownership],
    ['district', district],
    ['license_no', agency.license_no],
    ['license_issuer', agency.license_issuer],
    ['issued_on', agency.issued_on],
    ['valid_to', agency.valid_to],
    ['license_status', value.licenseStatus[licenseStatusOn(agency, shell.today) ?? 'unknown']],
    ['legal_rep', agency.legal_rep],
    ['address', agency.address],
    ['phone', agency.phone],
    ['scope', agency.scope],
    ['business_start', agency.business_start],
    ['staff_count', agency.staff_count],
    ['standard_grade', agency.standard_grade],
    ['corporate_group', agency.corporate_group],
  ]
  const counts = Object.entries(records).map(([table, count]) => `${help[table] ?? table} ${count}`)
  return [
    ...shown.map(([key, text]) => said.field(column[key]!, String(text ?? labels.none))),
    counts.join('  '),
  ]
}
