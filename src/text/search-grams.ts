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
const storable = (text: string): string => text.replace(/\p{Surrogate}|\0/gu, '\ufffd')

/** The form in which texts and queries are compared. As long as the text: unit i of the one is unit i of the other. */
export function searchText(text: string): string {
  return foldText(storable(text))
}

/** Every piece of a folded text, once. */
export function gramsOf(folded: string): number[] {
  const grams = new Set<number>()
  let before = 0
  let beforeThat = 0
  for (let at = 0; at < folded.length; at++) {
    const unit = folded.charCodeAt(at)
    grams.add(unit)
    if (at > 0) grams.add(pair(before, unit))
    if (at > 1 && (unit | before | beforeThat) < 0x80) grams.add(triple(beforeThat, before, unit))
    beforeThat = before
    before = unit
  }
  return [...grams]
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
