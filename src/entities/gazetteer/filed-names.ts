import { BitSet } from '../../text/bit-set.ts'
import { endOfWord, isShort, longBeginning, shortBeginning } from './name-hashes.ts'
import { createWaitingTables, WaitingNames, type WaitingTables } from './waiting-names.ts'

/**
 * Most places in a text begin no name. Sets of hashes say so without a step in a trie, however many names there are. What is asked
 * everywhere stays in a processor's near caches: the first two units of names, and of Latin ones the first word, which
 * grow slower than the names do. What is asked then grows with them: a unit more, or two behind the word.
 */
export interface Beginnings {
  readonly pairs: BitSet
  readonly words: BitSet
  readonly beginnings: BitSet
}

/** Remembers that a name begins so; returns the hash of its beginning. */
export function noteBeginning({ pairs, words, beginnings }: Beginnings, folded: string): number {
  const endOfFirst = endOfWord(folded, 0)
  const short = shortBeginning(folded, 0, endOfFirst)
  const firsts = endOfFirst > 0 ? words : pairs
  firsts.add(short)
  const beginning = isShort(folded, endOfFirst) ? short : longBeginning(folded, 0, endOfFirst, short)
  beginnings.add(beginning)
  return beginning
}

/** Filed names as a file can keep them. */
export interface FiledTables {
  pairs: Uint32Array
  words: Uint32Array
  beginnings: Uint32Array
  waiting: WaitingTables
}

/** Names of which nothing is known but how they begin. */
export class FiledNames implements Beginnings {
  readonly pairs: BitSet
  readonly words: BitSet
  readonly beginnings: BitSet
  readonly waiting: WaitingNames

  constructor({ pairs, words, beginnings, waiting }: FiledTables) {
    this.pairs = BitSet.of(pairs)
    this.words = BitSet.of(words)
    this.beginnings = BitSet.of(beginnings)
    this.waiting = new WaitingNames(waiting)
  }

  /** Where about so many names have place. */
  static for(count: number): FiledNames {
    // Twice as large for many more names than a gazetteer has now, and no larger: yeses that should be noes cost less than far caches do.
    const more = count < 2 ** 17 ? 0 : 1
    return new FiledNames({
      pairs: new BitSet(19 + more).words,
      words: new BitSet(19 + more).words,
      beginnings: new BitSet(21 + more).words,
      waiting: createWaitingTables(count),
    })
  }

  /** Of a folded name at least as much as it is filed by (see `beginningOf`). */
  add(beginning: string, id: number): void {
    // One character is no name that a text could be searched for.
    if (beginning.length >= 2) this.waiting.add(noteBeginning(this, beginning), id)
  }

  get tables(): FiledTables {
    return {
      pairs: this.pairs.words,
      words: this.words.words,
      beginnings: this.beginnings.words,
      waiting: this.waiting.tables,
    }
  }
}
