// What a remedy ends with.

/** The nearest known names, for the end of a remedy. */
export function near(text: string): string {
  return text === '' ? '' : ` (closest: ${text})`
}
