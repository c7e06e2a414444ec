// inspection draw, draws, show: the double-random draw, and what is on file of one draw or one inspection.
import { type Command, Option } from 'commander'
import { decimalText, ratioText } from '../../domain/exact.ts'
import type { Values } from '../../domain/imports/column.ts'
import { writtenAs } from '../../domain/imports/written.ts'
import { inspectionItems, inspectionKind } from '../../domain/records/inspection.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { Messages } from '../../messages/messages.ts'
import type { DrawView } from '../../work/inspection/show-draw.ts'
import { exitCodeOf } from '../exit-codes.ts'
import { addVerb, districtOption, type Front, type Options, outputOptions, textOption } from '../front.ts'
import { problemJson } from '../problem-text.ts'
import { fieldLines, pastLines, worded } from '../show-verb.ts'

export type RecordJson = (record: Values) => Record<string, unknown>

/** States of a license that keep an agency out of the pool unless they are let in. */
const STATES = ['expired', 'suspended', 'cancelled', 'revoked', 'unknown'] as const

export function addDraw(front: Front, noun: Command): void {
  const { help, labels, value } = front.m.words
  const states = STATES.map(name => ({ name, word: value.licenseStatus[name] }))
  addVerb(front, noun, {
    usage: 'draw <name>',
    examples: [
      'inspection draw 春雷2013-1 --seed 20131105-双色球-0714 --ratio 5% --inspectors 样检1、样检2、样检3',
      'inspection draw 朝阳复查 --seed 42 --ratio 0.1 --inspectors 甲、乙、丙 --district 朝阳区 --exclude 91110105CXJG000159=已立案调查 --avoid 甲=91110105CXYL024935 --dry-run',
    ],
    options: [
      new Option('--seed <text>', help['--seed']).makeOptionMandatory(),
      new Option('--ratio <share>', help['--ratio']).makeOptionMandatory(),
      new Option('--inspectors <names>', help['--inspectors']).makeOptionMandatory(),
      districtOption(front.m),
      new Option('--exclude <agency=reason>', help['--exclude']).argParser(
        paired('--exclude', '91110105CXJG000159=已立案调查'),
      ),
      new Option('--avoid <inspector=agency>', help['--avoid']).argParser(
        paired('--avoid', '样检1=91110105CXJG000159'),
      ),
      new Option('--include <state>', `${help['--include']}${labels.oneOf(states)}`).argParser(
        (text: string, before: string[] = []) => {
          const state = states.find(s => s.name === text || s.word === text)
          if (state !== undefined) return [...before, state.name]
          throw new Refusal('CX6002', { value: text, option: '--include', allowed: STATES.join('、') })
        },
      ),
      new Option('-n, --dry-run', help['--dry-run']),
      ...outputOptions(front.m),
    ],
    run: async (shell, [name = ''], options) => {
      const { drawInspections } = await import('../../work/inspection/draw.ts')
      const dryRun = options.dryRun === true
      const { problems, drawn } = drawInspections(
        shell.desk(),
        {
          name,
          seed: textOption(options, 'seed')!,
          ratio: textOption(options, 'ratio')!,
          inspectors: textOption(options, 'inspectors')!,
          district: textOption(options, 'district'),
          exclude: pairsOf(options, 'exclude'),
          avoid: pairsOf(options, 'avoid'),
          include: (options.include as string[] | undefined) ?? [],
        },
        { dryRun },
      )
      const { said } = shell.m.words
      const format = shell.format(options)
      const asData = format === 'json' || format === 'ndjson'
      if (drawn !== null) {
        const data = { ...drawJson(drawn), dry_run: dryRun, problems: [] }
        await shell.show(data, drawLines(shell.m, drawn), options)
        shell.say((dryRun ? said.drawDry : said.drawStored)(progressOf(drawn).drawn, drawn.lots.length))
        return
      }
      if (asData) await shell.show({ problems: problems.map(p => problemJson(shell.m, p)) }, [], options)
      shell.problems(problems, 'error')
      shell.fail(said.notDrawn)
      shell.exitCode = exitCodeOf(problems)
    },
  })
}

export function addDraws(front: Front, noun: Command): void {
  addVerb(front, noun, {
    usage: 'draws',
    examples: ['inspection draws', 'inspection draws --json'],
    options: outputOptions(front.m),
    run: async (shell, _args, options) => {
      const { listDrawsOf } = await import('../../work/inspection/show-draw.ts')
      const { column, said } = shell.m.words
      const right = { align: 'right' as const }
      await shell.list(
        {
          rows: listDrawsOf(shell.desk()),
          columns: [
            { title: column.batch!, cell: d => d.name },
            { title: column.drawn_on!, cell: d => d.drawn_on },
            { title: column.seed!, cell: d => d.seed },
            { title: column.ratio!, cell: d => drawRatio(d.ratio), ...right },
            {
              title: column.district!,
              cell: d => (d.district_code === null ? said.everywhere : d.districts[0]!.district),
            },
            { title: column.pool!, cell: d => d.lots.length, ...right },
            { title: column.drawn!, cell: d => progressOf(d).drawn, ...right },
            { title: column.inspected!, cell: d => progressOf(d).inspected, ...right },
          ],
          json: d => ({
            name: d.name,
            drawn_on: d.drawn_on,
            seed: d.seed,
            ratio: decimalText(d.ratio),
            district_code: d.district_code,
            inspectors: d.inspectors,
            pool: d.lots.length,
            ...progressOf(d),
          }),
        },
        options,
      )
    },
  })
}

export function addShow(front: Front, noun: Command, json: RecordJson): void {
  addVerb(front, noun, {
    usage: 'show <inspection>',
    examples: ['inspection show 春雷抽查', 'inspection show 1 --json'],
    options: outputOptions(front.m),
    run: async (shell, [which = ''], options) => {
      const { showInspection } = await import('../../work/inspection/show-inspection.ts')
      const found = showInspection(shell.desk(), which)
      if ('draw' in found) {
        const data = { ...drawJson(found.draw), pool: found.draw.lots.map(lotJson) }
        const lines = [...drawLines(shell.m, found.draw), '', shell.m.words.said.drawRule]
        await shell.show(data, lines, options)
        return
      }
      const { record, items, source, history } = found
      const { labels, said } = shell.m.words
      const result = (item: (typeof items)[number]) => {
        const column = inspectionKind.columns.find(c => c.key === item.id)!
        const text = writtenAs(column, item.result)
        return text === null ? labels.none : worded(shell.m, column, text)
      }
      const breach = ({ result, breach }: (typeof items)[number]) =>
        result === 'fail' && breach !== null ? said.itemBreach(breach) : ''
      const lines = [
        ...fieldLines(shell, inspectionKind, record, inspectionItems),
        '',
        ...items.map(item => `  ${item.id}　${result(item)}　${item.name}（${item.basis}）${breach(item)}`),
        '',
        ...pastLines(shell, inspectionKind, found),
      ]
      await shell.show({ ...json(record), items, source, history }, lines, options)
    },
  })
}

/** Reads `left=right`, given as often as needed. */
function paired(option: string, allowed: string) {
  return (value: string, before: [string, string][] = []): [string, string][] => {
    const at = value.indexOf('=')
    const [left, right] = [value.slice(0, at).trim(), value.slice(at + 1).trim()]
    if (at > 0 && left !== '' && right !== '') return [...before, [left, right]]
    throw new Refusal('CX6002', { value, option, allowed })
  }
}

function pairsOf(options: Options, name: string): [string, string][] {
  return (options[name] as [string, string][] | undefined) ?? []
}

function drawRatio(micro: number): string {
  return `${ratioText({ n: BigInt(micro), d: 10_000n }, 0, 4)}%`
}

const lotJson = (lot: DrawView['lots'][number]) => ({
  position: lot.position,
  uscc: lot.uscc,
  name: lot.name,
  code: lot.code,
  district_code: lot.district_code,
  district: lot.district,
  lot: lot.lot,
  officers: lot.officers,
})

/** Of those drawn, who was inspected and who had items that failed. */
function progressOf({ lots }: DrawView): { drawn: number; inspected: number; failed: number } {
  const drawn = lots.filter(lot => lot.officers !== null)
  const inspected = drawn.filter(lot => lot.seen !== null)
  const failed = inspected.filter(lot => (lot.seen!.failed ?? 0) > 0)
  return { drawn: drawn.length, inspected: inspected.length, failed: failed.length }
}

function drawJson(d: DrawView): Record<string, unknown> {
  return {
    name: d.name,
    drawn_on: d.drawn_on,
    seed: d.seed,
    ratio: decimalText(d.ratio),
    district_code: d.district_code,
    inspectors: d.inspectors,
    districts: d.districts,
    progress: progressOf(d),
    drawn: d.lots
      .filter(lot => lot.officers !== null)
      .map(lot => ({
        ...lotJson(lot),
        inspected_on: lot.seen?.inspected_on ?? null,
        failed: lot.seen?.failed ?? null,
      })),
    excluded: d.excluded,
    avoided: d.avoided,
  }
}

function drawLines(m: Messages, d: DrawView): string[] {
  const { said, value } = m.words
  const state = (reason: string) => value.licenseStatus[reason as keyof typeof value.licenseStatus] ?? reason
  return [
    said.drawHead({ ...d, ratio: drawRatio(d.ratio) }),
    said.drawInspectors(d.inspectors.join('、')),
    said.drawProgress(progressOf(d)),
    ...d.districts.flatMap(district => [
      said.drawDistrict(district),
      ...d.lots
        .filter(lot => lot.district_code === district.district_code && lot.officers !== null)
        .map(lot => drawnLine(said, lot)),
    ]),
    ...d.excluded.map(e =>
      said.drawExcluded({ name: e.name, reason: e.by_hand ? e.reason : state(e.reason) }),
    ),
    ...d.avoided.map(said.drawAvoided),
  ]
}

/** Of a lot's digits that tell it from the others. */
const LOT_SHOWN = 12

function drawnLine(
  said: Messages['words']['said'],
  { officers, lot, seen, ...rest }: DrawView['lots'][number],
): string {
  return said.drawLot({
    ...rest,
    officers: officers!.join('、'),
    lot: lot.slice(0, LOT_SHOWN),
    seen: said.drawSeen(seen?.inspected_on ?? null, seen?.failed ?? null),
  })
}
