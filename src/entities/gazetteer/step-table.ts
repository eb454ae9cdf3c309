/**
 * Where a unit leads from a node of a trie: a hash table in one array, without an object for each branch, so that a step costs one look
 * and millions of names little memory.
 */
export class StepTable {
  // Node, unit and target, three integers a step; a target of 0 marks a free place.
  #steps = new Int32Array(3 * 32)
  #mask = 31
  #count = 0

  /** 0 when the unit leads nowhere. */
  get(node: number, unit: number): number {
    return this.#steps[this.#place(node, unit) + 2]!
  }

  /** `target` is not 0. */
  set(node: number, unit: number, target: number): void {
    const place = this.#place(node, unit)
    if (this.#steps[place + 2] === 0) this.#count++
    this.#steps[place] = node
    this.#steps[place + 1] = unit
    this.#steps[place + 2] = target
    if (this.#count * 2 > this.#mask) this.#grow()
  }

  /** Where the step stands, or where it would. */
  #place(node: number, unit: number): number {
    const hash = Math.imul(node, 0x9e3779b1) ^ Math.imul(unit, 0x85ebca6b)
    for (let slot = (hash ^ (hash >>> 15)) & this.#mask; ; slot = (slot + 1) & this.#mask) {
      const place = 3 * slot
      if (this.#steps[place + 2] === 0 || (this.#steps[place] === node && this.#steps[place + 1] === unit)) return place
    }
  }

  #grow(): void {
    const before = this.#steps
    this.#mask = 2 * this.#mask + 1
    this.#steps = new Int32Array(3 * (this.#mask + 1))
    for (let from = 0; from < before.length; from += 3) {
      if (before[from + 2] === 0) continue
      const to = this.#place(before[from]!, before[from + 1]!)
      this.#steps[to] = before[from]!
      this.#steps[to + 1] = before[from + 1]!
      this.#steps[to + 2] = before[from + 2]!
    }
  }
}
