import type { Database } from '../../database/database.ts'

/** Channel that says which version the archive has now, as soon as readers can see it. */
export const versionChannel = 'archive_version'

/** A state of the archive: everything that is read of it stays the same until `token` changes. */
export interface ArchiveVersion {
  /** What `archive.version` answers. */
  number: string
  /** Also tells apart two archives that came to the same number, one of them a restored copy, say. */
  token: string
}

const currentVersion = {
  name: 'archive-current-version',
  text: `SELECT version::text AS "number", version || '-' || (extract(epoch FROM changed_at) * 1000)::bigint AS "token" FROM archive WHERE id = 1`,
}

/** The version that a statement sees which begins now. */
export async function readArchiveVersion(db: Database): Promise<ArchiveVersion> {
  const [version] = await db.query<ArchiveVersion>(currentVersion, [])
  return version ?? { number: '0', token: '0' }
}

const databaseIdentity = {
  name: 'archive-database-identity',
  text: `SELECT system_identifier || '-' || (SELECT oid FROM pg_database WHERE datname = current_database()) AS "identity" FROM pg_control_system()`,
}

/** Which database of which server this is: the same for its replicas, and for no other. */
export async function readDatabaseIdentity(db: Database): Promise<string> {
  const [row] = await db.query<{ identity: string }>(databaseIdentity, [])
  return row!.identity
}
