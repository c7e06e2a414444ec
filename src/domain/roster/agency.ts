// Agencies (人力资源服务机构) as the roster tells them, and their license on a given day.
import type { Day } from '../day.ts'
import type { Column } from '../imports/column.ts'

export type AgencyKind = 'for_profit' | 'public'
export type LicenseStatus = 'valid' | 'expired' | 'cancelled' | 'revoked' | 'suspended'

export interface Agency {
  id: number
  uscc: string | null
  name: string
  kind: AgencyKind
  ownership: string | null
  license_no: string | null
  license_issuer: string | null
  issued_on: Day | null
  valid_to: Day | null
  /** As stated by the roster; null follows from the expiry day. */
  license_status: LicenseStatus | null
  legal_rep: string | null
  address: string | null
  district_code: string
  phone: string | null
  scope: string | null
  business_start: Day | null
  staff_count: number | null
  standard_grade: string | null
  corporate_group: string | null
}

/** Fields of a roster row that are stored on the agency, in this order. */
export const agencyFields = [
  'uscc',
  'name',
  'kind',
  'ownership',
  'license_no',
  'license_issuer',
  'issued_on',
  'valid_to',
  'license_status',
  'legal_rep',
  'address',
  'district_code',
  'phone',
  'scope',
  'business_start',
  'staff_count',
  'standard_grade',
  'corporate_group',
] as const

const LICENSE_STATUS = {
  有效: 'valid',
  到期: 'expired',
  注销: 'cancelled',
  吊销: 'revoked',
  停业: 'suspended',
}

export const rosterColumns: readonly Column[] = [
  { key: 'seq', headers: ['序号'], type: { is: 'text' } },
  { key: 'name', headers: ['机构名称', '单位名称', '企业名称'], type: { is: 'text' }, required: true },
  { key: 'uscc', headers: ['统一社会信用代码', '信用代码', '社会信用代码'], type: { is: 'uscc' } },
  {
    key: 'kind',
    headers: ['机构类别', 'agency_kind'],
    type: { is: 'choice', of: { 经营性: 'for_profit', 公共: 'public', 市属: 'city' } },
    required: true,
  },
  { key: 'ownership', headers: ['机构性质'], type: { is: 'text' } },
  { key: 'license_no', headers: ['许可证编号', '许可证号', '证号'], type: { is: 'code' } },
  { key: 'license_issuer', headers: ['发证机关', 'issuer'], type: { is: 'text' } },
  { key: 'issued_on', headers: ['发证日期'], type: { is: 'day' } },
  { key: 'valid_to', headers: ['有效期至', '有效期限', '到期日'], type: { is: 'day', forever: true } },
  { key: 'legal_rep', headers: ['法定代表人', '负责人'], type: { is: 'text' } },
  { key: 'address', headers: ['住所地址', '地址', '经营地址'], type: { is: 'text' } },
  { key: 'district', headers: ['推荐范围', '所属区县', '辖区'], type: { is: 'text' } },
  { key: 'district_code', headers: ['区划代码', 'area_code'], type: { is: 'code' } },
  { key: 'phone', headers: ['联系电话', '电话'], type: { is: 'code', phone: true } },
  { key: 'scope', headers: ['服务范围', '业务范围'], type: { is: 'text' } },
  { key: 'business_start', headers: ['从业起始日期'], type: { is: 'day' } },
  { key: 'staff_count', headers: ['从业人员数', '从业人数'], type: { is: 'int', max: 1_000_000 } },
  {
    key: 'standard_grade',
    headers: ['标准等级', '等级'],
    type: {
      is: 'choice',
      of: Object.fromEntries(
        ['AAAAA', 'AAAA', 'AAA', 'AA', 'A'].flatMap(g => [
          [g, g],
          [`${g.length}A`, g],
        ]),
      ),
    },
  },
  { key: 'corporate_group', headers: ['所属集团', '集团', '集团公司'], type: { is: 'text' } },
  { key: 'annual_year', headers: ['年检年份'], type: { is: 'year' } },
  {
    key: 'annual_result',
    headers: ['年检结论', '年报'],
    type: {
      is: 'choice',
      of: { 合格: 'passed', 通过: 'passed', 不合格: 'failed', 未通过: 'failed', 暂缓通过: 'deferred' },
    },
  },
  { key: 'license_status', headers: ['状态', 'status'], type: { is: 'choice', of: LICENSE_STATUS } },
]

/** What is stated of an agency by hand: a row without its number, and without what has a register of its own. */
export const agencyColumns: readonly Column[] = rosterColumns.filter(
  c => !['seq', 'annual_year', 'annual_result'].includes(c.key),
)

/**
 * Whether an ownership means a for-profit or a public body, for rows whose kind only says 市属.
 * Null when the words do not tell.
 */
export function kindOfOwnership(ownership: string | null): AgencyKind | null {
  if (ownership === null) return null
  if (/事业|机关|公共|公益|社会团体|参公/.test(ownership)) return 'public'
  if (/企业|公司|个体|民办非|民营|国有|外资|合资|合伙|股份/.test(ownership)) return 'for_profit'
  return null
}

/**
 * The license on a day. A stated end (注销、吊销、停业、到期) is taken as stated; 有效 or nothing stated follows
 * from the expiry day, because a roster of January cannot know October. Null when nothing tells.
 */
export function licenseStatusOn(
  agency: Pick<Agency, 'license_status' | 'valid_to'>,
  day: Day,
): LicenseStatus | null {
  const { license_status: stated, valid_to: validTo } = agency
  if (stated !== null && stated !== 'valid') return stated
  if (validTo === null) return stated
  return validTo < day ? 'expired' : 'valid'
}

/** Not known to have ended; who has given the license back owes nothing any more. */
export function isInBusiness({ license_status: stated }: Pick<Agency, 'license_status'>): boolean {
  return stated !== 'cancelled' && stated !== 'revoked'
}

/** A public body without a license number: license and annual-check rules do not apply to it. */
export function isUnlicensedPublic(agency: Pick<Agency, 'kind' | 'license_no'>): boolean {
  return agency.kind === 'public' && agency.license_no === null
}
