// 报送包里一项内容应是什么。
import type { WantedName } from '../../domain/submission/shape.ts'

const WANTED: Readonly<Record<WantedName, string>> = {
  text: '文字，不超过 32767 个字符',
  name: '一行文字，不超过 200 个字符',
  said: '不空的文字',
  integer: '整数',
  count: '不小于 0 的整数',
  flag: 'true 或 false',
  day: '日期（YYYY-MM-DD）',
  year: '1990 到 2100 的年份',
  sha256: 'SHA-256 校验值',
  list: '列表',
  object: '对象',
  nothing: '没有这一项',
  value: '有这一项',
  stored: '登记表里能有的值',
  once: '只有一处',
  agency: '包里有的机构',
  district: '报送区县的机构，这家属于另一个推荐范围',
  kind: '经营性（for_profit）或公共（public）',
  scores: '各项得分之和',
  range: '先最低分，后最高分',
  grade: '有总分就有等级',
  result: '与评估结果的总分相同',
  nominees: '至少一家推荐的机构',
  total: '有总分：没有总分的不能推荐',
  rank: '与总分相符的名次',
  decision: '与所写理由相符的决定',
  by_hand: '与人工增列、撤下的裁定相符的决定',
  whom: '人工增列、人工撤下写明一家机构，其他裁定不写',
  method: '决定方式：并列的裁定写明，其他裁定不写',
  gate: '推荐条件：关闭条件的裁定写明，其他裁定不写',
  tied: '并列的机构：并列的裁定写明，其他裁定不写',
  packed: '不晚于打包日期的日期',
  score: '与评估结果里这一项相同的得分',
  indicator: '方案里的指标',
  indicators: '方案里的各项指标',
  band: '与总分相符的等级',
}

/** Choices and numbers are told as they are written. */
export function wanted(said: string): string {
  return Object.hasOwn(WANTED, said)
    ? WANTED[said as WantedName]
    : said
        .replace(/^=/, '')
        .replace(/^0\.\./, '0 到 ')
        .split('|')
        .join('、')
}
