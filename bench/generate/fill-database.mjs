import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { from as copyFrom } from 'pg-copy-streams'
import { withText } from '../../dist/modules/article/stored-blocks.js'
import { saveSearchTexts } from '../../dist/modules/search/search.store.js'
import { inventArchive } from './invent-archive.mjs'
import { addArticle, columns, noRows, rowsBesideArticles } from './to-rows.mjs'

const articlesPerBatch = 1000
/** Tables whose rows are counted as they come, also where no other trigger is to run. */
const counted = ['article', 'original', 'problem', 'organisation']

/** Fills an empty, migrated database. `withSearch` writes what search reads by the server's own code. */
export async function fillDatabase(client, { withSearch, say, recognisedWith, ...shape }) {
  const { rows: found } = await client.query('SELECT count(*)::int AS count FROM article')
  if (found[0].count > 0) throw new Error('The database holds articles already: give an empty one.')
  await client.query(`SET session_replication_role = replica; SET synchronous_commit = off; SET maintenance_work_mem = '512MB'`)
  const restoreIndexes = await dropIndexes(client)
  await client.query(
    `INSERT INTO import (started_at, ended_at, parser_version, document_count, kept_count) VALUES (now(), now(), 1, $1, $1)`,
    [shape.articleCount],
  )
  for (const table of counted) await client.query(`ALTER TABLE ${table} ENABLE ALWAYS TRIGGER keep_count_of_new`)
  const archive = inventArchive(shape)
  for (const batch of inBatches(archive.articles())) {
    const rows = noRows()
    for (const article of batch) addArticle(rows, article, recognisedWith)
    await copy(client, rows)
    const done = batch.at(-1).index + 1
    if (done % 10_000 === 0) say(`${done} articles`)
  }
  await copy(client, rowsBesideArticles(archive))
  for (const table of counted) await client.query(`ALTER TABLE ${table} ENABLE TRIGGER keep_count_of_new`)
  await restoreIndexes(say)
  say('counting how often bodies that very many articles name are named together')
  // All at once: the trigger would read the articles again for each of them.
  await client.query(`ANALYZE article_organisation; UPDATE organisation SET is_hub = true WHERE article_count > 1000; ANALYZE organisation;
    INSERT INTO hub_pair (organisation_id, other_id, article_count)
    SELECT one.organisation_id, other.organisation_id, count(*) FROM article_organisation AS one
    JOIN organisation AS a ON a.id = one.organisation_id AND a.is_hub
    JOIN article_organisation AS other ON other.article_id = one.article_id AND other.organisation_id > one.organisation_id
    JOIN organisation AS b ON b.id = other.organisation_id AND b.is_hub GROUP BY 1, 2`)
  if (withSearch) await indexWords(client, say)
  await client.query(
    `INSERT INTO archive (id, version, changed_at) VALUES (1, 1, now()) ON CONFLICT (id) DO UPDATE SET version = archive.version + 1`,
  )
  await client.query('VACUUM ANALYZE')
}

/** A batch becomes a segment of the index: the larger they are, the fewer times they are merged. */
const articlesPerSegment = 4096

async function indexWords(client, say) {
  for (let last = 0, done = 0; ; ) {
    const { rows } = await client.query(
      `SELECT article.id, ordinal, title, lead, blocks FROM article JOIN article_content AS content ON content.article_id = article.id
       WHERE ordinal > $1 ORDER BY ordinal LIMIT ${articlesPerSegment}`,
      [last],
    )
    if (rows.length === 0) return
    await client.query('BEGIN')
    await saveSearchTexts(
      client,
      rows.map((row) => ({ ...row, blocks: row.blocks.map(withText) })),
    )
    await client.query('COMMIT')
    last = rows.at(-1).ordinal
    done += rows.length
    say(`words of ${done} articles`)
  }
}

function* inBatches(articles) {
  let batch = []
  for (const article of articles) {
    batch.push(article)
    if (batch.length === articlesPerBatch) {
      yield batch
      batch = []
    }
  }
  if (batch.length > 0) yield batch
}

async function copy(client, rows) {
  for (const [table, names] of Object.entries(columns)) {
    if (rows[table] === '') continue
    await pipeline(Readable.from([rows[table]]), client.query(copyFrom(`COPY ${table} (${names}) FROM STDIN`)))
  }
}

/** Many rows go in several times faster without indexes. Returns what makes them again. */
async function dropIndexes(client) {
  const { rows: constraints } = await client.query(
    `SELECT conrelid::regclass AS table, quote_ident(conname) AS name, pg_get_constraintdef(oid) AS definition FROM pg_constraint
     WHERE connamespace = current_schema()::regnamespace AND conrelid::regclass::text = ANY($1) AND contype = 'p'`,
    [['article_content', 'article_organisation', 'credit', 'mention']],
  )
  const { rows: indexes } = await client.query(
    `SELECT quote_ident(indexname) AS name, indexdef AS definition FROM pg_indexes WHERE schemaname = current_schema()
     AND NOT EXISTS (SELECT FROM pg_constraint WHERE conname = indexname)`,
  )
  for (const { table, name } of constraints) await client.query(`ALTER TABLE ${table} DROP CONSTRAINT ${name}`)
  for (const { name } of indexes) await client.query(`DROP INDEX ${name}`)
  return async (say) => {
    for (const { table, name, definition } of constraints) {
      say(`building ${name}`)
      await client.query(`ALTER TABLE ${table} ADD CONSTRAINT ${name} ${definition}`)
    }
    for (const { name, definition } of indexes) {
      say(`building ${name}`)
      await client.query(definition)
    }
  }
}
