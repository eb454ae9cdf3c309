import { labels, mayEnd, mayStart, predecessors } from './labels.ts'

const labelCount = labels.length

export interface Decoded {
  /** Index of the best label of each character. */
  path: Uint8Array
  /** By how much the best path beats the best one that labels some character of a span otherwise. Dear: asked only about names. */
  marginAt(start: number, end: number): number
}

const never = -1e9

/** Which labels may stand before each, one after the other: those before `to` from `firsts[to]` on, up to `firsts[to + 1]`. */
const befores = Uint8Array.from(predecessors.flat())
const afters = Uint8Array.from(predecessors.flatMap((before, to) => before.map(() => to)))
const firsts = Uint8Array.from({ length: labelCount + 1 }, (_, to) => predecessors.slice(0, to).flat().length)

/** The best path of labels (Viterbi). `scores` holds `length × labels` emissions. */
export function decode(scores: ArrayLike<number>, length: number, successions: ArrayLike<number>): Decoded {
  const steps = new Float64Array(befores.length)
  for (let index = 0; index < steps.length; index++) steps[index] = successions[befores[index]! * labelCount + afters[index]!]!
  const forward = new Float64Array(length * labelCount)
  const cameFrom = new Uint8Array(length * labelCount)
  for (let to = 0; to < labelCount; to++) forward[to] = mayStart[to] ? scores[to]! : never
  for (let at = 1; at < length; at++) {
    const row = at * labelCount
    const last = row - labelCount
    for (let to = 0; to < labelCount; to++) {
      let best = never
      let bestFrom = befores[firsts[to]!]!
      for (let index = firsts[to]!; index < firsts[to + 1]!; index++) {
        const from = befores[index]!
        const score = forward[last + from]! + steps[index]!
        if (score > best) {
          best = score
          bestFrom = from
        }
      }
      forward[row + to] = best + scores[row + to]!
      cameFrom[row + to] = bestFrom
    }
  }
  const path = new Uint8Array(length)
  let label = 0
  const end = (length - 1) * labelCount
  for (let last = 1; last < labelCount; last++) if (mayEnd[last] && forward[end + last]! > forward[end + label]!) label = last
  for (let at = length - 1; at >= 0; at--) {
    path[at] = label
    label = cameFrom[at * labelCount + label]!
  }
  let backward: Float64Array | null = null
  return {
    path,
    marginAt(start, stop) {
      backward ??= scoreBackward(scores, length, steps)
      let margin = Number.POSITIVE_INFINITY
      for (let at = start; at < stop; at++) {
        const row = at * labelCount
        const best = path[at]!
        let other = never
        for (let index = 0; index < labelCount; index++)
          if (index !== best) other = Math.max(other, forward[row + index]! + backward[row + index]!)
        margin = Math.min(margin, forward[row + best]! + backward[row + best]! - other)
      }
      return margin
    },
  }
}

function scoreBackward(scores: ArrayLike<number>, length: number, steps: Float64Array): Float64Array {
  const backward = new Float64Array(length * labelCount).fill(never)
  for (let label = 0; label < labelCount; label++) if (mayEnd[label]) backward[(length - 1) * labelCount + label] = 0
  for (let at = length - 1; at > 0; at--) {
    const row = at * labelCount
    const last = row - labelCount
    for (let index = 0; index < steps.length; index++) {
      const to = row + afters[index]!
      const from = last + befores[index]!
      backward[from] = Math.max(backward[from]!, backward[to]! + scores[to]! + steps[index]!)
    }
  }
  return backward
}
