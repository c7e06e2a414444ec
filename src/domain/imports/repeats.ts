// Whether anything came twice, told in six bytes a text: a file's keys are seldom repeated, and knowing that spares
// the database sorting them all.

/** Beyond so many the tables would take more memory than the sorting they spare is worth. */
const MOST = 2 ** 21
const SLOTS_A_TEXT = 1.5
const FULL = 0.9

/** Never misses a text that was added twice; hardly ever takes two different ones for the same. */
export class Repeats {
  /** One number made of each text, near a place that another one tells; 0 is a free place. */
  private readonly marks: Uint32Array
  private free: number
  private some = false

  /** `expected`: about how many texts will come. With many more, or far too many, it is no longer told. */
  constructor(expected: number) {
    this.marks = new Uint32Array(expected > MOST ? 0 : Math.ceil(expected * SLOTS_A_TEXT) + 16)
    this.free = Math.floor(this.marks.length * FULL)
  }

  /** Whether a text may have been added twice. */
  get any(): boolean {
    return this.some
  }

  add(text: string): void {
    if (this.some) return
    const { marks } = this
    let place = 0x811c9dc5
    let mark = text.length
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i)
      place = Math.imul(place ^ code, 0x01000193)
      mark = Math.imul(mark ^ (mark >>> 15) ^ code, 0x85ebca6b)
    }
    mark = (mark ^ (mark >>> 13)) >>> 0 || 1
    this.some = this.free-- === 0
    // The last characters of codes differ least: they are spread over the whole.
    let at = Math.imul(place ^ (place >>> 16), 0x7feb352d) >>> 0
    at = Math.floor((at / 2 ** 32) * marks.length)
    for (; marks[at] !== 0 && !this.some; at = at + 1 === marks.length ? 0 : at + 1)
      this.some = marks[at] === mark
    if (!this.some) marks[at] = mark
  }
}
