// A file that is edited while it is read is refused: nobody can say what was imported.
import { appendFileSync, copyFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { Refusal } from '../../src/domain/refusal.ts'
import { fileSource, type Source } from '../../src/formats/source.ts'
import type { Desk } from '../../src/work/desk.ts'
import { importRoster } from '../../src/work/imports/import-roster.ts'
import { at, five, ROOT, sha256 } from './run.ts'

/** A file to which something happens when it is read for the `nth` time. */
function disturbed(path: string, nth: number, what: () => void): { source: Source; happened: () => boolean } {
  const source = fileSource('roster.csv', path, readFileSync(path).length)
  let readings = 0
  const pieces = () => {
    readings += 1
    if (readings === nth) what()
    return source.pieces()
  }
  return { source: { ...source, pieces }, happened: () => readings >= nth }
}

it.each([
  ['grows', (path: string) => appendFileSync(path, '6,x\r\n')],
  ['becomes another encoding', (path: string) => writeFileSync(path, Buffer.from([0x61, 0xff, 0x0a]))],
  ['goes away', (path: string) => rmSync(path)],
])('a roster that %s while it is read', async (_, what) => {
  const cwd = await at('init')
  const path = join(cwd, 'roster.csv')
  const db = join(cwd, 'chengxin.db')
  const before = sha256(db)
  const desk: Desk = {
    ...{ db, today: '2013-11-04', now: '2013-11-04T00:00:00', operator: '测试员' },
    migrations: join(ROOT, 'migrations'),
    schemes: join(ROOT, 'src', 'schemes'),
    templates: join(ROOT, 'src', 'formats', 'templates'),
    onUpgrade: () => undefined,
  }
  const refused: boolean[] = []
  const happened: boolean[] = []
  // Whichever reading it is - for the hash, the encoding, the header, the rows - it is noticed.
  for (let nth = 2; nth <= 12; nth++) {
    copyFileSync(five('roster'), path)
    const given = disturbed(path, nth, () => what(path))
    const error: unknown = await importRoster(desk, given, { dryRun: true, rejects: false }).then(
      () => null,
      thrown => thrown,
    )
    refused.push(error instanceof Refusal && error.problems[0]!.code === 'CX5019')
    happened.push(given.happened())
  }
  expect(happened).toContain(true)
  expect(refused).toEqual(happened)
  expect(sha256(db)).toBe(before)
})
