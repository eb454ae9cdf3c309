import { foldText } from './fold-name.ts'

/**
 * What full-text search runs on: the short pieces of a folded text, as integers that an index can hold. Chinese has no spaces
 * and most of its words have two characters, too short for pg_trgm; any two neighbouring units are a piece here, whatever they
 * are, so that what the index finds is what `LIKE '%…%'` finds on the folded text.
 *
 * - a unit: its code (below 0x10000), for queries of one character;
 * - two neighbouring units: the first in the high half of the integer, the second in the low half;
 * - three neighbouring ASCII units: seven bits each behind the mark `asciiTriple`, since two letters tell little in English.
 *
 * The mark is that of pairs that begin with one of 32 private-use characters: `isExactPiece` knows the difference.
 */

const asciiTriple = 0xe000

const pair = (first: number, second: number): number => (first << 16) | second
const triple = (first: number, second: number, third: number): number =>
  ((asciiTriple | (first >> 2)) << 16) | ((first & 3) << 14) | (second << 7) | third

/** Units that PostgreSQL cannot hold are U+FFFD there. A whole surrogate pair is kept. */
const storable = (text: string): string =>
  // A look for halves of pairs, too, is faster than a look for those that have no other half.
  /[\ud800-\udfff\0]/.test(text) ? text.replace(/\p{Surrogate}|\0/gu, '\ufffd') : text

/** The form in which texts and queries are compared. As long as the text: unit i of the one is unit i of the other. */
export function searchText(text: string): string {
  return foldText(storable(text))
}

/** Every piece of a folded text, once. */
export function gramsOf(folded: string): number[] {
  return [...piecesOf([folded])]
}

/** Every piece of these folded texts, once, smallest first: in this order PostgreSQL sorts them into its index fastest. */
export function piecesOf(texts: readonly string[]): Int32Array {
  const pieces = new Pieces()
  for (const folded of texts) {
    let before = 0
    let beforeThat = 0
    for (let at = 0; at < folded.length; at++) {
      const unit = folded.charCodeAt(at)
      pieces.add(unit)
      if (at > 0) pieces.add(pair(before, unit))
      if (at > 1 && (unit | before | beforeThat) < 0x80) pieces.add(triple(beforeThat, before, unit))
      beforeThat = before
      before = unit
    }
  }
  return pieces.sorted()
}

/** Shared by all sets, of which there is only one at a time. */
let slots = new Int32Array(1 << 14)

/** A set of integers, filled once: a tenth of the time of a Set, and no garbage. */
class Pieces {
  #found = new Int32Array(1024)
  #count = 0
  #hasZero = false
  /** Of the slots, so many at the front are used: two to the power of 32 − shift. */
  #shift = 32 - 14

  constructor() {
    slots.fill(0, 0, 1 << 14)
  }

  add(piece: number): void {
    // 0 marks a free slot.
    if (piece === 0) this.#hasZero = true
    else if (this.#takeSlot(piece)) this.#append(piece)
  }

  sorted(): Int32Array {
    if (this.#hasZero) this.#append(0)
    return this.#found.subarray(0, this.#count).sort()
  }

  /** False if it has one. */
  #takeSlot(piece: number): boolean {
    const mask = (1 << (32 - this.#shift)) - 1
    let slot = Math.imul(piece, 0x9e3779b1) >>> this.#shift
    for (let there = slots[slot]; there !== 0; there = slots[slot]) {
      if (there === piece) return false
      slot = (slot + 1) & mask
    }
    slots[slot] = piece
    return true
  }

  #append(piece: number): void {
    this.#found[this.#count++] = piece
    if (this.#count === this.#found.length) this.#grow()
  }

  #grow(): void {
    const wider = new Int32Array(2 * this.#found.length)
    wider.set(this.#found)
    this.#found = wider
    const least = 4 * wider.length
    if (least <= 1 << (32 - this.#shift)) return
    this.#shift--
    if (slots.length < least) slots = new Int32Array(least)
    else slots.fill(0, 0, least)
    for (let at = 0; at < this.#count; at++) this.#takeSlot(wider[at]!)
  }
}

/** Pieces that a long query is looked up by: more would narrow nothing. */
const mostQueryGrams = 48

/** The fewest pieces that every text with this folded query in it has. Empty for an empty query. */
export function queryGrams(folded: string): number[] {
  if (folded.length === 1) return [folded.charCodeAt(0)]
  const codes = Array.from({ length: folded.length }, (_, at) => folded.charCodeAt(at))
  const isAscii = (at: number) => codes[at] !== undefined && codes[at] < 0x80
  const grams = new Set<number>()
  for (let at = 0; at + 1 < codes.length; at++) {
    const [first, second, third] = [codes[at]!, codes[at + 1]!, codes[at + 2]!]
    if (isAscii(at) && isAscii(at + 1) && isAscii(at + 2)) grams.add(triple(first, second, third))
    else if (!(isAscii(at - 1) && isAscii(at) && isAscii(at + 1))) grams.add(pair(first, second))
  }
  const all = [...grams]
  const step = Math.max(1, all.length / mostQueryGrams)
  return Array.from({ length: Math.min(all.length, mostQueryGrams) }, (_, index) => all[Math.floor(index * step)]!)
}

/** Whether a text that has the query's pieces has the query: true for one and two units. Others have to be looked at. */
export function isExactPiece(folded: string): boolean {
  if (folded.length !== 2) return folded.length === 1
  return (folded.charCodeAt(0) & ~0x1f) !== asciiTriple
}

/** Pieces as PostgreSQL reads an `int4[]`. */
export function gramArray(grams: readonly number[]): string {
  return `{${grams.join(',')}}`
}
