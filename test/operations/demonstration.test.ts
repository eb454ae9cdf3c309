import { readdirSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { loadGazetteer } from '../../src/commands/load-gazetteer.ts'
import { importArchive } from '../../src/ingest/import-archive.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { answer } from '../support/execute.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
  await importArchive(database.connection, await loadGazetteer(), { paths: ['seeds/articles'] })
}, 120_000)
afterAll(() => database?.drop())

const folder = 'schema/operations'
const files = readdirSync(folder).filter((file) => file.endsWith('.graphql'))

test.each(files)('%s answers on the demonstration archive as it stands, without variables', async (file) => {
  const data = await answer(database.connection.db, readFileSync(`${folder}/${file}`, 'utf8'))
  for (const root of Object.values(data)) {
    expect(root).not.toBeNull()
    const { nodes, edges } = root as { nodes?: unknown[]; edges?: unknown[] }
    if (nodes !== undefined || edges !== undefined) expect((nodes ?? edges)!.length).toBeGreaterThan(0)
  }
})
