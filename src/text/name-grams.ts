/**
 * What organisations are found by when a part of a name is asked for: the units of a folded name, and every two neighbouring ones, as
 * integers that a GIN index can hold. Names that have all of the query's are looked at then.
 */

const pair = (first: number, second: number): number => (first << 16) | second

/** Every piece of a folded name, once. */
export function gramsOf(folded: string): Int32Array {
  const grams = new Set<number>()
  for (let at = 0; at < folded.length; at++) {
    grams.add(folded.charCodeAt(at))
    if (at > 0) grams.add(pair(folded.charCodeAt(at - 1), folded.charCodeAt(at)))
  }
  return Int32Array.from(grams)
}

/** Pieces that a long query is looked up by: more would narrow nothing. */
const mostQueryGrams = 48

/** The fewest pieces that every name with this folded query in it has. Empty for an empty query. */
export function queryGrams(folded: string): number[] {
  if (folded.length === 1) return [folded.charCodeAt(0)]
  const all = new Set<number>()
  for (let at = 1; at < folded.length; at++) all.add(pair(folded.charCodeAt(at - 1), folded.charCodeAt(at)))
  return [...all].slice(0, mostQueryGrams)
}

/** Pieces as PostgreSQL reads an `int4[]`. */
export function gramArray(grams: readonly number[] | Int32Array): string {
  return `{${grams.join(',')}}`
}
