/*
 * Fills an empty database with an invented archive of any size, in the shape of a real one. The same seed writes the same archive.
 *
 *   npm run build && node bench/generate-articles.mjs --articles 100000 (--url postgresql://… | --data FOLDER) [--seed 1]
 *     [--characters 100] [--without-search]
 *
 * `--characters` is the mean length of a paragraph. Rows go in by COPY without their indexes, which are built at the end. Most of
 * the time is what search reads: on two cores with other work, a million articles took 12 minutes and their words 26 more, 23 GB together.
 */
import { parseArgs } from 'node:util'
import { loadGazetteer } from '../dist/commands/load-gazetteer.js'
import { loadTagger } from '../dist/commands/load-tagger.js'
import { connect } from '../dist/database/connect.js'
import { startEmbeddedPostgres } from '../dist/database/embedded.js'
import { migrate } from '../dist/database/migrate.js'
import { createRecogniser } from '../dist/entities/recognise.js'
import { fillDatabase } from './generate/fill-database.mjs'

const { values: options } = parseArgs({
  options: {
    articles: { type: 'string', default: '10000' },
    url: { type: 'string' },
    data: { type: 'string' },
    seed: { type: 'string', default: '1' },
    characters: { type: 'string', default: '100' },
    'without-search': { type: 'boolean', default: false },
  },
})

const startedAt = Date.now()
const server =
  options.url === undefined ? await startEmbeddedPostgres(options.data ?? '.interlinear-bench', { isDurable: false }) : undefined
const connection = connect(options.url ?? server.url)
try {
  await migrate(connection)
  const client = await connection.pool.connect()
  await fillDatabase(client, {
    articleCount: Number(options.articles),
    seed: Number(options.seed),
    characters: Number(options.characters),
    withSearch: !options['without-search'],
    recognisedWith: createRecogniser(await loadGazetteer(), [], { tagger: loadTagger() }).version,
    say: console.log,
  })
  client.release(true)
  console.log(`${options.articles} articles in ${Math.round((Date.now() - startedAt) / 1000)} s`)
} finally {
  await connection.close()
  await server?.stop()
}
