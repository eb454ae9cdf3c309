/** How many slips a name is forgiven: none in Chinese, where each character is a word, nor where few letters tell names apart. */
export function typosForgiven(name: string): number {
  if (!/^[\x20-\x7e·]+$/.test(name)) return 0
  const letters = name.replace(/[^a-z]/g, '').length
  if (letters < 4) return 0
  return letters < 8 ? 1 : 2
}

/** Slips of the keyboard that lead from one word to another: a letter wrong, missing, too many, or two in turn. */
export function typingDistance(from: string, to: string): number {
  let beforeLast: number[] = []
  let last = Array.from({ length: to.length + 1 }, (_, at) => at)
  for (let row = 1; row <= from.length; row++) {
    const current = [row]
    for (let at = 1; at <= to.length; at++) {
      const isSame = from[row - 1] === to[at - 1]
      let least = Math.min(last[at]! + 1, current[at - 1]! + 1, last[at - 1]! + (isSame ? 0 : 1))
      const isTurned = row > 1 && at > 1 && from[row - 1] === to[at - 2] && from[row - 2] === to[at - 1]
      if (isTurned) least = Math.min(least, beforeLast[at - 2]! + 1)
      current.push(least)
    }
    beforeLast = last
    last = current
  }
  return last[to.length]!
}
