// 命令行用法不对时的说法。
export const usage = {
  unknownCommand: (name: string, near: string) =>
    `没有“${name}”这个命令${near === '' ? '' : `，是否为：${near}`}`,
  unknownOption: (name: string) => `没有“${name}”这个选项`,
  missingArgument: (name: string) => `缺少参数 ${name}`,
  missingOption: (name: string) => `缺少选项 ${name}`,
  districtOrPhone: '写明推荐范围；不写的是本单位自己的电话，只用 --phone',
  subjectOrAll: '写明一个评估对象，或用 --all 表示全部；只能二者取一',
  missingValue: (name: string) => `选项 ${name} 后面缺少内容`,
  badChoice: (option: string, value: string, allowed: string) =>
    `选项 ${option} 不能是“${value}”，可选 ${allowed}`,
  badValue: (detail: string) => `选项的内容不对：${detail}`,
  conflict: (one: string, other: string) => `${one} 和 ${other} 只能用一个`,
  excess: (detail: string) => `参数太多：${detail}`,
  rulingWithout: '--reason、--signer、--on 只在停用或恢复条件、放宽或恢复比例时使用',
  gatesForAll: '推荐条件对全部推荐范围停用或恢复，去掉 --district',
}
