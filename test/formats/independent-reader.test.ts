// Papers and packages opened by a reader that shares nothing with what wrote them: Python's own zip and XML modules, which
// check every sum and every tag. What they find is held against what the commands say.
import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { city } from '../cli/form-city.ts'
import { data, done } from '../cli/run.ts'

const READER = `
import json, sys, zipfile
from xml.etree import ElementTree
W = '{http://schemas.openxmlformats.org/wordprocessingml/2006/main}'
def paragraphs(root):
    return [''.join(t.text or '' for t in p.iter(W + 't')) for p in root.iter(W + 'p')]
found = {}
for path in sys.argv[1:]:
    archive = zipfile.ZipFile(path)
    told = {'bad': archive.testzip(), 'names': archive.namelist(), 'texts': {}, 'tables': []}
    for name in archive.namelist():
        if name.endswith('.xml') or name.endswith('.rels'):
            root = ElementTree.fromstring(archive.read(name))
            told['texts'][name] = [text for text in paragraphs(root) if text.strip()]
            if name == 'word/document.xml':
                told['tables'] = [
                    [[' '.join(paragraphs(cell)).strip() for cell in row.iter(W + 'tc')] for row in table.iter(W + 'tr')]
                    for table in root.iter(W + 'tbl')
                ]
    found[path] = told
json.dump(found, sys.stdout)
`

interface Read {
  /** The first part whose sum is wrong. */
  bad: string | null
  names: string[]
  texts: Record<string, string[]>
  tables: string[][][]
}

const there = spawnSync('python3', ['-c', 'import zipfile, xml.etree.ElementTree']).status === 0
if (!there)
  process.stderr.write('SKIPPED: papers are not opened by an independent reader, there is no python3\n')

function readAll(folder: string, names: readonly string[]): Map<string, Read> {
  const paths = names.map(name => join(folder, name))
  const ran = spawnSync('python3', ['-c', READER, ...paths], {
    encoding: 'utf8',
    env: { PATH: process.env.PATH, PYTHONIOENCODING: 'utf-8', PYTHONUTF8: '1' },
    maxBuffer: 2 ** 28,
  })
  expect(ran.status, ran.stderr).toBe(0)
  const found = JSON.parse(ran.stdout) as Record<string, Read>
  return new Map(names.map((name, i) => [name, found[paths[i]!]!]))
}

interface Candidate {
  uscc: string | null
  name: string
  total: string
  decision: string
}

describe.skipIf(!there)('an independent reader', () => {
  let cwd = ''
  let nominees: Candidate[] = []
  let papers = new Map<string, Read>()

  beforeAll(async () => {
    cwd = await city()
    await done(cwd, 'form package --district 平谷区 --out package')
    await done(cwd, 'form quota --format docx --out package')
    await done(cwd, 'form hotline --format docx --out package')
    await done(cwd, 'form ranking --district 平谷区 --format docx --out package')
    await done(cwd, 'report year --out package')
    const list = await data<{ candidates: Candidate[] }>(cwd, 'nomination list --district 平谷区')
    nominees = list.candidates.filter(c => c.decision === 'nominated')
    const names = readdirSync(join(cwd, 'package')).filter(name => name.endsWith('.docx'))
    papers = readAll(join(cwd, 'package'), names)
  }, 120_000)

  it('opens every paper whole: no sum is wrong, every part is well-formed', () => {
    expect(papers.size).toBe(3 * nominees.length + 5)
    for (const [name, { bad, names }] of papers) {
      expect(bad, name).toBeNull()
      expect(names, name).toContain('word/document.xml')
    }
  })

  it('finds fee, contact and check code at the foot of each', () => {
    for (const [name, { texts }] of papers) {
      const foot = texts['word/footer1.xml']!
      expect(foot[0], name).toMatch(/^诚信建设各项工作公开透明，不向服务机构收取任何费用。　联系方式：/)
      expect(foot[1], name).toMatch(
        /^校验码 ([0-9A-F]{4}-){2}[0-9A-F]{4}　2013年11月4日制　日志第\d+条 [0-9a-f]{12}$/,
      )
    }
  })

  it('reads on forms, score tables and lists what the list says', () => {
    for (const { name, uscc, total } of nominees) {
      const form = [...papers].find(([file]) => file.startsWith('推荐表-') && file.includes(name))![1]
      expect(form.tables[0]![0]![1]).toBe(name)
      expect(form.texts['word/document.xml']!.join('')).toContain(`诚信状况评估总分${total}分`)
      const scores = [...papers].find(([file]) => file.startsWith('评分表-') && file.includes(name))![1]
      const rows = scores.tables[0]!
      expect(rows).toHaveLength(1 + 22 + 1)
      expect(rows.at(-1)).toContain(total)
      const list = [...papers].find(([file]) => file.startsWith('推荐汇总表-'))![1]
      const row = list.tables[0]!.find(cells => cells.includes(name))!
      expect(row).toContain(total)
      if (uscc !== null) expect(row).toContain(uscc)
    }
  })

  it('opens a package whole, and every paper in it is the one that stands beside it', async () => {
    await done(cwd, 'submission pack --district 平谷区 -o package.zip')
    const { bad, names } = readAll(cwd, ['package.zip']).get('package.zip')!
    expect(bad).toBeNull()
    const inside = names.flatMap(name => (name.startsWith('papers/') ? [name.slice('papers/'.length)] : []))
    expect(inside.sort()).toEqual(
      [...papers.keys()].filter(name => /^(推荐表|推荐汇总表|自评总结|评分表)-/.test(name)).sort(),
    )
  })
})
