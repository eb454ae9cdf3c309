import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { parse, print } from 'graphql'

const compiler = createRequire(import.meta.url).resolve('relay-compiler/cli.js')
let folder: string
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'interlinear-relay-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

/** Compiles test/clients/relay/pages.graphql, as a front end would hold it, against a schema. Rejects with what Relay says. */
async function compile(schema: string): Promise<string[]> {
  const { definitions } = parse(await readFile('test/clients/relay/pages.graphql', 'utf8'))
  const source = definitions.map((definition) => `graphql\`\n${print(definition)}\n\`\n`).join('\n')
  await mkdir(path.join(folder, 'src'))
  await writeFile(path.join(folder, 'src/pages.ts'), `import { graphql } from 'react-relay'\n\n${source}`)
  await writeFile(path.join(folder, 'schema.graphql'), schema)
  const config = {
    src: './src',
    schema: './schema.graphql',
    language: 'typescript',
    customScalarTypes: { DateTime: 'string', JSON: 'unknown' },
  }
  await writeFile(path.join(folder, 'relay.config.json'), JSON.stringify(config))
  await promisify(execFile)(process.execPath, [compiler], { cwd: folder })
  return (await readdir(path.join(folder, 'src/__generated__'))).sort()
}

test('relay-compiler accepts the schema: connections at the root and nested, refetched by Query and by Node, in both directions', async () => {
  const schema = await readFile('schema/schema.graphql', 'utf8')
  expect(await compile(schema)).toEqual([
    'pagesArticleOrganisationsQuery.graphql.ts',
    'pagesArticlesPaginationQuery.graphql.ts',
    'pagesArticlesQuery.graphql.ts',
    'pagesNodeQuery.graphql.ts',
    'pages_article.graphql.ts',
    'pages_articles.graphql.ts',
  ])
  const refetch = await readFile(path.join(folder, 'src/__generated__/pagesArticleOrganisationsQuery.graphql.ts'), 'utf8')
  expect(refetch).toContain('node(id: $id)')
})

test.each([
  ['articles were no nodes', 'type Article implements Node {', 'type Article {'],
  ['pages did not say whether there is more', 'hasNextPage: Boolean!', 'more: Boolean!'],
])('it would not if %s', async (_, text, instead) => {
  const schema = await readFile('schema/schema.graphql', 'utf8')
  expect(schema).toContain(text)
  await expect(compile(schema.replace(text, instead))).rejects.toThrow()
})
