import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { type Connection, connect } from '../../src/database/connect.ts'
import { migrate } from '../../src/database/migrate.ts'
import { createGazetteer, type Gazetteer } from '../../src/entities/gazetteer/gazetteer.ts'
import type { GazetteerEntry } from '../../src/entities/recognition.ts'
import type { TagNames } from '../../src/entities/tagger/tagged-names.ts'
import { createTagger } from '../../src/entities/tagger/tagger.ts'
import { importArchive } from '../../src/ingest/import-archive.ts'
import type { ImportReport } from '../../src/ingest/import-report.ts'

const root = join(import.meta.dirname, '../../../..')

/** An archive that nothing was imported into yet, in a database of its own. */
export interface FreshArchive {
  import(folders: readonly string[]): Promise<ImportReport>
  close(): Promise<void>
}

export async function createFreshArchive(
  serverUrl: string,
  name: string,
  gazetteer: Gazetteer,
  tagger: TagNames | null = null,
): Promise<FreshArchive> {
  const connection = await createDatabase(serverUrl, name)
  await migrate(connection, { folder: join(root, 'prisma/migrations') })
  return {
    import: async (paths) => {
      const report = await importArchive(connection, gazetteer, { paths, tagger })
      if (report.kept + report.unchanged !== report.documents)
        throw new Error(`Only ${report.kept} of ${report.documents} documents were kept.`)
      return report
    },
    close: () => connection.close(),
  }
}

async function createDatabase(serverUrl: string, name: string): Promise<Connection> {
  const admin = new pg.Client({ connectionString: serverUrl })
  await admin.connect()
  await admin.query(`CREATE DATABASE ${name}`)
  await admin.end()
  const url = new URL(serverUrl)
  url.pathname = `/${name}`
  return connect(url.href)
}

export const loadGazetteer = (): Gazetteer =>
  createGazetteer(JSON.parse(readFileSync(join(root, 'seeds/organisations.json'), 'utf8')) as GazetteerEntry[])

export const loadTagger = (): TagNames => createTagger(readFileSync(join(root, 'seeds/tagger.model.gz')))
