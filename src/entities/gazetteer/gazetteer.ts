import type { GazetteerEntry } from '../recognition.ts'
import { GazetteerNames } from './gazetteer-names.ts'
import { type Body, foldKey, type KnownName } from './known-name.ts'
import type { NameTrie } from './name-trie.ts'

/** The bodies known before reading, and a matcher over all their names. */
export interface Gazetteer {
  readonly bodies: { has(slug: string): boolean; get(slug: string): Body | undefined }
  readonly names: NameTrie<KnownName[]>
  /** All bodies that bear the name, however it is spelt. */
  find(name: string): readonly KnownName[]
  /** Changes with the content. */
  readonly fingerprint: string
}

/** Throws when two entries claim one slug. */
export function createGazetteer(entries: readonly GazetteerEntry[]): Gazetteer {
  const bodies = new GazetteerBodies(entries)
  const names = new GazetteerNames(entries, (index) => bodies.at(index)).trie
  return {
    bodies,
    names,
    find: (name) => names.get(foldKey(name)) ?? [],
    get fingerprint() {
      return fingerprintOf(entries)
    },
  }
}

/** Bodies are made when they are asked for: of thousands an article names a few. */
class GazetteerBodies {
  readonly #entries: readonly GazetteerEntry[]
  readonly #indexes = new Map<string, number>()
  readonly #made: (Body | undefined)[] = []

  constructor(entries: readonly GazetteerEntry[]) {
    this.#entries = entries
    for (let index = 0; index < entries.length; index++) {
      const { slug } = entries[index]!
      if (this.#indexes.set(slug, index).size === index)
        throw new Error(`Two organisations of the gazetteer have the slug ${slug}.`)
    }
  }

  has(slug: string): boolean {
    return this.#indexes.has(slug)
  }

  get(slug: string): Body | undefined {
    const index = this.#indexes.get(slug)
    return index === undefined ? undefined : this.at(index)
  }

  /** The body of an entry, which is one and the same each time. */
  at(index: number): Body {
    this.#made[index] ??= toBody(this.#entries[index]!)
    return this.#made[index]!
  }
}

const toBody = ({
  slug,
  nameZh,
  nameEn,
  kind,
  country,
  wikidata,
  aliases,
  isPlatform = false,
  isEnglishWord = false,
}: GazetteerEntry): Body => ({
  key: slug,
  nameZh,
  nameEn,
  kind,
  country,
  wikidataId: wikidata,
  aliases: aliases.map(({ text, language, weak }) => ({
    text,
    language: language ?? null,
    isWeak: weak === true,
    source: 'GAZETTEER',
  })),
  isPlatform,
  isEnglishWord,
})

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
