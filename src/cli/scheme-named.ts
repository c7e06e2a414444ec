// How the clerk names a scheme on the command line.
import { Refusal } from '../domain/refusal.ts'
import type { Named } from '../work/scheme/texts.ts'
import type { Shell } from './shell.ts'

/** An id, `@` and an evaluation, `-`, or else a file, which is read. */
export async function namedBy(shell: Shell, name: string): Promise<Named> {
  if (/^[a-z0-9-]+$/.test(name) && name !== '-') return { by: 'id', id: name }
  if (/^@\d+(@\d+)?$/.test(name)) return { by: 'evaluation', evaluation: name.slice(1) }
  const { openInput } = await import('./files.ts')
  const { wholeOf } = await import('../formats/source.ts')
  const input = await openInput(shell.world, name)
  try {
    const source = new TextDecoder('utf-8', { fatal: true }).decode(wholeOf(input))
    return { by: 'file', file: input.file, source }
  } catch {
    throw new Refusal('CX2006', { file: input.file })
  }
}
