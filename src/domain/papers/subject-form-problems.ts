// Problems with the papers of others than agencies: 1417 to 1419.

export interface SubjectFormProblems {
  CX1417: { paper: string; available: string } // several schemes have the paper, none named
  CX1418: { subject: string; scheme: string; found: string | null } // not of the kind or type that the scheme is for
  CX1419: { id: number } // nothing to file: the evaluation has granted no title
}
