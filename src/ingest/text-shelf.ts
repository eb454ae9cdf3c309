const bytesOfUnit = 2
const bytesOfBoard = 512 * 1024

/**
 * Holds texts in memory that the collector does not look at and that is used again: what waits for its batch to be written, as strings, would be
 * copied twice by V8, then be marked with all that lives, and leave holes.
 */
export class TextShelf {
  /** Never moved or given back: whatever grows by being copied leaves holes, too. */
  readonly #boards: Buffer[] = []
  /** The boards that are full, and the end of what lies on the next. */
  #full = 0
  #end = 0
  #units = 0

  /** How many UTF-16 units lie here. */
  get units(): number {
    return this.#units
  }

  /** The same texts, each read from here whenever it is asked for: ask for few at a time. */
  put<Texts extends object>(texts: Texts & Record<keyof Texts, string>): Readonly<Texts> {
    const kept = {} as Texts
    for (const name of Object.keys(texts) as (keyof Texts)[]) {
      const bytes = bytesOfUnit * texts[name].length
      const { board, start } = this.#makeRoom(bytes)
      const end = start + board.write(texts[name], start, 'utf16le')
      this.#units += texts[name].length
      Object.defineProperty(kept, name, { enumerable: true, get: () => board.toString('utf16le', start, end) })
    }
    return kept
  }

  /** What lay here must not be read any more. */
  clear(): void {
    this.#full = 0
    this.#end = 0
    this.#units = 0
  }

  #makeRoom(bytes: number): { board: Buffer; start: number } {
    // One of its own, which goes with what is read from it.
    if (bytes > bytesOfBoard) return { board: Buffer.allocUnsafeSlow(bytes), start: 0 }
    if (this.#end + bytes > bytesOfBoard) {
      this.#full++
      this.#end = 0
    }
    this.#boards[this.#full] ??= Buffer.allocUnsafeSlow(bytesOfBoard)
    this.#end += bytes
    return { board: this.#boards[this.#full]!, start: this.#end - bytes }
  }
}
