// An entry's line, put together of parts: a text with fields in braces, as the clerk writes them in files. A part whose
// field is empty is left out, so that no line says “罚款元”.
import type { Column, Values } from '../imports/column.ts'
import { writtenAs } from '../imports/written.ts'

const FIELD = /\{(\w+)(\??)\}/g

/** `{unit?}`: the part stands without this field too. Amounts of zero are as good as none. */
export function lineParts(parts: readonly string[], values: Values, columns: readonly Column[]): string[] {
  return parts.flatMap(part => {
    let whole = true
    const text = part.replace(FIELD, (_, key: string, optional: string) => {
      const written = fieldText(key, values, columns)
      if (written === '' && optional === '') whole = false
      return written
    })
    return whole ? [text] : []
  })
}

function fieldText(key: string, values: Values, columns: readonly Column[]): string {
  const value = values[key] ?? null
  const column = columns.find(c => c.key === key)
  if (column?.type.is === 'money' && value === 0) return ''
  const written = (column ? writtenAs(column, value) : value?.toString()) ?? ''
  const several = column?.type.is === 'texts' || column?.type.is === 'choices'
  return several ? written.replaceAll(';', '、') : written
}
