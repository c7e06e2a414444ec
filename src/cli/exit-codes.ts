// The exit code of a refusal follows from its code.
import type { Problem, ProblemCode } from '../domain/problem.ts'

const SPECIAL: Partial<Record<ProblemCode, number>> = {
  CX1123: 2,
  CX1160: 4,
  CX1161: 4,
  CX1245: 2,
  CX1249: 5,
  CX1252: 5,
  CX1255: 4,
  CX1256: 2,
  CX1270: 6,
  CX1271: 4,
  CX1272: 5,
  CX1273: 5,
  CX1276: 2,
  CX1277: 2,
  CX1278: 4,
  CX1279: 4,
  CX1414: 4,
  CX1371: 5,
  CX1376: 5,
  CX1377: 4,
  CX1379: 5,
  CX1382: 5,
  CX1296: 4,
  CX1316: 4,
  CX1317: 4,
  CX1343: 2,
  CX1344: 2,
  CX1356: 5,
  CX1385: 5,
  CX1391: 4,
  CX1417: 2,
  CX1419: 5,
  CX1427: 5,
  CX1428: 5,
  CX1429: 5,
  CX1430: 2,
  CX1434: 2,
  CX2005: 4,
  CX3001: 4,
  CX3002: 2,
  CX3003: 4,
  CX3004: 5,
  CX3005: 5,
  CX3006: 5,
  CX3007: 5,
  CX3013: 4,
  CX3024: 4,
  CX3026: 4,
  CX5001: 5,
  CX5002: 4,
  CX5004: 5,
  CX5007: 5,
  CX5008: 5,
  CX5009: 4,
  CX5012: 5,
  CX5013: 2,
  CX5014: 5,
  CX5015: 5,
  CX5016: 5,
  CX5017: 5,
  CX5018: 5,
  CX5019: 5,
}

/** By the first digit of the code: 1-3 data, 4 not found, 5 failed, 6 usage; some have their own. */
export function exitCodeOf(problems: readonly Problem[]): number {
  const code = problems[0]!.code
  const own = SPECIAL[code]
  if (own !== undefined) return own
  switch (code[2]) {
    case '4':
      return 4
    case '5':
      return 1
    case '6':
      return 2
    default:
      return 3
  }
}
