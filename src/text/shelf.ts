const bytesOfUnit = 2
/** No UTF-16 unit takes more than three bytes of UTF-8. */
const bytesPerUnit = 3
const bytesOfBoard = 512 * 1024

/**
 * Holds what waits for its turn in memory that V8's collector does not look at, and that is used again. Strings would be copied twice by
 * it, then be marked with all that lives, and leave holes; buffers that come and go have it look through all that lives, to find them gone.
 */
export class Shelf {
  /** Never moved or given back: whatever grows by being copied leaves holes, too. */
  readonly #boards: Buffer[] = []
  /** The boards that are full, and the end of what lies on the next. */
  #full = 0
  #end = 0

  /** Memory for so many bytes, with anything in it. */
  makeRoom(bytes: number): Buffer {
    // One of its own, which goes with what is read from it.
    if (bytes > bytesOfBoard) return Buffer.allocUnsafeSlow(bytes)
    if (this.#end + bytes > bytesOfBoard) {
      this.#full++
      this.#end = 0
    }
    this.#boards[this.#full] ??= createBoard()
    this.#end += bytes
    return this.#boards[this.#full]!.subarray(this.#end - bytes, this.#end)
  }

  /** A copy. */
  keep(bytes: Uint8Array): Buffer {
    const kept = this.makeRoom(bytes.length)
    kept.set(bytes)
    return kept
  }

  /** The text in UTF-8. */
  encode(text: string): Buffer {
    const most = bytesPerUnit * text.length
    if (most > bytesOfBoard) return Buffer.from(text)
    const room = this.makeRoom(most)
    const bytes = room.write(text)
    this.#end -= most - bytes
    return room.subarray(0, bytes)
  }

  /** The same texts, each read from here whenever it is asked for: ask for few at a time. */
  put<Texts extends object>(texts: Texts & Record<keyof Texts, string>): Readonly<Texts> {
    const kept = {} as Texts
    for (const name of Object.keys(texts) as (keyof Texts)[]) {
      const bytes = this.makeRoom(bytesOfUnit * texts[name].length)
      bytes.write(texts[name], 'utf16le')
      Object.defineProperty(kept, name, { enumerable: true, get: () => bytes.toString('utf16le') })
    }
    return kept
  }

  /** What lay here must not be read any more. */
  clear(): void {
    this.#full = 0
    this.#end = 0
  }
}

/** Of shared memory, though nobody shares it: V8 collects whenever the other kind has grown, and this is not given back while it lives. */
const createBoard = (): Buffer => Buffer.from(new SharedArrayBuffer(bytesOfBoard))
