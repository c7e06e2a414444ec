// Yearly figures that a part of the agencies handed in: services of two years and the net profit of the last. They are
// only advisory for the evaluation.

import type { Agency } from './model.ts'
import { randomFor } from './random.ts'

export const METRIC_HEADER = ['统一社会信用代码', '机构名称', '指标', '期间', '数值', '单位', '来源', '备注']

export function metricRows(agencies: readonly Agency[]): string[][] {
  const random = randomFor('metrics')
  const reporting = agencies.filter(a => a.businessStart < '2011-01-01' && random.chance(0.25))
  return reporting.flatMap(agency => {
    const row = (metric: string, year: string, value: string, unit: string): string[] => [
      agency.uscc,
      agency.name,
      metric,
      year,
      value,
      unit,
      `${year}年度经营情况表`,
      '',
    ]
    const before = random.int(200, 6000)
    const hundredths = random.int(-4000, 25_000)
    const profit = `${hundredths < 0 ? '-' : ''}${Math.floor(Math.abs(hundredths) / 100)}.${String(Math.abs(hundredths) % 100).padStart(2, '0')}`
    return [
      row('服务人次', '2011', String(before), '人次'),
      row('服务人次', '2012', String(Math.floor((before * random.int(80, 140)) / 100)), '人次'),
      row('净利润', '2012', profit, '万元'),
    ]
  })
}
