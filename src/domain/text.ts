// How texts from Chinese office files are compared: full-width ASCII folded, spaces and brackets dropped. Which
// characters none of them may hold.

// Tab and the line ends are layout; every other control character is damage or an attack on a terminal,
// and invisible ones (zero width, turned direction) make two names look like one.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const CONTROL = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/
const EVERY_CONTROL = new RegExp(CONTROL, 'g')

export function hasControl(text: string): boolean {
  return CONTROL.test(text)
}

/** The first control character of a text, as U+001B; null where there is none. */
export function controlIn(text: string): string | null {
  const found = CONTROL.exec(text)
  return found ? codePoint(found[0]) : null
}

export function codePoint(char: string): string {
  return `U+${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`
}

/** A text whose control characters can be seen, and do nothing. */
export function visible(text: string): string {
  return text.replace(EVERY_CONTROL, c => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

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

const UNSEEN = /[\s\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/
const ALL_UNSEEN = new RegExp(UNSEEN, 'g')

/**
 * A name for comparison: composed, width folded, spaces and what nobody sees dropped. Never used to change what is
 * stored.
 */
export function nameKey(text: string): string {
  const folded = foldWidth(text.normalize('NFC'))
  return UNSEEN.test(folded) ? folded.replace(ALL_UNSEEN, '') : folded
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
