// complaint, penalty, honor, commitment, activity, inspection, metric: records of the year, imported and listed alike.
import { type Command, Option } from 'commander'
import { decimalText, scaledText } from '../../domain/exact.ts'
import type { Column, Value, Values } from '../../domain/imports/column.ts'
import { writtenAs } from '../../domain/imports/written.ts'
import { activityKind } from '../../domain/records/activity.ts'
import { commitmentKind } from '../../domain/records/commitment.ts'
import { complaintKind } from '../../domain/records/complaint.ts'
import { honorKind } from '../../domain/records/honor.ts'
import { inspectionKind } from '../../domain/records/inspection.ts'
import type { RecordKind } from '../../domain/records/kind.ts'
import { metricKind } from '../../domain/records/metric.ts'
import { penaltyKind } from '../../domain/records/penalty.ts'
import { addVerb, type Front, nounCommand, outputOptions, textOption } from '../front.ts'
import { addImport } from '../import-verb.ts'

const NOUNS: readonly { kind: RecordKind; alias: string; sample: string; columns: readonly string[] }[] = [
  {
    kind: complaintKind,
    alias: '投诉',
    sample: 'complaints.csv',
    columns: [
      'complaint_no',
      'agency_name',
      'category',
      'dishonest',
      'received_on',
      'due_on',
      'closed_on',
      'finding',
    ],
  },
  {
    kind: penaltyKind,
    alias: '处罚',
    sample: 'penalties.csv',
    columns: [
      'decision_no',
      'agency_name',
      'authority',
      'kind',
      'fine_fen',
      'decision_date',
      'status',
      'revoked_on',
    ],
  },
  {
    kind: honorKind,
    alias: '荣誉',
    sample: 'honors.csv',
    columns: ['cert_no', 'holder', 'title', 'granted_on', 'valid_to', 'plate_no', 'status', 'revoked_on'],
  },
  {
    kind: commitmentKind,
    alias: '承诺',
    sample: 'commitments.csv',
    columns: ['agency_name', 'kind', 'signed_on', 'signed_count', 'displayed'],
  },
  {
    kind: activityKind,
    alias: '活动',
    sample: 'activities.csv',
    columns: ['agency_name', 'kind', 'title', 'held_on', 'head_count', 'satisfaction'],
  },
  {
    kind: inspectionKind,
    alias: '检查',
    sample: 'inspection.csv',
    columns: [
      'batch',
      'date',
      'agency_name',
      'cooperated',
      'failed_items',
      'measure',
      'rectify_due',
      'rectified_on',
    ],
  },
  {
    kind: metricKind,
    alias: '指标数据',
    sample: 'metrics.csv',
    columns: ['agency_name', 'metric', 'period', 'value', 'unit', 'source'],
  },
]

/** Listed flush right. */
const NUMBERS = new Set(['fine_fen', 'signed_count', 'head_count', 'satisfaction', 'value'])

export function recordCommands(front: Front): Command[] {
  return NOUNS.map(({ kind, alias, sample, columns }) => {
    const { table } = kind
    const noun = nounCommand(front, table, alias)
    const example = `${table} import samples/city/${sample} --dry-run`
    addImport(front, noun, [example], async (desk, source, options) => {
      const { importRecords } = await import('../../work/imports/import-records.ts')
      return importRecords(desk, kind, source, options)
    })
    addVerb(front, noun, {
      usage: 'list',
      examples: [`${table} list`, `${table} list --agency 91110105CXJG000159 --json`],
      options: [new Option('--agency <agency>', front.m.words.help['--agency']), ...outputOptions(front.m)],
      run: async (shell, _args, options) => {
        const { listRecordsOf } = await import('../../work/list-records.ts')
        const { words } = shell.m
        const rows = listRecordsOf(shell.desk(), kind, textOption(options, 'agency'))
        const typeOf = new Map(kind.columns.map(c => [c.key, c]))
        await shell.list<Values>(
          {
            rows,
            columns: columns.map(key => ({
              title: words.column[key] ?? key,
              align: NUMBERS.has(key) ? ('right' as const) : ('left' as const),
              cell: row =>
                key === 'failed_items' ? failedItems(row.items) : shown(typeOf.get(key), row[key] ?? null),
            })),
            json: row => recordJson(kind, row),
          },
          options,
        )
      },
    })
    return noun
  })
}

function shown(column: Column | undefined, value: Value): Value {
  if (!column || value === null) return value
  const text = writtenAs(column, value)
  // As a number, whose minus nobody takes for the beginning of a formula.
  return column.type.is === 'decimal' ? Number(text) : text
}

function failedItems(items: Value | undefined): string {
  const results = JSON.parse(String(items ?? '{}')) as Record<string, string>
  return Object.keys(results)
    .filter(id => results[id] === 'fail')
    .join(' ')
}

function recordJson(kind: RecordKind, row: Values): Record<string, unknown> {
  const { uscc, agency_name, items, fine_fen, confiscated_fen, ...rest } = row
  for (const { key, type } of kind.columns) {
    if (type.is === 'decimal') rest[key] = decimalText(Number(rest[key]))
  }
  const yuan = (fen: Value) => (fen === null ? null : scaledText(Number(fen), 2))
  return {
    uscc,
    agency_name,
    ...rest,
    ...(items === undefined ? {} : { items: JSON.parse(String(items)) as unknown }),
    ...(fine_fen === undefined ? {} : { fine_yuan: yuan(fine_fen) }),
    ...(confiscated_fen === undefined ? {} : { confiscated_yuan: yuan(confiscated_fen) }),
  }
}
