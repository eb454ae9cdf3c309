import pg from 'pg'
import { withArchive } from './archives.mjs'
import { ask } from './compare.mjs'
import { load, median } from './load.mjs'
import { chooseSubjects, createOperations } from './operations.mjs'
import { startPeer } from './start-peer.mjs'

const page = (rest) =>
  JSON.stringify({ query: `{ articles(${rest}) { pageInfo { endCursor } nodes { title publishedAt publisher { name } } } }` })

/** The same operations on archives of several sizes, one request at a time, and the last page of all articles beside the first. */
export async function measureGrowth(sizes, { rounds, say }) {
  const rows = []
  for (const articles of sizes) {
    say(`growth: ${articles} articles`)
    await withArchive(undefined, articles, async (url) => rows.push(...(await measureArchive(url, articles, rounds))))
  }
  return rows
}

export async function measureArchive(url, articles, rounds) {
  const pool = new pg.Pool({ connectionString: url })
  const operations = createOperations(await chooseSubjects(pool))
  const { rows: times } = await pool.query(
    'SELECT published_at AS at, id FROM article ORDER BY published_at, id OFFSET 20 LIMIT 1',
  )
  await pool.end()
  const peer = await startPeer('interlinear', url, { BENCH_CACHE_BYTES: '0' })
  try {
    // A cursor is the order's name and a place in it.
    const lastCursor = Buffer.from(JSON.stringify(['articles:NEWEST', times[0].at.toISOString(), times[0].id])).toString(
      'base64url',
    )
    const bodies = {
      ...Object.fromEntries(operations.map(({ name, bodyFor }) => [name, bodyFor('interlinear')])),
      'first page': page('first: 20'),
      'last page': page(`first: 20, after: ${JSON.stringify(lastCursor)}`),
    }
    const measured = Object.fromEntries(Object.keys(bodies).map((name) => [name, []]))
    for (const body of Object.values(bodies)) {
      await ask(peer.url, body)
      await load(peer.url, body, { milliseconds: 5000, requests: 300 })
    }
    for (let round = 0; round < rounds; round++) {
      for (const [name, body] of Object.entries(bodies))
        measured[name].push(median((await load(peer.url, body, { milliseconds: 2000, requests: 150, sockets: 1 })).times))
    }
    return Object.entries(measured).map(([operation, p50]) => ({ operation, articles, p50Ms: median(p50) }))
  } finally {
    await peer.stop()
  }
}
