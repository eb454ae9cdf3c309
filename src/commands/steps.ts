import pc from 'picocolors'

/** Tells in plain words what is being done and how long it took. */
export interface Steps {
  /** `done` makes the line from the result, if `title` does not say it. */
  run<Result>(title: string, work: () => Promise<Result>, done?: (result: Result) => string): Promise<Result>
  say(line: string): void
}

/** On a terminal a step shows while it runs; elsewhere each is one line, printed when it is done. */
export function createSteps(out: NodeJS.WriteStream = process.stdout): Steps {
  return {
    async run(title, work, done) {
      const start = performance.now()
      if (out.isTTY) out.write(`  ${title} …`)
      try {
        const result = await work()
        const seconds = `${((performance.now() - start) / 1000).toFixed(1)} s`
        if (out.isTTY) out.write('\r\x1b[K')
        out.write(`${pc.green('✓')} ${done?.(result) ?? title} ${pc.dim(`(${seconds})`)}\n`)
        return result
      } catch (error) {
        if (out.isTTY) out.write('\r\x1b[K')
        throw error
      }
    },
    say: (line) => void out.write(`${line}\n`),
  }
}
