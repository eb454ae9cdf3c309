import { foldText } from '../../text/fold-name.ts'

/**
 * What the tagger sees of each character: itself and up to three neighbours on either side, alone and joined, their classes, and what
 * known names it stands in. Folded, so that both scripts are one; classes come from the text as stored, where capitals still tell.
 * A feature is a hash of 32 bits, so that the trained table holds no text.
 */

const digit = 48
const beforeText = 1
const afterText = 2
/** Neighbours that are looked at on either side. */
export const reach = 3
/** A symbol is seen by itself from every place that it is in reach of. */
export const singles = 2 * reach + 1
/** The most features that `writeJoined` writes. */
export const joined = 29

const classOfUnit = new Uint8Array(0x10000).fill(8)
for (let unit = 0x4e00; unit <= 0x9fff; unit++) classOfUnit[unit] = 6
for (let unit = 48; unit <= 57; unit++) classOfUnit[unit] = 3
for (let unit = 65; unit <= 90; unit++) classOfUnit[unit] = 4
for (let unit = 97; unit <= 122; unit++) classOfUnit[unit] = 5
for (const mark of '，。、；：“”‘’（）《》！？,.;:()!?"\'') classOfUnit[mark.charCodeAt(0)] = 7
classOfUnit[beforeText] = beforeText
classOfUnit[afterText] = afterText

const mix = (value: number, part: number): number => {
  const mixed = Math.imul(value ^ part, 0x85ebca6b)
  return mixed ^ (mixed >>> 13)
}
const finish = (value: number): number => {
  const mixed = Math.imul(value, 0xc2b2ae35)
  return mixed ^ (mixed >>> 16)
}
/** Where the hash of a kind of features starts, so that the same characters in other places are another feature. */
const seedsOf = (templates: readonly number[]): Int32Array =>
  Int32Array.from(templates, (template) => Math.imul(template + 0x811c9dc5, 0x9e3779b1))

/** Kinds of features of up to two symbols, and of three or four; those of marks last, since most units are near none. */
const short = seedsOf([8, 9, 10, 11, 12, 13, 14, 24, 25, 30, 31, 32, 34, 35, 36])
const long = seedsOf([15, 16, 17, 18, 19, 20, 21, 22, 23, 33, 37, 38, 39, 40])
const shortWithoutMarks = 9
const longWithoutMarks = 9
/** What is hashed of the unit at hand, two symbols to an integer: features are hashed in two plain loops, which is several times faster than one by one. */
const shortParts = new Int32Array(short.length)
const longParts = new Int32Array(long.length)
const longRests = new Int32Array(long.length)
const singleSeeds = seedsOf([1, 2, 3, 4, 5, 6, 7])

/** The features of one symbol by itself, seen from three units before it to three behind it. */
export function writeSingles(symbol: number, target: Int32Array): void {
  for (let step = 0; step < singles; step++) target[step] = finish(mix(singleSeeds[singles - step - 1]!, symbol))
}

/** A text made ready for `writeJoined`. */
export interface FeatureReader {
  /** Symbols of the text, with `reach` more on either side. */
  symbols: Uint16Array
  /** Writes the features of one unit that join symbols and marks into `target` and returns how many: fewer where no known name is near. */
  writeJoined(at: number, target: Int32Array): number
}

/** `marks` says of every unit of a text which kind of known name it stands in (known-name-marks.ts); 0 for none. */
export function readFeatures(text: string, marks: Uint8Array): FeatureReader {
  const folded = foldText(text)
  const length = text.length
  // Digits count as one character: what a year or an amount says does not matter.
  const symbols = new Uint16Array(length + 2 * reach).fill(afterText)
  const classes = new Uint8Array(length + 2 * reach).fill(afterText)
  symbols.fill(beforeText, 0, reach)
  classes.fill(beforeText, 0, reach)
  for (let at = 0; at < length; at++) {
    const unit = folded.charCodeAt(at)
    symbols[at + reach] = unit >= 48 && unit <= 57 ? digit : unit
    classes[at + reach] = classOfUnit[text.charCodeAt(at)]!
  }
  return {
    symbols,
    writeJoined(at, target) {
      const p3 = symbols[at]!
      const p2 = symbols[at + 1]!
      const p1 = symbols[at + 2]!
      const here = symbols[at + 3]!
      const n1 = symbols[at + 4]!
      const n2 = symbols[at + 5]!
      const n3 = symbols[at + 6]!
      const p32 = pair(p3, p2)
      const p21 = pair(p2, p1)
      const p10 = pair(p1, here)
      const n01 = pair(here, n1)
      const n12 = pair(n1, n2)
      const around = classes[at + 2]! | (classes[at + 3]! << 4) | (classes[at + 4]! << 8)
      shortParts[0] = p21
      shortParts[1] = p10
      shortParts[2] = n01
      shortParts[3] = n12
      shortParts[4] = pair(p1, n1)
      shortParts[5] = pair(p2, here)
      shortParts[6] = pair(here, n2)
      shortParts[7] = around
      shortParts[8] = pair(around, classes[at + 1]! | (classes[at + 5]! << 4))
      longParts[0] = p32
      longRests[0] = p1
      longParts[1] = p21
      longRests[1] = here
      longParts[2] = p10
      longRests[2] = n1
      longParts[3] = n01
      longRests[3] = n2
      longParts[4] = n12
      longRests[4] = n3
      longParts[5] = p21
      longRests[5] = n01
      longParts[6] = p10
      longRests[6] = n12
      longParts[7] = n01
      longRests[7] = pair(n2, n3)
      longParts[8] = p32
      longRests[8] = p10
      const mark = marks[at]!
      const before = at === 0 ? 0 : marks[at - 1]!
      const behind = at + 1 < length ? marks[at + 1]! : 0
      if ((mark | before | behind) === 0) return hashParts(shortWithoutMarks, longWithoutMarks, target)
      shortParts[9] = mark
      shortParts[10] = pair(before, mark)
      shortParts[11] = pair(mark, behind)
      shortParts[12] = pair(mark, here)
      shortParts[13] = pair(mark, p1)
      shortParts[14] = pair(mark, n1)
      longParts[9] = pair(before, mark)
      longRests[9] = behind
      longParts[10] = pair(before, here)
      longRests[10] = n1
      longParts[11] = pair(behind, here)
      longRests[11] = p1
      longParts[12] = pair(mark, n1)
      longRests[12] = n2
      longParts[13] = pair(mark, p2)
      longRests[13] = p1
      return hashParts(short.length, long.length, target)
    },
  }
}

const pair = (first: number, second: number): number => first | (second << 16)

function hashParts(shortCount: number, longCount: number, target: Int32Array): number {
  for (let index = 0; index < shortCount; index++) target[index] = finish(mix(short[index]!, shortParts[index]!))
  for (let index = 0; index < longCount; index++)
    target[shortCount + index] = finish(mix(mix(long[index]!, longParts[index]!), longRests[index]!))
  return shortCount + longCount
}
