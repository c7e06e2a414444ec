// docs/reference.md as the program itself tells it: commands, options, and the columns that imports read.
import type { Command } from 'commander'
import type { Front } from '../../src/cli/front.ts'
import { buildProgram } from '../../src/cli/program.ts'
import type { Column, ColumnType } from '../../src/domain/imports/column.ts'
import { quotaColumns } from '../../src/domain/nomination/quota-columns.ts'
import { allotmentColumns } from '../../src/domain/quota/columns.ts'
import { activityKind } from '../../src/domain/records/activity.ts'
import { commitmentKind } from '../../src/domain/records/commitment.ts'
import { complaintKind } from '../../src/domain/records/complaint.ts'
import { honorKind } from '../../src/domain/records/honor.ts'
import { inspectionKind } from '../../src/domain/records/inspection.ts'
import { metricKind } from '../../src/domain/records/metric.ts'
import { penaltyKind } from '../../src/domain/records/penalty.ts'
import { rosterColumns } from '../../src/domain/roster/agency.ts'
import { sheetColumns } from '../../src/domain/score/sheet-columns.ts'
import { zhCN } from '../../src/messages/zh-CN/index.ts'
import { readShippedScheme } from '../../src/schemes/library.ts'

/** The reference as Markdown, in the clerk's language. */
export async function reference(schemes: string): Promise<string> {
  const front = { m: zhCN } as Front
  const sink = { write: () => {}, isTerminal: false }
  const program = await buildProgram(front, { out: sink, err: sink } as never, '0')
  const { scheme } = readShippedScheme(schemes, 'beijing-2013')
  const kinds = [
    complaintKind,
    penaltyKind,
    honorKind,
    commitmentKind,
    activityKind,
    inspectionKind,
    metricKind,
  ]
  const files: [string, readonly Column[]][] = [
    ['agency import', rosterColumns],
    ...kinds.map((k): [string, readonly Column[]] => [`${k.table} import`, k.columns]),
    [`evaluation import（${scheme.id}）`, sheetColumns(scheme)],
    ['quota import', quotaColumns],
    ['quota allocate --input', allotmentColumns([])],
  ]
  return [
    '# 命令与文件',
    '',
    '本文由程序生成（`npx vitest run test/docs -u`），与程序不符时测试不通过。',
    '',
    '## 命令',
    '',
    ...leaves(program, []).flatMap(commandLines),
    '## 导入文件的列',
    '',
    '表头去掉空格、括号和全角差别后比较；规定的列名、别名和 JSON 键都认。★ 为必填。不认识的列只提醒，不导入。',
    '',
    ...files.flatMap(([title, columns]) => columnLines(title, columns)),
  ].join('\n')
}

interface Leaf {
  path: string
  command: Command
}

function leaves(command: Command, path: string[]): Leaf[] {
  return command.commands.flatMap(child => {
    const here = [...path, child.name()]
    return child.commands.length > 0 ? leaves(child, here) : [{ path: here.join(' '), command: child }]
  })
}

function commandLines({ path, command }: Leaf): string[] {
  const args = command.registeredArguments
    .map(a => (a.required ? ` <${a.name()}>` : ` [${a.name()}]`))
    .join('')
  return [
    `### chengxin ${path}${args}`,
    '',
    command.description(),
    '',
    ...command.options.map(
      o => `- \`${o.flags}\` ${o.description}${o.argChoices ? `：${o.argChoices.join('、')}` : ''}`,
    ),
    '',
  ]
}

function columnLines(title: string, columns: readonly Column[]): string[] {
  const rows = columns.map(c => {
    const [name, ...also] = c.headers
    return `| ${name}${c.required ? ' ★' : ''} | ${also.join('、')} | \`${c.key}\` | ${typeText(c.type)}${c.personal ? '（个人信息，不外列）' : ''}${c.unless === 'subject' ? '（写明主体的可不填）' : ''} |`
  })
  return [`### ${title}`, '', '| 列名 | 别名 | 键 | 内容 |', '|---|---|---|---|', ...rows, '']
}

function typeText(type: ColumnType): string {
  switch (type.is) {
    case 'text':
      return '文字'
    case 'code':
      return '编号（按文字保存）'
    case 'uscc':
      return '18 位统一社会信用代码'
    case 'day':
      return '日期'
    case 'year':
      return '四位年份'
    case 'int':
      return '整数'
    case 'money':
      return '元，至多两位小数'
    case 'rate':
      return '百分比或 0 到 1 的小数'
    case 'yes_no':
      return '是、否'
    case 'choice':
      return Object.keys(type.of).join('、')
    case 'choices':
      return `${Object.keys(type.of).join('、')}（可多项，用分号隔开）`
    case 'points':
      return `0 到 ${type.max / 100}，空白为未评`
    case 'texts':
      return '文字（可多项，用分号隔开）'
    case 'name':
      return `文字；${Object.keys(type.known).join('、')}为已知指标`
    case 'period':
      return '年、半年、季度或月：2012、2012H1、2012Q3、2012-03'
    case 'decimal':
      return `数，可为负，至多六位小数${type.marks ? '；已知指标之外还可写 是、否 或百分比（85% 记作 0.85）；没有填的行不导入' : ''}`
    default: {
      const never: never = type
      return never
    }
  }
}
