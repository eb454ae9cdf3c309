import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { createGazetteer, type Gazetteer } from '../../src/entities/gazetteer/gazetteer.ts'
import { globalId } from '../../src/graphql/global-id.ts'
import { importArchive } from '../../src/ingest/import-archive.ts'
import { refreshContributors } from '../../src/modules/contributor/contributor.store.ts'
import { removeEmptyPublishers } from '../../src/modules/publisher/publisher.store.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { answer } from '../support/execute.ts'
import { gazetteer, gazetteerEntries } from './archive-state.ts'

// Each imports several times.
let database: TestDatabase
let folder: string
beforeEach(async () => {
  database = await createTestDatabase()
  folder = await mkdtemp(path.join(tmpdir(), 'interlinear-former-'))
  await mkdir(path.join(folder, 'archive'))
})
afterEach(async () => {
  await database?.drop()
  await rm(folder, { recursive: true, force: true })
})

const write = (url: string, paragraphs: string[]) =>
  writeFile(
    path.join(folder, 'archive', 'story.md'),
    ['<!--1700000000000-->', `[样品机床扩产](${url})`, '------', ...paragraphs.map((text) => `<p>${text}</p>`), ''].join('\n'),
  )
const readAll = (bodies: Gazetteer = gazetteer) =>
  importArchive(database.connection, bodies, { paths: [path.join(folder, 'archive')] })
const ask = (query: string, variables?: Record<string, unknown>) => answer(database.connection.db, query, variables)

const taught = ['样品机床公司(Sample Machine Tools)周二说，今年要扩产。', '样品机床公司在海边有两座工厂。']

test('an organisation that a gloss taught goes on answering once the gazetteer has it under another slug', async () => {
  await write('https://daily.example/story/1', taught)
  await readAll()
  const before = (await ask('{ organisation(name: "样品机床公司") { id slug } }')).organisation
  expect(before.slug).toBe('sample-machine-tools')

  const entry = { ...gazetteerEntries[0]!, slug: 'sample-group', nameZh: '样品机床公司', nameEn: 'Sample Machine Tools' }
  await readAll(createGazetteer([...gazetteerEntries, entry]))
  const after = await ask(
    `query ($id: ID!, $slug: String!) { byId: organisation(id: $id) { id slug articleCount } bySlug: organisation(slug: $slug) { id }
       node(id: $id) { id } byName: organisation(name: "样品机床公司") { id }
       articles(where: { organisations: { some: [$id] } }) { totalCount } }`,
    before,
  )
  expect(after.byId).toMatchObject({ slug: 'sample-group', articleCount: 1 })
  expect(after.byId.id).not.toBe(before.id)
  expect([after.bySlug.id, after.node.id, after.byName.id]).toEqual([after.byId.id, after.byId.id, after.byId.id])
  expect(after.articles.totalCount).toBe(1)
})

test('an article whose document gives another address goes on answering by its old id and slug, through several changes', async () => {
  const names: { id: string; slug: string }[] = []
  for (const page of ['1', '2', '3']) {
    await write(`https://daily.example/story/${page}`, taught)
    await readAll()
    const { articles } = await ask('{ articles { nodes { id slug } } }')
    expect(articles.nodes).toHaveLength(1)
    names.push(articles.nodes[0])
  }
  const last = names.at(-1)!
  expect(new Set(names.map(({ slug }) => slug)).size).toBe(3)
  for (const name of names) {
    const found = await ask('query ($id: ID!, $slug: String!) { a: article(id: $id) { id } b: article(slug: $slug) { id } }', {
      ...name,
    })
    expect(found).toEqual({ a: { id: last.id }, b: { id: last.id } })
  }
})

test('a document that gives its first address again is found by every name that it had', async () => {
  const names: { id: string; slug: string }[] = []
  for (const page of ['1', '2', '1']) {
    await write(`https://daily.example/story/${page}`, taught)
    await readAll()
    names.push((await ask('{ articles { nodes { id slug } } }')).articles.nodes[0])
  }
  expect(names[2]).toEqual(names[0])
  for (const { id, slug } of names) {
    const found = await ask('query ($id: ID!, $slug: String!) { a: article(id: $id) { id } b: article(slug: $slug) { id } }', {
      id,
      slug,
    })
    expect(found).toEqual({ a: { id: names[0]!.id }, b: { id: names[0]!.id } })
  }
})

test('a publisher that has a profile now, and its people, go on answering by what they were called without one', async () => {
  await write('https://daily.example/story/1', [...taught, '译者/林小译'])
  await readAll()
  const { pool } = database.connection
  const { publisher, translator } = await ask(
    '{ publisher(slug: "daily-example") { id } translator(name: "林小译") { id slug } }',
  )
  // What an earlier version of the list of publishers would have left behind.
  await pool.query(`INSERT INTO publisher (id, slug, name, hostnames) VALUES (1, 'old-daily', 'daily', '{www.daily.example}')`)
  await pool.query(`INSERT INTO contributor (id, slug, name, publisher_id) VALUES (2, 'old-daily-lin', '林小译', 1)`)
  const client = await pool.connect()
  try {
    await refreshContributors(client, ['2'])
    await removeEmptyPublishers(client, ['1'])
  } finally {
    client.release()
  }
  const found = await ask(
    `query ($p: ID!, $t: ID!) { a: publisher(slug: "old-daily") { id } b: publisher(id: $p) { id }
       c: translator(slug: "old-daily-lin") { id } d: translator(id: $t) { id } }`,
    { p: globalId('Publisher', '1'), t: globalId('Translator', '2') },
  )
  expect(found).toEqual({ a: publisher, b: publisher, c: { id: translator.id }, d: { id: translator.id } })
  expect(await ask('{ publishers { totalCount } translators { totalCount } }')).toEqual({
    publishers: { totalCount: 1 },
    translators: { totalCount: 1 },
  })
})
