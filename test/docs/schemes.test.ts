// docs/schemes.md: its example is sound, and it names every part and every type of rule.

import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { facts } from '../../src/domain/scheme/facts.ts'
import { schemeSchema } from '../../src/schemes/format.ts'
import { done, folder, ROOT } from '../cli/run.ts'

const markdown = readFileSync(join(ROOT, 'docs', 'schemes.md'), 'utf8')
const example = /```yaml\n([\s\S]*?)```/.exec(markdown)![1]!

describe('docs/schemes.md', () => {
  it('has an example that is checked as it says, and can be put on file', async () => {
    const cwd = folder()
    writeFileSync(join(cwd, 'own.yaml'), example)
    const { stdout } = await done(cwd, 'scheme check own.yaml')
    expect(markdown).toContain(`$ chengxin scheme check own.yaml\n${stdout}`)
    await done(cwd, 'init')
    await done(cwd, 'scheme add own.yaml')
    await done(cwd, 'evaluation open --year 2014 --scheme own-2014')
  })

  it.each(Object.keys(schemeSchema().properties as object))('names the key %s', key => {
    expect(markdown).toMatch(new RegExp(`^\\|.*\`${key}\`.*\\|`, 'm'))
  })

  it.each([...new Set(facts.flatMap(f => f.rules)), 'always'])('names the rule %s', type => {
    expect(markdown).toMatch(new RegExp(`^\\|.*\`${type}\`.*\\|`, 'm'))
  })
})
