import pg from 'pg'
import { ask, measureRound, medians } from './compare.mjs'
import { databaseCpu } from './database-cpu.mjs'
import { load } from './load.mjs'
import { chooseSubjects, createOperations } from './operations.mjs'
import { startPeer } from './start-peer.mjs'

/** Answers that are kept, beside the same answers made each time and a bare Node server that gives the same bytes. */
export async function measureCached(databaseUrl, { rounds, roundMs, say }) {
  const pool = new pg.Pool({ connectionString: databaseUrl })
  const operations = createOperations(await chooseSubjects(pool))
  const databaseSeconds = databaseCpu(pool)
  const peers = {
    kept: await startPeer('interlinear', databaseUrl),
    executed: await startPeer('interlinear', databaseUrl, { BENCH_CACHE_BYTES: '0' }),
    'bare-http': await startPeer('bare-http', databaseUrl),
  }
  try {
    const rows = []
    for (const { name, bodyFor } of operations) {
      say(`keeping ${name}`)
      const body = bodyFor('interlinear')
      peers['bare-http'].give({ bytes: `${JSON.stringify(await ask(peers.kept.url, body))}\n` })
      const measured = Object.fromEntries(Object.keys(peers).map((kind) => [kind, []]))
      for (const peer of Object.values(peers)) await load(peer.url, body, { milliseconds: 4000, requests: 2000 })
      for (let round = 0; round < rounds; round++) {
        for (const [kind, peer] of Object.entries(peers))
          measured[kind].push(await measureRound(peer, body, roundMs, databaseSeconds))
      }
      for (const [kind, results] of Object.entries(measured)) rows.push({ operation: name, server: kind, ...medians(results) })
    }
    return rows
  } finally {
    await Promise.all(Object.values(peers).map((peer) => peer.stop()))
    await pool.end()
  }
}
