// Words for licenses, subjects and corrections of the roster.
import type { ProblemTextsOf } from '../problem-texts.ts'
import type * as zh from '../zh-CN/licenses.ts'
import { many } from './count.ts'

const until = (day: string) => (day === '9999-12-31' ? 'no end' : day)

export const column: typeof zh.column = {
  leader: 'Leader',
  responsible_unit: 'Responsible unit',
  market_phones: 'Market division',
  inspectorate_phones: 'Inspectorate',
  issue: 'Problem',
  remedy: 'Remedy',
}

export const help: typeof zh.help = {
  'agency list --from': 'only licenses that end on this day or later',
  'agency list --to': 'only licenses that end on this day or before',
  'agency add': 'Add an agency to the roster',
  'agency edit': 'Correct the entry of an agency, with a reason; "" clears a field',
  'agency check': 'Check the roster: codes, licenses, gaps, namesakes',
  'license issue':
    'Issue a license to an agency without one, or to a new agency (which is added), and lay the tasks it brings',
  'license issue --agency':
    'Agency on the roster (credit code or id); leave out for a new agency and give its name',
  'license change': 'Change what a license states',
  'license renew': 'Renew a license',
  'license cancel': 'Cancel a license; names the honors and tasks concerned and changes none',
  'license show': 'One record of a license and its corrections',
  'license edit': 'Correct a record of a license',
  'complaint edit': 'Correct a complaint',
  'penalty show': 'One penalty and its corrections',
  'penalty edit': 'Correct a penalty',
  'sanction show': 'One sanction and its corrections',
  'sanction edit': 'Correct a sanction',
  'offense show': 'One offense and its corrections',
  'offense edit': 'Correct an offense',
  'honor show': 'One honor and its corrections',
  'honor edit': 'Correct an honor',
  'commitment show': 'One commitment and its corrections',
  'commitment edit': 'Correct a commitment',
  'system show': 'One service system and its corrections',
  'system edit': 'Correct what is on file of a service system',
  'activity show': 'One activity and its corrections',
  'activity edit': 'Correct an activity',
  'annual show': 'One annual check and its corrections',
  'annual edit': 'Correct an annual check',
  'inspection edit': 'Correct an inspection record',
  'metric show': 'One metric and its corrections',
  'metric edit': 'Correct a metric',
  'subject show': 'One subject and the records that name it',
  'subject edit': 'Correct a subject',
  'incentive show': 'One incentive or restriction and its corrections',
  'incentive edit': 'Correct an incentive or a restriction',
  'listing show': 'One entry of a list and its corrections',
  'listing edit': 'Correct an entry of a list',
  'task show': 'One task and its corrections',
  'task edit': 'Correct a task',
  'opinion show': 'One opinion and its corrections',
  'opinion edit': 'Correct an opinion',
  district: 'Districts',
  'district list': 'List districts with leader, responsible unit and telephones',
  'district set':
    'Name the leader, the responsible unit and the telephones; "" clears; without a district the telephones of this office',
  'district set --phone':
    'Telephone of the market division, may be repeated, replaces those on file; papers, the hotline table and publications name it',
  'edit --agency': 'It belongs to this agency from now on; "" for none',
  'edit --reason': 'Why it is corrected (required); kept in the log',
  '--leader': 'Name of the leader',
  '--unit': 'Name of the responsible unit',
  '--inspectorate-phone': 'Telephone of the inspectorate, may be repeated, replaces those on file',
}

export const said: typeof zh.said = {
  thisOffice: 'this office',
  edited: label => `Corrected ${label}`,
  wouldEdit: label => `${label} can be corrected; nothing was written`,
  nothingToEdit: label => `${label} is so already; nothing was changed`,
  byHand: 'Source: recorded by hand',
  fromFile: s => `Source: ${s.file}${s.line === null ? '' : ` line ${s.line}`} (import batch ${s.batch})`,
  licensed: {
    issue: label => `Issued ${label}`,
    change: label => `Changed ${label}`,
    renew: label => `Renewed ${label}`,
    cancel: label => `Cancelled ${label}`,
  },
  wouldLicense: {
    issue: label => `${label} can be issued; nothing was written`,
    change: label => `${label} can be changed; nothing was written`,
    renew: label => `${label} can be renewed; nothing was written`,
    cancel: label => `${label} can be cancelled; nothing was written`,
  },
  notDone: 'Nothing was done; the data are as they were',
  archiveOpened: 'The integrity archive is open; these tasks come with it:',
  laidTask: (title, basis, due) => `  ${title} (${basis})${due === null ? '' : `, by ${due}`}`,
  openTask: t =>
    `Task still open: ${t.title}${t.due_on === null ? '' : ` (due ${t.due_on})`}; nothing is done about it by itself`,
  rosterChecked: (findings, agencies) =>
    findings === 0
      ? 'Nothing wrong was found in the roster'
      : `${many(findings, 'problem')} in the roster, of ${many(agencies, 'agency', 'agencies')}`,
  asking: 'Required fields are missing; please fill them in one by one, an empty line gives up',
  districtKinds: { district: 'District', city: 'City' },
}

export const problems: ProblemTextsOf<'CX113' | 'CX116'> = {
  CX1130: p => ({
    what: `"${p.value}" is on the roster already: ${p.holder}`,
    fix: 'To correct it: agency edit. To issue a license to an agency on the roster, name it with --agency',
  }),
  CX1131: () => ({
    what: 'Neither a credit code nor a license number',
    fix: 'Once known, fill it in with agency edit',
  }),
  CX1132: p => ({ what: `"${p.header}" is empty`, fix: 'Once known, fill it in with agency edit' }),
  CX1133: p => ({
    what: `Another agency of this name is in the same district (${p.holder})`,
    fix: 'Check whether both are one; correct a wrong name with agency edit',
  }),
  CX1134: p => ({
    what: `${p.agency} has a license already: ${p.license}${p.validTo === null ? ', without an end on file' : `, valid to ${until(p.validTo)}`}`,
    fix: 'Use license renew or license change; cancel it before another is issued',
  }),
  CX1135: p => ({ what: `${p.agency} has no license`, fix: 'Issue one first: license issue' }),
  CX1136: p => ({
    what: `The license of ${p.agency} is ${p.status}`,
    fix: 'Issue a new one with license issue; correct a wrong status with agency edit',
  }),
  CX1137: p => ({
    what: `Valid to ${p.value} is not later than the present ${until(p.present)}`,
    fix: 'Check the day; correct a wrong one on file with agency edit',
  }),
  CX1160: p => ({
    what: `${p.value} is the number of record ${p.numbered} and the id of another`,
    fix: `Write id=${p.numbered} or id=${p.id}`,
  }),
  CX1161: p => ({
    what: `More than one subject is called "${p.value}"`,
    fix: `Name it by its code or id: ${p.matches}`,
  }),
  CX1162: p => ({
    what: `${p.value} is repeated by ${p.duplicates} and keeps its number and its agency`,
    why: 'Duplicates are linked to the number of their original and counted there, for the same agency',
    fix: `Unlink them first: complaint link ${p.first} --remove; link them again afterwards`,
  }),
  CX1163: p => ({
    what: `${p.value} has no "${p.header}" yet; a correction is not the step itself`,
    fix: `Use ${p.verb}; what it was told wrongly can be corrected afterwards`,
  }),
  CX1164: p => ({
    what: `Only this record was corrected; the roster still gives ${p.value} as "${p.header}" of ${p.agency}`,
    fix: 'If the roster is wrong as well, correct it with agency edit',
  }),
}
