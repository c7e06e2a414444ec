// Problems with versions of evaluations and with questions to them.
import type { SubjectNoun } from '../scheme/subject-noun.ts'

/** What a finalized evaluation seals by a digest. */
export type SealedPart = 'scheme' | 'basis' | 'result'

/** 127x. */
export interface VersionProblems {
  // finalized although something is unknown; the largest gaps by agency and indicator
  CX1270: {
    subject: SubjectNoun
    id: number
    incomplete: number
    agencies: number
    gaps: number
    largest: { agency: string; indicator: number | null; points: string }[]
  }
  CX1271: { id: number; version: number; latest: number } // no such version
  CX1272: { id: number; version: number; reason: string } // version that was opened again
  CX1273: { id: number } // nothing to open again
  CX1274: { part: SealedPart; kept: string; found: string } // recomputed, sealed otherwise
  CX1275: { agency: string; kept: string | null; found: string | null } // result recomputed otherwise
  CX1276: { a: string; b: string } // evaluations of different kinds of subjects
  CX1277: Record<string, never> // nothing supposed
  CX1278: { value: string; nearest: string } // record that is not among what was evaluated
  CX1279: { value: string; count: number; agencies: string } // record that several have
}
