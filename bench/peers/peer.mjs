import { createServer } from 'node:http'
import pg from 'pg'

/** Connections to the database of each peer. */
export const connections = 10
export const databaseUrl = process.env.BENCH_DATABASE_URL

/** With what Interlinear tells PostgreSQL of the disk too: who writes a limit by hand would. */
export const createPool = () =>
  new pg.Pool({ connectionString: databaseUrl, max: connections, options: '-c random_page_cost=1.1' })

/** Listens, tells the measuring process where, and answers it how much CPU and memory were used. */
export async function announce(server) {
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
  tell(`http://127.0.0.1:${server.address().port}/graphql`)
}

export function tell(url) {
  process.on('message', (message) => {
    if (message === 'cpu') {
      const { user, system } = process.cpuUsage()
      process.send({ cpuSeconds: (user + system) / 1e6 })
    } else if (message === 'memory') {
      globalThis.gc()
      process.send({ rssBytes: process.memoryUsage.rss() })
    }
  })
  process.on('disconnect', () => process.exit())
  process.send({ url })
}

/** A bare HTTP server: JSON in, JSON text or bytes out. */
export const answerJson = (answer) =>
  createServer((request, response) => {
    const chunks = []
    request.on('data', (chunk) => chunks.push(chunk))
    request.on('end', async () => {
      const body = await answer(Buffer.concat(chunks))
      response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'content-length': Buffer.byteLength(body) })
      response.end(body)
    })
  })
