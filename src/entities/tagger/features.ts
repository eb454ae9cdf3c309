import { foldText } from '../../text/fold-name.ts'

/**
 * What the tagger sees of each character: itself and up to three neighbours on either side, alone and joined, their classes, and what
 * known names it stands in. Folded, so that both scripts are one; classes come from the text as stored, where capitals still tell.
 * A feature is a 32-bit hash, so that the trained table holds no text.
 */

const digit = 48
const beforeText = 1
const afterText = 2
/** Neighbours that are looked at on either side. */
export const reach = 3
/** A symbol is seen by itself from every place that it is in reach of. */
export const singles = 2 * reach + 1
const withoutMarks = 18
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
  return (mixed ^ (mixed >>> 16)) >>> 0
}
const seeds = Int32Array.from({ length: 64 }, (_, template) => Math.imul(template + 0x811c9dc5, 0x9e3779b1))
const one = (template: number, a: number): number => finish(mix(seeds[template]!, a))
const two = (template: number, a: number, b: number): number => finish(mix(seeds[template]!, a | (b << 16)))
const three = (template: number, a: number, b: number, c: number): number => finish(mix(mix(seeds[template]!, a | (b << 16)), c))
const four = (template: number, a: number, b: number, c: number, d: number): number =>
  finish(mix(mix(seeds[template]!, a | (b << 16)), c | (d << 16)))

/** The features of one symbol by itself, seen from three units before it to three behind it. */
export function writeSingles(symbol: number, target: Uint32Array): void {
  for (let step = 0; step < singles; step++) target[step] = one(singles - step, symbol)
}

/** A text made ready for `writeJoined`. */
export interface FeatureReader {
  /** Symbols of the text, with `reach` more on either side. */
  symbols: Uint16Array
  /** Writes the features of one unit that join symbols and marks into `target` and returns how many: fewer where no known name is near. */
  writeJoined(at: number, target: Uint32Array): number
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
      target[0] = two(8, p2, p1)
      target[1] = two(9, p1, here)
      target[2] = two(10, here, n1)
      target[3] = two(11, n1, n2)
      target[4] = two(12, p1, n1)
      target[5] = two(13, p2, here)
      target[6] = two(14, here, n2)
      target[7] = three(15, p3, p2, p1)
      target[8] = three(16, p2, p1, here)
      target[9] = three(17, p1, here, n1)
      target[10] = three(18, here, n1, n2)
      target[11] = three(19, n1, n2, n3)
      target[12] = four(20, p2, p1, here, n1)
      target[13] = four(21, p1, here, n1, n2)
      target[14] = four(22, here, n1, n2, n3)
      target[15] = four(23, p3, p2, p1, here)
      const around = classes[at + 2]! | (classes[at + 3]! << 4) | (classes[at + 4]! << 8)
      target[16] = one(24, around)
      target[17] = two(25, around, classes[at + 1]! | (classes[at + 5]! << 4))
      const mark = marks[at]!
      const before = at === 0 ? 0 : marks[at - 1]!
      const behind = at + 1 < length ? marks[at + 1]! : 0
      if ((mark | before | behind) === 0) return withoutMarks
      target[18] = one(30, mark)
      target[19] = two(31, before, mark)
      target[20] = two(32, mark, behind)
      target[21] = three(33, before, mark, behind)
      target[22] = two(34, mark, here)
      target[23] = two(35, mark, p1)
      target[24] = two(36, mark, n1)
      target[25] = three(37, before, here, n1)
      target[26] = three(38, behind, here, p1)
      target[27] = three(39, mark, n1, n2)
      target[28] = three(40, mark, p2, p1)
      return joined
    },
  }
}
