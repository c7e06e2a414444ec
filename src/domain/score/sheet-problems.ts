// 124x to 126x: score sheets, what is done about a result by hand, notices and objections.

export interface SheetProblems {
  CX1240: Record<string, never> // a row left blank in a form that its rater filled in otherwise (warning)
  CX1241: { what: string; on: string; reason: string } // sheet taken back: not overwritten (unchanged: warning)
  CX1242: { number: number; type: string } // rating for what is not asked of that type
  CX1243: { value: string; types: string } // subject of no type that the scheme is for
  CX1244: { what: string; on: string | null } // sheet taken back already, or not taken back
  CX1245: { rater: string; kinds: string } // rater with sheets as several kinds
  CX1246: { rater: string; from: string | null; reason: string | null } // excluded already, or not excluded
  CX1247: { subject: string; indicator: string } // no points set by hand
  CX1248: { indicator: string } // a condition has no points to set
  CX1249: { id: number } // not finalized: nothing to notify of
  CX1250: { subject: string; on: string } // notice served already
  CX1251: { value: string; option: string } // working days into a year whose calendar is not loaded
  CX1252: { subject: string } // no notice served to object to
  CX1253: { subject: string; on: string; by: string } // objection after its last day
  CX1254: { no: number; on: string; outcome: string } // objection decided already
  CX1255: { kind: string | null } // nobody to rate, or a kind that rates nothing
  CX1256: { sheets: string } // a text file holds one sheet
}
