import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { createGazetteer } from '../../src/entities/gazetteer/gazetteer.ts'
import { importArchive } from '../../src/ingest/import-archive.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { addFiles, documentText, removeFolder, writeFolder } from '../support/documents.ts'
import { archiveVersion, dumpContent, gazetteer, gazetteerEntries } from './archive-state.ts'
import { manyStories } from './many-stories.ts'

let database: TestDatabase
let folder: string
beforeEach(async () => {
  database = await createTestDatabase()
  folder = writeFolder({})
})
afterEach(async () => {
  removeFolder(folder)
  await database.drop()
})
const load = (options: object = {}, knowledge = gazetteer) =>
  importArchive(database.connection, knowledge, { paths: [folder], ...options })
const rows = async (sql: string) => (await database.connection.pool.query(sql)).rows
const story = (number: number, ...paragraphs: string[]) =>
  documentText({ url: `https://daily.example/${number}`, title: `第${number}篇`, paragraphs })

const glossed = story(2, '青石观测学会(Greenstone Observation Society)昨天换了会长，会员们鼓掌。')
const organisationsOf = async (number: number) =>
  (
    await rows(`SELECT name_en FROM article JOIN article_organisation ON article_id = article.id JOIN organisation ON organisation.id = organisation_id
                WHERE title = '第${number}篇' ORDER BY name_en`)
  ).map((row) => row.name_en)

describe('what a later document teaches', () => {
  beforeEach(async () => {
    addFiles(folder, {
      '1.md': story(1, '昨天青石观测学会开了会，来的人很多。'),
      '3.md': story(3, '昨天青石觀測學會開了會，來的人很多，大家都說這裡的書很好。'),
      '4.md': story(4, '谷歌昨天开了一间书店，来的人很多。'),
    })
    await load()
  })

  test('is known in documents that were there before, in either script, and only these are read again', async () => {
    addFiles(folder, { '2.md': glossed })
    expect(await load()).toMatchObject({ new: 1, unchanged: 3, recognised: 3, waiting: 0 })
    for (const number of [1, 2, 3]) expect(await organisationsOf(number)).toEqual(['Greenstone Observation Society'])
    expect(await rows(`SELECT article_count FROM organisation WHERE name_en LIKE 'Greenstone%'`)).toEqual([{ article_count: 3 }])
  })

  test('is known no longer when it no longer says so', async () => {
    const before = [await organisationsOf(1), await organisationsOf(3)]
    addFiles(folder, { '2.md': glossed })
    await load()
    addFiles(folder, { '2.md': story(2, '会长昨天换了人，会员们鼓掌，河边也很热闹。') })
    await load()
    expect([await organisationsOf(1), await organisationsOf(3)]).toEqual(before)
    expect(await rows(`SELECT FROM alias WHERE text LIKE '%Greenstone%'`)).toEqual([])
  })
})

test('a gazetteer that knows more has every article read again, without a document being read', async () => {
  addFiles(folder, { '1.md': story(1, '白沙银行昨天开了一间分行，来的人很多。') })
  await load()
  const known = createGazetteer([
    ...gazetteerEntries,
    {
      slug: 'whitesand-bank',
      nameZh: '白沙银行',
      nameEn: 'Whitesand Bank',
      kind: 'BANK',
      country: null,
      wikidata: null,
      aliases: [],
    },
  ])
  expect(await load({}, known)).toMatchObject({ unchanged: 1, recognised: 1 })
  expect(await organisationsOf(1)).toEqual(['Whitesand Bank'])
  const version = await archiveVersion(database.connection.pool)
  expect(await load({}, known)).toMatchObject({ unchanged: 1, recognised: 0 })
  expect(await archiveVersion(database.connection.pool)).toBe(version)
})

test('what the database refuses of one article’s organisations costs that article its organisations, and is named', async () => {
  addFiles(folder, {
    '1.md': story(1, '谷歌昨天开了一间书店，来的人很多。'),
    '2.md': story(2, '微软昨天开了一间书店，来的人很多。'),
  })
  // No index of PostgreSQL holds a name this long.
  const long = Array.from({ length: 9000 }, (_, at) => String.fromCharCode(0x4e00 + ((at * at * 7919) % 20_000))).join('')
  const [google, ...rest] = gazetteerEntries
  const broken = createGazetteer([{ ...google!, aliases: [{ text: long }] }, ...rest])
  const report = await load({}, broken)
  expect(report).toMatchObject({ kept: 2, rejected: 0, recognised: 2, waiting: 0 })
  expect(report.problems).toEqual([
    expect.objectContaining({ code: 'RECOGNITION_FAILED', count: 1, examples: [`${path.basename(folder)}/1.md`] }),
  ])
  expect([await organisationsOf(1), await organisationsOf(2)]).toEqual([[], ['Microsoft']])
  expect(await rows('SELECT code FROM problem')).toEqual([{ code: 'RECOGNITION_FAILED' }])
  await load()
  expect(await organisationsOf(1)).toEqual(['Google'])
  expect(await rows('SELECT code FROM problem')).toEqual([])
})

test('an organisation that no article names any more is gone, and comes back with the id and slug that it had', async () => {
  addFiles(folder, { '1.md': story(1, '谷歌昨天开了一间书店，来的人很多。') })
  await load()
  const before = await rows('SELECT id, slug FROM organisation')
  addFiles(folder, { '1.md': story(1, '书店昨天又开了门，来的人很多。') })
  await load()
  expect(await rows('SELECT id, slug FROM organisation')).toEqual([])
  addFiles(folder, { '1.md': story(1, '谷歌昨天开了一间书店，来的人很多。') })
  await load()
  expect(await rows('SELECT id, slug FROM organisation')).toEqual(before)
})

describe('told to stop', () => {
  test.each(['READING', 'RECOGNISING'])(
    'while %s, an import keeps whole batches, says so, and the next one goes on from there',
    async (pass) => {
      addFiles(folder, manyStories(120))
      const stop = new AbortController()
      const report = await load({
        batchSize: 20,
        signal: stop.signal,
        onProgress: (progress: { pass: string; isStored: boolean }) => {
          if (progress.pass === pass && progress.isStored) stop.abort()
        },
      })
      expect(report.isAborted).toBe(true)
      expect(report.documents).toBe(report.kept + report.unchanged + report.superseded + report.rejected)
      expect(report.documents + report.notReached).toBe(120)
      expect(report.waiting).toBeGreaterThan(0)
      if (pass === 'READING') expect(report.notReached).toBeGreaterThan(0)
      expect(await rows('SELECT count(*)::int AS kept FROM article')).toEqual([{ kept: report.kept }])
      const next = await load({ batchSize: 20 })
      expect(next).toMatchObject({ isAborted: false, unchanged: report.kept, waiting: 0 })
      const undisturbed = await createTestDatabase()
      await importArchive(undisturbed.connection, gazetteer, { paths: [folder] })
      expect(await dumpContent(database.connection.pool)).toEqual(await dumpContent(undisturbed.connection.pool))
      await undisturbed.drop()
    },
  )

  test('before it began, an import changes nothing', async () => {
    addFiles(folder, manyStories(5))
    expect(await load({ signal: AbortSignal.abort() })).toMatchObject({ documents: 0, notReached: 5, isAborted: true })
    expect(await rows('SELECT FROM article')).toEqual([])
  })
})

test('documents may come from archives and standard input alike', async () => {
  addFiles(folder, { '1.md': story(1, '谷歌昨天开了一间书店，来的人很多。') })
  const { Readable } = await import('node:stream')
  const report = await load({
    paths: [path.join(folder, '1.md'), '-'],
    stdin: Readable.from([Buffer.from(story(2, '微软昨天也开了一间书店。'))]),
  })
  expect(report).toMatchObject({ documents: 2, kept: 2 })
  expect(await rows('SELECT source_file FROM article ORDER BY title')).toEqual([
    { source_file: `${path.basename(folder)}/1.md` },
    { source_file: 'stdin' },
  ])
})
