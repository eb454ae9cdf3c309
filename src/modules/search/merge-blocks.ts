import type pg from 'pg'
import { BlockReader, BlockWriter, type PostingBlock, unpackNumbers } from '../../text/posting-blocks.ts'
import { Shelf } from '../../text/shelf.ts'
import type { Segment } from './segment.store.ts'

/** Blocks that are read of one segment at once, of some sixteen together, and written at once: bounds what is in memory. */
const blocksRead = 16
const blocksWritten = 64

/**
 * Reads neighbouring segments, piece by piece, and packs them as one, without the articles that are gone. Within a transaction.
 * `begun` is called when what is read stands fast, whatever is deleted or written then.
 */
export async function mergeBlocks(
  client: pg.ClientBase,
  segments: readonly Segment[],
  { begun, write }: { begun: () => Promise<void>; write: (blocks: readonly PostingBlock[]) => Promise<void> },
): Promise<void> {
  const sources = segments.map((segment, index) => new SegmentReader(client, segment, `search_merge_${index}`))
  for (const source of sources) await source.open()
  await begun()
  let numbers = new Int32Array(1 << 12)
  const shelf = new Shelf()
  let packed: PostingBlock[] = []
  const writer = new BlockWriter(segments[0]!.firstOrdinal, ({ firstPiece, bytes }) =>
    packed.push({ firstPiece, bytes: shelf.keep(bytes) }),
  )
  for (;;) {
    let piece = Number.POSITIVE_INFINITY
    let most = 0
    for (const source of sources) {
      // Never two things at once on one connection.
      if (source.isOut) await source.refill()
      if (source.piece < piece) piece = source.piece
    }
    if (piece === Number.POSITIVE_INFINITY) break
    for (const source of sources) if (source.piece === piece) most += source.count
    if (most > numbers.length) numbers = new Int32Array(2 * most)
    let count = 0
    for (const source of sources) if (source.piece === piece) count = source.take(numbers, count)
    if (count > 0) writer.add(piece, numbers, 0, count)
    if (packed.length >= blocksWritten) {
      await write(packed)
      packed = []
      shelf.clear()
    }
  }
  writer.end()
  await write(packed)
  for (const source of sources) await source.close()
}

interface WaitingBlock {
  first_piece: string
  hex: string
}

/** One segment, piece by piece. */
class SegmentReader {
  readonly #client: pg.ClientBase
  readonly #segment: Segment
  readonly #cursor: string
  /** By ordinal, counted from the segment's first: 1 for what is gone. */
  readonly #isRemoved: Uint8Array | null
  #waiting: WaitingBlock[] = []
  /** Of the block that is read; the next takes its place. */
  #memory = Buffer.alloc(0)
  #reader: BlockReader | null = null
  /** No block is left in memory. */
  isOut = true
  /** The piece that stands here; infinite behind the last. */
  piece = 0

  constructor(client: pg.ClientBase, segment: Segment, cursor: string) {
    this.#client = client
    this.#segment = segment
    this.#cursor = cursor
    const { firstOrdinal, lastOrdinal, removed } = segment
    this.#isRemoved = removed === null ? null : new Uint8Array(lastOrdinal - firstOrdinal + 1)
    if (removed !== null) for (const ordinal of unpackNumbers(removed, firstOrdinal)) this.#isRemoved![ordinal - firstOrdinal] = 1
  }

  async open(): Promise<void> {
    await this.#client.query(
      `DECLARE ${this.#cursor} NO SCROLL CURSOR FOR
       SELECT first_piece, encode(bytes, 'hex') AS hex FROM search_block WHERE segment = ${this.#segment.firstOrdinal} ORDER BY first_piece`,
    )
  }

  async close(): Promise<void> {
    await this.#client.query(`CLOSE ${this.#cursor}`)
  }

  async refill(): Promise<void> {
    const { rows } = await this.#client.query<WaitingBlock>(`FETCH ${blocksRead} FROM ${this.#cursor}`)
    this.#waiting = rows.reverse()
    this.isOut = false
    if (rows.length === 0) this.piece = Number.POSITIVE_INFINITY
    else this.#next()
  }

  get count(): number {
    return this.#reader!.count
  }

  /** Writes the ordinals of the piece into `into`, from `at` on, and goes to the next piece. Returns where they end. */
  take(into: Int32Array, at: number): number {
    const end = at + this.count
    this.#reader!.read(into, at)
    this.#next()
    if (this.#isRemoved === null) return end
    let kept = at
    for (let index = at; index < end; index++) {
      if (this.#isRemoved[into[index]! - this.#segment.firstOrdinal] === 0) into[kept++] = into[index]!
    }
    return kept
  }

  #next(): void {
    while (this.#reader?.next() !== true) {
      const block = this.#waiting.pop()
      if (block === undefined) {
        this.isOut = true
        return
      }
      this.#reader = new BlockReader(this.#unpack(block), this.#segment.firstOrdinal)
    }
    this.piece = this.#reader.piece
  }

  #unpack({ first_piece, hex }: WaitingBlock): PostingBlock {
    if (hex.length > 2 * this.#memory.length) this.#memory = Buffer.allocUnsafeSlow(hex.length)
    return { firstPiece: Number(first_piece), bytes: this.#memory.subarray(0, this.#memory.write(hex, 'hex')) }
  }
}
