// 推荐名单上的裁定、报送材料的用词。
export const column = {}

export const help = {}

export const said = {}

export const problems = {}
