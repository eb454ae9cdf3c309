import { hashPair } from '../text/unit-hashes.ts'

/** How often a name is looked for in one document at most: a dump of glosses would ask for millions. */
const mostSteps = 20_000_000
/** Of a name that stands more often than this nobody needs to know how often. */
const mostOccurrences = 2_000

/**
 * Counts how often strings of at least two units stand in a folded text, overlaps left out. All places of one ending are chained when something is
 * first asked, so that a count takes time in proportion to the places where the last two units stand, not to the text.
 */
export function createCounter(folded: string): (name: string) => number {
  let chains: Chains | null = null
  const counts = new Map<string, number>()
  let steps = mostSteps
  return (name) => {
    let count = counts.get(name)
    if (count !== undefined) return count
    chains ??= chainPairs(folded)
    count = 0
    let end = 0
    let left = mostOccurrences
    const { heads, next } = chains
    const slot = slotOf(name.charCodeAt(name.length - 2), name.charCodeAt(name.length - 1), heads.length)
    for (let at = heads[slot]!; at > 0 && left > 0 && steps > 0; at = next[at]!) {
      left--
      steps--
      // `at` is the place of the last unit.
      const start = at + 1 - name.length
      if (start >= end && folded.startsWith(name, start)) {
        count++
        end = at + 1
      }
    }
    counts.set(name, count)
    return count
  }
}

interface Chains {
  /** For each hash of two units, the first place of the second one; 0 for none. */
  heads: Int32Array
  /** For each such place, the next one. */
  next: Int32Array
}

const slotOf = (first: number, second: number, slots: number): number => {
  const hash = hashPair(first, second)
  return (hash ^ (hash >>> 15)) & (slots - 1)
}

function chainPairs(folded: string): Chains {
  const slots = Math.max(2 ** 10, 2 ** Math.ceil(Math.log2(folded.length)))
  const heads = new Int32Array(slots)
  const next = new Int32Array(folded.length)
  let second = folded.charCodeAt(folded.length - 1)
  for (let at = folded.length - 1; at > 0; at--) {
    const first = folded.charCodeAt(at - 1)
    const slot = slotOf(first, second, slots)
    next[at] = heads[slot]!
    heads[slot] = at
    second = first
  }
  return { heads, next }
}
