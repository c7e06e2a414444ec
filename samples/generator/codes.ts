// Unified social credit codes (GB 32100) with a correct organization part (GB 11714). The serial
// CXYL0001… is invented; the arithmetic is the standard's, so that the codes pass every check.

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const ORGANIZATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2]

/** Check character of the organization part: over 0-9 and A=10…Z=35, modulo 11. */
function organizationCheck(body: string): string {
  let sum = 0
  for (let i = 0; i < 8; i++) sum += Number.parseInt(body[i]!, 36) * ORGANIZATION_WEIGHTS[i]!
  const check = 11 - (sum % 11)
  return check === 10 ? 'X' : check === 11 ? '0' : String(check)
}

function creditCheck(first17: string): string {
  let sum = 0
  let weight = 1
  for (const char of first17) {
    sum += ALPHABET.indexOf(char) * weight
    weight = (weight * 3) % 31
  }
  return ALPHABET[(31 - (sum % 31)) % 31]!
}

/** `category` is department and category: 91 company, 12 public institution, 52 private non-enterprise. */
export function creditCode(category: '91' | '12' | '52', region: string, serial: number): string {
  const body = `CXYL${String(serial).padStart(4, '0')}`
  const first17 = category + region + body + organizationCheck(body)
  return first17 + creditCheck(first17)
}
