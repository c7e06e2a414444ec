// The kinds of Word papers with the template each is printed with: the program's own, or the one the bureau put in use.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { TEMPLATES, type TemplateId } from '../../domain/papers/templates.ts'
import { Refusal } from '../../domain/refusal.ts'
import { listTemplates, type StoredTemplate, templateBytes } from '../../store/template.ts'
import { askIfThere, type Desk } from '../desk.ts'
import { fileName } from '../papers/paper.ts'

export interface ShownKind {
  kind: TemplateId
  title: string
  /** Null where the program's own is in use. */
  own: StoredTemplate | null
  /** Of the file in use. */
  sha256: string
}

export const templateIds = Object.keys(TEMPLATES) as TemplateId[]

/** Without a database every kind has the program's own. */
export function listKinds(desk: Desk): ShownKind[] {
  const own = new Map((askIfThere(desk, listTemplates) ?? []).map(stored => [stored.kind, stored]))
  return templateIds.map(kind => {
    const stored = own.get(kind) ?? null
    const sha256 = stored?.sha256 ?? sha256Of(defaultTemplate(desk, kind))
    return { kind, title: TEMPLATES[kind].title, own: stored, sha256 }
  })
}

/** By id, or as an office calls it. Refuses what no paper is called. */
export function kindNamed(name: string): TemplateId {
  const found = templateIds.find(id => id === name || TEMPLATES[id].title === name)
  if (found) return found
  const available = templateIds.map(id => `${id}（${TEMPLATES[id].title}）`).join('、')
  throw new Refusal('CX4002', { kind: 'template', value: name, available })
}

/** `original`: the program's own, whatever is in use. */
export function templateFiles(
  desk: Desk,
  kinds: readonly TemplateId[],
  original: boolean,
): { name: string; bytes: Uint8Array }[] {
  const own = (kind: TemplateId) =>
    original ? null : (askIfThere(desk, reader => templateBytes(reader, kind)) ?? null)
  return kinds.map(kind => ({
    name: fileName(['模板', TEMPLATES[kind].title, kind], 'docx'),
    bytes: own(kind) ?? defaultTemplate(desk, kind),
  }))
}

export function defaultTemplate(desk: Desk, kind: TemplateId): Uint8Array {
  return readFileSync(join(desk.templates, `${kind}.docx`))
}

export function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
