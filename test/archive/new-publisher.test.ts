import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'

const project = join(import.meta.dirname, '../..')
let root: string

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'publisher-'))
  mkdirSync(join(root, 'test/fixtures/archive'), { recursive: true })
  cpSync(join(project, 'src/archive/publishers'), join(root, 'src/archive/publishers'), { recursive: true })
})

afterAll(() => rmSync(root, { recursive: true, force: true }))

function run(...args: string[]): { code: number; output: string } {
  try {
    const options = { env: { ...process.env, INTERLINEAR_ROOT: root }, encoding: 'utf8', stdio: 'pipe' } as const
    return { code: 0, output: execFileSync(process.execPath, [join(project, 'scripts/new-publisher.mjs'), ...args], options) }
  } catch (error) {
    const { status, stderr } = error as { status: number; stderr: string }
    return { code: status, output: stderr }
  }
}

test('writes a profile, a fixture and a line in the list, once', () => {
  expect(run('https://www.hill-gazette.example/a/1', '山上公报').code).toBe(0)
  const profile = readFileSync(join(root, 'src/archive/publishers/hill-gazette-example.ts'), 'utf8')
  expect(profile).toContain("hostnames: ['hill-gazette.example']")
  expect(profile).toContain("name: '山上公报'")
  expect(existsSync(join(root, 'test/fixtures/archive/hill-gazette-example.md'))).toBe(true)
  const list = readFileSync(join(root, 'src/archive/publishers/index.ts'), 'utf8')
  expect(list).toContain("import { hillGazetteExample } from './hill-gazette-example.ts'")
  expect(list).toMatch(/profiles: readonly PublisherProfile\[\] = \[[^\]]*\bhillGazetteExample\b/)

  const again = run('hill-gazette.example')
  expect(again.code).toBe(1)
  expect(again.output).toContain('is there already')
})

test('says how it is called when the host is none', () => {
  expect(run().output).toContain('usage')
  expect(run('not a host').code).toBe(1)
})
