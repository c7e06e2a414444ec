// 工作日历和各期限的倒排的用词。
export const column = {}

export const help = {}

export const said = {}

export const problems = {}
