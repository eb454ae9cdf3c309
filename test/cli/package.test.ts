import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { builtFile, projectRoot, queryAt, startProgram } from '../support/cli.ts'
import { writeSampleArchive } from '../support/sample-archive.ts'

const run = promisify(execFile)
let temporary: string

beforeAll(async () => {
  // mkdtemp makes a folder that no other account may enter, as a home often is: also what the server is run from.
  temporary = await mkdtemp(path.join(tmpdir(), 'interlinear-package-'))
})

afterAll(() => rm(temporary, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 }))

test('the packed package serves a folder from wherever it is installed', async () => {
  await builtFile('cli.js')
  // Packing would build once more.
  await run('npm', ['pack', '--ignore-scripts', '--pack-destination', temporary], { cwd: projectRoot })
  const [tarball] = (await readdir(temporary)).filter((name) => name.endsWith('.tgz'))
  const cwd = path.join(temporary, 'empty')
  await mkdir(cwd)
  // Or npm would look for a project in the folders above.
  await writeFile(path.join(cwd, 'package.json'), '{ "private": true }')
  await run('npm', ['install', '--prefer-offline', '--no-audit', '--no-fund', path.join(temporary, tarball!)], { cwd })
  const archive = await writeSampleArchive(path.join(cwd, 'archive'))

  const program = startProgram('npx', ['--no-install', 'interlinear', 'serve', archive, '--port', '0'], { cwd })
  try {
    const [url] = await program.waitFor(/http:\/\/\S+\/graphql/)
    const { article } = await queryAt<{ article: { title: string; translators: { name: string }[] } }>(
      url,
      '{ article(url: "https://daily.example/story/1") { title translators { name } } }',
    )
    expect(article).toEqual({ title: '样品公司今年扩产', translators: [{ name: '林小译' }] })
  } finally {
    program.child.kill('SIGTERM')
    await program.ended()
  }
  expect(await readdir(path.join(cwd, '.interlinear/postgres'))).not.toContain('postmaster.pid')
}, 300_000)
