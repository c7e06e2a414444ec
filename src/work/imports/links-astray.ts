// Links of complaints that an import makes or breaks: each must lead to an original, on file or in the file.
import type { Fault } from '../../domain/imports/column.ts'
import { type StrayLink, strayLinks } from '../../store/complaint.ts'
import type { Reader } from '../../store/open.ts'
import { recordsByKey } from '../../store/record.ts'
import type { Staging } from '../../store/staging.ts'
import { aboutWhom } from '../link-complaint.ts'
import type { Planner } from './importer.ts'

/** `repeats`: the field that names the original. */
export function linksAstray(
  reader: Reader,
  staging: Staging,
  repeats: string,
): ReturnType<NonNullable<Planner['across']>> {
  return strayLinks(reader, staging)
    .filter(link => !isAstrayOnFile(reader, link))
    .map(({ no, original, further, holder, line, original_line }) => {
      // A row of the file that comes to repeat another, although one on file repeats it.
      if (line === null) {
        const fault = { code: 'CX1104', params: { value: original, duplicates: no } } as const
        return { line: original_line!, finding: { fault, key: repeats }, refused: true }
      }
      const fault: Fault =
        holder === null
          ? { code: 'CX1105', params: { value: original } }
          : further !== null
            ? { code: 'CX1102', params: { value: original, original: further } }
            : { code: 'CX1103', params: { value: original, holder } }
      return { line, finding: { fault, key: repeats }, refused: true }
    })
}

/** Of such a link no file is to blame that neither makes nor breaks it. */
function isAstrayOnFile(reader: Reader, { no, original, line, original_line }: StrayLink): boolean {
  if (line === null && original_line === null) return true
  const onFile = recordsByKey(reader, 'complaint', [no, original])
  const [link, to] = [onFile.get(no), onFile.get(original)]
  if (link?.values.duplicate_of !== original) return false
  return !to || to.values.duplicate_of !== null || aboutWhom(reader, to).id !== aboutWhom(reader, link).id
}
