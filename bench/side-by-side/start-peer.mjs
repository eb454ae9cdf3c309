import { fork } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'

const folder = path.resolve(import.meta.dirname, '..')
/** Node 24, from the npm package: the same for every peer. */
const nodeProgram = path.join(folder, 'node_modules', 'node', 'bin', 'node')

/** Starts the peer of this name on a database. */
export async function startPeer(name, databaseUrl, environment = {}) {
  if (!existsSync(nodeProgram))
    throw new Error('Run `npm ci` in bench/ first: what this measures against is installed there alone.')
  const startedAt = performance.now()
  const child = fork(path.join(folder, 'peers', `${name}.mjs`), [], {
    execPath: nodeProgram,
    execArgv: ['--expose-gc'],
    env: { ...process.env, NODE_ENV: 'production', BENCH_DATABASE_URL: databaseUrl, ...environment },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  let fail = () => undefined
  child.once('exit', (code) => fail(new Error(`${name} ended with ${code}`)))
  const nextMessage = () =>
    new Promise((resolve, reject) => {
      fail = reject
      child.once('message', resolve)
    })
  const { url } = await nextMessage()
  return {
    name,
    url,
    startMs: performance.now() - startedAt,
    /** `cpu`: seconds since its start. `memory`: bytes, garbage collected. */
    usage(kind) {
      const answered = nextMessage()
      child.send(kind)
      return answered
    },
    give: (message) => child.send(message),
    stop() {
      const ended = new Promise((resolve) => child.once('exit', resolve))
      child.kill()
      return ended
    },
  }
}
