// task done: what somebody had to do is done.
import { type Command, Option } from 'commander'
import { addVerb, type Front, outputOptions, textOption } from '../front.ts'
import { dayOption } from '../settings.ts'

export function addTaskDone(front: Front, noun: Command): void {
  const { help } = front.m.words
  addVerb(front, noun, {
    usage: 'done <task>',
    examples: ['task done 1 --outcome 已录入', 'task done 1 --done-on 2013-11-01 --json'],
    options: [
      new Option('--done-on <date>', help['--done-on']),
      new Option('--outcome <text>', help['--outcome']),
      ...outputOptions(front.m),
    ],
    run: async (shell, [id = ''], options) => {
      const { finishTask } = await import('../../work/finish-task.ts')
      const day = textOption(options, 'doneOn')
      const doneOn = day === null ? null : dayOption('--done-on', day)
      const outcome = textOption(options, 'outcome')?.trim() || null
      const done = finishTask(shell.desk(), id, { doneOn, outcome })
      await shell.show(done, [shell.m.words.said.taskDone(done)], options)
    },
  })
}
