// 中文说法的汇总：规则结论和推荐理由的句子在此。
import type { CandidateReason, FailedGate, Settled } from '../../domain/nomination/reason.ts'
import type { Reason } from '../../domain/score/outcome.ts'
import type { Messages } from '../messages.ts'
import { problems } from './problems.ts'
import { words } from './words.ts'

const { fact, fact_value: factValue } = words.value

function reason(r: Reason): string {
  switch (r.is) {
    case 'flag':
      return `${fact[r.fact] ?? r.fact}为“${factValue[r.value] ?? r.value}”`
    case 'unlicensed_public':
      return '公共机构不持许可证，不适用，视为满足'
    case 'no_uscc':
      return '没有信用代码，不适用，视为满足'
    case 'annual':
      return `${r.year} 年度${factValue[r.result] ?? r.result}`
    case 'annual_missing':
      return `没有 ${r.year} 年度以来的年检结论`
    case 'tenure':
      return `自 ${r.start} 起从业，${r.completed} 届满`
    case 'missing':
      return `没有“${fact[r.fact] ?? r.fact}”的记录`
    case 'count':
      return r.found === 0 ? '台账中没有' : `${r.found} 件`
    case 'reported_late':
      return r.found === 0
        ? `变更均在 ${r.days} 日内报告，或期限未满`
        : `${r.found} 件变更未在 ${r.days} 日内报告`
    case 'ratio':
      return `${r.percent}%，要求不低于 ${r.least}%`
    case 'no_cases':
      return '期内没有应办结的'
    case 'number':
      return `${fact[r.fact] ?? r.fact} ${r.year} 年为 ${r.value} ${r.unit}，要求不低于 ${r.least} ${r.unit}`
    case 'growth':
      return (
        `${fact[r.fact] ?? r.fact} ${r.year} 年 ${r.value} ${r.unit}，上年 ${r.before} ${r.unit}` +
        `${r.percent === null ? '' : `，为上年的 ${r.percent}%`}，要求不低于上年的 ${r.least}%`
      )
    case 'not_agency':
      return '不是名录中的机构，不适用'
    case 'figure':
      return `${r.name}（${r.period}）为 ${r.value}${r.unit ?? ''}，要求 ${r.limit}${r.unit ?? ''}`
    case 'figure_unit':
      return `${r.name}的单位应为“${r.wanted}”，台账为“${r.unit}”`
    case 'figures':
      return r.failed.length === 0
        ? `${r.name}：${r.periods.join('、')} 均符合`
        : `${r.name}：${r.failed.join('、')} 不符合`
    case 'quarters':
      return `${r.counts.map(c => `${c.quarter} ${c.found} 次`).join('，')}；每季应不少于 ${r.limit} 次`
    case 'no_quarter':
      return '本年尚无期满的季度'
    case 'deducted':
      return r.found === 0 ? '没有应扣分的记录' : `${r.found} 件，扣 ${r.points} 分`
    case 'graded':
      return `${r.name}（${r.period}）为 ${r.value}${r.unit ?? ''}，得 ${r.points} 分`
    case 'metric_missing':
      return `没有 ${r.years.join('、')} 年的${fact[r.fact] ?? r.fact}`
    case 'items':
      return r.failed.length === 0 ? `${r.date} 检查合格` : `${r.date} 检查不合格项 ${r.failed.join('、')}`
    case 'items_not_applicable':
      return `${r.date} 检查各项均不适用`
    case 'items_blank':
      return `${r.date} 检查未填 ${r.items.join('、')}`
    case 'looked_at':
      return `查过 ${r.times} 次，均符合`
    case 'not_inspected':
      return '期内没有检查记录'
    case 'not_finalized':
      return '评估尚未审定'
    case 'no_total':
      return '缺评分或佐证，总分未定'
    case 'below':
      return `总分 ${r.total}，要求不低于 ${r.least}`
    case 'not_passed':
      return r.decision === null ? '尚未认定' : '认定为不符合'
    case 'no_title':
      return `没有有效的称号：${r.titles.join('、')}`
    case 'title_held':
      return `${r.on} 起已持有“${r.title}”`
    case 'title_revoked':
      return `“${r.title}”于 ${r.on} 被撤销`
    default: {
      const never: never = r
      return never
    }
  }
}

function candidate(r: CandidateReason, rated = true): string {
  const despite = r.despite === undefined ? '' : `；${failed(r.despite)}，条件已停用`
  return `${decided(r, rated)}${despite}`
}

function decided(r: CandidateReason, rated: boolean): string {
  switch (r.is) {
    case 'nominated': {
      const settled = r.settled ? `，并列${settling(r.settled)}` : ''
      const shared = r.shared ? '并列' : ''
      return `${rated ? '总分等排序' : '排序'}${shared}第 ${r.rank}，入选${shared}第 ${r.place} 位，名额 ${r.places} 个${settled}`
    }
    case 'full':
      return r.line === null
        ? `名额 ${r.places} 个`
        : `名额 ${r.places} 个已满，入选最低分 ${r.line}${r.key === undefined ? '' : `，总分相同，“${words.value.ranking[r.key]}”在后`}`
    case 'share':
      return `经营性应不少于 ${r.required} 家，名额让与经营性机构（入选最低分 ${r.line ?? '—'}）`
    case 'tied':
      return `与${r.with.join('、')}${r.others > r.with.length ? `等 ${r.others} 家` : ''}排序完全相同，竞争 ${r.open} 个名额，待定`
    case 'settled':
      return `与入选者排序完全相同，并列${settling(r.by)}`
    case 'short':
      return `符合条件的经营性机构只有 ${r.for_profit} 家，按比例只能推荐 ${r.size} 家（名额 ${r.places} 个）`
    case 'by_hand':
      if (r.objection !== undefined)
        return `公示异议成立（第 ${r.objection} 号异议）：${r.reason}（${r.signer}，${r.on}）`
      return `人工${r.how === 'add' ? '增列' : '撤下'}：${r.reason}（${r.signer}，${r.on}）`
    case 'gates':
      return failed(r.gates)
    case 'no_district':
      return '没有填推荐范围，名额按推荐范围分配'
    default: {
      const never: never = r
      return never
    }
  }
}

function settling({ method, reason: why, signer, on }: Settled): string {
  return `${words.said.tieMethod[method]}决定：${why}（${signer}，${on}）`
}

/** Whose condition it is: the document's clause, or ours. */
function clauseOf(clause: string): string {
  return clause === 'default' ? words.labels.ours : clause
}

function failed(gates: readonly FailedGate[]): string {
  return gates
    .map(
      g =>
        `${g.name === null ? '' : `不满足“${g.name}”（${clauseOf(g.clause)}）：`}${reason(g.reason)}${g.records.length > 0 ? `（${g.records.join('、')}）` : ''}`,
    )
    .join('；')
}

export const zhCN: Messages = { problems, reason, candidate, words }
