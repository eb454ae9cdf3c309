import path from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { importArchive } from '../../src/ingest/import-archive.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { addFiles, documentText, removeFolder, writeFolder } from '../support/documents.ts'
import { dumpContent, gazetteer } from './archive-state.ts'

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

const load = (...paths: string[]) =>
  importArchive(database.connection, gazetteer, { paths: paths.map((one) => path.join(folder, one)) })
const copy = (text: string, day: number | null, parts: object = {}) =>
  documentText({
    paragraphs: [`${text}在河边，读者排起了长队，市政府很高兴。`],
    time: day === null ? null : Date.UTC(2020, 0, day),
    ...parts,
  })
const winner = async () =>
  (await database.connection.pool.query('SELECT source_file, published_at FROM article')).rows.map((row) => row.source_file)
const states = async () =>
  Object.fromEntries(
    (await database.connection.pool.query('SELECT file, state FROM document')).rows.map(({ file, state }) => [file, state]),
  )

test('of copies in one run the later printed time wins, whatever the order of paths; both are named', async () => {
  addFiles(folder, { 'x/a.md': copy('甲', 3), 'x/b.md': copy('乙', 9), 'x/c.md': copy('丙', null) })
  const report = await load('x/c.md', 'x/b.md', 'x/a.md')
  expect(await winner()).toEqual(['x/b.md'])
  expect(report).toMatchObject({ documents: 3, kept: 1, superseded: 2, rejected: 0 })
  expect(report.supersededFiles).toEqual([
    { file: 'x/a.md', by: 'x/b.md' },
    { file: 'x/c.md', by: 'x/b.md' },
  ])
  const { rows } = await database.connection.pool.query('SELECT file, code, message FROM problem WHERE code = $1 ORDER BY file', [
    'SUPERSEDED',
  ])
  expect(rows.map(({ file }) => file)).toEqual(['x/a.md', 'x/c.md'])
  for (const { message } of rows) expect(message).toContain('x/b.md')
})

test('of copies with one time the file that sorts last wins', async () => {
  addFiles(folder, { 'x/a.md': copy('甲', 3), 'x/b.md': copy('乙', 3) })
  await load('x')
  expect(await winner()).toEqual(['x/b.md'])
})

test('copies that come in different batches of one run are weighed as in one', async () => {
  const files: Record<string, string> = { 'x/a.md': copy('甲', 9), 'x/z.md': copy('乙', 3) }
  for (let number = 0; number < 450; number++) files[`x/m${number}.md`] = documentText({ url: `https://daily.example/${number}` })
  addFiles(folder, files)
  expect(await load('x')).toMatchObject({ kept: 451, superseded: 1, supersededFiles: [{ file: 'x/z.md', by: 'x/a.md' }] })
  const separate = await createTestDatabase()
  addFiles(folder, { 'x/a.md': copy('甲', 3), 'x/z.md': copy('乙', 9) })
  const report = await importArchive(separate.connection, gazetteer, { paths: [path.join(folder, 'x')] })
  expect(report).toMatchObject({ kept: 451, superseded: 1, supersededFiles: [{ file: 'x/a.md', by: 'x/z.md' }] })
  await separate.drop()
})

test('a copy given later on its own wins over what earlier runs stored', async () => {
  addFiles(folder, { 'x/a.md': copy('甲', 9), 'y/b.md': copy('乙', 3) })
  await load('x')
  expect(await load('y')).toMatchObject({ updated: 1, superseded: 0 })
  expect(await winner()).toEqual(['y/b.md'])
  expect(await states()).toEqual({ 'x/a.md': 'SUPERSEDED', 'y/b.md': 'KEPT' })
})

test('a copy given later beside the unchanged one is weighed against it', async () => {
  addFiles(folder, { 'x/a.md': copy('甲', 9) })
  await load('x')
  addFiles(folder, { 'x/b.md': copy('乙', 3) })
  expect(await load('x')).toMatchObject({ unchanged: 1, superseded: 1, kept: 0 })
  addFiles(folder, { 'x/c.md': copy('丙', 11) })
  expect(await load('x')).toMatchObject({ unchanged: 2, updated: 1 })
  expect(await states()).toEqual({ 'x/a.md': 'SUPERSEDED', 'x/b.md': 'SUPERSEDED', 'x/c.md': 'KEPT' })
  const { rows } = await database.connection.pool.query('SELECT DISTINCT message FROM problem')
  expect(rows).toEqual([{ message: expect.stringContaining('x/c.md') }])
})

test('one import and several over the same files end the same', async () => {
  addFiles(folder, { 'x/a.md': copy('甲', 9) })
  await load('x')
  addFiles(folder, {
    'x/b.md': copy('乙', 12),
    'x/c.md': copy('丙', 3),
    'x/d.md': documentText({ url: 'https://daily.example/d' }),
  })
  await load('x')
  const other = await createTestDatabase()
  await importArchive(other.connection, gazetteer, { paths: [path.join(folder, 'x')] })
  expect(await dumpContent(database.connection.pool)).toEqual(await dumpContent(other.connection.pool))
  await other.drop()
})

test('when the copy that stood becomes another article, the one that it had overtaken takes its place', async () => {
  addFiles(folder, { 'x/a.md': copy('甲', 3), 'x/b.md': copy('乙', 9) })
  await load('x')
  addFiles(folder, { 'x/b.md': copy('乙', 9, { url: 'https://daily.example/another' }) })
  const report = await load('x')
  expect(report).toMatchObject({ documents: 2, kept: 2, new: 2, superseded: 0 })
  expect((await winner()).sort()).toEqual(['x/a.md', 'x/b.md'])
  expect(await states()).toEqual({ 'x/a.md': 'KEPT', 'x/b.md': 'KEPT' })
  expect((await database.connection.pool.query('SELECT FROM problem')).rowCount).toBe(0)
})

test('one address in two languages is two articles', async () => {
  addFiles(folder, {
    'x/zh.md': copy('甲', 3),
    'x/en.md': documentText({
      title: 'The library by the river',
      paragraphs: ['The city opened the new library by the river last week, and readers stood in line.'],
    }),
  })
  expect(await load('x')).toMatchObject({ kept: 2, superseded: 0 })
  const { rows } = await database.connection.pool.query('SELECT slug FROM article')
  expect(new Set(rows.map(({ slug }) => slug)).size).toBe(2)
})
