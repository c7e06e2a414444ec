// The sections (栏目) of an integrity archive. A scheme orders and names those its notice has; what would go into one that
// it lacks goes where the kind of entry says next.

export const sectionIds = [
  'basic',
  'law_abiding',
  'complaints',
  'rewards_sanctions',
  'business',
  'promises',
  'evaluation',
] as const
export type SectionId = (typeof sectionIds)[number]

/** Both notices have these (BJ 三(六)1, ZS 三(二)); without one of them there are entries that go nowhere. */
export const commonSections: readonly SectionId[] = [
  'basic',
  'law_abiding',
  'complaints',
  'promises',
  'evaluation',
]

export interface ArchiveLayout {
  title: string
  clause: string
  sections: { id: SectionId; title: string }[]
}

/** For schemes on file that were written before a scheme could say it. */
export const standardLayout: ArchiveLayout = {
  title: '人力资源服务机构诚信档案',
  clause: 'default',
  sections: [
    { id: 'basic', title: '基本信息' },
    { id: 'law_abiding', title: '遵纪守法情况' },
    { id: 'complaints', title: '投诉举报及处理情况' },
    { id: 'rewards_sanctions', title: '奖励惩戒情况' },
    { id: 'promises', title: '诚信守诺情况' },
    { id: 'evaluation', title: '诚信评估结果' },
  ],
}

/** The first of the sections wanted that the layout has. */
export function placeIn(layout: ArchiveLayout, wanted: readonly SectionId[]): SectionId {
  return wanted.find(id => layout.sections.some(section => section.id === id))!
}
