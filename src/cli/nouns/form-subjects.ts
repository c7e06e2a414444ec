// form application, filing, appraisal, checklist: the papers of others than agencies.
import { type Command, Option } from 'commander'
import { Refusal } from '../../domain/refusal.ts'
import type { SubjectPapers } from '../../work/papers/checklist.ts'
import type { TableFormat } from '../../work/papers/sheet.ts'
import type { Asked } from '../../work/papers/subject-forms.ts'
import {
  addVerb,
  districtOption,
  evaluationOption,
  type Front,
  fileOptions,
  type Options,
  textOption,
} from '../front.ts'
import { folderOption, formatOption, writePapers, writeTablePaper } from '../papers-out.ts'
import type { Shell } from '../shell.ts'

export function addSubjectForms(front: Front, noun: Command): void {
  const { help } = front.m.words
  const options = (verb: string, blank = '--blank') => [
    folderOption(front.m),
    new Option('--all', help[`form ${verb} --all`]),
    new Option('--blank', help[blank]),
    new Option('--scheme <id>', help['form --scheme']),
    evaluationOption(front.m),
    districtOption(front.m),
    ...fileOptions(front.m),
  ]
  addVerb(front, noun, {
    usage: 'application [subject]',
    examples: ['form application --scheme linyi-2022-city --blank --out forms'],
    options: [formatOption(front.m, 'docx'), ...options('application')],
    run: async (shell, [subject], options) => {
      const { planApplications } = await import('../../work/papers/application.ts')
      await write(shell, planApplications(shell.desk(), askedOf(shell, subject, options, true)), options)
    },
  })
  addVerb(front, noun, {
    usage: 'filing',
    examples: ['form filing --scheme linyi-2022-county --blank -o filing.docx'],
    options: [
      formatOption(front.m, 'docx', 'xlsx', 'html', 'csv'),
      ...options('filing', 'form filing --blank'),
    ],
    run: async (shell, _args, options) => {
      const { planFiling } = await import('../../work/papers/filing.ts')
      const filing = planFiling(shell.desk(), askedOf(shell, undefined, options, true))
      const { said } = shell.m.words
      if (filing.left_out.length > 0) shell.say(shell.color.yellow(said.notGranted(filing.left_out)))
      const format = textOption(options, 'format') as TableFormat
      if (format !== 'docx') await writeTablePaper(shell, filing.table(format), options)
      else await write(shell, { papers: filing.papers, untyped: [] }, options)
    },
  })
  addVerb(front, noun, {
    usage: 'appraisal [person]',
    examples: ['form appraisal CY-001 -o appraisal.docx', 'form appraisal --all --out appraisals'],
    options: [formatOption(front.m, 'docx'), ...options('appraisal')],
    run: async (shell, [person], options) => {
      const { planAppraisals } = await import('../../work/papers/appraisal.ts')
      await write(shell, planAppraisals(shell.desk(), askedOf(shell, person, options, false)), options)
    },
  })
  addVerb(front, noun, {
    usage: 'checklist [subject]',
    examples: [
      'form checklist SQ-001 -o community.docx',
      'form checklist --scheme service-window --blank --out windows',
    ],
    options: [formatOption(front.m, 'docx'), ...options('checklist')],
    run: async (shell, [subject], options) => {
      const { planChecklists } = await import('../../work/papers/checklist.ts')
      await write(shell, planChecklists(shell.desk(), askedOf(shell, subject, options, false)), options)
    },
  })
}

/** One, or all; `orNobody`: or without either those that the paper itself chooses. */
function askedOf({ m }: Shell, subject: string | undefined, options: Options, orNobody: boolean): Asked {
  const asked: Asked = {
    evaluation: textOption(options, 'evaluation'),
    scheme: textOption(options, 'scheme'),
    subject: subject ?? null,
    district: textOption(options, 'district'),
    all: options.all === true,
    blank: options.blank === true,
  }
  const nobody = subject === undefined && !asked.all && asked.district === null && !asked.blank
  if ((subject !== undefined && asked.all) || (nobody && !orNobody))
    throw new Refusal('CX6001', { message: m.words.said.whomToPrint })
  return asked
}

async function write(
  shell: Shell,
  { papers, untyped, notes = [], scheme = '', others = [] }: SubjectPapers,
  options: Options,
): Promise<void> {
  const { said } = shell.m.words
  if (untyped.length > 0) shell.say(shell.color.yellow(said.withoutType(untyped)))
  if (others.length > 0) shell.say(shell.color.yellow(said.schemeTaken(scheme, others)))
  for (const note of notes) shell.say(shell.color.yellow(note))
  if (papers.length === 0) shell.say(shell.color.yellow(said.noSubjects))
  await writePapers(shell, papers, options)
}
