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
  candidates: 'at least one candidate',
  not_dropped: 'not nominated: a ruling drops this agency',
}

/** Choices and numbers are told as they are written. */
export function wanted(said: string): string {
  return Object.hasOwn(WANTED, said)
    ? WANTED[said as WantedName]
    : said.replace(/^=/, '').split('|').join(' or ')
}
