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

/**
 * The least time of several turns for each of `count` documents, or blocks of them, summed, in milliseconds: for works that differ by a few parts in a hundred,
 * which the machine's own ups and downs hide in whole passes. They go first by turns, since whoever does finds the caches full of others'.
 */
export function leastTimesEach<Name extends string>(
  works: Record<Name, (document: number) => void>,
  count: number,
  turns: number,
): Record<Name, number> {
  const names = Object.keys(works) as Name[]
  const least = names.map(() => new Float64Array(count).fill(Infinity))
  for (let turn = 0; turn < turns; turn++)
    for (let document = 0; document < count; document++)
      for (let step = 0; step < names.length; step++) {
        const index = (step + turn) % names.length
        const before = performance.now()
        works[names[index]!](document)
        least[index]![document] = Math.min(least[index]![document]!, performance.now() - before)
      }
  return Object.fromEntries(names.map((name, index) => [name, least[index]!.reduce((sum, time) => sum + time, 0)])) as Record<
    Name,
    number
  >
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
