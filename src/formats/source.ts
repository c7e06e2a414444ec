// The bytes of an input, read piece by piece as often as needed; memory stays the same however large the file is.
import { createHash } from 'node:crypto'
import { closeSync, openSync, readSync } from 'node:fs'

export interface Source {
  /** Name as the clerk knows it: no folder, `-` for standard input. */
  file: string
  size: number
  /** Where it is on disk, if it is a file. */
  path?: string
  /** The bytes from the beginning; a piece is valid until the next is asked for. */
  pieces: () => Generator<Uint8Array>
}

const PIECE = 32 * 1024

/** A regular file. What it throws is the file system's. */
export function fileSource(file: string, path: string, size: number): Source {
  return {
    file,
    size,
    path,
    pieces: function* () {
      const handle = openSync(path, 'r')
      try {
        const buffer = Buffer.allocUnsafe(PIECE)
        for (;;) {
          const read = readSync(handle, buffer)
          if (read === 0) return
          yield buffer.subarray(0, read)
        }
      } finally {
        closeSync(handle)
      }
    },
  }
}

/** Bytes already in memory: standard input, a pipe. */
export function bytesSource(file: string, bytes: Uint8Array): Source {
  return {
    file,
    size: bytes.length,
    pieces: function* () {
      for (let at = 0; at < bytes.length; at += PIECE) yield bytes.subarray(at, at + PIECE)
    },
  }
}

/** All bytes, for files that can only be read whole. */
export function wholeOf(source: Source): Uint8Array {
  const whole = Buffer.allocUnsafe(source.size)
  let at = 0
  for (const piece of source.pieces()) {
    whole.set(piece.subarray(0, whole.length - at), at)
    at += piece.length
  }
  return whole.subarray(0, at)
}

/** The first bytes, by which kinds of files are told apart. */
export function beginningOf(source: Source): Uint8Array {
  for (const piece of source.pieces()) return Uint8Array.from(piece.subarray(0, 4096))
  return new Uint8Array()
}

export function sha256Of(source: Source): string {
  const hash = createHash('sha256')
  for (const piece of source.pieces()) hash.update(piece)
  return hash.digest('hex')
}
