// How texts from Chinese office files are compared: full-width ASCII folded, spaces and brackets dropped.

/** Full-width ASCII (Ａ１（）　) to half-width; nothing else changes. */
export function foldWidth(text: string): string {
  if (!/[\u3000\uff01-\uff5e]/.test(text)) return text
  return text
    .replace(/[\uff01-\uff5e]/g, c => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .replace(/\u3000/g, ' ')
}

/** A header for comparison: folded, no spaces, required marks or brackets characters, lower case. */
export function headerKey(text: string): string {
  return foldWidth(text)
    .replace(/[\s()*"“”]/g, '')
    .toLowerCase()
}

/** A header with its bracketed remark taken away: 常住人口(万人) -> 常住人口. */
export function headerStem(text: string): string {
  return headerKey(foldWidth(text).replace(/\([^)]*\)/g, ''))
}

/** An agency name for comparison: width folded, inner spaces dropped. Never used to change what is stored. */
export function nameKey(text: string): string {
  const folded = foldWidth(text)
  return /\s/.test(folded) ? folded.replace(/\s/g, '') : folded
}

/** The candidates closest to a text by edit distance, nearest first; only those near enough to be meant. */
export function nearest(text: string, candidates: Iterable<string>, most = 3): string[] {
  const limit = Math.max(1, Math.floor(text.length / 3))
  const found: { candidate: string; distance: number }[] = []
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - text.length) > limit) continue
    const distance = editDistance(text, candidate, limit)
    if (distance <= limit) found.push({ candidate, distance })
  }
  found.sort((a, b) => a.distance - b.distance || (a.candidate < b.candidate ? -1 : 1))
  return found.slice(0, most).map(f => f.candidate)
}

function editDistance(a: string, b: string, limit: number): number {
  let previous = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    let least = i
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1
      const value = Math.min(previous[j]! + 1, row[j - 1]! + 1, previous[j - 1]! + cost)
      row.push(value)
      least = Math.min(least, value)
    }
    if (least > limit) return limit + 1
    previous = row
  }
  return previous[b.length]!
}
