import pc from 'picocolors'

/** Tells in plain words what is being done and how long it took. */
export interface Steps {
  /** `done` makes the line from the result, if `title` does not say it. */
  run<Result>(title: string, work: () => Promise<Result>, done?: (result: Result) => string): Promise<Result>
  /** As `run`, for work that shows its own progress. */
  runShown<Result>(work: () => Promise<Result>, done: (result: Result) => string): Promise<Result>
  say(line: string): void
}

/** On a terminal a step shows while it runs; elsewhere each is one line, printed when it is done. */
export function createSteps(): Steps {
  const out = process.stdout
  const tell = (line: string, since: number): void => {
    const seconds = ((performance.now() - since) / 1000).toFixed(1)
    out.write(`${pc.green('✓')} ${line} ${pc.dim(`(${seconds} s)`)}\n`)
  }
  return {
    async run(title, work, done) {
      const start = performance.now()
      if (out.isTTY) out.write(`  ${title} …`)
      let result: Awaited<ReturnType<typeof work>>
      try {
        result = await work()
      } finally {
        if (out.isTTY) out.write('\r\x1b[K')
      }
      tell(done?.(result) ?? title, start)
      return result
    },
    async runShown(work, done) {
      const start = performance.now()
      const result = await work()
      tell(done(result), start)
      return result
    },
    say: (line) => void out.write(`${line}\n`),
  }
}
