// Which digits are a telephone number that lost its zero, and which never had one.
import { expect, it } from 'vitest'
import { withLostZero } from '../../../src/domain/imports/phone.ts'

it.each([
  ['1064632146', '010-64632146'],
  ['106463214', '010-6463214'],
  ['2164632146', '021-64632146'],
  ['75582463214', '0755-82463214'],
  ['3108246321', '0310-8246321'],
  ['9018246321', '0901-8246321'],
])('%s was %s', (cut, whole) => expect(withLostZero(cut)).toBe(whole))

it.each([
  ['a mobile number', '13800000099'],
  ['a mobile number of another kind', '19900000099'],
  ['a local number', '64632146'],
  ['a 400 number', '4006463214'],
  ['an 800 number', '8006463214'],
  ['a service number', '95588'],
  ['with its zero', '01064632146'],
  ['with its sign', '10-64632146'],
  ['too long', '106463214600'],
  ['a registration number', '110105012345678'],
  ['no digits', ''],
])('%s is left alone', (_, text) => expect(withLostZero(text)).toBeNull())
