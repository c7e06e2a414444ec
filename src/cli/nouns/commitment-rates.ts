// commitment rates: the three rates of BJ 四(一) by jurisdiction, or who keeps them from 100%.
import { type Command, Option } from 'commander'
import { percentText } from '../../domain/exact.ts'
import type { DistrictRates, Shortfall } from '../../work/archive/roll.ts'
import { addVerb, districtOption, type Front, outputOptions, textOption } from '../front.ts'

export function addCommitmentRates(front: Front, noun: Command): void {
  addVerb(front, noun, {
    usage: 'rates',
    examples: ['commitment rates', 'commitment rates --district 朝阳区 --missing --json'],
    options: [
      districtOption(front.m),
      new Option('--missing', front.m.words.help['commitment rates --missing']),
      ...outputOptions(front.m),
    ],
    run: async (shell, _args, options) => {
      const { readRates } = await import('../../work/archive/roll.ts')
      const { districts, total, missing, warnings } = readRates(shell.desk(), textOption(options, 'district'))
      const { column, labels, said } = shell.m.words
      const right = { align: 'right' as const }
      const rate = (n: number, of: number) => percentText(n, of) ?? labels.none
      const data = { districts: districts.map(ratesJson), total: ratesJson(total) }
      if (options.missing === true) {
        await shell.list(
          {
            rows: missing,
            data: { ...data, missing: missing.map(missingJson) },
            columns: [
              { title: column.district!, cell: m => m.district },
              { title: column.agency_name!, cell: m => m.agency.name },
              { title: column.agency_signed!, cell: m => (m.agency_signed ? said.yes : said.no) },
              { title: column.staff!, cell: m => m.staff ?? labels.unknown, ...right },
              { title: column.staff_signed!, cell: m => m.staff_signed, ...right },
              { title: column.built!, cell: m => (m.built ? said.yes : said.no) },
            ],
            json: missingJson,
          },
          options,
          warnings,
        )
      } else {
        await shell.list<DistrictRates>(
          {
            rows: [...districts, total],
            data,
            columns: [
              { title: column.district!, cell: r => r.district ?? labels.all },
              { title: column.agencies!, cell: r => r.agencies, ...right },
              { title: column.agency_signed!, cell: r => r.agency_signed, ...right },
              { title: column.agency_rate!, cell: r => rate(r.agency_signed, r.agencies), ...right },
              { title: column.staff!, cell: r => r.staff, ...right },
              { title: column.staff_signed!, cell: r => r.staff_signed, ...right },
              { title: column.staff_rate!, cell: r => rate(r.staff_signed, r.staff), ...right },
              { title: column.staff_unknown!, cell: r => r.staff_unknown, ...right },
              { title: column.archives!, cell: r => r.archives, ...right },
              { title: column.archive_rate!, cell: r => rate(r.archives, r.agencies), ...right },
            ],
            json: ratesJson,
          },
          options,
          warnings,
        )
      }
      if (shell.format(options) !== 'json') shell.problems(warnings, 'warning')
    },
  })
}

export function ratesJson(r: DistrictRates) {
  return {
    district_code: r.district_code,
    district: r.district,
    agencies: r.agencies,
    agency_signed: r.agency_signed,
    agency_rate: percentText(r.agency_signed, r.agencies),
    staff: r.staff,
    staff_signed: r.staff_signed,
    staff_rate: percentText(r.staff_signed, r.staff),
    staff_unknown: r.staff_unknown,
    archives: r.archives,
    archive_rate: percentText(r.archives, r.agencies),
  }
}

function missingJson({ agency, district, ...rest }: Shortfall): Record<string, unknown> {
  const { uscc, name, district_code } = agency
  return { uscc, agency_name: name, district_code, district, ...rest }
}
