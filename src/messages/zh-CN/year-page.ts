// 年度报告网页的说法。

export const column = {}

export const help = {}

export const said = {}
