import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { queryAt, type RunningProgram, runCli, startCli } from '../support/cli.ts'
import { createEmptyDatabase } from '../support/database.ts'
import { writeSampleArchive } from '../support/sample-archive.ts'

let temporary: string
const running: RunningProgram[] = []

beforeAll(async () => {
  temporary = await mkdtemp(path.join(tmpdir(), 'interlinear-serve-'))
})

afterAll(async () => {
  for (const { child } of running) child.kill('SIGKILL')
  await rm(temporary, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
})

const serve = async (...[args, options]: Parameters<typeof startCli>) => {
  const program = await startCli(['serve', '--port', '0', ...args], options)
  running.push(program)
  const [url] = await program.waitFor(/http:\/\/\S+\/graphql/)
  return { program, url: url! }
}

const stop = ({ child, ended }: RunningProgram) => {
  child.kill('SIGTERM')
  return ended()
}

const titlesAt = async (url: string): Promise<string[]> => {
  const { articles } = await queryAt<{ articles: { nodes: { title: string }[] } }>(
    url,
    '{ articles(first: 5) { nodes { title } } }',
  )
  return articles.nodes.map(({ title }) => title)
}

describe('interlinear serve', () => {
  test("serves a folder of the user's own, and serves it again without being told of it", async () => {
    const cwd = await mkdtemp(path.join(temporary, 'own-'))
    await writeSampleArchive(path.join(cwd, 'my-archive'))

    const first = await serve(['my-archive'], { cwd })
    expect(await titlesAt(first.url)).toEqual(['样品公司今年扩产'])
    const said = first.program.output()
    expect(said.stderr).toBe('')
    expect(said.stdout).toMatch(
      /^Interlinear [\d.]+\n✓ Set up and started PostgreSQL .*\(\d+\.\d s\)\n✓ Brought the tables .*\n✓ Imported my-archive: 1 document, 1 kept \(.*\n✓ Started the server .*\n\nOpen http/,
    )

    // Meanwhile, the folder of its database is held.
    const second = await runCli(['import', 'my-archive'], { cwd })
    expect(second.stderr).toMatch(/^interlinear: The data folder \S+ is in use by process \d+ .*\n$/)
    expect(second.code).toBe(1)

    expect(await stop(first.program)).toMatchObject({ code: 0, stderr: '' })
    expect(await readdir(path.join(cwd, '.interlinear/postgres'))).not.toContain('postmaster.pid')

    const again = await serve([], { cwd })
    expect(again.program.output().stdout).not.toContain('Imported')
    expect(await titlesAt(again.url)).toEqual(['样品公司今年扩产'])
    await stop(again.program)
  }, 180_000)

  test("uses a server of the user's own", async () => {
    const database = await createEmptyDatabase()
    const archive = await writeSampleArchive(path.join(temporary, 'for-a-server'))
    const { program, url } = await serve([archive], { cwd: temporary, env: { DATABASE_URL: database.url } })
    expect(program.output().stdout).toMatch(/✓ Connected to postgresql:\/\/\w+@127\.0\.0\.1:\d+\/\w+ /)
    expect(await titlesAt(url)).toEqual(['样品公司今年扩产'])
    expect(await stop(program)).toMatchObject({ code: 0, stderr: '' })
    await database.drop()
  }, 180_000)

  test("serves the demonstration archive when there is nothing else, and keeps it apart from an archive of the user's own", async () => {
    const cwd = await mkdtemp(path.join(temporary, 'demo-'))
    const demonstration = await serve([], { cwd })
    expect(await titlesAt(demonstration.url)).toHaveLength(5)
    await stop(demonstration.program)
    await mkdir(path.join(cwd, 'no-documents'))
    await runCli(['import', 'no-documents'], { cwd })
    const again = await serve([], { cwd })
    expect(await titlesAt(again.url)).toHaveLength(5)
    await stop(again.program)
    const own = await serve([await writeSampleArchive(path.join(cwd, 'my-archive'))], { cwd })
    expect(await titlesAt(own.url)).toEqual(['样品公司今年扩产'])
    await stop(own.program)
  }, 180_000)

  test('ends with one line that says what to do, and exit code 1', async () => {
    const blocker = createServer().unref()
    const port = await new Promise<number>((resolve) => {
      blocker.listen(0, 'localhost', () => resolve((blocker.address() as { port: number }).port))
    })
    await mkdir(path.join(temporary, 'wrong'))
    const cases: { args: string[]; env?: Record<string, string>; says: RegExp }[] = [
      {
        args: ['--port', `${port}`],
        says: /Port \d+ is taken by another program\. Stop that program, or choose another port with --port/,
      },
      { args: ['no-such-folder'], says: /There is no file or folder \S*\/no-such-folder\./ },
      {
        args: ['--port', '0', '--data', '/dev/null/data'],
        says: /The data folder \/dev\/null\/data\S* cannot be written to \(ENOTDIR\)\. Choose another/,
      },
      { args: ['--port', '0'], env: { PORT: '80a' }, says: /PORT is "80a", which is not the number of a port/ },
      {
        args: ['--port', '0'],
        env: { DATABASE_URL: 'mysql://db' },
        says: /DATABASE_URL is not the address of a PostgreSQL database\. Write it as/,
      },
      {
        args: ['--port', '0'],
        env: { DATABASE_URL: `postgresql://me:secret@localhost:1/archive` },
        says: /No PostgreSQL answers at localhost:1 \(DATABASE_URL\): the connection was refused\./,
      },
    ]
    await Promise.all(
      cases.map(async ({ args, env = {}, says }) => {
        const { code, stderr } = await runCli(['serve', ...args], { cwd: path.join(temporary, 'wrong'), env })
        expect(stderr).toMatch(new RegExp(`^interlinear: ${says.source}.*\\n$`))
        expect(stderr).not.toContain('secret')
        expect(code).toBe(1)
      }),
    )
    blocker.close()
  }, 180_000)

  test('tells before an import that its report cannot be written', async () => {
    const archive = await writeSampleArchive(path.join(temporary, 'reported'))
    const { code, stderr, stdout } = await runCli(['import', archive, '--report', 'no/such/place.json'], { cwd: temporary })
    expect(stderr).toMatch(/^interlinear: The report \S+place\.json cannot be written \(ENOENT\)\. Choose another place.*\n$/)
    expect([code, stdout]).toEqual([1, ''])
  }, 90_000)

  test('tells a wrong password and a missing database of a running server', async () => {
    const database = await createEmptyDatabase()
    const wrong = new URL(database.url)
    wrong.password = 'wrong'
    const missing = new URL(database.url)
    missing.pathname = '/nowhere'
    const [password, name] = await Promise.all(
      [wrong, missing].map((url) => runCli(['migrate'], { env: { DATABASE_URL: url.href } })),
    )
    expect(password!.stderr).toMatch(
      /^interlinear: PostgreSQL at 127\.0\.0\.1:\d+ does not let interlinear in: check user and password.*\n$/,
    )
    expect(name!.stderr).toMatch(/^interlinear: PostgreSQL at 127\.0\.0\.1:\d+ has no database nowhere\. Create it.*\n$/)
    expect([password!.code, name!.code]).toEqual([1, 1])
    await database.drop()
  }, 90_000)
})
