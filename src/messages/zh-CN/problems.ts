// 问题的说法：写明什么不对、为什么、怎么办。代码固定，不改作他用。
import type { Messages } from '../messages.ts'
import { help, value } from './terms.ts'

const LIMITS: Record<string, string> = {
  cell: '单元格字数',
  row: '一行的字节数',
  columns: '列数',
  workbook: '工作簿解压后的字节数',
  cells: '单元格数',
}
const WORKBOOK: Record<string, string> = {
  damaged: '文件已损坏',
  encrypted: '文件加了密码',
  dtd: '含有不允许的外部定义',
  'no-workbook': '里面没有工作簿',
  'old-version': '版本太旧',
}
const workbookFault = (detail: string) => {
  const [fault = '', ...about] = detail.split(': ')
  return [WORKBOOK[fault] ?? fault, ...about].join('：')
}
const KINDS: Record<string, string> = { district: '推荐范围', batch: '导入批次' }
const near = (text: string) => (text === '' ? '' : `，是否为：${text}`)

export const problems: Messages['problems'] = {
  CX1001: () => ({ what: '文件是空的', fix: '换成有表头和数据的文件' }),
  CX1002: p => ({
    what: `文件的文字编码认不出（已试：${p.tried}）`,
    fix: '用 Excel 或 WPS 另存为“CSV UTF-8”，或用 --encoding 指明编码',
  }),
  CX1003: p => ({
    what: `不是文本文件（第 ${p.offset} 字节处有二进制内容）`,
    fix: '确认选对了文件；表格请存为 .csv 或 .xlsx',
  }),
  CX1004: p => ({
    what: `第 ${p.startLine} 行起的引号没有收尾`,
    fix: '在该单元格末尾补上英文双引号，或删去多余的引号',
  }),
  CX1005: () => ({ what: '只有表头，没有数据行', fix: '填上数据后再导入' }),
  CX1006: p => ({
    what: `本行有 ${p.cells} 格，表头只有 ${p.columns} 列`,
    fix: '检查本行是否多了逗号；含逗号的内容要用英文双引号括起',
  }),
  CX1007: p => ({ what: `没有名为“${p.sheet}”的工作表`, fix: `可选：${p.available}` }),
  CX1008: p => ({
    what: `工作簿打不开（${workbookFault(p.detail)}）`,
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
  CX1013: p => ({ what: `单元格里有不可见的控制字符（${p.code}）`, fix: '删除后重新输入该格' }),
  CX1014: p => ({ what: `单元格里有乱码字符（${p.code}），原来的字已丢失`, fix: '对照原件补正该格' }),
  CX1015: p => ({
    what: `公式没有保存结果：${p.formula}`,
    fix: '用 Excel 或 WPS 打开、重新计算并保存后再导入',
  }),
  CX1020: p => ({ what: `缺少必需的列“${p.header}”`, fix: `在表头补上这一列${near(p.nearest)}` }),
  CX1021: p => ({ what: `列“${p.header}”与列“${p.first}”是同一项`, fix: '只保留其中一列' }),
  CX1022: p => ({ what: `列“${p.header}”不认识，未导入`, fix: '不需要时可以不理；写错时改成规定的列名' }),
  CX1023: p => ({ what: `“${p.header}”没有填`, fix: '补填后再导入' }),
  CX1030: p => ({ what: `没有这一天：${p.value}`, fix: '核对原件后改正日期' }),
  CX1031: p => ({
    what: `日期写法不认识：${p.value}`,
    fix: '写成 2013-10-31、2013/10/31、2013.10.31、20131031 或 2013年10月31日',
  }),
  CX1032: p => ({ what: `“${p.value}”不在可选值内`, fix: `改成：${p.allowed}` }),
  CX1033: p => ({ what: `“${p.value}”不是数`, fix: '只写数字，如 12 或 3.75' }),
  CX1034: p => ({
    what: `${p.value} 超出范围`,
    fix: `应在 ${p.min} 到 ${p.max} 之间；百分比写成 95% 或 0.95`,
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
    fix: `补填“${p.needs}”，或改正“${p.header}”`,
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
  CX1050: p => ({ what: `名录里没有“${p.value}”`, fix: `先导入名录，或改正代码、名称${near(p.nearest)}` }),
  CX1051: p => ({
    what: `“${p.value}”对应不止一家机构：${p.matches}`,
    fix: '填写统一社会信用代码或许可证编号加以区分',
  }),
  CX1052: p => ({ what: `与第 ${p.firstLine} 行重复：${p.value}`, fix: '只保留一行' }),
  CX1053: p => ({
    what: `名称“${p.given}”与名录“${p.onFile}”不同，按代码归入`,
    fix: '核对代码是否写错；名称已变更的请更新名录',
  }),
  CX1054: p => ({ what: `没有“${p.value}”这个推荐范围`, fix: `改成规定的名称或代码${near(p.nearest)}` }),
  CX1055: p => ({ what: `推荐范围“${p.name}”与区划代码 ${p.code} 不一致`, fix: '改正其中一项' }),
  CX1056: p => ({ what: `许可证编号 ${p.license} 属于${p.holder}`, fix: '核对许可证编号和统一社会信用代码' }),
  CX1057: p => ({
    what: `从机构性质“${p.value}”看不出是经营性还是公共`,
    fix: '机构性质写成民营企业、国有企业、事业单位等',
  }),
  CX1058: p => ({
    what: `本行属于“${p.given}”，不是本次评估“${p.expected}”`,
    fix: '核对评估年度和方案，或用 --evaluation 指明',
  }),
  CX1059: p => ({ what: `没有“${p.value}”这种评价主体`, fix: `改成：${p.known}` }),
  CX1060: p => ({ what: `检查人员 ${p.count} 名，规定不少于 ${p.needed} 名`, fix: '核对检查记录，补填人员' }),
  CX1061: p => ({
    what: `状态写“${p.status}”，但有效期至 ${p.validTo} 已过`,
    fix: '核实是否已延续；评估按有效期判断',
  }),
  CX1063: p => ({ what: `方案里没有第“${p.value}”号指标`, fix: `指标号为 ${p.indicators}` }),
  CX1064: p => ({
    what: `授予日期 ${p.value} 在今天（${p.today}）之后`,
    fix: '已登记，到期日之前不计为有效；日期写错的请改正',
  }),
  CX1065: p => ({
    what: `同一区县已有同名机构“${p.name}”${p.other === '' ? `（第 ${p.line} 行）` : `（${p.other}）`}，代码不同，按两家登记`,
    fix: '核对是否为同一家；是同一家的请统一代码',
  }),
  CX1066: p => ({
    what: `列“${p.header}”的序号和名称对不上`,
    why: `该序号的指标是“${p.expected}”`,
    fix: '改正列名',
  }),
  CX1067: () => ({ what: '同一文件里既有各指标的列，又有“指标号”列', fix: '宽表与长表分成两个文件' }),
  CX1068: () => ({ what: '本行没有任何评分', fix: '填上评分，或删去本行' }),
  CX1069: p => ({ what: `“${p.value}”不是分数`, fix: '未评的留空，评为零分的写 0，其余只写数字' }),
  CX2001: p => ({ what: `不是正确的 YAML：${p.detail}`, fix: '检查缩进、冒号和引号' }),
  CX2002: p => ({
    what: `不认识的项“${p.key}”${p.path === '' ? '' : `（在 ${p.path} 中）`}`,
    fix: '改正拼写或删去',
  }),
  CX2003: p => ({ what: `${p.path} 的值不对：${p.detail}`, fix: '对照说明改正；编号、代码要加引号' }),
  CX2004: p => ({
    what: `${p.path} 前后不一致：${p.detail}`,
    why:
      {
        sum: '合计不符',
        duplicate: '编号重复',
        bands: '等级分数线有重叠、缺口或够不着',
        reference: '引用了不存在的项',
        empty: '谁也给不出这项的分',
      }[p.kind] ?? p.kind,
    fix: '核对原文后改正',
  }),
  CX2005: p => ({ what: `没有方案“${p.id}”`, fix: `可选：${p.available}` }),
  CX3001: p => ({ what: `没有评估批次“${p.id}”`, fix: '用 chengxin evaluation list 查看' }),
  CX3002: p => ({ what: `有多个评估批次：${p.open}`, fix: '用 --evaluation 指明一个' }),
  CX3003: () => ({ what: '还没有评估批次', fix: '先运行 chengxin evaluation open --year 年份' }),
  CX3004: p => ({ what: `${p.scheme} 的 ${p.year} 年度评估已经建立`, fix: '直接使用它，或换一个年度' }),
  CX3005: p => ({ what: `评估批次 ${p.id} 已审定，不能再改`, fix: '审定后的数据不变；确需更正的，另行办理' }),
  CX3006: p => ({ what: `评估批次 ${p.id} 还没有计算`, fix: '先运行 chengxin evaluation run' }),
  CX3007: p => ({
    what: `评估批次 ${p.id} 计算之后，台账或评分表又有变动`,
    fix: '重新运行 chengxin evaluation run，核对后再继续',
  }),
  CX3010: p => ({
    what: `${p.agency}：${p.indicator} 缺${p.missing}，得分在 ${p.range} 之间未定`,
    fix: '补导入评分表或台账',
  }),
  CX3011: p => ({
    what: `${p.agency}：${p.indicator} 没有佐证（${p.rule}），得分不受影响`,
    fix: '有条件时补导入',
  }),
  CX3012: p => ({ what: `${p.agency}：没有任何评分表，总分在 ${p.range} 之间未定`, fix: '补导入评分表' }),
  CX3013: p => ({
    what: `${p.agency}不在本次评估的结果里`,
    fix: '核对方案的评估对象；名录更新后重新运行 chengxin evaluation run',
  }),
  CX3014: p => ({
    what: `${p.agency}：状态写“${p.stated}”，但有效期至 ${p.validTo}，截止日已过期`,
    fix: '核实许可证是否延续，更新名录',
  }),
  CX3015: p => ({
    what: `评估批次 ${p.id} 没有可评估的机构`,
    fix: '先导入名录，再运行 chengxin evaluation run',
  }),
  CX3020: p => ({ what: `${p.district}推荐 ${p.nominated} 家，超过名额 ${p.places} 家`, fix: '减少推荐' }),
  CX3021: p => ({
    what: `${p.district}推荐 ${p.nominated} 家，其中经营性 ${p.for_profit} 家，应不少于 ${p.required} 家`,
    fix: '调整推荐',
  }),
  CX3022: p => ({
    what: `${p.district}还有 ${p.open} 个名额由排序完全相同的机构竞争：${p.tied}`,
    fix: '由集体研究或抽签决定，程序不代为取舍',
  }),
  CX3024: p => ({ what: `评估批次 ${p.id} 还没有提出推荐名单`, fix: '先运行 chengxin nomination propose' }),
  CX3025: p => ({
    what: `${p.agency}的推荐结论与现有评估结果不符`,
    fix: '重新运行 chengxin nomination propose',
  }),
  CX3026: p => ({ what: `${p.agency}不在推荐名单里`, fix: '用 chengxin nomination list 查看名单' }),
  CX4001: p => ({
    what: `名录里没有“${p.value}”`,
    fix: `用统一社会信用代码、许可证编号或编号查找${near(p.nearest)}`,
  }),
  CX4002: p => ({ what: `没有“${p.value}”这个${KINDS[p.kind] ?? p.kind}`, fix: `可选：${p.available}` }),
  CX4003: p => ({
    what: `“${p.value}”对应不止一家机构`,
    fix: `用信用代码、许可证编号或编号指明：${p.matches}`,
  }),
  CX5001: p => ({ what: `${p.path} 已经存在`, fix: '换一个文件名，或先移走原文件' }),
  CX5002: p => ({ what: `没有数据库 ${p.path}`, fix: '先运行 chengxin init，或用 --db 指明文件' }),
  CX5003: p => ({ what: `${p.path} 不是本程序的数据库，或已损坏`, fix: '核对路径；已损坏的请用备份恢复' }),
  CX5004: p => ({ what: `${p.path} 正被另一个程序写入`, fix: '等它结束后再试' }),
  CX5005: p => ({ what: `磁盘已满，${p.path} 没有写入任何内容`, fix: '腾出空间后重试' }),
  CX5006: p => ({ what: `${p.path} 打不开或不能写入`, fix: '检查文件夹是否存在、有没有权限' }),
  CX5007: p => ({
    what: `${p.path} 的版本（${p.file}）与本程序（${p.program}）不同`,
    fix: '使用与数据库相配的程序版本',
  }),
  CX5008: p => ({ what: `${p.path} 已经存在，没有覆盖`, fix: '换一个文件名，或加 --force' }),
  CX5009: p => ({ what: `文件 ${p.path} 读不到`, fix: '检查路径和权限' }),
  CX5010: p => ({
    what: `操作日志第 ${p.no} 条不符：${{ missing: '之前缺少记录', order: '与上一条接不上', modified: '内容被改动', rows: '所记的数据行被改动', cut: '记录已被截去' }[p.detail] ?? p.detail}`,
    fix: '停止使用这个文件，用备份核对',
  }),
  CX5011: p => ({
    what: `操作日志里没有以 ${p.expected} 开头的记录`,
    fix: '核对纸面上的校验码；日志末尾可能被截去',
  }),
  CX5012: p => ({ what: `文件夹 ${p.path} 里已有其他内容`, fix: '换一个空文件夹' }),
  CX5013: p => ({
    what: `设置文件 ${p.path} 读不懂：${p.detail}`,
    fix: '按“名称: 内容”逐行改正，或先移走它',
  }),
  CX5014: p => ({
    what: `${p.path} 被别的程序改成了 ${p.journal} 日志方式`,
    fix: '用改动它的程序执行 PRAGMA journal_mode=DELETE，或用备份恢复',
  }),
  CX5015: p => ({
    what: `${p.table} 第 ${p.row} 行与操作日志最后的记录不符`,
    fix: '数据被绕过本程序改动；用备份核对',
  }),
  CX5016: p => ({
    what: `评估批次 ${p.evaluation} 存放的结果与封存的校验值不符`,
    fix: '结果被绕过本程序改动；用备份核对',
  }),
  CX5017: p => ({
    what: `第 ${p.batch} 批不能撤回：${[
      ...p.referring.map(
        r => `${value.table[r.table] ?? help[r.table as keyof typeof help] ?? r.table} ${r.rows} 条已引用它`,
      ),
      ...(p.entries.length > 0 ? [`日志第 ${p.entries.join('、')} 条又改动过`] : []),
    ].join('，')}`,
    fix: '先撤回后来的导入，或逐项更正',
  }),
  CX5018: p => ({ what: `第 ${p.batch} 批已经撤回过`, fix: '不必再撤；需要时可重新导入该文件' }),
  CX6001: p => ({ what: p.message, fix: '加 --help 查看用法' }),
  CX6002: p => ({ what: `${p.option} 不能是“${p.value}”`, fix: `可选：${p.allowed}` }),
  CX6003: p => ({ what: `-o 只能写一份，现有 ${p.papers} 份`, fix: '用 --out 指定文件夹' }),
  CX6004: p => ({ what: `${p.name} 不是文字，不能显示在屏幕上`, fix: '用 -o 指定文件名' }),
  CX6005: p => ({ what: `“${p.value}”不是日志校验值`, fix: '用页脚“日志第几条”后面的那一串，至少 6 位' }),
  CX6006: p => ({ what: `${p.option} 没有这一天：${p.value}`, fix: '改正日期' }),
}
