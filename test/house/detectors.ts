// What the house forbids, as functions from a source tree to its faults.
import { filesImported, modulesIn, type Tree, withoutComments } from './sources.ts'

/** Rooms from the door down; imports run from a higher number to a lower one or stay in their room. */
const FLOOR: Readonly<Record<string, number>> = {
  main: 5,
  cli: 4,
  work: 3,
  store: 2,
  formats: 2,
  schemes: 2,
  domain: 1,
}

/** `src/cli/nouns/agency.ts` -> `cli`; `src/main.ts` -> `main`. */
export function roomOf(path: string): string {
  const parts = path.split('/')
  return parts.length === 2 ? parts[1]!.replace(/\.ts$/, '') : parts[1]!
}

/** Imports that do not run down, by room; messages are for the front rooms and know only the domain. */
export function wrongWay(tree: Tree): string[] {
  return eachImport(tree, (path, target) => {
    if (!target.startsWith('src/')) return true
    const [from, to] = [roomOf(path), roomOf(target)]
    if (from === to) return false
    if (from === 'messages') return to !== 'domain'
    if (to === 'messages') return !['main', 'cli', 'work'].includes(from)
    return !(FLOOR[from]! > FLOOR[to]!)
  })
}

/** Imports of files that are not there. */
export function dangling(tree: Tree): string[] {
  return eachImport(tree, (_, target) => !tree.has(target))
}

function eachImport(tree: Tree, isFault: (path: string, target: string) => boolean): string[] {
  return [...tree].flatMap(([path, text]) =>
    filesImported(path, text)
      .filter(target => isFault(path, target))
      .map(target => `${path} -> ${target}`),
  )
}

/** Files that reach themselves through imports. */
export function circles(tree: Tree): string[] {
  const next = new Map([...tree].map(([path, text]) => [path, filesImported(path, text)]))
  const reaches = (start: string): boolean => {
    const seen = new Set<string>()
    const todo = [...(next.get(start) ?? [])]
    for (let path = todo.pop(); path !== undefined; path = todo.pop()) {
      if (path === start) return true
      if (seen.has(path)) continue
      seen.add(path)
      todo.push(...(next.get(path) ?? []))
    }
    return false
  }
  return [...tree.keys()].filter(reaches)
}

/** Package -> the files that import it, sorted. `hucre/xlsx` counts as `hucre`. */
export function packages(tree: Tree): Record<string, string[]> {
  const found = new Map<string, Set<string>>()
  for (const [path, text] of tree) {
    for (const module of modulesIn(text)) {
      if (module.startsWith('.') || module.startsWith('node:')) continue
      const name = module
        .split('/')
        .slice(0, module.startsWith('@') ? 2 : 1)
        .join('/')
      found.set(name, (found.get(name) ?? new Set()).add(path))
    }
  }
  return Object.fromEntries([...found].sort().map(([name, paths]) => [name, [...paths].sort()]))
}

/** What the domain imports from outside the domain. */
export function impure(tree: Tree): string[] {
  return [...tree]
    .filter(([path]) => path.startsWith('src/domain/'))
    .flatMap(([path, text]) =>
      modulesIn(text)
        .filter(module => !module.startsWith('.'))
        .map(module => `${path} -> ${module}`),
    )
}

const HIDDEN =
  /\bDate\.now\b|\bnew Date\(\s*\)|\bDate\(\s*\)|\bMath\.random\b|\bprocess\b\.|\bperformance\.now\b|\brandomUUID\b|\brandomBytes\b|\btoLocale\w+|\blocaleCompare\b|\bIntl\./g

/** Input that is not handed in: clock, chance, process, locale - in the rules and use cases. */
export function hiddenInput(tree: Tree): string[] {
  return matches(tree, /^src\/(domain|work)\//, HIDDEN)
}

const NETWORK =
  /\bfetch\(|\bWebSocket\b|\bEventSource\b|['"](?:node:)?(?:http|https|http2|net|tls|dgram|dns|dns\/promises|cluster|child_process)['"]/g

const THREADS = /['"](?:node:)?worker_threads['"]/g

/** Threads beside the first: they make a program hard to follow. */
export function threads(tree: Tree): string[] {
  return matches(tree, /^(src|bin)\//, THREADS)
}

/** There is no network, and no other program is started. */
export function network(tree: Tree): string[] {
  return matches(tree, /^(src|bin)\//, NETWORK)
}

const SQL =
  /\b(?:SELECT\s[\s\S]{0,80}?\sFROM|INSERT (?:OR \w+ )?INTO|DELETE FROM|UPDATE \w+ SET|BEGIN IMMEDIATE)\b/g

/** SQL outside the store. */
export function strayedSql(tree: Tree): string[] {
  return matches(tree, /^src\/(?!store\/)/, SQL)
}

/** The writable connection outside the store. */
export function strayedConnection(tree: Tree): string[] {
  return matches(tree, /^src\/(?!store\/)/, /\.connection\b/g)
}

function matches(tree: Tree, where: RegExp, what: RegExp): string[] {
  return [...tree]
    .filter(([path]) => where.test(path))
    .flatMap(([path, text]) =>
      [...withoutComments(text).matchAll(what)].map(m => `${path}: ${m[0].split(/\s/)[0]}`),
    )
}

export function tooLong(tree: Tree, limit: number): string[] {
  return [...tree]
    .map(([path, text]) => [path, text.trimEnd().split('\n').length] as const)
    .filter(([, lines]) => lines > limit)
    .map(([path, lines]) => `${path}: ${lines}`)
}

/** Files that do not open with a comment (after a line that starts a program, if any). */
export function uncommented(tree: Tree): string[] {
  const mark = {
    ts: /^(\/\/ ?|\/\*+ )\S/,
    js: /^(\/\/ ?|\/\*+ )\S/,
    sql: /^-- \S/,
    yaml: /^# \S/,
    yml: /^# \S/,
  }
  return [...tree]
    .filter(([path, text]) => {
      const first = text.replace(/^\uFEFF/, '').replace(/^#!.*\n/, '')
      return !mark[path.split('.').at(-1) as keyof typeof mark].test(first)
    })
    .map(([path]) => path)
}

/** Problem codes that no part of the program gives. */
export function unusedCodes(tree: Tree, codes: readonly string[]): string[] {
  const silent = /^src\/(messages\/|domain\/problem\.ts|cli\/exit-codes\.ts)/
  const text = [...tree]
    .filter(([path]) => !silent.test(path))
    .map(([, code]) => withoutComments(code))
    .join('\n')
  return codes.filter(code => !text.includes(`'${code}'`))
}

/** Keys of the catalogue that no other part of the program speaks of, as words of its source. */
export function unusedWords(tree: Tree, keys: readonly string[]): string[] {
  const text = [...tree]
    .filter(([path]) => !path.startsWith('src/messages/'))
    .map(([path, code]) => (path.endsWith('.ts') ? withoutComments(code) : code))
    .join('\n')
  const known = new Set(text.match(/[\p{L}\p{N}_$]+(?:[.-][\p{L}\p{N}_$]+)*/gu))
  for (const word of [...known]) for (const part of word.split(/[.-]/)) known.add(part)
  return keys.filter(key => !known.has(key.split('/').at(-1)!))
}
