// What a step of a measure sets and leaves alone, whatever the record; the transcripts show each refusal.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Values } from '../../../src/domain/imports/column.ts'
import {
  type MeasureStep,
  type MeasureStepName,
  measureSteps,
  takeMeasureStep,
} from '../../../src/domain/records/measure-step.ts'

const TODAY = '2013-11-04'

/** Records on which the step follows. */
const FITTING: Readonly<Record<MeasureStepName, Values>> = {
  revoke: { decision_no: 'CF-1', decision_date: '2013-03-01', status: 'under_review' },
  review: { decision_no: 'CF-1', decision_date: '2013-03-01', status: 'in_force' },
  review_ended: { decision_no: 'CF-1', decision_date: '2013-03-01', status: 'under_review' },
  repair: { decision_no: 'CF-1', decision_date: '2013-03-01', status: 'in_force' },
  done: { sanction_no: '惩1号', kind: '责令整改', decided_on: '2013-03-01', rectify_due: '2013-04-01' },
  exit: { list: 'black', listed_on: '2013-03-01', until: '2014-02-28' },
  end: { kind: 'fast_lane', starts_on: '2013-03-01', ends_on: '2014-02-28' },
  title_revoked: { holder: '甲', title: '乙', granted_on: '2013-03-01', status: 'valid', valid_to: null },
  plate_returned: {
    ...{ holder: '甲', title: '乙', granted_on: '2013-03-01', status: 'revoked', revoked_on: '2013-09-01' },
    plate_no: 'P-1',
  },
}
const names = Object.keys(measureSteps) as MeasureStepName[]
const stepOf = (name: MeasureStepName): MeasureStep => measureSteps[name]

const recordOf = (name: MeasureStepName, given: Values = {}): Values => ({
  ...Object.fromEntries(stepOf(name).kind.columns.map(c => [c.key, null])),
  ...FITTING[name],
  ...given,
})
const told = (name: MeasureStepName): Values =>
  name === 'exit'
    ? { exit_kind: 'repaired' }
    : name === 'title_revoked'
      ? { revocation_document: '样发2号' }
      : {}

describe.each(names)('%s', name => {
  const step = stepOf(name)

  it('is taken today unless a day is told, and changes nothing but its own fields', () => {
    const own = new Set([step.day, step.reasonIn, ...step.needs, ...Object.keys(step.sets)])
    const others = step.kind.columns.map(c => c.key).filter(key => !own.has(key) && !(key in FITTING[name]))
    const texts = fc.record(
      Object.fromEntries(others.map(key => [key, fc.option(fc.constantFrom('甲', '乙'))])),
    )
    const days = new Set(step.kind.columns.filter(c => c.type.is === 'day').map(c => c.key))
    fc.assert(
      fc.property(texts, given => {
        const before = recordOf(
          name,
          Object.fromEntries(Object.entries(given).filter(([key]) => !days.has(key))) as Values,
        )
        const { after, refused } = takeMeasureStep(step, before, {
          ...{ values: told(name), reason: '理由', today: TODAY },
        })
        expect(refused).toEqual([])
        if (step.day !== null) expect(after[step.day]).toBe(TODAY)
        if (step.reasonIn !== null) expect(after[step.reasonIn]).toBe('理由')
        expect(after).toMatchObject(step.sets)
        for (const key of Object.keys(before)) if (!own.has(key)) expect(after[key]).toBe(before[key])
      }),
      { seed: 1 },
    )
  })

  it('does not follow on itself', () => {
    const said = { values: told(name), reason: '理由', today: TODAY }
    const { after } = takeMeasureStep(step, recordOf(name), said)
    const again = takeMeasureStep(step, after, said)
    expect(again.refused.map(f => f.fault.code)).toEqual(['CX1150'])
  })

  it('needs what it keeps', () => {
    const { refused } = takeMeasureStep(step, recordOf(name), { values: {}, reason: null, today: TODAY })
    const keys = [...step.needs, ...(step.reasonIn === null ? [] : ['reason'])]
    expect(refused.map(f => `${f.fault.code} ${f.key}`)).toEqual(keys.map(key => `CX1023 ${key}`))
  })
})

describe('what is said of a step although it is taken', () => {
  it.each([
    ['done', { rectified_on: '2013-04-01' }, []],
    ['done', { rectified_on: '2013-04-02' }, ['CX1159']],
    ['exit', { exit_kind: 'repaired', exited_on: '2013-08-31' }, ['CX1157']],
    ['exit', { exit_kind: 'repaired', exited_on: '2013-09-01' }, []],
    ['exit', { exit_kind: 'revoked', exited_on: '2013-04-01' }, []],
  ] as [MeasureStepName, Values, string[]][])('%s %j: %j', (name, values, wanted) => {
    const { warned } = takeMeasureStep(stepOf(name), recordOf(name), { values, reason: '理由', today: TODAY })
    expect(warned.map(f => f.fault.code)).toEqual(wanted)
  })
})
