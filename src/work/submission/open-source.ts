// Opens what came as a package, and reads nothing that is too big to be one.
import { type Problem, problem } from '../../domain/problem.ts'
import { UNPACKED_BYTES } from '../../formats/limits.ts'
import { type Source, wholeOf } from '../../formats/source.ts'
import { type OpenedPackage, openPackage } from './open-package.ts'

/** Packed it is smaller than what it unpacks to. */
export const PACKAGE_BYTES = UNPACKED_BYTES

export function openSource(source: Source): OpenedPackage | { problems: Problem[] } {
  const { file, size } = source
  if (size > PACKAGE_BYTES) return { problems: [problem('CX1421', { fault: 'too-big', part: '' }, { file })] }
  return openPackage({ file, bytes: wholeOf(source) })
}
