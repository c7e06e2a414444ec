// 称号的授予、复核和撤销的用词。
export const column = {}

export const help = {}

export const said = {}

export const problems = {}
