// What is said of the papers of others than agencies.
import type { ProblemTextsOf } from '../problem-texts.ts'
import { many } from './count.ts'

export const column = {}

export const help = {
  'form application':
    'Application of an institution (Linyi, 附件2): what it is, its conditions one by one, opinions of departments; one each',
  'form filing':
    'What a county files (Linyi, 附件4): institutions with a title granted; one per county, or a table',
  'form appraisal': 'Yearly appraisal of staff (internal), one per person',
  'form checklist':
    'Checklist of a window, a full-employment community or a platform, with what is on file and boxes for the rest',
  'form application --all': 'all institutions (by default only nominees), with a list of what was written',
  'form filing --all': 'all counties, with a list of what was written',
  'form appraisal --all': 'everybody, with a list of what was written',
  'form checklist --all': 'all whom the scheme is for, with a list of what was written',
  'form filing --blank': 'an empty form, to be filled in by hand',
  '--blank': 'without results, to be filled in by hand; with nobody named, one empty form of each type',
  'form --scheme': 'by which scheme, where several have this paper',
}

export const said = {
  withoutType: (names: string[]) =>
    `No paper for ${many(names.length, 'subject')} without a type of the scheme: ${names.slice(0, 5).join(', ')}${names.length > 5 ? ' …' : ''}. Fill it in with chengxin subject edit`,
  notGranted: (names: string[]) =>
    `${many(names.length, 'nominee')} without a title in force left out: ${names.slice(0, 5).join(', ')}${names.length > 5 ? ' …' : ''}`,
  whomToPrint:
    'Name one, or give --all for everybody, --district for one county, --blank for an empty form; not --all with a name',
  schemeTaken: (scheme: string, others: readonly string[]) =>
    `Written by ${scheme}; not by ${others.join(', ')}: name one with --scheme`,
  noSubjects: 'Nobody is within what was asked for',
}

export const problems: ProblemTextsOf<'CX1417' | 'CX1418' | 'CX1419'> = {
  CX1417: p => ({
    what: `It is not said by which scheme to make this paper (${p.paper})`,
    why: `Several have it: ${p.available}`,
    fix: 'Name the scheme with --scheme, or the evaluation with --evaluation',
  }),
  CX1418: p => ({
    what: `Scheme ${p.scheme} is not for ${p.subject}`,
    why:
      p.found === null
        ? 'The register of subjects does not tell its type'
        : `The register of subjects says "${p.found}"`,
    fix: 'See whom it is for with chengxin scheme show; correct a wrong or missing type with chengxin subject edit',
  }),
  CX1419: p =>
    p.id === null
      ? {
          what: `No evaluation by scheme ${p.scheme} has been run`,
          fix: `Open one with chengxin evaluation open --scheme ${p.scheme} and run it; for an empty form give --blank`,
        }
      : {
          what: `Evaluation ${p.id} has granted no title: there is nothing to file`,
          why: 'What is filed are results that were published and announced',
          fix: 'Run chengxin title grant first; name another evaluation with --evaluation; for an empty form give --blank',
        },
}
