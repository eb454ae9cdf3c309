import { readFile } from 'node:fs/promises'
import path from 'node:path'
import pg from 'pg'
import { databaseCpu } from './database-cpu.mjs'
import { load, median, percentile } from './load.mjs'
import { chooseSubjects, createOperations, shownIn } from './operations.mjs'
import { startPeer } from './start-peer.mjs'

const peers = ['interlinear', 'postgraphile', 'prisma-include', 'prisma-fluent', 'prisma-sql', 'bare-sql']
const warmUp = { milliseconds: 4000, requests: 2000 }

/**
 * Every operation with every peer on one database, in turns: a disturbance of the machine meets all of them alike. Each figure is the median of
 * the rounds. Throws where a peer shows other values than Interlinear does.
 */
export async function compare(databaseUrl, { rounds, roundMs, only = peers, say }) {
  const pool = new pg.Pool({ connectionString: databaseUrl })
  await pool.query(await readFile(path.join(import.meta.dirname, '..', 'related-articles.sql'), 'utf8'))
  const operations = createOperations(await chooseSubjects(pool))
  const databaseSeconds = databaseCpu(pool)
  const running = []
  try {
    for (const name of only) running.push(await startPeer(name, databaseUrl, { BENCH_CACHE_BYTES: '0' }))
    const rows = []
    for (const { name, isAsked, bodyFor } of operations) {
      say(`comparing ${name}`)
      const asked = running.filter((peer) => isAsked(peer.name))
      const measured = new Map(asked.map((peer) => [peer, []]))
      await checkShown(name, asked, bodyFor)
      for (const peer of asked) await load(peer.url, bodyFor(peer.name), warmUp)
      for (let round = 0; round < rounds; round++) {
        for (const peer of asked) measured.get(peer).push(await measureRound(peer, bodyFor(peer.name), roundMs, databaseSeconds))
      }
      for (const [peer, results] of measured) rows.push({ operation: name, server: peer.name, ...medians(results) })
    }
    return rows
  } finally {
    await Promise.all(running.map((peer) => peer.stop()))
    await pool.end()
  }
}

/** CPU is that of the server, of PostgreSQL for it, and of the client that asks, which may be what the server waits for. */
export async function measureRound(peer, body, milliseconds, databaseSeconds = async () => null) {
  const [before, databaseBefore] = [await peer.usage('cpu'), await databaseSeconds()]
  const { times, seconds, clientCpuSeconds } = await load(peer.url, body, { milliseconds })
  const [after, databaseAfter] = [await peer.usage('cpu'), await databaseSeconds()]
  const cpuSeconds = after.cpuSeconds - before.cpuSeconds
  return {
    requestsPerSecond: times.length / seconds,
    p50Ms: percentile(times, 0.5),
    p99Ms: percentile(times, 0.99),
    cpuMsPerRequest: (cpuSeconds * 1000) / times.length,
    databaseCpuMsPerRequest: databaseAfter === null ? null : ((databaseAfter - databaseBefore) * 1000) / times.length,
    serverCores: cpuSeconds / seconds,
    clientCores: clientCpuSeconds / seconds,
  }
}

export function medians(results) {
  return Object.fromEntries(
    Object.entries(results[0]).map(([key, value]) => [key, value === null ? null : median(results.map((result) => result[key]))]),
  )
}

export async function ask(url, body) {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body,
  })
  const answer = await response.json()
  if (answer.errors !== undefined) throw new Error(`${url} answered ${JSON.stringify(answer.errors).slice(0, 1000)}`)
  return answer
}

async function checkShown(operation, running, bodyFor) {
  const [first, ...others] = running
  const expected = shownIn(await ask(first.url, bodyFor(first.name)))
  if (expected === '') throw new Error(`${operation} shows nothing`)
  for (const peer of others) {
    const shown = shownIn(await ask(peer.url, bodyFor(peer.name)))
    if (shown !== expected)
      throw new Error(
        `${peer.name} shows other values than ${first.name} for ${operation}:\n${shown.slice(0, 800)}\n--- but\n${expected.slice(0, 800)}`,
      )
  }
}
