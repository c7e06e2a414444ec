// What is said of the papers of a nomination.

export const column = {}

export const help = {
  'form recommendation --all': 'all nominees, with a list of what was written',
}

export const said = {}
