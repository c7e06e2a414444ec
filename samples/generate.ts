// Writes samples/city/ anew. The files are committed; a test compares them with what this makes.
// Run from the root of the repository.

import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { cityFiles } from './generator/city.ts'

const folder = join(process.cwd(), 'samples', 'city')
mkdirSync(folder, { recursive: true })
for (const [name, bytes] of await cityFiles()) {
  writeFileSync(join(folder, name), bytes)
  process.stdout.write(`${name} ${bytes.length}\n`)
}
