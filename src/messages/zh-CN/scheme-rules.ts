// 方案的规则读成句子：事实、字段和取值的说法。

/** A rule in words; numbers as people write them. */
export interface RuleWords {
  /** What is asked about, with its kinds and findings where records are counted. */
  about: string
  /** The limit with its unit. */
  limit: string
  count: number
  /** 0 where there is no window. */
  months: number
  years: number
  words: string
  dishonest: boolean
  /** Of graded rules, in points. */
  each: string
  most: string
  steps: readonly { limit: string; points: string }[]
  zero: string
  full: string
}

const within = (months: number) => (months === 0 ? '' : `近${months}个月`)

export const said = {
  subjectNoun: {
    agency: '机构（名录）',
    institution: '就业服务机构',
    window: '窗口',
    platform: '基层平台',
    community: '社区',
    person: '人员',
  },
  allSubjects: '各类主体',
  schemeStatus: { draft: '征求意见稿', in_force: '施行' },
  checklist: '检查清单',
  onFile: { same: '有，同随程序文本', own: '有' },
  factType: {
    word: '文字',
    yes_no: '是否',
    rate: '比率',
    number: '数值',
    days: '天数',
    months: '月数',
    records: '记录',
    declared: '由方案定',
  },
  /** What rules ask about, where no other word is known. */
  factName: {
    'change.reported_days': '变更报告',
    annual_check: '年检结论',
    tenure: '从业年限',
    complaint: '投诉',
    penalty: '行政处罚',
    offense: '不良记录',
    staff_offense: '从业人员不良记录',
    credit_default: '不良信用记录',
    inspection: '检查',
    rectification: '整改',
    activity: '活动',
    honor: '荣誉',
    declared: '方案 metrics 里声明的指标数据',
  } as Record<string, string>,
  fieldName: {
    category: '类别',
    finding: '结论',
    dishonest: '涉不诚信',
    serious: '情节严重',
    kind: '类型',
    status: '状态',
    batch: '批次',
    cooperated: '配合',
    overdue: '逾期',
    title: '名称',
    holder_kind: '持有者',
  } as Record<string, string>,
  fieldWord: {
    upheld: '属实',
    partly_upheld: '部分属实',
    not_upheld: '不属实',
    withdrawn: '撤回',
    violation: '违法违规',
    credit: '不良信用',
    accident: '责任事故',
    in_force: '生效',
    under_review: '复议诉讼中',
    revoked: '撤销',
    not_yet: '未到授予日',
    agency: '机构',
    window: '窗口',
    person: '个人',
  } as Record<string, string>,
  anyText: '任意文字',
  where: (fields: readonly { field: string; words: readonly string[] }[]) =>
    fields.length === 0 ? '' : `（${fields.map(f => `${f.field}：${f.words.join('、')}`).join('；')}）`,
  ruleText: {
    flag: (r: RuleWords) => `${r.about}：${r.words}`,
    annual_check: (r: RuleWords) => `近${r.years}年最近一次年检结论：${r.words}`,
    max_days: (r: RuleWords) => `${r.about}不超过${r.limit}`,
    tenure: (r: RuleWords) => `从业（设立）满${r.months}个月`,
    no_penalty: (r: RuleWords) => `${within(r.months)}无行政处罚`,
    no_verified_complaint: (r: RuleWords) => `${within(r.months)}无查实的${r.dishonest ? '不诚信' : ''}投诉`,
    ratio_at_least: (r: RuleWords) => `${within(r.months)}${r.about}不低于${r.limit}`,
    number_at_least: (r: RuleWords) => `${r.about}不少于${r.limit}`,
    number_at_most: (r: RuleWords) => `${r.about}不多于${r.limit}`,
    always: (r: RuleWords) => `近${r.years}年历次${r.about}：${r.words}`,
    growth: (r: RuleWords) => `${r.about}不低于上年的${r.limit}`,
    inspection_items: (r: RuleWords) => `${within(r.months)}最近一次检查合格：${r.words}`,
    count_at_most: (r: RuleWords) =>
      r.count === 0 ? `${within(r.months)}无${r.about}` : `${within(r.months)}${r.about}不超过${r.count}件`,
    count_at_least: (r: RuleWords) => `${within(r.months)}${r.about}不少于${r.count}件`,
    each_quarter_at_least: (r: RuleWords) => `每季${r.about}不少于${r.count}次`,
    deduct: (r: RuleWords) => `${within(r.months)}${r.about}每件扣${r.each}分，最多扣${r.most}分`,
    steps: (r: RuleWords) => `${r.about}：${r.steps.map(s => `${s.limit}起得${s.points}分`).join('，')}`,
    linear: (r: RuleWords) => `${r.about}从${r.zero}（0分）到${r.full}（满分）按比例得分`,
  },
  ruleEnd: (r: { advisory: boolean; types: readonly string[]; note: string | null; clause: string }) =>
    `${r.types.length > 0 ? `（限${r.types.join('、')}）` : ''}${r.advisory ? '（仅提示）' : ''}${r.note === null ? '' : `　${r.note}`}　${r.clause}`,
}
