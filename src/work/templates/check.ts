// A restyled Word template, looked through before it is used: every fault at once, then filled once for a trial.
import { sampleOf, type TemplateKind } from '../../domain/papers/field-shape.ts'
import { checkTags, kindOf } from '../../domain/papers/tags.ts'
import { TEMPLATES, type TemplateId } from '../../domain/papers/templates.ts'
import { type Problem, problem } from '../../domain/problem.ts'
import { visible } from '../../domain/text.ts'
import { fillDocx, TemplateFault } from '../../formats/docx.ts'
import { brokenPart, readWordFile, TEMPLATE_BYTES } from '../../formats/docx-tags.ts'
import { type Source, wholeOf } from '../../formats/source.ts'

export interface CheckedTemplate {
  /** Null of a file that no kind can be told of. */
  kind: TemplateId | null
  file: string
  bytes: Uint8Array
  problems: Problem[]
}

/** `as`: the kind it is to make; null where its fields tell. */
export async function checkTemplate(source: Source, as: TemplateId | null): Promise<CheckedTemplate> {
  const { file } = source
  // Whatever it is, it is too big to be looked at.
  const bytes = source.size > TEMPLATE_BYTES ? new Uint8Array(TEMPLATE_BYTES + 1) : wholeOf(source)
  const { kind, problems } = await look(bytes, file, as)
  return { kind, file, bytes, problems: problems.map(p => ({ ...p, place: { file } })) }
}

async function look(
  bytes: Uint8Array,
  file: string,
  as: TemplateId | null,
): Promise<{ kind: TemplateId | null; problems: Problem[] }> {
  const word = readWordFile(bytes, file)
  if ('fault' in word)
    return { kind: as, problems: [problem('CX1400', { ...word, detail: visible(word.detail) })] }
  const foreign = [
    ...word.links.map(link => problem('CX1407', { ...link, target: visible(link.target) })),
    ...word.wordFields.map(({ part, field }) => problem('CX1410', { part, field: visible(field) })),
  ]
  const kind = as ?? kindOf(word.texts, TEMPLATES)
  if (kind === null) return { kind, problems: [...foreign, problem('CX1408', {})] }
  const problems = [...foreign, ...checkTags(word, TEMPLATES[kind])]
  // What is wrong already would be refused again, in other words.
  return { kind, problems: problems.length > 0 ? problems : await trial(bytes, TEMPLATES[kind]) }
}

/** What only filling shows (in a formula, in the properties of the file) is better seen now than when papers are due. */
async function trial(bytes: Uint8Array, { fields }: TemplateKind): Promise<Problem[]> {
  try {
    const { bytes: filled, missing } = await fillDocx(bytes, sampleOf(fields))
    const broken = brokenPart(filled)
    if (broken !== null) return [problem('CX1400', { fault: 'faulty', detail: broken })]
    const left = leftOver(filled)
    if (left !== null) return [problem('CX1400', { fault: 'faulty', detail: left })]
    return missing.map(tag => problem('CX1400', { fault: 'faulty', detail: `{${tag}}` }))
  } catch (error) {
    if (!(error instanceof TemplateFault)) throw error
    return error.faults.map(({ kind, tag }) =>
      problem('CX1400', { fault: 'faulty', detail: tag === '' ? kind : `${kind} {${tag}}` }),
    )
  }
}

/** A tag that filling has passed over would be printed as it stands. */
function leftOver(filled: Uint8Array): string | null {
  const word = readWordFile(filled, '')
  if ('fault' in word) return word.fault
  const [tag] = word.texts.flatMap(text => text.tags)
  return tag ? `{${tag.sign}${tag.name}}` : null
}
