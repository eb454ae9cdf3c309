/**
 * Names to be found in text, character by character. Finding takes time in proportion to the text: from each place the walk ends
 * at the first character that no name has there, so that the number of names hardly matters.
 */
export class NameTrie<T> {
  readonly #root: Branch<T> = { next: new Map(), value: undefined }
  // Most places in a text begin no name. A table over the first two units, hashed, says so without a look into the branches.
  readonly #pairs: Uint8Array
  readonly #mask: number
  readonly #best: { end: number; value: T | undefined } = { end: -1, value: undefined }

  constructor(size: 'LARGE' | 'SMALL' = 'SMALL') {
    this.#pairs = new Uint8Array(size === 'LARGE' ? 1 << 17 : 1 << 10)
    this.#mask = this.#pairs.length - 1
  }

  /** `folded` as `foldText` gives it. One value a name: `change` makes it of the value that is there. */
  update(folded: string, change: (there: T | undefined) => T): void {
    // One character is no name that a text could be searched for.
    if (folded.length < 2) return
    this.#pairs[this.#slot(folded, 0)] = 1
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
    if (this.#pairs[this.#slot(text, start)] === 0) return null
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

  // Past the end of the text `charCodeAt` is NaN, which counts as 0 here.
  #slot(text: string, at: number): number {
    return (Math.imul(text.charCodeAt(at), 0x9e37) ^ text.charCodeAt(at + 1)) & this.#mask
  }
}

/** Either a branching of several names, or the whole tail of a single one: most names are alone after a few characters. */
type Node<T> = Branch<T> | { rest: string; value: T }
interface Branch<T> {
  next: Map<number, Node<T>>
  value: T | undefined
}
