// One agency's archive, for the screen.
import type { Audience } from '../../domain/archive/entries.ts'
import { ask, type Desk } from '../desk.ts'
import { agencyNamed } from '../find-agency.ts'
import { type Archive, readArchives } from './read-archives.ts'

export function showArchive(desk: Desk, key: string, audience: Audience): Archive {
  return ask(
    desk,
    reader => readArchives(reader, [agencyNamed(reader, key)], desk.today, audience).archives[0]!,
  )
}
