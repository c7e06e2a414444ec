// Missing systems: what was found when, which of it was in the campaign's time, and what is late.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lastingFindings, rebuildingIn, type SystemFinding } from '../../../src/domain/campaign/rebuilding.ts'

const OCTOBER = { starts_on: '2013-10-01', ends_on: '2013-10-31', rebuild_by: '2013-10-31' }

/** '-10-09' is missing on that day of 2013, '+10-09' built; '<10-20' behind it the day set for rebuilding. */
function findings(text: string): SystemFinding[] {
  return text
    .split(' ')
    .filter(word => word !== '')
    .map(word => {
      const [found = '', due] = word.split('<')
      return {
        state: found.startsWith('-') ? 'missing' : 'built',
        checked_on: `2013-${found.slice(1)}`,
        rebuild_by: due === undefined ? null : `2013-${due}`,
      }
    })
}

describe('the findings that hold', () => {
  it.each([
    ['', ''],
    ['-10-09 +10-20', '-10-09 +10-20'],
    // Of one day the last one holds: it corrects the other.
    ['-10-09 +10-09', '+10-09'],
    // What goes back behind a finding takes its place: an import taken back, a wrong day corrected.
    ['-10-09 +10-20 -10-09', '-10-09'],
    ['-10-09 +10-20 -11-01 +10-15', '-10-09 +10-15'],
  ])('of %s are %s', (written, lasting) => {
    expect(lastingFindings(findings(written))).toEqual(findings(lasting))
  })

  it('are in order of days and end with what was written last', () => {
    const finding = fc.record({
      state: fc.constantFrom('built' as const, 'missing' as const),
      checked_on: fc.integer({ min: 10, max: 28 }).map(day => `2013-10-${day}`),
      rebuild_by: fc.constant(null),
    })
    fc.assert(
      fc.property(fc.array(finding, { minLength: 1 }), written => {
        const lasting = lastingFindings(written)
        expect(lasting.at(-1)).toEqual(written.at(-1))
        const days = lasting.map(f => f.checked_on)
        expect(days).toEqual([...new Set(days)].sort())
        expect(lastingFindings(lasting)).toEqual(lasting)
      }),
      { seed: 1 },
    )
  })
})

describe('missing in October, seen on 4 November', () => {
  it.each([
    ['nothing found', '', null],
    ['built all along', '+10-09', null],
    ['found and not rebuilt', '-10-09', ['10-09', '10-31', null, true]],
    ['found and not rebuilt, with time left', '-10-09<11-04', ['10-09', '11-04', null, false]],
    ['rebuilt on the day itself', '-10-09<10-20 +10-20', ['10-09', '10-20', '10-20', false]],
    ['rebuilt a day late', '-10-09<10-20 +10-21', ['10-09', '10-20', '10-21', true]],
    ['rebuilt within the month', '-10-09 +10-31', ['10-09', '10-31', '10-31', false]],
    ['rebuilt after it', '-10-09 +11-01', ['10-09', '10-31', '11-01', true]],
    ['found before and rebuilt before', '-09-01 +09-30', null],
    ['found before and rebuilt on its first day', '-09-01 +10-01', ['09-01', '10-31', '10-01', false]],
    ['found before and still missing', '-09-01<09-15', ['09-01', '09-15', null, true]],
    ['found on its last day', '-10-31', ['10-31', '10-31', null, true]],
    ['found after it', '-11-01', null],
    [
      'found again: the first day, the time set last',
      '-10-09<10-20 -10-21<11-10',
      ['10-09', '11-10', null, false],
    ],
    ['lost again within it', '-10-02 +10-05 -10-20 +10-25', ['10-20', '10-31', '10-25', false]],
    ['lost again after it', '-10-02 +10-05 -11-02', ['10-02', '10-31', '10-05', false]],
  ] as [string, string, [string, string, string | null, boolean] | null][])('%s', (_, text, wanted) => {
    const day = (short: string | null) => (short === null ? null : `2013-${short}`)
    const [found, due, rebuilt, overdue] = wanted ?? []
    expect(rebuildingIn(findings(text), OCTOBER, '2013-11-04')).toEqual(
      wanted === null
        ? null
        : { found_on: day(found!), due_on: day(due!), rebuilt_on: day(rebuilt!), overdue },
    )
  })
})
