/**
 * Names to be found in text, character by character. Finding takes time in proportion to the text: from each place the walk ends
 * at the first character that no name has there, so that the number of names hardly matters.
 */
export class NameTrie<T> {
  readonly #root: Branch<T> = { next: new Map(), value: undefined }
  // Most places in a text begin no name: one look into an array says so.
  readonly #begins: (Node<T> | undefined)[] = new Array(0x10000)

  /** `folded` as `foldText` gives it. One value a name; `get` it first to add to what is there. */
  set(folded: string, value: T): void {
    if (folded.length === 0) return
    let branch = this.#root
    for (let i = 0; ; i++) {
      const code = folded.charCodeAt(i)
      const node = branch.next.get(code)
      const rest = folded.slice(i + 1)
      if (node === undefined) {
        this.#link(branch, code, rest === '' ? { next: new Map(), value } : { rest, value })
        return
      }
      if ('rest' in node) {
        if (node.rest === rest) {
          node.value = value
          return
        }
        // The tail that one name had for itself is now shared: give its first character a branch of its own.
        const grown: Branch<T> = { next: new Map(), value: undefined }
        const tail = node.rest.slice(1)
        grown.next.set(
          node.rest.charCodeAt(0),
          tail === '' ? { next: new Map(), value: node.value } : { rest: tail, value: node.value },
        )
        this.#link(branch, code, grown)
        branch = grown
      } else {
        branch = node
      }
      if (rest === '') {
        branch.value = value
        return
      }
    }
  }

  get(folded: string): T | undefined {
    let found: T | undefined
    this.walk(folded, 0, (end, value) => {
      if (end === folded.length) found = value
    })
    return found
  }

  /** Calls `visit` for every name that begins at `start`, shortest first. */
  walk(text: string, start: number, visit: (end: number, value: T) => void): void {
    let node = this.#begins[text.charCodeAt(start)]
    let at = start + 1
    while (node !== undefined) {
      if ('rest' in node) {
        if (text.startsWith(node.rest, at)) visit(at + node.rest.length, node.value)
        return
      }
      if (node.value !== undefined) visit(at, node.value)
      if (at >= text.length) return
      node = node.next.get(text.charCodeAt(at))
      at += 1
    }
  }

  #link(branch: Branch<T>, code: number, node: Node<T>): void {
    branch.next.set(code, node)
    if (branch === this.#root) this.#begins[code] = node
  }
}

/** Either a branching of several names, or the whole tail of a single one: most names are alone after a few characters. */
type Node<T> = Branch<T> | { rest: string; value: T }
interface Branch<T> {
  next: Map<number, Node<T>>
  value: T | undefined
}
