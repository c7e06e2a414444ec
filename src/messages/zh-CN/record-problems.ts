// 记录的问题：属于哪家机构、前后矛盾、已经在案。写明什么不对、为什么、怎么办。
import type { Messages } from '../messages.ts'
import { near } from './near.ts'

type RecordCode = Extract<keyof Messages['problems'], `CX10${5 | 6 | 7 | 8 | 9}${string}`>

export const recordProblems: Pick<Messages['problems'], RecordCode> = {
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
    fix: '已登记，到授予日之前不计为有效；日期写错的请改正',
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
  CX1068: () => ({ what: '这份评分表没有任何评分', fix: '填上评分，或删去该评价人的行' }),
  CX1069: p => ({ what: `“${p.value}”不是分数`, fix: '未评的留空，评为零分的写 0，其余只写数字' }),
  CX1070: p => ({
    what: `“${p.header}”为“${p.value}”，没有“${p.needs}”，一律按${p.value}处理`,
    fix: `查到日期后补填“${p.needs}”`,
  }),
  CX1071: p => ({
    what: `已于 ${p.value} 办结，没有“${p.needs}”`,
    fix: '补填结论前，与它有关的指标按“无佐证”处理',
  }),
  CX1080: p => ({
    what: `期间认不出：${p.value}`,
    fix: '写成 2012、2012年上半年（2012H1）、2012年第三季度（2012Q3）或 2012年3月（2012-03）；被电子表格改成日期的，先把该列设为“文本”格式',
  }),
  CX1081: p => ({
    what: `${p.value} 位数太多`,
    why: '整数部分至多 9 位',
    fix: '换用大一级的单位，如万元、万人次',
  }),
  CX1082: p => ({ what: `期间 ${p.value} 还没有结束`, fix: '结束后用定数再导入一次' }),
  CX1090: p => ({
    what: `${p.district} 名额 ${p.given}，与方案文件所列 ${p.official} 不同`,
    fix: '核对有无正式的调整依据，用 --reason 写明；导入的数字生效，并写入日志',
  }),
  CX1091: p => ({ what: `合计写 ${p.stated}，各行相加是 ${p.sum}`, fix: '核对各行名额，改正后再导入' }),
  CX1092: p => ({
    what: `编号 ${p.value} 已有记录，属于另一家机构：${p.holder}`,
    fix: '各区编号相同时在编号前加上区名；确属更正机构的，先撤回原批次',
  }),
  CX1093: p => ({
    what: `${p.value} 已有记录`,
    fix: `要更正它用 ${p.noun} edit；另一件事请用另一个编号`,
  }),
  CX1094: p => ({
    what: {
      open: `${p.value} 还没有办结`,
      closed: `${p.value} 已于 ${p.on} 办结`,
      accepted: `${p.value} 已于 ${p.on} 受理`,
    }[p.state],
    fix: {
      open: '未办结的不用重开',
      closed: '要再办理，先用 complaint reopen 重开',
      accepted: '受理日期写错的用 complaint edit 更正',
    }[p.state],
  }),
}
