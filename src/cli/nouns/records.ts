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
import { Refusal } from '../../domain/refusal.ts'
import type { Wanted } from '../../work/list-records.ts'
import { addAdding } from '../add-verb.ts'
import {
  addVerb,
  districtOption,
  type Front,
  nounCommand,
  type Options,
  outputOptions,
  textOption,
} from '../front.ts'
import { addImport } from '../import-verb.ts'
import { dayOption } from '../settings.ts'
import { addComplaintVerbs } from './complaint-case.ts'

interface Noun {
  kind: RecordKind
  alias: string
  sample: string
  /** A record added by hand, as the switches of an example. */
  adding: string
  columns: readonly string[]
}

const NOUNS: readonly Noun[] = [
  {
    kind: complaintKind,
    alias: '投诉',
    sample: 'complaints.csv',
    adding: '--complaint-no TS2013-900 --received-on 2013-11-01 --channel 电话 --category 收费争议',
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
    adding:
      '--decision-no 样罚字900号 --authority 样例局 --kind 罚款 --fine-yuan 5000 --decision-date 2013-10-20',
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
    adding: '--title 诚信示范单位 --level 区级 --granted-on 2013-10-08 --plate-no P-0900',
    columns: ['cert_no', 'holder', 'title', 'granted_on', 'valid_to', 'plate_no', 'status', 'revoked_on'],
  },
  {
    kind: commitmentKind,
    alias: '承诺',
    sample: 'commitments.csv',
    adding: '--kind 机构 --signed-on 2013-10-08 --displayed 是',
    columns: ['agency_name', 'kind', 'signed_on', 'signed_count', 'displayed'],
  },
  {
    kind: activityKind,
    alias: '活动',
    sample: 'activities.csv',
    adding: '--kind 培训 --title 诚信教育 --held-on 2013-10-12 --head-count 40',
    columns: ['agency_name', 'kind', 'title', 'held_on', 'head_count', 'satisfaction'],
  },
  {
    kind: inspectionKind,
    alias: '检查',
    sample: 'inspection.csv',
    adding:
      '--batch 春雷2013 --date 2013-06-20 --officers 样检一、样检二 --SC-05 不合格 --rectify-due 2013-07-20',
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
    adding: '--metric 净利润 --period 2011 --value 120 --unit 万元',
    columns: ['agency_name', 'metric', 'period', 'value', 'unit', 'source'],
  },
]

/** Listed flush right. */
const NUMBERS = new Set(['fine_fen', 'signed_count', 'head_count', 'satisfaction', 'value'])

export function recordCommands(front: Front): Command[] {
  return NOUNS.map(({ kind, alias, sample, adding, columns }) => {
    const { table } = kind
    const noun = nounCommand(front, table, alias)
    const example = `${table} import samples/city/${sample} --dry-run`
    addImport(front, noun, [example], async (desk, source, options) => {
      const { importRecords } = await import('../../work/imports/import-records.ts')
      return importRecords(desk, kind, source, options)
    })
    const adds = `${table} add --agency 91110105CXJG000159 ${adding}`
    addAdding(front, noun, kind, adds, record => recordJson(kind, record))
    if (kind === complaintKind) addComplaintVerbs(front, noun)
    const states = kind.states ?? []
    addVerb(front, noun, {
      usage: 'list',
      examples: [
        `${table} list`,
        `${table} list --agency 91110105CXJG000159 --json`,
        `${table} list --district 朝阳区 --from 2013-01-01 --sort ${kind.day} --descending`,
        ...states.slice(0, 1).map(state => `${table} list --state ${state.name}`),
      ],
      options: listOptions(front, kind, columns),
      run: async (shell, _args, options) => {
        const { listRecordsOf } = await import('../../work/list-records.ts')
        const { words } = shell.m
        const rows = listRecordsOf(shell.desk(), kind, wantedOf(kind, columns, options))
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

function listOptions(front: Front, kind: RecordKind, columns: readonly string[]): Option[] {
  const { help, labels } = front.m.words
  const { states } = kind
  const fields = sortable(kind, columns).map(name => ({ name, word: name }))
  return [
    new Option('--agency <agency>', help['--agency']),
    districtOption(front.m),
    new Option('--from <date>', help['--from']),
    new Option('--to <date>', help['--to']),
    ...(states ? [new Option('--state <state>', `${help['--state']}${labels.oneOf(states)}`)] : []),
    new Option('--sort <field>', `${help['--sort']}${labels.oneOf(fields)}`),
    new Option('--descending', help['--descending']),
    ...outputOptions(front.m),
  ]
}

function wantedOf(kind: RecordKind, columns: readonly string[], options: Options): Wanted {
  const day = (option: string, text: string | null) => (text === null ? null : dayOption(option, text))
  const given = textOption(options, 'state')
  const states = kind.states ?? []
  const state = states.find(s => s.name === given || s.word === given)
  if (given !== null && state === undefined) {
    const allowed = states.map(s => s.name).join('、')
    throw new Refusal('CX6002', { value: given, option: '--state', allowed })
  }
  const sort = textOption(options, 'sort')
  const fields = sortable(kind, columns)
  if (sort !== null && !fields.includes(sort))
    throw new Refusal('CX6002', { value: sort, option: '--sort', allowed: fields.join('、') })
  return {
    agency: textOption(options, 'agency'),
    district: textOption(options, 'district'),
    from: day('--from', textOption(options, 'from')),
    to: day('--to', textOption(options, 'to')),
    state: state?.name ?? null,
    sort,
    descending: options.descending === true,
  }
}

/** What is listed, without what is drawn from several fields. */
function sortable(kind: RecordKind, columns: readonly string[]): string[] {
  return [...new Set([kind.day, ...columns])].filter(key => key !== 'failed_items')
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
    const value = rest[key] ?? null
    if (type.is === 'decimal') rest[key] = value === null ? null : decimalText(Number(value))
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
