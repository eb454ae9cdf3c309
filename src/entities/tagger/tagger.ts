import { decode } from './decode.ts'
import { joined, reach, readFeatures, singles, writeSingles } from './features.ts'
import { labels, type SpanKind } from './labels.ts'
import { readTaggerModel } from './model.ts'

export interface TaggedSpan {
  kind: SpanKind
  start: number
  end: number
  /** 0 to 1: the share of spans of this margin that were right on sentences the model was not trained on. */
  confidence: number
}

/**
 * Marks names in Chinese text by the characters around them and by the known names that it is told of (known-name-marks.ts): one vote
 * among several. Linear in the text.
 */
export type Tagger = (text: string, marks: Uint8Array) => TaggedSpan[]

const labelCount = labels.length

/**
 * @param file the bytes of `seeds/tagger.model.gz`
 * @throws RangeError when they are not a model
 */
export function createTagger(file: Uint8Array): Tagger {
  const { features, weights, successions, unit } = readTaggerModel(file)
  const table = layOut(features, weights)
  const blockOf = createBlocks(table)
  const seen = new Uint32Array(joined)
  return (text, marks) => {
    if (text.length === 0) return []
    const width = text.length * labelCount
    // Room for what the first and last units give to places before and behind the text.
    const all = new Int32Array(width + 2 * reach * 2 * labelCount)
    const scores = all.subarray(2 * reach * labelCount, 2 * reach * labelCount + width)
    const reader = readFeatures(text, marks)
    reader.symbols.forEach((symbol, at) => {
      const block = blockOf(symbol)
      const to = at * labelCount
      for (let index = 0; index < block.length; index++) all[to + index]! += block[index]!
    })
    for (let at = 0; at < text.length; at++) addUp(table, seen, reader.writeJoined(at, seen), scores, at * labelCount)
    const { path, marginAt } = decode(scores, text.length, successions)
    return readSpans(path, (start, end) => confidenceOf(marginAt(start, end) * unit))
  }
}

function readSpans(path: Uint8Array, confidence: (start: number, end: number) => number): TaggedSpan[] {
  const spans: TaggedSpan[] = []
  let start = 0
  for (let at = 0; at < path.length; at++) {
    if (path[at] === 0) continue
    const { part, kind } = labels[path[at]!]!
    if (part === 'B' || part === 'S') start = at
    if (part === 'E' || part === 'S') spans.push({ kind: kind!, start, end: at + 1, confidence: confidence(start, at + 1) })
  }
  return spans
}

/** Fitted on the held-out sentences that `bench/train-tagger.mjs` prints. */
function confidenceOf(margin: number): number {
  return 1 / (1 + Math.exp(-(margin - 20) / 20))
}

/**
 * The trained weights as a processor likes them: most lookups miss, and a small set of bits answers those; a feature and the place of its
 * weights lie side by side; no row of weights lies across two lines of the cache.
 */
interface Table {
  present: Uint32Array
  /** Feature, place of its weights; 0 for an empty slot. Open addressing. */
  slots: Uint32Array
  mask: number
  weights: Int16Array
}

const bitsOfPresence = 21
const stride = 16

function layOut(features: Uint32Array, weights: Int16Array): Table {
  const mask = 2 ** Math.ceil(Math.log2(features.length * 2 + 1)) - 1
  const present = new Uint32Array(2 ** (bitsOfPresence - 5))
  const slots = new Uint32Array(2 * (mask + 1))
  const rows = new Int16Array(features.length * stride)
  features.forEach((feature, row) => {
    const bit = feature >>> (32 - bitsOfPresence)
    present[bit >>> 5]! |= 1 << (bit & 31)
    let slot = feature & mask
    while (slots[2 * slot] !== 0) slot = (slot + 1) & mask
    slots[2 * slot] = feature
    slots[2 * slot + 1] = row * stride
    rows.set(weights.subarray(row * labelCount, (row + 1) * labelCount), row * stride)
  })
  return { present, slots, mask, weights: rows }
}

/** For a symbol the weights that it gives by itself to all units in reach, side by side; made when it is first seen. */
function createBlocks(table: Table): (symbol: number) => Int32Array {
  const blocks = new Map<number, Int32Array>()
  const seen = new Uint32Array(singles)
  return (symbol) => {
    let block = blocks.get(symbol)
    if (block === undefined) {
      block = new Int32Array(singles * labelCount)
      writeSingles(symbol, seen)
      for (let step = 0; step < singles; step++) addUp(table, seen.subarray(step), 1, block, step * labelCount)
      blocks.set(symbol, block)
    }
    return block
  }
}

/** Adds the weights of the first `count` features to the scores of one unit. */
function addUp({ present, slots, mask, weights }: Table, seen: Uint32Array, count: number, scores: Int32Array, to: number): void {
  for (let index = 0; index < count; index++) {
    const feature = seen[index]!
    const bit = feature >>> (32 - bitsOfPresence)
    if ((present[bit >>> 5]! & (1 << (bit & 31))) === 0) continue
    let slot = feature & mask
    let key = slots[2 * slot]!
    while (key !== feature && key !== 0) {
      slot = (slot + 1) & mask
      key = slots[2 * slot]!
    }
    if (key === 0) continue
    const from = slots[2 * slot + 1]!
    for (let label = 0; label < labelCount; label++) scores[to + label]! += weights[from + label]!
  }
}
