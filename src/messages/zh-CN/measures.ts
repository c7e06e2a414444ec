// 处罚、惩戒、名单、激励的说法。
import type { Behind, ListingProposal } from '../../domain/records/listing-proposals.ts'
import type { CarriedOutBy, MeasureNote } from '../../domain/records/measure-note.ts'
import type { ProblemTextsOf } from '../problem-texts.ts'

export const column = { proposal: '建议', until: '期限至' }

export const help = {
  'penalty revoke': '处罚决定被撤销：写明理由',
  'penalty review': '处罚进入复议或诉讼；--ended 为维持原决定',
  'penalty repair': '信用修复：不再公示，决定仍有效、仍计入评估',
  'sanction done': '整改完成',
  'listing propose': '按规则提出应列入、应移出的，不改动数据',
  'listing propose --as-of': '截止日，默认今天',
  'listing exit': '移出名单：期满、修复或撤销，写明理由',
  'incentive end': '提前终止激励或限制，写明理由',
  '--ended': '复议或诉讼已结束，决定维持',
  '--list': '只看红名单或黑名单',
}

const LIST = { red: '红名单', black: '黑名单' }
const CARRIED_OUT: Record<CarriedOutBy, (agency: string) => string> = {
  listing: agency => `chengxin listing add --agency ${agency} --list 黑名单 …`,
  honor: agency =>
    `chengxin title revoke ${agency} …（有几项的先用 chengxin honor list --agency ${agency} --state valid 查出）`,
  license: agency => `chengxin license cancel ${agency} …`,
}

export const said = {
  measured: {
    revoke: (label: string) => `${label} 已撤销`,
    review: (label: string) => `${label} 复议诉讼中，仍计入评估`,
    review_ended: (label: string) => `${label} 复议诉讼已结束，决定有效`,
    repair: (label: string) => `${label} 信用已修复，不再公示；决定仍有效，仍计入评估`,
    done: (label: string) => `${label} 整改完成`,
    exit: (label: string) => `${label} 已移出`,
    end: (label: string) => `${label} 已终止`,
    title_revoked: (label: string) => `已撤销 ${label}`,
    plate_returned: (label: string) => `标牌已收回：${label}`,
  },
  measureNote: (n: MeasureNote) => {
    switch (n.is) {
      case 'term':
        return `有效期至 ${n.until}：未写明，按本程序默认的 ${n.months} 个月`
      case 'task':
        return `待办：${n.title}（chengxin task list --state open）`
      case 'decided':
        return `只登记了“${n.kind}”的决定；执行：${CARRIED_OUT[n.by](n.agency)}`
      case 'rests':
        return `请核查：${{ listing: '名单记录', sanction: '惩戒' }[n.noun]} ${n.id}（${n.record}）以它为依据；程序不自动改动`
      case 'honored':
        return `请核查是否应撤销：${n.holder}“${n.title}”（${n.granted_on} 授予${n.plate_no === null ? '' : `，标牌 ${n.plate_no}`}），见 chengxin title review；程序不自动撤销`
    }
  },
  listingProposed: ({ action, list, listing_id }: ListingProposal) =>
    action === 'enter' ? `列入${LIST[list]}` : `移出${LIST[list]}（编号 ${listing_id}）`,
  listingGround: ({ is, ref, day }: Behind) =>
    ({
      complaint: `查实不诚信投诉 ${ref}（${day} 办结）`,
      penalty: `行政处罚 ${ref}（${day} 决定）`,
      evaluation: `评估批次 ${ref} 等级 A（截止日 ${day}），无不良记录`,
      entry: `有效期至 ${day}，已满`,
    })[is],
  noFinalized: '还没有审定的评估，不提红名单建议',
  toRun: (commands: string[]) =>
    ['同意的逐条执行（YYYY-MM-DD 填告知书送达日期）：', ...commands.map(c => `  chengxin ${c}`)].join('\n'),
}

const LACK = {
  unnamed: '列入黑名单没有写明依据的决定书文号或投诉编号',
  unknown: '没有编号为此的处罚、投诉、惩戒或荣誉',
  other_agency: '这个编号的记录属于另一家机构',
  not_in_force: '这条处罚在列入日没有生效或已撤销',
  not_verified: '这件投诉在列入日没有办结，或不是属实、部分属实',
  not_dishonest: '这件投诉没有认定涉不诚信',
  not_decided: '这项惩戒在列入日之后才决定',
}

export const problems: ProblemTextsOf<'CX115'> = {
  CX1150: p => {
    const on = p.on === null ? '' : `于 ${p.on} `
    return {
      what: {
        revoked: `${p.value} 已${on}撤销`,
        repaired: `${p.value} 已${on}修复信用`,
        under_review: `${p.value} 已经在复议诉讼中`,
        not_under_review: `${p.value} 不在复议诉讼中`,
        nothing_to_rectify: `${p.value} 没有整改期限，无须整改`,
        rectified: `${p.value} 已${on}整改完成`,
        exited: `${p.value} 已${on}移出`,
        running: `${p.value} 的期限到 ${p.on}，还没有满`,
        ended: `${p.value} 已${on}终止`,
        expired: `${p.value} 已${on}期满`,
        no_plate: `${p.value} 没有登记标牌编号`,
        in_force: `${p.value} 在 ${p.on} 称号有效，标牌不收回`,
        returned: `${p.value} 的标牌已${on}收回`,
      }[p.state],
      fix:
        p.state === 'running'
          ? '期满前移出用 --kind 修复 或 撤销'
          : p.state === 'in_force'
            ? '标牌在撤销（chengxin title revoke）或期满之后收回；已登记的日期有误的用 honor edit 更正'
            : p.state === 'nothing_to_rectify'
              ? '核对编号；整改写在另一条惩戒里的，用那一条的编号'
              : `核对编号；日期或状态登记错的用 ${p.noun} edit 更正`,
    }
  },
  CX1151: p => ({
    what:
      p.firstLine === undefined
        ? `${p.header} ${p.value} 已属于${p.holder}：${p.record}`
        : `${p.header} ${p.value} 与第 ${p.firstLine} 行相同`,
    why: '号码只给一次，收回的也不再用：文件和档案里写着它',
    fix: '核对原件，改正其中一条的号码',
  }),
  CX1152: p =>
    p.gap === 'pending'
      ? {
          what: `整改（${p.order}）期限未到、尚未完成，已作出“${p.value}”`,
          fix: '确属情节严重的可以保留；否则待整改期满再定',
        }
      : {
          what: `作出“${p.value}”，但台账里没有未按要求整改的，也没有情节严重的不良记录`,
          why: '未按要求整改或存在严重问题的，才暂缓通过年审或注销许可证（京人社市场发〔2013〕220号三(八)2）',
          fix: '先登记整改要求或严重事实，或核对措施',
        },
  CX1153: p => ({
    what: p.value === '' ? LACK[p.lack] : `${p.value}：${LACK[p.lack]}`,
    why: '列入名单要有生效的决定或查实的结论',
    fix: '用 --source-no 写明生效的处罚、查实的不诚信投诉或本机构的惩戒；先登记它',
  }),
  CX1154: p => ({
    what: `${p.value} 已在${LIST[p.list]}（${p.on} 列入，编号 ${p.id}）`,
    fix: `先移出：listing exit ${p.id}`,
  }),
  CX1155: p => ({
    what: `${p.value} 同时在${LIST[p.list]}（${p.on} 列入，编号 ${p.id}）`,
    fix: `核查是否应移出：listing exit ${p.id}`,
  }),
  CX1156: p => ({
    what: `${p.value} 列入黑名单，没有写责任人`,
    why: '追究到法定代表人、主要负责人、直接责任人（舟山三(五)）',
    fix: '加 --persons 姓名（职务）',
  }),
  CX1157: p => ({
    what: `${p.value} 列入不满 ${p.months} 个月就按修复移出`,
    why: `${p.months} 个月是本程序默认，${p.earliest} 起满`,
    fix: '核对日期和修复材料',
  }),
  CX1158: p => ({
    what: p.standing === 'listed' ? `机构在${p.what}上（${p.on} 列入）` : `正受“${p.what}”限制（${p.on} 起）`,
    fix: '核对是否应给予激励',
  }),
  CX1159: p => ({
    what: `${p.value} 整改超期 ${p.days} 天（期限 ${p.due}）`,
    fix: '已登记；逾期整改照样计为超期',
  }),
}
