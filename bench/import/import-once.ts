import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { connect } from '../../src/database/connect.ts'
import { migrate } from '../../src/database/migrate.ts'
import { createGazetteer } from '../../src/entities/gazetteer/gazetteer.ts'
import type { GazetteerEntry } from '../../src/entities/recognition.ts'
import { importArchive } from '../../src/ingest/import-archive.ts'
import { createDatabase } from './whole-import-rows.ts'

// A process that imports one folder into a new database and says how much memory it took at most.
const [serverUrl, name, folder] = process.argv.slice(2) as [string, string, string]
const root = join(import.meta.dirname, '../../../..')
const gazetteer = createGazetteer(JSON.parse(readFileSync(join(root, 'seeds/organisations.json'), 'utf8')) as GazetteerEntry[])
const connection = connect(await createDatabase(serverUrl, name))
await migrate(connection, { folder: join(root, 'prisma/migrations') })
const { documents, seconds, kept } = await importArchive(connection, gazetteer, { paths: [folder] })
if (kept !== documents) throw new Error(`Only ${kept} of ${documents} documents were kept.`)
await connection.close()
process.stdout.write(JSON.stringify({ megabytes: process.resourceUsage().maxRSS / 1024, documents, seconds }))
