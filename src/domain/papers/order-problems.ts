// Problems with the papers of supervision.

/** 1413 to 1416. */
export interface OrderProblems {
  CX1413: { label: string } // inspection that found nothing, sanction of another kind: no order to write
  CX1414: { label: string; on: string | null } // nobody is to put anything right; the last was done on that day
  CX1415: { label: string; state: string } // title neither taken back nor proposed to be
  CX1416: { label: string } // honor without a plate
}
