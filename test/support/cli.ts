import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

export const projectRoot = fileURLToPath(new URL('../..', import.meta.url))

/** A module of the built package. It is built anew once a run of Jest, so that processes run what the sources say. */
export async function builtFile(file: string): Promise<string> {
  const response = await fetch(`${process.env['INTERLINEAR_TEST_SERVER']}/build`)
  if (!response.ok) throw new Error(await response.text())
  return path.join(projectRoot, 'dist', file)
}

export interface RunningProgram {
  child: ChildProcess
  output(): { stdout: string; stderr: string }
  /** Resolves with the match when standard output has it; rejects if the program ends before. */
  waitFor(pattern: RegExp): Promise<RegExpExecArray>
  ended(): Promise<{ code: number | null; stdout: string; stderr: string }>
}

export interface ProgramOptions {
  cwd?: string
  env?: Record<string, string>
  uid?: number
}

/** Runs a program without a terminal and without the settings of whoever runs the tests. */
export function startProgram(command: string, args: readonly string[], { env, ...options }: ProgramOptions = {}): RunningProgram {
  const inherited = Object.entries(process.env).filter(
    ([name]) => !/^(DATABASE_URL|PORT|HOST|NODE_OPTIONS|INTERLINEAR_.*|FORCE_COLOR)$/.test(name),
  )
  const child = spawn(command, args, {
    ...options,
    env: { ...Object.fromEntries(inherited), NO_COLOR: '1', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let stdout = ''
  let stderr = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text
  })
  const closed = once(child, 'close')
  return {
    child,
    output: () => ({ stdout, stderr }),
    async waitFor(pattern) {
      for (;;) {
        const match = pattern.exec(stdout)
        if (match !== null) return match
        if (child.exitCode !== null || child.signalCode !== null)
          throw new Error(`It ended before ${pattern}:\n${stdout}${stderr}`)
        await sleep(20)
      }
    },
    async ended() {
      await closed
      return { code: child.exitCode, stdout, stderr }
    },
  }
}

/** `interlinear …` as built. */
export async function startCli(args: readonly string[], options: ProgramOptions = {}): Promise<RunningProgram> {
  return startProgram(process.execPath, [await builtFile('cli.js'), ...args], options)
}

export async function runCli(
  args: readonly string[],
  options: ProgramOptions = {},
): Promise<{ code: number | null; stdout: string; stderr: string }> {
  return (await startCli(args, options)).ended()
}

export async function queryAt<Data>(url: string, query: string): Promise<Data> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  })
  return ((await response.json()) as { data: Data }).data
}
