// 称号的授予、复核和撤销的用词。
import type { RevocationGround, StageWork } from '../../domain/scheme/scheme.ts'
import type { StageState, StageStep } from '../../domain/title/stages.ts'
import type { GrantHindrance } from '../../domain/title/title-problems.ts'
import type { ProblemTextsOf } from '../problem-texts.ts'

export const column = {
  granted_by: '授予文号',
  revocation_document: '撤销文号',
  plate_returned_on: '标牌收回日期',
  ground: '情形',
  draft: '处理意见（草拟）',
  repeats: '授予前同类记录',
  stage: '步骤',
  carried_out_by: '由谁办理',
  next_step: '下一步',
}

export const help = {
  title: '称号：授予、列出、复核、撤销和收回标牌',
  'title grant': '把本批评估的称号授予名单里可以授予的；须已审定、无并列，有公示步骤的须公示结束',
  'title grant --agency': '只授予这些；不写为全部可以授予的',
  'title grant --plate-from': '第一块标牌的编号，按名单次序往后编；不写以后用 honor import 登记标牌编号',
  'title list': '列出称号和其他荣誉：持有者、文号、标牌、撤销和收回、状态',
  'title list --title': '只列这个称号',
  'title review':
    '列出授予之后有新处罚、查实投诉、黑名单、许可证终止等情形的持有者和草拟的处理意见；不改动数据',
  'title revoke': '撤销一个称号：写明文号、理由或所依据的记录，标牌已收回或未收回',
  'title revoke --record': 'title review 的“记录”一列所写的编号；没有写理由的以它为理由',
  'title revoke --plate-outstanding': '标牌还没有收回，列入待收回',
  'title plate': '登记标牌已收回',
  'scheme stages': '一个方案的各步骤办到哪里，下一步做什么',
}

/** What was found, without what follows from it. */
const found = (ground: RevocationGround, record: string, on: string | null): string => {
  const day = (what: string) => (on === null ? '' : `（${on} ${what}）`)
  return {
    dishonest_complaint: `查实不诚信投诉 ${record}${day('办结')}`,
    verified_complaint: `查实投诉 ${record}${day('办结')}`,
    penalty: `行政处罚 ${record}${day('决定')}`,
    blacklist: `列入黑名单（编号 ${record}${on === null ? '' : `，${on}`}）`,
    dissolved: `${record} 已注销、吊销、到期或终止${day('起')}`,
    offense: `不良记录 ${record}${day('认定')}`,
  }[ground]
}

export const said = {
  stageWork: {
    application: '申报',
    inspection: '检查',
    review: '评审',
    notice: '告知',
    nomination: '推荐',
    consultation: '征求意见',
    publicity: '公示',
    announcement: '公布授牌',
    filing: '报送备案',
    supervision: '监督',
  } as Record<StageWork, string>,
  ground: {
    dishonest_complaint: '查实不诚信投诉',
    verified_complaint: '查实投诉',
    penalty: '行政处罚',
    blacklist: '列入黑名单',
    dissolved: '许可证或主体终止',
    offense: '违法违规或不良记录',
  } as Record<RevocationGround, string>,
  placesBy: { table: '按名额表', allotment: '待分配', whole: '不分推荐范围' },
  levelLine: (level: string) => `荣誉级别：${level}`,
  splitLine: (by: string) => `名额分配：${by}`,
  periodLine: (p: { from: number; to: number; clause: string }) =>
    `名额为 ${p.from} 至 ${p.to} 年累计（${p.clause}）`,
  publicityLine: (p: { working_days: number; count_first_day: boolean; clause: string }) =>
    `公示 ${p.working_days} 个工作日，首日${p.count_first_day ? '计入' : '不计'}（${p.clause}）`,
  groundLine: (g: { ground: string; clause: string }) => `核查撤销：${g.ground}（${g.clause}）`,
  takenBackLine: (t: { titles: string; clause: string }) => `同样核查的荣誉：${t.titles}（${t.clause}）`,
  titleGranted: (g: { title: string; count: number; document: string; on: string }) =>
    `已授予“${g.title}”${g.count} 家：${g.document}，${g.on}`,
  titleNotGranted: '没有授予称号',
  platesMissing: (count: number) =>
    `${count} 家还没有标牌编号：编好后用 chengxin honor import 登记（持有者、荣誉名称、授予日期、标牌编号）`,
  leftOut: (subject: string, hindrance: GrantHindrance) => `未授予 ${subject}：${hindered(hindrance)}`,
  groundFound: found,
  titleDraft: (d: { found: string; clause: string; ours: boolean; title: string; plate: string | null }) =>
    `${d.found}，${d.ours ? '原文未列此情形，须核定' : `依据${d.clause}`}：拟撤销“${d.title}”称号${d.plate === null ? '' : `，收回标牌 ${d.plate}`}`,
  titleReason: (what: string, clause: string | null) => `${what}${clause === null ? '' : `，依据${clause}`}`,
  titlesReviewed: (r: { titles: number; touched: number; findings: number; outstanding: number }) =>
    `有效称号 ${r.titles} 个，${r.touched === 0 ? '没有需核查撤销的' : `${r.touched} 个需核查（${r.findings} 条），核定后用 chengxin title revoke 撤销`}${r.outstanding === 0 ? '' : `；已撤销而标牌未收回的 ${r.outstanding} 个（chengxin title list --state plate_outstanding）`}`,
  plateOutstanding: (plate: string) =>
    `标牌 ${plate} 未收回；收回后登记：chengxin title plate ${plate} --returned 日期`,
  stageState: {
    done: '已完成',
    running: '进行中',
    next: '下一步',
    not_started: '未开始',
    skipped: '未登记',
    not_due: '未到',
    elsewhere: '本程序不记',
  } as Record<StageState, string>,
  stageStep: {
    inspect: 'chengxin inspection draw，再 chengxin inspection import 检查结果',
    receive: 'chengxin paper add …（登记申报材料）',
    open: 'chengxin evaluation open',
    run: 'chengxin evaluation import 评分表，再 chengxin evaluation run',
    finalize: 'chengxin evaluation check，再 chengxin evaluation finalize',
    serve: 'chengxin evaluation notice，再 chengxin evaluation serve',
    propose: 'chengxin nomination propose',
    settle: 'chengxin nomination settle（并列待定）',
    consult: 'chengxin publicity open --consultation',
    publish: 'chengxin publicity open',
    close: 'chengxin publicity close（期满后）',
    grant: 'chengxin title grant',
    file: 'chengxin paper add …（登记报送材料）',
    supervise: 'chengxin title review',
  } as Record<StageStep, string>,
  stagesOf: (s: { title: string; evaluation: number | null; year: number }) =>
    `${s.title}，${s.year} 年度${s.evaluation === null ? '，还没有建立评估批次' : `，评估批次 ${s.evaluation}`}`,
}

function hindered(h: GrantHindrance): string {
  switch (h.is) {
    case 'holds':
      return `已于 ${h.on} 授予，称号有效`
    case 'removed':
      return `公示中异议成立，${h.on} 移出`
    case 'not_published':
      return '没有公示'
    case 'publicity_open':
      return `公示到 ${h.until}，还没有结束`
    case 'closed_after':
      return `公示 ${h.on} 才结束，在授予日期之后`
    case 'gate':
      return `不满足“${h.name}”${h.records.length === 0 ? '' : `：${h.records.join('、')}`}`
    default: {
      const never: never = h
      return never
    }
  }
}

const REMEDY: Readonly<Record<GrantHindrance['is'], string>> = {
  holds: '不必再授予；另一家用 --agency 指明',
  removed: '异议成立的不授予',
  not_published: '先公示：chengxin publicity open',
  publicity_open: '期满后先办理 chengxin publicity close',
  closed_after: '授予日期不能早于公示结束',
  gate: '核对记录；不予授予，或由负责人关闭该条件后重新提出名单',
}

export const problems: ProblemTextsOf<'CX1385' | 'CX1386' | 'CX1387' | 'CX1388' | 'CX1389' | 'CX139'> = {
  CX1385: p => ({
    what: `评估批次 ${p.id} 还没有审定`,
    why: '称号按审定的结果授予',
    fix: '先运行 chengxin evaluation finalize，再 chengxin nomination propose',
  }),
  CX1386: p => ({
    what: `不能授予${p.subject}“${p.title}”：${hindered(p.hindrance)}`,
    fix: REMEDY[p.hindrance.is],
  }),
  CX1387: p => ({
    what: `名单里没有可以授予“${p.title}”的`,
    fix: '用 chengxin nomination list 查看名单',
  }),
  CX1388: p => ({
    what: `标牌编号“${p.value}”不是以数字结尾，不能往后编`,
    fix: '写第一块标牌的编号，如 P-0001',
  }),
  CX1389: p => ({
    what: `“${p.title}”没有经过公示`,
    why: '文件没有规定公示，名单也没有公示',
    fix: '已授予；以后先公示再授予：chengxin publicity open',
  }),
  CX1390: p => ({
    what: `没有说明标牌 ${p.plate} 是否收回`,
    why: '撤销称号的同时收回标牌',
    fix: '已收回的写 --plate-returned 日期，没有收回的写 --plate-outstanding',
  }),
  CX1391: p => ({
    what: `“${p.value}”有不止一个称号`,
    fix: `用标牌编号或 id= 指明：${p.matches}`,
  }),
  CX1392: p => ({
    what: `${p.subject}的称号没有因记录“${p.value}”需要核查`,
    fix: p.found === '' ? '用 --reason 写明理由' : `可选：${p.found}；或用 --reason 写明理由`,
  }),
  CX1393: p => ({
    what: `授予日期 ${p.on} 早于评估截止日 ${p.asOf}`,
    fix: '核对授予文件上的日期',
  }),
  CX1395: p => ({
    what: `${p.value}：同名的还有 ${p.holder}`,
    why: '没有证书编号的荣誉按持有者、名称和授予日期区分',
    fix: '先用 --agency 授予其中一家，另一家用 chengxin honor add 带证书编号登记',
  }),
  CX1396: p => ({
    what: `撤销日期 ${p.on} 早于所依据的记录 ${p.record}（${p.found}）`,
    why: '撤销以该记录为依据',
    fix: '核对撤销文件上的日期，或改用另一条记录',
  }),
  CX1394: p => ({
    what: `${p.pool}要授予 ${p.wanted} 家，只剩 ${p.left} 个名额`,
    fix: '用 --agency 指明授予哪几家，或先核对名单',
  }),
}
