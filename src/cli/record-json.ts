// A record as JSON tells it: money in yuan and decimals as texts, inspection items as they are.
import { decimalText, scaledText } from '../domain/exact.ts'
import type { Values } from '../domain/imports/column.ts'
import type { RecordKind } from '../domain/records/kind.ts'

export function recordJson(kind: RecordKind, row: Values): Record<string, unknown> {
  const { id, uscc, agency_name, district_code, district, items, ...rest } = row
  for (const { key, type } of kind.columns) {
    const value = rest[key] ?? null
    // What could not be taken as a number is shown as it was given.
    if (type.is === 'decimal' && typeof value === 'number') rest[key] = decimalText(value)
  }
  const yuan = Object.entries(rest)
    .filter(([key]) => key.endsWith('_fen'))
    .map(([key, fen]) => {
      delete rest[key]
      return [key.replace(/_fen$/, '_yuan'), fen === null ? null : scaledText(Number(fen), 2)]
    })
  return {
    ...(id === undefined ? {} : { id }),
    uscc,
    agency_name,
    ...(district === undefined ? {} : { district_code: district_code ?? null, district }),
    ...rest,
    ...(items === undefined ? {} : { items: JSON.parse(String(items)) as unknown }),
    ...Object.fromEntries(yuan),
  }
}
