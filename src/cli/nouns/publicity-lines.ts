// One publicity as JSON, and the lines that show it.
import type { CaseState } from '../../domain/publicity/case.ts'
import type { ListedPublicity, ShownPublicity } from '../../work/publicity/read.ts'
import { partyJson } from '../party-columns.ts'
import type { Shell } from '../shell.ts'
import { objectionJson } from './publicity-objections.ts'

export function shownLines({ m }: Shell, p: ShownPublicity, personal: boolean): string[] {
  const { said, labels } = m.words
  const { id, title, kind, state, counted, channel, phones, cases, objections, blocks } = p
  const of = (wanted: CaseState) => cases.filter(c => c.state === wanted).length
  const counts = (['published', 'objected', 'cleared', 'removed', 'dropped'] as const)
    .map(s => ({ state: s, count: of(s) }))
    .filter(c => c.count > 0)
  const ended = { on: p.closed_on ?? p.withdrawn_on, reason: p.withdrawn_reason }
  return [
    said.publicityHead({ id, title, kind }),
    said.publicityStateLine({ state, left: p.days_left, ...ended }),
    said.publicityDays({
      ...{ first: p.first_day, last: p.last_day, days: p.working_days, countFirst: p.count_first_day },
      counted,
    }),
    ...(channel === null ? [] : [said.publicityChannel(channel)]),
    said.publicityPhones(phones),
    ...(cases.length === 0 ? [] : [said.publicityCases(counts)]),
    ...cases.map(
      c =>
        `  ${[c.district, c.party.name, said.caseState[c.state]].filter(text => text !== null).join('  ')}`,
    ),
    ...(objections.length === 0 ? [] : [said.objectionHead]),
    ...objections.flatMap(o => [
      `  ${said.objectionLine({
        ...{ id: o.id, on: o.raised_on, subject: o.party?.name ?? null, content: o.content },
        ...{ late: o.late_reason, by: o.reply_by },
        state: o.outcome === null ? said.objectionState[o.state]! : said.objectionOutcome[o.outcome]!,
      })}`,
      ...(personal
        ? [
            `    ${said.submitterLine({ submitter: o.submitter ?? labels.none, contact: o.contact ?? labels.none })}`,
          ]
        : []),
      ...(o.reply === null
        ? []
        : [
            `    ${said.replyLine({ reply: o.reply, by: o.resolved_by!, on: o.replied_on!, late: o.replied_on! > o.reply_by })}`,
          ]),
    ]),
    ...(state !== 'open' && state !== 'over'
      ? []
      : [
          ...(blocks.running ? [said.blockedByDays(p.last_day)] : []),
          ...(blocks.objections.length > 0 ? [said.blockedByObjections(blocks.objections)] : []),
        ]),
  ]
}

export function headJson(p: ListedPublicity | ShownPublicity): Record<string, unknown> {
  return {
    ...{ id: p.id, kind: p.kind, title: p.title, scheme: p.scheme_id, evaluation: p.evaluation_id },
    ...{ district_code: p.district_code, first_day: p.first_day, last_day: p.last_day },
    ...{ working_days: p.working_days, count_first_day: p.count_first_day, channel: p.channel },
    ...{ phones: p.phones, state: p.state, closed_on: p.closed_on },
    ...{ withdrawn_on: p.withdrawn_on, withdrawn_reason: p.withdrawn_reason },
  }
}

export function publicityJson(p: ShownPublicity, personal: boolean): Record<string, unknown> {
  return {
    ...headJson(p),
    ...{ counted: p.counted, days_left: p.days_left, blocking: p.blocks },
    cases: p.cases.map(({ party, state, removed_on }) => ({ ...partyJson(party), state, removed_on })),
    objections: p.objections.map(o => objectionJson(o, personal)),
  }
}
