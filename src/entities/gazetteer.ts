import { foldName, foldNames } from '../text/fold-name.ts'
import { splitCountry } from './countries.ts'
import { NameTrie } from './name-trie.ts'
import type { FoundOrganisation, GazetteerEntry, OrganisationKind } from './recognition.ts'
import { regionalSpellings } from './regional-spellings.ts'

/** One body as recognition knows it, from the gazetteer or from what glosses taught. */
export interface Body {
  key: string
  nameZh: string | null
  nameEn: string | null
  kind: OrganisationKind
  country: string | null
  wikidataId: string | null
  aliases: FoundOrganisation['aliases']
}

/** One name of one body. */
export interface KnownName {
  body: Body
  text: string
  /** Too common to match alone: it counts only where something else in the document names the body. */
  isWeak: boolean
}

/** The bodies known before reading, and a matcher over all their names. */
export interface Gazetteer {
  readonly bodies: ReadonlyMap<string, Body>
  readonly names: NameTrie<KnownName[]>
  /** All bodies that bear the name, however it is spelt. */
  find(name: string): readonly KnownName[]
  /** Changes with the content. */
  readonly fingerprint: string
}

const hasHan = /[\u4e00-\u9fff]/

/** The name as the trie holds it: 《金融时报》 without the marks around it, 英国《金融时报》 with the marks inside. */
export function foldKey(name: string): string {
  return withoutMarks(foldName(name))
}

function withoutMarks(folded: string): string {
  return openingMarks.includes(folded[0] ?? ' ') ? (marks.exec(folded)?.[1] ?? folded) : folded
}

const openingMarks = '《〈「『“"'

const marks = /^[《〈「『“"]([^《〈「『“"》〉」』”]+)[》〉」』”"]$/

/** Throws when two entries claim one slug. */
export function createGazetteer(entries: readonly GazetteerEntry[]): Gazetteer {
  const bodies = new Map<string, Body>()
  // All names, as printed, side by side: thousands of small objects would cost more than the rest of the loading.
  const owners: Body[] = []
  const texts: string[] = []
  const areWeak: boolean[] = []
  for (const entry of entries) {
    if (bodies.has(entry.slug)) throw new Error(`Two organisations of the gazetteer have the slug ${entry.slug}.`)
    const body = new GazetteerBody(entry)
    bodies.set(body.key, body)
    // A name that is too common a word itself (Apple, Visa, 小米) stands among the aliases again, as a weak one.
    for (const name of [entry.nameZh, entry.nameEn])
      if (name !== null) {
        owners.push(body)
        texts.push(name)
        areWeak.push(entry.aliases.some(({ text, weak }) => weak === true && text === name))
      }
    for (const { text, weak } of entry.aliases) {
      owners.push(body)
      texts.push(text)
      areWeak.push(weak === true)
    }
  }
  const names = new NameTrie<KnownName[]>('LARGE', (there, id) =>
    join(there, { body: owners[id]!, text: texts[id]!, isWeak: areWeak[id]! }),
  )
  const keys = foldNames(texts)
  for (let id = 0; id < keys.length; id++) {
    const key = withoutMarks(keys[id]!)
    keys[id] = key
    names.addLater(key, id)
    for (const spelling of regionalSpellings(key)) names.addLater(spelling, id)
  }
  addRelativeNames(names, owners, keys)
  return {
    bodies,
    names,
    find: (name) => names.get(foldKey(name)) ?? [],
    get fingerprint() {
      return fingerprintOf(entries)
    },
  }
}

/** Aliases are made when they are asked for: of thousands of bodies an article names a few. */
class GazetteerBody implements Body {
  readonly key: string
  readonly nameZh: string | null
  readonly nameEn: string | null
  readonly kind: OrganisationKind
  readonly country: string | null
  readonly wikidataId: string | null
  readonly #aliases: GazetteerEntry['aliases']

  constructor(entry: GazetteerEntry) {
    this.key = entry.slug
    this.nameZh = entry.nameZh
    this.nameEn = entry.nameEn
    this.kind = entry.kind
    this.country = entry.country
    this.wikidataId = entry.wikidata
    this.#aliases = entry.aliases
  }

  get aliases(): Body['aliases'] {
    return this.#aliases.map((alias) => ({
      text: alias.text,
      language: alias.language ?? null,
      isWeak: alias.weak === true,
      source: 'GAZETTEER' as const,
    }))
  }
}

/** Adds a name of a body to a trie, with the spellings that other regions give it. */
export function addName(names: NameTrie<KnownName[]>, body: Body, text: string | null, isWeak: boolean): void {
  if (text === null) return
  const key = foldKey(text)
  if (key === '') return
  addKey(names, key, body, text, isWeak)
  if (hasHan.test(key)) for (const spelling of regionalSpellings(key)) addKey(names, spelling, body, text, isWeak)
}

function addKey(names: NameTrie<KnownName[]>, key: string, body: Body, text: string, isWeak: boolean): void {
  names.update(key, (there) => join(there, { body, text, isWeak }))
}

function join(there: KnownName[] | undefined, { body, text, isWeak }: KnownName): KnownName[] {
  if (there === undefined) return [{ body, text, isWeak }]
  const own = there.find((other) => other.body === body)
  if (own === undefined) there.push({ body, text, isWeak })
  // A strong name of a body beats a weak one that is spelt the same.
  else if (!isWeak) own.isWeak = false
  return there
}

/** Said of any authority at hand, not of one body. */
const tooCommon =
  /^(政府|中央政府|联邦政府|军方|警方|警察|当局|军队|部队|总统|总统府|总理|首相|内阁|大使馆|领事馆|法院|检方|海关|军|银行|市政府|省政府|人民政府|地方政府|自治政府|中央|大学|皇家|王室)$/

const ofStates = new Set<OrganisationKind>(['GOVERNMENT', 'CENTRAL_BANK', 'MILITARY', 'REGULATOR', 'POLITICAL_PARTY'])

/**
 * Bodies of states are called without their country where it is clear: 财政部, 央行, 国会. What is left of their names without the
 * country is entered as a weak name, if bodies of several countries share it.
 */
function addRelativeNames(names: NameTrie<KnownName[]>, owners: readonly Body[], keys: readonly string[]): void {
  const byRest = new Map<string, Map<string, Body>>()
  owners.forEach((body, id) => {
    if (body.country === null || !ofStates.has(body.kind)) return
    const split = splitCountry(keys[id]!)
    if (split === null || split.rest.length < 2 || split.country !== body.country || tooCommon.test(split.rest)) return
    const there = byRest.get(split.rest)
    if (there === undefined) byRest.set(split.rest, new Map([[body.country, body]]))
    else if (!there.has(body.country)) there.set(body.country, body)
  })
  for (const [rest, ofCountries] of byRest) {
    // Known by that name already, and to one body only: 国务院 without a country is one body's.
    if (ofCountries.size < 2 || names.get(rest)?.some((known) => !known.isWeak)) continue
    for (const body of ofCountries.values()) addKey(names, rest, body, rest, true)
  }
}

// FNV-1a over everything that recognition reads of the entries.
function fingerprintOf(entries: readonly GazetteerEntry[]): string {
  let value = 0x811c9dc5
  const add = (text: string): void => {
    for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193)
  }
  for (const entry of entries) {
    add(`${entry.slug}|${entry.nameZh}|${entry.nameEn}|${entry.kind}|${entry.country}|${entry.wikidata}`)
    for (const alias of entry.aliases) add(alias.weak === true ? `~${alias.text}` : `|${alias.text}`)
  }
  return `${entries.length}-${(value >>> 0).toString(36)}`
}
