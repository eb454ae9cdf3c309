import type pg from 'pg'
import { versionChannel } from './archive-version.queries.ts'

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
