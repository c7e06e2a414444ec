// evaluation override, overrides, outliers: what persons settle about points, and what they have to look at.
import { type Command, Option } from 'commander'
import { MICRO, pointsText, ratioText, shortText } from '../../domain/exact.ts'
import { Refusal } from '../../domain/refusal.ts'
import { overrideColumns } from '../../domain/score/override.ts'
import type { IndicatorResult } from '../../domain/score/result.ts'
import { highestRating, ratingHeader } from '../../domain/score/sheet-columns.ts'
import type { FoundOutlier } from '../../work/evaluation/outliers.ts'
import type { ShownOverride } from '../../work/evaluation/override.ts'
import { fieldOptions } from '../field-options.ts'
import { addVerb, districtOption, evaluationOption, type Front, outputOptions, textOption } from '../front.ts'
import { partyColumns, partyJson } from '../party-columns.ts'
import { tellOutcome } from '../tell-outcome.ts'
import { districtOf } from './evaluation-sheets.ts'

const AGENCY = '91110105CXYL024935'

export function addByHandVerbs(front: Front, noun: Command): void {
  addOverride(front, noun)
  addOverrides(front, noun)
  addOutliers(front, noun)
}

function addOverride(front: Front, noun: Command): void {
  const { help, usage, labels } = front.m.words
  const fields = fieldOptions(front.m, overrideColumns, { required: labels.required })
  addVerb(front, noun, {
    usage: 'override <subject> <indicator>',
    examples: [
      `evaluation override ${AGENCY} 5 --points 3.5 --reason 现场复核 --document 会议纪要〔2013〕8号`,
    ],
    options: [
      evaluationOption(front.m),
      ...fields.options,
      new Option('--lift', help['--lift']).conflicts(['points', 'document']),
      ...outputOptions(front.m),
    ],
    run: async (shell, [subject = '', indicator = ''], options) => {
      const { liftOverride, overrideScore } = await import('../../work/evaluation/override.ts')
      const which = textOption(options, 'evaluation')
      const lift = options.lift === true
      const given = fields.given(options)
      const reason = given.fields.get('reason')?.trim() ?? ''
      if (lift && reason === '') throw new Refusal('CX6001', { message: usage.missingOption('--reason') })
      const wanted = { subject, indicator }
      const overridden = lift
        ? liftOverride(shell.desk(), which, wanted, reason)
        : overrideScore(shell.desk(), which, wanted, given)
      const { problems, party, indicator: after } = overridden
      const { said } = shell.m.words
      const about = { subject: party.name, indicator: ratingHeader(after), score: scoreText(after) }
      const told = {
        problems,
        data: overrideJson(overridden),
        done: [
          lift ? said.overrideLifted(about) : said.overridden({ ...about, computed: computedText(after) }),
        ],
        notDone: said.notOverridden,
        notes: problems.length > 0 ? [] : [said.runAgain(textOption(options, 'evaluation'))],
      }
      await tellOutcome(shell, told, options)
    },
  })
}

function addOverrides(front: Front, noun: Command): void {
  addVerb(front, noun, {
    usage: 'overrides',
    examples: ['evaluation overrides'],
    options: [evaluationOption(front.m), ...outputOptions(front.m)],
    run: async (shell, _args, options) => {
      const { showOverrides } = await import('../../work/evaluation/override.ts')
      const { column } = shell.m.words
      const { noun, overrides } = showOverrides(shell.desk(), textOption(options, 'evaluation'))
      await shell.list<ShownOverride>(
        {
          rows: overrides,
          columns: [
            ...partyColumns<ShownOverride>(shell, noun),
            { title: column.indicator!, cell: o => ratingHeader(o.indicator) },
            { title: column.points!, cell: o => pointsText(o.indicator.points), align: 'right' },
            { title: column.score!, cell: o => scoreText(o.indicator), align: 'right' },
            { title: column.computed!, cell: o => computedText(o.indicator), align: 'right' },
            { title: column.reason!, cell: o => o.indicator.override!.reason },
            { title: column.document!, cell: o => o.indicator.override!.document },
          ],
          json: overrideJson,
        },
        options,
      )
    },
  })
}

function scoreText({ score, min, max }: IndicatorResult): string {
  return pointsText(score) ?? `${pointsText(min)}–${pointsText(max)}`
}

/** Without what was set by hand. */
function computedText({ override, min, max }: IndicatorResult): string {
  const computed = override?.computed ?? { min, max }
  const least = pointsText(computed.min)
  return computed.min === computed.max ? least : `${least}–${pointsText(computed.max)}`
}

function overrideJson({ party, indicator }: ShownOverride): Record<string, unknown> {
  const { number, name, points, score, override } = indicator
  const computed = override && {
    min: pointsText(override.computed.min),
    max: pointsText(override.computed.max),
  }
  return {
    ...partyJson(party),
    indicator: { number, name, points: pointsText(points), score: pointsText(score) },
    ...{ reason: override?.reason ?? null, document: override?.document ?? null, computed },
  }
}

function addOutliers(front: Front, noun: Command): void {
  addVerb(front, noun, {
    usage: 'outliers',
    examples: ['evaluation outliers', 'evaluation outliers --district 石景山区 --format csv'],
    options: [evaluationOption(front.m), districtOption(front.m), ...outputOptions(front.m)],
    run: async (shell, _args, options) => {
      const { listOutliers } = await import('../../work/evaluation/outliers.ts')
      const district = await districtOf(shell, options)
      const { scheme, outliers } = listOutliers(shell.desk(), textOption(options, 'evaluation'), district)
      const { column, said } = shell.m.words
      const kindName = (kind: string) => scheme.raters.find(r => r.kind === kind)?.name ?? kind
      await shell.list<FoundOutlier>(
        {
          rows: outliers,
          columns: [
            ...partyColumns<FoundOutlier>(shell, scheme.applies_to.subject),
            { title: column.indicator!, cell: o => ratingHeader(o.indicator) },
            { title: column.points!, cell: o => mostText(o), align: 'right' },
            { title: column.rater_kind!, cell: o => kindName(o.rater_kind) },
            { title: column.rater!, cell: o => o.rater },
            { title: column.rating!, cell: o => ratingText(o), align: 'right' },
            { title: column.others!, cell: o => othersText(o), align: 'right' },
            { title: column.share!, cell: o => `${shareText(o)}%`, align: 'right' },
          ],
          json: o => ({
            ...partyJson(o.party),
            ...{ indicator: o.indicator.number, indicator_name: o.indicator.name, points: mostText(o) },
            ...{ rater_kind: o.rater_kind, rater: o.rater, rating: ratingText(o) },
            ...{ others: othersText(o), against: o.against, share_percent: shareText(o) },
          }),
        },
        options,
      )
      shell.say(said.outliersFound(outliers.length, scheme.scoring.outlier.percent))
    },
  })
}

function mostText({ indicator }: FoundOutlier): string {
  return pointsText(highestRating(indicator) / 1e4)
}

function ratingText({ rating }: FoundOutlier): string {
  return shortText(rating, 2, 6)
}

function othersText({ others }: FoundOutlier): string {
  return ratioText({ n: others.n, d: others.d * BigInt(MICRO) }, 2, 6)
}

function shareText({ share }: FoundOutlier): string {
  return ratioText({ n: share.n * 100n, d: share.d }, 0, 2)
}
