import { execFile } from 'node:child_process'
import { chmod, mkdir, readFile, readlink, realpath, rename, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import pg from 'pg'
import { lockFolder } from './folder-lock.ts'
import { EmbeddedPostgresError, findPostgresBinaries, findServerAccount, type ServerAccount } from './postgres-binaries.ts'
import { type Cluster, createCluster, createPassword, type RunningServer, startServer, stopProcess } from './postgres-server.ts'

const run = promisify(execFile)
const database = 'interlinear'

export interface EmbeddedPostgres {
  url: string
  /** Absolute. */
  folder: string
  /** The folder held no database before. */
  isNew: boolean
  /** Ends the server and gives the folder back. Twice is once. */
  stop(): Promise<void>
}

/**
 * Starts a PostgreSQL of our own on the data in `folder`, which it makes if need be; only this machine can reach it, with a
 * password kept in the folder. One process at a time holds a folder; a server that a killed process left there is ended first.
 */
export async function startEmbeddedPostgres(
  folder: string,
  options: Pick<Cluster, 'settings'> & { isDurable?: boolean } = {},
): Promise<EmbeddedPostgres> {
  const absolute = await makeFolder(folder)
  const unlock = await lockFolder(absolute)
  let server: RunningServer | undefined
  try {
    const dataFolder = path.join(absolute, 'postgres')
    const account = await accountFor(dataFolder)
    const binaries = await findPostgresBinaries(account)
    const isNew = !(await checkVersion(dataFolder, binaries.version))
    const password = await passwordOf(absolute, isNew)
    const logFile = path.join(absolute, 'postgres.log')
    const cluster: Cluster = { isDurable: true, ...options, binaries, account, dataFolder, logFile, password }
    if (isNew) {
      // Under another name until it is whole, so that one cut short is not taken for a database.
      const unfinished = { ...cluster, dataFolder: `${dataFolder}.unfinished` }
      await rm(unfinished.dataFolder, { recursive: true, force: true })
      await createCluster(unfinished)
      await rename(unfinished.dataFolder, dataFolder)
    } else {
      await stopLeftover(cluster)
    }
    server = await startServer(cluster)
    await createDatabase(server)
    return { url: server.urlOf(database), folder: absolute, isNew, stop: () => stopAll(server, unlock) }
  } catch (error) {
    await stopAll(server, unlock)
    throw error
  }
}

async function stopAll(server: RunningServer | undefined, unlock: () => Promise<void>): Promise<void> {
  await server?.stop()
  await unlock()
}

async function makeFolder(folder: string): Promise<string> {
  const absolute = path.resolve(folder)
  try {
    await makeFolders(absolute)
    const probe = path.join(absolute, `.write-${process.pid}`)
    await writeFile(probe, '')
    await rm(probe)
    return await realpath(absolute)
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? (error as Error).message
    throw new EmbeddedPostgresError(
      `The data folder ${absolute} cannot be written to (${reason}). Choose another with --data DIR, or set DATABASE_URL.`,
    )
  }
}

/** Node's own recursive mkdir never ends where the system answers that even an existing folder is missing, as in /proc. */
async function makeFolders(folder: string): Promise<void> {
  const make = () => mkdir(folder, { mode: 0o711 }).catch(ignoreExisting)
  await make().catch(async (error: NodeJS.ErrnoException) => {
    const parent = path.dirname(folder)
    if (error.code !== 'ENOENT' || parent === folder) throw error
    await makeFolders(parent)
    await make()
  })
}

/** The account that owns the data; for a new folder, the one that the server is to run as. */
async function accountFor(dataFolder: string): Promise<ServerAccount | null> {
  const own = process.getuid?.()
  const owner = await stat(dataFolder).catch(() => null)
  if (owner === null || own === undefined) return findServerAccount()
  if (owner.uid === own && own !== 0) return null
  if (own === 0) return owner.uid === 0 ? findServerAccount() : { uid: owner.uid, gid: owner.gid }
  throw new EmbeddedPostgresError(
    `The database in ${dataFolder} belongs to another account (uid ${owner.uid}): interlinear was started as root or as somebody ` +
      'else before. Start it so again, or choose another folder with --data DIR.',
  )
}

/** Whether there is a database; throws if it is of another version of PostgreSQL than the server. */
async function checkVersion(dataFolder: string, serverVersion: string): Promise<boolean> {
  const found = (await readFile(path.join(dataFolder, 'PG_VERSION'), 'utf8').catch(ignoreMissing))?.trim()
  if (found === undefined) return false
  const [major] = serverVersion.split('.')
  if (found === major) return true
  throw new EmbeddedPostgresError(
    `The database in ${dataFolder} was made by PostgreSQL ${found}; this version of interlinear brings PostgreSQL ${major}. ` +
      'Choose another folder with --data DIR and import your documents again, or go back to the version that made it.',
  )
}

async function passwordOf(folder: string, isNew: boolean): Promise<string> {
  const file = path.join(folder, 'password')
  if (isNew) {
    const password = createPassword()
    await writeFile(file, password, { mode: 0o600 })
    await chmod(file, 0o600)
    return password
  }
  const password = await readFile(file, 'utf8').catch(ignoreMissing)
  if (password !== undefined) return password
  throw new EmbeddedPostgresError(
    `The database in ${folder} has lost its password (${file}). Choose another folder with --data DIR and import your documents again.`,
  )
}

/**
 * After a process was killed outright its server lives on. postmaster.pid names it, or, if the machine stopped too, names some
 * other process that has its number now: that one must be left alone, and the file removed, for PostgreSQL goes by the number.
 */
async function stopLeftover({ account, binaries, dataFolder }: Cluster): Promise<void> {
  const file = path.join(dataFolder, 'postmaster.pid')
  const text = await readFile(file, 'utf8').catch(ignoreMissing)
  if (text === undefined) return
  if (process.platform === 'win32') {
    await run(binaries.pgCtl, ['stop', '-D', dataFolder, '-m', 'fast', '-w'], { ...account }).catch(() => undefined)
    return
  }
  const pid = Number(text.split('\n', 1)[0])
  if (await isServerOf(pid, dataFolder)) await stopProcess(pid)
  await rm(file, { force: true })
}

async function isServerOf(pid: number, dataFolder: string): Promise<boolean> {
  if (!Number.isInteger(pid) || pid <= 1) return false
  // A server's working directory is its data folder.
  if (process.platform === 'linux') return (await readlink(`/proc/${pid}/cwd`).catch(() => null)) === dataFolder
  const { stdout } = await run('ps', ['-p', String(pid), '-o', 'command=']).catch(() => ({ stdout: '' }))
  return stdout.includes('postgres') && stdout.includes(dataFolder)
}

async function createDatabase(server: RunningServer): Promise<void> {
  const client = new pg.Client({ connectionString: server.urlOf('postgres') })
  await client.connect()
  try {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [database])
    if (rowCount === 0) await client.query(`CREATE DATABASE ${database}`)
  } finally {
    await client.end()
  }
}

function ignoreMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error
}

function ignoreExisting(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EEXIST') throw error
}
