// Numbers with their noun: English needs the plural.

/** In: a number and a noun. Out: `1 row`, `2 rows`, `0 agencies`. */
export function many(n: number, one: string, more = `${one}s`): string {
  return `${n} ${n === 1 ? one : more}`
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
