// How far long work has come: one line on a terminal's stderr, after the first second, wiped before anything is said.
import type { Messages } from '../messages/messages.ts'
import type { Stage } from '../work/desk.ts'
import type { World } from './world.ts'

/** What a clerk waits without wondering; and how often the line is drawn again. */
const PATIENCE_MS = 1000
const REDRAW_MS = 100

export class Progress {
  private readonly world: World
  private readonly stages: Messages['words']['stages']
  private begun: number | null = null
  private drawn = 0
  private shown = false

  constructor(world: World, messages: Messages) {
    this.world = world
    this.stages = messages.words.stages
  }

  readonly tell = (stage: Stage, done: number, of: number): void => {
    const now = this.world.clock().getTime()
    this.begun ??= now
    if (now - this.begun < PATIENCE_MS || now - this.drawn < REDRAW_MS) return
    const percent = of === 0 ? 100 : Math.floor((done / of) * 100)
    this.world.err.write(`\r\u001b[K${this.stages[stage]} ${percent} %`)
    this.drawn = now
    this.shown = true
  }

  clear(): void {
    if (this.shown) this.world.err.write('\r\u001b[K')
    this.shown = false
  }
}
