import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import { buildSchema, Kind, parse, validate } from 'graphql'

const guide = readFileSync('docs/front-end.md', 'utf8')
const schema = buildSchema(readFileSync('schema/schema.graphql', 'utf8'))
const operations = readdirSync('schema/operations').map((file) => file.replace('.graphql', ''))

describe('docs/front-end.md', () => {
  test('shows queries that the schema answers', () => {
    const documents = [...guide.matchAll(/```graphql\n([\s\S]*?)```/g)].map(([, text]) => parse(text!))
    const queries = documents.filter(({ definitions }) => definitions[0]!.kind === Kind.OPERATION_DEFINITION)
    expect(queries.length).toBeGreaterThanOrEqual(2)
    for (const query of queries) expect(validate(schema, query)).toEqual([])
  })

  test('names every operation of schema/operations, and none that is not there', () => {
    const table = guide.slice(guide.indexOf('| To build |'), guide.indexOf('Three things hold'))
    const named = [...table.matchAll(/`([a-z][a-z-]+)`/g)].map(([, name]) => name)
    expect(named.sort()).toEqual([...operations].sort())
    expect(operations.length).toBeGreaterThanOrEqual(12)
  })
})
