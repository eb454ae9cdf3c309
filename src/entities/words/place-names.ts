import { gunzipSync } from 'node:zlib'
import { BitSet } from '../../text/bit-set.ts'
import { hashWord } from '../../text/unit-hashes.ts'
import { placeNameTable } from './place-name-table.ts'

/** English names of towns, counties and provinces, as hashes: of names that are none of them some two in a hundred pass too. */
let places: BitSet | null = null

/** True for a name that a place has, which others may have too: Sunderland, Reading, Orange. */
export function isNameOfPlace(name: string): boolean {
  places ??= readPlaces(placeNameTable)
  return places.has(hashOfPlace(name))
}

/** @param table the words of a `BitSet`, little endian, compressed, in base64 */
function readPlaces(table: string): BitSet {
  const bytes = gunzipSync(Buffer.from(table, 'base64'))
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
