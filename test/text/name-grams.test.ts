import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { gramsOf, queryGrams } from '../../src/text/name-grams.ts'

const name = fc.string({ unit: fc.constantFrom('a', 'b', '银', '行', ' ', '𠮷'), maxLength: 200 })

test('every piece of a query is a piece of each name that has the query in it', () => {
  fc.assert(
    fc.property(name, fc.nat(), fc.integer({ min: 1, max: 90 }), (folded, at, length) => {
      const query = folded.slice(at % (folded.length + 1)).slice(0, length)
      const pieces = new Set(gramsOf(folded))
      expect(pieces.size).toBe(gramsOf(folded).length)
      return query === '' || (queryGrams(query).length > 0 && queryGrams(query).every((piece) => pieces.has(piece)))
    }),
  )
})
