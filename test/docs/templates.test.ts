// docs/templates.md: its list of fields is what the program declares, its commands print what it shows.
import { copyFileSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { fieldsIn } from '../../src/domain/papers/field-shape.ts'
import { shapeName, written } from '../../src/domain/papers/tags.ts'
import { TEMPLATES } from '../../src/domain/papers/templates.ts'
import { zhCN } from '../../src/messages/zh-CN/index.ts'
import { done, folder, here, ROOT, SAMPLES } from '../cli/run.ts'

const PATH = join(ROOT, 'docs', 'templates.md')
const MARK = '<!-- 以下由程序生成：npx vitest run test/docs -u -->\n'
const markdown = readFileSync(PATH, 'utf8')
const { templateField, said } = zhCN.words

function fieldLines(): string {
  const meaning = templateField as Readonly<Record<string, string>>
  const kinds = Object.entries(TEMPLATES).map(([kind, { title, fields, required }]) => {
    const rows = fieldsIn(fields).map(({ path, shape }) => {
      const [name, must] = [path.join('.'), (required as readonly string[]).includes(path.join('.'))]
      const write = written(path.at(-1)!, shape)
      return `| \`${name}\`${must ? ' ★' : ''} | ${meaning[path.at(-1)!]} | ${said.fieldShape[shapeName(shape)]} | \`${write}\` |`
    })
    return [
      `### ${title} \`${kind}\``,
      '',
      '| 字段 | 内容 | 形式 | 写法 |',
      '|---|---|---|---|',
      ...rows,
    ].join('\n')
  })
  return `${MARK}\n${kinds.join('\n\n')}\n`
}

it('docs/templates.md lists every field of every kind as the program has it', async () => {
  const [head] = markdown.split(MARK)
  await expect(`${head}${fieldLines()}`).toMatchFileSnapshot(PATH)
})

it('docs/templates.md shows what its commands print', async () => {
  const cwd = folder()
  await done(cwd, 'init')
  copyFileSync(join(SAMPLES, 'templates', 'recommendation.docx'), join(cwd, '推荐表.docx'))
  const [, block = ''] = /```console\n([\s\S]*?)```/.exec(markdown)!
  const shown = block.split(/^\$ chengxin /m).slice(1)
  expect(shown.length).toBeGreaterThan(2)
  for (const part of shown) {
    const [line = '', ...output] = part.split('\n')
    const ran = await here(cwd, line)
    expect([line, ran.code, ran.stdout]).toEqual([line, 0, output.join('\n')])
  }
})
