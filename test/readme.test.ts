import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { createGazetteer } from '../src/entities/gazetteer/gazetteer.ts'
import { importArchive } from '../src/ingest/import-archive.ts'
import { createTestDatabase, type TestDatabase } from './support/database.ts'
import { execute } from './support/execute.ts'

/*
 * Every query of the README is a file of schema/operations, and every answer there is what the demonstration archive answers.
 * `UPDATE_README=1 npm test -- test/readme` writes the answers, and refuses under CI.
 */

const isUpdate = process.env['UPDATE_README'] !== undefined
const readme = readFileSync('README.md', 'utf8')
const operations = readdirSync('schema/operations').map((file) => readFileSync(`schema/operations/${file}`, 'utf8').trim())
const examples = [...readme.matchAll(/```graphql\n([\s\S]*?)\n```\s+```json\n([\s\S]*?)\n```/g)].map(([, query, answer]) => ({
  query: query!,
  answer: answer!,
}))

let database: TestDatabase
beforeAll(async () => {
  if (isUpdate && process.env['CI'] !== undefined) throw new Error('The README is not written under CI.')
  database = await createTestDatabase()
  const gazetteer = createGazetteer(JSON.parse(readFileSync('seeds/organisations.json', 'utf8')))
  await importArchive(database.connection, gazetteer, { paths: ['seeds/articles'] })
})
afterAll(() => database?.drop())

test('shows at least three queries', () => {
  expect(examples.length).toBeGreaterThanOrEqual(3)
})

describe.each(examples)('the example "$query"', ({ query, answer }) => {
  test('is one of the published operations', () => {
    expect(operations).toContain(query)
  })

  test('is answered as shown', async () => {
    const { data, errors } = await execute(database.connection.db, query)
    expect(errors).toBeUndefined()
    if (isUpdate)
      writeFileSync(
        'README.md',
        readFileSync('README.md', 'utf8').replace(answer, () => JSON.stringify(data, null, 2)),
      )
    else expect(data).toEqual(JSON.parse(answer))
  })
})
