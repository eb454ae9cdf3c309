import { foldKey } from '../entities/gazetteer/known-name.ts'

/** The folded names that a lesson is about: the Chinese one, and those in its bracket. */
export function nameKeys(lesson: { folded: string; gloss: string }, readNames: (gloss: string) => string[]): string[] {
  return [lesson.folded, ...readNames(lesson.gloss).map(foldKey)].filter((name) => name !== '')
}

/** Names that differ in punctuation, or in an article before them, are one name. */
const plain = (name: string): string =>
  name
    .replace(/^the /, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/**
 * All names that lessons connect with the changed ones, over any number of steps: 香港证监会(SFC) and 证监会(SFC) hang together, so
 * that a change to either may change what both mean. Names beyond these are not touched by the change.
 */
export function connectedNames(changed: readonly string[], lessons: readonly { names: readonly string[] }[]): Set<string> {
  const byName = new Map<string, { names: readonly string[] }[]>()
  for (const lesson of lessons) {
    for (const name of lesson.names) {
      const there = byName.get(plain(name))
      if (there === undefined) byName.set(plain(name), [lesson])
      else there.push(lesson)
    }
  }
  const connected = new Set<string>()
  const seen = new Set<object>()
  const open = [...changed]
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    connected.add(name)
    for (const lesson of byName.get(plain(name)) ?? []) {
      if (seen.has(lesson)) continue
      seen.add(lesson)
      open.push(...lesson.names)
    }
  }
  return connected
}
