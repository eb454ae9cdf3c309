import { chmodSync, rmSync, truncateSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { importArchive } from '../../src/ingest/import-archive.ts'
import type { ImportReport } from '../../src/ingest/import-report.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { addFiles, documentText, removeFolder, writeFolder } from '../support/documents.ts'
import { dumpExactly, gazetteer } from './archive-state.ts'

let database: TestDatabase
let folder: string
const load = (options: object = {}) => importArchive(database.connection, gazetteer, { paths: [folder], ...options })
const inFolder = (name: string) => `${path.basename(folder)}/${name}`
const codesOf = (report: ImportReport) =>
  Object.fromEntries(report.rejectedFiles.map(({ file, code }) => [path.basename(file), code]))

beforeEach(async () => {
  database = await createTestDatabase()
  folder = writeFolder({ 'good.md': documentText({ paragraphs: ['谷歌(Google)在河边开了一间书店。'] }) })
})
afterEach(async () => {
  removeFolder(folder)
  await database.drop()
})

test('every damaged document is a problem with file and reason; the others are kept, and a second run changes nothing', async () => {
  const story = (number: number, parts: object = {}) => documentText({ url: `https://daily.example/story/${number}`, ...parts })
  addFiles(folder, {
    'empty.md': '',
    'blank.md': ' \n\t\n',
    'binary.md': Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3, 0xff, 0xfe]),
    'huge.md': '',
    'unclosed.md': `${story(2, { paragraphs: ['河边<b>开满了<i>花'] })
      .replaceAll('</p>', '')
      .replaceAll('</div>', '')}<div><p>还有树`,
    'no-time.md': story(3, { time: null }),
    'no-link.md': '<!--1588291200000-->\n河边的花\n------\n\n<p>河边开满了花，人们都来看。</p>\n',
    'zero.md': story(4, { title: 'a&#0;b', paragraphs: ['一&#0;二&#xD800;三'] }),
    'far-future.md': story(5, { time: 8_000_000_000_000_000 }),
  })
  truncateSync(path.join(folder, 'huge.md'), 50 * 1024 * 1024)
  const report = await load()
  expect(codesOf(report)).toEqual({
    'empty.md': 'EMPTY_DOCUMENT',
    'blank.md': 'EMPTY_DOCUMENT',
    'binary.md': 'NOT_TEXT',
    'huge.md': 'TOO_LARGE',
  })
  expect(report).toMatchObject({ documents: 10, rejected: 4, superseded: 0 })
  expect(report.kept).toBe(6)
  const { rows } = await database.connection.pool.query(
    `SELECT file, code, message FROM problem WHERE severity = 'ERROR' ORDER BY file`,
  )
  expect(rows.map(({ file }) => file)).toEqual(['binary.md', 'blank.md', 'empty.md', 'huge.md'].map(inFolder))
  for (const { message } of rows) expect(message).toMatch(/:/)
  const warned = await database.connection.pool.query(`SELECT code FROM problem WHERE file = $1`, [inFolder('no-time.md')])
  expect(warned.rows).toContainEqual({ code: 'MISSING_PUBLISHED_AT' })

  const before = await dumpExactly(database.connection.pool)
  expect(await load()).toMatchObject({ documents: 10, kept: 0, unchanged: 6, rejected: 4 })
  expect(await dumpExactly(database.connection.pool)).toEqual(before)

  for (const name of ['empty.md', 'blank.md', 'binary.md', 'huge.md'])
    addFiles(folder, { [name]: story(10, { paragraphs: [name] }) })
  expect(await load()).toMatchObject({ documents: 10, rejected: 0 })
  const left = await database.connection.pool.query(`SELECT code FROM problem WHERE severity = 'ERROR'`)
  expect(left.rows).toEqual([])
})

test('a file that vanishes in the middle of the run is named, and no problem any more once it is not given', async () => {
  for (let number = 0; number < 300; number++) {
    addFiles(folder, { [`many/${number}.md`]: documentText({ url: `https://daily.example/many/${number}` }) })
  }
  addFiles(folder, { 'zzz.md': documentText({ url: 'https://daily.example/zzz' }) })
  const report = await load({ onProgress: () => rmSync(path.join(folder, 'zzz.md'), { force: true }) })
  expect(codesOf(report)).toEqual({ 'zzz.md': 'VANISHED_FILE' })
  expect(report).toMatchObject({ documents: 302, kept: 301, rejected: 1 })
  expect(await load()).toMatchObject({ documents: 301, unchanged: 301, rejected: 0 })
  expect((await database.connection.pool.query('SELECT FROM problem')).rowCount).toBe(0)
})

// Root reads what nobody may read: the folder is then no problem at all.
const isRoot = process.getuid?.() === 0
test('a folder without permission is named, and what lies beside it is kept', async () => {
  addFiles(folder, { 'locked/inside.md': documentText({ url: 'https://daily.example/inside' }) })
  chmodSync(path.join(folder, 'locked'), 0)
  const report = isRoot ? await withoutRoot(() => load()) : await load()
  expect(report).toMatchObject({ documents: 1, kept: 1, unreadable: [{ file: inFolder('locked'), code: 'UNREADABLE_FOLDER' }] })
  chmodSync(path.join(folder, 'locked'), 0o755)
  expect(await load()).toMatchObject({ documents: 2, kept: 1, unchanged: 1, unreadable: [] })
  expect((await database.connection.pool.query('SELECT FROM problem')).rowCount).toBe(0)
})

async function withoutRoot<T>(work: () => Promise<T>): Promise<T> {
  chmodSync(folder, 0o755)
  process.seteuid!(65534)
  try {
    return await work()
  } finally {
    process.seteuid!(0)
  }
}

test('what the database refuses is rejected alone, with the reason', async () => {
  // PostgreSQL holds no entry this long in an index, and text at random does not get shorter by packing.
  let state = 7
  const random = Array.from({ length: 9000 }, () => {
    state = (state * 1103515245 + 12345) & 0x7fffffff
    return String.fromCharCode(0x4e00 + ((state >> 8) % 20_000))
  }).join('')
  addFiles(folder, {
    'long.md': documentText({ url: 'https://daily.example/long', title: random }),
    'other.md': documentText({ url: 'https://daily.example/other' }),
  })
  const report = await load()
  expect(codesOf(report)).toEqual({ 'long.md': 'NOT_STORABLE' })
  expect(report).toMatchObject({ documents: 3, kept: 2, rejected: 1, waiting: 0 })
})
