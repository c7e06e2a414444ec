// The rules of the house: which way imports run, what may be imported where, how long files are, that nothing comes in
// by a back door. Each detector is first shown a planted fault.

import { describe, expect, it } from 'vitest'
import {
  circles,
  dangling,
  hiddenInput,
  impure,
  network,
  packages,
  strayedConnection,
  strayedSql,
  threads,
  tooLong,
  uncommented,
  wrongWay,
} from './detectors.ts'
import { modulesIn, planted, readTree, withoutComments } from './sources.ts'

const src = readTree(['src'], /\.ts$/)
const program = readTree(['src', 'bin'], /\.(ts|js)$/)

/** Third-party packages and the only files that know them: one small module each, as far as that goes today. */
const ALLOWED: Record<string, string[]> = {
  'better-sqlite3': ['src/store/migrate.ts', 'src/store/open.ts', 'src/store/upgrade.ts'],
  chalk: ['src/cli/shell.ts'],
  // The command tree: every noun declares its verbs with it.
  commander: [
    'src/cli/add-verb.ts',
    'src/cli/edit-verb.ts',
    'src/cli/field-options.ts',
    'src/cli/front.ts',
    'src/cli/import-verb.ts',
    'src/cli/list-filters.ts',
    'src/cli/nouns/agency-by-hand.ts',
    'src/cli/nouns/agency.ts',
    'src/cli/nouns/calendar.ts',
    'src/cli/nouns/campaign.ts',
    'src/cli/nouns/archive.ts',
    'src/cli/nouns/blank-forms.ts',
    'src/cli/nouns/commitment-rates.ts',
    'src/cli/nouns/complaint-case.ts',
    'src/cli/nouns/complaint-rates.ts',
    'src/cli/nouns/demo.ts',
    'src/cli/nouns/duty.ts',
    'src/cli/nouns/district.ts',
    'src/cli/nouns/evaluation-questions.ts',
    'src/cli/nouns/evaluation-versions.ts',
    'src/cli/nouns/evaluation.ts',
    'src/cli/nouns/evaluation-by-hand.ts',
    'src/cli/nouns/evaluation-notices.ts',
    'src/cli/nouns/evaluation-sheets.ts',
    'src/cli/nouns/evaluation-results.ts',
    'src/cli/nouns/form.ts',
    'src/cli/nouns/form-nomination.ts',
    'src/cli/nouns/form-subjects.ts',
    'src/cli/nouns/form-orders.ts',
    'src/cli/nouns/form-supervision.ts',
    'src/cli/nouns/form-tables.ts',
    'src/cli/nouns/scheme-stages.ts',
    'src/cli/nouns/title.ts',
    'src/cli/nouns/house.ts',
    'src/cli/nouns/import.ts',
    'src/cli/nouns/inspection-draw.ts',
    'src/cli/nouns/inspection-tables.ts',
    'src/cli/nouns/inspection.ts',
    'src/cli/nouns/measures.ts',
    'src/cli/nouns/license.ts',
    'src/cli/nouns/nomination.ts',
    'src/cli/nouns/nomination-rulings.ts',
    'src/cli/nouns/opinion.ts',
    'src/cli/nouns/publicity.ts',
    'src/cli/nouns/publicity-objections.ts',
    'src/cli/nouns/quota-allocate.ts',
    'src/cli/nouns/quota-asked.ts',
    'src/cli/nouns/quota-compare.ts',
    'src/cli/nouns/quota.ts',
    'src/cli/nouns/record-verbs.ts',
    'src/cli/nouns/report.ts',
    'src/cli/nouns/report-papers.ts',
    'src/cli/nouns/report-page.ts',
    'src/cli/nouns/records.ts',
    'src/cli/nouns/task.ts',
    'src/cli/nouns/template.ts',
    'src/cli/papers-out.ts',
    'src/cli/personal.ts',
    'src/cli/nouns/system-missing.ts',
    'src/cli/nouns/scheme-about.ts',
    'src/cli/nouns/scheme.ts',
    'src/cli/nouns/subject.ts',
    'src/cli/nouns/submission-merge.ts',
    'src/cli/nouns/submission-status.ts',
    'src/cli/nouns/submission.ts',
    'src/cli/program.ts',
    'src/cli/show-verb.ts',
    'src/main.ts',
  ],
  'csv-parse': ['src/formats/csv.ts'],
  'csv-stringify': ['src/formats/csv-write.ts'],
  // Makes the templates; not part of the program that runs.
  docx: [
    'src/formats/templates/inspection.ts',
    'src/formats/templates/application.ts',
    'src/formats/templates/appraisal.ts',
    'src/formats/templates/inspection-summary.ts',
    'src/formats/templates/plate-receipt.ts',
    'src/formats/templates/rectification.ts',
    'src/formats/templates/revocation.ts',
    'src/formats/templates/summaries.ts',
    'src/formats/templates/archive.ts',
    'src/formats/templates/checklist.ts',
    'src/formats/templates/explanation.ts',
    'src/formats/templates/filing.ts',
    'src/formats/templates/grid.ts',
    'src/formats/templates/nomination-tables.ts',
    'src/formats/templates/paper.ts',
    'src/formats/templates/publicity.ts',
    'src/formats/templates/recommendation.ts',
    'src/formats/templates/result-notice.ts',
    'src/formats/templates/results.ts',
    'src/formats/templates/summary.ts',
  ],
  docxtemplater: ['src/formats/docx.ts'],
  hucre: [
    'src/formats/xlsx-layout.ts',
    'src/formats/xlsx-read.ts',
    'src/formats/xlsx-sheet.ts',
    'src/formats/xlsx-write.ts',
  ],
  'iconv-lite': ['src/formats/csv-write.ts'],
  pizzip: ['src/formats/docx.ts', 'src/formats/templates/paper.ts', 'src/formats/zip-stable.ts'],
  'string-width': ['src/cli/program.ts', 'src/cli/table.ts'],
  yaml: [
    'src/cli/settings.ts',
    'src/schemes/checklist.ts',
    'src/schemes/library.ts',
    'src/schemes/load.ts',
    'src/schemes/plans.ts',
  ],
  zod: [
    'src/schemes/checklist.ts',
    'src/schemes/format.ts',
    'src/schemes/library.ts',
    'src/schemes/load.ts',
    'src/schemes/plans.ts',
    'src/schemes/rule-format.ts',
  ],
}

describe('reading imports', () => {
  it('finds statements over several lines, types, re-exports, effects and calls, and no comments', () => {
    const text = `// import x from './no.ts'
import {
  a,
  type B,
} from './a.ts'
import type { C } from "./b.ts"
export * from './c.ts'
export { d } from './d.ts'
import './e.ts'
const f = await import('./f.ts')
type G = typeof import('./g.ts').g
/* import y from './no.ts' */
const url = 'https://x.cn/' // import('./no.ts')
`
    expect(modulesIn(text).sort()).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'g'].map(name => `./${name}.ts`))
  })

  it('keeps quotes whole when comments go', () => {
    expect(withoutComments(`a('//x') // y\nb("/*") /* z */ c(\`//\`)`)).toBe(`a('//x') \nb("/*")  c(\`//\`)`)
  })

  it('sees the whole program', () => {
    expect(src.size).toBeGreaterThan(80)
    expect([...src.values()].flatMap(modulesIn).length).toBeGreaterThan(300)
  })
})

describe('imports', () => {
  const importing = (from: string, to: string) => planted(src, from, `// x\nimport { x } from '${to}'\n`)

  it.each([
    ['src/domain/x.ts', '../store/open.ts'],
    ['src/domain/x.ts', '../messages/messages.ts'],
    ['src/store/x.ts', '../formats/csv.ts'],
    ['src/formats/x.ts', '../schemes/load.ts'],
    ['src/schemes/x.ts', '../store/open.ts'],
    ['src/store/x.ts', '../work/desk.ts'],
    ['src/store/x.ts', '../messages/messages.ts'],
    ['src/work/x.ts', '../cli/shell.ts'],
    ['src/cli/x.ts', '../main.ts'],
    ['src/messages/x.ts', '../work/desk.ts'],
  ])('the detector sees %s importing %s', (from, to) => {
    expect(wrongWay(importing(from, to))).toHaveLength(1)
  })

  it('run one way: main, cli, work, then store, formats and schemes, then domain', () => {
    expect(wrongWay(src)).toEqual([])
  })

  it('of bin are the built program and nothing else', () => {
    expect(modulesIn(program.get('bin/chengxin.js')!)).toEqual(['../dist/main.js'])
  })

  it('the detector sees a circle of two and of three, and of one with itself', () => {
    const two = planted(importing('src/domain/a.ts', './b.ts'), 'src/domain/b.ts', "import './a.ts'\n")
    expect(circles(two)).toEqual(['src/domain/a.ts', 'src/domain/b.ts'])
    const three = planted(
      planted(importing('src/domain/a.ts', './b.ts'), 'src/domain/b.ts', "import './c.ts'\n"),
      'src/domain/c.ts',
      "import type { A } from './a.ts'\n",
    )
    expect(circles(three)).toHaveLength(3)
    expect(circles(importing('src/domain/a.ts', './a.ts'))).toEqual(['src/domain/a.ts'])
  })

  it('make no circles', () => {
    expect(circles(src)).toEqual([])
  })

  it('name files that are there; the detector sees one that is not', () => {
    expect(dangling(importing('src/domain/a.ts', './gone.ts'))).toEqual([
      'src/domain/a.ts -> src/domain/gone.ts',
    ])
    expect(dangling(src)).toEqual([])
  })
})

describe('packages', () => {
  it('the detector sees a new one, a known one in a new place, and a part of one', () => {
    const text = "import { z } from 'zod'\nimport x from '@a/b/c'\nconst h = await import('hucre/csv')\n"
    const found = packages(planted(src, 'src/cli/x.ts', text))
    expect(found.zod).toContain('src/cli/x.ts')
    expect(found['@a/b']).toEqual(['src/cli/x.ts'])
    expect(found.hucre).toContain('src/cli/x.ts')
  })

  it('are known only by the modules allowed, and every allowance is in use', () => {
    const sorted = Object.entries(ALLOWED).map(([name, files]) => [name, [...files].sort()])
    expect(packages(src)).toEqual(Object.fromEntries(sorted))
  })

  it('the detector sees a domain that knows node or a library', () => {
    const faults = impure(planted(src, 'src/domain/x.ts', "import { z } from 'zod'\nimport 'node:fs'\n"))
    expect(faults).toEqual(['src/domain/x.ts -> zod', 'src/domain/x.ts -> node:fs'])
  })

  it('are unknown to the domain, node included', () => {
    expect(impure(src)).toEqual([])
  })
})

describe('input', () => {
  it.each([
    'Date.now()',
    'new Date()',
    'Math.random()',
    'process.env.X',
    'a.localeCompare(b)',
    'n.toLocaleString()',
  ])('the detector sees %s in work and in domain', code => {
    for (const room of ['work', 'domain'])
      expect(hiddenInput(planted(src, `src/${room}/x.ts`, `// x\nconst y = ${code}\n`))).toHaveLength(1)
  })

  it('that nobody handed in does not reach rules and use cases', () => {
    expect(hiddenInput(src)).toEqual([])
  })

  it.each([
    "import 'node:https'",
    "import { x } from 'net'",
    "fetch('x')",
    "await import('node:child_process')",
  ])('the detector sees %s', code =>
    expect(network(planted(program, 'src/formats/x.ts', `${code}\n`))).toHaveLength(1),
  )

  it('comes from a second thread only where many subjects are scored', () => {
    expect(threads(planted(new Map(), 'src/work/x.ts', "import 'node:worker_threads'\n"))).toHaveLength(1)
    expect(threads(program).map(found => found.split(':')[0])).toEqual([
      'src/work/evaluation/score-thread.ts',
      'src/work/evaluation/scoring.ts',
    ])
  })

  it('from the network there is none', () => {
    expect(network(program)).toEqual([])
  })
})

describe('the database', () => {
  it('the detector sees SQL and the connection outside the store', () => {
    const text = "// x\nstore.connection.exec('DELETE FROM agency')\nconst q = `SELECT a\n  FROM b`\n"
    const tree = planted(new Map(), 'src/work/x.ts', text)
    expect(strayedSql(tree)).toHaveLength(2)
    expect(strayedConnection(tree)).toEqual(['src/work/x.ts: .connection'])
    expect(strayedSql(planted(new Map(), 'src/store/x.ts', text))).toEqual([])
  })

  it('is spoken to in SQL by the store alone', () => {
    expect(strayedSql(src)).toEqual([])
  })

  it('is written through the store alone', () => {
    expect(strayedConnection(src)).toEqual([])
  })
})

describe('files', () => {
  const all = readTree(['src', 'bin', 'migrations', 'samples', 'test'], /\.(ts|js|sql|ya?ml)$/)

  it('the detectors see a long file and one without a comment', () => {
    expect(tooLong(planted(src, 'src/x.ts', 'x\n'.repeat(301)), 300)).toEqual(['src/x.ts: 301'])
    expect(tooLong(planted(new Map(), 'src/x.ts', 'x\n'.repeat(300)), 300)).toEqual([])
    const bare: [string, string][] = [
      ['src/x.ts', 'export const x = 1\n'],
      ['src/y.ts', '//\nexport const x = 1\n'],
      ['migrations/x.sql', 'CREATE TABLE x (y);\n'],
      ['src/schemes/x.yaml', 'id: x\n'],
      ['bin/x.js', '#!/usr/bin/env node\nimport "x"\n'],
    ]
    for (const [path, text] of bare) expect(uncommented(planted(new Map(), path, text))).toEqual([path])
    expect(uncommented(planted(new Map(), 'bin/x.js', '#!/usr/bin/env node\n// x\n'))).toEqual([])
  })

  it('of the program have at most 300 lines', () => {
    expect(tooLong(src, 300)).toEqual([])
  })

  it('open with a comment that says what they are', () => {
    expect(all.size).toBeGreaterThan(110)
    expect(uncommented(all)).toEqual([])
  })
})
