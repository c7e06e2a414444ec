// What is said of the year as a page.

export const column = {}

export const help = {
  'report html':
    'the year as one page that opens without a network: the three rates, totals and grades, complaints, inspections, places, deadlines, past years, and every explanation',
  'report html --year': 'of which year; by default the latest that was evaluated',
}

export const said = {}
