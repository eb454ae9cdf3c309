import 'reflect-metadata'
import { createHash } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import { type AddressInfo, Server as NetServer } from 'node:net'
import type { HTTPGraphQLResponse } from '@apollo/server'
import type { GraphQLSchema } from 'graphql'
import type { Redis } from 'ioredis'
import type { Connection } from '../database/connect.ts'
import type { Database } from '../database/database.ts'
import { readDatabaseIdentity } from '../modules/archive/archive-version.queries.ts'
import { createSchema, printSdl } from '../modules/schema.ts'
import { AnswerCache } from './answers/answer-cache.ts'
import { createGraphQLHandler } from './answers/answer-graphql.ts'
import { createPersistedQueryCache } from './answers/persisted-queries.ts'
import { RepeatedRequests } from './answers/repeated-requests.ts'
import { createSharedStore } from './answers/shared-store.ts'
import { createApollo } from './apollo.ts'
import { ArchiveVersionWatch } from './archive-version-watch.ts'
import { CompiledOperations } from './compiled-operations.ts'
import { createHandler } from './handle-request.ts'
import { createSandboxPage, readOperations } from './sandbox-page.ts'

export interface ServerOptions {
  /** Without `createClient`, the archive's version is asked for each request. */
  connection: Pick<Connection, 'db'> & Partial<Pick<Connection, 'createClient'>>
  /** 0 takes any free port. */
  port: number
  host: string
  /** Where errors go that are not the caller's. */
  log?: (line: string) => void
  /** Bytes of answers that are kept in memory; 0 keeps none. */
  cacheBytes?: number
  /** Where servers of one archive share answers and persisted queries. */
  redis?: Redis | null
  /** How long `stop` waits for answers that are under way. */
  graceMs?: number
}

export interface RunningServer {
  /** Address of the GraphQL endpoint, for people. */
  url: string
  /** Answers what was sent before clients could know, takes no more, waits for what is under way, then ends. Twice is once. */
  stop(): Promise<void>
}

const defaultCacheBytes = 32 * 1024 * 1024
/** So long a server that stops waits for what clients had sent before they could know. */
const idleMs = 100

/** Starts to listen; rejects with the error of `listen` (`EADDRINUSE` …). */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { connection, port, host, graceMs = 10_000 } = options
  const { cacheBytes = defaultCacheBytes, redis = null } = options
  const log = options.log ?? ((line: string) => process.stderr.write(`${line}\n`))
  const schema = createSchema()
  const shared = redis === null ? null : createSharedStore(redis, await namespaceOf(schema, connection.db))
  const versions = new ArchiveVersionWatch(connection)
  const cache = new AnswerCache<HTTPGraphQLResponse>(cacheBytes, shared)
  const compiled = new CompiledOperations(schema)
  const apollo = createApollo({
    schema,
    compiled,
    persistedQueries: createPersistedQueryCache(shared),
    onInternalError: (error, reference) => log(`${reference} ${describeError(error)}`),
  })
  const sandboxPage = createSandboxPage(await readOperations())
  await apollo.start()
  versions.start()
  const { db } = connection
  const repeats = cacheBytes === 0 ? null : new RepeatedRequests()
  const answerGraphQL = createGraphQLHandler({ apollo, compiled, db, versions, cache, repeats })
  const server = createServer(createHandler({ answerGraphQL, db, sandboxPage, onError: (error) => log(describeError(error)) }))
  repeats?.watch(server)
  // A request that trickles in holds a socket, not a database connection; half a minute is patience enough.
  server.requestTimeout = 30_000
  try {
    await listen(server, port, host)
  } catch (error) {
    await Promise.all([apollo.stop(), versions.stop()])
    throw error
  }
  let stopping: Promise<void> | undefined
  return {
    url: urlOf(server.address() as AddressInfo, host),
    stop() {
      stopping ??= close(server, graceMs)
        .then(() => Promise.all([apollo.stop(), versions.stop()]))
        .then(() => undefined)
      return stopping
    },
  }
}

/** Servers share what they would all answer alike: those of one database with one schema. */
async function namespaceOf(schema: GraphQLSchema, db: Database): Promise<string> {
  const sdl = createHash('sha256').update(printSdl(schema)).digest('base64url').slice(0, 12)
  return `${await readDatabaseIdentity(db)}:${sdl}:`
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen({ port, host }, () => {
      server.off('error', reject)
      resolve()
    })
  })
}

/**
 * Node's own `close` also ends connections on which a request has come that it did not read yet. Here all that was sent is answered, and
 * the client told that its connection is closed; only then those are that nothing comes from.
 */
function close(server: Server, graceMs: number): Promise<void> {
  server.prependListener('request', (_, response) => {
    response.shouldKeepAlive = false
  })
  return new Promise((resolve) => {
    // Once what has come was read.
    const tidying = setInterval(() => setImmediate(() => server.closeIdleConnections()), idleMs)
    const impatient = setTimeout(() => server.closeAllConnections(), graceMs)
    NetServer.prototype.close.call(server, () => {
      clearInterval(tidying)
      clearTimeout(impatient)
      server.close()
      resolve()
    })
  })
}

/** An address that a browser on this machine can open. */
function urlOf({ port }: AddressInfo, host: string): string {
  const isEvery = host === '0.0.0.0' || host === '::' || host === ''
  const name = isEvery ? 'localhost' : host.includes(':') ? `[${host}]` : host
  return `http://${name}:${port}/graphql`
}

function describeError(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
