import type pg from 'pg'
import { hostIn, publisherHosts } from '../publisher/publisher.store.ts'

export interface OriginalInput {
  id: string
  canonicalUrl: string
  url: string
  provenance: 'DECLARED' | 'DERIVED'
}

const told = ['url', 'title', 'language', 'provenance', 'translation_count']
const list = (prefix: string) => told.map((name) => `${prefix}.${name}`).join(', ')

/**
 * Among articles that print different things, one that declares goes before one that derives, then the earliest published, then
 * the smallest id: the order of import cannot matter.
 */
const order = 'ORDER BY original_provenance, is_published_at_known DESC, published_at, id'
const firstKnown = (column: string) => `(array_agg(${column} ${order}) FILTER (WHERE ${column} IS NOT NULL))[1]`
const sums = `
  SELECT original_id, (array_agg(original_url ${order}))[1] AS url, ${firstKnown('original_title')} AS title,
         ${firstKnown('original_language')} AS language, min(original_provenance) AS provenance, count(*)::int AS translation_count
  FROM article WHERE original_id = ANY($1::bigint[])
  GROUP BY original_id`

/** Adds originals and brings known ones up to date with what their articles, which are there already, print of them. */
export async function saveOriginals(client: pg.ClientBase, originals: readonly OriginalInput[]): Promise<number> {
  if (originals.length === 0) return 0
  const saved = await client.query(
    `INSERT INTO original AS old (id, canonical_url, ${told.join(', ')}, publisher_id)
     SELECT new.id, canonical_url, ${told.join(', ')}, host.publisher_id
     FROM unnest($1::bigint[], $2::text[]) AS new (id, canonical_url)
     JOIN (${sums}) AS told ON told.original_id = new.id
     LEFT JOIN (${publisherHosts}) AS host ON host.name = ${hostIn('canonical_url')}
     ON CONFLICT (id) DO UPDATE SET (${told.join(', ')}) = ROW (${list('excluded')})
       WHERE (${list('old')}) IS DISTINCT FROM (${list('excluded')})`,
    [originals.map(({ id }) => id), originals.map(({ canonicalUrl }) => canonicalUrl)],
  )
  return saved.rowCount ?? 0
}

/** Works out these originals again from their articles, and removes those that no article names any more. */
export async function refreshOriginals(client: pg.ClientBase, ids: readonly string[]): Promise<number> {
  if (ids.length === 0) return 0
  const refreshed = await client.query(
    `UPDATE original SET (${told.join(', ')}) = ROW (${list('told')}) FROM (${sums}) AS told
     WHERE original.id = told.original_id AND (${list('original')}) IS DISTINCT FROM (${list('told')})`,
    [ids],
  )
  const removed = await client.query(
    `DELETE FROM original WHERE id = ANY($1::bigint[]) AND NOT EXISTS (SELECT FROM article WHERE article.original_id = original.id)`,
    [ids],
  )
  return (refreshed.rowCount ?? 0) + (removed.rowCount ?? 0)
}
