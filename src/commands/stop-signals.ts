/**
 * Runs `work` with a signal that Ctrl-C, SIGTERM or a closed terminal raises. Whoever asks a second time is not kept waiting.
 */
export async function withStopSignal<Result>(work: (signal: AbortSignal) => Promise<Result>): Promise<Result> {
  const controller = new AbortController()
  const names = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
  const stop = (): void => {
    if (controller.signal.aborted) process.exit(130)
    controller.abort()
  }
  for (const name of names) process.on(name, stop)
  try {
    return await work(controller.signal)
  } finally {
    for (const name of names) process.off(name, stop)
  }
}
