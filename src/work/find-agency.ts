// An agency named on the command line, or the refusal that offers the nearest ones.
import { Refusal } from '../domain/refusal.ts'
import type { Agency } from '../domain/roster/agency.ts'
import { normalizeUscc } from '../domain/roster/uscc.ts'
import { nameKey, nearest } from '../domain/text.ts'
import { findAgency, listAgencyKeys } from '../store/agency.ts'
import type { Reader } from '../store/open.ts'
import { ask, type Desk } from './desk.ts'

/** By credit code (in any spelling), license number, own id, or a name that only one agency has. */
export function agencyNamed(reader: Reader, key: string): Agency {
  return findAgency(reader, key.trim()) ?? findAgency(reader, normalizeUscc(key)) ?? agencyByName(reader, key)
}

/** The id of an agency named by any of these. */
export function resolveAgency(desk: Desk, key: string): number {
  return ask(desk, reader => agencyNamed(reader, key).id)
}

/** A name that only one agency has serves as well. */
function agencyByName(reader: Reader, key: string): Agency {
  const named = listAgencyKeys(reader).filter(a => nameKey(a.name) === nameKey(key))
  if (named.length === 1) return findAgency(reader, String(named[0]!.id))!
  if (named.length === 0) return notOnRoster(reader, key)
  const matches = named.map(a => `${a.name}（${a.uscc ?? a.license_no ?? a.id}）`).join('、')
  throw new Refusal('CX4003', { value: key, matches })
}

function notOnRoster(reader: Reader, key: string): never {
  const keys = listAgencyKeys(reader)
  const known = keys.flatMap(a => [a.uscc, a.license_no, a.name].filter(text => text !== null))
  throw new Refusal('CX4001', { value: key, nearest: nearest(key, known).join('、') })
}
