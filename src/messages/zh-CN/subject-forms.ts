// 机构以外对象的文书的说法。

export const column = {}

export const help = {}

export const said = {}
