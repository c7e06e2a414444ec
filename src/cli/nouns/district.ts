// district: the jurisdictions, and who answers for each.
import { type Command, Option } from 'commander'
import { Refusal } from '../../domain/refusal.ts'
import type { AnsweredDistrict } from '../../domain/roster/district.ts'
import { addVerb, collected, type Front, outputOptions, textOption } from '../front.ts'

export function addDistrictVerbs(front: Front, noun: Command): void {
  const { help } = front.m.words
  addVerb(front, noun, {
    usage: 'list',
    examples: ['district list', 'district list --json'],
    options: outputOptions(front.m),
    run: async (shell, _args, options) => {
      const { districtsOf } = await import('../../work/districts.ts')
      const { column, said } = shell.m.words
      await shell.list(
        {
          rows: districtsOf(shell.desk()),
          columns: [
            { title: column.code!, cell: d => d.code },
            { title: column.district!, cell: d => d.name },
            { title: column.kind!, cell: d => said.districtKinds[d.kind] },
            { title: column.leader!, cell: d => d.leader },
            { title: column.responsible_unit!, cell: d => d.unit },
            { title: column.market_phones!, cell: d => d.market_phones.join(' ') },
            { title: column.inspectorate_phones!, cell: d => d.inspectorate_phones.join(' ') },
          ],
          json: districtJson,
        },
        options,
      )
    },
  })
  addVerb(front, noun, {
    usage: 'set [code]',
    examples: [
      'district set 110105 --leader 样例局长 --unit 人力资源市场科',
      'district set --phone 010-12333',
    ],
    options: [
      new Option('--leader <name>', help['--leader']),
      new Option('--unit <name>', help['--unit']),
      new Option('--phone <number>', help['district set --phone']).argParser(collected),
      new Option('--inspectorate-phone <number>', help['--inspectorate-phone']).argParser(collected),
      ...outputOptions(front.m),
    ],
    run: async (shell, [code], options) => {
      const { setPhones, setResponsible } = await import('../../work/districts.ts')
      const given = {
        ...{ leader: textOption(options, 'leader'), unit: textOption(options, 'unit') },
        market_phones: (options.phone ?? []) as string[],
        inspectorate_phones: (options.inspectoratePhone ?? []) as string[],
      }
      const { column, labels, said, usage } = shell.m.words
      if (code === undefined) {
        const { market_phones: phones, ...others } = given
        if (phones.length === 0 || Object.values(others).some(told => told !== null && told.length > 0))
          throw new Refusal('CX6001', { message: usage.districtOrPhone })
        const { name, before, after } = setPhones(shell.desk(), phones)
        const [from, to] = [before, after].map(numbers => numbers.join(' ') || labels.none)
        const office = name ?? said.thisOffice
        const lines = from === to ? [] : [said.field(`  ${column.market_phones!}`, `${from} → ${to}`)]
        const headline = lines.length === 0 ? said.nothingToEdit(office) : said.edited(office)
        await shell.show({ name, market_phones: after }, [headline, ...lines], options)
        return
      }
      const { before, after } = setResponsible(shell.desk(), code, given)
      const told = (d: AnsweredDistrict, key: (typeof SET)[number]) =>
        (typeof d[key] === 'string' ? d[key] : d[key]?.join(' ')) || labels.none
      const lines = SET.filter(key => told(before, key) !== told(after, key)).map(key =>
        said.field(
          `  ${column[key === 'unit' ? 'responsible_unit' : key]!}`,
          `${told(before, key)} → ${told(after, key)}`,
        ),
      )
      const headline = lines.length === 0 ? said.nothingToEdit(after.name) : said.edited(after.name)
      await shell.show(districtJson(after), [headline, ...lines], options)
    },
  })
}

const SET = ['leader', 'unit', 'market_phones', 'inspectorate_phones'] as const

function districtJson({ code, name, kind, leader, unit, ...phones }: AnsweredDistrict) {
  const { market_phones, inspectorate_phones } = phones
  return { code, name, kind, leader, unit, market_phones, inspectorate_phones }
}
