// Putting a restyled template in use, and going back to the program's own: from then on every paper of the kind.
import { TEMPLATES, type TemplateId } from '../../domain/papers/templates.ts'
import { dropTemplate, listTemplates, putTemplate, type StoredTemplate } from '../../store/template.ts'
import { ask, change, type Desk } from '../desk.ts'
import { defaultTemplate, sha256Of } from './kinds.ts'

export interface UsedTemplate {
  kind: TemplateId
  title: string
  /** Null: the program's own. */
  before: StoredTemplate | null
  after: StoredTemplate | null
  changed: boolean
}

/** A file that has passed the check; null for the program's own. The same again changes nothing. */
export function useTemplate(
  desk: Desk,
  kind: TemplateId,
  given: { file: string; bytes: Uint8Array } | null,
  dryRun: boolean,
): UsedTemplate {
  // The program's own is no bureau's: it would stay as it is when the program brings a newer one.
  const wanted = given && sha256Of(given.bytes) !== sha256Of(defaultTemplate(desk, kind)) ? given : null
  const after = wanted && {
    ...{ kind, file: wanted.file },
    ...{ sha256: sha256Of(wanted.bytes), used_on: desk.today },
  }
  const plan = (stored: readonly StoredTemplate[]): UsedTemplate => {
    const before = stored.find(s => s.kind === kind) ?? null
    const same = before?.sha256 === after?.sha256
    return { kind, title: TEMPLATES[kind].title, before, after: same ? before : after, changed: !same }
  }
  if (dryRun) return plan(ask(desk, listTemplates))
  return change(desk, 'template use', writer => {
    const planned = plan(listTemplates(writer))
    if (planned.changed && after) putTemplate(writer, after, wanted!.bytes)
    else if (planned.changed) dropTemplate(writer, kind)
    const summary = { kind, file: after?.file ?? null, template_sha256: after?.sha256 ?? null }
    return { result: planned, summary }
  }).result
}
