// Which records name a subject.
import { expect, it } from 'vitest'
import { namesSubject } from '../../../src/domain/records/naming.ts'

const PERSON = { kind: 'person', name: '样一' }
const WINDOW = { kind: 'window', name: '样例窗口（东区）' }

it.each([
  [{ person: '样一' }, PERSON, true],
  [{ person: ' 样　一' }, PERSON, true],
  [{ person: '样一一' }, PERSON, false],
  [{ person: null, persons: '样二（主要负责人）;样一（直接责任人）' }, PERSON, true],
  [{ persons: '样一(直接责任人)' }, PERSON, true],
  [{ persons: '样一' }, PERSON, true],
  [{ persons: '样十一（直接责任人）' }, PERSON, false],
  [{ person: null, persons: null }, PERSON, false],
  [{ holder: '样一', holder_kind: 'person' }, PERSON, true],
  [{ holder: '样一', holder_kind: 'window' }, PERSON, false],
  [{ holder: '样一', holder_kind: 'agency' }, PERSON, false],
  [{ holder: '样例窗口(东区)', holder_kind: 'window' }, WINDOW, true],
  [{ holder: '样例窗口', holder_kind: 'window' }, WINDOW, false],
  [{ subject: '样例窗口（东区）' }, WINDOW, true],
  [{ person: '样例窗口（东区）' }, WINDOW, false],
  [{ holder: '样例平台', holder_kind: 'platform' }, { kind: 'platform', name: '样例平台' }, true],
  [{ holder: '样例校', holder_kind: 'agency' }, { kind: 'institution', name: '样例校' }, false],
  [{ holder: '样例平台', holder_kind: 'window' }, { kind: 'platform', name: '样例平台' }, false],
  [{ subject: '样例平台' }, { kind: 'platform', name: '样例平台' }, true],
  [{}, PERSON, false],
])('%j of %j: %s', (record, subject, named) => {
  expect(namesSubject(record, subject)).toBe(named)
})
