// Fills a Word template with data. The layout belongs to the bureau: it may restyle a template in Word
// or WPS, so what is wrong in one is reported by tag, and a value that is missing shows on the paper.

import type { DXT } from 'docxtemplater'
import { stableBytes } from './zip-stable.ts'

export interface TagFault {
  /** The tag as it stands in the template, '' where the fault concerns the file. */
  tag: string
  /** docxtemplater's stable id (unclosed_loop, unopened_tag…), or not_a_template. */
  kind: string
}

/** Thrown when a template cannot be used; `faults` lists everything wrong with it, in document order. */
export class TemplateFault extends Error {
  readonly faults: readonly TagFault[]

  constructor(faults: readonly TagFault[]) {
    super(`template: ${faults.map(f => `${f.kind} {${f.tag}}`).join(', ')}`)
    this.name = 'TemplateFault'
    this.faults = faults
  }
}

export interface FilledDocx {
  bytes: Uint8Array
  /** Tags without a value (undefined or null), each once, in order of appearance. */
  missing: string[]
}

/**
 * In: the template's bytes and the data for its tags; texts may hold line breaks, an empty text is a
 * value (a blank to be filled in by hand). Out: the document, always the same bytes for the same input,
 * and the tags that had no value: each is printed as 【缺：…】 with what `called` says of it, so that nobody signs it
 * unseen.
 * Throws TemplateFault for a template that is no Word file or has faulty tags.
 */
export async function fillDocx(
  template: Uint8Array,
  data: Record<string, unknown>,
  called: (tag: string) => string = tag => tag,
): Promise<FilledDocx> {
  const { PizZip, Docxtemplater } = await libraries()
  const missing = new Set<string>()
  const zip = openTemplate(PizZip, template)
  try {
    const document = new Docxtemplater(zip, {
      paragraphLoop: true,
      linebreaks: true,
      errorLogging: false,
      nullGetter: part => noteMissing(part, missing, called),
    })
    document.render(data)
  } catch (error) {
    const faults = faultsOf(error)
    if (faults.length === 0) throw error
    throw new TemplateFault(faults)
  }
  return { bytes: stableBytes(zip), missing: [...missing] }
}

function openTemplate(PizZip: Libraries['PizZip'], template: Uint8Array): InstanceType<Libraries['PizZip']> {
  try {
    return new PizZip(template)
  } catch {
    throw new TemplateFault([{ tag: '', kind: 'not_a_template' }])
  }
}

async function libraries() {
  const [{ default: Docxtemplater }, { default: PizZip }] = await Promise.all([
    import('docxtemplater'),
    import('pizzip'),
  ])
  return { Docxtemplater, PizZip }
}

type Libraries = Awaited<ReturnType<typeof libraries>>

// A loop without data is an empty loop; its paragraphs vanish, so only `missing` can tell.
function noteMissing(part: DXT.Part, missing: Set<string>, called: (tag: string) => string): string {
  missing.add(part.value)
  return part.module === 'loop' ? '' : `【缺：${called(part.value)}】`
}

interface LibraryError {
  message?: unknown
  properties?: { id?: unknown; xtag?: unknown; errors?: unknown; rootError?: unknown }
}

/** docxtemplater bundles all tag errors into one; an error without its id is not about the template. */
function faultsOf(error: unknown): TagFault[] {
  const { properties } = error as LibraryError
  const several = properties?.errors
  if (Array.isArray(several)) return several.flatMap(faultsOf)
  if (typeof properties?.id !== 'string') return []
  return [{ tag: typeof properties.xtag === 'string' ? properties.xtag : '', kind: properties.id }]
}
