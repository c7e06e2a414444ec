// The summary of the integrity month (诚信服务月活动情况总结; BJ 三(四), 四(四): due 5 November): prose with the figures
// of the registers in the order of the notice, a table of jurisdictions, and blanks for what only a person can write.
import type { Figure, Heads, MonthFigures } from '../../domain/campaign/summary.ts'
import type { PaperContent } from '../../domain/papers/templates.ts'
import { table } from '../../formats/html-paper.ts'
import { zhCN } from '../../messages/zh-CN/index.ts'
import type { Reader } from '../../store/open.ts'
import { getSetting } from '../../store/reference.ts'
import type { CampaignSummary } from '../campaign/summary.ts'
import { ask, type Desk } from '../desk.ts'
import { schemeById } from '../evaluation/which.ts'
import { type MonthSummary, type MonthWanted, monthFiguresIn } from '../report/month-figures.ts'
import { countText, NONE, rateText } from '../report/rate-text.ts'
import {
  asLetter,
  chineseDay,
  footerNote,
  htmlPaper,
  type Paper,
  type Stationery,
  sentence,
  stationeryOf,
  wordPaper,
} from './paper.ts'
import { addressee, numbered, type Section, summaryPage, TO_WRITE, tallyText } from './summary-paper.ts'

type Content = PaperContent<'month-summary'>
type Row = Content['rows'][number]

const HEADERS: Readonly<Record<keyof Row, string>> = {
  district: '推荐范围',
  agencies: '机构数',
  pacts: '张贴公约',
  inspected: '检查机构',
  failed: '有不合格项',
  systems_missing: '制度未建立（项）',
  systems_rebuilt: '其中已补建',
  signed: '机构已签承诺书',
  received: '投诉举报（件）',
  sanctions: '惩戒（件）',
}
const TABLE = '诚信服务月活动情况表'

export function monthSummaryPaper(desk: Desk, wanted: MonthWanted, format: 'docx' | 'html'): Paper {
  return ask(desk, reader => {
    const month = monthFiguresIn(desk, reader, wanted)
    const stationery = stationeryOf(desk, reader)
    const content = contentOf(desk, reader, stationery, month)
    const name = ['诚信服务月总结', month.whole.campaign.name, month.whole.district ?? '']
    const parts = name.filter(part => part !== '')
    if (format === 'docx') return wordPaper(stationery, 'month-summary', parts, () => content, asLetter)
    return htmlPaper<'month-summary'>(
      stationery,
      parts,
      () => content,
      paper => summaryPage(paper, [table(HEADERS, paper.rows, TABLE)]),
    )
  })
}

function contentOf(
  desk: Desk,
  reader: Reader,
  stationery: Stationery,
  { whole, districts, district_code }: MonthSummary,
): Content {
  const scheme = schemeById(reader, getSetting(reader, 'scheme')!)
  const { campaign, district } = whole
  const days = `${chineseDay(campaign.starts_on)}至${chineseDay(campaign.ends_on)}`
  return {
    title: `${district ?? ''}${campaign.name}活动情况总结`,
    to: addressee(scheme, 'month_summary'),
    opening: `按照《${scheme.notice}》的部署，${district ?? '全市'}于${days}开展了诚信服务月活动。截至${chineseDay(desk.today)}，有关情况如下：`,
    sections: numbered(sectionsOf(whole)),
    rows: [
      ...(district_code === null ? districts.map(d => rowOf(d.district!, d)) : []),
      rowOf(district ?? '合计', whole),
    ],
    notes: [
      `机构数为${chineseDay(campaign.ends_on < desk.today ? campaign.ends_on : desk.today)}许可证有效的机构和无证的公共机构；检查、签署都只计其中的机构，一家只计一次。“${NONE}”表示没有登记，不是零。`,
    ],
    footer_note: footerNote(stationery, 'month-summary', scheme, district_code),
  }
}

function sectionsOf({ figures: f, outstanding, campaign, district }: CampaignSummary): Section[] {
  const activity = (kind: string) => f.activities.filter(a => a.kind === kind).map(activityText)
  const others = f.activities.filter(a => a.kind !== '培训' && a.kind !== '宣传').map(activityText)
  return [
    { title: '张贴自律公约', lines: [pactLine(f.pacts)] },
    { title: '诚信服务大检查和制度补建', lines: inspectionLines(f, campaign.rebuild_by) },
    {
      title: '诚信创建活动',
      lines: [
        ...(outstanding.length === 0
          ? ['没有登记表现突出的机构。']
          : [`表现突出的机构${outstanding.length}家：`]),
        ...outstanding.map(o => sentence(`${o.agency_name}${o.reason === null ? '' : `：${o.reason}`}`)),
        ...others,
        `“争创诚信服务窗口”“争当诚信服务标兵”等活动的做法：${TO_WRITE}`,
      ],
    },
    { title: '“诚信兴业”主题培训', lines: activity('培训') },
    {
      title: '“诚信一路同行，争创服务品牌”主题宣传',
      lines: [...activity('宣传'), `经验交流会和媒体宣传：${TO_WRITE}`],
    },
    { title: '签署诚信承诺书', lines: commitmentLines(f) },
    {
      title: '投诉举报和惩戒',
      lines: [
        `活动期间收到投诉举报${f.complaints.received.count}件，办结${f.complaints.closed.count}件。`,
        `作出惩戒${sum(f.sanctions)}件${listed(tallyText(f.sanctions, '件'))}。`,
      ],
    },
    // Tasks of the city say nothing of a district.
    ...(district !== null && f.tasks.done.count + f.tasks.open.count === 0
      ? []
      : [
          {
            title: '各项任务完成情况',
            lines: [
              `活动任务完成${f.tasks.done.count}项，未完成${f.tasks.open.count}项，其中超期${f.tasks.overdue.count}项。`,
            ],
          },
        ]),
    {
      title: '经验、问题和建议',
      lines: [`典型经验：${TO_WRITE}`, `存在的问题：${TO_WRITE}`, `意见和建议：${TO_WRITE}`],
    },
  ]
}

const { systemName } = zhCN.words.said

function inspectionLines({ inspections: i, systems }: MonthFigures, by: string): string[] {
  const known = systems.filter(s => s.missing.count > 0)
  const noneMissing = isFound(systems) ? '没有登记尚未建立的服务制度。' : '没有登记服务制度的建立情况。'
  return [
    i.visits.count === 0
      ? '活动期间没有登记检查。'
      : `活动期间检查${i.visits.count}次，${shareText('检查', i.agencies)}覆盖率${rateOf(i.agencies)}。检查的机构中有不合格项的${i.failed.count}家。`,
    ...(known.length === 0 ? [noneMissing] : [`对未建立制度的机构，要求在${chineseDay(by)}前补建：`]),
    ...known.map(
      s =>
        `${systemName[s.system] ?? s.system}未建立的${s.missing.count}家，已补建${s.rebuilt.count}家，超期未补建${s.overdue.count}家。`,
    ),
  ]
}

function commitmentLines({ commitments: c }: MonthFigures): string[] {
  return [
    `活动期间签署承诺书的机构${c.agencies.count}家，${staffText('', c.staff)}。`,
    `至今共有机构${c.agencies_to_date.of}家，已签署${c.agencies_to_date.count}家，签署率${rateOf(c.agencies_to_date)}；${staffText('已签署', c.staff_to_date)}。`,
  ]
}

function staffText(what: string, { count, heads, unknown }: Heads): string {
  if (count === 0) return '没有登记从业人员签署'
  if (unknown === count) return `从业人员${what}人数没有登记`
  return `从业人员${what}${heads}人${unknown > 0 ? `（另有${unknown}家没有人数）` : ''}`
}

function activityText({ kind, count, heads, unknown }: Heads & { kind: string }): string {
  if (count === 0) return `没有登记${kind}活动。`
  const joined =
    unknown === count
      ? '参加人数没有登记'
      : `参加${heads}人次${unknown > 0 ? `（另有${unknown}次没有人数）` : ''}`
  return `开展${kind}活动${count}次，${joined}。`
}

/** What nobody wrote down is not known to be none. */
function pactLine(pacts: Figure): string {
  if (pacts.count === 0) return `共有机构${pacts.of}家，没有登记张贴自律公约的情况，张贴率${NONE}。`
  return `${shareText('张贴自律公约', pacts)}张贴率${rateOf(pacts)}。`
}

/** Whether anything is on file of the service systems. */
function isFound(systems: MonthFigures['systems']): boolean {
  return systems.some(({ found }) => found.count > 0)
}

function shareText(what: string, { count, of }: Figure): string {
  return `机构${of}家中，已${what}的${count}家，`
}

function rateOf({ count, of }: Figure): string {
  return rateText(count, of ?? 0)
}

function listed(text: string | null): string {
  return text === null ? '' : `，其中${text}`
}

function sum(figures: readonly Figure[]): number {
  return figures.reduce((all, { count }) => all + count, 0)
}

function rowOf(district: string, { figures: f }: CampaignSummary): Row {
  const visited = f.inspections.visits.count > 0
  const found = isFound(f.systems)
  const told = (known: boolean, count: number) => countText(known ? count : null)
  return {
    district,
    agencies: String(f.pacts.of),
    pacts: told(f.pacts.count > 0, f.pacts.count),
    inspected: told(visited, f.inspections.agencies.count),
    failed: told(visited, f.inspections.failed.count),
    systems_missing: told(found, sum(f.systems.map(s => s.missing))),
    systems_rebuilt: told(found, sum(f.systems.map(s => s.rebuilt))),
    signed: String(f.commitments.agencies_to_date.count),
    received: String(f.complaints.received.count),
    sanctions: String(sum(f.sanctions)),
  }
}
