// What the problems of scheme files and of schemes on file tell: 122x, 20xx.

/** `missing` has no detail, `choice` the words allowed, `type` what is expected, `form` what the format says. */
export type WrongValue = 'missing' | 'choice' | 'fact' | 'type' | 'form'

export interface SchemeProblems {
  // 122x: schemes on file
  CX1220: { id: string } // id of a scheme that is on file with another text
  CX1221: { id: string; evaluations: string; misfits: string } // new text that rated sheets do not fit

  // 20xx: scheme files
  CX2001: { detail: string } // not YAML
  CX2002: { key: string; path: string } // unknown key
  CX2003: { path: string; is: WrongValue; detail: string } // wrong or missing value
  CX2004: { path: string; kind: string; detail: string } // sums, numbers, bands, references
  CX2005: { id: string; available: string } // no such scheme
  CX2006: { file: string } // scheme file that is no UTF-8 text
}
