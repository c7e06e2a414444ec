// 机构以外对象的文书的说法。
import type { ProblemTextsOf } from '../problem-texts.ts'

export const column = {}

export const help = {
  'form application': '申报表（临沂附件2）：机构的基本情况、认定条件逐项和部门意见，每家一份',
  'form filing': '备案表（临沂附件4）：县区已授予称号的机构，每个县区一份，或一张表格',
  'form appraisal': '工作人员年度绩效考核表（内部使用），每人一份',
  'form checklist': '核查表：窗口、充分就业社区、基层平台，带出已有数据，其余手填',
  'form application --all': '全部机构（默认只写推荐的），并写一份清单',
  'form filing --all': '全部县区，并写一份清单',
  'form appraisal --all': '全部人员，并写一份清单',
  'form checklist --all': '方案适用的全部对象，并写一份清单',
  'form filing --blank': '空白表，供手工填写',
  '--blank': '不带评估结果，供手工填写；不指明对象的，每一类一份空白表',
  'form --scheme': '按哪个方案；有多个可用的方案时写明',
}

export const said = {
  withoutType: (names: string[]) =>
    `${names.length} 个对象没有填方案所列的类型，没有出表：${names.slice(0, 5).join('、')}${names.length > 5 ? '等' : ''}。用 chengxin subject edit 补填`,
  notGranted: (names: string[]) =>
    `推荐而没有有效称号的 ${names.length} 家没有列入备案表：${names.slice(0, 5).join('、')}${names.length > 5 ? '等' : ''}`,
  whomToPrint:
    '写明一个对象，或用 --all 表示全部、--district 表示一个县区、--blank 出空白表；写明对象的不加 --all',
  schemeTaken: (scheme: string, others: readonly string[]) =>
    `按 ${scheme} 出表；没有按 ${others.join('、')} 出，要出的用 --scheme 写明`,
  noSubjects: '没有符合所选范围的对象',
}

export const problems: ProblemTextsOf<'CX1417' | 'CX1418' | 'CX1419'> = {
  CX1417: p => ({
    what: `没有写明按哪个方案出${p.paper}`,
    why: `有几个方案可用：${p.available}`,
    fix: '用 --scheme 写明方案，或用 --evaluation 写明评估批次',
  }),
  CX1418: p => ({
    what: `方案 ${p.scheme} 不适用于${p.subject}`,
    why: p.found === null ? '主体台账没有填它的类型' : `主体台账写的是“${p.found}”`,
    fix: '用 chengxin scheme show 核对适用对象；类型填错或漏填的，用 chengxin subject edit 改正',
  }),
  CX1419: p =>
    p.id === null
      ? {
          what: `没有按方案 ${p.scheme} 运行过的评估`,
          fix: `先用 chengxin evaluation open --scheme ${p.scheme} 建立评估并运行；只要空白表的，加 --blank`,
        }
      : {
          what: `评估批次 ${p.id} 还没有授予称号，没有可备案的结果`,
          why: '备案的是已经公示并公布的评定结果',
          fix: '先运行 chengxin title grant；另一批次的用 --evaluation 写明；只要空白表的，加 --blank',
        },
}
