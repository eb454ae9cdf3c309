import pg from 'pg'
import { load } from './load.mjs'
import { chooseSubjects, createOperations } from './operations.mjs'
import { startPeer } from './start-peer.mjs'

const megabytes = ({ rssBytes }) => rssBytes / 1024 / 1024

/** Start of the serving process, its memory at rest, and what many requests add to it, kept and executed in turns. */
export async function measureMemory(databaseUrl, { requests, say }) {
  const pool = new pg.Pool({ connectionString: databaseUrl })
  const operations = createOperations(await chooseSubjects(pool))
  await pool.end()
  const peer = await startPeer('interlinear', databaseUrl)
  try {
    const atRest = megabytes(await peer.usage('memory'))
    const bodies = operations.map(({ bodyFor }) => bodyFor('interlinear'))
    const run = async (count) => {
      for (const body of bodies) await load(peer.url, body, { milliseconds: 600_000, requests: Math.ceil(count / bodies.length) })
      return megabytes(await peer.usage('memory'))
    }
    // Until V8 has walked through all of its nursery once: requests that are known again leave so little that this takes some 40,000.
    const warm = await run(requests / 4)
    say(`${requests} requests`)
    const after = await run(requests)
    return [
      { startMs: peer.startMs, atRestMb: atRest, warmMb: warm, afterMb: after, requests, addedPercent: (after / warm - 1) * 100 },
    ]
  } finally {
    await peer.stop()
  }
}
