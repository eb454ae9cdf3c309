import { BitSet } from '../../text/bit-set.ts'
import { hashEnd, hashOn, hashPair, unitAt } from '../../text/unit-hashes.ts'
import { kindOfEnglish } from '../words/english-kinds.ts'
import type { KnownName } from './known-name.ts'
import { isOfWord, longBeginning } from './name-hashes.ts'
import type { NameTrie } from './name-trie.ts'

/** A known name found in a text. */
export interface FoundName<T> {
  start: number
  end: number
  value: T
  /** Which of the tries it came from; -1 for the names of the text alone. */
  source: number
}

/** What a few names begin with, and what may stand in front of most others. */
const article = 'the '

/** Several tries of names, searched at once. */
export class NameSearch<T> {
  readonly #tries: readonly NameTrie<T>[]
  // Of the names of all of them.
  readonly #pairs: BitSet
  readonly #words: BitSet
  readonly #beginnings: BitSet

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
   * Nothing is found where `taken` is not 0, or what `accepts` refuses. Time is linear in the text.
   */
  find(
    folded: string,
    taken: Uint8Array,
    local: NameTrie<T> | null = null,
    accepts: (one: FoundName<T>) => boolean = () => true,
  ): FoundName<T>[] {
    const found: FoundName<T>[] = []
    const pairs = this.#pairs
    const words = this.#words
    const mayEnd = (end: number): boolean =>
      taken[end - 1] === 0 && !(isOfWord(folded.charCodeAt(end - 1)) && isOfWord(unitAt(folded, end)))
    let code = unitAt(folded, 0)
    for (let at = 0; at < folded.length; ) {
      const start = at
      let endOfFirst = start
      let beginning = 0
      let mayBegin: boolean
      if (isOfWord(code)) {
        // Of a Latin word a name holds all or nothing.
        for (; isOfWord(code); code = unitAt(folded, ++at)) beginning = hashOn(beginning, code)
        endOfFirst = at
        beginning = hashEnd(beginning)
        mayBegin = words.has(beginning) || local?.words.has(beginning) === true
      } else {
        const next = unitAt(folded, ++at)
        beginning = hashPair(code, next)
        code = next
        mayBegin = pairs.has(beginning) || local?.pairs.has(beginning) === true
      }
      if (!mayBegin || taken[start] !== 0) continue
      const best = this.#longest(folded, start, beginning, longBeginning(folded, start, endOfFirst, beginning), local, mayEnd)
      if (best === null || !accepts(best)) continue
      const last = found.at(-1)
      if (last !== undefined && start < last.end) {
        // The|National Health Commission: its article makes no other name of it, The National.
        if (start !== last.start + article.length || best.end <= last.end) continue
        found.pop()
      }
      found.push(best)
      if (folded.startsWith(article, start)) continue
      at = best.end
      code = unitAt(folded, at)
    }
    return found
  }

  /** `short` and `long` are what names are filed by that begin at `start`. */
  #longest(
    folded: string,
    start: number,
    short: number,
    long: number,
    local: NameTrie<T> | null,
    mayEnd: (end: number) => boolean,
  ): FoundName<T> | null {
    const own = local === null ? null : local.longest(folded, start, mayEnd, short, long)
    let best: FoundName<T> | null = own === null ? null : { start, end: own.end, value: own.value, source: -1 }
    if (!this.#beginnings.has(long) && !this.#beginnings.has(short)) return best
    for (let source = 0; source < this.#tries.length; source++) {
      const longest = this.#tries[source]!.longest(folded, start, mayEnd, short, long)
      if (longest !== null && (best === null || longest.end > best.end))
        best = { start, end: longest.end, value: longest.value, source }
    }
    return best
  }
}

/**
 * True when the letters of a Latin name are printed as names are: a capital where the known name has one, capitals throughout for
 * abbreviations. English prints each word of a name so: China post-war is no China Post.
 */
export function isPrintedAsName(surface: string, known: KnownName, isEnglish = false): boolean {
  if (surface === known.text || !/[a-z]/i.test(surface)) return true
  if (isEnglish && surface.includes(' ') && !hasCapitalsOf(surface, known.text)) return false
  // LeT, EfD, HoC: short, and told from a word by their capitals alone.
  if (known.text.length <= 4 && /^[A-Z]+[a-z]+[A-Z]/.test(known.text)) return surface === surface.toUpperCase()
  const isAllCapitals = /[A-Z]/.test(known.text) && known.text === known.text.toUpperCase()
  if (isAllCapitals && known.text.length <= 6)
    return surface === surface.toUpperCase() || (/^[A-Z][a-z]+$/.test(surface) && surface.length >= 4)
  if (/[A-Z]/.test(known.text)) return /^[^a-z]*\p{Lu}/u.test(surface)
  return true
}

function hasCapitalsOf(surface: string, name: string): boolean {
  const words = surface.split(' ')
  return name
    .split(' ')
    .every((word, i) => i === 0 || !/^\p{Lu}/u.test(word) || !/^\p{Ll}/u.test(words[i] ?? '') || ofState.test(words[i]!))
}

/** Nationalist government, Japanese army: of states they are often printed small. */
const ofState = /^(?:government|municipal|provincial|regional|army|navy|military|police|parliament|ministry|embassy)$/

/** Those of the names that are printed so, and the length of an article in front that is no part of them: the |White House, the |Guardian. */
export function printedNames(
  surface: string,
  names: readonly KnownName[],
  isEnglish: boolean,
): { names: readonly KnownName[]; article: number } {
  const article = isEnglish && /^the \p{Lu}/u.test(surface) ? 4 : 0
  const isPrinted = (name: KnownName): boolean =>
    isPrintedAsName(surface, name, isEnglish) ||
    // The National, and the national: papers that say what they are keep to their names behind a small article.
    (article > 0 &&
      name.text.startsWith('The ') &&
      kindOfEnglish(name.text) === 'MEDIA' &&
      surface.slice(4) === name.text.slice(4))
  return { names: names.filter(isPrinted), article }
}
