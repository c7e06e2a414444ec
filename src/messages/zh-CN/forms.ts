// 推荐环节文书的说法。

export const column = {}

export const help = {
  'form recommendation --all': '全部推荐机构，并写一份清单',
}

export const said = {}
