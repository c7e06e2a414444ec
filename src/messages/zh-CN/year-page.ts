// 年度报告网页的说法。

export const column = {}

export const help = {
  'report html':
    '年度报告网页：一个文件，不联网也能打开；三个率、总分和等级、投诉、检查、名额、期限、历年情况，各家逐项说明',
  'report html --year': '哪一年度的，默认最近评估的年度',
}

export const said = {}
