/**
 * Pieces with the numbers of the texts that have them, packed into blocks of some kilobytes. Of each piece, in ascending order:
 * how far it is from the one before (the block's first from `firstPiece`), how many texts follow, and how far each is from the one before
 * (the first from `base`). Numbers take seven bits a byte, the lowest first; the highest bit says that more follow.
 */

export interface PostingBlock {
  firstPiece: number
  bytes: Uint8Array
}

/** Two go on a page of PostgreSQL. */
const bytesOfBlock = 3900
const bytesOfNumber = 8

/** Packs pieces that come in ascending order. A block's bytes are to be copied at once: the next one takes their place. */
export class BlockWriter {
  readonly #base: number
  readonly #onBlock: (block: PostingBlock) => void
  #bytes = new Uint8Array(4 * bytesOfBlock)
  #at = 0
  #firstPiece = 0
  #lastPiece = 0

  constructor(base: number, onBlock: (block: PostingBlock) => void) {
    this.#base = base
    this.#onBlock = onBlock
  }

  /** Adds a piece and its texts, `numbers` from `from` to before `to`; there is at least one, and they ascend. */
  add(piece: number, numbers: Int32Array, from: number, to: number): void {
    const count = to - from
    // A long list has a block of its own, so that who looks for its neighbours need not read it.
    if (this.#at > 0 && this.#at + count > bytesOfBlock) this.end()
    const most = this.#at + bytesOfNumber * 2 + 5 * count
    if (most > this.#bytes.length) this.#reserve(most)
    if (this.#at === 0) {
      this.#firstPiece = piece
      this.#lastPiece = piece
    }
    this.#write(piece - this.#lastPiece)
    this.#write(count)
    let before = this.#base
    for (let index = from; index < to; index++) {
      const gap = numbers[index]! - before
      before = numbers[index]!
      if (gap < 0x80) this.#bytes[this.#at++] = gap
      else this.#write(gap)
    }
    this.#lastPiece = piece
  }

  /** Call it once behind the last piece. */
  end(): void {
    if (this.#at > 0) this.#onBlock({ firstPiece: this.#firstPiece, bytes: this.#bytes.subarray(0, this.#at) })
    this.#at = 0
  }

  #write(number: number): void {
    let rest = number
    // Too large for operators on bits.
    for (; rest >= 2 ** 28; rest = Math.floor(rest / 0x80)) this.#bytes[this.#at++] = (rest % 0x80) | 0x80
    for (; rest >= 0x80; rest >>>= 7) this.#bytes[this.#at++] = (rest & 0x7f) | 0x80
    this.#bytes[this.#at++] = rest
  }

  #reserve(length: number): void {
    const larger = new Uint8Array(2 * length)
    larger.set(this.#bytes.subarray(0, this.#at))
    this.#bytes = larger
  }
}

/** Reads a block piece by piece. */
export class BlockReader {
  readonly #bytes: Uint8Array
  readonly #base: number
  #at = 0
  /** The piece that stands here, and how many texts have it. */
  piece: number
  count = 0

  constructor({ firstPiece, bytes }: PostingBlock, base: number) {
    this.#bytes = bytes
    this.#base = base
    this.piece = firstPiece
  }

  /** Goes to the next piece; false behind the last. The texts of the one before must have been read, or skipped. */
  next(): boolean {
    if (this.#at >= this.#bytes.length) return false
    this.piece += this.#read()
    this.count = this.#read()
    return true
  }

  skip(): void {
    const bytes = this.#bytes
    for (let left = this.count; left > 0; this.#at++) if (bytes[this.#at]! < 0x80) left--
  }

  /** Writes the texts that have the piece into `into`, from `at` on. There must be room for `count`. */
  read(into: Int32Array, at: number): void {
    const bytes = this.#bytes
    let number = this.#base
    for (let index = at; index < at + this.count; index++) {
      let byte = bytes[this.#at++]!
      let gap = byte & 0x7f
      for (let shift = 7; byte >= 0x80; shift += 7) {
        byte = bytes[this.#at++]!
        gap |= (byte & 0x7f) << shift
      }
      number += gap
      into[index] = number
    }
  }

  #read(): number {
    let byte = this.#bytes[this.#at++]!
    let number = byte & 0x7f
    for (let unit = 0x80; byte >= 0x80; unit *= 0x80) {
      byte = this.#bytes[this.#at++]!
      number += (byte & 0x7f) * unit
    }
    return number
  }
}

/** The texts that have a piece, by the block in which it would stand. */
export function findInBlock(block: PostingBlock, base: number, piece: number): Int32Array {
  const reader = new BlockReader(block, base)
  while (reader.next() && reader.piece <= piece) {
    if (reader.piece === piece) {
      const found = new Int32Array(reader.count)
      reader.read(found, 0)
      return found
    }
    reader.skip()
  }
  return new Int32Array(0)
}

/** Ascending numbers, none below `base`, as the texts of a piece are packed. */
export function packNumbers(numbers: Int32Array, base: number): Uint8Array {
  let packed: Uint8Array = new Uint8Array(0)
  const writer = new BlockWriter(base, ({ bytes }) => {
    packed = bytes.slice()
  })
  writer.add(0, numbers, 0, numbers.length)
  writer.end()
  return packed
}

export function unpackNumbers(bytes: Uint8Array, base: number): Int32Array {
  return findInBlock({ firstPiece: 0, bytes }, base, 0)
}
