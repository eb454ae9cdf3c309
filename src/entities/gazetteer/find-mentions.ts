import { isAt } from '../../text/character-table.ts'
import { BitSet, endOfWord, hashPair, hashWord, pairAt, tripleAt, wordCharacters } from './bit-set.ts'
import type { KnownName } from './known-name.ts'
import { NameTrie } from './name-trie.ts'

/** A known name found in a text. */
export interface FoundName<T> {
  start: number
  end: number
  value: T
  /** Which of the tries it came from; -1 for the names of the text alone. */
  source: number
}

/** Several tries of names, searched at once. */
export class NameSearch<T> {
  readonly #tries: readonly NameTrie<T>[]
  // Of the names of all of them.
  readonly #pairs: BitSet
  readonly #words: BitSet
  readonly #beginnings: BitSet
  readonly #none = new NameTrie<T>()

  /** No names may be added to the tries afterwards. */
  constructor(tries: readonly NameTrie<T>[]) {
    this.#tries = tries
    this.#pairs = BitSet.join(tries.map(({ pairs }) => pairs))
    this.#words = BitSet.join(tries.map(({ words }) => words))
    this.#beginnings = BitSet.join(tries.map(({ beginnings }) => beginnings))
  }

  /**
   * All names in a folded text, the leftmost first and of those the longest; on a tie the earlier trie wins, and `local`, the names
   * of this text alone, before all. A name that begins or ends with a Latin letter stands only where no other letter adjoins.
   * Nothing is found where `taken` is not 0. Time is linear in the text.
   */
  find(folded: string, taken: Uint8Array, local: NameTrie<T> = this.#none): FoundName<T>[] {
    const found: FoundName<T>[] = []
    const pairs = this.#pairs
    const words = this.#words
    const hasOwn = !local.isEmpty
    const mayEnd = (end: number): boolean =>
      taken[end - 1] === 0 && !(isAt(wordCharacters, folded, end - 1) && isAt(wordCharacters, folded, end))
    for (let at = 0; at < folded.length; ) {
      const code = folded.charCodeAt(at)
      let next = at + 1
      let mayBegin: boolean
      if (wordCharacters[code] === 1) {
        // Of a Latin word a name holds all or nothing.
        next = endOfWord(folded, at)
        const hash = hashWord(folded, at, next)
        mayBegin = words.has(hash) || (hasOwn && local.words.has(hash))
      } else {
        const hash = hashPair(code, next < folded.length ? folded.charCodeAt(next) : 0)
        mayBegin = pairs.has(hash) || (hasOwn && local.pairs.has(hash))
      }
      const best = mayBegin && taken[at] === 0 ? this.#longest(folded, at, local, mayEnd) : null
      if (best !== null) found.push(best)
      at = best === null ? next : best.end
    }
    return found
  }

  #longest(folded: string, start: number, local: NameTrie<T>, mayEnd: (end: number) => boolean): FoundName<T> | null {
    const own = local.isEmpty ? null : local.longest(folded, start, mayEnd)
    let best: FoundName<T> | null = own === null ? null : { start, end: own.end, value: own.value, source: -1 }
    if (!this.#beginnings.has(tripleAt(folded, start)) && !this.#beginnings.has(pairAt(folded, start))) return best
    for (let source = 0; source < this.#tries.length; source++) {
      const longest = this.#tries[source]!.longest(folded, start, mayEnd)
      if (longest !== null && (best === null || longest.end > best.end))
        best = { start, end: longest.end, value: longest.value, source }
    }
    return best
  }
}

/** True when the letters of a Latin name are printed as names are: a capital where the known name has one, capitals throughout for abbreviations. */
export function isPrintedAsName(surface: string, known: KnownName): boolean {
  if (!/[a-z]/i.test(surface)) return true
  if (surface === known.text) return true
  // LeT, EfD, HoC: short, and told from a word by their capitals alone.
  if (known.text.length <= 4 && /^[A-Z]+[a-z]+[A-Z]/.test(known.text)) return surface === surface.toUpperCase()
  const isAllCapitals = /[A-Z]/.test(known.text) && known.text === known.text.toUpperCase()
  if (isAllCapitals && known.text.length <= 6)
    return surface === surface.toUpperCase() || (/^[A-Z][a-z]+$/.test(surface) && surface.length >= 4)
  if (/[A-Z]/.test(known.text)) return /^[^a-z]*[A-Z]/.test(surface)
  return true
}
