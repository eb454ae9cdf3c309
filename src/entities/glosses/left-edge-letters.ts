import { firstLetters, lettersInFront } from './left-edge-letter-weights.ts'

/**
 * What the letters on either side of a left edge say: 如果|, 毕竟|, 看好| end words that stand in front of names, and names begin with some
 * letters far more often than with others. Learnt, not listed, since nobody can list the words of every day.
 */
export type Side = 'inFront' | 'first'

const readWeights = (groups: Record<string, string>): Map<string, number> =>
  new Map(
    Object.entries(groups).flatMap(([weight, letters]) =>
      letters.split(' ').map((one): [string, number] => [one, Number(weight)]),
    ),
  )
const weights: Record<Side, Map<string, number>> = { inFront: readWeights(lettersInFront), first: readWeights(firstLetters) }

export function weighLetters(folded: string, start: number, bounds: Bounds): number {
  let sum = 0
  readLetters(folded, start, bounds, (side, letters) => {
    sum += weights[side].get(letters) ?? 0
  })
  return sum
}

/** Where the text in front of a bracket begins that may hold the name, and where the name ends. */
interface Bounds {
  limit: number
  nameEnd: number
}

/** Tells `see` the one and two letters in front of a name that begins at `start`, and those that it begins with. */
export function readLetters(
  folded: string,
  start: number,
  { limit, nameEnd }: Bounds,
  see: (side: Side, letters: string) => void,
): void {
  if (start > limit) see('inFront', folded[start - 1]!)
  if (start - 1 > limit) see('inFront', folded.slice(start - 2, start))
  see('first', folded[start]!)
  if (start + 1 < nameEnd) see('first', folded.slice(start, start + 2))
}
