import { labels, mayEnd, mayStart, predecessors } from './labels.ts'

const labelCount = labels.length

export interface Decoded {
  /** Index of the best label of each character. */
  path: Uint8Array
  /** By how much the best path beats the best one that labels some character of a span otherwise. Dear: asked only about names. */
  marginAt(start: number, end: number): number
}

const never = -1e9

/** The best path of labels (Viterbi). `scores` holds `length × labels` emissions. */
export function decode(scores: ArrayLike<number>, length: number, successions: ArrayLike<number>): Decoded {
  const forward = new Float64Array(length * labelCount).fill(never)
  const cameFrom = new Uint8Array(length * labelCount)
  for (let to = 0; to < labelCount; to++) if (mayStart[to]) forward[to] = scores[to]!
  for (let at = 1; at < length; at++) {
    const row = at * labelCount
    const last = row - labelCount
    for (let to = 0; to < labelCount; to++) {
      const before = predecessors[to]!
      let best = never
      let bestFrom = before[0]!
      for (let index = 0; index < before.length; index++) {
        const from = before[index]!
        const score = forward[last + from]! + successions[from * labelCount + to]!
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
      backward ??= scoreBackward(scores, length, successions)
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

function scoreBackward(scores: ArrayLike<number>, length: number, successions: ArrayLike<number>): Float64Array {
  const backward = new Float64Array(length * labelCount).fill(never)
  for (let label = 0; label < labelCount; label++) if (mayEnd[label]) backward[(length - 1) * labelCount + label] = 0
  for (let at = length - 1; at > 0; at--) {
    const row = at * labelCount
    const last = row - labelCount
    for (let to = 0; to < labelCount; to++) {
      const before = predecessors[to]!
      const rest = backward[row + to]! + scores[row + to]!
      for (let index = 0; index < before.length; index++) {
        const from = before[index]!
        const score = rest + successions[from * labelCount + to]!
        if (score > backward[last + from]!) backward[last + from] = score
      }
    }
  }
  return backward
}
