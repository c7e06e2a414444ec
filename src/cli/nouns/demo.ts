// demo: the whole year on the sample city, each step as it would be typed, with what it answered.
import { existsSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import type { Command } from 'commander'
import { Refusal } from '../../domain/refusal.ts'
import { absolute, makeFolder } from '../files.ts'
import { addVerb, type Front } from '../front.ts'
import type { Shell } from '../shell.ts'

/** Marks a folder that an earlier demo made and a new one may replace. */
const MARK = '.chengxin-demo'
/** The demo's own day and clerk, so that every run writes the same bytes: the day before the deadline. */
const DAY = '2013-11-04'
const CLERK = '样例办件人'

interface Step {
  title: 'init' | 'import' | 'evaluation' | 'finalize' | 'nomination' | 'papers' | 'close'
  /** Each command as its arguments. */
  commands: string[][]
}

export function addDemo(front: Front, program: Command): void {
  addVerb(front, program, {
    usage: 'demo [folder]',
    examples: ['demo', 'demo my-demo'],
    run: async (shell, [folder = 'chengxin-demo']) => {
      prepare(absolute(shell.world, folder))
      const samples = relative(shell.world.cwd, join(shell.world.root, 'samples', 'city'))
      const papers = join(folder, 'papers')
      for (const [i, step] of stepsOf(samples, papers).entries()) {
        const title = shell.m.words.demo[step.title]
        shell.say(`\n${shell.color.bold(shell.m.words.said.demoStep(i + 1, title))}`)
        for (const command of step.commands) await type(front, shell, folder, command)
      }
      listPapers(shell, papers)
    },
  })
}

function stepsOf(samples: string, papers: string): Step[] {
  const words = (line: string) => line.split(' ')
  const importing = (noun: string, file: string) => [noun, 'import', join(samples, file)]
  return [
    { title: 'init', commands: [words('init --scheme beijing-2013'), words('quota show')] },
    {
      title: 'import',
      commands: [
        importing('agency', 'roster.csv'),
        importing('complaint', 'complaints.csv'),
        importing('penalty', 'penalties.csv'),
        importing('honor', 'honors.csv'),
        importing('commitment', 'commitments.csv'),
        importing('activity', 'activities.csv'),
        importing('inspection', 'inspection.csv'),
        words('status'),
      ],
    },
    {
      title: 'evaluation',
      commands: [
        words('evaluation open --year 2013 --as-of 2013-10-31'),
        importing('evaluation', 'scores.csv'),
        [...words('evaluation check --format csv -o'), join(papers, '评估缺项.csv')],
        words('evaluation run'),
        words('evaluation show --district 石景山区'),
        words('evaluation explain 91110107CXYL038679'),
      ],
    },
    {
      title: 'finalize',
      commands: [words('evaluation finalize --allow-partial --reason 缺评分的不参加推荐')],
    },
    {
      title: 'nomination',
      commands: [
        words('nomination propose'),
        words('nomination list --district 门头沟区'),
        importing('paper', 'papers.csv'),
        words('nomination check'),
      ],
    },
    {
      title: 'papers',
      commands: [
        [...words('form package --out'), papers],
        [...words('form quota --format xlsx --out'), papers],
        [...words('form quota --format csv --out'), papers],
        [...words('report html --out'), papers],
      ],
    },
    { title: 'close', commands: [words('status'), words('log list'), words('log verify')] },
  ]
}

/** Runs one command on the demo's database and day. What a check finds is part of the show; any other failure ends it. */
async function type(front: Front, shell: Shell, folder: string, command: readonly string[]): Promise<void> {
  shell.say(`\n${shell.color.cyan(`$ chengxin ${command.join(' ')}`)}`)
  const fixed = [
    '--db',
    join(folder, 'chengxin.db'),
    '--today',
    DAY,
    '--operator',
    CLERK,
    '--lang',
    shell.settings.lang,
  ]
  const code = await front.run([...fixed, ...command])
  const found = code === 3 && command[1] === 'check'
  if (code !== 0 && !found) throw new Error(`demo: ${command.join(' ')}: exit ${code}`)
}

/** What the demo makes in its folder; nothing else there is ever touched. */
const OWN =
  /^((推荐表|推荐汇总表|自评总结|评分表)-.*\.docx|名额分配表\.(docx|xlsx|csv)|清单-推荐材料\.csv|诚信年报-2013\.html|评估缺项\.csv)$/

/** Takes away what an earlier demo made. Refuses a folder that is not the demo's own. */
function prepare(folder: string): void {
  if (existsSync(folder) && !statSync(folder).isDirectory()) throw new Refusal('CX5012', { path: folder })
  makeFolder(folder)
  const ours = existsSync(join(folder, MARK))
  if (!ours && readdirSync(folder).length > 0) throw new Refusal('CX5012', { path: folder })
  for (const name of ['chengxin.db', 'chengxin.db-journal']) rmSync(join(folder, name), { force: true })
  for (const name of papersIn(join(folder, 'papers'))) rmSync(join(folder, 'papers', name))
  writeFileSync(join(folder, MARK), '')
}

function papersIn(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter(name => OWN.test(name))
    .sort()
}

function listPapers(shell: Shell, folder: string): void {
  const names = papersIn(absolute(shell.world, folder))
  shell.say(`\n${shell.color.bold(shell.m.words.said.demoPapers(folder))}`)
  shell.world.out.write(names.map(name => `  ${name}\n`).join(''))
  shell.say(shell.m.words.said.formsWritten(names.length, folder))
}
