import type pg from 'pg'
import type { Database } from '../../database/database.ts'
import { isPiece, queryPieces } from '../../text/search-pieces.ts'
import { isWithText } from '../article/text.filter.ts'
import { Parameters, statement } from '../paging/statement.ts'
import { findOrdinals } from './found-texts.queries.ts'

/** Articles, by id, that have this folded text in title, lead or text. The index of words knows: no other article is looked at. */
export async function findHolders(client: pg.ClientBase, folded: string): Promise<string[]> {
  const db: Database = {
    query: async <Row>({ name, text }: { name: string; text: string }, values: readonly unknown[]) =>
      (await client.query({ name, text, values: [...values] })).rows as Row[],
  }
  const query = { folded, pieces: queryPieces(folded), isExact: isPiece(folded) }
  const found = { query, ...(await findOrdinals(db, query.pieces)) }
  if (found.ordinals.length === 0) return []
  const parameters = new Parameters()
  const holders = `SELECT a.id FROM article AS a WHERE ${isWithText('a', found, parameters)}`
  return (await db.query<{ id: string }>(statement('text-holders', holders), parameters.values)).map(({ id }) => id)
}
