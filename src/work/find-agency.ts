// An agency named on the command line, or the refusal that offers the nearest ones.
import { Refusal } from '../domain/refusal.ts'
import type { Agency } from '../domain/roster/agency.ts'
import { normalizeUscc } from '../domain/roster/uscc.ts'
import { nearest } from '../domain/text.ts'
import { findAgency, listAgencyKeys } from '../store/agency.ts'
import type { Reader } from '../store/open.ts'

/** By credit code (in any spelling), license number or own id. */
export function agencyNamed(reader: Reader, key: string): Agency {
  return findAgency(reader, key.trim()) ?? findAgency(reader, normalizeUscc(key)) ?? notOnRoster(reader, key)
}

function notOnRoster(reader: Reader, key: string): never {
  const keys = listAgencyKeys(reader)
  const known = keys.flatMap(a => [a.uscc, a.license_no, a.name].filter(text => text !== null))
  throw new Refusal('CX4001', { value: key, nearest: nearest(key, known).join('、') })
}
