// Words for subjects (persons, windows, institutions, platforms, communities) as holders of records, and for blank forms.
import type { ProblemTextsOf } from '../problem-texts.ts'
import type * as zh from '../zh-CN/subjects.ts'
import { many } from './count.ts'
import { near } from './near.ts'

export const column: typeof zh.column = {
  subject_id: 'Subject id',
  type: 'Type',
}

export const help: typeof zh.help = {
  'agency template': 'Write a blank roster of agencies to be filled in and imported',
  'subject template': 'Write a blank register of subjects to be filled in and imported',
  'metric template':
    'Write a blank form of metrics, a row for each subject and metric, to be filled in and imported',
  'list --subject': 'only those of this subject, by its number or name',
  'template --kind': 'kind of subject',
  'metric template --scheme': 'the figures that a scheme asks for, of the subjects it is for',
  'metric template --type': 'only subjects of this type',
  'metric template --metric': 'name of a metric, with a unit as name=unit; repeatable',
  'metric template --period': 'period, this year by default',
}

export const problems: ProblemTextsOf<'CX120'> = {
  CX1200: p => ({
    what: `"${p.value}" is not in the register of subjects`,
    fix: `Record it first with chengxin subject add or subject import, or correct its name or number${near(p.nearest)}`,
  }),
  CX1201: p => ({
    what: `"${p.value}" fits more than one subject: ${p.matches}`,
    fix: 'Write its number, or id= and its id where it has none; of a person the agency may be told as well',
  }),
  CX1202: p => ({
    what: `"${p.value}" belongs to ${p.holder ?? 'no agency on file'}, not to ${p.agency}`,
    fix: 'Check both, or name the subject alone; where the register has the wrong agency, correct it first',
  }),
  CX1203: p => ({
    what: `The unit is %, and ${p.value} could be meant as ${p.value} percent or as it is`,
    fix: `Write the value with its sign (${p.value}%), or as a decimal without the unit`,
  }),
  CX1204: p => ({
    what: `${many(p.count, 'row')} without a value in this column ${p.count === 1 ? 'was' : 'were'} not imported`,
    why: 'What is not filled in is unknown, not zero',
    fix: 'Import these rows again once they are filled in',
  }),
  CX1205: p => ({
    what:
      p.allowed === ''
        ? `Subjects of the kind "${p.kind}" have no types; given is "${p.value}"`
        : `Subjects of the kind "${p.kind}" have no type "${p.value}"`,
    fix: p.allowed === '' ? 'Leave it empty' : `Choose from: ${p.allowed}`,
  }),
  CX1206: p => ({
    what: `${p.value} is on file already, for ${p.holder}`,
    fix: 'Another case needs a number of its own; to correct whose it is, use edit',
  }),
  CX1207: p => ({
    what: `Scheme ${p.scheme} asks for no figures of subjects`,
    fix: 'Name the figures with --kind and --metric',
  }),
}
