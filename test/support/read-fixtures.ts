import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const folder = join(import.meta.dirname, '../fixtures/archive')

export interface Fixture {
  /** File name without folder: `ft-chinese-translated.md`. */
  name: string
  path: string
  text: string
}

/** The documents written for the parser's tests, by name. */
export function readFixtures(): Fixture[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .sort()
    .map((name) => ({ name, path: join(folder, name), text: readFileSync(join(folder, name), 'utf8') }))
}
