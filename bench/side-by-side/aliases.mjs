import pg from 'pg'
import { measureRound, medians } from './compare.mjs'
import { load } from './load.mjs'
import { chooseSubjects, createOperations } from './operations.mjs'
import { startPeer } from './start-peer.mjs'

const many = 30

/** One field under many names beside the same under one. */
export async function measureAliases(databaseUrl, { rounds, roundMs, say }) {
  const pool = new pg.Pool({ connectionString: databaseUrl })
  const operations = createOperations(await chooseSubjects(pool))
  await pool.end()
  const peer = await startPeer('interlinear', databaseUrl, { BENCH_CACHE_BYTES: '0' })
  try {
    const rows = []
    for (const { name, bodyFor } of operations) {
      say(`naming ${name} ${many} times`)
      const { query, variables } = JSON.parse(bodyFor('interlinear'))
      const [, head, field] = /^([^{]*)\{([\s\S]*)\}$/.exec(query)
      const bodies = [1, many].map((names) => {
        const fields = Array.from({ length: names }, (_, index) => `a${index}: ${field.trim()}`)
        return JSON.stringify({ query: `${head}{ ${fields.join(' ')} }`, variables })
      })
      const measured = bodies.map(() => [])
      for (const body of bodies) await load(peer.url, body, { milliseconds: 3000, requests: 2000 })
      for (let round = 0; round < rounds; round++) {
        for (const [index, body] of bodies.entries()) measured[index].push(await measureRound(peer, body, roundMs))
      }
      const [one, all] = measured.map((results) => medians(results))
      rows.push({
        operation: name,
        names: many,
        cpuAgainstOneName: all.cpuMsPerRequest / one.cpuMsPerRequest,
        p50AgainstOneName: all.p50Ms / one.p50Ms,
      })
    }
    return rows
  } finally {
    await peer.stop()
  }
}
