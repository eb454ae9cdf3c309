import { labels, mayEnd, mayStart, predecessors } from './labels.ts'

const labelCount = labels.length

export interface Decoded {
  /** Index of the best label of each character. */
  path: Int32Array
  /** For each character, by how much the best path beats the best one that labels this character otherwise. */
  margins: Float64Array
}

/** The best path of labels (Viterbi, forward and backward). `scores` holds `length × labels` emissions. */
export function decode(scores: Float64Array, length: number, successions: ArrayLike<number>): Decoded {
  const forward = new Float64Array(length * labelCount).fill(-Infinity)
  const cameFrom = new Int8Array(length * labelCount)
  for (let to = 0; to < labelCount; to++) if (mayStart[to]) forward[to] = scores[to]!
  for (let at = 1; at < length; at++) {
    for (let to = 0; to < labelCount; to++) {
      let best = -Infinity
      for (const from of predecessors[to]!) {
        const score = forward[(at - 1) * labelCount + from]! + successions[from * labelCount + to]!
        if (score > best) {
          best = score
          cameFrom[at * labelCount + to] = from
        }
      }
      forward[at * labelCount + to] = best + scores[at * labelCount + to]!
    }
  }
  const backward = new Float64Array(length * labelCount).fill(-Infinity)
  for (let label = 0; label < labelCount; label++) if (mayEnd[label]) backward[(length - 1) * labelCount + label] = 0
  for (let at = length - 1; at > 0; at--) {
    for (let to = 0; to < labelCount; to++) {
      const rest = backward[at * labelCount + to]! + scores[at * labelCount + to]!
      for (const from of predecessors[to]!) {
        const index = (at - 1) * labelCount + from
        backward[index] = Math.max(backward[index]!, rest + successions[from * labelCount + to]!)
      }
    }
  }
  const path = new Int32Array(length)
  const margins = new Float64Array(length)
  let label = 0
  for (let last = 1; last < labelCount; last++) {
    const row = (length - 1) * labelCount
    if (mayEnd[last] && (!mayEnd[label] || forward[row + last]! > forward[row + label]!)) label = last
  }
  for (let at = length - 1; at >= 0; at--) {
    path[at] = label
    let other = -Infinity
    for (let index = 0; index < labelCount; index++) {
      if (index !== label) other = Math.max(other, forward[at * labelCount + index]! + backward[at * labelCount + index]!)
    }
    margins[at] = forward[at * labelCount + label]! + backward[at * labelCount + label]! - other
    label = cameFrom[at * labelCount + label]!
  }
  return { path, margins }
}
