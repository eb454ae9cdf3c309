import { connect } from '../../dist/database/connect.js'
import { startServer } from '../../dist/server/start-server.js'
import { connections, databaseUrl, tell } from './peer.mjs'

// BENCH_CACHE_BYTES=0: every request is executed.
const cacheBytes = process.env.BENCH_CACHE_BYTES === undefined ? undefined : Number(process.env.BENCH_CACHE_BYTES)
const connection = connect(databaseUrl, { maxConnections: connections })
const server = await startServer({ connection, port: 0, host: '127.0.0.1', ...(cacheBytes === undefined ? {} : { cacheBytes }) })
tell(server.url)
