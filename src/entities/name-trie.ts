/**
 * Names to be found in text, character by character. Finding takes time in proportion to the text: from each place the walk ends
 * at the first character that no name has there, so that the number of names hardly matters.
 */
export class NameTrie<T> {
  readonly #root: Branch<T> = { next: new Map(), value: undefined }
  // Most places in a text begin no name. Two sets of hashes, of the names of two units and of the first three units of the others,
  // say so without a look into the branches, however many names there are.
  readonly #pairs: BitSet
  readonly #triples: BitSet
  readonly #best: { end: number; value: T | undefined } = { end: -1, value: undefined }

  constructor(size: 'LARGE' | 'SMALL' = 'SMALL') {
    this.#pairs = new BitSet(size === 'LARGE' ? 19 : 10)
    this.#triples = new BitSet(size === 'LARGE' ? 22 : 11)
  }

  /** `folded` as `foldText` gives it. One value a name: `change` makes it of the value that is there. */
  update(folded: string, change: (there: T | undefined) => T): void {
    // One character is no name that a text could be searched for.
    if (folded.length < 2) return
    if (folded.length === 2) this.#pairs.add(hashPair(folded, 0))
    else this.#triples.add(hashTriple(folded, 0))
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
    if (!this.#triples.has(hashTriple(text, start)) && !this.#pairs.has(hashPair(text, start))) return null
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

// Past the end of a text `charCodeAt` is NaN, which counts as 0 here.
const hashPair = (text: string, at: number): number =>
  Math.imul(text.charCodeAt(at), 0x9e3779b1) ^ Math.imul(text.charCodeAt(at + 1), 0x85ebca6b)
const hashTriple = (text: string, at: number): number => hashPair(text, at) ^ Math.imul(text.charCodeAt(at + 2), 0xc2b2ae35)

/** A set of hashes of 32 bits, two bits each (a Bloom filter): `has` may err, but only by saying yes. */
class BitSet {
  readonly #words: Uint32Array
  readonly #shift: number

  constructor(bits: number) {
    this.#words = new Uint32Array(2 ** (bits - 5))
    this.#shift = 32 - bits
  }

  add(hash: number): void {
    for (const one of [hash, Math.imul(hash, 0x27d4eb2f)]) {
      const slot = one >>> this.#shift
      this.#words[slot >>> 5]! |= 1 << (slot & 31)
    }
  }

  has(hash: number): boolean {
    const slot = hash >>> this.#shift
    if ((this.#words[slot >>> 5]! & (1 << (slot & 31))) === 0) return false
    const other = Math.imul(hash, 0x27d4eb2f) >>> this.#shift
    return (this.#words[other >>> 5]! & (1 << (other & 31))) !== 0
  }
}
