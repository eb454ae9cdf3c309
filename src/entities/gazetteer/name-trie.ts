import { BitSet } from '../../text/bit-set.ts'
import { endOfWord, isShort, longBeginning, shortBeginning } from './name-hashes.ts'
import { StepTable } from './step-table.ts'
import { type NameSource, WaitingNames } from './waiting-names.ts'

/**
 * Names to be found in text, character by character. Finding takes time in proportion to the text: from each place the walk ends
 * at the first character that no name has there, so that the number of names hardly matters.
 */
export class NameTrie<T> {
  // Most places in a text begin no name. Sets of hashes say so without a step in the trie, however many names there are. What is asked
  // everywhere stays in a processor's near caches: the first two units of names, and of Latin ones the first word, which
  // grow slower than the names do. What is asked then grows with them: a unit more, or two behind the word.
  readonly pairs: BitSet
  readonly words: BitSet
  readonly beginnings: BitSet
  /** From a node to another, or to the number of a name (negative) which is alone there: most are after a few characters. */
  readonly #steps = new StepTable()
  /** For each node the number of the name that ends there; 0 for none. The first node is the root. */
  readonly #namesAt = [0]
  /** By their numbers; 0 is no name. */
  readonly #names = ['']
  readonly #values: (T | undefined)[] = [undefined]
  readonly #best: { end: number; value: T | undefined } = { end: -1, value: undefined }
  readonly #source: NameSource<T> | null
  readonly #waiting: WaitingNames | null

  /** `source` tells of the names that are added later. */
  constructor(size: 'LARGE' | 'SMALL' = 'SMALL', source: NameSource<T> | null = null, count = 0) {
    // Twice as large for many more names than a gazetteer has now, and no larger: yeses that should be noes cost less than far caches do.
    const more = count < 2 ** 16 ? 0 : 1
    this.pairs = new BitSet(size === 'LARGE' ? 18 : 12)
    this.words = new BitSet(size === 'LARGE' ? 18 + more : 12)
    this.beginnings = new BitSet(size === 'LARGE' ? 20 + more : 12)
    this.#source = source
    this.#waiting = source === null ? null : new WaitingNames(count)
  }

  /**
   * As `update`, for names of the source, of which nothing is needed but how they begin (see `beginningOf`). Their place they take when a
   * text begins so; what is found is the same.
   */
  addLater(beginning: string, id: number): void {
    if (beginning.length >= 2) this.#waiting!.add(this.#note(beginning), id)
  }

  /** `folded` as `foldText` gives it. One value a name: `change` makes it of the value that is there. */
  update(folded: string, change: (there: T | undefined) => T): void {
    // One character is no name that a text could be searched for.
    if (folded.length < 2) return
    const beginning = this.#note(folded)
    if (this.#waiting !== null) this.#settle(beginning)
    const name = this.#enter(folded)
    this.#values[name] = change(this.#values[name])
  }

  set(folded: string, value: T): void {
    this.update(folded, () => value)
  }

  get(folded: string): T | undefined {
    return this.longest(folded, 0, (end) => end === folded.length)?.value
  }

  /**
   * The longest name that begins at `start` and that `mayEnd` lets end where it does; null when there is none. Of a Latin word at its
   * beginning a name holds all. The answer is valid until the next call: nothing is made for the many places that begin no name.
   * `short` and `long` are what it is filed by, if somebody knows them already.
   */
  longest(
    text: string,
    start: number,
    mayEnd: (end: number) => boolean,
    short = shortBeginning(text, start, endOfWord(text, start)),
    long = longBeginning(text, start, endOfWord(text, start), short),
  ): { end: number; value: T } | null {
    const mayBeShort = this.beginnings.has(short)
    const mayBeLong = this.beginnings.has(long)
    if (!mayBeShort && !mayBeLong) return null
    if (this.#waiting !== null) {
      if (mayBeShort) this.#settle(short)
      if (mayBeLong) this.#settle(long)
    }
    const best = this.#best
    best.end = -1
    let node = 0
    for (let at = start; at < text.length; ) {
      node = this.#steps.get(node, text.charCodeAt(at))
      at++
      if (node === 0) break
      if (node < 0) {
        const only = this.#names[-node]!
        const end = start + only.length
        if (text.startsWith(only, start) && mayEnd(end)) {
          best.end = end
          best.value = this.#values[-node]
        }
        break
      }
      const name = this.#namesAt[node]!
      if (name !== 0 && mayEnd(at)) {
        best.end = at
        best.value = this.#values[name]
      }
    }
    return best.end < 0 ? null : (best as { end: number; value: T })
  }

  /** Remembers that a name begins so; returns the hash of its beginning. */
  #note(folded: string): number {
    const endOfFirst = endOfWord(folded, 0)
    const short = shortBeginning(folded, 0, endOfFirst)
    const firsts = endOfFirst > 0 ? this.words : this.pairs
    firsts.add(short)
    const beginning = isShort(folded, endOfFirst) ? short : longBeginning(folded, 0, endOfFirst, short)
    this.beginnings.add(beginning)
    return beginning
  }

  #settle(beginning: number): void {
    const ids = this.#waiting!.take(beginning)
    if (ids === null) return
    for (const id of ids)
      for (const key of this.#source!.keysOf(id)) {
        const name = this.#enter(key)
        this.#values[name] = this.#source!.join(this.#values[name], id)
      }
  }

  /** The number of a name, which takes its place if it is new. */
  #enter(folded: string): number {
    let node = 0
    for (let at = 0; at < folded.length; ) {
      const unit = folded.charCodeAt(at)
      const next = this.#steps.get(node, unit)
      at++
      if (next > 0) {
        node = next
        continue
      }
      if (next === 0) {
        const name = this.#add(folded)
        this.#steps.set(node, unit, -name)
        return name
      }
      const other = this.#names[-next]!
      if (other === folded) return -next
      // The way that one name had for itself is now shared: a node of its own, from which that name goes on.
      const grown = this.#namesAt.push(0) - 1
      this.#steps.set(node, unit, grown)
      if (other.length === at) this.#namesAt[grown] = -next
      else this.#steps.set(grown, other.charCodeAt(at), next)
      node = grown
    }
    if (this.#namesAt[node] === 0) this.#namesAt[node] = this.#add(folded)
    return this.#namesAt[node]!
  }

  #add(folded: string): number {
    this.#names.push(folded)
    return this.#values.push(undefined) - 1
  }
}
