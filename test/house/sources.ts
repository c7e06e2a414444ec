// The source tree as texts, and what its files import. Detectors take a tree, so that tests can hand them a planted one.
import { readdirSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'

export const ROOT = join(import.meta.dirname, '..', '..')

/** Path from the root of the repository -> text. */
export type Tree = ReadonlyMap<string, string>

export function readTree(folders: readonly string[], name: RegExp): Tree {
  const found = new Map<string, string>()
  for (const folder of folders) {
    for (const entry of readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })) {
      if (!entry.isFile() || !name.test(entry.name)) continue
      const path = join(entry.parentPath, entry.name)
      found.set(path.slice(ROOT.length + 1).replaceAll('\\', '/'), readFileSync(path, 'utf8'))
    }
  }
  return new Map([...found].sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** A tree with one file more, or with another text for one. */
export const planted = (tree: Tree, path: string, text: string): Tree => new Map([...tree, [path, text]])

/** Every module that a text names: imports, re-exports, side effects, `import()` of values and of types. */
export function modulesIn(text: string): string[] {
  const code = withoutComments(text)
  const statements = [...code.matchAll(/(?:^|\n)\s*(?:import|export)\s[^'"`;]*?from\s*['"]([^'"]+)['"]/g)]
  const effects = [...code.matchAll(/(?:^|\n)\s*import\s*['"]([^'"]+)['"]/g)]
  const calls = [...code.matchAll(/\bimport\(\s*['"]([^'"]+)['"]/g)]
  return [...statements, ...effects, ...calls].map(match => match[1]!)
}

/** Imports of a file that are files of the tree, as paths from the root. */
export function filesImported(path: string, text: string): string[] {
  return modulesIn(text)
    .filter(module => module.startsWith('.'))
    .map(module => posix.normalize(posix.join(posix.dirname(path), module)))
}

/** Line and block comments gone; what stands in quotes stays. */
export function withoutComments(text: string): string {
  return text.replace(
    /('(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`)|\/\*[\s\S]*?\*\/|(?<![:\\/])\/\/[^\n]*/g,
    (_, quoted: string | undefined) => quoted ?? '',
  )
}
