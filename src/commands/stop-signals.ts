import { isRunByNpm } from '../environment.ts'

/**
 * Runs `work` with a signal that Ctrl-C, SIGTERM, a closed terminal or the end of npm raises. Whoever asks a second time is not kept waiting.
 */
export async function withStopSignal<Result>(work: (signal: AbortSignal) => Promise<Result>): Promise<Result> {
  const controller = new AbortController()
  const names = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
  const stop = (): void => {
    if (controller.signal.aborted) process.exit(130)
    controller.abort()
  }
  for (const name of names) process.on(name, stop)
  // npm hands a signal to its shell, which ends without handing it on: that the shell is gone is all there is to see here.
  const parent = process.ppid
  const watch = isRunByNpm() ? setInterval(() => process.ppid !== parent && controller.abort(), 250).unref() : undefined
  try {
    return await work(controller.signal)
  } finally {
    clearInterval(watch)
    for (const name of names) process.off(name, stop)
  }
}
