// What keeps a nominee from the title, on the boundaries of each day.
import { describe, expect, it } from 'vitest'
import type { Gate } from '../../../src/domain/scheme/scheme.ts'
import type { Dossier } from '../../../src/domain/score/dossier.ts'
import { grantHindrance, type Published } from '../../../src/domain/title/grant.ts'
import { contextOn, dossier, honor } from '../fixtures.ts'

const TITLE = '县级标杆'
const gates: Gate[] = [
  { id: 'evaluated', name: '已审定', on: true, clause: '五', test: 'evaluated' },
  { id: 'held', name: '已有前一级', on: true, clause: '四', test: 'holds_title', titles: ['前一级'] },
  { id: 'back', name: '未被撤销', on: true, clause: 'default', test: 'not_revoked', months: 36 },
]
const before = honor({ title: '前一级', granted_on: '2023-03-10' })

function hindrance(
  on: string,
  published: Published | undefined,
  { mustPublish = true, honors = [before] }: { mustPublish?: boolean; honors?: Dossier['honors'] } = {},
) {
  const nominee = {
    dossier: dossier({ honors }),
    standing: { finalized: true, total: 9000, decision: null },
    published,
  }
  return grantHindrance(
    { title: TITLE, gates, ranking: [{ key: 'total', clause: '五' }] },
    nominee,
    mustPublish,
    contextOn(on),
  )
}

const closed = { last_day: '2023-03-07', closed_on: '2023-03-08', removed_on: null }

describe('publicity', () => {
  it.each([
    ['closed on the day of the grant', '2023-03-10', { ...closed, closed_on: '2023-03-10' }, null],
    ['closed before', '2023-03-10', closed, null],
    [
      'closed the day after',
      '2023-03-10',
      { ...closed, closed_on: '2023-03-11' },
      { is: 'closed_after', on: '2023-03-11' },
    ],
    ['open', '2023-03-10', { ...closed, closed_on: null }, { is: 'publicity_open', until: '2023-03-07' }],
    ['none', '2023-03-10', undefined, { is: 'not_published' }],
    ['removed', '2023-03-10', { ...closed, removed_on: '2023-03-06' }, { is: 'removed', on: '2023-03-06' }],
  ] as [string, string, Published | undefined, object | null][])('%s', (_what, on, published, wanted) => {
    expect(hindrance(on, published)).toEqual(wanted)
  })

  it('that nobody asks for is not waited for, but an objection upheld still counts', () => {
    expect(hindrance('2023-03-10', undefined, { mustPublish: false })).toBe(null)
    const removed = { ...closed, removed_on: '2023-03-06' }
    expect(hindrance('2023-03-10', removed, { mustPublish: false })).toMatchObject({ is: 'removed' })
  })
})

describe('honors', () => {
  const title = (given: Parameters<typeof honor>[0]) => honor({ title: TITLE, ...given })
  it.each([
    ['the title in force', [before, title({ granted_on: '2022-01-01' })], { is: 'holds', on: '2022-01-01' }],
    [
      'the title dated ahead',
      [before, title({ granted_on: '2023-04-01' })],
      { is: 'holds', on: '2023-04-01' },
    ],
    ['the title run out', [before, title({ granted_on: '2019-01-01', valid_to: '2023-03-09' })], null],
    [
      'the title in its last day',
      [before, title({ granted_on: '2019-01-01', valid_to: '2023-03-10' })],
      { is: 'holds', on: '2019-01-01' },
    ],
    ['the title of one of its windows', [before, title({ holder_kind: 'window' })], null],
    [
      'taken back within 36 months',
      [before, title({ granted_on: '2019-01-01', status: 'revoked', revoked_on: '2020-03-11' })],
      { is: 'gate', name: '未被撤销', clause: 'default', records: [] },
    ],
    [
      'taken back 36 months ago',
      [before, title({ granted_on: '2019-01-01', status: 'revoked', revoked_on: '2020-03-10' })],
      null,
    ],
    ['no title of the level below', [], { is: 'gate', name: '已有前一级', clause: '四', records: [] }],
    [
      'the title of the level below from tomorrow on',
      [honor({ title: '前一级', granted_on: '2023-03-11' })],
      { is: 'gate', name: '已有前一级', clause: '四', records: [] },
    ],
    [
      'the title of the level below taken back today',
      [honor({ title: '前一级', granted_on: '2023-01-01', status: 'revoked', revoked_on: '2023-03-10' })],
      { is: 'gate', name: '已有前一级', clause: '四', records: [] },
    ],
  ] as [string, Dossier['honors'], object | null][])('%s', (_what, honors, wanted) => {
    expect(hindrance('2023-03-10', closed, { honors })).toEqual(wanted)
  })
})
