// A scheme file's text -> a scheme, or every fault with its line and column.
// YAML is read strictly (version 1.2: no `no:` booleans; codes must be quoted; duplicate keys are faults).
import { type Document, isMap, isPair, isScalar, LineCounter, parseDocument } from 'yaml'
import type { z } from 'zod'
import { type Checked, type Problem, problem } from '../domain/problem.ts'
import { Refusal } from '../domain/refusal.ts'
import { checkConsistency } from '../domain/scheme/consistency.ts'
import type { Scheme } from '../domain/scheme/scheme.ts'
import type { WrongValue } from '../domain/scheme/scheme-problems.ts'
import { schemeFormat } from './format.ts'

type Path = readonly (string | number)[]

/** By their texts: reading one takes longer than most questions about it, and one command may ask many times. */
const read = new Map<string, Scheme>()

/** The scheme of a text that ships or is on file. Refuses what is none. */
export function readScheme(source: string, id: string): Scheme {
  const known = read.get(source)
  if (known) return known
  const { value, problems } = parseScheme(source, `${id}.yaml`)
  if (value === null) throw new Refusal(problems)
  read.set(source, value)
  return value
}

/** Reads and checks a scheme. `file` names the place in problems. */
export function parseScheme(source: string, file: string): Checked<Scheme> {
  const lines = new LineCounter()
  const document = parseDocument(source, {
    lineCounter: lines,
    strict: true,
    uniqueKeys: true,
    version: '1.2',
  })
  const at = (offset: number) => {
    const { line, col } = lines.linePos(offset)
    return { file, line, offset: col }
  }
  // A tag that means nothing is only warned of by the parser, and its value taken as if it were not there.
  const unreadable = [...document.errors, ...document.warnings]
  if (unreadable.length > 0) {
    const problems = unreadable.map(e =>
      problem('CX2001', { detail: e.message.split('\n')[0]! }, at(e.pos[0])),
    )
    return { value: null, problems, warnings: [] }
  }
  let plain: unknown
  try {
    plain = document.toJS({ maxAliasCount: 100 })
  } catch (error) {
    // An alias without its anchor, or more aliases than any scheme needs.
    return {
      value: null,
      problems: [problem('CX2001', { detail: (error as Error).message }, at(0))],
      warnings: [],
    }
  }
  const parsed = schemeFormat.safeParse(plain)
  const issues = parsed.success ? [] : parsed.error.issues
  // What only a rule that cannot be read asks for is not unused.
  const unread = issues.some(issue => issue.path.includes('rules'))
  const faults = checkConsistency(parsed.success ? parsed.data : soundParts(plain, issues)).filter(
    f => !(unread && f.kind === 'unused' && f.path[0] === 'metrics'),
  )
  const problems = [
    ...issues.flatMap(issue => describe(issue, document, at)),
    ...faults.map(f =>
      problem(
        'CX2004',
        { path: pathText(f.path), kind: f.kind, detail: f.detail },
        at(offsetOf(document, f.path)),
      ),
    ),
  ]
  const order = ({ place }: Problem) => place.line! * 100_000 + place.offset!
  return parsed.success && problems.length === 0
    ? { value: parsed.data, problems: [], warnings: [] }
    : { value: null, problems: problems.sort((a, b) => order(a) - order(b)), warnings: [] }
}

/** The parts of a faulty file that can be checked against each other all the same. */
function soundParts(plain: unknown, issues: readonly z.core.$ZodIssue[]): Partial<Scheme> {
  if (typeof plain !== 'object' || plain === null || Array.isArray(plain)) return {}
  const mended = mend(structuredClone(plain), issues)
  const parts = Object.entries(schemeFormat.shape).flatMap(([key, format]) => {
    const part = format.safeParse(mended[key])
    return part.success ? [[key, part.data]] : []
  })
  return Object.fromEntries(parts) as Partial<Scheme>
}

/** Drops keys that nobody knows, and puts a rule that breaks nothing in the place of one that cannot be read. */
function mend(plain: object, issues: readonly z.core.$ZodIssue[]): Record<string, unknown> {
  const whole = plain as Record<string, unknown>
  for (const { code, path, ...issue } of issues) {
    const [part, i, within, k] = path as Path
    if (part === 'indicators' && within === 'rules' && typeof k === 'number') {
      const { rules } = (whole.indicators as { rules: unknown[] }[])[i as number]!
      rules[k] = { type: 'tenure', months: 0, clause: 'default' }
    } else if (code === 'unrecognized_keys') {
      const holder = (path as Path).reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], whole)
      for (const key of (issue as { keys: string[] }).keys) delete (holder as Record<string, unknown>)[key]
    }
  }
  return whole
}

function describe(
  issue: z.core.$ZodIssue,
  document: Document,
  at: (offset: number) => { file: string; line: number; offset: number },
): Problem[] {
  const path = issue.path as Path
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map(key =>
      problem('CX2002', { key, path: pathText(path) }, at(keyOffset(document, path, key))),
    )
  }
  // The innermost issues of a union tell more than the union itself.
  if (issue.code === 'invalid_union' && issue.errors.length === 1) {
    return issue.errors[0]!.flatMap(inner =>
      describe({ ...inner, path: [...path, ...inner.path] }, document, at),
    )
  }
  const wrong = wrongValue(issue, path, document)
  return [problem('CX2003', { path: pathText(path), ...wrong }, at(offsetOf(document, path)))]
}

function wrongValue(
  issue: z.core.$ZodIssue,
  path: Path,
  document: Document,
): { is: WrongValue; detail: string } {
  if (path.length > 0 && !document.hasIn(path)) return { is: 'missing', detail: '' }
  if (path.at(-1) === 'fact') return { is: 'fact', detail: String(document.getIn(path)) }
  if (issue.code === 'invalid_value') return { is: 'choice', detail: issue.values.map(String).join('、') }
  if (issue.code === 'invalid_union' && 'options' in issue) {
    return { is: 'choice', detail: issue.options!.map(String).join('、') }
  }
  if (issue.code === 'invalid_type') return { is: 'type', detail: issue.expected }
  if (issue.code === 'too_small') return { is: 'form', detail: `≥ ${issue.minimum}` }
  if (issue.code === 'too_big') return { is: 'form', detail: `≤ ${issue.maximum}` }
  return { is: 'form', detail: issue.message }
}

/** Where a value stands, or the nearest thing around it that exists. */
function offsetOf(document: Document, path: Path): number {
  for (let length = path.length; length > 0; length--) {
    const node = document.getIn(path.slice(0, length), true) as
      | { range?: [number, number, number] }
      | undefined
    if (node?.range) return node.range[0]
  }
  return 0
}

function keyOffset(document: Document, path: Path, key: string): number {
  const node = path.length === 0 ? document.contents : document.getIn(path, true)
  if (!isMap(node)) return offsetOf(document, path)
  const pair = node.items.find(item => isPair(item) && isScalar(item.key) && item.key.value === key)
  return pair && isScalar(pair.key) ? (pair.key.range?.[0] ?? 0) : offsetOf(document, path)
}

function pathText(path: Path): string {
  return path.reduce<string>(
    (text, part) => (typeof part === 'number' ? `${text}[${part + 1}]` : text ? `${text}.${part}` : part),
    '',
  )
}
