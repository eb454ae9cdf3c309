import type pg from 'pg'

/** A row that another one has taken the place of, or that has another slug now. */
export interface FormerName {
  /** Its slug until now. */
  slug: string
  /** Its id until now, where that is no row's any more. */
  formerId: string | null
  /** The row that answers to both from now on. */
  id: string
}

/**
 * Lets rows of a table go on answering to what they were called. Called after the rows that went are gone, so that what had led
 * to one of them leads on to the row that took its place.
 */
export async function rememberFormerNames(
  client: pg.ClientBase,
  table: 'article' | 'contributor' | 'organisation' | 'publisher',
  names: readonly FormerName[],
): Promise<void> {
  if (names.length === 0) return
  // One that is back is no longer a former one: or two that take turns would lead to each other.
  await client.query('DELETE FROM former_slug WHERE type = $1 AND former_id = ANY($2::bigint[])', [
    table,
    names.map(({ id }) => id),
  ])
  await client.query(
    `INSERT INTO former_slug (type, slug, former_id, id)
     SELECT $1, name.* FROM unnest($2::text[], $3::bigint[], $4::bigint[]) AS name(slug, former_id, id)
     ON CONFLICT (type, slug) DO UPDATE SET former_id = COALESCE(excluded.former_id, former_slug.former_id), id = excluded.id`,
    [table, names.map(({ slug }) => slug), names.map(({ formerId }) => formerId), names.map(({ id }) => id)],
  )
  await client.query(
    `UPDATE former_slug AS older SET id = newer.id FROM former_slug AS newer
     WHERE older.type = $1 AND newer.type = $1 AND newer.former_id = older.id AND newer.id <> older.id
       AND NOT EXISTS (SELECT FROM ${table} AS row WHERE row.id = older.id)`,
    [table],
  )
}
