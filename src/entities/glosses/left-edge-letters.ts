import { firstLetters, lettersInFront } from './left-edge-letter-weights.ts'

/**
 * What the letters on either side of a left edge say: 如果|, 毕竟|, 看好| end words that stand in front of names, and names begin with some
 * letters far more often than with others. Learnt, not listed, since nobody can list the words of every day.
 */
class LetterWeights {
  /** Of single letters, by their numbers. */
  readonly #ones: number[] = []
  /** Of two letters, by their numbers side by side: a look-up without a string made for it. */
  readonly #twos = new Map<number, number>()

  constructor(byWeight: Record<string, string>) {
    for (const [weight, groups] of Object.entries(byWeight)) {
      for (const letters of groups.split(' ')) {
        const first = addLetter(letters.charCodeAt(0))
        if (letters.length === 1) this.#ones[first] = Number(weight)
        else this.#twos.set(sideBySide(first, addLetter(letters.charCodeAt(1))), Number(weight))
      }
    }
  }

  one(letter: number): number {
    return this.#ones[letter] ?? 0
  }

  two(first: number, second: number): number {
    return this.#twos.get(sideBySide(first, second)) ?? 0
  }
}

/** For each UTF-16 unit its number among those that have a weight, from 1; 0 for the others, which have none. */
const numbers = new Uint16Array(0x10000)
let letterCount = 0

function addLetter(unit: number): number {
  if (numbers[unit] === 0) numbers[unit] = ++letterCount
  return numbers[unit]!
}

const sideBySide = (first: number, second: number): number => (first << 15) | second

const inFront = new LetterWeights(lettersInFront)
const first = new LetterWeights(firstLetters)

/** The one and two letters in front of a name that begins at `start`, no further back than `limit`, and those that it begins with. */
export function weighLetters(folded: string, start: number, { limit, nameEnd }: { limit: number; nameEnd: number }): number {
  const begin = numbers[folded.charCodeAt(start)]!
  let sum = first.one(begin)
  if (start + 1 < nameEnd) sum += first.two(begin, numbers[folded.charCodeAt(start + 1)]!)
  if (start > limit) {
    const end = numbers[folded.charCodeAt(start - 1)]!
    sum += inFront.one(end)
    if (start - 1 > limit) sum += inFront.two(numbers[folded.charCodeAt(start - 2)]!, end)
  }
  return sum
}
