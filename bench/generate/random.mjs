/** Draws that are the same for the same seed. */
export function createRandom(seed) {
  let state = seed || 1
  /** Mulberry32: 0 ≤ x < 1. */
  const random = () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t = (t + Math.imul(t ^ (t >>> 7), t | 61)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (limit) => Math.floor(random() * limit)
  return {
    random,
    below,
    some: (most) => 1 + below(most),
    /** A rank below `limit`, of which each is as frequent as Zipf says, with Mandelbrot's `shift` for words: 0 most of all. */
    zipf: (limit, shift = 1) => Math.min(limit - 1, Math.floor(shift * ((limit + shift) / shift) ** random() - shift)),
  }
}

export const times = (count, make) => Array.from({ length: count }, (_, index) => make(index))
