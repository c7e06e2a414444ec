// Unified social credit codes (GB 32100-2015) with the organization code inside (GB 11714-1997).
// Format, check character and organization part are separate findings: each has its own remedy.
import { type Place, type Problem, problem } from '../problem.ts'
import { foldWidth } from '../text.ts'

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const ORGANIZATION_ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'
const ORGANIZATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2]

/** Registering department -> categories in use. */
const CATEGORIES: Record<string, string> = {
  '1': '1239',
  '2': '19',
  '3': '123459',
  '4': '19',
  '5': '123459',
  '6': '129',
  '7': '129',
  '8': '19',
  '9': '123',
  A: '19',
  N: '1239',
  Y: '1',
}
const PROVINCES = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82'.split(
    ' ',
  ),
)
/** Letters that the alphabet leaves out because they are misread. */
const MISREAD: Record<string, string> = { O: '0', I: '1', S: '5', Z: '2', V: 'U' }

export interface UsccFinding {
  normalized: string
  problems: Problem[]
}

/** Upper case, half-width, without spaces and dashes: how a code is compared and stored. */
export function normalizeUscc(text: string): string {
  const folded = foldWidth(text)
  // Without what follows, most codes would be copied twice to come out the same.
  if (/^[0-9A-Z]*$/.test(folded)) return folded
  return folded.replace(/[\s-]/g, '').toUpperCase()
}

/** Checks one code as typed. No problems means that it is well-formed in every part. */
export function checkUscc(text: string, place: Place = {}): UsccFinding {
  const value = normalizeUscc(text)
  const about = { field: 'uscc', value: text }
  const found: Problem[] = []
  if (/^\d(\.\d+)?E\+?\d+$/.test(value)) {
    return { normalized: value, problems: [problem('CX1046', { value: text }, place, about)] }
  }
  if (value.length !== 18) {
    return { normalized: value, problems: [problem('CX1040', { value, length: value.length }, place, about)] }
  }
  if (!/^[0-9A-HJ-NPQRTUWXY]{18}$/.test(value)) {
    const bad = [...value].filter(c => !ALPHABET.includes(c))
    const hint = [...new Set(bad)].map(c => (MISREAD[c] ? `${c}→${MISREAD[c]}` : c)).join(' ')
    return {
      normalized: value,
      problems: [problem('CX1041', { value, bad: [...new Set(bad)].join(' '), hint }, place, about)],
    }
  }
  if (!CATEGORIES[value[0]!]?.includes(value[1]!)) {
    found.push(problem('CX1044', { value, part: value.slice(0, 2) }, place, about))
  }
  const region = value.slice(2, 8)
  if (!/^\d{6}$/.test(region) || !(PROVINCES.has(region.slice(0, 2)) || region === '100000')) {
    found.push(problem('CX1045', { value, region }, place, about))
  }
  const organization = organizationCheck(value.slice(8, 16))
  if (organization !== value[16]) {
    found.push(problem('CX1043', { value, expected: organization, actual: value[16]! }, place, about))
  }
  const check = checkCharacter(value.slice(0, 17))
  if (check !== value[17]) {
    found.push(problem('CX1042', { value, expected: check, actual: value[17]! }, place, about))
  }
  return { normalized: value, problems: found }
}

function checkCharacter(first17: string): string {
  let sum = 0
  let weight = 1
  for (let i = 0; i < first17.length; i++) {
    sum += ALPHABET.indexOf(first17[i]!) * weight
    weight = (weight * 3) % 31
  }
  return ALPHABET[(31 - (sum % 31)) % 31]!
}

function organizationCheck(first8: string): string {
  let sum = 0
  for (let i = 0; i < 8; i++) sum += ORGANIZATION_ALPHABET.indexOf(first8[i]!) * ORGANIZATION_WEIGHTS[i]!
  const check = (11 - (sum % 11)) % 11
  return check === 10 ? 'X' : String(check)
}
