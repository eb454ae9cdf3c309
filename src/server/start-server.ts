import 'reflect-metadata'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Connection } from '../database/connect.ts'
import { createApollo } from './apollo.ts'
import { createHandler } from './handle-request.ts'
import { createSandboxPage, readOperations } from './sandbox-page.ts'

export interface ServerOptions {
  connection: Pick<Connection, 'db'>
  /** 0 takes any free port. */
  port: number
  host: string
  /** Whether answers show what went wrong inside. Never for strangers. */
  showsInternalErrors?: boolean
  /** Where errors go that are not the caller's. */
  log?: (line: string) => void
  /** How long `stop` waits for answers that are under way. */
  graceMs?: number
}

export interface RunningServer {
  /** Address of the GraphQL endpoint, for people. */
  url: string
  /** Takes no more requests, waits for those under way, then ends. Twice is once. */
  stop(): Promise<void>
}

/** Starts to listen; rejects with the error of `listen` (`EADDRINUSE` …). */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { connection, port, host, showsInternalErrors = false, graceMs = 10_000 } = options
  const log = options.log ?? ((line: string) => process.stderr.write(`${line}\n`))
  const apollo = createApollo({
    showsInternalErrors,
    onInternalError: (error, reference) => log(`${reference} ${describeError(error)}`),
  })
  const sandboxPage = createSandboxPage(await readOperations())
  await apollo.start()
  const server = createServer(
    createHandler({ apollo, db: connection.db, sandboxPage, onError: (error) => log(describeError(error)) }),
  )
  // A request that trickles in holds a socket, not a database connection; half a minute is patience enough.
  server.requestTimeout = 30_000
  try {
    await listen(server, port, host)
  } catch (error) {
    await apollo.stop()
    throw error
  }
  let stopping: Promise<void> | undefined
  return {
    url: urlOf(server.address() as AddressInfo, host),
    stop() {
      stopping ??= close(server, graceMs).then(() => apollo.stop())
      return stopping
    },
  }
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

function close(server: Server, graceMs: number): Promise<void> {
  return new Promise((resolve) => {
    const impatient = setTimeout(() => server.closeAllConnections(), graceMs)
    server.close(() => {
      clearTimeout(impatient)
      resolve()
    })
    server.closeIdleConnections()
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
