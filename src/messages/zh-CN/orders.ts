// 监督检查文书和总结的说法。

export const column = {}

export const help = {}

export const said = {}
