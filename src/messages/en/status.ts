// status: sentences on how far the year has come.
import type * as zh from '../zh-CN/status.ts'
import { many } from './count.ts'
import { value } from './terms.ts'

export const said: typeof zh.said = {
  evaluationState: e =>
    `Evaluation of ${e.year} (as of ${e.as_of}, ${value.evaluationStatus[e.status]}${e.version > 1 ? `, version ${e.version}` : ''}): ${many(e.sheets, 'score sheet')}` +
    (e.run
      ? `, total known for ${e.complete}, unknown for ${e.incomplete}${e.stale ? ', data changed since it was run' : ''}${e.partial_reason === null ? '' : `, finalized with gaps because: ${e.partial_reason}`}`
      : ', not run'),
  nominationState: n =>
    `Nominations: ${n.nominated} (${many(n.places, 'place')}), ${n.for_profit} for-profit${n.tied > 0 ? `, ${n.tied} tied` : ''}${n.outdated > 0 ? `, ${n.outdated} no longer fit the records: propose again` : ''}${n.without_papers > 0 ? `, ${n.without_papers} without all papers` : ''}`,
  publicityTally: p =>
    `Publicity: ${p.published} of ${many(p.districts, 'district')} published${[
      ...(p.unpublished > 0 ? [`${many(p.unpublished, 'nominee')} not published`] : []),
      ...(p.running > 0 ? [`${p.running} running`] : []),
      ...(p.over > 0 ? [`${p.over} over and not closed`] : []),
      ...(p.closed > 0 ? [`${p.closed} closed`] : []),
      ...(p.objections > 0 ? [`${many(p.objections, 'objection')} undecided`] : []),
    ]
      .map(part => `, ${part}`)
      .join('')}`,
  publicityLate: count =>
    `${many(count, 'publicity', 'publicities')} cannot be closed in time (chengxin report deadlines)`,
  titleState: t =>
    `Titles: ${t.granted} granted in this round, ${t.in_force} in force${t.touched > 0 ? `, ${t.touched} to be looked at (chengxin title review)` : ''}`,
  inspectionState: i =>
    `Spring Thunder inspection (by ${i.due_on}): ${i.inspected} of ${i.to_inspect} inspected${
      i.inspected === i.to_inspect
        ? ''
        : i.days_left < 0
          ? `, ${many(-i.days_left, 'day')} late`
          : `, ${many(i.days_left, 'day')} left`
    }`,
  pressing: p => `${p.noun}: ${p.count} to see to (chengxin ${p.list})`,
  deadline: d =>
    `By ${d.due_on} (that day included) to ${d.to}: ${d.name} (${d.clause})${
      d.completed_on !== null
        ? `, complete on ${d.completed_on}${d.completed_on > d.due_on ? ', after the day' : ''}`
        : d.days_left < 0
          ? `, ${many(-d.days_left, 'day')} overdue`
          : d.days_left === 0
            ? ', today'
            : `, ${many(d.days_left, 'day')} left`
    }`,
}
