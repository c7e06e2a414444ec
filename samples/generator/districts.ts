// The eighteen jurisdictions with the places of the notice (annex 2, 130 in all) and the number of
// fictional agencies in each: in proportion to the places, with more candidates than places.

export interface District {
  code: string
  name: string
  places: number
  agencies: number
  issuer: string
  /** Quality of the agencies without a part of their own: center, spread and upper limit. */
  quality: [number, number, number]
}

function district(code: string, name: string, places: number, agencies: number, small = false): District {
  const issuers: Record<string, string> = {
    市属机构: '北京市人力社保局',
    开发区: '开发区人事劳动和社会保障局',
  }
  return {
    code,
    name,
    places,
    agencies,
    issuer: issuers[name] ?? `${name}人力社保局`,
    // Where a special case is played at the quota line, everyone else has to stay below that line.
    quality: small ? [0.76, 0.055, 0.83] : [0.825, 0.065, 0.965],
  }
}

export const DISTRICTS: readonly District[] = [
  district('110000', '市属机构', 16, 30),
  district('110101', '东城区', 10, 35),
  district('110102', '西城区', 10, 35),
  district('110105', '朝阳区', 30, 95),
  district('110108', '海淀区', 16, 55),
  district('110106', '丰台区', 8, 27),
  district('110107', '石景山区', 3, 12, true),
  district('110109', '门头沟区', 3, 10, true),
  district('110111', '房山区', 3, 9, true),
  district('110112', '通州区', 4, 14, true),
  district('110113', '顺义区', 4, 14, true),
  district('110114', '昌平区', 3, 16, true),
  district('110115', '大兴区', 4, 15, true),
  district('110117', '平谷区', 4, 12, true),
  district('110116', '怀柔区', 3, 11, true),
  district('110228', '密云县', 3, 11, true),
  district('110229', '延庆县', 3, 9, true),
  district('110302', '开发区', 3, 10, true),
]
