// scheme diff, facts, schema: two schemes side by side, what rules can ask about, and the format for editors.
import { type Command, Option } from 'commander'
import { pointsText } from '../../domain/exact.ts'
import { type Difference, type Said, schemeParts } from '../../domain/scheme/compare.ts'
import type { Fact } from '../../domain/scheme/facts.ts'
import type { Scheme } from '../../domain/scheme/scheme.ts'
import { addVerb, type Front, fileOptions, outputOptions, textOption } from '../front.ts'
import { namedBy } from '../scheme-named.ts'
import { factName, fieldWord, ruleJson, ruleText } from '../scheme-rules.ts'
import type { Shell } from '../shell.ts'

/** In hundredths. */
const POINTS = new Set(['points', 'min', 'min_total'])

export function addDiff(front: Front, noun: Command): void {
  addVerb(front, noun, {
    usage: 'diff <scheme> <other>',
    examples: [
      'scheme diff beijing-2013 zhoushan-2019',
      'scheme diff beijing-2013 zhoushan-2019 --part indicators --json',
      'scheme diff @1 beijing-2013',
    ],
    options: [
      new Option('--part <part>', front.m.words.help['scheme diff --part']).choices([...schemeParts]),
      ...outputOptions(front.m),
    ],
    run: async (shell, [one = '', other = ''], options) => {
      const { schemeNamed } = await import('../../work/scheme/texts.ts')
      const { compareSchemes } = await import('../../domain/scheme/compare.ts')
      const desk = shell.desk()
      const before = schemeNamed(desk, await namedBy(shell, one))
      const after = schemeNamed(desk, await namedBy(shell, other))
      const part = textOption(options, 'part')
      const rows = compareSchemes(before, after).filter(d => part === null || d.part === part)
      const { column, said, labels } = shell.m.words
      const text = (d: Difference, scheme: Scheme, value: Said) => saidText(shell, scheme, d.field, value)
      await shell.list(
        {
          rows,
          columns: [
            { title: column.part!, cell: d => said.schemePart[d.part] },
            { title: column.entry!, cell: d => d.item },
            { title: column.field!, cell: d => fieldTitle(shell, d) },
            { title: column.before!, cell: d => text(d, before, d.before) ?? labels.none },
            { title: column.after!, cell: d => text(d, after, d.after) ?? labels.none },
          ],
          json: d => ({
            ...{ part: d.part, item: d.item, field: d.field },
            before: saidJson(shell, before, d.field, d.before),
            after: saidJson(shell, after, d.field, d.after),
          }),
        },
        options,
      )
      if (rows.length === 0) shell.say(said.schemesEqual)
    },
  })
}

function fieldTitle({ m }: Shell, { field, after }: Difference): string {
  const { column, said } = m.words
  if (field === null) return after === null ? said.differenceOnly.before : said.differenceOnly.after
  return said.differs[field] ?? column[field] ?? field
}

function saidText(shell: Shell, scheme: Scheme, field: string | null, value: Said): string | null {
  const { labels, said, value: words } = shell.m.words
  if (value === null) return null
  if (typeof value === 'number') return POINTS.has(field ?? '') ? pointsText(value) : String(value)
  if (typeof value === 'boolean') return value ? said.yes : said.no
  const worded = (word: string) => {
    const known: Record<string, Readonly<Record<string, string>>> = {
      evidence: words.evidence,
      kinds: words.kind,
      status: said.schemeStatus,
      subject: said.subjectNoun,
      is: said.factType,
      grounds: said.ground,
      work: said.stageWork,
      places_by: said.placesBy,
    }
    return known[field ?? '']?.[word] ?? word
  }
  if (typeof value === 'string') return worded(value)
  if ('rules' in value) return value.rules.map(rule => ruleText(shell.m, scheme, rule)).join(labels.listStop)
  return value.map(worded).join(labels.listStop)
}

function saidJson({ m }: Shell, scheme: Scheme, field: string | null, value: Said): unknown {
  if (typeof value === 'number') return POINTS.has(field ?? '') ? pointsText(value) : value
  if (typeof value !== 'object' || value === null || !('rules' in value)) return value
  return value.rules.map(rule => ruleJson(m, scheme, rule))
}

export function addFacts(front: Front, noun: Command): void {
  addVerb(front, noun, {
    usage: 'facts',
    examples: ['scheme facts', 'scheme facts --subject window', 'scheme facts --json'],
    options: [
      new Option('--subject <subject>', front.m.words.help['scheme facts --subject']).choices([
        ...['agency', 'institution', 'window', 'platform', 'community', 'person'],
      ]),
      ...outputOptions(front.m),
    ],
    run: async (shell, _args, options) => {
      const { facts, declaredFact } = await import('../../domain/scheme/facts.ts')
      const subject = textOption(options, 'subject')
      const rows = [...facts, declaredFact].filter(
        fact => subject === null || (fact.subjects as readonly string[]).includes(subject),
      )
      const { column, said, help, labels } = shell.m.words
      const all = declaredFact.subjects.length
      await shell.list<Fact>(
        {
          rows,
          columns: [
            { title: column.fact!, cell: f => f.id },
            { title: column.title!, cell: f => factName(shell.m, f.id) },
            { title: column.kind!, cell: f => said.factType[f.is] },
            { title: column.unit!, cell: f => f.unit },
            { title: column.register!, cell: f => help[f.register]! },
            {
              title: column.subjects!,
              cell: f =>
                f.subjects.length === all
                  ? said.allSubjects
                  : f.subjects.map(noun => said.subjectNoun[noun]).join(labels.listStop),
            },
            { title: column.words!, cell: f => wordsText(shell, f) },
            { title: column.rules!, cell: f => f.rules.join(' ') },
          ],
          json: f => f,
        },
        options,
      )
    },
  })
}

/** What it can be, or what a `where` may name. */
function wordsText({ m }: Shell, { words, fields }: Fact): string {
  const { said, labels, value } = m.words
  const list = (all: readonly (string | boolean)[], name = (word: string | boolean) => fieldWord(m, word)) =>
    all.map(word => (name(word) === word ? word : `${word}=${name(word)}`)).join(' ')
  const inWhere = Object.entries(fields).map(
    ([field, known]) => `${field}: ${known === 'any' ? said.anyText : list(known)}`,
  )
  return [
    ...(words.length === 0 ? [] : [list(words, word => value.fact_value[String(word)]!)]),
    ...inWhere,
  ].join(labels.listStop)
}

export function addSchema(front: Front, noun: Command): void {
  addVerb(front, noun, {
    usage: 'schema',
    examples: ['scheme schema', 'scheme schema -o 方案格式.json'],
    options: fileOptions(front.m),
    run: async (shell, _args, options) => {
      const { schemeSchema } = await import('../../schemes/format.ts')
      shell.write(`${JSON.stringify(schemeSchema(), null, 2)}\n`, options)
    },
  })
}
