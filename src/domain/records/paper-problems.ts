// What papers handed in and the check of a nomination list can have against them: 136x.

export type PaperKind = 'form' | 'self_summary' | 'result' | 'application' | 'filing' | 'other'

/** By what two nominees are one. */
export type SameBy = 'uscc' | 'code' | 'name'

export interface PaperProblems {
  CX1360: { year: number; received: string } // paper of a year that it cannot, or hardly, be of
  CX1361: { name: string; year: number; papers: readonly PaperKind[]; holder: string } // papers of a nominee that are missing
  CX1362: { by: SameBy; value: string; nominees: string } // one body nominated more than once
  CX1363: { group: string; nominees: string } // several nominees of one corporate group (warning)
}
