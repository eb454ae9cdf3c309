/** A set of hashes of 32 bits (a Bloom filter, of two bits a hash): `has` may err, but only by saying yes. */
export class BitSet {
  readonly words: Uint32Array
  readonly #shift: number

  constructor(bits: number) {
    this.words = new Uint32Array(2 ** (bits - 5))
    this.#shift = 32 - bits
  }

  add(hash: number): void {
    this.#addSlot(hash >>> this.#shift)
    this.#addSlot(second(hash) >>> this.#shift)
  }

  #addSlot(slot: number): void {
    this.words[slot >>> 5]! |= 1 << (slot & 31)
  }

  has(hash: number): boolean {
    const slot = hash >>> this.#shift
    return (this.words[slot >>> 5]! & (1 << (slot & 31))) !== 0 && this.#hasSecond(hash)
  }

  #hasSecond(hash: number): boolean {
    const slot = second(hash) >>> this.#shift
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

const second = (hash: number): number => Math.imul(hash ^ (hash >>> 15), 0x27d4eb2f)

/** Letters and digits, of which the words of a folded Latin name are made. */
export const isOfWord = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 48 && code <= 57)

/** Looked for past the end a unit is no number, which would make all that is reckoned with it slow: there it is 0. */
export const unitAt = (text: string, at: number): number => (at < text.length ? text.charCodeAt(at) : 0)

/** Place behind the Latin word that begins at `start`. */
export function endOfWord(folded: string, start: number): number {
  let end = start
  while (isOfWord(unitAt(folded, end))) end++
  return end
}

export function hashWord(folded: string, start: number, end: number): number {
  let hash = 0
  for (let at = start; at < end; at++) hash = hashOn(hash, folded.charCodeAt(at))
  return hashEnd(hash)
}

/** A word's hash, unit by unit from 0 on, for those who look for its end meanwhile; then its end. */
export const hashOn = (hash: number, code: number): number => Math.imul(hash ^ code, 0x9e3779b1) ^ (hash >>> 15)
export const hashEnd = (hash: number): number => Math.imul(hash, 0x85ebca6b)

/** Of two neighbouring units; past the end of a text they count as 0. */
export const hashPair = (first: number, second: number): number => Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b)

export const pairAt = (text: string, at: number): number => hashPair(unitAt(text, at), unitAt(text, at + 1))

/** What short names are filed by: two units, or a Latin word, whose end is given; it is `at` where none stands there. */
export const shortBeginning = (text: string, at: number, endOfFirst: number): number =>
  endOfFirst === at ? pairAt(text, at) : hashWord(text, at, endOfFirst)

/** What longer names are filed by: a unit more, or two behind the word. */
export const longBeginning = (text: string, at: number, endOfFirst: number, short: number): number =>
  short ^ Math.imul(endOfFirst === at ? unitAt(text, at + 2) : pairAt(text, endOfFirst), 0xc2b2ae35)

/** What a folded name is filed by. */
export function beginningOf(name: string): number {
  const end = endOfWord(name, 0)
  const short = shortBeginning(name, 0, end)
  return isShort(name, end) ? short : longBeginning(name, 0, end, short)
}

/** True for names of few units, and for Latin words that Chinese follows, with a mark, a blank or both in between: Linux 基金会. */
export function isShort(name: string, endOfFirst: number): boolean {
  if (name.length < Math.max(1, endOfFirst) + 2) return true
  if (endOfFirst === 0) return false
  const next = name.charCodeAt(endOfFirst + 1)
  return name.charCodeAt(endOfFirst) > 127 || next > 127 || (next === 32 && name.charCodeAt(endOfFirst + 2) > 127)
}
