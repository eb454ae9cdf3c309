/**
 * Finds the words of a list in folded texts, the leftmost first and of those the longest: as a regular expression of alternatives
 * would, but for most characters with one look into a table.
 */
export class WordFinder {
  /** Place behind the word that `find` found last. */
  end = 0
  readonly #groups: readonly (readonly string[])[]
  /** For each UTF-16 unit the group of words that begin with it; 0 for none. */
  readonly #groupOf = new Uint16Array(0x10000)

  constructor(words: Iterable<string>) {
    const groups: string[][] = [[]]
    for (const word of words) {
      const code = word.charCodeAt(0)
      if (this.#groupOf[code] === 0) this.#groupOf[code] = groups.push([]) - 1
      groups[this.#groupOf[code]!]!.push(word)
    }
    for (const group of groups) group.sort((a, b) => b.length - a.length)
    this.#groups = groups
  }

  /** Place of the first word from `from` on, which ends before `to` or there; -1 for none. */
  find(folded: string, from: number, to = folded.length): number {
    for (let at = from; at < to; at++) {
      const group = this.#groupOf[folded.charCodeAt(at)]!
      if (group === 0) continue
      for (const word of this.#groups[group]!) {
        if (at + word.length <= to && folded.startsWith(word, at)) {
          this.end = at + word.length
          return at
        }
      }
    }
    return -1
  }
}
