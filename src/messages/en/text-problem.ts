// A file whose bytes are no text: in no known encoding, cut short, or damaged in a few places.
import type { Messages } from '../messages.ts'

function because(reasons: readonly string[]): { why?: string } {
  return reasons.length === 0 ? {} : { why: reasons.join(', ') }
}

const unknownText: Messages['problems']['CX1002'] = p => ({
  what: `The encoding of the file is not recognized (tried: ${p.tried.map(t => t.encoding).join(', ')})`,
  ...because(
    p.suggest === ''
      ? p.tried.filter(t => t.line !== null).map(t => `from line ${t.line} on it is not ${t.encoding}`)
      : [`it seems to be ${p.suggest}`],
  ),
  fix:
    p.suggest === ''
      ? 'Save it as "CSV UTF-8" in Excel or WPS, or name the encoding with --encoding'
      : `Try again with --encoding ${p.suggest}`,
})

function lastLine(tried: readonly { line: number | null }[]): number {
  return Math.max(...tried.map(t => t.line ?? 1))
}

export const textProblem: Messages['problems']['CX1002'] = p => {
  const line = lastLine(p.tried)
  if (p.fault === 'cut')
    return {
      what: `The file breaks off in line ${line}, in the middle of its last character`,
      why: 'It was probably not fully copied or saved',
      fix: 'Get the whole file and import it again; if it is whole, name the encoding with --encoding',
    }
  if (p.fault === 'few')
    return {
      what: `Nearly all of the file is UTF-8, but line ${line} has bad bytes`,
      fix: 'Correct the line and save as "CSV UTF-8"; if it really is GB18030, use --encoding gb18030',
    }
  return unknownText(p)
}
