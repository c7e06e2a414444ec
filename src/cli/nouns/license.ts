// license issue, change, renew, cancel: the life of a license, with what each step brings or touches.
import { type Command, Option } from 'commander'
import { type LicenseStep, licenseColumns } from '../../domain/roster/license-step.ts'
import type { LicenseOutcome } from '../../work/license-case.ts'
import { fieldOptions } from '../field-options.ts'
import { addVerb, type Front, type Options, outputOptions, textOption } from '../front.ts'
import type { Shell } from '../shell.ts'
import { changedLines, tellOutcome } from '../tell-outcome.ts'

const STEPS: readonly { step: LicenseStep; examples: readonly string[] }[] = [
  {
    step: 'issue',
    examples: [
      'license issue --name 北京样例新设人力资源有限公司 --uscc 91110105CXJG009048 --kind 经营性 --district 朝阳区 ' +
        '--license-no 样例人服证字110105第0900号 --license-issuer 朝阳区人力社保局 --decided-on 2013-11-01 ' +
        '--valid-to 2016-10-31 --tasks-due 2013-12-31',
      'license issue --agency 12110000CXYL010287 --license-no 样例人服证字110000第0900号 ' +
        '--license-issuer 北京市人力社保局 --valid-to 2016-11-03 --dry-run',
    ],
  },
  {
    step: 'change',
    examples: [
      'license change 91110105CXJG000159 --change 住所 --address 朝阳区样例路2号 --occurred-on 2013-10-08 --reported-on 2013-10-15',
    ],
  },
  { step: 'renew', examples: ['license renew 91110105CXJG000159 --valid-to 2019-03-11'] },
  { step: 'cancel', examples: ['license cancel 91110105CXJG000159 --reason 机构申请注销'] },
]

export function addLicenseVerbs(front: Front, noun: Command): void {
  for (const { step, examples } of STEPS) addStep(front, noun, step, examples)
}

function addStep(front: Front, noun: Command, step: LicenseStep, examples: readonly string[]): void {
  const { help, labels } = front.m.words
  const fields = fieldOptions(front.m, licenseColumns[step], { required: labels.required })
  const issues = step === 'issue'
  addVerb(front, noun, {
    usage: issues ? step : `${step} <agency>`,
    examples,
    options: [
      ...(issues ? [new Option('--agency <agency>', help['license issue --agency'])] : []),
      ...fields.options,
      new Option('-n, --dry-run', help['--dry-run']),
      ...outputOptions(front.m),
    ],
    run: async (shell, [name = null], options) => {
      const { stepLicense } = await import('../../work/license-case.ts')
      const agency = issues ? textOption(options, 'agency') : name
      const given = fields.given(options, { agency: issues ? '--agency' : String(name) })
      const dryRun = options.dryRun === true
      const outcome = stepLicense(shell.desk(), step, agency, given, dryRun)
      await tell(shell, step, outcome, dryRun, options)
    },
  })
}

async function tell(
  shell: Shell,
  step: LicenseStep,
  outcome: LicenseOutcome,
  dryRun: boolean,
  options: Options,
): Promise<void> {
  const { said } = shell.m.words
  const { done, problems, warnings, agency, changes, tasks, touched } = outcome
  const label = `${agency.name} ${agency.license_no ?? ''}`.trim()
  const laid = tasks.map(t => said.laidTask(String(t.title), String(t.basis), t.due_on as string | null))
  const told = {
    ...{ problems, warnings },
    data: { done, dry_run: dryRun, agency, changes, tasks, touched },
    done: [
      dryRun ? said.wouldLicense[step](label) : said.licensed[step](label),
      ...changedLines(shell, changes),
      ...(tasks.length > 0 ? [said.archiveOpened] : []),
      ...laid,
    ],
    notDone: said.notDone,
    notes: [...touched.honors.map(said.touched), ...touched.tasks.map(said.openTask)],
  }
  await tellOutcome(shell, told, options)
}
