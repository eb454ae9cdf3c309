import { hash } from 'node:crypto'

/** Twelve characters (60 bits) of the SHA-256 of a text, in lower-case base 32: short enough to stand in a URL. */
export function shortHash(text: string): string {
  return BigInt(`0x${hash('sha256', text).slice(0, 16)}`)
    .toString(32)
    .padStart(13, '0')
    .slice(0, 12)
}
