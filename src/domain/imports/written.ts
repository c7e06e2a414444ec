// A stored value as the clerk writes it in a file: choices by their official word, money in yuan, rates in percent.
import { FOREVER } from '../day.ts'
import { decimalText, MICRO, ratioText, scaledText } from '../exact.ts'
import type { Column, Value } from './column.ts'

/** Null for nothing. What is written so reads back as the same value. */
export function writtenAs(column: Column, value: Value): string | null {
  if (value === null) return null
  const { type } = column
  switch (type.is) {
    case 'choice':
      return officialWord(type.of, String(value))
    case 'choices':
      return String(value)
        .split(';')
        .map(part => officialWord(type.of, part))
        .join(';')
    case 'yes_no':
      return value === 1 ? '是' : '否'
    case 'money':
      return scaledText(Number(value), 2)
    case 'rate':
      return `${ratioText({ n: BigInt(value), d: 10_000n }, 0, 4)}%`
    case 'day':
      return value === FOREVER ? '长期' : String(value)
    case 'points':
      return ratioText({ n: BigInt(value), d: BigInt(MICRO) }, 2, 6)
    case 'name':
      return officialWord(type.known, String(value))
    case 'decimal':
      return decimalText(Number(value))
    default:
      return String(value)
  }
}

/** The first word of a choice is the official one. */
function officialWord(of: Readonly<Record<string, string>>, value: string): string {
  return Object.entries(of).find(([, stored]) => stored === value)?.[0] ?? value
}
