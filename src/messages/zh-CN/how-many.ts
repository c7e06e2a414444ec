// 评估对象的量词：机构论家，人员论人，窗口、平台、社区论个。
import type { SubjectNoun } from '../../domain/scheme/scheme.ts'

export function howMany(n: number, noun: SubjectNoun): string {
  return `${n} ${noun === 'person' ? '人' : noun === 'agency' || noun === 'institution' ? '家' : '个'}`
}
