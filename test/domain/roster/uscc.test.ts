// Credit codes: what is well-formed in every part, and which part of a bad one is named.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkUscc, normalizeUscc } from '../../../src/domain/roster/uscc.ts'

fc.configureGlobal({ seed: 20131031 })

/** The hand-checked five of the samples, and 91350100M000100Y43 worked out in public sources. */
const good = [
  '91110105CXJG000159',
  '91110108CXJG00023F',
  '91110101CXJG000315',
  '12110106CXJG0004XA',
  '52110228CXJG000587',
  '91350100M000100Y43',
]

const codes = (text: string): string[] => checkUscc(text).problems.map(p => p.code)

describe('checkUscc', () => {
  it.each(good)('accepts %s', code => {
    expect(checkUscc(code)).toEqual({ normalized: code, problems: [] })
  })

  it.each([
    ['lower case', '91110105cxjg000159'],
    ['full-width', '９１１１０１０５ＣＸＪＧ０００１５９'],
    ['spaces', ' 9111 0105 CXJG 0001 59 '],
    ['an ideographic space', '91110105\u3000CXJG000159'],
    ['dashes', '91-110105-CXJG0001-5-9'],
    ['a tab', '91110105CXJG000159\t'],
  ])('accepts a code written with %s and normalizes it', (_, typed) => {
    expect(checkUscc(typed)).toEqual({ normalized: '91110105CXJG000159', problems: [] })
  })

  it.each([
    ['a wrong check character', '91110105CXJG000158', ['CX1042']],
    ['two digits of the region swapped', '91110150CXJG000159', ['CX1042']],
    [
      'a wrong organization check and, with it, a wrong last character',
      '91110105CXJG000169',
      ['CX1043', 'CX1042'],
    ],
    ['eighteen zeros', '000000000000000000', ['CX1044', 'CX1045']],
    ['an unknown department', 'C1110105CXJG000159', ['CX1044', 'CX1042']],
    ['a category the department does not have', '94110105CXJG000159', ['CX1044', 'CX1042']],
    ['an unknown province', '91990105CXJG000159', ['CX1045', 'CX1042']],
    ['letters in the region', '9111A105CXJG000159', ['CX1045', 'CX1042']],
    ['one character too few', '91110105CXJG00015', ['CX1040']],
    ['one character too many', '91110105CXJG0001599', ['CX1040']],
    ['nothing', '', ['CX1040']],
    ['a number spoiled by a spreadsheet', '9.11E+17', ['CX1046']],
    ['the same without sign', '9.11101E17', ['CX1046']],
    ['an O for a zero', '9111O105CXJG000159', ['CX1041']],
    ['an I for a one', '9I110105CXJG000159', ['CX1041']],
    ['Chinese characters', '91110105样例JG000159', ['CX1041']],
  ])('names what is wrong with %s', (_, code, expected) => {
    expect(codes(code)).toEqual(expected)
  })

  it.each([
    ['9111O105CXJG000159', 'O', 'O→0'],
    ['9I110105CXJG000I59', 'I', 'I→1'],
    ['91110105CXJG0001S9', 'S', 'S→5'],
    ['911101OSCXJG000159', 'O S', 'O→0 S→5'],
    ['91110105CXJGZ00159', 'Z', 'Z→2'],
  ])('hints in %s at the digit that %s is misread for', (code, bad, hint) => {
    expect(checkUscc(code).problems[0]!.params).toEqual({ value: code, bad, hint })
  })

  it('tells the check character that the other seventeen ask for', () => {
    expect(checkUscc('91110105CXJG000150').problems[0]!.params).toEqual({
      value: '91110105CXJG000150',
      expected: '9',
      actual: '0',
    })
  })

  it('accepts the nation as region 100000', () => {
    // Σ worked out by hand below: this code has region 100000 and the organization part MA0000001.
    const code = withChecks('91100000MA000000')
    expect(codes(code)).toEqual([])
  })

  it('catches every change of one character into another of the alphabet', () => {
    const alphabet = [...'0123456789ABCDEFGHJKLMNPQRTUWXY']
    fc.assert(
      fc.property(
        fc.constantFrom(...good),
        fc.nat(17),
        fc.constantFrom(...alphabet, 'O', 'I', 'S', 'V', 'Z'),
        (code, at, char) => {
          const changed = code.slice(0, at) + char + code.slice(at + 1)
          expect(codes(changed).length > 0).toBe(changed !== code)
        },
      ),
      { numRuns: 2000 },
    )
  })

  it('accepts what is built by the two standards, whatever the organization', () => {
    const body = fc.array(fc.constantFrom(...'0123456789ABCDEFGHJKLMNPQRTUWXY'), {
      minLength: 8,
      maxLength: 8,
    })
    fc.assert(
      fc.property(fc.constantFrom('91110105', '12110000', '52371300', '93650100'), body, (head, eight) => {
        expect(codes(withChecks(head + eight.join('')))).toEqual([])
      }),
    )
  })
})

/** Appends the GB 11714 and the GB 32100 check characters, straight from the two standards. */
function withChecks(sixteen: string): string {
  const value = (c: string): number => (c >= '0' && c <= '9' ? Number(c) : c.charCodeAt(0) - 55)
  const nine = [3, 7, 9, 10, 5, 8, 4, 2].reduce((sum, w, i) => sum + w * value(sixteen[8 + i]!), 0)
  const organization = 11 - (nine % 11)
  const seventeen = sixteen + (organization === 10 ? 'X' : organization === 11 ? '0' : String(organization))
  const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'
  const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]
  const sum = weights.reduce((s, w, i) => s + w * alphabet.indexOf(seventeen[i]!), 0)
  const check = 31 - (sum % 31)
  return seventeen + (check === 31 ? '0' : alphabet[check]!)
}

describe('normalizeUscc', () => {
  it.each([
    [' 91110105cxjg000159 ', '91110105CXJG000159'],
    ['９１１１０１０５CXJG-000159', '91110105CXJG000159'],
    ['', ''],
  ])('writes "%s" as "%s"', (typed, normalized) => {
    expect(normalizeUscc(typed)).toBe(normalized)
  })
})
