// Means and medians of totals, computed with a pencil.
import { expect, it } from 'vitest'
import { averagesOf } from '../../../src/domain/score/average.ts'

it.each([
  ['of none', [], { counted: 0, mean: null, median: null }],
  ['of none that is known', [null, null], { counted: 0, mean: null, median: null }],
  ['of one', [7775], { counted: 1, mean: '77.75', median: '77.75' }],
  [
    'of two: half a hundredth is rounded up, in the mean as in the median',
    [7775, 7776],
    { counted: 2, mean: '77.76', median: '77.76' },
  ],
  ['of three, whatever their order', [9000, 100, 5000], { counted: 3, mean: '47.00', median: '50.00' }],
  ['of thirds', [100, 100, 0], { counted: 3, mean: '0.67', median: '1.00' }],
  [
    'without those that are not known',
    [null, 8000, 6000, null],
    { counted: 2, mean: '70.00', median: '70.00' },
  ],
])('%s', (_, totals, averages) => {
  expect(averagesOf(totals)).toEqual(averages)
})
