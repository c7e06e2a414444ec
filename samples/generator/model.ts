// What the parts of the generator hand to each other: a `Part` says what is special about one
// agency, an `Agency` is the finished roster row together with its part.

import type { District } from './districts.ts'

export const AS_OF = '2013-10-31'

export type RaterKind = 'self' | 'expert' | 'public'

export interface ComplaintPlan {
  category?: '虚假信息' | '收费争议' | '用工权益' | '客户权益' | '其他'
  dishonest?: boolean
  finding?: '属实' | '部分属实' | '不属实' | '撤回'
  /** Empty or absent: still open. */
  closed?: string
  received?: string
  /** Absent: sixty days after acceptance. Empty: the cell is left blank. */
  due?: string
}

export interface PenaltyPlan {
  kind: string
  decided: string
  status?: '生效' | '已撤销' | '复议诉讼中'
  revoked?: string
}

export interface InspectionPlan {
  failed?: number[]
  notApplicable?: number[]
  refused?: boolean
  due?: string
  rectified?: string
  officers?: 1 | 2
}

export interface Part {
  /** For `sheetsLike`, and for people who look for the case in this folder. */
  label?: string
  isPublic?: boolean
  name?: string
  legalRep?: string
  /** Older agencies that never got a credit code. */
  codeless?: boolean
  licensed?: boolean
  /** 0…1; the total is about 17.5 + 82.5 × quality when all records are in order. */
  quality?: number
  perfect?: boolean
  sheetsLike?: string
  withoutSheets?: RaterKind[]
  /** One indicator left blank by these kinds of raters. */
  blank?: { number: number; by: RaterKind[] }
  standardGrade?: string
  businessStart?: string
  licenseYears?: 3 | 5
  validTo?: string
  status?: '有效' | '到期' | '注销' | '吊销' | '停业' | ''
  annualResult?: '合格' | '不合格' | ''
  complaints?: ComplaintPlan[]
  penalties?: PenaltyPlan[]
  /** Absent: all items pass. */
  inspection?: InspectionPlan | 'none'
}

export interface Agency {
  part: Part
  district: District
  /** Has a part written by hand, so no further record may fall on it. */
  cast: boolean
  forProfit: boolean
  name: string
  uscc: string
  agencyKind: '经营性' | '公共' | '市属'
  ownership: string
  licenseNo: string
  issuer: string
  issuedOn: string
  validTo: string
  legalRep: string
  address: string
  phone: string
  scope: string
  businessStart: string
  staffCount: number
  standardGrade: string
  annualYear: string
  annualResult: string
  status: string
}
