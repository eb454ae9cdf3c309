/** Words by one of their characters, longest first: most characters of a text are none of any word, which one look into a table tells. */
class WordGroups {
  /** By UTF-16 unit, a bit each: small enough for a processor's nearest cache, which a table of groups is not. */
  readonly #known = new Uint8Array(0x2000)
  readonly #groups = new Map<number, string[]>()

  constructor(words: Iterable<string>, keyOf: (word: string) => number) {
    for (const word of new Set(words)) {
      const code = keyOf(word)
      this.#known[code >>> 3]! |= 1 << (code & 7)
      const there = this.#groups.get(code)
      if (there === undefined) this.#groups.set(code, [word])
      else there.push(word)
    }
    for (const group of this.#groups.values()) group.sort((a, b) => b.length - a.length)
  }

  /** Empty for most. */
  of(code: number): readonly string[] {
    return (this.#known[code >>> 3]! & (1 << (code & 7))) === 0 ? noWords : this.#groups.get(code)!
  }
}

const noWords: readonly string[] = []

/** Words that are looked for in folded texts, as a regular expression of alternatives would, the longest first. */
export class WordFinder {
  /** Place behind the word that `find` found last. */
  end = 0
  readonly #groups: WordGroups

  constructor(words: Iterable<string>) {
    this.#groups = new WordGroups(words, (word) => word.charCodeAt(0))
  }

  /** Place of the first word from `from` on; -1 for none. */
  find(folded: string, from: number): number {
    for (let at = from; at < folded.length; at++) {
      const length = this.lengthAt(folded, at)
      if (length > 0) {
        this.end = at + length
        return at
      }
    }
    return -1
  }

  /** Length of the longest word that begins at `start` and has at most `most` units, or 0. */
  lengthAt(folded: string, start: number, most = Infinity): number {
    const group = this.#groups.of(folded.charCodeAt(start))
    for (let index = 0; index < group.length; index++) {
      const { length } = group[index]!
      if (length <= most && folded.startsWith(group[index]!, start)) return length
    }
    return 0
  }
}

/** Words that folded texts are asked for backwards: which one ends here? */
export class WordEndings {
  readonly #groups: WordGroups

  constructor(words: Iterable<string>) {
    this.#groups = new WordGroups(words, (word) => word.charCodeAt(word.length - 1))
  }

  /** Length of the longest word that ends at `end`, or 0. */
  lengthBefore(folded: string, end: number): number {
    if (end <= 0) return 0
    const group = this.#groups.of(folded.charCodeAt(end - 1))
    for (let index = 0; index < group.length; index++) {
      const { length } = group[index]!
      if (length <= end && folded.startsWith(group[index]!, end - length)) return length
    }
    return 0
  }
}
