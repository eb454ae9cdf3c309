import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import pg from 'pg'
import { migrate } from '../../src/database/migrate.ts'
import { findPostgresBinaries, findServerAccount } from '../../src/database/postgres-binaries.ts'
import { createCluster, createPassword, startServer } from '../../src/database/postgres-server.ts'

interface TestServer {
  adminUrl: string
  template: string
  stop(): Promise<void>
}

// One run of Jest has one PostgreSQL, which its first database test starts: a worker asks here, in the process that outlives
// all workers. Runs without database tests start none.
let started: Promise<TestServer> | undefined
let built: Promise<void> | undefined
const listener = createServer(async (request, response) => {
  // A connection kept alive may be closed here at the moment in which a worker asks again.
  response.setHeader('connection', 'close')
  try {
    if (request.url === '/build') {
      built ??= build()
      await built
      response.end()
      return
    }
    started ??= process.env['TEST_DATABASE_URL'] === undefined ? startEmbedded() : useServer(process.env['TEST_DATABASE_URL'])
    const { adminUrl, template } = await started
    response.end(JSON.stringify({ adminUrl, template }))
  } catch (error) {
    response.statusCode = 500
    response.end((error as Error).message)
  }
})

export default async function globalSetup(): Promise<void> {
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve))
  process.env['INTERLINEAR_TEST_SERVER'] = `http://127.0.0.1:${(listener.address() as AddressInfo).port}`
}

/** Jest's globalTeardown. */
export async function stopTestServer(): Promise<void> {
  listener.close()
  listener.closeAllConnections()
  await (await started?.catch(() => undefined))?.stop()
}

/** Type errors are the business of `npm run types`: what can be built is. */
async function build(): Promise<void> {
  const compiler = createRequire(import.meta.url).resolve('typescript/package.json')
  const run = promisify(execFile)
  await run(process.execPath, [path.join(path.dirname(compiler), 'bin', 'tsc')]).catch(() => undefined)
  await run(process.execPath, ['dist/commands/write-compiled-gazetteer.js'])
}

async function startEmbedded(): Promise<TestServer> {
  const folder = await mkdtemp(path.join(tmpdir(), 'interlinear-test-'))
  const account = await findServerAccount()
  const cluster = {
    binaries: await findPostgresBinaries(account),
    account,
    dataFolder: path.join(folder, 'postgres'),
    logFile: path.join(folder, 'postgres.log'),
    password: createPassword(),
    isDurable: false,
    settings: { max_connections: '200' },
  }
  try {
    await createCluster(cluster)
    const server = await startServer(cluster)
    const adminUrl = server.urlOf('postgres')
    return {
      adminUrl,
      template: await createTemplate(adminUrl),
      async stop() {
        await server.stop()
        await rm(folder, { recursive: true, force: true })
      },
    }
  } catch (error) {
    await rm(folder, { recursive: true, force: true })
    throw error
  }
}

/** A server that is already there; its user must be allowed to create databases. */
async function useServer(adminUrl: string): Promise<TestServer> {
  const template = await createTemplate(adminUrl)
  return {
    adminUrl,
    template,
    async stop() {
      const admin = new pg.Client({ connectionString: adminUrl })
      await admin.connect()
      await admin.query(`DROP DATABASE IF EXISTS ${template}`)
      await admin.end()
    },
  }
}

async function createTemplate(adminUrl: string): Promise<string> {
  const name = `interlinear_template_${process.pid}_${Date.now()}`
  const admin = new pg.Client({ connectionString: adminUrl })
  await admin.connect()
  await admin.query(`CREATE DATABASE ${name} ENCODING 'UTF8' TEMPLATE template0`)
  await admin.end()
  const url = new URL(adminUrl)
  url.pathname = `/${name}`
  const pool = new pg.Pool({ connectionString: url.href })
  await migrate({ pool })
  await pool.end()
  return name
}
