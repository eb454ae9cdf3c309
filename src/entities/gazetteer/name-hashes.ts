/* How names are filed by what they begin with, and how a text is hashed to ask for that: by the same units in both. */

/** Letters and digits, of which the words of a folded Latin name are made. */
export const isOfWord = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 48 && code <= 57)

/** Looked for past the end a unit is no number, which would make all that is reckoned with it slow: there it is 0. */
export const unitAt = (text: string, at: number): number => (at < text.length ? text.charCodeAt(at) : 0)

/** Place behind the Latin word that begins at `start`. */
export function endOfWord(folded: string, start: number): number {
  let end = start
  while (isOfWord(unitAt(folded, end))) end++
  return end
}

export function hashWord(folded: string, start: number, end: number): number {
  let hash = 0
  for (let at = start; at < end; at++) hash = hashOn(hash, folded.charCodeAt(at))
  return hashEnd(hash)
}

/** A word's hash, unit by unit from 0 on, for those who look for its end meanwhile; then its end. */
export const hashOn = (hash: number, code: number): number => Math.imul(hash ^ code, 0x9e3779b1) ^ (hash >>> 15)
export const hashEnd = (hash: number): number => Math.imul(hash, 0x85ebca6b)

/** Of two neighbouring units; past the end of a text they count as 0. */
export const hashPair = (first: number, second: number): number => Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b)

export const pairAt = (text: string, at: number): number => hashPair(unitAt(text, at), unitAt(text, at + 1))

/** What short names are filed by: two units, or a Latin word, whose end is given; it is `at` where none stands there. */
export const shortBeginning = (text: string, at: number, endOfFirst: number): number =>
  endOfFirst === at ? pairAt(text, at) : hashWord(text, at, endOfFirst)

/** What longer names are filed by: a unit more, or two behind the word. */
export const longBeginning = (text: string, at: number, endOfFirst: number, short: number): number =>
  short ^ Math.imul(endOfFirst === at ? unitAt(text, at + 2) : pairAt(text, endOfFirst), 0xc2b2ae35)

/** What a folded name is filed by. */
export function beginningOf(name: string): number {
  const end = endOfWord(name, 0)
  const short = shortBeginning(name, 0, end)
  return isShort(name, end) ? short : longBeginning(name, 0, end, short)
}

/** True for names of few units, and for Latin words that Chinese follows, with a mark, a blank or both in between: Linux 基金会. */
export function isShort(name: string, endOfFirst: number): boolean {
  if (name.length < Math.max(1, endOfFirst) + 2) return true
  if (endOfFirst === 0) return false
  const next = name.charCodeAt(endOfFirst + 1)
  return name.charCodeAt(endOfFirst) > 127 || next > 127 || (next === 32 && name.charCodeAt(endOfFirst + 2) > 127)
}
