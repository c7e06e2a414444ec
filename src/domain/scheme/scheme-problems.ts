// What the problems of scheme files and of schemes on file tell: 122x, 20xx.

export interface SchemeProblems {
  // 122x: schemes on file
  CX1220: { id: string } // id of a scheme that is on file with another text
  CX1221: { id: string; evaluations: string; misfits: string } // new text that rated sheets do not fit

  // 20xx: scheme files
  CX2001: { detail: string } // not YAML
  CX2002: { key: string; path: string } // unknown key
  // missing value, or a wrong one: of another type, none of a list, or for another reason
  CX2003: { path: string; missing: boolean; expected: string | null; allowed: string[]; detail: string }
  CX2004: { path: string; kind: string; detail: string } // sums, numbers, bands, references
  CX2005: { id: string; available: string } // no such scheme
  CX2006: { file: string } // scheme file that is no UTF-8 text
}
