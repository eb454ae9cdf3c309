import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, chown, cp, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals'
import pg from 'pg'
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../../src/database/embedded.ts'
import { isProcessAlive } from '../../src/database/process-state.ts'
import { builtFile, projectRoot, type RunningProgram, startProgram } from '../support/cli.ts'

// Real servers start and stop here, on machines that may have much else to do.
jest.setTimeout(120_000)

const isRoot = process.getuid?.() === 0
const nobody = 65_534

let temporary: string
/** A stopped database, made once and copied for each test. */
let prepared: string
const running: RunningProgram[] = []
const started: EmbeddedPostgres[] = []

const start: typeof startEmbeddedPostgres = async (...of) => {
  const postgres = await startEmbeddedPostgres(...of)
  started.push(postgres)
  return postgres
}

const query = async <Row>(url: string, sql: string): Promise<Row[]> => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(sql)).rows as Row[]
  } finally {
    await client.end()
  }
}

const hold = async (folder: string, options: { uid?: number } = {}): Promise<{ program: RunningProgram; url: string }> => {
  const script = path.join(projectRoot, 'test/support/hold-folder.mjs')
  const program = startProgram(
    process.execPath,
    [script, pathToFileURL(await builtFile('database/embedded.js')).href, folder],
    options,
  )
  running.push(program)
  const [, url] = await program.waitFor(/ready (\S+)/)
  return { program, url: url! }
}

const copyPrepared = async (): Promise<string> => {
  const folder = await mkdtemp(path.join(temporary, 'copy-'))
  await cp(prepared, folder, { recursive: true })
  if (isRoot) await chownAll(path.join(folder, 'postgres'), (await stat(path.join(prepared, 'postgres'))).uid)
  return folder
}

const chownAll = async (file: string, uid: number): Promise<void> => {
  await chown(file, uid, uid)
  if ((await stat(file)).isDirectory()) for (const name of await readdir(file)) await chownAll(path.join(file, name), uid)
}

const postmasterOf = async (folder: string): Promise<number> =>
  Number((await readFile(path.join(folder, 'postgres/postmaster.pid'), 'utf8')).split('\n')[0])

beforeAll(async () => {
  temporary = await mkdtemp(path.join(tmpdir(), 'interlinear-embedded-'))
  prepared = path.join(temporary, 'prepared')
  const postgres = await start(prepared)
  await query(postgres.url, "CREATE TABLE kept (word text); INSERT INTO kept VALUES ('谷歌')")
  await postgres.stop()
}, 120_000)

afterEach(async () => {
  for (const postgres of started.splice(0)) await postgres.stop()
  for (const { child } of running.splice(0)) child.kill('SIGTERM')
})

afterAll(() => rm(temporary, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 }))

describe('the embedded PostgreSQL', () => {
  test('keeps its data for the next start, and leaves neither process nor lock behind', async () => {
    const folder = await copyPrepared()
    const postgres = await start(folder)
    expect(postgres.isNew).toBe(false)
    expect(await query(postgres.url, 'SELECT word FROM kept')).toEqual([{ word: '谷歌' }])
    const pid = await postmasterOf(folder)
    await postgres.stop()
    await postgres.stop()
    expect(await isProcessAlive(pid)).toBe(false)
    expect((await readdir(folder)).sort()).toEqual(['password', 'postgres', 'postgres.log', 'postgres.log.1'])
  })

  test('lets only those in who know the password, which only its owner can read', async () => {
    const folder = await copyPrepared()
    const postgres = await start(folder)
    const url = new URL(postgres.url)
    url.password = 'guessed'
    await expect(query(url.href, 'SELECT 1')).rejects.toThrow(/password authentication failed/)
    const [listening] = await query<{ listen_addresses: string }>(postgres.url, 'SHOW listen_addresses')
    expect(listening).toEqual({ listen_addresses: '127.0.0.1' })
    await postgres.stop()
    expect((await stat(path.join(folder, 'password'))).mode & 0o777).toBe(0o600)
  })

  test('is held by one process at a time; a second is told by whom', async () => {
    const folder = await copyPrepared()
    const { program } = await hold(folder)
    const second = startEmbeddedPostgres(folder)
    await expect(second).rejects.toThrow(new RegExp(`^The data folder ${folder} is in use by process ${program.child.pid} `))
    program.child.kill('SIGTERM')
    await program.ended()
    await (await start(folder)).stop()
  })

  test('after its process was killed outright, the server it left is ended and the data is there', async () => {
    const folder = await copyPrepared()
    const { program, url } = await hold(folder)
    await query(url, "INSERT INTO kept VALUES ('微软')")
    const left = await postmasterOf(folder)
    program.child.kill('SIGKILL')
    await program.ended()
    expect(await isProcessAlive(left)).toBe(true)

    const postgres = await start(folder)
    expect(await isProcessAlive(left)).toBe(false)
    expect(await query(postgres.url, 'SELECT count(*)::int AS count FROM kept')).toEqual([{ count: 2 }])
    await postgres.stop()
  })

  test('does not take another process for its own, or for the holder, because it got the number of one that is gone', async () => {
    const folder = await copyPrepared()
    const stranger = spawn('sleep', ['60'])
    await once(stranger, 'spawn')
    await writeFile(path.join(folder, 'lock'), JSON.stringify({ pid: stranger.pid, started: '1', since: '2020-01-01T00:00:00Z' }))
    await writeFile(
      path.join(folder, 'postgres/postmaster.pid'),
      `${stranger.pid}\n/elsewhere\n1577836800\n5432\n\n*\n1 1\nready   \n`,
    )
    await (await start(folder)).stop()
    expect(await isProcessAlive(stranger.pid!)).toBe(true)
    stranger.kill()
  })

  test('a set-up that was cut short is begun anew', async () => {
    const folder = await mkdtemp(path.join(temporary, 'cut-'))
    await mkdir(path.join(folder, 'postgres.unfinished/base'), { recursive: true })
    const postgres = await start(folder, { isDurable: false })
    expect(postgres.isNew).toBe(true)
    await postgres.stop()
  }, 120_000)

  test('refuses the data of another version of PostgreSQL', async () => {
    const folder = await copyPrepared()
    await writeFile(path.join(folder, 'postgres/PG_VERSION'), '17\n')
    await expect(startEmbeddedPostgres(folder)).rejects.toThrow(
      /was made by PostgreSQL 17; .* brings PostgreSQL 18\. Choose another/,
    )
  })

  test('says which folder cannot be written to', async () => {
    const file = path.join(temporary, 'a-file')
    await writeFile(file, '')
    await expect(startEmbeddedPostgres(path.join(file, 'data'))).rejects.toThrow(
      new RegExp(`^The data folder ${path.join(file, 'data')} cannot be written to \\(ENOTDIR\\)`),
    )
  })

  const whenRoot = isRoot ? test : test.skip

  whenRoot('runs for root in a folder that no other account can reach', async () => {
    const closed = await mkdtemp(path.join(temporary, 'closed-'))
    await chmod(closed, 0o700)
    const postgres = await start(path.join(closed, 'data'), { isDurable: false })
    await query(postgres.url, 'CREATE TABLE written AS SELECT 1 AS one')
    await query(postgres.url, 'CHECKPOINT')
    expect(await query(postgres.url, 'SELECT one FROM written')).toEqual([{ one: 1 }])
    expect((await stat(path.join(closed, 'data/postgres'))).uid).not.toBe(0)
    await postgres.stop()
  })

  whenRoot('runs for an ordinary account too, and says when its data is somebody else’s', async () => {
    await chmod(temporary, 0o755)
    const folder = path.join(temporary, 'of-nobody')
    await mkdir(folder)
    await chown(folder, nobody, nobody)
    const { program, url } = await hold(folder, { uid: nobody })
    expect(await query(url, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
    program.child.kill('SIGTERM')
    await program.ended()

    // Root goes on with the account that the data belongs to.
    await (await start(folder)).stop()
    expect((await stat(path.join(folder, 'postgres'))).uid).toBe(nobody)

    const foreign = await copyPrepared()
    await chownAll(foreign, nobody)
    await chownAll(path.join(foreign, 'postgres'), 1)
    await expect(hold(foreign, { uid: nobody })).rejects.toThrow(/belongs to another account \(uid 1\)|EACCES/)
  })
})
