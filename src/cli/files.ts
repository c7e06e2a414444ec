// Files named on the command line: `-` is standard input or output; what is written is whole or not there at all.
import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs'
import { basename, dirname, isAbsolute, join, resolve } from 'node:path'
import { Refusal } from '../domain/refusal.ts'
import { bytesSource, fileSource, type Source } from '../formats/source.ts'
import type { World } from './world.ts'

/**
 * A regular file is read piece by piece when it is needed; standard input and pipes can be read only once. Of what has
 * no size beforehand, a device among it, little more than `most` bytes are read.
 */
export async function openInput(world: World, path: string, most = Infinity): Promise<Source> {
  if (path === '-') return bytesSource('-', await world.readStdin(most))
  const full = absolute(world, path)
  // A name may hold what turns a terminal upside down; it is shown, logged and printed.
  const file = basename(path).replace(/\p{Cc}/gu, '\uFFFD')
  try {
    accessSync(full, constants.R_OK)
    const found = statSync(full)
    return found.isFile() ? fileSource(file, full, found.size) : bytesSource(file, readUpTo(full, most))
  } catch {
    throw new Refusal('CX5009', { path })
  }
}

function readUpTo(path: string, most: number): Uint8Array {
  const pieces: Uint8Array[] = []
  let size = 0
  for (const piece of fileSource('', path, 0).pieces()) {
    pieces.push(Uint8Array.from(piece))
    size += piece.length
    if (size > most) break
  }
  return Buffer.concat(pieces)
}

export function absolute(world: World, path: string): string {
  return isAbsolute(path) ? path : resolve(world.cwd, path)
}

/** Whether two paths are one file, by whatever names, or would be if they were written. */
export function isSameFile(one: string, other: string): boolean {
  if (existsSync(one) !== existsSync(other)) return false
  return identityOf(one) === identityOf(other)
}

function identityOf(path: string): string {
  try {
    const { dev, ino } = statSync(path)
    return `${dev} ${ino}`
  } catch {
    return realPath(path)
  }
}

/** Where a path leads, as far as it is there. */
function realPath(path: string): string {
  if (existsSync(path)) return realpathSync(path)
  const folder = dirname(path)
  return folder === path ? path : join(realPath(folder), basename(path))
}

/** A database with what SQLite lays beside it: another file of such a name would be taken for part of it. */
export function databaseFiles(path: string): string[] {
  return [path, ...['-wal', '-shm', '-journal'].map(end => `${realPath(path)}${end}`)]
}

/** Refuses a target that could not be written later: before the work, not after it. */
export function checkTarget(path: string, force: boolean): void {
  if (existsSync(path)) {
    if (!statSync(path).isFile()) throw new Refusal('CX5006', { path })
    if (!force) throw new Refusal('CX5008', { path })
  }
  makeFolder(dirname(path))
}

/** Makes a folder where there is none. Refuses where a file is in the way or nothing may be made. */
export function makeFolder(path: string): void {
  try {
    mkdirSync(path, { recursive: true })
  } catch {
    throw new Refusal('CX5006', { path })
  }
}

/** Writes to a temporary name beside the target, flushes, renames. Refuses to overwrite without `force`. */
export function writeWhole(path: string, bytes: string | Uint8Array, force: boolean): void {
  layDown(path, bytes, force).name()
}

/** Writes and flushes under a temporary name; `name` gives the file its own, `forget` takes it away. */
export function layDown(
  path: string,
  bytes: string | Uint8Array,
  force: boolean,
): { name: () => void; forget: () => void } {
  checkTarget(path, force)
  const temporary = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`)
  const forget = () => rmSync(temporary, { force: true })
  const guarded = (step: () => void) => {
    try {
      step()
    } catch (error) {
      forget()
      const code = (error as NodeJS.ErrnoException).code
      if (code === 'ENOSPC') throw new Refusal('CX5005', { path })
      if (code !== undefined) throw new Refusal('CX5006', { path })
      throw error
    }
  }
  guarded(() => {
    const handle = openSync(temporary, 'w')
    try {
      const buffer = typeof bytes === 'string' ? Buffer.from(bytes) : bytes
      let written = 0
      while (written < buffer.length) written += writeSync(handle, buffer, written)
      fsyncSync(handle)
    } finally {
      closeSync(handle)
    }
  })
  return { name: () => guarded(() => renameSync(temporary, path)), forget }
}
