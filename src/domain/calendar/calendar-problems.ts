// Problems with the working-day calendar: 132x.

export interface CalendarProblems {
  CX1320: { years: string } // working days of years whose notice is not loaded
  CX1321: { value: string } // make-up day on a weekday that is worked anyway
  CX1322: { value: string; other: string } // a row that says off and work at once
  CX1323: { year: number; lacks: string } // a year's notice that is not all there
  CX1324: { years: string; changes: number } // years that are loaded already, with other days
  CX1325: { id: number; title: string; year: string } // open publicity that could not be counted any more
}
