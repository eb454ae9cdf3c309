import type pg from 'pg'
import { stageRows } from '../../database/stage-rows.ts'

export interface OriginalInput {
  id: string
  canonicalUrl: string
  url: string
  provenance: 'DECLARED' | 'DERIVED'
}

const incoming = {
  name: 'incoming_original',
  columns: { id: 'bigint', canonical_url: 'text', url: 'text', provenance: 'original_provenance' },
}

/** Makes sure that the rows exist, for articles to refer to; `refreshOriginals` then fills them from those articles. */
export async function saveOriginals(client: pg.ClientBase, originals: readonly OriginalInput[]): Promise<number> {
  await stageRows(
    client,
    incoming,
    originals.map(({ id, canonicalUrl, url, provenance }) => [id, canonicalUrl, url, provenance]),
  )
  const saved = await client.query(`
    INSERT INTO original (id, canonical_url, url, provenance)
    SELECT id, canonical_url, url, provenance FROM incoming_original
    ON CONFLICT DO NOTHING`)
  return saved.rowCount ?? 0
}

/**
 * Works out these originals again from what their articles print, and removes those that no article names any more. Among
 * articles that print different things, one that declares goes before one that derives, then the earliest published, then the
 * smallest id: the order of import cannot matter.
 */
export async function refreshOriginals(client: pg.ClientBase, ids: readonly string[]): Promise<number> {
  if (ids.length === 0) return 0
  const order = 'ORDER BY original_provenance, is_published_at_known DESC, published_at, id'
  const firstKnown = (column: string) => `(array_agg(${column} ${order}) FILTER (WHERE ${column} IS NOT NULL))[1]`
  const refreshed = await client.query(
    `UPDATE original SET url = told.url, title = told.title, language = told.language, provenance = told.provenance,
       translation_count = told.articles
     FROM (SELECT original_id, (array_agg(original_url ${order}))[1] AS url, ${firstKnown('original_title')} AS title,
                  ${firstKnown('original_language')} AS language, min(original_provenance) AS provenance, count(*)::int AS articles
           FROM article WHERE original_id = ANY($1::bigint[])
           GROUP BY original_id) AS told
     WHERE original.id = told.original_id
       AND (original.url, original.title, original.language, original.provenance, original.translation_count)
         IS DISTINCT FROM (told.url, told.title, told.language, told.provenance, told.articles)`,
    [ids],
  )
  const removed = await client.query(
    `DELETE FROM original WHERE id = ANY($1::bigint[]) AND NOT EXISTS (SELECT FROM article WHERE article.original_id = original.id)`,
    [ids],
  )
  return (refreshed.rowCount ?? 0) + (removed.rowCount ?? 0)
}
