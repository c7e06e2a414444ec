// Telephone numbers: what looks like one, and as spreadsheets spoil them: typed as a number, 010-64632146 loses its
// first zero.

/** An area code without its zero (Beijing; the other great cities; all others) and seven or eight digits. */
const CUT = /^(10|2[0-57-9]|[3-9][1-9]\d|701|90[1-9])(\d{7,8})$/

/** The number with the zero that it seems to have lost; null for mobile, local, 400 and 800 numbers and all else. */
export function withLostZero(text: string): string | null {
  const match = CUT.exec(text)
  return match === null ? null : `0${match[1]}-${match[2]}`
}

/** Five digits at least, as of 12333, in groups; an extension behind. */
const WRITTEN = /^\+?\(?\d[\d\-() ]{3,}\d(转\d+)?$/

/** Whether somebody could call it. */
export function isPhone(text: string): boolean {
  return WRITTEN.test(text) && withLostZero(text) === null
}
