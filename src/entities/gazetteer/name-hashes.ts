import { hashWord, pairAt, unitAt } from '../../text/unit-hashes.ts'

/* How names are filed by what they begin with, and how a text is hashed to ask for that: by the same units in both. */

/** Letters and digits, of which the words of a folded Latin name are made. */
export const isOfWord = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 48 && code <= 57)

/** Place behind the Latin word that begins at `start`. */
export function endOfWord(folded: string, start: number): number {
  let end = start
  while (isOfWord(unitAt(folded, end))) end++
  return end
}

/** What short names are filed by: two units, or a Latin word, whose end is given; it is `at` where none stands there. */
export const shortBeginning = (text: string, at: number, endOfFirst: number): number =>
  endOfFirst === at ? pairAt(text, at) : hashWord(text, at, endOfFirst)

/** What longer names are filed by: a unit more, or what stands behind the word. */
export const longBeginning = (text: string, at: number, endOfFirst: number, short: number): number =>
  short ^ Math.imul(endOfFirst === at ? unitAt(text, at + 2) : behindWord(text, endOfFirst), 0xc2b2ae35)

/** Two units; or the Chinese one that follows, so that Linux 基金会 is filed as Linux基金会 is. */
function behindWord(text: string, end: number): number {
  const place = placeOfChinese(text, end)
  return place < 0 ? pairAt(text, end) : text.charCodeAt(place)
}

/** Where Chinese follows a Latin word with a mark, a blank, both or neither in between; -1 where none does. */
export function placeOfChinese(text: string, endOfFirst: number): number {
  if (unitAt(text, endOfFirst) > 127) return endOfFirst
  const next = unitAt(text, endOfFirst + 1)
  if (next > 127) return endOfFirst + 1
  return next === 32 && unitAt(text, endOfFirst + 2) > 127 ? endOfFirst + 2 : -1
}

/** What a folded name is filed by. */
export function beginningOf(name: string): number {
  const end = endOfWord(name, 0)
  const short = shortBeginning(name, 0, end)
  return isShort(name, end) ? short : longBeginning(name, 0, end, short)
}

/** True for names of two units, and for a Latin word with no more than a mark behind it. */
export const isShort = (name: string, endOfFirst: number): boolean =>
  name.length < Math.max(1, endOfFirst) + 2 && (endOfFirst === 0 || unitAt(name, endOfFirst) < 128)
