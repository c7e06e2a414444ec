// 导入文件的问题：文件、表头、单元格、机构。写明什么不对、为什么、怎么办。

import type { WorkbookFault } from '../../domain/imports/file-problems.ts'
import type { Messages } from '../messages.ts'
import { near } from './near.ts'
import { textProblem } from './text-problem.ts'

const LIMITS: Record<string, string> = {
  cell: '一格或一项的字数',
  row: '一行的字节数',
  columns: '列数',
  workbook: '工作簿解压后的字节数',
  cells: '单元格数',
}
const WORKBOOK: Record<WorkbookFault, string> = {
  damaged: '文件已损坏',
  cut: '文件不完整，可能没有传完',
  encrypted: '文件加了密码',
  dtd: '含有不允许的外部定义',
  'no-workbook': '里面没有工作簿',
  'old-version': '版本太旧',
}

type InputCode = Extract<keyof Messages['problems'], `CX10${0 | 1 | 2 | 3 | 4}${string}`>

export const inputProblems: Pick<Messages['problems'], InputCode> = {
  CX1001: p => ({
    what: p.sheets === undefined ? '文件是空的' : '这张工作表是空的',
    fix:
      p.sheets === undefined
        ? '换成有表头和数据的文件'
        : `用 --sheet 指明数据所在的工作表，另有：${p.sheets}`,
  }),
  CX1002: textProblem,
  CX1003: p => ({
    what: `不是文本文件（第 ${p.byte} 字节处有二进制内容）`,
    fix: '确认选对了文件；表格请存为 .csv 或 .xlsx',
  }),
  CX1004: p => ({
    what: `第 ${p.startLine} 行起的引号没有收尾`,
    fix: '在该单元格末尾补上英文双引号，或删去多余的引号',
  }),
  CX1005: p => ({
    what: '只有表头，没有数据行',
    fix:
      p.sheets === undefined
        ? '填上数据后再导入'
        : `填上数据后再导入；数据在其他工作表的，用 --sheet 指明：${p.sheets}`,
  }),
  CX1006: p => ({
    what: `本行有 ${p.cells} 格，表头只有 ${p.columns} 列`,
    fix: '检查本行是否多了逗号；含逗号的内容要用英文双引号括起',
  }),
  CX1007: p => ({ what: `没有名为“${p.sheet}”的工作表`, fix: `可选：${p.available}` }),
  CX1008: p => ({
    what: `工作簿打不开（${WORKBOOK[p.fault]}${p.part === '' ? '' : `：${p.part}`}）`,
    fix: '用 Excel 或 WPS 打开并另存为 .xlsx 后重试',
  }),
  CX1009: p => ({
    what: `${LIMITS[p.what] ?? p.what}超出上限：${p.actual}，上限 ${p.limit}`,
    fix: '拆分文件或改正该处内容',
  }),
  CX1010: p => ({ what: `不支持的文件类型（${p.extension}）`, fix: '请用 .csv、.xlsx 或 .xls' }),
  CX1011: p => ({ what: `单元格是公式错误 ${p.error}`, fix: '在表中改正公式或填入实际值' }),
  CX1012: p => ({
    what: `引号位置不对（${p.detail}）`,
    fix: '整格内容用英文双引号括起，内部的双引号写成两个',
  }),
  CX1013: p => ({ what: `内容里有不可见的控制字符（${p.code}）`, fix: '删除后重新输入' }),
  CX1014: p => ({ what: `单元格里有乱码字符（${p.code}），原来的字已丢失`, fix: '对照原件补正该格' }),
  CX1015: p => ({
    what: `公式没有保存结果：${p.formula}`,
    fix: '用 Excel 或 WPS 打开、重新计算并保存后再导入',
  }),
  CX1016: p => ({
    what: `按 GB18030 读出的表头没有一列认得：${p.header}`,
    why: '可能是其他编码（如 Big5），也可能没有表头行',
    fix: '有乱码的，用 --encoding 指明编码，或用 Excel、WPS 另存为“CSV UTF-8”；没有乱码的，改成规定的列名',
  }),
  CX1017: p => ({
    what: `单元格是日期格式，里面的 ${p.value} 却不是日期（Excel 显示为 ####）`,
    fix: '把该格设为“文本”或“常规”格式，重新输入',
  }),
  CX1019: p => ({
    what: `本行只有 ${p.cells} 格，表头有 ${p.columns} 列；缺的格按“没有说明”处理，不改已有内容`,
    fix: '核对文件是否完整、这一行是否断开',
  }),
  CX1020: p => ({ what: `缺少必需的列“${p.header}”`, fix: `在表头补上这一列${near(p.nearest)}` }),
  CX1021: p => ({ what: `列“${p.header}”与列“${p.first}”是同一项`, fix: '只保留其中一列' }),
  CX1022: p => ({
    what: `列“${p.header}”不认识，未导入`,
    fix: '不需要时可以不理；写错时改成规定的列名，或用 --map 列名=字段 指明',
  }),
  CX1023: p => ({ what: `“${p.header}”没有填`, fix: '补上这一项' }),
  CX1024: p => ({
    what: `文件里没有列“${p.header}”，它对应的 ${p.field} 没有读到`,
    fix: p.nearest === '' ? '核对 --map 或列对照里的列名' : `最接近的列是“${p.nearest}”；核对 --map 或列对照`,
  }),
  CX1030: p => ({ what: `没有这一天：${p.value}`, fix: '核对原件后改正日期' }),
  CX1031: p => ({
    what: `日期写法不认识：${p.value}`,
    fix: '写成 2013-10-31、2013/10/31、2013.10.31、20131031 或 2013年10月31日',
  }),
  CX1032: p => ({ what: `“${p.value}”不在可选值内`, fix: `改成：${p.allowed}` }),
  CX1033: p => ({ what: `“${p.value}”不是数`, fix: '只写数字，如 12 或 3.75' }),
  CX1034: p => ({
    what: `${p.value} 超出范围`,
    fix: `应在 ${p.min} 到 ${p.max} 之间；${p.rate ? '百分比写成 95% 或 0.95' : '核对原件后改正'}`,
  }),
  CX1035: p => ({
    what: `得分 ${p.value} 超过${p.indicator === '' ? '' : `指标“${p.indicator}”的`}满分 ${p.max}`,
    fix: '核对评分表后改正',
  }),
  CX1036: p => ({ what: `${p.value} 的小数位太多`, fix: `至多保留 ${p.places} 位小数` }),
  CX1037: p => ({
    what: `${p.later} ${p.laterValue} 早于${p.earlier} ${p.earlierValue}`,
    fix: '核对原件后改正其中一个日期',
  }),
  CX1038: p => ({ what: `日期 ${p.value} 在今天（${p.today}）之后`, fix: '核对日期；尚未发生的事不能登记' }),
  CX1039: p => ({
    what: `“${p.header}”为“${p.value}”，却没有对应的“${p.needs}”`,
    fix: `补填“${p.needs}”，或改正“${p.header}”；命令行上清空写 ""`,
  }),
  CX1040: p => ({
    what: `统一社会信用代码应为 18 位，实为 ${p.length} 位：${p.value}`,
    fix: '核对营业执照后改正',
  }),
  CX1041: p => ({
    what: `统一社会信用代码含有不用的字符 ${p.bad}：${p.value}`,
    fix: `核对营业执照，常见误写：${p.hint}`,
  }),
  CX1042: p => ({
    what: `统一社会信用代码校验位不符：${p.value}`,
    why: `末位应为“${p.expected}”，实为“${p.actual}”`,
    fix: '核对营业执照后改正',
  }),
  CX1043: p => ({
    what: `统一社会信用代码中的主体标识码不符：${p.value}`,
    why: `第 17 位应为“${p.expected}”，实为“${p.actual}”`,
    fix: '核对营业执照后改正',
  }),
  CX1044: p => ({
    what: `统一社会信用代码的登记管理部门和机构类别“${p.part}”不存在：${p.value}`,
    fix: '核对营业执照后改正前两位',
  }),
  CX1045: p => ({
    what: `统一社会信用代码中的行政区划“${p.region}”不存在：${p.value}`,
    fix: '核对营业执照后改正第 3 至 8 位',
  }),
  CX1046: p => ({
    what: `“${p.value}”已被电子表格当作数字，后几位丢失`,
    fix: '把该列设为“文本”格式，重新输入代码后再导出',
  }),
  CX1047: p => ({
    what: `“${p.value}”像是被电子表格去掉了开头的 0（${p.likely}）`,
    fix: '把该列设为“文本”格式，补上 0 后再导入；号码本来没有 0 的，设为文本即可',
  }),
  CX1048: p => ({
    what: `“${p.value}”已被电子表格改成日期，原来的写法已丢失`,
    fix: '把该列设为“文本”格式，照原件重新输入',
  }),
}
