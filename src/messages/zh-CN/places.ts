// 名额的分配的用词。
export const column = {}

export const help = {}

export const said = {}

export const problems = {}
