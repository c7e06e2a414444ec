// What the nouns of records can do besides importing, adding and listing.
import type { Command } from 'commander'
import type { Values } from '../../domain/imports/column.ts'
import { commitmentKind } from '../../domain/records/commitment.ts'
import { complaintKind } from '../../domain/records/complaint.ts'
import { inspectionKind } from '../../domain/records/inspection.ts'
import type { RecordKind } from '../../domain/records/kind.ts'
import { licenseKind } from '../../domain/records/license.ts'
import { metricKind } from '../../domain/records/metric.ts'
import { opinionKind } from '../../domain/records/opinion.ts'
import { paperKind } from '../../domain/records/paper.ts'
import { subjectKind } from '../../domain/records/subject.ts'
import { systemKind } from '../../domain/records/system.ts'
import { taskKind } from '../../domain/records/task.ts'
import type { Front } from '../front.ts'
import { addMetricForm, addPaperForm, addSubjectForm } from './blank-forms.ts'
import { addCommitmentRates } from './commitment-rates.ts'
import { addComplaintSteps } from './complaint-case.ts'
import { addComplaintRates } from './complaint-rates.ts'
import { addInspectionVerbs } from './inspection.ts'
import { addLicenseVerbs } from './license.ts'
import { addMeasureVerbs } from './measures.ts'
import { addReply } from './opinion.ts'
import { addSubjectShow } from './subject.ts'
import { addSystemMissing } from './system-missing.ts'
import { addTaskDone } from './task.ts'

/** `json`: a record as lists show it. */
export function addRecordVerbs(
  front: Front,
  noun: Command,
  kind: RecordKind,
  json: (record: Values) => Record<string, unknown>,
): void {
  if (kind === complaintKind) {
    addComplaintSteps(front, noun)
    addComplaintRates(front, noun)
  }
  if (kind === commitmentKind) addCommitmentRates(front, noun)
  if (kind === systemKind) addSystemMissing(front, noun)
  if (kind === inspectionKind) addInspectionVerbs(front, noun, json)
  if (kind === taskKind) addTaskDone(front, noun)
  if (kind === opinionKind) addReply(front, noun)
  if (kind === licenseKind) addLicenseVerbs(front, noun)
  if (kind === subjectKind) {
    addSubjectShow(front, noun)
    addSubjectForm(front, noun)
  }
  if (kind === metricKind) addMetricForm(front, noun)
  if (kind === paperKind) addPaperForm(front, noun)
  addMeasureVerbs(front, noun, kind, json)
}
