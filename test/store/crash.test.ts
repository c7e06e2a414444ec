// The program killed or interrupted in the middle of a big import: what was before is there again, and every command
// works on. The moment is taken when pages of the new state are already in the file. Papers interrupted are whole.

import { type ChildProcess, spawn } from 'node:child_process'
import { copyFileSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { archiveFault } from '../../src/formats/archive.ts'
import { at, BIN, data, done, folder, HAND, here, SAMPLES } from '../cli/run.ts'

// More than the page cache holds, so that pages reach the file before the commit.
const ROWS = 120_000
const prepared = folder()

beforeAll(async () => {
  copyFileSync(join(await at('roster'), 'chengxin.db'), join(prepared, 'chengxin.db'))
  const head = '统一社会信用代码,机构名称,活动类型,活动名称,日期'
  const rows = Array.from(
    { length: ROWS },
    (_, i) => `${HAND},北京晴禾样例人力资源有限公司,培训,第${i}次培训,2013-01-01`,
  )
  writeFileSync(join(prepared, 'big.csv'), [head, ...rows].join('\n'))
})

/** Imports until half-written pages are in the file, then sends the signal; what became of it. */
function importAndSend(cwd: string, signal: NodeJS.Signals): Promise<{ code: number | null; sent: boolean }> {
  const db = join(cwd, 'chengxin.db')
  const size = statSync(db).size
  const child: ChildProcess = spawn(
    process.execPath,
    [BIN, '--today', '2013-11-04', '--operator', 't', 'activity', 'import', join(prepared, 'big.csv')],
    { cwd, env: { PATH: process.env.PATH, HOME: cwd }, stdio: 'ignore' },
  )
  let sent = false
  return new Promise(resolve => {
    const watch = setInterval(() => {
      if (!existsSync(`${db}-journal`) || statSync(db).size <= size) return
      clearInterval(watch)
      sent = child.kill(signal)
    }, 1)
    child.on('exit', code => {
      clearInterval(watch)
      resolve({ code, sent })
    })
  })
}

function copy(): string {
  const cwd = folder()
  copyFileSync(join(prepared, 'chengxin.db'), join(cwd, 'chengxin.db'))
  return cwd
}

describe('kill -9 in the middle of an import', () => {
  let cwd = ''
  beforeAll(async () => {
    cwd = copy()
    const { sent } = await importAndSend(cwd, 'SIGKILL')
    expect(sent).toBe(true)
    expect(existsSync(join(cwd, 'chengxin.db-journal'))).toBe(true)
  }, 60_000)

  const crashed = () => {
    const other = folder()
    for (const name of ['chengxin.db', 'chengxin.db-journal'])
      copyFileSync(join(cwd, name), join(other, name))
    return other
  }

  it.each(['status', 'agency list', 'log verify', 'activity list'])(
    'the next command may be one that only asks: %s',
    async line => {
      const ran = await here(crashed(), line)
      expect(ran.stderr).not.toContain('程序内部出错')
      expect(ran.code).toBe(0)
    },
  )

  it('the old state is there, the log is whole, and the import can be made again', async () => {
    const other = crashed()
    await done(other, `commitment import ${commitment(other)}`)
    expect(await data(other, 'activity list')).toEqual([])
    expect(await data<unknown[]>(other, 'agency list')).toHaveLength(5)
    await done(other, 'log verify')
    const log = await data<{ command: string }[]>(other, 'log list')
    expect(log.map(e => e.command)).toEqual(['init', 'agency import', 'commitment import'])
    expect(await data(other, ['activity', 'import', join(prepared, 'big.csv')])).toMatchObject({
      added: ROWS,
    })
  }, 60_000)
})

function commitment(cwd: string): string {
  const path = join(cwd, 'c.csv')
  writeFileSync(
    path,
    `统一社会信用代码,机构名称,承诺书类型,签署日期\n${HAND},北京晴禾样例人力资源有限公司,机构,2013-05-02\n`,
  )
  return path
}

describe('Ctrl-C in the middle of an import', () => {
  it('ends with 130 and the old state', async () => {
    const cwd = copy()
    const { code, sent } = await importAndSend(cwd, 'SIGINT')
    expect(sent).toBe(true)
    expect(code).toBe(130)
    expect(await data(cwd, 'activity list')).toEqual([])
  }, 60_000)
})

describe('Ctrl-C in the middle of many papers', () => {
  it('ends with 130 at once; what is written is whole', async () => {
    const cwd = folder()
    await done(cwd, 'init')
    await done(cwd, `agency import ${join(SAMPLES, 'city', 'roster.csv')}`)
    const agencies = await data<unknown[]>(cwd, 'agency list')
    const child = spawn(
      process.execPath,
      [BIN, '--today', '2013-11-04', '--operator', 't', 'archive', 'export', '--all', '--out', 'all'],
      { cwd, env: { PATH: process.env.PATH, HOME: cwd }, stdio: ['ignore', 'pipe', 'ignore'] },
    )
    child.stdout.on('data', () => child.kill('SIGINT'))
    const code = await new Promise(resolve => child.on('exit', resolve))
    expect(code).toBe(130)
    const written = readdirSync(join(cwd, 'all'))
    expect(written.length).toBeGreaterThan(0)
    expect(written.length).toBeLessThan(agencies.length)
    for (const name of written) {
      expect(name).toMatch(/^诚信档案.*\.docx$/)
      expect(archiveFault(readFileSync(join(cwd, 'all', name)), 1e7), name).toBe(null)
    }
  }, 60_000)
})
