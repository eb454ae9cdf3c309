/* Hashes of the units of a text, by which words and names are looked for in it. */

/** Looked for past the end a unit is no number, which would make all that is reckoned with it slow: there it is 0. */
export const unitAt = (text: string, at: number): number => (at < text.length ? text.charCodeAt(at) : 0)

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
