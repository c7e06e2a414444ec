// What the problems of explanations and gaps of evaluations tell: 129x.

export interface GapProblems {
  CX1290: { name: string; before: string; now: string } // records changed since the last run (warning)
  CX1291: { name: string; indicator: string; missing: string; decided: boolean } // condition that is open
  CX1292: { name: string; limit: string; grade: string; missing: string } // grade limit that is open
  CX1293: { name: string; type: string | null; known: string } // subject of no type that the scheme knows
  CX1294: { rater: string; weight: number } // rater kind that never rated
  CX1295: { name: string; conditions: number } // subject of conditions that nobody judged
  CX1296: { name: string; kind: string; wanted: string } // registered as another kind of subject
}
