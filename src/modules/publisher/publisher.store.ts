import type pg from 'pg'
import { type FormerName, rememberFormerNames } from '../../database/former-names.ts'
import { stageRows } from '../../database/stage-rows.ts'

export interface PublisherInput {
  id: string
  slug: string
  name: string
  hostnames: readonly string[]
}

const incoming = { name: 'incoming_publisher', columns: { id: 'bigint', slug: 'text', name: 'text', hostnames: 'text[]' } }

/** Adds publishers and brings known ones up to date; doing it twice changes nothing. Returns how many rows changed. */
export async function savePublishers(client: pg.ClientBase, publishers: readonly PublisherInput[]): Promise<number> {
  await stageRows(
    client,
    incoming,
    publishers.map(({ id, slug, name, hostnames }) => [id, slug, name, hostnames]),
  )
  const saved = await client.query<{ id: string }>(`
    INSERT INTO publisher (id, slug, name, hostnames)
    SELECT id, slug, name, hostnames FROM incoming_publisher
    ON CONFLICT (id) DO UPDATE SET name = excluded.name, hostnames = excluded.hostnames
      WHERE (publisher.name, publisher.hostnames) IS DISTINCT FROM (excluded.name, excluded.hostnames)
    RETURNING id`)
  if (saved.rows.length === 0) return 0
  return saved.rows.length + (await linkOriginals(client, null))
}

/** SQL that holds for two publishers who stand on the same host: one of them is what the other is called now. */
export const shareHost = (one: string, other: string): string =>
  `EXISTS (SELECT FROM unnest(${one}.hostnames) AS mine JOIN unnest(${other}.hostnames) AS theirs
             ON regexp_replace(mine, '^www\\.', '') = regexp_replace(theirs, '^www\\.', ''))`

/**
 * Counts the articles of these publishers again and removes those that have none left: they answer as the publisher of the same
 * host from then on, if there is one. An original keeps no publisher that has no article here: the host in its URL says as much.
 */
export async function refreshPublishers(client: pg.ClientBase, ids: readonly string[]): Promise<number> {
  if (ids.length === 0) return 0
  const counted = await client.query(
    `UPDATE publisher SET article_count = counted.articles
     FROM (SELECT key.id, count(article.id)::int AS articles
           FROM unnest($1::bigint[]) AS key(id) LEFT JOIN article ON article.publisher_id = key.id
           GROUP BY key.id) AS counted
     WHERE publisher.id = counted.id AND publisher.article_count <> counted.articles`,
    [ids],
  )
  const empty = `SELECT id FROM publisher WHERE id = ANY($1::bigint[]) AND article_count = 0`
  await client.query(`UPDATE original SET publisher_id = NULL WHERE publisher_id IN (${empty})`, [ids])
  const isUnused = `id IN (${empty}) AND NOT EXISTS (SELECT FROM contributor WHERE contributor.publisher_id = publisher.id)`
  const { rows: replaced } = await client.query<FormerName>(
    `SELECT gone.id AS "formerId", gone.slug, min(heir.id) AS id
     FROM (SELECT * FROM publisher WHERE ${isUnused}) AS gone
     JOIN publisher AS heir ON heir.article_count > 0 AND ${shareHost('gone', 'heir')}
     GROUP BY gone.id, gone.slug`,
    [ids],
  )
  const removed = await client.query(`DELETE FROM publisher WHERE ${isUnused}`, [ids])
  await rememberFormerNames(client, 'publisher', replaced)
  return (counted.rowCount ?? 0) + (removed.rowCount ?? 0)
}

/**
 * Gives originals the publisher whose host they stand on, if the archive has articles of it. `ids` null: all originals, because a
 * publisher is new.
 */
export async function linkOriginals(client: pg.ClientBase, ids: readonly string[] | null): Promise<number> {
  const linked = await client.query(
    `UPDATE original SET publisher_id = host.publisher_id
     FROM (SELECT original.id, min(publisher.id) AS publisher_id
           FROM original
           LEFT JOIN (SELECT id, regexp_replace(unnest(hostnames), '^www\\.', '') AS name FROM publisher) AS publisher
             ON publisher.name = split_part(split_part(original.canonical_url, '/', 3), ':', 1)
           WHERE $1::bigint[] IS NULL OR original.id = ANY($1)
           GROUP BY original.id) AS host
     WHERE original.id = host.id AND original.publisher_id IS DISTINCT FROM host.publisher_id`,
    [ids],
  )
  return linked.rowCount ?? 0
}
