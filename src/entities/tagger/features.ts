/**
 * What the tagger sees of each character: itself and up to three neighbours on either side, alone and joined, and their classes.
 * A feature is a 32-bit hash, so that the trained table holds no text.
 */

const digit = 48
const beforeText = 1
const afterText = 2

/** Digits count as one character: what a year or an amount says does not matter. */
function symbolAt(text: string, index: number): number {
  if (index < 0) return beforeText
  if (index >= text.length) return afterText
  const unit = text.charCodeAt(index)
  return unit >= 48 && unit <= 57 ? digit : unit
}

function classOf(symbol: number): number {
  if (symbol <= afterText) return symbol
  if (symbol === digit) return 3
  if (symbol >= 65 && symbol <= 90) return 4
  if (symbol >= 97 && symbol <= 122) return 5
  if (symbol >= 0x4e00 && symbol <= 0x9fff) return 6
  return '，。、；：“”‘’（）《》！？,.;:()!?"\''.includes(String.fromCharCode(symbol)) ? 7 : 8
}

function mix(value: number, part: number): number {
  const mixed = Math.imul(value ^ part, 0x85ebca6b)
  return mixed ^ (mixed >>> 13)
}

function hash(template: number, a: number, b = 0, c = 0, d = 0): number {
  const start = Math.imul(template + 0x811c9dc5, 0x9e3779b1)
  const value = Math.imul(mix(mix(mix(mix(start, a), b), c), d), 0xc2b2ae35)
  return (value ^ (value >>> 16)) >>> 0
}

/** Features of every UTF-16 unit of the text: as many for each, unsigned 32-bit. */
export function featuresOf(text: string): Uint32Array[] {
  const symbols: number[] = []
  for (let index = -3; index < text.length + 3; index++) symbols.push(symbolAt(text, index))
  const classes = symbols.map(classOf)
  const features: Uint32Array[] = []
  for (let index = 3; index < symbols.length - 3; index++) {
    const at = (step: number): number => symbols[index + step]!
    const [p3, p2, p1, here, n1, n2, n3] = [at(-3), at(-2), at(-1), at(0), at(1), at(2), at(3)]
    const kind = (step: number): number => classes[index + step]!
    const [k2, k1, k0, m1, m2] = [kind(-2), kind(-1), kind(0), kind(1), kind(2)]
    features.push(
      Uint32Array.of(
        hash(1, p3),
        hash(2, p2),
        hash(3, p1),
        hash(4, here),
        hash(5, n1),
        hash(6, n2),
        hash(7, n3),
        hash(8, p2, p1),
        hash(9, p1, here),
        hash(10, here, n1),
        hash(11, n1, n2),
        hash(12, p1, n1),
        hash(13, p2, here),
        hash(14, here, n2),
        hash(15, p3, p2, p1),
        hash(16, p2, p1, here),
        hash(17, p1, here, n1),
        hash(18, here, n1, n2),
        hash(19, n1, n2, n3),
        hash(20, p2, p1, here, n1),
        hash(21, p1, here, n1, n2),
        hash(22, here, n1, n2, n3),
        hash(23, p3, p2, p1, here),
        hash(24, k1, k0, m1),
        hash(25, k2 * 16 + k1, k0, m1 * 16 + m2),
      ),
    )
  }
  return features
}
