import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { afterAll, expect, jest, test } from '@jest/globals'
import type pg from 'pg'
import { importArchive } from '../../src/ingest/import-archive.ts'
import { buildModules } from '../support/built-modules.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { documentText, removeFolder, writeFolder } from '../support/documents.ts'
import { dumpContent, gazetteer, gazetteerEntries, mentionedText } from './archive-state.ts'
import { manyStories } from './many-stories.ts'

jest.setTimeout(600_000)

const kills = 25
const batchSize = 20
const seed = Number(process.env['KILL_SEED'] ?? Date.now() % 1_000_000)

/** What the archive holds before, and what comes then: new stories, changed ones, copies, and articles that become others. */
const before = writeFolder(manyStories(60))
const after = writeFolder({
  ...manyStories(240),
  'desk-a/00003.md': documentText({
    url: 'https://desk-a.example/story/3',
    paragraphs: ['谷歌(Google)买下了河边所有的书店，读者很高兴。'],
  }),
  'desk-a/00006.md': documentText({
    url: 'https://desk-a.example/story/another',
    paragraphs: ['微软在河边开了一间书店，读者排起了长队。'],
  }),
  ...Object.fromEntries(
    [1, 2, 3, 4, 5].map((day) => [
      `copies/${day * 7}-${day}.md`,
      documentText({
        url: 'https://desk-b.example/copied',
        time: Date.UTC(2020, 0, (day * 3) % 7),
        paragraphs: [`这是第${day}份抄本，河边的读者都看过。`],
      }),
    ]),
  ),
})
const modules = buildModules()
const program = `
  import { connect } from '${modules.urlOf('database/connect.js')}'
  import { importArchive } from '${modules.urlOf('ingest/import-archive.js')}'
  import { createGazetteer } from '${modules.urlOf('entities/gazetteer/gazetteer.js')}'
  const { url, path, entries, batchSize } = JSON.parse(process.env.IMPORT)
  const connection = connect(url)
  await connection.pool.query('SELECT 1')
  console.log('{}')
  const onProgress = ({ isStored, pass, ...counts }) => isStored && console.log(JSON.stringify({ pass, ...counts }))
  const report = await importArchive(connection, createGazetteer(entries), { paths: [path], batchSize, onProgress })
  console.log(JSON.stringify({ ...report, isEnd: true }))
  await connection.close()`

const databases: TestDatabase[] = []
afterAll(async () => {
  for (const database of databases) await database.drop()
  for (const folder of [before, after]) removeFolder(folder)
  modules.remove()
})

/** A small generator of numbers from 0 to 1 (mulberry32): the same seed kills at the same moments. */
function createRandom(state: number): () => number {
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

async function startDatabase(): Promise<TestDatabase> {
  const database = await createTestDatabase()
  databases.push(database)
  await importArchive(database.connection, gazetteer, { paths: [before], batchSize })
  return database
}

interface Ran {
  /** It came to its end before it was killed. */
  isEnded: boolean
  milliseconds: number
  /** What it had reported as kept or unchanged. */
  reported: number
}

/** Imports in a process of its own, and kills that with SIGKILL so long after it began to import; null lets it end. */
async function importInProcess(url: string, killAfterMs: number | null): Promise<Ran> {
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
    env: { ...process.env, IMPORT: JSON.stringify({ url, path: after, entries: gazetteerEntries, batchSize }) },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ran: Ran = { isEnded: false, milliseconds: 0, reported: 0 }
  let startedAt = 0
  const exit = once(child, 'exit')
  for await (const line of createInterface({ input: child.stdout })) {
    const told = JSON.parse(line)
    if (startedAt === 0) {
      startedAt = performance.now()
      if (killAfterMs !== null) setTimeout(() => child.kill('SIGKILL'), killAfterMs)
    }
    if (told.kept !== undefined) ran.reported = told.kept + told.unchanged + told.superseded
    ran.isEnded ||= told.isEnd === true
  }
  await exit
  ran.milliseconds = performance.now() - startedAt
  return ran
}

/** The server notices that the process is gone; what it was doing then is done, or undone. */
async function untilAlone(pool: pg.Pool): Promise<void> {
  for (;;) {
    const { rows } = await pool.query(
      `SELECT FROM pg_locks WHERE locktype = 'advisory' AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
    )
    if (rows.length === 0) return
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

/** Rows that a half-written batch would leave behind. */
async function halfWritten(pool: pg.Pool): Promise<unknown> {
  const { rows } = await pool.query(`SELECT
    (SELECT count(*)::int FROM article WHERE NOT EXISTS (SELECT FROM article_content WHERE article_id = article.id)) AS without_content,
    (SELECT count(*)::int FROM article WHERE NOT EXISTS (SELECT FROM document WHERE article_id = article.id AND file = source_file)) AS without_document,
    (SELECT count(*)::int FROM document WHERE state = 'KEPT' AND NOT EXISTS (SELECT FROM article WHERE id = article_id AND source_file = file)) AS without_article,
    (SELECT count(*)::int FROM contributor WHERE translator_count <>
       (SELECT count(DISTINCT article_id) FROM credit WHERE contributor_id = contributor.id AND role = 'TRANSLATOR')) AS miscounted_translators,
    (SELECT count(*)::int FROM publisher WHERE article_count <> (SELECT count(*) FROM article WHERE publisher_id = publisher.id)) AS miscounted_publishers,
    (SELECT count(*)::int FROM organisation WHERE article_count <>
       (SELECT count(*) FROM article_organisation WHERE organisation_id = organisation.id)) AS miscounted_organisations,
    (SELECT count(*)::int FROM article WHERE organisation_count <>
       (SELECT count(*) FROM article_organisation WHERE article_id = article.id)) AS miscounted_articles,
    (SELECT count(*)::int FROM article_organisation AS named WHERE named_ids IS DISTINCT FROM ARRAY(
       SELECT organisation_id FROM article_organisation AS beside WHERE beside.article_id = named.article_id ORDER BY organisation_id)) AS misnamed,
    (SELECT count(*)::int FROM mention JOIN article_content AS content USING (article_id)
       WHERE field = 'PARAGRAPH' AND surface <> substr(${mentionedText}, start + 1, "end" - start)) AS displaced_mentions`)
  return rows[0]
}

test(`killed at ${kills} random moments (seed ${seed}; KILL_SEED repeats it), imports lose nothing and end as an undisturbed one`, async () => {
  const random = createRandom(seed)
  const undisturbed = await startDatabase()
  const { milliseconds, isEnded } = await importInProcess(undisturbed.url, null)
  expect(isEnded).toBe(true)
  const expected = await dumpContent(undisturbed.connection.pool)
  expect(expected['article']!.length).toBeGreaterThan(200)

  let killed = 0
  while (killed < kills) {
    const database = await startDatabase()
    const { pool } = database.connection
    for (let isEnd = false; !isEnd; ) {
      // More often early than late, so that one archive is interrupted several times on its way.
      const ran = await importInProcess(database.url, killed < kills ? random() ** 2 * milliseconds : null)
      await untilAlone(pool)
      isEnd = ran.isEnded
      if (!isEnd) killed += 1
      const { rows } = await pool.query(
        `SELECT count(*)::int AS stored FROM document WHERE state <> 'REJECTED' AND parser_version > 0`,
      )
      expect(rows[0].stored).toBeGreaterThanOrEqual(ran.reported)
      expect(new Set(Object.values((await halfWritten(pool)) as object))).toEqual(new Set([0]))
    }
    expect(await dumpContent(pool)).toEqual(expected)
  }
  expect(killed).toBeGreaterThanOrEqual(kills)
})
