const bytesOfUnit = 2

/**
 * Holds texts in memory that the collector does not look at and that is used again: what waits for its batch to be written, as strings, would be
 * copied twice by V8, then be marked with all that lives, and leave holes.
 */
export class TextShelf {
  #bytes = Buffer.alloc(0)
  #end = 0

  /** How many UTF-16 units lie here. */
  get units(): number {
    return this.#end / bytesOfUnit
  }

  /** The same texts, each read from here whenever it is asked for: ask for few at a time. */
  put<Texts extends object>(texts: Texts & Record<keyof Texts, string>): Readonly<Texts> {
    const kept = {} as Texts
    for (const name of Object.keys(texts) as (keyof Texts)[]) {
      const start = this.#end
      const end = start + bytesOfUnit * texts[name].length
      if (end > this.#bytes.length) this.#grow(end)
      this.#bytes.write(texts[name], start, 'utf16le')
      this.#end = end
      Object.defineProperty(kept, name, { enumerable: true, get: () => this.#bytes.toString('utf16le', start, end) })
    }
    return kept
  }

  /** What lay here must not be read any more. */
  clear(): void {
    this.#end = 0
  }

  #grow(bytes: number): void {
    const larger = Buffer.allocUnsafeSlow(2 * bytes)
    this.#bytes.copy(larger, 0, 0, this.#end)
    this.#bytes = larger
  }
}
