import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))

export interface BuiltModules {
  /** URL of a module of `src`, compiled, for a process that runs without Jest. */
  urlOf(module: string): string
  remove(): void
}

/** Compiles the sources as they are now, beside whatever was built before: processes of a test run today's code. */
export function buildModules(): BuiltModules {
  const cache = path.join(root, 'node_modules/.cache')
  mkdirSync(cache, { recursive: true })
  const folder = mkdtempSync(path.join(cache, 'interlinear-test-'))
  const compiler = path.join(root, 'node_modules/typescript/bin/tsc')
  execFileSync(process.execPath, [compiler, '-p', root, '--outDir', folder, '--incremental', 'false', '--sourceMap', 'false'], {
    cwd: root,
  })
  return {
    urlOf: (module) => pathToFileURL(path.join(folder, module)).href,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}
