// What a new license brings with it: the archive (BJ 三(六)1, ZS 三(二)1), integrity education and the check of the four
// service systems (BJ 三(一)2).
import type { Day } from '../day.ts'
import type { Values } from '../imports/column.ts'
import { serviceSystems } from './system.ts'
import { taskKind } from './task.ts'

const DOCUMENT = '京人社市场发〔2013〕220号'

/** In the order in which they are done. */
export function licenseTasks(licenseNo: string, dueOn: Day | null): Values[] {
  const blank = Object.fromEntries(taskKind.columns.map(c => [c.key, null]))
  const task = (kind: string, title: string, clause: string): Values => ({
    ...blank,
    kind,
    title,
    source_no: licenseNo,
    basis: `${DOCUMENT} ${clause}`,
    due_on: dueOn,
  })
  return [
    task('archive', '诚信档案：基本信息、诚信承诺书', '三（六）1'),
    task('education', '诚信教育', '三（一）2'),
    ...serviceSystems.map(({ word }) => task('system', `服务${word}制度核查`, '三（一）2、三（三）')),
  ]
}
