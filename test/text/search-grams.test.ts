import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { gramsOf, piecesOf, queryGrams } from '../../src/text/search-grams.ts'

const unit = fc.oneof(
  fc.integer({ min: 0, max: 0x7f }),
  fc.integer({ min: 0x4e00, max: 0x9fff }),
  fc.integer({ min: 0, max: 0xffff }),
)
const text = fc.array(unit, { maxLength: 3000 }).map((codes) => String.fromCharCode(...codes))

test('every piece of a query is a piece of each text that has the query in it', () => {
  fc.assert(
    fc.property(text, fc.nat(), fc.integer({ min: 1, max: 9 }), (folded, at, length) => {
      const query = folded.slice(at % (folded.length + 1)).slice(0, length)
      const pieces = new Set(gramsOf(folded))
      return query === '' || queryGrams(query).every((piece) => pieces.has(piece))
    }),
  )
})

test('the pieces of several texts are those of each, once, in order', () => {
  fc.assert(
    fc.property(fc.array(text, { maxLength: 4 }), (texts) => {
      const once = [...new Set(texts.flatMap((one) => gramsOf(one)))].sort((a, b) => a - b)
      expect([...piecesOf(texts)]).toEqual(once)
    }),
  )
})

test('a text of very many pieces has each of them once', () => {
  const codes = Array.from({ length: 200_000 }, (_, index) => ((index * 7919) % 0xd7ff) + 1)
  const long = codes.map((code) => String.fromCharCode(code)).join('')
  const pairs = new Set(codes.slice(1).map((code, index) => (codes[index]! << 16) | code))
  // With triples left out, which only neighbouring ASCII has.
  const found = piecesOf([long])
  expect(new Set(found).size).toBe(found.length)
  const all = new Set(found)
  expect([...pairs, ...codes].filter((piece) => !all.has(piece))).toEqual([])
})
