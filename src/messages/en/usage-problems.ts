// Problems of a command line (60xx): what it names, and what may not be written.
import type { ProblemTextsOf } from '../problem-texts.ts'

export const usageProblems: ProblemTextsOf<'CX60'> = {
  CX6001: p => ({ what: p.message, fix: 'Add --help to see the usage' }),
  CX6002: p => ({ what: `${p.option} cannot be "${p.value}"`, fix: `Choose from: ${p.allowed}` }),
  CX6003: p =>
    p.papers === 0
      ? {
          what: 'There is no paper of what was asked for; no file was written',
          fix: 'Do as said above, or ask for others',
        }
      : { what: `-o takes one paper, there are ${p.papers}`, fix: 'Name a folder with --out' },
  CX6004: p => ({
    what: `${p.name} is not text and cannot be shown on a terminal`,
    fix: 'Name a file with -o',
  }),
  CX6005: p => ({
    what: `"${p.value}" is neither a check code nor a hash of the log`,
    fix: 'Take the check code in the footer, or what stands behind 日志第…条, at least 6 digits of it',
  }),
  CX6006: p => ({ what: `${p.option}: there is no such day as ${p.value}`, fix: 'Correct the date' }),
  CX6007: p => ({
    what: p.path === '-' ? 'Standard output can take one thing only' : `${p.path} is named twice`,
    fix: 'Give rejects, report and result a file each',
  }),
  CX6008: p => ({
    what: `There is no mapping to save as "${p.name}"`,
    fix: 'Say it with --map header=field or --mapping',
  }),
  CX6009: p => ({
    what: `${p.path} is the database, a file of it, or a file to be read, and is not overwritten`,
    fix: 'Choose another name',
  }),
  CX6010: p => ({
    what:
      p.format === null
        ? `${p.file} ends in none of the formats that this command writes`
        : `The ending of ${p.file} contradicts the format ${p.format}`,
    fix: `Let it end in ${p.allowed}${p.format === null ? '' : ', or leave out --format and --json'}`,
  }),
}
