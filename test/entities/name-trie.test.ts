import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { NameTrie } from '../../src/entities/name-trie.ts'

// Few letters, so that names begin alike, contain one another and come twice.
const word = fc.string({ unit: fc.constantFrom('中', '国', '银', '行', 'a'), maxLength: 6 })
const anywhere = (): boolean => true

describe('a trie of names', () => {
  test('finds the longest name at each place, as a look at every name does', () => {
    fc.assert(
      fc.property(fc.array(word), word, (names, text) => {
        const trie = new NameTrie<string>('LARGE')
        for (const name of names) trie.set(name, name)
        for (let start = 0; start < text.length; start++) {
          const longest = names
            .filter((name) => name.length >= 2 && text.startsWith(name, start))
            .sort((one, other) => other.length - one.length)[0]
          expect(trie.longest(text, start, anywhere)?.value).toBe(longest)
        }
      }),
    )
  })

  test('gives names that waited the same values, in the same order, as names entered at once', () => {
    const steps = fc.array(fc.record({ name: word, isLater: fc.boolean(), search: fc.option(word) }), { maxLength: 30 })
    fc.assert(
      fc.property(steps, (given) => {
        const join = (there: number[] | undefined, id: number): number[] => [...(there ?? []), id]
        const atOnce = new NameTrie<number[]>('LARGE')
        const waiting = new NameTrie<number[]>('LARGE', join)
        given.forEach(({ name, isLater, search }, id) => {
          atOnce.update(name, (there) => join(there, id))
          if (isLater) waiting.addLater(name, id)
          else waiting.update(name, (there) => join(there, id))
          if (search !== null) expect(waiting.get(search)).toEqual(atOnce.get(search))
        })
        for (const { name } of given) expect(waiting.get(name)).toEqual(atOnce.get(name))
      }),
    )
  })
})
