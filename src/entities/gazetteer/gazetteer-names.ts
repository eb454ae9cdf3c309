import type { GazetteerEntry } from '../recognition.ts'
import type { FiledTables } from './filed-names.ts'
import { type Body, foldKey, joinName, type KnownName } from './known-name.ts'
import { beginningOf } from './name-hashes.ts'
import { regionalSpellings } from './regional-spellings.ts'
import type { NameSource } from './waiting-names.ts'

/** A name that is made of others: in the spelling of another region, or without the country. */
export interface DerivedName {
  key: string
  /** Indexes of entries: of the one whose name is spelt so, or of all that bear the name but for their countries. */
  of: number[]
  /** The name that is spelt so, as printed; null for one without the country. */
  text: string | null
}

/** The names of all entries by their ids: those that are printed, entry by entry, then the derived ones. */
export interface FiledGazetteerNames {
  /** For each entry the id of its first name, and the number of all printed names. */
  firsts: Int32Array
  derived: DerivedName[]
  names: FiledTables
}

/** Tells a trie of the names that wait in it. */
export class GazetteerNames implements NameSource<KnownName[]> {
  readonly #firsts: Int32Array
  readonly #derived: readonly DerivedName[]
  readonly #entryAt: (index: number) => GazetteerEntry
  readonly #bodyAt: (index: number) => Body

  constructor(
    { firsts, derived }: FiledGazetteerNames,
    entryAt: (index: number) => GazetteerEntry,
    bodyAt: (index: number) => Body,
  ) {
    this.#firsts = firsts
    this.#derived = derived
    this.#entryAt = entryAt
    this.#bodyAt = bodyAt
  }

  keysOf(id: number): readonly string[] {
    const derived = this.#derived[id - this.#firsts.at(-1)!]
    if (derived !== undefined) return [derived.key]
    const key = foldKey(this.#textOf(id))
    return [key, ...regionalSpellings(key).filter((spelling) => beginAlike(key, spelling))]
  }

  join(there: KnownName[] | undefined, id: number): KnownName[] {
    const derived = this.#derived[id - this.#firsts.at(-1)!]
    if (derived === undefined) return this.#joinPrinted(there, this.#indexOf(id), this.#textOf(id))
    return derived.text === null ? this.#joinRelatives(there, derived) : this.#joinPrinted(there, derived.of[0]!, derived.text)
  }

  /** A name that is too common a word itself (Apple, Visa, 小米) stands among the aliases again, as a weak one. */
  #joinPrinted(there: KnownName[] | undefined, index: number, text: string): KnownName[] {
    const isWeak = this.#entryAt(index).aliases.some((alias) => alias.weak === true && alias.text === text)
    return joinName(there, { body: this.#bodyAt(index), text, isWeak })
  }

  /** Weak names; none where the name is known already, and as that of one body only: 国务院 without a country is one body's. */
  #joinRelatives(there: KnownName[] | undefined, { key, of }: DerivedName): KnownName[] {
    if (there?.some((known) => !known.isWeak)) return there
    let joint = there ?? []
    // Ministries are printed small as often.
    const text = key.endsWith(' ministry')
      ? key
      : key.replace(/(?<![^ -])(?!(?:of|for|the|and|in|on)(?: |$))[a-z]/g, (letter) => letter.toUpperCase())
    for (const index of of) joint = joinName(joint, { body: this.#bodyAt(index), text, isWeak: true })
    return joint
  }

  #textOf(id: number): string {
    const index = this.#indexOf(id)
    return nameAt(this.#entryAt(index), id - this.#firsts[index]!)
  }

  /** Of the entry that a printed name is of. */
  #indexOf(id: number): number {
    let low = 0
    for (let high = this.#firsts.length - 1; high - low > 1; ) {
      const middle = (low + high) >> 1
      if (this.#firsts[middle]! <= id) low = middle
      else high = middle
    }
    return low
  }
}

/** The Chinese name, the English one, the aliases, those that there are. */
export function nameAt({ nameZh, nameEn, aliases }: GazetteerEntry, number: number): string {
  if (nameZh === null) return number === 0 && nameEn !== null ? nameEn : aliases[number - Number(nameEn !== null)]!.text
  if (number === 0) return nameZh
  return nameEn === null ? aliases[number - 1]!.text : number === 1 ? nameEn : aliases[number - 2]!.text
}

/** True for names that wait in the same place. */
export const beginAlike = (one: string, other: string): boolean => beginningOf(one) === beginningOf(other)
