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
  expect(run('https://www.river-daily.example/a/1', '河边日报').code).toBe(0)
  const profile = readFileSync(join(root, 'src/archive/publishers/river-daily-example.ts'), 'utf8')
  expect(profile).toContain("hostnames: ['river-daily.example']")
  expect(profile).toContain("name: '河边日报'")
  expect(existsSync(join(root, 'test/fixtures/archive/river-daily-example.md'))).toBe(true)
  const list = readFileSync(join(root, 'src/archive/publishers/index.ts'), 'utf8')
  expect(list).toContain("import { riverDailyExample } from './river-daily-example.ts'")
  expect(list).toMatch(/profiles: readonly PublisherProfile\[\] = \[[^\]]*\briverDailyExample\b/)

  const again = run('river-daily.example')
  expect(again.code).toBe(1)
  expect(again.output).toContain('is there already')
})

test('says how it is called when the host is none', () => {
  expect(run().output).toContain('usage')
  expect(run('not a host').code).toBe(1)
})
