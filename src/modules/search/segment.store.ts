import type pg from 'pg'
import { bigint, bytea, copyBinary, int4 } from '../../database/copy-binary.ts'
import { BlockWriter, type PostingBlock, packNumbers, unpackNumbers } from '../../text/posting-blocks.ts'
import { type PieceCollector, type PieceTaker, titleMark } from '../../text/search-pieces.ts'
import { Shelf } from '../../text/shelf.ts'
import { mergeBlocks } from './merge-blocks.ts'

/*
 * The index of full-text search, in segments: each holds, for a run of articles by their ordinals, every piece of their texts with
 * the articles that have it (docs/search.md). A batch of articles becomes a segment in the transaction that writes them; from time
 * to time small ones are merged. A segment is never changed otherwise, but for the list of its articles that are gone.
 */

export interface Segment {
  firstOrdinal: number
  lastOrdinal: number
  /** Those of its articles that are still there. */
  articles: number
  /** Ordinals of those that are not, packed; null for none. */
  removed: Buffer | null
}

const columns = 'first_ordinal AS "firstOrdinal", last_ordinal AS "lastOrdinal", articles, removed'
const listed = `SELECT ${columns} FROM search_segment ORDER BY first_ordinal`

/** Where the blocks of a batch lie between being packed and being sent, which nothing comes between. */
const shelf = new Shelf()

/** Adds the articles with these ordinals, in ascending order and above all of the index; text n of the pieces is that of ordinal n. */
export async function addSegment(
  client: pg.ClientBase,
  ordinals: Int32Array,
  pieces: { titles: PieceCollector; texts: PieceCollector },
): Promise<void> {
  const [first, last] = [ordinals[0]!, ordinals.at(-1)!]
  shelf.clear()
  const blocks: PostingBlock[] = []
  const writer = new BlockWriter(first, ({ firstPiece, bytes }) => blocks.push({ firstPiece, bytes: shelf.keep(bytes) }))
  pieces.texts.giveTo(new PostingTaker(ordinals, 0, writer))
  pieces.titles.giveTo(new PostingTaker(ordinals, titleMark, writer))
  writer.end()
  await writeBlocks(client, first, blocks)
  await writeSegment(client, { firstOrdinal: first, lastOrdinal: last, articles: ordinals.length, removed: null })
  await mergeWhereMany(client)
}

class PostingTaker implements PieceTaker {
  readonly #ordinals: Int32Array
  /** Added to the pieces. */
  readonly #mark: number
  readonly #writer: BlockWriter
  readonly #numbers: Int32Array

  constructor(ordinals: Int32Array, mark: number, writer: BlockWriter) {
    this.#ordinals = ordinals
    this.#mark = mark
    this.#writer = writer
    this.#numbers = new Int32Array(ordinals.length)
  }

  take(piece: number, texts: Int32Array, from: number, to: number): void {
    for (let index = from; index < to; index++) this.#numbers[index - from] = this.#ordinals[texts[index]!]!
    this.#writer.add(piece + this.#mark, this.#numbers, 0, to - from)
  }
}

async function writeBlocks(client: pg.ClientBase, segment: number, blocks: readonly PostingBlock[]): Promise<void> {
  const rows = blocks.map(({ firstPiece, bytes }) => ({ segment, first_piece: String(firstPiece), bytes }))
  await copyBinary(client, 'search_block', { segment: int4, first_piece: bigint, bytes: bytea }, rows)
}

async function writeSegment(client: pg.ClientBase, { firstOrdinal, lastOrdinal, articles, removed }: Segment): Promise<void> {
  await client.query(
    `INSERT INTO search_segment (first_ordinal, last_ordinal, articles, removed) VALUES ($1, $2, $3, $4)
     ON CONFLICT (first_ordinal) DO UPDATE SET articles = excluded.articles, removed = excluded.removed`,
    [firstOrdinal, lastOrdinal, articles, removed],
  )
}

async function dropSegments(client: pg.ClientBase, segments: readonly Segment[]): Promise<void> {
  const firsts = segments.map(({ firstOrdinal }) => firstOrdinal)
  await client.query('DELETE FROM search_block WHERE segment = ANY($1::int[])', [firsts])
  await client.query('DELETE FROM search_segment WHERE first_ordinal = ANY($1::int[])', [firsts])
}

/** Takes articles out of the index: no search finds these ordinals any more. */
export async function forgetOrdinals(client: pg.ClientBase, ordinals: readonly number[]): Promise<void> {
  if (ordinals.length === 0) return
  const { rows: segments } = await client.query<Segment>(listed)
  for (const segment of segments) {
    const { firstOrdinal, lastOrdinal } = segment
    const gone = new Set(ordinals.filter((ordinal) => ordinal >= firstOrdinal && ordinal <= lastOrdinal))
    const before = segment.removed === null ? [] : unpackNumbers(segment.removed, firstOrdinal)
    for (const ordinal of before) gone.delete(ordinal)
    if (gone.size === 0) continue
    const articles = segment.articles - gone.size
    const removed = packNumbers(Int32Array.from([...before, ...gone]).sort(), firstOrdinal)
    if (articles <= 0) await dropSegments(client, [segment])
    else await writeSegment(client, { ...segment, articles, removed: Buffer.from(removed) })
  }
}

/** So many segments of about one size become one: a search has to look into each. */
const mostOfOneSize = 16

/**
 * The segments at the end of `segments` to be merged: sixteen of about one size, with the smaller ones that stand among them. Sizes are told
 * apart by factors of sixteen, so that what is merged is of the next size: a segment is written anew as often as the number of articles has
 * digits, and there are some dozens at most.
 */
export function segmentsToMerge<Of extends Pick<Segment, 'articles'>>(segments: readonly Of[]): readonly Of[] {
  for (let size = 1; ; size *= mostOfOneSize) {
    const from = segments.findLastIndex(({ articles }) => articles >= size * mostOfOneSize) + 1
    const ofSize = segments.slice(from).filter(({ articles }) => articles >= size)
    if (ofSize.length >= mostOfOneSize) return segments.slice(from)
    if (from === 0) return []
  }
}

async function mergeWhereMany(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<Segment>(listed)
  const segments = segmentsToMerge(rows)
  if (segments.length === 0) return
  const [first, last] = [segments[0]!, segments.at(-1)!]
  await mergeBlocks(client, segments, {
    // What is merged is read as it was before.
    begun: () => dropSegments(client, segments),
    write: (blocks) => writeBlocks(client, first.firstOrdinal, blocks),
  })
  await writeSegment(client, {
    firstOrdinal: first.firstOrdinal,
    lastOrdinal: last.lastOrdinal,
    articles: segments.reduce((sum, { articles }) => sum + articles, 0),
    removed: null,
  })
  // The new one may be the sixteenth of its size.
  await mergeWhereMany(client)
}
