import path from 'node:path'
import { afterAll, expect, jest, test } from '@jest/globals'
import { importArchive } from '../../src/ingest/import-archive.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { removeFolder, writeFolder } from '../support/documents.ts'
import { dumpContent, gazetteer } from './archive-state.ts'
import { manyStories } from './many-stories.ts'

jest.setTimeout(120_000)

const databases: TestDatabase[] = []
const folder = writeFolder(manyStories(240))
afterAll(async () => {
  removeFolder(folder)
  for (const database of databases) await database.drop()
})

async function importInSteps(...steps: string[][]): Promise<Record<string, string[]>> {
  const database = await createTestDatabase()
  databases.push(database)
  for (const paths of steps) {
    const report = await importArchive(database.connection, gazetteer, { paths: paths.map((one) => path.join(folder, one)) })
    expect(report.documents).toBe(report.kept + report.unchanged + report.superseded + report.rejected)
    expect(report.waiting).toBe(0)
  }
  return dumpContent(database.connection.pool)
}

test('the order of paths, and the division into runs, do not matter to what the archive says', async () => {
  const desks = ['desk-a', 'desk-b', 'desk-c']
  const atOnce = await importInSteps(desks)
  expect(atOnce['organisation']!.length).toBeGreaterThan(5)
  expect(atOnce['mention']!.length).toBeGreaterThan(200)
  expect(await importInSteps([...desks].reverse())).toEqual(atOnce)
  expect(await importInSteps(['desk-c'], ['desk-b'], ['desk-a'])).toEqual(atOnce)
  expect(await importInSteps(['desk-b'], ['desk-a', 'desk-c'])).toEqual(atOnce)
})
