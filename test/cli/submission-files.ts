// Files of three districts and of their city, made by the commands that a clerk types, from the sample city.
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { unpackAll } from '../../src/formats/archive.ts'
import { packParts } from '../../src/formats/package.ts'
import { data, done, FINALIZE, folder, SAMPLES } from './run.ts'

/** Small districts, one of them with a public body among the nominees. */
export const DISTRICTS = ['平谷区', '怀柔区', '门头沟区'] as const

export const AS_OF = 'evaluation open --year 2013 --as-of 2013-10-31'

const NOUNS = {
  complaint: 'complaints',
  penalty: 'penalties',
  honor: 'honors',
  commitment: 'commitments',
  activity: 'activities',
  inspection: 'inspection',
} as const

/** Rows of a sample file that name one of these, with its header. */
export function rowsOf(file: string, names: ReadonlySet<string>): string {
  const bytes = readFileSync(join(SAMPLES, 'city', `${file}.csv`))
  const utf8 = bytes.subarray(0, 3).toString('hex') === 'efbbbf'
  const text = new TextDecoder(utf8 ? 'utf-8' : 'gb18030').decode(bytes)
  const [header = '', ...rows] = text.trimEnd().split(/\r?\n/)
  return [header, ...rows.filter(row => row.split(',').some(cell => names.has(cell)))].join('\n')
}

let all: Promise<Map<string, Set<string>>> | null = null

/** The agencies of each district of the sample city, by name. */
export async function agenciesByDistrict(): Promise<Map<string, Set<string>>> {
  all ??= (async () => {
    const cwd = folder()
    await done(cwd, 'init')
    await done(cwd, `agency import ${join(SAMPLES, 'city', 'roster.csv')}`)
    const found = new Map<string, Set<string>>()
    for (const { name, district } of await data<{ name: string; district: string }[]>(cwd, 'agency list'))
      found.set(district, (found.get(district) ?? new Set()).add(name))
    return found
  })()
  return all
}

/** Brings a district's rows of all registers into a file. */
export async function bringIn(cwd: string, district: string, nouns: readonly string[]): Promise<void> {
  const names = (await agenciesByDistrict()).get(district)!
  for (const noun of nouns) {
    const file = noun === 'agency' ? 'roster' : NOUNS[noun as keyof typeof NOUNS]
    const rows = rowsOf(file, names)
    if (!rows.includes('\n')) continue
    writeFileSync(join(cwd, `${noun}.csv`), rows)
    await done(cwd, `${noun} import ${noun}.csv`)
  }
}

/** A district's file up to its list: `init --district`, imports, evaluation, proposal; its package beside it. */
export async function districtFile(district: string): Promise<string> {
  const cwd = folder()
  await done(cwd, `init --district ${district}`)
  await bringIn(cwd, district, ['agency', ...Object.keys(NOUNS)])
  await done(cwd, AS_OF)
  writeFileSync(join(cwd, 'scores.csv'), rowsOf('scores', (await agenciesByDistrict()).get(district)!))
  await done(cwd, 'evaluation import scores.csv')
  await done(cwd, 'evaluation run')
  await done(cwd, FINALIZE)
  await done(cwd, 'nomination propose')
  return cwd
}

export interface Candidate {
  uscc: string | null
  name: string
  total: string | null
  rank: number | null
  decision: string
}

/** The nomination list of one district. */
export async function listOf(cwd: string, district: string): Promise<Candidate[]> {
  const { candidates } = await data<{ candidates: Candidate[] }>(
    cwd,
    `nomination list --district ${district}`,
  )
  return candidates
    .map(({ uscc, name, total, rank, decision }) => ({ uscc, name, total, rank, decision }))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
}

export interface Listed {
  name: string
  bytes: number
  sha256: string
}

/**
 * A package made anew of another's parts, as somebody would who knows the format: `change` alters, adds and takes out
 * parts, then sizes, digests and the seal are made to agree; `list`: but for what the manifest says of them.
 */
export function resealed(
  file: string,
  // biome-ignore lint/suspicious/noExplicitAny: a test reaches into JSON of every shape
  change: (parts: Record<string, any>) => void,
  list: (parts: Listed[]) => Listed[] = parts => parts,
): Uint8Array {
  const found = unpackAll(readFileSync(file), 10_000_000)
  if ('fault' in found) throw new Error(found.fault.kind)
  const parts: Record<string, unknown> = Object.fromEntries(
    found.parts.map(({ name, content }) => [
      name,
      name.endsWith('.json') ? JSON.parse(new TextDecoder().decode(content)) : content,
    ]),
  )
  change(parts)
  const { 'manifest.json': manifest, ...rest } = parts
  const bytesOf = (value: unknown) =>
    value instanceof Uint8Array ? value : new TextEncoder().encode(JSON.stringify(value))
  const written = Object.entries(rest).map(([name, value]) => ({ name, bytes: bytesOf(value) }))
  const listed = written.map(
    ({ name, bytes }): Listed => ({
      ...{ name, bytes: bytes.length },
      sha256: createHash('sha256').update(bytes).digest('hex'),
    }),
  )
  const told = { ...(manifest as object), parts: list(listed) }
  return packParts([{ name: 'manifest.json', bytes: bytesOf(told) }, ...written])
}
