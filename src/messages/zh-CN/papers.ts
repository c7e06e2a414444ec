// 报送材料和报出前核对的说法。
import type { PaperKind } from '../../domain/records/paper-problems.ts'
import type { ProblemTextsOf } from '../problem-texts.ts'

const PAPERS: Record<PaperKind, string> = {
  form: '推荐表',
  self_summary: '机构自评总结',
  result: '指标评估结果',
  application: '申报表',
  filing: '备案表',
  other: '其他材料',
}

interface Lacking {
  district: string | null
  papers: readonly { kind: PaperKind; count: number }[]
}

export const column = {
  corporate_group: '所属集团',
}

export const help = {
  paper: '报送材料',
  'paper import': '导入收到的报送材料：推荐表、自评总结、评估结果、申报表、备案表',
  'paper template': '写出推荐名单上还缺的材料，每份一行，填收到日期后可导入',
  'paper add': '登记收到的一份报送材料',
  'paper list': '列出报送材料',
  'paper show': '一份报送材料和历次更正',
  'paper edit': '更正一份报送材料',
}

export const said = {
  moreFound: (left: { code: string; count: number }[]) =>
    `另有 ${left.map(l => `${l.code} ${l.count} 处`).join('、')}；全部：加 --json，或 --district 逐个推荐范围核对`,
  papersLacking: (lacking: readonly Lacking[]) =>
    `缺材料：${lacking
      .map(
        ({ district, papers }) =>
          `${district ?? ''}${papers.map(({ kind, count }) => `${PAPERS[kind]} ${count} 份`).join('、')}`,
      )
      .join(
        '；',
      )}；逐份登记：chengxin paper template -o 报送材料.xlsx，填收到日期后 chengxin paper import 报送材料.xlsx`,
  noPapersLacking: '没有缺的材料，没有写出表格',
  noListOf: (districts: readonly string[]) =>
    `${districts.length} 个推荐范围没有推荐对象，没有写出汇总表：${districts.join('、')}`,
  tiesOpen: (ties: readonly { district: string; tied: number; open: number }[]) =>
    `末位并列待定：${ties.map(t => `${t.district} ${t.tied} 家，${t.open} 个名额`).join('、')}`,
  seeCheck: '报送前先核对：chengxin nomination check',
  placesLeft: (pools: readonly { district: string; left: number }[]) =>
    `名额没有用满：${pools.map(p => `${p.district}余 ${p.left} 个`).join('、')}`,
}

export const problems: ProblemTextsOf<'CX136'> = {
  CX1360: p => ({
    what: `${p.received} 收到的材料，评估年度写的是 ${p.year}`,
    fix: '核对评估年度和收到日期',
  }),
  CX1361: p => ({
    what: `${p.name}缺 ${p.year} 年度的${p.papers.map(kind => PAPERS[kind]).join('、')}`,
    fix: p.papers.every(kind => kind === 'result')
      ? '先审定评估；评估结果另有书面的，登记收到的材料'
      : `收到后登记：chengxin paper add ${p.holder} --year ${p.year} --kind ${PAPERS[p.papers[0]!]} --received-on 日期，多份用 chengxin paper import`,
  }),
  CX1362: p => ({
    what: `${{ uscc: '同一统一社会信用代码（主体标识码）', code: '同一编号', name: '同一名称' }[p.by]}“${p.value}”被推荐不止一次：${p.nominees}`,
    fix: '核对是否同一机构；是的只留一处，并更正名录',
  }),
  CX1363: p => ({
    what: `同属“${p.group}”的有：${p.nominees}`,
    why: '每个集团只报一家',
    fix: '商定由哪一家申报；确需都报的，说明理由',
  }),
}
