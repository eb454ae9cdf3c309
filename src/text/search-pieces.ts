import { foldText } from './fold-name.ts'

/**
 * What full-text search finds texts by: every three neighbouring units of a folded text, every two, and every one, whatever they
 * are. Chinese has no spaces and most of its words have two characters, so that nothing is told apart here; what has the piece is
 * just what `LIKE '%…%'` finds.
 *
 * A piece is a number below 2^48: its units one behind the other, zeros for those that it lacks. Numbers in order are then pieces in
 * the order of their units, each before those that begin with it. No text has a unit zero.
 */

/** Units that PostgreSQL cannot hold are U+FFFD there. A whole surrogate pair is kept. */
const storable = (text: string): string =>
  // A look for halves of pairs, too, is faster than a look for those that have no other half.
  /[\ud800-\udfff\0]/.test(text) ? text.replace(/\p{Surrogate}|\0/gu, '\ufffd') : text

/** The form in which texts and queries are compared. As long as the text: unit i of the one is unit i of the other. */
export function searchText(text: string): string {
  return foldText(storable(text))
}

/** Added to the pieces of a title, which has them a second time for itself. */
export const titleMark = 2 ** 48

const unitsOfPiece = 3

/** The piece of one, two or three units. */
export function pieceOf(units: string): number {
  return units.charCodeAt(0) * 2 ** 32 + (units.charCodeAt(1) || 0) * 2 ** 16 + (units.charCodeAt(2) || 0)
}

/** Pieces that a long query is looked up by: more would narrow nothing. */
const mostQueryPieces = 8

/** Pieces that every text with this folded query in it has. What has that of one, two or three units has the query. */
export function queryPieces(folded: string): number[] {
  if (isPiece(folded)) return [pieceOf(folded)]
  const count = folded.length - unitsOfPiece + 1
  const chosen = Math.min(count, mostQueryPieces)
  const at = (index: number): number => Math.round((index * (count - 1)) / (chosen - 1))
  const all = Array.from({ length: chosen }, (_, index) => pieceOf(folded.slice(at(index), at(index) + unitsOfPiece)))
  return [...new Set(all)].sort((a, b) => a - b)
}

/** Whether a text that has the query's pieces has the query. Others have to be looked at. */
export const isPiece = (folded: string): boolean => folded.length <= unitsOfPiece

/** An object rather than a function: V8 compiles a loop for the one function that it calls, and anew for the next batch's. */
export interface PieceTaker {
  /** Told a piece and the texts that have it: those in `texts` from `from` to before `to`, ascending, to be read at once. */
  take(piece: number, texts: Int32Array, from: number, to: number): void
}

/** A text begins at a multiple of so many units, so that a small table says whose a place is. */
const unitsOfStretch = 64

/** What collectors that are done have left for the next: some megabytes each, which come and go with every batch, leave holes in memory. */
const spares: { units: Uint16Array[]; places: Int32Array[] } = { units: [], places: [] }

/** Gathers the pieces of texts that are added one after the other, and tells them in order: the index of a batch. */
export class PieceCollector {
  /** Every unit of the fields, each field with two zeros or more behind it, which make up its last threes. */
  #units: Uint16Array = spares.units.pop() ?? new Uint16Array(1 << 12)
  #length = 0
  /** Where a three begins that its text has not had before. */
  #places: Int32Array = spares.places.pop() ?? new Int32Array(1 << 12)
  #count = 0
  /** Which text each stretch of units belongs to. */
  readonly #textOfStretch: number[] = []
  #texts = 0

  /** Adds fields of one text; no piece reaches from one field into another. They have no unit zero in them. */
  add(fields: readonly string[]): void {
    const start = this.#length
    const end = start + fields.reduce((sum, { length }) => sum + length + 2, 0)
    const length = Math.ceil(end / unitsOfStretch) * unitsOfStretch
    if (length > this.#units.length) this.#units = longer(this.#units, new Uint16Array(withRoom(length)))
    const units = this.#units
    let at = start
    for (const field of fields) {
      for (let index = 0; index < field.length; index++) units[at++] = field.charCodeAt(index)
      at += 2
    }
    for (; this.#length < length; this.#length += unitsOfStretch) this.#textOfStretch.push(this.#texts)
    this.#texts++
    this.#notePlaces(start, end)
  }

  /** Half of the threes of a text are repeated in it: to tell that at once saves sorting them. */
  #notePlaces(start: number, end: number): void {
    const bits = 32 - Math.clz32(2 * (end - start))
    const slots = emptySlots(bits)
    const units = this.#units
    if (this.#count + end - start > this.#places.length)
      this.#places = longer(this.#places, new Int32Array(withRoom(this.#count + end - start)))
    const places = this.#places
    const mask = slots.length - 1
    let count = this.#count
    for (let place = start; place < end; place++) {
      const first = units[place]!
      if (first === 0) continue
      const second = units[place + 1]!
      const third = units[place + 2]!
      let slot = (Math.imul((first << 16) | second, 0x9e3779b1) ^ Math.imul(third, 0x85ebca6b)) >>> (32 - bits)
      for (;;) {
        const there = slots[slot]! - 1
        if (there === -1) {
          slots[slot] = place + 1
          places[count++] = place
          break
        }
        if (units[there] === first && units[there + 1] === second && units[there + 2] === third) break
        slot = (slot + 1) & mask
      }
    }
    this.#count = count
  }

  /** Gives every piece of one, two and three units, in ascending order, with its texts: the first that was added is text 0. Once. */
  giveTo(taker: PieceTaker): void {
    const count = this.#sortThrees()
    const { pairs, thirds, texts, starts } = workspace
    const union = new Union(this.#texts)
    // Threes that begin with one unit stand together, and among them those that begin with two.
    for (let from = 0; from < count; ) {
      const first = pairs[from]! >>> 16
      let to = from + 1
      while (to < count && pairs[to]! >>> 16 === first) to++
      union.give(first * 2 ** 32, texts, starts[from]!, starts[to]!, taker)
      while (from < to) {
        const pair = pairs[from]!
        let end = from + 1
        while (end < to && pairs[end] === pair) end++
        const piece = pair * 2 ** 16
        if ((pair & 0xffff) !== 0) union.give(piece, texts, starts[from]!, starts[end]!, taker)
        for (; from < end; from++) {
          if (thirds[from] !== 0) taker.take(piece + thirds[from]!, texts, starts[from]!, starts[from + 1]!)
        }
      }
    }
    spares.units.push(this.#units.fill(0, 0, this.#length))
    spares.places.push(this.#places)
  }

  /** Leaves every three in the workspace, each once and in order, and returns how many there are. */
  #sortThrees(): number {
    const units = this.#units
    const places = sortPlaces(this.#places.subarray(0, this.#count), units.subarray(0, this.#length))
    const textOfStretch = Int32Array.from(this.#textOfStretch)
    const { pairs, thirds, texts, starts } = workspace
    let count = 0
    let pairBefore = 0
    let thirdBefore = 0
    for (let index = 0; index < places.length; index++) {
      const place = places[index]!
      const pair = ((units[place]! << 16) | units[place + 1]!) >>> 0
      const third = units[place + 2]!
      if (pair !== pairBefore || third !== thirdBefore) {
        pairs[count] = pair
        thirds[count] = third
        starts[count++] = index
        pairBefore = pair
        thirdBefore = third
      }
      texts[index] = textOfStretch[(place / unitsOfStretch) | 0]!
    }
    starts[count] = places.length
    return count
  }
}

/** Places by what stands there, and one more; shared by all texts, of which there is one at a time. */
let allSlots = new Int32Array(1 << 14)

function emptySlots(bits: number): Int32Array {
  if (allSlots.length < 1 << bits) allSlots = new Int32Array(1 << bits)
  return allSlots.subarray(0, 1 << bits).fill(0)
}

/** What every collector works in, one after the other: to ask for fresh memory takes longer than half of the work. */
let workspace = createWorkspace(0, 0)

function createWorkspace(places: number, units: number) {
  return {
    /** Units by place, numbered as they occur. */
    numbers: new Uint16Array(units),
    /** Places in order, as far as they are sorted; and in the order to come. Then the texts of all threes stand in the second. */
    places: new Int32Array(places),
    texts: new Int32Array(places),
    /** Of every three its first two units and its third. */
    pairs: new Uint32Array(places),
    thirds: new Uint16Array(places),
    /** Where the texts of a three begin; they end where those of the next begin. */
    starts: new Int32Array(places + 1),
  }
}

/**
 * Places in the order of the three units that begin there, equal ones as they come. Sorted by the third unit, then by the second, then by
 * the first: three walks, each of which puts every place where those of its unit go.
 */
function sortPlaces(unsorted: Int32Array, units: Uint16Array): Int32Array {
  if (workspace.places.length < unsorted.length || workspace.numbers.length < units.length)
    workspace = createWorkspace(withRoom(unsorted.length), withRoom(units.length))
  const { numbers, places, texts } = workspace
  // Numbers of the units that occur, in order: what is counted by number fits into the fastest memory.
  const numberOf = new Uint16Array(0x10000)
  for (let place = 0; place < units.length; place++) numberOf[units[place]!] = 1
  let count = 0
  for (let unit = 0; unit < numberOf.length; unit++) if (numberOf[unit] === 1) numberOf[unit] = count++
  for (let place = 0; place < units.length; place++) numbers[place] = numberOf[units[place]!]!
  let from = unsorted
  let to = places
  for (const behind of [2, 1, 0]) {
    const next = new Int32Array(count + 1)
    for (let index = 0; index < from.length; index++) next[numbers[from[index]! + behind]! + 1]!++
    for (let number = 0; number < count; number++) next[number + 1]! += next[number]!
    for (let index = 0; index < unsorted.length; index++) {
      const place = from[index]!
      to[next[numbers[place + behind]!]!++] = place
    }
    from = to.subarray(0, unsorted.length)
    to = to === places ? texts : places
  }
  return from
}

/** Texts of several lists, each once and in order. */
class Union {
  readonly #marks: Int32Array
  readonly #found: Int32Array

  constructor(texts: number) {
    this.#marks = new Int32Array((texts + 31) >>> 5)
    this.#found = new Int32Array(texts)
  }

  give(piece: number, texts: Int32Array, from: number, to: number, taker: PieceTaker): void {
    if (to - from === 1) {
      taker.take(piece, texts, from, to)
      return
    }
    for (let index = from; index < to; index++) this.#marks[texts[index]! >>> 5]! |= 1 << (texts[index]! & 31)
    let count = 0
    for (let word = 0; word < this.#marks.length; word++) {
      for (let marks = this.#marks[word]!; marks !== 0; marks &= marks - 1) {
        this.#found[count++] = (word << 5) + 31 - Math.clz32(marks & -marks)
      }
      this.#marks[word] = 0
    }
    taker.take(piece, this.#found, 0, count)
  }
}

/** So that what grows little by little is not made anew each time. */
const withRoom = (length: number): number => length + (length >>> 2)

function longer<Numbers extends Uint16Array | Int32Array>(numbers: Numbers, empty: Numbers): Numbers {
  empty.set(numbers)
  return empty
}
