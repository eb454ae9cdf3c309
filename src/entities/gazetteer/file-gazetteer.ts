import { foldText } from '../../text/fold-name.ts'
import { beginsWithCountry, splitCountry, splitEnglishCountry } from '../countries.ts'
import type { GazetteerEntry, OrganisationKind } from '../recognition.ts'
import { FiledNames } from './filed-names.ts'
import { beginAlike, type DerivedName, type FiledGazetteerNames, nameAt } from './gazetteer-names.ts'
import { foldKey } from './known-name.ts'
import { beginsRegionally, regionalSpellings } from './regional-spellings.ts'

/** All that must be known of a gazetteer's entries before a text is read, as plain values that a file can keep. */
export interface FiledGazetteer extends FiledGazetteerNames {
  /** Of the entries in their order. */
  slugs: string[]
  /** Changes with the content. */
  fingerprint: string
}

/** Throws when two entries claim one slug. */
export function fileGazetteer(entries: readonly GazetteerEntry[]): FiledGazetteer {
  const slugs = new Set<string>()
  for (const { slug } of entries)
    if (slugs.size === slugs.add(slug).size) throw new Error(`Two organisations of the gazetteer have the slug ${slug}.`)
  return { slugs: [...slugs], fingerprint: fingerprintOf(entries), ...new Filing(entries).filed }
}

/** Looks at how each name begins and at nothing else: folding them all would cost more than the rest, and of most of them no text asks. */
class Filing {
  readonly #entries: readonly GazetteerEntry[]
  readonly #firsts: Int32Array
  readonly #derived: DerivedName[] = []
  readonly #names: FiledNames

  constructor(entries: readonly GazetteerEntry[]) {
    this.#entries = entries
    this.#firsts = new Int32Array(entries.length + 1)
    for (let index = 0; index < entries.length; index++)
      this.#firsts[index + 1] = this.#firsts[index]! + countNames(entries[index]!)
    this.#names = FiledNames.for(this.#firsts.at(-1)!)
    const relatives = new Map<string, number[]>()
    for (let index = 0; index < entries.length; index++) this.#addNames(index, relatives)
    for (const [rest, sharers] of relatives) if (sharers.length > 1) this.#derive({ key: rest, of: sharers, text: null })
  }

  get filed(): FiledGazetteerNames {
    return { firsts: this.#firsts, derived: this.#derived, names: this.#names.tables }
  }

  #addNames(index: number, relatives: Map<string, number[]>): void {
    const entry = this.#entries[index]!
    const isOfState = entry.country !== null && ofStates.has(entry.kind)
    const [first, end] = [this.#firsts[index]!, this.#firsts[index + 1]!]
    for (let id = first; id < end; id++) {
      const text = nameAt(entry, id - first)
      const beginning = foldBeginning(text)
      this.#names.add(beginning, id)
      if (beginsRegionally(beginning)) this.#addSpellings(index, text)
      if (!isOfState) continue
      if (beginsWithCountry(beginning)) this.#noteRelative(relatives, index, splitCountry(foldKey(text)))
      else if (/ /.test(text) && /^[A-Z]/.test(text)) {
        const split = splitEnglishCountry(foldKey(text))
        this.#noteRelative(relatives, index, split)
        const trade = /^ministry of (?:national )?([a-z]+)(?: affairs)?$/.exec(split?.rest ?? '')?.[1]
        // The Ministry of Foreign Affairs is the foreign ministry.
        if (trade !== undefined) this.#noteRelative(relatives, index, { ...split!, rest: `${trade} ministry` })
      }
    }
  }

  /** The spellings that a look at the beginning of the name as printed would miss. */
  #addSpellings(index: number, text: string): void {
    const key = foldKey(text)
    for (const spelling of regionalSpellings(key))
      if (!beginAlike(key, spelling)) this.#derive({ key: spelling, of: [index], text })
  }

  /**
   * Bodies of states are called without their country where it is clear: 财政部, 央行, 国会, Communist Party. Keeps what is left of a name
   * without the country, with the first body of each country that has it.
   */
  #noteRelative(relatives: Map<string, number[]>, index: number, split: ReturnType<typeof splitCountry>): void {
    const { country } = this.#entries[index]!
    if (split === null || split.rest.length < 2 || split.country !== country || tooCommon.test(split.rest)) return
    const there = relatives.get(split.rest)
    if (there === undefined) relatives.set(split.rest, [index])
    else if (there.every((other) => this.#entries[other]!.country !== country)) there.push(index)
  }

  #derive(name: DerivedName): void {
    this.#names.add(name.key, this.#firsts.at(-1)! + this.#derived.push(name) - 1)
  }
}

const countNames = ({ nameZh, nameEn, aliases }: GazetteerEntry): number =>
  Number(nameZh !== null) + Number(nameEn !== null) + aliases.length

/** As much of a folded name as it is filed by, at least. */
function foldBeginning(name: string): string {
  const beginning = name.slice(0, 16)
  if (latin.test(beginning)) return beginning.toLowerCase()
  return chinese.test(beginning) ? foldText(beginning) : foldKey(name)
}

// What folds unit by unit, whatever comes behind. Quotes fall away around a name, and a longer word would be cut.
const latin = /^(?!\w{14})[!#-~](?: ?[!-~])*$/
const chinese = /^[\u4e00-\u9fff]+$/

/** Said of any authority at hand, not of one body. */
const tooCommon =
  /^(政府|中央政府|联邦政府|军方|警方|警察|当局|军队|部队|总统|总统府|总理|首相|内阁|大使馆|领事馆|法院|检方|海关|军|银行|市政府|省政府|人民政府|地方政府|自治政府|中央|大学|皇家|王室)$|^(?:.*(?:government|cabinet|police|army|navy|military|armed forces|air force)|president|prime minister|administration|embassy|court|customs|bank|university|of .*|and .*|[a-z]{1,3}|people'?s republic|republic|state|national|federal|party|union|league)$/

const ofStates = new Set<OrganisationKind>(['GOVERNMENT', 'CENTRAL_BANK', 'MILITARY', 'REGULATOR', 'POLITICAL_PARTY'])

// FNV-1a over everything that recognition reads of the entries.
function fingerprintOf(entries: readonly GazetteerEntry[]): string {
  let value = 0x811c9dc5
  const add = (text: string): void => {
    for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193)
  }
  for (const entry of entries) {
    add(`${entry.slug}|${entry.nameZh}|${entry.nameEn}|${entry.kind}|${entry.country}|${entry.wikidata}`)
    if (entry.isPlatform === true) add('|platform')
    if (entry.isEnglishWord === true) add('|word')
    for (const alias of entry.aliases) add(alias.weak === true ? `~${alias.text}` : `|${alias.text}`)
  }
  return `${entries.length}-${(value >>> 0).toString(36)}`
}
