// Problems with places that are computed.

/** 130x. */
export interface QuotaProblems {
  CX1300: { unit: string; lower: number; upper: number; used: boolean } // floor, or what is used, above the cap
  CX1301: { value: string; firstLine: number } // unit twice
  CX1302: { stated: string; sum: string } // row of totals that is not the sum
  CX1303: { factor: string } // factor whose values are all zero
  // what cannot be split: floors above the total, caps below it, nobody with a weight
  CX1304: {
    constraint: 'floors' | 'caps' | 'weights'
    needed: number
    available: number
    by: number
    units: string[]
  }
  CX1305: { units: string[]; open: number; decimal: string } // tie for the last places (warning)
  CX1306: { unit: string; used: number; seats: number } // used more than it would get otherwise (warning)
  CX1307: { method: string; from: number; to: number; unit: string; before: number; after: number } // paradox (warning)
  CX1308: { seats: number; sum: number } // fixed places that are not the total
  CX1309: { file: string; has: 'places' | 'weights' } // table of the one where the other was looked for
  CX1310: { scheme: string } // scheme whose places are not split
  CX1311: { scheme: string; missing: string[] } // jurisdictions without a row
  // departs from the official table, or from the total that the document gives
  CX1312: {
    scheme: string
    units: { unit: string; official: number; seats: number }[]
    total: { official: number; seats: number } | null
  }
  CX1313: { units: string[]; open: number; settled: number } // tie that has to be settled
  CX1314: { value: string; units: string[] } // settled in favor of somebody who does not tie
  CX1315: Record<string, never> // settled without a reason
  CX1316: { scheme: string } // nothing adopted or computed to explain
  CX1317: { value: string; nearest: string } // no such unit
  CX1318: { scheme: string; names: string[] } // jurisdictions that the database does not have
  CX1319: { scheme: string } // nothing to weigh by
  CX1330: { unit: string; nominated: number; available: number } // nominees that no longer fit (warning)
}
