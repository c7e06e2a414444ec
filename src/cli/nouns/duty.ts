// duty list: what recurs, and which period lacks it.
import { type Command, Option } from 'commander'
import { addVerb, districtOption, type Front, outputOptions, textOption } from '../front.ts'
import { yearOption } from '../settings.ts'

export function addDutyVerbs(front: Front, noun: Command): void {
  const { help } = front.m.words
  addVerb(front, noun, {
    usage: 'list',
    examples: [
      'duty list --missing',
      'duty list --year 2013 --quarter 3 --subject 样例街道就业服务平台',
      'duty list --district 丰台区 --json',
    ],
    options: [
      new Option('--year <year>', help['duty --year']).argParser(yearOption),
      new Option('--quarter <number>', help['--quarter']).choices(['1', '2', '3', '4']),
      new Option('--subject <name>', help['--subject']),
      districtOption(front.m),
      new Option('--missing', help['duty list --missing']),
      ...outputOptions(front.m),
    ],
    run: async (shell, _args, options) => {
      const { listDuties } = await import('../../work/list-duties.ts')
      const year = textOption(options, 'year') ?? shell.today.slice(0, 4)
      const quarter = textOption(options, 'quarter')
      const rows = listDuties(shell.desk(), {
        year: Number(year),
        quarter: quarter === null ? null : Number(quarter),
        subject: textOption(options, 'subject'),
        district: textOption(options, 'district'),
        missing: options.missing === true,
      })
      const { column, said } = shell.m.words
      await shell.list(
        {
          rows,
          columns: [
            { title: column.subject!, cell: r => r.subject.name },
            { title: column.district!, cell: r => r.subject.district },
            { title: column.duty!, cell: r => r.duty.name },
            { title: column.period!, cell: r => r.period },
            { title: column.state!, cell: r => said.dutyState[r.state] },
            { title: column.records!, cell: r => r.records.map(one => one.label).join('、') },
            { title: column.clause!, cell: r => `${r.duty.document} ${r.duty.clause}` },
          ],
          json: ({ duty, subject, period, until, state, records }) => ({
            duty_id: duty.id,
            duty: duty.name,
            subject: subject.name,
            subject_kind: subject.kind,
            code: subject.code,
            district_code: subject.district_code,
            district: subject.district,
            period,
            until,
            state,
            records,
            document: duty.document,
            clause: duty.clause,
          }),
        },
        options,
      )
    },
  })
}
