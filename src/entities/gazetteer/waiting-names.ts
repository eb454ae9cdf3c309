/** Names that take their place in a trie only when a text has their beginning: most names of a gazetteer are asked for by no text. */
export interface NameSource<T> {
  /** Folded. Several, where a name is spelt in several ways that begin alike. */
  keysOf(id: number): readonly string[]
  /** The value of a name, made of the one that is there. A method, so that a trie of any names may stand for one that holds none. */
  join(there: T | undefined, id: number): T
}

/** Ids of names that nobody has asked for yet, in chains by the hash of their beginning. */
export class WaitingNames {
  /** The last id of each chain, counted from 1; 0 for none. */
  readonly #heads = new Int32Array(2 ** 15)
  #before: Int32Array

  constructor(count: number) {
    this.#before = new Int32Array(count)
  }

  add(hash: number, id: number): void {
    if (id >= this.#before.length) {
      const longer = new Int32Array(2 * id + 32)
      longer.set(this.#before)
      this.#before = longer
    }
    const slot = hash >>> 17
    this.#before[id] = this.#heads[slot]!
    this.#heads[slot] = id + 1
  }

  /** The ids of a chain in the order in which they were added, which are then no longer here; null when there are none. */
  take(hash: number): number[] | null {
    const slot = hash >>> 17
    if (this.#heads[slot] === 0) return null
    const ids: number[] = []
    for (let id = this.#heads[slot]! - 1; id >= 0; id = this.#before[id]! - 1) ids.push(id)
    this.#heads[slot] = 0
    return ids.reverse()
  }
}
