// 报送和汇总的问题。
import type { PaperKind } from '../../domain/records/paper-problems.ts'
import type {
  ContainerFault,
  Misfit,
  PackLack,
  SubmissionProblems,
} from '../../domain/submission/submission-problems.ts'
import type { ProblemTextsOf } from '../problem-texts.ts'
import { wanted } from './package-values.ts'

const LACK: Readonly<Record<PackLack, [what: string, fix: string]>> = {
  not_run: ['评估还没有运行', '先运行 chengxin evaluation run'],
  stale: ['运行评估后记录或评分有变', '再运行 chengxin evaluation run 和 chengxin nomination propose'],
  no_list: ['还没有推荐名单', '先运行 chengxin nomination propose'],
  no_nominees: ['没有推荐任何机构', '用 chengxin nomination list 查看原因'],
  subjects: [
    '方案评估的不是机构，报送包只装机构的推荐材料',
    '用 chengxin form application、form filing 出申报表和备案表，或用 chengxin form package 一次出全，直接报送',
  ],
  no_places: ['名额不分到各推荐范围', '没有需要分区县报送的名单'],
}

const CONTAINER: Readonly<Record<ContainerFault, (part: string) => string>> = {
  foreign: () => '不是报送包',
  cut: () => '文件不完整，末尾缺失',
  damaged: part => `文件已损坏${part === '' ? '' : `（${part}）`}`,
  altered: () => '文件打包后被改动过',
  'too-big': () => '解开后超过 200 MB',
  name: part => `里面有不该有的文件名“${part}”`,
  twice: part => `里面的 ${part} 有两份`,
}

const MISFIT: Readonly<Record<Misfit, (there: string, here: string) => [what: string, fix: string]>> = {
  scheme: (there, here) => [
    `报送包按方案 ${there}，本机没有这个方案（本机 ${here}）`,
    '用 chengxin scheme add 加入该方案，或请对方核对',
  ],
  scheme_text: (there, here) => [
    `报送包所依据的方案文本（${there}）与本机的（${here}）不同`,
    '双方用 chengxin scheme diff 核对，改用同一份方案文本后重新打包',
  ],
  year: (there, here) => [
    `报送包是 ${there} 年的，本机的评估是 ${here} 年`,
    '核对年度，或用该年度的文件汇总',
  ],
  now: (there, here) => [`报送包是 ${there} 年的，今天是 ${here}`, '核对年度'],
  district_name: (there, here) => [
    `报送包写的“${there}”不是这个区划代码的推荐范围，按代码是${here}`,
    '核对报送包来自哪个区县，请对方重新打包',
  ],
  district: (there, here) => [`本机 ${here} 个推荐范围里没有 ${there}`, '核对报送包来自哪个区县'],
  desk: (_there, here) => [`本机是区县（${here}）的文件`, '在市局的文件里汇总（--db）'],
}

const PAPERS: Readonly<Record<PaperKind, string>> = {
  form: '推荐表',
  self_summary: '自评总结',
  result: '评估结果',
  application: '申报表',
  filing: '备案表',
  other: '其他材料',
}

type NotLaidIn = SubmissionProblems['CX1435']

const WHY: Readonly<Record<NotLaidIn['why'], (p: NotLaidIn) => [what: string, fix: string]>> = {
  none: p => [
    `本机还没有 ${p.year} 年的评估`,
    `先用 chengxin evaluation open --year ${p.year} --as-of ${p.asOf} 打开`,
  ],
  finalized: p => [
    `本机 ${p.year} 年的评估（批次 ${p.id}）已经审定`,
    `需要采用的，先用 chengxin evaluation reopen --evaluation ${p.id} --reason 理由 重新打开`,
  ],
  as_of: p => [
    `本机评估的截止日是 ${p.here}，报送包的是 ${p.asOf}`,
    '与区县核对截止日；以本机为准的，请区县按同一截止日评估后重新打包',
  ],
}

/** How a package stands to the one that was merged. */
const AGAINST = {
  older: '早于已汇总的',
  file: '与已汇总的出自不同的文件',
  content: '与已汇总的日志相同，数据却不同',
}

export const problems: ProblemTextsOf<'CX142' | 'CX143' | 'CX144'> = {
  CX1420: p => ({ what: `${p.about}：${LACK[p.lack][0]}，不能打包`, fix: LACK[p.lack][1] }),
  CX1421: p => ({
    what: CONTAINER[p.fault](p.part),
    why: '报送包的每个字节都有校验',
    fix: '请对方重新发送原文件，或重新打包',
  }),
  CX1422: p => ({
    what: {
      missing: `缺少 ${p.part}`,
      unlisted: `多出清单上没有的 ${p.part}`,
      changed: `${p.part} 与清单上的校验值不符`,
      unknown: `报送包里不该有 ${p.part}`,
      twice: `清单上的 ${p.part} 有两份`,
      no_paper: `${p.part} 不是完好的 Word 文件`,
    }[p.lack],
    why:
      p.lack === 'no_paper'
        ? '报送材料是能直接打开、不带宏和外部链接的 .docx 文件'
        : '清单（manifest.json）写明每个部分的大小和 SHA-256',
    fix: '请对方重新发送原文件，或重新打包',
  }),
  CX1423: p => ({
    what: `${p.path === '' ? '内容' : `${p.path} `}不是应有的内容（应为：${wanted(p.wanted)}）${p.more > 0 ? `，另有 ${p.more} 处` : ''}`,
    fix: '请对方用同一版本的程序重新打包',
  }),
  CX1424: p => ({
    what: `报送包的格式是第 ${p.version} 版，本程序只识第 ${p.known} 版`,
    fix: '用同一版本的程序打包和汇总',
  }),
  CX1425: p => ({
    what: {
      form: `“${p.given}”不是回执码`,
      check: `回执码“${p.given}”听错或写错了`,
      other: `回执码“${p.given}”是另一个报送包的${p.receipt === '' ? '' : `，这个文件的是 ${p.receipt}`}`,
    }[p.fault],
    why: '回执码十个字符，最后一个校验前九个',
    fix: p.fault === 'other' ? '核对收到的是不是对方发出的文件' : '请对方再念一遍',
  }),
  CX1426: p => ({
    what: `${p.district}的报送包 ${p.on} ${p.what === 'packed' ? '打包' : '收到'}，期限是 ${p.due}`,
    fix: p.what === 'packed' ? '按逾期处理' : '若在期限内收到，用 --on 写明收到日期',
  }),
  CX1427: p => {
    const [what, fix] = MISFIT[p.misfit](p.there, p.here)
    return { what, fix }
  },
  CX1428: p => ({
    what: `${p.record} ${p.field}：本机“${p.here}”，报送包“${p.there}”${p.before === null ? '' : `（上次以${p.before === 'file' ? '本机' : '报送包'}为准）`}`,
    fix: `核对后用 --take "${p.place}=package" 或 "${p.place}=file" 决定，全部一样时用 --take package 或 --take file`,
  }),
  CX1429: p => ({
    what: `${p.district}的这个包（${p.there}）${AGAINST[p.how]}（${p.here}，${p.on}）`,
    why: p.how === 'content' ? '日志相同，所装的数据就应相同' : '先后按对方日志的条号',
    fix: '核对哪一份有效；确要采用时加 --force',
  }),
  CX1430: p => ({
    what: p.form ? `--take 不能是“${p.place}”` : `“${p.place}”没有冲突`,
    fix: '写 package、file，或 位置=package、位置=file；位置见冲突清单',
  }),
  CX1431: p => ({
    what: `${p.name}缺${p.papers.map(kind => PAPERS[kind]).join('、')}`,
    why: '每家报送推荐表、自评总结和评估结果',
    fix: '请区县补齐',
  }),
  CX1432: p => ({
    what: `评估批次 ${p.id} 还没有审定就打包`,
    fix: '审定后重新打包：chengxin evaluation finalize',
  }),
  CX1433: p => ({
    what: `评估批次 ${p.id} 审定后记录有变`,
    why: '包里的记录是现在的，结果是审定时的，市局重算会有出入',
    fix: '核对变动；需要时用 chengxin evaluation reopen 重新评估',
  }),
  CX1434: p => ({ what: '没有指明打包哪个推荐范围', fix: `用 --district 指明：${p.available}` }),
  CX1435: p => {
    const [what, fix] = WHY[p.why](p)
    const again = p.why === 'as_of' ? '' : '，再用 --force 汇总一次'
    return { what: `${what}，评分表和裁定没有并入`, fix: `${fix}${again}` }
  },
  CX1436: p => ({
    what: `区县关闭了推荐条件 ${p.gate}：${p.reason}（${p.signer}）`,
    why: '条件对全市有效，由市局自己决定',
    fix: '认可的，用 chengxin nomination propose --gate-off 关闭',
  }),
  CX1437: p => ({
    what: `${p.district}放宽了经营性机构比例：${p.reason}（${p.signer}）`,
    fix: '核对理由是否成立',
  }),
  CX1440: p => ({
    what: `包里没有${p.name}的${p.papers.map(kind => PAPERS[kind]).join('、')}`,
    why: '每家报送推荐表、自评总结和评估结果',
    fix: '请区县重新打包',
  }),
  CX1438: p => ({
    what: `${p.record}与${p.taken}是同一家机构`,
    fix: '核对信用代码和许可证编号，请区县更正名录后重新打包',
  }),
  CX1439: p => ({
    what: `本机没有活动“${p.campaign}”，${p.agencies} 家在活动中表现突出没有并入，总分相同时排序可能与区县不同`,
    fix: `用 chengxin campaign open ${p.campaign} 建立后，用 --force 再汇总一次`,
  }),
  CX1441: p => ({
    what: `${p.record}的“${p.header}”报送包装不下（应为：${wanted(p.wanted)}）${p.more > 0 ? `，另有 ${p.more} 处` : ''}`,
    why: '这样的包市局不能采用',
    fix: '改正这条记录后重新打包',
  }),
  CX1442: p => ({
    what: `${p.district}的报送包写的是名额 ${p.sent.places}、经营性应不少于 ${p.sent.required} 家，核对时按名额 ${p.taken.places}、应不少于 ${p.taken.required} 家`,
    fix: '与区县核对名额和方案',
  }),
  CX1443: p => ({
    what: `方案 ${p.scheme} ${p.lack === 'unknown' ? '不在程序内' : '的文本与程序内的不同'}，名额、比例和期限只按对方所写`,
    fix: '在市局的文件旁核对（--db），或核对方案文本',
  }),
  CX1444: p => ({
    what: `收到日期 ${p.on} 早于打包日期 ${p.packed}`,
    fix: '核对收到日期，用 --on 写明；打包日期有误的，请对方重新打包',
  }),
}
