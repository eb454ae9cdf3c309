import type { Database } from '../../database/database.ts'
import { findInBlock, unpackNumbers } from '../../text/posting-blocks.ts'
import { titleMark } from '../../text/search-pieces.ts'
import type { RequestContext } from '../paging/request-context.ts'
import { statement } from '../paging/statement.ts'
import type { QueryText } from './query-text.ts'

/** What the index of words knows of a query. */
export interface FoundTexts {
  query: QueryText
  /** Articles that have all pieces of the query, in ascending order: where `query.isExact`, just those that have the query. */
  ordinals: Int32Array
  /** How many articles the index holds. */
  articles: number
}

/** Of each segment and piece the block in which it would stand; of each segment, once, what has gone from it. */
const lookUp = statement(
  'search-index',
  `SELECT segment.first_ordinal AS "base", segment.articles, CASE WHEN asked.place = 1 THEN segment.removed END AS "removed",
     asked.piece, block.first_piece AS "firstPiece", block.bytes
   FROM search_segment AS segment CROSS JOIN unnest($1::bigint[]) WITH ORDINALITY AS asked(piece, place)
   LEFT JOIN LATERAL (
     SELECT held.first_piece, held.bytes FROM search_block AS held
     WHERE held.segment = segment.first_ordinal AND held.first_piece <= asked.piece ORDER BY held.first_piece DESC LIMIT 1
   ) AS block ON true
   ORDER BY segment.first_ordinal, asked.place`,
)

interface BlockRow {
  base: number
  articles: number
  removed: Buffer | null
  piece: string
  /** Null, and so are its bytes, where the segment has only greater ones. */
  firstPiece: string | null
  bytes: Buffer | null
}

/** Articles with the query in title, lead or text. Looked up once a request. */
export function findTexts(context: RequestContext, query: QueryText): Promise<FoundTexts> {
  return context.once(`found-texts:${query.folded}`, () => find(context, query, 0))
}

/** Articles with the query in their title. */
export function findTitles(context: RequestContext, query: QueryText): Promise<FoundTexts> {
  return context.once(`found-titles:${query.folded}`, () => find(context, query, titleMark))
}

async function find({ db }: RequestContext, query: QueryText, mark: number): Promise<FoundTexts> {
  const pieces = query.pieces.map((piece) => piece + mark)
  return { query, ...(await findOrdinals(db, pieces)) }
}

/** Articles that have all these pieces, of which there is at least one. */
export async function findOrdinals(db: Database, pieces: readonly number[]): Promise<Pick<FoundTexts, 'ordinals' | 'articles'>> {
  const rows = await db.query<BlockRow>(lookUp, [pieces])
  const lists: Int32Array[] = []
  let articles = 0
  for (let at = 0; at < rows.length; at += pieces.length) {
    const blocks = rows.slice(at, at + pieces.length)
    lists.push(ofAllPieces(blocks))
    articles += blocks[0]!.articles
  }
  return { ordinals: joined(lists), articles }
}

/** Ordinals in one segment that have the pieces of all these blocks. */
function ofAllPieces(blocks: readonly BlockRow[]): Int32Array {
  let found: Int32Array | null = null
  for (const { base, piece, firstPiece, bytes } of blocks) {
    if (bytes === null) return nothing
    const having = findInBlock({ firstPiece: Number(firstPiece), bytes }, base, Number(piece))
    found = found === null ? having : inBoth(found, having)
    if (found.length === 0) return nothing
  }
  const { base, removed } = blocks[0]!
  if (removed === null) return found!
  const gone = new Set(unpackNumbers(removed, base))
  return found!.filter((ordinal) => !gone.has(ordinal))
}

const nothing = new Int32Array(0)

function inBoth(one: Int32Array, other: Int32Array): Int32Array {
  const found = new Int32Array(Math.min(one.length, other.length))
  let count = 0
  for (let at = 0, there = 0; at < one.length && there < other.length; ) {
    const difference = one[at]! - other[there]!
    if (difference === 0) found[count++] = one[at]!
    if (difference <= 0) at++
    if (difference >= 0) there++
  }
  return found.subarray(0, count)
}

function joined(lists: readonly Int32Array[]): Int32Array {
  const all = new Int32Array(lists.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const list of lists) {
    all.set(list, at)
    at += list.length
  }
  return all
}
