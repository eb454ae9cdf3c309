export interface BenchmarkRow {
  name: string
  value: number
  /** `ms`, `ratio`, `documents/s`, `MB`. */
  unit: string
  /** What the value must not exceed, or null where nothing is promised. */
  limit: number | null
}

/** CPU time of one call in milliseconds: other work on the machine does not count. */
export function cpuTime(work: () => void): number {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

/** The least CPU time of several turns of each, taken in turns so that all see the same machine; in milliseconds. */
export function leastTimes<Name extends string>(works: Record<Name, () => void>, turns: number): Record<Name, number> {
  const least = {} as Record<Name, number>
  for (let turn = 0; turn < turns; turn += 1) {
    for (const name of Object.keys(works) as Name[]) {
      const time = cpuTime(works[name])
      if (least[name] === undefined || time < least[name]) least[name] = time
    }
  }
  return least
}
