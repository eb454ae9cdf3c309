import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import type { EmbeddedPostgres } from '../../src/database/embedded.ts'
import type { OnceImported } from './import-once.ts'

/** Runs a module beside this one in a process of its own, and returns what it prints. */
export function inOwnProcess<Result>(module: string, args: readonly string[]): Result {
  const output = execFileSync(process.execPath, [join(import.meta.dirname, module), ...args], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  return JSON.parse(output) as Result
}

export function importOnce(
  { url, folder }: EmbeddedPostgres,
  database: string,
  tagging: 'tagger' | 'lists',
  folders: readonly string[],
): OnceImported {
  return inOwnProcess('import-once.js', [url, folder, database, tagging, ...folders])
}
