// Ranks by printed total: equal totals share a rank, the next one counts all before it (1, 2, 2, 4).

/** Totals in hundredths, null where unknown; returns the rank for each, null where there is no total. */
export function rankByTotal(totals: readonly (number | null)[]): (number | null)[] {
  const above = new Map<number, number>()
  const sorted = totals.filter(t => t !== null).sort((a, b) => b - a)
  sorted.forEach((total, i) => {
    if (!above.has(total)) above.set(total, i + 1)
  })
  return totals.map(total => (total === null ? null : above.get(total)!))
}
