// 公示、异议和征求意见的用词。
export const column = {}

export const help = {}

export const said = {}

export const problems = {}
