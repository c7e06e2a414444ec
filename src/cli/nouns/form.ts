// form: the papers in the formats in which they are signed and sent.
import type { Command } from 'commander'
import type { Front } from '../front.ts'
import { addNominationForms } from './form-nomination.ts'
import { addOrderForms } from './form-orders.ts'
import { addSubjectForms } from './form-subjects.ts'
import { addSupervisionForms } from './form-supervision.ts'
import { addTableForms } from './form-tables.ts'

export function addFormVerbs(front: Front, noun: Command): void {
  addNominationForms(front, noun)
  addTableForms(front, noun)
  addSupervisionForms(front, noun)
  addSubjectForms(front, noun)
  addOrderForms(front, noun)
}
