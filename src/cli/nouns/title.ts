// title grant, list, review, revoke, plate: the titles that schemes give, from the grant to the plate that came back.
import { type Command, Option } from 'commander'
import { honorKind } from '../../domain/records/honor.ts'
import type { GrantedTitle } from '../../work/title/grant.ts'
import type { TouchedTitle } from '../../work/title/review.ts'
import type { ListedTitle } from '../../work/title/titles.ts'
import { fieldOptions } from '../field-options.ts'
import { addVerb, districtOption, evaluationOption, type Front, outputOptions, textOption } from '../front.ts'
import { stateOf, stateOption } from '../list-filters.ts'
import { partyJson } from '../party-columns.ts'
import { recordJson } from '../record-json.ts'
import { clauseText } from '../scheme-rules.ts'
import type { Shell } from '../shell.ts'
import { tellOutcome } from '../tell-outcome.ts'

export function addTitleVerbs(front: Front, noun: Command): void {
  addGrant(front, noun)
  addList(front, noun)
  addReview(front, noun)
  addRevoke(front, noun)
  addPlate(front, noun)
}

/** The fields of an honor that a verb is told, those of `needed` without fail. */
function fieldsOf(front: Front, keys: readonly string[], renamed: Record<string, string>, needed: string[]) {
  const columns = keys.map(key => ({
    ...honorKind.columns.find(c => c.key === key)!,
    required: needed.includes(key),
  }))
  return fieldOptions(front.m, columns, { required: front.m.words.labels.required, renamed })
}

function addGrant(front: Front, noun: Command): void {
  const { help } = front.m.words
  const fields = fieldsOf(front, ['document', 'granted_on', 'issuer', 'valid_to'], { granted_on: 'on' }, [
    'document',
    'granted_on',
  ])
  addVerb(front, noun, {
    usage: 'grant',
    examples: [
      'title grant --document 样人社发〔2013〕99号 --on 2013-11-04 --plate-from P-5001 --district 门头沟区',
    ],
    options: [
      evaluationOption(front.m),
      ...fields.options,
      districtOption(front.m),
      new Option('--agency <agency...>', help['title grant --agency']),
      new Option('--plate-from <number>', help['title grant --plate-from']),
      ...outputOptions(front.m),
    ],
    run: async (shell, _args, options) => {
      const { grantTitles } = await import('../../work/title/grant.ts')
      const given = fields.given(options)
      const wanted = {
        evaluation: textOption(options, 'evaluation'),
        district: textOption(options, 'district'),
        agencies: Array.isArray(options.agency) ? (options.agency as string[]) : [],
        plateFrom: textOption(options, 'plateFrom'),
      }
      const outcome = grantTitles(shell.desk(), wanted, given)
      const { problems, warnings, evaluation, title, granted, left } = outcome
      const { said } = shell.m.words
      const bare = granted.filter(g => g.plate_no === null).length
      const about = {
        ...{ title, count: granted.length },
        document: given.fields.get('document') ?? '',
        on: given.fields.get('granted_on') ?? '',
      }
      const told = {
        ...{ problems, warnings },
        data: {
          ...{ evaluation: evaluation.id, title, granted: granted.map(grantedJson) },
          left_out: left.map(({ party, hindrance }) => ({
            ...partyJson(party),
            reason: hindrance.is,
            text: said.leftOut(party.name, hindrance),
          })),
        },
        done: [
          said.titleGranted(about),
          ...granted.map(g => `  ${[g.party.name, g.plate_no ?? shell.m.words.labels.none].join('　')}`),
        ],
        notDone: said.titleNotGranted,
        notes: [
          ...left.map(({ party, hindrance }) => said.leftOut(party.name, hindrance)),
          ...(bare > 0 ? [said.platesMissing(bare)] : []),
        ],
      }
      await tellOutcome(shell, told, options)
    },
  })
}

function grantedJson({ id, party, plate_no }: GrantedTitle): Record<string, unknown> {
  return { id, ...partyJson(party), plate_no }
}

function addList(front: Front, noun: Command): void {
  const states = honorKind.states!
  addVerb(front, noun, {
    usage: 'list',
    examples: ['title list', 'title list --state plate_outstanding', 'title list --district 门头沟区 --json'],
    options: [
      new Option('--title <title>', front.m.words.help['title list --title']),
      stateOption(front.m, states),
      districtOption(front.m),
      ...outputOptions(front.m),
    ],
    run: async (shell, _args, options) => {
      const { listTitles } = await import('../../work/title/titles.ts')
      const { column, labels } = shell.m.words
      const stateText = (names: readonly string[]) =>
        states
          .filter(state => names.includes(state.name))
          .map(state => labels.value(state.name, state.word))
          .join(labels.listStop)
      const rows = listTitles(shell.desk(), {
        title: textOption(options, 'title'),
        state: stateOf(shell.m, options, states),
        district: textOption(options, 'district'),
      })
      // What was taken back is told where anything was.
      const told = ['revoked_on', 'revocation_document', 'plate_returned_on'] as const
      const ends = told
        .filter(key => rows.some(t => t.honor[key] !== null))
        .map(key => ({ title: column[key]!, cell: (t: ListedTitle) => t.honor[key] }))
      await shell.list<ListedTitle>(
        {
          rows,
          columns: [
            { title: column.id!, cell: t => t.honor.id, align: 'right' },
            { title: column.holder!, cell: t => t.honor.holder },
            { title: column.district!, cell: t => t.honor.district },
            { title: column.title!, cell: t => t.honor.title },
            { title: column.granted_by!, cell: t => t.honor.document },
            { title: column.granted_on!, cell: t => t.honor.granted_on },
            { title: column.plate_no!, cell: t => t.honor.plate_no },
            ...ends,
            { title: column.state!, cell: t => stateText(t.states) },
          ],
          json: titleJson,
        },
        options,
      )
    },
  })
}

function titleJson({ honor, record, scheme, named, states }: ListedTitle): Record<string, unknown> {
  return {
    ...recordJson(honorKind, record),
    ...{ scheme: named ? scheme.id : null, evaluation: honor.evaluation_id, states },
  }
}

function addReview(front: Front, noun: Command): void {
  addVerb(front, noun, {
    usage: 'review',
    examples: ['title review', 'title review --json'],
    options: outputOptions(front.m),
    run: async (shell, _args, options) => {
      const { reviewTitles } = await import('../../work/title/review.ts')
      const { touched, titles, outstanding } = reviewTitles(shell.desk())
      const { column, said, labels } = shell.m.words
      await shell.list<TouchedTitle>(
        {
          rows: touched,
          columns: [
            { title: column.id!, cell: t => t.honor.id, align: 'right' },
            { title: column.holder!, cell: t => t.honor.holder },
            { title: column.title!, cell: t => t.honor.title },
            { title: column.granted_on!, cell: t => t.honor.granted_on },
            { title: column.ground!, cell: t => said.ground[t.finding.ground] },
            { title: column.record!, cell: t => t.finding.record },
            { title: column.clause!, cell: t => clauseText(shell.m, t.finding.clause) },
            { title: column.repeats!, cell: t => t.finding.repeats.join(labels.listStop) },
            { title: column.draft!, cell: t => draftOf(shell, t) },
          ],
          json: t => touchedJson(shell, t),
        },
        options,
      )
      const holders = new Set(touched.map(t => t.honor.id)).size
      shell.say(
        said.titlesReviewed({
          ...{ titles, touched: holders, findings: touched.length },
          outstanding: outstanding.length,
        }),
      )
    },
  })
}

function draftOf({ m }: Shell, { honor, finding }: TouchedTitle): string {
  const { ground, record, on, clause } = finding
  const ours = clause === 'default'
  const found = m.words.said.groundFound(ground, record, on)
  return m.words.said.titleDraft({ found, clause, ours, title: honor.title, plate: honor.plate_no })
}

function touchedJson(shell: Shell, touched: TouchedTitle): Record<string, unknown> {
  const { honor, scheme, finding, code } = touched
  const { id, holder, uscc, title, plate_no, granted_on, document } = honor
  return {
    ...{ id, holder, uscc: uscc ?? null, code, title, plate_no, granted_on, document, scheme: scheme.id },
    ...finding,
    draft: draftOf(shell, touched),
  }
}

function addRevoke(front: Front, noun: Command): void {
  const { help } = front.m.words
  const fields = fieldsOf(
    front,
    ['revocation_document', 'revoked_on', 'plate_returned_on'],
    { revocation_document: 'document', revoked_on: 'on', plate_returned_on: 'plate-returned' },
    ['revocation_document'],
  )
  const outstanding = new Option('--plate-outstanding', help['title revoke --plate-outstanding'])
  addVerb(front, noun, {
    usage: 'revoke <title>',
    examples: [
      'title revoke P-1020 --document 样人社发〔2013〕101号 --reason 查实不诚信行为 --plate-outstanding',
    ],
    options: [
      ...fields.options,
      outstanding.conflicts('plateReturned'),
      new Option('--reason <text>', help['--reason']),
      new Option('--record <number>', help['title revoke --record']),
      ...outputOptions(front.m),
    ],
    run: async (shell, [name = ''], options) => {
      const { revokeTitle } = await import('../../work/title/revoke.ts')
      const { said } = shell.m.words
      const { problems, warnings, label, record, ground } = revokeTitle(shell.desk(), name, {
        ...fields.given(options, { reason: '--reason', number: name }),
        reason: textOption(options, 'reason')?.trim() || null,
        record: textOption(options, 'record'),
        outstanding: options.plateOutstanding === true,
        reasonOf: ({ finding }) => {
          const { ground, record, on, clause } = finding
          return said.titleReason(said.groundFound(ground, record, on), clause === 'default' ? null : clause)
        },
      })
      const plate = record.plate_returned_on === null ? record.plate_no : null
      const told = {
        ...{ problems, warnings },
        data: { record: recordJson(honorKind, record), ground },
        done: [said.measured.title_revoked(label)],
        notDone: said.notStepped(label),
        notes: problems.length > 0 || plate === null ? [] : [said.plateOutstanding(String(plate))],
      }
      await tellOutcome(shell, told, options)
    },
  })
}

function addPlate(front: Front, noun: Command): void {
  const fields = fieldsOf(front, ['plate_returned_on'], { plate_returned_on: 'returned' }, [])
  addVerb(front, noun, {
    usage: 'plate <title>',
    examples: ['title plate P-0003 --returned 2013-11-01'],
    options: [...fields.options, ...outputOptions(front.m)],
    run: async (shell, [name = ''], options) => {
      const { returnPlate } = await import('../../work/title/revoke.ts')
      const given = fields.given(options, { number: name })
      const { problems, warnings, label, record } = returnPlate(shell.desk(), name, given)
      const { said } = shell.m.words
      const told = {
        ...{ problems, warnings },
        data: { record: recordJson(honorKind, record) },
        done: [said.measured.plate_returned(label)],
        notDone: said.notStepped(label),
      }
      await tellOutcome(shell, told, options)
    },
  })
}
