// Everything from outside that a run may see. `main` fills it from the process; tests and the demo from memory.

export interface World {
  /** Without the node and script parts. */
  argv: readonly string[]
  env: Readonly<Record<string, string | undefined>>
  /** Folder that relative paths start from. */
  cwd: string
  /** Where the program's own data lies (migrations, schemes, templates, samples). */
  root: string
  out: Sink
  err: Sink
  input: Input
  /** Little more than `most` bytes of it. */
  readStdin: (most?: number) => Promise<Uint8Array>
  clock: () => Date
  /** Login name, the operator when none is named. */
  login: string
}

/** Who sits at the keyboard. */
export interface Input {
  isTerminal: boolean
  /** Asks on the error stream; null when the input ends. Ctrl-C ends the run. */
  readLine: (question: string) => Promise<string | null>
}

export interface Sink {
  write: (chunk: string | Uint8Array) => void
  isTerminal: boolean
  /** Width of the terminal, if it is one. */
  columns?: number | undefined
}
