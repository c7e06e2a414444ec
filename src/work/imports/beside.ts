// What registers besides the roster have to say to a record: said, never refused. Each is read once for all rows.
import type { Finding, Values } from '../../domain/imports/column.ts'
import { type RecordKind, subjectColumn } from '../../domain/records/kind.ts'
import type { SubjectIndex } from '../../domain/records/subject-index.ts'
import type { Reader } from '../../store/open.ts'
import { registeredSubjects } from '../find-subject.ts'
import { DrawnSheets } from '../inspection/drawn.ts'
import { NEAREST_TOLD } from './plan-file.ts'

export interface Beside {
  warnings: (values: Values, agency: number | null) => Finding[]
}

export function besideOf(kind: RecordKind, reader: Reader): Beside | null {
  if (kind.table === 'inspection') return new DrawnSheets(reader)
  return kind.columns.includes(subjectColumn) ? new NamedSubjects(registeredSubjects(reader)) : null
}

/** What is held by nobody that the register knows counts for no duty. */
class NamedSubjects implements Beside {
  private readonly subjects: SubjectIndex
  private unknown = 0

  constructor(subjects: SubjectIndex) {
    this.subjects = subjects
  }

  warnings(values: Values): Finding[] {
    const { key } = subjectColumn
    const named = values[key]
    if (typeof named !== 'string') return []
    const { length: count } = this.subjects.find(named)
    if (count === 1) return []
    if (count > 1) return [{ fault: { code: 'CX1146', params: { value: named, count } }, key }]
    this.unknown += 1
    const nearest = this.unknown > NEAREST_TOLD ? '' : this.subjects.nearestTo(named).join('、')
    return [{ fault: { code: 'CX1145', params: { value: named, nearest } }, key }]
  }
}
