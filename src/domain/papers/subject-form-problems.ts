// Problems with the papers of others than agencies: 1417 to 1419.

export interface SubjectFormProblems {
  CX1417: { paper: string; available: string } // several schemes have the paper, none named
  CX1418: { subject: string; scheme: string; found: string | null } // not of the kind or type that the scheme is for
  CX1419: { scheme: string; id: number | null } // no evaluation by the scheme was run, or it has granted no title yet
}
