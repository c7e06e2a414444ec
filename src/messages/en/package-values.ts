// What a value of a package should be.
import type { WantedName } from '../../domain/submission/shape.ts'

const WANTED: Readonly<Record<WantedName, string>> = {
  text: 'a text of at most 32767 characters',
  name: 'one line of at most 200 characters',
  said: 'a text that is not empty',
  integer: 'a whole number',
  count: 'a whole number, not below 0',
  flag: 'true or false',
  day: 'a day (YYYY-MM-DD)',
  year: 'a year from 1990 to 2100',
  sha256: 'a SHA-256 digest',
  list: 'a list',
  object: 'an object',
  nothing: 'left out',
  value: 'there',
  stored: 'a value that a register can hold',
  once: 'there once',
  agency: 'an agency of the package',
  district: "an agency of the sender's; this one is of another district",
  kind: 'for_profit or public',
  scores: 'the sum of the points',
  range: 'the least, then the most',
  grade: 'there where a total is',
  result: 'the total of the results',
  nominees: 'at least one nominee',
  total: 'there: without a total nobody is nominated',
  rank: 'a rank as the totals say',
  decision: 'the decision that its reason tells of',
  by_hand: 'the decision that rulings by hand make',
  whom: 'an agency where one is added or dropped, and none otherwise',
  method: 'how it was settled where there was a tie, and nothing otherwise',
  gate: 'the gate where one is switched off, and none otherwise',
  tied: 'who was tied where there was a tie, and nobody otherwise',
  packed: 'a day not after the day of packing',
  score: 'the points that the results have here',
  indicator: 'an indicator of the scheme',
  indicators: 'the indicators of the scheme',
  band: 'the grade that the total makes',
}

/** Choices and numbers are told as they are written. */
export function wanted(said: string): string {
  return Object.hasOwn(WANTED, said)
    ? WANTED[said as WantedName]
    : said
        .replace(/^=/, '')
        .replace(/^0\.\./, '0 to ')
        .split('|')
        .join(' or ')
}
