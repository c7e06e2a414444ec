// 问题的说法：写明什么不对、为什么、怎么办。代码固定，不改作他用。
import type { Messages } from '../messages.ts'
import * as archives from './archives.ts'
import * as calendar from './calendar.ts'
import * as campaigns from './campaigns.ts'
import * as cases from './cases.ts'
import * as explain from './explain.ts'
import { help } from './help.ts'
import { inputProblems } from './input-problems.ts'
import * as inspections from './inspections.ts'
import * as licenses from './licenses.ts'
import * as measures from './measures.ts'
import { near } from './near.ts'
import * as nominees from './nominees.ts'
import * as orders from './orders.ts'
import * as papers from './papers.ts'
import * as places from './places.ts'
import * as publicity from './publicity.ts'
import { recordProblems } from './record-problems.ts'
import * as schemes from './schemes.ts'
import * as sheets from './sheets.ts'
import * as subjectForms from './subject-forms.ts'
import * as subjects from './subjects.ts'
import * as submissions from './submission-problems.ts'
import * as templates from './template-problems.ts'
import { value } from './terms.ts'
import * as titles from './titles.ts'
import { usageProblems } from './usage-problems.ts'
import * as versions from './versions.ts'

/** 报来的名单只有报的人能改。 */
const SENT_AGAIN = '请区县改正名单后重新打包'

const KINDS: Record<string, string> = {
  district: '推荐范围',
  batch: '导入批次',
  mapping: '列对照',
  complaint: '投诉',
  campaign: '专项活动',
  task: '待办事项',
  subject: '主体',
  draw: '抽查',
  inspection: '检查记录或抽查',
  inspection_batch: '检查批次',
  opinion: '意见',
  paper: '报送材料',
  penalty: '行政处罚',
  sanction: '惩戒措施',
  listing: '名单记录',
  incentive: '激励或限制',
  sheet: '评分表',
  rater_kind: '评价主体',
  objection: '异议',
  publicity: '公示',
  subject_type: '主体类型',
  gate: '推荐条件',
  title: '称号',
  submission: '报送事项',
  template: '文书种类',
}

export const problems: Messages['problems'] = {
  ...inputProblems,
  ...recordProblems,
  ...usageProblems,
  ...cases.problems,
  ...inspections.problems,
  ...inspections.problemsOfDraws,
  ...archives.problems,
  ...licenses.problems,
  ...campaigns.problems,
  ...schemes.problems,
  ...measures.problems,
  ...sheets.problems,
  ...explain.problems,
  ...subjectForms.problems,
  ...subjects.problems,
  ...orders.problems,
  ...papers.problems,
  ...submissions.problems,
  ...templates.problems,
  ...places.problems,
  ...calendar.problems,
  ...nominees.problems,
  ...publicity.problems,
  ...titles.problems,
  ...versions.problems,
  CX2001: p => ({ what: `不是正确的 YAML：${p.detail}`, fix: '检查缩进、冒号和引号' }),
  CX2002: p => ({
    what: `不认识的项“${p.key}”${p.path === '' ? '' : `（在 ${p.path} 中）`}`,
    fix: '改正拼写或删去',
  }),
  CX2003: p => schemes.wrongValue[p.is]({ ...p, path: p.path === '' ? '文件' : p.path }),
  CX2004: p => ({
    what: `${p.path === '' ? '方案' : p.path} 前后不一致：${p.detail}`,
    why: schemes.inconsistent[p.kind] ?? p.kind,
    fix: '核对原文后改正',
  }),
  CX2005: p => ({ what: `没有方案“${p.id}”`, fix: `可选：${p.available}` }),
  CX3001: p => ({ what: `没有评估批次“${p.id}”`, fix: '用 chengxin evaluation list 查看' }),
  CX3002: p => ({ what: `有多个评估批次：${p.open}`, fix: '用 --evaluation 指明一个' }),
  CX3003: () => ({ what: '还没有评估批次', fix: '先运行 chengxin evaluation open --year 年份' }),
  CX3004: p => ({ what: `${p.scheme} 的 ${p.year} 年度评估已经建立`, fix: '直接使用它，或换一个年度' }),
  CX3005: p => ({
    what: `评估批次 ${p.id} 已审定，不能再改`,
    fix: `确需更正的，先改台账，再另起新版：chengxin evaluation reopen --evaluation ${p.id} --reason 理由`,
  }),
  CX3006: p => ({
    what: `评估批次 ${p.id} 还没有计算`,
    fix: `先运行 chengxin evaluation run --evaluation ${p.id}`,
  }),
  CX3007: p => ({
    what: `评估批次 ${p.id} 计算之后，台账或评分表又有变动`,
    fix: `重新运行 chengxin evaluation run --evaluation ${p.id}，核对后再继续`,
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
  CX3016: p => ({ what: `方案 ${p.scheme} 没有推荐名额和推荐条件`, fix: '换用有推荐规定的方案' }),
  CX3017: p => ({ what: `方案 ${p.scheme} 没有这种文书（${p.paper}）`, fix: '换用有此文书的方案' }),
  CX3020: p => ({
    what: `${p.district}推荐 ${p.nominated} 家，超过名额 ${p.places} 家`,
    fix: p.sent
      ? SENT_AGAIN
      : '用 chengxin nomination drop 撤下；市局另给名额的，先用 chengxin quota import 导入，或 chengxin quota allocate --adopt 采用',
  }),
  CX3021: p => ({
    what: `${p.district}推荐 ${p.nominated} 家，其中经营性 ${p.for_profit} 家，应不少于 ${p.required} 家`,
    fix: p.sent
      ? SENT_AGAIN
      : '用 chengxin nomination drop 撤下公共机构，或用 nomination propose --relax-share 放宽',
  }),
  CX3022: p => ({
    what: `${p.district}还有 ${p.open} 个名额由排序完全相同的机构竞争：${p.tied}`,
    fix: p.sent ? SENT_AGAIN : '由集体研究或抽签决定后用 chengxin nomination settle 登记，程序不代为取舍',
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
  CX4002: p => ({
    what: `没有“${p.value}”这个${KINDS[p.kind] ?? help[p.kind as keyof typeof help] ?? p.kind}`,
    fix: p.available === '' ? '本库里一个也没有' : `可选：${p.available}`,
  }),
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
  CX5019: p => ({ what: `读取时文件 ${p.path} 被改动，没有导入`, fix: '关闭正在编辑它的程序，再导入一次' }),
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
    what: `评估批次 ${p.evaluation} 第 ${p.version} 版存放的${p.part === 'basis' ? '依据材料' : '结果'}与封存的校验值不符`,
    fix: '数据被绕过本程序改动：执行 chengxin log verify，用备份核对；没有审定的结果，重新执行 chengxin evaluation run 即可',
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
  CX5030: p => ({
    what: `${p.path} 是旧版本程序建立的，使用前要备份并升级，但所在的文件夹或文件不能写入；文件没有改动`,
    fix: '检查文件夹的权限，或把文件复制到可写的文件夹再试',
  }),
}
