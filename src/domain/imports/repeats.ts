// Whether anything came twice, told in eight bytes a text: a file's keys are seldom repeated, and knowing that
// spares the database sorting them all.

/** Beyond this many the database sorts better than these tables grow. */
const MOST = 2 ** 18

/** Never misses a text that was added twice; takes two different ones for the same about once in 10^9 files. */
export class Repeats {
  /** Two numbers made of each text, at a place that the first of them tells; 0 in both is a free place. */
  private first = new Uint32Array(2 ** 12)
  private second = new Uint32Array(2 ** 12)
  private count = 0
  private some = false

  /** Whether a text may have been added twice. */
  get any(): boolean {
    return this.some
  }

  add(text: string): void {
    if (this.some) return
    let one = 0x811c9dc5
    let two = text.length
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i)
      one = Math.imul(one ^ code, 0x01000193)
      two = Math.imul(two ^ (two >>> 15) ^ code, 0x85ebca6b)
    }
    if (this.count * 2 >= this.first.length) this.grow()
    // Both are odd-mixed once more: the last characters of codes differ least in their low bits.
    one = Math.imul(one ^ (one >>> 16), 0x7feb352d) >>> 0
    this.some = !this.put(one, ((two ^ (two >>> 13)) | 1) >>> 0) || this.count > MOST
  }

  /** False where both numbers are there already. */
  private put(one: number, two: number): boolean {
    const { first, second } = this
    const mask = first.length - 1
    let at = (one ^ (one >>> 15)) & mask
    for (; second[at] !== 0; at = (at + 1) & mask) if (first[at] === one && second[at] === two) return false
    first[at] = one
    second[at] = two
    this.count += 1
    return true
  }

  private grow(): void {
    const { first, second } = this
    this.first = new Uint32Array(first.length * 2)
    this.second = new Uint32Array(first.length * 2)
    this.count = 0
    for (let at = 0; at < first.length; at++) if (second[at] !== 0) this.put(first[at]!, second[at]!)
  }
}
