// 工作日历和各期限的倒排的用词。
import type { DeadlineMark, OpeningPlan, OwedWhat } from '../../domain/calendar/deadlines.ts'
import type { ProblemTextsOf } from '../problem-texts.ts'

const MARKS: Record<DeadlineMark, string> = {
  ahead: '',
  'T-7': 'T-7',
  'T-1': 'T-1',
  today: '今天',
  late: '逾期',
  done: '已完成',
}

interface DeadlineView {
  mark: DeadlineMark
  days_left: number
  of_district: boolean
  clause: string
  by_default: boolean
}

/** 标记和确切的天数。 */
function markText({
  mark,
  days_left: days,
  of_district,
}: Pick<DeadlineView, 'mark' | 'days_left' | 'of_district'>) {
  const own = of_district ? '（本区）' : ''
  if (mark === 'done' || mark === 'today') return `${MARKS[mark]}${own}`
  if (mark === 'late') return `${MARKS[mark]} ${-days} 天${own}`
  return `${mark === 'ahead' ? '' : `${MARKS[mark]} `}还有 ${days} 天${own}`
}

const basis = ({ clause, by_default }: Pick<DeadlineView, 'clause' | 'by_default'>) =>
  by_default ? `本程序默认，参照${clause}` : clause

type Special = { kind: 'off' | 'work'; name: string } | null

const KINDS = { off: '放假', work: '上班' }
const special = (day: Special) => (day === null ? '通知没有列出' : `${KINDS[day.kind]}（${day.name}）`)

interface OwedView {
  count: number | null
  until: string | null
  in_time: boolean | null
}

export const column = {
  holiday: '节日',
  working_days: '工作日数',
  days_off: '放假',
  make_up_days: '调休上班',
  notice: '通知',
  due: '期限',
  mark: '情形',
  deadline: '事项',
  open_counted: '公示最迟开始（首日计入）',
  open_not_counted: '公示最迟开始（首日不计）',
  owed: '尚欠',
}

export const help = {
  calendar: '工作日历：国务院办公厅历年放假通知',
  'calendar show': '列出收录了哪些年份，或一年的放假和调休上班',
  'calendar import': '导入一年或几年的放假通知；一份通知要么整份导入，要么不导入',
  'calendar add': '从某日起数若干个工作日；不需要数据库',
  'calendar between': '两日之间的工作日数，首尾都计；不需要数据库',
  report: '报告',
  'report deadlines': '各期限的倒排：公示最迟哪天开始，各推荐范围还欠什么；逾期的在前',
  'calendar import --notice': '通知的名称和文号',
  'calendar import --replace': '年份已经收录而日子不同的，以本文件为准，须写明 --reason',
  'calendar add --count-first-day': '首日也计入（默认不计）',
}

export const said = {
  calendarSource: { database: '按数据库里的工作日历', shipped: '没有数据库，按程序所带的工作日历' },
  shippedYear: '程序所带',
  calendarYear: (y: { year: number; working_days: number; notice: string | null }) =>
    `${y.year} 年：全年工作日 ${y.working_days} 天，${y.notice === null ? '程序所带' : `依据${y.notice}`}`,
  workingDaysCounted: (days: string[]) => `计入 ${days.length} 天：${days.join(' ')}`,
  yearBrought: {
    added: (y: { year: number; days_off: number; make_up_days: number }) =>
      `${y.year} 年：新收录，放假 ${y.days_off} 天，调休上班 ${y.make_up_days} 天`,
    replaced: (y: { year: number; changes: readonly unknown[] }) =>
      `${y.year} 年：与已收录的有 ${y.changes.length} 天不同`,
    unchanged: (y: { year: number }) => `${y.year} 年：与已收录的相同，没有改动`,
  },
  dayChange: (c: { day: string; before: Special; after: Special }) =>
    `${c.day}：${special(c.before)} → ${special(c.after)}`,
  calendarNotImported: '工作日历没有改动',
  calendarDry: '这是试算，没有写入',
  recounted: (p: { id: number; title: string; first_day: string; before: string; after: string }) =>
    `第 ${p.id} 号公示“${p.title}”（${p.first_day} 开始）重新计算：末日由 ${p.before} 改为 ${p.after}`,
  calendarAffects: (e: { evaluation: number; year: number }) =>
    `评估批次 ${e.evaluation}（${e.year} 年度）按原来的日历算过，请重新计算：chengxin evaluation run --evaluation ${e.evaluation}`,
  marked: (mark: DeadlineMark) => (MARKS[mark] === '' ? '' : `【${MARKS[mark]}】`),
  markText,
  basis,
  deadlineHead: (d: DeadlineView & { due_on: string; name: string }) =>
    `${d.due_on}  ${markText(d)}  ${d.name}（${basis(d)}）`,
  notTracked: '程序不记报送',
  yearMissing: (year: string) => `没有 ${year} 年的工作日历`,
  opening: (p: OpeningPlan & { opened: number; unpublished: number }) => {
    const { first_day_counted: counted, first_day_not_counted: not } = p.last_day_to_open
    if (counted === null || not === null)
      return `公示最迟哪天开始算不出：没有 ${p.missing_year} 年的工作日历（chengxin calendar import）`
    const left = p.count_first_day ? p.days_left.first_day_counted! : p.days_left.first_day_not_counted!
    const how =
      p.opened > 0
        ? `（已开始公示 ${p.opened} 次${p.unpublished > 0 ? `，还有 ${p.unpublished} 家没有公示` : ''}）`
        : left < 0
          ? `，已过 ${-left} 天`
          : left === 0
            ? '，就在今天'
            : `，还有 ${left} 天`
    return p.count_first_day
      ? `公示 ${p.working_days} 个工作日，最迟 ${counted} 开始${how}（首日不计的，最迟 ${not}）`
      : `公示 ${p.working_days} 个工作日，最迟 ${not} 开始${how}（首日计入的，最迟 ${counted}）`
  },
  owed: {
    evaluation_not_opened: () => '还没有建立评估批次',
    not_run: () => '评估还没有计算',
    run_again: () => '评估数据有变动，须重新计算',
    incomplete: o => `总分未定 ${o.count} 家`,
    not_finalized: () => '评估还没有审定',
    not_proposed: () => '还没有提出推荐名单',
    outdated: o => `推荐名单有 ${o.count} 家与现有数据不符`,
    ties_open: o => `${o.count} 家并列待定`,
    papers_missing: o => `${o.count} 家推荐对象的报送材料没有收齐`,
    publicity_not_opened: o => `${o.count} 家推荐对象还没有公示`,
    publicity_running: o => `公示中，到 ${o.until}${o.in_time === false ? '，期限内不能结束' : ''}`,
    publicity_not_closed: o => `公示已于 ${o.until} 期满，还没有结束`,
    objections_open: o => `${o.count} 件异议没有结论`,
    not_granted: o => `${o.count} 家还没有授予称号`,
    not_filed: o => `${o.count} 家还没有备案表`,
    not_handed_in: () => '还没有记下报送（chengxin submission send）',
    not_inspected: o => `还有 ${o.count} 家没有检查`,
  } as Record<OwedWhat, (o: OwedView) => string>,
}

export const problems: ProblemTextsOf<'CX132'> = {
  CX1320: p => ({
    what: `没有收录 ${p.years} 年的工作日历，工作日数不出来`,
    why: '没有收录国务院办公厅该年放假通知的，不按周末推定',
    fix: '用 chengxin calendar import 导入该年的放假通知；收录了哪些年份见 chengxin calendar show',
  }),
  CX1321: p => ({
    what: `${p.value} 本来就是上班的工作日，不是调休`,
    why: '调休上班只在周末；多半是日期写错',
    fix: '对照通知改正日期，或删去这一行',
  }),
  CX1322: p => ({
    what: `同一行既写${KINDS[p.value as 'off' | 'work']}又写${KINDS[p.other as 'off' | 'work']}`,
    fix: '对照通知改正其中一列',
  }),
  CX1323: p => ({
    what: `${p.year} 年的通知不全：没有列出 ${p.lacks} 放假`,
    why: '这几天每年都放假；12 月的日子属于下一年的通知，缺了的日子会被当成工作日',
    fix: `补全 ${p.year} 年的通知后再导入`,
  }),
  CX1324: p => ({
    what: `${p.years} 年已经收录，本文件有 ${p.changes} 天不同`,
    why: '换了日子，公示末日和办结时限会跟着变',
    fix: '核对无误后加 --replace 并用 --reason 写明理由；先看会改什么加 --dry-run',
  }),
  CX1325: p => ({
    what: `按这份日历，第 ${p.id} 号公示“${p.title}”的末日数不出来：没有 ${p.year} 年的工作日历`,
    why: '正在进行的公示必须有末日',
    fix: `把 ${p.year} 年的通知放进同一文件一起导入，或先导入它`,
  }),
}
