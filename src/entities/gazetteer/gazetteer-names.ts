import { foldText } from '../../text/fold-name.ts'
import { beginsWithCountry, splitCountry } from '../countries.ts'
import type { GazetteerEntry, OrganisationKind } from '../recognition.ts'
import { type Body, foldKey, joinName, type KnownName } from './known-name.ts'
import { beginningOf } from './name-hashes.ts'
import { NameTrie } from './name-trie.ts'
import { beginsRegionally, regionalSpellings } from './regional-spellings.ts'
import type { NameSource } from './waiting-names.ts'

/** A name that is made of others: in the spelling of another region, or without the country. */
interface DerivedName {
  key: string
  join(there: KnownName[] | undefined): KnownName[]
}

/**
 * The names of all bodies, waiting in a trie. Loading looks at how each begins and at nothing else: folding them all would cost more than
 * the rest, and of most of them no text asks.
 */
export class GazetteerNames implements NameSource<KnownName[]> {
  readonly trie: NameTrie<KnownName[]>
  readonly #entries: readonly GazetteerEntry[]
  readonly #bodyAt: (index: number) => Body
  /** For each entry the id of its first name, and the number of all names. */
  readonly #firsts: Int32Array
  /** Their ids follow those of the printed names. */
  readonly #derived: DerivedName[] = []

  constructor(entries: readonly GazetteerEntry[], bodyAt: (index: number) => Body) {
    this.#entries = entries
    this.#bodyAt = bodyAt
    this.#firsts = new Int32Array(entries.length + 1)
    for (let index = 0; index < entries.length; index++)
      this.#firsts[index + 1] = this.#firsts[index]! + countNames(entries[index]!)
    this.trie = new NameTrie<KnownName[]>('LARGE', this, this.#firsts.at(-1)!)
    const relatives = new Map<string, number[]>()
    for (let index = 0; index < entries.length; index++) this.#addNames(index, relatives)
    for (const [rest, sharers] of relatives) if (sharers.length > 1) this.#addRelatives(rest, sharers)
  }

  keysOf(id: number): readonly string[] {
    const derived = this.#derived[id - this.#firsts.at(-1)!]
    if (derived !== undefined) return [derived.key]
    const key = foldKey(this.#textOf(id))
    return [key, ...regionalSpellings(key).filter((spelling) => beginAlike(key, spelling))]
  }

  join(there: KnownName[] | undefined, id: number): KnownName[] {
    const derived = this.#derived[id - this.#firsts.at(-1)!]
    return derived === undefined ? this.#joinPrinted(there, this.#indexOf(id), this.#textOf(id)) : derived.join(there)
  }

  #addNames(index: number, relatives: Map<string, number[]>): void {
    const entry = this.#entries[index]!
    const isOfState = entry.country !== null && ofStates.has(entry.kind)
    const [first, end] = [this.#firsts[index]!, this.#firsts[index + 1]!]
    for (let id = first; id < end; id++) {
      const text = nameAt(entry, id - first)
      const beginning = foldBeginning(text)
      this.trie.addLater(beginning, id)
      if (beginsRegionally(beginning)) this.#addSpellings(index, text)
      if (isOfState && beginsWithCountry(beginning)) this.#noteRelative(relatives, index, text)
    }
  }

  /** The spellings that a look at the beginning of the name as printed would miss. */
  #addSpellings(index: number, text: string): void {
    const key = foldKey(text)
    for (const spelling of regionalSpellings(key))
      if (!beginAlike(key, spelling)) this.#derive({ key: spelling, join: (there) => this.#joinPrinted(there, index, text) })
  }

  /**
   * Bodies of states are called without their country where it is clear: 财政部, 央行, 国会. Keeps what is left of a name without the
   * country, with the first body of each country that has it.
   */
  #noteRelative(relatives: Map<string, number[]>, index: number, text: string): void {
    const { country } = this.#entries[index]!
    const split = splitCountry(foldKey(text))
    if (split === null || split.rest.length < 2 || split.country !== country || tooCommon.test(split.rest)) return
    const there = relatives.get(split.rest)
    if (there === undefined) relatives.set(split.rest, [index])
    else if (there.every((other) => this.#entries[other]!.country !== country)) there.push(index)
  }

  /** Weak names; none where the name is known already, and as that of one body only: 国务院 without a country is one body's. */
  #addRelatives(rest: string, sharers: readonly number[]): void {
    this.#derive({
      key: rest,
      join: (there) => {
        if (there?.some((known) => !known.isWeak)) return there
        let joint = there ?? []
        for (const index of sharers) joint = joinName(joint, { body: this.#bodyAt(index), text: rest, isWeak: true })
        return joint
      },
    })
  }

  #derive(name: DerivedName): void {
    this.trie.addLater(name.key, this.#firsts.at(-1)! + this.#derived.push(name) - 1)
  }

  /** A name that is too common a word itself (Apple, Visa, 小米) stands among the aliases again, as a weak one. */
  #joinPrinted(there: KnownName[] | undefined, index: number, text: string): KnownName[] {
    const isWeak = this.#entries[index]!.aliases.some((alias) => alias.weak === true && alias.text === text)
    return joinName(there, { body: this.#bodyAt(index), text, isWeak })
  }

  #textOf(id: number): string {
    const index = this.#indexOf(id)
    return nameAt(this.#entries[index]!, id - this.#firsts[index]!)
  }

  /** Of the entry that a printed name is of. */
  #indexOf(id: number): number {
    let low = 0
    for (let high = this.#entries.length; high - low > 1; ) {
      const middle = (low + high) >> 1
      if (this.#firsts[middle]! <= id) low = middle
      else high = middle
    }
    return low
  }
}

const countNames = ({ nameZh, nameEn, aliases }: GazetteerEntry): number =>
  Number(nameZh !== null) + Number(nameEn !== null) + aliases.length

/** The Chinese name, the English one, the aliases, those that there are. */
function nameAt({ nameZh, nameEn, aliases }: GazetteerEntry, number: number): string {
  if (nameZh === null) return number === 0 && nameEn !== null ? nameEn : aliases[number - Number(nameEn !== null)]!.text
  if (number === 0) return nameZh
  return nameEn === null ? aliases[number - 1]!.text : number === 1 ? nameEn : aliases[number - 2]!.text
}

/** As much of a folded name as it is filed by, at least. */
function foldBeginning(name: string): string {
  const beginning = name.slice(0, 16)
  if (latin.test(beginning)) return beginning.toLowerCase()
  return chinese.test(beginning) ? foldText(beginning) : foldKey(name)
}

// What folds unit by unit, whatever comes behind. Quotes fall away around a name, and a longer word would be cut.
const latin = /^(?!\w{14})[!#-~](?: ?[!-~])*$/
const chinese = /^[\u4e00-\u9fff]+$/

/** True for names that wait in the same place. */
const beginAlike = (one: string, other: string): boolean => beginningOf(one) === beginningOf(other)

/** Said of any authority at hand, not of one body. */
const tooCommon =
  /^(政府|中央政府|联邦政府|军方|警方|警察|当局|军队|部队|总统|总统府|总理|首相|内阁|大使馆|领事馆|法院|检方|海关|军|银行|市政府|省政府|人民政府|地方政府|自治政府|中央|大学|皇家|王室)$/

const ofStates = new Set<OrganisationKind>(['GOVERNMENT', 'CENTRAL_BANK', 'MILITARY', 'REGULATOR', 'POLITICAL_PARTY'])
