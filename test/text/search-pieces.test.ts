import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { isPiece, PieceCollector, pieceOf, queryPieces, searchText } from '../../src/text/search-pieces.ts'

/** Few units, so that pieces meet in many texts, and some at the ends of what units can be. */
const unit = fc.constantFrom('a', 'b', ' ', '河', '银', '行', '\u0001', '\uffff', '\ud842', '\udfb7')
const field = fc.array(unit, { maxLength: 40 }).map((units) => units.join(''))
const texts = fc.array(fc.array(field, { maxLength: 3 }), { maxLength: 70 })

function collect(all: readonly string[][]): [number, number[]][] {
  const collector = new PieceCollector()
  for (const fields of all) collector.add(fields)
  const told: [number, number[]][] = []
  collector.giveTo({
    take(piece, having, from, to) {
      told.push([piece, [...having.subarray(from, to)]])
    },
  })
  return told
}

test('every one, two and three neighbouring units are told once, in order, with just the texts that have them', () => {
  fc.assert(
    fc.property(texts, (all) => {
      const expected = new Map<number, Set<number>>()
      for (const [text, fields] of all.entries()) {
        for (const one of fields) {
          for (let at = 0; at < one.length; at++) {
            for (let end = at + 1; end <= Math.min(at + 3, one.length); end++) {
              const piece = pieceOf(one.slice(at, end))
              expected.set(piece, (expected.get(piece) ?? new Set()).add(text))
            }
          }
        }
      }
      const inOrder = [...expected].sort(([one], [other]) => one - other).map(([piece, having]) => [piece, [...having]])
      expect(collect(all)).toEqual(inOrder)
    }),
  )
})

test('a text is found by the pieces of a query exactly if it has the query, where that is a piece, and always if it has it', () => {
  fc.assert(
    fc.property(texts, field, (all, query) => {
      fc.pre(query !== '')
      const pieces = queryPieces(query)
      const having = new Map(collect(all))
      const found = all.map((_, text) => pieces.every((piece) => having.get(piece)?.includes(text) ?? false))
      const has = all.map((fields) => fields.some((one) => one.includes(query)))
      if (isPiece(query)) expect(found).toEqual(has)
      else expect(has.every((isThere, text) => !isThere || found[text])).toBe(true)
    }),
  )
})

test('a batch of long texts has each of their pieces once', () => {
  const codes = Array.from({ length: 300_000 }, (_, index) => ((index * 7919) % 0xd7ff) + 1)
  const long = codes.map((code) => String.fromCharCode(code)).join('')
  const told = collect([[long.slice(0, 150_000)], ['short'], [long.slice(150_000)]])
  expect(told.length).toBe(new Set(told.map(([piece]) => piece)).size)
  const known = new Map(told)
  for (let at = 0; at < 149_998; at += 997) expect(known.get(pieceOf(long.slice(at, at + 3)))).toContain(0)
  expect(known.get(pieceOf('ort'))).toEqual([1])
})

test('no folded text has a unit zero or half of a pair in it, which the index could not tell from nothing', () => {
  expect(searchText('a\u0000b\ud800c𠮷')).toBe('a\ufffdb\ufffdc𠮷')
})
