/** A set of hashes of 32 bits (a Bloom filter, of two bits a hash): `has` may err, but only by saying yes. */
export class BitSet {
  readonly words: Uint32Array
  readonly #shift: number

  constructor(bits: number, words: Uint32Array = new Uint32Array(2 ** (bits - 5))) {
    this.words = words
    this.#shift = 32 - bits
  }

  /** The set whose words these are. */
  static of(words: Uint32Array): BitSet {
    return new BitSet(36 - Math.clz32(words.length), words)
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
