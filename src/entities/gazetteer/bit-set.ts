import { characterTable } from '../../text/character-table.ts'

/** A set of hashes of 32 bits (a Bloom filter): `has` may err, but only by saying yes. */
export class BitSet {
  readonly words: Uint32Array
  readonly #shift: number

  constructor(bits: number) {
    this.words = new Uint32Array(2 ** (bits - 5))
    this.#shift = 32 - bits
  }

  add(hash: number): void {
    const slot = hash >>> this.#shift
    this.words[slot >>> 5]! |= 1 << (slot & 31)
  }

  has(hash: number): boolean {
    const slot = hash >>> this.#shift
    return (this.words[slot >>> 5]! & (1 << (slot & 31))) !== 0
  }

  /** What is in any of these sets, as large as the largest: of what a smaller one holds it knows no more than that one. */
  static join(sets: readonly BitSet[]): BitSet {
    const shift = Math.min(...sets.map((set) => set.#shift))
    const joint = new BitSet(32 - shift)
    for (const set of sets) joint.#take(set)
    return joint
  }

  #take(set: BitSet): void {
    const { words } = set
    const wider = set.#shift - this.#shift
    for (let at = 0; at < words.length; at++) {
      if (wider === 0) this.words[at]! |= words[at]!
      else if (words[at] !== 0) this.#takeWord(words[at]!, at, wider)
    }
  }

  /** Of a word of a smaller set: each of its slots is `2 ** wider` of ours. */
  #takeWord(word: number, at: number, wider: number): void {
    for (let slot = 0; slot < 32; slot++) {
      if ((word & (1 << slot)) === 0) continue
      const from = ((at << 5) | slot) << wider
      for (let to = from; to < from + (1 << wider); to++) this.words[to >>> 5]! |= 1 << (to & 31)
    }
  }
}

/** Letters and digits, of which the words of a folded Latin name are made. */
export const wordCharacters = characterTable('a-z\\d')

/** Place behind the Latin word that begins at `start`. */
export function endOfWord(folded: string, start: number): number {
  let end = start
  while (end < folded.length && wordCharacters[folded.charCodeAt(end)] === 1) end++
  return end
}

export function hashWord(folded: string, start: number, end: number): number {
  let hash = end - start
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ folded.charCodeAt(at), 0x9e3779b1) ^ (hash >>> 15)
  return Math.imul(hash, 0x85ebca6b)
}

/** Of two neighbouring units; past the end of a text they count as 0. */
export const hashPair = (first: number, second: number): number => Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b)

// Looked for past the end a unit is no number, which would make all that is reckoned with it slow.
const unitAt = (text: string, at: number): number => (at < text.length ? text.charCodeAt(at) : 0)

export const pairAt = (text: string, at: number): number => hashPair(unitAt(text, at), unitAt(text, at + 1))
export const tripleAt = (text: string, at: number): number => pairAt(text, at) ^ Math.imul(unitAt(text, at + 2), 0xc2b2ae35)
