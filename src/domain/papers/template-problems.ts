// What is wrong with a Word template that a bureau restyled, and with a check code.
import type { Day } from '../day.ts'
import type { FieldShape } from './field-shape.ts'

/** Where in a Word file, and the text around. */
export interface TagPlace {
  part: 'body' | 'header' | 'footer' | 'notes'
  around: string
}

/** Why a file is no Word template. */
export type WordFault =
  | 'not_word'
  | 'old_word'
  | 'encrypted'
  | 'macros'
  | 'embedded'
  | 'dotx'
  | 'damaged'
  | 'dtd'
  | 'xml'
  | 'too_big'
  | 'faulty'

/** How braces hold no field; `sign`: a command of the template language that papers do not take. */
export type BraceFault = 'unclosed' | 'unopened' | 'full_width' | 'empty' | 'sign'

/** How the ends of a part do not belong together. */
export type LoopFault = 'unclosed' | 'unopened' | 'crossed' | 'cells' | 'inside'

/** Pages of one section that have a header and a footer of their own. */
export type PageKind = 'default' | 'first' | 'even'

export interface TemplateProblems {
  CX1400: { fault: WordFault; detail: string } // no Word template
  CX1401: { tag: string; title: string; nearest: string; at: TagPlace } // field that this paper does not have
  CX1402: { fault: BraceFault; text: string; at: TagPlace } // braces that are no field
  CX1403: { fault: LoopFault; tag: string; other: string; at: TagPlace } // part that is not closed where it is opened
  CX1404: { field: string; write: string; title: string; on: PageKind | null } // required field missing; on some pages only
  CX1405: { tag: string; within: string; at: TagPlace } // field outside its rows
  CX1406: { tag: string; shape: Exclude<FieldShape, object> | 'rows'; write: string; at: TagPlace } // written as what it is not
  CX1407: { part: string; target: string } // something outside the file
  CX1408: Record<string, never> // no field of any paper
  CX1409: { code: string; hash: string | null; papers: number; today: Day } // no paper of this file has the check code, nor any log entry the hash that it may be as well
  CX1410: { part: string; field: string } // field of Word itself that fetches, runs, or changes by itself
}
