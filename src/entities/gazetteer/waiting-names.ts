/** Names that take their place in a trie only when a text has their beginning: most names of a gazetteer are asked for by no text. */
export interface NameSource<T> {
  /** Folded. Several, where a name is spelt in several ways that begin alike. */
  keysOf(id: number): readonly string[]
  /** The value of a name, made of the one that is there. A method, so that a trie of any names may stand for one that holds none. */
  join(there: T | undefined, id: number): T
}

/** Chains of ids by the hash of their beginning. */
export interface WaitingTables {
  /** The last id of each chain, counted from 1; 0 for none. More of them than names, so that chains are short. */
  heads: Int32Array
  /** For each id the one before it in its chain, counted from 1, and its hash. */
  before: Int32Array
  hashes: Int32Array
}

export const createWaitingTables = (count: number): WaitingTables => ({
  heads: new Int32Array(2 ** Math.ceil(Math.log2(2 * count + 32))),
  before: new Int32Array(count),
  hashes: new Int32Array(count),
})

/** Ids of names that nobody has asked for yet. */
export class WaitingNames {
  readonly #heads: Int32Array
  readonly #shift: number
  #before: Int32Array
  #hashes: Int32Array

  constructor({ heads, before, hashes }: WaitingTables) {
    this.#heads = heads
    this.#shift = Math.clz32(heads.length) + 1
    this.#before = before
    this.#hashes = hashes
  }

  get tables(): WaitingTables {
    return { heads: this.#heads, before: this.#before, hashes: this.#hashes }
  }

  add(hash: number, id: number): void {
    if (id >= this.#before.length) {
      // Names that are made of others are few beside those that were counted.
      const longer = id + (id >> 4) + 32
      this.#before = lengthen(this.#before, longer)
      this.#hashes = lengthen(this.#hashes, longer)
    }
    const slot = hash >>> this.#shift
    this.#before[id] = this.#heads[slot]!
    this.#hashes[id] = hash
    this.#heads[slot] = id + 1
  }

  /** The ids of a hash in the order in which they were added, which are then no longer here; null when there are none. */
  take(hash: number): number[] | null {
    const slot = hash >>> this.#shift
    if (this.#heads[slot] === 0) return null
    const ids: number[] = []
    // The id behind the one that is looked at, which stays.
    let behind = -1
    for (let id = this.#heads[slot]! - 1; id >= 0; id = this.#before[id]! - 1) {
      if (this.#hashes[id] !== hash) behind = id
      else {
        ids.push(id)
        if (behind < 0) this.#heads[slot] = this.#before[id]!
        else this.#before[behind] = this.#before[id]!
      }
    }
    return ids.reverse()
  }
}

function lengthen(numbers: Int32Array, length: number): Int32Array {
  const longer = new Int32Array(length)
  longer.set(numbers)
  return longer
}
