// 推荐环节文书的说法。

export const column = {}

export const help = {
  'form recommendation --all': '全部推荐机构，并写一份清单',
  'form summary': '机构自评总结封面，每家一份',
  'form ranking': '评估结果排名表，全部或一个推荐范围',
  'form nominees': '推荐汇总表，全部或一个推荐范围',
  'form nominees --all': '每个推荐范围一份，并写一份清单',
  'form hotline': '监督举报电话表（附件4）',
  'form package': '推荐的全部文书一次写出，并写一份清单',
  'form notice': '评估结果书面告知书，同 evaluation notice',
  'form archive': '诚信档案，同 archive export',
}

export const said = {}
