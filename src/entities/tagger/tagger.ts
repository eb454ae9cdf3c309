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
  const blocks = new Blocks(table)
  const seen = new Int32Array(joined)
  return (text, marks) => {
    if (text.length === 0) return []
    const width = text.length * labelCount
    // Room for what the first and last units give to places before and behind the text.
    const all = new Int32Array(width + 2 * reach * 2 * labelCount)
    const scores = all.subarray(2 * reach * labelCount, 2 * reach * labelCount + width)
    const reader = readFeatures(text, marks)
    for (let at = 0; at < reader.symbols.length; at++) blocks.addTo(all, at * labelCount, reader.symbols[at]!)
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

/** Fitted on a fifth of CLUENER's training sentences, with a model that had not seen them. */
function confidenceOf(margin: number): number {
  return 1 / (1 + Math.exp(-(margin - 0.8) / 2.3))
}

/**
 * The trained weights as a processor likes them: most lookups miss, and a small set of bits answers those; a feature has its weights at
 * the place of its slot, and no row of weights lies across two lines of the cache.
 */
interface Table {
  present: Int32Array
  /** Features by open addressing; 0 for an empty slot. */
  slots: Int32Array
  weights: Int16Array
}

const bitsOfPresence = 21
const stride = 16

function layOut(features: Uint32Array, weights: Int16Array): Table {
  const slots = new Int32Array(2 ** Math.ceil(Math.log2(features.length * 1.5 + 1)))
  const present = new Int32Array(2 ** (bitsOfPresence - 5))
  const rows = new Int16Array(slots.length * stride)
  features.forEach((feature, row) => {
    const bit = feature >>> (32 - bitsOfPresence)
    present[bit >>> 5]! |= 1 << (bit & 31)
    let slot = feature & (slots.length - 1)
    while (slots[slot] !== 0) slot = (slot + 1) & (slots.length - 1)
    slots[slot] = feature
    rows.set(weights.subarray(row * labelCount, (row + 1) * labelCount), slot * stride)
  })
  return { present, slots, weights: rows }
}

/** For a symbol the weights that it gives by itself to all units in reach, side by side; made when it is first seen. */
class Blocks {
  readonly #table: Table
  /** Number of the block of each symbol; 0 for one that was not seen yet. */
  readonly #numbers = new Uint16Array(0x10000)
  #count = 0
  #sums = new Int32Array(256 * blockLength)

  constructor(table: Table) {
    this.#table = table
  }

  addTo(scores: Int32Array, to: number, symbol: number): void {
    const from = (this.#numbers[symbol] || this.#make(symbol)) * blockLength
    const sums = this.#sums
    for (let index = 0; index < blockLength; index++) scores[to + index]! += sums[from + index]!
  }

  #make(symbol: number): number {
    this.#count++
    if ((this.#count + 1) * blockLength > this.#sums.length) {
      const wider = new Int32Array(2 * this.#sums.length)
      wider.set(this.#sums)
      this.#sums = wider
    }
    const seen = new Int32Array(singles)
    writeSingles(symbol, seen)
    for (let step = 0; step < singles; step++)
      addUp(this.#table, seen.subarray(step), 1, this.#sums, this.#count * blockLength + step * labelCount)
    this.#numbers[symbol] = this.#count
    return this.#count
  }
}

const blockLength = singles * labelCount

const found = new Int32Array(joined)

/** Adds the weights of the first `count` features to the scores of one unit. */
function addUp({ present, slots, weights }: Table, seen: Int32Array, count: number, scores: Int32Array, to: number): void {
  // No branch hangs on a single bit: a processor would guess it wrong, and could not fetch the next ones while it waits.
  let foundCount = 0
  for (let index = 0; index < count; index++) {
    const feature = seen[index]!
    const bit = feature >>> (32 - bitsOfPresence)
    found[foundCount] = feature
    foundCount += (present[bit >>> 5]! >>> (bit & 31)) & 1
  }
  const mask = slots.length - 1
  for (let index = 0; index < foundCount; index++) {
    const feature = found[index]!
    let slot = feature & mask
    let key = slots[slot]!
    while (key !== feature && key !== 0) {
      slot = (slot + 1) & mask
      key = slots[slot]!
    }
    if (key === 0) continue
    const from = slot * stride
    for (let label = 0; label < labelCount; label++) scores[to + label]! += weights[from + label]!
  }
}
