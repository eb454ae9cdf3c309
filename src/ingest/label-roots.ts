import path from 'node:path'

/**
 * A short name for each folder or archive: its own name, or as many folders above it as tell it from another of that name
 * (`2019/ft` and `2020/ft`). The order in which they are given does not matter.
 */
export function labelRoots(bases: readonly string[]): Map<string, string> {
  const different = [...new Set(bases)]
  const labels = new Map(different.map((base) => [base, tail(base, 1)]))
  const deepest = Math.max(0, ...different.map((base) => split(base).length))
  for (let parts = 2; parts <= deepest; parts++) {
    const shared = new Map<string, string[]>()
    for (const [base, label] of labels) shared.set(label, [...(shared.get(label) ?? []), base])
    const clashing = [...shared.values()].filter((group) => group.length > 1).flat()
    if (clashing.length === 0) break
    for (const base of clashing) labels.set(base, tail(base, parts))
  }
  return labels
}

const split = (base: string): string[] => base.split(path.sep).filter((part) => part !== '')
const tail = (base: string, parts: number): string => split(base).slice(-parts).join('/')
