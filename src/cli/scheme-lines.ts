// A scheme as its notice prints it, and as JSON.
import { pointsText } from '../domain/exact.ts'
import { metricAsked } from '../domain/scheme/facts.ts'
import type { Indicator, Scheme } from '../domain/scheme/scheme.ts'
import { indicatorsFor } from '../domain/score/score.ts'
import type { Messages } from '../messages/messages.ts'
import { clauseText, ruleJson, ruleSentence, typeName } from './scheme-rules.ts'
import type { ListColumn } from './shell.ts'
import { renderTable } from './table.ts'

/** Of one type of subject, or of all. */
export function indicatorsShown(scheme: Scheme, type: string | null): Indicator[] {
  return type === null ? scheme.indicators : indicatorsFor(scheme, type)
}

/** Types stand in a column only where they differ. */
export function indicatorColumns(
  m: Messages,
  scheme: Scheme,
  shown: readonly Indicator[],
): ListColumn<Indicator>[] {
  const { column, labels, said, value } = m.words
  const raters = new Map(scheme.raters.map(r => [r.kind, r.name]))
  const categories = new Map(scheme.categories.map(c => [c.number, c.name]))
  const stop = labels.listStop
  const all: (ListColumn<Indicator> & { shown: boolean })[] = [
    { title: column.number!, cell: i => i.number, align: 'right', shown: true },
    {
      title: said.schemePart.categories,
      cell: i => (i.category === null ? null : categories.get(i.category)!),
      shown: categories.size > 0,
    },
    { title: column.indicator!, cell: i => i.name, shown: true },
    {
      title: column.types!,
      cell: i => i.types.map(type => typeName(scheme, type)).join(stop),
      shown: new Set(shown.map(i => i.types.join())).size > 1,
    },
    {
      title: column.points!,
      cell: i =>
        [
          i.points === 0 ? said.condition : pointsText(i.points),
          ...(i.required && i.points > 0 ? [said.required] : []),
          ...(i.points > 0 && i.points_clause === 'default' ? [labels.ours] : []),
        ].join(stop),
      shown: true,
    },
    { title: column.criterion!, cell: i => i.criterion, shown: true },
    { title: column.evidence!, cell: i => value.evidence[i.evidence], shown: true },
    {
      title: column.raters!,
      cell: i => i.raters.map(kind => raters.get(kind) ?? kind).join(stop),
      shown: true,
    },
    { title: column.clause!, cell: i => clauseText(m, i.clause), shown: true },
  ]
  return all.filter(c => c.shown)
}

/** With the rules in a column of their own, for tables that are read by programs. */
export function rulesColumn(m: Messages, scheme: Scheme): ListColumn<Indicator> {
  return {
    title: m.words.column.rules!,
    cell: i => i.rules.map(rule => ruleSentence(m, scheme, rule)).join(m.words.labels.listStop),
  }
}

export function schemeLines(m: Messages, scheme: Scheme, indicators: readonly Indicator[]): string[] {
  const { said } = m.words
  const columns = indicatorColumns(m, scheme, indicators)
  const table = renderTable(
    columns.map(c => ({ title: c.title, align: c.align ?? 'left' })),
    indicators.map(i => columns.map(c => String(c.cell(i) ?? ''))),
  )
  const ruled = indicators.filter(i => i.rules.length > 0)
  const rules = ruled.flatMap(i => [
    `  ${i.number} ${i.name}`,
    ...i.rules.map(rule => `    · ${ruleSentence(m, scheme, rule)}`),
  ])
  return [
    ...headLines(m, scheme),
    '',
    said.schemePart.indicators,
    ...table,
    ...part(m.words.column.rules!, rules, ''),
    ...restLines(m, scheme, indicators),
  ]
}

function part(title: string, lines: readonly string[], indent = '  '): string[] {
  return lines.length === 0 ? [] : ['', title, ...lines.map(line => `${indent}${line}`)]
}

function headLines(m: Messages, scheme: Scheme): string[] {
  const { said, value } = m.words
  const { applies_to, dated, award, contact, notice, document, issuer } = scheme
  const clause = (text: string) => clauseText(m, text)
  const kinds = applies_to.subject === 'agency' ? applies_to.kinds.map(kind => value.kind[kind]) : []
  return [
    said.schemeHead(scheme),
    said.schemeDocument({ notice, document, issuer, status: said.schemeStatus[scheme.status] }),
    said.schemeDates({ ...dated, clause: clause(dated.clause) }),
    ...(scheme.basis.length === 0 ? [] : [said.schemeBasis(scheme.basis)]),
    said.schemeFor({
      subject: said.subjectNoun[applies_to.subject],
      kinds,
      types: applies_to.types.map(type => type.name),
      clause: clause(applies_to.clause),
    }),
    said.schemeAsOf(scheme.as_of.month_day, clause(scheme.as_of.clause)),
    ...(award === null ? [] : [said.schemeAward({ ...award, clause: clause(award.clause) })]),
    ...(contact === null ? [] : [said.schemeContact({ ...contact, clause: clause(contact.clause) })]),
  ]
}

function restLines(m: Messages, scheme: Scheme, indicators: readonly Indicator[]): string[] {
  const asked = new Set(indicators.flatMap(i => i.rules.map(metricAsked)))
  const { said, value } = m.words
  const { schemePart } = said
  const { scoring, grades, decision, nomination, archive, papers } = scheme
  const clause = (text: string) => clauseText(m, text)
  const ours = <T extends { clause: string }>(item: T): T => ({ ...item, clause: clause(item.clause) })
  const bands = grades.bands.map(b => said.bandLine({ ...b, min: pointsText(b.min) }))
  return [
    ...part(
      schemePart.raters,
      scheme.raters.map(r => said.raterLine(ours(r))),
    ),
    ...part(
      schemePart.scoring,
      said.scoringLines({
        missing: clause(scoring.missing_rater.clause),
        several: clause(scoring.several_sheets.clause),
        cap: ours(scoring.cap),
        rounding: ours(scoring.rounding),
        complaint: {
          days: scoring.complaint_limit.working_days,
          clause: clause(scoring.complaint_limit.clause),
        },
        outlier: ours(scoring.outlier),
      }),
    ),
    ...part(schemePart.grades, [
      ...(bands.length === 0 ? [] : [said.bandsClause(clause(grades.clause)), ...bands.map(b => `  ${b}`)]),
      ...(decision === null
        ? []
        : [
            said.decisionLine({
              ...ours(decision),
              least: decision.min_total === null ? null : pointsText(decision.min_total),
            }),
          ]),
      ...scheme.grade_limits.flatMap(limit => [
        said.limitLine(ours(limit)),
        ...limit.rules.map(rule => `  · ${ruleSentence(m, scheme, rule)}`),
      ]),
    ]),
    ...part(
      schemePart.consequences,
      scheme.consequences.map(c => said.consequenceLine(ours(c))),
    ),
    ...part(
      schemePart.metrics,
      scheme.metrics
        .filter(one => asked.has(one.id))
        .map(one =>
          said.metricLine({
            name: one.name,
            is: said.factType[one.is],
            unit: one.unit,
            types: one.types.map(type => typeName(scheme, type)),
          }),
        ),
    ),
    ...part(
      schemePart.nomination,
      nomination === null
        ? []
        : [
            said.placesLine({ title: nomination.title, ...ours(nomination.places_total) }),
            ...(nomination.level === null ? [] : [said.levelLine(nomination.level)]),
            said.splitLine(said.placesBy[nomination.places_total.by]),
            ...(nomination.period === null ? [] : [said.periodLine(ours(nomination.period))]),
            ...(nomination.for_profit_share === null
              ? []
              : [said.shareLine(ours(nomination.for_profit_share))]),
            ...nomination.gates.map(gate => said.gateLine(ours(gate))),
            said.rankingLine(
              nomination.ranking.map(({ key, clause }) => ({
                name: value.ranking[key],
                clause: clauseText(m, clause),
              })),
            ),
          ],
    ),
    ...part(schemePart.titles, titleLines(m, scheme)),
    ...part(
      schemePart.jurisdictions,
      scheme.jurisdictions.map(j => said.jurisdictionLine(ours(j))),
    ),
    ...part(schemePart.stages, [
      ...scheme.stages.map(s => said.stageLine({ ...ours(s), days: s.working_days })),
      ...scheme.deadlines.map(d => said.deadlineLine(ours(d))),
    ]),
    ...part(
      schemePart.archive,
      scheme.applies_to.subject === 'agency'
        ? [said.sectionsLine({ ...ours(archive), sections: archive.sections.map(s => s.title) })]
        : [],
    ),
    ...part(
      schemePart.papers,
      [papers.recommendation, papers.results, papers.quota].flatMap(paper =>
        paper === null ? [] : [said.paperLine(ours(paper))],
      ),
    ),
    ...part(
      schemePart.gaps,
      scheme.gaps.map(g => said.gapLine(ours(g))),
    ),
  ]
}

/** How what a scheme gives is published before, and what takes it back; of schemes that give no title nothing. */
function titleLines(m: Messages, scheme: Scheme): string[] {
  const { publicity, revocation, nomination, award } = scheme
  if (nomination === null && award === null && revocation.titles.length === 0) return []
  const { said, labels } = m.words
  const clause = (text: string) => clauseText(m, text)
  return [
    said.publicityLine({ ...publicity, clause: clause(publicity.clause) }),
    ...revocation.grounds.map(g =>
      said.groundLine({ ground: said.ground[g.ground], clause: clause(g.clause) }),
    ),
    ...(revocation.titles.length === 0
      ? []
      : [
          said.takenBackLine({
            titles: revocation.titles.join(labels.listStop),
            clause: clause(revocation.clause),
          }),
        ]),
  ]
}

/** Points as decimal strings, limits in the numbers of the file, each rule with its sentence. */
export function schemeJson(
  m: Messages,
  scheme: Scheme,
  indicators: readonly Indicator[],
): Record<string, unknown> {
  const { nomination, decision, grades, ...rest } = scheme
  return {
    ...rest,
    grades: { ...grades, bands: grades.bands.map(b => ({ ...b, min: pointsText(b.min) })) },
    decision: decision && { ...decision, min_total: pointsText(decision.min_total) },
    grade_limits: scheme.grade_limits.map(limit => ({
      ...limit,
      rules: limit.rules.map(rule => ruleJson(m, scheme, rule)),
    })),
    categories: scheme.categories.map(c => ({ ...c, points: pointsText(c.points) })),
    indicators: indicators.map(i => indicatorJson(m, scheme, i)),
    nomination: nomination && {
      ...nomination,
      gates: nomination.gates.map(gate =>
        gate.test === 'rule'
          ? { ...gate, rule: ruleJson(m, scheme, gate.rule) }
          : gate.test === 'min_total'
            ? { ...gate, min: pointsText(gate.min) }
            : gate,
      ),
    },
  }
}

export function indicatorJson(m: Messages, scheme: Scheme, indicator: Indicator): Record<string, unknown> {
  return {
    ...indicator,
    points: pointsText(indicator.points),
    rules: indicator.rules.map(rule => ruleJson(m, scheme, rule)),
  }
}
