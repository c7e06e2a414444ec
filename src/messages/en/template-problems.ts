// What is said of a Word template that cannot be used.
import type { PageKind, TagPlace } from '../../domain/papers/template-problems.ts'
import type { FieldName } from '../../domain/papers/templates.ts'
import type { ProblemTextsOf } from '../problem-texts.ts'
import { near } from './near.ts'
import { templateField } from './templates.ts'

const PART = { body: 'body', header: 'header', footer: 'footer', notes: 'notes' } as const
const place = ({ part, around }: TagPlace) => `In the ${PART[part]}: "${around}"`

const WORD_FAULT = {
  not_word: () => ({ what: 'This is no Word file (.docx)', fix: 'Save it as .docx in Word or WPS' }),
  old_word: (extension: string) => ({
    what: `The file is of an old format (${extension})`,
    fix: 'Open it in Word or WPS and save it as .docx',
  }),
  encrypted: () => ({ what: 'The file has a password', fix: 'Take the password off and save it as .docx' }),
  macros: () => ({
    what: 'The file has macros and cannot be a template',
    fix: 'Save it as .docx without macros',
  }),
  embedded: (part: string) => ({
    what: `Another file or a control is embedded in the file (${part}): it cannot be a template`,
    fix: 'Take out embedded objects, controls, charts and inserted files, and save again',
  }),
  dotx: () => ({ what: "The file is of Word's own format for templates (.dotx)", fix: 'Save it as .docx' }),
  damaged: (part: string) => ({
    what: `The file is damaged${part === '' ? '' : ` (${part})`}`,
    fix: 'Export the template again and restyle that',
  }),
  dtd: (part: string) => ({
    what: `The file has a document type declaration (${part}) and is not read`,
    fix: 'Export the template again and restyle that',
  }),
  xml: (part: string) => ({
    what: `${part} in the file is not well-formed XML: Word cannot open it`,
    fix: 'Export the template again and restyle it in Word or WPS; do not change the inside of the file with other tools',
  }),
  too_big: () => ({
    what: 'The file is too large: a template has at most 5 MB',
    fix: 'Take out or shrink pictures',
  }),
  faulty: (detail: string) => ({
    what: `Filling it for a trial failed: ${detail}`,
    fix: 'Correct the field, or export the template again',
  }),
}

const BRACES = {
  unclosed: (text: string) => ({
    what: `A brace is not closed: ${text}`,
    fix: 'Add the }; a field stands in one paragraph, and texts have no braces of their own',
  }),
  unopened: () => ({ what: 'There is a } too many', fix: 'Add the { before it, or take it out' }),
  full_width: (_text: string) => ({ what: 'A brace is full-width', fix: 'Write { } in half width' }),
  empty: (text: string) => ({
    what: `There is no field in ${text}`,
    fix: 'Write the name of the field, or take it out',
  }),
  sign: (text: string) => ({
    what: `This cannot be written here: ${text}`,
    fix: 'Use {field}, {#rows}…{/rows} and {.} only',
  }),
}

const LOOPS = {
  unclosed: (tag: string) => ({ what: `{#${tag}} has no end`, fix: `Add {/${tag}} behind it` }),
  unopened: (tag: string) => ({
    what: `There is no {#${tag}} before {/${tag}}`,
    fix: `Add {#${tag}}, or take it out`,
  }),
  crossed: (tag: string, other: string) => ({
    what: `{#${tag}} has no end before {/${other}}`,
    fix: `Write {/${tag}} first, then {/${other}}`,
  }),
  inside: (tag: string) => ({
    what: `{#${tag}} stands inside its own rows`,
    fix: `Take out the {#${tag}} and {/${tag}} inside`,
  }),
  cells: (tag: string) => ({
    what: `{#${tag}} begins in a cell of a table and ends elsewhere`,
    fix: `Put {#${tag}} and {/${tag}} in one cell, in one row, or in rows of one table`,
  }),
}

const PAGES: Record<PageKind, string> = {
  ...{ default: 'ordinary pages', first: 'the first page', even: 'even pages' },
}

const SHAPE_WHY = {
  text: 'it is a text, and where it is missing the paper says so',
  maybe: 'it may be missing, and then the paper says so',
  texts: 'it is several texts',
  flag: 'it only says whether a part stands',
  rows: 'it is several rows',
}

export const problems: ProblemTextsOf<'CX140' | 'CX1410'> = {
  CX1400: p => WORD_FAULT[p.fault](p.detail),
  CX1401: p => ({
    what: `This paper has no field {${p.tag}}`,
    why: place(p.at),
    fix:
      p.nearest === '' ? 'See the fields with chengxin template show' : `Correct the name${near(p.nearest)}`,
  }),
  CX1402: p => ({ why: place(p.at), ...BRACES[p.fault](p.text) }),
  CX1403: p => ({ why: place(p.at), ...LOOPS[p.fault](p.tag, p.other) }),
  CX1404: p => ({
    what: `A required field is missing${p.on === null ? '' : ` on ${PAGES[p.on]}`}: ${templateField[p.field as FieldName]}`,
    why:
      p.on === null
        ? 'Hidden text, tracked deletions, and headers and footers that no page uses are not printed and do not count'
        : 'These pages have a header and footer of their own, and every page says it',
    fix:
      p.on === null
        ? `Write ${p.write}`
        : `Write ${p.write} in the footer of ${PAGES[p.on]} too, or have the same footer on all pages`,
  }),
  CX1405: p => ({
    what: `{${p.tag}} stands outside {#${p.within}}`,
    why: place(p.at),
    fix: `Move it between {#${p.within}} and {/${p.within}}`,
  }),
  CX1406: p => ({
    what: `The field ${p.tag} cannot be written so: ${SHAPE_WHY[p.shape]}`,
    why: place(p.at),
    fix: `Write ${p.write}`,
  }),
  CX1407: p => ({
    what: `The file fetches something from outside: ${p.target}`,
    why: p.part,
    fix: 'Remove the link, embed the picture, or detach the template, and save again',
  }),
  CX1408: () => ({
    what: 'The file has no field of any paper',
    fix: 'Export a template with chengxin template export and restyle that, or name the kind with --as',
  }),
  CX1410: p => ({
    what: `The file has a field of Word that cannot be used: ${p.field}`,
    why: `${p.part}: such a field fetches something, opens a program, or changes with the day and the computer; only PAGE, NUMPAGES, SECTION, SECTIONPAGES and EQ can be used`,
    fix: 'Select it and make it text with Ctrl+Shift+F9, or take it out, and save again',
  }),
  CX1409: p => ({
    what: `None of the ${p.papers} papers that this file gives has the check code ${p.code}${p.hash === null ? '' : `, and no log entry begins with ${p.hash}`}`,
    why: `Data changed since it was made, or it depends on its day: archives, month and year summaries, the page of the year, the inspection summary and drafts of revocations were compared as of ${p.today}`,
    fix: `The day on which it was made is printed after the code: try with --today of that day; the log hash in the same line shows what changed since${p.hash === null ? '' : '; if it is a log hash itself, compare it with the paper, and the file with a backup: the end of the log may have been cut'}`,
  }),
}
