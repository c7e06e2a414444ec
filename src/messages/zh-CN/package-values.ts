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
  candidates: '至少一个候选机构',
  not_dropped: '没有推荐：同一机构另有剔除的裁定',
}

/** Choices and numbers are told as they are written. */
export function wanted(said: string): string {
  return Object.hasOwn(WANTED, said)
    ? WANTED[said as WantedName]
    : said.replace(/^=/, '').split('|').join('、')
}
