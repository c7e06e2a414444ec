// 主体（人员、窗口、机构、平台、社区）作为台账对象的说法，以及空白表。
import type { ProblemTextsOf } from '../problem-texts.ts'
import { near } from './near.ts'

export const column = {
  subject_id: '主体序号',
  type: '类型细分',
}

export const help = {
  'agency template': '写出名录的空白表，填好可导入',
  'subject template': '写出主体名册的空白表，填好可导入',
  'metric template': '写出指标数据的空白表：每个主体、每项指标一行，填好数值可导入',
  'list --subject': '只列这个主体的，写编号或名称',
  'template --kind': '哪一类主体',
  'metric template --scheme': '按方案所需的指标写，主体类型随方案',
  'metric template --type': '只写这一类型的主体',
  'metric template --metric': '指标名称，有单位的写作 名称=单位，可重复',
  'metric template --period': '期间，默认今年',
}

export const problems: ProblemTextsOf<'CX120'> = {
  CX1200: p => ({
    what: `主体台账里没有“${p.value}”`,
    fix: `先用 chengxin subject add 或 subject import 登记，或改正名称、编号${near(p.nearest)}`,
  }),
  CX1201: p => ({
    what: `“${p.value}”对应不止一个主体：${p.matches}`,
    fix: '改写主体编号，没有编号的写 id=序号；属于机构的人员可同时写明机构',
  }),
  CX1202: p => ({
    what: `“${p.value}”${p.holder === null ? '没有写明所属机构' : `属于${p.holder}`}，不能记在${p.agency}名下`,
    fix: '核对主体和机构，或只写主体；主体台账里所属机构不对的先更正',
  }),
  CX1203: p => ({
    what: `单位写的是 %，数值 ${p.value} 是百分之${p.value}还是 ${p.value} 本身，说不清`,
    fix: `数值带百分号写（${p.value}%），或写成小数并去掉单位`,
  }),
  CX1204: p => ({
    what: `${p.count} 行没有填这一列，没有导入`,
    why: '没有填的是未知，不是零',
    fix: '填好后把这些行再导入一次',
  }),
  CX1205: p => ({
    what: p.allowed === '' ? `${p.kind}不分类型，填的是“${p.value}”` : `${p.kind}没有“${p.value}”这一类型`,
    fix: p.allowed === '' ? '清空这一项' : `可填：${p.allowed}`,
  }),
  CX1206: p => ({
    what: `编号 ${p.value} 已有记录，属于${p.holder}`,
    fix: '另一件事请用另一个编号；确属更正对象的，用 edit 更正',
  }),
  CX1207: p => ({ what: `方案 ${p.scheme} 不需要主体的指标数据`, fix: '用 --kind 和 --metric 自行指明' }),
}
