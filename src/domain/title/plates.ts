// Plate numbers (标牌编号) in a row: P-0009 is followed by P-0010.
import { plateNo } from '../records/honor.ts'

/** So many numbers from the first on; null where the first does not end in a number. */
export function platesFrom(first: string, count: number): string[] | null {
  const [, before, number] = /^(.*?)(\d+)$/.exec(plateNo(first)) ?? []
  if (before === undefined || number === undefined) return null
  return Array.from({ length: count }, (_, i) => {
    return `${before}${String(BigInt(number) + BigInt(i)).padStart(number.length, '0')}`
  })
}
