// 投诉办理和意见答复的说法。
import type { ProblemTextsOf } from '../problem-texts.ts'

export const column = {
  answered_on: '首次答复',
  same_day: '当日首次答复%',
  limit_on: '办结时限',
  limit: '时限来源',
  duplicate_of: '重复于',
  window_kind: '办理窗口',
  closing_target: '目标%',
  met: '达标',
  complainant: '投诉人',
  contact: '联系方式',
}

export const help = {
  'complaint answer': '登记首次答复（收到当日先有回音）',
  'complaint extend': '延长办结时限，写明理由；不写天数的延长 30 个工作日',
  'complaint link': '把重复的投诉并入原件，只计一次',
  'opinion reply': '答复意见建议',
  'complaint link --to': '原件的投诉编号',
  'complaint link --remove': '取消并入',
  'complaint rates --by': '按推荐范围（district）或办理窗口（window）',
  '--include-personal': '连同姓名和联系方式；须写理由，记入日志',
}

/** 要核查的荣誉和名单。 */
interface Honor {
  title: string
  holder: string
  plate_no: string | null
  granted_on: string
}
interface Listing {
  list: 'red' | 'black'
  person: string | null
  basis: string
  listed_on: string
  until: string | null
}

export const said = {
  noWindow: '未注明',
  stepped: {
    answer: (no: string) => `已登记 ${no} 的首次答复`,
    accept: (no: string) => `已受理 ${no}`,
    extend: (no: string) => `已延长 ${no} 的办结时限`,
    close: (no: string) => `已办结 ${no}`,
    reopen: (no: string) => `已重开 ${no}`,
  },
  linked: (no: string, to: string) => `${no} 已并入 ${to}，只计一次`,
  unlinked: (no: string) => `${no} 不再并入，单独计数`,
  replied: (no: string) => `已答复 ${no}`,
  notStepped: (no: string) => `${no} 没有改动`,
  touched: (h: Honor) =>
    `请核查是否应撤销：${h.holder}“${h.title}”（${h.granted_on} 授予${h.plate_no === null ? '' : `，标牌 ${h.plate_no}`}），见 chengxin title review；程序不自动撤销`,
  touchedListing: (l: Listing) =>
    `请核查名单：${l.list === 'red' ? '红名单' : '黑名单'}${l.person === null ? '' : `（${l.person}）`}，${l.listed_on} 列入${l.until === null ? '' : `，期至 ${l.until}`}，依据 ${l.basis}；程序不自动改动`,
  limit: { stated: '写明', default: '默认', unknown: '算不出' },
  limitOn: (day: string, source: string) => `办结时限：${day}（${source}）`,
  duplicates: (numbers: string[]) => `重复件：${numbers.join('、')}`,
  reopened: (times: number) => `重开次数：${times}`,
  met: (met: boolean): string => (met ? '是' : '否'),
}

export const problems: ProblemTextsOf<'CX110'> = {
  CX1100: p => ({
    what: {
      answered: `${p.value} 已于 ${p.by} 首次答复`,
      duplicate: `${p.value} 已并入 ${p.by}`,
      single: `${p.value} 没有并入别的投诉`,
      replied: `${p.value} 已于 ${p.by} 答复`,
    }[p.state],
    fix: {
      answered: '答复日期写错时，导入改正后的台账',
      duplicate: `在 ${p.by} 上办理；并错的先用 complaint link ${p.value} --remove 取消`,
      single: '不用取消；要并入时用 --to 写明原件',
      replied: '答复写错时，导入改正后的台账',
    }[p.state],
  }),
  CX1101: p => ({ what: `${p.value} 不能并入它自己`, fix: '改成原件的编号' }),
  CX1102: p => ({
    what: `${p.value} 本身是重复件，原件是 ${p.original}`,
    fix: `并入原件 ${p.original}`,
  }),
  CX1103: p => ({
    what: `${p.value} 投诉的不是同一个对象，而是${p.holder}`,
    fix: '同一机构或主体的投诉才能并入；核对编号',
  }),
  CX1104: p => ({
    what: `${p.value} 有重复件 ${p.duplicates}，不能再并入别的投诉`,
    fix: '先把它的重复件改并到新的原件',
  }),
  CX1105: p => ({
    what: `没有编号为 ${p.value} 的原件`,
    why: '并入的投诉不单独计数，原件不在案就会漏计',
    fix: '核对编号；原件的那一行有问题的先改正，或把原件放进同一文件、先导入',
  }),
  CX1106: p => ({ what: `新时限 ${p.value} 不晚于现在的 ${p.due}`, fix: '写一个更晚的日期' }),
  CX1107: p => ({
    what: `从 ${p.value} 起的工作日数不到：没有 ${p.year} 年的工作日历`,
    fix: '用 --due-on 写明日期，或用 chengxin calendar import 导入该年的放假通知后再算',
  }),
  CX1108: p => ({
    what: `另有 ${p.cases} 件的办结时限算不出，不计在内`,
    why: '没有写明时限，而相应年份的工作日历没有收录',
    fix: '补填办结时限，或用 chengxin calendar import 导入该年的放假通知',
  }),
}
