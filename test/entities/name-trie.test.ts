import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { FiledNames } from '../../src/entities/gazetteer/filed-names.ts'
import { endOfWord } from '../../src/entities/gazetteer/name-hashes.ts'
import { NameTrie } from '../../src/entities/gazetteer/name-trie.ts'

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
            // Of a Latin word a name holds all.
            .filter((name) => endOfWord(name, 0) === endOfWord(text, start) - start)
            .sort((one, other) => other.length - one.length)[0]
          expect(trie.longest(text, start, anywhere)?.value).toBe(longest)
        }
      }),
    )
  })

  test('gives names that waited the values that they had if they had been entered first', () => {
    const steps = fc.array(fc.record({ name: word, search: fc.option(word) }), { maxLength: 20 })
    fc.assert(
      fc.property(fc.array(word, { maxLength: 20 }), steps, (waiting, given) => {
        const join = (there: number[] | undefined, id: number): number[] => [...(there ?? []), id]
        const atOnce = new NameTrie<number[]>()
        waiting.forEach((name, id) => {
          atOnce.update(name, (there) => join(there, id))
        })
        const filed = FiledNames.for(waiting.length)
        const later = new NameTrie<number[]>('SMALL', filed, { keysOf: (id) => [waiting[id]!], join })
        waiting.forEach((name, id) => {
          filed.add(name.slice(0, Math.max(1, endOfWord(name, 0)) + 2), id)
        })
        given.forEach(({ name, search }, index) => {
          for (const trie of [atOnce, later]) trie.update(name, (there) => join(there, waiting.length + index))
          if (search !== null) expect(later.get(search)).toEqual(atOnce.get(search))
        })
        for (const name of [...waiting, ...given.map((step) => step.name)]) expect(later.get(name)).toEqual(atOnce.get(name))
      }),
    )
  })
})
