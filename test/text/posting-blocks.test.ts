import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import {
  BlockReader,
  BlockWriter,
  findInBlock,
  type PostingBlock,
  packNumbers,
  unpackNumbers,
} from '../../src/text/posting-blocks.ts'

const most = 2 ** 31 - 1
const ascending = (numbers: number[]) => Int32Array.from(new Set(numbers)).sort()
const numbers = fc.oneof(
  fc.array(fc.integer({ min: 5, max: 300 }), { minLength: 1, maxLength: 200 }),
  fc.array(fc.integer({ min: 5, max: most }), { minLength: 1, maxLength: 20 }),
)
const piece = fc.oneof(fc.integer({ min: 0, max: 500 }), fc.integer({ min: 0, max: 2 ** 49 - 1 }))
const index = fc.dictionary(piece.map(String), numbers, { maxKeys: 300 })

function pack(lists: [number, Int32Array][], base: number): PostingBlock[] {
  const blocks: PostingBlock[] = []
  const writer = new BlockWriter(base, ({ firstPiece, bytes }) => blocks.push({ firstPiece, bytes: bytes.slice() }))
  for (const [key, list] of lists) writer.add(key, list, 0, list.length)
  writer.end()
  return blocks
}

test('what is packed is read again, all of it or piece by piece', () => {
  fc.assert(
    fc.property(index, (entries) => {
      const lists = Object.entries(entries)
        .map(([key, list]): [number, Int32Array] => [Number(key), ascending(list)])
        .sort(([one], [other]) => one - other)
      const blocks = pack(lists, 5)
      const read = blocks.flatMap((block) => {
        const reader = new BlockReader(block, 5)
        const found: [number, Int32Array][] = []
        while (reader.next()) {
          const list = new Int32Array(reader.count)
          reader.read(list, 0)
          found.push([reader.piece, list])
        }
        return found
      })
      expect(read).toEqual(lists)
      for (const [key, list] of lists) {
        const block = blocks.findLast(({ firstPiece }) => firstPiece <= key)!
        expect(findInBlock(block, 5, key)).toEqual(list)
        if (entries[String(key + 1)] === undefined) expect(findInBlock(block, 5, key + 1).length).toBe(0)
      }
    }),
  )
})

test('short lists share blocks of a few kilobytes, a long list has one of its own', () => {
  const long = Int32Array.from({ length: 50_000 }, (_, at) => at)
  const lists = Array.from({ length: 5000 }, (_, key): [number, Int32Array] => [key, key === 2500 ? long : Int32Array.of(1, 2)])
  const blocks = pack(lists, 0)
  expect(blocks.length).toBeLessThan(10)
  const own = blocks.find(({ firstPiece }) => firstPiece === 2500)!
  expect(own.bytes.length).toBeGreaterThan(50_000)
  expect(own.bytes.length).toBeLessThan(54_000)
  expect(Math.max(...blocks.filter((block) => block !== own).map(({ bytes }) => bytes.length))).toBeLessThan(8000)
})

test('numbers alone are packed and read again', () => {
  fc.assert(fc.property(numbers, (list) => expect(unpackNumbers(packNumbers(ascending(list), 5), 5)).toEqual(ascending(list))))
})
