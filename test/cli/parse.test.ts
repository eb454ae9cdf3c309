import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { builtFile, runCli, startProgram } from '../support/cli.ts'
import { writeSampleArchive } from '../support/sample-archive.ts'

let folder: string

beforeAll(async () => {
  folder = await writeSampleArchive(await mkdtemp(path.join(tmpdir(), 'interlinear-parse-')))
  await writeFile(
    path.join(folder, '002.md'),
    '<!--1700000001000-->\n[续篇](https://daily.example/story/2)\n------\n<p>样品机床公司没有回应。</p>\n',
  )
  await writeFile(path.join(folder, 'empty.md'), '')
})

afterAll(() => rm(folder, { recursive: true }))

describe('interlinear parse', () => {
  test('prints one document a line, recognised with what all of them teach, and nothing else', async () => {
    const { code, stdout, stderr } = await runCli(['parse', folder, '--format', 'ndjson'])
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    const documents = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    const byFile = (name: string) => documents.find(({ file }) => file.endsWith(`/${name}`))
    expect(byFile('001.md')).toMatchObject({
      title: '样品公司今年扩产',
      url: 'https://daily.example/story/1',
      publishedAt: '2023-11-14T22:13:20.000Z',
      paragraphs: ['样品机床公司(Sample Machine Tools)周二说，今年要扩产。', '谷歌(Google)是它的客户。'],
      translators: ['林小译'],
      authors: [],
      original: null,
    })
    // Its name is glossed in the other document only.
    expect(byFile('002.md').organisations).toMatchObject([{ nameEn: 'Sample Machine Tools', forms: ['样品机床公司'] }])
    expect(byFile('empty.md').problems).toMatchObject([{ code: 'EMPTY_DOCUMENT', severity: 'ERROR' }])
  }, 120_000)

  test('is silent when its reader has seen enough', async () => {
    const command = `"${process.execPath}" "${await builtFile('cli.js')}" parse ${'"$0" '.repeat(40)} | head -c 1`
    const program = startProgram('bash', ['-o', 'pipefail', '-c', command, folder])
    expect(await program.ended()).toEqual({ code: 0, stdout: '{', stderr: '' })
  }, 120_000)

  test('--explain marks names in the text and says by which rule and why, without colour in a pipe', async () => {
    const file = path.join(folder, '001.md')
    const { code, stdout, stderr } = await runCli(['parse', '--explain', file], { env: { NO_COLOR: '', CI: 'true' } })
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toContain('0 [样品机床公司](Sample Machine Tools)周二说，今年要扩产。')
    expect(stdout).toMatch(/^ +样品机床公司 {2}taken as sample-machine-tools: a bracket glosses it \(gloss\), \d+ %$/m)
    expect(stdout).not.toContain('\u001b')
  }, 120_000)

  // A terminal is had from script(1) of util-linux; other systems have another script, or none.
  const onLinux = process.platform === 'linux' && existsSync('/usr/bin/script') ? test : test.skip
  onLinux(
    '--explain colours what was taken on a terminal, unless NO_COLOR is set',
    async () => {
      const command = `"${process.execPath}" "${await builtFile('cli.js')}" parse --explain "${path.join(folder, '001.md')}"`
      const run = (env: Record<string, string>) =>
        startProgram('/usr/bin/script', ['-qec', command, '/dev/null'], { env: { TERM: 'xterm', ...env } }).ended()
      const [colourful, plain] = await Promise.all([run({ NO_COLOR: '' }), run({ NO_COLOR: '1' })])
      expect(colourful.stdout).toContain('\u001b[32m[样品机床公司]\u001b[39m')
      expect(plain.stdout).toContain('[样品机床公司]')
      expect(plain.stdout).not.toContain('\u001b[32m')
    },
    120_000,
  )

  test('prints the schema, and help that says where to start', async () => {
    const [schema, help] = await Promise.all([runCli(['schema']), runCli(['--help'])])
    expect(schema.stdout).toMatch(/^type Query \{/m)
    expect(help.stdout).toContain('interlinear serve ../my-archive')
    expect(help.stdout).toContain('interlinear parse --explain FILE')
  }, 120_000)
})
