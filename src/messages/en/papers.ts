// Words for papers handed in, and for the check before a list goes out.

import type { PaperKind } from '../../domain/records/paper-problems.ts'
import type { ProblemTextsOf } from '../problem-texts.ts'
import type * as zh from '../zh-CN/papers.ts'
import { many } from './count.ts'

const PAPERS: Record<PaperKind, string> = {
  form: 'recommendation form',
  self_summary: 'self-summary',
  result: 'evaluation results',
  application: 'application',
  filing: 'filing form',
  other: 'other papers',
}

export const column: typeof zh.column = {
  corporate_group: 'Corporate group',
}

export const help: typeof zh.help = {
  paper: 'Papers handed in',
  'paper import':
    'Import papers received: recommendation forms, self-summaries, results, applications, filing forms',
  'paper template':
    'Write the papers that nominees still lack, a row each; fill in the days of receipt and import it',
  'paper add': 'Record a paper received',
  'paper list': 'List papers handed in',
  'paper show': 'One paper and its corrections',
  'paper edit': 'Correct a paper',
}

export const said: typeof zh.said = {
  moreFound: left =>
    `More: ${left.map(l => `${l.code} ${l.count} times`).join(', ')}; for all add --json, or check district by district with --district`,
  papersLacking: lacking =>
    `Papers missing: ${lacking
      .map(
        ({ district, papers }) =>
          `${district === null ? '' : `${district} `}${papers.map(({ kind, count }) => `${PAPERS[kind]} ${count}`).join(', ')}`,
      )
      .join(
        '; ',
      )}; record them with chengxin paper template -o papers.xlsx, fill in the days, then chengxin paper import papers.xlsx`,
  noPapersLacking: 'No papers are missing; nothing was written',
  noListOf: districts =>
    `${many(districts.length, 'district')} without a nominee, no list was written: ${districts.join(', ')}`,
  tiesOpen: ties =>
    `Ties undecided: ${ties.map(t => `${t.district} ${t.tied} for ${many(t.open, 'place')}`).join(', ')}`,
  seeCheck: 'Before it is handed in: chengxin nomination check',
  placesLeft: pools => `Places left: ${pools.map(p => `${p.district} ${p.left}`).join(', ')}`,
}

export const problems: ProblemTextsOf<'CX136'> = {
  CX1360: p => ({
    what: `A paper received on ${p.received} is said to be of the evaluation of ${p.year}`,
    fix: 'Check the year and the day of receipt',
  }),
  CX1361: p => ({
    what: `${p.name} lacks papers of ${p.year}: ${p.papers.map(kind => PAPERS[kind]).join(', ')}`,
    fix: p.papers.every(kind => kind === 'result')
      ? 'Finalize the evaluation first, or record the results received on paper'
      : `Record them once received: chengxin paper add ${p.holder} --year ${p.year} --kind ${p.papers[0]} --received-on DATE, or chengxin paper import`,
  }),
  CX1362: p => ({
    what: `The same ${{ uscc: 'credit code (organization part)', code: 'number', name: 'name' }[p.by]} "${p.value}" is nominated more than once: ${p.nominees}`,
    fix: 'Check whether they are one body; if so keep one nomination and correct the roster',
  }),
  CX1363: p => ({
    what: `Several nominees belong to "${p.group}": ${p.nominees}`,
    why: 'A group has one applicant',
    fix: 'Agree which of them applies; where all should stay, give the reason',
  }),
}
