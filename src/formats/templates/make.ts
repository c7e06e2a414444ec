// Rebuilds the default Word templates in the folder given (src/formats/templates unless told).
// Run by a developer after changing a template here; the .docx files are committed, so that a clerk's
// machine needs neither this script nor the `docx` package. Same sources, same bytes.

import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { application } from './application.ts'
import { appraisal } from './appraisal.ts'
import { archive } from './archive.ts'
import { checklist } from './checklist.ts'
import { explanation } from './explanation.ts'
import { filing } from './filing.ts'
import { inspection } from './inspection.ts'
import { inspectionSummary } from './inspection-summary.ts'
import { hotline, nominees, quota, ranking } from './nomination-tables.ts'
import { save } from './paper.ts'
import { plateReceipt } from './plate-receipt.ts'
import { publicity } from './publicity.ts'
import { recommendation } from './recommendation.ts'
import { rectification } from './rectification.ts'
import { resultNotice } from './result-notice.ts'
import { results } from './results.ts'
import { revocation } from './revocation.ts'
import { monthSummary, yearSummary } from './summaries.ts'
import { summary } from './summary.ts'

const folder = process.argv[2] ?? 'src/formats/templates'

const templates = {
  inspection: inspection(),
  publicity: publicity(),
  recommendation: recommendation(),
  results: results(),
  'result-notice': resultNotice(),
  archive: archive('internal'),
  'archive-public': archive('public'),
  explanation: explanation(),
  application: application(),
  filing: filing(),
  appraisal: appraisal(),
  checklist: checklist(),
  summary: summary(),
  ranking: ranking(),
  nominees: nominees(),
  quota: quota(),
  hotline: hotline(),
  rectification: rectification(),
  revocation: revocation(),
  'plate-receipt': plateReceipt(),
  'inspection-summary': inspectionSummary(),
  'month-summary': monthSummary(),
  'year-summary': yearSummary(),
}
for (const [name, document] of Object.entries(templates)) {
  writeFileSync(join(folder, `${name}.docx`), await save(document))
}
