// Papers in batches: a list beside them tells what was written, and the same data give the same bytes.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { at, done, here } from './run.ts'

const ALL = 'evaluation notice --all --out'

/** A batch in a folder, on a file of its own. */
async function batch(): Promise<{ cwd: string; stdout: string }> {
  const cwd = await at('run')
  await done(cwd, ['evaluation', 'finalize', '--allow-partial', '--reason', '个别项目未评'])
  const { stdout } = await done(cwd, `${ALL} one`)
  return { cwd, stdout }
}

it('lists every paper with its size, its digest and the check code that stands on it', async () => {
  const { cwd, stdout } = await batch()
  const names = readdirSync(join(cwd, 'one'))
    .filter(name => name.endsWith('.docx'))
    .sort()
  const list = readFileSync(join(cwd, 'one', '清单-告知书.csv'), 'utf8')
    .trimEnd()
    .split('\r\n')
  expect(list[0]).toBe('\uFEFF序号,文件,字节数,SHA-256,校验码')
  const rows = list.slice(1).map(row => row.split(','))
  expect(rows.map(row => row[1])).toEqual(names)
  for (const [i, [number, name = '', bytes, sha256, code = '']] of rows.entries()) {
    const file = join(cwd, 'one', name)
    expect([number, bytes]).toEqual([String(i + 1), String(statSync(file).size)])
    expect(sha256).toBe(createHash('sha256').update(readFileSync(file)).digest('hex'))
    expect(code).toMatch(/^([0-9A-F]{4}-){2}[0-9A-F]{4}$/)
  }
  expect(new Set(rows.map(row => row[4])).size).toBe(rows.length)
  // The list is told of last, behind all that it lists.
  expect(stdout.trimEnd().split('\n').at(-1)).toBe(join('one', '清单-告知书.csv'))
})

it('gives the same bytes a second time, and overwrites nothing unless told', async () => {
  const { cwd } = await batch()
  await done(cwd, `${ALL} two`)
  for (const name of readdirSync(join(cwd, 'one')))
    expect(readFileSync(join(cwd, 'two', name)).equals(readFileSync(join(cwd, 'one', name)))).toBe(true)
  writeFileSync(join(cwd, 'one', '清单-告知书.csv'), '我的')
  const again = await here(cwd, `${ALL} one`)
  expect(again.code).toBe(5)
  expect(readFileSync(join(cwd, 'one', '清单-告知书.csv'), 'utf8')).toBe('我的')
  await done(cwd, `${ALL} one --force`)
  expect(readFileSync(join(cwd, 'one', '清单-告知书.csv'), 'utf8')).toContain('SHA-256')
})
