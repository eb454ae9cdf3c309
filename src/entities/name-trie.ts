import { BitSet, endOfWord, hashWord, pairAt, tripleAt } from './bit-set.ts'

/**
 * Names to be found in text, character by character. Finding takes time in proportion to the text: from each place the walk ends
 * at the first character that no name has there, so that the number of names hardly matters.
 */
export class NameTrie<T> {
  readonly #root: Branch<T> = { next: new Map(), value: undefined }
  // Most places in a text begin no name. Three sets of hashes say so without a look into the branches, however many names there
  // are: of the first two units of all names, small enough for a processor's nearest cache; of the names of two units; and of the
  // first three units of the others.
  readonly starts: BitSet
  readonly #pairs: BitSet
  readonly #triples: BitSet
  readonly #best: { end: number; value: T | undefined } = { end: -1, value: undefined }
  readonly #waiting: WaitingNames | null
  // As a method, so that a trie of any kind of names may still stand for one that holds none.
  readonly #join: { with(there: T | undefined, id: number): T } | null

  /** `join` makes the value of a name that was left waiting (`addLater`), of the value that is there and the id that was given. */
  constructor(size: 'LARGE' | 'SMALL' = 'SMALL', join: ((there: T | undefined, id: number) => T) | null = null) {
    this.starts = new BitSet(size === 'LARGE' ? 18 : 12)
    this.#pairs = new BitSet(size === 'LARGE' ? 19 : 12)
    this.#triples = new BitSet(size === 'LARGE' ? 22 : 13)
    this.#join = join === null ? null : { with: join }
    this.#waiting = join === null ? null : new WaitingNames()
  }

  /**
   * As `update`, but the name takes its place in the trie only when a text has its beginning: most names of a gazetteer are asked
   * for by no text, so that loading it costs a fraction. What is found is the same.
   */
  addLater(folded: string, id: number): void {
    if (this.#waiting === null) throw new TypeError('This trie was made without a way to join what waits.')
    if (folded.length < 2) return
    this.#waiting.add(this.#note(folded), folded, id)
  }

  /** `folded` as `foldText` gives it. One value a name: `change` makes it of the value that is there. */
  update(folded: string, change: (there: T | undefined) => T): void {
    // One character is no name that a text could be searched for.
    if (folded.length < 2) return
    const hash = this.#note(folded)
    if (this.#waiting !== null) this.#settle(hash)
    this.#enter(folded, change)
  }

  /** Remembers that a name begins so; returns the hash of its beginning. */
  #note(folded: string): number {
    const isPair = folded.length === 2
    const pair = pairAt(folded, 0)
    const hash = isPair ? pair : tripleAt(folded, 0)
    this.starts.addOne(pair)
    const end = endOfWord(folded, 0)
    if (end > 0) this.starts.addOne(hashWord(folded, 0, end))
    ;(isPair ? this.#pairs : this.#triples).add(hash)
    return hash
  }

  #settle(hash: number): void {
    const join = this.#join!
    for (const { folded, id } of this.#waiting!.take(hash)) this.#enter(folded, (there) => join.with(there, id))
  }

  #enter(folded: string, change: (there: T | undefined) => T): void {
    let branch = this.#root
    for (let at = 0; ; ) {
      const code = folded.charCodeAt(at)
      at += 1
      const node = branch.next.get(code)
      if (node === undefined) {
        branch.next.set(code, { rest: folded.slice(at), value: change(undefined) })
        return
      }
      if ('rest' in node) {
        if (node.rest.length === folded.length - at && folded.endsWith(node.rest)) {
          node.value = change(node.value)
          return
        }
        // The tail that one name had for itself is now shared: give its first character a branch of its own.
        const grown: Branch<T> = { next: new Map(), value: undefined }
        if (node.rest === '') grown.value = node.value
        else grown.next.set(node.rest.charCodeAt(0), { rest: node.rest.slice(1), value: node.value })
        branch.next.set(code, grown)
        branch = grown
      } else {
        branch = node
      }
      if (at === folded.length) {
        branch.value = change(branch.value)
        return
      }
    }
  }

  set(folded: string, value: T): void {
    this.update(folded, () => value)
  }

  get(folded: string): T | undefined {
    return this.longest(folded, 0, (end) => end === folded.length)?.value
  }

  /**
   * The longest name that begins at `start` and that `mayEnd` lets end where it does; null when there is none. The answer is
   * valid until the next call: nothing is made for the many places that begin no name.
   */
  longest(text: string, start: number, mayEnd: (end: number) => boolean): { end: number; value: T } | null {
    const pair = pairAt(text, start)
    if (!this.starts.hasOne(pair)) return null
    const triple = tripleAt(text, start)
    if (!this.#triples.has(triple) && !this.#pairs.has(pair)) return null
    if (this.#waiting !== null) {
      if (this.#waiting.has(triple)) this.#settle(triple)
      if (this.#waiting.has(pair)) this.#settle(pair)
    }
    let node = this.#root.next.get(text.charCodeAt(start))
    const best = this.#best
    best.end = -1
    let at = start + 1
    while (node !== undefined) {
      if ('rest' in node) {
        const end = at + node.rest.length
        if (text.startsWith(node.rest, at) && mayEnd(end)) {
          best.end = end
          best.value = node.value
        }
        break
      }
      if (node.value !== undefined && mayEnd(at)) {
        best.end = at
        best.value = node.value
      }
      if (at >= text.length) break
      node = node.next.get(text.charCodeAt(at))
      at += 1
    }
    return best.end < 0 ? null : (best as { end: number; value: T })
  }
}

/** Either a branching of several names, or the whole tail of a single one: most names are alone after a few characters. */
type Node<T> = Branch<T> | { rest: string; value: T }
interface Branch<T> {
  next: Map<number, Node<T>>
  value: T | undefined
}

/** Names that nobody has asked for yet, in chains by the hash of their beginning. */
class WaitingNames {
  readonly #folded: string[] = []
  readonly #ids: number[] = []
  readonly #next: number[] = []
  /** The last name of each chain, counted from 1; 0 for none. */
  readonly #heads = new Int32Array(2 ** 17)

  add(hash: number, folded: string, id: number): void {
    const slot = hash >>> 15
    this.#folded.push(folded)
    this.#ids.push(id)
    this.#next.push(this.#heads[slot]!)
    this.#heads[slot] = this.#folded.length
  }

  has(hash: number): boolean {
    return this.#heads[hash >>> 15] !== 0
  }

  /** The names of a chain, in the order in which they were added, which are then no longer here. */
  take(hash: number): { folded: string; id: number }[] {
    const names: { folded: string; id: number }[] = []
    for (let at = this.#heads[hash >>> 15]!; at !== 0; at = this.#next[at - 1]!)
      names.push({ folded: this.#folded[at - 1]!, id: this.#ids[at - 1]! })
    this.#heads[hash >>> 15] = 0
    return names.reverse()
  }
}
