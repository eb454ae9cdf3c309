import type pg from 'pg'

/** Channel that says which version the archive has now, as soon as readers can see it. */
export const versionChannel = 'archive_version'

/** The archive answers differently from here on. Call it once in each transaction that changes something, and in no other. */
export async function raiseVersion(client: pg.ClientBase): Promise<void> {
  await client.query(
    `WITH raised AS (
       INSERT INTO archive (id, version, changed_at) VALUES (1, 1, clock_timestamp())
       ON CONFLICT (id) DO UPDATE SET version = archive.version + 1, changed_at = excluded.changed_at
       RETURNING version)
     SELECT pg_notify('${versionChannel}', version::text) FROM raised`,
  )
}
