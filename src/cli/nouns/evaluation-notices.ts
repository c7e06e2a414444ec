// evaluation notice, serve, object, decide, objections: the result told in writing, and what is said against it.
import { type Command, Option } from 'commander'
import { Refusal } from '../../domain/refusal.ts'
import {
  DECIDE_DAYS,
  decisionColumns,
  OBJECT_DAYS,
  type ObjectionState,
  objectionColumns,
  servingColumns,
} from '../../domain/score/objection.ts'
import type { ShownObjection } from '../../work/evaluation/notices.ts'
import { fieldOptions } from '../field-options.ts'
import {
  addVerb,
  evaluationOption,
  type Front,
  fileOptions,
  type Options,
  outputOptions,
  textOption,
  type VerbSpec,
} from '../front.ts'
import { choiceOf } from '../list-filters.ts'
import { folderOption, formatOption, writePapers, writeTable } from '../papers-out.ts'
import { partyColumns, partyJson } from '../party-columns.ts'
import type { Shell } from '../shell.ts'
import { tellOutcome } from '../tell-outcome.ts'

const AGENCY = '91110105CXYL024935'
/** Told of in the examples of objections: its notice has to be served before. */
const SERVED = '91110117CXYL04712M'

export function addNoticeVerbs(front: Front, noun: Command): void {
  addNotice(front, noun)
  addServe(front, noun)
  addObject(front, noun)
  addDecide(front, noun)
  addObjections(front, noun)
}

/** One, or all if that is said. */
function wantedOf({ m }: Shell, subject: string | undefined, options: Options): string | null {
  if ((subject === undefined) === (options.all === true)) return subject ?? null
  throw new Refusal('CX6001', { message: m.words.usage.subjectOrAll })
}

function addNotice(front: Front, noun: Command): void {
  addVerb(front, noun, {
    usage: 'notice [subject]',
    examples: [
      `evaluation notice ${AGENCY} -o notice.docx`,
      'evaluation notice --all --format csv -o notices.csv',
    ],
    ...noticeVerb(front),
  })
}

/** Under whatever name: `evaluation notice`, `form notice`. */
export function noticeVerb(front: Front): Pick<VerbSpec, 'options' | 'run'> {
  const { help } = front.m.words
  return {
    options: [
      evaluationOption(front.m),
      new Option('--all', help['evaluation notice --all']),
      formatOption(front.m, 'docx', 'csv'),
      folderOption(front.m),
      ...fileOptions(front.m),
    ],
    run: async (shell, [subject], options) => {
      const { planNotices } = await import('../../work/papers/result-notice.ts')
      const wanted = wantedOf(shell, subject, options)
      const { notices, open } = planNotices(shell.desk(), textOption(options, 'evaluation'), wanted)
      if (textOption(options, 'format') === 'csv') {
        const header = ['编号', '名称', '推荐范围', '总分', '等级或结论']
        const more = ['指标', '满分', '得分', '失分原因', '条款', '异议截止日']
        const rows = notices.flatMap(({ party, district, total, outcome, costs, objectBy }) =>
          (costs.length > 0 ? costs : [null]).map(cost => [
            ...[party.uscc ?? party.code, party.name, district, total, outcome, cost?.indicator ?? null],
            ...[cost?.points ?? null, cost?.score ?? null, cost?.reason ?? null, cost?.clause ?? null],
            objectBy,
          ]),
        )
        await writeTable(shell, [[...header, ...more], ...rows], '评估结果告知.csv', options)
      } else {
        await writePapers(
          shell,
          notices.map(n => n.paper),
          options,
        )
      }
      if (open > 0) shell.say(shell.color.yellow(shell.m.words.said.openNotices(open)))
    },
  }
}

function addServe(front: Front, noun: Command): void {
  const { help, labels } = front.m.words
  const fields = fieldOptions(front.m, servingColumns, {
    required: labels.required,
    renamed: { served_on: 'on' },
  })
  addVerb(front, noun, {
    usage: 'serve [subject]',
    examples: [
      `evaluation serve ${AGENCY} --on 2013-11-04 --method 直接送达 --receiver 样人1`,
      'evaluation serve --all --on 2013-11-04 --object-by 2013-11-15',
    ],
    options: [
      evaluationOption(front.m),
      new Option('--all', help['evaluation serve --all']),
      ...fields.options,
      ...outputOptions(front.m),
    ],
    run: async (shell, [subject], options) => {
      const { serveNotices } = await import('../../work/evaluation/notices.ts')
      const wanted = wantedOf(shell, subject, options)
      const given = fields.given(options)
      const served = serveNotices(shell.desk(), textOption(options, 'evaluation'), wanted, given)
      const { problems, evaluation, notices, before } = served
      const { said } = shell.m.words
      const [first] = notices
      const on = first?.served_on ?? given.fields.get('served_on') ?? ''
      const by = first?.object_by ?? labels.none
      const counted = first !== undefined && !given.fields.has('object_by')
      const told = {
        problems,
        data: {
          ...{ evaluation: evaluation.id, version: evaluation.version, before },
          notices: notices.map(({ party, served_on, method, receiver, object_by }) => ({
            ...partyJson(party),
            ...{ served_on, method, receiver, object_by },
          })),
        },
        done: [said.served({ count: notices.length, on, by, before })],
        notDone: said.notServed,
        notes: counted ? [said.objectDays(OBJECT_DAYS)] : [],
      }
      await tellOutcome(shell, told, options)
    },
  })
}

function addObject(front: Front, noun: Command): void {
  const { help, labels, usage } = front.m.words
  const fields = fieldOptions(front.m, objectionColumns, {
    required: labels.required,
    renamed: { raised_on: 'on' },
  })
  addVerb(front, noun, {
    usage: 'object <subject>',
    examples: [`evaluation object ${SERVED} --content 纠纷处理一项漏计调解记录 --on 2013-11-04`],
    options: [
      evaluationOption(front.m),
      ...fields.options,
      new Option('--late', help['--late']),
      new Option('--reason <text>', help['--reason']),
      ...outputOptions(front.m),
    ],
    run: async (shell, [subject = ''], options) => {
      const { raiseObjection } = await import('../../work/evaluation/notices.ts')
      const reason = textOption(options, 'reason')?.trim() || null
      if (options.late === true && reason === null)
        throw new Refusal('CX6001', { message: usage.missingOption('--reason') })
      const given = { ...fields.given(options), late: options.late === true ? reason : null }
      const raised = raiseObjection(shell.desk(), textOption(options, 'evaluation'), subject, given)
      const { problems, objection } = raised
      const { said } = shell.m.words
      const told = {
        problems,
        data: { objection: objection && objectionJson(objection) },
        done: objection === null ? [] : [said.objected({ ...toldOf(objection) })],
        notDone: said.notObjected,
        notes: objection !== null && !given.fields.has('decide_by') ? [said.decideDays(DECIDE_DAYS)] : [],
      }
      await tellOutcome(shell, told, options)
    },
  })
}

function toldOf({ id, party, decide_by, late }: ShownObjection) {
  return { id, subject: party.name, by: decide_by, late }
}

function addDecide(front: Front, noun: Command): void {
  const { labels } = front.m.words
  const fields = fieldOptions(front.m, decisionColumns, {
    required: labels.required,
    renamed: { decided_on: 'on' },
  })
  addVerb(front, noun, {
    usage: 'decide <objection>',
    examples: ['evaluation decide 1 --outcome 不成立 --reply 调解记录已计入 --on 2013-11-04'],
    options: [evaluationOption(front.m), ...fields.options, ...outputOptions(front.m)],
    run: async (shell, [no = ''], options) => {
      const { decideObjection } = await import('../../work/evaluation/notices.ts')
      const which = textOption(options, 'evaluation')
      const decided = decideObjection(shell.desk(), which, no, fields.given(options))
      const { problems, objection, reopen } = decided
      const { said } = shell.m.words
      const outcome = objection.outcome === null ? '' : said.objectionOutcome[objection.outcome]!
      const told = {
        problems,
        data: { objection: objectionJson(objection), reopen },
        done: [said.decided({ id: objection.id, outcome })],
        notDone: said.notDecided,
        notes: reopen ? [said.mustReopen(objection.evaluation_id)] : [],
      }
      await tellOutcome(shell, told, options)
    },
  })
}

const STATES: readonly ObjectionState[] = ['open', 'overdue', 'decided']

function addObjections(front: Front, noun: Command): void {
  const { help, labels, said } = front.m.words
  const states = STATES.map(name => ({ name, word: said.objectionState[name]! }))
  addVerb(front, noun, {
    usage: 'objections',
    examples: ['evaluation objections', 'evaluation objections --state open'],
    options: [
      evaluationOption(front.m),
      new Option('--state <state>', `${help['evaluation objections --state']}${labels.oneOf(states)}`),
      ...outputOptions(front.m),
    ],
    run: async (shell, _args, options) => {
      const { showObjections } = await import('../../work/evaluation/notices.ts')
      const state = choiceOf(shell.m, options, 'state', states) as ObjectionState | null
      const { column } = shell.m.words
      const which = textOption(options, 'evaluation')
      const { noun, objections } = showObjections(shell.desk(), which, state)
      await shell.list<ShownObjection>(
        {
          rows: objections,
          columns: [
            { title: column.id!, cell: o => o.id, align: 'right' },
            ...partyColumns<ShownObjection>(shell, noun),
            { title: column.raised_on!, cell: o => o.raised_on },
            { title: column.content!, cell: o => o.content },
            { title: column.decide_by!, cell: o => o.decide_by },
            {
              title: column.status!,
              cell: o =>
                o.outcome === null ? said.objectionState[o.state]! : said.objectionOutcome[o.outcome]!,
            },
            { title: column.reply!, cell: o => o.reply },
          ],
          json: objectionJson,
        },
        options,
      )
    },
  })
}

function objectionJson(objection: ShownObjection): Record<string, unknown> {
  const { id, version, party, raised_on, content, late, decide_by, state } = objection
  const { outcome, decided_on, decided_by, reply } = objection
  return {
    ...{ id, version, ...partyJson(party), raised_on, late, content, decide_by, state },
    ...{ outcome, decided_on, decided_by, reply },
  }
}
