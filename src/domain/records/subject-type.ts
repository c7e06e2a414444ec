// Which kind of window, institution or platform a subject is (SW: ten windows; LY 附件: six institutions; SD: two
// levels of platforms). Persons and communities have none.

import type { SubjectNoun } from '../scheme/scheme.ts'

/** The official word first, then what files call it besides. */
const WORDS: Readonly<Record<string, readonly string[]>> = {
  petition: ['信访'],
  job_placement: ['职业介绍', '职介'],
  labor_inspection: ['劳动监察', '劳动保障监察'],
  arbitration: ['劳动争议仲裁', '劳动仲裁', '仲裁'],
  social_insurance: ['社会保险经办', '社会保险', '社保经办', '社保'],
  training: ['职业培训', '培训', '职业培训机构', '培训机构'],
  skill_appraisal: ['职业技能鉴定', '技能鉴定'],
  medical_insurance: ['医疗保险经办', '医疗保险', '医保经办', '医保'],
  website: ['劳动保障信息网站', '劳动保障信息网站(页)', '信息网站', '网站'],
  legal_advice: ['劳动保障法律咨询', '法律咨询'],
  county_public: ['县级公共机构', '县级公共就业和人才服务机构', '县级公共就业服务机构'],
  township: [
    ...['街道(乡镇)', '乡镇(街道)', '街道乡镇', '乡镇街道', '街道', '乡镇', '街道(乡镇)平台', '街道乡镇平台'],
    '乡镇(街道)基层公共就业服务平台',
  ],
  village: [
    ...['社区(行政村)', '村(社区)', '社区行政村', '社区村', '社区', '行政村', '村', '社区(行政村)平台'],
    ...['社区行政村平台', '村(社区)基层公共就业服务平台'],
  ],
  gig_market: ['零工市场'],
  commercial: ['经营性机构', '经营性人力资源服务机构', '经营性'],
}

const OF_KIND: Readonly<Record<string, readonly string[]>> = {
  window: [
    ...['petition', 'job_placement', 'labor_inspection', 'arbitration', 'social_insurance', 'training'],
    ...['skill_appraisal', 'medical_insurance', 'website', 'legal_advice'],
  ],
  institution: ['county_public', 'township', 'village', 'gig_market', 'training', 'commercial'],
  platform: ['township', 'village'],
}

/** A platform is an institution where benchmark institutions are chosen (LY 二): one body, registered as this or that. */
const ALSO: Partial<Record<SubjectNoun, SubjectNoun>> = { institution: 'platform', platform: 'institution' }

/** As what else a body of this kind may stand in the register. */
export function otherKindOf(kind: SubjectNoun): SubjectNoun | null {
  return ALSO[kind] ?? null
}

/** The types that a kind of subject has. */
export function typesOf(kind: string): readonly string[] {
  return OF_KIND[kind] ?? []
}

/** The official word of a type. */
export function typeWord(type: string): string {
  return WORDS[type]![0]!
}

/** What files say -> type; a window also with that word behind, as its scheme calls it. */
export const subjectTypes: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(WORDS).flatMap(([type, words]) => [
    ...words.map(word => [word, type]),
    ...(OF_KIND.window!.includes(type) ? words : []).flatMap(word =>
      ['窗口', '优质服务窗口'].map(end => [`${word}${end}`, type]),
    ),
  ]),
)
