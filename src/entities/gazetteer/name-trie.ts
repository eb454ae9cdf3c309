import { BitSet } from '../../text/bit-set.ts'
import { type Beginnings, type FiledNames, noteBeginning } from './filed-names.ts'
import { beginningOf, endOfWord, longBeginning, shortBeginning } from './name-hashes.ts'
import { StepTable } from './step-table.ts'
import type { NameSource, WaitingNames } from './waiting-names.ts'

/**
 * Names to be found in text, character by character. Finding takes time in proportion to the text: from each place the walk ends
 * at the first character that no name has there, so that the number of names hardly matters.
 */
export class NameTrie<T> implements Beginnings {
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

  /**
   * `filed` holds names of the source. Their place they take when a text begins as they do; what is found is the same as if they had been
   * entered first.
   */
  constructor(size: 'LARGE' | 'SMALL' = 'SMALL', filed: FiledNames | null = null, source: NameSource<T> | null = null) {
    this.pairs = filed?.pairs ?? new BitSet(size === 'LARGE' ? 18 : 12)
    this.words = filed?.words ?? new BitSet(size === 'LARGE' ? 18 : 12)
    this.beginnings = filed?.beginnings ?? new BitSet(size === 'LARGE' ? 20 : 12)
    this.#waiting = filed?.waiting ?? null
    this.#source = source
  }

  /** `folded` as `foldText` gives it. One value a name: `change` makes it of the value that is there. */
  update(folded: string, change: (there: T | undefined) => T): void {
    // One character is no name that a text could be searched for.
    if (folded.length < 2) return
    const beginning = noteBeginning(this, folded)
    if (this.#waiting !== null) this.#settle(beginning)
    const name = this.#enter(folded)
    this.#values[name] = change(this.#values[name])
  }

  set(folded: string, value: T): void {
    this.update(folded, () => value)
  }

  get(folded: string): T | undefined {
    if (!this.beginnings.has(beginningOf(folded))) return undefined
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
