// What is said of the papers of a nomination.

export const column = {}

export const help = {
  'form recommendation --all': 'all nominees, with a list of what was written',
  'form summary': 'Cover of the self-summary, one per agency',
  'form ranking': 'Ranking of an evaluation, of all or of one district',
  'form nominees': 'List of nominees, of all or of one district',
  'form nominees --all': 'one for each district, with a list of what was written',
  'form hotline': 'Hotlines of the districts (附件4)',
  'form package': 'All papers of a nomination at once, with a list of what was written',
  'form notice': 'Notice of the result in writing, as evaluation notice',
  'form archive': 'Integrity archives, as archive export',
}

export const said = {}
