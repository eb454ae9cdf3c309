import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { seedPlaces } from '../../package-files.ts'
import { BitSet } from '../../text/bit-set.ts'
import { hashWord } from '../../text/unit-hashes.ts'

/**
 * English names of towns, counties and provinces, as hashes (bench/place-names.mjs): of names that are none of them some two in a
 * hundred pass too. The table is read when the first name is asked about.
 */
let places: BitSet | null = null

/** True for a name that a place has, which others may have too: Sunderland, Reading, Orange. */
export function isNameOfPlace(name: string): boolean {
  places ??= readPlaces(readFileSync(seedPlaces))
  return places.has(hashOfPlace(name))
}

/** @param file the bytes of `seeds/places.gz`: the words of a `BitSet`, little endian, compressed. */
export function readPlaces(file: Uint8Array): BitSet {
  const bytes = gunzipSync(file)
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return BitSet.of(Uint32Array.from({ length: bytes.byteLength / 4 }, (_, index) => view.getUint32(4 * index, true)))
}

/** St. Moritz, Sankt Moritz and Saint-Moritz are one name, as are Medellin and Medellín. */
export function hashOfPlace(name: string): number {
  const folded = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[-’']/g, ' ')
    .replace(/^(?:saint|sankt|sankta|st\.?|ste\.?) /, 'st ')
    .replace(/ (?:city|county)$/, '')
  return hashWord(folded, 0, folded.length)
}
