import type pg from 'pg'
import { bigint, text, textArray } from '../../database/binary-types.ts'
import { type FormerName, rememberFormerNames } from '../../database/former-names.ts'
import { type Table, upsertRows } from '../../database/write-rows.ts'

export interface PublisherInput {
  id: string
  slug: string
  name: string
  hostnames: readonly string[]
}

const table: Table<PublisherInput> = {
  name: 'publisher',
  key: ['id'],
  columns: { id: bigint, slug: text, name: text, hostnames: textArray },
}

/** Adds publishers and brings known ones up to date; doing it twice changes nothing. Returns how many rows changed. */
export async function savePublishers(client: pg.ClientBase, publishers: readonly PublisherInput[]): Promise<number> {
  const saved = await upsertRows(client, table, publishers)
  return saved.length === 0 ? 0 : saved.length + (await linkOriginals(client))
}

/** SQL that holds for two publishers who stand on the same host: one of them is what the other is called now. */
export const shareHost = (one: string, other: string): string =>
  `EXISTS (SELECT FROM unnest(${one}.hostnames) AS mine JOIN unnest(${other}.hostnames) AS theirs
             ON regexp_replace(mine, '^www\\.', '') = regexp_replace(theirs, '^www\\.', ''))`

/**
 * Removes those of these publishers that have no article left: they answer as the publisher of the same host from then on, if there
 * is one. An original keeps no publisher that has no article here: the host in its URL says as much.
 */
export async function removeEmptyPublishers(client: pg.ClientBase, ids: readonly string[]): Promise<number> {
  if (ids.length === 0) return 0
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
  return removed.rowCount ?? 0
}

/** SQL of each host with the publisher that stands on it. */
export const publisherHosts = `
  SELECT regexp_replace(host, '^www\\.', '') AS name, min(id) AS publisher_id FROM publisher, unnest(hostnames) AS host GROUP BY 1`
/** SQL of the host in a canonical URL. */
export const hostIn = (url: string): string => `split_part(split_part(${url}, '/', 3), ':', 1)`

/** Gives originals the publisher whose host they stand on, if the archive has articles of it. */
async function linkOriginals(client: pg.ClientBase): Promise<number> {
  const linked = await client.query(
    `UPDATE original SET publisher_id = host.publisher_id
     FROM original AS same LEFT JOIN (${publisherHosts}) AS host ON host.name = ${hostIn('same.canonical_url')}
     WHERE original.id = same.id AND original.publisher_id IS DISTINCT FROM host.publisher_id`,
  )
  return linked.rowCount ?? 0
}
