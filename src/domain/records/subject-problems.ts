// What problems with subjects as holders of records tell: 120x.

export interface SubjectProblems {
  CX1200: { value: string; nearest: string } // not in the register
  CX1201: { value: string; matches: string } // several in the register
  CX1202: { value: string; holder: string | null; agency: string } // of another agency than the one named
  CX1203: { value: string } // a number of percent that could be meant either way
  CX1204: { count: number } // rows of a form that were left blank (warning)
  CX1205: { value: string; kind: string; allowed: string } // type of another kind
  CX1206: { value: string; holder: string } // number of a record that another holds
  CX1207: { scheme: string } // scheme that asks for no figures
}
