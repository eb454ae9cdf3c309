import { rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { importArchive } from '../../src/ingest/import-archive.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { addFiles, documentText, removeFolder, writeFolder } from '../support/documents.ts'
import { archiveVersion, dumpExactly, gazetteer, mentionedText } from './archive-state.ts'

// The first of them waits for PostgreSQL to start.
let database: TestDatabase
let folder: string
const load = (paths: string[] = [folder], options: object = {}) =>
  importArchive(database.connection, gazetteer, { paths, ...options })
const rows = async (sql: string, values: unknown[] = []) => (await database.connection.pool.query(sql, values)).rows

const story = (number: number, paragraphs: string[], parts: object = {}) =>
  documentText({ url: `https://daily.example/story/${number}`, title: `第${number}篇`, paragraphs, ...parts })

beforeEach(async () => {
  database = await createTestDatabase()
  folder = writeFolder({
    'a.md': story(1, ['谷歌(Google)上周在河边开了一间书店。', '书店里也卖微软的杂志。', '译者/林小河']),
    'b.md': story(2, ['谷歌在城里又开了一间书店。', '译者/林小河、周石']),
    'inner/c.md': story(3, ['河边开满了花。'], { time: null }),
  })
})
afterEach(async () => {
  removeFolder(folder)
  await database.drop()
})

test('keeps articles, credits, organisations and what counts them', async () => {
  const report = await load()
  expect(report).toMatchObject({
    documents: 3,
    kept: 3,
    new: 3,
    updated: 0,
    unchanged: 0,
    superseded: 0,
    rejected: 0,
    recognised: 3,
    waiting: 0,
  })
  expect(await rows('SELECT slug, article_count FROM organisation ORDER BY slug')).toEqual([
    { slug: 'google', article_count: 2 },
    { slug: 'microsoft', article_count: 1 },
  ])
  expect(await rows('SELECT name, translator_count, author_count FROM contributor ORDER BY name')).toEqual([
    { name: '周石', translator_count: 1, author_count: 0 },
    { name: '林小河', translator_count: 2, author_count: 0 },
  ])
  expect(await rows('SELECT hostnames, article_count FROM publisher')).toEqual([
    { hostnames: ['daily.example'], article_count: 3 },
  ])
  expect(
    await rows(`SELECT surface, gloss, substr(${mentionedText}, start + 1, "end" - start) AS stored
                FROM mention JOIN article_content AS content USING (article_id) JOIN article ON article.id = article_id
                WHERE title = '第1篇' ORDER BY paragraph, start`),
  ).toEqual([
    { surface: '谷歌', gloss: 'Google', stored: '谷歌' },
    { surface: '微软', gloss: null, stored: '微软' },
  ])
  expect(await rows('SELECT organisation_count FROM article ORDER BY title')).toEqual(
    [2, 1, 0].map((count) => ({ organisation_count: count })),
  )
})

test('a second import of the same files changes nothing, to the byte', async () => {
  addFiles(folder, {
    'bad.md': '',
    'd.md': story(2, ['谷歌在城里又开了一间书店，这是旧的一份抄本。'], { time: Date.UTC(2019, 1, 1) }),
  })
  await load()
  const before = await dumpExactly(database.connection.pool)
  const report = await load()
  expect(report).toMatchObject({ documents: 5, kept: 0, unchanged: 4, superseded: 0, rejected: 1, recognised: 0 })
  expect(report.rejectedFiles).toEqual([
    expect.objectContaining({ file: expect.stringMatching(/bad\.md$/), code: 'EMPTY_DOCUMENT' }),
  ])
  expect(await dumpExactly(database.connection.pool)).toEqual(before)
})

test('the same files under another name of their folder are unchanged', async () => {
  await load()
  const before = await dumpExactly(database.connection.pool)
  const other = writeFolder({
    'x/a.md': story(1, ['谷歌(Google)上周在河边开了一间书店。', '书店里也卖微软的杂志。', '译者/林小河']),
    'x/b.md': story(2, ['谷歌在城里又开了一间书店。', '译者/林小河、周石']),
  })
  expect(await load([other])).toMatchObject({ documents: 2, unchanged: 2 })
  expect(await dumpExactly(database.connection.pool)).toEqual(before)
  removeFolder(other)
})

test('reading again by force rewrites nothing that reads the same', async () => {
  addFiles(folder, {
    'bad.md': '',
    'd.md': story(2, ['谷歌在城里又开了一间书店，这是旧的一份抄本。'], { time: Date.UTC(2019, 1, 1) }),
  })
  await load()
  const before = await dumpExactly(database.connection.pool)
  expect(await load([folder], { reparse: true })).toMatchObject({ unchanged: 3, superseded: 1, rejected: 1, updated: 0 })
  expect(await dumpExactly(database.connection.pool)).toEqual(before)
})

describe('a document that changed', () => {
  test('replaces its article’s text, credits and organisations, and leaves no orphan', async () => {
    await load()
    const [{ id }] = await rows(`SELECT id FROM article WHERE title = '第1篇'`)
    writeFileSync(path.join(folder, 'a.md'), story(1, ['世界银行(World Bank)修了一座桥。', '译者/赵山']))
    const report = await load()
    expect(report).toMatchObject({ kept: 1, new: 0, updated: 1, unchanged: 2 })
    expect(report.changes).toEqual([
      { file: expect.stringMatching(/a\.md$/), fields: expect.arrayContaining(['blocks', 'credits', 'organisations']) },
    ])
    expect(await rows('SELECT slug, article_count FROM organisation ORDER BY slug')).toEqual([
      { slug: 'google', article_count: 1 },
      { slug: 'world-bank', article_count: 1 },
    ])
    expect(await rows('SELECT name, translator_count FROM contributor ORDER BY name')).toEqual([
      { name: '周石', translator_count: 1 },
      { name: '林小河', translator_count: 1 },
      { name: '赵山', translator_count: 1 },
    ])
    expect(await rows('SELECT gloss FROM mention WHERE article_id = $1', [id])).toEqual([{ gloss: 'World Bank' }])
  })

  test('takes its old article with it when it is another article now', async () => {
    await load()
    writeFileSync(path.join(folder, 'a.md'), story(7, ['书店关了门。']))
    expect(await load()).toMatchObject({ new: 1, unchanged: 2 })
    expect(await rows('SELECT title FROM article ORDER BY title')).toEqual(
      ['第2篇', '第3篇', '第7篇'].map((title) => ({ title })),
    )
    expect(await rows('SELECT slug FROM organisation')).toEqual([{ slug: 'google' }])
    expect(await rows('SELECT article_count FROM publisher')).toEqual([{ article_count: 3 }])
  })

  test('leaves the last good state standing when it cannot be read any more', async () => {
    await load()
    writeFileSync(path.join(folder, 'a.md'), '')
    expect(await load()).toMatchObject({ rejected: 1, unchanged: 2 })
    expect(await rows('SELECT count(*)::int AS n FROM article')).toEqual([{ n: 3 }])
    writeFileSync(
      path.join(folder, 'a.md'),
      story(1, ['谷歌(Google)上周在河边开了一间书店。', '书店里也卖微软的杂志。', '译者/林小河']),
    )
    expect(await load()).toMatchObject({ rejected: 0, unchanged: 3 })
    expect(await rows('SELECT code FROM problem WHERE severity = $1', ['ERROR'])).toEqual([])
  })
})

test('a dry run says what would change, and writes nothing, not even a row of Import', async () => {
  await load()
  const before = [await dumpExactly(database.connection.pool), await rows('SELECT * FROM import')]
  writeFileSync(path.join(folder, 'a.md'), story(1, ['一座桥。', '译者/林小河'], { title: '新的题目' }))
  addFiles(folder, { 'new.md': story(8, ['一条路。']) })
  const report = await load([folder], { dryRun: true })
  expect(report).toMatchObject({ isDryRun: true, new: 1, updated: 1, unchanged: 2 })
  expect(report.changes).toEqual([
    { file: expect.stringMatching(/a\.md$/), fields: expect.arrayContaining(['blocks', 'title', 'organisations']) },
  ])
  expect(await dumpExactly(database.connection.pool)).toEqual(before[0])
  expect(await rows('SELECT * FROM import')).toEqual(before[1])
})

test('the version rises with what the archive answers, and listeners hear of it', async () => {
  const heard: string[] = []
  const listener = await database.connection.pool.connect()
  listener.on('notification', ({ payload }) => heard.push(payload ?? ''))
  await listener.query('LISTEN archive_version')
  await load()
  const first = await archiveVersion(database.connection.pool)
  expect(first).toBeGreaterThan(0)
  await load()
  expect(await archiveVersion(database.connection.pool)).toBe(first)
  await listener.query('SELECT 1')
  expect(heard.at(-1)).toBe(String(first))
  listener.release(true)
})

test('a second import at the same time says that one is running', async () => {
  let second: Promise<unknown> | undefined
  await load([folder], {
    onProgress: () => {
      second ??= load().catch((error: Error) => error.message)
    },
    signal: undefined,
  })
  // The first may end while the second still waits for its turn: then it simply runs.
  expect([expect.stringContaining('Another import'), expect.objectContaining({ unchanged: 3 })]).toContainEqual(await second)
})

test('an article whose file is gone stays, and says nothing', async () => {
  await load()
  rmSync(path.join(folder, 'a.md'))
  expect(await load()).toMatchObject({ documents: 2, unchanged: 2 })
  expect(await rows('SELECT count(*)::int AS n FROM article')).toEqual([{ n: 3 }])
})
